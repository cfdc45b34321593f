/* Diagnostics for programs: one JSON array. The table of formats is here. */
#include "session.h"

#include <string.h>

static void diagnostics_json(const struct printing *printing, const struct diagnostics *diagnostics)
{
    static const char *const severity[SEVERITY_COUNT] = {"note", "warning", "error"};
    struct buffer out = {.arena = printing->arena};
    buffer_byte(&out, '[');
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *d = &diagnostics->at[i];
        buffer_add(&out, i ? STR(",\n{\"path\":") : STR("\n{\"path\":"));
        if (d->place.file)
            buffer_json(&out, printing->facts->files.at[d->place.file].path);
        else
            buffer_add(&out, STR("null"));
        buffer_print(&out, ",\"line\":%u,\"column\":%u,\"severity\":\"%s\",\"code\":", d->place.line, d->place.column,
                     severity[d->severity]);
        buffer_json(&out, message_code(printing->arena, d->message));
        buffer_add(&out, STR(",\"message\":"));
        buffer_json(&out, diagnostic_text(printing->arena, d, printing->language));
        buffer_byte(&out, '}');
    }
    buffer_add(&out, diagnostics->count ? STR("\n]\n") : STR("]\n"));
    struct str text = buffer_str(&out);
    fwrite(text.at, 1, text.length, printing->to);
}

static const struct diagnostics_row formats[] = {
    {"text", false, diagnostics_text},
    {"json", true, diagnostics_json},
};

const struct diagnostics_row *diagnostics_writer(struct str name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_equal(name, str_of(formats[i].name)))
            return &formats[i];
    return NULL;
}
