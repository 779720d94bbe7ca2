#include "CTesseract.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Our own declarations of the functions used, after capi.h of Tesseract 5. */
typedef struct {
    void *(*TessBaseAPICreate)(void);
    void (*TessBaseAPIDelete)(void *api);
    int (*TessBaseAPIInit3)(void *api, const char *data_path, const char *languages);
    int (*TessBaseAPISetVariable)(void *api, const char *name, const char *value);
    void (*TessBaseAPISetPageSegMode)(void *api, int mode);
    void (*TessBaseAPISetImage)(void *api, const unsigned char *pixels, int width, int height, int bytes_per_pixel,
                                int bytes_per_line);
    void (*TessBaseAPISetSourceResolution)(void *api, int dots_per_inch);
    int (*TessBaseAPIRecognize)(void *api, void *monitor);
    void *(*TessBaseAPIGetIterator)(void *api);
    void (*TessBaseAPIClear)(void *api);
    void *(*TessResultIteratorGetPageIterator)(void *iterator);
    int (*TessPageIteratorIsAtBeginningOf)(const void *page, int level);
    int (*TessPageIteratorBoundingBox)(const void *page, int level, int *left, int *top, int *right, int *bottom);
    void (*TessResultIteratorDelete)(void *iterator);
    int (*TessResultIteratorNext)(void *iterator, int level);
    char *(*TessResultIteratorGetUTF8Text)(const void *iterator, int level);
    float (*TessResultIteratorConfidence)(const void *iterator, int level);
    void *(*TessResultIteratorGetChoiceIterator)(const void *iterator);
    void (*TessChoiceIteratorDelete)(void *choices);
    int (*TessChoiceIteratorNext)(void *choices);
    const char *(*TessChoiceIteratorGetUTF8Text)(const void *choices);
    float (*TessChoiceIteratorConfidence)(const void *choices);
    void (*TessDeleteText)(const char *text);
} functions;

enum { mode_single_line = 7, mode_raw_line = 13, level_word = 3, level_symbol = 4 };

struct zhibiao_tesseract {
    functions call;
    void *api;
    /* Where the reading of the line stands; NULL at its end. */
    void *iterator;
    int started;
    char *text;
    void *choices;
    char choice_texts[ZHIBIAO_TESSERACT_CHOICES][32];
};

static int find_all(void *library, functions *call, char *message, size_t size) {
    struct {
        const char *name;
        void *target;
    } wanted[] = {
#define FUNCTION(name) {#name, &call->name}
        FUNCTION(TessBaseAPICreate),
        FUNCTION(TessBaseAPIDelete),
        FUNCTION(TessBaseAPIInit3),
        FUNCTION(TessBaseAPISetVariable),
        FUNCTION(TessBaseAPISetPageSegMode),
        FUNCTION(TessBaseAPISetImage),
        FUNCTION(TessBaseAPISetSourceResolution),
        FUNCTION(TessBaseAPIRecognize),
        FUNCTION(TessBaseAPIGetIterator),
        FUNCTION(TessBaseAPIClear),
        FUNCTION(TessResultIteratorGetPageIterator),
        FUNCTION(TessPageIteratorIsAtBeginningOf),
        FUNCTION(TessPageIteratorBoundingBox),
        FUNCTION(TessResultIteratorDelete),
        FUNCTION(TessResultIteratorNext),
        FUNCTION(TessResultIteratorGetUTF8Text),
        FUNCTION(TessResultIteratorConfidence),
        FUNCTION(TessResultIteratorGetChoiceIterator),
        FUNCTION(TessChoiceIteratorDelete),
        FUNCTION(TessChoiceIteratorNext),
        FUNCTION(TessChoiceIteratorGetUTF8Text),
        FUNCTION(TessChoiceIteratorConfidence),
        FUNCTION(TessDeleteText),
#undef FUNCTION
    };
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
        void *symbol = dlsym(library, wanted[index].name);
        if (!symbol) {
            snprintf(message, size, "the library has no function %s", wanted[index].name);
            return 0;
        }
        /* ISO C has no conversion from an object pointer to a function pointer; POSIX promises the same bytes. */
        memcpy(wanted[index].target, &symbol, sizeof symbol);
    }
    return 1;
}

/* NULL where the library is not there; dlerror has the reason. */
static void *open_library(void) {
    /* Its threads cost more time than they save on single lines, and several workers share the cores. */
    setenv("OMP_THREAD_LIMIT", "1", 0);
    void *library = dlopen("libtesseract.so.5", RTLD_NOW | RTLD_LOCAL);
    return library ? library : dlopen("libtesseract.so.4", RTLD_NOW | RTLD_LOCAL);
}

const char *zhibiao_tesseract_version(void) {
    void *library = open_library();
    void *symbol = library ? dlsym(library, "TessVersion") : NULL;
    if (!symbol) return NULL;
    const char *(*version)(void);
    memcpy(&version, &symbol, sizeof symbol);
    return version();
}

zhibiao_tesseract *zhibiao_tesseract_open(const char *languages, char *message, size_t size) {
    void *library = open_library();
    if (!library) {
        const char *reason = dlerror();
        snprintf(message, size, "%s", reason ? reason : "the library cannot be opened");
        return NULL;
    }
    zhibiao_tesseract *tesseract = calloc(1, sizeof *tesseract);
    if (!tesseract) {
        snprintf(message, size, "out of memory");
        return NULL;
    }
    functions *call = &tesseract->call;
    if (!find_all(library, call, message, size)) {
        free(tesseract);
        return NULL;
    }
    tesseract->api = call->TessBaseAPICreate();
    /* It complains to the standard error stream; the caller has a sentence of its own. */
    if (call->TessBaseAPIInit3(tesseract->api, NULL, languages) != 0) {
        snprintf(message, size, "the data for %s cannot be loaded", languages);
        zhibiao_tesseract_close(tesseract);
        return NULL;
    }
    call->TessBaseAPISetVariable(tesseract->api, "debug_file", "/dev/null");
    return tesseract;
}

static void forget(zhibiao_tesseract *tesseract) {
    functions *call = &tesseract->call;
    if (tesseract->choices) call->TessChoiceIteratorDelete(tesseract->choices);
    if (tesseract->text) call->TessDeleteText(tesseract->text);
    tesseract->choices = NULL;
    tesseract->text = NULL;
}

static void end(zhibiao_tesseract *tesseract) {
    forget(tesseract);
    if (tesseract->iterator) tesseract->call.TessResultIteratorDelete(tesseract->iterator);
    tesseract->iterator = NULL;
    tesseract->started = 0;
}

int zhibiao_tesseract_read(zhibiao_tesseract *tesseract, const uint8_t *pixels, int width, int height, int is_raw) {
    functions *call = &tesseract->call;
    end(tesseract);
    call->TessBaseAPISetPageSegMode(tesseract->api, is_raw ? mode_raw_line : mode_single_line);
    call->TessBaseAPISetImage(tesseract->api, pixels, width, height, 1, width);
    call->TessBaseAPISetSourceResolution(tesseract->api, 300);
    if (call->TessBaseAPIRecognize(tesseract->api, NULL) != 0) return 0;
    tesseract->iterator = call->TessBaseAPIGetIterator(tesseract->api);
    return 1;
}

int zhibiao_tesseract_next(zhibiao_tesseract *tesseract, zhibiao_symbol *symbol) {
    functions *call = &tesseract->call;
    memset(symbol, 0, sizeof *symbol);
    for (;;) {
        forget(tesseract);
        if (!tesseract->iterator) return 0;
        if (tesseract->started && !call->TessResultIteratorNext(tesseract->iterator, level_symbol)) {
            end(tesseract);
            call->TessBaseAPIClear(tesseract->api);
            return 0;
        }
        tesseract->started = 1;
        /* A line that holds nothing has one place without text. */
        tesseract->text = call->TessResultIteratorGetUTF8Text(tesseract->iterator, level_symbol);
        if (tesseract->text && *tesseract->text) break;
    }
    int top, bottom;
    /* Not a new object: it goes with the iterator. */
    void *page = call->TessResultIteratorGetPageIterator(tesseract->iterator);
    call->TessPageIteratorBoundingBox(page, level_symbol, &symbol->left, &top, &symbol->right, &bottom);
    symbol->starts_word = call->TessPageIteratorIsAtBeginningOf(page, level_word);
    symbol->text = tesseract->text;
    symbol->confidence = call->TessResultIteratorConfidence(tesseract->iterator, level_symbol);
    float word = call->TessResultIteratorConfidence(tesseract->iterator, level_word);
    if (word < symbol->confidence) symbol->confidence = word;
    tesseract->choices = call->TessResultIteratorGetChoiceIterator(tesseract->iterator);
    if (!tesseract->choices) return 1;
    do {
        const char *text = call->TessChoiceIteratorGetUTF8Text(tesseract->choices);
        if (!text || !*text || strlen(text) >= sizeof tesseract->choice_texts[0]) continue;
        size_t index = symbol->choice_count++;
        strcpy(tesseract->choice_texts[index], text);
        symbol->choice_text[index] = tesseract->choice_texts[index];
        symbol->choice_confidence[index] = call->TessChoiceIteratorConfidence(tesseract->choices);
    } while (symbol->choice_count < ZHIBIAO_TESSERACT_CHOICES && call->TessChoiceIteratorNext(tesseract->choices));
    return 1;
}

void zhibiao_tesseract_close(zhibiao_tesseract *tesseract) {
    if (!tesseract) return;
    end(tesseract);
    if (tesseract->api) tesseract->call.TessBaseAPIDelete(tesseract->api);
    free(tesseract);
}
