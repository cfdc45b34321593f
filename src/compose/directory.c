#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/site.h"

/* The directory of laureates: who they are, where, for whom, and whom to ask. A contact leaves the coordination only
 * where its owner agreed. */

enum { WHO_PRESENT = 1, WHO_LEFT };
static const struct choice whos[] = {{TEXT_OF("present"), TEXT_OF("presents"), WHO_PRESENT},
                                     {TEXT_OF("left"), TEXT_OF("partis"), WHO_LEFT},
                                     {{NULL, 0}, {NULL, 0}, 0}};
static const struct option_row options[] = {
    {TEXT_OF("who"), TEXT_OF("qui"), OPTION_CHOICE, whos, TEXT_OF("present, or left"), TEXT_OF("presents, ou partis")},
};

static bool may_contact(const struct filling *f, const struct laureate *l)
{
    return f->job->audience == AUDIENCE_INTERNAL || l->consent == ANSWER_YES;
}

static struct cell name_cell(struct filling *f, const void *row)
{
    const struct laureate *l = row;
    struct cell cell = cell_subject(f, EACH_LAUREATE, (uint32_t)(l - f->facts->laureates.at), l->name);
    cell.header = true;
    return cell;
}

static struct cell territory_cell(struct filling *f, const void *row)
{
    return cell_text(f, word_label(f, ((const struct laureate *)row)->territory));
}

static struct cell publics_cell(struct filling *f, const void *row)
{
    return cell_text(f, list_label(f, &((const struct laureate *)row)->publics));
}

static struct cell themes_cell(struct filling *f, const void *row)
{
    return cell_text(f, list_label(f, &((const struct laureate *)row)->themes));
}

/* Role, name and address, one under the other. */
static struct cell contact_cell(struct filling *f, const void *row)
{
    const struct laureate *l = row;
    struct node *body = node_new(f->arena, NODE_BODY, f->place);
    const struct str said[] = {l->contact_name, l->contact_role};
    if (!may_contact(f, l))
        return (struct cell){.kind = CELL_EMPTY};
    for (size_t i = 0; i < 2; i++) {
        if (!said[i].length)
            continue;
        if (body->first)
            add_block(f, body, NODE_BREAK);
        add_text(f, body, said[i]);
    }
    if (l->contact_email.length) {
        if (body->first)
            add_block(f, body, NODE_BREAK);
        struct node *link = add_block(f, body, NODE_LINK);
        link->link = str_print(f->arena, "mailto:%.*s", STR_ARG(l->contact_email));
        add_text(f, link, l->contact_email);
    }
    return body->first ? (struct cell){.kind = CELL_TEXT, .inlines = body} : (struct cell){.kind = CELL_EMPTY};
}

static struct cell left_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct laureate *)row)->left.last);
}

static const struct list_column columns[] = {
    {"column.laureate", ALIGN_START, name_cell},      {"column.territory", ALIGN_START, territory_cell},
    {"portrait.publics", ALIGN_START, publics_cell},  {"portrait.themes", ALIGN_START, themes_cell},
    {"directory.contact", ALIGN_START, contact_cell}, {"portrait.left", ALIGN_START, left_cell},
};
static const struct listing directory = {"directory", "table.directory", COLUMNS(columns)};
static const struct listing directory_left = {"directory_left", "table.directory_left", COLUMNS(columns)};

static void add_by_name(struct filling *f, struct rows *rows, const struct laureate *l)
{
    *PUSH(f->arena, rows) = l;
    for (size_t at = rows->count - 1; at; at--) {
        const struct laureate *before = rows->at[at - 1];
        if (name_compare(before->name, l->name) <= 0)
            return;
        rows->at[at] = before;
        rows->at[at - 1] = l;
    }
}

static void fill_directory(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    bool past = option_choice(&hole_directory, yaml, "who", WHO_PRESENT) == WHO_LEFT;
    for (size_t i = 1; i < f->facts->laureates.count; i++) {
        const struct laureate *l = &f->facts->laureates.at[i];
        bool gone = date_is(l->left.last) && l->left.last.day <= f->document->date.day;
        bool coming = date_is(l->joined.first) && l->joined.first.day > f->document->date.day;
        if (gone == past && !coming)
            add_by_name(f, &rows, l);
    }
    listing_add(f, past ? &directory_left : &directory, &rows, into);
}

const struct hole hole_directory = {TEXT_OF("directory"),
                                    TEXT_OF("annuaire"),
                                    OPTIONS(options),
                                    fill_directory,
                                    TEXT_OF("the directory of laureates, contacts where they agreed"),
                                    TEXT_OF("l’annuaire des lauréats, les contacts avec leur accord"),
                                    NULL};

/* ---- one of them ---- */

static void fill_contact(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!own_laureate(f))
        return;
    struct cell cell = contact_cell(f, &f->facts->laureates.at[own_laureate(f)]);
    if (cell.kind == CELL_EMPTY)
        return;
    struct node *paragraph = add_block(f, into, NODE_PARAGRAPH);
    while (cell.inlines->first)
        node_append(paragraph, cell.inlines->first);
}

const struct hole hole_contact = {TEXT_OF("contact"),
                                  TEXT_OF("contact"),
                                  NULL,
                                  0,
                                  fill_contact,
                                  TEXT_OF("whom to ask at the laureate's, where they agreed"),
                                  TEXT_OF("qui joindre chez le lauréat, avec son accord"),
                                  NULL};
