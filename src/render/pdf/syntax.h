/* PDF's notation: numbers, names, text strings, colours, boxes, appended to a buffer. Lengths are in thousandths of a
 * point and written in hundredths. */
#ifndef RENDER_PDF_SYNTAX_H
#define RENDER_PDF_SYNTAX_H

#include "base/base.h"

void syntax_integer(struct buffer *out, int64_t number);
void syntax_length(struct buffer *out, int64_t thousandths);
/* A byte of a literal string, with the escape it may need; how many bytes it takes. A carriage return alone would be
 * read as an end of line. */
size_t syntax_byte(char out[2], char byte);
/* A text string: PDFDocEncoding where it is ASCII, UTF-16BE elsewhere. */
void syntax_text(struct buffer *out, struct str text);
/* The four hexadecimal digits of each UTF-16 unit. */
void syntax_utf16(struct buffer *out, struct str text);
void syntax_reference(struct buffer *out, unsigned object); /* " 12 0 R" */
/* "0.2 0.4 1 " */
void syntax_colour(struct buffer *out, uint32_t colour);

#endif
