#ifndef ZHIBIAO_CQPDF_SHIM_H
#define ZHIBIAO_CQPDF_SHIM_H

#include <qpdf/qpdf-c.h>

#endif
