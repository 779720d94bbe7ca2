#ifndef ZHIBIAO_CPICTURES_H
#define ZHIBIAO_CPICTURES_H

#include <stddef.h>
#include <stdint.h>

/// Decoders of picture files in memory. In C, since libjpeg leaves its functions by longjmp, which no Swift function may
/// be left by, and since libtiff takes variable arguments.
///
/// Pixels are four bytes each, blue, green, red and one that is not used, row by row from the top, as stored: not turned.
/// What is transparent is laid on white.

/// How much of a picture was decoded.
enum zb_picture_end {
    ZB_PICTURE_WHOLE = 0,
    /// A part is missing or damaged, and white or gray.
    ZB_PICTURE_PARTIAL = 1,
    ZB_PICTURE_FAILED = 2,
};

/// Decodes a JPEG file.
///
/// `denominator` is 1, 2, 4 or 8: the sides of the picture are divided by it, rounded up. `width` and `height` are those
/// of the pixels; where the file gives others, it fails.
int zb_jpeg_decode(const uint8_t *bytes, size_t count, int denominator, int width, int height, uint8_t *pixels);

/// Decodes a PNG file.
int zb_png_decode(const uint8_t *bytes, size_t count, int width, int height, uint8_t *pixels);

/// A page of a TIFF file, as it says before anything is decoded.
struct zb_tiff_page {
    uint64_t offset;
    uint32_t width, height;
    /// As of Exif, 1 to 8.
    int orientation;
    /// Pixels per inch; 0 where it does not say.
    double across, down;
    int is_gray;
};

/// Lists the pages of a TIFF file, thumbnails and masks left out.
///
/// Returns how many there are, at most `most`; -1 when it is no TIFF file.
int zb_tiff_pages(const uint8_t *bytes, size_t count, struct zb_tiff_page *pages, int most);

/// Decodes the page that begins at `page->offset`.
int zb_tiff_decode(const uint8_t *bytes, size_t count, const struct zb_tiff_page *page, uint8_t *pixels);

#endif
