/* Laureates and breakdowns: put in order, checked, and known by their ids. */
#include "work.h"

#include <stdlib.h>

static int laureate_compare(const void *a, const void *b)
{
    const struct laureate *x = a, *y = b;
    int order = str_compare(x->id, y->id);
    return order ? order : (x->row.at.line > y->row.at.line) - (x->row.at.line < y->row.at.line);
}

void laureates_settle(struct check *check)
{
    struct laureates *list = &check->facts->laureates;
    const struct column *columns = input_kind("laureates")->columns;
    if (list->count > 1)
        qsort(list->at + 1, list->count - 1, sizeof *list->at, laureate_compare);
    for (size_t i = 1; i < list->count; i++) {
        struct laureate *laureate = &list->at[i];
        if (!laureate->short_name.length)
            laureate->short_name = laureate->name;
        if (date_is(laureate->joined.first) && date_is(laureate->left.last) &&
            laureate->joined.first.day > laureate->left.last.day)
            REPORT(check->diagnostics, row_place(&laureate->row, columns, "left"), MSG_left_before_joining,
                   {laureate->id});
    }
    check->facts->laureate_error = ARENA_ARRAY(check->run, bool, list->count + 1);
}

static bool is_not_stated(const struct category *category)
{
    return name_equal(category->category, STR("non renseigné")) || name_equal(category->category, STR("not stated")) ||
           name_equal(category->category, STR("nr"));
}

static int category_compare(const void *a, const void *b)
{
    const struct category *x = a, *y = b;
    if (x->dimension_index != y->dimension_index)
        return x->dimension_index < y->dimension_index ? -1 : 1;
    return (x->row.at.line > y->row.at.line) - (x->row.at.line < y->row.at.line);
}

/* Dimensions are numbered in the order of the file; their categories are brought together. */
static void gather(struct check *check, struct names *names)
{
    struct facts *facts = check->facts;
    for (size_t i = 1; i < facts->categories.count; i++) {
        struct category *category = &facts->categories.at[i];
        if (!category->label.length)
            category->label = category->category;
        uint32_t index = names_add(names, category->dimension, (uint32_t)facts->dimensions.count);
        if (!index) {
            index = (uint32_t)facts->dimensions.count;
            *PUSH(check->run, &facts->dimensions) = (struct dimension){.id = category->dimension, .exclusive = true};
        }
        category->dimension_index = index;
        if (category->dimension_label.length && !facts->dimensions.at[index].label.length)
            facts->dimensions.at[index].label = category->dimension_label;
        if (category->exclusive == ANSWER_NO)
            facts->dimensions.at[index].exclusive = false;
    }
    if (facts->categories.count > 1)
        qsort(facts->categories.at + 1, facts->categories.count - 1, sizeof *facts->categories.at, category_compare);
}

/* Categories known by name; the same one twice is an error. */
static struct names *name_categories(struct check *check, const struct dimension *dimension)
{
    struct category *categories = check->facts->categories.at;
    struct names *names = names_new(check->run, dimension->count);
    for (uint32_t i = dimension->first; i < dimension->first + dimension->count; i++) {
        categories[i].exclusive = dimension->exclusive ? ANSWER_YES : ANSWER_NO;
        uint32_t had = names_add(names, categories[i].category, i);
        if (had)
            REPORT(check->diagnostics, categories[i].row.at, MSG_id_twice,
                   {categories[i].category, place_text(check->scratch, check->facts, categories[had].row.at)});
    }
    return names;
}

void dimensions_settle(struct check *check)
{
    struct facts *facts = check->facts;
    check->dimensions = names_new(check->run, 16);
    gather(check, check->dimensions);
    for (uint32_t i = 1; i < facts->categories.count; i++) {
        struct dimension *dimension = &facts->dimensions.at[facts->categories.at[i].dimension_index];
        if (!dimension->count++)
            dimension->first = i;
        if (is_not_stated(&facts->categories.at[i]))
            dimension->not_stated = i;
    }
    check->categories = ARENA_ARRAY(check->run, struct names *, facts->dimensions.count + 1);
    for (size_t d = 1; d < facts->dimensions.count; d++)
        check->categories[d] = name_categories(check, &facts->dimensions.at[d]);
}
