/* bilan collect DIR: one workbook to fill for each laureate and period, from the same definitions as the figures. */
#include "import.h"
#include "narrative.h"
#include "tell.h"

#include <errno.h>

static const struct counted counted_forms = {{"aucun formulaire écrit", "no form written"},
                                             {"formulaire écrit", "form written"},
                                             {"formulaires écrits", "forms written"}};

/* "out/collecte/2025-T4"; of no period, "out/collecte" */
static struct str form_folder(const struct session *session, struct period period)
{
    struct str name = period_is(period) ? period_written(session->run, period, session->facts->programme.year_start,
                                                         session->language)
                                        : STR_NONE;
    return str_print(session->run, "%.*s/%s%s%.*s", STR_ARG(session->invocation->output),
                     session->language == LANGUAGE_FR ? "collecte" : "collection", name.length ? "/" : "",
                     STR_ARG(name));
}

/* "out/collecte/2025-T4/arc.xlsx" */
static struct str form_path(const struct session *session, struct period period, struct str file)
{
    return str_print(session->run, "%.*s/%.*s.xlsx", STR_ARG(form_folder(session, period)), STR_ARG(file));
}

/* The file of each laureate, whichever are asked for: two whose ids fold to one name have one each. */
static struct str *form_files(struct arena *run, const struct facts *facts)
{
    size_t count = facts->laureates.count;
    struct str *files = ARENA_ARRAY(run, struct str, count + 1);
    for (size_t i = 1; i < count; i++)
        files[i] = name_slug(run, facts->laureates.at[i].id);
    if (count)
        names_tell_apart(run, files + 1, count - 1);
    return files;
}

/* Sections as they are typed, so that a form shows them and gives them back. */
static struct form_narrative narrative_of(struct arena *arena, const struct facts *facts, uint32_t laureate,
                                          struct period period)
{
    struct form_narrative narrative = {.received_on = DATE_NONE};
    struct narrative_file file;
    uint32_t line;
    if (!narrative_open(arena, facts, form_file(arena, facts, laureate, period, STR(".md")), &file))
        return narrative;
    date_parse(narrative_front(&file, STR("received_on"), STR("remis_le"), &line), &narrative.received_on);
    for (int part = PART_HIGHLIGHTS; part < PART_COUNT; part++) {
        const struct narrative_section *section = narrative_section_of(&file, (enum narrative_part)part);
        narrative.part[part] = section ? str_trim(section->body) : STR_NONE;
    }
    return narrative;
}

static enum exit_code write_form(struct session *session, const struct measures *measures, uint32_t laureate,
                                 struct period period, struct str file)
{
    struct arena *arena = arena_new();
    struct str path = form_path(session, period, file), bytes;
    struct form_narrative narrative = narrative_of(arena, session->facts, laureate, period);
    enum exit_code code = EXIT_FINE;
    if (!render_form(arena, measures, laureate, period, &narrative, &bytes))
        code = tell_failure(session->language, path, EIO);
    else if (!path_write(path, bytes))
        code = tell_failure(session->language, path, errno);
    arena_free(arena);
    return code;
}

static enum exit_code write_forms(struct session *session, const struct periods *periods)
{
    const struct facts *facts = session->facts;
    struct measures *measures = measure_prepare(session->run, facts, session->invocation->jobs, session->diagnostics);
    const struct str *files = form_files(session->run, facts);
    enum exit_code code = EXIT_FINE;
    size_t count = 0;
    for (size_t p = 0; p < periods->count; p++)
        for (uint32_t i = 1; i < facts->laureates.count && code == EXIT_FINE; i++) {
            const struct laureate *laureate = &facts->laureates.at[i];
            if (!session_asks(session, laureate->id) || !laureate_is_active(laureate, periods->at[p]))
                continue;
            code = write_form(session, measures, i, periods->at[p], files[i]);
            count += code == EXIT_FINE;
        }
    if (!session->invocation->quiet && code == EXIT_FINE)
        fprintf(stderr, session->language == LANGUAGE_FR ? "%s dans %.*s.\n" : "%s in %.*s.\n",
                tell_count(session->run, &counted_forms, count, session->language).at,
                STR_ARG(form_folder(session, periods->count == 1 ? periods->at[0] : (struct period){PERIOD_NONE, 0})));
    return code;
}

enum exit_code command_collect(struct invocation *invocation)
{
    struct session session;
    struct periods periods;
    enum exit_code code = session_open_asked(&session, invocation, &periods);
    if (code != EXIT_FINE)
        return code;
    /* A form made of wrong definitions would be filled for nothing. */
    if (!session.facts->shared_error && (code = write_forms(&session, &periods)) != EXIT_FINE) {
        session_drop(&session);
        return code;
    }
    bool shared = session.facts->shared_error;
    code = session_close(&session);
    return shared ? EXIT_INPUTS : code == EXIT_INPUTS ? EXIT_FINE : code;
}
