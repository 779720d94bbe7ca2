#ifndef ZHIBIAO_CTESSERACT_H
#define ZHIBIAO_CTESSERACT_H

#include <stddef.h>
#include <stdint.h>

/* Tesseract through its C library, opened at run time: programs that read no scans start 8 ms faster without it, and
 * the limit of one thread can still be set, which counts only before the library is opened.
 *
 * Nothing here may be used from two threads at once. */

typedef struct zhibiao_tesseract zhibiao_tesseract;

enum { ZHIBIAO_TESSERACT_CHOICES = 4 };

/* One character, its texts in UTF-8 and valid until the next call. */
typedef struct {
    const char *text;
    /* 0…100, that of the character or of its word, whichever is lower: characters alone are sure even of nonsense. */
    float confidence;
    /* In pixels from the left of the picture. */
    int left, right;
    /* Whether a space goes before it. */
    int starts_word;
    /* Readings of the place, likeliest first; confidences 0…100. */
    size_t choice_count;
    const char *choice_text[ZHIBIAO_TESSERACT_CHOICES];
    float choice_confidence[ZHIBIAO_TESSERACT_CHOICES];
} zhibiao_symbol;

/* The version of the library; NULL where it cannot be opened. Valid for ever. */
const char *zhibiao_tesseract_version(void);

/* Opens the library and loads data for languages such as "chi_sim+eng"; NULL on failure, with `message` written. */
zhibiao_tesseract *zhibiao_tesseract_open(const char *languages, char *message, size_t message_size);

/* Reads a picture of one line, 8 bits a pixel, row by row; 0 on failure. A raw picture goes to the model as it is; in
 * any other Tesseract first looks for the line itself. */
int zhibiao_tesseract_read(zhibiao_tesseract *tesseract, const uint8_t *pixels, int width, int height, int is_raw);

/* The next character of the line; 0 when there is none. */
int zhibiao_tesseract_next(zhibiao_tesseract *tesseract, zhibiao_symbol *symbol);

void zhibiao_tesseract_close(zhibiao_tesseract *tesseract);

#endif
