/* Practices of what is written: charter, common agenda, reviews, voices, practice sheets. */
#include "practice.h"

static bool has_name(const struct check *check, const struct strs *names, uint32_t laureate)
{
    for (size_t i = 0; i < names->count; i++) {
        uint32_t found, funder;
        if (member_find(check, names->at[i], &found, &funder) && found == laureate)
            return true;
    }
    return false;
}

/* Everyone who is in the programme today has signed. */
static void check_signed(struct check *check, const struct text_file *text)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    struct buffer missing = {.arena = check->scratch};
    if (!date_is(text->adopted_on))
        REPORT(check->diagnostics, text->at, MSG_adoption_missing);
    for (uint32_t l = 1; l < facts->laureates.count; l++) {
        bool active = !date_is(today) || laureate_is_member(&facts->laureates.at[l], today, today);
        if (!active || has_name(check, &text->signatories, l))
            continue;
        buffer_add(&missing, missing.count ? STR(", ") : STR_NONE);
        buffer_add(&missing, facts->laureates.at[l].id);
    }
    if (missing.count)
        REPORT(check->diagnostics, text->at, MSG_signatures_missing, {buffer_str(&missing)});
}

void charter_signed(struct check *check)
{
    for (size_t i = 0; i < check->facts->charter.count; i++)
        check_signed(check, &check->facts->charter.at[i]);
}

/* Each of these headings, with something under it. */
struct wanted {
    struct str en, fr;
};

static void check_headings(struct check *check, const struct node *body, struct place place,
                           const struct wanted *wanted, size_t count, enum message message)
{
    for (size_t i = 0; i < count; i++) {
        const struct node *heading = heading_find(check, body, wanted[i].en, wanted[i].fr);
        struct str name = check->facts->programme.language == LANGUAGE_FR ? wanted[i].fr : wanted[i].en;
        struct words words = {message, {name}};
        if (!heading || !heading_filled(check, heading))
            diagnostics_add(check->diagnostics, heading ? heading->place : place, words);
    }
}

void agenda_written(struct check *check)
{
    static const struct wanted wanted[] = {{TEXT_OF("Problem"), TEXT_OF("Problème")},
                                           {TEXT_OF("Scope"), TEXT_OF("Périmètre")},
                                           {TEXT_OF("Approach"), TEXT_OF("Démarche")}};
    for (size_t i = 0; i < check->facts->common_agenda.count; i++) {
        const struct text_file *agenda = &check->facts->common_agenda.at[i];
        check_headings(check, agenda->text, agenda->at, wanted, 3, MSG_heading_missing);
        check_signed(check, agenda);
    }
}

/* ---- annual reviews ---- */

static const struct text_file *chapter_find(const struct facts *facts, struct period year, const char *slug)
{
    for (size_t i = 0; i < facts->reviews.count; i++)
        if (period_equal(facts->reviews.at[i].year, year) && str_equal(facts->reviews.at[i].slug, str_of(slug)))
            return &facts->reviews.at[i];
    return NULL;
}

static bool is_written(struct check *check, const struct text_file *chapter)
{
    return chapter && chapter->text && str_trim(node_plain(check->scratch, chapter->text)).length > 0;
}

static void check_year(struct check *check, const struct text_file *first)
{
    static const char *const usual[] = {"essential", "next-year"};
    struct str year = said_period(check->scratch, &check->facts->programme, first->year);
    const struct text_file *failed = chapter_find(check->facts, first->year, "what-did-not-work");
    if (!is_written(check, failed))
        REPORT(check->diagnostics, failed ? failed->at : first->at, MSG_failure_not_told, {year});
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (!is_written(check, chapter_find(check->facts, first->year, usual[i])))
            REPORT(check->diagnostics, first->at, MSG_chapter_missing, {str_of(usual[i]), year});
}

void reviews_whole(struct check *check)
{
    const struct text_files *reviews = &check->facts->reviews;
    for (size_t i = 0; i < reviews->count; i++) {
        bool first = true;
        for (size_t j = 0; j < i; j++)
            first = first && !period_equal(reviews->at[j].year, reviews->at[i].year);
        if (first)
            check_year(check, &reviews->at[i]);
    }
}

/* ---- voices ---- */

struct hearing {
    struct check *check;
    bool *heard; /* by laureate */
    struct str *names, *short_names, *funder_names;
    int64_t laureates, funders, others;
};

static bool mentions(struct str where, struct str what)
{
    for (size_t i = 0; what.length && i + what.length <= where.length; i++)
        if (str_equal(str_slice(where, i, i + what.length), what))
            return true;
    return false;
}

/* Whose words: by the names that stand in the quotation and beside it, all folded. */
static void hear(struct hearing *voices, struct str text)
{
    const struct facts *facts = voices->check->facts;
    bool laureate = false, funder = false;
    for (uint32_t l = 1; l < facts->laureates.count; l++)
        if (mentions(text, voices->names[l]) || mentions(text, voices->short_names[l]))
            laureate = voices->heard[l] = true;
    for (uint32_t f = 1; f < facts->funders.count; f++)
        funder = funder || mentions(text, voices->funder_names[f]);
    voices->laureates += laureate;
    voices->funders += !laureate && funder;
    voices->others += !laureate && !funder;
}

static void fold_names(struct hearing *voices)
{
    const struct facts *facts = voices->check->facts;
    struct arena *scratch = voices->check->scratch;
    voices->heard = ARENA_ARRAY(scratch, bool, facts->laureates.count + 1);
    voices->names = ARENA_ARRAY(scratch, struct str, facts->laureates.count + 1);
    voices->short_names = ARENA_ARRAY(scratch, struct str, facts->laureates.count + 1);
    voices->funder_names = ARENA_ARRAY(scratch, struct str, facts->funders.count + 1);
    for (uint32_t l = 1; l < facts->laureates.count; l++) {
        voices->names[l] = name_fold(scratch, facts->laureates.at[l].name);
        voices->short_names[l] = name_fold(scratch, facts->laureates.at[l].short_name);
    }
    for (uint32_t f = 1; f < facts->funders.count; f++)
        voices->funder_names[f] = name_fold(scratch, facts->funders.at[f].name);
}

static void hear_text(struct hearing *voices, const struct node *body)
{
    for (const struct node *node = body; node; node = node_walk(body, node)) {
        if (node->kind != NODE_QUOTE)
            continue;
        struct arena *scratch = voices->check->scratch;
        struct str said = node_plain(scratch, node);
        hear(voices, name_fold(scratch, str_print(scratch, "%.*s %.*s", STR_ARG(said), STR_ARG(node->text))));
    }
}

void voices_heard(struct check *check)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    struct hearing voices = {.check = check};
    fold_names(&voices);
    for (size_t i = 0; i < facts->practices.count; i++)
        hear_text(&voices, facts->practices.at[i].text);
    for (size_t i = 0; i < facts->reviews.count; i++)
        hear_text(&voices, facts->reviews.at[i].text);
    REPORT(check->diagnostics, file_place(source_next(check, input_kind("practices/<slug>"), 1)), MSG_voices_shared,
           {said_count(check, voices.laureates), said_count(check, voices.funders), said_count(check, voices.others)});
    struct voices *told = &check->facts->voices;
    *told = (struct voices){voices.laureates, voices.funders, voices.others, 0, 0};
    for (uint32_t l = 1; l < facts->laureates.count; l++) {
        const struct laureate *laureate = &facts->laureates.at[l];
        bool active = !date_is(today) || laureate_is_member(laureate, today, today);
        told->of += active || voices.heard[l];
        told->heard += voices.heard[l];
        if (active && !voices.heard[l] && !laureate->profile_quote.length)
            REPORT(check->diagnostics, laureate->row.at, MSG_laureate_not_quoted, {laureate->id});
    }
}

/* ---- practice sheets ---- */

void laureates_shown(struct check *check)
{
    const struct facts *facts = check->facts;
    struct date today = practice_today(check);
    bool *shown = ARENA_ARRAY(check->scratch, bool, facts->laureates.count + 1);
    for (size_t i = 0; i < facts->practices.count; i++)
        for (size_t l = 0; l < facts->practices.at[i].laureates.count; l++)
            shown[facts->practices.at[i].laureates.at[l].index] = true;
    for (uint32_t l = 1; l < facts->laureates.count; l++) {
        const struct laureate *laureate = &facts->laureates.at[l];
        if (date_is(today) && !laureate_is_member(laureate, today, today))
            continue;
        if (!shown[l])
            REPORT(check->diagnostics, laureate->row.at, MSG_laureate_without_practice, {laureate->id});
        if (!laureate->profile)
            REPORT(check->diagnostics, laureate->row.at, MSG_laureate_without_portrait, {laureate->id});
    }
}

void practices_reusable(struct check *check)
{
    for (size_t i = 0; i < check->facts->practices.count; i++) {
        const struct practice *p = &check->facts->practices.at[i];
        if (!p->licence.length)
            REPORT(check->diagnostics, p->at, MSG_practice_without_licence, {p->slug});
        if (!p->contact_role.length)
            REPORT(check->diagnostics, p->at, MSG_practice_without_contact, {p->slug});
    }
}

void practices_transferable(struct check *check)
{
    static const struct wanted wanted[] = {{TEXT_OF("Core to keep"), TEXT_OF("Le cœur à garder")},
                                           {TEXT_OF("What to adapt"), TEXT_OF("Ce qui s’adapte")},
                                           {TEXT_OF("Prerequisites"), TEXT_OF("Prérequis")},
                                           {TEXT_OF("If we did it again"), TEXT_OF("Si c’était à refaire")}};
    for (size_t i = 0; i < check->facts->practices.count; i++) {
        const struct practice *p = &check->facts->practices.at[i];
        check_headings(check, p->text, p->at, wanted, 4, MSG_transfer_missing);
    }
}
