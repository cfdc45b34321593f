/* Facts: what the data repository says, once checked. `check` builds them,
 * every other room sees them const. An index of 0 means "none" in every list
 * that others refer to: at[0] is an empty row, real rows start at 1. */
#ifndef MODEL_FACTS_H
#define MODEL_FACTS_H

/* Fields that belong together share a line. */
/* clang-format off */

/* Where a row stands: `at` is its first cell; cells[i] the place of column i of
 * its input kind (line 0 where the cell is absent). First member of every row struct. */
struct row {
    struct place at;
    const struct place *cells;
};

/* Typed cells. Absent: is == false, DATE_NONE, PERIOD_NONE, count 0, length 0, choice 0. */
struct maybe {
    bool is;
    struct number number;
};
enum answer { ANSWER_NONE, ANSWER_YES, ANSWER_NO };
/* A day, or a period, whose first or last day counts. */
struct moment {
    struct date first, last;
    struct period period; /* PERIOD_NONE when a day was written */
};
/* A reference to a row of another input by its id; index 0 when unknown or absent. */
struct ref {
    struct str id;
    uint32_t index;
};
struct refs {
    struct ref *at;
    size_t count, capacity;
};

/* ---- programme.md ---- */
struct theme {
    struct str primary, accent; /* "#RRGGBB" or empty */
    struct str font;            /* family name or empty */
    struct str logo;            /* path below the repository or empty */
    bool letter;                /* US Letter; A4 otherwise */
    bool ragged;                /* lines end where they end; justified otherwise */
    bool banded;                /* every second row of a table is tinted; rules between rows otherwise */
};
struct programme {
    struct place at;
    struct str name, code;
    enum language language;      /* of documents and messages */
    enum language spoken;        /* of the data: names and texts stay in it, whatever the documents' */
    struct str currency;         /* ISO code, default EUR */
    int year_start;              /* month, 1 to 12 */
    enum period_kind period;     /* of the usual report: quarter unless said */
    struct period first_period;  /* PERIOD_NONE: the first one that has an observation */
    struct date edition_date;    /* DATE_NONE where not given */
    struct date cut_off;         /* DATE_NONE: edition_date */
    struct str coordination, funder, licence;
    int64_t suppress_below;      /* k, default 5 */
    struct maybe envelope;
    int complete, mention, partial; /* per cent: 100, 80, 50 */
    int on_track, watch;         /* per cent of what the trajectory asks for by now: 90, 70 */
    int notice_days;             /* 183 */
    int meeting_gap_days;        /* 0: not checked */
    struct maybe load_hours_per_quarter;
    struct theme theme;
    struct strs publish;
    struct node *text;           /* the body, a NODE_BODY, or NULL */
};

/* Its front matter as written: what the table of inputs fills, and `check` turns into the struct above. */
struct programme_front {
    struct row row;
    struct str name, code;
    int language;                /* 1 + enum language */
    struct str currency;
    struct maybe year_start;
    int period;                  /* enum period_kind */
    struct period first_period;
    struct date edition_date, cut_off;
    struct str coordination, funder, licence;
    struct maybe suppress_below, envelope, complete, mention, partial, on_track, watch, notice_days, meeting_gap_days,
        load_hours_per_quarter;
    struct str primary, accent, font, logo;
    int paper, alignment, tables; /* 1: A4, justified, rules; 2: Letter, ragged, bands; 0 where not said */
    struct strs publish;
};

/* ---- indicators.csv ---- */
enum scope { SCOPE_NONE, SCOPE_SHARED, SCOPE_OWN, SCOPE_PROGRAMME };
enum level { LEVEL_NONE, LEVEL_INPUT, LEVEL_ACTIVITY, LEVEL_OUTPUT, LEVEL_OUTCOME, LEVEL_IMPACT };
enum type {
    TYPE_NONE, TYPE_COUNT, TYPE_AMOUNT, TYPE_RATIO, TYPE_MEAN, TYPE_MEDIAN, TYPE_VALUE, TYPE_SCORE, TYPE_YES_NO,
    TYPE_MILESTONE, TYPE_TEXT
};
enum nature { NATURE_NONE, NATURE_FLOW, NATURE_STOCK, NATURE_YEAR_TO_DATE, NATURE_TO_DATE, NATURE_POINT };
enum counting { COUNTING_NONE, COUNTING_OCCURRENCES, COUNTING_UNIQUE_PERIOD, COUNTING_UNIQUE_YEAR, COUNTING_UNIQUE_PROGRAMME };
enum about { ABOUT_NONE, ABOUT_PERSONS, ABOUT_THINGS, ABOUT_MONEY };
enum direction { DIRECTION_NONE, DIRECTION_UP, DIRECTION_DOWN, DIRECTION_MAINTAIN, DIRECTION_RANGE };
enum over { OVER_DEFAULT, OVER_SUM, OVER_LAST, OVER_MEAN, OVER_NONE, OVER_DISTRIBUTION, OVER_SIMPLE_MEAN };
enum visibility { VISIBILITY_NONE, VISIBILITY_PUBLIC, VISIBILITY_PARTNERS, VISIBILITY_INTERNAL };

/* One term of a ratio's numerator or denominator given by indicator ids. */
struct term {
    struct ref indicator;
    int sign; /* +1, -1 */
};
struct terms {
    struct term *at;
    size_t count, capacity;
};

struct indicator {
    struct row row;
    struct str id, label, short_label, definition, use;
    int scope;                /* enum scope, default SHARED */
    int level;                /* enum level */
    struct str node;          /* id in the theory of change */
    struct maybe factor;      /* 1 to 6 */
    int type;                 /* enum type */
    int nature;               /* enum nature; FLOW for a ratio filed by columns without one */
    int counting;             /* enum counting, default OCCURRENCES */
    struct str numerator, denominator; /* as written */
    struct terms numerator_terms, denominator_terms; /* resolved; empty when filed by columns */
    struct str made_of;       /* as written: what it, or its change from one sub-period to the next, adds up */
    struct terms made_of_terms;
    int about;                /* enum about; a count is PERSONS unless said, an amount MONEY */
    struct maybe multiplier;
    struct str unit;
    struct maybe decimals;    /* for display */
    struct maybe min, max;
    int integer;              /* enum answer */
    int direction;            /* enum direction */
    struct maybe tolerance, low, high;
    int over_time, over_laureates; /* enum over; DEFAULT where the cell is empty */
    struct str expected_from; /* "all", "tag:x" or ids, as written */
    struct refs expected_laureates; /* resolved when ids were written */
    struct strs expected_tags;      /* folded; both empty: all */
    int frequency;            /* enum period_kind; default the programme's period */
    struct maybe due_days;    /* default 15 */
    struct maybe year_start;  /* month; default the programme's */
    struct strs dimensions;
    uint32_t *dimension_indexes; /* as many as dimensions.count, 0 where unknown */
    struct maybe baseline;
    struct period baseline_period;
    int visibility;           /* enum visibility, default INTERNAL */
    struct maybe suppress_below;
    int headline;             /* enum answer */
    struct str source, method, owner, limits, reference_framework;
    struct moment valid_from, valid_to;
    struct str version;
    struct moment series_break; /* column break/rupture */
};

/* ---- dimensions.csv, grouped by dimension ---- */
struct category {
    struct row row;
    struct str dimension, category, label, dimension_label;
    int exclusive;            /* enum answer, default YES */
    uint32_t dimension_index;
};
struct dimension {
    struct str id, label;     /* the label may be empty */
    bool exclusive;
    uint32_t first, count;    /* its categories are consecutive in facts.categories */
    uint32_t not_stated;      /* the category "non renseigné" / "not stated", 0 where there is none */
};

/* ---- laureates.csv ---- */
struct laureate {
    struct row row;
    struct str id, name, short_name, territory, article;
    struct strs themes, publics, tags;
    struct moment joined, left; /* left is inclusive */
    struct maybe grant;
    struct str contact_role, contact_name, contact_email;
    int consent;              /* enum answer */
    struct str site;
    struct node *profile;     /* NODE_BODY, or NULL */
    struct str profile_title, profile_photo, profile_quote, profile_quote_by;
    int profile_consent;
    struct place profile_at;
};

/* ---- measures ---- */
enum observation_status {
    STATUS_FINAL, STATUS_PROVISIONAL, STATUS_ESTIMATED, STATUS_RESTATED, /* received, with a value */
    STATUS_NOT_AVAILABLE, STATUS_NOT_APPLICABLE, STATUS_WITHHELD,       /* nd, so, nc */
    STATUS_EMPTY                                                        /* an empty cell: not received */
};
/* Bits of observation.filled. */
enum { FILLED_VALUE = 1, FILLED_N = 2, FILLED_NUMERATOR = 4, FILLED_DENOMINATOR = 8, FILLED_YES = 16, FILLED_NO = 32,
       FILLED_TEXT = 64, FILLED_DATE = 128 };

/* One row of measures. `first` is the value or the numerator, `second` is n or the denominator, in units
 * of 10^-scale. After check: sorted by laureate, indicator, category, period (first month, then kind). Laureate 0 is
 * the programme itself. Kept small: there may be millions. */
struct observation {
    int64_t first, second;
    uint32_t laureate;
    uint32_t category;        /* index in facts.crossings; 0 is the total */
    uint32_t file, line;
    uint32_t note;            /* index in facts.notes; 0 for none */
    uint16_t indicator, column;
    int16_t month;            /* of the period's first month: struct period.first, before the year 2730 */
    uint8_t first_scale, second_scale, period_kind, status;
    uint8_t filled;
};
_Static_assert(sizeof(struct observation) <= 48, "what is held by millions stays small");
struct observations {
    struct observation *at;
    size_t count, capacity;
};
static inline struct period observation_period(const struct observation *o)
{
    return (struct period){(enum period_kind)o->period_kind, o->month};
}
/* Their order, without the place. */
static inline int observation_compare(const struct observation *a, const struct observation *b)
{
    if (a->laureate != b->laureate)
        return a->laureate < b->laureate ? -1 : 1;
    if (a->indicator != b->indicator)
        return a->indicator < b->indicator ? -1 : 1;
    if (a->category != b->category)
        return a->category < b->category ? -1 : 1;
    if (a->month != b->month)
        return a->month < b->month ? -1 : 1;
    return (a->period_kind > b->period_kind) - (a->period_kind < b->period_kind);
}
/* The rare words of an observation. */
struct note {
    struct str reason, source, comment, text;
    struct date date;
};
/* A place in the breakdowns: one category of one dimension, or of several. Crossing 0 is the total. */
struct crossing {
    uint32_t count;
    uint32_t category[4];     /* indexes in facts.categories, in the order of their dimensions */
};

/* ---- targets.csv ---- */
struct target {
    struct row row;
    struct ref indicator, laureate; /* laureate 0: the programme */
    struct period period;
    struct maybe target, baseline;
};

/* ---- laureates/<id>/<period>.md ---- */
enum narrative_part {
    PART_OTHER, PART_HIGHLIGHTS, PART_PROGRESS, PART_READING, PART_CHALLENGES, PART_NEEDS, PART_DECISIONS,
    PART_CONTRIBUTION, PART_AHEAD, PART_COUNT
};
struct narrative {
    struct place at, received_at; /* the file; the day it came */
    uint32_t laureate;
    struct period period;
    struct date received_on, validated_on, follow_up;
    struct str validated_by, status;
    struct node *part[PART_COUNT]; /* NODE_BODY each, NULL where absent; PART_OTHER holds what precedes or has another heading */
};

/* ---- the small tables: one struct each, columns in the order of data-repo.md ---- */
struct correction { struct row row; struct ref indicator, laureate; struct period period; struct str old, replacement /* new */, reason, author; struct date date; };
#define EDITIONS_MAX 62 /* the latest are read: masks tell as many versions of a number apart */
struct edition_figure { struct row row; struct str key, value, state, audience, numerator, denominator, low, high, answers; struct date edition; };
struct change_node { struct row row; struct str node; int level; struct str label; struct strs leads_to; struct str hypothesis; struct date reviewed_on; };
enum objective_state { OBJECTIVE_NONE, OBJECTIVE_PLANNED, OBJECTIVE_UNDER_WAY, OBJECTIVE_DONE, OBJECTIVE_DROPPED };
struct objective { struct row row; struct str id, label, owner; struct moment due; struct ref indicator; struct str target; int state; struct str node; struct ref laureate; };
enum role_kind { ROLE_NONE, ROLE_RESPONSIBLE, ROLE_ACCOUNTABLE, ROLE_CONSULTED, ROLE_INFORMED };
struct role { struct row row; struct ref objective; struct str person; int role; };
enum priority_state { PRIORITY_NONE, PRIORITY_KEPT, PRIORITY_DROPPED };
struct priority { struct row row; struct str label; int state; struct str reason; struct period year; };
struct body { struct row row; struct str name; struct ref objective; struct date created_on; struct str purpose, members; };
struct team_member { struct row row; struct str role, person; struct maybe fte; };
struct resource { struct row row; struct str line; struct maybe planned, used; struct ref objective, laureate; struct date date; struct period period; struct str note; struct maybe envelope; };
enum decision_state { DECISION_NONE, DECISION_OPEN, DECISION_DONE };
struct decision { struct row row; struct date date; struct str seen, decision, by; struct ref indicator; struct period period; struct str effect, follow_up; int state; };
struct activity { struct row row; struct ref laureate; struct str audience /* column public */, territory, step, label; struct maybe capacity; struct moment start, end; };
struct referral { struct row row; struct str from, to; struct ref from_laureate, to_laureate; struct period period; struct maybe count; };
struct sharing { struct row row; struct str what, by; struct strs used_by; struct date date; };
enum meeting_type { MEETING_NONE, MEETING_INTELLIGENCE, MEETING_EXPERT, MEETING_ECOSYSTEM, MEETING_WEBINAR, MEETING_FOLLOW_UP,
                    MEETING_COORDINATION, MEETING_OPERATIONAL, MEETING_SLOT };
/* An agenda leaves at least so many days before the meeting, its minutes follow within so many. */
enum { MEETING_AGENDA_DAYS = 7, MEETING_MINUTES_DAYS = 15 };
struct meeting { struct row row; struct str id; struct date date; int type; struct str title; struct date announced_on; struct ref need; struct str theme;
                 struct date agenda_sent_on, minutes_on; struct maybe hours; struct str place; struct strs key_roles; int held; struct node *minutes; };
struct attendance { struct row row; struct ref meeting; struct str member, role; struct ref laureate, funder; };
struct follow_up { struct row row; struct ref laureate; struct date date; struct str programme_owner, facilitator; int laureate_present; struct date next; };
enum need_state { NEED_NONE, NEED_OPEN, NEED_SHARED, NEED_ANSWERED, NEED_CLOSED };
enum need_urgency { URGENCY_NONE, URGENCY_HIGH, URGENCY_MEDIUM, URGENCY_LOW };
struct need { struct row row; struct str id; struct ref laureate; struct period period; struct str type, text, urgency; int shareable; struct ref meeting; struct str answer; int state; };
struct channel { struct row row; struct str name, purpose; struct date decision; int group_chat; struct str wanted_by; };
struct mail { struct row row; struct date date; struct str sender, purpose, recipients; int official; };
struct request { struct row row; struct date date; struct str label; struct maybe hours; struct ref laureate; struct str kind; };
struct consultation { struct row row; struct str question; struct date closed_on; struct str answers, outcome; };
struct document_link { struct row row; struct str title, place, kind; struct date date; struct str audience; };
struct call { struct row row; struct str title, funder; struct date deadline; struct maybe amount; struct strs publics; struct str territory; struct strs themes; struct str link; };
struct funder { struct row row; struct str id, name; int consent; struct moment since; };
struct contribution { struct row row; struct ref funder; struct date date; struct str what, quote, quote_by; int consent; };
struct systemic_change { struct row row; struct str what, who, evidence, contribution; struct date date; struct str link; };

/* ---- Markdown files that stand for themselves ---- */
struct text_file {
    struct place at;
    struct str slug;          /* file name without extension; of a review, the chapter's English name where it has one */
    struct str title;
    struct date date;
    struct str source, audience;
    struct date expires;
    struct period year;       /* reviews */
    struct date adopted_on;   /* charter, common agenda */
    struct strs signatories;
    struct node *text;        /* NODE_BODY */
};
struct practice {
    struct place at;
    struct str slug, title;
    struct refs laureates;
    struct str factor, audience /* public */, territory, period, stage;
    struct strs keywords;
    struct str contact_role, licence, version, node;
    struct strs reviewers, reused_by;
    struct node *text;
};

#define FACTS_LIST(name, type) struct name { struct type *at; size_t count, capacity; }
FACTS_LIST(indicators, indicator);
FACTS_LIST(categories, category);
FACTS_LIST(dimensions, dimension);
FACTS_LIST(laureates, laureate);
FACTS_LIST(notes, note);
FACTS_LIST(crossings, crossing);
FACTS_LIST(targets, target);
FACTS_LIST(narratives, narrative);
FACTS_LIST(corrections, correction);
FACTS_LIST(edition_figures, edition_figure);
FACTS_LIST(change_nodes, change_node);
FACTS_LIST(objectives, objective);
FACTS_LIST(roles, role);
FACTS_LIST(priorities, priority);
FACTS_LIST(bodies, body);
FACTS_LIST(team, team_member);
FACTS_LIST(resources, resource);
FACTS_LIST(decisions, decision);
FACTS_LIST(activities, activity);
FACTS_LIST(referrals, referral);
FACTS_LIST(sharings, sharing);
FACTS_LIST(meetings, meeting);
FACTS_LIST(attendances, attendance);
FACTS_LIST(follow_ups, follow_up);
FACTS_LIST(needs, need);
FACTS_LIST(channels, channel);
FACTS_LIST(mails, mail);
FACTS_LIST(requests, request);
FACTS_LIST(consultations, consultation);
FACTS_LIST(document_links, document_link);
FACTS_LIST(calls, call);
FACTS_LIST(funders, funder);
FACTS_LIST(contributions, contribution);
FACTS_LIST(systemic_changes, systemic_change);
FACTS_LIST(text_files, text_file);
FACTS_LIST(practices, practice);
FACTS_LIST(images, image *);

enum { INPUTS_MAX = 64 };
struct facts {
    struct folder folder;
    struct files files;
    struct programme programme;
    struct indicators indicators; /* in the order of the file, from 1 */
    struct dimensions dimensions; /* from 1 */
    struct categories categories; /* from 1 */
    struct laureates laureates;   /* sorted by id in bytes, from 1 */
    struct observations observations; /* from 0, sorted (see above) */
    struct notes notes;           /* from 1 */
    struct crossings crossings;   /* from 1; 0 is the total */
    struct targets targets;       /* all lists below count from 0 unless a ref points at them */
    struct narratives narratives; /* sorted by laureate, period */
    struct corrections corrections;
    struct edition_figures editions; /* by edition, then place */
    struct change_nodes theory_of_change;
    struct text_files theory_text, charter, common_agenda; /* 0 or 1 each */
    struct objectives objectives; /* from 1 */
    struct roles roles;
    struct priorities priorities;
    struct bodies bodies;
    struct team team;
    struct resources resources;
    struct decisions decisions;
    struct activities activities;
    struct referrals referrals;
    struct sharings sharing;
    struct meetings meetings;     /* from 1, in the order of the file */
    struct attendances attendance;
    struct follow_ups follow_ups;
    struct needs needs;           /* from 1 */
    struct channels channels;
    struct mails mails;
    struct requests requests;
    struct consultations consultations;
    struct document_links documents;
    struct calls calls;
    struct funders funders;       /* from 1 */
    struct contributions contributions;
    struct systemic_changes systemic_changes;
    struct text_files news, reviews;
    struct voices { int64_t laureates, funders, others; uint32_t heard, of; } voices; /* quoted in reviews and practices; laureates heard of those active */
    struct practices practices;
    struct images images;         /* each image read, once; without bytes where it could not be */
    struct date cut_off;          /* cut_off, else edition_date, else the end of the last period with data */
    struct period first_period;   /* of the programme's period kind */
    struct period last_ended;     /* the last period of that kind that had ended at the cut-off */
    bool shared_error;            /* an error in programme.md, indicators, laureates, dimensions, targets: withholds all */
    bool *laureate_error;         /* by laureate index; [0] for what is not one laureate's: the programme's own measures, objectives, reviews… */
    bool input_error[INPUTS_MAX]; /* by index in the table of inputs: an error in a file of the collective */
    bool present[INPUTS_MAX];     /* by index in the table of inputs: the input exists in the repository */
};

#endif
