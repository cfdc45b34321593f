/* bilan schema [KIND]: the input tables as Table Schema JSON. */
#include "tell.h"
#include "session.h"

/* All of them: which there are is what the command is asked for. */
static enum exit_code kind_unknown(const struct invocation *invocation, struct str wanted)
{
    bool french = invocation->language == LANGUAGE_FR;
    struct str known[INPUTS_MAX] = {{0}};
    for (size_t i = 0; i < input_kind_count; i++)
        known[i] = french ? input_kinds[i].fr : input_kinds[i].en;
    tell_unknown(invocation->language, "tableau inconnu : « %.*s »", "unknown table: '%.*s'", wanted,
                 name_nearest(wanted, known, input_kind_count));
    fputs(french ? "Tableaux connus :\n" : "Known tables:\n", stderr);
    for (size_t i = 0; i < input_kind_count; i++)
        fprintf(stderr, "  %.*s\n", STR_ARG(known[i]));
    return EXIT_USAGE;
}

enum exit_code command_schema(struct invocation *invocation)
{
    struct str wanted = invocation->arguments.count ? invocation->arguments.at[0] : STR_NONE;
    size_t matches = 0;
    struct buffer out = {.arena = invocation->arena};
    buffer_add(&out, wanted.length ? STR("") : STR("[\n"));
    for (size_t i = 0; i < input_kind_count; i++) {
        const struct input_kind *kind = &input_kinds[i];
        if (wanted.length && !name_equal(wanted, kind->en) && !name_equal(wanted, kind->fr))
            continue;
        if (matches++)
            buffer_add(&out, STR(",\n"));
        buffer_add(&out, input_schema(invocation->arena, kind, invocation->language));
    }
    buffer_add(&out, wanted.length ? STR("\n") : STR("\n]\n"));
    if (!matches)
        return kind_unknown(invocation, wanted);
    struct str text = buffer_str(&out);
    fwrite(text.at, 1, text.length, stdout);
    return tell_printed(invocation->language);
}
