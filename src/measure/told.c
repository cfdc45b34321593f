#include "told_words.h"

#include "mask.h"

/* Words between a number and what it counts. */
#define NEAR 3
/* Letters that two words must share at their beginning, so that "sortie" is one of the "sorties". */
#define STEM 5

/* ---- words and numbers ---- */

/* "un", "one" are articles as often as numbers; the tens and beyond are seldom written out. */
static int64_t number_of(struct str word)
{
    static const struct str names[][2] = {
        {TEXT_OF("deux"), TEXT_OF("two")},          {TEXT_OF("trois"), TEXT_OF("three")},
        {TEXT_OF("quatre"), TEXT_OF("four")},       {TEXT_OF("cinq"), TEXT_OF("five")},
        {TEXT_OF("six"), TEXT_OF("six")},           {TEXT_OF("sept"), TEXT_OF("seven")},
        {TEXT_OF("huit"), TEXT_OF("eight")},        {TEXT_OF("neuf"), TEXT_OF("nine")},
        {TEXT_OF("dix"), TEXT_OF("ten")},           {TEXT_OF("onze"), TEXT_OF("eleven")},
        {TEXT_OF("douze"), TEXT_OF("twelve")},      {TEXT_OF("treize"), TEXT_OF("thirteen")},
        {TEXT_OF("quatorze"), TEXT_OF("fourteen")}, {TEXT_OF("quinze"), TEXT_OF("fifteen")},
        {TEXT_OF("seize"), TEXT_OF("sixteen")},     {TEXT_OF("vingt"), TEXT_OF("twenty")},
    };
    int64_t number = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(word, names[i][0]) || str_equal(word, names[i][1]))
            return i + 1 < sizeof names / sizeof *names ? (int64_t)i + 2 : 20;
    for (size_t i = 0; i < word.length; i++) {
        if (word.at[i] < '0' || word.at[i] > '9' || word.length > 9)
            return -1;
        number = number * 10 + (word.at[i] - '0');
    }
    return word.length ? number : -1;
}

/* Letters beyond ASCII are letters, but for the blanks and marks of typography. */
static bool in_word(uint32_t rune)
{
    bool ascii = (rune >= '0' && rune <= '9') || (rune >= 'A' && rune <= 'Z') || (rune >= 'a' && rune <= 'z');
    return ascii || (rune >= 0xC0 && rune < 0x2000);
}

static void word_add(struct telling *t, struct str text, struct place place)
{
    struct str folded = name_fold(t->scratch, text);
    if (folded.length)
        *PUSH(t->scratch, &t->words) = (struct told_word){folded, place, number_of(folded), t->sentence};
}

void told_add(struct telling *t, struct str text, struct place place)
{
    struct place first = place;
    size_t from = 0;
    bool inside = false;
    /* A text of which the column is not known keeps the line alone. */
    for (size_t at = 0, here = 0; here <= text.length; here = at, place.column += place.column > 0) {
        uint32_t rune = here < text.length ? utf8_next(text, &at) : 0;
        if (in_word(rune) && !inside) {
            from = here;
            first = place;
        } else if (!in_word(rune) && inside) {
            word_add(t, str_slice(text, from, here), first);
        }
        inside = in_word(rune);
        t->sentence += rune == '.' || rune == ';' || rune == '?' || rune == '!';
        at += here == text.length;
    }
}

/* ---- what is masked ---- */

static bool is_number(struct quantity quantity, int64_t number)
{
    return quantity.is && quantity.exact && decimal_compare(quantity.decimal, decimal_int(number)) == 0;
}

/* "entre" is not one of the "entrées". */
static bool same_stem(struct str a, struct str b)
{
    size_t shared = 0;
    if (str_equal(a, STR("entre")))
        return false;
    while (shared < a.length && shared < b.length && a.at[shared] == b.at[shared])
        shared++;
    return shared >= STEM;
}

static bool has_stem(struct str names, struct str stem)
{
    struct str part;
    while (str_split(&names, '-', &part))
        if (same_stem(part, stem))
            return true;
    return false;
}

/* What is counted: the first word of its name that does not only say of what sort ("jeunes entrés": entrés). */
static struct str noun_of(struct telling *t, uint32_t index, uint32_t of)
{
    const struct facts *facts = t->measures->facts;
    const struct indicator *indicator = &facts->indicators.at[index];
    const struct category *category = &facts->categories.at[of];
    struct str name = indicator->short_label.length ? indicator->short_label : indicator->label, noun;
    if (of)
        name = category->label.length ? category->label : category->category;
    struct str unit = name_fold(t->scratch, indicator->unit), rest = name_fold(t->scratch, name);
    while (str_split(&rest, '-', &noun))
        if (noun.length >= STEM && !has_stem(unit, noun))
            return noun;
    return STR_NONE;
}

static bool is_near(const struct telling *t, struct str noun, size_t at)
{
    size_t from = at > NEAR ? at - NEAR : 0, until = at + NEAR < t->words.count ? at + NEAR + 1 : t->words.count;
    for (size_t i = from; noun.length && i < until; i++)
        if (i != at && t->words.at[i].sentence == t->words.at[at].sentence && same_stem(t->words.at[i].text, noun))
            return true;
    return false;
}

static bool is_over(struct str word)
{
    return str_equal(word, STR("sur")) || str_equal(word, STR("of"));
}

/* "six sur neuf", "6 of 9", "six out of nine": the second number, or NULL. */
static struct told_word *number_over(const struct telling *t, size_t at)
{
    for (size_t i = at + 1; i + 1 < t->words.count && i <= at + NEAR; i++)
        if (t->words.at[i + 1].sentence == t->words.at[at].sentence && is_over(t->words.at[i].text))
            return &t->words.at[i + 1];
    return NULL;
}

static bool gives_away(struct telling *t, const struct figure *figure, struct str noun, size_t at)
{
    int64_t number = t->words.at[at].number;
    struct told_word *over = number_over(t, at);
    if (over && is_number(figure->numerator, number) && is_number(figure->denominator, over->number)) {
        over->number = -1;
        return true;
    }
    bool same = is_number(figure->value, number) || is_number(figure->flow, number) ||
                is_number(figure->numerator, number) || is_number(figure->denominator, number);
    /* "une sur six" */
    bool second = at && is_over(t->words.at[at - 1].text) && t->words.at[at - 1].sentence == t->words.at[at].sentence;
    return same && number > 0 && !second && is_near(t, noun, at);
}

/* ---- the text ---- */

void told_add_nodes(struct telling *t, const struct node *text)
{
    for (const struct node *node = text; node; node = node_walk(text, node))
        if (node->kind == NODE_TEXT)
            told_add(t, node->text, node->place);
        else
            t->sentence += !node_is_inline(node->kind);
}

bool told_names(const struct telling *t, struct str folded)
{
    struct str part;
    for (size_t i = 0; i < t->words.count && folded.length; i++) {
        struct str rest = folded;
        size_t at = i;
        bool same = true;
        while (same && str_split(&rest, '-', &part))
            same = at < t->words.count && str_equal(t->words.at[at++].text, part);
        if (same)
            return true;
    }
    return false;
}

static void look(struct telling *t, const struct figure_key *key, struct str noun)
{
    struct arena_mark mark = arena_mark(t->scratch);
    const struct figure *figure = measure_figure(t->scratch, t->measures, *key, AUDIENCE_INTERNAL);
    for (size_t i = 0; i < t->words.count; i++) {
        struct told_word *word = &t->words.at[i];
        if (word->number < 0 || !gives_away(t, figure, noun, i))
            continue;
        REPORT(t->diagnostics, word->place, MSG_mask_told, {figure_key_text(t->scratch, t->measures->facts, *key)});
        word->number = -1; /* said once, for the first figure it is */
    }
    arena_rewind(t->scratch, mark);
}

/* The latest first: of a text without a date it is the likeliest. */
static void look_at_subject(struct telling *t, const struct mask_cells *cells, uint32_t subject, uint32_t category,
                            struct str noun)
{
    for (uint32_t w = cells->window_count; w-- > 0;) {
        const struct window *window = &cells->windows[w];
        size_t cell = mask_cell(cells, subject, w, category);
        bool then = !period_is(t->period) ? window->first == window->last : period_equal(t->period, window->period);
        if (!window->to_date && then && cells->bits[cell] & CELL_MASKED) {
            struct figure_key key = mask_cell_key(cells, cell);
            look(t, &key, noun);
        }
    }
}

/* Whether any number could be one of those that the name is of. */
static bool any_candidate(const struct telling *t, struct str noun)
{
    for (size_t i = 0; i < t->words.count; i++)
        if (t->words.at[i].number >= 0 && (is_near(t, noun, i) || number_over(t, i)))
            return true;
    return false;
}

void told_compare(struct telling *t)
{
    const struct masks *masks = t->measures->masks;
    for (size_t i = 0; i < t->nouns.count; i++) {
        const struct told_noun *noun = &t->nouns.at[i];
        if (t->wanted && t->wanted[noun->indicator])
            continue;
        bool any = any_candidate(t, noun->noun);
        if (t->wanted)
            t->wanted[noun->indicator] = any;
        for (uint32_t subject = 0; any && !t->wanted && subject < masks->roster.laureates; subject++)
            if (t->about[subject])
                look_at_subject(t, &masks->of[noun->indicator], subject, noun->place, noun->noun);
    }
    t->words = (struct told_words){NULL, 0, 0};
}

/* ---- what texts are compared with ---- */

static void noun_add(struct telling *t, uint32_t indicator, uint32_t place, uint32_t category)
{
    *PUSH(t->scratch, &t->nouns) = (struct told_noun){indicator, place, noun_of(t, indicator, category)};
}

static void nouns_of(struct telling *t, uint32_t index)
{
    const struct facts *facts = t->measures->facts;
    const struct indicator *indicator = &facts->indicators.at[index];
    const struct mask_cells *cells = t->wanted ? NULL : &t->measures->masks->of[index];
    for (uint32_t c = 0; cells && cells->visible && c < cells->category_count; c++)
        noun_add(t, index, c, cells->categories[c]);
    if (cells || !indicator_visible(indicator, AUDIENCE_PARTNERS))
        return;
    noun_add(t, index, 0, 0);
    for (size_t d = 0; d < indicator->dimensions.count; d++) {
        const struct dimension *dimension = &facts->dimensions.at[indicator->dimension_indexes[d]];
        for (uint32_t c = 0; c < dimension->count; c++)
            noun_add(t, index, 0, dimension->first + c);
    }
}

void told_open(struct telling *t)
{
    const struct laureates *laureates = &t->measures->facts->laureates;
    t->names = arena_alloc(t->scratch, laureates->count + 1, sizeof *t->names);
    for (uint32_t i = 1; i < laureates->count; i++) {
        t->names[i][0] = name_fold(t->scratch, laureates->at[i].name);
        t->names[i][1] = name_fold(t->scratch, laureates->at[i].short_name);
    }
    for (uint32_t i = 1; i < t->measures->facts->indicators.count; i++)
        nouns_of(t, i);
}
