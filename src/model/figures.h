/* Figures: what was computed, each with what it rests on. `measure` makes them.
 * A figure is always computed before it is rounded; rounding is for display only. */
#ifndef MODEL_FIGURES_H
#define MODEL_FIGURES_H

/* Fields that belong together share a line. */
/* clang-format off */

enum audience { AUDIENCE_INTERNAL, AUDIENCE_PARTNERS, AUDIENCE_PUBLIC, AUDIENCE_COUNT };
/* "internal", "partners", "public", as on the command line and in paths; NULL ends them. */
extern const char *const audience_name[AUDIENCE_COUNT + 1];

/* A computed number: exact where sums are exact, else the double nearest to it. */
struct quantity {
    bool is;              /* false: nothing to say */
    bool exact;
    struct decimal decimal; /* when exact */
    double approximate;     /* always, when is */
};

enum subject_kind { SUBJECT_PROGRAMME, SUBJECT_LAUREATE, SUBJECT_ATTRIBUTE };

/* The attributes of the directory by which laureates are grouped. */
enum attribute { ATTRIBUTE_NONE, ATTRIBUTE_TERRITORY, ATTRIBUTE_THEMES, ATTRIBUTE_PUBLICS, ATTRIBUTE_TAGS };

struct subject {
    enum subject_kind kind;
    uint32_t laureate;        /* SUBJECT_LAUREATE */
    enum attribute attribute; /* SUBJECT_ATTRIBUTE */
    struct str value;         /* the attribute's value; may be empty */
};

struct figure_key {
    uint32_t indicator;
    struct subject subject;
    struct period period;
    bool to_date;
    uint32_t category;        /* index in facts.categories, 0 for the total */
};

enum figure_state { FIGURE_COMPLETE, FIGURE_PARTIAL, FIGURE_NONE, FIGURE_NOT_DUE, FIGURE_NOT_APPLICABLE, FIGURE_MASKED,
                    FIGURE_RANGE, FIGURE_STATES };

enum target_status { TARGET_NONE, TARGET_MET, TARGET_EXCEEDED, TARGET_ON_TRACK, TARGET_WATCH, TARGET_OFF_TRACK,
                     TARGET_BACKWARD, TARGET_NOT_MEASURABLE, TARGET_STATUSES };

/* One class of answers of a score, or one category. */
struct share {
    struct decimal answer;
    struct decimal count;
};

struct figure {
    struct figure_key key;
    enum figure_state state;
    struct quantity value, flow, low, high;
    uint32_t received, expected;                       /* laureates: n/N */
    uint32_t observations_received, observations_expected;
    struct quantity numerator, denominator;
    struct quantity baseline, target, progress;
    struct period target_period;
    enum target_status target_status;
    struct quantity trajectory;                        /* what the target implies for this period */
    struct quantity previous, change, change_like_for_like;
    uint32_t like_for_like;                            /* laureates in both */
    bool change_is_points;                             /* a difference in the unit, not a fraction */
    bool series_broken;                                /* since the year before: there is no change to tell */
    uint8_t statuses;                                  /* bits 1 << enum observation_status of its sources */
    bool simple_mean;                                  /* said beside the number */
    bool without_deduplication;                        /* "sans dédoublonnage entre lauréats" */
    bool own;                                          /* the coordination's own measure */
    struct quantity computed;                          /* with own: the total over laureates, when both exist and differ */
    struct quantity computed_low, computed_high;       /* with own: the range over laureates, when it is outside */
    struct date as_of;                                 /* value, point, yes_no: the date of the observation */
    struct share *shares;                              /* score: the distribution, by answer */
    size_t share_count;
    struct str text;                                   /* type text, one laureate */
    struct date since;                                 /* a year that holds a reset: since when its last counts */
};

struct figures {
    struct figure *at;
    size_t count, capacity;
};

#endif
