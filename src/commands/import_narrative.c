/* A form's narrative over the laureate's own: parts that are new are added, parts that differ are replaced only when
 * asked, and what the form does not carry (validation, follow-up, other headings) stays. */
#include "import.h"
#include "narrative.h"

struct narrative_plan {
    struct import_plan *plan;
    const struct form *form;
    struct str path;
    struct narrative_file file;
    uint32_t index; /* of the file among the facts', or 0 */
    bool changed;
};

static uint32_t file_index(const struct facts *facts, struct str path)
{
    for (uint32_t i = 1; i < facts->files.count; i++)
        if (str_equal(facts->files.at[i].path, path))
            return i;
    return 0;
}

/* True when what stands there may be written over; else it has been said that it may not. */
static bool may_replace(struct narrative_plan *n, struct str place, uint32_t line)
{
    struct session *session = n->plan->session;
    if (session->invocation->replace)
        return true;
    n->plan->refused = true;
    REPORT(session->diagnostics, ((struct place){n->index, line, 1}), MSG_form_narrative_changed,
           {place, str_print(session->run, "%.*s:%u", STR_ARG(n->path), line)});
    return false;
}

static void plan_part(struct narrative_plan *n, enum narrative_part part)
{
    struct session *session = n->plan->session;
    struct str text = n->form->narrative[part], place = n->form->narrative_place[part];
    struct narrative_section *section = narrative_section_of(&n->file, part);
    bool stands = section && str_trim(section->body).length;
    if (!text.length) {
        if (stands && n->form->has_narrative)
            REPORT(session->diagnostics, ((struct place){n->index, section->line, 1}), MSG_form_narrative_kept,
                   {place});
        return;
    }
    struct str breaks = narrative_breaks(session->run, text, section ? section->level : 2);
    if (breaks.length) {
        n->plan->refused = true;
        REPORT(session->diagnostics, PLACE_NONE, MSG_form_heading, {place, breaks});
    } else if (!stands ||
               (!narrative_same(session->run, section->body, text) && may_replace(n, place, section->line))) {
        narrative_put(session->run, &n->file, part, narrative_heading(part, session->facts->programme.language), text);
        n->changed = true;
    }
}

static void plan_received(struct narrative_plan *n)
{
    struct session *session = n->plan->session;
    struct str en = STR("received_on"), fr = STR("remis_le");
    struct date date = n->form->received_on, was;
    uint32_t line;
    struct str present = narrative_front(&n->file, en, fr, &line);
    if (!date_is(date) || (date_parse(present, &was) && was.day == date.day))
        return;
    if (present.length && !may_replace(n, n->form->narrative_place[PART_OTHER], line))
        return;
    narrative_put_front(session->run, &n->file, en, fr, session->facts->programme.language == LANGUAGE_FR ? fr : en,
                        date_iso(session->run, date));
    n->changed = true;
}

void import_narrative(struct import_plan *plan, const struct form *form)
{
    struct arena *run = plan->session->run;
    const struct facts *facts = plan->session->facts;
    struct narrative_plan n = {.plan = plan, .form = form};
    n.path = form_file(run, facts, form->laureate, form->period, STR(".md"));
    n.index = file_index(facts, n.path);
    narrative_open(run, facts, n.path, &n.file);
    for (int part = PART_HIGHLIGHTS; part < PART_COUNT; part++)
        plan_part(&n, (enum narrative_part)part);
    plan_received(&n);
    if (!n.changed)
        return;
    if (n.file.unreadable) {
        import_refuse_file(plan, n.path);
        return;
    }
    *PUSH(run, &plan->files.paths) = n.path;
    *PUSH(run, &plan->files.texts) = narrative_text(run, &n.file);
    plan->narratives++;
}
