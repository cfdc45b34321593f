/* What a form changes: answers that are new, the same, or different from what stands in the data repository. */
#include "import.h"

/* ---- places ---- */

/* The first part of a path, and what follows it. */
static struct str part_of(struct str *path)
{
    struct str part = STR_NONE;
    str_split(path, '/', &part);
    return part;
}

static bool is_laureates(struct str name)
{
    return name_equal(name, STR("laureates")) || name_equal(name, STR("laureats"));
}

struct str form_file(struct arena *arena, const struct facts *facts, uint32_t laureate, struct period period,
                     struct str extension)
{
    struct str id = facts->laureates.at[laureate].id;
    bool french = facts->programme.language == LANGUAGE_FR;
    struct str folder = french ? STR("laureats") : STR("laureates"), own = id;
    for (size_t i = 1; i < facts->files.count; i++) {
        struct str rest = facts->files.at[i].path, first = part_of(&rest), second = part_of(&rest);
        struct period written;
        if (!is_laureates(first) || !rest.length)
            continue;
        folder = first;
        if (!name_equal(second, id))
            continue;
        own = second;
        if (str_ends(rest, extension) && rest.length > extension.length &&
            period_parse(str_slice(rest, 0, rest.length - extension.length), facts->programme.year_start, &written) &&
            period_equal(written, period))
            return facts->files.at[i].path;
    }
    return str_print(arena, "%.*s/%.*s/%.*s%.*s", STR_ARG(folder), STR_ARG(own),
                     STR_ARG(period_written(arena, period, facts->programme.year_start, facts->programme.language)),
                     STR_ARG(extension));
}

/* ---- answers ---- */

static bool numbers_same(const struct form_answer *answer, const struct observation *was)
{
    struct decimal first = {was->first, was->first_scale}, second = {was->second, was->second_scale};
    unsigned firsts = FILLED_VALUE | FILLED_NUMERATOR, seconds = FILLED_N | FILLED_DENOMINATOR;
    unsigned told = (unsigned)answer->filled & ~(unsigned)FILLED_DATE,
             stood = (unsigned)was->filled & ~(unsigned)FILLED_DATE;
    return told == stood && (!(told & firsts) || decimal_compare(first, answer->first) == 0) &&
           (!(told & seconds) || decimal_compare(second, answer->second) == 0);
}

static bool answer_same(const struct facts *facts, const struct form_answer *answer)
{
    const struct observation *was = answer->was;
    const struct note *note = &facts->notes.at[was->note];
    bool text = !(answer->filled & FILLED_TEXT) || str_equal(str_trim(answer->text), str_trim(note->text));
    bool date = !date_is(answer->date) || answer->date.day == note->date.day;
    bool reason =
        !answer->reason.length || str_equal(answer->reason, note->reason) || str_equal(answer->reason, note->comment);
    return numbers_same(answer, was) && text && date && reason && (int)answer->status == (int)was->status;
}

static struct str number_said(const struct import_plan *plan, struct decimal number)
{
    return show_decimal(plan->session->run, number, number.scale, plan->session->language);
}

/* "12", "9/10", "oui", "nd" */
static struct str said(const struct import_plan *plan, unsigned filled, struct decimal first, struct decimal second,
                       enum observation_status status, struct str text)
{
    bool french = plan->session->language == LANGUAGE_FR;
    struct buffer out = {.arena = plan->session->run};
    if (filled & (FILLED_VALUE | FILLED_NUMERATOR))
        buffer_add(&out, number_said(plan, first));
    if (filled & (FILLED_N | FILLED_DENOMINATOR))
        buffer_print(&out, filled & FILLED_N ? " (n = %.*s)" : "/%.*s", STR_ARG(number_said(plan, second)));
    if (filled & (FILLED_YES | FILLED_NO))
        buffer_add(&out, filled & FILLED_YES ? (french ? STR("oui") : STR("yes")) : (french ? STR("non") : STR("no")));
    if (filled & FILLED_TEXT)
        buffer_print(&out, french ? "« %.*s »" : "“%.*s”", STR_ARG(str_slice(text, 0, 80)));
    if (status != STATUS_FINAL && status != STATUS_EMPTY)
        buffer_print(&out, "%s%.*s", out.count ? " " : "", STR_ARG(status_mark(status)));
    return buffer_str(&out);
}

static void say_changed(const struct import_plan *plan, const struct form_answer *answer)
{
    const struct observation *was = answer->was;
    struct str present = said(plan, was->filled, (struct decimal){was->first, was->first_scale},
                              (struct decimal){was->second, was->second_scale}, (enum observation_status)was->status,
                              plan->session->facts->notes.at[was->note].text);
    struct str wanted = said(plan, answer->filled, answer->first, answer->second, answer->status, answer->text);
    REPORT(plan->session->diagnostics, ((struct place){was->file, was->line, was->column}), MSG_form_changed,
           {answer->place, wanted, present});
}

void import_refuse_file(struct import_plan *plan, struct str path)
{
    plan->refused = true;
    REPORT(plan->session->diagnostics, PLACE_NONE, MSG_form_data_unreadable, {path});
}

struct csv_file *import_file(struct import_plan *plan, struct str path, const char *kind, const char *const *first)
{
    struct arena *run = plan->session->run;
    for (size_t i = 0; i < plan->open.count; i++)
        if (str_equal(plan->open.at[i]->path, path))
            return plan->open.at[i];
    struct csv_file *file = csv_file_open(run, plan->session->facts, path, kind, first);
    *PUSH(run, &plan->open) = file;
    if (file->unreadable)
        import_refuse_file(plan, path);
    return file;
}

/* Into the file at this path; false where it has no place for it. */
static bool put(struct import_plan *plan, struct str path, const struct form_answer *answer)
{
    static const char *const first[] = {"indicator", "period", "value", NULL};
    const struct facts *facts = plan->session->facts;
    struct str rest = path, name = path;
    struct period of_file = {PERIOD_NONE, 0};
    while (str_split(&rest, '/', &name))
        ;
    size_t dot = str_index(name, '.', 0);
    period_parse(str_slice(name, 0, dot), facts->programme.year_start, &of_file);
    return answer_put(plan->session->run, import_file(plan, path, "measures", first), facts, answer, of_file);
}

static void refuse_place(struct import_plan *plan, const struct form_answer *answer, struct place place,
                         struct str path)
{
    plan->refused = true;
    REPORT(plan->session->diagnostics, place, MSG_form_elsewhere, {answer->place, path});
}

struct str import_path(const struct import_plan *plan, struct str folder, const char *english)
{
    const struct facts *facts = plan->session->facts;
    const struct input_kind *kind = input_kind(english);
    struct str en = str_print(plan->session->run, "%.*s.csv", STR_ARG(kind->en));
    struct str fr = str_print(plan->session->run, "%.*s.csv", STR_ARG(kind->fr));
    for (size_t i = 1; i < facts->files.count; i++) {
        struct str path = facts->files.at[i].path, name = str_slice(path, folder.length, path.length);
        if (str_starts(path, folder) && (name_equal(name, en) || name_equal(name, fr)))
            return path;
    }
    return str_print(plan->session->run, "%.*s%s", STR_ARG(folder),
                     facts->programme.language == LANGUAGE_FR ? fr.at : en.at);
}

/* The laureate's measures of all periods: the file of that name beside `path`. */
static struct str beside(const struct import_plan *plan, struct str path)
{
    size_t slash = path.length;
    while (slash && path.at[slash - 1] != '/')
        slash--;
    return import_path(plan, str_slice(path, 0, slash), "measures");
}

/* A new row in the file of the form's period, or, where that has a column a period and no room, in the one beside. */
static bool put_fresh(struct import_plan *plan, const struct form *form, const struct form_answer *answer,
                      struct str *path)
{
    struct session *session = plan->session;
    struct form_answer fresh = *answer;
    fresh.was = NULL;
    *path = form_file(session->run, session->facts, form->laureate, form->period, STR(".csv"));
    return put(plan, *path, &fresh) || put(plan, beside(plan, *path), &fresh);
}

static void plan_new(struct import_plan *plan, const struct form *form, const struct form_answer *answer)
{
    struct str path;
    if (put_fresh(plan, form, answer, &path))
        plan->added++;
    else
        refuse_place(plan, answer, PLACE_NONE, path);
}

/* An empty cell that is filled; where it has no room for a reason or a date, a row of its own has. */
static void plan_empty(struct import_plan *plan, const struct form *form, const struct form_answer *answer)
{
    if (put(plan, plan->session->facts->files.at[answer->was->file].path, answer))
        plan->added++;
    else
        plan_new(plan, form, answer);
}

/* Out of a cell that has no room for what goes with it (a reason, a date, a second part), into a row of its own. */
static bool move(struct import_plan *plan, const struct form *form, const struct form_answer *answer)
{
    struct str path = plan->session->facts->files.at[answer->was->file].path, fresh;
    struct form_answer nothing = *answer;
    nothing.filled = 0;
    nothing.status = STATUS_EMPTY;
    nothing.reason = nothing.text = STR_NONE;
    nothing.date = DATE_NONE;
    return put_fresh(plan, form, answer, &fresh) && put(plan, path, &nothing);
}

static void plan_change(struct import_plan *plan, const struct form *form, const struct form_answer *answer)
{
    struct session *session = plan->session;
    const struct observation *was = answer->was;
    struct str path = session->facts->files.at[was->file].path;
    if (!session->invocation->replace) {
        plan->refused = true;
        say_changed(plan, answer);
    } else if (put(plan, path, answer) || move(plan, form, answer)) {
        plan->replaced++;
    } else {
        refuse_place(plan, answer, (struct place){was->file, was->line, was->column},
                     str_print(session->run, "%.*s:%u:%u", STR_ARG(path), was->line, was->column));
    }
}

void import_answers(struct import_plan *plan, const struct form *form)
{
    for (size_t i = 0; i < form->answers.count; i++) {
        const struct form_answer *answer = &form->answers.at[i];
        if (!answer->was)
            plan_new(plan, form, answer);
        else if (answer->was->status == STATUS_EMPTY)
            plan_empty(plan, form, answer);
        else if (answer_same(plan->session->facts, answer))
            plan->same++;
        else
            plan_change(plan, form, answer);
    }
}

void import_close(struct import_plan *plan)
{
    struct arena *run = plan->session->run;
    for (size_t i = 0; i < plan->open.count; i++) {
        if (!plan->open.at[i]->changed)
            continue;
        *PUSH(run, &plan->files.paths) = plan->open.at[i]->path;
        *PUSH(run, &plan->files.texts) = csv_file_text(run, plan->open.at[i]);
    }
}
