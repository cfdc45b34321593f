/* Pages of a site: where they lead. An address is made here from what stands on the shelf for the document's own
 * audience or a wider one, and nowhere else, so that no page leads to what its reader may not see. */
#ifndef COMPOSE_SITE_H
#define COMPOSE_SITE_H

#include "compose/build.h"

bool is_page(const struct filling *f);
/* The page of a subject in the document's site, or NULL. Outside a site there is none. */
const struct shelf_item *page_of(const struct filling *f, enum template_over over, uint32_t subject);
/* The page made of the template of this name, or NULL: "workspace-news". */
const struct shelf_item *page_named(const struct filling *f, struct str name);
/* Those inside may read what was made for partners and the public; never the other way. */
bool may_lead(const struct filling *f, const struct job *job);
/* The file relative to the document; empty when it does not stand, or may not be led to. */
struct str address_of(struct filling *f, const struct shelf_item *item, enum format format);
/* The words, as a link when the address is not empty. */
struct node *add_page_link(struct filling *f, struct node *into, struct str text, struct str address);
struct cell cell_page(struct filling *f, struct str text, struct str address);
/* The name of a laureate, a practice, an indicator: it leads to its page in a site. */
struct cell cell_subject(struct filling *f, enum template_over over, uint32_t subject, struct str name);
/* What a document is called: its title, for its subject and period. */
struct str job_title(struct filling *f, const struct job *job);
/* "urn:uuid:…" without the prefix: the same for the same words in every edition. */
struct str uid_of(struct filling *f, struct str kind, struct str name);

/* Where the reader is, and the other pages; every heading gets the anchor that others lead to. */
void site_describe(struct filling *f);
void site_anchors(struct filling *f, struct node *root);

#endif
