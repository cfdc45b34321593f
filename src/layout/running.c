/* What stands on every page outside its text: running head, page number, the word on a draft. All artifacts. */
#include "flow.h"

#define SECTION_LEVEL 2 /* headings that a running head names */
#define AT_TOP 60000

static struct text_style running_style(const struct layout *layout)
{
    struct flow flow = {.layout = (struct layout *)layout, .size = 100};
    return style_of(&flow, ELEMENT_RUNNING);
}

void page_watermark(struct layout *layout, struct page *page)
{
    if (!layout->document->draft)
        return;
    struct flow flow = {.layout = layout, .size = 100};
    struct str word = document_word(layout->document, "draft");
    struct text_style style = style_of(&flow, ELEMENT_WATERMARK);
    int32_t width = text_width(layout->metrics, style, word), most = page->drawing.width * 9 / 10;
    if (width > most)
        style.size = (int32_t)((int64_t)style.size * most / width);
    drawing_text(layout->arena, &page->drawing, layout->metrics, page->drawing.width / 2, page->drawing.height / 2,
                 ANCHOR_MIDDLE, style, word);
}

/* Cut at a sign, with an ellipsis, to a width. */
static struct str fitted(struct layout *layout, struct text_style style, struct str text, int32_t width)
{
    if (text_width(layout->metrics, style, text) <= width)
        return text;
    size_t low = 0, high = text.length;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        struct str part = str_print(layout->arena, "%.*s…", (int)middle, text.at);
        if (text_width(layout->metrics, style, part) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    while (low && ((unsigned char)text.at[low] & 0xC0) == 0x80)
        low--;
    return str_print(layout->arena, "%.*s…", STR_ARG(str_trim(str_slice(text, 0, low))));
}

/* The section in which page `page` begins. `next` walks along with the pages. */
static struct str section_of(const struct layout *layout, int page, size_t *next, struct str held)
{
    for (; *next < layout->headings.count; ++*next) {
        const struct heading *heading = &layout->headings.at[*next];
        if (heading->page > page || (heading->page == page && heading->y > layout->geometry[0].top + AT_TOP))
            break;
        if (heading->level <= SECTION_LEVEL)
            held = heading->title;
    }
    return held;
}

static void line_two(struct layout *layout, struct drawing *page, int32_t y, struct str left, struct str right)
{
    const struct geometry *geometry = &layout->geometry[page->width > page->height];
    struct text_style style = running_style(layout);
    int32_t width = geometry->right - geometry->left, used = text_width(layout->metrics, style, right);
    if (used > width * 6 / 10) {
        right = fitted(layout, style, right, width * 6 / 10);
        used = text_width(layout->metrics, style, right);
    }
    left = fitted(layout, style, left, width - used - 12000);
    if (left.length)
        drawing_text(layout->arena, page, layout->metrics, geometry->left, y, ANCHOR_START, style, left);
    if (right.length)
        drawing_text(layout->arena, page, layout->metrics, geometry->right, y, ANCHOR_END, style, right);
}

static struct str joined(struct arena *arena, struct str a, struct str b)
{
    if (!a.length || !b.length)
        return a.length ? a : b;
    return str_print(arena, "%.*s \xC2\xB7 %.*s", STR_ARG(a), STR_ARG(b));
}

static void head_set(struct layout *layout, struct drawing *page, struct str section)
{
    const struct document *document = layout->document;
    const struct geometry *geometry = &layout->geometry[page->width > page->height];
    line_two(layout, page, geometry->header, joined(layout->arena, document->programme, document->title), section);
    drawing_line(layout->arena, page, geometry->left, geometry->header + 6000, geometry->right - geometry->left, 0, 400,
                 layout->palette[COLOUR_RULE]);
}

static void foot_set(struct layout *layout, struct drawing *page, size_t number)
{
    const struct document *document = layout->document;
    const struct geometry *geometry = &layout->geometry[page->width > page->height];
    struct str left = joined(layout->arena, document->edition, document->audience_name);
    if (document->draft)
        left = joined(layout->arena, document_word(document, "draft"), left);
    struct str right = str_print(layout->arena, "%.*s %zu/%zu", STR_ARG(document_word(document, "page")), number,
                                 layout->pages->count);
    line_two(layout, page, geometry->footer, left, right);
}

void pages_running(struct layout *layout)
{
    size_t next = 0;
    struct str section = STR_NONE;
    bool cover = layout->document->cover;
    for (size_t i = 0; i < layout->pages->count; i++) {
        struct drawing *page = &layout->pages->at[i].drawing;
        section = section_of(layout, (int)i, &next, section);
        if (i == 0 && cover)
            continue;
        if (i > 0)
            head_set(layout, page, section);
        foot_set(layout, page, i + 1);
    }
}
