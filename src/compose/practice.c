#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"

/* Practices in full: one on its own sheet, all of them in a guide by success factor. */

static struct str laureates_of(struct filling *f, const struct practice *p)
{
    struct strs names = {0};
    for (size_t i = 0; i < p->laureates.count; i++)
        *PUSH(f->arena, &names) = member_named(f, p->laureates.at[i].id);
    return show_list(f->arena, names.at, names.count, f->language);
}

/* "2025-T4" as people write it; other words stay. */
static struct str period_said(struct filling *f, struct str text)
{
    struct period period;
    return period_parse(str_trim(text), f->facts->programme.year_start, &period) ? period_text(f, period) : text;
}

static void add_identity(struct filling *f, const struct practice *p, struct node *into)
{
    struct node *facts = node_new(f->arena, NODE_FACTS, f->place);
    add_fact(f, facts, word(f, "column.laureates"), laureates_of(f, p));
    add_fact(f, facts, word(f, parts_of(f, p->factor).count > 1 ? "column.factors" : "column.factor"),
             factor_label(f, p->factor));
    add_fact(f, facts, word(f, "column.public"), words_label(f, p->audience));
    add_fact(f, facts, word(f, "column.territory"), p->territory);
    add_fact(f, facts, word(f, "column.period"), period_said(f, p->period));
    add_fact(f, facts, word(f, "column.stage"), p->stage);
    add_fact(f, facts, word(f, "column.keywords"), list_label(f, &p->keywords));
    add_fact(f, facts, word(f, "banner.contact"), p->contact_role);
    add_fact(f, facts, word(f, "column.reused"), member_list(f, &p->reused_by));
    add_fact(f, facts, word(f, "column.version"), p->version);
    add_fact(f, facts, word(f, "column.licence"), p->licence);
    if (facts->first)
        node_append(into, facts);
}

static void fill_practice(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (f->job->template->over != EACH_PRACTICE)
        return;
    const struct practice *p = &f->facts->practices.at[f->job->subject];
    add_identity(f, p, into);
    add_narrative(f, into, p->text, f->level);
}

const struct hole hole_practice = {TEXT_OF("practice"),
                                   TEXT_OF("pratique"),
                                   NULL,
                                   0,
                                   fill_practice,
                                   TEXT_OF("the practice of a practice sheet: identity and text"),
                                   TEXT_OF("la pratique d’une fiche : identité et texte"),
                                   "practices/<slug>"};

/* ---- the guide: a chapter a factor, so that a table of contents names the practices ---- */

/* One that serves several stands in the chapter of the first it names. */
static struct str first_factor(struct filling *f, const struct practice *p)
{
    struct strs factors = parts_of(f, p->factor);
    return factors.count ? factors.at[0] : STR_NONE;
}

static void add_factor(struct filling *f, struct str factor, struct node *into)
{
    bool opened = false;
    for (size_t i = 0; i < f->facts->practices.count; i++) {
        const struct practice *p = &f->facts->practices.at[i];
        if (!str_equal(first_factor(f, p), factor))
            continue;
        if (!opened)
            add_heading(f, into, f->level,
                        factor.length ? SAY(f, "guide.factor", PAIR("factor", factor_label(f, factor)))
                                      : word(f, "guide.no_factor"));
        opened = true;
        add_heading(f, into, f->level + 1, p->title);
        add_identity(f, p, into);
        add_narrative(f, into, p->text, f->level + 1);
    }
}

static void fill_guide(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct strs factors = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->practices.count; i++) {
        struct str factor = first_factor(f, &f->facts->practices.at[i]);
        size_t at = 0;
        while (at < factors.count && str_compare(factors.at[at], factor) < 0)
            at++;
        if (at < factors.count && str_equal(factors.at[at], factor))
            continue;
        PUSH(f->arena, &factors);
        for (size_t j = factors.count - 1; j > at; j--)
            factors.at[j] = factors.at[j - 1];
        factors.at[at] = factor;
    }
    for (size_t i = 0; i < factors.count; i++)
        add_factor(f, factors.at[i], into);
}

const struct hole hole_guide = {TEXT_OF("practices_in_full"),
                                TEXT_OF("pratiques_en_entier"),
                                NULL,
                                0,
                                fill_guide,
                                TEXT_OF("every practice in full, by success factor"),
                                TEXT_OF("toutes les pratiques en entier, par facteur de réussite"),
                                "practices/<slug>"};
