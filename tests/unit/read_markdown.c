#include "reading.h"

#include "read/markdown.h"

/* How a node is written down here: before its children, and after them. */
static const struct {
    enum node_kind kind;
    const char *before, *after;
} marks[] = {
    {NODE_BODY, "", ""},
    {NODE_HEADING, "h(", ")"},
    {NODE_PARAGRAPH, "p(", ")"},
    {NODE_LIST, "list(", ")"},
    {NODE_ITEM, "item(", ")"},
    {NODE_QUOTE, "quote(", ")"},
    {NODE_CODE_BLOCK, "code(", ")"},
    {NODE_RULE, "rule", ""},
    {NODE_TABLE, "table(", ")"},
    {NODE_TEXT, "", ""},
    {NODE_EMPHASIS, "*", "*"},
    {NODE_STRONG, "**", "**"},
    {NODE_CODE, "`", "`"},
    {NODE_LINK, "[", "]"},
    {NODE_IMAGE, "![", "]"},
    {NODE_BREAK, "/", ""},
    {NODE_SPACE, " ", ""},
    {NODE_CALLOUT, "callout(", ")"},
    {NODE_FOOTNOTE, "note(", ")"},
};

static void note(struct buffer *seen, const struct node *node);

static void note_table(struct buffer *seen, const struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        buffer_byte(seen, "<>^."[table->columns[i].align]);
        note(seen, table->columns[i].title);
    }
    for (size_t r = 0; r < table->row_count; r++) {
        buffer_add(seen, STR(" ;"));
        for (size_t c = 0; c < table->column_count; c++) {
            buffer_byte(seen, '|');
            assert_int_equal(table->rows[r].cells[c].kind == CELL_TEXT, table->rows[r].cells[c].inlines != NULL);
            if (table->rows[r].cells[c].inlines)
                note(seen, table->rows[r].cells[c].inlines);
        }
    }
}

static void note(struct buffer *seen, const struct node *node)
{
    size_t kind = 0;
    while (kind < sizeof marks / sizeof *marks && marks[kind].kind != node->kind)
        kind++;
    assert_true(kind < sizeof marks / sizeof *marks);
    if (node->language.length)
        buffer_print(seen, "{%.*s}", STR_ARG(node->language));
    buffer_add(seen, str_of(marks[kind].before));
    if (node->kind != NODE_IMAGE)
        buffer_add(seen, node->text);
    if (node->table)
        note_table(seen, node->table);
    for (const struct node *child = node->first; child; child = child->next)
        note(seen, child);
    if (node->link.length)
        buffer_print(seen, "->%.*s", STR_ARG(node->link));
    buffer_add(seen, str_of(marks[kind].after));
}

static const char *reading_of(struct str text)
{
    struct buffer seen = {.arena = arena};
    diagnostics = diagnostics_new(arena);
    note(&seen, read_markdown(arena, text, 1, diagnostics).body);
    note_diagnostics(&seen);
    return buffer_str(&seen).at;
}

static const struct written readings[] = {
    {"blocks and inlines are read", TEXT_OF("# Un *deux*\n\nTrois\nquatre  \n**cinq** `six`\n\n> sept\n\n---\n"),
     "h(Un *deux*)p(Trois quatre/**cinq** `six`)quote(p(sept))rule"},
    {NULL, TEXT_OF("- a\n- b\n\n3. c\n"), "list(item(p(a))item(p(b)))list(item(p(c)))"},
    {NULL, TEXT_OF("~~~figures x\nby: year\n~~~\n"), "code(by: year\n)"},
    {NULL, TEXT_OF(""), ""},
    {"a rule that is never closed is a rule", TEXT_OF("---\nTexte\n"), "rulep(Texte)"},
    {NULL, TEXT_OF("\n---\ntitle: x\n---\n"), "ruleh(title: x)"},
    {"tables are made", TEXT_OF("| a | b |\n|:--|--:|\n| 1 | 2 |\n"), "table(<a>b ;|1|2)"},
    {NULL, TEXT_OF("a | b | c\n:-: | --- | -\n1\n|2||3|\n"), "table(^a<b<c ;|1|| ;|2||3)"},
    {NULL, TEXT_OF("| *a* |\n|---|\n| **b** `c` [d](e) |\n"), "table(<*a* ;|**b** `c` [d->e])"},
    {NULL, TEXT_OF("|a|\r\n|-|\r\n|é|\r\n\r\nsuite\r\n"), "table(<a ;|é)p(suite)"},
    {"what is no table stays a paragraph", TEXT_OF("| a | b |\n|---|\n"), "p(| a | b | |---|)"},
    {NULL, TEXT_OF("a | b\n"), "p(a | b)"},
    {NULL, TEXT_OF("a\n:-:\n"), "p(a :-:)"},
    {NULL, TEXT_OF("| a |\n|:-:x|\n"), "p(| a | |:-:x|)"},
    {NULL, TEXT_OF("~~~\n| a |\n|---|\n~~~\n"), "code(| a |\n|---|\n)"},
    {NULL, TEXT_OF("- | -\n"), "list(item(p(| -)))"},
    {"a rule right under a table is one", TEXT_OF("| a |\n|---|\n| 1 |\n---\nsuite\n"), "table(<a ;|1)rulep(suite)"},
    {NULL, TEXT_OF("| a |\n|---|\n| 1 |\n\n---\n"), "table(<a ;|1)rule"},
    {NULL, TEXT_OF("| a |\n---\n"), "h(| a |)"},
    {NULL, TEXT_OF("> | a |\n> |---|\n> ---\n> suite\n"), "quote(table(<a)rulep(suite))"},
    {"escapes and code in cells", TEXT_OF("| a\\|b | `c\\|d` |\n|---|---|\n| \\\\ | x\\ |\n"),
     "table(<a|b<`c|d` ;|\\|x\\)"},
    {NULL, TEXT_OF("| # a | - b |\n|---|---|\n| 1. c # | > d |\n"), "table(<# a<- b ;|1. c #|> d)"},
    {NULL, TEXT_OF("| a |\n|---|\n| b<br>c <!-- x --> |\n"), "table(<a ;|b/c)"},
    {"short and long rows", TEXT_OF("|a|b|\n|-|-|\n|1|\n|1|2|*3*|4|\n||\n"),
     "table(<a<b ;|1| ;|1|2|*3*|4 ;||) table_extra_cells 4:0"},
    {"text around a table is kept", TEXT_OF("Avant *x*  \nencore\n| a |\n|---|\n| 1 |\n"),
     "p(Avant *x*/encore)table(<a ;|1)"},
    {NULL, TEXT_OF("[r]: y\n| a |\n|---|\n| [z][r] |\n"), "table(<a ;|[z->y])"},
    {NULL, TEXT_OF("| a |\n|---|\n| 1 |\n# t\n"), "table(<a ;|1)h(t)"},
    {"tables stand in lists and quotes", TEXT_OF("- x\n\n  | a |\n  |---|\n  | 1 |\n\n  suite\n"),
     "list(item(p(x)table(<a ;|1)p(suite)))"},
    {NULL, TEXT_OF("> - | a |\n>   |---|\n>   | 1 |\n"), "quote(list(item(table(<a ;|1))))"},
    {NULL, TEXT_OF("10. | a |\n    |---|\n    | 1 |\n"), "list(item(table(<a ;|1)))"},
    {"rows without their marks end the table", TEXT_OF("> | a |\n> |---|\n> | 1 |\n| 2 |\n"),
     "quote(table(<a ;|1)p(| 2 |))"},
    {NULL, TEXT_OF("- | a |\n  |---|\n  | 1 |\n| 2 |\n"), "list(item(table(<a ;|1)p(| 2 |)))"},
    {NULL, TEXT_OF("> | a |\n|---|\n"), "quote(p(| a | |---|))"},
    {"html is dropped and its text kept", TEXT_OF("Un <b>gras</b><br>1<sup>er</sup> <i class=\"x>y\">z</i>\n"),
     "p(Un gras/1er z) html_dropped 1:4 html_dropped 1:20 html_dropped 1:34"},
    {NULL, TEXT_OF("x <!-- rien --> y\n"), "p(x  y)"},
    {NULL, TEXT_OF("<!-- rien\n\nrien -->\n\nx\n"), "p(x)"},
    {NULL, TEXT_OF("<div class=\"a\">\nBonjour &amp; *tous*<br/>suite\n<p>Puis 2 &lt; 3</div>\n"),
     "p(Bonjour & *tous*/suite)p(Puis 2 < 3) html_dropped 1:1"},
    {NULL, TEXT_OF("<hr>\n"), " html_dropped 1:1"},
    {"a heading right below a tag", TEXT_OF("<hr>\n### Clés *x* ##\ntexte\n"), "h(Clés *x*)p(texte) html_dropped 1:1"},
    {NULL, TEXT_OF("<div>a\n#b\n# c\n</div>\n"), "p(a #b)h(c) html_dropped 1:1"},
    {NULL, TEXT_OF("2 < 3 & <3\n"), "p(2 < 3 & <3)"},
    {"scripts go with their content", TEXT_OF("a <script>alert(1)</script> b\n"), "p(a  b) html_dropped 1:3"},
    {NULL, TEXT_OF("<script>\nalert('</p>')\n\n</script>\nx\n"), "p(x) html_dropped 1:1"},
    {NULL, TEXT_OF("<style>p{}</style><p>x</p>\n"), "p(x) html_dropped 1:1"},
    {NULL, TEXT_OF("a <SCRIPT src=x>b\n"), "p(a b) html_dropped 1:3"},
    {NULL, TEXT_OF("<svg><script>x</script>y</svg>\n"), "p(y) html_dropped 1:1 html_dropped 1:6"},
    {"addresses are judged", TEXT_OF("[a](https://x.fr/y) <mailto:a@b.fr> [b](b.md#c) [d](#e)\n"),
     "p([a->https://x.fr/y] [mailto:a@b.fr->mailto:a@b.fr] [b->b.md#c] [d->#e])"},
    {NULL,
     TEXT_OF("[a](javascript:x) [b](java&#10;script:x) [c](&#1;JaVaScRiPt:x) [d](data:,x) [e](file:///etc/passwd)\n"),
     "p(a b c d e) link_refused 1:5 link_refused 1:0 link_refused 1:0 link_refused 1:68 link_refused 1:81"},
    {NULL, TEXT_OF("[a](//x.fr) ![b](vbscript:x)\n"), "p(a b) link_refused 1:5 link_refused 1:18"},
    {NULL, TEXT_OF("![Un *atelier*](media/a%20b.png \"Légende\")\n"), "p(![Un *atelier*->media/a%20b.png])"},
    {NULL, TEXT_OF("x\n[r]\n\n[r]: <un chemin.md>\n"), "p(x [r->un chemin.md])"},
    {"warnings have the line they speak of",
     TEXT_OF("---\na: b\n---\n\nx\ny [a](ftp:x)\n\n| a |\n|---|\n| 1 |\n| <u>2</u> |\n"),
     "p(x y a)table(<a ;|1 ;|2) link_refused 6:7 html_dropped 11:3"},
    {"words of a link hide no address behind them", TEXT_OF("[a](ftp:x) [b](ftp:y) a [![c](ftp:z)](w.md)\n"),
     "p(a b a [c->w.md]) link_refused 1:5 link_refused 1:16 link_refused 1:39"},
    {"nothing is left where only tags were", TEXT_OF("a\n<img src=x>\n\n*<b></b>* x\n"),
     "p(a)p(x) html_dropped 2:1 html_dropped 4:2"},
    {"wild texts are kept as they stand", TEXT_OF("> > > > > > > > > > > > > > > > > > > x\n\ny\nz\n"),
     "p(> > > > > > > > > > > > > > > > > > > x)p(y z) markdown_wild 1:1"},
    {NULL, TEXT_OF("- - - - - - - - - - - - - - - - - - - - -\n"), "rule"},
    {NULL,
     TEXT_OF("----------------------------------------------------------------------------------------------------\n"),
     "rule"},
    {"notes go where they are called", TEXT_OF("a[^1] b\n\n[^1]: the *note*\n"), "p(anote(p(the *note*)) b)"},
    {NULL, TEXT_OF("a [^1], [^x-2].\n\n[^1]: one and\nmore\n[^x-2]: two words\n"),
     "p(anote(p(one and more)),note(p(two words)).)"},
    {NULL, TEXT_OF("a[^1].\n\nb\n[^1]: two words\n"), "p(anote(p(two words)).)p(b)"},
    {NULL, TEXT_OF("a[^1]\n\n[^1]: Ibid.\n"), "p(anote(p(Ibid.)))"},
    {NULL, TEXT_OF("a[^1]\n\n[^1]: https://example.org/a\n"),
     "p(anote(p([https://example.org/a->https://example.org/a])))"},
    {NULL, TEXT_OF("a[^none], [^], [^ 1] and x^2^\n"), "p(a[^none], [^], [^ 1] and x^2^)"},
    {NULL, TEXT_OF("|a|\n|-|\n|b[^n]|\n\n[^n]: in a table\n"), "table(<a ;|bnote(p(in a table)))"},
    {"callouts are framed", TEXT_OF("> [!NOTE]\n> text\n"), "callout(p(**Note**)p(text))"},
    {NULL, TEXT_OF("> [!ATTENTION] a *title*\n>\n> text\n"), "callout(p(**a *title***)p(text))"},
    {NULL, TEXT_OF("> [!WHAT]\n> text\n"), "quote(p([!WHAT] text))"},
    {NULL, TEXT_OF("::: tip A title\ntext\n:::\n"), "callout(p(**A title**)p(text))"},
    {NULL, TEXT_OF("::: warning\n\n- a\n\n:::\n\nb\n"), "callout(p(**Warning**)list(item(p(a))))p(b)"},
    {NULL, TEXT_OF("::: warning\n\nnever closed\n"), "p(::: warning)p(never closed)"},
    {NULL, TEXT_OF("::: whatever\ntext\n:::\n"), "p(::: whatever text :::)"},
    {"words have their language", TEXT_OF("a [b c]{lang=en} d\n"), "p(a {en}b c d)"},
    {NULL, TEXT_OF("[*b* c]{lang=de-AT}.\n"), "p({de-AT}{de-AT}*b*{de-AT} c.)"},
    {NULL, TEXT_OF("a [b]{lang=EN} [c]{.x} d]{lang=en}\n"), "p(a [b]{lang=EN} [c]{.x} d]{lang=en})"},
    {0},
};

static void attributes_are_kept(void **state)
{
    (void)state;
    struct markdown markdown = read_markdown(arena, STR("### T\n\n3. c\n\n```table\nx\n```\n"), 1, diagnostics);
    const struct node *heading = markdown.body->first, *list = heading->next, *code = list->next;
    assert_int_equal(heading->level, 3);
    assert_true(list->ordered && list->tight && list->start == 3);
    assert_string_equal(code->info.at, "table");
    assert_int_equal(code->place.line, 5);
}

static void front_matter_stands_apart(void **state)
{
    (void)state;
    struct markdown markdown = read_markdown(arena, STR("---\ntitle: x\r\n---\r\n\nTexte\n"), 1, diagnostics);
    assert_string_equal(yaml_find(markdown.front, STR("title"))->text.at, "x");
    assert_int_equal(yaml_find(markdown.front, STR("title"))->place.line, 2);
    assert_int_equal(markdown.body->first->place.line, 5);
    markdown = read_markdown(arena, STR("---\ntitle: x\n...\nTexte"), 1, diagnostics);
    assert_non_null(markdown.front);
    assert_int_equal(markdown.body->first->place.line, 4);
}

static void addresses_and_code_have_columns(void **state)
{
    (void)state;
    struct markdown markdown = read_markdown(
        arena, STR("é [a](x.md) [b](x.md)\n`=c` ![](y.png)\n\n| t |\n|---|\n| [d](z.md) `e` |\n"), 1, diagnostics);
    const struct node *a = markdown.body->first->first->next, *b = a->next->next, *c = b->next->next;
    assert_string_equal(a->link.at, "x.md");
    assert_int_equal(a->place.column, 7);
    assert_int_equal(b->place.column, 17);
    assert_int_equal(c->place.line, 2);
    assert_int_equal(c->place.column, 2);
    assert_int_equal(c->next->next->place.column, 10);
    const struct node *d = markdown.body->last->table->rows[0].cells[0].inlines->first;
    assert_int_equal(d->place.line, 6);
    assert_int_equal(d->place.column, 7);
    assert_int_equal(d->next->next->place.column, 14);
}

static struct str repeated(const char *piece, size_t bytes, const char *end)
{
    struct buffer text = {.arena = arena};
    while (text.count < bytes)
        buffer_add(&text, str_of(piece));
    buffer_add(&text, str_of(end));
    return buffer_str(&text);
}

static size_t depth_of(const struct node *root)
{
    size_t most = 0;
    for (const struct node *node = root; node; node = node_walk(root, node)) {
        size_t depth = 0;
        for (const struct node *up = node; up != root; up = up->parent)
            depth++;
        most = depth > most ? depth : most;
    }
    return most;
}

static void nesting_is_limited(void **state)
{
    (void)state;
    static const char *const pieces[] = {"*a **b ", "[",   "![x",      "> ", "- ",   "1) ", "<a ",   "<!--",
                                         "|",       "\\|", "<script>", "`",  "&#9;", "<?",  "<b>\"", "\n\n<p \""};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct arena_mark mark = arena_mark(arena);
        struct diagnostics *said = diagnostics_new(arena);
        const struct node *body = read_markdown(arena, repeated(pieces[i], 200000, "x** y*\n"), 1, said).body;
        assert_true(depth_of(body) <= MARKDOWN_DEPTH_MAX + 3);
        arena_rewind(arena, mark);
    }
}

static void words_that_are_not_there_are_not_looked_for_without_end(void **state)
{
    (void)state;
    for (size_t bytes = 100; bytes <= 200000; bytes += 199900) {
        struct str flood = repeated("*&#97;z* ", bytes, repeated("a", bytes, "<b>\n").at);
        struct diagnostics *said = diagnostics_new(arena);
        read_markdown(arena, flood, 1, said);
        assert_int_equal(said->at[0].message, MSG_html_dropped);
        assert_int_equal(said->at[0].place.column, bytes == 100 ? flood.length - strlen("<b>\n") + 1 : 0);
    }
}

static void too_much_text_is_refused(void **state)
{
    (void)state;
    assert_null(read_markdown(arena, repeated("word ", MARKDOWN_BYTES_MAX + 1, ""), 1, diagnostics).body->first);
    assert_int_equal(diagnostics->at[0].message, MSG_markdown_too_large);
}

static void too_many_cells_are_text(void **state)
{
    (void)state;
    struct buffer text = {.arena = arena};
    for (int row = 0; row < 2; row++) {
        for (int i = 0; i < 100; i++)
            buffer_add(&text, row ? STR("|-") : STR("|a"));
        buffer_byte(&text, '\n');
    }
    struct str rows = repeated("x\n", 4000, "");
    buffer_add(&text, rows);
    const struct node *body = read_markdown(arena, buffer_str(&text), 1, diagnostics).body;
    assert_int_equal(body->first->kind, NODE_PARAGRAPH);
    assert_int_equal(diagnostics->at[0].message, MSG_table_too_large);
}

static void a_note_called_without_end_is_not_copied_without_end(void **state)
{
    (void)state;
    struct buffer text = {.arena = arena};
    for (int i = 0; i < 20000; i++)
        buffer_add(&text, STR("x[^1] "));
    buffer_add(&text, STR("\n\n[^1]: "));
    buffer_add(&text, repeated("word ", 2000, "\n"));
    const struct node *body = read_markdown(arena, buffer_str(&text), 1, diagnostics).body;
    size_t notes = 0;
    for (const struct node *node = body; node; node = node_walk(body, node))
        notes += node->kind == NODE_FOOTNOTE;
    assert_in_range(notes, 10, 1000);
}

static void cells_go_on_below(void **state)
{
    (void)state;
    const struct node *body =
        read_markdown(arena, STR("|a|b|\n|-|-|\n|^^|x|\n|y|^^|\n|^^|^^|\n|z|w|\n"), 1, diagnostics).body;
    const struct table *table = body->first->table;
    assert_non_null(table->rows[0].cells[0].inlines); /* nothing is above: a word like another */
    assert_int_equal(table->rows[0].cells[1].rows, 3);
    assert_int_equal(table->rows[1].cells[0].rows, 2);
    assert_true(table->rows[2].cells[0].covered && table->rows[2].cells[1].covered && table->rows[1].cells[1].covered);
    assert_false(table->rows[3].cells[0].covered || table->rows[3].cells[1].covered);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READING_TEST(attributes_are_kept),
        READING_TEST(front_matter_stands_apart),
        READING_TEST(addresses_and_code_have_columns),
        READING_TEST(nesting_is_limited),
        READING_TEST(words_that_are_not_there_are_not_looked_for_without_end),
        READING_TEST(too_much_text_is_refused),
        READING_TEST(too_many_cells_are_text),
        READING_TEST(a_note_called_without_end_is_not_copied_without_end),
        READING_TEST(cells_go_on_below),
    };
    return run_written(readings, reading_of) + cmocka_run_group_tests(tests, NULL, NULL);
}
