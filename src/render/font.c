#include "render/font.h"

#include <dirent.h>
#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER_DEPTH_MAX 6

static uint32_t table_number(hb_face_t *face, hb_tag_t tag, unsigned offset, unsigned bytes)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    unsigned length;
    const unsigned char *at = (const unsigned char *)hb_blob_get_data(table, &length);
    uint32_t number = 0;
    for (unsigned i = 0; i < bytes && offset + bytes <= length; i++)
        number = number << 8 | at[offset + i];
    hb_blob_destroy(table);
    return number;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

/* PDF/A asks for fonts that may be embedded; a variable font would need an instance of each style. */
static bool may_embed(hb_face_t *face)
{
    enum { RESTRICTED = 0x0002, NO_SUBSET = 0x0100, BITMAP_ONLY = 0x0200 };
    uint32_t rights = table_number(face, HB_TAG('O', 'S', '/', '2'), 8, 2);
    return has_table(face, HB_TAG('g', 'l', 'y', 'f')) && !has_table(face, HB_TAG('f', 'v', 'a', 'r')) &&
           !(rights & (RESTRICTED | NO_SUBSET | BITMAP_ONLY));
}

static int32_t metric(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t position = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &position);
    return position / FONT_UNIT;
}

static void box_of(struct font *font)
{
    enum { HEAD_BOX = 36 };
    int32_t per_em = (int32_t)hb_face_get_upem(font->face);
    for (unsigned i = 0; i < 4; i++) {
        int16_t edge = (int16_t)table_number(font->face, HB_TAG('h', 'e', 'a', 'd'), HEAD_BOX + 2 * i, 2);
        font->box[i] = edge * 1000 / per_em;
    }
}

static struct str name_of(struct arena *arena, hb_face_t *face, hb_ot_name_id_t id)
{
    char name[128];
    unsigned length = sizeof name;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &length, name);
    return str_copy(arena, (struct str){name, length});
}

/* A PDF name without escapes. */
static struct str plain_name(struct arena *arena, struct str name)
{
    struct buffer plain = {.arena = arena};
    for (size_t i = 0; i < name.length; i++) {
        char c = name.at[i];
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.')
            buffer_byte(&plain, c);
    }
    return plain.count ? buffer_str(&plain) : STR("Font");
}

static void describe(struct arena *arena, struct font *font)
{
    font->name = plain_name(arena, name_of(arena, font->face, HB_OT_NAME_ID_POSTSCRIPT_NAME));
    font->glyph_count = hb_face_get_glyph_count(font->face);
    font->ascent = metric(font->scaled, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    font->descent = -metric(font->scaled, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    font->cap_height = metric(font->scaled, HB_OT_METRICS_TAG_CAP_HEIGHT);
    font->x_height = metric(font->scaled, HB_OT_METRICS_TAG_X_HEIGHT);
    font->italic_angle = (int32_t)hb_style_get_value(font->scaled, HB_STYLE_TAG_SLANT_ANGLE);
    font->fixed_pitch = table_number(font->face, HB_TAG('p', 'o', 's', 't'), 12, 4) != 0;
    box_of(font);
}

void font_close(struct font *font)
{
    if (!font)
        return;
    hb_font_destroy(font->scaled);
    hb_face_destroy(font->face);
}

/* NULL where there is no such file, where it has no TrueType outlines, or where its licence forbids embedding. */
static struct font *font_open(struct arena *arena, struct str path)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(str_copy(arena, path).at);
    if (!blob)
        return NULL;
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    if (!hb_face_get_glyph_count(face) || !may_embed(face)) {
        hb_face_destroy(face);
        return NULL;
    }
    struct font *font = ARENA_NEW(arena, struct font);
    font->face = face;
    font->path = str_copy(arena, path);
    font->scaled = hb_font_create(face);
    if (hb_font_get_face(font->scaled) != face) { /* HarfBuzz's empty font, when memory runs out */
        font_close(font);
        return NULL;
    }
    hb_font_set_scale(font->scaled, FONT_EM, FONT_EM);
    describe(arena, font);
    return font;
}

/* ---- finding a family ---- */

static void list_folder(struct arena *arena, struct str path, unsigned depth, struct strs *files)
{
    DIR *folder = opendir(path.at);
    if (!folder)
        return;
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        struct str below = str_print(arena, "%s/%s", path.at, entry->d_name);
        if (str_ends(below, STR(".ttf")) || str_ends(below, STR(".TTF")))
            *PUSH(arena, files) = below;
        else if (depth < FOLDER_DEPTH_MAX)
            list_folder(arena, below, depth + 1, files);
    }
    closedir(folder);
}

struct strs font_files(struct arena *arena)
{
    struct strs files = {0};
    const char *home = getenv("HOME");
    list_folder(arena, STR("/usr/share/fonts"), 0, &files);
    list_folder(arena, STR("/usr/local/share/fonts"), 0, &files);
    if (home) {
        list_folder(arena, str_print(arena, "%s/.fonts", home), 0, &files);
        list_folder(arena, str_print(arena, "%s/.local/share/fonts", home), 0, &files);
    }
    return files;
}

/* "Open Sans" as files are usually called: "opensans". */
static struct str squeezed(struct arena *arena, struct str name)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < name.length; i++)
        if (name.at[i] != ' ' && name.at[i] != '-' && name.at[i] != '_')
            buffer_byte(&out, (char)(name.at[i] >= 'A' && name.at[i] <= 'Z' ? name.at[i] + 32 : name.at[i]));
    return buffer_str(&out);
}

static struct str base_name(struct str path)
{
    size_t slash = path.length;
    while (slash > 0 && path.at[slash - 1] != '/')
        slash--;
    return str_slice(path, slash, path.length);
}

static bool is_family(struct arena *scratch, hb_face_t *face, struct str family)
{
    struct str typographic = name_of(scratch, face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    struct str plain = typographic.length ? typographic : name_of(scratch, face, HB_OT_NAME_ID_FONT_FAMILY);
    return str_equal(squeezed(scratch, plain), squeezed(scratch, family));
}

/* How far this file is from the style asked; -1 when it is another one. */
static int distance(struct arena *scratch, struct str path, struct str family, bool bold, bool italic)
{
    struct font *font = font_open(scratch, path);
    if (!font)
        return -1;
    int weight = (int)hb_style_get_value(font->scaled, HB_STYLE_TAG_WEIGHT);
    bool leans = hb_style_get_value(font->scaled, HB_STYLE_TAG_ITALIC) > 0 || font->italic_angle != 0;
    bool normal_width = (int)hb_style_get_value(font->scaled, HB_STYLE_TAG_WIDTH) == 100;
    bool same = normal_width && leans == italic && (weight >= 600) == bold && is_family(scratch, font->face, family);
    font_close(font);
    return same ? abs(weight - (bold ? 700 : 400)) : -1;
}

/* `likely`: only files called like the family, so that others need not be opened. */
static struct str nearest_file(struct arena *arena, struct font_query query, bool likely)
{
    struct str best = STR_NONE;
    int least = 0;
    struct str prefix = squeezed(arena, query.family);
    for (size_t i = 0; i < query.files->count; i++) {
        struct str path = query.files->at[i];
        if (str_starts(squeezed(arena, base_name(path)), prefix) != likely)
            continue;
        int far = distance(arena, path, query.family, query.bold, query.italic);
        /* Folders list in any order: among equals the first path by bytes, so that the choice is always the same. */
        if (far >= 0 && (!best.at || far < least || (far == least && str_compare(path, best) < 0))) {
            best = path;
            least = far;
        }
    }
    return best;
}

struct font *font_find(struct arena *arena, struct font_query query)
{
    struct arena *scratch = arena_new();
    struct str path = nearest_file(scratch, query, true);
    if (!path.at)
        path = nearest_file(scratch, query, false);
    struct font *font = path.at ? font_open(arena, path) : NULL;
    arena_free(scratch);
    return font;
}

/* ---- glyphs ---- */

unsigned font_glyph(const struct font *font, uint32_t rune)
{
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(font->scaled, rune, &glyph);
    return glyph;
}

int32_t font_advance(const struct font *font, unsigned glyph)
{
    return hb_font_get_glyph_h_advance(font->scaled, glyph);
}

bool font_rune_is_mark(uint32_t rune)
{
    return rune >= 0x300 && hb_unicode_general_category(hb_unicode_funcs_get_default(), rune) ==
                                HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}

struct sha256 font_hash(const struct font *font)
{
    hb_blob_t *blob = hb_face_reference_blob(font->face);
    unsigned length;
    const char *at = hb_blob_get_data(blob, &length);
    struct sha256 hash = sha256_of((struct str){at, length});
    hb_blob_destroy(blob);
    return hash;
}

struct str font_engine(void)
{
    return str_of(hb_version_string());
}
