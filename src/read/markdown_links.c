/* Which addresses a document may lead to. */
#include "markdown.h"

#include <string.h>

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static struct str scheme_of(struct str address)
{
    for (size_t i = 0; i < address.length; i++) {
        char c = address.at[i];
        if (c == ':')
            return str_slice(address, 0, i);
        if (!is_letter(c) && !(i && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')))
            break;
    }
    return STR_NONE;
}

struct str address_cleaned(struct arena *arena, struct str address)
{
    struct buffer clean = {.arena = arena};
    for (size_t i = 0; i < address.length; i++)
        if ((unsigned char)address.at[i] >= 0x20 && address.at[i] != 0x7F)
            buffer_byte(&clean, address.at[i]);
    return str_trim(buffer_str(&clean));
}

bool address_is_allowed(struct str address)
{
    static const struct str schemes[] = {TEXT_OF("http"), TEXT_OF("https"), TEXT_OF("mailto")};
    struct str scheme = scheme_of(address);
    if (!scheme.at)
        return !str_starts(address, STR("//")) && !str_starts(address, STR("\\\\"));
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (name_equal(scheme, schemes[i]))
            return true;
    return false;
}
