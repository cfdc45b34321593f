# Two editions: what the first one published and the second corrects is said, with old, new and why.
data=$temporary/editions-data out=$temporary/editions-out
mkdir -p "$data/laureats/a" "$data/laureats/b"
programme() { printf -- '---\nnom: Petits pas\nlangue: fr\npremiere_periode: 2025-T1\ndate_edition: %s\narrete_au: %s\n---\n\nTexte.\n' "$1" "$1" >"$data/programme.md"; }
printf 'id;libelle;type;nature;unite;usage;diffusion;phare\nentrees;Jeunes entrés;compte;flux;jeunes;répartir les places;publique;oui\nsorties;Jeunes sortis;compte;flux;jeunes;revoir les suites;publique;oui\n' >"$data/indicateurs.csv"
printf 'id;nom;territoire\na;Association A;Nord\nb;Association B;Sud\n' >"$data/laureats.csv"
printf 'indicateur;periode;valeur\nentrees;2025-T3;60\nsorties;2025-T3;30\n' >"$data/laureats/a/mesures.csv"
printf 'indicateur;periode;valeur\nentrees;2025-T3;45\nsorties;2025-T3;33\n' >"$data/laureats/b/mesures.csv"
build() { "$program" build "$data" -o "$out" --period all --format html "$@" >"$temporary/said" 2>&1; }
programme 2025-11-01
build --publish; is "first edition: built and published" $? 0
first=$data/editions/2025-11-01.csv
[ -f "$first" ] && ok "first edition: recorded in the data" || fail "first edition" "no $first"
head -1 "$first" | grep -qx 'key,value,state,audience,numerator,denominator,low,high,answers' && ok "an edition holds key, value, state, audience, and what is divided" || fail "edition" "$(head -1 "$first")"
for audience in internal partners; do
  grep -qx "entrees@a/2025-Q3,60,complete,$audience,,,,," "$first" && ok "an edition holds what $audience were told" || fail "edition, $audience" "$(grep 'entrees@a' "$first" | head -3)"
done
cp "$first" "$temporary/first"
build --publish; is "published again, nothing changed: fine" $? 0
for narrowing in '--deliverable quarterly-synthesis' '--laureate a' '--audience public' '--period 2025-T3'; do
  "$program" build "$data" -o "$out" --format html --publish $narrowing >"$temporary/said" 2>&1; is "part of an edition ($narrowing): refused" $? 2
  grep -q -- "${narrowing%% *}" "$temporary/said" && ok "and says why ($narrowing)" || fail "part of an edition" "$(cat "$temporary/said")"
done
same "and what was published stays as it was" "$first" "$temporary/first"
sed -i 's/entrees;2025-T3;60/entrees;2025-T3;61/' "$data/laureats/a/mesures.csv"
build --publish; is "another figure under the same date: refused" $? 1
grep -q 'pas pu être produit' "$temporary/said" && fail "a refused edition" "counts as a file not made" || ok "a refused edition is no file that could not be made"
same "and what was published stays on record" "$first" "$temporary/first"
programme 2026-02-01
printf 'entrees;2025-T4;70\nsorties;2025-T4;40\n' >>"$data/laureats/a/mesures.csv"
printf 'entrees;2025-T4;50\nsorties;2025-T4;41\n' >>"$data/laureats/b/mesures.csv"
sed -i 's/sorties;2025-T3;33/sorties;2025-T3;35/' "$data/laureats/b/mesures.csv"
printf 'indicateur;laureat;periode;ancienne;nouvelle;motif\nentrees;a;2025-T3;60;61;Une fiche retrouvée\n' >"$data/corrections.csv"
build; is "second edition: built" $? 0
grep -q 'sorties@b/2025-Q3.*\[figure-restated\]' "$temporary/said" && ok "a change without a correction row is warned of" || fail "restated" "$(grep -c restated "$temporary/said") warnings: $(head -5 "$temporary/said")"
grep -q 'entrees@a/2025-Q3.*\[figure-restated\]' "$temporary/said" && fail "restated" "a change with a correction row is warned of" || ok "a change with a correction row is not"
# text FILE: what a reader reads, tags gone, blanks one
text() { sed 's/<[^>]*>/ /g; s/&nbsp;/ /g' "$1" | tr '\n\302\240\342\200\257' ' ' | tr -s ' '; }
for audience in internal partners; do
  page=$(jq -r ".files[] | select(.audience == \"$audience\" and .laureate == \"a\" and .period == \"2025-Q4\" and .deliverable == \"quarterly-synthesis\") | .path" "$out/manifest.json")
  [ -n "$page" ] && text "$out/$page" >"$temporary/read" || { fail "second edition, $audience" "no synthesis"; continue; }
  grep -q 'Chiffres corrigés depuis' "$temporary/read" && ok "second edition, $audience: says that figures were corrected" || fail "second edition, $audience" "no chapter of corrected figures"
  grep -Eq '60 jeunes.{0,200}61 jeunes.{0,200}Une fiche retrouvée' "$temporary/read" && ok "second edition, $audience: old, new, and why" || fail "second edition, $audience" "$(grep -o 'Chiffres corrigés depuis.\{0,400\}' "$temporary/read" | head -1)"
done
build --publish; is "second edition: published" $? 0
same "and the first stays on record" "$first" "$temporary/first"
grep -qx 'entrees@a/2025-Q3,61,complete,partners,,,,,' "$data/editions/2026-02-01.csv" && ok "the second edition holds the corrected figure" || fail "second edition" "$(grep entrees@a/2025-Q3 "$data"/editions/*.csv)"
grep -q '^entrees@territory=Nord/2025-Q1,.*,public,' "$data/editions/2026-02-01.csv" && ok "an edition holds what the explorer alone prints" || fail "an edition, explorer" "no territory of 2025-Q1"
