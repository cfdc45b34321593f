/* The table of diagnostics: MESSAGE(code, severity, french, english). One row a
 * message, alphabetical within its part, one part a room. {1} to {4} are filled at the
 * call. A message says what is wrong and what to write instead. Included by
 * diagnostics.h and diagnostics.c only. */
#include "messages_base.h"
#include "messages_read.h"
#include "messages_check.h"
#include "messages_measure.h"
#include "messages_compose.h"
#include "messages_render.h"
#include "messages_forms.h"
#include "messages_commands.h"
