#ifndef ZHIBIAO_CTIFF_SHIM_H
#define ZHIBIAO_CTIFF_SHIM_H

#include <tiffio.h>

#endif
