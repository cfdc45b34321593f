/* The table of input kinds. Its rows are in the order in which paths are tried:
 * a fixed name before a pattern that would also fit it. */
#include "inputs_columns.h"

#include <assert.h>
#include <string.h>

#define NO_LIST ((size_t)-1)
#define TABLE(english, french, list_columns, row, list, help_french, help_english, ...)                                \
    {                                                                                                                  \
        .en = TEXT_OF(english), .fr = TEXT_OF(french), .shape = INPUT_TABLE, .columns = list_columns,                  \
        .row_size = sizeof(struct row), .list_offset = offsetof(struct facts, list), .help_fr = TEXT_OF(help_french),  \
        .help_en = TEXT_OF(help_english), __VA_ARGS__                                                                  \
    }
#define TEXT(english, french, keys, row, list, help_french, help_english, ...)                                         \
    {                                                                                                                  \
        .en = TEXT_OF(english), .fr = TEXT_OF(french), .shape = INPUT_MARKDOWN, .columns = keys,                       \
        .row_size = sizeof(struct row), .list_offset = list, .help_fr = TEXT_OF(help_french),                          \
        .help_en = TEXT_OF(help_english), __VA_ARGS__                                                                  \
    }
#define MEASURES(english, french, help_french, help_english)                                                           \
    {                                                                                                                  \
        .en = TEXT_OF(english), .fr = TEXT_OF(french), .shape = INPUT_MEASURES, .columns = measure_columns,            \
        .list_offset = offsetof(struct facts, observations), .withholds = WITHHOLDS_LAUREATE,                          \
        .help_fr = TEXT_OF(help_french), .help_en = TEXT_OF(help_english)                                              \
    }
#define FOLDER(english, french, help_french, help_english)                                                             \
    {                                                                                                                  \
        .en = TEXT_OF(english), .fr = TEXT_OF(french), .shape = INPUT_FOLDER, .columns = theory_text_columns,          \
        .list_offset = NO_LIST, .help_fr = TEXT_OF(help_french), .help_en = TEXT_OF(help_english),                     \
        .withholds = WITHHOLDS_NOTHING                                                                                 \
    }
#define LIST(list) offsetof(struct facts, list)
#define FROM_ONE .from_one = true
#define FROM_ZERO .from_one = false
#define ALL .withholds = WITHHOLDS_ALL
#define NAMES_FILES .names_files = true

/* clang-format off */
const struct input_kind input_kinds[] = {
    TEXT("programme", "programme", programme_columns, programme_front, LIST(programme), "Le programme : son nom, ses règles, son texte", "The programme: its name, its rules, its text", REQUIRED, ALL),
    TABLE("indicators", "indicateurs", indicator_columns, indicator, indicators, "Les indicateurs : une définition par ligne", "The indicators: one definition a row", REQUIRED, FROM_ONE, ALL),
    TABLE("dimensions", "ventilations", dimension_columns, category, categories, "Les ventilations et leurs catégories", "The breakdowns and their categories", FROM_ONE, ALL),
    TABLE("laureates", "laureats", laureate_columns, laureate, laureates, "L’annuaire des lauréats", "The directory of laureates", REQUIRED, FROM_ONE, ALL, NAMES_FILES),
    TABLE("targets", "cibles", target_columns, target, targets, "Les cibles du programme et des lauréats", "The targets of the programme and of laureates", FROM_ZERO, ALL),
    MEASURES("measures", "mesures", "Ce que la coordination compte ou publie elle-même", "What the coordination counts or publishes itself"),
    MEASURES("laureates/<id>/measures", "laureats/<id>/mesures", "Les mesures d’un lauréat, toutes périodes", "A laureate's measures, all periods"),
    MEASURES("laureates/<id>/<period>", "laureats/<id>/<periode>", "Les mesures d’un lauréat pour une période", "A laureate's measures of one period"),
    TEXT("laureates/<id>/profile", "laureats/<id>/presentation", profile_columns, laureate, LIST(laureates), "Le portrait d’un lauréat", "A laureate's portrait", FROM_ZERO, .withholds = WITHHOLDS_LAUREATE),
    TEXT("laureates/<id>/<period>", "laureats/<id>/<periode>", narrative_columns, narrative, LIST(narratives), "Le récit d’un lauréat pour une période", "A laureate's narrative of a period", FROM_ZERO, .withholds = WITHHOLDS_NOTHING),
    TABLE("corrections", "corrections", correction_columns, correction, corrections, "Les valeurs corrigées, et pourquoi", "The values corrected, and why", FROM_ZERO),
    TABLE("editions/<date>", "editions/<date>", edition_columns, edition_figure, editions, "Les chiffres publiés à une date, écrits par bilan", "The figures published on a date, written by bilan", FROM_ZERO),
    TABLE("theory_of_change", "theorie_du_changement", change_columns, change_node, theory_of_change, "Les maillons de la théorie du changement", "The nodes of the theory of change", FROM_ZERO),
    TEXT("theory_of_change", "theorie_du_changement", theory_text_columns, text_file, LIST(theory_text), "La théorie du changement, en mots", "The theory of change, in words", FROM_ZERO),
    TABLE("objectives", "objectifs", objective_columns, objective, objectives, "Les objectifs, chiffrés et datés", "The objectives, with figures and dates", FROM_ONE),
    TABLE("roles", "roles", role_columns, role, roles, "Qui fait quoi pour chaque objectif", "Who does what for each objective", FROM_ZERO),
    TABLE("priorities", "priorites", priority_columns, priority, priorities, "Les priorités gardées et abandonnées", "The priorities kept and dropped", FROM_ZERO),
    TABLE("bodies", "instances", body_columns, body, bodies, "Les instances et ce qu’elles servent", "The bodies and what they serve", FROM_ZERO),
    TABLE("team", "equipe", team_columns, team_member, team, "L’équipe de coordination", "The coordination team", FROM_ZERO),
    TABLE("resources", "ressources", resource_columns, resource, resources, "Le budget, prévu et utilisé", "The budget, planned and used", FROM_ZERO),
    TABLE("decisions", "decisions", decision_columns, decision, decisions, "Les décisions prises à partir des mesures", "The decisions taken from the measures", FROM_ZERO),
    TABLE("activities", "activites", activity_columns, activity, activities, "Les activités, par public, territoire et étape", "The activities, by public, territory and step", FROM_ZERO),
    TABLE("referrals", "orientations", referral_columns, referral, referrals, "Les personnes orientées d’un membre à l’autre", "The persons referred from one member to another", FROM_ZERO),
    TABLE("sharing", "mutualisations", sharing_columns, sharing, sharing, "Ce qui est mis en commun", "What is shared", FROM_ZERO),
    TABLE("meetings", "rencontres", meeting_columns, meeting, meetings, "Les rencontres, passées et à venir", "The meetings, past and to come", FROM_ONE, NAMES_FILES),
    TABLE("attendance", "presences", attendance_columns, attendance, attendance, "Qui était à quelle rencontre", "Who was at which meeting", FROM_ZERO),
    TABLE("followups", "points", follow_up_columns, follow_up, follow_ups, "Les points de suivi avec chaque lauréat", "The follow-ups with each laureate", FROM_ZERO),
    TABLE("needs", "besoins", need_columns, need, needs, "Les besoins des lauréats", "The needs of laureates", FROM_ONE),
    TABLE("channels", "canaux", channel_columns, channel, channels, "Les canaux de communication", "The channels of communication", FROM_ZERO),
    TABLE("mails", "courriels", mail_columns, mail, mails, "Les courriels collectifs", "The collective mails", FROM_ZERO),
    TABLE("requests", "sollicitations", request_columns, request, requests, "Ce qui est demandé aux lauréats, et le temps que cela prend", "What is asked of laureates, and the time it takes", FROM_ZERO),
    TABLE("consultations", "consultations", consultation_columns, consultation, consultations, "Les avis demandés aux membres", "The opinions asked of members", FROM_ZERO),
    TABLE("documents", "documents", document_columns, document_link, documents, "Les documents partagés", "The shared documents", FROM_ZERO),
    TABLE("calls", "appels_a_projets", call_columns, call, calls, "Les appels à projets", "The calls for projects", FROM_ZERO),
    TABLE("funders", "mecenes", funder_columns, funder, funders, "Les mécènes", "The funders", FROM_ONE),
    TABLE("contributions", "contributions", contribution_columns, contribution, contributions, "Ce que les mécènes apportent", "What funders bring", FROM_ZERO),
    TABLE("systemic_changes", "changements_systemiques", systemic_change_columns, systemic_change, systemic_changes, "Ce qui a changé au-delà du programme", "What changed beyond the programme", FROM_ZERO),
    TEXT("charter", "charte", agreement_columns, text_file, LIST(charter), "La charte du collectif", "The collective's charter", FROM_ZERO),
    TEXT("common_agenda", "agenda_commun", agreement_columns, text_file, LIST(common_agenda), "L’agenda commun", "The common agenda", FROM_ZERO),
    TEXT("sessions/<meeting>", "seances/<rencontre>", minutes_columns, text_file, LIST(meetings), "Le compte rendu d’une rencontre", "The minutes of a meeting", FROM_ZERO),
    TEXT("news/<slug>", "actualites/<nom>", news_columns, text_file, LIST(news), "Une actualité", "A piece of news", FROM_ZERO),
    TEXT("reviews/<year>/<chapter>", "bilans/<annee>/<chapitre>", review_columns, text_file, LIST(reviews), "Un chapitre écrit du bilan annuel", "A written chapter of the annual review", FROM_ZERO),
    TEXT("practices/<slug>", "pratiques/<nom>", practice_columns, practice, LIST(practices), "Une pratique documentée", "A documented practice", FROM_ZERO),
    FOLDER("media", "media", "Les images que nomment les textes", "The images that texts name"),
    FOLDER("templates", "modeles", "Les modèles du programme, qui l’emportent sur ceux du logiciel", "The programme's own templates, which win over those of the program"),
};
/* clang-format on */

const size_t input_kind_count = sizeof input_kinds / sizeof *input_kinds;
_Static_assert(sizeof input_kinds / sizeof *input_kinds <= INPUTS_MAX, "facts have no room for so many inputs");

int choice_of(const struct choice *choices, struct str name)
{
    for (const struct choice *c = choices; c->value; c++)
        if (name_equal(name, c->en) || name_equal(name, c->fr))
            return c->value;
    return 0;
}

struct input_rows input_rows(const struct facts *facts, const struct input_kind *kind)
{
    struct input_rows rows;
    memcpy(&rows, (const char *)facts + kind->list_offset, sizeof rows);
    return rows;
}

size_t input_columns(const struct input_kind *kind)
{
    size_t count = 0;
    while (kind->columns[count].en.length)
        count++;
    return count;
}

const struct input_kind *input_kind(const char *english)
{
    for (size_t i = 0; i < input_kind_count; i++)
        if (str_equal(input_kinds[i].en, str_of(english)))
            return &input_kinds[i];
    assert(false); /* a name misspelled in our own code */
    return NULL;
}

static const struct place *cell_named(const struct row *row, const struct column *columns, const char *english)
{
    for (size_t i = 0; columns[i].en.length && row->cells; i++)
        if (str_equal(columns[i].en, str_of(english)))
            return row->cells[i].line ? &row->cells[i] : NULL;
    return NULL;
}

struct place row_place(const struct row *row, const struct column *columns, const char *english)
{
    const struct place *cell = cell_named(row, columns, english);
    return cell ? *cell : row->at;
}

bool row_has(const struct row *row, const struct column *columns, const char *english)
{
    return cell_named(row, columns, english) != NULL;
}
