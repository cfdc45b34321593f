/* Columns of the life of the collective: meetings, needs, messages, patrons. */
#include "inputs_columns.h"

/* clang-format off */
static const struct choice meeting_choices[] = {
    CHOICE("session_intelligence", "intelligence_collective", MEETING_INTELLIGENCE), CHOICE("session_expert", "intervention_expert", MEETING_EXPERT),
    CHOICE("session_ecosystem", "acteur_ecosysteme", MEETING_ECOSYSTEM), CHOICE("webinar", "webinaire", MEETING_WEBINAR),
    CHOICE("follow_up", "point_de_suivi", MEETING_FOLLOW_UP), CHOICE("coordination", "coordination", MEETING_COORDINATION),
    CHOICE("operational", "operationnel", MEETING_OPERATIONAL), CHOICE("slot", "creneau", MEETING_SLOT), CHOICES_END};
static const struct choice need_choices[] = {
    CHOICE("open", "ouvert", NEED_OPEN), CHOICE("shared", "partage", NEED_SHARED), CHOICE("answered", "repondu", NEED_ANSWERED),
    CHOICE("closed", "clos", NEED_CLOSED), CHOICES_END};
const struct choice urgency_choices[] = {
    CHOICE("high", "haute", URGENCY_HIGH), CHOICE("high", "forte", URGENCY_HIGH), CHOICE("high", "élevée", URGENCY_HIGH),
    CHOICE("medium", "moyenne", URGENCY_MEDIUM), CHOICE("low", "basse", URGENCY_LOW), CHOICE("low", "faible", URGENCY_LOW), CHOICES_END};

const struct column meeting_columns[] = {
    COLUMN(meeting, id, NAME, "id", "id", "Identifiant court, aussi le nom de son compte rendu", "Short identifier, also the name of its minutes", REQUIRED),
    COLUMN(meeting, date, DATE, "date", "date", "Le jour", "The day", REQUIRED),
    COLUMN(meeting, type, CHOICE, "type", "type", "La sorte de rencontre", "The kind of meeting", .choices = meeting_choices, REQUIRED),
    COLUMN(meeting, title, TEXT, "title", "titre", "Le sujet", "The subject", REQUIRED),
    COLUMN(meeting, announced_on, DATE, "announced_on", "annonce_le", "Le jour où la date a été annoncée", "The day its date was announced", OPTIONAL),
    COLUMN(meeting, need, REF, "need", "besoin", "Le besoin dont le sujet vient", "The need its subject comes from", .refers = "needs"),
    COLUMN(meeting, theme, TEXT, "theme", "theme", "Le thème", "The theme", OPTIONAL),
    COLUMN(meeting, agenda_sent_on, DATE, "agenda_sent_on", "ordre_du_jour_le", "Le jour où l’ordre du jour est parti", "The day the agenda was sent", OPTIONAL),
    COLUMN(meeting, minutes_on, DATE, "minutes_on", "compte_rendu_le", "Le jour où le compte rendu est parti", "The day the minutes were sent", OPTIONAL),
    COLUMN(meeting, hours, NUMBER, "hours", "heures", "Sa durée en heures", "Its length in hours", OPTIONAL),
    COLUMN(meeting, place, TEXT, "place", "lieu", "Le lieu", "The place", OPTIONAL),
    COLUMN(meeting, key_roles, NAMES, "key_roles", "roles_cles", "Les rôles qui devaient être là", "The roles that had to be there", OPTIONAL),
    COLUMN(meeting, held, YES_NO, "held", "tenue", "A-t-elle eu lieu", "Whether it took place", OPTIONAL),
    COLUMNS_END};

const struct column attendance_columns[] = {
    COLUMN(attendance, meeting, REF, "meeting", "rencontre", "L’identifiant de la rencontre", "The meeting's id", .refers = "meetings", REQUIRED),
    COLUMN(attendance, member, TEXT, "member", "membre", "Un lauréat, un mécène, ou un nom", "A laureate, a funder, or a name", REQUIRED),
    COLUMN(attendance, role, TEXT, "role", "role", "À quel titre", "In what role", OPTIONAL),
    COLUMNS_END};

const struct column follow_up_columns[] = {
    COLUMN(follow_up, laureate, REF, "laureate", "laureat", "Le lauréat suivi", "The laureate followed", .refers = "laureates", REQUIRED),
    COLUMN(follow_up, date, DATE, "date", "date", "Le jour du point", "The day of the follow-up", REQUIRED),
    COLUMN(follow_up, programme_owner, TEXT, "programme_owner", "porteur", "Qui y était pour la structure responsable du programme", "Who was there for the programme's owner", OPTIONAL),
    COLUMN(follow_up, facilitator, TEXT, "facilitator", "animation", "Qui y était pour la structure d’animation", "Who was there for the facilitator", OPTIONAL),
    COLUMN(follow_up, laureate_present, YES_NO, "laureate_present", "laureat_present", "Le lauréat y était-il", "Whether the laureate was there", OPTIONAL),
    COLUMN(follow_up, next, DATE, "next", "prochain", "Le jour du prochain point", "The day of the next one", OPTIONAL),
    COLUMNS_END};

const struct column need_columns[] = {
    COLUMN(need, id, NAME, "id", "id", "Identifiant court", "Short identifier", REQUIRED),
    COLUMN(need, laureate, REF, "laureate", "laureat", "Le lauréat qui l’exprime", "The laureate who has it", .refers = "laureates", REQUIRED),
    COLUMN(need, period, PERIOD, "period", "periode", "La période où il a été dit", "The period in which it was said", REQUIRED),
    COLUMN(need, type, TEXT, "type", "type", "La sorte de besoin", "The kind of need", REQUIRED),
    COLUMN(need, text, TEXT, "text", "texte", "Le besoin", "The need", REQUIRED),
    COLUMN(need, urgency, TEXT, "urgency", "urgence", "Son urgence", "Its urgency", OPTIONAL),
    COLUMN(need, shareable, YES_NO, "shareable", "partageable", "Peut-il être partagé en session", "Whether it may be shared in a session", OPTIONAL),
    COLUMN(need, meeting, REF, "meeting", "rencontre", "La rencontre à l’ordre du jour de laquelle il est", "The meeting whose agenda it is on", .refers = "meetings"),
    COLUMN(need, answer, TEXT, "answer", "reponse", "La réponse apportée", "The answer given", OPTIONAL),
    COLUMN(need, state, CHOICE, "state", "etat", "Où il en est", "How far it is", .choices = need_choices),
    COLUMNS_END};

const struct column channel_columns[] = {
    COLUMN(channel, name, TEXT, "name", "nom", "Le canal", "The channel", REQUIRED),
    COLUMN(channel, purpose, TEXT, "purpose", "usage", "À quoi il sert", "What it is for", REQUIRED),
    COLUMN(channel, decision, DATE, "decision", "decision", "Le jour où le collectif l’a décidé", "The day the collective decided on it", OPTIONAL),
    COLUMN(channel, group_chat, YES_NO, "group_chat", "groupe", "Est-ce un groupe de discussion", "Whether it is a group chat", OPTIONAL),
    COLUMN(channel, wanted_by, TEXT, "wanted_by", "demande_par", "Qui l’a demandé", "Who asked for it", OPTIONAL),
    COLUMNS_END};

const struct column mail_columns[] = {
    COLUMN(mail, date, DATE, "date", "date", "Le jour de l’envoi", "The day it was sent", REQUIRED),
    COLUMN(mail, sender, TEXT, "sender", "expediteur", "Qui l’a envoyé", "Who sent it", REQUIRED),
    COLUMN(mail, purpose, TEXT, "purpose", "objet", "L’objet", "What it was about", REQUIRED),
    COLUMN(mail, recipients, TEXT, "recipients", "destinataires", "À qui", "To whom", OPTIONAL),
    COLUMN(mail, official, YES_NO, "official", "officiel", "Est-ce une communication officielle", "Whether it is an official communication", OPTIONAL),
    COLUMNS_END};

const struct column request_columns[] = {
    COLUMN(request, date, DATE, "date", "date", "Le jour de la demande", "The day of the request", REQUIRED),
    COLUMN(request, label, TEXT, "label", "libelle", "Ce qui est demandé aux membres", "What is asked of the members", REQUIRED),
    COLUMN(request, hours, NUMBER, "hours", "heures", "Le temps que cela leur prend", "The time it takes them", REQUIRED),
    COLUMN(request, laureate, REF, "laureate", "laureat", "Le lauréat ; vide pour tous", "The laureate; empty for all", .refers = "laureates"),
    COLUMN(request, kind, TEXT, "kind", "nature", "La sorte de demande", "The kind of request", OPTIONAL),
    COLUMNS_END};

const struct column consultation_columns[] = {
    COLUMN(consultation, question, TEXT, "question", "question", "La question posée", "The question asked", REQUIRED),
    COLUMN(consultation, closed_on, DATE, "closed_on", "close_le", "Le jour où elle a été close", "The day it was closed", REQUIRED),
    COLUMN(consultation, answers, TEXT, "answers", "reponses", "Les réponses reçues", "The answers received", OPTIONAL),
    COLUMN(consultation, outcome, TEXT, "outcome", "suite", "Ce qui en a été fait", "What was done with them", OPTIONAL),
    COLUMNS_END};

const struct column document_columns[] = {
    COLUMN(document_link, title, TEXT, "title", "titre", "Le titre du document", "The document's title", REQUIRED),
    COLUMN(document_link, place, TEXT, "place", "lieu", "Son adresse ou son chemin dans le dépôt", "Its address or its path in the repository", REQUIRED),
    COLUMN(document_link, kind, TEXT, "kind", "nature", "La sorte de document", "The kind of document", OPTIONAL),
    COLUMN(document_link, date, DATE, "date", "date", "Sa date", "Its date", OPTIONAL),
    COLUMN(document_link, audience, TEXT, "audience", "audience", "Pour qui", "For whom", OPTIONAL),
    COLUMNS_END};

const struct column call_columns[] = {
    COLUMN(call, title, TEXT, "title", "titre", "Le titre de l’appel", "The call's title", REQUIRED),
    COLUMN(call, funder, TEXT, "funder", "financeur", "Qui finance", "Who funds", REQUIRED),
    COLUMN(call, deadline, DATE, "deadline", "date_limite", "Le dernier jour pour y répondre", "The last day to answer", REQUIRED),
    COLUMN(call, amount, NUMBER, "amount", "montant", "Le montant", "The amount", OPTIONAL),
    COLUMN(call, publics, NAMES, "publics", "publics", "Les publics visés", "Whom it is for", OPTIONAL),
    COLUMN(call, territory, TEXT, "territory", "territoire", "Le territoire visé", "The territory it covers", OPTIONAL),
    COLUMN(call, themes, NAMES, "themes", "themes", "Les thèmes", "Its themes", OPTIONAL),
    COLUMN(call, link, TEXT, "link", "lien", "L’adresse de l’appel", "The call's address", OPTIONAL),
    COLUMNS_END};

const struct column funder_columns[] = {
    COLUMN(funder, id, NAME, "id", "id", "Identifiant court", "Short identifier", REQUIRED),
    COLUMN(funder, name, TEXT, "name", "nom", "Le nom du mécène", "The funder's name", REQUIRED),
    COLUMN(funder, consent, YES_NO, "consent", "consentement", "Accepte-t-il d’être nommé hors du collectif", "Whether it agrees to be named outside the collective", OPTIONAL),
    COLUMN(funder, since, MOMENT, "since", "depuis", "Jour ou période depuis laquelle il soutient le programme", "Day or period since which it supports the programme", OPTIONAL),
    COLUMNS_END};

const struct column contribution_columns[] = {
    COLUMN(contribution, funder, REF, "funder", "mecene", "L’identifiant du mécène", "The funder's id", .refers = "funders", REQUIRED),
    COLUMN(contribution, date, DATE, "date", "date", "Le jour", "The day", REQUIRED),
    COLUMN(contribution, what, TEXT, "what", "quoi", "Ce que le mécène a apporté", "What the funder brought", REQUIRED),
    COLUMN(contribution, quote, TEXT, "quote", "citation", "Une parole du mécène", "A quotation of the funder", OPTIONAL),
    COLUMN(contribution, quote_by, TEXT, "quote_by", "citation_de", "Qui l’a dite", "Who said it", OPTIONAL),
    COLUMN(contribution, consent, YES_NO, "consent", "consentement", "Cette personne accepte-t-elle d’être citée", "Whether that person agrees to be quoted", OPTIONAL),
    COLUMNS_END};
/* clang-format on */
