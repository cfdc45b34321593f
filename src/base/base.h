/* The door of `base`: what every room stands on. No room but this one is
 * known here. The parts below are included through this header only. */
#ifndef BASE_H
#define BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "bytes.h"
#include "text.h"
#include "sorted.h"
#include "decimal.h"
#include "calendar.h"
#include "diagnostics.h"
#include "files.h"
#include "threads.h"

#endif
