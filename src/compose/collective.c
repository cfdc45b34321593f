#include "compose/collective.h"

bool in_period(struct date date, struct period period)
{
    return date_is(date) && date.day >= period_first_day(period).day && date.day <= period_last_day(period).day;
}

enum { AFTER_CUT_OFF = 92 };

int32_t day_ahead(const struct filling *f)
{
    if (f->job->template->is_page && date_is(f->facts->cut_off))
        return f->facts->cut_off.day;
    int32_t end = period_is(f->job->period) ? period_last_day(f->job->period).day : f->facts->cut_off.day;
    int32_t cut_off = f->facts->cut_off.day;
    return date_is(f->facts->cut_off) && cut_off > end && cut_off <= end + AFTER_CUT_OFF ? cut_off : end;
}

struct str share_of_laureates(struct filling *f, const struct refs *who)
{
    int64_t n = 0, of = 0;
    for (uint32_t i = 1; i < f->facts->laureates.count; i++) {
        bool is_in = false;
        for (size_t r = 0; r < who->count; r++)
            is_in = is_in || who->at[r].index == i;
        n += is_in;
        of += is_in || laureate_is_active(&f->facts->laureates.at[i], f->job->period);
    }
    return SAY_N(f, n, "basis.members", PAIR("n", count_text(f, n)), PAIR("of", count_text(f, of)));
}

struct str laureate_name(struct filling *f, uint32_t laureate)
{
    if (!laureate)
        return STR_NONE;
    const struct laureate *l = &f->facts->laureates.at[laureate];
    return set(f, l->short_name.length ? l->short_name : l->name);
}

struct str laureate_whole_name(struct filling *f, uint32_t laureate)
{
    const struct laureate *l = &f->facts->laureates.at[laureate];
    if (!l->short_name.length || str_starts(l->name, l->short_name))
        return set(f, l->name);
    return SAY(f, "laureate.whole", PAIR("name", set(f, l->name)), PAIR("short", set(f, l->short_name)));
}

struct str laureate_named(struct filling *f, uint32_t laureate)
{
    bool first = laureate && !f->named[laureate] && laureate != own_laureate(f);
    f->named[laureate] = true;
    return first ? laureate_whole_name(f, laureate) : laureate_name(f, laureate);
}

uint32_t own_laureate(const struct filling *f)
{
    return f->job->template->over == EACH_LAUREATE ? f->job->subject : 0;
}

uint32_t attendee(const struct filling *f, const struct attendance *attendance)
{
    if (attendance->laureate.index)
        return attendance->laureate.index;
    for (uint32_t i = 1; i < f->facts->laureates.count; i++)
        if (name_equal(f->facts->laureates.at[i].id, attendance->member))
            return i;
    return 0;
}

struct cell cell_person(struct filling *f, struct str name)
{
    return f->job->audience == AUDIENCE_PUBLIC ? (struct cell){.kind = CELL_EMPTY} : cell_text(f, name);
}

bool is_for_reader(const struct filling *f, struct str audience)
{
    int named = choice_of(audience_choices, audience) - 1;
    return f->job->audience == AUDIENCE_INTERNAL || (named >= 0 && named >= (int)f->job->audience);
}

bool meeting_is_for_reader(const struct filling *f, const struct meeting *meeting)
{
    bool gathering = meeting->type == MEETING_INTELLIGENCE || meeting->type == MEETING_EXPERT ||
                     meeting->type == MEETING_ECOSYSTEM || meeting->type == MEETING_WEBINAR;
    return gathering || f->job->audience == AUDIENCE_INTERNAL;
}

static const char *const meeting_keys[] = {
    [MEETING_INTELLIGENCE] = "meeting.intelligence", [MEETING_EXPERT] = "meeting.expert",
    [MEETING_ECOSYSTEM] = "meeting.ecosystem",       [MEETING_WEBINAR] = "meeting.webinar",
    [MEETING_FOLLOW_UP] = "meeting.follow_up",       [MEETING_COORDINATION] = "meeting.coordination",
    [MEETING_OPERATIONAL] = "meeting.operational",   [MEETING_SLOT] = "meeting.slot",
};

const char *meeting_key(int type)
{
    return type > MEETING_NONE && type <= MEETING_SLOT ? meeting_keys[type] : NULL;
}

struct str currency_sign(const struct filling *f)
{
    static const struct {
        struct str code, sign;
    } signs[] = {{TEXT_OF("EUR"), TEXT_OF("€")}, {TEXT_OF("GBP"), TEXT_OF("£")}, {TEXT_OF("USD"), TEXT_OF("$")}};
    struct str code = f->facts->programme.currency;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (!code.length || name_equal(code, signs[i].code))
            return signs[i].sign;
    return code;
}

struct str member_name(struct filling *f, struct str id)
{
    for (uint32_t i = 1; i < f->facts->laureates.count; i++)
        if (name_equal(f->facts->laureates.at[i].id, id))
            return laureate_name(f, i);
    for (uint32_t i = 1; i < f->facts->funders.count; i++)
        if (name_equal(f->facts->funders.at[i].id, id))
            return set(f, f->facts->funders.at[i].name);
    return set(f, id);
}

struct str member_list(struct filling *f, const struct strs *ids)
{
    struct strs names = {0};
    for (size_t i = 0; i < ids->count; i++)
        *PUSH(f->arena, &names) = member_name(f, ids->at[i]);
    return show_list(f->arena, names.at, names.count, f->language);
}

struct str member_named(struct filling *f, struct str id)
{
    for (uint32_t i = 1; i < f->facts->laureates.count; i++)
        if (name_equal(f->facts->laureates.at[i].id, id))
            return laureate_named(f, i);
    return member_name(f, id);
}

struct str members_named(struct filling *f, const struct strs *ids)
{
    struct strs names = {0};
    for (size_t i = 0; i < ids->count; i++)
        *PUSH(f->arena, &names) = member_named(f, ids->at[i]);
    return show_list(f->arena, names.at, names.count, f->language);
}

static struct str last_step(struct str path)
{
    size_t at = 0;
    for (size_t i = 0; i < path.length; i++)
        if (path.at[i] == '/')
            at = i + 1;
    return str_slice(path, at, path.length);
}

const struct image *image_named(const struct filling *f, struct str path)
{
    const struct image *alike = NULL;
    for (size_t i = 0; path.length && i < f->facts->images.count; i++) {
        const struct image *image = f->facts->images.at[i];
        if (image->bytes.length && str_equal(image->path, path))
            return image;
        if (image->bytes.length && str_equal(last_step(image->path), last_step(path)))
            alike = image;
    }
    return alike;
}

struct indexes laureates_by_name(struct filling *f)
{
    struct indexes order = {0};
    const struct laureate *all = f->facts->laureates.at;
    for (uint32_t i = 1; i < f->facts->laureates.count; i++) {
        *PUSH(f->arena, &order) = i;
        for (size_t at = order.count - 1; at && name_compare(all[order.at[at - 1]].name, all[i].name) > 0; at--) {
            order.at[at] = order.at[at - 1];
            order.at[at - 1] = i;
        }
    }
    return order;
}
