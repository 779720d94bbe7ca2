#ifndef ZHIBIAO_CPNG_SHIM_H
#define ZHIBIAO_CPNG_SHIM_H

#include <png.h>

#endif
