/* Documents made by hand for the tests of layout, and what must hold of any of their pages. */
#ifndef LAYOUT_BUILD_H
#define LAYOUT_BUILD_H

#include "unit.h"

#include "layout/layout.h"

static const struct word build_words[] = {
    {TEXT_OF("contents"), TEXT_OF("Sommaire")},
    {TEXT_OF("continued"), TEXT_OF("suite")},
    {TEXT_OF("draft"), TEXT_OF("BROUILLON")},
    {TEXT_OF("page"), TEXT_OF("Page")},
};

static inline struct document build_document(struct node *body)
{
    return (struct document){.words = build_words,
                             .word_count = sizeof build_words / sizeof *build_words,
                             .title = STR("Bilan annuel"),
                             .programme = STR("Programme"),
                             .edition = STR("Edition du 20 janvier"),
                             .language = LANGUAGE_FR,
                             .body = body};
}

static inline struct node *build_node(struct arena *arena, struct node *parent, enum node_kind kind, const char *text)
{
    struct node *node = node_new(arena, kind, (struct place){0});
    node->text = str_of(text);
    if (parent)
        node_append(parent, node);
    return node;
}

static inline struct node *build_heading(struct arena *arena, struct node *parent, int level, const char *text)
{
    struct node *heading = build_node(arena, parent, NODE_HEADING, NULL);
    heading->level = level;
    build_node(arena, heading, NODE_TEXT, text);
    return heading;
}

static inline struct node *build_paragraph(struct arena *arena, struct node *parent, const char *text)
{
    struct node *paragraph = build_node(arena, parent, NODE_PARAGRAPH, NULL);
    build_node(arena, paragraph, NODE_TEXT, text);
    return paragraph;
}

static inline struct pages *build_pages(struct arena *arena, const struct document *document, bool justify,
                                        struct hyphenator *hyphenator)
{
    struct layout_style style = {.justify = justify, .hyphenator = hyphenator};
    return layout_document(arena, document, &metrics_fixed, &style);
}

/* ---- tables ---- */

static inline struct cell build_cell(struct arena *arena, const char *text)
{
    struct node *inlines = build_node(arena, NULL, NODE_BODY, NULL);
    build_node(arena, inlines, NODE_TEXT, text);
    return (struct cell){.kind = CELL_TEXT, .inlines = inlines};
}

static inline struct cell build_number(const char *shown, const char *mark)
{
    return (struct cell){.kind = CELL_NUMBER, .shown = str_of(shown), .mark = str_of(mark), .number = {.is = true}};
}

/* Empty cells, columns named A, B, C… */
static inline struct table *build_table(struct arena *arena, struct node *parent, size_t columns, size_t rows)
{
    struct table *table = ARENA_NEW(arena, struct table);
    table->columns = ARENA_ARRAY(arena, struct table_column, columns);
    table->column_count = columns;
    for (size_t c = 0; c < columns; c++)
        table->columns[c].name = str_print(arena, "T%zu", c);
    table->rows = ARENA_ARRAY(arena, struct table_row, rows);
    table->row_count = rows;
    for (size_t r = 0; r < rows; r++)
        table->rows[r].cells = ARENA_ARRAY(arena, struct cell, columns);
    build_node(arena, parent, NODE_TABLE, NULL)->table = table;
    return table;
}

/* ---- what must hold ---- */

static inline int32_t mark_left(const struct mark *mark)
{
    return mark->x - (mark->anchor == ANCHOR_END ? mark->width : mark->anchor == ANCHOR_MIDDLE ? mark->width / 2 : 0);
}

/* A text's box reaches from its baseline to the height of its capitals. */
static inline bool marks_meet(const struct mark *a, const struct mark *b)
{
    int32_t ax = mark_left(a), bx = mark_left(b);
    int32_t a_top = a->y - a->style.size * 7 / 10, b_top = b->y - b->style.size * 7 / 10;
    return ax < bx + b->width && bx < ax + a->width && a_top < b->y && b_top < a->y;
}

static inline bool mark_is_text(const struct mark *mark)
{
    return mark->kind == MARK_TEXT && mark->style.size < 40000; /* the word on a draft lies under the text */
}

/* No two texts of a page meet, none leaves it. */
static inline void assert_sound(const struct pages *pages)
{
    for (size_t p = 0; p < pages->count; p++) {
        const struct drawing *page = &pages->at[p].drawing;
        for (size_t i = 0; i < page->count; i++) {
            const struct mark *a = &page->at[i];
            assert_true((int)a->kind <= MARK_LINK);
            assert_true(a->tag >= TAG_ARTIFACT && a->tag < (int)pages->tag_count);
            if (!mark_is_text(a))
                continue;
            int32_t x = mark_left(a);
            if (x < 0 || x + a->width > page->width || a->y <= 0 || a->y > page->height - 20000)
                fail_msg("page %zu: \"%.*s\" leaves it", p + 1, STR_ARG(a->text));
            for (size_t j = i + 1; j < page->count; j++)
                if (mark_is_text(&page->at[j]) && marks_meet(a, &page->at[j]))
                    fail_msg("page %zu: \"%.*s\" meets \"%.*s\"", p + 1, STR_ARG(a->text), STR_ARG(page->at[j].text));
        }
    }
    for (size_t i = 1; i < pages->tag_count; i++)
        assert_true(pages->tags[i].parent >= 0 && pages->tags[i].parent < (int)i);
}

/* The first text that holds `words`, on any page from *page on; NULL where there is none. */
static inline const struct mark *find_text(const struct pages *pages, const char *words, size_t *page, bool artifact)
{
    for (size_t p = *page; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].drawing.count; i++) {
            const struct mark *mark = &pages->at[p].drawing.at[i];
            if (mark->kind != MARK_TEXT || (mark->tag == TAG_ARTIFACT) != artifact)
                continue;
            /* A line is a slice of its paragraph: what begins in it must end in it. */
            const char *found = mark->text.length ? strstr(mark->text.at, words) : NULL;
            if (found && found + strlen(words) <= mark->text.at + mark->text.length) {
                *page = p;
                return mark;
            }
        }
    return NULL;
}

/* The same in the text of any page; the test fails where it is nowhere. */
static inline const struct mark *text_at(const struct pages *pages, const char *words, size_t *page)
{
    *page = 0;
    const struct mark *mark = find_text(pages, words, page, false);
    if (!mark)
        fail_msg("no \"%s\"", words);
    return mark;
}

static inline size_t count_tags(const struct pages *pages, enum tag_role role)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->tag_count; i++)
        count += pages->tags[i].role == role;
    return count;
}

/* The words of a tag over all pages, without the hyphens that line breaks brought. */
static inline struct str tag_text(struct arena *arena, const struct pages *pages, int tag)
{
    struct buffer text = {.arena = arena};
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].drawing.count; i++) {
            const struct mark *mark = &pages->at[p].drawing.at[i];
            if (mark->kind != MARK_TEXT || mark->tag != tag)
                continue;
            bool broken = str_ends(mark->text, STR("\xC2\xAD"));
            buffer_add(&text, str_slice(mark->text, 0, mark->text.length - (broken ? 2 : 0)));
        }
    return buffer_str(&text);
}

/* Numbers that look random and are the same every time. */
static inline uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

#endif
