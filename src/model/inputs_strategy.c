/* Columns of the strategy: what is to change, who does it, with what, and what comes of it. */
#include "inputs_columns.h"

/* clang-format off */
static const struct choice objective_choices[] = {
    CHOICE("planned", "prevu", OBJECTIVE_PLANNED), CHOICE("under_way", "en_cours", OBJECTIVE_UNDER_WAY), CHOICE("done", "fait", OBJECTIVE_DONE),
    CHOICE("dropped", "abandonne", OBJECTIVE_DROPPED), CHOICES_END};
static const struct choice role_choices[] = {
    CHOICE("responsible", "realise", ROLE_RESPONSIBLE), CHOICE("accountable", "responsable", ROLE_ACCOUNTABLE), CHOICE("consulted", "consulte", ROLE_CONSULTED),
    CHOICE("informed", "informe", ROLE_INFORMED), CHOICES_END};
static const struct choice priority_choices[] = {CHOICE("kept", "gardee", PRIORITY_KEPT), CHOICE("dropped", "abandonnee", PRIORITY_DROPPED), CHOICES_END};
static const struct choice decision_choices[] = {CHOICE("open", "ouverte", DECISION_OPEN), CHOICE("done", "faite", DECISION_DONE), CHOICES_END};

const struct column change_columns[] = {
    COLUMN(change_node, node, NAME, "node", "maillon", "Identifiant court du maillon", "Short identifier of the node", REQUIRED),
    COLUMN(change_node, level, CHOICE, "level", "niveau", "Des moyens à l’impact", "From inputs to impact", .choices = level_choices, REQUIRED),
    COLUMN(change_node, label, TEXT, "label", "libelle", "Le maillon tel qu’il s’imprime", "The node as printed", REQUIRED),
    COLUMN(change_node, leads_to, NAMES, "leads_to", "mene_a", "Les maillons qu’il rend possibles, séparés par des espaces", "The nodes it makes possible, separated by spaces", OPTIONAL),
    COLUMN(change_node, hypothesis, TEXT, "hypothesis", "hypothese", "Ce qu’il faut croire pour que le lien tienne", "What must hold for the link to hold", OPTIONAL),
    COLUMN(change_node, reviewed_on, DATE, "reviewed_on", "revu_le", "Le jour où il a été relu ensemble", "The day it was last reviewed together", OPTIONAL),
    COLUMNS_END};

const struct column objective_columns[] = {
    COLUMN(objective, id, NAME, "id", "id", "Identifiant court", "Short identifier", REQUIRED),
    COLUMN(objective, label, TEXT, "label", "libelle", "L’objectif", "The objective", REQUIRED),
    COLUMN(objective, owner, TEXT, "owner", "responsable", "Qui en répond", "Who answers for it", REQUIRED),
    COLUMN(objective, due, MOMENT, "due", "echeance", "Jour ou période d’échéance", "Day or period in which it is due", REQUIRED),
    COLUMN(objective, indicator, REF, "indicator", "indicateur", "L’indicateur qui le mesure", "The indicator that measures it", .refers = "indicators"),
    COLUMN(objective, target, TEXT, "target", "cible", "La valeur visée", "The value aimed at", OPTIONAL),
    COLUMN(objective, state, CHOICE, "state", "etat", "Où il en est", "How far it is", .choices = objective_choices),
    COLUMN(objective, node, TEXT, "node", "maillon", "Le maillon de la théorie du changement qu’il sert", "The node of the theory of change it serves", OPTIONAL),
    COLUMN(objective, laureate, REF, "laureate", "laureat", "Le lauréat, s’il est le sien", "The laureate, where it is one's own", .refers = "laureates"),
    COLUMNS_END};

const struct column role_columns[] = {
    COLUMN(role, objective, REF, "objective", "objectif", "L’identifiant de l’objectif", "The objective's id", .refers = "objectives", REQUIRED),
    COLUMN(role, person, TEXT, "person", "personne", "La personne ; vide si la place est vacante", "The person; empty where vacant", OPTIONAL),
    COLUMN(role, role, CHOICE, "role", "role", "Son rôle dans cet objectif", "Their role in this objective", .choices = role_choices, REQUIRED),
    COLUMNS_END};

const struct column priority_columns[] = {
    COLUMN(priority, label, TEXT, "label", "libelle", "La priorité", "The priority", REQUIRED),
    COLUMN(priority, state, CHOICE, "state", "etat", "Gardée ou abandonnée", "Kept or dropped", .choices = priority_choices, REQUIRED),
    COLUMN(priority, reason, TEXT, "reason", "motif", "Pourquoi", "Why", OPTIONAL),
    COLUMN(priority, year, PERIOD, "year", "annee", "L’année où elle vaut", "The year in which it holds", OPTIONAL),
    COLUMNS_END};

const struct column body_columns[] = {
    COLUMN(body, name, TEXT, "name", "nom", "Le nom de l’instance", "The body's name", REQUIRED),
    COLUMN(body, objective, REF, "objective", "objectif", "L’objectif qu’elle sert", "The objective it serves", .refers = "objectives"),
    COLUMN(body, created_on, DATE, "created_on", "creee_le", "Le jour de sa création", "The day it was created", REQUIRED),
    COLUMN(body, purpose, TEXT, "purpose", "raison", "À quoi elle sert", "What it is for", OPTIONAL),
    COLUMN(body, members, TEXT, "members", "membres", "Qui y siège", "Who sits on it", OPTIONAL),
    COLUMNS_END};

const struct column team_columns[] = {
    COLUMN(team_member, role, TEXT, "role", "role", "La fonction", "The role", REQUIRED),
    COLUMN(team_member, person, TEXT, "person", "personne", "La personne ; vide si la place est vacante", "The person; empty where vacant", OPTIONAL),
    COLUMN(team_member, fte, NUMBER, "fte", "etp", "Équivalent temps plein", "Full-time equivalent", OPTIONAL),
    COLUMNS_END};

const struct column resource_columns[] = {
    COLUMN(resource, line, TEXT, "line", "ligne", "La ligne du budget", "The budget line", REQUIRED),
    COLUMN(resource, planned, NUMBER, "planned", "prevu", "Montant prévu", "Amount planned", REQUIRED),
    COLUMN(resource, used, NUMBER, "used", "utilise", "Montant utilisé", "Amount used", OPTIONAL),
    COLUMN(resource, objective, REF, "objective", "objectif", "L’objectif qu’elle sert", "The objective it serves", .refers = "objectives"),
    COLUMN(resource, laureate, REF, "laureate", "laureat", "Le lauréat, si elle est la sienne", "The laureate, where it is one's own", .refers = "laureates"),
    COLUMN(resource, date, DATE, "date", "date", "Le jour où elle a été décidée", "The day it was decided", OPTIONAL),
    COLUMN(resource, period, PERIOD, "period", "periode", "La période qu’elle couvre", "The period it covers", OPTIONAL),
    COLUMN(resource, note, TEXT, "note", "note", "Pourquoi l’écart", "Why it differs", OPTIONAL),
    COLUMN(resource, envelope, NUMBER, "envelope", "enveloppe", "Le plafond de la ligne", "The line's ceiling", OPTIONAL),
    COLUMNS_END};

const struct column decision_columns[] = {
    COLUMN(decision, date, DATE, "date", "date", "Le jour de la décision", "The day of the decision", REQUIRED),
    COLUMN(decision, seen, TEXT, "seen", "constat", "Ce qui a été constaté", "What was seen", REQUIRED),
    COLUMN(decision, decision, TEXT, "decided", "decision", "Ce qui a été décidé", "What was decided", REQUIRED),
    COLUMN(decision, by, TEXT, "by", "par", "Par qui", "By whom", OPTIONAL),
    COLUMN(decision, indicator, REF, "indicator", "indicateur", "L’indicateur qui l’a éclairée", "The indicator it rested on", .refers = "indicators"),
    COLUMN(decision, period, PERIOD, "period", "periode", "La période observée", "The period looked at", OPTIONAL),
    COLUMN(decision, effect, TEXT, "effect", "effet", "L’effet attendu ou constaté", "The effect expected or seen", OPTIONAL),
    COLUMN(decision, follow_up, TEXT, "follow_up", "suivi", "Ce qu’elle est devenue", "What became of it", OPTIONAL),
    COLUMN(decision, state, CHOICE, "state", "etat", "Ouverte ou faite", "Open or done", .choices = decision_choices),
    COLUMNS_END};

const struct column activity_columns[] = {
    COLUMN(activity, laureate, REF, "laureate", "laureat", "Le lauréat qui la mène", "The laureate who leads it", .refers = "laureates", REQUIRED),
    COLUMN(activity, audience, TEXT, "public", "public", "Pour qui", "For whom", REQUIRED),
    COLUMN(activity, territory, TEXT, "territory", "territoire", "Où", "Where", REQUIRED),
    COLUMN(activity, step, TEXT, "step", "etape", "L’étape du parcours", "The step of the path", REQUIRED),
    COLUMN(activity, label, TEXT, "label", "libelle", "L’activité", "The activity", OPTIONAL),
    COLUMN(activity, capacity, INTEGER, "capacity", "capacite", "Le nombre de places", "The number of places", OPTIONAL),
    COLUMN(activity, start, MOMENT, "start", "debut", "Jour ou période de début", "Day or period in which it starts", OPTIONAL),
    COLUMN(activity, end, MOMENT, "end", "fin", "Jour ou période de fin", "Day or period in which it ends", OPTIONAL),
    COLUMNS_END};

const struct column referral_columns[] = {
    COLUMN(referral, from, TEXT, "from", "de", "Qui oriente : un lauréat ou un nom", "Who refers: a laureate or a name", REQUIRED),
    COLUMN(referral, to, TEXT, "to", "vers", "Vers qui : un lauréat ou un nom", "To whom: a laureate or a name", REQUIRED),
    COLUMN(referral, period, PERIOD, "period", "periode", "La période", "The period", REQUIRED),
    COLUMN(referral, count, INTEGER, "count", "nombre", "Le nombre de personnes orientées", "The number of persons referred", REQUIRED),
    COLUMNS_END};

const struct column sharing_columns[] = {
    COLUMN(sharing, what, TEXT, "what", "quoi", "Ce qui est mis en commun", "What is shared", REQUIRED),
    COLUMN(sharing, by, TEXT, "by", "par", "Qui l’apporte", "Who brings it", REQUIRED),
    COLUMN(sharing, used_by, NAMES, "used_by", "utilise_par", "Qui s’en sert", "Who uses it", OPTIONAL),
    COLUMN(sharing, date, DATE, "date", "date", "Depuis quand", "Since when", OPTIONAL),
    COLUMNS_END};

const struct column systemic_change_columns[] = {
    COLUMN(systemic_change, what, TEXT, "what", "quoi", "Ce qui a changé au-delà des lauréats", "What changed beyond the laureates", REQUIRED),
    COLUMN(systemic_change, who, TEXT, "who", "qui", "Chez qui", "Where", REQUIRED),
    COLUMN(systemic_change, evidence, TEXT, "evidence", "preuve", "Ce qui le montre", "What shows it", REQUIRED),
    COLUMN(systemic_change, contribution, TEXT, "contribution", "contribution", "La part du collectif", "The collective's part in it", OPTIONAL),
    COLUMN(systemic_change, date, DATE, "date", "date", "Quand", "When", OPTIONAL),
    COLUMN(systemic_change, link, TEXT, "link", "lien", "Une adresse où le lire", "An address where it can be read", OPTIONAL),
    COLUMNS_END};
/* clang-format on */
