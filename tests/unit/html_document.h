/* A document with one of everything, made by hand, and the same with hostile words everywhere: for the tests of the
 * HTML renderer and for the browser's. */
#include "compose/compose.h"
#include "render/render.h"

#include <math.h>

#define WORD(key, text)                                                                                                \
    {                                                                                                                  \
        {key, sizeof key - 1},                                                                                         \
        {                                                                                                              \
            text, sizeof text - 1                                                                                      \
        }                                                                                                              \
    }

static const struct word french_words[] = {
    WORD("back", "Retour au texte de la note"),
    WORD("basis", "Repose sur"),
    WORD("cells", "Cellules d’où il vient"),
    WORD("chart_data", "Voir les données du graphique"),
    WORD("chart_keys", "Valeurs du graphique : les flèches les lisent une à une"),
    WORD("computation", "Calcul"),
    WORD("contents", "Sommaire"),
    WORD("draft", "Brouillon"),
    WORD("draft_note", "Ces chiffres ne sont pas validés."),
    WORD("filter", "Filtrer les lignes"),
    WORD("key", "Clé"),
    WORD("link_here", "Lien vers la section"),
    WORD("notes", "Notes"),
    WORD("rows_shown", "{1} lignes sur {2}"),
    WORD("rule", "Définition"),
    WORD("scroll_hint", "Tableau large : il défile de gauche à droite →"),
    WORD("skip", "Aller au texte"),
    WORD("sort", "Trier par cette colonne"),
    WORD("source_of", "D’où vient ce chiffre ?"),
    WORD("sources", "D’où viennent les chiffres"),
    WORD("sources_all", "Montrer d’où vient chaque chiffre"),
    WORD("table", "Tableau"),
    WORD("to_top", "Haut de page"),
};

/* What every text becomes when it is hostile; %s is what it was. */
static const char hostile_words[] =
    "%s\"'><script>ran()</script><img src=x onerror=ran()><svg onload=ran()></style><style>*{background:url(//x)}"
    "</title></textarea>{{7*7}}${ran()}javascript:ran()<!-- --> ]]>&lt;b&gt;\x01\x7f";

struct maker {
    struct arena *arena;
    struct document *document;
    bool hostile;
};

static struct str said(const struct maker *maker, const char *text)
{
    return maker->hostile ? str_print(maker->arena, hostile_words, text) : str_of(text);
}

static struct node *add_node(const struct maker *maker, struct node *parent, enum node_kind kind, const char *text)
{
    struct node *node = node_new(maker->arena, kind, (struct place){0});
    if (text)
        node->text = said(maker, text);
    if (parent)
        node_append(parent, node);
    return node;
}

static struct node *add_text(const struct maker *maker, struct node *parent, const char *text)
{
    return add_node(maker, parent, NODE_TEXT, text);
}

static struct node *add_paragraph(const struct maker *maker, struct node *parent, const char *text)
{
    struct node *paragraph = add_node(maker, parent, NODE_PARAGRAPH, NULL);
    add_text(maker, paragraph, text);
    return paragraph;
}

static struct node *add_section(const struct maker *maker, struct node *parent, int level, const char *title)
{
    struct node *section = add_node(maker, parent, NODE_SECTION, NULL);
    struct node *heading = add_node(maker, section, NODE_HEADING, NULL);
    heading->level = level;
    add_text(maker, heading, title);
    return section;
}

static struct quantity quantity_of(double value)
{
    return (struct quantity){.is = !isnan(value), .approximate = value};
}

static struct str shown_of(const struct maker *maker, double value, const char *unit)
{
    if (isnan(value))
        return said(maker, "n.r.");
    return show_quantity(maker->arena, quantity_of(value), 0, str_of(unit), LANGUAGE_FR);
}

static const char *const quarters[] = {"T1 2024", "T2 2024", "T3 2024", "T4 2024",
                                       "T1 2025", "T2 2025", "T3 2025", "T4 2025"};
static const char *const laureates[] = {"Arc",
                                        "Cap Atelier",
                                        "La Louche",
                                        "La Varlope",
                                        "Octets solidaires",
                                        "Passerelles 12",
                                        "Premier palier",
                                        "Rebond 54",
                                        "Tandem littoral",
                                        "Terres neuves",
                                        "Écume",
                                        "L’Établi"};

static void add_column(const struct maker *maker, struct table *table, size_t at, const char *name,
                       enum column_align align)
{
    struct table_column *column = &table->columns[at];
    column->title = add_node(maker, NULL, NODE_BODY, NULL);
    if (*name)
        add_text(maker, column->title, name);
    column->name = said(maker, name);
    column->align = align;
    column->sortable = *name != '\0';
}

static struct cell text_cell(const struct maker *maker, const char *text, bool header)
{
    struct cell cell = {.kind = CELL_TEXT, .header = header};
    cell.inlines = add_node(maker, NULL, NODE_BODY, NULL);
    add_text(maker, cell.inlines, text);
    return cell;
}

static struct cell number_cell(const struct maker *maker, double value, const char *key)
{
    return (struct cell){
        .kind = CELL_NUMBER, .number = quantity_of(value), .shown = shown_of(maker, value, ""), .key = str_of(key)};
}

static struct table *new_table(const struct maker *maker, const char *id, const char *caption, size_t columns,
                               size_t rows)
{
    struct table *table = ARENA_NEW(maker->arena, struct table);
    table->id = str_of(id);
    table->caption = said(maker, caption);
    table->columns = ARENA_ARRAY(maker->arena, struct table_column, columns);
    table->column_count = columns;
    table->rows = ARENA_ARRAY(maker->arena, struct table_row, rows);
    table->row_count = rows;
    for (size_t r = 0; r < rows; r++)
        table->rows[r].cells = ARENA_ARRAY(maker->arena, struct cell, columns);
    return table;
}

/* One column for each kind of cell, over twelve laureates. */
static struct table *kinds_table(const struct maker *maker)
{
    static const char *const names[] = {
        "Lauréat", "Jeunes accompagnés", "Évolution", "Part de la cible", "État", "Reçu le", "Remarque"};
    static const enum column_align aligns[] = {ALIGN_START, ALIGN_DECIMAL, ALIGN_MIDDLE, ALIGN_END,
                                               ALIGN_START, ALIGN_START,   ALIGN_START};
    static const char *const states[] = {"atteinte", "en bonne voie", "à surveiller", "en retrait"};
    static const enum target_status statuses[] = {TARGET_MET, TARGET_ON_TRACK, TARGET_WATCH, TARGET_OFF_TRACK};
    struct table *table = new_table(maker, "laureats", "Les lauréats au 4e trimestre 2025", 7, 13);
    for (size_t c = 0; c < 7; c++)
        add_column(maker, table, c, names[c], aligns[c]);
    for (size_t r = 0; r < 12; r++) {
        struct cell *cells = table->rows[r].cells;
        double value = r == 3 ? (double)NAN : (double)(r * 7919 % 500) + 0.5 * (double)(r % 2) + (r == 5 ? 1200 : 0);
        struct quantity *series = ARENA_ARRAY(maker->arena, struct quantity, 6);
        for (size_t i = 0; i < 6; i++)
            series[i] = quantity_of(i == r % 6 ? (double)NAN : (double)((i + r) * 37 % 50));
        cells[0] = text_cell(maker, laureates[r], true);
        cells[1] = number_cell(maker, value, "IND-01@programme/2025-Q4");
        cells[1].mark = r % 4 == 1 ? said(maker, "(p)") : STR_NONE;
        cells[2] = (struct cell){.kind = CELL_SPARK, .series = series, .series_count = 6};
        cells[3] = (struct cell){.kind = CELL_PROGRESS,
                                 .number = quantity_of((double)(r * 9) / 100),
                                 .shown = shown_of(maker, (double)(r * 9), "%")};
        cells[4] = (struct cell){.kind = CELL_STATUS, .status = statuses[r % 4], .shown = said(maker, states[r % 4])};
        cells[5] = (struct cell){.kind = CELL_DATE, .date = date_of(2026, 1, 5 + (int)(r * 5 % 20))};
        cells[5].shown = show_date(maker->arena, cells[5].date, LANGUAGE_FR);
        cells[6] = text_cell(
            maker, r == 2 ? "Deux antennes ont fermé en juin ; les jeunes ont été orientés vers Cap Atelier." : "",
            false);
    }
    table->rows[12].kind = ROW_TOTAL;
    table->rows[12].cells[0] = text_cell(maker, "Ensemble", true);
    table->rows[12].cells[1] = number_cell(maker, 4820, "IND-01@programme/2025-Q4");
    return table;
}

static struct table *groups_table(const struct maker *maker)
{
    struct table *table = new_table(maker, "niveaux", "Résultats par niveau", 3, 6);
    add_column(maker, table, 0, "Indicateur", ALIGN_START);
    add_column(maker, table, 1, "2024", ALIGN_DECIMAL);
    add_column(maker, table, 2, "2025", ALIGN_DECIMAL);
    static const char *const names[] = {"Réalisations", "Jeunes accompagnés", "Ateliers",
                                        "Effets",       "Sorties positives",  "Confiance"};
    for (size_t r = 0; r < 6; r++) {
        bool group = r % 3 == 0;
        table->rows[r].kind = group ? ROW_GROUP : ROW_PLAIN;
        table->rows[r].cells[0] = text_cell(maker, names[r], true);
        table->rows[r].cells[0].span = group ? 3 : 1;
        for (size_t c = 1; c < 3 && !group; c++)
            table->rows[r].cells[c] = number_cell(maker, (double)(r * 100 + c * 17), "");
    }
    table->note = add_node(maker, NULL, NODE_BODY, NULL);
    add_paragraph(maker, table->note, "Les colonnes ne s’additionnent pas.");
    return table;
}

static struct table *chart_table(const struct maker *maker, const struct chart *chart)
{
    size_t rows = chart->node_count ? chart->node_count : chart->categories.count;
    struct table *table = new_table(maker, "", "Données du graphique", 1 + chart->series_count, rows);
    add_column(maker, table, 0, "Période", ALIGN_START);
    for (size_t s = 0; s < chart->series_count; s++) {
        add_column(maker, table, s + 1, "x", ALIGN_DECIMAL);
        table->columns[s + 1].title->first->text = table->columns[s + 1].name = chart->series[s].name;
    }
    for (size_t r = 0; r < rows; r++) {
        table->rows[r].cells[0] = text_cell(maker, "", true);
        table->rows[r].cells[0].inlines->first->text =
            chart->node_count ? chart->nodes[r].label : chart->categories.at[r];
        for (size_t s = 0; s < chart->series_count; s++) {
            const struct chart_point *point = &chart->series[s].points[r];
            table->rows[r].cells[s + 1] =
                (struct cell){.kind = CELL_NUMBER, .number = point->value, .shown = point->shown};
        }
    }
    return table;
}

static struct chart *new_chart(const struct maker *maker, enum chart_kind kind, size_t categories,
                               const char *const *names, size_t series, const double *values, const char *unit)
{
    struct chart *chart = ARENA_NEW(maker->arena, struct chart);
    chart->kind = kind;
    chart->title = said(maker, "Jeunes accompagnés, par trimestre");
    chart->sentence = said(
        maker,
        "De 320 jeunes au premier trimestre 2024 à 702 fin 2025 ; le quatrième trimestre 2024 n’est pas renseigné.");
    chart->unit = said(maker, unit);
    chart->series_count = series;
    chart->series = ARENA_ARRAY(maker->arena, struct chart_series, series);
    for (size_t i = 0; i < categories; i++)
        *PUSH(maker->arena, &chart->categories) = said(maker, quarters[i]);
    for (size_t s = 0; s < series; s++) {
        chart->series[s].name = said(maker, names[s]);
        chart->series[s].points = ARENA_ARRAY(maker->arena, struct chart_point, categories);
        for (size_t i = 0; i < categories; i++) {
            double value = values[s * categories + i];
            chart->series[s].points[i] = (struct chart_point){.value = quantity_of(value),
                                                              .shown = shown_of(maker, value, *unit == '%' ? "%" : "")};
        }
    }
    chart->table = chart_table(maker, chart);
    return chart;
}

static void add_chart(const struct maker *maker, struct node *parent, struct chart *chart)
{
    add_node(maker, parent, NODE_CHART, NULL)->chart = chart;
}

static struct chart *theory(const struct maker *maker)
{
    static const struct {
        const char *id, *label, *to[3];
        int layer;
    } nodes[] = {
        {"r1", "Envelope de 2,4 millions d’euros", {"a1"}, 0},
        {"r2", "Équipe de coordination", {"a2", "a1"}, 0},
        {"a1", "Parcours d’accompagnement individuel", {"o1", "o2"}, 1},
        {"a2", "Sessions collectives trimestrielles", {"o3"}, 1},
        {"o1", "Les jeunes savent présenter leur projet", {"p1"}, 2},
        {"o2", "Les freins périphériques sont levés", {"p1"}, 2},
        {"o3", "Les lauréats partagent leurs pratiques", {"p2"}, 2},
        {"p1", "Accès à l’emploi durable", {NULL}, 3},
        {"p2", "Un écosystème d’insertion plus cohérent", {"a2"}, 3},
    };
    static const char *const layers[] = {"Moyens", "Activités", "Effets", "Impact"};
    struct chart *chart = ARENA_NEW(maker->arena, struct chart);
    chart->kind = CHART_GRAPH;
    chart->title = said(maker, "La théorie du changement");
    chart->sentence =
        said(maker, "Au 1er trimestre, deux moyens mènent par deux activités et trois effets à deux impacts.");
    chart->node_count = sizeof nodes / sizeof *nodes;
    chart->nodes = ARENA_ARRAY(maker->arena, struct chart_node, chart->node_count);
    for (size_t i = 0; i < chart->node_count; i++) {
        struct chart_node *node = &chart->nodes[i];
        *node = (struct chart_node){
            .id = str_of(nodes[i].id), .label = said(maker, nodes[i].label), .layer = nodes[i].layer};
        for (size_t k = 0; k < 3 && nodes[i].to[k]; k++)
            *PUSH(maker->arena, &node->leads_to) = str_of(nodes[i].to[k]);
    }
    for (size_t i = 0; i < 4; i++)
        *PUSH(maker->arena, &chart->layers) = said(maker, layers[i]);
    chart->table = chart_table(maker, chart);
    return chart;
}

static void add_charts(const struct maker *maker, struct node *parent)
{
    static const char *const names[] = {"Programme", "Filles", "Garçons", "Cible"};
    static const double values[] = {320, 410, 388, NAN, 512, 604, 588, 702, 150, 200, 180, NAN, 250, 300, 290, 350,
                                    170, 210, 208, NAN, 262, 304, 298, 352, 400, 400, 400, 400, 600, 600, 600, 600};
    struct chart *lines = new_chart(maker, CHART_LINES, 8, names, 4, values, "jeunes");
    lines->series[3].is_target = true;
    lines->series[2].break_before = 4;
    add_chart(maker, parent, lines);
    add_chart(maker, parent, new_chart(maker, CHART_BARS, 4, names + 1, 2, values + 12, "jeunes"));
    add_chart(maker, parent, new_chart(maker, CHART_STACKED, 8, names + 1, 2, values + 8, "jeunes"));
    struct chart *bullet = new_chart(maker, CHART_BULLET, 4, names + 2, 2, values + 4, "");
    bullet->series[1].is_target = true;
    add_chart(maker, parent, bullet);
    add_chart(maker, parent, new_chart(maker, CHART_HEAT_MAP, 4, names, 4, values, ""));
    add_chart(maker, parent, theory(maker));
}

static void add_cards(const struct maker *maker, struct node *parent)
{
    static const struct {
        const char *label, *value, *unit, *mark, *change, *gap;
    } cards[] = {
        {"Jeunes accompagnés", "4 820", "jeunes", "9/10 lauréats", "+12,4 % en un an", "80 % de la cible 2026"},
        {"Sorties positives", "61 %", "", "10/10 lauréats", "+3,2 points en un an", "4 points sous la trajectoire"},
        {"Entreprises engagées", "132", "entreprises", "", "+18 en un an", "cible dépassée"},
    };
    struct node *node = add_node(maker, parent, NODE_CARDS, NULL);
    node->card_count = 3;
    node->cards = ARENA_ARRAY(maker->arena, struct card, 3);
    for (size_t i = 0; i < 3; i++) {
        struct quantity *spark = ARENA_ARRAY(maker->arena, struct quantity, 5);
        for (size_t k = 0; k < 5; k++)
            spark[k] = quantity_of((double)(k * k + i));
        node->cards[i] = (struct card){.label = said(maker, cards[i].label),
                                       .value = said(maker, cards[i].value),
                                       .unit = said(maker, cards[i].unit),
                                       .mark = said(maker, cards[i].mark),
                                       .change = said(maker, cards[i].change),
                                       .gap = said(maker, cards[i].gap),
                                       .key = STR("IND-01@programme/2025-Q4"),
                                       .spark = spark,
                                       .spark_count = 5};
    }
}

static void add_prose(const struct maker *maker, struct node *section)
{
    struct node *paragraph = add_paragraph(maker, section, "Le programme a accompagné ");
    struct node *value = add_node(maker, paragraph, NODE_VALUE, "4 820");
    struct figure *figure = ARENA_NEW(maker->arena, struct figure);
    figure->value = quantity_of(4820);
    value->figure = figure;
    value->key = STR("IND-01@programme/2025-Q4");
    add_text(maker, paragraph, " jeunes, dont la moitié en milieu rural");
    add_paragraph(maker, add_node(maker, paragraph, NODE_FOOTNOTE, NULL), "Au sens de la grille communale de densité.");
    add_text(maker, paragraph, ". Voir ");
    static const char *const urls[] = {"https://example.org/?a=1&b=2",
                                       "javascript:ran()",
                                       "#les-chiffres",
                                       "#nulle-part",
                                       "JaVaScRiPt:ran()",
                                       "data:text/html,<script>ran()</script>",
                                       "//example.org",
                                       "mailto:contact@example.org"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct node *link = add_node(maker, paragraph, NODE_LINK, NULL);
        link->link = i ? str_of(urls[i])
                       : str_print(maker->arena, "%s%s", urls[0], maker->hostile ? "\"onmouseover=\"ran()" : "");
        add_text(maker, link, "un lien");
        add_text(maker, paragraph, ", ");
    }
    struct node *strong = add_node(maker, paragraph, NODE_STRONG, NULL);
    add_text(maker, strong, "en gras");
    add_text(maker, paragraph, " et ");
    struct node *emphasis = add_node(maker, paragraph, NODE_EMPHASIS, NULL);
    emphasis->language = STR("en");
    add_text(maker, emphasis, "in English");
    add_text(maker, paragraph, ".");
    struct node *list = add_node(maker, section, NODE_LIST, NULL);
    list->tight = true;
    for (int i = 0; i < 3; i++)
        add_paragraph(maker, add_node(maker, list, NODE_ITEM, NULL), "Trois engagements tenus sur quatre");
    add_paragraph(maker, add_node(maker, section, NODE_QUOTE, "Une jeune, Lille"),
                  "On m’a écoutée avant de m’orienter.");
    struct node *callout = add_node(maker, section, NODE_CALLOUT, NULL);
    callout->tone = TONE_WARNING;
    add_paragraph(maker, callout, "Un lauréat n’a pas encore transmis son trimestre.");
    struct node *facts = add_node(maker, section, NODE_FACTS, NULL);
    add_paragraph(maker, facts, "Prochaine session");
    add_paragraph(maker, add_node(maker, facts, NODE_BODY, NULL), "le 12 mars 2026 à Lille");
    add_node(maker, section, NODE_CODE_BLOCK, "indicateur;valeur");
    add_node(maker, section, NODE_RULE, NULL);
}

static void add_sources(const struct maker *maker)
{
    struct document *document = maker->document;
    document->provenances = ARENA_ARRAY(maker->arena, struct provenance, 1);
    document->provenance_count = 1;
    struct provenance *source = &document->provenances[0];
    *source = (struct provenance){.key = STR("IND-01@programme/2025-Q4"),
                                  .label = said(maker, "Jeunes accompagnés, programme, T4 2025"),
                                  .value = said(maker, "4 820"),
                                  .rule = said(maker, "Jeunes différents accompagnés depuis le début de l’année."),
                                  .basis = said(maker, "9 lauréats sur 10"),
                                  .computation = said(maker, "1 250 + 3 120 + 450")};
    *PUSH(maker->arena, &source->sources) = said(maker, "laureats/arc/2025-T4.csv:12:3 1250");
    *PUSH(maker->arena, &source->sources) = said(maker, "laureats/cap-atelier/2025-T4.csv:9:3 3120");
}

static struct document *document_made(struct arena *arena, bool hostile)
{
    struct document *document = ARENA_NEW(arena, struct document);
    struct maker maker = {arena, document, hostile};
    *document = (struct document){.words = french_words,
                                  .word_count = sizeof french_words / sizeof *french_words,
                                  .title = said(&maker, "Synthèse trimestrielle"),
                                  .subtitle = said(&maker, "4e trimestre 2025"),
                                  .description = said(&maker, "Où en est le programme."),
                                  .programme = said(&maker, "Jeunesse en mouvement"),
                                  .author = said(&maker, "L’équipe de coordination"),
                                  .edition = said(&maker, "Édition du 20 janvier 2026"),
                                  .audience_name = said(&maker, "Pour les partenaires"),
                                  .language = LANGUAGE_FR,
                                  .draft = true};
    document->body = add_node(&maker, NULL, NODE_BODY, NULL);
    struct node *glance = add_section(&maker, document->body, 1, "En bref");
    add_cards(&maker, glance);
    add_prose(&maker, glance);
    struct node *figures = add_section(&maker, document->body, 1, "Les chiffres");
    struct node *inner = add_section(&maker, figures, 3, "Par lauréat");
    add_node(&maker, inner, NODE_TABLE, NULL)->table = kinds_table(&maker);
    struct node *levels = add_section(&maker, figures, 3, "Par niveau");
    add_node(&maker, levels, NODE_TABLE, NULL)->table = groups_table(&maker);
    struct node *charts = add_section(&maker, document->body, 1, "En images");
    add_charts(&maker, charts);
    add_sources(&maker);
    return document;
}
