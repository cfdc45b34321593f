#include "compose/template.h"

/* What a template asks for is checked when it is read, before any document is made of it: a wrong word is said once,
 * at its line, with the word that was probably meant. */

struct checking {
    struct arena *run;
    const struct facts *facts;
    struct template *template;
    struct template_holes *holes;
    struct diagnostics *diagnostics;
};

static struct str nearest_or_all(struct arena *run, struct str name, const struct strs *known)
{
    struct str nearest = name_nearest(name, known->at, known->count);
    if (nearest.length)
        return nearest;
    struct buffer list = {.arena = run};
    for (size_t i = 0; i < known->count && i < 24; i++)
        buffer_print(&list, "%s%.*s", i ? ", " : "", STR_ARG(known->at[i]));
    return buffer_str(&list);
}

/* ---- holes and their options ---- */

static void unknown_hole(struct checking *c, struct place place, struct str name)
{
    struct strs known = {0};
    for (size_t i = 0; i < hole_count; i++) {
        *PUSH(c->run, &known) = holes[i]->en;
        if (!str_equal(holes[i]->en, holes[i]->fr))
            *PUSH(c->run, &known) = holes[i]->fr;
    }
    REPORT(c->diagnostics, place, MSG_template_unknown_hole, {name, nearest_or_all(c->run, name, &known)});
}

static void unknown_option(struct checking *c, const struct hole *hole, const struct yaml *y)
{
    struct strs known = {0};
    for (size_t i = 0; i < hole->option_count; i++)
        *PUSH(c->run, &known) = hole->options[i].en;
    for (size_t i = 0; i < common_option_count; i++)
        *PUSH(c->run, &known) = common_options[i].en;
    for (size_t i = 0; i < hole->option_count; i++)
        *PUSH(c->run, &known) = hole->options[i].fr;
    for (size_t i = 0; i < common_option_count; i++)
        *PUSH(c->run, &known) = common_options[i].fr;
    REPORT(c->diagnostics, y->key_place, MSG_template_unknown_option,
           {y->key, hole->en, nearest_or_all(c->run, y->key, &known)});
}

static void check_indicator(struct checking *c, struct place place, struct str id)
{
    struct strs known = {0};
    for (size_t i = 1; i < c->facts->indicators.count; i++) {
        if (name_equal(c->facts->indicators.at[i].id, id))
            return;
        *PUSH(c->run, &known) = c->facts->indicators.at[i].id;
    }
    REPORT(c->diagnostics, place, MSG_template_unknown_indicator, {id, nearest_or_all(c->run, id, &known)});
}

static void check_choices(struct checking *c, const struct yaml *y, const struct choice *choices)
{
    struct strs names = yaml_names(c->run, y);
    for (size_t i = 0; i < names.count; i++)
        if (!choice_of(choices, names.at[i]))
            REPORT(c->diagnostics, y->place, MSG_template_value, {names.at[i], y->key, choices_text(c->run, choices)});
}

static bool is_count(struct str text)
{
    if (text.length < 1 || text.length > 2 || text.at[0] == '0')
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return true;
}

static void check_text(struct checking *c, struct place place, struct str text);

static void check_option(struct checking *c, const struct option_row *row, const struct yaml *y)
{
    struct strs names = yaml_names(c->run, y);
    if (row->type != OPTION_INDICATORS && row->type != OPTION_AUDIENCES && y->kind != YAML_SCALAR) {
        REPORT(c->diagnostics, y->place, MSG_template_scalar, {y->key});
        return;
    }
    switch (row->type) {
    case OPTION_TEXT:
        check_text(c, y->place, y->text);
        break;
    case OPTION_COUNT:
        if (!is_count(y->text))
            REPORT(c->diagnostics, y->place, MSG_template_value, {y->text, y->key, STR("1, 2, 3, … 99")});
        break;
    case OPTION_YES_NO:
        check_choices(c, y, answer_choices);
        break;
    case OPTION_CHOICE:
        check_choices(c, y, row->choices);
        break;
    case OPTION_AUDIENCES:
        check_choices(c, y, audience_choices);
        break;
    case OPTION_INDICATORS:
        for (size_t i = 0; i < names.count; i++)
            check_indicator(c, y->place, names.at[i]);
        break;
    }
}

static void check_hole(struct checking *c, struct node *block)
{
    struct str name = str_slice(block->info, 0, str_index(block->info, ' ', 0));
    const struct hole *hole = hole_find(name);
    if (!hole) {
        unknown_hole(c, block->place, name);
        return;
    }
    const struct yaml *options = NULL;
    if (str_trim(block->text).length)
        options = read_yaml(c->run, block->text, block->place.file, block->place.line + 1, c->diagnostics);
    for (const struct yaml *y = options ? options->first : NULL; y; y = y->next) {
        const struct option_row *row = option_find(hole, y->key);
        if (row)
            check_option(c, row, y);
        else
            unknown_option(c, hole, y);
    }
    *PUSH(c->run, c->holes) = (struct template_hole){hole, options};
    block->level = (int)c->holes->count;
}

/* ---- {names} and values in running text ---- */

static void unknown_name(struct checking *c, struct place place, struct str name)
{
    struct strs known = {0};
    for (size_t i = 0; i < variable_count; i++) {
        *PUSH(c->run, &known) = variables[i].en;
        *PUSH(c->run, &known) = variables[i].fr;
    }
    REPORT(c->diagnostics, place, MSG_template_unknown_name, {name, nearest_or_all(c->run, name, &known)});
}

static void check_name(struct checking *c, struct place place, struct str name)
{
    const struct variable *variable = variable_find(name);
    if (!variable)
        unknown_name(c, place, name);
    else if (!(variable->over & 1u << c->template->over) ||
             (variable->needs_period && c->template->period == PERIOD_NONE))
        REPORT(c->diagnostics, place, MSG_template_name_without_sense, {name});
}

static void check_text(struct checking *c, struct place place, struct str text)
{
    for (size_t i = str_index(text, '{', 0); i < text.length; i = str_index(text, '{', i + 1)) {
        size_t end = i + 1;
        while (end < text.length && ((text.at[end] >= 'a' && text.at[end] <= 'z') || text.at[end] == '_'))
            end++;
        if (end > i + 1 && end < text.length && text.at[end] == '}')
            check_name(c, place, str_slice(text, i + 1, end));
    }
}

static void check_value(struct checking *c, const struct node *code)
{
    struct str key, part;
    value_split(code->text, &key, &part);
    size_t at = str_index(key, '@', 0);
    check_text(c, code->place, key);
    if (part.length && !choice_of(value_parts, part))
        REPORT(c->diagnostics, code->place, MSG_template_value, {part, key, choices_text(c->run, value_parts)});
    if (at == key.length)
        REPORT(c->diagnostics, code->place, MSG_template_key, {key});
    else
        check_indicator(c, code->place, str_slice(key, 0, at));
}

static void check_node(struct checking *c, struct node *node)
{
    if (node->kind == NODE_CODE_BLOCK && node->info.length)
        check_hole(c, node);
    else if (node->kind == NODE_CODE && str_starts(node->text, STR("=")))
        check_value(c, node);
    else if (node->kind == NODE_TEXT)
        check_text(c, node->place, node->text);
    for (struct node *child = node->first; child; child = child->next)
        check_node(c, child);
}

void template_check(struct arena *run, const struct facts *facts, const struct yaml *front, struct template *template,
                    struct diagnostics *diagnostics)
{
    struct checking c = {run, facts, template, ARENA_NEW(run, struct template_holes), diagnostics};
    for (const struct yaml *y = front ? front->first : NULL; y; y = y->next)
        if (y->kind == YAML_SCALAR)
            check_text(&c, y->place, y->text);
    check_node(&c, template->body);
    template->holes = c.holes;
}
