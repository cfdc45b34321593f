#include "compose/signs.h"

#define STATUS_NONE (-1)

static const struct {
    const char *sign, *legend;
    int status; /* of the observation that it stands for by itself */
} signs[] = {
    {"absence.masked", "legend.masked", STATUS_NONE},
    {"absence.not_due", "legend.not_due", STATUS_NONE},
    {"absence.not_applicable", "legend.not_applicable", STATUS_NOT_APPLICABLE},
    {"absence.not_available", "legend.not_available", STATUS_NOT_AVAILABLE},
    {"absence.not_received", "legend.not_received", STATUS_EMPTY},
    {"absence.withheld", "legend.withheld", STATUS_WITHHELD},
    {"absence.no_total", "legend.no_total", STATUS_NONE},
    {"mark.provisional", "legend.provisional", STATUS_PROVISIONAL},
    {"mark.estimated", "legend.estimated", STATUS_ESTIMATED},
    {"mark.restated", "legend.restated", STATUS_RESTATED},
};
#define SIGN_COUNT (sizeof signs / sizeof *signs)

struct str sign_of_status(struct filling *f, int status)
{
    for (size_t i = 0; i < SIGN_COUNT; i++)
        if (signs[i].status == status)
            return word(f, signs[i].sign);
    return STR_NONE;
}

/* Which signs were met; their words are looked up once. */
struct meeting_signs {
    struct str sign[SIGN_COUNT];
    bool met[SIGN_COUNT];
};

static struct meeting_signs signs_open(struct filling *f)
{
    struct meeting_signs m = {0};
    for (size_t i = 0; i < SIGN_COUNT; i++)
        m.sign[i] = word(f, signs[i].sign);
    return m;
}

static void meet(struct meeting_signs *m, struct str text)
{
    for (size_t i = 0; i < SIGN_COUNT; i++)
        m->met[i] = m->met[i] || str_equal(text, m->sign[i]);
}

/* A total may be provisional and estimated, "(p) (e) 3/4"; a source is followed by its status, "12 (e)". */
static void meet_words(struct meeting_signs *m, struct str text)
{
    struct str part;
    while (str_split(&text, ' ', &part))
        meet(m, part);
}

static void meet_rows(struct meeting_signs *m, const struct table_row *rows, size_t row_count, size_t column_count)
{
    for (size_t r = 0; r < row_count; r++)
        for (size_t c = 0; c < column_count; c++) {
            meet(m, rows[r].cells[c].shown);
            meet_words(m, rows[r].cells[c].mark);
        }
}

static struct strs meanings(struct filling *f, const struct meeting_signs *m)
{
    struct strs found = {NULL, 0, 0};
    for (size_t i = 0; i < SIGN_COUNT; i++)
        if (m->met[i])
            *PUSH(f->arena, &found) = word(f, signs[i].legend);
    return found;
}

struct strs signs_in_rows(struct filling *f, const struct table_row *rows, size_t row_count, size_t column_count)
{
    struct meeting_signs m = signs_open(f);
    meet_rows(&m, rows, row_count, column_count);
    return meanings(f, &m);
}

struct strs signs_in_document(struct filling *f)
{
    const struct document *d = f->document;
    struct meeting_signs m = signs_open(f);
    for (const struct node *node = d->body; node; node = node_walk(d->body, node)) {
        if (node->table)
            meet_rows(&m, node->table->rows, node->table->row_count, node->table->column_count);
        for (size_t i = 0; i < node->card_count; i++) {
            meet(&m, node->cards[i].value);
            meet_words(&m, node->cards[i].mark);
        }
    }
    for (size_t i = 0; i < d->provenance_count; i++) {
        meet(&m, d->provenances[i].value);
        for (size_t s = 0; s < d->provenances[i].sources.count; s++)
            meet_words(&m, d->provenances[i].sources.at[s]);
    }
    for (size_t i = 0; i < d->source_row_count; i++)
        meet(&m, d->source_rows[i].status);
    return meanings(f, &m);
}
