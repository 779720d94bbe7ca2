#include "CPictures.h"

#include <string.h>
#include <tiffio.h>

// No piece of a picture within the limits of pixels is larger; a file that says so is out for memory.
static const tmsize_t most_piece = 256 << 20;
static const double centimetres_per_inch = 2.54;

struct memory {
    const uint8_t *bytes;
    uint64_t count, place;
    int errors;
};

static tmsize_t take(thandle_t handle, void *target, tmsize_t wanted) {
    struct memory *memory = (struct memory *)handle;
    uint64_t left = memory->place < memory->count ? memory->count - memory->place : 0;
    uint64_t length = (uint64_t)wanted < left ? (uint64_t)wanted : left;
    memcpy(target, memory->bytes + memory->place, length);
    memory->place += length;
    return (tmsize_t)length;
}

static tmsize_t refuse_to_write(thandle_t handle, void *source, tmsize_t count) {
    (void)handle, (void)source, (void)count;
    return -1;
}

static toff_t seek(thandle_t handle, toff_t offset, int from) {
    struct memory *memory = (struct memory *)handle;
    memory->place = from == SEEK_SET ? offset : offset + (from == SEEK_CUR ? memory->place : memory->count);
    if (memory->place > memory->count) memory->place = memory->count;
    return memory->place;
}

static toff_t size(thandle_t handle) {
    return ((struct memory *)handle)->count;
}

static int leave_open(thandle_t handle) {
    (void)handle;
    return 0;
}

static int count_error(TIFF *tiff, void *counter, const char *module, const char *format, va_list arguments) {
    (void)tiff, (void)module, (void)format, (void)arguments;
    ++*(int *)counter;
    return 1;
}

static int hear_nothing(TIFF *tiff, void *counter, const char *module, const char *format, va_list arguments) {
    (void)tiff, (void)counter, (void)module, (void)format, (void)arguments;
    return 1;
}

static TIFF *opened(struct memory *memory) {
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    if (options == NULL) return NULL;
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, most_piece);
    TIFFOpenOptionsSetErrorHandlerExtR(options, count_error, &memory->errors);
    TIFFOpenOptionsSetWarningHandlerExtR(options, hear_nothing, NULL);
    // "m": the bytes are not mapped, they are there.
    TIFF *tiff = TIFFClientOpenExt(
        "picture", "rm", (thandle_t)memory, take, refuse_to_write, seek, leave_open, size, NULL, NULL, options);
    TIFFOpenOptionsFree(options);
    return tiff;
}

static int is_whole_page(TIFF *tiff) {
    uint32_t kind = 0;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SUBFILETYPE, &kind);
    return (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0;
}

static double resolution(TIFF *tiff, uint32_t tag) {
    float value = 0;
    uint16_t unit = RESUNIT_INCH;
    if (!TIFFGetField(tiff, tag, &value)) return 0;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (unit == RESUNIT_NONE) return 0;
    return unit == RESUNIT_CENTIMETER ? value * centimetres_per_inch : value;
}

static void measure(TIFF *tiff, struct zb_tiff_page *page) {
    uint16_t orientation = ORIENTATION_TOPLEFT, photometric = PHOTOMETRIC_RGB;
    memset(page, 0, sizeof *page);
    page->offset = TIFFCurrentDirOffset(tiff);
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &page->width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &page->height);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    page->orientation = orientation;
    page->across = resolution(tiff, TIFFTAG_XRESOLUTION);
    page->down = resolution(tiff, TIFFTAG_YRESOLUTION);
    page->is_gray = photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
}

int zb_tiff_pages(const uint8_t *bytes, size_t count, struct zb_tiff_page *pages, int most) {
    struct memory memory = {.bytes = bytes, .count = count};
    TIFF *tiff = opened(&memory);
    if (tiff == NULL) return -1;
    int found = 0;
    // A page and its thumbnail and mask; libtiff itself ends loops.
    for (int visited = 0; visited < 3 * most && found < most; visited++) {
        if (is_whole_page(tiff)) measure(tiff, &pages[found++]);
        if (!TIFFReadDirectory(tiff)) break;
    }
    TIFFClose(tiff);
    return found;
}

/// Red, green, blue and what is opaque, the colours multiplied by it already, to blue, green and red on white.
static void lay_on_white(uint8_t *pixels, size_t count) {
    for (size_t index = 0; index < count; index++) {
        uint8_t *pixel = pixels + 4 * index;
        int light = 255 - pixel[3], red = pixel[0] + light, green = pixel[1] + light, blue = pixel[2] + light;
        pixel[0] = (uint8_t)(blue > 255 ? 255 : blue);
        pixel[1] = (uint8_t)(green > 255 ? 255 : green);
        pixel[2] = (uint8_t)(red > 255 ? 255 : red);
        pixel[3] = 0;
    }
}

int zb_tiff_decode(const uint8_t *bytes, size_t count, const struct zb_tiff_page *page, uint8_t *pixels) {
    struct memory memory = {.bytes = bytes, .count = count};
    TIFF *tiff = opened(&memory);
    if (tiff == NULL) return ZB_PICTURE_FAILED;
    int end = ZB_PICTURE_FAILED;
    char reason[1024];
    TIFFRGBAImage image;
    memory.errors = 0;
    if (TIFFSetSubDirectory(tiff, page->offset) && TIFFRGBAImageOK(tiff, reason)
        && TIFFRGBAImageBegin(&image, tiff, 0, reason)) {
        // As stored: libtiff only mirrors, where a page is to be turned.
        image.req_orientation = image.orientation;
        if (image.width == page->width && image.height == page->height
            && TIFFRGBAImageGet(&image, (uint32_t *)pixels, image.width, image.height)) {
            end = memory.errors > 0 ? ZB_PICTURE_PARTIAL : ZB_PICTURE_WHOLE;
        }
        TIFFRGBAImageEnd(&image);
    }
    TIFFClose(tiff);
    if (end != ZB_PICTURE_FAILED) lay_on_white(pixels, (size_t)page->width * page->height);
    return end;
}
