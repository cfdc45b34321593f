/* Tables: widths from content, and what happens where a page ends. */
#include "layout/table.h"
#include "layout_build.h"

static struct arena *arena;
static struct node *body;

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    body = build_node(arena, NULL, NODE_BODY, NULL);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct pages *pages_of(void)
{
    struct document document = build_document(body);
    struct pages *pages = build_pages(arena, &document, false, NULL);
    assert_sound(pages);
    return pages;
}

static const char *name(const char *format, size_t n)
{
    return str_print(arena, format, (int)n).at;
}

static struct table *rows(size_t columns, size_t count)
{
    struct table *table = build_table(arena, body, columns, count);
    for (size_t r = 0; r < count; r++)
        for (size_t c = 0; c < columns; c++)
            table->rows[r].cells[c] = build_cell(arena, str_print(arena, "r%zuc%zu.", r, c).at);
    return table;
}

/* ---- widths ---- */

static void short_columns_do_not_wrap(void **state)
{
    (void)state;
    struct demand demands[] = {{40, 60}, {60, 1000}, {30, 50}};
    int32_t widths[3];
    assert_true(widths_share(demands, 3, 400, widths));
    assert_int_equal(widths[0], 60);
    assert_int_equal(widths[1], 290);
    assert_int_equal(widths[2], 50);
}

static void longer_text_gets_more(void **state)
{
    (void)state;
    struct demand demands[] = {{40, 400}, {40, 1600}};
    int32_t widths[2];
    assert_true(widths_share(demands, 2, 300, widths));
    assert_int_equal(widths[0], 100);
    assert_int_equal(widths[1], 200);
}

static void too_much_for_the_room(void **state)
{
    (void)state;
    struct demand demands[] = {{200, 200}, {150, 300}};
    int32_t widths[2];
    assert_false(widths_share(demands, 2, 349, widths));
    assert_true(widths_share(demands, 2, 350, widths));
    assert_int_equal(widths[0], 200);
    assert_int_equal(widths[1], 150);
}

static void widths_always_fit(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 20000; round++) {
        struct demand demands[12];
        int32_t widths[12];
        size_t count = 1 + next_number(&seed) % 12;
        int64_t least = 0, natural = 0, sum = 0;
        for (size_t i = 0; i < count; i++) {
            demands[i].least = 1 + next_number(&seed) % 90;
            demands[i].natural = demands[i].least + next_number(&seed) % (next_number(&seed) % 4 ? 40 : 3000);
            least += demands[i].least;
            natural += demands[i].natural;
        }
        int64_t room = 1 + next_number(&seed) % 1000;
        assert_int_equal(widths_share(demands, count, room, widths), least <= room);
        if (least > room)
            continue;
        for (size_t i = 0; i < count; i++) {
            assert_true(widths[i] >= demands[i].least);
            sum += widths[i];
        }
        assert_true(sum <= room || sum <= natural);
        assert_true(sum <= room);
    }
}

/* ---- alignment ---- */

static void numbers_stand_under_their_decimal_mark(void **state)
{
    (void)state;
    static const char *const shown[] = {"1\u202F"
                                        "234,5",
                                        "2,25", "67", "12\u00A0%",
                                        "\u2212"
                                        "3,5\u00A0%"};
    static const int whole[] = {5, 1, 2, 2, 2}; /* signs before the mark */
    struct table *table = rows(2, 5);
    table->columns[1].align = ALIGN_DECIMAL;
    for (size_t r = 0; r < 5; r++)
        table->rows[r].cells[1] = build_number(shown[r], r % 2 ? "10/10" : "7/9");
    struct pages *pages = pages_of();
    size_t page;
    const struct mark *first = text_at(pages, shown[0], &page);
    int32_t axis = first->x + whole[0] * first->style.size / 2, beside = text_at(pages, "7/9", &page)->x;
    for (size_t r = 0; r < 5; r++) {
        const struct mark *mark = text_at(pages, shown[r], &page);
        assert_int_equal(mark->x + whole[r] * mark->style.size / 2, axis);
        assert_true(mark->x + mark->width < beside);
    }
    assert_int_equal(text_at(pages, "10/10", &page)->x, beside);
}

/* ---- where pages end ---- */

static void no_row_is_cut(void **state)
{
    (void)state;
    struct table *table = rows(3, 120);
    for (size_t r = 0; r < 120; r++)
        table->rows[r].cells[1] = build_cell(
            arena,
            str_print(arena,
                      "begin%d. une cellule dont le texte prend plusieurs lignes dans sa colonne parce qu'il est "
                      "assez long pour cela et meme un peu plus, jusqu'a la fin%d.",
                      (int)r, (int)r)
                .at);
    struct pages *pages = pages_of();
    assert_true(pages->count > 2);
    for (size_t r = 0; r < 120; r++) {
        size_t first, last;
        text_at(pages, name("begin%d.", r), &first);
        text_at(pages, name("fin%d.", r), &last);
        assert_int_equal(first, last);
    }
}

static void one_table_whose_header_repeats(void **state)
{
    (void)state;
    rows(2, 200);
    struct pages *pages = pages_of();
    assert_true(pages->count > 3);
    assert_int_equal(count_tags(pages, TAG_TABLE), 1);
    assert_int_equal(count_tags(pages, TAG_THEAD), 1);
    assert_int_equal(count_tags(pages, TAG_TBODY), 1);
    assert_int_equal(count_tags(pages, TAG_TR), 201);
    assert_int_equal(count_tags(pages, TAG_TH), 2);
    for (size_t p = 1; p < pages->count; p++) {
        size_t page = p;
        assert_non_null(find_text(pages, "T1", &page, true));
        assert_int_equal(page, p);
    }
}

static void groups_go_on_with_their_title(void **state)
{
    (void)state;
    struct table *table = rows(2, 110);
    for (size_t r = 0; r < 110; r += 55) {
        table->rows[r].kind = ROW_GROUP;
        table->rows[r].cells[0] = build_cell(arena, r ? "Effets" : "Actions");
        table->rows[r].cells[1] = (struct cell){.kind = CELL_EMPTY};
    }
    struct pages *pages = pages_of();
    size_t page = 0;
    assert_non_null(find_text(pages, "Actions (suite)", &page, true));
    assert_int_equal(page, 1);
    assert_int_equal(pages->tags[text_at(pages, "Effets", &page)->tag].role, TAG_TH);
    assert_int_equal(pages->tags[text_at(pages, "Effets", &page)->tag].column_span, 2);
    size_t again = 0;
    assert_null(find_text(pages, "(suite)", &again, false));
    again = page + 1;
    assert_non_null(find_text(pages, "Effets (suite)", &again, true));
}

/* However the rows fall, the title of a group is never the last of its page, nor a total the first. */
static void groups_and_totals_are_not_alone(void **state)
{
    (void)state;
    for (size_t before = 20; before < 60; before++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        struct table *table = rows(2, before + 6);
        table->rows[before].kind = ROW_GROUP;
        table->rows[before + 5].kind = ROW_TOTAL;
        struct pages *pages = pages_of();
        size_t group, first, last, total;
        text_at(pages, name("r%dc0.", before), &group);
        text_at(pages, name("r%dc0.", before + 1), &first);
        text_at(pages, name("r%dc0.", before + 4), &last);
        text_at(pages, name("r%dc0.", before + 5), &total);
        assert_int_equal(group, first);
        assert_int_equal(last, total);
    }
}

static void caption_stays_with_the_first_rows(void **state)
{
    (void)state;
    for (int lines = 20; lines < 60; lines++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < lines; i++)
            build_paragraph(arena, body, "une ligne");
        build_heading(arena, body, 2, "Titre");
        struct table *table = rows(2, 40);
        table->caption = STR("Legende");
        struct pages *pages = pages_of();
        size_t heading, caption, first, second;
        text_at(pages, "Titre", &heading);
        text_at(pages, "Legende", &caption);
        text_at(pages, "r0c0.", &first);
        text_at(pages, "r1c0.", &second);
        assert_int_equal(heading, caption);
        assert_int_equal(caption, first);
        assert_int_equal(first, second);
    }
}

/* Rows are read against their total: a table that has one leaves more white for it. */
static void a_total_stays_with_its_rows(void **state)
{
    (void)state;
    for (int lines = 10; lines < 40; lines++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < lines; i++)
            build_paragraph(arena, body, i + 1 < lines ? "une ligne" : "la ligne avant");
        rows(2, 15)->rows[14].kind = ROW_TOTAL;
        struct pages *pages = pages_of();
        size_t before, first, last;
        int32_t y = text_at(pages, "la ligne avant", &before)->y;
        text_at(pages, "r0c0.", &first);
        text_at(pages, "r14c0.", &last);
        if (first != last)
            assert_true(pages->at[0].drawing.height - 66000 - y > 300000);
    }
}

/* A table of half a page goes to the next rather than being cut, unless that leaves too much white. */
static void small_table_rather_whole(void **state)
{
    (void)state;
    int whole = 0, cut = 0;
    for (int lines = 15; lines < 45; lines++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < lines; i++)
            build_paragraph(arena, body, i + 1 < lines ? "une ligne" : "la ligne avant");
        rows(2, 13);
        struct pages *pages = pages_of();
        size_t before, first, last;
        int32_t y = text_at(pages, "la ligne avant", &before)->y;
        text_at(pages, "r0c0.", &first);
        text_at(pages, "r12c0.", &last);
        int32_t white = pages->at[0].drawing.height - 66000 - y;
        if (first != last)
            assert_true(white > 230000);
        else if (first > before)
            assert_true(white < 245000);
        cut += first != last;
        whole += first == last && first > before;
    }
    assert_true(cut > 0 && whole > 0);
}

/* What is said beside numbers goes below them before it makes the names of rows take many lines. */
static void marks_stand_below_rather_than_beside(void **state)
{
    (void)state;
    const char *label =
        "Familles bénéficiaires d’une pension alimentaire versée par un intermédiaire de service public";
    for (int wide = 0; wide < 2; wide++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        struct table *table = rows(8, 3);
        for (size_t c = 1; c < 8; c++) {
            table->columns[c].align = ALIGN_DECIMAL;
            for (size_t r = 0; r < 3; r++)
                table->rows[r].cells[c] = build_number("12\u202F345", wide ? "partiel" : "");
        }
        table->rows[1].cells[0] = build_cell(arena, label);
        struct pages *pages = pages_of();
        size_t page;
        int32_t number = text_at(pages, "12\u202F345", &page)->y;
        if (wide) {
            const struct mark *beside = text_at(pages, "partiel", &page);
            assert_true(beside->y > number);
            assert_string_equal(tag_text(arena, pages, beside->tag).at, "12\u202F345 partiel");
        }
        assert_true(text_at(pages, "public", &page)->y - text_at(pages, "Familles", &page)->y < 50000);
    }
}

/* Beside long texts a date keeps its line; where there is no room for it, it may take two. */
static void a_date_is_not_broken(void **state)
{
    (void)state;
    for (size_t columns = 3; columns < 8; columns++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        struct table *table = rows(columns, 4);
        for (size_t c = 0; c < columns; c++)
            table->rows[1].cells[c] = build_cell(arena, "Un texte assez long pour que sa colonne prenne toute la place "
                                                        "qu’elle trouve ici, et plus encore qu’il n’y en a");
        table->rows[1].cells[1] = build_cell(arena, "31\u00A0décembre 2026");
        size_t page;
        text_at(pages_of(), "31\u00A0décembre 2026", &page);
    }
}

/* "Q4 2025" stays on its line where the column of words beside it can give the room. */
static void short_titles_are_not_broken(void **state)
{
    (void)state;
    struct table *table = rows(6, 3);
    for (size_t c = 1; c < 6; c++)
        table->columns[c].name = str_print(arena, "Q%zu 2025", c);
    for (size_t r = 0; r < 3; r++)
        for (size_t c = 0; c < 6; c++)
            table->rows[r].cells[c] = build_cell(arena, c ? "1"
                                                          : "des mots en nombre, de quoi remplir deux lignes et "
                                                            "davantage de la premiere colonne de ce tableau");
    struct pages *pages = pages_of();
    size_t page;
    for (size_t c = 1; c < 6; c++)
        text_at(pages, name("Q%d 2025", c), &page);
}

static void row_taller_than_a_page_is_cut_between_lines(void **state)
{
    (void)state;
    struct table *table = rows(8, 3);
    struct buffer text = {.arena = arena};
    for (int i = 0; i < 600; i++)
        buffer_print(&text, "mot%d ", i);
    table->rows[1].cells[1] = build_cell(arena, buffer_str(&text).at);
    struct pages *pages = pages_of();
    assert_true(pages->count > 1);
    size_t page, tds = 0;
    int tag = text_at(pages, "mot0", &page)->tag;
    assert_int_equal(text_at(pages, "mot599", &page)->tag, tag);
    assert_true(page > 0);
    struct str words = str_trim(buffer_str(&text));
    assert_true(str_equal(tag_text(arena, pages, tag), words));
    for (size_t i = 0; i < pages->tag_count; i++)
        tds += pages->tags[i].role == TAG_TD;
    assert_int_equal(tds, 24);
}

static void single_wide_word(void **state)
{
    (void)state;
    char word[900];
    memset(word, 'm', sizeof word);
    word[sizeof word - 1] = '\0';
    struct table *table = rows(3, 2);
    table->rows[0].cells[1] = build_cell(arena, word);
    struct pages *pages = pages_of();
    int tag = -1;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].drawing.count; i++)
            if (pages->at[p].drawing.at[i].kind == MARK_TEXT &&
                str_starts(pages->at[p].drawing.at[i].text, STR("mmmm")))
                tag = pages->at[p].drawing.at[i].tag;
    assert_true(tag >= 0);
    assert_true(str_equal(tag_text(arena, pages, tag), str_of(word)));
}

static void spans(void **state)
{
    (void)state;
    struct table *table = rows(4, 3);
    table->rows[1].cells[1] = build_cell(arena, "une cellule sur trois colonnes, plus longue que chacune d'elles");
    table->rows[1].cells[1].span = 3;
    table->rows[1].cells[2] = table->rows[1].cells[3] = (struct cell){.kind = CELL_EMPTY};
    table->rows[2].cells[3].span = 9; /* more than there are */
    struct pages *pages = pages_of();
    size_t page;
    const struct mark *mark = text_at(pages, "une cellule sur trois", &page);
    assert_int_equal(pages->tags[mark->tag].column_span, 3);
    assert_true(mark->width > text_at(pages, "r0c3.", &page)->x - text_at(pages, "r0c1.", &page)->x);
    size_t cells = count_tags(pages, TAG_TD);
    assert_int_equal(cells, 12 - 2);
}

/* ---- wider than the page ---- */

static struct table *wide(size_t columns)
{
    struct table *table = rows(columns, 4);
    for (size_t c = 1; c < columns; c++)
        table->rows[0].cells[c] = build_cell(arena, name("abcdefghijkl%d.", c));
    return table;
}

static void over(struct table *table, size_t row, size_t column, uint16_t rows)
{
    table->rows[row].cells[column].rows = rows;
    for (size_t r = row + 1; r < row + rows && r < table->row_count; r++)
        table->rows[r].cells[column] = (struct cell){.covered = true};
}

static void cells_over_rows(void **state)
{
    (void)state;
    struct table *table = rows(3, 5);
    over(table, 1, 0, 3);
    struct pages *pages = pages_of();
    size_t page;
    const struct mark *mark = text_at(pages, "r1c0.", &page);
    assert_int_equal(pages->tags[mark->tag].row_span, 3);
    assert_int_equal(count_tags(pages, TAG_TD), 15 - 2);
    /* Rules under the rows that it covers begin at the next column. */
    int32_t left = mark->x - 3000, whole = 0, shortened = 0;
    for (size_t i = 0; i < pages->at[0].drawing.count; i++) {
        const struct mark *rule = &pages->at[0].drawing.at[i];
        if (rule->kind != MARK_LINE || rule->height || rule->y < text_at(pages, "r0c1.", &page)->y)
            continue;
        whole += rule->x == left;
        shortened += rule->x > left;
    }
    assert_int_equal(shortened, 2);
    assert_int_equal(whole, 3);
}

/* What a cell over rows says may be longer than they are high: the last one is made higher. */
static void a_long_cell_over_short_rows(void **state)
{
    (void)state;
    struct table *table = rows(6, 4);
    char words[] =
        "un texte bien plus long que les deux lignes basses sur lesquelles sa cellule est posee, et de loin, "
        "puisqu'il en faut plusieurs pour le lire jusqu'au bout";
    table->rows[1].cells[0] = build_cell(arena, words);
    for (size_t c = 1; c < 6; c++)
        for (size_t r = 0; r < 4; r++)
            table->rows[r].cells[c] = build_cell(arena, name("une cellule assez longue %d", r * 6 + c));
    over(table, 1, 0, 2);
    struct pages *pages = pages_of();
    size_t page, last = strlen(words);
    while (last > 0 && words[last - 1] != ' ')
        last--;
    assert_true(text_at(pages, words + last, &page)->y < text_at(pages, "r3c0.", &page)->y - 8500);
}

/* The rows that its text reaches are on one page. */
static void a_cell_over_rows_is_not_parted_from_its_text(void **state)
{
    (void)state;
    for (int lines = 25; lines < 50; lines++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < lines; i++)
            build_paragraph(arena, body, "une ligne");
        struct table *table = rows(2, 40);
        for (size_t r = 0; r < 40; r += 4) {
            struct node *blocks = build_node(arena, NULL, NODE_BODY, NULL);
            for (size_t k = 0; k < 4; k++)
                build_paragraph(arena, blocks, name("ligne %d.", r * 10 + k));
            table->rows[r].cells[0] = (struct cell){.kind = CELL_TEXT, .inlines = blocks};
            over(table, r, 0, 4);
        }
        struct pages *pages = pages_of();
        for (size_t r = 0; r < 40; r += 4) {
            size_t first, text, row;
            text_at(pages, name("ligne %d.", r * 10), &first);
            text_at(pages, name("ligne %d.", r * 10 + 3), &text);
            text_at(pages, name("r%dc1.", r + 1), &row);
            assert_int_equal(first, text);
            assert_int_equal(first, row);
        }
    }
}

static void bands_instead_of_rules(void **state)
{
    (void)state;
    rows(2, 6)->rows[3].kind = ROW_GROUP;
    struct document document = build_document(body);
    struct layout_style style = {.banded = true};
    struct pages *pages = layout_document(arena, &document, &metrics_fixed, &style);
    assert_sound(pages);
    size_t bands = 0, page;
    int32_t band[6] = {0};
    for (size_t i = 0; i < pages->at[0].drawing.count; i++)
        if (pages->at[0].drawing.at[i].kind == MARK_RECTANGLE && bands < 6)
            band[bands++] = pages->at[0].drawing.at[i].y;
    /* The second row, and the second one after the group. */
    assert_int_equal(bands, 2);
    assert_in_range(text_at(pages, "r1c0.", &page)->y, band[0], band[0] + 17000);
    assert_in_range(text_at(pages, "r5c0.", &page)->y, band[1], band[1] + 17000);
}

static void a_sentence_under_a_group_keeps_to_its_rows(void **state)
{
    (void)state;
    for (int lines = 20; lines < 60; lines++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < lines; i++)
            build_paragraph(arena, body, "une ligne");
        struct table *table = rows(2, 30);
        for (size_t r = 0; r < 30; r += 6) {
            table->rows[r].kind = ROW_GROUP;
            table->rows[r + 1].cells[0].span = 2;
            table->rows[r + 1].cells[1] = (struct cell){.kind = CELL_EMPTY};
        }
        struct pages *pages = pages_of();
        for (size_t r = 0; r < 30; r += 6) {
            size_t title, sentence, row;
            text_at(pages, name("r%dc0.", r), &title);
            text_at(pages, name("r%dc0.", r + 1), &sentence);
            text_at(pages, name("r%dc0.", r + 2), &row);
            assert_int_equal(title, sentence);
            assert_int_equal(sentence, row);
        }
    }
}

/* Without a space between them, "12" and "Jardins" would be read "12Jardins". */
static void words_keep_away_from_numbers(void **state)
{
    (void)state;
    struct table *table = rows(3, 2);
    table->columns[1].align = ALIGN_END;
    struct pages *pages = pages_of();
    size_t page;
    const struct mark *number = text_at(pages, "r0c1.", &page), *words = text_at(pages, "r0c2.", &page);
    assert_true(words->x - number->x - number->width >= 2 * TABLE_PADDING + TABLE_GUTTER);
}

static void turned_on_a_landscape_page(void **state)
{
    (void)state;
    build_paragraph(arena, body, "avant");
    build_heading(arena, body, 2, "Titre");
    wide(10);
    build_paragraph(arena, body, "apres");
    struct pages *pages = pages_of();
    size_t page, table, heading;
    text_at(pages, "avant", &page);
    assert_true(pages->at[page].drawing.width < pages->at[page].drawing.height);
    text_at(pages, "r3c1.", &table);
    assert_true(pages->at[table].drawing.width > pages->at[table].drawing.height);
    text_at(pages, "Titre", &heading);
    assert_int_equal(heading, table);
    text_at(pages, "apres", &page);
    assert_true(pages->at[page].drawing.width < pages->at[page].drawing.height);
}

static void cut_by_columns_in_the_end(void **state)
{
    (void)state;
    struct table *table = wide(30);
    table->caption = STR("Legende");
    struct pages *pages = pages_of();
    assert_int_equal(count_tags(pages, TAG_TABLE), 1);
    assert_int_equal(count_tags(pages, TAG_THEAD), 1);
    assert_int_equal(count_tags(pages, TAG_TH), 30);
    assert_int_equal(count_tags(pages, TAG_TR), 5);
    assert_int_equal(count_tags(pages, TAG_TD), 4 * 30);
    size_t page = 0;
    for (size_t r = 0; r < 4; r++) {
        page = 0;
        const struct mark *again = find_text(pages, name("r%dc0.", r), &page, true);
        assert_non_null(again);
    }
    page = 0;
    assert_non_null(find_text(pages, "Legende (suite)", &page, true));
    text_at(pages, "r3c29.", &page);
}

/* ---- much ---- */

static void five_thousand_rows(void **state)
{
    (void)state;
    struct table *table = rows(5, 5000);
    for (size_t r = 0; r < 5000; r++)
        table->rows[r].cells[2] = build_number(name("%d,5", r), "7/10");
    table->columns[2].align = ALIGN_DECIMAL;
    struct document document = build_document(body);
    struct pages *pages = build_pages(arena, &document, false, NULL);
    assert_int_equal(count_tags(pages, TAG_TR), 5001);
    assert_in_range(pages->count, 100, 200);
    size_t page = pages->count - 1;
    assert_non_null(find_text(pages, "r4999c4.", &page, false));
}

static void nothing_in_it(void **state)
{
    (void)state;
    build_table(arena, body, 3, 0);
    build_table(arena, body, 0, 0);
    struct table *table = build_table(arena, body, 2, 2);
    table->columns[0].name = table->columns[1].name = STR_NONE;
    struct pages *pages = pages_of();
    assert_int_equal(pages->count, 1);
    assert_int_equal(count_tags(pages, TAG_TABLE), 1);
    assert_int_equal(count_tags(pages, TAG_THEAD), 0);
    assert_int_equal(count_tags(pages, TAG_TD), 4);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(short_columns_do_not_wrap),
        TEST(longer_text_gets_more),
        TEST(too_much_for_the_room),
        TEST(widths_always_fit),
        TEST(numbers_stand_under_their_decimal_mark),
        TEST(no_row_is_cut),
        TEST(one_table_whose_header_repeats),
        TEST(groups_go_on_with_their_title),
        TEST(groups_and_totals_are_not_alone),
        TEST(caption_stays_with_the_first_rows),
        TEST(small_table_rather_whole),
        TEST(a_total_stays_with_its_rows),
        TEST(marks_stand_below_rather_than_beside),
        TEST(a_date_is_not_broken),
        TEST(short_titles_are_not_broken),
        TEST(row_taller_than_a_page_is_cut_between_lines),
        TEST(single_wide_word),
        TEST(spans),
        TEST(cells_over_rows),
        TEST(a_long_cell_over_short_rows),
        TEST(a_cell_over_rows_is_not_parted_from_its_text),
        TEST(bands_instead_of_rules),
        TEST(a_sentence_under_a_group_keeps_to_its_rows),
        TEST(words_keep_away_from_numbers),
        TEST(turned_on_a_landscape_page),
        TEST(cut_by_columns_in_the_end),
        TEST(five_thousand_rows),
        TEST(nothing_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
