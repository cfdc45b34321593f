#include "render/pdf/fonts.h"

#include "render/pdf/subset.h"
#include "render/pdf/syntax.h"

#include <string.h>

#define CODES_MAX 65535

struct code {
    uint16_t glyph, next; /* the next code of the same glyph, 0 for none */
    int32_t width;        /* tenths of a thousandth of an em, as W says it */
    uint32_t key;         /* short_key of the text */
    struct str text;
};

struct used_font {
    unsigned object; /* 0: not used */
    uint16_t *first; /* by glyph: its latest code, 0 for none */
    struct code *at; /* at[0] stands for .notdef, never drawn */
    size_t count, capacity;
};

struct pdf_fonts {
    struct job job;
    struct used_font *at; /* as many as the shaper's */
    size_t count;
};

struct pdf_fonts *pdf_fonts_new(const struct job *job)
{
    struct pdf_fonts *fonts = ARENA_NEW(job->arena, struct pdf_fonts);
    fonts->job = *job;
    fonts->count = shaper_font_count(job->press->shaper);
    fonts->at = ARENA_ARRAY(job->arena, struct used_font, fonts->count);
    return fonts;
}

static const struct font *font_of(const struct pdf_fonts *fonts, size_t index)
{
    return shaper_font(fonts->job.press->shaper, index);
}

static void font_begin(struct pdf_fonts *fonts, size_t index)
{
    struct used_font *used = &fonts->at[index];
    used->object = pdf_reserve(fonts->job.file);
    used->first = ARENA_ARRAY(fonts->job.arena, uint16_t, font_of(fonts, index)->glyph_count);
    *PUSH(fonts->job.arena, used) = (struct code){0};
}

/* Nearly every text is one character: four bytes that are compared at once. 0 for longer ones. */
static uint32_t short_key(struct str text)
{
    uint32_t key = 0;
    if (text.length > sizeof key)
        return 0;
    for (size_t i = 0; i < text.length; i++)
        key = key << 8 | (unsigned char)text.at[i];
    return key;
}

static bool is_text(const struct code *code, uint32_t key, struct str text)
{
    return code->key == key && (key || str_equal(code->text, text));
}

static unsigned code_add(struct pdf_fonts *fonts, size_t index, uint16_t glyph, struct str text)
{
    struct used_font *used = &fonts->at[index];
    int32_t advance = font_advance(font_of(fonts, index), glyph);
    if (used->count == CODES_MAX)
        return used->first[glyph]; /* the first text of the glyph, or .notdef: no real document comes near */
    unsigned code = (unsigned)used->count;
    *PUSH(fonts->job.arena, used) = (struct code){
        .glyph = glyph,
        .next = used->first[glyph],
        .width = (advance * 10 + FONT_UNIT / 2) / FONT_UNIT,
        .key = short_key(text),
        .text = text,
    };
    used->first[glyph] = (uint16_t)code;
    return code;
}

unsigned pdf_fonts_code(struct pdf_fonts *fonts, const struct glyph *glyph, struct str text, int32_t *width)
{
    struct used_font *used = &fonts->at[glyph->font];
    if (!used->first)
        font_begin(fonts, glyph->font);
    uint32_t key = short_key(text);
    unsigned code = used->first[glyph->id];
    while (code && !is_text(&used->at[code], key, text))
        code = used->at[code].next;
    if (!code)
        code = code_add(fonts, glyph->font, glyph->id, text);
    *width = used->at[code].width;
    return code;
}

void pdf_fonts_resources(const struct pdf_fonts *fonts, struct buffer *out)
{
    for (size_t i = 0; i < fonts->count; i++)
        if (fonts->at[i].object)
            buffer_print(out, "/F%zu %u 0 R\n", i, fonts->at[i].object);
}

/* ---- writing ---- */

static unsigned stream(const struct job *job, struct str entries, struct str bytes)
{
    struct packed packed = compress(job->arena, job->press->compressor, COMPRESS_QUICK, bytes);
    return pdf_stream(job->file, str_print(job->arena, "%.*s%.*s", STR_ARG(entries), STR_ARG(packed.filter)),
                      packed.bytes);
}

#define RANGE_MAX 100

/* A range of codes may not cross a first byte. */
static size_t range_end(const struct used_font *used, size_t from)
{
    size_t to = from + RANGE_MAX < used->count ? from + RANGE_MAX : used->count;
    return (from | 0xFF) + 1 < to ? (from | 0xFF) + 1 : to;
}

static unsigned write_to_unicode(const struct job *job, const struct used_font *used)
{
    struct buffer out = {.arena = job->arena};
    buffer_add(&out, STR("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                         "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                         "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                         "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"));
    for (size_t from = 1, to; from < used->count; from = to) {
        to = range_end(used, from);
        buffer_print(&out, "1 beginbfrange\n<%04zX> <%04zX> [", from, to - 1);
        for (size_t code = from; code < to; code++) {
            buffer_byte(&out, '<');
            syntax_utf16(&out, used->at[code].text);
            buffer_byte(&out, '>');
        }
        buffer_add(&out, STR("]\nendbfrange\n"));
    }
    buffer_add(&out, STR("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"));
    return stream(job,
                  STR("/Type /CMap\n/CMapName /Adobe-Identity-UCS\n"
                      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>>\n"),
                  buffer_str(&out));
}

static unsigned write_glyph_map(const struct job *job, const struct used_font *used, const uint16_t *renumbered)
{
    char *map = arena_alloc(job->arena, used->count, 2);
    for (size_t code = 1; code < used->count; code++) {
        map[2 * code] = (char)(renumbered[code] >> 8);
        map[2 * code + 1] = (char)(renumbered[code] & 0xFF);
    }
    return stream(job, STR_NONE, (struct str){map, used->count * 2});
}

/* Six letters that tell two subsets of one font apart: FNV-1a of the glyphs. */
static void write_name(struct buffer *out, const struct font *font, const struct used_font *used)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t code = 0; code < used->count; code++)
        hash = (hash ^ used->at[code].glyph) * 1099511628211u;
    for (size_t i = 0; i < 6; i++, hash /= 26)
        buffer_byte(out, (char)('A' + hash % 26));
    buffer_byte(out, '+');
    buffer_add(out, font->name);
}

static unsigned write_descriptor(const struct job *job, const struct font *font, struct str name, unsigned program)
{
    enum { FIXED_PITCH = 1, SYMBOLIC = 4, ITALIC = 64 };
    int flags = SYMBOLIC | (font->fixed_pitch ? FIXED_PITCH : 0) | (font->italic_angle ? ITALIC : 0);
    return pdf_dictionary(
        job->file, str_print(job->arena,
                             "/Type /FontDescriptor\n/FontName /%.*s\n/Flags %d\n/FontBBox [%d %d %d %d]\n"
                             "/ItalicAngle %d\n/Ascent %d\n/Descent %d\n/CapHeight %d\n/StemV 80\n/FontFile2 %u 0 R\n",
                             STR_ARG(name), flags, font->box[0], font->box[1], font->box[2], font->box[3],
                             font->italic_angle, font->ascent, -font->descent, font->cap_height, program));
}

static void write_widths(struct buffer *out, const struct used_font *used)
{
    buffer_add(out, STR("/W [1 ["));
    for (size_t code = 1; code < used->count; code++) {
        int32_t width = used->at[code].width;
        syntax_integer(out, width / 10);
        if (width % 10)
            buffer_print(out, ".%d", width % 10);
        buffer_byte(out, ' ');
    }
    buffer_add(out, STR("]]\n"));
}

static bool font_write(struct pdf_fonts *fonts, size_t index)
{
    const struct job *job = &fonts->job;
    const struct used_font *used = &fonts->at[index];
    const struct font *font = font_of(fonts, index);
    uint16_t *glyphs = ARENA_ARRAY(job->arena, uint16_t, used->count);
    uint16_t *renumbered = ARENA_ARRAY(job->arena, uint16_t, used->count);
    for (size_t code = 0; code < used->count; code++)
        glyphs[code] = used->at[code].glyph;
    struct str program = subset(job->arena, job->press->sources[index], glyphs, used->count, renumbered);
    if (!program.length)
        return false;
    struct buffer name = {.arena = job->arena}, out = {.arena = job->arena};
    write_name(&name, font, used);
    unsigned file = stream(job, str_print(job->arena, "/Length1 %zu\n", program.length), program);
    unsigned descriptor = write_descriptor(job, font, buffer_str(&name), file);
    unsigned map = write_glyph_map(job, used, renumbered);
    buffer_print(&out,
                 "/Type /Font\n/Subtype /CIDFontType2\n/BaseFont /%.*s\n"
                 "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n"
                 "/FontDescriptor %u 0 R\n/CIDToGIDMap %u 0 R\n",
                 (int)name.count, name.at, descriptor, map);
    write_widths(&out, used);
    unsigned descendant = pdf_dictionary(job->file, buffer_str(&out));
    pdf_define(job->file, used->object,
               str_print(job->arena,
                         "/Type /Font\n/Subtype /Type0\n/BaseFont /%.*s\n/Encoding /Identity-H\n"
                         "/DescendantFonts [%u 0 R]\n/ToUnicode %u 0 R\n",
                         (int)name.count, name.at, descendant, write_to_unicode(job, used)));
    return true;
}

bool pdf_fonts_write(struct pdf_fonts *fonts)
{
    bool written = true;
    for (size_t i = 0; i < fonts->count; i++)
        if (fonts->at[i].object)
            written &= font_write(fonts, i);
    return written;
}
