/* A PDF file: numbered dictionaries, streams and pages, written once with their cross-reference table. The only file
 * that knows libharu. What an object holds is given as PDF text ("/Type /Font …") and must live until the file is
 * written. Object numbers are given before what they hold, so that objects can point to each other. */
#ifndef RENDER_PDF_FILE_H
#define RENDER_PDF_FILE_H

#include "base/base.h"

struct pdf_file;

struct pdf_file *pdf_file_open(struct arena *arena);
void pdf_file_close(struct pdf_file *file);

/* A dictionary that pdf_define fills later. 0 when the file has failed. */
unsigned pdf_reserve(struct pdf_file *file);
void pdf_define(struct pdf_file *file, unsigned object, struct str entries);
unsigned pdf_dictionary(struct pdf_file *file, struct str entries);
/* `entries` name the filter of the bytes, if any; the length is added. */
unsigned pdf_stream(struct pdf_file *file, struct str entries, struct str bytes);

/* A page of that size in thousandths of a point; its content comes with pdf_page_define. */
unsigned pdf_page(struct pdf_file *file, int32_t width, int32_t height);
struct pdf_page_parts {
    struct str entries, resources; /* of the page's dictionary, of its resources */
    struct str content, filter;    /* the stream, and its "/Filter …" */
};
void pdf_page_define(struct pdf_file *file, unsigned page, const struct pdf_page_parts *parts);

void pdf_catalog(struct pdf_file *file, struct str entries);
void pdf_information(struct pdf_file *file, struct str entries);

/* The whole file, with an identifier made of the hash of everything else in it. False when libharu refused something.
 */
bool pdf_file_bytes(struct arena *arena, struct pdf_file *file, struct str *bytes);
struct str pdf_file_error(struct arena *arena, const struct pdf_file *file); /* libharu's number of it */
struct str pdf_engine(void);

#endif
