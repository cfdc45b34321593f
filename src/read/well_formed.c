/* A part that this program wrote, read back: cut short, torn or mixed up it is not well-formed. What others wrote goes
 * through expat. */
#include "package.h"

#include <string.h>

#define DEPTH_MAX 64

struct scan {
    const char *at, *end;
    struct str open[DEPTH_MAX];
    size_t depth, roots;
};

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '_' ||
           c == '-' || c == '.' || (unsigned char)c >= 0x80;
}

static struct str scan_name(struct scan *scan)
{
    const char *from = scan->at;
    while (scan->at < scan->end && is_name(*scan->at))
        scan->at++;
    return (struct str){from, (size_t)(scan->at - from)};
}

/* "&amp;", "&#10;": the reference that begins here. */
static bool scan_reference(const char *at, const char *end)
{
    const char *from = ++at;
    if (at < end && *at == '#')
        at++;
    while (at < end && at - from < 10 &&
           ((*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || (*at >= 'A' && *at <= 'F')))
        at++;
    return at < end && at > from && *at == ';';
}

static bool references_fair(const char *at, const char *end)
{
    while ((at = memchr(at, '&', (size_t)(end - at)))) {
        if (!scan_reference(at, end))
            return false;
        at++;
    }
    return true;
}

/* name="value" up to the end of the tag; *alone is whether it is "<a/>". */
static bool scan_attributes(struct scan *scan, bool *alone)
{
    for (;;) {
        bool blank = scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\n');
        while (scan->at < scan->end && (*scan->at == ' ' || *scan->at == '\n'))
            scan->at++;
        *alone = scan->at < scan->end && *scan->at == '/';
        scan->at += *alone;
        if (scan->at < scan->end && *scan->at == '>')
            return true;
        if (*alone || !blank || !scan_name(scan).length || scan->end - scan->at < 3 || memcmp(scan->at, "=\"", 2) != 0)
            return false;
        const char *from = scan->at + 2, *quote = memchr(from, '"', (size_t)(scan->end - from));
        if (!quote || memchr(from, '<', (size_t)(quote - from)) || !references_fair(from, quote))
            return false;
        scan->at = quote + 1;
    }
}

static bool scan_open(struct scan *scan)
{
    struct str name = scan_name(scan);
    bool alone;
    if (!name.length || scan->depth == DEPTH_MAX || (!scan->depth && scan->roots) || !scan_attributes(scan, &alone))
        return false;
    scan->at++;
    scan->roots += !scan->depth;
    if (!alone)
        scan->open[scan->depth++] = name;
    return true;
}

static bool scan_close(struct scan *scan)
{
    scan->at++;
    struct str name = scan_name(scan);
    bool closes =
        scan->depth && str_equal(name, scan->open[scan->depth - 1]) && scan->at < scan->end && *scan->at == '>';
    scan->depth -= closes;
    scan->at++;
    return closes;
}

/* Text up to the next tag: outside of the root there is none. */
static bool scan_text(struct scan *scan)
{
    const char *next = memchr(scan->at, '<', (size_t)(scan->end - scan->at));
    const char *stop = next ? next : scan->end;
    bool fair = scan->depth ? references_fair(scan->at, stop)
                            : !str_trim((struct str){scan->at, (size_t)(stop - scan->at)}).length;
    scan->at = stop;
    return fair;
}

bool xml_well_formed(struct str content)
{
    static const struct str prolog = TEXT_OF("<?xml ");
    struct scan scan = {.at = content.at, .end = content.at + content.length};
    if (str_starts(content, prolog)) {
        const char *end = memchr(content.at, '>', content.length);
        if (!end || end[-1] != '?')
            return false;
        scan.at = end + 1;
    }
    while (scan.at < scan.end) {
        if (!scan_text(&scan))
            return false;
        if (scan.at == scan.end)
            break;
        scan.at++;
        if (scan.at == scan.end || !(*scan.at == '/' ? scan_close(&scan) : scan_open(&scan)))
            return false;
    }
    return scan.roots == 1 && !scan.depth && utf8_valid(content);
}
