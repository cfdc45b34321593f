/* The door of `model`: the nouns that rooms pass to each other. Plain structs,
 * built by one room and const for everyone after; almost no code. */
#ifndef MODEL_H
#define MODEL_H

#include "base/base.h"

#include "colour.h"
#include "drawing.h"
#include "figures.h"
#include "site.h"
#include "document.h"
#include "facts.h"
#include "filing.h"
#include "who.h"
#include "inputs.h"

#endif
