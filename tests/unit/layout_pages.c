/* Documents on pages: nothing overlaps, nothing leaves the page, every word is there once and in order. */
#include "layout_build.h"

#include <stdlib.h>

static struct arena *arena;
static struct node *body;
static struct hyphenator *hyphenator;

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    body = build_node(arena, NULL, NODE_BODY, NULL);
    hyphenator = layout_hyphenator(arena, STR("/usr/share/hyphen"));
    return 0;
}

static int end(void **state)
{
    (void)state;
    layout_hyphenator_close(hyphenator);
    arena_free(arena);
    return 0;
}

static struct pages *pages_of(void)
{
    struct document document = build_document(body);
    struct pages *pages = build_pages(arena, &document, true, hyphenator);
    assert_sound(pages);
    return pages;
}

static const char lorem[] =
    "Quand un jeune passe d’une association à l’autre sans devoir tout recommencer, il va plus loin et plus vite. Les "
    "membres se sont donc entendus sur trois choses\u00A0: se prévenir avant d’orienter, donner un premier rendez-vous "
    "en "
    "moins de dix jours, et regarder ensemble, chaque trimestre, les mêmes quinze mesures, de 1\u202F234 à 12\u00A0%.";

static const char *repeated(const char *text, int times)
{
    struct buffer all = {.arena = arena};
    for (int i = 0; i < times; i++)
        buffer_print(&all, "%s%s", i ? " " : "", text);
    return buffer_str(&all).at;
}

/* ---- text ---- */

static void every_word_once_and_in_order(void **state)
{
    (void)state;
    const char *text = repeated(lorem, 30);
    build_paragraph(arena, body, text);
    struct pages *pages = pages_of();
    assert_true(pages->count > 1);
    for (size_t i = 0; i < pages->tag_count; i++)
        if (pages->tags[i].role == TAG_P && tag_text(arena, pages, (int)i).length > 1000)
            assert_string_equal(tag_text(arena, pages, (int)i).at, text);
}

static void blanks_of_the_source(void **state)
{
    (void)state;
    struct node *paragraph = build_paragraph(arena, body, "  un\n deux\t");
    build_node(arena, paragraph, NODE_SPACE, NULL);
    build_node(arena, build_node(arena, paragraph, NODE_STRONG, NULL), NODE_TEXT, " trois ");
    build_node(arena, paragraph, NODE_TEXT,
               "qua\u00AD"
               "tre\u200B"
               "\x01"
               "cinq ");
    struct pages *pages = pages_of();
    size_t page;
    int tag = text_at(pages, "un", &page)->tag;
    assert_string_equal(tag_text(arena, pages, tag).at, "un deux trois quatrecinq");
}

static void word_longer_than_the_line(void **state)
{
    (void)state;
    char word[3001];
    memset(word, 'x', sizeof word);
    word[3000] = '\0';
    build_paragraph(arena, body, word);
    build_paragraph(arena, body,
                    "https://exemple.fr/un/chemin/qui/continue/bien/au/dela/de/la/ligne/et/encore/un/peu/plus/loin");
    struct pages *pages = pages_of();
    size_t page;
    assert_string_equal(tag_text(arena, pages, text_at(pages, "xxx", &page)->tag).at, word);
    size_t rules = 0;
    for (size_t i = 0; i < pages->at[0].drawing.count; i++)
        rules += pages->at[0].drawing.at[i].kind == MARK_LINE && pages->at[0].drawing.at[i].height < 0;
    assert_true(rules > 10);
}

/* Whatever stands before it on its line. */
static void a_date_is_not_broken(void **state)
{
    (void)state;
    for (size_t at = 0; at < strlen(lorem); at++) {
        if (lorem[at] != ' ')
            continue;
        body = build_node(arena, NULL, NODE_BODY, NULL);
        build_paragraph(arena, body, str_print(arena, "%.*s au 30\u00A0septembre%s", (int)at, lorem, lorem + at).at);
        struct pages *pages = pages_of();
        size_t page = 0;
        assert_non_null(find_text(pages, "30\u00A0septembre", &page, false));
    }
}

/* A paragraph that says `words` after ever more of the text, `raised` among them raised. */
static struct pages *pages_saying(size_t at, const char *before, const char *raised, const char *after)
{
    body = build_node(arena, NULL, NODE_BODY, NULL);
    struct node *paragraph = build_paragraph(arena, body, str_print(arena, "%.*s %s", (int)at, lorem, before).at);
    if (*raised)
        build_node(arena, build_node(arena, paragraph, NODE_SUPERSCRIPT, NULL), NODE_TEXT, raised);
    build_node(arena, paragraph, NODE_TEXT, str_print(arena, "%s%s", after, lorem + at).at);
    return pages_of();
}

static void a_key_is_broken_where_it_is_joined(void **state)
{
    (void)state;
    bool broken = false;
    for (size_t at = 0; at < strlen(lorem); at++) {
        if (lorem[at] != ' ')
            continue;
        body = build_node(arena, NULL, NODE_BODY, NULL);
        struct node *paragraph = build_paragraph(arena, body, str_print(arena, "%.*s ", (int)at, lorem).at);
        build_node(arena, paragraph, NODE_CODE, "part-orientees@la-louche/2025-Q4");
        build_node(arena, paragraph, NODE_TEXT, lorem + at);
        struct pages *pages = pages_of();
        size_t page = 0;
        assert_non_null(find_text(pages, "part-orientees@", &page, false));
        assert_non_null(find_text(pages, "la-louche/2025-Q4", &page, false));
        broken = broken || !find_text(pages, "part-orientees@la-louche/2025-Q4", &page, false);
    }
    assert_true(broken);
}

static void a_word_after_a_raised_ordinal_is_not_broken(void **state)
{
    (void)state;
    for (size_t at = 0; at < strlen(lorem); at++) {
        if (lorem[at] != ' ')
            continue;
        size_t page = 0;
        assert_non_null(
            find_text(pages_saying(at, "au 4", "e", "\u00A0accompagnement"), "\u00A0accompagnement", &page, false));
        page = 0;
        assert_non_null(
            find_text(pages_saying(at, "au 4", "e", "\u202Faccompagnement"), "\u202Faccompagnement", &page, false));
    }
}

/* A month or a quarter and its year: wherever the line can do without gaping. */
static void a_year_stays_with_its_month(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t parted;
    } dates[] = {{"septembre 2025", 3}, {"T4 2025", 0}, {"sept. 2025", 0}};
    for (size_t d = 0; d < sizeof dates / sizeof *dates; d++) {
        size_t parted = 0;
        for (size_t at = 0; at < strlen(lorem); at++) {
            size_t page = 0;
            if (lorem[at] == ' ' && !find_text(pages_saying(at, dates[d].text, "", ""), dates[d].text, &page, false))
                parted++;
        }
        assert_in_range(parted, 0, dates[d].parted);
    }
}

static void links_on_each_line(void **state)
{
    (void)state;
    struct node *paragraph = build_paragraph(arena, body, lorem);
    struct node *link = build_node(arena, paragraph, NODE_LINK, NULL);
    link->link = STR("https://exemple.fr");
    build_node(arena, link, NODE_TEXT, lorem);
    struct pages *pages = pages_of();
    size_t links = 0;
    for (size_t i = 0; i < pages->at[0].drawing.count; i++) {
        const struct mark *mark = &pages->at[0].drawing.at[i];
        if (mark->kind != MARK_LINK)
            continue;
        links++;
        assert_int_equal(pages->tags[mark->tag].role, TAG_LINK);
        assert_true(mark->x >= 0 && mark->x + mark->width <= pages->at[0].drawing.width);
    }
    assert_true(links >= 4);
    assert_int_equal(count_tags(pages, TAG_LINK), 1);
}

/* ---- pages ---- */

static void no_line_alone_no_heading_last(void **state)
{
    (void)state;
    for (int before = 30; before < 60; before++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < before; i++)
            build_paragraph(arena, body, "ligne");
        build_heading(arena, body, 2, "Titre");
        build_paragraph(arena, body, lorem);
        struct pages *pages = pages_of();
        size_t heading, lines[2] = {0, 0};
        int tag = text_at(pages, "Quand un jeune", &heading)->tag;
        for (size_t p = 0; p < pages->count && p < 2; p++) {
            int32_t y = -1;
            for (size_t i = 0; i < pages->at[p].drawing.count; i++) {
                const struct mark *mark = &pages->at[p].drawing.at[i];
                if (mark->kind != MARK_TEXT || mark->tag != tag || mark->y == y)
                    continue;
                y = mark->y;
                lines[p]++;
            }
        }
        assert_true(lines[0] + lines[1] >= 4);
        assert_int_not_equal(lines[0], 1);
        assert_int_not_equal(lines[1], 1);
        size_t first;
        text_at(pages, "Titre", &first);
        assert_int_equal(first, heading);
    }
}

static void three_hundred_pages(void **state)
{
    (void)state;
    for (int i = 0; i < 3900; i++) {
        if (i % 5 == 0)
            build_heading(arena, body, 1 + i % 3, "Une partie du bilan");
        build_paragraph(arena, body, lorem);
    }
    struct document document = build_document(body);
    document.cover = document.contents = true;
    struct pages *pages = build_pages(arena, &document, true, hyphenator);
    assert_sound(pages);
    assert_in_range(pages->count, 300, 600);
    assert_int_equal(pages->bookmark_count, 780);
    size_t page = pages->count - 1;
    assert_non_null(find_text(pages, str_print(arena, "Page %zu/%zu", pages->count, pages->count).at, &page, true));
}

static void contents_give_the_right_pages(void **state)
{
    (void)state;
    for (int i = 0; i < 40; i++) {
        build_heading(arena, body, 1, str_print(arena, "Chapitre %d.", i).at);
        build_paragraph(arena, body, repeated(lorem, 1 + i % 7));
    }
    struct document document = build_document(body);
    document.cover = document.contents = true;
    struct pages *pages = build_pages(arena, &document, true, hyphenator);
    assert_sound(pages);
    assert_int_equal(count_tags(pages, TAG_TOCI), 40);
    for (int i = 0; i < 40; i++) {
        const char *name = str_print(arena, "Chapitre %d.", i).at;
        size_t in_contents = 0, in_text;
        const struct mark *entry = find_text(pages, name, &in_contents, false);
        in_text = in_contents + 1;
        while (pages->tags[find_text(pages, name, &in_text, false)->tag].role != TAG_H2)
            in_text++;
        const char *wanted = str_print(arena, "%s %zu", name, in_text + 1).at;
        assert_string_equal(tag_text(arena, pages, entry->tag).at, wanted);
        assert_int_equal(pages->bookmarks[i].page, (int)in_text);
    }
}

/* A long list of short titles stands on one page, in two columns; titles of many lines are cut between them. */
static void contents_in_two_columns(void **state)
{
    (void)state;
    for (int longer = 0; longer < 2; longer++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < 70; i++) {
            const char *title = longer && i % 9 == 3 ? repeated(lorem, 5) : "";
            build_heading(arena, body, 1 + (i % 5 > 0), str_print(arena, "Partie %d. %s", i, title).at);
            build_paragraph(arena, body, "Une ligne.");
        }
        struct document document = build_document(body);
        document.cover = document.contents = true;
        struct pages *pages = build_pages(arena, &document, true, hyphenator);
        assert_sound(pages);
        assert_int_equal(count_tags(pages, TAG_TOCI), 70);
        size_t first, last;
        int32_t x = text_at(pages, "Partie 0.", &first)->x;
        assert_true(longer || text_at(pages, "Partie 69.", &last)->x > x + 200000);
        assert_true(longer || first == last);
    }
}

static void headings_skip_no_level(void **state)
{
    (void)state;
    static const int levels[] = {3, 5, 2, 6, 1, 4};
    for (int i = 0; i < 6; i++)
        build_heading(arena, body, levels[i], "Titre");
    struct pages *pages = pages_of();
    int last = 0;
    for (size_t i = 0; i < pages->tag_count; i++) {
        int level = (int)pages->tags[i].role - TAG_H1 + 1;
        if (level < 1 || level > 6)
            continue;
        assert_true(level <= last + 1);
        last = level;
    }
}

static void chapters_come_below_the_title(void **state)
{
    (void)state;
    build_heading(arena, body, 2, "Premier");
    build_heading(arena, body, 3, "Dedans");
    build_heading(arena, body, 2, "Second");
    struct document document = build_document(body);
    document.contents = true;
    struct pages *pages = build_pages(arena, &document, true, NULL);
    assert_int_equal(count_tags(pages, TAG_H1), 1);
    assert_int_equal(count_tags(pages, TAG_H2), 3); /* with the title of the contents */
    assert_int_equal(count_tags(pages, TAG_H3), 1);
    assert_int_equal(pages->bookmarks[0].level, 1);
    assert_int_equal(pages->bookmarks[1].level, 2);
}

static void deeper_than_anyone_writes(void **state)
{
    (void)state;
    struct node *block = body, *inlines = build_node(arena, NULL, NODE_PARAGRAPH, NULL);
    static const enum node_kind kinds[] = {NODE_QUOTE, NODE_LIST, NODE_ITEM, NODE_CALLOUT};
    for (int i = 0; i < 400; i++)
        block = build_node(arena, block, kinds[i % 4], NULL);
    node_append(block, inlines);
    for (int i = 0; i < 400; i++)
        inlines = build_node(arena, inlines, i % 2 ? NODE_STRONG : NODE_EMPHASIS, NULL);
    build_node(arena, inlines, NODE_TEXT, "fond");
    size_t page;
    text_at(pages_of(), "fond", &page);
}

static void landscape_and_back(void **state)
{
    (void)state;
    build_paragraph(arena, body, "avant");
    struct node *landscape = build_node(arena, body, NODE_LANDSCAPE, NULL);
    build_paragraph(arena, landscape, "large");
    build_paragraph(arena, body, "apres");
    build_node(arena, body, NODE_PAGE_BREAK, NULL);
    build_paragraph(arena, body, "ensuite");
    struct pages *pages = pages_of();
    assert_int_equal(pages->count, 4);
    assert_true(pages->at[1].drawing.width > pages->at[1].drawing.height);
    assert_true(pages->at[2].drawing.width < pages->at[2].drawing.height);
    size_t page;
    text_at(pages, "ensuite", &page);
    assert_int_equal(page, 3);
}

static void nothing_at_all(void **state)
{
    (void)state;
    build_node(arena, body, NODE_SECTION, NULL);
    build_node(arena, body, NODE_PARAGRAPH, NULL);
    build_node(arena, body, NODE_LIST, NULL);
    build_node(arena, body, NODE_QUOTE, NULL);
    build_node(arena, body, NODE_CALLOUT, NULL);
    build_node(arena, body, NODE_CODE_BLOCK, NULL);
    build_node(arena, body, NODE_CARDS, NULL);
    build_node(arena, body, NODE_FACTS, NULL);
    build_node(arena, body, NODE_TABLE, NULL);
    build_node(arena, body, NODE_CHART, NULL);
    build_node(arena, body, NODE_FIGURE, NULL);
    build_node(arena, body, NODE_HEADING, NULL);
    assert_int_equal(pages_of()->count, 1);
}

/* ---- notes ---- */

static struct node *note(struct node *paragraph, const char *text)
{
    struct node *footnote = build_node(arena, paragraph, NODE_FOOTNOTE, NULL);
    build_paragraph(arena, footnote, text);
    return footnote;
}

static void notes_stand_under_their_call(void **state)
{
    (void)state;
    for (int i = 0; i < 60; i++)
        note(build_paragraph(arena, body, lorem),
             str_print(arena, "Note numero %d, qui dit d’où vient le chiffre.", i).at);
    struct pages *pages = pages_of();
    assert_int_equal(count_tags(pages, TAG_NOTE), 60);
    for (size_t i = 0; i < pages->target_count; i++) {
        int number = -1;
        if (str_starts(pages->targets[i].anchor, STR("call-")))
            number = atoi(pages->targets[i].anchor.at + 5);
        if (number < 0)
            continue;
        size_t page;
        const struct mark *mark = text_at(pages, str_print(arena, "Note numero %d,", number - 1).at, &page);
        assert_int_equal(page, pages->targets[i].page);
        assert_true(mark->y > pages->targets[i].y);
    }
}

static void a_note_called_again_keeps_its_number(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct node *called = note(build_paragraph(arena, body, lorem), i % 2 ? "Seconde." : "Premiere.");
        called->info = i % 2 ? STR("b") : STR("a");
        called->place = (struct place){1, (uint32_t)(90 + i % 2), 1};
    }
    /* The same label in another file is another note. */
    struct node *other = note(build_paragraph(arena, body, lorem), "Troisieme.");
    other->info = STR("a");
    other->place = (struct place){2, 90, 1};
    struct pages *pages = pages_of();
    assert_int_equal(count_tags(pages, TAG_NOTE), 3);
    assert_int_equal(count_tags(pages, TAG_REFERENCE), 5);
    size_t links = 0;
    for (size_t i = 0; i < pages->at[0].drawing.count; i++)
        links +=
            pages->at[0].drawing.at[i].kind == MARK_LINK && str_equal(pages->at[0].drawing.at[i].link, STR("#note-1"));
    assert_int_equal(links, 2);
}

static void what_is_said_stays_with_who_said_it(void **state)
{
    (void)state;
    for (int lines = 20; lines < 50; lines++) {
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < lines; i++)
            build_paragraph(arena, body, "une ligne");
        struct node *quote = build_node(arena, body, NODE_QUOTE, NULL);
        build_paragraph(arena, quote, "Une parole.");
        build_paragraph(arena, quote, "Quelqu'un");
        struct node *callout = build_node(arena, body, NODE_CALLOUT, NULL);
        build_paragraph(arena, callout, "Attention");
        build_paragraph(arena, callout, "Un encadre.");
        struct pages *pages = pages_of();
        size_t said, who, title, text;
        text_at(pages, "Une parole.", &said);
        text_at(pages, "Quelqu'un", &who);
        text_at(pages, "Attention", &title);
        text_at(pages, "Un encadre.", &text);
        assert_int_equal(said, who);
        assert_int_equal(title, text);
    }
}

static struct pages *pages_after(int lines, struct node *(*build)(void))
{
    struct node *parent = body = build_node(arena, NULL, NODE_BODY, NULL);
    for (int i = 0; i < lines; i++)
        build_paragraph(arena, body, "une ligne");
    node_append(parent, build());
    build_heading(arena, body, 2, "Titre");
    build_paragraph(arena, body, repeated(lorem, 2));
    return pages_of();
}

static struct node *four_items(void)
{
    struct node *list = build_node(arena, NULL, NODE_LIST, NULL);
    list->tight = true;
    for (int i = 0; i < 4; i++)
        build_paragraph(arena, build_node(arena, list, NODE_ITEM, NULL), str_print(arena, "Point%d.", i).at);
    return list;
}

static void no_item_of_a_list_alone(void **state)
{
    (void)state;
    int cut = 0;
    for (int lines = 20; lines < 50; lines++) {
        struct pages *pages = pages_after(lines, four_items);
        size_t page[4];
        for (int i = 0; i < 4; i++)
            text_at(pages, str_print(arena, "Point%d.", i).at, &page[i]);
        assert_int_equal(page[0], page[1]);
        assert_int_equal(page[2], page[3]);
        cut += page[1] != page[2];
    }
    assert_true(cut > 0);
}

static struct node *nine_facts(void)
{
    struct node *facts = build_node(arena, NULL, NODE_FACTS, NULL);
    for (int i = 0; i < 9; i++) {
        build_paragraph(arena, facts, str_print(arena, "Terme%d.", i).at);
        build_paragraph(arena, build_node(arena, facts, NODE_BODY, NULL),
                        "ce qui en est dit, trop long pour que deux colonnes de faits tiennent cote a cote");
    }
    return facts;
}

/* Many facts go on over the page where it is full, not because of what follows them. */
static void many_facts_fill_the_page(void **state)
{
    (void)state;
    int cut = 0;
    for (int lines = 12; lines < 29; lines++) {
        struct pages *pages = pages_after(lines, nine_facts);
        size_t first = 0, page = 0;
        int32_t y = 0;
        for (int i = 0; i < 9 && page == first; i++) {
            const struct mark *mark = text_at(pages, str_print(arena, "Terme%d.", i).at, &page);
            first = i ? first : page;
            y = page == first ? mark->y : y;
        }
        cut += page != first;
        if (page != first)
            assert_true(pages->at[first].drawing.height - 66000 - y < 65000);
    }
    assert_true(cut > 0);
}

static void a_new_page_takes_the_heading_along(void **state)
{
    (void)state;
    build_paragraph(arena, body, "avant");
    build_heading(arena, body, 2, "Titre");
    build_node(arena, body, NODE_PAGE_BREAK, NULL);
    build_paragraph(arena, body, "apres");
    struct pages *pages = pages_of();
    size_t page;
    text_at(pages, "Titre", &page);
    assert_int_equal(page, 1);
    assert_int_equal(pages->count, 2);
}

static void a_note_longer_than_a_page_goes_on(void **state)
{
    (void)state;
    note(build_paragraph(arena, body, "Un appel"), repeated(lorem, 40));
    const char *text = str_print(arena, "Texte. %s", repeated(lorem, 20)).at;
    build_paragraph(arena, body, text);
    struct pages *pages = pages_of();
    assert_true(pages->count > 2);
    size_t page;
    assert_string_equal(tag_text(arena, pages, text_at(pages, "Texte.", &page)->tag).at, text);
    for (size_t i = 0; i < pages->tag_count; i++)
        if (pages->tags[i].role == TAG_P && pages->tags[pages->tags[i].parent].role == TAG_NOTE)
            assert_string_equal(tag_text(arena, pages, (int)i).at, repeated(lorem, 40));
}

/* ---- figures: from the number to its line in the annex and back ---- */

static bool has_target(const struct pages *pages, struct str link)
{
    for (size_t i = 0; i < pages->target_count; i++)
        if (str_equal(pages->targets[i].anchor, str_slice(link, 1, link.length)))
            return true;
    return false;
}

static void figures_lead_to_the_annex_and_back(void **state)
{
    (void)state;
    struct node *paragraph = build_paragraph(arena, body, "Il y a ");
    build_node(arena, paragraph, NODE_VALUE, "412 jeunes")->key = STR("jeunes@2025");
    build_node(arena, paragraph, NODE_VALUE, "9 jours")->key = STR("unknown");
    struct table *figures = build_table(arena, body, 2, 1);
    figures->rows[0].cells[0] = build_cell(arena, "Jeunes");
    figures->rows[0].cells[1] = build_number("412", "");
    figures->rows[0].cells[1].key = STR("jeunes@2025");
    figures->columns[1].align = ALIGN_DECIMAL;
    struct table *annex = build_table(arena, body, 2, 1);
    annex->rows[0].cells[0] = build_cell(arena, "Jeunes accompagnés");
    annex->rows[0].cells[0].inlines->anchor = STR("jeunes@2025");
    struct pages *pages = pages_of();
    size_t there = 0, back = 0;
    for (size_t i = 0; i < pages->at[0].drawing.count; i++) {
        const struct mark *mark = &pages->at[0].drawing.at[i];
        if (mark->kind != MARK_LINK)
            continue;
        assert_true(has_target(pages, mark->link));
        there += str_equal(mark->link, STR("#jeunes@2025"));
        back += str_equal(mark->link, STR("#from:jeunes@2025"));
    }
    assert_int_equal(there, 2);
    assert_int_equal(back, 1);
}

/* ---- anything ---- */

static const char *words(uint32_t *seed)
{
    static const char *const some[] = {"un",
                                       "mesure",
                                       "l’association",
                                       "accompagnement",
                                       "1\u202F234",
                                       "12\u00A0%",
                                       "«\u202Foui\u202F»",
                                       "Lot-et-Garonne",
                                       "à",
                                       "anticonstitutionnellement",
                                       "e\u0301te\u0301",
                                       "日本語の文章がここにあります"};
    struct buffer text = {.arena = arena};
    uint32_t count = next_number(seed) % 4 ? next_number(seed) % 12 : next_number(seed) % 400;
    for (uint32_t i = 0; i <= count; i++)
        buffer_print(&text, "%s ", some[next_number(seed) % (sizeof some / sizeof *some)]);
    return buffer_str(&text).at;
}

static void any_table(struct node *parent, uint32_t *seed)
{
    size_t columns = 1 + next_number(seed) % 9, count = next_number(seed) % 40;
    struct table *table = build_table(arena, parent, columns, count);
    table->caption = next_number(seed) % 2 ? STR("Une legende") : STR_NONE;
    static struct quantity series[] = {{.is = true, .approximate = 3}, {.is = false}, {.is = true, .approximate = 7}};
    for (size_t c = 0; c < columns; c++)
        table->columns[c].align = (enum column_align)(next_number(seed) % 4);
    for (size_t r = 0; r < count; r++) {
        table->rows[r].kind = (enum row_kind)(next_number(seed) % 8 > 5 ? next_number(seed) % 3 : 0);
        for (size_t c = 0; c < columns; c++) {
            struct cell *cell = &table->rows[r].cells[c];
            uint32_t kind = next_number(seed) % 12;
            if (kind < 4)
                *cell = build_cell(arena, next_number(seed) % 20 ? "mot" : words(seed));
            else if (kind < 7)
                *cell = build_number("1\u202F234,5\u00A0%", kind == 4 ? "7/10" : "");
            else if (kind == 7)
                *cell = (struct cell){.kind = CELL_SPARK, .series = series, .series_count = 3};
            else if (kind == 8)
                *cell = (struct cell){.kind = CELL_PROGRESS, .shown = STR("71 %"), .number = series[0]};
            else if (kind == 9)
                *cell = (struct cell){
                    .kind = CELL_STATUS, .shown = STR("en retard"), .status = (enum target_status)(r % 8)};
            cell->span = (uint16_t)(next_number(seed) % 15 ? 0 : next_number(seed) % 5);
        }
        for (size_t c = 0; c < columns; c++)
            for (size_t under = 1; under < table->rows[r].cells[c].span && c + under < columns; under++)
                table->rows[r].cells[c + under] = (struct cell){.kind = CELL_EMPTY};
    }
}

static void any_cards(struct node *parent, uint32_t *seed)
{
    struct node *node = build_node(arena, parent, NODE_CARDS, NULL);
    node->card_count = 1 + next_number(seed) % 8;
    node->cards = ARENA_ARRAY(arena, struct card, node->card_count);
    for (size_t i = 0; i < node->card_count; i++)
        node->cards[i] = (struct card){.label = str_of(words(seed)),
                                       .value = STR("1\u202F048\u202F300"),
                                       .unit = STR("jeunes"),
                                       .mark = STR("9/10 lauréats"),
                                       .change = str_of(next_number(seed) % 9 ? "+3" : words(seed))};
}

static void any_blocks(struct node *parent, uint32_t *seed, int depth)
{
    static struct image image = {.width = 900, .height = 700};
    static const enum node_kind around[] = {NODE_QUOTE, NODE_CALLOUT, NODE_SECTION, NODE_LANDSCAPE, NODE_BODY};
    for (uint32_t count = 1 + next_number(seed) % 6; count; count--) {
        uint32_t kind = next_number(seed) % 16;
        if (kind < 5) {
            struct node *paragraph = build_paragraph(arena, parent, words(seed));
            if (next_number(seed) % 3 == 0)
                build_paragraph(arena, build_node(arena, paragraph, NODE_FOOTNOTE, NULL), words(seed));
        } else if (kind == 5) {
            build_heading(arena, parent, (int)(1 + next_number(seed) % 6), words(seed));
        } else if (kind == 6) {
            any_table(parent, seed);
        } else if (kind == 7) {
            any_cards(parent, seed);
        } else if (kind == 8) {
            build_node(arena, parent, NODE_CODE_BLOCK, words(seed));
        } else if (kind == 9) {
            image.height = 1 + next_number(seed) % 3000;
            struct node *figure = build_node(arena, parent, NODE_FIGURE, "Une image");
            figure->image = &image;
            build_node(arena, figure, NODE_TEXT, "sa legende");
        } else if (kind == 10) {
            struct node *facts = build_node(arena, parent, NODE_FACTS, NULL);
            for (int i = 0; i < 3; i++) {
                build_paragraph(arena, facts, words(seed));
                build_paragraph(arena, build_node(arena, facts, NODE_BODY, NULL), words(seed));
            }
        } else if (kind == 11 && depth < 8) {
            struct node *list = build_node(arena, parent, NODE_LIST, NULL);
            list->ordered = next_number(seed) % 2;
            list->start = (int)(next_number(seed) % 2000);
            for (uint32_t items = next_number(seed) % 5; items; items--)
                any_blocks(build_node(arena, list, NODE_ITEM, NULL), seed, depth + 1);
        } else if (kind == 12) {
            build_node(arena, parent, next_number(seed) % 4 ? NODE_RULE : NODE_PAGE_BREAK, NULL);
        } else if (depth < 8) {
            any_blocks(build_node(arena, parent, around[next_number(seed) % 5], "quelqu’un"), seed, depth + 1);
        }
    }
}

static void any_document(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < 120; round++) {
        struct arena_mark mark = arena_mark(arena);
        uint32_t seed = round * 7919u + 1;
        body = build_node(arena, NULL, NODE_BODY, NULL);
        for (int i = 0; i < 4; i++)
            any_blocks(body, &seed, 0);
        struct document document = build_document(body);
        document.cover = round % 2;
        document.contents = round % 3 == 0;
        document.draft = round % 5 == 0;
        struct layout_style style = {
            .paper = (enum paper)(round % 2), .justify = round % 4 < 2, .hyphenator = round % 3 ? hyphenator : NULL};
        struct pages *pages = layout_document(arena, &document, &metrics_fixed, &style);
        assert_sound(pages);
        arena_rewind(arena, mark);
    }
}

static void same_pages_every_time(void **state)
{
    (void)state;
    uint32_t seed = 42;
    any_blocks(body, &seed, 0);
    any_blocks(body, &seed, 0);
    struct str first = pages_dump(arena, pages_of()), second = pages_dump(arena, pages_of());
    assert_string_equal(first.at, second.at);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_word_once_and_in_order),
        TEST(blanks_of_the_source),
        TEST(word_longer_than_the_line),
        TEST(a_date_is_not_broken),
        TEST(a_key_is_broken_where_it_is_joined),
        TEST(a_word_after_a_raised_ordinal_is_not_broken),
        TEST(a_year_stays_with_its_month),
        TEST(links_on_each_line),
        TEST(no_line_alone_no_heading_last),
        TEST(three_hundred_pages),
        TEST(contents_give_the_right_pages),
        TEST(contents_in_two_columns),
        TEST(headings_skip_no_level),
        TEST(chapters_come_below_the_title),
        TEST(deeper_than_anyone_writes),
        TEST(landscape_and_back),
        TEST(nothing_at_all),
        TEST(notes_stand_under_their_call),
        TEST(a_note_called_again_keeps_its_number),
        TEST(what_is_said_stays_with_who_said_it),
        TEST(no_item_of_a_list_alone),
        TEST(many_facts_fill_the_page),
        TEST(a_new_page_takes_the_heading_along),
        TEST(a_note_longer_than_a_page_goes_on),
        TEST(figures_lead_to_the_annex_and_back),
        TEST(any_document),
        TEST(same_pages_every_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
