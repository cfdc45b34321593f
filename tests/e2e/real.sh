# Real data: what the program adds up is what others computed or published.
if [ -d "$real/eig" ]; then
  # quoted fields hold no comma in these columns; key,indicator,subject,period,…,value is field 7
  columns() { awk -F, -v OFS=, 'NR > 1 && $7 != "" { print $4, $2, $7 }' | sort; }
  "$program" figures "$real/eig" 2>/dev/null | columns >"$temporary/eig.csv"
  for indicator in contributions jours_actifs fichiers_modifies contributions_doc contributions_test; do
    awk -F, -v i=$indicator '$4 == i { sub("T", "Q", $3); print $3 "," $4 "," $5 }' "$real/eig/x-oracle.csv" | sort >"$temporary/expected"
    grep ",$indicator," "$temporary/eig.csv" >"$temporary/got"
    [ -s "$temporary/expected" ] && same "eig: $indicator equals the oracle in $(wc -l <"$temporary/expected") quarters" "$temporary/got" "$temporary/expected"
  done
  awk -F, '$4 == "part_doc" { sub("T", "Q", $3); print $3 "," $4 "," $5 }' "$real/eig/x-oracle.csv" | sort >"$temporary/expected"
  # half away from zero to one decimal, as the oracle was rounded
  awk -F, '$2 == "part_doc" { printf "%s,%s,%.1f\n", $1, $2, $3 + 1e-9 }' "$temporary/eig.csv" >"$temporary/got"
  awk -F, '{ printf "%s,%s,%.1f\n", $1, $2, $3 }' "$temporary/expected" >"$temporary/rounded"
  same "eig: part_doc equals the ratio of sums" "$temporary/got" "$temporary/rounded"
else
  skip "eig: programme totals" "../shared/data is absent"
fi
if [ -d "$real/barometre-occitanie" ]; then
  "$program" figures "$real/barometre-occitanie" 2>/dev/null | awk -F, -v OFS=, 'NR > 1 && $7 != "" { print $2, $4, $7 }' >"$temporary/got"
  for indicator in nb-labellisations-france-services nb-familles-aripa nb-beneficiaires-siae nb-peres-conge-paternite nb-maisons-sante nb-points-recharge nb-attestations-savoir-rouler-velo; do
    awk -F, -v i=$indicator -v OFS=, '$4 == i { sub("T", "Q", $3); print $4, $3, $5 }' "$real/barometre-occitanie/x-publie.csv" >"$temporary/published"
    result=$(awk -F, 'NR == FNR { v[$1 "," $2] = $3; next } ($1 "," $2) in v { n++; if (v[$1 "," $2] + 0 != $3 + 0) bad = bad " " $2 ":" v[$1 "," $2] "/" $3 } END { print n + 0 bad }' "$temporary/got" "$temporary/published")
    case $result in 0 | *:*) fail "barometre: $indicator equals what was published" "$result" ;; *) ok "barometre: $indicator equals what was published in $result quarters" ;; esac
  done
else
  skip "barometre: regional totals" "../shared/data is absent"
fi
for data in eig barometre-occitanie; do
  [ -d "$real/$data" ] || continue
  "$program" build "$real/$data" -o "$temporary/$data" -q 2>"$temporary/log"; is "$data: builds" $? 0
  [ "$(jq '.files | length' "$temporary/$data/manifest.json")" -gt 0 ] && ok "$data: the manifest lists files" || fail "$data: manifest" "$(head -5 "$temporary/log")"
done
