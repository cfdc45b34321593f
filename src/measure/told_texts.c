/* The texts that documents print for readers outside, each with those it speaks of. */
#include "told_words.h"

#include <string.h>

/* The tables whose words are printed. */
static const char *const tables[] = {"corrections", "objectives",    "priorities",    "decisions",       "sharing",
                                     "needs",       "consultations", "contributions", "systemic_changes"};

static void open_text(struct telling *t, struct period period)
{
    memset(t->about, 0, t->measures->facts->laureates.count * sizeof *t->about);
    t->words = (struct told_words){NULL, 0, 0};
    t->period = period;
}

/* Of nobody in particular: of the programme, and of those whom it names. */
static void about_the_named(struct telling *t)
{
    const struct laureates *laureates = &t->measures->facts->laureates;
    for (uint32_t i = 1; i < laureates->count; i++)
        t->about[i] |= told_names(t, t->names[i][0]) || told_names(t, t->names[i][1]);
    t->about[0] = true;
}

static void about_one(struct telling *t, uint32_t laureate)
{
    t->about[laureate] = true;
}

/* Who brings what is shared stands there by its id, and is printed by its name. */
static void about_id(struct telling *t, struct str id)
{
    const struct laureates *laureates = &t->measures->facts->laureates;
    for (uint32_t i = 1; i < laureates->count && id.length; i++)
        if (name_equal(laureates->at[i].id, id))
            about_one(t, i);
}

static bool any_number(const struct telling *t)
{
    for (size_t i = 0; i < t->words.count; i++)
        if (t->words.at[i].number > 0)
            return true;
    return false;
}

/* With a subject of its own a text is still about whoever else it names. */
static void close_text(struct telling *t, struct arena_mark mark, bool of_one)
{
    if (any_number(t)) {
        if (!of_one && !t->wanted)
            about_the_named(t);
        told_compare(t);
    }
    arena_rewind(t->scratch, mark);
}

static void nodes_check(struct telling *t, const struct node *text, uint32_t laureate, struct period period)
{
    struct arena_mark mark = arena_mark(t->scratch);
    open_text(t, period);
    if (laureate)
        about_one(t, laureate);
    told_add_nodes(t, text);
    close_text(t, mark, laureate != 0);
}

/* ---- tables ---- */

static void row_field(struct telling *t, const char *row, const struct column *column, struct place place)
{
    const char *field = row + column->offset;
    switch (column->type) {
    case COLUMN_TEXT:
        t->sentence++;
        told_add(t, *(const struct str *)(const void *)field, place);
        about_id(t, *(const struct str *)(const void *)field);
        break;
    case COLUMN_NAMES:
        for (size_t i = 0; i < ((const struct strs *)(const void *)field)->count; i++)
            about_id(t, ((const struct strs *)(const void *)field)->at[i]);
        break;
    case COLUMN_PERIOD:
        t->period = *(const struct period *)(const void *)field;
        break;
    case COLUMN_REF:
        if (strcmp(column->refers, "laureates") == 0)
            t->about[((const struct ref *)(const void *)field)->index] = true;
        break;
    default:
        break;
    }
}

/* What is not to be shared is printed for the coordination only. */
static bool is_printed(const struct input_kind *kind, const char *row)
{
    bool need = kind->list_offset == offsetof(struct facts, needs);
    return !need || ((const struct need *)(const void *)row)->shareable == ANSWER_YES;
}

static void row_check(struct telling *t, const struct input_kind *kind, const char *row)
{
    struct arena_mark mark = arena_mark(t->scratch);
    struct place place = ((const struct row *)(const void *)row)->at;
    place.column = 0;
    open_text(t, (struct period){PERIOD_NONE, 0});
    for (size_t c = 0; kind->columns[c].en.length; c++)
        row_field(t, row, &kind->columns[c], place);
    close_text(t, mark, false);
}

static void table_check(struct telling *t, const struct input_kind *kind)
{
    struct input_rows rows = input_rows(t->measures->facts, kind);
    for (size_t i = kind->from_one; i < rows.count; i++)
        if (is_printed(kind, rows.at + i * kind->row_size))
            row_check(t, kind, rows.at + i * kind->row_size);
}

/* ---- Markdown ---- */

static void narratives_check(struct telling *t)
{
    const struct facts *facts = t->measures->facts;
    for (size_t i = 0; i < facts->narratives.count; i++)
        for (size_t part = 0; part < PART_COUNT; part++) {
            const struct narrative *narrative = &facts->narratives.at[i];
            if (narrative->part[part])
                nodes_check(t, narrative->part[part], narrative->laureate, narrative->period);
        }
}

static void portraits_check(struct telling *t)
{
    const struct laureates *laureates = &t->measures->facts->laureates;
    for (uint32_t i = 1; i < laureates->count; i++) {
        struct arena_mark mark = arena_mark(t->scratch);
        open_text(t, (struct period){PERIOD_NONE, 0});
        about_one(t, i);
        told_add(t, laureates->at[i].profile_quote, laureates->at[i].profile_at);
        if (laureates->at[i].profile)
            told_add_nodes(t, laureates->at[i].profile);
        close_text(t, mark, true);
    }
}

static void practices_check(struct telling *t)
{
    const struct practices *practices = &t->measures->facts->practices;
    for (size_t i = 0; i < practices->count; i++) {
        struct arena_mark mark = arena_mark(t->scratch);
        open_text(t, (struct period){PERIOD_NONE, 0});
        for (size_t l = 0; l < practices->at[i].laureates.count; l++)
            about_one(t, practices->at[i].laureates.at[l].index);
        if (practices->at[i].text)
            told_add_nodes(t, practices->at[i].text);
        close_text(t, mark, false);
    }
}

static void texts_check(struct telling *t, const struct text_files *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        const struct text_file *text = &texts->at[i];
        /* News is for the coordination unless it says otherwise. */
        bool inside = texts == &t->measures->facts->news &&
                      (!text->audience.length || choice_of(audience_choices, text->audience) == AUDIENCE_INTERNAL + 1);
        if (text->text && !inside)
            nodes_check(t, text->text, 0, text->year);
    }
}

/* ---- what goes with a measure ---- */

static void notes_check(struct telling *t)
{
    const struct facts *facts = t->measures->facts;
    for (size_t i = 0; i < facts->observations.count; i++) {
        const struct observation *o = &facts->observations.at[i];
        if (!o->note)
            continue;
        struct arena_mark mark = arena_mark(t->scratch);
        open_text(t, observation_period(o));
        about_one(t, o->laureate);
        told_add(t, facts->notes.at[o->note].reason, (struct place){o->file, o->line, 0});
        t->sentence++;
        told_add(t, facts->notes.at[o->note].text, (struct place){o->file, o->line, 0});
        close_text(t, mark, o->laureate != 0);
    }
}

static void texts_read(struct telling *t)
{
    const struct facts *facts = t->measures->facts;
    t->scratch = arena_new();
    t->about = ARENA_ARRAY(t->scratch, bool, facts->laureates.count + 1);
    told_open(t);
    narratives_check(t);
    portraits_check(t);
    practices_check(t);
    texts_check(t, &facts->reviews);
    texts_check(t, &facts->news);
    texts_check(t, &facts->common_agenda);
    texts_check(t, &facts->theory_text);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        table_check(t, input_kind(tables[i]));
    notes_check(t);
    arena_free(t->scratch);
}

void told_check(const struct measures *measures, struct diagnostics *diagnostics)
{
    struct telling t = {.measures = measures, .diagnostics = diagnostics};
    if (measures->masks)
        texts_read(&t);
}

bool *told_wanted(struct arena *run, const struct measures *measures)
{
    struct telling t = {.measures = measures};
    size_t indicators = measures->facts->indicators.count;
    t.wanted = ARENA_ARRAY(run, bool, indicators);
    texts_read(&t);
    for (size_t i = 1; i < indicators; i++)
        if (t.wanted[i])
            return t.wanted;
    return NULL;
}
