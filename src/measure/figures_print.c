/* `bilan figures` as CSV or JSON: one table of columns drives both (the contract of cli.md). */
#include "measure.h"

#include <string.h>

enum column_form { FORM_TEXT, FORM_NUMBER };

struct source {
    struct arena *scratch;
    const struct facts *facts;
    const struct figure *figure;
    struct quantity last; /* and its text: a change is often the same like for like, and digits take long to find */
    struct str last_text;
};

static struct str key_text(const struct source *s)
{
    return figure_key_text(s->scratch, s->facts, s->figure->key);
}

static struct str indicator_text(const struct source *s)
{
    return s->facts->indicators.at[s->figure->key.indicator].id;
}

/* As in the key, but not percent-encoded. */
static struct str subject_text(const struct source *s)
{
    return figure_subject_text(s->scratch, s->facts, s->figure->key.subject);
}

static struct str period_text(const struct source *s)
{
    return period_name(s->scratch, s->figure->key.period, s->facts->programme.year_start);
}

static struct str dimension_text(const struct source *s)
{
    return s->figure->key.category ? s->facts->categories.at[s->figure->key.category].dimension : STR_NONE;
}

static struct str category_text(const struct source *s)
{
    return s->figure->key.category ? s->facts->categories.at[s->figure->key.category].category : STR_NONE;
}

static struct str state_text(const struct source *s)
{
    return figure_state_name(s->figure->state);
}

static struct str count_text(const struct source *s, uint32_t count)
{
    return s->figure->state == FIGURE_NOT_DUE ? STR_NONE : str_print(s->scratch, "%u", (unsigned)count);
}

static struct str received_text(const struct source *s)
{
    return count_text(s, s->figure->received);
}

static struct str expected_text(const struct source *s)
{
    return count_text(s, s->figure->expected);
}

/* A column is either a function or a quantity of the figure. */
static const struct column_row {
    const char *name;
    enum column_form form;
    struct str (*text)(const struct source *);
    size_t quantity;
} columns[] = {
    {"key", FORM_TEXT, key_text, 0},
    {"indicator", FORM_TEXT, indicator_text, 0},
    {"subject", FORM_TEXT, subject_text, 0},
    {"period", FORM_TEXT, period_text, 0},
    {"dimension", FORM_TEXT, dimension_text, 0},
    {"category", FORM_TEXT, category_text, 0},
    {"value", FORM_NUMBER, NULL, offsetof(struct figure, value)},
    {"flow", FORM_NUMBER, NULL, offsetof(struct figure, flow)},
    {"low", FORM_NUMBER, NULL, offsetof(struct figure, low)},
    {"high", FORM_NUMBER, NULL, offsetof(struct figure, high)},
    {"state", FORM_TEXT, state_text, 0},
    {"received", FORM_NUMBER, received_text, 0},
    {"expected", FORM_NUMBER, expected_text, 0},
    {"numerator", FORM_NUMBER, NULL, offsetof(struct figure, numerator)},
    {"denominator", FORM_NUMBER, NULL, offsetof(struct figure, denominator)},
    {"baseline", FORM_NUMBER, NULL, offsetof(struct figure, baseline)},
    {"target", FORM_NUMBER, NULL, offsetof(struct figure, target)},
    {"progress", FORM_NUMBER, NULL, offsetof(struct figure, progress)},
    {"previous", FORM_NUMBER, NULL, offsetof(struct figure, previous)},
    {"change", FORM_NUMBER, NULL, offsetof(struct figure, change)},
    {"change_like_for_like", FORM_NUMBER, NULL, offsetof(struct figure, change_like_for_like)},
};
#define COLUMN_COUNT (sizeof columns / sizeof *columns)

struct str quantity_text(struct arena *arena, struct quantity quantity)
{
    if (!quantity.is)
        return STR_NONE;
    return quantity.exact ? decimal_text(arena, quantity.decimal) : double_text(arena, quantity.approximate);
}

static struct str field_text(struct source *source, const struct column_row *column)
{
    if (column->text)
        return column->text(source);
    struct quantity quantity;
    memcpy(&quantity, (const char *)source->figure + column->quantity, sizeof quantity);
    if (!quantity.is || quantity.exact)
        return quantity_text(source->scratch, quantity);
    if (!source->last.is || quantity.approximate != source->last.approximate)
        source->last_text = quantity_text(source->scratch, quantity);
    source->last = quantity;
    return source->last_text;
}

static void csv_row(struct buffer *out, struct source *source)
{
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        if (c)
            buffer_byte(out, ',');
        buffer_csv(out, source ? field_text(source, &columns[c]) : str_of(columns[c].name), ',');
    }
    buffer_add(out, STR("\n"));
}

/* What is empty in CSV is null; a number keeps all its digits. */
static void json_row(struct buffer *out, struct source *source)
{
    buffer_byte(out, '{');
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        struct str text = field_text(source, &columns[c]);
        buffer_print(out, "%s\"%s\":", c ? "," : "", columns[c].name);
        if (!text.length)
            buffer_add(out, STR("null"));
        else if (columns[c].form == FORM_NUMBER)
            buffer_add(out, text);
        else
            buffer_json(out, text);
    }
    buffer_byte(out, '}');
}

/* ---- rows in slices, which threads share ---- */

#define SLICE_ROWS 256

struct printing {
    const struct measures *measures;
    const struct figures *figures;
    bool json;
    struct arena **arenas; /* by slice */
    struct buffer *slices;
};

static void print_slice(void *data, size_t slice, size_t worker)
{
    struct printing *printing = data;
    struct arena *scratch = arena_new();
    struct buffer *out = &printing->slices[slice];
    (void)worker;
    *out = (struct buffer){.arena = printing->arenas[slice] = arena_new()};
    for (size_t i = slice * SLICE_ROWS; i < (slice + 1) * SLICE_ROWS && i < printing->figures->count; i++) {
        struct arena_mark mark = arena_mark(scratch);
        struct source source = {
            .scratch = scratch, .facts = measure_facts(printing->measures), .figure = &printing->figures->at[i]};
        if (printing->json)
            buffer_add(out, i ? STR(",\n") : STR("\n"));
        (printing->json ? json_row : csv_row)(out, &source);
        arena_rewind(scratch, mark);
    }
    arena_free(scratch);
}

void figures_print(struct buffer *out, const struct measures *measures, const struct figures *figures, bool json,
                   int jobs)
{
    size_t slices = (figures->count + SLICE_ROWS - 1) / SLICE_ROWS;
    struct arena *arena = arena_new();
    struct printing printing = {.measures = measures, .figures = figures, .json = json};
    printing.arenas = ARENA_ARRAY(arena, struct arena *, slices);
    printing.slices = ARENA_ARRAY(arena, struct buffer, slices);
    if (json)
        buffer_byte(out, '[');
    else
        csv_row(out, NULL);
    threads_run(jobs, slices, print_slice, &printing);
    for (size_t slice = 0; slice < slices; slice++) {
        buffer_add(out, buffer_str(&printing.slices[slice]));
        arena_free(printing.arenas[slice]);
    }
    if (json)
        buffer_add(out, STR("\n]\n"));
    arena_free(arena);
}
