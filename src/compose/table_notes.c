#include "compose/table_notes.h"

#include "compose/signs.h"

enum { UNIT_IN_CELL_MAX = 2, UNIT_BESIDE_MAX = 20 }; /* longer: in definitions only */

static bool unit_in_cell(const struct indicator *indicator)
{
    return utf8_length(indicator->unit) <= UNIT_IN_CELL_MAX;
}

/* "Jeunes entrés" already says what is counted. */
static bool label_says(struct filling *f, const struct indicator *indicator)
{
    struct str label = name_fold(f->arena, indicator->short_label.length ? indicator->short_label : indicator->label);
    struct str unit = name_fold(f->arena, indicator->unit);
    for (size_t i = 0; unit.length && i + unit.length <= label.length; i++)
        if (str_starts(str_slice(label, i, label.length), unit))
            return true;
    return false;
}

struct str indicator_row_label(struct filling *f, uint32_t indicator)
{
    const struct indicator *definition = indicator_of(f, indicator);
    struct str label = indicator_short(f, indicator);
    bool said = !definition->unit.length || utf8_length(definition->unit) > UNIT_BESIDE_MAX ||
                unit_in_cell(definition) || label_says(f, definition);
    if (!said)
        label = SAY(f, "row.unit", PAIR("label", label), PAIR("unit", set(f, definition->unit)));
    bool running = definition->nature == NATURE_TO_DATE || definition->nature == NATURE_YEAR_TO_DATE;
    return running ? SAY(f, "row.cumulative", PAIR("label", label)) : label;
}

bool figure_tells(const struct figure *figure)
{
    return figure->value.is || figure->low.is || figure->text.length || figure->share_count;
}

void table_notes_basis(struct table_notes *notes, const struct cell *cell)
{
    notes->basis = notes->basis || str_index(cell->mark, '/', 0) < cell->mark.length;
}

struct cell cell_in_table(struct filling *f, const struct figure *figure, struct table_notes *notes)
{
    struct cell cell = cell_figure(f, figure);
    if (cell.kind == CELL_EMPTY)
        return cell;
    if (!unit_in_cell(indicator_of(f, figure->key.indicator)))
        cell.shown = figure_shown(f, figure, false);
    if (milestone_is_passed(f, figure))
        cell.shown = word(f, "answer.yes"); /* the day is in the note: it would widen the column for all */
    table_notes_basis(notes, &cell);
    figure_notes(f, figure, &notes->sentences);
    return cell;
}

struct cell quantity_in_table(struct filling *f, const struct figure *figure, struct quantity quantity)
{
    const struct indicator *indicator = indicator_of(f, figure->key.indicator);
    if (!quantity.is)
        return (struct cell){.kind = CELL_EMPTY};
    struct str shown = show_quantity(f->arena, quantity, indicator_decimals(indicator),
                                     unit_in_cell(indicator) ? indicator->unit : STR_NONE, f->language);
    return cell_quantity(f, figure, quantity, shown);
}

void table_notes_change(struct filling *f, struct table_notes *notes, const struct figure *figure)
{
    bool both = figure->change.is && figure->change_like_for_like.is;
    if (both && figure->change.approximate * figure->change_like_for_like.approximate < 0)
        *PUSH(f->arena, &notes->sentences) =
            SAY(f, "note.change", PAIR("label", indicator_short(f, figure->key.indicator)),
                PAIR("change", figure_change(f, figure)));
}

static struct str basis_note(struct filling *f)
{
    if (f->job->template->over == EACH_LAUREATE)
        return word(f, "note.basis_own");
    return SAY(f, "note.basis", PAIR("mention", count_text(f, f->facts->programme.mention)),
               PAIR("partial", count_text(f, f->facts->programme.partial)));
}

static bool occurs_status(const struct grid *grid, enum target_status status)
{
    for (size_t r = 0; r < grid->rows.count; r++)
        for (size_t c = 0; c < grid->table->column_count; c++) {
            const struct cell *cell = &grid->rows.at[r].cells[c];
            if (cell->kind == CELL_STATUS && cell->status == status)
                return true;
        }
    return false;
}

/* What the words mean, beside them. */
static struct str status_note(struct filling *f, const struct grid *grid)
{
    static const enum target_status judged[] = {TARGET_ON_TRACK, TARGET_WATCH, TARGET_OFF_TRACK};
    const struct programme *programme = &f->facts->programme;
    for (size_t i = 0; i < sizeof judged / sizeof *judged; i++)
        if (occurs_status(grid, judged[i]))
            return SAY(f, "note.status", PAIR("on_track", count_text(f, programme->on_track)),
                       PAIR("watch", count_text(f, programme->watch)));
    return STR_NONE;
}

void table_notes_add(struct filling *f, const struct table_notes *notes, struct grid *grid)
{
    /* Only the signs that a reader meets in this very table. */
    struct strs items = signs_in_rows(f, grid->rows.at, grid->rows.count, grid->table->column_count);
    if (notes->basis)
        grid_note(f, grid, basis_note(f));
    struct str status = status_note(f, grid);
    if (status.length)
        grid_note(f, grid, status);
    for (size_t i = 0; i < notes->sentences.count; i++)
        grid_note(f, grid, notes->sentences.at[i]);
    if (notes->unshown.count)
        grid_note(f, grid,
                  SAY(f, "note.unshown", PAIR("labels", show_clauses(f->arena, &notes->unshown, f->language))));
    if (items.count)
        grid_note(f, grid, SAY(f, "note.legend", PAIR("items", show_clauses(f->arena, &items, f->language))));
}
