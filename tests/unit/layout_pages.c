/* Documents on pages: nothing overlaps, nothing leaves the page, everything is there. */
#include "layout/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static const struct word words[] = {
    {{"contents", 8}, {"Sommaire", 8}},
    {{"continued", 9}, {"suite", 5}},
    {{"draft", 5}, {"BROUILLON", 9}},
    {{"page", 4}, {"Page", 4}},
};

static struct document document_of(struct node *body)
{
    return (struct document){.words = words,
                             .word_count = sizeof words / sizeof *words,
                             .title = STR("Bilan annuel"),
                             .programme = STR("Programme"),
                             .edition = STR("Edition du 20 janvier"),
                             .language = LANGUAGE_FR,
                             .body = body};
}

static struct node *add(struct arena *arena, struct node *parent, enum node_kind kind, const char *text)
{
    struct node *node = node_new(arena, kind, (struct place){0});
    node->text = str_of(text);
    if (parent)
        node_append(parent, node);
    return node;
}

static struct node *add_heading(struct arena *arena, struct node *parent, int level, const char *text)
{
    struct node *heading = add(arena, parent, NODE_HEADING, NULL);
    heading->level = level;
    add(arena, heading, NODE_TEXT, text);
    return heading;
}

static void add_paragraph(struct arena *arena, struct node *parent, const char *text)
{
    add(arena, add(arena, parent, NODE_PARAGRAPH, NULL), NODE_TEXT, text);
}

static struct pages *set(struct arena *arena, struct node *body, bool cover)
{
    struct document document = document_of(body);
    document.cover = cover;
    struct layout_style style = {.justify = true};
    return layout_document(arena, &document, &metrics_fixed, &style);
}

/* Of a text: from ascent to descent of its face. */
static bool boxes_meet(const struct mark *a, const struct mark *b)
{
    int32_t ax = a->x - (a->anchor == ANCHOR_END ? a->width : 0), bx = b->x - (b->anchor == ANCHOR_END ? b->width : 0);
    int32_t a_top = a->y - a->style.size * 7 / 10, b_top = b->y - b->style.size * 7 / 10;
    return ax < bx + b->width && bx < ax + a->width && a_top < b->y && b_top < a->y;
}

static void assert_sound(const struct pages *pages)
{
    for (size_t p = 0; p < pages->count; p++) {
        const struct drawing *page = &pages->at[p].drawing;
        for (size_t i = 0; i < page->count; i++) {
            const struct mark *a = &page->at[i];
            if (a->kind != MARK_TEXT)
                continue;
            int32_t x = a->x - (a->anchor == ANCHOR_END ? a->width : 0);
            assert_true(x >= 0 && x + a->width <= page->width);
            assert_true(a->y > 0 && a->y <= page->height);
            for (size_t j = i + 1; j < page->count; j++)
                if (page->at[j].kind == MARK_TEXT && boxes_meet(a, &page->at[j]))
                    fail_msg("page %zu: \"%.*s\" and \"%.*s\"", p + 1, STR_ARG(a->text), STR_ARG(page->at[j].text));
        }
    }
}

static const char lorem[] =
    "Quand un jeune passe d'une association à l'autre sans devoir tout recommencer, il va plus loin et plus vite. Les "
    "membres se sont donc entendus sur trois choses : se prévenir avant d'orienter, donner un premier rendez-vous en "
    "moins de dix jours, et regarder ensemble, chaque trimestre, les mêmes quinze mesures.";

static void long_document(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct node *body = add(arena, NULL, NODE_BODY, NULL);
    for (int i = 0; i < 1500; i++) {
        if (i % 5 == 0)
            add_heading(arena, body, 1 + i % 3, "Une partie du bilan");
        add_paragraph(arena, body, lorem);
    }
    struct pages *pages = set(arena, body, true);
    assert_sound(pages);
    assert_in_range(pages->count, 100, 400);
    assert_int_equal(pages->bookmark_count, 300);
    arena_free(arena);
}

static void empty_document(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct node *body = add(arena, NULL, NODE_BODY, NULL);
    add(arena, body, NODE_SECTION, NULL);
    struct pages *pages = set(arena, body, false);
    assert_int_equal(pages->count, 1);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(long_document), cmocka_unit_test(empty_document)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
