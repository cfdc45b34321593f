/* Cells to fill: what may be entered, what is said about it, and the protection of all others. */
#include "library.h"

#include <string.h>

/* A void pointer: the library takes a char ** before its version 1.2, a const char ** since. */
static void *choices_of(struct book *book, const struct book_entry *entry)
{
    char **list = ARENA_ARRAY(book->arena, char *, entry->choice_count + 1);
    for (size_t i = 0; i < entry->choice_count; i++)
        list[i] = book_string(book, entry->choices[i], 60);
    return list;
}

static void bounds_of(const struct book_entry *entry, lxw_data_validation *rule)
{
    rule->validate = entry->kind == ENTRY_INTEGER ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
    rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule->minimum_number = entry->has_least ? entry->least : -1e12;
    rule->maximum_number = entry->has_most ? entry->most : 1e12;
}

void book_entry(struct sheet *sheet, struct range range, const struct book_entry *entry)
{
    struct book *book = sheet->book;
    lxw_data_validation rule = {.input_title = book_string(book, entry->title, 32),
                                .input_message = book_string(book, entry->advice, 250),
                                .error_message = book_string(book, entry->refusal, 250),
                                .error_type = entry->gently ? LXW_VALIDATION_ERROR_TYPE_INFORMATION
                                                            : LXW_VALIDATION_ERROR_TYPE_STOP,
                                .ignore_blank = LXW_VALIDATION_ON};
    switch (entry->kind) {
    case ENTRY_NUMBER:
    case ENTRY_INTEGER:
        bounds_of(entry, &rule);
        break;
    case ENTRY_DATE:
        rule.validate = LXW_VALIDATION_TYPE_DATE;
        rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule.minimum_datetime = (lxw_datetime){.year = 1990, .month = 1, .day = 1};
        rule.maximum_datetime = (lxw_datetime){.year = 2199, .month = 12, .day = 31};
        break;
    case ENTRY_LIST:
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = choices_of(book, entry);
        break;
    case ENTRY_TEXT:
        rule.validate = LXW_VALIDATION_TYPE_ANY;
        break;
    }
    book_check(book,
               worksheet_data_validation_range(sheet->at, range.top, range.left, range.bottom, range.right, &rule));
}

void book_protect(struct sheet *sheet)
{
    lxw_protection options = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .autofilter = LXW_TRUE};
    worksheet_protect(sheet->at, NULL, &options);
}

void book_hide(struct sheet *sheet)
{
    worksheet_hide(sheet->at);
}
