/* What people wrote, put down inside a line of Markdown: it stays text on that line, whatever it holds. Nobody is
 * mentioned, nothing is linked or closed by it on a forge, no mark or line end breaks out. */
#ifndef COMMANDS_MARKDOWN_H
#define COMMANDS_MARKDOWN_H

#include "base/base.h"

void markdown_text(struct buffer *out, struct str text);
/* As a code span, whose fence is longer than any inside. */
void markdown_code(struct buffer *out, struct str text);

#endif
