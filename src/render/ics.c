/* The dates of a document as a calendar takes them over: iCalendar (RFC 5545). The data know days, not hours: every
 * event takes its whole day without blocking it, and no time zone is involved. */
#include "render/formats.h"

enum { LINE_OCTETS = 75 };

/* One content line, folded before its 76th octet and never within a character. */
static void line(struct buffer *out, struct str text)
{
    size_t room = LINE_OCTETS;
    for (size_t at = 0; at < text.length;) {
        size_t next = at;
        utf8_next(text, &next);
        if (next - at > room) {
            buffer_add(out, STR("\r\n "));
            room = LINE_OCTETS - 1;
        }
        buffer_add(out, str_slice(text, at, next));
        room -= next - at;
        at = next;
    }
    buffer_add(out, STR("\r\n"));
}

/* A TEXT value: what separates is escaped, and no line or control of an author's breaks out of its own. */
static void escape(struct buffer *out, struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c == '\\' || c == ';' || c == ',')
            buffer_byte(out, '\\');
        if (c == '\n')
            buffer_add(out, STR("\\n"));
        else if ((unsigned char)c >= ' ' && c != 0x7F)
            buffer_byte(out, c);
        else
            buffer_byte(out, ' ');
    }
}

static void text_line(struct buffer *out, const char *name, struct str text)
{
    struct buffer whole = {.arena = out->arena};
    if (!text.length)
        return;
    buffer_print(&whole, "%s:", name);
    escape(&whole, text);
    line(out, buffer_str(&whole));
}

static struct str day(struct arena *arena, struct date date)
{
    int year, month, number;
    date_split(date, &year, &month, &number);
    return str_print(arena, "%04d%02d%02d", year, month, number);
}

static void event(struct buffer *out, const struct calendar_event *event, struct date edition)
{
    struct arena *arena = out->arena;
    struct date after = {event->date.day + 1};
    line(out, STR("BEGIN:VEVENT"));
    text_line(out, "UID", str_print(arena, "urn:uuid:%.*s", STR_ARG(event->uid)));
    line(out, str_print(arena, "DTSTAMP:%sT000000Z", day(arena, edition).at));
    line(out, str_print(arena, "DTSTART;VALUE=DATE:%s", day(arena, event->date).at));
    line(out, str_print(arena, "DTEND;VALUE=DATE:%s", day(arena, after).at));
    text_line(out, "SUMMARY", event->title);
    text_line(out, "CATEGORIES", event->kind);
    text_line(out, "DESCRIPTION", event->text);
    text_line(out, "LOCATION", event->place);
    line(out, event->cancelled ? STR("STATUS:CANCELLED") : STR("STATUS:CONFIRMED"));
    line(out, STR("TRANSP:TRANSPARENT"));
    line(out, STR("END:VEVENT"));
}

/* A calendar holds one component at least; without a date it is a time zone, which shows nothing. */
static void nothing_planned(struct buffer *out)
{
    static const struct str lines[] = {TEXT_OF("BEGIN:VTIMEZONE"),    TEXT_OF("TZID:Etc/UTC"),
                                       TEXT_OF("BEGIN:STANDARD"),     TEXT_OF("DTSTART:19700101T000000"),
                                       TEXT_OF("TZOFFSETFROM:+0000"), TEXT_OF("TZOFFSETTO:+0000"),
                                       TEXT_OF("END:STANDARD"),       TEXT_OF("END:VTIMEZONE")};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        line(out, lines[i]);
}

bool ics_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                struct diagnostics *diagnostics)
{
    struct buffer out = {.arena = arena};
    (void)device;
    (void)diagnostics;
    line(&out, STR("BEGIN:VCALENDAR"));
    line(&out, STR("VERSION:2.0"));
    line(&out, document->language == LANGUAGE_FR ? STR("PRODID:-//bilan//bilan " BILAN_VERSION "//FR")
                                                 : STR("PRODID:-//bilan//bilan " BILAN_VERSION "//EN"));
    line(&out, STR("CALSCALE:GREGORIAN"));
    line(&out, STR("METHOD:PUBLISH"));
    text_line(&out, "NAME", document->programme);
    text_line(&out, "X-WR-CALNAME", document->programme);
    for (size_t i = 0; i < document->events.count; i++)
        event(&out, &document->events.at[i], document->date);
    if (!document->events.count)
        nothing_planned(&out);
    line(&out, STR("END:VCALENDAR"));
    *bytes = buffer_str(&out);
    return true;
}

bool ics_verify(struct arena *arena, struct str bytes)
{
    (void)arena;
    return str_starts(bytes, STR("BEGIN:VCALENDAR\r\n")) && str_ends(bytes, STR("END:VCALENDAR\r\n")) &&
           utf8_valid(bytes);
}
