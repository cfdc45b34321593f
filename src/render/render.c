#include "render/formats.h"

const struct format_row render_formats[FORMAT_COUNT] = {
    [FORMAT_PDF] = {pdf_render, pdf_verify, pdf_engines, .paged = true},
    [FORMAT_XLSX] = {xlsx_render, xlsx_verify, xlsx_engines},
    [FORMAT_HTML] = {html_render, html_verify, NULL},
    [FORMAT_ICS] = {ics_render, ics_verify, NULL},
    [FORMAT_ATOM] = {atom_render, atom_verify, NULL},
};
