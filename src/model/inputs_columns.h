/* The column lists behind the table of inputs: one list a kind, ended by an
 * empty row, in the file of its family. Private to `model`. */
#ifndef MODEL_INPUTS_COLUMNS_H
#define MODEL_INPUTS_COLUMNS_H

#include "model.h"

/* The last arguments are designated: `.required = true`, `.choices = …`, `.refers = …`. */
#define COLUMN(row, field, kind, english, french, help_french, help_english, ...)                                      \
    {                                                                                                                  \
        .en = TEXT_OF(english), .fr = TEXT_OF(french), .type = COLUMN_##kind, .offset = offsetof(struct row, field),   \
        .help_en = TEXT_OF(help_english), .help_fr = TEXT_OF(help_french), __VA_ARGS__                                 \
    }
#define COLUMNS_END                                                                                                    \
    {                                                                                                                  \
        .en = { "", 0 }                                                                                                \
    }
#define REQUIRED .required = true
#define OPTIONAL .required = false
#define CHOICE(english, french, value)                                                                                 \
    {                                                                                                                  \
        TEXT_OF(english), TEXT_OF(french), value                                                                       \
    }
#define CHOICES_END                                                                                                    \
    {                                                                                                                  \
        {"", 0}, {"", 0}, 0                                                                                            \
    }

extern const struct choice period_kind_choices[], level_choices[];

/* inputs_programme.c */
extern const struct column programme_columns[], laureate_columns[], dimension_columns[], profile_columns[],
    narrative_columns[];
/* inputs_indicators.c */
extern const struct column indicator_columns[], target_columns[], measure_columns[], correction_columns[],
    edition_columns[];
/* inputs_strategy.c */
extern const struct column change_columns[], objective_columns[], role_columns[], priority_columns[], body_columns[],
    team_columns[], resource_columns[], decision_columns[], activity_columns[], referral_columns[], sharing_columns[],
    systemic_change_columns[];
/* inputs_life.c */
extern const struct column meeting_columns[], attendance_columns[], follow_up_columns[], need_columns[],
    channel_columns[], mail_columns[], request_columns[], consultation_columns[], document_columns[], call_columns[],
    funder_columns[], contribution_columns[];
/* inputs_texts.c */
extern const struct column agreement_columns[], minutes_columns[], news_columns[], review_columns[], practice_columns[],
    theory_text_columns[];

#endif
