#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/site.h"

/* Practices found by a word of theirs: the need they answer, the factor they serve, for whom and where. */

enum { BY_KEYWORD = 1, BY_FACTOR, BY_PUBLIC, BY_TERRITORY };
static const struct choice bys[] = {{TEXT_OF("keyword"), TEXT_OF("mot"), BY_KEYWORD},
                                    {TEXT_OF("factor"), TEXT_OF("facteur"), BY_FACTOR},
                                    {TEXT_OF("public"), TEXT_OF("public"), BY_PUBLIC},
                                    {TEXT_OF("territory"), TEXT_OF("territoire"), BY_TERRITORY},
                                    {{NULL, 0}, {NULL, 0}, 0}};
static const struct option_row options[] = {
    {TEXT_OF("by"), TEXT_OF("par"), OPTION_CHOICE, bys, TEXT_OF("keyword, factor, public, territory"),
     TEXT_OF("mot, facteur, public, territoire")},
};

static struct strs words_of(struct filling *f, const struct practice *p, int by)
{
    const struct str text = by == BY_FACTOR ? p->factor : by == BY_PUBLIC ? p->audience : p->territory;
    return by == BY_KEYWORD ? p->keywords : parts_of(f, text);
}

static bool has_word(const struct strs *words, struct str word)
{
    for (size_t i = 0; i < words->count; i++)
        if (name_equal(words->at[i], word))
            return true;
    return false;
}

static void add_word(struct filling *f, struct strs *words, struct str word)
{
    size_t at = 0;
    while (at < words->count && name_compare(words->at[at], word) < 0)
        at++;
    if (!word.length || (at < words->count && name_equal(words->at[at], word)))
        return;
    PUSH(f->arena, words);
    for (size_t j = words->count - 1; j > at; j--)
        words->at[j] = words->at[j - 1];
    words->at[at] = word;
}

static struct str term_of(struct filling *f, struct str word, int by)
{
    if (by == BY_FACTOR)
        return SAY(f, "guide.factor", PAIR("factor", factor_label(f, word)));
    return by == BY_KEYWORD ? word : word_label(f, word);
}

static void add_practices(struct filling *f, struct node *facts, struct str word, int by)
{
    struct node *paragraph = NULL;
    add_paragraph(f, facts, term_of(f, word, by));
    struct node *body = add_block(f, facts, NODE_BODY);
    for (uint32_t i = 0; i < f->facts->practices.count; i++) {
        const struct practice *p = &f->facts->practices.at[i];
        struct strs words = words_of(f, p, by);
        if (!has_word(&words, word))
            continue;
        if (paragraph)
            add_text(f, paragraph, f->language == LANGUAGE_FR ? STR("\u00A0; ") : STR("; "));
        else
            paragraph = add_block(f, body, NODE_PARAGRAPH);
        add_page_link(f, paragraph, p->title, address_of(f, page_of(f, EACH_PRACTICE, i), FORMAT_HTML));
    }
}

static void fill_index(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int by = option_choice(&hole_index, yaml, "by", BY_KEYWORD);
    struct strs all = {0};
    struct node *facts = node_new(f->arena, NODE_FACTS, f->place);
    for (size_t i = 0; i < f->facts->practices.count; i++) {
        struct strs words = words_of(f, &f->facts->practices.at[i], by);
        for (size_t w = 0; w < words.count; w++)
            add_word(f, &all, words.at[w]);
    }
    for (size_t w = 0; w < all.count; w++)
        add_practices(f, facts, all.at[w], by);
    if (facts->first)
        node_append(into, facts);
}

const struct hole hole_index = {TEXT_OF("practice_index"),
                                TEXT_OF("index_des_pratiques"),
                                OPTIONS(options),
                                fill_index,
                                TEXT_OF("the words of practices, and which practices they lead to"),
                                TEXT_OF("les mots des pratiques, et les pratiques où ils mènent"),
                                "practices/<slug>"};
