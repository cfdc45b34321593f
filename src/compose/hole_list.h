/* Every hole by name, each defined in the file that fills it. */
#ifndef COMPOSE_HOLE_LIST_H
#define COMPOSE_HOLE_LIST_H

#include "compose/holes.h"

extern const struct hole hole_banner;            /* banner.c */
extern const struct hole hole_summary;           /* summary.c */
extern const struct hole hole_figures;           /* cards.c */
extern const struct hole hole_table;             /* table.c */
extern const struct hole hole_chart;             /* charts.c */
extern const struct hole hole_narrative;         /* narrative.c */
extern const struct hole hole_data_note;         /* data_note.c */
extern const struct hole hole_sources;           /* sources.c */
extern const struct hole hole_objectives;        /* objectives.c */
extern const struct hole hole_commitments;       /* objectives.c */
extern const struct hole hole_priorities;        /* objectives.c */
extern const struct hole hole_needs;             /* needs.c */
extern const struct hole hole_needs_funnel;      /* needs.c */
extern const struct hole hole_decisions;         /* decisions.c */
extern const struct hole hole_contribution;      /* contribution.c */
extern const struct hole hole_load;              /* load.c */
extern const struct hole hole_dates;             /* ahead.c */
extern const struct hole hole_calls;             /* ahead.c */
extern const struct hole hole_corrections;       /* corrections.c */
extern const struct hole hole_chapter;           /* chapter.c */
extern const struct hole hole_text;              /* chapter.c */
extern const struct hole hole_theory;            /* theory.c */
extern const struct hole hole_timeline;          /* timeline.c */
extern const struct hole hole_meetings;          /* meetings.c */
extern const struct hole hole_notice;            /* meetings.c */
extern const struct hole hole_attendance;        /* meetings.c */
extern const struct hole hole_complementarity;   /* complementarity.c */
extern const struct hole hole_referrals;         /* complementarity.c */
extern const struct hole hole_team;              /* team.c */
extern const struct hole hole_bodies;            /* team.c */
extern const struct hole hole_follow_ups;        /* team.c */
extern const struct hole hole_contributions;     /* funders.c */
extern const struct hole hole_patrons;           /* funders.c */
extern const struct hole hole_voices;            /* funders.c */
extern const struct hole hole_preparation;       /* preparation.c */
extern const struct hole hole_quotes;            /* funders.c */
extern const struct hole hole_resources;         /* resources.c */
extern const struct hole hole_grants;            /* resources.c */
extern const struct hole hole_sharing;           /* exchange.c */
extern const struct hole hole_channels;          /* exchange.c */
extern const struct hole hole_mails;             /* exchange.c */
extern const struct hole hole_consultations;     /* exchange.c */
extern const struct hole hole_documents;         /* exchange.c */
extern const struct hole hole_practices;         /* capitalisation.c */
extern const struct hole hole_practice;          /* practice.c */
extern const struct hole hole_systemic_changes;  /* capitalisation.c */
extern const struct hole hole_portraits;         /* portraits.c */
extern const struct hole hole_definitions;       /* definitions.c */
extern const struct hole hole_indicator_changes; /* definitions.c */
extern const struct hole hole_breakdown;         /* breakdown.c */
extern const struct hole hole_matrix;            /* matrix.c */
extern const struct hole hole_restated;          /* restated.c */
extern const struct hole hole_guide;             /* practice.c */
extern const struct hole hole_index;             /* practice_index.c */
extern const struct hole hole_needs_by_kind;     /* needs.c */
extern const struct hole hole_meeting;           /* meeting_brief.c */
extern const struct hole hole_agenda;            /* meeting_brief.c */
extern const struct hole hole_minutes;           /* meeting_brief.c */
extern const struct hole hole_calendar;          /* agenda.c */
extern const struct hole hole_news;              /* news.c */
extern const struct hole hole_to_do;             /* to_do.c */
extern const struct hole hole_directory;         /* directory.c */
extern const struct hole hole_contact;           /* directory.c */
extern const struct hole hole_files;             /* files.c */
extern const struct hole hole_explore;           /* explore.c */
extern const struct hole hole_search;            /* search.c */

#endif
