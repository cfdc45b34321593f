/* The parts of a laureate's narrative, told by their headings in either language. */
#include "work.h"

#include <stdlib.h>

static void part_append(struct check *check, struct narrative *narrative, enum narrative_part part, struct node *block)
{
    if (!narrative->part[part])
        narrative->part[part] = node_new(check->run, NODE_BODY, block->place);
    node_append(narrative->part[part], block);
}

/* A part goes to the next heading of its level or above; deeper headings belong to it. */
static void split_parts(struct check *check, struct narrative *narrative, struct node *body)
{
    enum narrative_part part = PART_OTHER;
    int level = 7;
    for (struct node *block = body->first, *next; block; block = next) {
        next = block->next;
        enum narrative_part named =
            block->kind == NODE_HEADING ? narrative_part_of(str_trim(node_plain(check->scratch, block))) : PART_OTHER;
        if (block->kind == NODE_HEADING && (named != PART_OTHER || block->level <= level)) {
            part = named;
            level = block->level;
        }
        if (named == PART_OTHER)
            part_append(check, narrative, part, block);
    }
}

static int narrative_compare(const void *a, const void *b)
{
    const struct narrative *x = a, *y = b;
    if (x->laureate != y->laureate)
        return x->laureate < y->laureate ? -1 : 1;
    int order = period_compare(x->period, y->period);
    return order ? order : (x->at.file > y->at.file) - (x->at.file < y->at.file);
}

void narratives_order(struct check *check)
{
    struct narratives *list = &check->facts->narratives;
    size_t kept = list->count ? 1 : 0;
    if (list->count)
        qsort(list->at, list->count, sizeof *list->at, narrative_compare);
    for (size_t i = 1; i < list->count; i++) {
        const struct narrative *before = &list->at[kept - 1], *narrative = &list->at[i];
        if (before->laureate == narrative->laureate && period_equal(before->period, narrative->period))
            REPORT(check->diagnostics, narrative->at, MSG_narrative_twice,
                   {check->facts->files.at[before->at.file].path});
        else
            list->at[kept++] = *narrative;
    }
    list->count = kept;
}

/* Where the front matter says the day; the file where it does not. */
static struct place received_place(const struct source *source, const struct yaml *front, struct place file)
{
    const struct column *columns = source->kind->columns;
    int received = column_find(columns, STR("received_on"));
    for (const struct yaml *entry = front ? front->first : NULL; entry; entry = entry->next)
        if (column_find(columns, entry->key) == received)
            return entry->place;
    return file;
}

void narrative_read(struct check *check, uint32_t file, const struct markdown *markdown)
{
    const struct source *source = &check->sources[file];
    struct narrative narrative;
    row_start(source->kind, &narrative);
    narrative.at = file_place(file);
    narrative.received_at = received_place(source, markdown->front, narrative.at);
    narrative.laureate = source->laureate;
    narrative.period = source->period;
    front_read_gently(check, markdown->front, source->kind, file, &narrative);
    split_parts(check, &narrative, markdown->body);
    *PUSH(check->run, &check->facts->narratives) = narrative;
}
