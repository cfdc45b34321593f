/* Workbooks made by hand, as spreadsheets and as enemies make them. */
#include "arena.h"
#include "read/package.h"
#include "read/read.h"

#include <zlib.h>

#define SHEET(rows)                                                                                                    \
    "<?xml version=\"1.0\"?><worksheet "                                                                               \
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" rows "</sheetData></worksheet>"

static const char book[] =
    "<workbook xmlns=\"m\" xmlns:r=\"r\"><sheets><sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/>"
    "</sheets></workbook>";
static const char relations[] =
    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
static const char strings[] =
    "<sst><si><t>un</t></si><si><r><t>de</t></r><r><t>ux</t></r><rPh><t>x</t></rPh></si></sst>";

/* ---- a ZIP archive of stored members ---- */

static void put16(struct buffer *out, unsigned n)
{
    buffer_byte(out, (char)(n & 0xFF));
    buffer_byte(out, (char)(n >> 8 & 0xFF));
}
static void put32(struct buffer *out, unsigned long n)
{
    put16(out, (unsigned)(n & 0xFFFF));
    put16(out, (unsigned)(n >> 16 & 0xFFFF));
}

struct member {
    const char *name;
    struct str stored;
    unsigned method;
    unsigned long size, crc;
};

static struct member plain(const char *name, const char *content)
{
    return (struct member){name, str_of(content), 0, strlen(content),
                           crc32(0, (const unsigned char *)content, (unsigned)strlen(content))};
}

static void head(struct buffer *out, const struct member *member)
{
    put16(out, 20), put16(out, 0), put16(out, member->method), put32(out, 0x21);
    put32(out, member->crc), put32(out, (unsigned long)member->stored.length), put32(out, member->size);
    put16(out, (unsigned)strlen(member->name)), put16(out, 0);
}

static struct str archive(const struct member *members, size_t count)
{
    struct buffer out = {.arena = arena}, index = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        unsigned long offset = (unsigned long)out.count;
        put32(&out, 0x04034b50), head(&out, &members[i]);
        buffer_add(&out, str_of(members[i].name)), buffer_add(&out, members[i].stored);
        put32(&index, 0x02014b50), put16(&index, 20), head(&index, &members[i]);
        put16(&index, 0), put16(&index, 0), put16(&index, 0), put32(&index, 0), put32(&index, offset);
        buffer_add(&index, str_of(members[i].name));
    }
    unsigned long start = (unsigned long)out.count;
    buffer_add(&out, buffer_str(&index));
    put32(&out, 0x06054b50), put32(&out, 0), put16(&out, (unsigned)count), put16(&out, (unsigned)count);
    put32(&out, (unsigned long)index.count), put32(&out, start), put16(&out, 0);
    return buffer_str(&out);
}

static struct str workbook_of(const char *sheet)
{
    const struct member members[] = {plain("xl/workbook.xml", book), plain("xl/_rels/workbook.xml.rels", relations),
                                     plain("xl/sharedStrings.xml", strings), plain("xl/worksheets/sheet1.xml", sheet)};
    return archive(members, 4);
}

static struct str cell(const struct read_workbook *workbook, uint32_t row, uint32_t column)
{
    return str_copy(arena, read_sheet_cell(&workbook->at[0], row, column)->text);
}

/* ---- tests ---- */

static void cells_of_every_kind(void **state)
{
    (void)state;
    struct read_workbook read;
    assert_true(
        read_workbook(arena,
                      workbook_of(SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\"><v>0.1</v></c>"
                                        "<c r=\"AA1\"><v>9.4000000000000004</v></c>"
                                        "<c r=\"C1\" t=\"inlineStr\"><is><t>dit</t></is></c>"
                                        "<c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" t=\"e\"><v>#REF!</v></c>"
                                        "<c r=\"F1\" t=\"str\"><f>1+1</f><v>x</v></c></row>")),
                      &read));
    assert_string_equal(cell(&read, 1, 1).at, "deux");
    assert_string_equal(cell(&read, 1, 2).at, "0.1");
    assert_string_equal(cell(&read, 1, 27).at, "9.4");
    assert_string_equal(cell(&read, 1, 3).at, "dit");
    assert_int_equal(read_sheet_cell(&read.at[0], 1, 5)->kind, READ_ERROR);
    assert_string_equal(cell(&read, 1, 6).at, "x");
    assert_int_equal(read_sheet_cell(&read.at[0], 9, 9)->text.length, 0);
    assert_non_null(read_sheet_named(&read, STR("FEUILLE")));
}

static void wrong_references_are_passed_over(void **state)
{
    (void)state;
    struct read_workbook read;
    assert_true(
        read_workbook(arena,
                      workbook_of(SHEET("<row><c r=\"A0\"><v>1</v></c><c r=\"1\"><v>1</v></c><c><v>1</v></c>"
                                        "<c r=\"A1\" t=\"s\"><v>99</v></c><c r=\"A2\" t=\"s\"><v>-1</v></c>"
                                        "<c r=\"A99999999999\"><v>1</v></c><c r=\"A3\"><v>1e999</v></c></row>")),
                      &read));
    assert_int_equal(cell(&read, 1, 1).length, 0);
    assert_int_equal(read_sheet_cell(&read.at[0], 3, 1)->kind, READ_ERROR);
}

static void text_outside_an_entry_is_no_text(void **state)
{
    (void)state;
    struct read_workbook read;
    const struct member members[] = {
        plain("xl/workbook.xml", book), plain("xl/_rels/workbook.xml.rels", relations),
        plain("xl/sharedStrings.xml", "<sst><t>zero</t><si><t>un</t></si><t>deux</t></sst>"),
        plain("xl/worksheets/sheet1.xml",
              SHEET("<t>before</t><row><v>7</v><c r=\"A1\" t=\"s\"><v>0</v></c><t>after</t></row>"))};
    assert_true(read_workbook(arena, archive(members, 4), &read));
    assert_true(str_equal(cell(&read, 1, 1), STR("un")));
}

static void entities_are_refused(void **state)
{
    (void)state;
    struct read_workbook read;
    static const char *const sheets[] = {
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData/></worksheet>",
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>",
        "<worksheet><sheetData>",
        "",
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        assert_false(read_workbook(arena, workbook_of(sheets[i]), &read));
}

static void deep_nesting_is_refused(void **state)
{
    (void)state;
    struct read_workbook read;
    struct buffer deep = {.arena = arena};
    for (int i = 0; i < 100000; i++)
        buffer_add(&deep, STR("<a>"));
    assert_false(read_workbook(arena, workbook_of(buffer_str(&deep).at), &read));
}

static void bombs_are_refused(void **state)
{
    (void)state;
    struct read_workbook read;
    uLong size = 64u << 20;
    uLongf packed = compressBound(size);
    unsigned char *zeros = calloc(1, size), *bytes = malloc(packed);
    assert_int_equal(compress2(bytes, &packed, zeros, size, 9), Z_OK);
    /* Raw deflate: without zlib's two bytes before and four after. */
    const struct member members[] = {
        plain("xl/workbook.xml", book),
        {"xl/worksheets/sheet1.xml", {(const char *)bytes + 2, packed - 6}, 8, size, crc32(0, zeros, (unsigned)size)}};
    assert_false(read_workbook(arena, archive(members, 2), &read));
    free(zeros);
    free(bytes);
}

static void damage_is_seen(void **state)
{
    (void)state;
    struct str whole = workbook_of(SHEET(""));
    char *bytes = malloc(whole.length);
    assert_true(read_package_whole(whole));
    memcpy(bytes, whole.at, whole.length);
    bytes[whole.length / 4] ^= 1;
    assert_false(read_package_whole((struct str){bytes, whole.length}));
    for (size_t cut = 0; cut < whole.length; cut += 97)
        assert_false(read_package_whole((struct str){bytes, cut}));
    free(bytes);
}

static void what_the_program_wrote_is_well_formed_or_not(void **state)
{
    (void)state;
    static const char *const fair[] = {
        "<a/>", "<?xml version=\"1.0\"?>\n<a b=\"c\" d:e=\"&amp;&#10;\"><f>x &lt; y</f>\n<g/></a>\n",
        "<a><a><a></a></a></a>", "<a b=\">\">é</a>"};
    static const char *const torn[] = {"",
                                       "text",
                                       "<a>",
                                       "<a></b>",
                                       "<a></a><b/>",
                                       "<a></a>x",
                                       "<a b></a>",
                                       "<a b=c/>",
                                       "<a b=\"c/>",
                                       "<a b=\"<\"/>",
                                       "<a>&</a>",
                                       "<a>&amp</a>",
                                       "<a>&x y;</a>",
                                       "</a>",
                                       "<a",
                                       "<a/",
                                       "<a></a",
                                       "<>x</>",
                                       "<a>\xff</a>",
                                       "<?xml <a/>",
                                       "<a b=\"c\"d=\"e\"/>",
                                       "<!DOCTYPE a><a/>"};
    for (size_t i = 0; i < sizeof fair / sizeof *fair; i++)
        assert_true(xml_well_formed(str_of(fair[i])));
    for (size_t i = 0; i < sizeof torn / sizeof *torn; i++)
        assert_false(xml_well_formed(str_of(torn[i])));
    /* Cut anywhere it is not. */
    struct str whole = str_of(fair[1]);
    for (size_t cut = 0; cut < whole.length - 1; cut++)
        assert_false(xml_well_formed(str_slice(whole, 0, cut)));
}

static void cells_out_of_order_are_found_and_twice_refused(void **state)
{
    (void)state;
    struct read_workbook read;
    assert_true(read_workbook(arena,
                              workbook_of(SHEET("<row r=\"2\"><c r=\"B2\"><v>4</v></c><c r=\"A2\"><v>3</v></c></row>"
                                                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")),
                              &read));
    assert_string_equal(cell(&read, 1, 1).at, "1");
    assert_string_equal(cell(&read, 2, 1).at, "3");
    assert_string_equal(cell(&read, 2, 2).at, "4");
    assert_false(read_workbook(
        arena,
        workbook_of(SHEET("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c><c r=\"B1\"><v>3</v></c></row>")),
        &read));
}

static void escapes_stand_for_their_signs(void **state)
{
    (void)state;
    struct read_workbook read;
    assert_true(read_workbook(
        arena,
        workbook_of(SHEET("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a_x000A_b_x0041_</t></is></c>"
                          "<c r=\"B1\" t=\"inlineStr\"><is><t>_x005F_x0041_</t></is></c>"
                          "<c r=\"C1\" t=\"inlineStr\"><is><t>_x00G1_ _x12_ _x0000_ _xD800_ _</t></is></c>"
                          "</row>")),
        &read));
    assert_string_equal(cell(&read, 1, 1).at, "a\nbA");
    assert_string_equal(cell(&read, 1, 2).at, "_x0041_");
    assert_string_equal(cell(&read, 1, 3).at, "_x00G1_ _x12_ _x0000_ _xD800_ _");
}

static void wrong_members_are_refused(void **state)
{
    (void)state;
    struct read_workbook read;
    const char *sheet = SHEET("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    const struct member whole[] = {plain("xl/workbook.xml", book), plain("xl/_rels/workbook.xml.rels", relations),
                                   plain("xl/worksheets/sheet1.xml", sheet)};
    assert_true(read_workbook(arena, archive(whole, 3), &read));
    for (size_t without = 0; without < 3; without++) {
        struct member rest[2];
        for (size_t i = 0, n = 0; i < 3; i++)
            if (i != without)
                rest[n++] = whole[i];
        assert_false(read_workbook(arena, archive(rest, 2), &read));
    }
    static const char elsewhere[] =
        "<Relationships><Relationship Id=\"rId1\" Target=\"../../etc/passwd\"/></Relationships>";
    const struct member away[] = {whole[0], plain("xl/_rels/workbook.xml.rels", elsewhere), whole[2]};
    assert_false(read_workbook(arena, archive(away, 3), &read));
    struct member *many = calloc(4002, sizeof *many);
    for (size_t i = 0; i < 4002; i++)
        many[i] = i < 3 ? whole[i] : plain(str_print(arena, "x%zu", i).at, "x");
    assert_false(read_workbook(arena, archive(many, 4002), &read));
    free(many);
    struct str bytes = archive(whole, 3);
    for (size_t cut = 0; cut < bytes.length; cut += 53)
        assert_false(read_workbook(arena, (struct str){bytes.at, cut}, &read));
}

static void an_empty_sheet_has_no_cell(void **state)
{
    (void)state;
    struct read_workbook read;
    assert_true(read_workbook(arena, workbook_of(SHEET("")), &read));
    assert_int_equal(read_sheet_cell(&read.at[0], 0, 0)->text.length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_sheet_has_no_cell),
        cmocka_unit_test(cells_of_every_kind),
        cmocka_unit_test(wrong_references_are_passed_over),
        cmocka_unit_test(text_outside_an_entry_is_no_text),
        cmocka_unit_test(entities_are_refused),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(bombs_are_refused),
        cmocka_unit_test(damage_is_seen),
        cmocka_unit_test(what_the_program_wrote_is_well_formed_or_not),
        cmocka_unit_test(cells_out_of_order_are_found_and_twice_refused),
        cmocka_unit_test(wrong_members_are_refused),
        cmocka_unit_test(escapes_stand_for_their_signs),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
