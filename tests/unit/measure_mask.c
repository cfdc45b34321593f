/* Confidentiality: what partners and the public may see. The attacker knows how the figures are made, everything that
 * is printed, and in every other round that what a laureate filed and had to be masked is one to four; he must not find
 * out a single masked number.
 */
#include "facts_builder.h"

static const struct figure *public_figure(const struct measures *measures, struct figure_key key)
{
    return measure_figure(arena, measures, key, AUDIENCE_PUBLIC);
}

static const struct figure *public_of(const struct measures *measures, const char *text)
{
    struct figure_key key;
    assert_true(figure_key_parse(measure_facts(measures), str_of(text), &key));
    return public_figure(measures, key);
}

static void says_nothing(const struct figure *f)
{
    const struct quantity *quantities[] = {&f->value,     &f->flow,
                                           &f->low,       &f->high,
                                           &f->numerator, &f->denominator,
                                           &f->baseline,  &f->target,
                                           &f->progress,  &f->trajectory,
                                           &f->previous,  &f->change,
                                           &f->computed,  &f->change_like_for_like};
    for (size_t i = 0; i < sizeof quantities / sizeof *quantities; i++) {
        assert_false(quantities[i]->is);
        assert_true(quantities[i]->decimal.units == 0 && quantities[i]->approximate == 0);
    }
    assert_int_equal(f->share_count, 0);
    assert_null(f->shares);
    assert_int_equal(f->text.length, 0);
}

static void masked(const struct measures *measures, const char *key)
{
    const struct figure *f = public_of(measures, key);
    assert_int_equal(f->state, FIGURE_MASKED);
    says_nothing(f);
}

static const char *quarter_name(int q);
static const char *text_of(int n);

static void V11_one_masked_category_takes_another_with_it(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t women = sexes_add(facts);
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    indicator_breakdown(facts, flow, 1);
    laureate_add(facts, "a");
    observe(facts, flow, "a", "2025-Q1", "20");
    observe_in(facts, flow, "a", "2025-Q1", women, "3"), observe_in(facts, flow, "a", "2025-Q1", women + 1, "17");
    struct measures *measures = facts_done(facts);
    masked(measures, "flux@a/2025-Q1;sexe=femmes");
    masked(measures, "flux@a/2025-Q1;sexe=hommes");
    masked(measures, "flux@programme/2025-Q1;sexe=femmes");
    masked(measures, "flux@programme/2025-Q1;sexe=hommes");
    shows(public_of(measures, "flux@a/2025-Q1")->value, "20");
    shows(public_of(measures, "flux@programme/2025-Q1")->value, "20");
    shows(figure(measures, "flux@a/2025-Q1;sexe=femmes")->value, "3"); /* the coordination sees all */
}

static void V12_two_levels_tell_their_difference(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-07-31");
    uint32_t total =
        indicator_add(facts, (struct indicator){NAMED("cumul"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE});
    laureate_add(facts, "a");
    observe(facts, total, "a", "2025-Q1", "6"), observe(facts, total, "a", "2025-Q2", "8");
    struct measures *measures = facts_done(facts);
    const char *const subjects[] = {"a", "programme"};
    for (int i = 0; i < 2; i++) {
        const struct figure *first = public_of(measures, str_print(arena, "cumul@%s/2025-Q1", subjects[i]).at);
        const struct figure *second = public_of(measures, str_print(arena, "cumul@%s/2025-Q2", subjects[i]).at);
        assert_false(first->value.is && second->value.is);
        assert_true(first->value.is || second->value.is);
        assert_false(second->flow.is);
    }
}

static void what_is_of_no_persons_is_shown(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t things = indicator_add(
        facts, (struct indicator){NAMED("locaux"), .type = TYPE_COUNT, .nature = NATURE_STOCK, .about = ABOUT_THINGS});
    uint32_t zero = indicator_add(facts, (struct indicator){NAMED("zero"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t inside =
        indicator_add(facts, (struct indicator){NAMED("interne"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                .visibility = VISIBILITY_INTERNAL});
    uint32_t partners =
        indicator_add(facts, (struct indicator){NAMED("mecenes"), .type = TYPE_COUNT, .nature = NATURE_FLOW,
                                                .visibility = VISIBILITY_PARTNERS});
    laureate_add(facts, "a"), laureate_add(facts, "b");
    observe(facts, things, "a", "2025-Q1", "3"), observe(facts, things, "b", "2025-Q1", "1");
    observe(facts, zero, "a", "2025-Q1", "0"), observe(facts, zero, "b", "2025-Q1", "50");
    observe(facts, inside, "a", "2025-Q1", "50"), observe(facts, inside, "b", "2025-Q1", "50");
    observe(facts, partners, "a", "2025-Q1", "50"), observe(facts, partners, "b", "2025-Q1", "50");
    struct measures *measures = facts_done(facts);
    shows(public_of(measures, "locaux@a/2025-Q1")->value, "3");
    shows(public_of(measures, "zero@a/2025-Q1")->value, "0");
    masked(measures, "interne@programme/2025-Q1");
    masked(measures, "mecenes@programme/2025-Q1");
    shows(measure_figure(arena, measures, public_of(measures, "mecenes@programme/2025-Q1")->key, AUDIENCE_PARTNERS)
              ->value,
          "100");
    struct figures_request request = {.time = PERIOD_QUARTER, .audience = AUDIENCE_PUBLIC, .jobs = 1};
    assert_int_equal(measure_figures(arena, measures, &request).count, 2);
}

static void amounts_of_few(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t amount =
        indicator_add(facts, (struct indicator){NAMED("montant"), .type = TYPE_AMOUNT, .nature = NATURE_FLOW});
    static const struct {
        const char *id, *territory, *amount;
    } rows[] = {{"a", "Nord", "1000"}, {"b", "Nord", "1200.50"}, {"c", "Sud", "900"}, {"d", "Sud", "20"},
                {"e", "Sud", "10"},    {"f", "Est", "300"},      {"g", "Est", "400"}, {"h", "Est", "500"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        laureate_add(facts, rows[i].id)->territory = str_of(rows[i].territory);
        observe(facts, amount, rows[i].id, "2025-Q1", rows[i].amount);
    }
    struct measures *measures = facts_done(facts);
    masked(measures, "montant@territory=Nord/2025-Q1"); /* two laureates */
    masked(measures, "montant@territory=Sud/2025-Q1");  /* one of them has nearly all */
    masked(measures, "montant@c/2025-Q1");
    shows(public_of(measures, "montant@territory=Est/2025-Q1")->value, "1200");
    shows(public_of(measures, "montant@programme/2025-Q1")->value, "4330.5");
}

static void where_a_level_started(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-07-31");
    struct indicator stock = {NAMED("file"),         .type = TYPE_COUNT,        .nature = NATURE_STOCK,
                              .baseline = M("30"),   .direction = DIRECTION_UP, .baseline_period = P("2025-Q1"),
                              .about = ABOUT_PERSONS};
    uint32_t first = indicator_add(facts, stock);
    stock.id = STR("places"), stock.about = ABOUT_THINGS, stock.baseline = M("3");
    uint32_t things = indicator_add(facts, stock);
    const char *const ids[] = {"a", "b", "c"}, *const start[] = {"3", "12", "15"}, *const then[] = {"20", "21", "22"};
    for (int i = 0; i < 3; i++) {
        laureate_add(facts, ids[i]);
        observe(facts, first, ids[i], "2025-Q1", start[i]), observe(facts, first, ids[i], "2025-Q2", then[i]);
        target_set(facts, first, ids[i], "2025", "40", start[i]);
        target_set(facts, things, ids[i], "2025", "40", start[i]);
        observe(facts, things, ids[i], "2025-Q2", then[i]);
    }
    target_set(facts, first, NULL, "2025", "120", "30");
    struct measures *measures = facts_done(facts);
    /* Those of all laureates, of which one is small: else what is left of the programme's is that one. */
    for (int i = 0; i < 3; i++) {
        const struct figure *f = public_of(measures, str_print(arena, "file@%s/2025-Q2", ids[i]).at);
        shows(f->value, then[i]);
        shows(f->target, "40");
        assert_false(f->baseline.is || f->progress.is || f->trajectory.is);
        assert_int_equal(f->target_status, TARGET_NOT_MEASURABLE);
        shows(public_of(measures, str_print(arena, "places@%s/2025-Q2", ids[i]).at)->baseline, start[i]);
    }
    shows(public_of(measures, "file@programme/2025-Q2")->baseline, "30");
    assert_true(measure_baseline_told(measures, first, AUDIENCE_PUBLIC));
}

static void a_start_that_is_masked(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-07-31");
    struct indicator stock = {NAMED("file"),         .type = TYPE_COUNT,        .nature = NATURE_STOCK,
                              .baseline = M("4"),    .direction = DIRECTION_UP, .baseline_period = P("2025-Q1"),
                              .about = ABOUT_PERSONS};
    uint32_t index = indicator_add(facts, stock);
    laureate_add(facts, "a");
    observe(facts, index, "a", "2025-Q1", "4"), observe(facts, index, "a", "2025-Q2", "20");
    target_set(facts, index, NULL, "2025", "36", NULL);
    struct measures *measures = facts_done(facts);
    const struct figure *f = public_of(measures, "file@programme/2025-Q2");
    shows(f->value, "20");
    assert_false(f->baseline.is || f->progress.is || f->trajectory.is);
    assert_false(measure_baseline_told(measures, index, AUDIENCE_PUBLIC));
    assert_true(measure_baseline_told(measures, index, AUDIENCE_INTERNAL));
    shows(figure(measures, "file@programme/2025-Q2")->baseline, "4");
}

static void ratios_and_answers(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-04-30");
    uint32_t ratio = indicator_add(
        facts, (struct indicator){NAMED("taux"), .type = TYPE_RATIO, .nature = NATURE_FLOW, .multiplier = M("100")});
    uint32_t mean = indicator_add(facts, (struct indicator){NAMED("delai"), .type = TYPE_MEAN});
    uint32_t score =
        indicator_add(facts, (struct indicator){NAMED("score"), .type = TYPE_SCORE, .about = ABOUT_PERSONS});
    const char *const ids[] = {"a", "b", "c"}, *const over[] = {"3", "30", "40"}, *const n[] = {"4", "20", "30"};
    for (int i = 0; i < 3; i++) {
        laureate_add(facts, ids[i]);
        observe_pair(facts, ratio, ids[i], "2025-Q1", over[i], "60");
        observe_pair(facts, mean, ids[i], "2025-Q1", "7.5", n[i]);
        observe_pair(facts, score, ids[i], "2025-Q1", "1", i ? "12" : "2"),
            observe_pair(facts, score, ids[i], "2025-Q1", "2", "15");
    }
    struct measures *measures = facts_done(facts);
    const char *const indicators[] = {"taux", "delai", "score"};
    for (int i = 0; i < 3; i++) {
        masked(measures, str_print(arena, "%s@a/2025-Q1", indicators[i]).at);
        /* One other goes with it, and the total stays. */
        bool b = public_of(measures, str_print(arena, "%s@b/2025-Q1", indicators[i]).at)->state == FIGURE_MASKED;
        bool c = public_of(measures, str_print(arena, "%s@c/2025-Q1", indicators[i]).at)->state == FIGURE_MASKED;
        assert_true(b != c);
        assert_int_equal(public_of(measures, str_print(arena, "%s@programme/2025-Q1", indicators[i]).at)->state,
                         FIGURE_COMPLETE);
    }
}

/* A small count between two others: neither its sum with something told, nor two levels about it may be shown. */
static void a_sum_tells_no_more_than_its_parts(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2025-10-31");
    struct indicator flow = {NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW}, other = flow, level = flow,
                     sum = flow;
    other.id = STR("part"), sum.id = STR("tous"), level.id = STR("cumul"), level.nature = NATURE_TO_DATE;
    uint32_t first = indicator_add(facts, flow), second = indicator_add(facts, other);
    terms_add(&sum.made_of_terms, first, 1), terms_add(&sum.made_of_terms, second, 1);
    terms_add(&level.made_of_terms, first, 1);
    uint32_t all = indicator_add(facts, sum), total = indicator_add(facts, level);
    static const int values[2][3] = {{9, 2, 8}, {50, 60, 70}};
    for (int l = 0; l < 2; l++) {
        const char *id = l ? "b" : "a";
        laureate_add(facts, id);
        for (int q = 0, to_date = 40; q < 3; q++) {
            const char *period = quarter_name(4 + q);
            observe(facts, first, id, period, text_of(values[l][q]));
            observe(facts, second, id, period, "30");
            observe(facts, all, id, period, text_of(values[l][q] + 30));
            observe(facts, total, id, period, text_of(to_date += values[l][q]));
        }
    }
    struct measures *measures = facts_done(facts);
    masked(measures, "flux@a/2025-Q2");
    masked(measures, "tous@a/2025-Q2");
    masked(measures, "cumul@a/2025-Q1");
    shows(public_of(measures, "tous@programme/2025-Q2")->value, "122");
    shows(public_of(measures, "cumul@programme/2025-Q2")->value, "201");
    shows(public_of(measures, "cumul@a/2025-Q3")->value, "59");
}

/* Of the first quarter a reader knows that one to four came in, and that they are one to four with those of before:
 * three before, one since. So what was there before must not be told by a later level and all that came until then. */
static void a_small_level_hides_where_it_started(void **state)
{
    (void)state;
    static const int came[3][4] = {{1, 23, 9, 14}, {5, 11, 13, 19}, {13, 22, 24, 6}}, before[] = {3, 8, 29};
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    struct indicator flow = {NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW}, level = flow;
    level.id = STR("cumul"), level.nature = NATURE_TO_DATE;
    uint32_t entries = indicator_add(facts, flow);
    terms_add(&level.made_of_terms, entries, 1);
    uint32_t total = indicator_add(facts, level);
    for (int l = 0; l < 3; l++) {
        const char *id = l == 0 ? "a" : l == 1 ? "b" : "c";
        laureate_add(facts, id);
        for (int q = 0, to_date = before[l]; q < 4; q++) {
            observe(facts, entries, id, quarter_name(4 + q), text_of(came[l][q]));
            observe(facts, total, id, quarter_name(4 + q), text_of(to_date += came[l][q]));
        }
    }
    struct measures *measures = facts_done(facts);
    masked(measures, "flux@a/2025-Q1");
    masked(measures, "cumul@a/2025-Q1");
    assert_false(public_of(measures, "flux@a/2025")->value.is && public_of(measures, "cumul@a/2025")->value.is);
    shows(public_of(measures, "cumul@programme/2025")->value, "200");
}

/* ---- the attacker ---- */

/* What he knows: a sum of unknowns lies between two numbers. Unknowns are the parts that laureates filed. */
enum { UNKNOWNS = 160, TERMS = 160, LAWS = 4000 };
struct law {
    int count, low, high;
    int of[TERMS], times[TERMS];
};
struct attacker {
    int unknowns;
    int low[UNKNOWNS], high[UNKNOWNS], truth[UNKNOWNS];
    struct law *laws;
    int law_count;
    long steps;
    bool knows; /* that what a laureate filed for a quarter, and had to be masked, is one to four */
};

static bool tighten(const struct law *law, int *low, int *high, bool *changed)
{
    int least = 0, most = 0;
    for (int i = 0; i < law->count; i++) {
        int t = law->times[i], u = law->of[i];
        least += t > 0 ? t * low[u] : t * high[u];
        most += t > 0 ? t * high[u] : t * low[u];
    }
    if (least > law->high || most < law->low)
        return false;
    for (int i = 0; i < law->count; i++) {
        int t = law->times[i], u = law->of[i];
        /* Times are 1 or -1. */
        int up = law->high - (least - (t > 0 ? low[u] : -high[u])),
            down = law->low - (most - (t > 0 ? high[u] : -low[u]));
        int new_high = t > 0 ? up : -down, new_low = t > 0 ? down : -up;
        if (new_high < high[u])
            high[u] = new_high, *changed = true;
        if (new_low > low[u])
            low[u] = new_low, *changed = true;
        if (low[u] > high[u])
            return false;
    }
    return true;
}

static bool consistent(const struct attacker *a, int *low, int *high)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < a->law_count; i++) {
            bool tighter = true;
            while (tighter) {
                tighter = false;
                if (!tighten(&a->laws[i], low, high, &tighter))
                    return false;
                changed |= tighter;
                if (tighter)
                    break;
            }
        }
    }
    return true;
}

static int off(const struct law *law, const int *world)
{
    int sum = 0;
    for (int i = 0; i < law->count; i++)
        sum += law->times[i] * world[law->of[i]];
    return sum < law->low ? sum - law->low : sum > law->high ? sum - law->high : 0;
}

/* How many unknowns could bring a law back that is broken. */
static int ways(const struct attacker *a, const struct law *law, int gap, const int *world, const int *low,
                const int *high)
{
    int count = 0;
    for (int i = 0; i < law->count; i++) {
        int u = law->of[i], step = (gap > 0) == (law->times[i] > 0) ? -1 : 1, moved = world[u] - a->truth[u];
        count += moved * step >= 0 && world[u] + step >= low[u] && world[u] + step <= high[u];
    }
    return count;
}

/* Whether some world fits all he knows: from the real one, what is broken is mended one unit at a time, the law with
 * the fewest ways first. */
static bool mend(struct attacker *a, int *world, const int *low, const int *high, int depth)
{
    const struct law *worst = NULL;
    int fewest = 1 << 30, gap = 0;
    if (--a->steps < 0)
        return false;
    for (int i = 0; i < a->law_count; i++) {
        int by = off(&a->laws[i], world);
        int count = by ? ways(a, &a->laws[i], by, world, low, high) : 1 << 30;
        if (by && count < fewest) {
            fewest = count;
            worst = &a->laws[i];
            gap = by;
        }
    }
    if (!worst)
        return true;
    for (int i = 0; i < worst->count && depth; i++) {
        int u = worst->of[i], step = (gap > 0) == (worst->times[i] > 0) ? -1 : 1, moved = world[u] - a->truth[u];
        if (moved * step < 0 || world[u] + step < low[u] || world[u] + step > high[u])
            continue;
        world[u] += step;
        if (mend(a, world, low, high, depth - 1))
            return true;
        world[u] -= step;
    }
    return false;
}

static bool exists(struct attacker *a)
{
    int low[UNKNOWNS], high[UNKNOWNS], world[UNKNOWNS];
    memcpy(low, a->low, sizeof low);
    memcpy(high, a->high, sizeof high);
    memcpy(world, a->truth, sizeof world);
    if (!consistent(a, low, high))
        return false;
    for (int depth = 1; depth <= 20; depth++) {
        a->steps = 40000;
        if (mend(a, world, low, high, depth))
            return true;
    }
    return false;
}

/* Whether the sum is pinned to its true value, as far as can be seen: what is neither found nor excluded counts as
 * found out. */
static bool recovered(struct attacker *a, const struct law *sum, int truth)
{
    for (int way = 0; way < 2; way++) {
        struct law *other = &a->laws[a->law_count++];
        *other = *sum;
        other->low = way ? truth + 1 : -100000;
        other->high = way ? 100000 : truth - 1;
        bool found = exists(a);
        a->law_count--;
        if (found)
            return false;
    }
    return true;
}

/* ---- a random programme and its parts ---- */

enum { QUARTERS = 8 };
struct world {
    struct facts *facts;
    uint32_t flow, part, ratio, total, women;
    int laureates, quarters;
    int sexes[6][QUARTERS][2], parts[6][QUARTERS], news[6][QUARTERS];
};

static uint64_t seed;
static int chance(int below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((seed >> 33) % (uint64_t)below);
}

static int few(void)
{
    return chance(3) ? chance(7) : chance(25);
}

static const char *quarter_name(int q)
{
    return str_print(arena, "%d-Q%d", 2024 + q / 4, q % 4 + 1).at;
}

static const char *text_of(int n)
{
    return str_print(arena, "%d", n).at;
}

static void world_roll(struct world *w, int laureates, int quarters)
{
    w->laureates = laureates;
    w->quarters = quarters;
    for (int l = 0; l < laureates; l++)
        for (int q = 0; q < quarters; q++) {
            w->sexes[l][q][0] = few(), w->sexes[l][q][1] = few();
            w->parts[l][q] = chance(w->sexes[l][q][0] + w->sexes[l][q][1] + 1);
            w->news[l][q] = few();
        }
}

/* What stands in the repository once `quarters` quarters are over. */
static struct measures *world_build(struct world *w, int quarters)
{
    static const char *const cut_offs[] = {"",           "2024-04-30", "2024-07-31", "2024-10-31", "2025-01-31",
                                           "2025-04-30", "2025-07-31", "2025-10-31", "2026-01-31"};
    const char *const ids[] = {"a", "b", "c", "d", "e", "f"};
    struct facts *facts = w->facts = facts_new("2024-Q1", cut_offs[quarters]);
    w->women = sexes_add(facts);
    w->flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    indicator_breakdown(facts, w->flow, 1);
    w->part = indicator_add(facts, (struct indicator){NAMED("part"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    struct indicator ratio = {NAMED("taux"), .type = TYPE_RATIO, .multiplier = M("100")};
    terms_add(&ratio.numerator_terms, w->part, 1), terms_add(&ratio.denominator_terms, w->flow, 1);
    w->ratio = indicator_add(facts, ratio);
    w->total = indicator_add(facts, (struct indicator){NAMED("cumul"), .type = TYPE_COUNT, .nature = NATURE_TO_DATE,
                                                       .valid_from = day_of("2024-01-01")});
    for (int l = 0; l < w->laureates; l++) {
        laureate_add(facts, ids[l])->territory = l % 3 ? STR("Nord") : STR("Sud");
        for (int q = 0, level = 0; q < quarters; q++) {
            const char *period = quarter_name(q);
            observe(facts, w->flow, ids[l], period, text_of(w->sexes[l][q][0] + w->sexes[l][q][1]));
            observe_in(facts, w->flow, ids[l], period, w->women, text_of(w->sexes[l][q][0]));
            observe_in(facts, w->flow, ids[l], period, w->women + 1, text_of(w->sexes[l][q][1]));
            observe(facts, w->part, ids[l], period, text_of(w->parts[l][q]));
            observe(facts, w->total, ids[l], period, text_of(level += w->news[l][q]));
        }
    }
    return NULL;
}

/* Unknowns: women, men, part, news of each laureate and quarter. */
static int unknown(const struct world *w, int what, int l, int q)
{
    return (what * w->laureates + l) * w->quarters + q;
}

static bool member(const struct world *w, struct subject subject, int l)
{
    if (subject.kind == SUBJECT_LAUREATE)
        return subject.laureate == (uint32_t)l + 1;
    return subject.kind == SUBJECT_PROGRAMME || str_equal(w->facts->laureates.at[l + 1].territory, subject.value);
}

static struct law law_of(const struct world *w, struct subject subject, int first, int last, int what, int and)
{
    struct law law = {.count = 0};
    for (int l = 0; l < w->laureates; l++)
        for (int q = first; q <= last && member(w, subject, l); q++) {
            law.of[law.count] = unknown(w, what, l, q);
            law.times[law.count++] = 1;
            if (and >= 0) {
                law.of[law.count] = unknown(w, and, l, q);
                law.times[law.count++] = 1;
            }
        }
    return law;
}

static int truth_of(const struct attacker *a, const struct law *law)
{
    int sum = 0;
    for (int i = 0; i < law->count; i++)
        sum += law->times[i] * a->truth[law->of[i]];
    return sum;
}

static void learn(struct attacker *a, struct law law, int low, int high)
{
    assert_true(a->law_count < LAWS - 4);
    law.low = low;
    law.high = high;
    a->laws[a->law_count++] = law;
}

struct secret {
    struct law law;
    const char *key;
};
struct secrets {
    struct secret *at;
    size_t count, capacity;
};

/* A number that is printed is known; one that is not is a secret, and small where the attacker can tell that it is. */
static void number_seen(struct attacker *a, struct secrets *secrets, struct law law, bool node, bool printed,
                        struct quantity shown, const char *key)
{
    int truth = truth_of(a, &law);
    if (printed) {
        assert_true(shown.is && shown.approximate == truth);
        learn(a, law, truth, truth);
        return;
    }
    if (node && a->knows && truth > 0 && truth < 5)
        learn(a, law, 1, 4);
    if (secrets)
        *PUSH(arena, secrets) = (struct secret){law, key};
}

static void figure_seen(const struct world *w, const struct measures *measures, struct figure_key key, int first,
                        int last, struct attacker *a, struct secrets *secrets)
{
    const struct figure *f = public_figure(measures, key),
                        *real = measure_figure(arena, measures, key, AUDIENCE_INTERNAL);
    const char *name = figure_key_text(arena, w->facts, key).at;
    bool printed = f->state != FIGURE_MASKED,
         node = key.subject.kind == SUBJECT_LAUREATE && first == last && !key.to_date;
    if (!printed)
        says_nothing(f);
    else if (key.indicator != w->total)
        assert_true(f->value.is == real->value.is && f->value.approximate == real->value.approximate);
    if (key.indicator == w->flow && key.category)
        number_seen(a, secrets, law_of(w, key.subject, first, last, (int)(key.category - w->women), -1), node, printed,
                    f->value, name);
    if (key.indicator == w->flow && !key.category)
        number_seen(a, secrets, law_of(w, key.subject, first, last, 0, 1), node, printed, f->value, name);
    if (key.indicator == w->part)
        number_seen(a, secrets, law_of(w, key.subject, first, last, 2, -1), node, printed, f->value, name);
    if (key.indicator == w->total) {
        number_seen(a, secrets, law_of(w, key.subject, 0, last, 3, -1), node, printed, f->value, name);
        if (!key.to_date && (f->flow.is || real->flow.is))
            number_seen(a, secrets, law_of(w, key.subject, first, last, 3, -1), node, f->flow.is, f->flow, name);
    }
    if (key.indicator == w->ratio && real->numerator.is && printed) {
        number_seen(a, NULL, law_of(w, key.subject, first, last, 2, -1), node, true, f->numerator, name);
        number_seen(a, NULL, law_of(w, key.subject, first, last, 0, 1), node, true, f->denominator, name);
    }
}

static void publish(struct facts *into, const struct measures *measures, struct figure_key key)
{
    const struct figure *f = public_figure(measures, key);
    struct edition_figure *row = PUSH(arena, &into->editions);
    *row = (struct edition_figure){.key = figure_key_text(arena, measure_facts(measures), key),
                                   .value = quantity_text(arena, f->value),
                                   .state = figure_state_name(f->state),
                                   .audience = STR("public"),
                                   .edition = D("2024-10-31")};
}

/* Every figure that any document could print. */
static void everything(const struct world *w, const struct measures *measures, int quarters, struct attacker *a,
                       struct secrets *secrets, struct facts *into)
{
    static const enum period_kind kinds[] = {PERIOD_QUARTER, PERIOD_SEMESTER, PERIOD_YEAR};
    struct subject subjects[10] = {{.kind = SUBJECT_PROGRAMME},
                                   {.kind = SUBJECT_ATTRIBUTE, .attribute = ATTRIBUTE_TERRITORY, .value = STR("Nord")},
                                   {.kind = SUBJECT_ATTRIBUTE, .attribute = ATTRIBUTE_TERRITORY, .value = STR("Sud")}};
    for (int l = 0; l < w->laureates; l++)
        subjects[3 + l] = (struct subject){.kind = SUBJECT_LAUREATE, .laureate = (uint32_t)l + 1};
    for (uint32_t i = w->flow; i <= w->total; i++)
        for (uint32_t c = 0; c < (i == w->flow ? 3 : 1); c++)
            for (int s = 0; s < 3 + w->laureates; s++)
                for (int k = 0; k < 4; k++)
                    for (int q = 0; q < quarters; q++) {
                        struct period at = P(quarter_name(q)), period = k < 3 ? period_at(kinds[k], at.first, 1) : at;
                        int first = k < 3 ? (period.first - 2024 * 12) / 3 : 0;
                        int last = (period.first - 2024 * 12 + period_months(period.kind)) / 3 - 1;
                        struct figure_key key = {.indicator = i,
                                                 .subject = subjects[s],
                                                 .period = period,
                                                 .to_date = k == 3,
                                                 .category = c ? w->women + c - 1 : 0};
                        if (q != (last < quarters ? last : quarters - 1))
                            continue;
                        if (a)
                            figure_seen(w, measures, key, first, last < quarters ? last : quarters - 1, a, secrets);
                        if (into)
                            publish(into, measures, key);
                    }
}

static void attacker_open(const struct world *w, struct attacker *a, bool knows)
{
    *a = (struct attacker){
        .unknowns = 4 * w->laureates * w->quarters, .laws = ARENA_ARRAY(arena, struct law, LAWS), .knows = knows};
    assert_true(a->unknowns <= UNKNOWNS);
    for (int l = 0; l < w->laureates; l++)
        for (int q = 0; q < w->quarters; q++) {
            a->truth[unknown(w, 0, l, q)] = w->sexes[l][q][0], a->truth[unknown(w, 1, l, q)] = w->sexes[l][q][1];
            a->truth[unknown(w, 2, l, q)] = w->parts[l][q], a->truth[unknown(w, 3, l, q)] = w->news[l][q];
        }
    for (int u = 0; u < a->unknowns; u++)
        a->high[u] = 60;
}

static int attack(struct attacker *a, const struct secrets *secrets)
{
    int found = 0;
    for (size_t i = 0; i < secrets->count; i++)
        if (recovered(a, &secrets->at[i].law, truth_of(a, &secrets->at[i].law))) {
            print_message("recovered: %s\n", secrets->at[i].key);
            found++;
        }
    return found;
}

/* Of laureates a and c few came, then or now; what the total was and is is told. */
static void comparisons_with_what_is_masked(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2024-Q1", "2025-04-30");
    uint32_t then = indicator_add(facts, (struct indicator){NAMED("avant"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t now =
        indicator_add(facts, (struct indicator){NAMED("apres"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    static const char *const numbers[3][3] = {{"a", "3", "20"}, {"b", "30", "25"}, {"c", "4", "40"}};
    for (int l = 0; l < 3; l++) {
        laureate_add(facts, numbers[l][0]);
        for (int year = 0; year < 2; year++) {
            observe(facts, then, numbers[l][0], year ? "2025-Q1" : "2024-Q1", numbers[l][1 + year]);
            observe(facts, now, numbers[l][0], year ? "2025-Q1" : "2024-Q1", numbers[l][2 - year]);
        }
    }
    struct measures *measures = facts_done(facts);
    masked(measures, "avant@a/2024-Q1"), masked(measures, "apres@a/2025-Q1");
    const struct figure *one = public_of(measures, "avant@a/2025-Q1"), *other = public_of(measures, "avant@b/2025-Q1");
    shows(one->value, "20");
    assert_false(one->previous.is || one->change.is || one->change_like_for_like.is);
    shows(other->previous, "30");
    assert_true(other->change.is && other->change_like_for_like.is);
    assert_int_equal(other->like_for_like, 1);
    static const char *const totals[] = {"avant@programme/2025-Q1", "apres@programme/2025-Q1"};
    for (int i = 0; i < 2; i++) {
        const struct figure *total = public_of(measures, totals[i]);
        assert_int_equal(figure(measures, totals[i])->like_for_like, 3);
        assert_true(total->previous.is && total->change.is);
        assert_false(total->change_like_for_like.is);
        assert_int_equal(total->like_for_like, 0);
    }
}

/* What was done since a target's year began is told where each quarter of it is; of few before it, it says nothing. */
static void progress_since_what_is_masked(void **state)
{
    (void)state;
    static const char *const a[3][4] = {{"20", "3", "20", "25"}, {"20", "20", "3", "25"}, {"3", "20", "20", "25"}};
    static const bool told[3] = {false, false, true};
    struct facts *facts = facts_new("2024-Q4", "2025-10-31");
    laureate_add(facts, "a"), laureate_add(facts, "b");
    for (int i = 0; i < 3; i++) {
        struct indicator flow = {.type = TYPE_COUNT, .nature = NATURE_FLOW, .direction = DIRECTION_UP};
        flow.id = flow.label = str_print(arena, "x%d", i);
        uint32_t x = indicator_add(facts, flow);
        target_set(facts, x, "a", "2025", "100", NULL);
        for (int q = 0; q < 4; q++) {
            observe(facts, x, "a", quarter_name(q + 3), a[i][q]);
            observe(facts, x, "b", quarter_name(q + 3), strcmp(a[i][q], "3") ? "40" : "4");
        }
    }
    struct measures *measures = facts_done(facts);
    for (int i = 0; i < 3; i++) {
        const char *key = str_print(arena, "x%d@a/2025-Q2", i).at;
        assert_true(figure(measures, key)->progress.is);
        assert_int_equal(public_of(measures, key)->progress.is, told[i]);
        assert_int_equal(public_of(measures, key)->target_status == TARGET_NONE, !told[i]);
    }
    /* Three quarters are no window of their own. */
    assert_true(figure(measures, "x0@a/2025-Q3")->target_status != TARGET_NONE);
    shows(public_of(measures, "x0@a/2025-Q3")->value, "25");
    assert_false(public_of(measures, "x0@a/2025-Q3")->progress.is);
    assert_int_equal(public_of(measures, "x0@a/2025-Q3")->target_status, TARGET_NONE);
}

/* Whether all have reported, and whether it is one number or two ends, few are few. */
static void few_of_some_and_few_between_two_ends(void **state)
{
    (void)state;
    struct facts *facts = facts_new("2025-Q1", "2026-01-31");
    uint32_t flow = indicator_add(facts, (struct indicator){NAMED("flux"), .type = TYPE_COUNT, .nature = NATURE_FLOW});
    uint32_t unique = indicator_add(facts, (struct indicator){NAMED("ateliers"),
                                                              .type = TYPE_COUNT,
                                                              .nature = NATURE_FLOW,
                                                              .counting = COUNTING_UNIQUE_PERIOD});
    static const char *const ids[] = {"a", "b", "c", "d", "e"};
    for (int l = 0; l < 5; l++) {
        laureate_add(facts, ids[l]);
        observe(facts, flow, ids[l], "2025-Q1", l == 4 ? "nd" : l ? "0" : "4");
        four(facts, unique, ids[l], l ? "0" : "1", l ? "0" : "1", l ? "0" : "2", "0");
    }
    struct measures *measures = facts_done(facts);
    assert_int_equal(figure(measures, "flux@programme/2025-Q1")->state, FIGURE_PARTIAL);
    assert_int_equal(figure(measures, "ateliers@a/2025")->state, FIGURE_RANGE);
    masked(measures, "flux@programme/2025-Q1");
    masked(measures, "ateliers@a/2025");
}

static void an_attacker_finds_nothing(void **state)
{
    (void)state;
    for (uint64_t round = 1; round <= 4; round++) {
        struct arena_mark mark = arena_mark(arena);
        struct world w;
        struct attacker a;
        struct secrets secrets = {NULL, 0, 0};
        seed = round * 977;
        world_roll(&w, 3 + (int)round % 3, 4);
        world_build(&w, 4);
        struct measures *measures = facts_done(w.facts);
        attacker_open(&w, &a, round % 2);
        everything(&w, measures, 4, &a, &secrets, NULL);
        assert_true(secrets.count > 0);
        assert_int_equal(attack(&a, &secrets), 0);
        arena_rewind(arena, mark);
    }
}

static void nor_from_two_editions(void **state)
{
    (void)state;
    for (uint64_t round = 1; round <= 2; round++) {
        struct arena_mark mark = arena_mark(arena);
        struct world w;
        struct attacker a;
        struct secrets secrets = {NULL, 0, 0};
        seed = round * 31337;
        world_roll(&w, 4, 4);
        attacker_open(&w, &a, round % 2);
        world_build(&w, 3);
        struct measures *before = facts_done(w.facts);
        everything(&w, before, 3, &a, NULL, NULL);
        struct facts *first = w.facts;
        world_build(&w, 4);
        struct facts *second = w.facts;
        w.facts = first;
        everything(&w, before, 3, NULL, NULL, second);
        w.facts = second;
        everything(&w, facts_done(second), 4, &a, &secrets, NULL);
        assert_int_equal(attack(&a, &secrets), 0);
        arena_rewind(arena, mark);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(V11_one_masked_category_takes_another_with_it),
        cmocka_unit_test(V12_two_levels_tell_their_difference),
        cmocka_unit_test(what_is_of_no_persons_is_shown),
        cmocka_unit_test(amounts_of_few),
        cmocka_unit_test(where_a_level_started),
        cmocka_unit_test(a_start_that_is_masked),
        cmocka_unit_test(ratios_and_answers),
        cmocka_unit_test(a_sum_tells_no_more_than_its_parts),
        cmocka_unit_test(a_small_level_hides_where_it_started),
        cmocka_unit_test(comparisons_with_what_is_masked),
        cmocka_unit_test(progress_since_what_is_masked),
        cmocka_unit_test(few_of_some_and_few_between_two_ends),
        cmocka_unit_test(an_attacker_finds_nothing),
        cmocka_unit_test(nor_from_two_editions),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
