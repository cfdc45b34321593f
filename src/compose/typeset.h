/* The parts of typesetting: rules over runes (typeset.c) and marks (typeset_marks.c), words that plain keyboards
 * misspell (typeset_words.c), the tree (typeset_tree.c). Setting a text twice changes nothing the second time. */
#ifndef COMPOSE_TYPESET_H
#define COMPOSE_TYPESET_H

#include "compose/compose.h"

/* What one piece of a paragraph leaves to the next, so that emphasis in the middle of a sentence changes nothing. */
struct typeset_context {
    enum language language;
    uint32_t previous; /* the last rune set; 0 at the start of a paragraph */
    bool quoted;       /* inside a pair of straight double quotes */
};
struct str typeset_piece(struct arena *arena, struct str text, struct typeset_context *context);

/* At `word` (letters only): its right spelling where a ligature or an accented capital was left out, else STR_NONE. */
struct str typeset_word(struct arena *arena, struct str word);
/* "M.", "Mme", "n°", "p.": what is kept on the line of what follows. */
bool typeset_binds(struct str word);
/* "mars", "km", "min", "k€": what is kept on the line of the number before. */
bool typeset_bound(struct str word, enum language language);

#endif
