# The workspace: links, calendar, feed, and nothing of the inside in what is public.
copy=$temporary/site-data
cp -R "$samples/jeunesse" "$copy"
printf -- '---\ntitre: Zibeline interne\ndate: 2026-01-10\naudience: interne\n---\n\nLe mot zibelineinterne reste entre nous.\n' >"$copy/actualites/zibeline.md"
printf -- '---\ntitre: Loutre partenaire\ndate: 2026-01-11\naudience: partenaires\n---\n\nLe mot loutrepartenaire reste entre nous.\n' >"$copy/actualites/loutre.md"
printf 'Hermine interne;https://hermine.example/dedans;note;2026-01-05;interne\n' >>"$copy/documents.csv"
printf 'Marmotte interne;Fonds Marmotte;2026-05-01;1000;;;;https://marmotte.example/appel\n' >>"$copy/appels_a_projets.csv"
printf 'R99-01;2026-05-05;coordination;Reunion du blaireau;;;;;;1,5;Terrier du blaireau;;\n' >>"$copy/rencontres.csv"
printf 'B98;arc;2025-T4;outil;Une fouine discrete;haute;non;R98-01;;ouvert\n' >>"$copy/besoins.csv"
printf 'R98-01;03/12/2025;intelligence_collective;Une seance de plus;01/06/2025;B98;theme de cette seance;;;6;Lille;;oui\n' >>"$copy/rencontres.csv"
"$program" build "$copy" -o "$temporary/site" --deliverable workspace,quarterly-synthesis,laureate-portrait,practice-sheet -q >/dev/null 2>&1
python3 tests/e2e/site.py "$temporary/site" zibelineinterne loutrepartenaire hermine.example marmotte.example 'Reunion du blaireau' 'blaireau' accueil@rebond54.example Marchal-Diouf
# What a laureate asked not to share stays inside, also where a meeting answers it: the meeting's theme stands there.
"$program" build "$copy" -o "$temporary/site-review" --deliverable annual-review --format html -q >/dev/null 2>&1
is "a need not to be shared is in nothing outside" "$(grep -rla 'fouine discrete' "$temporary/site/public" "$temporary/site/partners" "$temporary/site-review/public" "$temporary/site-review/partners" 2>/dev/null)" ''
grep -qa 'fouine discrete' "$temporary/site/internal/workspace/calendrier.html" && ok "a need not to be shared is told inside" || fail "a need not to be shared" "not inside either"
grep -qa 'theme de cette seance' "$temporary/site/public/workspace/calendrier.html" && ok "its meeting tells its theme outside" || fail "its meeting's theme" "not in the public calendar"
# Made again, it says the same, whatever the number of workers; what stands beside it counts.
find "$temporary/site" -type f ! -path '*/.bilan/*' -exec sha256sum {} + | LC_ALL=C sort -k2 | sed "s|$temporary/site||" >"$temporary/site-a"
"$program" build "$copy" -o "$temporary/site-b" --deliverable workspace,quarterly-synthesis,laureate-portrait,practice-sheet -q -j 1 >/dev/null 2>&1
find "$temporary/site-b" -type f ! -path '*/.bilan/*' -exec sha256sum {} + | LC_ALL=C sort -k2 | sed "s|$temporary/site-b||" >"$temporary/site-c"
same "workspace: the same bytes with one worker" "$temporary/site-a" "$temporary/site-c"
said=$("$program" build "$copy" -o "$temporary/site" --deliverable workspace 2>/dev/null)
is "workspace: up to date the second time" "$(find "$temporary/site" -name '*.html' -path '*workspace*' -newer "$temporary/site-c" | wc -l)" 0
"$program" build "$copy" -o "$temporary/site" --deliverable quarterly-synthesis --period 2025-T3 -q >/dev/null 2>&1
"$program" build "$copy" -o "$temporary/site" --deliverable workspace -q >/dev/null 2>&1
grep -q '2025-Q3/arc.pdf' "$temporary/site/internal/workspace/laureats/arc.html" && ok "workspace: documents made since are led to" || fail "workspace: documents made since" "not in the laureate's page"
# A page that no longer belongs is removed.
mkdir -p "$copy/modeles" && printf -- '---\ntitre: Appels\nsite: workspace\ndiffusion: []\n---\n' >"$copy/modeles/workspace-calls.md"
"$program" build "$copy" -o "$temporary/site" --deliverable workspace -q >/dev/null 2>&1
[ ! -e "$temporary/site/internal/workspace/appels-a-projets.html" ] && ok "workspace: a page left out is removed" || fail "workspace: a page left out" "still there"
python3 tests/e2e/site.py "$temporary/site" | grep 'links lead'
# Nothing leads to a page that could not be written.
lost=$temporary/site-lost
mkdir -p "$lost/internal/workspace/appels-a-projets.html/taken"
"$program" build "$samples/jeunesse" -o "$lost" --deliverable workspace --format html -q >"$temporary/site-said" 2>&1
is "workspace: a page that cannot be written is a failure of the machine" $? 3
is "workspace: it is told once" "$(grep -c 'document-not-written' "$temporary/site-said")" 1
is "workspace: nothing leads to it" "$(grep -rl 'appels-a-projets.html' "$lost/internal/workspace" --include='*.html' | wc -l)" 0
is "workspace: the other pages are there" "$(find "$lost/internal/workspace" -maxdepth 1 -name '*.html' -type f | wc -l)" 10
"$program" build "$samples/jeunesse" -o "$temporary/feeds" --format atom -q 2>/dev/null
feed=$(find "$temporary/feeds" -name '*.xml' | head -1)
is "workspace: of feeds alone, none leads to a page" "$(grep -c 'href="[^"]*\.html' "${feed:-/dev/null}") $([ -s "$feed" ] && echo made)" '0 made'
is "workspace: of pages alone, nothing leads to a calendar or a feed" "$(grep -rlE 'href="[^"]*\.(ics|xml)"' "$lost" --include='*.html')" ''
rmdir "$lost/internal/workspace/appels-a-projets.html/taken" "$lost/internal/workspace/appels-a-projets.html"
"$program" build "$samples/jeunesse" -o "$lost" --deliverable workspace --format html -q >/dev/null 2>&1
grep -q 'appels-a-projets.html' "$lost/internal/workspace/index.html" && ok "workspace: written at last, it is led to" || fail "workspace: a page written at last" "not led to"
# A document withheld whose earlier file somebody took away is not led to.
gone=$temporary/site-gone
cp -R "$samples/jeunesse" "$gone"
"$program" build "$gone" -o "$temporary/gone" --deliverable workspace,quarterly-synthesis -q >/dev/null 2>&1
mkdir -p "$gone/modeles" && { cat templates/fr/quarterly-synthesis.md && printf '\n```n-existe-pas\n```\n'; } >"$gone/modeles/quarterly-synthesis.md"
rm "$temporary/gone/internal/quarterly-synthesis/2025-Q4/arc.pdf"
"$program" build "$gone" -o "$temporary/gone" --deliverable workspace,quarterly-synthesis -q >/dev/null 2>&1
grep -q '2025-Q4/arc.xlsx' "$temporary/gone/internal/workspace/laureats/arc.html" && ok "workspace: the earlier file of a withheld document is led to" || fail "workspace: a withheld document" "its earlier file is not led to"
grep -Erq 'href="(\.\./)*quarterly-synthesis/2025-Q4/arc.pdf' "$temporary/gone/internal/workspace" && fail "workspace: a withheld document" "its missing file is led to" || ok "workspace: its missing file is not"
