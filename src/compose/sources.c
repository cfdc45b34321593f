#include "compose/hole_list.h"
#include "compose/provenance.h"

/* The annex that leads from a printed figure to its cells. The whole list is in document->provenances; here stand the
 * figures of the document's own period. */

enum { SHOWN_SOURCES = 4 };

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

static bool is_headline(struct filling *f, uint32_t indicator)
{
    struct indexes headlines = indicators_headline(f);
    for (size_t i = 0; i < headlines.count; i++)
        if (headlines.at[i] == indicator)
            return true;
    return false;
}

static bool is_wanted(struct filling *f, const struct figure_key *key, int extent)
{
    if (extent == OF_ALL || !period_is(f->job->period))
        return true;
    bool own =
        !key->category && !key->to_date && period_last_day(key->period).day == period_last_day(f->job->period).day;
    return own && (extent == OF_PERIOD || is_headline(f, key->indicator));
}

static struct str first_sources(struct filling *f, const struct provenance *p)
{
    struct buffer text = {.arena = f->arena};
    for (size_t i = 0; i < p->sources.count && i < SHOWN_SOURCES; i++)
        buffer_print(&text, "%s%.*s", i ? ", " : "", STR_ARG(p->sources.at[i]));
    if (p->sources.count <= SHOWN_SOURCES)
        return buffer_str(&text);
    int64_t rest = (int64_t)(p->sources.count - SHOWN_SOURCES);
    return SAY_N(f, rest, "sources.and_more", PAIR("sources", buffer_str(&text)), PAIR("n", count_text(f, rest)));
}

static void add_row(struct filling *f, struct grid *grid, const struct used_key *used)
{
    struct provenance p = provenance_of(f, used->key, used->text);
    struct cell *cells = grid_row(f, grid, ROW_PLAIN);
    cells[0] = cell_text(f, p.label);
    cells[0].inlines->anchor = used->text;
    cells[0].header = true;
    cells[1] = cell_text(f, p.value);
    cells[2] = cell_text(f, p.basis);
    cells[3] = cell_text(f, p.rule);
    cells[4] = cell_text(f, first_sources(f, &p));
}

static void fill_sources(struct filling *f, const struct yaml *yaml, struct node *into)
{
    static const struct {
        const char *title;
        enum column_align align;
    } columns[] = {{"column.figure", ALIGN_START},
                   {"column.value", ALIGN_END},
                   {"column.basis", ALIGN_START},
                   {"column.rule", ALIGN_START},
                   {"column.sources", ALIGN_START}};
    int extent = option_choice(&hole_sources, yaml, "extent", OF_PERIOD);
    struct grid grid = grid_new(f, STR("sources"), word(f, "table.sources"), 5);
    for (size_t c = 0; c < 5; c++)
        grid_column(f, &grid, c, word(f, columns[c].title), columns[c].align);
    provenance_sort(f);
    size_t count = f->used.count;
    for (uint32_t indicator = 1; indicator < f->facts->indicators.count; indicator++)
        for (size_t i = 0; i < count; i++)
            if (f->used.at[i].key.indicator == indicator && is_wanted(f, &f->used.at[i].key, extent))
                add_row(f, &grid, &f->used.at[i]);
    grid_add(f, &grid, into);
}

const struct hole hole_sources = {TEXT_OF("sources"),
                                  TEXT_OF("provenance"),
                                  OPTIONS(options),
                                  fill_sources,
                                  TEXT_OF("where the figures come from, down to their cells"),
                                  TEXT_OF("d’où viennent les chiffres, jusqu’à leurs cellules")};
