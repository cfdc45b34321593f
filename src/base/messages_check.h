/* clang-format off */
MESSAGE(above_maximum, ERROR,
        "{1} dépasse le maximum de {3}, qui est {2} ; corrigez la valeur, ou `max` dans les indicateurs",
        "{1} is above the maximum of {3}, which is {2}; correct the value, or `max` in the indicators")
MESSAGE(accountable_not_one, ERROR, "l’objectif {1} a {2} « responsable » dans roles.csv ; il en faut exactement un",
        "objective {1} has {2} “accountable” in roles.csv; exactly one is needed")
MESSAGE(activities_gap, WARNING, "{1}, {2} : aucune activité pour {3} ; dites qui pourrait la mener, ou à qui orienter",
        "{1}, {2}: no activity for {3}; say who could lead it, or to whom to refer")
MESSAGE(activities_overlap, NOTE,
        "{1} et {2} agissent à la même étape ({4}) pour {3} : un recouvrement à regarder ensemble",
        "{1} and {2} work at the same step ({4}) for {3}: an overlap to look at together")
MESSAGE(activity_without_impact, WARNING, "l’activité {1} ne mène à aucun impact ; complétez `mene_a`",
        "activity {1} leads to no impact; complete `leads_to`")
MESSAGE(adoption_missing, WARNING, "ce texte ne dit pas quand il a été adopté ; ajoutez `adoptee_le` à l’en-tête",
        "this text does not say when it was adopted; add `adopted_on` to the front matter")
MESSAGE(
    after_leaving, WARNING,
    "valeur de {1} après la sortie de {2} : elle n’entre dans aucun total ; corrigez la période, ou la date de sortie",
    "value of {1} after {2} left: it enters no total; correct the period, or the day it left")
MESSAGE(agenda_late, WARNING, "{1} : ordre du jour envoyé {2} jours avant ; au moins 7",
        "{1}: agenda sent {2} days before; at least 7")
MESSAGE(agenda_missing, WARNING, "{1} : ordre du jour sans date d’envoi ; écrivez `ordre_du_jour_le`",
        "{1}: no day on which the agenda was sent; write `agenda_sent_on`")
MESSAGE(aggregation_fixed, ERROR, "{1} : l’agrégation d’un indicateur de cette sorte ne se choisit pas ; videz `{2}`",
        "{1}: the aggregation of an indicator of this kind is not to be chosen; empty `{2}`")
MESSAGE(attachment_missing, ERROR, "pièce jointe introuvable : {1} ; ajoutez-la au dépôt, ou corrigez le lien",
        "attachment not found: {1}; add it to the repository, or correct the link")
MESSAGE(bare_percentage, ERROR,
        "{1} est un ratio : remplacez cette valeur par les deux colonnes `numerateur` et `denominateur`",
        "{1} is a ratio: replace this value with the two columns `numerator` and `denominator`")
MESSAGE(
    before_joining, WARNING,
    "valeur de {1} avant l’entrée de {2} : elle n’entre dans aucun total ; corrigez la période, ou la date d’entrée",
    "value of {1} before {2} joined: it enters no total; correct the period, or the day it joined")
MESSAGE(below_minimum, ERROR,
        "{1} est sous le minimum de {3}, qui est {2} ; corrigez la valeur, ou `min` dans les indicateurs",
        "{1} is below the minimum of {3}, which is {2}; correct the value, or `min` in the indicators")
MESSAGE(bounds_disordered, ERROR, "{1} : la borne haute est sous la borne basse ; échangez-les",
        "{1}: the upper bound is below the lower one; exchange them")
MESSAGE(breakdown_differs, ERROR,
        "{1} : la ventilation « {2} » donne {3}, le total est {4} ; corrigez l’un des deux, ou ajoutez la catégorie "
        "« non renseigné »",
        "{1}: breakdown “{2}” adds up to {3}, the total is {4}; correct one of them, or add the category “not stated”")
MESSAGE(breakdown_without_total, WARNING, "{1} est ventilé pour {2} sans son total, qui compte comme non reçu ; ajoutez sa ligne",
        "{1} is broken down for {2} without its total, which counts as not received; add its row")
MESSAGE(cell_missing, ERROR, "il manque {1} sur cette ligne", "{1} is missing on this row")
MESSAGE(change_unusual, WARNING,
        "{1} change de {2} : bien plus que d’habitude chez ce lauréat ; vérifiez, et dites pourquoi en commentaire",
        "{1} changes by {2}: far more than is usual for this laureate; check it, and say why in a comment")
MESSAGE(channel_not_decided, WARNING, "le canal {1} n’a pas été décidé ensemble ; écrivez la date dans `decision`",
        "channel {1} was not decided together; write the date in `decision`")
MESSAGE(chapter_missing, WARNING, "le bilan {2} n’a pas de chapitre « {1} », ou il est vide ; écrivez-le",
        "the review of {2} has no chapter “{1}”, or it is empty; write it")
MESSAGE(chat_not_wanted, WARNING,
        "personne n’a demandé le groupe de discussion {1} ; écrivez qui dans `demande_par`, ou fermez-le",
        "nobody asked for the group chat {1}; write who in `wanted_by`, or close it")
MESSAGE(column_missing, ERROR, "il manque la colonne « {1} » ; ajoutez-la à l’en-tête",
        "column “{1}” is missing; add it to the header")
MESSAGE(column_of_rows, ERROR,
        "la colonne « {1} » n’est pas lue à côté d’une colonne par période (« {2} ») ; gardez l’une des deux formes",
        "column “{1}” is not read beside a column a period (“{2}”); keep one of the two forms")
MESSAGE(column_twice, ERROR, "la colonne « {1} » est là deux fois ; seule la première est lue",
        "column “{1}” is there twice; only the first is read")
MESSAGE(
    consent_not_asked, WARNING,
    "{1} : la personne à joindre n’a pas dit si elle accepte d’être nommée ; écrivez oui ou non dans `consentement`",
    "{1}: the contact person has not said whether they agree to be named; write yes or no in `consent`")
MESSAGE(consultation_without_outcome, WARNING,
        "consultation close et sans suite : « {1} » ; dites dans `suite` ce qui en a été fait",
        "consultation closed without an outcome: “{1}”; say in `outcome` what was done with it")
MESSAGE(contribution_missing, WARNING,
        "« {1} » : dites dans `contribution` la part du collectif, qui n’est jamais seul en cause",
        "“{1}”: say in `contribution` the collective’s part, which is never the only cause")
MESSAGE(correction_not_present, WARNING,
        "la correction dit {1}, les mesures disent {2} ; mettez la nouvelle valeur dans les mesures",
        "the correction says {1}, the measures say {2}; put the new value in the measures")
MESSAGE(counting_not_count, ERROR,
        "{1} : `comptage` ne vaut que pour un compte ; videz la cellule, ou donnez le type compte",
        "{1}: `counting` is for counts only; empty the cell, or make the type count")
MESSAGE(cumulative_down, WARNING,
        "{1} est un cumul et baisse : {2} après {3} ({4}) ; le flux de la période est non disponible ; corrigez, ou "
        "ajoutez une ligne à corrections.csv",
        "{1} is cumulative and goes down: {2} after {3} ({4}); the period’s flow is not available; correct it, or add "
        "a row to corrections.csv")
MESSAGE(decimal_mark, NOTE,
        "{1} est lu {2} ; écrivez la marque décimale du fichier : la virgule avec « ; », le point avec « , »",
        "{1} is read as {2}; write the file’s decimal mark: a comma with “;”, a point with “,”")
MESSAGE(decision_open_long, WARNING,
        "décision du {1} ouverte depuis plus de deux trimestres ; dites ce qu’elle est devenue",
        "decision of {1} open for more than two quarters; say what became of it")
MESSAGE(denominator_negative, ERROR, "{3} : le dénominateur est négatif ({1}/{2}) ; corrigez-le",
        "{3}: the denominator is negative ({1}/{2}); correct it")
MESSAGE(diagnostics_many, ERROR, "trop d’erreurs dans ce fichier : la suite n’est pas lue ; corrigez les premières",
        "too many errors in this file: the rest is not read; correct the first ones")
MESSAGE(dimension_not_declared, WARNING,
        "{1} ne déclare pas la ventilation « {2} » ; ajoutez-la à sa colonne `ventilations`",
        "{1} does not declare the breakdown “{2}”; add it to its column `dimensions`")
MESSAGE(direction_missing, ERROR,
        "{1} a une cible ({2}) mais pas de `sens` ; écrivez hausse, baisse, maintien ou plage",
        "{1} has a target ({2}) but no `direction`; write up, down, maintain or range")
MESSAGE(division_by_zero, ERROR,
        "{3} : {1} rapporté à {2} n’a pas de sens ; corrigez le dénominateur, ou écrivez 0 aux deux s’il n’y a rien",
        "{3}: {1} over {2} means nothing; correct the denominator, or write 0 in both where there is nothing")
MESSAGE(dropped_without_reason, ERROR, "priorité abandonnée sans motif : « {1} » ; écrivez pourquoi",
        "priority dropped without a reason: “{1}”; write why")
MESSAGE(editions_many, WARNING,
        "plus de {1} éditions : celles d’avant editions/{2}.csv ne sont ni lues ni comparées, et rien ne dit plus ce qu’elles "
        "donnent à retrouver ; ne comptez plus sur leurs masques, et sortez-les d’editions/",
        "more than {1} editions: those before editions/{2}.csv are neither read nor compared, and nothing tells any more what they "
        "give away; count on their masks no more, and take them out of editions/")
MESSAGE(envelope_exceeded, ERROR,
        "les lignes utilisées font {1}, l’enveloppe est de {2} ; corrigez les lignes ou l’enveloppe",
        "the lines used add up to {1}, the envelope is {2}; correct the lines or the envelope")
MESSAGE(failure_not_told, ERROR, "le bilan {1} ne dit pas ce qui n’a pas marché ; écrivez ce-qui-n-a-pas-marche.md",
        "the review of {1} does not say what did not work; write what-did-not-work.md")
MESSAGE(flow_repeats, WARNING, "{1} vaut {2} pour la quatrième fois de suite ; vérifiez qu’il n’est pas recopié",
        "{1} is {2} for the fourth time running; check that it is not copied over")
MESSAGE(follow_up_missing, WARNING, "{1} : aucun point de suivi au trimestre {2}", "{1}: no follow-up in quarter {2}")
MESSAGE(form_before_function, WARNING,
        "« {1} » date du {2}, avant l’agenda commun ({3}) : la fonction précède la forme ; dites ce qu’elle sert "
        "aujourd’hui",
        "“{1}” dates from {2}, before the common agenda ({3}): function comes before form; say what it serves today")
MESSAGE(gap_not_explained, WARNING, "« {1} » : {2} utilisés pour {3} prévus ; dites pourquoi dans `note`",
        "“{1}”: {2} used for {3} planned; say why in `note`")
MESSAGE(heading_missing, WARNING, "il manque la partie « {1} », ou elle est vide", "part “{1}” is missing, or empty")
MESSAGE(headlines_many, WARNING, "plus de 7 indicateurs phares : on n’en retient pas tant ; gardez les plus utiles",
        "more than 7 headline indicators: nobody remembers so many; keep the most useful")
MESSAGE(id_path, ERROR,
        "« {1} » ne peut pas être le nom d’un dossier ou d’un fichier ; écrivez un identifiant sans « / » ni « \\ », qui ne commence pas "
        "par un point",
        "“{1}” cannot be the name of a folder or a file; write an id without “/” or “\\” that does not begin with a dot")
MESSAGE(id_sign, ERROR, "« {1} » ne peut pas être un identifiant ici : la clé d’un chiffre se lirait autrement ; écrivez par exemple {2}",
        "“{1}” cannot be an id here: the key of a figure would read otherwise; write {2}, for instance")
MESSAGE(id_twice, ERROR, "« {1} » existe déjà ({2}) ; donnez un autre identifiant à l’une des deux lignes",
        "“{1}” exists already ({2}); give one of the two rows another id")
MESSAGE(illegal_aggregation, ERROR,
        "{1} : cette agrégation n’a pas de sens pour un indicateur de cette sorte ; dans `{2}`, écrivez : {3}, ou "
        "laissez vide",
        "{1}: this aggregation means nothing for an indicator of this kind; in `{2}` write: {3}, or leave it empty")
MESSAGE(illegal_nature, ERROR,
        "{1} : cette nature n’a pas de sens pour un compte de cette sorte ; dans `nature`, écrivez : {2}",
        "{1}: this nature means nothing for a count of this kind; in `nature` write: {2}")
MESSAGE(image_missing, WARNING, "image introuvable : {1} ; son texte reste seul ; placez-la dans le dépôt, à {2}",
        "image not found: {1}; its text stands alone; put it in the repository, at {2}")
MESSAGE(image_on_web, WARNING, "image sur le web : {1} ; son texte reste seul ; copiez-la dans `media/`",
        "image on the web: {1}; its text stands alone; copy it into `media/`")
MESSAGE(image_outside, WARNING, "image hors du dépôt : {1} ; son texte reste seul ; copiez-la dans `media/`",
        "image outside the repository: {1}; its text stands alone; copy it into `media/`")
MESSAGE(image_unreadable, WARNING,
        "image illisible ou trop grande : {1} ; son texte reste seul ; enregistrez-la en PNG ou en JPEG",
        "image unreadable or too large: {1}; its text stands alone; save it as PNG or JPEG")
MESSAGE(impact_missing, WARNING, "la théorie du changement n’a pas de maillon de niveau impact ; ajoutez-en un",
        "the theory of change has no node of level impact; add one")
MESSAGE(indicator_not_cited, WARNING,
        "{1} n’a éclairé aucune décision depuis un an ; citez-le dans decisions.csv, ou cessez de le demander",
        "{1} has served no decision for a year; cite it in decisions.csv, or stop asking for it")
MESSAGE(indicator_of_programme, WARNING,
        "{1} se mesure pour le programme entier : la valeur d’un lauréat n’entre dans aucun total ; mettez-la dans "
        "mesures.csv",
        "{1} is measured for the whole programme: a laureate’s value enters no total; put it in measures.csv")
MESSAGE(indicator_without_node, WARNING,
        "{1} n’observe aucun maillon de la théorie du changement ; écrivez-le dans `maillon`",
        "{1} watches no node of the theory of change; write it in `node`")
MESSAGE(indicators_many, WARNING, "plus de 15 indicateurs partagés : gardez ceux qui servent à décider",
        "more than 15 shared indicators: keep those that serve decisions")
MESSAGE(input_empty, ERROR, "ce fichier n’a aucune ligne ; écrivez-en une par élément (« bilan schema {1} » dit les colonnes)",
        "this file has no row; write one an item (“bilan schema {1}” names the columns)")
MESSAGE(input_missing, ERROR, "il manque le fichier {1} (ou {2}) ; « bilan schema » dit ce qu’il contient",
        "file {2} (or {1}) is missing; “bilan schema” says what it holds")
MESSAGE(input_twice, ERROR, "ce fichier fait double emploi avec {1} ; il n’est pas lu : gardez l’un des deux",
        "this file says the same as {1}; it is not read: keep one of them")
MESSAGE(input_missing_text, ERROR,
        "il manque le fichier {1} ; créez-le et écrivez-y le nom du programme, « nom : … » entre deux lignes « --- »",
        "file {1} is missing; create it and write the name of the programme in it, “name: …” between two lines “---”")
MESSAGE(key_missing, ERROR, "il manque la clé `{1}` dans l’en-tête ; ajoutez-la entre les deux lignes « --- »",
        "key `{1}` is missing in the front matter; add it between the two “---” lines")
MESSAGE(key_not_map, ERROR, "`{1}` attend une valeur, pas un groupe de clés",
        "`{1}` takes a value, not a group of keys")
MESSAGE(key_role_absent, WARNING, "{1} : il manquait « {2} », dont la présence était nécessaire",
        "{1}: “{2}” was absent and had to be there")
MESSAGE(laureate_not_quoted, WARNING, "{1} n’est cité ni dans les bilans ni dans les pratiques ; donnez-lui la parole",
        "{1} is quoted neither in the reviews nor in the practices; let them speak")
MESSAGE(laureate_without_portrait, WARNING, "{1} n’a pas de portrait ; écrivez presentation.md dans son dossier",
        "{1} has no portrait; write profile.md in its folder")
MESSAGE(laureate_without_practice, WARNING, "{1} n’a pas de pratique documentée ; écrivez-en une dans pratiques/",
        "{1} has no documented practice; write one in practices/")
MESSAGE(left_before_joining, ERROR, "{1} sort du programme avant d’y entrer ; corrigez `entree` ou `sortie`",
        "{1} leaves the programme before joining it; correct `joined` or `left`")
MESSAGE(level_not_measured, WARNING,
        "aucun indicateur au niveau de {1} ; ajoutez-en un, ou donnez son niveau à un indicateur",
        "no indicator at the level of {1}; add one, or give an indicator that level")
MESSAGE(line_exceeded, ERROR, "« {1} » : {2} utilisés dépassent son enveloppe de {3}",
        "“{1}”: {2} used is above its envelope of {3}")
MESSAGE(link_nowhere, WARNING, "lien qui ne mène nulle part dans le dépôt : {1} ; son texte reste",
        "link that leads nowhere in the repository: {1}; its text stays")
MESSAGE(load_heavy, WARNING, "{1}, {2} : {3} heures demandées, au plus {4} ; espacez les rencontres ou les demandes",
        "{1}, {2}: {3} hours asked, at most {4}; space out meetings or requests")
MESSAGE(made_of_cycle, ERROR, "{1} est fait de {2}, qui est fait de lui ; retirez l’un des deux de `fait_de`",
        "{1} is made of {2}, which is made of it; take one of them out of `made_of`")
MESSAGE(made_of_other, ERROR,
        "{1} ne peut pas être fait de {2} : `fait_de` joint des comptes ou des montants de flux, rendus au même rythme que lui",
        "{1} cannot be made of {2}: `made_of` joins counts or amounts that are flows, filed as often as it is")
MESSAGE(mails_many, WARNING, "plus de {2} courriels collectifs en {1} ; regroupez-les",
        "more than {2} collective mails in {1}; bring them together")
MESSAGE(materials_missing, WARNING, "{1} : tenue sans compte rendu dans seances/ quinze jours après ; ajoutez-le",
        "{1}: held without minutes in sessions/ a fortnight later; add them")
MESSAGE(mean_without_n, ERROR,
        "{1} est une moyenne : donnez l’effectif dans la colonne `effectif`, ou déclarez `moyenne_simple`",
        "{1} is a mean: give the number of answers in column `n`, or declare `simple_mean`")
MESSAGE(meetings_close, WARNING, "{1} suit {2} de {3} jours ; au moins {4}",
        "{1} follows {2} by {3} days; at least {4}")
MESSAGE(method_missing, WARNING, "{1} : une valeur estimée dit comment elle l’est ; écrivez-le dans `commentaire`",
        "{1}: an estimate says how it was made; write it in `comment`")
MESSAGE(minutes_late, WARNING, "{1} : compte rendu envoyé {2} jours après ; au plus 15",
        "{1}: minutes sent {2} days after; at most 15")
MESSAGE(minutes_missing, WARNING,
        "{1} : pas de compte rendu ; écrivez `compte_rendu_le`, ou le compte rendu dans seances/",
        "{1}: no minutes; write `minutes_on`, or the minutes in sessions/")
MESSAGE(narrative_missing, WARNING, "{1} : aucun récit pour {2}", "{1}: no narrative for {2}")
MESSAGE(narrative_not_validated, NOTE, "récit remis, pas encore validé ; une fois validé, écrivez le jour dans `valide_le`",
        "narrative received, not validated yet; once it is, write the day in `validated_on`")
MESSAGE(narrative_twice, WARNING, "ce récit fait double emploi avec {1} ; il n’est pas lu",
        "this narrative says the same as {1}; it is not read")
MESSAGE(nature_missing, ERROR,
        "{1} : il manque la nature ; écrivez flux, stock, cumul_annee, cumul_programme ou ponctuel",
        "{1}: the nature is missing; write flow, stock, year_to_date, to_date or point")
MESSAGE(nature_not_needed, ERROR,
        "{1} : cette nature n’a pas de sens pour un indicateur de ce type ; laissez `nature` vide, ou écrivez : {2}",
        "{1}: this nature means nothing for an indicator of this type; leave `nature` empty, or write: {2}")
MESSAGE(nature_of_terms, ERROR,
        "{1} se calcule à partir d’autres indicateurs, qui ont chacun leur nature ; videz `nature`",
        "{1} is computed from other indicators, which each have their own nature; empty `nature`")
MESSAGE(need_closed_unanswered, WARNING, "le besoin {1} est clos sans réponse ; écrivez-la",
        "need {1} is closed without an answer; write it")
MESSAGE(need_not_shared, WARNING,
        "le besoin {1}, à partager, n’a été à l’ordre du jour d’aucune des deux sessions suivantes",
        "need {1}, to be shared, was on the agenda of neither of the next two sessions")
MESSAGE(need_open_long, WARNING,
        "le besoin {1} est ouvert depuis plus de deux trimestres ; répondez-y, ou dites pourquoi",
        "need {1} has been open for more than two quarters; answer it, or say why")
MESSAGE(node_not_reached, WARNING, "rien ne mène au maillon {1} ; complétez `mene_a` d’un autre",
        "nothing leads to node {1}; complete another’s `leads_to`")
MESSAGE(not_a_colour, ERROR, "« {1} » n’est pas une couleur ; écrivez \"#1F4E5F\", entre guillemets",
        "“{1}” is not a colour; write \"#1F4E5F\", in quotes")
MESSAGE(not_a_date, ERROR, "« {1} » n’est pas une date ; écrivez 2025-03-12 ou 12/03/2025",
        "“{1}” is not a date; write 2025-03-12 or 12/03/2025")
MESSAGE(not_a_moment, ERROR, "« {1} » n’est ni une date ni une période ; écrivez 2025-03-12, ou 2025-T1",
        "“{1}” is neither a date nor a period; write 2025-03-12, or 2025-Q1")
MESSAGE(not_a_number, ERROR, "« {1} » n’est pas un nombre ; écrivez par exemple 1 234,5, ou « nd » avec un motif",
        "“{1}” is not a number; write for example 1234.5, or “nd” with a reason")
MESSAGE(not_a_period, ERROR, "« {1} » n’est pas une période ; écrivez 2025-T1, 2025-S1, 2025-01 ou 2025",
        "“{1}” is not a period; write 2025-Q1, 2025-S1, 2025-01 or 2025")
MESSAGE(not_an_integer, ERROR, "{1} n’est pas un nombre entier", "{1} is not a whole number")
MESSAGE(not_whole, ERROR,
        "{1} n’est pas entier, et {2} se compte en entiers ; corrigez la valeur, ou `entier` dans les indicateurs",
        "{1} is not whole, and {2} is counted in whole numbers; correct the value, or `integer` in the indicators")
MESSAGE(not_yes_or_no, ERROR, "« {1} » n’est ni oui ni non", "“{1}” is neither yes nor no")
MESSAGE(number_ambiguous, ERROR, "« {1} » peut se lire {2} ou {3} ; écrivez celui que vous voulez dire",
        "“{1}” may be read {2} or {3}; write the one you mean")
MESSAGE(number_too_long, ERROR, "« {1} » a trop de chiffres ; 18 au plus", "“{1}” has too many digits; 18 at most")
MESSAGE(numerator_above, ERROR,
        "{3} : le numérateur {1} dépasse le dénominateur {2} ; corrigez-les, ou donnez un `max` à l’indicateur",
        "{3}: numerator {1} is above denominator {2}; correct them, or give the indicator a `max`")
MESSAGE(objective_not_measured, ERROR, "l’objectif {1} n’est pas chiffré ; donnez-lui un indicateur et une cible",
        "objective {1} is not measured; give it an indicator and a target")
MESSAGE(observation_twice, ERROR, "{1} est donné deux fois pour {2} (voir {3}) ; gardez une seule des deux lignes",
        "{1} is given twice for {2} (see {3}); keep one of the two rows")
MESSAGE(out_of_range, ERROR, "{1} est hors des limites ; écrivez un nombre de {2} à {3}",
        "{1} is out of range; write a number from {2} to {3}")
MESSAGE(outside_validity, WARNING,
        "valeur de {1} hors de sa période de validité ; corrigez la période, ou `valide_de` et `valide_a`",
        "value of {1} outside its validity; correct the period, or `valid_from` and `valid_to`")
MESSAGE(parts_not_whole, ERROR, "{3} se compte en entiers : {1}/{2} ne l’est pas",
        "{3} is counted in whole numbers: {1}/{2} is not")
MESSAGE(party_missing, WARNING, "point de suivi de {1} le {2} : il manque l’une des trois parties",
        "follow-up of {1} on {2}: one of the three parties is missing")
MESSAGE(period_not_due, WARNING,
        "{1} n’est pas attendu pour {2} ; écrivez une période de son rythme, ou celle qui la termine",
        "{1} is not expected for {2}; write a period of its rhythm, or the one that ends it")
MESSAGE(period_not_of_file, WARNING, "{1} dans un fichier de {2} ; la ligne est lue pour {1}",
        "{1} in a file of {2}; the row is read for {1}")
MESSAGE(period_too_long, ERROR,
        "{1} se rend plus souvent : {2} est trop long ; donnez chaque période, ou changez sa périodicité",
        "{1} is filed more often: {2} is too long; give each period, or change its frequency")
MESSAGE(portrait_without_consent, WARNING,
        "le portrait de {1} cite quelqu’un sans son accord ; écrivez `consentement: oui`, ou retirez la citation",
        "the portrait of {1} quotes somebody without their agreement; write `consent: yes`, or remove the quotation")
MESSAGE(practice_without_contact, ERROR, "la pratique {1} ne dit pas qui joindre ; écrivez `fonction_contact`",
        "practice {1} does not say whom to contact; write `contact_role`")
MESSAGE(practice_without_licence, ERROR, "la pratique {1} n’a pas de licence ; écrivez-la dans l’en-tête",
        "practice {1} has no licence; write it in the front matter")
MESSAGE(priorities_many, WARNING, "plus de 5 priorités gardées : choisir, c’est renoncer",
        "more than 5 priorities kept: to choose is to give up")
MESSAGE(quarter_without_coordination, WARNING, "aucun temps de coordination au trimestre {1}",
        "no coordination meeting in quarter {1}")
MESSAGE(quarter_without_session, WARNING, "aucune session collective au trimestre {1}",
        "no collective session in quarter {1}")
MESSAGE(quote_without_consent, ERROR,
        "{1} est cité sans avoir donné son accord ; écrivez oui dans `consentement`, ou retirez la citation",
        "{1} is quoted without having agreed; write yes in `consent`, or remove the quotation")
MESSAGE(range_without_ends, ERROR, "{1} vise une plage : donnez `bas` et `haut`",
        "{1} aims at a range: give `low` and `high`")
MESSAGE(ratio_above_maximum, ERROR, "{3} : {1}/{2} dépasse son maximum ; corrigez les parts, ou `max`",
        "{3}: {1}/{2} is above its maximum; correct the parts, or `max`")
MESSAGE(ratio_below_minimum, ERROR, "{3} : {1}/{2} est sous son minimum ; corrigez les parts, ou `min`",
        "{3}: {1}/{2} is below its minimum; correct the parts, or `min`")
MESSAGE(ratio_half, ERROR, "{1} : il manque `{2}` ; un ratio se donne par ses deux parts",
        "{1}: `{2}` is missing; a ratio is given by both its parts")
MESSAGE(ratio_of_terms, ERROR,
        "{1} se calcule à partir d’autres indicateurs : retirez cette ligne, ou retirez ses termes de la définition",
        "{1} is computed from other indicators: remove this row, or remove its terms from the definition")
MESSAGE(reason_missing, WARNING, "{1} n’est pas disponible, sans dire pourquoi ; écrivez-le dans la colonne `motif`",
        "{1} is not available, without saying why; write it in column `reason`")
MESSAGE(reference_to_empty, ERROR, "« {1} » renvoie à {2}.csv, vide ou absent ; ajoutez-l’y, ou retirez-le d’ici",
        "“{1}” refers to {2}.csv, which is empty or missing; add it there, or take it out here")
MESSAGE(received_late, WARNING, "remis le {1}, attendu le {2} au plus tard ; vérifiez le jour, sinon convenez du prochain",
        "received on {1}, due on {2} at the latest; check the day, else agree on the next one")
MESSAGE(role_vacant, WARNING, "un rôle de l’objectif {1} est vacant", "a role of objective {1} is vacant")
MESSAGE(rows_many, ERROR, "plus de {1} lignes ; la suite n’est pas lue", "more than {1} rows; the rest is not read")
MESSAGE(score_without_n, ERROR, "{1} est un score : dites dans la colonne `effectif` combien ont donné cette réponse",
        "{1} is a score: say in column `n` how many gave this answer")
MESSAGE(sender_not_coordination, WARNING, "courriel officiel envoyé par {1} ; faites-le partir de la coordination",
        "official mail sent by {1}; let it come from the coordination")
MESSAGE(serves_nothing, WARNING, "« {1} » ne sert aucun objectif ; écrivez lequel dans `objectif`",
        "“{1}” serves no objective; write which in `objective`")
MESSAGE(session_announced_late, WARNING, "{1} annoncée {2} jours avant ; au moins {3}",
        "{1} announced {2} days before; at least {3}")
MESSAGE(session_not_announced, WARNING,
        "{1} : date d’annonce inconnue ; écrivez `annonce_le`, au moins {2} jours avant",
        "{1}: day of announcement unknown; write `announced_on`, at least {2} days before")
MESSAGE(session_same_kind, WARNING,
        "{1} est de la même sorte que {2}, juste avant ; alternez intelligence collective, experts et autres acteurs",
        "{1} is of the same kind as {2}, just before; alternate collective intelligence, experts and other actors")
MESSAGE(session_without_need, WARNING, "{1} : le sujet ne vient d’aucun besoin ; écrivez lequel dans `besoin`",
        "{1}: its subject comes from no need; write which in `need`")
MESSAGE(session_without_patron, NOTE, "{1} : aucun mécène n’y était", "{1}: no funder was there")
MESSAGE(short_label_long, WARNING, "libellé court de {2} signes : « {1} » ; 30 au plus, pour les graphiques",
        "short label of {2} signs: “{1}”; 30 at most, for charts")
MESSAGE(signatures_missing, WARNING, "n’ont pas signé : {1}", "have not signed: {1}")
MESSAGE(slots_used, NOTE, "{1} créneaux utilisés sur {2}", "{1} slots used out of {2}")
MESSAGE(status_disordered, ERROR,
        "« en bonne voie » commence plus haut que « à surveiller » : donnez à `en_bonne_voie` le plus grand des deux "
        "nombres",
        "“on track” begins above “to watch”: give `on_track` the greater of the two numbers")
MESSAGE(status_with_value, ERROR,
        "le statut « {1} » dit qu’il n’y a pas de valeur, et il y en a une ; effacez l’un des deux",
        "status “{1}” says there is no value, and there is one; remove one of them")
MESSAGE(status_without_value, WARNING,
        "{1} : le statut « {2} » qualifie une valeur, et il n’y en a pas : elle compte comme non reçue ; écrivez-la, ou "
        "`nd` et pourquoi",
        "{1}: status “{2}” is that of a value, and there is none: it counts as not received; write it, or `nd` and why")
MESSAGE(stock_repeats, NOTE, "{1} reste à {2} pour la quatrième fois de suite",
        "{1} stays at {2} for the fourth time running")
MESSAGE(tag_of_nobody, WARNING, "aucun lauréat n’a l’étiquette « {1} » : cet indicateur n’est attendu de personne",
        "no laureate has the tag “{1}”: this indicator is expected of nobody")
MESSAGE(target_of_laureate, WARNING,
        "{1} se mesure pour le programme : la cible d’un lauréat ne sert pas ; videz la colonne `laureat`",
        "{1} is measured for the programme: a laureate’s target is of no use; empty the column `laureate`")
MESSAGE(target_twice, ERROR, "{1} a déjà une cible pour cette période ({2}) ; gardez l’une des deux",
        "{1} already has a target for this period ({2}); keep one of them")
MESSAGE(team_vacant, WARNING, "équipe de coordination : « {1} » est vacant", "coordination team: “{1}” is vacant")
MESSAGE(term_not_counted, ERROR, "{1} n’est ni un compte ni un montant : rien ne se calcule à partir de lui",
        "{1} is neither a count nor an amount: nothing is computed from it")
MESSAGE(terms_half, ERROR, "{1} : donnez à la fois `numerateur` et `denominateur`, ou aucun des deux",
        "{1}: give both `numerator` and `denominator`, or neither")
MESSAGE(terms_malformed, ERROR,
        "« {1} » n’est pas à sa place ; écrivez des identifiants joints par « + » ou « - » entre espaces",
        "“{1}” is out of place; write ids joined by “+” or “-” between spaces")
MESSAGE(terms_not_ratio, ERROR,
        "{1} n’est pas un ratio : videz `numerateur` et `denominateur`, ou donnez le type ratio",
        "{1} is not a ratio: empty `numerator` and `denominator`, or make the type ratio")
MESSAGE(theory_cycle, ERROR,
        "la théorie du changement tourne en rond : {1} mène à {2}, qui y ramène ; retirez l’un des liens",
        "the theory of change goes round in a circle: {1} leads to {2}, which leads back; remove one of the links")
MESSAGE(theory_not_reviewed, WARNING,
        "la théorie du changement n’a pas été relue depuis un an ; relisez-la ensemble, et écrivez `revu_le`",
        "the theory of change has not been reviewed for a year; review it together, and write `reviewed_on`")
MESSAGE(theme_contrast, WARNING,
        "la couleur {1} a un contraste de {2} avec le papier, et il en faut 4,5 pour lire ; écrivez \"{3}\", la plus proche qui convient",
        "the colour {1} has a contrast of {2} with the paper, and reading needs 4.5; write \"{3}\", the nearest one that passes")
MESSAGE(thresholds_disordered, ERROR,
        "les seuils de complétude vont du plus grand au plus petit : complet, mention, partiel",
        "the thresholds of completeness go from the greatest to the least: complete, mention, partial")
MESSAGE(transfer_missing, ERROR, "transférabilité : il manque « {1} », ou c’est vide ; écrivez cette partie",
        "transferability: “{1}” is missing, or empty; write that part")
MESSAGE(unit_differs, ERROR,
        "« {1} » n’est pas l’unité de l’indicateur, qui est « {2} » ; écrivez le nombre dans cette unité",
        "“{1}” is not the indicator’s unit, which is “{2}”; write the number in that unit")
MESSAGE(unit_missing, ERROR, "{1} : il manque l’unité ; écrivez par exemple jeunes, € ou %",
        "{1}: the unit is missing; write for example persons, € or %")
MESSAGE(unit_unexpected, ERROR, "« {1} » après le nombre n’est pas une unité connue ici ; écrivez le nombre seul",
        "“{1}” after the number is not a unit known here; write the number alone")
MESSAGE(unknown_category, ERROR, "« {1} » n’est pas une catégorie de « {2} » ; écrivez {3}",
        "“{1}” is not a category of “{2}”; write {3}")
MESSAGE(unknown_column, WARNING, "colonne inconnue : « {1} » ; écrivez {2}, ou x-… pour une colonne à vous",
        "unknown column: “{1}”; write {2}, or x-… for a column of your own")
MESSAGE(unknown_dimension, ERROR,
        "« {1} » n’est pas une ventilation connue ; écrivez {2}, ou ajoutez-la à ventilations.csv",
        "“{1}” is not a known breakdown; write {2}, or add it to dimensions.csv")
MESSAGE(unknown_file_near, WARNING, "fichier inconnu : « {1} » ; écrivez {2}, ou x-… s’il est à vous",
        "unknown file: “{1}”; write {2}, or x-… if it is your own")
MESSAGE(unknown_file, WARNING, "fichier inconnu : rien ne le lit ; renommez-le x-… s’il est à vous",
        "unknown file: nothing reads it; rename it x-… if it is your own")
MESSAGE(unknown_indicator, ERROR, "indicateur inconnu : « {1} » ; écrivez {2}", "unknown indicator: “{1}”; write {2}")
MESSAGE(unknown_key, WARNING, "clé inconnue : « {1} » ; écrivez {2}, ou x-… pour une clé à vous",
        "unknown key: “{1}”; write {2}, or x-… for a key of your own")
MESSAGE(unknown_laureate, ERROR, "lauréat inconnu : « {1} » ; écrivez {2}", "unknown laureate: “{1}”; write {2}")
MESSAGE(unknown_member, ERROR, "« {1} » n’est ni un lauréat, ni un mécène, ni la coordination ; écrivez {2}",
        "“{1}” is neither a laureate, nor a funder, nor the coordination; write {2}")
MESSAGE(unknown_node, ERROR, "« {1} » n’est pas un maillon de la théorie du changement ; écrivez {2}",
        "“{1}” is not a node of the theory of change; write {2}")
MESSAGE(unknown_reference, ERROR, "« {1} » n’existe pas dans {2} ; écrivez {3}",
        "“{1}” does not exist in {2}; write {3}")
MESSAGE(unknown_value, ERROR, "« {1} » n’est pas une valeur de `{2}` ; écrivez {3}",
        "“{1}” is not a value of `{2}`; write {3}")
MESSAGE(use_missing, WARNING,
        "{1} est partagé sans dire à quoi il sert ; écrivez dans `usage` la décision qu’il éclaire",
        "{1} is shared without saying what for; write in `use` the decision it serves")
MESSAGE(validity_disordered, ERROR, "{1} : la fin de validité précède le début ; corrigez `valide_de` ou `valide_a`",
        "{1}: its validity ends before it starts; correct `valid_from` or `valid_to`")
MESSAGE(voices_shared, NOTE, "paroles citées : {1} de lauréats, {2} de mécènes, {3} d’autres",
        "quotations: {1} of laureates, {2} of funders, {3} of others")
MESSAGE(webinar_without_patron, NOTE, "{1} : aucun mécène n’y était", "{1}: no funder was there")
MESSAGE(webinar_without_theme, NOTE, "{1} : le webinaire n’a pas de thème ; écrivez `theme`",
        "{1}: the webinar has no theme; write `theme`")
MESSAGE(workbook_not_read, WARNING, "un classeur n’est pas lu ; enregistrez-le en CSV",
        "a workbook is not read; save it as CSV")
