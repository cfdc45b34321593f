/* What the bench prints: a synthesis of two pages, the same text for every program that is measured. */
#ifndef BENCH_SYNTHESIS_H
#define BENCH_SYNTHESIS_H

#include "model/model.h"

#define ROWS 14
#define COLUMNS 6

static const struct word words[] = {
    {{"contents", 8}, {"Sommaire", 8}},
    {{"continued", 9}, {"suite", 5}},
    {{"draft", 5}, {"BROUILLON", 9}},
    {{"page", 4}, {"Page", 4}},
};

static const char *const sentences[] = {
    "L’antenne a ouvert le 20 octobre. Dix-sept jeunes y sont passés dès la première semaine, dont une bonne moitié "
    "n’aurait pas fait le trajet jusqu’à la préfecture ; les trois quarts reviennent, et l’équipe les reçoit désormais "
    "deux fois par semaine avec la mission locale.",
    "Le délai est de 10,8\u00A0jours ; nous visions 12 pour la fin de l’année. Il était de 19,7 un an plus tôt. Les "
    "sorties "
    "positives atteignent 62\u202F% : restons prudents, car la file active dépasse soixante-dix jeunes si l’on compte "
    "ceux "
    "dont l’accord est signé en janvier.",
    "Le nord du département demeure loin de tout. Trois jeunes ont renoncé à une place faute de transport, et le "
    "fourgon "
    "ne peut pas être partout. Le loyer n’est acquis que pour un an : anticonstitutionnellement ou non, il faudra "
    "choisir.",
};
#define SENTENCES (sizeof sentences / sizeof *sentences)

static struct node *add(struct arena *arena, struct node *parent, enum node_kind kind, struct str text)
{
    struct node *node = node_new(arena, kind, (struct place){0});
    node->text = text;
    node_append(parent, node);
    return node;
}

static struct node *inlines(struct arena *arena, struct str text)
{
    struct node *body = node_new(arena, NODE_BODY, (struct place){0});
    add(arena, body, NODE_TEXT, text);
    return body;
}

static struct table *table_new(struct arena *arena, size_t number)
{
    struct table *table = ARENA_NEW(arena, struct table);
    *table =
        (struct table){.id = STR("t"), .caption = STR("Les indicateurs"), .column_count = COLUMNS, .row_count = ROWS};
    table->columns = ARENA_ARRAY(arena, struct table_column, COLUMNS);
    table->rows = ARENA_ARRAY(arena, struct table_row, ROWS);
    for (size_t c = 0; c < COLUMNS; c++) {
        table->columns[c].name = c ? str_print(arena, "T%zu\u00A02025", c) : STR("Indicateur");
        table->columns[c].title = inlines(arena, table->columns[c].name);
        table->columns[c].align = c ? ALIGN_DECIMAL : ALIGN_START;
    }
    for (size_t r = 0; r < ROWS; r++) {
        struct cell *cells = table->rows[r].cells = ARENA_ARRAY(arena, struct cell, COLUMNS);
        cells[0] =
            (struct cell){.kind = CELL_TEXT, .header = true, .inlines = inlines(arena, STR("Jeunes accompagnés"))};
        for (size_t c = 1; c < COLUMNS; c++)
            cells[c] = (struct cell){.kind = CELL_NUMBER,
                                     .shown = str_print(arena, "%zu,%zu", (r * 37 + c + number) % 1000, c)};
    }
    return table;
}

/* Synthesis `number`: no two hold the same figures, titles and order of sentences. */
static struct document *synthesis(struct arena *arena, size_t number)
{
    struct document *document = ARENA_NEW(arena, struct document);
    *document = (struct document){.words = words,
                                  .word_count = sizeof words / sizeof *words,
                                  .title = str_print(arena, "Synthèse de l’antenne %zu", number + 1),
                                  .programme = STR("Prises d’élan"),
                                  .edition = STR("Édition du 20 janvier 2026"),
                                  .date = date_of(2026, 1, 20),
                                  .language = LANGUAGE_FR};
    document->body = node_new(arena, NODE_BODY, (struct place){0});
    for (size_t s = 0; s < 5; s++) {
        struct node *section = add(arena, document->body, NODE_SECTION, STR_NONE);
        struct node *heading = add(arena, section, NODE_HEADING, STR_NONE);
        heading->level = 1;
        heading->anchor = str_print(arena, "s%zu", s);
        add(arena, heading, NODE_TEXT, STR("Difficultés et besoins"));
        for (size_t p = 0; p < 3; p++)
            add(arena, add(arena, section, NODE_PARAGRAPH, STR_NONE), NODE_TEXT,
                str_of(sentences[(s + p + number) % SENTENCES]));
        if (s == 1)
            add(arena, section, NODE_TABLE, STR_NONE)->table = table_new(arena, number);
    }
    return document;
}

#endif
