/* SHA-256, of what was read and of what is written. */
#include "base.h"

#include <openssl/sha.h>

struct sha256 sha256_of(struct str bytes)
{
    struct sha256 hash;
    SHA256((const unsigned char *)(bytes.length ? bytes.at : ""), bytes.length, hash.byte);
    return hash;
}

struct str sha256_text(struct arena *arena, struct sha256 hash)
{
    static const char digits[] = "0123456789abcdef";
    char *text = arena_alloc(arena, 2 * sizeof hash.byte + 1, 1);
    for (size_t i = 0; i < sizeof hash.byte; i++) {
        text[2 * i] = digits[hash.byte[i] >> 4];
        text[2 * i + 1] = digits[hash.byte[i] & 15];
    }
    return (struct str){text, 2 * sizeof hash.byte};
}
