#include "compose/template.h"

const struct choice value_parts[] = {
    {TEXT_OF("value"), TEXT_OF("valeur"), VALUE_SHOWN},           {TEXT_OF("flow"), TEXT_OF("flux"), VALUE_FLOW},
    {TEXT_OF("change"), TEXT_OF("evolution"), VALUE_CHANGE},      {TEXT_OF("target"), TEXT_OF("cible"), VALUE_TARGET},
    {TEXT_OF("progress"), TEXT_OF("avancement"), VALUE_PROGRESS}, {TEXT_OF("basis"), TEXT_OF("assise"), VALUE_BASIS},
    {TEXT_OF("status"), TEXT_OF("etat"), VALUE_STATUS},           {{NULL, 0}, {NULL, 0}, 0},
};

void value_split(struct str span, struct str *key, struct str *part)
{
    struct str rest = str_trim(str_slice(span, 1, span.length));
    size_t blank = str_index(rest, ' ', 0);
    *key = str_slice(rest, 0, blank);
    *part = str_trim(str_slice(rest, blank, rest.length));
}
