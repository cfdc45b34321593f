#include "compose/collective.h"
#include "compose/hole_list.h"

/* What the title leaves unsaid, in a few lines under it: where, whom to ask, the data's date, who has read it over. */

static struct str validation(struct filling *f, const struct narrative *narrative)
{
    if (!narrative)
        return word(f, "banner.no_narrative");
    struct str by = set(f, narrative->validated_by);
    if (date_is(narrative->validated_on) && by.length)
        return SAY(f, "banner.validated_by", PAIR("date", date_text(f, narrative->validated_on)), PAIR("by", by));
    if (date_is(narrative->validated_on))
        return SAY(f, "banner.validated", PAIR("date", date_text(f, narrative->validated_on)));
    if (date_is(narrative->received_on))
        return SAY(f, "banner.received", PAIR("date", date_text(f, narrative->received_on)));
    return narrative->status.length ? set(f, narrative->status) : word(f, "banner.not_validated");
}

/* The first follow-up announced for after the data's date, in the laureate's narrative or in the calendar of
 * follow-ups. */
static struct date next_follow_up(const struct filling *f, const struct narrative *narrative)
{
    int32_t after = day_ahead(f);
    struct date next = DATE_NONE;
    if (narrative && date_is(narrative->follow_up) && narrative->follow_up.day > after)
        next = narrative->follow_up;
    for (size_t i = 0; i < f->facts->follow_ups.count; i++) {
        const struct follow_up *point = &f->facts->follow_ups.at[i];
        if (point->laureate.index != f->job->subject)
            continue;
        struct date days[] = {point->date, point->next};
        for (int d = 0; d < 2; d++)
            if (date_is(days[d]) && days[d].day > after && (!date_is(next) || days[d].day < next.day))
                next = days[d];
    }
    return next;
}

/* A name and an address exist outside the coordination only where their owner agreed. */
static struct str contact(struct filling *f, const struct laureate *laureate)
{
    bool named = f->job->audience == AUDIENCE_INTERNAL || laureate->consent == ANSWER_YES;
    struct str parts[3];
    size_t count = 0;
    if (named && laureate->contact_name.length)
        parts[count++] = laureate->contact_name;
    if (laureate->contact_role.length)
        parts[count++] = laureate->contact_role;
    if (named && laureate->contact_email.length)
        parts[count++] = laureate->contact_email;
    struct buffer text = {.arena = f->arena};
    for (size_t i = 0; i < count; i++)
        buffer_print(&text, "%s%.*s", i ? ", " : "", STR_ARG(parts[i]));
    return buffer_str(&text);
}

static void add_laureate(struct filling *f, struct node *facts)
{
    const struct laureate *laureate = &f->facts->laureates.at[f->job->subject];
    add_fact(f, facts, word(f, "banner.territory"), laureate->territory);
    add_fact(f, facts, word(f, "banner.contact"), contact(f, laureate));
}

static void add_quarter(struct filling *f, struct node *facts)
{
    const struct narrative *narrative = narrative_of(f, f->job->subject, f->job->period);
    if (f->facts->narratives.count)
        add_fact(f, facts, word(f, "banner.validation"), validation(f, narrative));
    if (narrative && date_is(narrative->follow_up) && narrative->follow_up.day <= day_ahead(f))
        add_fact(f, facts, word(f, "banner.followed_up"), date_text(f, narrative->follow_up));
    add_fact(f, facts, word(f, "banner.follow_up"), date_text(f, next_follow_up(f, narrative)));
}

static void fill_banner(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct node *facts = node_new(f->arena, NODE_FACTS, f->place);
    (void)yaml;
    if (own_laureate(f))
        add_laureate(f, facts);
    add_fact(f, facts, word(f, "banner.cut_off"), date_text(f, f->facts->cut_off));
    if (own_laureate(f) && period_is(f->job->period))
        add_quarter(f, facts);
    node_append(into, facts);
}

const struct hole hole_banner = {TEXT_OF("banner"),
                                 TEXT_OF("bandeau"),
                                 NULL,
                                 0,
                                 fill_banner,
                                 TEXT_OF("who, when, which edition, who has read it over"),
                                 TEXT_OF("qui, quand, quelle édition, qui l’a relu"),
                                 "followups"};
