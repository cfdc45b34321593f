#include "render/formats.h"

/* A format whose renderer does not exist yet has no function. */
const struct format_row render_formats[FORMAT_COUNT] = {
    [FORMAT_PDF] = {FORMAT_PDF, {"pdf", 3}, {"pdf", 3}, pdf_render, pdf_verify, pdf_engines},
    [FORMAT_XLSX] = {FORMAT_XLSX, {"xlsx", 4}, {"xlsx", 4}, xlsx_render, xlsx_verify, xlsx_engines},
    [FORMAT_HTML] = {FORMAT_HTML, {"html", 4}, {"html", 4}, html_render, html_verify, NULL},
    [FORMAT_ICS] = {FORMAT_ICS, {"ics", 3}, {"ics", 3}, ics_render, ics_verify, NULL},
    [FORMAT_ATOM] = {FORMAT_ATOM, {"atom", 4}, {"xml", 3}, atom_render, atom_verify, NULL},
};
