/* Keys of the front matter of texts that stand for themselves. */
#include "inputs_columns.h"

/* clang-format off */
const struct column agreement_columns[] = {
    COLUMN(text_file, title, TEXT, "title", "titre", "Le titre", "The title", OPTIONAL),
    COLUMN(text_file, adopted_on, DATE, "adopted_on", "adoptee_le", "Le jour de son adoption", "The day it was adopted", OPTIONAL),
    COLUMN(text_file, signatories, NAMES, "signatories", "signataires", "Les membres qui l’ont signé", "The members who signed it", OPTIONAL),
    COLUMNS_END};

const struct column theory_text_columns[] = {
    COLUMN(text_file, title, TEXT, "title", "titre", "Le titre", "The title", OPTIONAL),
    COLUMNS_END};

const struct column minutes_columns[] = {
    COLUMN(text_file, title, TEXT, "title", "titre", "Le titre", "The title", OPTIONAL),
    COLUMNS_END};

const struct column news_columns[] = {
    COLUMN(text_file, title, TEXT, "title", "titre", "Le titre ; sinon le premier intertitre", "The title; else the first heading", OPTIONAL),
    COLUMN(text_file, date, DATE, "date", "date", "La date ; sinon celle du nom du fichier", "The date; else that of the file's name", OPTIONAL),
    COLUMN(text_file, source, TEXT, "source", "source", "D’où vient la nouvelle", "Where the news comes from", OPTIONAL),
    COLUMN(text_file, audience, TEXT, "audience", "audience", "Pour qui : interne, partenaires, publique ; interne sinon", "For whom: internal, partners, public; internal unless said", OPTIONAL),
    COLUMN(text_file, expires, DATE, "expires", "expire", "Le dernier jour où la montrer", "The last day to show it", OPTIONAL),
    COLUMNS_END};

const struct column review_columns[] = {
    COLUMN(text_file, title, TEXT, "title", "titre", "Le titre du chapitre", "The chapter's title", OPTIONAL),
    COLUMNS_END};

const struct column practice_columns[] = {
    COLUMN(practice, title, TEXT, "title", "titre", "Le nom de la pratique", "The practice's name", REQUIRED),
    COLUMN(practice, laureates, REFS, "laureates", "laureats", "Les lauréats qui la mènent", "The laureates who do it", .refers = "laureates"),
    COLUMN(practice, factor, TEXT, "factor", "facteur", "Le facteur de réussite, de 1 à 6", "The success factor, 1 to 6", OPTIONAL),
    COLUMN(practice, audience, TEXT, "public", "public", "Pour qui", "For whom", OPTIONAL),
    COLUMN(practice, territory, TEXT, "territory", "territoire", "Où", "Where", OPTIONAL),
    COLUMN(practice, period, TEXT, "period", "periode", "Depuis quand, jusqu’à quand", "Since when, until when", OPTIONAL),
    COLUMN(practice, stage, TEXT, "stage", "stade", "Essai, installée, reprise ailleurs…", "Trial, established, re-used…", OPTIONAL),
    COLUMN(practice, keywords, NAMES, "keywords", "mots_cles", "Mots pour la retrouver", "Words by which to find it", OPTIONAL),
    COLUMN(practice, contact_role, TEXT, "contact_role", "fonction_contact", "La fonction de la personne à joindre", "The role of the person to contact", OPTIONAL),
    COLUMN(practice, licence, TEXT, "licence", "licence", "La licence sous laquelle la reprendre", "The licence under which to re-use it", OPTIONAL),
    COLUMN(practice, version, TEXT, "version", "version", "La version de la fiche", "The sheet's version", OPTIONAL),
    COLUMN(practice, node, TEXT, "node", "maillon", "Le maillon de la théorie du changement", "The node of the theory of change", OPTIONAL),
    COLUMN(practice, reviewers, NAMES, "reviewers", "relecteurs", "Qui l’a relue, l’un au moins hors du programme", "Who reviewed it, one at least from outside", OPTIONAL),
    COLUMN(practice, reused_by, NAMES, "reused_by", "reutilisee_par", "Qui l’a reprise", "Who re-used it", OPTIONAL),
    COLUMNS_END};
/* clang-format on */
