/* Private to layout: where words may be broken. */
#ifndef LAYOUT_HYPHENATION_H
#define LAYOUT_HYPHENATION_H

#include "layout.h"

#define HYPHENS_MAX 32

/* Byte positions inside `piece` (letters with whatever clings to them) before which it may be broken, ascending: at
 * least two letters before and three after in each stretch of letters. None in abbreviations written in capitals. */
size_t hyphenate(struct hyphenator *hyphenator, enum language language, struct str piece, uint16_t at[HYPHENS_MAX]);

#endif
