/* status --remind: a letter each. What is late, what is still to come, the narrative; what was answered by a reason is
 * asked of nobody again. */
#include "status.h"

static bool any_missing(const struct owed *owed)
{
    for (size_t i = 0; i < owed->items.count; i++)
        if (owed_is_missing(&owed->items.at[i]))
            return true;
    return false;
}

static size_t list_of_day(const struct owed *owed, struct date due, struct buffer *list)
{
    size_t count = 0;
    for (size_t i = 0; i < owed->items.count; i++)
        if (owed_is_missing(&owed->items.at[i]) && owed->items.at[i].due.day == due.day) {
            buffer_print(list, "  – %.*s\n", STR_ARG(owed->items.at[i].label));
            count++;
        }
    return count;
}

/* "du 4e trimestre 2025", "de 2025", "d’octobre 2025" */
static const char *of_period(const struct report *r)
{
    struct arena *run = r->session->run;
    struct str period = show_period(run, r->facts, r->period, PERIOD_LONG);
    bool bare = r->period.kind == PERIOD_YEAR || r->period.kind == PERIOD_MONTH;
    bool vowel = r->period.kind == PERIOD_MONTH && (period.at[0] == 'a' || period.at[0] == 'o');
    const char *french = vowel ? "d’" : bare ? "de " : "du ", *english = bare ? "of " : "of the ";
    return str_print(run, "%s%.*s", words(r->session->language, french, english), STR_ARG(period)).at;
}

static const char *request(const struct report *r, bool late, bool one)
{
    if (late && one)
        return words(r->session->language,
                     "Sauf erreur de notre part, nous n’avons pas reçu cette mesure %s, attendue le %s :\n",
                     "Unless we are mistaken, we have not received this measure %s, which was due on %s:\n");
    if (late)
        return words(r->session->language,
                     "Sauf erreur de notre part, nous n’avons pas reçu ces mesures %s, attendues le %s :\n",
                     "Unless we are mistaken, we have not received these measures %s, which were due on %s:\n");
    if (one)
        return words(r->session->language, "Nous attendons cette mesure %s au plus tard le %s :\n",
                     "We expect this measure %s by %s:\n");
    return words(r->session->language, "Nous attendons ces mesures %s au plus tard le %s :\n",
                 "We expect these measures %s by %s:\n");
}

/* A sentence for each day on which something was or is due, then its list. */
static void ask_measures(struct report *r, const struct owed *owed, const char *period)
{
    struct date said = DATE_NONE;
    for (size_t i = 0; i < owed->items.count; i++) {
        const struct owed_item *item = &owed->items.at[i];
        if (!owed_is_missing(item) || (date_is(said) && said.day == item->due.day))
            continue;
        struct buffer list = {.arena = r->session->run};
        size_t count = list_of_day(owed, item->due, &list);
        said = item->due;
        buffer_print(&r->out, request(r, item->due.day < r->facts->cut_off.day, count == 1), period,
                     report_day(r, item->due).at);
        buffer_add(&r->out, buffer_str(&list));
        buffer_byte(&r->out, '\n');
    }
    if (date_is(said))
        buffer_add(&r->out,
                   str_of(words(r->session->language, "Si un chiffre n’existe pas, écrivez « nd », et pourquoi.\n\n",
                                "If a figure does not exist, write \"nd\", and why.\n\n")));
}

static void ask_narrative(struct report *r, const struct owed *owed, const char *period)
{
    bool late = owed->narrative_due.day < r->facts->cut_off.day;
    if (owed->narrative || !owed->narrative_asked)
        return;
    buffer_print(&r->out,
                 late ? words(r->session->language, "Votre récit %s, attendu le %s, n’est pas encore arrivé.\n\n",
                              "Your narrative %s, which was due on %s, has not arrived yet.\n\n")
                      : words(r->session->language, "Nous attendons votre récit %s au plus tard le %s.\n\n",
                              "We expect your narrative %s by %s.\n\n"),
                 period, report_day(r, owed->narrative_due).at);
}

static void address(struct report *r, const struct laureate *row, const char *period)
{
    buffer_print(&r->out, "--- %.*s", STR_ARG(row->name));
    if (row->contact_name.length)
        buffer_print(&r->out, ", %.*s", STR_ARG(row->contact_name));
    if (row->contact_email.length)
        buffer_print(&r->out, " <%.*s>", STR_ARG(row->contact_email));
    else
        buffer_add(&r->out, str_of(words(r->session->language, " (adresse à compléter)", " (no address yet)")));
    buffer_print(&r->out,
                 words(r->session->language, "\nObjet : %.*s, données %s\n\nBonjour,\n\n",
                       "\nSubject: %.*s, data %s\n\nHello,\n\n"),
                 STR_ARG(r->facts->programme.name), period);
}

void remind(struct report *r, const struct owed *owed)
{
    const struct programme *programme = &r->facts->programme;
    const char *period = of_period(r);
    bool narrative = owed->narrative_asked && !owed->narrative;
    if (!any_missing(owed) && !narrative)
        return;
    address(r, &r->facts->laureates.at[owed->laureate], period);
    ask_measures(r, owed, period);
    ask_narrative(r, owed, period);
    struct str signature = programme->coordination.length ? programme->coordination : programme->name;
    buffer_print(&r->out,
                 words(r->session->language,
                       "Merci d’avance ; n’hésitez pas à nous appeler si quelque chose vous bloque.\n\n%.*s\n\n",
                       "Thank you; do call us if something holds you up.\n\n%.*s\n\n"),
                 STR_ARG(signature));
}
