#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/provenance.h"
#include "compose/table_notes.h"

/* The annex that leads from a printed figure to where it comes from: a line a figure, grouped under its indicator,
 * whose rule is told once. Cells of the data repository are for the coordination, who can open them; the whole list
 * is in document->provenances. */

enum { OF_PERIOD = 1, OF_ALL, OF_HEADLINES };
static const struct choice extents[] = {
    {TEXT_OF("period"), TEXT_OF("periode"), OF_PERIOD},
    {TEXT_OF("all"), TEXT_OF("tout"), OF_ALL},
    {TEXT_OF("headlines"), TEXT_OF("phares"), OF_HEADLINES},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct option_row options[] = {
    {TEXT_OF("extent"), TEXT_OF("etendue"), OPTION_CHOICE, extents,
     TEXT_OF("headlines, period (all figures of the document's period), or all that is printed"),
     TEXT_OF("phares, periode (tous les chiffres de la période du document), ou tout ce qui est imprimé")},
};

enum { FIGURE, KEY, VALUE, BASIS, RULE, PLACE, COLUMNS_COUNT };
static const struct {
    const char *title;
    enum column_align align;
} columns[COLUMNS_COUNT] = {[FIGURE] = {"column.figure", ALIGN_START}, [KEY] = {"column.key", ALIGN_START},
                            [VALUE] = {"column.value", ALIGN_END},     [BASIS] = {"column.basis", ALIGN_START},
                            [RULE] = {"column.rule", ALIGN_START},     [PLACE] = {"column.sources", ALIGN_START}};

struct annex {
    struct filling *f;
    struct grid grid;
    int extent;
    size_t count;    /* of the keys used, as the hole found them */
    bool flat;       /* hardly more figures than indicators: each line says all of its own, but the coordination's
                        leave the rule to `bilan explain`, for the place */
    uint32_t headed; /* the indicator whose head stands last */
};

static bool is_headline(struct filling *f, uint32_t indicator)
{
    struct indexes headlines = indicators_headline(f);
    for (size_t i = 0; i < headlines.count; i++)
        if (headlines.at[i] == indicator)
            return true;
    return false;
}

static bool is_wanted(const struct annex *a, const struct figure_key *key)
{
    struct filling *f = a->f;
    const struct figure *figure = figure_at(f, *key);
    if (figure->state != FIGURE_MASKED && !figure_tells(figure) && !figure_sources(f, *key).count)
        return false; /* the word for its absence comes from nowhere */
    if (a->extent == OF_ALL || !period_is(f->job->period))
        return true;
    bool own =
        !key->category && !key->to_date && period_last_day(key->period).day == period_last_day(f->job->period).day;
    return own && (a->extent == OF_PERIOD || is_headline(f, key->indicator));
}

/* ---- a line ---- */

static struct str subject_of(struct filling *f, struct subject subject)
{
    if (subject.kind == SUBJECT_LAUREATE)
        return laureate_name(f, subject.laureate);
    return subject.kind == SUBJECT_ATTRIBUTE ? group_label(f, subject.value) : word(f, "row.programme");
}

/* The laureate whose document this is; the programme where hardly anything else is listed. */
static bool goes_without_saying(const struct annex *a, struct subject subject)
{
    uint32_t own = own_laureate(a->f);
    if (subject.kind == SUBJECT_LAUREATE)
        return own && subject.laureate == own;
    return subject.kind == SUBJECT_PROGRAMME && a->flat && !own;
}

/* What the head above leaves to say: whose, when, which part. */
static struct str short_label(const struct annex *a, struct figure_key key)
{
    struct filling *f = a->f;
    if (goes_without_saying(a, key.subject) && !key.category && !key.to_date)
        return period_short(f, key.period);
    struct str category = key.category ? category_label(f, key.category) : STR_NONE;
    const char *form = key.category ? "sources.category" : key.to_date ? "sources.to_date" : "sources.figure";
    return SAY(f, form, PAIR("subject", subject_of(f, key.subject)), PAIR("period", period_short(f, key.period)),
               PAIR("category", category));
}

/* The first cell: the others are as easily asked for by the key. */
static struct str first_place(struct filling *f, struct figure_key key, const struct figure *figure)
{
    struct sources sources = {NULL, 0, 0};
    if (f->job->audience == AUDIENCE_INTERNAL && figure->state != FIGURE_MASKED)
        sources = figure_sources(f, key);
    if (!sources.count)
        return STR_NONE;
    const struct observation *o = &f->facts->observations.at[sources.at[0]];
    struct str place = str_print(f->arena, "%.*s:%u:%u", STR_ARG(f->facts->files.at[o->file].path), o->line, o->column);
    int64_t rest = (int64_t)sources.count - 1;
    return rest ? SAY_N(f, rest, "sources.and_more", PAIR("place", place), PAIR("n", count_text(f, rest))) : place;
}

/* Under the head, which gives the indicator's id, what follows it: "@arc/2025". */
static struct cell key_cell(const struct annex *a, struct str key)
{
    struct filling *f = a->f;
    struct cell cell = cell_text(f, a->flat ? key : str_slice(key, str_index(key, '@', 0), key.length));
    cell.inlines->first->kind = NODE_CODE;
    return cell;
}

static void add_line(struct annex *a, const struct used_key *used)
{
    struct filling *f = a->f;
    const struct figure *figure = figure_at(f, used->key);
    struct cell *cells = grid_row(f, &a->grid, ROW_PLAIN);
    struct str label = short_label(a, used->key);
    if (a->flat)
        label = SAY(f, "sources.of", PAIR("label", indicator_short(f, used->key.indicator)), PAIR("which", label));
    cells[FIGURE] = cell_text(f, label);
    cells[FIGURE].inlines->anchor = used->text;
    cells[FIGURE].header = true;
    cells[KEY] = key_cell(a, used->text);
    bool rule = a->flat && f->job->audience != AUDIENCE_INTERNAL; /* the value gives its place to it */
    if (!rule)
        cells[VALUE] = (struct cell){.kind = CELL_TEXT, .shown = figure_shown(f, figure, true)};
    cells[BASIS] = cell_text(f, provenance_basis(f, figure));
    if (rule)
        cells[RULE] = cell_text(f, measure_rule(f->arena, f->measures, used->key));
    cells[PLACE] = cell_text(f, first_place(f, used->key, figure));
}

/* The indicator, and how its figures follow from what laureates gave: those of one laureate need no more than the
 * first half of it. */
static void add_head(struct annex *a, const struct used_key *used)
{
    struct filling *f = a->f;
    if (a->flat || a->headed == used->key.indicator)
        return;
    a->headed = used->key.indicator;
    struct figure_key key = {
        .indicator = used->key.indicator, .subject = subject_of_job(f), .period = used->key.period};
    struct str rule = measure_rule(f->arena, f->measures, key);
    grid_group(f, &a->grid,
               SAY(f, "sources.indicator", PAIR("label", indicator_label(f, used->key.indicator)),
                   PAIR("id", indicator_of(f, used->key.indicator)->id)));
    struct cell *cells = grid_row(f, &a->grid, ROW_PLAIN);
    cells[0] = cell_text(f, rule);
    cells[0].span = COLUMNS_COUNT;
}

static void add_lines(struct annex *a, uint32_t indicator, enum subject_kind kind)
{
    const struct used_keys *used = &a->f->used;
    for (size_t i = 0; i < a->count; i++) {
        const struct figure_key *key = &used->at[i].key;
        if (key->indicator != indicator || key->subject.kind != kind || !is_wanted(a, key))
            continue;
        const struct used_key one = used->at[i]; /* a line may use more figures */
        add_head(a, &one);
        add_line(a, &one);
    }
}

static bool is_flat(const struct annex *a)
{
    size_t figures = 0, indicators = 0;
    for (uint32_t indicator = 1; indicator < a->f->facts->indicators.count; indicator++) {
        size_t before = figures;
        for (size_t i = 0; i < a->count; i++)
            figures += a->f->used.at[i].key.indicator == indicator && is_wanted(a, &a->f->used.at[i].key);
        indicators += figures > before;
    }
    return figures < indicators * 2;
}

/* Whether any line would stand in it. */
static bool any_wanted(const struct annex *a)
{
    for (size_t i = 0; i < a->count; i++)
        if (is_wanted(a, &a->f->used.at[i].key))
            return true;
    return false;
}

static void add_all_lines(struct annex *a)
{
    static const enum subject_kind order[] = {SUBJECT_PROGRAMME, SUBJECT_LAUREATE, SUBJECT_ATTRIBUTE};
    for (size_t c = 0; c < COLUMNS_COUNT; c++) {
        grid_column(a->f, &a->grid, c, word(a->f, columns[c].title), columns[c].align);
        a->grid.table->columns[c].sortable = false;
    }
    a->flat = is_flat(a);
    for (uint32_t indicator = 1; indicator < a->f->facts->indicators.count; indicator++)
        for (size_t k = 0; k < sizeof order / sizeof *order; k++)
            add_lines(a, indicator, order[k]);
    struct table_notes notes = {0};
    table_notes_add(a->f, &notes, &a->grid);
}

static void fill_sources(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct annex annex = {.f = f, .extent = option_choice(&hole_sources, yaml, "extent", OF_PERIOD)};
    annex.grid = grid_new(f, STR("sources"), word(f, "table.sources"), COLUMNS_COUNT);
    annex.grid.table->dense = true;
    annex.grid.table->sources = true;
    provenance_sort(f);
    annex.count = f->used.count;
    if (!f->composer->without_annex) {
        add_all_lines(&annex);
        grid_add(f, &annex.grid, into);
    } else if (any_wanted(&annex)) {
        annex.grid.table->column_count = 0;
        add_block(f, into, NODE_TABLE)->table = annex.grid.table;
    }
}

const struct hole hole_sources = {TEXT_OF("sources"),
                                  TEXT_OF("provenance"),
                                  OPTIONS(options),
                                  fill_sources,
                                  TEXT_OF("where the figures come from, down to their cells"),
                                  TEXT_OF("d’où viennent les chiffres, jusqu’à leurs cellules"),
                                  NULL};
