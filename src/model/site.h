/* What a page of a site has beside the document it is: the other pages, the dates that a calendar takes over, the
 * articles that a feed carries, the words by which pages are found. Addresses are relative to the page and made by the
 * program alone, so that none leads out of what its audience may see. */
#ifndef MODEL_SITE_H
#define MODEL_SITE_H

enum site_here { HERE_NOT, HERE_BELOW, HERE_IS }; /* the reader is elsewhere, on a page below this one, on it */

struct site_link {
    struct str label, address;
    enum site_here here;
};
struct site_links {
    struct site_link *at;
    size_t count, capacity;
};
struct site {
    struct site_links menu;
    struct site_links trail; /* from the front page to the page above this one */
};

/* A day of a calendar. The data hold days, not hours: no time zone comes into it. */
struct calendar_event {
    struct str uid; /* the same in every edition */
    struct date date;
    struct str title, kind, place, text;
    bool cancelled;
};
struct calendar_events {
    struct calendar_event *at;
    size_t count, capacity;
};

struct article {
    struct str uid, title, source;
    struct date date;
    struct str anchor;       /* in the page that shows it */
    const struct node *text; /* NODE_BODY */
};
struct articles {
    struct article *at;
    size_t count, capacity;
};

/* A part of a page as a search finds it. */
struct finding {
    struct str page, heading, address, text;
};
struct findings {
    struct finding *at;
    size_t count, capacity;
};

#endif
