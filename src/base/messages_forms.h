/* clang-format off */
MESSAGE(form_above, ERROR, "{1} : {2} dépasse le maximum de l’indicateur ({3})", "{1}: {2} is above the indicator's maximum ({3})")
MESSAGE(form_alone, ERROR, "{1} : « {2} » est écrit sans valeur ; donnez la valeur, ou dites son absence dans Statut (nd, so, nc)",
        "{1}: “{2}” stands without a value; give the value, or say its absence in Status (nd, so, nc)")
MESSAGE(form_below, ERROR, "{1} : {2} est au-dessous du minimum de l’indicateur ({3})", "{1}: {2} is below the indicator's minimum ({3})")
MESSAGE(form_both, ERROR, "{1} : une valeur et un statut d’absence à la fois ; gardez l’un ou l’autre",
        "{1}: a value and a status of absence at once; keep one of them")
MESSAGE(form_changed, ERROR, "{1} : {2} remplace {3} ; rien n’est écrasé sans --replace", "{1}: {2} would replace {3}; nothing is overwritten without --replace")
MESSAGE(form_data_unreadable, ERROR, "{1} ne peut pas être lu, et l’import l’écraserait ; réparez ce fichier ou retirez-le, puis recommencez",
        "{1} cannot be read, and the import would overwrite it; repair this file or remove it, then start again")
MESSAGE(form_elsewhere, ERROR, "{1} : cette réponse n’a pas de place en {2}, un tableau qui a une colonne par période ; écrivez-la là-bas",
        "{1}: this answer has no room at {2}, a table with a column a period; write it there")
MESSAGE(form_error, ERROR, "{1} : la formule de cette case ne donne rien ({2}) ; écrivez la réponse elle-même", "{1}: the formula of this cell gives nothing ({2}); write the answer itself")
MESSAGE(form_heading, ERROR, "{1} : « {2} » y commencerait une autre rubrique ; écrivez la ligne autrement, chaque rubrique a sa case",
        "{1}: “{2}” would begin another section there; write the line differently, each section has a cell of its own")
MESSAGE(form_makes_error, ERROR, "{1} : avec cet import, les données seraient fausses : {2} ({3})", "{1}: with this import the data would be wrong: {2} ({3})")
MESSAGE(form_narrative_changed, ERROR, "{1} : la rubrique existe et diffère ({2}) ; elle n’est remplacée qu’avec --replace",
        "{1}: the section exists and differs ({2}); only --replace replaces it")
MESSAGE(form_narrative_kept, WARNING, "{1} : la case est vide, le récit garde ce qu’il disait", "{1}: the cell is empty, the narrative keeps what it said")
MESSAGE(form_need_changed, ERROR, "{1} : le besoin {2} existe et diffère ; il n’est remplacé qu’avec --replace", "{1}: the need {2} exists and differs; only --replace replaces it")
MESSAGE(form_need_half, ERROR, "{1} : un besoin demande sa nature et son texte ; complétez ou videz la ligne", "{1}: a need takes its kind and its text; complete the row or empty it")
MESSAGE(form_need_other, ERROR, "{1} : le besoin {2} n’est pas de ce lauréat ; laissez le code comme il était", "{1}: the need {2} is not this laureate's; leave the code as it was")
MESSAGE(form_no_sheet, ERROR, "{1} : la feuille « {2} » manque ou a été remplie outre mesure ; repartez du formulaire d’origine",
        "{1}: the sheet “{2}” is missing or holds far too much; start again from the original form")
MESSAGE(form_not_a_date, ERROR, "{1} : « {2} » n’est pas une date ; écrivez 12/03/2025", "{1}: “{2}” is not a date; write 12/03/2025")
MESSAGE(form_not_a_number, ERROR, "{1} : « {2} » n’est pas un nombre ; écrivez le nombre seul, ou son absence dans Statut",
        "{1}: “{2}” is not a number; write the number alone, or its absence in Status")
MESSAGE(form_not_an_integer, ERROR, "{1} : {2} n’est pas un nombre entier", "{1}: {2} is not a whole number")
MESSAGE(form_not_one, ERROR, "{1} : ce classeur n’est pas un formulaire de « bilan collect »", "{1}: this workbook is no form made by bilan collect")
MESSAGE(form_other, ERROR, "{1} : ce formulaire est d’un autre programme, ou d’un lauréat ou d’une période inconnus ({2}, {3})",
        "{1}: this form is of another programme, or of an unknown laureate or period ({2}, {3})")
MESSAGE(form_other_sheet, WARNING, "{1} : la feuille « {2} » n’est pas du formulaire ; rien n’y est lu", "{1}: the sheet “{2}” is not part of the form; nothing in it is read")
MESSAGE(form_parts, ERROR, "{1} : il manque une des deux parties ; donnez les deux nombres ou aucun", "{1}: one of the two parts is missing; give both numbers or none")
MESSAGE(form_ratio, ERROR, "{1} : le numérateur dépasse le dénominateur", "{1}: the numerator is above the denominator")
MESSAGE(form_reason, ERROR, "{1} : dites pourquoi la valeur manque, ou comment elle est estimée", "{1}: say why the value is missing, or how it is estimated")
MESSAGE(form_row_missing, WARNING, "{1} : la ligne de « {2} » ({3} {4}) manque ; rien n’y est lu", "{1}: the row of “{2}” ({3} {4}) is missing; nothing is read there")
MESSAGE(form_same, ERROR, "{1} : ce formulaire est pour le même lauréat et la même période que {2} ; n’en importez qu’un",
        "{1}: this form is for the same laureate and period as {2}; import one of them")
MESSAGE(form_status, ERROR, "{1} : statut inconnu « {2} » ; écrivez p, e, r, nd, so ou nc", "{1}: unknown status “{2}”; write p, e, r, nd, so or nc")
MESSAGE(form_stray, ERROR, "{1} : « {2} » est écrit là où rien n’est demandé ; déplacez-le ou effacez-le", "{1}: “{2}” stands where nothing is asked; move it or delete it")
MESSAGE(form_twice, ERROR, "{1} : la ligne de « {2} » est là deux fois", "{1}: the row of “{2}” is there twice")
MESSAGE(form_unexpected, ERROR, "{1} : « {2} » n’est pas demandé à ce lauréat pour cette période ; retirez la ligne",
        "{1}: “{2}” is not asked of this laureate for this period; take the row out")
MESSAGE(form_unreadable, ERROR, "{1} : ce fichier n’est pas un classeur XLSX entier ; enregistrez-le à nouveau au format XLSX",
        "{1}: this file is not a whole XLSX workbook; save it again as XLSX")
MESSAGE(form_yes_no, ERROR, "{1} : « {2} » n’est ni oui ni non", "{1}: “{2}” is neither yes nor no")
