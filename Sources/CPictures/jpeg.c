#include "CPictures.h"

#include <setjmp.h>
#include <stdio.h>
#include <jpeglib.h>

// A progressive file may say again and again how to refine the same few pixels; cameras write about ten such scans.
enum { MOST_SCANS = 100 };

struct failure {
    struct jpeg_error_mgr base;
    jmp_buf place;
};

static void leave(j_common_ptr common) {
    struct failure *failure = (struct failure *)common->err;
    longjmp(failure->place, 1);
}

static void say_nothing(j_common_ptr common) {
    (void)common;
}

static void count_warnings(j_common_ptr common, int level) {
    if (level < 0) common->err->num_warnings++;
}

static void limit_scans(j_common_ptr common) {
    if (((j_decompress_ptr)common)->input_scan_number > MOST_SCANS) leave(common);
}

/// Inks to colours. Adobe's programs write inks upside down, and no others write them.
static void convert_inks(const uint8_t *inks, uint8_t *pixels, int width, int is_inverted) {
    for (int x = 0; x < width; x++) {
        const uint8_t *ink = inks + 4 * x;
        uint8_t *pixel = pixels + 4 * x;
        int black = is_inverted ? ink[3] : 255 - ink[3];
        for (int part = 0; part < 3; part++) {
            int light = is_inverted ? ink[part] : 255 - ink[part];
            pixel[2 - part] = (uint8_t)(light * black / 255);
        }
        pixel[3] = 0;
    }
}

int zb_jpeg_decode(const uint8_t *bytes, size_t count, int denominator, int width, int height, uint8_t *pixels) {
    struct jpeg_decompress_struct decoder;
    struct jpeg_progress_mgr progress = {.progress_monitor = limit_scans};
    struct failure failure;
    // Kept in memory: a register would be lost by the jump.
    volatile int rows = 0;
    decoder.err = jpeg_std_error(&failure.base);
    failure.base.error_exit = leave;
    failure.base.output_message = say_nothing;
    failure.base.emit_message = count_warnings;
    jpeg_create_decompress(&decoder);
    if (setjmp(failure.place)) {
        jpeg_destroy_decompress(&decoder);
        return rows > 0 ? ZB_PICTURE_PARTIAL : ZB_PICTURE_FAILED;
    }
    decoder.progress = &progress;
    jpeg_mem_src(&decoder, bytes, count);
    jpeg_read_header(&decoder, TRUE);
    int has_inks = decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
    decoder.out_color_space = has_inks ? JCS_CMYK : JCS_EXT_BGRX;
    decoder.scale_num = 1;
    decoder.scale_denom = (unsigned)denominator;
    jpeg_calc_output_dimensions(&decoder);
    if ((int)decoder.output_width != width || (int)decoder.output_height != height || decoder.output_components != 4) {
        leave((j_common_ptr)&decoder);
    }
    jpeg_start_decompress(&decoder);
    while ((int)decoder.output_scanline < height) {
        uint8_t *row = pixels + (size_t)decoder.output_scanline * (size_t)width * 4;
        if (jpeg_read_scanlines(&decoder, &row, 1) != 1) leave((j_common_ptr)&decoder);
        if (has_inks) convert_inks(row, row, width, decoder.saw_Adobe_marker);
        rows++;
    }
    int end = failure.base.num_warnings > 0 ? ZB_PICTURE_PARTIAL : ZB_PICTURE_WHOLE;
    jpeg_destroy_decompress(&decoder);
    return end;
}
