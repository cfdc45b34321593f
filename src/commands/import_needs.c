/* Needs told in a form, over those that the repository holds: known by their code, else by their words. */
#include "import.h"

#include <stdlib.h>

static const struct need *need_known(const struct facts *facts, const struct form *form, const struct form_need *told)
{
    for (size_t i = 1; i < facts->needs.count; i++) {
        const struct need *need = &facts->needs.at[i];
        if (told->id.length ? name_equal(need->id, told->id)
                            : need->laureate.index == form->laureate && period_equal(need->period, form->period) &&
                                  str_equal(str_trim(need->text), told->text))
            return need;
    }
    return NULL;
}

static bool need_same(const struct need *need, const struct form_need *told)
{
    return name_equal(need->type, told->type) && str_equal(str_trim(need->text), told->text) &&
           (!told->urgency.length || name_equal(need->urgency, told->urgency)) &&
           (told->shareable == ANSWER_NONE || need->shareable == told->shareable);
}

/* ---- a code for a new one: the next in the series that is there, "B27" after "B26" ---- */

static size_t digits_from(struct str id)
{
    size_t at = id.length;
    while (at && id.at[at - 1] >= '0' && id.at[at - 1] <= '9')
        at--;
    return at;
}

struct series {
    struct str letters;
    unsigned long number;
    size_t width;
};

static void follow(struct series *series, struct str id)
{
    size_t digits = digits_from(id);
    if (!digits || digits == id.length || id.length - digits > 8)
        return;
    unsigned long number = strtoul(id.at + digits, NULL, 10);
    if (number < series->number)
        return;
    *series = (struct series){str_slice(id, 0, digits), number, id.length - digits};
}

static struct str next_code(struct import_plan *plan)
{
    const struct facts *facts = plan->session->facts;
    struct series series = {facts->programme.language == LANGUAGE_FR ? STR("B") : STR("N"), 0, 2};
    for (size_t i = 1; i < facts->needs.count; i++)
        follow(&series, facts->needs.at[i].id);
    return str_print(plan->session->run, "%.*s%0*lu", STR_ARG(series.letters), (int)series.width,
                     series.number + 1 + plan->needs);
}

/* ---- rows ---- */

/* The table of needs, where it stands or would. */
static struct csv_file *needs_file(struct import_plan *plan)
{
    static const char *const first[] = {"id",      "laureate",  "period", "type", "text",
                                        "urgency", "shareable", "state",  NULL};
    return import_file(plan, import_path(plan, STR(""), "needs"), "needs", first);
}

static void put_need(struct import_plan *plan, struct csv_file *file, struct csv_line *line,
                     const struct form_need *told)
{
    struct arena *run = plan->session->run;
    const struct facts *facts = plan->session->facts;
    bool french = facts->programme.language == LANGUAGE_FR;
    struct str shareable =
        told->shareable == ANSWER_YES ? (french ? STR("oui") : STR("yes")) : (french ? STR("non") : STR("no"));
    line->place = told->place;
    csv_put(run, file, facts, line, "type", told->type);
    csv_put(run, file, facts, line, "text", told->text);
    if (told->urgency.length)
        csv_put(run, file, facts, line, "urgency", told->urgency);
    if (told->shareable != ANSWER_NONE)
        csv_put(run, file, facts, line, "shareable", shareable);
}

static void add_need(struct import_plan *plan, const struct form *form, const struct form_need *told)
{
    struct arena *run = plan->session->run;
    const struct facts *facts = plan->session->facts;
    struct csv_file *file = needs_file(plan);
    struct csv_line *line = csv_file_add(run, file);
    csv_put(run, file, facts, line, "id", next_code(plan));
    csv_put(run, file, facts, line, "laureate", facts->laureates.at[form->laureate].id);
    csv_put(run, file, facts, line, "period",
            period_written(run, form->period, facts->programme.year_start, facts->programme.language));
    csv_put(run, file, facts, line, "state", facts->programme.language == LANGUAGE_FR ? STR("ouvert") : STR("open"));
    put_need(plan, file, line, told);
    plan->needs++;
}

static void change_need(struct import_plan *plan, const struct need *need, const struct form_need *told)
{
    struct session *session = plan->session;
    struct csv_file *file = needs_file(plan);
    struct csv_line *line = csv_file_line(file, need->row.at.line);
    if (session->invocation->replace && line) {
        put_need(plan, file, line, told);
        plan->replaced++;
        return;
    }
    plan->refused = true;
    REPORT(session->diagnostics, need->row.at, MSG_form_need_changed, {told->place, need->id});
}

/* A row above that tells the same new need, or NULL. */
static const struct form_need *told_above(const struct form *form, const struct form_need *told)
{
    for (const struct form_need *above = form->needs.at; above < told && !told->id.length; above++)
        if (!above->id.length && str_equal(above->text, told->text))
            return above;
    return NULL;
}

static bool told_same(const struct form_need *a, const struct form_need *b)
{
    return name_equal(a->type, b->type) && name_equal(a->urgency, b->urgency) && a->shareable == b->shareable;
}

static void plan_need_new(struct import_plan *plan, const struct form *form, const struct form_need *told)
{
    const struct form_need *above = told_above(form, told);
    if (!above) {
        add_need(plan, form, told);
    } else if (told_same(above, told)) {
        plan->same++;
    } else {
        plan->refused = true;
        REPORT(plan->session->diagnostics, PLACE_NONE, MSG_form_twice, {told->place, told->text});
    }
}

void import_needs(struct import_plan *plan, const struct form *form)
{
    for (size_t i = 0; i < form->needs.count; i++) {
        const struct form_need *told = &form->needs.at[i];
        const struct need *need = need_known(plan->session->facts, form, told);
        if (told->id.length && (!need || need->laureate.index != form->laureate)) {
            plan->refused = true;
            REPORT(plan->session->diagnostics, PLACE_NONE, MSG_form_need_other, {told->place, told->id});
        } else if (!need) {
            plan_need_new(plan, form, told);
        } else if (!need_same(need, told)) {
            change_need(plan, need, told);
        } else {
            plan->same++;
        }
    }
}
