# The command line: exit codes and what a newcomer types wrong.
run() { "$program" "$@" >"$temporary/out" 2>"$temporary/err"; echo $?; }
is "no command: exit" "$(run)" 2
[ -s "$temporary/err" ] && [ ! -s "$temporary/out" ] && ok "no command: usage on stderr" || fail "no command" "usage not on stderr"
is "--version" "$(run --version)" 0
is "--help" "$(run --help)" 0
for command in build check list figures schema; do
  is "$command --help" "$(run $command --help)" 0
  grep -q "$command" "$temporary/out" && ok "$command --help names it" || fail "$command --help" "$(cat "$temporary/out")"
done
is "unknown command" "$(run biuld x)" 2
grep -q build "$temporary/err" && ok "unknown command: the nearest is named" || fail "nearest command" "$(cat "$temporary/err")"
is "unknown option" "$(run build --perod 2025 "$samples/minimal")" 2
grep -q -- --period "$temporary/err" && ok "unknown option: the nearest is named" || fail "nearest option" "$(cat "$temporary/err")"
# A value nobody knows: the nearest to the part of it that is wrong, else what there is.
while read -r command option value said; do
  is "$command --$option $value: exit" "$(run "$command" "$samples/minimal" "--$option" "$value")" 2
  grep -qF -- "$said" "$temporary/err" && ok "$command --$option $value: says what to write" || fail "$command --$option $value" "$(cat "$temporary/err")"
done <<'END'
build format pfd « pdf »
list format pdf,htlm « html »
figures format cvs « csv »
explain format pdf text|json
build audience interne,pubic « public »
figures by laurete « laureate »
build deliverable quarterly-dashbord « quarterly-dashboard »
build deliverable zzz ; écrivez annual-review, 
figures indicator x ; écrivez entrees, file-active
check format json build, list, figures, explain, diff
END
is "schema of no kind: exit" "$(run schema mesurs)" 2
grep -q '« mesures »' "$temporary/err" && ok "schema of no kind: the nearest is named" || fail "nearest table" "$(cat "$temporary/err")"
is "missing folder name" "$(run check)" 2
is "folder that is not there" "$(run check "$temporary/nowhere")" 3
is "a bad period" "$(run build "$samples/minimal" --period 2025-Q9 -o "$temporary/u")" 2
is "an unknown laureate" "$(run build "$samples/minimal" --laureate personne -o "$temporary/u")" 2
# figures: what cannot be answered is refused in words; what can is answered once
figures() { run figures "$samples/minimal" --indicator entrees "$@"; }
is "figures for two audiences" "$(figures --audience public,partners)" 2
grep -q 'un seul public' "$temporary/err" && ok "figures for two audiences: says why" || fail "two audiences" "$(cat "$temporary/err")"
is "figures of a quarter over years" "$(figures --time year --period 2025-T4)" 2
grep -q '2025-T4.*--time' "$temporary/err" && ok "figures of a quarter over years: says why" || fail "quarter over years" "$(cat "$temporary/err")"
is "figures of a period asked twice" "$(figures --period 2025-T4,2025-Q4,2025)" 0
is "figures of a period asked twice: rows" "$(wc -l <"$temporary/out")" 3
cp "$temporary/out" "$temporary/once"
is "figures, an id in capitals" "$(run figures "$samples/minimal" --indicator ENTREES --period 2025-T4,2025)" 0
same "figures, an id in capitals: the same rows" "$temporary/out" "$temporary/once"
figures --by territory --time quarter --audience public >"$temporary/exit" && cp "$temporary/out" "$temporary/english"
is "figures, options in French" "$(figures --by territoire --time trimestre --audience publique)" 0
same "figures, options in French: the same" "$temporary/out" "$temporary/english"
mkdir -p "$temporary/empty"
is "an empty folder: exit" "$(run check "$temporary/empty")" 1
grep -q 'programme.md' "$temporary/err" && ok "an empty folder: says what is missing" || fail "empty folder" "$(cat "$temporary/err")"
is "the minimal sample checks" "$(run check "$samples/minimal")" 0
is "diagnostics as JSON: exit" "$(run check --diagnostics json "$temporary/empty")" 1
jq -e 'length > 0 and all(.[]; has("path") and has("line") and has("code") and .severity != null)' "$temporary/out" >/dev/null && ok "diagnostics as JSON: readable" || fail "JSON" "$(head -3 "$temporary/out")"
is "schema" "$(run schema)" 0
jq -e 'length > 20' "$temporary/out" >/dev/null && ok "schema: readable JSON" || fail "schema" "$(head -3 "$temporary/out")"
is "schema of one kind" "$(run schema laureats)" 0
# The manual tells every command and option that the program takes, and no other.
"$program" --help | sed -n 's/^  bilan \([a-z]*\) .*/\1/p' >"$temporary/commands"
for command in $(cat "$temporary/commands"); do "$program" "$command" --help; done | sed -n 's/^  .*--\([a-z-]*\).*/\1/p' | sort -u >"$temporary/options"
sed -n 's/^\.It .*Fl -\([a-z-]*\).*/\1/p' docs/bilan.1 | sort -u >"$temporary/told"
[ -s "$temporary/options" ] && same "the manual tells every option" "$temporary/told" "$temporary/options"
sort "$temporary/commands" >"$temporary/a"; sed -n 's/^\.It Cm \([a-z]*\).*/\1/p' docs/bilan.1 | sort -u >"$temporary/b"
[ -s "$temporary/a" ] && same "the manual tells every command" "$temporary/b" "$temporary/a"
