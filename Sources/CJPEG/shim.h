#ifndef ZHIBIAO_CJPEG_SHIM_H
#define ZHIBIAO_CJPEG_SHIM_H

// jpeglib.h names FILE and size_t without saying where they come from.
#include <stdio.h>
#include <jpeglib.h>

#endif
