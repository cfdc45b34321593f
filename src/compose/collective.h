/* What several holes ask of the facts of the collective: a document's narrative, laureates, days. */
#ifndef COMPOSE_COLLECTIVE_H
#define COMPOSE_COLLECTIVE_H

#include "compose/build.h"
#include "compose/shown.h"

/* NULL where the laureate gave none. */
const struct narrative *narrative_of(const struct filling *f, uint32_t laureate, struct period period);
/* What is ahead begins after the period, or after the data's date when that lies shortly after it. */
int32_t day_ahead(const struct filling *f);
bool in_period(struct date date, struct period period);
/* All of them, as names are sorted. */
struct indexes laureates_by_name(struct filling *f);
/* "9 lauréats sur 10": how many of them these are, each once; those of before count on both sides. */
struct str share_of_laureates(struct filling *f, const struct refs *who);
/* "Rebond 54"; the long name where there is no short one; empty for 0. */
struct str laureate_name(struct filling *f, uint32_t laureate);
/* "Association Repères et Chantiers (ARC)"; "Octets solidaires", whose short name begins it. */
struct str laureate_whole_name(struct filling *f, uint32_t laureate);
/* For running text: whole where the document names it first, short from then on. */
struct str laureate_named(struct filling *f, uint32_t laureate);
struct str member_named(struct filling *f, struct str id);
struct str members_named(struct filling *f, const struct strs *ids);
/* A laureate's or a funder's id becomes the name that people know; any other word stays. */
struct str member_name(struct filling *f, struct str id);
struct str member_list(struct filling *f, const struct strs *ids);
/* The laureate that came, or 0: known by its reference or by its id in the column of members. */
uint32_t attendee(const struct filling *f, const struct attendance *attendance);
/* What says for whom it is, is for them and those inside of them; what does not say so stays inside. */
bool is_for_reader(const struct filling *f, struct str audience);
/* Outside the coordination only what its laureate said may be shared. */
bool need_is_for_reader(const struct filling *f, const struct need *need);
/* What is not a gathering of the collective concerns those inside. */
bool meeting_is_for_reader(const struct filling *f, const struct meeting *meeting);
/* The need that the meeting answers where the reader may know it, else its theme. */
struct str meeting_topic(const struct filling *f, const struct meeting *meeting);
/* Its deadline is still ahead. */
bool call_is_open(const struct filling *f, const struct call *call);
/* A person's name: not for the public. */
struct cell cell_person(struct filling *f, struct str name);
/* The catalogue's key for a type of meeting, or NULL. */
const char *meeting_key(int type);
/* "€" for EUR; the code itself where no sign is usual. */
struct str currency_sign(const struct filling *f);
void sort_by_date(struct rows *rows, struct date (*date)(const void *row));
/* A picture that `check` has read, by its path as it was written; NULL when there is none. */
const struct image *image_named(const struct filling *f, struct str path);
/* The laureate whose document this is, or 0. */
uint32_t own_laureate(const struct filling *f);

/* The option of blocks whose sentence can stand without its table (resources.c). */
enum { SHOW_ALL = 1, SHOW_SENTENCE };
extern const struct option_row show_options[1];

#endif
