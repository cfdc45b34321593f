/* Pages as text, for tests that are read as a difference: every mark, then the tree of tags. */
#include "layout.h"

static const char *const roles[TAG_ROLES] = {
    "Document", "Section", "H1",     "H2",    "H3",   "H4",        "H5",      "H6",    "P",     "L",
    "LI",       "Lbl",     "LBody",  "Quote", "Code", "Table",     "Caption", "THead", "TBody", "TR",
    "TH",       "TD",      "Figure", "Link",  "Note", "Reference", "Span",    "TOC",   "TOCI"};
static const char *const kinds[] = {"text", "line", "rectangle", "path", "image", "link"};
static const char *const faces[FACE_COUNT] = {"regular", "bold", "italic", "bold italic", "mono"};

/* Tenths of a point. */
static void length_add(struct buffer *text, int32_t length)
{
    long tenths = length >= 0 ? (length + 50L) / 100 : -((50L - length) / 100);
    buffer_print(text, " %s%ld.%ld", tenths < 0 ? "-" : "", (tenths < 0 ? -tenths : tenths) / 10,
                 (tenths < 0 ? -tenths : tenths) % 10);
}

static void mark_add(struct buffer *text, const struct mark *mark)
{
    buffer_print(text, "  %s", kinds[mark->kind]);
    length_add(text, mark->x);
    length_add(text, mark->y);
    length_add(text, mark->width);
    length_add(text, mark->height);
    if (mark->tag == TAG_ARTIFACT)
        buffer_print(text, " -");
    else
        buffer_print(text, " #%d", mark->tag);
    if (mark->kind == MARK_TEXT) {
        buffer_print(text, " %s", faces[mark->style.face]);
        length_add(text, mark->style.size);
        buffer_print(text, " +%d ", mark->word_gap);
        buffer_json(text, mark->text);
    } else if (mark->kind == MARK_LINK) {
        buffer_byte(text, ' ');
        buffer_json(text, mark->link);
    } else if (mark->fill != COLOUR_NONE) {
        buffer_print(text, " %06x", (unsigned)mark->fill);
    }
    buffer_byte(text, '\n');
}

static int tag_depth(const struct pages *pages, size_t tag)
{
    int depth = 0;
    for (int t = pages->tags[tag].parent; t >= 0; t = pages->tags[t].parent)
        depth++;
    return depth;
}

static void tag_line(struct buffer *text, const struct pages *pages, size_t index, struct buffer *words)
{
    const struct tag *tag = &pages->tags[index];
    buffer_print(text, "%*s%s #%zu", 2 * tag_depth(pages, index), "", roles[tag->role], index);
    if (tag->column_span > 1)
        buffer_print(text, " columns=%d", tag->column_span);
    if (tag->row_header)
        buffer_print(text, " scope=row");
    if (tag->language.length)
        buffer_print(text, " lang=%.*s", STR_ARG(tag->language));
    if (tag->alternative.length) {
        buffer_print(text, " alt=");
        buffer_json(text, tag->alternative);
    }
    if (words[index].count) {
        buffer_byte(text, ' ');
        buffer_json(text, buffer_str(&words[index]));
    }
    buffer_byte(text, '\n');
}

/* The words of each tag, in the order of the marks. */
static struct buffer *words_of(struct arena *arena, const struct pages *pages)
{
    struct buffer *words = ARENA_ARRAY(arena, struct buffer, pages->tag_count);
    for (size_t i = 0; i < pages->tag_count; i++)
        words[i].arena = arena;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].drawing.count; i++) {
            const struct mark *mark = &pages->at[p].drawing.at[i];
            if (mark->kind == MARK_TEXT && mark->tag != TAG_ARTIFACT)
                buffer_add(&words[mark->tag], mark->text);
        }
    return words;
}

struct str pages_dump(struct arena *arena, const struct pages *pages)
{
    struct buffer text = {.arena = arena};
    for (size_t p = 0; p < pages->count; p++) {
        const struct drawing *page = &pages->at[p].drawing;
        buffer_print(&text, "page %zu", p + 1);
        length_add(&text, page->width);
        length_add(&text, page->height);
        buffer_byte(&text, '\n');
        for (size_t i = 0; i < page->count; i++)
            mark_add(&text, &page->at[i]);
    }
    for (size_t i = 0; i < pages->target_count; i++) {
        buffer_print(&text, "target %.*s page %d", STR_ARG(pages->targets[i].anchor), pages->targets[i].page + 1);
        length_add(&text, pages->targets[i].y);
        buffer_byte(&text, '\n');
    }
    for (size_t i = 0; i < pages->bookmark_count; i++)
        buffer_print(&text, "bookmark %d page %d %.*s\n", pages->bookmarks[i].level, pages->bookmarks[i].page + 1,
                     STR_ARG(pages->bookmarks[i].title));
    struct buffer *words = words_of(arena, pages);
    for (size_t i = 0; i < pages->tag_count; i++)
        tag_line(&text, pages, i, words);
    return buffer_str(&text);
}
