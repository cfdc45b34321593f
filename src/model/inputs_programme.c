/* Columns of the programme, its laureates and what they write. */
#include "inputs_columns.h"

/* clang-format off */
static const struct choice language_choices[] = {
    CHOICE("fr", "fr", 1 + LANGUAGE_FR), CHOICE("en", "en", 1 + LANGUAGE_EN),
    CHOICE("french", "francais", 1 + LANGUAGE_FR), CHOICE("english", "anglais", 1 + LANGUAGE_EN), CHOICES_END};

const struct choice period_kind_choices[] = {
    CHOICE("month", "mois", PERIOD_MONTH), CHOICE("quarter", "trimestre", PERIOD_QUARTER),
    CHOICE("semester", "semestre", PERIOD_SEMESTER), CHOICE("year", "annee", PERIOD_YEAR), CHOICES_END};

static const struct choice paper_choices[] = {CHOICE("a4", "a4", 1), CHOICE("letter", "lettre", 2), CHOICES_END};

static const struct choice alignment_choices[] = {
    CHOICE("justified", "justifie", 1), CHOICE("ragged", "drapeau", 2), CHOICES_END};

static const struct choice table_look_choices[] = {CHOICE("rules", "filets", 1), CHOICE("bands", "bandes", 2), CHOICES_END};

const struct column programme_columns[] = {
    COLUMN(programme_front, name, TEXT, "name", "nom", "Le nom du programme, tel qu’il s’imprime", "The programme's name, as printed", REQUIRED),
    COLUMN(programme_front, code, TEXT, "code", "code", "Un nom court pour les fichiers et les clés", "A short name for files and keys", OPTIONAL),
    COLUMN(programme_front, language, CHOICE, "language", "langue", "La langue des livrables", "The language of the deliverables", .choices = language_choices),
    COLUMN(programme_front, currency, TEXT, "currency", "monnaie", "Code ISO de la monnaie (EUR)", "ISO code of the currency (EUR)", OPTIONAL),
    COLUMN(programme_front, year_start, INTEGER, "year_start", "debut_annee", "Mois où commence l’année du programme (1 à 12)", "Month in which the programme's year starts (1 to 12)", OPTIONAL),
    COLUMN(programme_front, period, CHOICE, "period", "periode", "Rythme habituel des mesures (trimestre)", "Usual rhythm of the measures (quarter)", .choices = period_kind_choices),
    COLUMN(programme_front, first_period, PERIOD, "first_period", "premiere_periode", "Première période du programme", "First period of the programme", OPTIONAL),
    COLUMN(programme_front, edition_date, DATE, "edition_date", "date_edition", "La date imprimée sur les livrables", "The date printed on the deliverables", OPTIONAL),
    COLUMN(programme_front, cut_off, DATE, "cut_off", "arrete_au", "Le jour où les données sont arrêtées", "The day on which the data are closed", OPTIONAL),
    COLUMN(programme_front, coordination, TEXT, "coordination", "coordination", "Qui coordonne le collectif", "Who coordinates the collective", OPTIONAL),
    COLUMN(programme_front, funder, TEXT, "funder", "financeur", "Qui finance le programme", "Who funds the programme", OPTIONAL),
    COLUMN(programme_front, licence, TEXT, "licence", "licence", "La licence des livrables publics", "The licence of the public deliverables", OPTIONAL),
    COLUMN(programme_front, suppress_below, INTEGER, "suppress_below", "seuil", "Effectif de personnes au-dessous duquel un chiffre est masqué (5)", "Number of persons below which a figure is masked (5)", OPTIONAL),
    COLUMN(programme_front, envelope, NUMBER, "envelope", "enveloppe", "Le budget total du programme", "The programme's whole budget", OPTIONAL),
    COLUMN(programme_front, complete, INTEGER, "completeness.complete", "completude.complet", "Part reçue à partir de laquelle un total est complet (100)", "Share received from which a total is complete (100)", OPTIONAL),
    COLUMN(programme_front, mention, INTEGER, "completeness.mention", "completude.mention", "Part reçue à partir de laquelle le nombre de lauréats suffit à côté du total (80)", "Share received from which the number of laureates beside the total is enough (80)", OPTIONAL),
    COLUMN(programme_front, partial, INTEGER, "completeness.partial", "completude.partiel", "Part reçue au-dessous de laquelle aucun total n’est imprimé (50)", "Share received below which no total is printed (50)", OPTIONAL),
    COLUMN(programme_front, on_track, INTEGER, "status.on_track", "statut.en_bonne_voie", "Part de ce que la trajectoire demande à cette date, à partir de laquelle on est en bonne voie (90)", "Share of what the trajectory asks for by now, from which it is on track (90)", OPTIONAL),
    COLUMN(programme_front, watch, INTEGER, "status.watch", "statut.a_surveiller", "Part à partir de laquelle c’est à surveiller, et au-dessous de laquelle c’est en difficulté (70)", "Share from which it is to be watched, and below which it is off track (70)", OPTIONAL),
    COLUMN(programme_front, notice_days, INTEGER, "notice_days", "preavis_jours", "Jours entre l’annonce d’une rencontre et sa date (183)", "Days between the announcement of a meeting and its date (183)", OPTIONAL),
    COLUMN(programme_front, meeting_gap_days, INTEGER, "meeting_gap_days", "ecart_rencontres_jours", "Jours au moins entre deux rencontres collectives", "Least number of days between two collective meetings", OPTIONAL),
    COLUMN(programme_front, load_hours_per_quarter, NUMBER, "load_hours_per_quarter", "charge_heures_par_trimestre", "Heures demandées au plus à un lauréat par trimestre", "Most hours asked of a laureate in a quarter", OPTIONAL),
    COLUMN(programme_front, primary, TEXT, "theme.primary", "theme.principale", "Couleur principale (#RRVVBB)", "Main colour (#RRGGBB)", OPTIONAL),
    COLUMN(programme_front, accent, TEXT, "theme.accent", "theme.accent", "Couleur d’accent (#RRVVBB)", "Accent colour (#RRGGBB)", OPTIONAL),
    COLUMN(programme_front, font, TEXT, "theme.font", "theme.police", "Famille de caractères", "Font family", OPTIONAL),
    COLUMN(programme_front, logo, TEXT, "theme.logo", "theme.logo", "Chemin du logo dans le dépôt (PNG ou JPEG)", "Path of the logo in the repository (PNG or JPEG)", OPTIONAL),
    COLUMN(programme_front, paper, CHOICE, "theme.paper", "theme.papier", "Le papier des PDF : A4, ou lettre américaine", "The paper of PDF files: A4, or US Letter", .choices = paper_choices),
    COLUMN(programme_front, alignment, CHOICE, "theme.alignment", "theme.alignement", "Le texte courant des PDF : justifié, ou en drapeau", "Running text in PDF files: justified, or ragged", .choices = alignment_choices),
    COLUMN(programme_front, tables, CHOICE, "theme.tables", "theme.tableaux", "Les lignes des tableaux des PDF : séparées par des filets, ou teintées une sur deux", "Rows of tables in PDF files: parted by rules, or every second one tinted", .choices = table_look_choices),
    COLUMN(programme_front, publish, NAMES, "publish", "publier", "Les livrables à produire quand aucun n’est demandé", "The deliverables to build when none is asked for", OPTIONAL),
    COLUMNS_END};

const struct column laureate_columns[] = {
    COLUMN(laureate, id, NAME, "id", "id", "Identifiant court, aussi le nom de son dossier", "Short identifier, also the name of its folder", REQUIRED),
    COLUMN(laureate, name, TEXT, "name", "nom", "Le nom du lauréat", "The laureate's name", REQUIRED),
    COLUMN(laureate, short_name, TEXT, "short_name", "nom_court", "Son nom dans les tableaux et les graphiques", "Its name in tables and charts", OPTIONAL),
    COLUMN(laureate, article, TEXT, "article", "article", "L’article qui précède son nom dans une phrase (le, la, l’, les)", "The article before its name in a French sentence", OPTIONAL),
    COLUMN(laureate, territory, TEXT, "territory", "territoire", "Où il agit", "Where it works", OPTIONAL),
    COLUMN(laureate, themes, NAMES, "themes", "themes", "Ses thèmes, séparés par des virgules ou des espaces", "Its themes, separated by commas or spaces", OPTIONAL),
    COLUMN(laureate, publics, NAMES, "publics", "publics", "Ses publics, séparés par des virgules ou des espaces", "Whom it serves, separated by commas or spaces", OPTIONAL),
    COLUMN(laureate, joined, MOMENT, "joined", "entree", "Jour ou période d’entrée dans le programme", "Day or period in which it joined", OPTIONAL),
    COLUMN(laureate, left, MOMENT, "left", "sortie", "Dernier jour ou dernière période dans le programme", "Last day or period in the programme", OPTIONAL),
    COLUMN(laureate, grant, NUMBER, "grant", "dotation", "Montant reçu du programme", "Amount received from the programme", OPTIONAL),
    COLUMN(laureate, contact_role, TEXT, "contact_role", "fonction_contact", "Fonction de la personne à joindre", "Role of the person to contact", OPTIONAL),
    COLUMN(laureate, contact_name, TEXT, "contact_name", "nom_contact", "Nom de la personne à joindre", "Name of the person to contact", OPTIONAL),
    COLUMN(laureate, contact_email, TEXT, "contact_email", "courriel_contact", "Son adresse électronique", "Their e-mail address", OPTIONAL),
    COLUMN(laureate, consent, YES_NO, "consent", "consentement", "Cette personne accepte-t-elle d’être nommée hors du collectif", "Whether that person agrees to be named outside the collective", OPTIONAL),
    COLUMN(laureate, site, TEXT, "website", "site", "Adresse de son site", "Address of its website", OPTIONAL),
    COLUMN(laureate, tags, NAMES, "tags", "etiquettes", "Étiquettes libres, pour attendre une mesure d’une partie des lauréats", "Free tags, to expect a measure from some laureates only", OPTIONAL),
    COLUMNS_END};

const struct column dimension_columns[] = {
    COLUMN(category, dimension, TEXT, "dimension", "ventilation", "Le nom de la ventilation, aussi une colonne des mesures", "The breakdown's name, also a column of the measures", REQUIRED),
    COLUMN(category, category, TEXT, "category", "categorie", "Une valeur de cette colonne", "A value of that column", REQUIRED),
    COLUMN(category, label, TEXT, "label", "libelle", "La catégorie telle qu’elle s’imprime", "The category as printed", OPTIONAL),
    COLUMN(category, dimension_label, TEXT, "dimension_label", "libelle_ventilation", "La ventilation telle qu’elle s’imprime, sur une ligne au moins", "The breakdown as printed, on one row at least", OPTIONAL),
    COLUMN(category, exclusive, YES_NO, "exclusive", "exclusif", "Une personne n’entre que dans une catégorie (oui) ; sinon le total ne se vérifie pas", "A person is in one category only (yes); otherwise the total is not checked", OPTIONAL),
    COLUMNS_END};

const struct column profile_columns[] = {
    COLUMN(laureate, profile_title, TEXT, "title", "titre", "Le titre du portrait", "The portrait's title", OPTIONAL),
    COLUMN(laureate, profile_photo, TEXT, "photo", "photo", "Chemin d’une image du dépôt", "Path of an image in the repository", OPTIONAL),
    COLUMN(laureate, profile_quote, TEXT, "quote", "citation", "Une parole du lauréat", "A quotation of the laureate", OPTIONAL),
    COLUMN(laureate, profile_quote_by, TEXT, "quote_by", "citation_de", "Qui l’a dite", "Who said it", OPTIONAL),
    COLUMN(laureate, profile_consent, YES_NO, "consent", "consentement", "La personne citée ou photographiée est d’accord", "The person quoted or shown agrees", OPTIONAL),
    COLUMNS_END};

const struct column narrative_columns[] = {
    COLUMN(narrative, received_on, DATE, "received_on", "remis_le", "Le jour où le récit a été remis", "The day the narrative was received", OPTIONAL),
    COLUMN(narrative, validated_on, DATE, "validated_on", "valide_le", "Le jour où il a été validé", "The day it was validated", OPTIONAL),
    COLUMN(narrative, validated_by, TEXT, "validated_by", "valide_par", "Qui l’a validé", "Who validated it", OPTIONAL),
    COLUMN(narrative, follow_up, DATE, "follow_up", "point", "Le prochain point de suivi", "The next follow-up", OPTIONAL),
    COLUMN(narrative, status, TEXT, "status", "etat", "Où en est le récit", "How far the narrative is", OPTIONAL),
    COLUMNS_END};
/* clang-format on */
