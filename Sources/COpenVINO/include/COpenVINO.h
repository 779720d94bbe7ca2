#ifndef ZHIBIAO_COPENVINO_H
#define ZHIBIAO_COPENVINO_H

#include <stddef.h>
#include <stdint.h>

/* Neural networks through OpenVINO's C library, opened at run time: nothing here needs OpenVINO to build or to start.
 *
 * Every function that can fail writes a text for the user's message into `message` (cut to `message_size`, always
 * ended). Nothing here may be used from two threads at once. */

/* The library and its core. */
typedef struct zhibiao_openvino zhibiao_openvino;

/* A network that is ready to run, on one thread. */
typedef struct zhibiao_network zhibiao_network;

/* Opens the library file; NULL on failure. It stays open until the process ends. */
zhibiao_openvino *zhibiao_openvino_open(const char *library, char *message, size_t message_size);

/* Reads and compiles a model with one input and one output of 32-bit floats; NULL on failure. */
zhibiao_network *zhibiao_network_load(zhibiao_openvino *openvino, const char *model, char *message,
                                      size_t message_size);

/* Where to write the input: as many floats as the product of `shape`; valid until the next call. NULL on failure. */
float *zhibiao_network_input(zhibiao_network *network, const int64_t *shape, size_t rank, char *message,
                             size_t message_size);

/* Runs the network on what stands in its input. Returns the output, valid until the next call, and writes its shape
 * (at most `max_rank` numbers) and rank. NULL on failure. */
const float *zhibiao_network_run(zhibiao_network *network, int64_t *shape, size_t *rank, size_t max_rank,
                                 char *message, size_t message_size);

void zhibiao_network_free(zhibiao_network *network);

void zhibiao_openvino_close(zhibiao_openvino *openvino);

#endif
