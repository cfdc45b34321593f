/* The five faces: each a chain of fonts, the theme's, then Lato, then DejaVu Sans, and which of them draws each
 * character of a word. */
#ifndef RENDER_FACES_H
#define RENDER_FACES_H

#include "model/model.h"
#include "render/font.h"

#define CHAIN_MAX 3

struct faces {
    struct font *fonts[FACE_COUNT * CHAIN_MAX];
    size_t font_count;
    struct chain {
        uint8_t font[CHAIN_MAX];
        size_t count; /* 0: the machine has no font at all */
    } chains[FACE_COUNT];
};

/* Says which family is missing. */
void faces_open(struct arena *run, struct faces *faces, struct str family, struct diagnostics *diagnostics);
void faces_close(struct faces *faces);

/* A character of a word: what is drawn for it, by which font, and the bytes where it stands. */
struct letter {
    uint32_t rune;
    uint16_t from, to;
    uint8_t font;
    bool missing; /* no font has it: `rune` is a substitute that can be seen */
};

/* At most `most` letters; one a character, but for soft hyphens inside the word, which are left out. */
size_t faces_letters(const struct faces *faces, enum face face, struct str word, struct letter *letters, size_t most);

#endif
