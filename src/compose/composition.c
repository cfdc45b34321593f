#include "compose/build.h"
#include "compose/catalogue.h"
#include "compose/collective.h"
#include "compose/composition.h"
#include "compose/labels.h"
#include "compose/provenance.h"
#include "compose/site.h"
#include "compose/template.h"

/* From a template's body to a document's: sections are made of headings, holes are filled, what stayed empty goes
 * with its heading, and everything is set in the typography of the language. */

/* ---- names and values in running text ---- */

static void fill_value(struct filling *f, struct node *code)
{
    struct str key, part;
    value_split(code->text, &key, &part);
    struct figure_key figure;
    key = variables_name(f->arena, f->facts, f->job, key);
    if (!figure_key_parse(f->facts, key, &figure)) {
        REPORT(f->diagnostics, code->place, MSG_narrative_value, {key});
        return;
    }
    value_fill(f, code, figure, part.length ? choice_of(value_parts, part) : VALUE_SHOWN);
}

static void table_values(struct filling *f, struct table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (table->rows[r].cells[c].inlines)
                narrative_values(f, table->rows[r].cells[c].inlines);
}

void narrative_values(struct filling *f, struct node *root)
{
    if (root->table)
        table_values(f, root->table);
    for (struct node *node = root->first; node; node = node->next)
        if (node->kind == NODE_CODE && str_starts(node->text, STR("=")))
            fill_value(f, node);
        else
            narrative_values(f, node);
}

static void fill_names_in(struct filling *f, struct node *root)
{
    for (struct node *node = root->first; node; node = node->next) {
        if (node->kind == NODE_TEXT)
            node->text = variables_text(f->arena, f->facts, f->job, node->text);
        fill_names_in(f, node);
    }
}

static void fill_inlines(struct filling *f, struct node *root)
{
    fill_names_in(f, root);
    narrative_values(f, root);
}

/* ---- holes ---- */

static bool is_shown(struct filling *f, const struct template_hole *hole)
{
    struct strs audiences = option_names(f->arena, hole->hole, hole->options, "audience");
    for (size_t i = 0; i < audiences.count; i++)
        if (choice_of(audience_choices, audiences.at[i]) == (int)f->job->audience + 1)
            return true;
    return audiences.count == 0;
}

static void add_option_text(struct filling *f, const struct template_hole *hole, const char *name, struct node *into)
{
    struct str text = option_text(hole->hole, hole->options, name);
    if (text.length)
        add_paragraph(f, into, variables_text(f->arena, f->facts, f->job, text));
}

static void add_option_title(struct filling *f, const struct template_hole *hole, struct node *into)
{
    struct str text = option_text(hole->hole, hole->options, "title");
    if (text.length)
        add_heading(f, into, f->level + 1, variables_text(f->arena, f->facts, f->job, text));
}

/* Pages of a PDF: a new one, or wide ones, where the template asks for them. */
static struct node *paged(struct filling *f, const struct template_hole *hole, struct node *before,
                          struct node *content)
{
    if (option_yes(hole->hole, hole->options, "new_page", false)) {
        struct node *rest = before;
        before = node_new(f->arena, NODE_BODY, f->place);
        node_append(before, node_new(f->arena, NODE_PAGE_BREAK, f->place));
        while (rest->first)
            node_append(before, rest->first);
    }
    if (option_yes(hole->hole, hole->options, "landscape", false)) {
        struct node *wide = node_new(f->arena, NODE_LANDSCAPE, f->place);
        while (content->first)
            node_append(wide, content->first);
        node_append(content, wide);
    }
    return before;
}

/* Puts what the hole gives in the place of its block; false when it gives nothing. */
static bool fill_hole(struct filling *f, struct node *block, int level)
{
    const struct template_hole *hole = &f->job->template->holes->at[block->level - 1];
    struct node *content = node_new(f->arena, NODE_BODY, block->place);
    struct node *before = node_new(f->arena, NODE_BODY, block->place);
    f->place = block->place;
    f->level = level + (option_text(hole->hole, hole->options, "title").length > 0);
    if (is_shown(f, hole))
        hole->hole->fill(f, hole->options, content);
    f->level = level;
    if (content->first) {
        add_option_title(f, hole, before);
        add_option_text(f, hole, "lead", before);
        before = paged(f, hole, before, content);
    } else if (is_shown(f, hole)) {
        add_option_text(f, hole, "empty", content);
    }
    bool filled = content->first != NULL;
    struct node *last = block;
    for (struct node *part = before; part; part = part == before ? content : NULL)
        while (part->first) {
            struct node *moved = part->first;
            node_insert_after(last, moved);
            last = moved;
        }
    node_unlink(block);
    return filled;
}

/* ---- sections ---- */

/* Headings and what follows them become sections within sections. */
static struct node *make_sections(struct filling *f, struct node *flat)
{
    struct node *root = node_new(f->arena, NODE_BODY, flat->place), *open = root;
    while (flat->first) {
        struct node *block = flat->first;
        if (block->kind == NODE_HEADING) {
            while (open != root && open->first->level >= block->level)
                open = open->parent;
            struct node *section = node_new(f->arena, NODE_SECTION, block->place);
            node_append(open, section);
            open = section;
        }
        node_append(open, block);
    }
    return root;
}

/* Headings that holes and narratives brought become sections like those of the template. */
static void flatten(struct node *from, struct node *flat)
{
    while (from->first) {
        struct node *block = from->first;
        if (block->kind != NODE_SECTION) {
            node_append(flat, block);
            continue;
        }
        flatten(block, flat);
        node_unlink(block);
    }
}

struct tally {
    size_t holes, filled; /* blocks asked for, and blocks that gave something */
    bool text;            /* words of the template beside its headings */
};

static bool is_hole(const struct node *node)
{
    return node->kind == NODE_CODE_BLOCK && node->info.length && node->level;
}

static struct tally fill_section(struct filling *f, struct node *section, int level);

static void fill_block(struct filling *f, struct node *block, int level, struct tally *tally)
{
    if (is_hole(block)) {
        tally->holes++;
        tally->filled += fill_hole(f, block, level);
        return;
    }
    if (block->kind == NODE_SECTION) {
        struct tally inner = fill_section(f, block, block->first->level);
        bool kept = inner.holes ? inner.filled > 0 : inner.text;
        tally->holes += inner.holes;
        tally->filled += inner.filled;
        tally->text = tally->text || (kept && !inner.holes);
        if (!kept)
            node_unlink(block);
        return;
    }
    fill_inlines(f, block);
    tally->text = tally->text || block->kind != NODE_HEADING;
}

static struct tally fill_section(struct filling *f, struct node *section, int level)
{
    struct tally tally = {0};
    for (struct node *block = section->first, *next; block; block = next) {
        next = block->next;
        fill_block(f, block, level, &tally);
    }
    return tally;
}

/* ---- the document ---- */

static struct str title_of(struct filling *f, struct str pattern)
{
    return set(f, variables_text(f->arena, f->facts, f->job, pattern));
}

static void describe(struct filling *f)
{
    struct document *d = f->document;
    const struct programme *programme = &f->facts->programme;
    const struct template *template = f->job->template;
    d->deliverable = template->deliverable;
    d->title = title_of(f, template->title);
    d->subtitle = title_of(f, template->subtitle);
    d->description = title_of(f, template->description);
    d->programme = set(f, programme->name);
    d->author = set(f, programme->coordination);
    d->licence = programme->licence;
    d->language = f->language;
    d->audience = f->job->audience;
    d->audience_name = audience_label(f, d->audience);
    d->draft = f->composer->draft;
    d->cover = template->cover;
    d->contents = template->contents;
    d->theme = &programme->theme;
    d->logo = image_named(f, programme->theme.logo);
    d->words = catalogue_words(f->composer->catalogue, f->language, &d->word_count);
}

static struct date date_of_edition(const struct filling *f)
{
    if (date_is(f->facts->programme.edition_date))
        return f->facts->programme.edition_date;
    return period_is(f->job->period) ? period_last_day(f->job->period) : f->facts->cut_off;
}

static void date_document(struct filling *f)
{
    f->document->date = date_of_edition(f);
    f->document->edition = SAY(f, "edition", PAIR("date", date_text(f, f->document->date)));
    if (period_is(f->job->period))
        f->document->period_name = period_text(f, f->job->period);
}

/* A draft says what is wrong before it says anything else. Messages hold what laureates filed: they are for the
 * coordination. */
static void add_draft(struct filling *f, struct node *body)
{
    const struct diagnostics *listed = f->composer->listed;
    if (!f->composer->draft || !listed)
        return;
    struct node *callout = node_new(f->arena, NODE_CALLOUT, (struct place){0});
    callout->tone = TONE_DRAFT;
    size_t count = diagnostics_count(listed, SEVERITY_ERROR);
    bool all = f->job->audience == AUDIENCE_INTERNAL;
    add_paragraph(
        f, callout,
        SAY_N(f, (int64_t)count, all ? "draft.front" : "draft.count", PAIR("n", count_text(f, (int64_t)count))));
    struct node *list = all && count ? add_list(f, callout) : NULL;
    for (size_t i = 0; list && i < listed->count; i++)
        if (listed->at[i].severity == SEVERITY_ERROR)
            add_item(f, list, diagnostic_line(f, &listed->at[i]));
    node_append(body, callout);
    if (body->first != callout)
        node_prepend(body, callout);
}

/* A document in another language than the data says which words it could not translate. */
static void add_spoken(struct filling *f, struct node *body)
{
    enum language spoken = f->facts->programme.spoken;
    if (spoken == f->language || f->job->template->is_page)
        return;
    struct node *note = add_paragraph(
        f, body,
        SAY(f, "language.data", PAIR("language", word(f, spoken == LANGUAGE_FR ? "language.fr" : "language.en"))));
    if (body->first != note)
        node_prepend(body, note);
}

/* "3. …": the number that a chapter's heading begins with, or 0. */
static int chapter_number(const struct node *section)
{
    const struct node *words = section->kind == NODE_SECTION && section->first ? section->first->first : NULL;
    if (!words || words->kind != NODE_TEXT || words->text.length < 4 ||
        !str_starts(str_slice(words->text, 1, 3), STR(". ")))
        return 0;
    char digit = words->text.at[0];
    return digit >= '1' && digit <= '9' ? digit - '0' : 0;
}

/* Chapters that lost one of theirs are not numbered: a document that begins with its second is missing its first. */
static void drop_broken_numbers(struct node *body)
{
    int next = 1;
    bool broken = false;
    for (struct node *section = body->first; section; section = section->next) {
        int number = chapter_number(section);
        broken = broken || (number && number != next);
        next += number > 0;
    }
    for (struct node *section = body->first; broken && section; section = section->next)
        if (chapter_number(section)) {
            struct node *words = section->first->first;
            words->text = str_slice(words->text, 3, words->text.length);
        }
}

/* A callout without a title of its own is headed by its kind, in the language of the document. */
static void head_callouts(struct filling *f, struct node *parent)
{
    for (struct node *child = parent->first; child; child = child->next) {
        if (child->kind == NODE_CALLOUT && child->info.length)
            child->first->first->first->text = word(f, str_print(f->arena, "callout.%.*s", STR_ARG(child->info)).at);
        if (!node_is_inline(child->kind))
            head_callouts(f, child);
    }
}

struct document *compose_document(struct arena *arena, const struct composer *composer, const struct job *job,
                                  struct diagnostics *diagnostics)
{
    struct filling f = {.arena = arena,
                        .composer = composer,
                        .facts = composer->facts,
                        .measures = composer->measures,
                        .job = job,
                        .language = composer->facts->programme.language,
                        .document = ARENA_NEW(arena, struct document),
                        .diagnostics = diagnostics};
    f.named = ARENA_ARRAY(arena, bool, composer->facts->laureates.count + 1);
    describe(&f);
    date_document(&f);
    site_describe(&f);
    struct node *body = make_sections(&f, node_copy(arena, job->template->body));
    fill_section(&f, body, 1);
    struct node *flat = node_new(arena, NODE_BODY, body->place);
    flatten(body, flat);
    body = make_sections(&f, flat);
    drop_broken_numbers(body);
    add_spoken(&f, body);
    add_draft(&f, body);
    head_callouts(&f, body);
    typeset_tree(arena, body, f.language);
    if (f.document->site)
        site_anchors(&f, body);
    f.document->body = body;
    if (!composer->for_words)
        provenance_collect(&f);
    return f.document;
}
