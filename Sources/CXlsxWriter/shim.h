#ifndef ZHIBIAO_CXLSXWRITER_SHIM_H
#define ZHIBIAO_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
