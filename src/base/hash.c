/* SHA-256, of what was read and of what is written. */
#define OPENSSL_SUPPRESS_DEPRECATED /* what is not looks the algorithm up by its name each time, under a lock */
#include "base.h"

#include <openssl/sha.h>

struct sha256 sha256_of(struct str bytes)
{
    struct sha256 hash;
    SHA256_CTX state;
    SHA256_Init(&state);
    SHA256_Update(&state, bytes.length ? bytes.at : "", bytes.length);
    SHA256_Final(hash.byte, &state);
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
