#include "COpenVINO.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Our own declarations of the few functions used, after the documentation of OpenVINO's C interface. */
typedef int status; /* 0 is success */
typedef struct {
    int64_t rank;
    int64_t *dims;
} shape;

typedef struct {
    const char *(*ov_get_last_err_msg)(void);
    void (*ov_free)(const char *text);
    status (*ov_core_create)(void **core);
    void (*ov_core_free)(void *core);
    status (*ov_core_compile_model_from_file)(const void *core, const char *path, const char *device,
                                              size_t property_arguments, void **compiled, ...);
    void (*ov_compiled_model_free)(void *compiled);
    status (*ov_compiled_model_create_infer_request)(const void *compiled, void **request);
    void (*ov_infer_request_free)(void *request);
    status (*ov_infer_request_get_input_tensor_by_index)(const void *request, size_t index, void **tensor);
    status (*ov_infer_request_get_output_tensor_by_index)(const void *request, size_t index, void **tensor);
    status (*ov_infer_request_infer)(void *request);
    status (*ov_tensor_set_shape)(void *tensor, shape dims);
    status (*ov_tensor_get_shape)(const void *tensor, shape *dims);
    status (*ov_tensor_data)(const void *tensor, void **data);
    void (*ov_tensor_free)(void *tensor);
    status (*ov_shape_free)(shape *dims);
} functions;

struct zhibiao_openvino {
    functions call;
    void *core;
};

struct zhibiao_network {
    const functions *call;
    void *compiled;
    void *request;
    void *input;
    void *output;
};

__attribute__((format(printf, 3, 4))) static void say(char *message, size_t size, const char *format, ...) {
    if (size == 0) return;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, size, format, arguments);
    va_end(arguments);
}

/* What the library says about its last failure; may be several lines. */
static void say_last(const functions *call, const char *what, char *message, size_t size) {
    const char *last = call->ov_get_last_err_msg();
    say(message, size, "%s: %s", what, last && *last ? last : "no reason given");
    if (last) call->ov_free(last);
}

static int find_all(void *library, functions *call, char *message, size_t size) {
    struct {
        const char *name;
        void *target;
    } wanted[] = {
#define FUNCTION(name) {#name, &call->name}
        FUNCTION(ov_get_last_err_msg),
        FUNCTION(ov_free),
        FUNCTION(ov_core_create),
        FUNCTION(ov_core_free),
        FUNCTION(ov_core_compile_model_from_file),
        FUNCTION(ov_compiled_model_free),
        FUNCTION(ov_compiled_model_create_infer_request),
        FUNCTION(ov_infer_request_free),
        FUNCTION(ov_infer_request_get_input_tensor_by_index),
        FUNCTION(ov_infer_request_get_output_tensor_by_index),
        FUNCTION(ov_infer_request_infer),
        FUNCTION(ov_tensor_set_shape),
        FUNCTION(ov_tensor_get_shape),
        FUNCTION(ov_tensor_data),
        FUNCTION(ov_tensor_free),
        FUNCTION(ov_shape_free),
#undef FUNCTION
    };
    for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
        void *symbol = dlsym(library, wanted[index].name);
        if (!symbol) {
            say(message, size, "the library has no function %s", wanted[index].name);
            return 0;
        }
        /* ISO C has no conversion from an object pointer to a function pointer; POSIX promises the same bytes. */
        memcpy(wanted[index].target, &symbol, sizeof symbol);
    }
    return 1;
}

zhibiao_openvino *zhibiao_openvino_open(const char *path, char *message, size_t size) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        const char *reason = dlerror();
        say(message, size, "%s", reason ? reason : "it cannot be opened");
        return NULL;
    }
    zhibiao_openvino *openvino = calloc(1, sizeof *openvino);
    if (!openvino) {
        say(message, size, "out of memory");
        return NULL;
    }
    if (!find_all(library, &openvino->call, message, size)) {
        free(openvino);
        return NULL;
    }
    if (openvino->call.ov_core_create(&openvino->core) != 0) {
        say_last(&openvino->call, "the core cannot be made", message, size);
        free(openvino);
        return NULL;
    }
    return openvino;
}

void zhibiao_openvino_close(zhibiao_openvino *openvino) {
    if (!openvino) return;
    openvino->call.ov_core_free(openvino->core);
    free(openvino);
}

zhibiao_network *zhibiao_network_load(zhibiao_openvino *openvino, const char *model, char *message, size_t size) {
    const functions *call = &openvino->call;
    zhibiao_network *network = calloc(1, sizeof *network);
    if (!network) {
        say(message, size, "out of memory");
        return NULL;
    }
    network->call = call;
    /* One thread and no pinning: several worker processes share the cores, and pinned ones would all sit on the
     * first. */
    status code = call->ov_core_compile_model_from_file(
        openvino->core, model, "CPU", 8, &network->compiled, "INFERENCE_NUM_THREADS", "1", "NUM_STREAMS", "1",
        "ENABLE_CPU_PINNING", "NO", "PERFORMANCE_HINT", "LATENCY");
    if (code == 0) code = call->ov_compiled_model_create_infer_request(network->compiled, &network->request);
    if (code == 0) {
        code = call->ov_infer_request_get_input_tensor_by_index(network->request, 0, &network->input);
    }
    if (code != 0) {
        say_last(call, "the model cannot be loaded", message, size);
        zhibiao_network_free(network);
        return NULL;
    }
    return network;
}

float *zhibiao_network_input(zhibiao_network *network, const int64_t *dims, size_t rank, char *message, size_t size) {
    const functions *call = network->call;
    shape wanted = {(int64_t)rank, (int64_t *)dims};
    void *data = NULL;
    status code = call->ov_tensor_set_shape(network->input, wanted);
    if (code == 0) code = call->ov_tensor_data(network->input, &data);
    if (code != 0 || !data) {
        say_last(call, "the input does not fit the model", message, size);
        return NULL;
    }
    return data;
}

const float *zhibiao_network_run(zhibiao_network *network, int64_t *dims, size_t *rank, size_t max_rank,
                                 char *message, size_t size) {
    const functions *call = network->call;
    if (network->output) {
        call->ov_tensor_free(network->output);
        network->output = NULL;
    }
    void *data = NULL;
    shape found = {0, NULL};
    status code = call->ov_infer_request_infer(network->request);
    if (code == 0) {
        code = call->ov_infer_request_get_output_tensor_by_index(network->request, 0, &network->output);
    }
    if (code == 0) code = call->ov_tensor_get_shape(network->output, &found);
    if (code == 0) code = call->ov_tensor_data(network->output, &data);
    if (code != 0 || !data || found.rank < 0 || (size_t)found.rank > max_rank) {
        say_last(call, "the model cannot be run", message, size);
        if (found.dims) call->ov_shape_free(&found);
        return NULL;
    }
    *rank = (size_t)found.rank;
    memcpy(dims, found.dims, *rank * sizeof *dims);
    call->ov_shape_free(&found);
    return data;
}

void zhibiao_network_free(zhibiao_network *network) {
    if (!network) return;
    const functions *call = network->call;
    if (network->output) call->ov_tensor_free(network->output);
    if (network->input) call->ov_tensor_free(network->input);
    if (network->request) call->ov_infer_request_free(network->request);
    if (network->compiled) call->ov_compiled_model_free(network->compiled);
    free(network);
}
