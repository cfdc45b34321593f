#include "render/pdf/tags.h"

#include "render/pdf/syntax.h"

#include <assert.h>
#include <stdint.h>

/* What a role is called, and what becomes of it in the tree. */
static const struct kind {
    const char *name;
    bool drawn;      /* lines and shapes are its content */
    bool identified; /* PDF/UA-1 7.9: a note has an identifier */
} roles[TAG_ROLES] = {
    [TAG_DOCUMENT] = {"Document", false, false},
    [TAG_SECTION] = {"Sect", false, false},
    [TAG_H1] = {"H1", false, false},
    [TAG_H2] = {"H2", false, false},
    [TAG_H3] = {"H3", false, false},
    [TAG_H4] = {"H4", false, false},
    [TAG_H5] = {"H5", false, false},
    [TAG_H6] = {"H6", false, false},
    [TAG_P] = {"P", false, false},
    [TAG_L] = {"L", false, false},
    [TAG_LI] = {"LI", false, false},
    [TAG_LBL] = {"Lbl", false, false},
    [TAG_LBODY] = {"LBody", false, false},
    [TAG_QUOTE] = {"BlockQuote", false, false},
    [TAG_CODE] = {"Code", false, false},
    [TAG_TABLE] = {"Table", false, false},
    [TAG_CAPTION] = {"Caption", false, false},
    [TAG_THEAD] = {"THead", false, false},
    [TAG_TBODY] = {"TBody", false, false},
    [TAG_TR] = {"TR", false, false},
    [TAG_TH] = {"TH", false, false},
    [TAG_TD] = {"TD", false, false},
    [TAG_FIGURE] = {"Figure", true, false},
    [TAG_LINK] = {"Link", false, false},
    [TAG_NOTE] = {"Note", false, true},
    [TAG_REFERENCE] = {"Reference", false, false},
    [TAG_SPAN] = {"Span", false, false},
    [TAG_TOC] = {"TOC", false, false},
    [TAG_TOCI] = {"TOCI", false, false},
};

/* What an element holds of its own, in the order in which it was painted. */
struct piece {
    int tag, page, number; /* number: of marked content on its page, -1 for an annotation */
    unsigned annotation;
};

#define NEVER SIZE_MAX

struct element {
    unsigned object;
    size_t first_piece; /* in the pieces sorted by tag */
    size_t piece_count;
    size_t when;     /* the first piece of it or of what it holds; NEVER when empty */
    int first, next; /* children, by index; -1 for none */
    bool linked;     /* has an annotation */
};

struct pdf_tags {
    struct job job;
    struct piece *at;
    size_t count, capacity;
    struct annotations {
        struct piece *at;
        size_t count, capacity;
    } annotations;
    int *numbers; /* marked content so far, by page */
    struct element *elements;
    size_t *order; /* pieces sorted by tag */
};

struct pdf_tags *pdf_tags_new(const struct job *job)
{
    struct pdf_tags *tags = ARENA_NEW(job->arena, struct pdf_tags);
    tags->job = *job;
    tags->numbers = ARENA_ARRAY(job->arena, int, job->pages->count);
    return tags;
}

const char *pdf_role(enum tag_role role)
{
    return roles[role].name;
}

bool pdf_role_is_drawn(enum tag_role role)
{
    return roles[role].drawn;
}

int pdf_tags_content(struct pdf_tags *tags, int tag, int page)
{
    int number = tags->numbers[page]++;
    *PUSH(tags->job.arena, tags) = (struct piece){tag, page, number, 0};
    return number;
}

size_t pdf_tags_annotation(struct pdf_tags *tags, int tag, int page, unsigned object)
{
    struct piece piece = {tag, page, -1, object};
    *PUSH(tags->job.arena, tags) = piece;
    *PUSH(tags->job.arena, &tags->annotations) = piece;
    return tags->job.pages->count + tags->annotations.count - 1;
}

/* ---- which element holds what ---- */

static void pieces_sort(struct pdf_tags *tags)
{
    struct element *elements = tags->elements;
    size_t first = 0;
    for (size_t i = 0; i < tags->count; i++)
        elements[tags->at[i].tag].piece_count++;
    for (size_t i = 0; i < tags->job.pages->tag_count; i++) {
        elements[i].first_piece = first;
        first += elements[i].piece_count;
        elements[i].piece_count = 0;
    }
    tags->order = ARENA_ARRAY(tags->job.arena, size_t, tags->count);
    for (size_t i = 0; i < tags->count; i++) {
        struct element *element = &elements[tags->at[i].tag];
        tags->order[element->first_piece + element->piece_count++] = i;
        element->linked |= tags->at[i].number < 0;
        if (element->when > i)
            element->when = i;
    }
}

/* A parent stands before its children in the list of tags, so one pass from the end is enough. */
static void children_link(struct pdf_tags *tags)
{
    const struct pages *pages = tags->job.pages;
    for (size_t i = pages->tag_count; i-- > 0;) {
        int parent = pages->tags[i].parent;
        if (parent < 0)
            continue;
        assert((size_t)parent < i);
        struct element *above = &tags->elements[parent];
        tags->elements[i].next = above->first;
        above->first = (int)i;
        if (above->when > tags->elements[i].when)
            above->when = tags->elements[i].when;
    }
}

static void elements_make(struct pdf_tags *tags)
{
    size_t count = tags->job.pages->tag_count;
    tags->elements = ARENA_ARRAY(tags->job.arena, struct element, count);
    for (size_t i = 0; i < count; i++)
        tags->elements[i] =
            (struct element){.object = pdf_reserve(tags->job.file), .when = NEVER, .first = -1, .next = -1};
    pieces_sort(tags);
    children_link(tags);
}

/* ---- writing ---- */

static unsigned page_object(const struct pdf_tags *tags, int page)
{
    return tags->job.page_objects[page];
}

/* `home` is the element's own page: numbers alone belong to it. */
static void write_piece(const struct pdf_tags *tags, struct buffer *out, const struct piece *piece, int home)
{
    if (piece->number < 0) {
        buffer_print(out, "<</Type/OBJR/Obj %u 0 R/Pg %u 0 R>>", piece->annotation, page_object(tags, piece->page));
    } else if (piece->page != home) {
        buffer_print(out, "<</Type/MCR/Pg %u 0 R/MCID %d>>", page_object(tags, piece->page), piece->number);
    } else {
        buffer_byte(out, ' ');
        syntax_integer(out, piece->number);
    }
}

/* Children in the order of the tags; what is the element's own goes before the first child painted after it. */
static void write_kids(const struct pdf_tags *tags, struct buffer *out, const struct element *element, int home)
{
    size_t piece = element->first_piece, end = piece + element->piece_count;
    buffer_add(out, STR("/K["));
    for (int child = element->first; child >= 0; child = tags->elements[child].next) {
        size_t when = tags->elements[child].when;
        for (; piece < end && when != NEVER && tags->order[piece] < when; piece++)
            write_piece(tags, out, &tags->at[tags->order[piece]], home);
        syntax_reference(out, tags->elements[child].object);
    }
    for (; piece < end; piece++)
        write_piece(tags, out, &tags->at[tags->order[piece]], home);
    buffer_byte(out, ']');
}

static void write_box(const struct pdf_tags *tags, struct buffer *out, const struct tag *tag)
{
    int64_t height = tags->job.pages->at[tag->page].drawing.height;
    const int64_t edges[4] = {tag->x, height - tag->y - tag->height, (int64_t)tag->x + tag->width, height - tag->y};
    buffer_add(out, STR("/A<</O/Layout/Placement/Block/BBox["));
    for (int i = 0; i < 4; i++) {
        syntax_length(out, edges[i]);
        buffer_byte(out, ' ');
    }
    buffer_add(out, STR("]>>"));
}

static void write_spans(struct buffer *out, const struct tag *tag)
{
    bool heads = tag->role == TAG_TH;
    if (!heads && tag->column_span < 2 && tag->row_span < 2)
        return;
    buffer_add(out, STR("/A<</O/Table"));
    if (heads)
        buffer_add(out, tag->row_header ? STR("/Scope/Row") : STR("/Scope/Column"));
    if (tag->column_span > 1)
        buffer_print(out, "/ColSpan %d", tag->column_span);
    if (tag->row_span > 1)
        buffer_print(out, "/RowSpan %d", tag->row_span);
    buffer_add(out, STR(">>"));
}

static void write_attributes(const struct pdf_tags *tags, struct buffer *out, size_t index)
{
    const struct tag *tag = &tags->job.pages->tags[index];
    if (tag->role == TAG_FIGURE)
        write_box(tags, out, tag);
    else if (tag->role == TAG_TH || tag->role == TAG_TD)
        write_spans(out, tag);
    if (tag->alternative.length) {
        buffer_add(out, STR("/Alt"));
        syntax_text(out, tag->alternative);
    }
    if (tag->language.length) {
        buffer_add(out, STR("/Lang"));
        syntax_text(out, tag->language);
    }
    if (roles[tag->role].identified)
        buffer_print(out, "/ID(note-%08zu)", index);
}

/* The most numerous objects of a file: without what may be left out, the type among it. */
static void write_element(const struct pdf_tags *tags, size_t index, unsigned root)
{
    const struct tag *tag = &tags->job.pages->tags[index];
    const struct element *element = &tags->elements[index];
    struct buffer out = {.arena = tags->job.arena};
    /* A link that leads nowhere is only words. */
    enum tag_role role = tag->role == TAG_LINK && !element->linked ? TAG_SPAN : tag->role;
    int home = element->piece_count ? tags->at[tags->order[element->first_piece]].page : -1;
    buffer_add(&out, STR("/S/"));
    buffer_add(&out, str_of(roles[role].name));
    buffer_add(&out, STR("/P"));
    syntax_reference(&out, tag->parent < 0 ? root : tags->elements[tag->parent].object);
    if (home >= 0) {
        buffer_add(&out, STR("/Pg"));
        syntax_reference(&out, page_object(tags, home));
    }
    write_attributes(tags, &out, index);
    write_kids(tags, &out, element, home);
    pdf_define(tags->job.file, element->object, buffer_str(&out));
}

/* Pieces come page by page, numbered as they come. */
static unsigned write_parents(const struct pdf_tags *tags)
{
    struct buffer out = {.arena = tags->job.arena};
    size_t page_count = tags->job.pages->count;
    int page = -1;
    buffer_add(&out, STR("/Nums ["));
    for (size_t i = 0; i < tags->count; i++) {
        const struct piece *piece = &tags->at[i];
        if (piece->number < 0)
            continue;
        if (piece->page != page)
            buffer_print(&out, "%s%d [", page < 0 ? "" : "]\n", piece->page);
        page = piece->page;
        syntax_reference(&out, tags->elements[piece->tag].object);
    }
    buffer_add(&out, page < 0 ? STR("\n") : STR("]\n"));
    for (size_t i = 0; i < tags->annotations.count; i++)
        buffer_print(&out, "%zu %u 0 R\n", page_count + i, tags->elements[tags->annotations.at[i].tag].object);
    buffer_add(&out, STR("]\n"));
    return pdf_dictionary(tags->job.file, buffer_str(&out));
}

static unsigned write_identifiers(const struct pdf_tags *tags)
{
    struct buffer out = {.arena = tags->job.arena};
    buffer_add(&out, STR("/Names ["));
    for (size_t i = 0; i < tags->job.pages->tag_count; i++)
        if (roles[tags->job.pages->tags[i].role].identified)
            buffer_print(&out, "(note-%08zu) %u 0 R\n", i, tags->elements[i].object);
    buffer_add(&out, STR("]\n"));
    return pdf_dictionary(tags->job.file, buffer_str(&out));
}

unsigned pdf_tags_write(struct pdf_tags *tags)
{
    unsigned root = pdf_reserve(tags->job.file);
    struct buffer out = {.arena = tags->job.arena};
    elements_make(tags);
    buffer_add(&out, STR("/Type /StructTreeRoot\n/K ["));
    for (size_t i = 0; i < tags->job.pages->tag_count; i++) {
        write_element(tags, i, root);
        if (tags->job.pages->tags[i].parent < 0)
            syntax_reference(&out, tags->elements[i].object);
    }
    buffer_print(&out, "]\n/ParentTree %u 0 R\n/ParentTreeNextKey %zu\n/IDTree %u 0 R\n", write_parents(tags),
                 tags->job.pages->count + tags->annotations.count, write_identifiers(tags));
    pdf_define(tags->job.file, root, buffer_str(&out));
    return root;
}
