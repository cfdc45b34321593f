#include "render/pdf/subset.h"

#include <hb-subset.h>

/* A font in a PDF is asked for outlines and widths by glyph number: no character map, no names, no layout. Left out of
 * what HarfBuzz is given rather than dropped by it, which otherwise reads the whole character map for each document. */
struct hb_face_t *subset_source(const struct font *font)
{
    static const char tables[][4] = {{'g', 'l', 'y', 'f'}, {'h', 'e', 'a', 'd'}, {'h', 'h', 'e', 'a'},
                                     {'h', 'm', 't', 'x'}, {'l', 'o', 'c', 'a'}, {'m', 'a', 'x', 'p'}};
    hb_face_t *source = hb_face_builder_create();
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        hb_tag_t tag = HB_TAG(tables[i][0], tables[i][1], tables[i][2], tables[i][3]);
        hb_blob_t *table = hb_face_reference_table(font->face, tag);
        hb_face_builder_add_table(source, tag, table);
        hb_blob_destroy(table);
    }
    return source;
}

void subset_source_close(struct hb_face_t *source)
{
    hb_face_destroy(source);
}

static struct str bytes_of(struct arena *arena, hb_face_t *face)
{
    hb_blob_t *blob = hb_face_reference_blob(face);
    unsigned length;
    const char *at = hb_blob_get_data(blob, &length);
    struct str bytes = str_copy(arena, (struct str){at, length});
    hb_blob_destroy(blob);
    return bytes;
}

struct str subset(struct arena *arena, struct hb_face_t *source, const uint16_t *glyphs, size_t count,
                  uint16_t *renumbered)
{
    struct str bytes = STR_NONE;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return bytes;
    for (size_t i = 0; i < count; i++)
        hb_set_add(hb_subset_input_glyph_set(input), glyphs[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(source, input);
    hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (face) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
        for (size_t i = 0; i < count; i++)
            renumbered[i] = (uint16_t)hb_map_get(map, glyphs[i]);
        bytes = bytes_of(arena, face);
        hb_face_destroy(face);
    }
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return bytes;
}
