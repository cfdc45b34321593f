/* A run of text: shaped glyphs as codes in TJ arrays, moved where kerning, justification or another font asks for it.
 */
#include "render/pdf/content.h"
#include "render/pdf/syntax.h"

/* A tenth of a thousandth of an em, in which W is written. */
#define TENTHS(units) (((int64_t)(units)*10 + ((units) < 0 ? -FONT_UNIT / 2 : FONT_UNIT / 2)) / FONT_UNIT)

struct run {
    struct content *content;
    const struct mark *mark;
    int64_t wanted;     /* FONT_UNITs from the start: where the next glyph goes */
    int64_t pen;        /* tenths: where the PDF's own widths would put it */
    int64_t spread;     /* FONT_UNITs added to a space */
    bool array, string; /* inside [ ] and ( ) */
    char held[96];      /* the end of the string, not yet in the stream: codes come one by one */
    size_t held_count;
};

static void held_release(struct run *run)
{
    buffer_add(&run->content->out, (struct str){run->held, run->held_count});
    run->held_count = 0;
}

static void string_end(struct run *run)
{
    if (!run->string)
        return;
    run->held[run->held_count++] = ')';
    held_release(run);
    run->string = false;
}

static void array_end(struct run *run)
{
    string_end(run);
    if (run->array)
        buffer_add(&run->content->out, STR("]TJ\n"));
    run->array = false;
}

static void string_begin(struct run *run)
{
    struct buffer *out = &run->content->out;
    if (!run->array)
        buffer_byte(out, '[');
    if (!run->string)
        buffer_byte(out, '(');
    run->array = run->string = true;
}

/* Moves the pen when it is a thousandth of an em away, no more often. */
static void pen_move(struct run *run, int64_t to)
{
    int64_t apart = to - run->pen;
    if (apart > -10 && apart < 10)
        return;
    int64_t move = (apart + (apart < 0 ? -5 : 5)) / 10;
    string_end(run);
    if (!run->array)
        buffer_byte(&run->content->out, '[');
    run->array = true;
    syntax_integer(&run->content->out, -move);
    run->pen += move * 10;
}

static void font_select(struct run *run, size_t font)
{
    struct content *content = run->content;
    if (content->font == font && content->size == run->mark->style.size)
        return;
    array_end(run);
    buffer_add(&content->out, STR("/F"));
    syntax_integer(&content->out, (int64_t)font);
    buffer_byte(&content->out, ' ');
    syntax_length(&content->out, run->mark->style.size);
    buffer_add(&content->out, STR(" Tf\n"));
    content->font = font;
    content->size = run->mark->style.size;
}

static void rise(struct run *run, int32_t units)
{
    array_end(run);
    syntax_length(&run->content->out, (int64_t)units * run->mark->style.size / FONT_EM);
    buffer_add(&run->content->out, STR(" Ts\n"));
}

/* Bytes as they are: half of what hexadecimal takes, and half the time to compress it. */
static void code_write(struct run *run, unsigned code)
{
    enum { LONGEST = 5 }; /* two bytes escaped, and the end of the string */
    if (run->held_count > sizeof run->held - LONGEST)
        held_release(run);
    run->held_count += syntax_byte(run->held + run->held_count, (char)(code >> 8));
    run->held_count += syntax_byte(run->held + run->held_count, (char)(code & 0xFF));
}

static void glyph_add(struct run *run, const struct glyph *glyph, struct str text)
{
    int32_t width;
    unsigned code = pdf_fonts_code(run->content->fonts, glyph, text, &width);
    font_select(run, glyph->font);
    if (glyph->y)
        rise(run, glyph->y);
    pen_move(run, TENTHS(run->wanted + glyph->x));
    string_begin(run);
    code_write(run, code);
    if (glyph->y)
        rise(run, 0);
    run->pen += width;
    run->wanted += glyph->advance;
}

/* What cannot be told glyph by glyph is told whole. */
static void cluster_add(struct run *run, const struct glyph *glyphs, size_t count, struct str text)
{
    struct buffer *out = &run->content->out;
    array_end(run);
    buffer_add(out, STR("/Span <</ActualText "));
    syntax_text(out, text);
    buffer_add(out, STR(">>BDC\n"));
    for (size_t i = 0; i < count; i++) {
        /* Every code must stand for something; the later ones for a zero width space. */
        glyph_add(run, &glyphs[i], i ? STR("\xE2\x80\x8B") : text);
    }
    array_end(run);
    buffer_add(out, STR("EMC\n"));
}

static void note_missing(struct run *run, struct str text)
{
    struct missing_characters *missing = run->content->missing;
    for (size_t i = 0; i < missing->count; i++)
        if (str_equal(missing->at[i].text, text))
            return;
    *PUSH(run->content->out.arena, missing) = (struct missing_character){text, run->mark->style.face};
}

static void word_add(struct run *run, struct word_shape shape, struct str word)
{
    for (size_t i = 0, next; i < shape.count; i = next) {
        const struct glyph *glyph = &shape.glyphs[i];
        struct str text = str_slice(word, glyph->from, glyph->to);
        for (next = i + 1; next < shape.count && shape.glyphs[next].from == shape.glyphs[next].to;)
            next++;
        if (glyph->missing)
            note_missing(run, text);
        if (next == i + 1)
            glyph_add(run, glyph, text);
        else
            cluster_add(run, glyph, next - i, text);
    }
    if (str_equal(word, STR(" ")))
        run->wanted += run->spread;
}

/* Spaces at the end of a line are kept for those who copy it and take no room. */
static struct str without_last_spaces(struct str text)
{
    while (text.length && text.at[text.length - 1] == ' ')
        text.length--;
    return text;
}

static int64_t width_of(const struct content *content, const struct mark *mark, int64_t spread)
{
    struct str text = without_last_spaces(mark->text);
    int64_t units = shaper_width(content->shaper, mark->style.face, mark->style.features, text);
    for (size_t i = 0; i < text.length; i++)
        units += text.at[i] == ' ' ? spread : 0;
    return units * mark->style.size / FONT_EM;
}

static int64_t start_of(const struct content *content, const struct mark *mark, int64_t spread)
{
    if (mark->anchor == ANCHOR_START)
        return mark->x;
    int64_t width = width_of(content, mark, spread);
    return mark->anchor == ANCHOR_END ? mark->x - width : mark->x - width / 2;
}

void content_text(struct content *content, const struct mark *mark)
{
    if (!mark->text.length || mark->style.size <= 0)
        return;
    struct run run = {content, mark, .spread = (int64_t)mark->word_gap * FONT_EM / mark->style.size};
    struct buffer *out = &content->out;
    if (content->fill != mark->style.colour) {
        syntax_colour(out, mark->style.colour);
        buffer_add(out, STR("rg\n"));
        content->fill = mark->style.colour;
    }
    buffer_add(out, STR("BT\n"));
    syntax_length(out, start_of(content, mark, run.spread));
    buffer_byte(out, ' ');
    syntax_length(out, (int64_t)content->height - mark->y);
    buffer_add(out, STR(" Td\n"));
    struct str word;
    for (size_t at = 0; shaper_word(mark->text, &at, &word);)
        word_add(&run, shaper_shape(content->shaper, mark->style.face, mark->style.features, word), word);
    array_end(&run);
    buffer_add(out, STR("ET\n"));
}
