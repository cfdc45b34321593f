#include "compose/collective.h"
#include "compose/hole_list.h"

/* How the collective talks and shares: what is pooled, channels, mails, consultations, documents. */

static bool is_of_period(const struct filling *f, struct date date)
{
    return !period_is(f->job->period) || in_period(date, f->job->period);
}

static bool is_past(const struct filling *f, struct date date)
{
    return !date_is(date) || !period_is(f->job->period) || date.day <= period_last_day(f->job->period).day;
}

/* ---- what is pooled ---- */

static struct cell what_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct sharing *)row)->what);
    cell.header = true;
    return cell;
}

static struct cell sharer_cell(struct filling *f, const void *row)
{
    return cell_text(f, member_name(f, ((const struct sharing *)row)->by));
}

static struct cell users_cell(struct filling *f, const void *row)
{
    return cell_text(f, member_list(f, &((const struct sharing *)row)->used_by));
}

static const struct list_column sharing_columns[] = {
    {"column.shared", ALIGN_START, what_cell},
    {"column.by", ALIGN_START, sharer_cell},
    {"column.used_by", ALIGN_START, users_cell},
};
static const struct listing sharings = {"sharing", "table.sharing", COLUMNS(sharing_columns)};

static void fill_sharing(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->sharing.count; i++)
        if (is_past(f, f->facts->sharing.at[i].date))
            *PUSH(f->arena, &rows) = &f->facts->sharing.at[i];
    listing_add(f, &sharings, &rows, into);
}

const struct hole hole_sharing = {TEXT_OF("sharing"),
                                  TEXT_OF("mutualisations"),
                                  NULL,
                                  0,
                                  fill_sharing,
                                  TEXT_OF("what members pool, and who uses it"),
                                  TEXT_OF("ce que les membres mettent en commun, et qui s’en sert"),
                                  "sharing"};

/* ---- channels ---- */

static struct cell channel_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct channel *)row)->name);
    cell.header = true;
    return cell;
}

static struct cell purpose_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct channel *)row)->purpose);
}

static struct cell decided_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct channel *)row)->decision);
}

static const struct list_column channel_columns[] = {
    {"column.channel", ALIGN_START, channel_cell},
    {"column.purpose", ALIGN_START, purpose_cell},
    {"column.decided_on", ALIGN_START, decided_cell},
};
static const struct listing channels = {"channels", "table.channels", COLUMNS(channel_columns)};

static void fill_channels(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->channels.count; i++)
        if (is_past(f, f->facts->channels.at[i].decision))
            *PUSH(f->arena, &rows) = &f->facts->channels.at[i];
    listing_add(f, &channels, &rows, into);
}

const struct hole hole_channels = {TEXT_OF("channels"),
                                   TEXT_OF("canaux"),
                                   NULL,
                                   0,
                                   fill_channels,
                                   TEXT_OF("channels decided together"),
                                   TEXT_OF("les canaux décidés ensemble"),
                                   "channels"};

/* ---- mails ---- */

static void fill_mails(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int64_t official = 0, other = 0;
    (void)yaml;
    for (size_t i = 0; i < f->facts->mails.count; i++) {
        const struct mail *m = &f->facts->mails.at[i];
        bool ours = name_equal(m->sender, f->facts->programme.coordination);
        if (!is_of_period(f, m->date) || m->official == ANSWER_NO)
            continue;
        official += ours;
        other += !ours;
    }
    if (official + other)
        add_paragraph(f, into,
                      SAY_N(f, other, "mails.official", PAIR("n", count_text(f, official + other)),
                            PAIR("other", count_text(f, other)), PAIR("ours", count_text(f, official))));
}

const struct hole hole_mails = {TEXT_OF("mails"),
                                TEXT_OF("courriels"),
                                NULL,
                                0,
                                fill_mails,
                                TEXT_OF("official mails, and those that did not come from the coordination"),
                                TEXT_OF("les courriels officiels, et ceux qui ne venaient pas de la coordination"),
                                "mails"};

/* ---- consultations ---- */

static struct cell question_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct consultation *)row)->question);
    cell.header = true;
    return cell;
}

static struct cell closed_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct consultation *)row)->closed_on);
}

static struct cell answers_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct consultation *)row)->answers);
}

static struct cell outcome_cell(struct filling *f, const void *row)
{
    const struct consultation *c = row;
    return cell_text(f, c->outcome.length ? c->outcome : word(f, "consultation.no_outcome"));
}

static const struct list_column consultation_columns[] = {
    {"column.question", ALIGN_START, question_cell},
    {"column.closed_on", ALIGN_START, closed_cell},
    {"column.answers", ALIGN_END, answers_cell},
    {"column.outcome", ALIGN_START, outcome_cell},
};
static const struct listing consultations = {"consultations", "table.consultations", COLUMNS(consultation_columns)};

static void fill_consultations(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->consultations.count; i++)
        if (is_of_period(f, f->facts->consultations.at[i].closed_on))
            *PUSH(f->arena, &rows) = &f->facts->consultations.at[i];
    listing_add(f, &consultations, &rows, into);
}

const struct hole hole_consultations = {TEXT_OF("consultations"),
                                        TEXT_OF("consultations"),
                                        NULL,
                                        0,
                                        fill_consultations,
                                        TEXT_OF("questions put to members, and what came of them"),
                                        TEXT_OF("les questions posées aux membres, et leur suite"),
                                        "consultations"};

/* ---- documents ---- */

static struct cell document_cell(struct filling *f, const void *row)
{
    const struct document_link *d = row;
    struct cell cell = cell_link(f, d->title, d->place);
    cell.header = true;
    return cell;
}

static struct cell document_kind_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct document_link *)row)->kind);
}

static struct cell document_date_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct document_link *)row)->date);
}

static const struct list_column document_columns[] = {
    {"column.document", ALIGN_START, document_cell},
    {"column.kind", ALIGN_START, document_kind_cell},
    {"column.date", ALIGN_START, document_date_cell},
};
static const struct listing documents = {"documents", "table.documents", COLUMNS(document_columns)};

static void fill_documents(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->documents.count; i++)
        if (is_for_reader(f, f->facts->documents.at[i].audience) && is_of_period(f, f->facts->documents.at[i].date))
            *PUSH(f->arena, &rows) = &f->facts->documents.at[i];
    struct listing listing = documents;
    if (!period_is(f->job->period))
        listing.caption = "table.documents_all";
    listing_add(f, &listing, &rows, into);
}

const struct hole hole_documents = {TEXT_OF("documents"),
                                    TEXT_OF("documents"),
                                    NULL,
                                    0,
                                    fill_documents,
                                    TEXT_OF("documents of the period that the reader may have"),
                                    TEXT_OF("les documents de la période que le lecteur peut avoir"),
                                    "documents"};
