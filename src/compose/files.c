#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/site.h"
#include "compose/template.h"

#include <stdlib.h>

/* The deliverables that stand for the reader, each in its formats; on the page of a laureate or a practice, those about
 * it. Inside, also what was made for others, and their site. */

static const struct option_row options[] = {
    {TEXT_OF("deliverables"), TEXT_OF("livrables"), OPTION_TEXT, NULL,
     TEXT_OF("names, apart by commas; all unless said"), TEXT_OF("noms, séparés par des virgules ; tous sinon")},
};

static bool is_about(const struct filling *f, const struct job *job)
{
    enum template_over over = f->job->template->over;
    return over == EACH_PROGRAMME || (job->template->over == over && job->subject == f->job->subject);
}

static bool is_wanted(struct filling *f, const struct job *job, const struct strs *names)
{
    bool named = !names->count;
    for (size_t i = 0; i < names->count; i++)
        named = named || name_equal(names->at[i], job->template->deliverable);
    bool site = job->template->is_page && job->template->rank == 1 && job->audience != f->job->audience;
    return named && may_lead(f, job) && (site || !job->template->is_page) && is_about(f, job);
}

/* The latest period first within a deliverable; whose it is, by name. */
static int order_of(const struct job *x, const struct job *y)
{
    int order = str_compare(x->template->name, y->template->name);
    order = order ? order : -period_compare(x->period, y->period);
    order = order ? order : (x->subject > y->subject) - (x->subject < y->subject);
    return order ? order : (x->audience > y->audience) - (x->audience < y->audience);
}

static struct rows wanted_files(struct filling *f, const struct yaml *yaml)
{
    struct rows rows = {0};
    struct strs names = option_names(f->arena, &hole_files, yaml, "deliverables");
    const struct shelf *shelf = f->composer->shelf;
    for (size_t i = 0; shelf && i < shelf->count; i++)
        if (is_wanted(f, shelf->at[i].job, &names))
            *PUSH(f->arena, &rows) = &shelf->at[i];
    return rows;
}

static int by_order(const void *a, const void *b)
{
    const struct shelf_item *x = *(const void *const *)a, *y = *(const void *const *)b;
    return order_of(x->job, y->job);
}

/* "Synthèse trimestrielle – Rebond 54", "Rebond 54 – Portrait 2025": what it is, and whose. */
static struct str name_of(struct filling *f, const struct job *job)
{
    struct str title = job_title(f, job), rest = STR_NONE;
    if (job->template->over == EACH_LAUREATE && !str_equal(title, set(f, f->facts->laureates.at[job->subject].name)))
        rest = laureate_name(f, job->subject);
    else if (job->template->over != EACH_PROGRAMME)
        rest = set(f, variables_text(f->arena, f->facts, job, job->template->subtitle));
    return rest.length ? str_print(f->arena, "%.*s – %.*s", STR_ARG(title), STR_ARG(rest)) : title;
}

static struct cell when_cell(struct filling *f, const struct job *job)
{
    if (job->template->over == EACH_MEETING)
        return cell_date(f, f->facts->meetings.at[job->subject].date);
    return period_is(job->period) && !job->template->is_page ? cell_text(f, period_text(f, job->period))
                                                             : (struct cell){.kind = CELL_EMPTY};
}

/* "PDF, 120 Ko". */
static struct str format_name(struct filling *f, const struct shelf_item *item, enum format format)
{
    static const char *const names[FORMAT_COUNT] = {[FORMAT_PDF] = "PDF",
                                                    [FORMAT_XLSX] = "XLSX",
                                                    [FORMAT_HTML] = "HTML",
                                                    [FORMAT_ICS] = "ICS",
                                                    [FORMAT_ATOM] = "Atom"};
    int64_t thousands = (int64_t)((item->bytes[format] + 999) / 1000);
    if (!thousands)
        return str_of(names[format]);
    return SAY(f, "files.format", PAIR("format", str_of(names[format])), PAIR("size", count_text(f, thousands)));
}

enum { NAME_AT, FORMATS_AT, PERIOD_AT = FORMATS_AT + 3, AUDIENCE_AT, COLUMNS_COUNT };

static bool any_for_others(const struct filling *f, const struct rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        if (((const struct shelf_item *)rows->at[i])->job->audience != f->job->audience)
            return true;
    return false;
}

static void add_row(struct filling *f, struct grid *grid, const struct shelf_item *item)
{
    static const enum format formats[] = {FORMAT_HTML, FORMAT_PDF, FORMAT_XLSX};
    struct cell *cells = grid_row(f, grid, ROW_PLAIN);
    cells[NAME_AT] = cell_text(f, name_of(f, item->job));
    cells[NAME_AT].header = true;
    cells[PERIOD_AT] = when_cell(f, item->job);
    if (grid->table->column_count > AUDIENCE_AT)
        cells[AUDIENCE_AT] = cell_text(f, audience_label(f, item->job->audience));
    for (int i = 0; i < 3; i++)
        if (item->formats[formats[i]])
            cells[FORMATS_AT + i] = cell_page(f, format_name(f, item, formats[i]), address_of(f, item, formats[i]));
}

static void fill_files(struct filling *f, const struct yaml *yaml, struct node *into)
{
    static const char *const titles[] = {"column.document", "files.read",    "files.print",
                                         "files.compute",   "column.period", "column.audience"};
    struct rows rows = wanted_files(f, yaml);
    if (rows.count)
        qsort(rows.at, rows.count, sizeof *rows.at, by_order);
    size_t columns = any_for_others(f, &rows) ? COLUMNS_COUNT : AUDIENCE_AT;
    struct grid grid = grid_new(f, STR("files"), word(f, "table.files"), columns);
    for (size_t c = 0; c < columns; c++)
        grid_column(f, &grid, c, word(f, titles[c]), ALIGN_START);
    for (size_t i = 0; i < rows.count; i++)
        add_row(f, &grid, rows.at[i]);
    grid_add(f, &grid, into);
}

const struct hole hole_files = {TEXT_OF("files"),
                                TEXT_OF("fichiers"),
                                OPTIONS(options),
                                fill_files,
                                TEXT_OF("the deliverables that stand beside the page, in their formats"),
                                TEXT_OF("les livrables qui accompagnent la page, dans leurs formats"),
                                NULL};
