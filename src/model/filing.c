#include "model.h"

static const struct str headings[PART_COUNT][LANGUAGE_COUNT] = {
    [PART_HIGHLIGHTS] = {TEXT_OF("Faits marquants"), TEXT_OF("Highlights")},
    [PART_PROGRESS] = {TEXT_OF("Avancement"), TEXT_OF("Progress")},
    [PART_READING] = {TEXT_OF("Lecture des chiffres"), TEXT_OF("Reading the figures")},
    [PART_CHALLENGES] = {TEXT_OF("Difficultés"), TEXT_OF("Challenges")},
    [PART_NEEDS] = {TEXT_OF("Besoins"), TEXT_OF("Needs")},
    [PART_DECISIONS] = {TEXT_OF("Décisions"), TEXT_OF("Decisions")},
    [PART_CONTRIBUTION] = {TEXT_OF("Contribution au collectif"), TEXT_OF("Contribution to the collective")},
    [PART_AHEAD] = {TEXT_OF("À venir"), TEXT_OF("Ahead")},
};

struct str narrative_heading(enum narrative_part part, enum language language)
{
    return headings[part][language];
}

static enum narrative_part part_called(struct str heading, bool same(struct str a, struct str b))
{
    for (int part = PART_HIGHLIGHTS; part < PART_COUNT; part++)
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            if (same(heading, headings[part][language]))
                return (enum narrative_part)part;
    return PART_OTHER;
}

/* Forms are copied: most headings are written as they stand here. */
enum narrative_part narrative_part_of(struct str heading)
{
    enum narrative_part part = part_called(heading, str_equal);
    return part == PART_OTHER ? part_called(heading, name_equal) : part;
}

struct str status_mark(enum observation_status status)
{
    for (const struct choice *choice = status_choices; choice->value; choice++)
        if (choice->value == (int)status)
            return choice->en;
    return STR_NONE;
}
