/* bilan schema [KIND]: the input tables as Table Schema JSON. */
#include "tell.h"
#include "session.h"

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
    if (!matches) {
        fprintf(stderr,
                invocation->language == LANGUAGE_FR ? "bilan: tableau inconnu : « %.*s ». Tableaux connus :\n"
                                                    : "bilan: unknown table: '%.*s'. Known tables:\n",
                STR_ARG(wanted));
        for (size_t i = 0; i < input_kind_count; i++)
            fprintf(stderr, "  %.*s\n",
                    STR_ARG(invocation->language == LANGUAGE_FR ? input_kinds[i].fr : input_kinds[i].en));
        return EXIT_USAGE;
    }
    struct str text = buffer_str(&out);
    fwrite(text.at, 1, text.length, stdout);
    return tell_printed(invocation->language);
}
