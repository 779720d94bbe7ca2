#ifndef ZHIBIAO_CPOPPLER_SHIM_H
#define ZHIBIAO_CPOPPLER_SHIM_H

#include <poppler.h>
#include <cairo.h>

/* POPPLER_ERROR is a macro with a call in it, which Swift does not import. */
static inline GQuark zhibiao_poppler_error_domain(void) { return POPPLER_ERROR; }

#endif
