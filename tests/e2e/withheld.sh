# An error costs the documents that use what is wrong, and no others.
cp -R "$samples/jeunesse" "$temporary/data" && chmod -R u+w "$temporary/data"
documents() { "$program" list "$temporary/data" 2>/dev/null | sort; }
documents >"$temporary/all"
# wrong NAME FILE LINE: what is withheld once this line stands in the file
wrong() {
  cp "$temporary/data/$2" "$temporary/kept"; printf '%s\n' "$3" >>"$temporary/data/$2"
  "$program" check "$temporary/data" >/dev/null 2>&1; is "$1: check" $? 1
  documents >"$temporary/left"
  cp "$temporary/kept" "$temporary/data/$2"
}
wrong "an objective nobody owns" objectifs.csv 'O99;Sans suite;;;;;;;'
comm -23 "$temporary/all" "$temporary/left" >"$temporary/withheld"
grep -q annual-review "$temporary/withheld" && ok "an error in the objectives withholds the annual review" || fail "objectives" "the annual review is built"
is "an error in the objectives withholds the syntheses, which show them" "$(grep -c quarterly-synthesis "$temporary/left")" 0
is "an error in the objectives withholds no portrait, which does not" "$(grep -c laureate-portrait "$temporary/left")" "$(grep -c laureate-portrait "$temporary/all")"
wrong "a role of no objective" roles.csv 'O98;Personne;responsable'
grep -q annual-review "$temporary/left" && fail "roles" "the annual review is built" || ok "an error in the roles withholds the annual review"
is "an error in the roles withholds the syntheses" "$(grep -c quarterly-synthesis "$temporary/left")" 0
wrong "a mail without a date" courriels.csv ';Personne;Objet;;'
is "an error in what no synthesis shows withholds none" "$(grep -c quarterly-synthesis "$temporary/left")" "$(grep -c quarterly-synthesis "$temporary/all")"
wrong "a target of no indicator" cibles.csv 'n-existe-pas;;2025;1;'
is "an error in a shared definition withholds everything" "$(wc -l <"$temporary/left")" 0
first=$(ls "$temporary/data/laureats" | head -1)
wrong "a laureate’s measure of no indicator" "laureats/$first/2025-T4.csv" 'n-existe-pas;2025-T4;1'
grep -q "synthesis.*[/-]$first" "$temporary/left" && fail "a laureate's error" "its synthesis is built" || ok "an error in a laureate's measures withholds its synthesis"
[ "$(grep -c quarterly-synthesis "$temporary/left")" -gt 0 ] && ok "and not the others'" || fail "a laureate's error" "no synthesis is left"
rm -rf "$temporary/data"
