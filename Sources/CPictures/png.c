#include "CPictures.h"

#include <png.h>
#include <string.h>

int zb_png_decode(const uint8_t *bytes, size_t count, int width, int height, uint8_t *pixels) {
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes, count)) return ZB_PICTURE_FAILED;
    if ((int)image.width != width || (int)image.height != height) {
        png_image_free(&image);
        return ZB_PICTURE_FAILED;
    }
    // Without a channel for it, what is transparent is laid on the background.
    image.format = PNG_FORMAT_BGR;
    png_color white = {255, 255, 255};
    if (!png_image_finish_read(&image, &white, pixels, 4 * width, NULL)) return ZB_PICTURE_FAILED;
    for (int y = 0; y < height; y++) {
        uint8_t *row = pixels + (size_t)y * (size_t)width * 4;
        for (int x = width - 1; x >= 0; x--) {
            memmove(row + 4 * x, row + 3 * x, 3);
            row[4 * x + 3] = 0;
        }
    }
    return ZB_PICTURE_WHOLE;
}
