# What changes between two versions of the data, in text and JSON.
cp -R "$samples/jeunesse" "$temporary/later" && chmod -R u+w "$temporary/later"
"$program" diff "$samples/jeunesse" "$temporary/later" >"$temporary/said" 2>/dev/null; is "diff of the same: exit" $? 0
"$program" diff "$samples/jeunesse" "$temporary/later" --format json 2>/dev/null | jq -e '(.figures | length) == 0 and (.documents | length) == 0' >/dev/null && ok "diff of the same: nothing" || fail "diff of the same" "$(head -5 "$temporary/said")"
# one woman more, one man less: the totals stay
sed -i 's/^\(entrees;2025-T4;\)15\(;*femmes;*\)/\116\2/; s/^\(entrees;2025-T4;\)16\(;*hommes;*\)/\115\2/' "$temporary/later/laureats/arc/2025-T4.csv"
cmp -s "$samples/jeunesse/laureats/arc/2025-T4.csv" "$temporary/later/laureats/arc/2025-T4.csv" && fail "diff" "the test changed nothing"
"$program" diff -v "$samples/jeunesse" "$temporary/later" >"$temporary/said" 2>/dev/null; is "diff: exit" $? 0
grep -q '^- ~ Entrées, ARC, T4 2025, Femmes.*15.jeunes → 16.jeunes `entrees@arc/2025-Q4;sexe=femmes`' "$temporary/said" && ok "diff: a category that changes is told, with both values" || fail "diff" "$(head -8 "$temporary/said")"
grep -q '`entrees@arc/2025-Q4`' "$temporary/said" && fail "diff" "a total that stays is told" || ok "diff: a total that stays is not"
grep -q '`internal/annual-review/2025/' "$temporary/said" && ok "diff: a document that changes is told" || fail "diff" "no document"
grep -q 'quarterly-synthesis/2025-Q4/la-louche' "$temporary/said" && fail "diff" "a document that stays is told" || ok "diff: a document that stays is not"
"$program" diff "$samples/jeunesse" "$temporary/later" --format json >"$temporary/json" 2>/dev/null
is "diff: text and JSON tell the same figures" "$(jq '.figures | length' "$temporary/json")" "$(sed -n '/^## Chiffres/,/^## Documents/p' "$temporary/said" | grep -c '^- ')"
is "diff: text and JSON tell the same documents" "$(jq '.documents | length' "$temporary/json")" "$(sed -n '/^## Documents/,$p' "$temporary/said" | grep -c '^- ')"
jq -e 'all(.figures[]; .key and .change and has("before") and has("after"))' "$temporary/json" >/dev/null && ok "diff: each with key, before and after" || fail "diff" "$(jq -c '.figures[0]' "$temporary/json")"
jq -e '.figures[] | select(.key == "entrees@arc/2025-Q4;sexe=femmes") | .before.value == "15" and .after.value == "16"' "$temporary/json" >/dev/null && ok "diff: numbers in JSON" || fail "diff: numbers in JSON" "$(jq -c '.figures[0]' "$temporary/json")"
# one wrong total moves a hundred figures: what people read is the cell, and what it does to the programme
sed -i 's/^\(entrees;2024-T1;\)\([0-9]*\)/\19\2/' "$temporary/later/laureats/arc/2024-T1.csv"
cmp -s "$samples/jeunesse/laureats/arc/2024-T1.csv" "$temporary/later/laureats/arc/2024-T1.csv" && fail "diff" "no total was changed"
"$program" diff "$samples/jeunesse" "$temporary/later" >"$temporary/said" 2>/dev/null
[ "$(wc -l <"$temporary/said")" -lt 45 ] && ok "diff: one wrong total is a short comment" || fail "diff: short" "$(wc -l <"$temporary/said") lines"
for key in 'entrees@arc/2024-Q1' 'entrees@programme/2024-Q1' 'entrees@programme/2024'; do
  grep -qF "\`$key\`" "$temporary/said" && ok "diff: tells $key" || fail "diff" "does not tell $key"
done
grep -q '^Il en découle .* autres' "$temporary/said" && ok "diff: how many follow is said" || fail "diff" "what follows is not counted"
# what people wrote breaks out of no line and calls nobody
sed -i "s/;Entrées;/;\"Entr|ées @equipe \`x\` <b> #12\";/" "$temporary/later/indicateurs.csv"
cmp -s "$samples/jeunesse/indicateurs.csv" "$temporary/later/indicateurs.csv" && fail "diff" "no label was changed"
"$program" diff "$samples/jeunesse" "$temporary/later" >"$temporary/said" 2>/dev/null
grep -qF 'Entr\|ées @⁠equipe \`x\` \<b> #⁠12, ARC' "$temporary/said" && ok "diff: labels are escaped" || fail "diff: labels" "$(grep -m1 'Entr' "$temporary/said")"
# a target, and more lines than a comment holds
sed -i 's/^entrees;;2025;680/entrees;;2025;999/' "$temporary/later/cibles.csv"
cmp -s "$samples/jeunesse/cibles.csv" "$temporary/later/cibles.csv" && fail "diff" "no target was changed"
"$program" diff "$samples/jeunesse" "$temporary/later" >"$temporary/said" 2>/dev/null
grep -q 'cible 680.jeunes (2025) → 999.jeunes (2025)' "$temporary/said" && ok "diff: a target that changes is told" || fail "diff: a target" "$(grep cible "$temporary/said" | head -3)"
sed -i 's/^cut_off:.*/cut_off: 2025-10-20/' "$temporary/later/programme.md"
"$program" diff "$samples/jeunesse" "$temporary/later" >"$temporary/said" 2>/dev/null
[ "$(wc -c <"$temporary/said")" -lt 65536 ] && grep -q 'autres, que donne' "$temporary/said" && ok "diff: a comment that a forge accepts, whatever changed" || fail "diff: length" "$(wc -c <"$temporary/said")"
rm -rf "$temporary/later"
