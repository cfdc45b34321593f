/* Groups of laureates: the values of an attribute of the directory, and who has them. */
#ifndef MEASURE_SUBJECTS_H
#define MEASURE_SUBJECTS_H

#include "measure.h"

/* An attribute by its name in keys and on the command line, in either language; ATTRIBUTE_NONE for none. */
struct str attribute_name(enum attribute attribute);
enum attribute attribute_named(struct str name);
/* Replaces a value by the same one as the directory spells it first; false where no laureate has it. */
bool attribute_value(const struct facts *facts, enum attribute attribute, struct str *value);
bool attribute_holds(const struct laureate *laureate, enum attribute attribute, struct str value);
/* By laureate index: who belongs to the subject. NULL for the programme, which is everyone. */
const bool *subject_members(struct arena *arena, const struct facts *facts, struct subject subject);

#endif
