/* The structure tree: one element a tag, in reading order, each holding its marked content and its annotations. */
#ifndef RENDER_PDF_TAGS_H
#define RENDER_PDF_TAGS_H

#include "render/pdf/press.h"

struct pdf_tags *pdf_tags_new(const struct job *job);

/* PDF's name of a role, and whether content of its own may stand in it directly. */
const char *pdf_role(enum tag_role role);
bool pdf_role_is_drawn(enum tag_role role); /* a figure: lines and shapes are its content, not decoration */

/* The number on its page of the next piece of marked content, which belongs to `tag`. */
int pdf_tags_content(struct pdf_tags *tags, int tag, int page);
/* An annotation that belongs to `tag`: its key in the parent tree, for /StructParent. */
size_t pdf_tags_annotation(struct pdf_tags *tags, int tag, int page, unsigned object);

/* Writes the tree; the number of its root. */
unsigned pdf_tags_write(struct pdf_tags *tags);

#endif
