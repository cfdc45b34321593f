/* A page: its marks painted in order, each within its tag, and its links. */
#ifndef RENDER_PDF_PAGE_H
#define RENDER_PDF_PAGE_H

#include "render/pdf/press.h"

/* All the pages: their objects are those of job->page_objects. What no font has is reported once a document. */
void pdf_pages_paint(struct job *job);

#endif
