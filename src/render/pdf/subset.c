#include "render/pdf/subset.h"

#include <hb-subset.h>

/* A font in a PDF is asked for outlines and widths by glyph number: no character map, no names, no layout. */
static void drop_tables(hb_subset_input_t *input)
{
    static const char tables[][4] = {
        {'G', 'S', 'U', 'B'}, {'G', 'P', 'O', 'S'}, {'G', 'D', 'E', 'F'}, {'c', 'm', 'a', 'p'}, {'n', 'a', 'm', 'e'},
        {'O', 'S', '/', '2'}, {'p', 'o', 's', 't'}, {'g', 'a', 's', 'p'}, {'k', 'e', 'r', 'n'}, {'D', 'S', 'I', 'G'}};
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        hb_set_add(dropped, HB_TAG(tables[i][0], tables[i][1], tables[i][2], tables[i][3]));
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

struct str subset(struct arena *arena, const struct font *font, const uint16_t *glyphs, size_t count,
                  uint16_t *renumbered)
{
    struct str bytes = STR_NONE;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return bytes;
    for (size_t i = 0; i < count; i++)
        hb_set_add(hb_subset_input_glyph_set(input), glyphs[i]);
    drop_tables(input);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(font->face, input);
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
