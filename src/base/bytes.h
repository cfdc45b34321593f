/* Sixteen bytes at a time, as compilers know them for any machine: `a == b` is 0xFF in each byte where it is true. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint64_t words2 __attribute__((vector_size(16)));

static inline bytes16 bytes16_at(const void *at)
{
    bytes16 bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* One bit is set in any of them. */
static inline bool bytes16_any(bytes16 bytes)
{
    words2 words = (words2)bytes;
    return (words[0] | words[1]) != 0;
}

static inline uint64_t bytes16_sum(bytes16 bytes)
{
    const uint64_t pairs = UINT64_C(0x00FF00FF00FF00FF), ones = UINT64_C(0x0001000100010001);
    words2 words = (words2)bytes;
    uint64_t sums = (words[0] & pairs) + (words[0] >> 8 & pairs) + (words[1] & pairs) + (words[1] >> 8 & pairs);
    return sums * ones >> 48;
}

/* Where a comparison is true, the bit of its place. */
static inline uint64_t bytes16_places(bytes16 truths)
{
#ifdef __SSE2__
    typedef char chars16 __attribute__((vector_size(16)));
    return (uint64_t)__builtin_ia32_pmovmskb128((chars16)truths);
#else
    const bytes16 place = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint64_t ones = UINT64_C(0x0101010101010101);
    words2 words = (words2)(truths & place);
    return words[0] * ones >> 56 | words[1] * ones >> 56 << 8;
#endif
}

#endif
