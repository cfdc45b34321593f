#include "compose/template.h"

/* The front matter of a template: one row a key. */

struct front {
    struct arena *run;
    struct template *template;
    struct diagnostics *diagnostics;
    bool audiences_said; /* none, when the list is empty: the template makes nothing */
};

static void wrong_value(struct front *front, const struct yaml *y, struct str known)
{
    REPORT(front->diagnostics, y->place, MSG_template_value, {y->text, y->key, known});
}

static void take_title(struct front *front, const struct yaml *y)
{
    front->template->title = y->text;
}

static void take_subtitle(struct front *front, const struct yaml *y)
{
    front->template->subtitle = y->text;
}

static void take_description(struct front *front, const struct yaml *y)
{
    front->template->description = y->text;
}

static void take_file(struct front *front, const struct yaml *y)
{
    front->template->file_name = y->text;
}

static const struct choice over_choices[] = {
    {TEXT_OF("programme"), TEXT_OF("programme"), EACH_PROGRAMME + 1},
    {TEXT_OF("laureate"), TEXT_OF("laureat"), EACH_LAUREATE + 1},
    {TEXT_OF("practice"), TEXT_OF("pratique"), EACH_PRACTICE + 1},
    {TEXT_OF("meeting"), TEXT_OF("rencontre"), EACH_MEETING + 1},
    {TEXT_OF("indicator"), TEXT_OF("indicateur"), EACH_INDICATOR + 1},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct choice period_choices[] = {
    {TEXT_OF("none"), TEXT_OF("aucune"), PERIOD_NONE + 1},
    {TEXT_OF("month"), TEXT_OF("mois"), PERIOD_MONTH + 1},
    {TEXT_OF("quarter"), TEXT_OF("trimestre"), PERIOD_QUARTER + 1},
    {TEXT_OF("semester"), TEXT_OF("semestre"), PERIOD_SEMESTER + 1},
    {TEXT_OF("year"), TEXT_OF("annee"), PERIOD_YEAR + 1},
    {{NULL, 0}, {NULL, 0}, 0},
};
const struct choice answer_choices[] = {
    {TEXT_OF("yes"), TEXT_OF("oui"), ANSWER_YES},
    {TEXT_OF("no"), TEXT_OF("non"), ANSWER_NO},
    {TEXT_OF("true"), TEXT_OF("vrai"), ANSWER_YES},
    {TEXT_OF("false"), TEXT_OF("faux"), ANSWER_NO},
    {{NULL, 0}, {NULL, 0}, 0},
};

struct str choices_text(struct arena *arena, const struct choice *choices)
{
    struct buffer text = {.arena = arena};
    for (const struct choice *c = choices; c->value; c++) {
        bool again = c > choices && str_equal(c->en, c[-1].en); /* a second French name of the same value */
        if (!again)
            buffer_print(&text, "%s%.*s", text.count ? ", " : "", STR_ARG(c->en));
    }
    return buffer_str(&text);
}

/* The value of a scalar, or 0 after a report. */
static int chosen(struct front *front, const struct yaml *y, const struct choice *choices)
{
    int value = y->kind == YAML_SCALAR ? choice_of(choices, y->text) : 0;
    if (!value)
        wrong_value(front, y, choices_text(front->run, choices));
    return value;
}

static void take_flags(struct front *front, const struct yaml *y, const struct choice *choices, bool *flags)
{
    struct strs names = yaml_names(front->run, y);
    for (size_t i = 0; i < names.count; i++) {
        int value = choice_of(choices, names.at[i]);
        if (value)
            flags[value - 1] = true;
        else
            REPORT(front->diagnostics, y->place, MSG_template_value,
                   {names.at[i], y->key, choices_text(front->run, choices)});
    }
}

static void take_audiences(struct front *front, const struct yaml *y)
{
    front->audiences_said = true;
    take_flags(front, y, audience_choices, front->template->audiences);
}

static void take_formats(struct front *front, const struct yaml *y)
{
    struct choice choices[FORMAT_COUNT + 1] = {{.value = 0}};
    for (int format = 0; format < FORMAT_COUNT; format++)
        choices[format] = (struct choice){format_names[format].name, format_names[format].name, format + 1};
    take_flags(front, y, choices, front->template->formats);
}

static void take_over(struct front *front, const struct yaml *y)
{
    int value = chosen(front, y, over_choices);
    if (value)
        front->template->over = (enum template_over)(value - 1);
}

static void take_period(struct front *front, const struct yaml *y)
{
    int value = chosen(front, y, period_choices);
    if (value)
        front->template->period = (enum period_kind)(value - 1);
}

static void take_cover(struct front *front, const struct yaml *y)
{
    front->template->cover = chosen(front, y, answer_choices) == ANSWER_YES;
}

static void take_contents(struct front *front, const struct yaml *y)
{
    front->template->contents = chosen(front, y, answer_choices) == ANSWER_YES;
}

static void take_site(struct front *front, const struct yaml *y)
{
    front->template->deliverable = name_slug(front->run, y->text);
    front->template->is_page = y->text.length > 0;
}

static void take_menu(struct front *front, const struct yaml *y)
{
    front->template->menu = y->text;
}

static struct str first_step(struct str path)
{
    return str_slice(path, 0, str_index(path, '/', 0));
}

/* By the name of the file, or of the folder: "calls", "practices". */
static void take_input(struct front *front, const struct yaml *y)
{
    struct strs known = {0};
    for (size_t i = 0; i < input_kind_count; i++) {
        const struct input_kind *kind = &input_kinds[i];
        if (name_equal(first_step(kind->en), y->text) || name_equal(first_step(kind->fr), y->text))
            front->template->input = kind;
        *PUSH(front->run, &known) = first_step(kind->en);
    }
    struct str nearest = name_nearest(y->text, known.at, known.count);
    if (!front->template->input)
        wrong_value(front, y, nearest.length ? nearest : STR("news, practices, calls…"));
}

/* From 1 to 99. */
static void take_rank(struct front *front, const struct yaml *y)
{
    int rank = 0;
    for (size_t i = 0; i < y->text.length && i < 3; i++)
        rank = y->text.at[i] >= '0' && y->text.at[i] <= '9' ? rank * 10 + (y->text.at[i] - '0') : 100;
    if (rank < 1 || rank > 99)
        wrong_value(front, y, STR("1, 2, 3, … 99"));
    else
        front->template->rank = rank;
}

static const struct {
    struct str en, fr;
    void (*take)(struct front *front, const struct yaml *y);
} keys[] = {
    {TEXT_OF("title"), TEXT_OF("titre"), take_title},
    {TEXT_OF("subtitle"), TEXT_OF("sous_titre"), take_subtitle},
    {TEXT_OF("description"), TEXT_OF("description"), take_description},
    {TEXT_OF("file"), TEXT_OF("fichier"), take_file},
    {TEXT_OF("audiences"), TEXT_OF("diffusion"), take_audiences},
    {TEXT_OF("formats"), TEXT_OF("formats"), take_formats},
    {TEXT_OF("over"), TEXT_OF("pour"), take_over},
    {TEXT_OF("period"), TEXT_OF("periode"), take_period},
    {TEXT_OF("cover"), TEXT_OF("couverture"), take_cover},
    {TEXT_OF("contents"), TEXT_OF("sommaire"), take_contents},
    {TEXT_OF("site"), TEXT_OF("site"), take_site},
    {TEXT_OF("menu"), TEXT_OF("menu"), take_menu},
    {TEXT_OF("rank"), TEXT_OF("rang"), take_rank},
    {TEXT_OF("input"), TEXT_OF("donnees"), take_input},
};
enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

static void unknown_key(struct front *front, const struct yaml *y)
{
    struct str known[2 * KEY_COUNT];
    struct buffer list = {.arena = front->run};
    for (size_t i = 0; i < KEY_COUNT; i++) {
        known[2 * i] = keys[i].en;
        known[2 * i + 1] = keys[i].fr;
        buffer_print(&list, "%s%.*s", i ? ", " : "", STR_ARG(keys[i].en));
    }
    struct str nearest = name_nearest(y->key, known, sizeof known / sizeof *known);
    REPORT(front->diagnostics, y->key_place, MSG_template_unknown_key,
           {y->key, nearest.length ? nearest : buffer_str(&list)});
}

static void take_key(struct front *front, const struct yaml *y)
{
    for (size_t i = 0; i < KEY_COUNT; i++)
        if (name_equal(y->key, keys[i].en) || name_equal(y->key, keys[i].fr)) {
            keys[i].take(front, y);
            return;
        }
    if (!str_starts(y->key, STR("x-")))
        unknown_key(front, y);
}

static bool any(const bool *flags, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (flags[i])
            return true;
    return false;
}

/* What a template leaves unsaid. */
static void complete(struct front *front)
{
    struct template *template = front->template;
    if (!template->title.length) {
        REPORT(front->diagnostics, ((struct place){template->file, 1, 1}), MSG_template_title, {template->path});
        template->title = template->name;
    }
    if (!front->audiences_said)
        template->audiences[AUDIENCE_INTERNAL] = true;
    if (!any(template->formats, FORMAT_COUNT))
        for (int format = 0; format < DOCUMENT_FORMATS; format++)
            template->formats[format] = !template->is_page || format == FORMAT_HTML;
    if (!template->deliverable.length)
        template->deliverable = template->name;
}

void template_front(struct arena *run, const struct yaml *map, struct template *template,
                    struct diagnostics *diagnostics)
{
    struct front front = {.run = run, .template = template, .diagnostics = diagnostics};
    for (const struct yaml *y = map ? map->first : NULL; y; y = y->next)
        take_key(&front, y);
    complete(&front);
}
