# What stands in OUT: whole, the same for any -j, untouched by a second run.
sum() { (cd "$1" && find . -type f ! -path './.bilan/*' | sort | xargs sha256sum); }
"$program" build "$samples/jeunesse" -o "$temporary/one" -j 1 2>"$temporary/log"; is "sample: builds" $? 0
"$program" build "$samples/jeunesse" -o "$temporary/two" -j 2 -q 2>/dev/null; is "sample: builds on two processes" $? 0
sum "$temporary/one" >"$temporary/a"; sum "$temporary/two" >"$temporary/b"
[ -s "$temporary/a" ] && same "same bytes with one process and two" "$temporary/a" "$temporary/b"
find "$temporary/one" -type f -printf '%p %T@ %i\n' | sort >"$temporary/before"
"$program" build "$samples/jeunesse" -o "$temporary/one" 2>"$temporary/log"; is "second run: exit" $? 0
find "$temporary/one" -type f -printf '%p %T@ %i\n' | sort >"$temporary/after"
same "second run: no file is touched" "$temporary/before" "$temporary/after"
grep -q 'Rien à faire' "$temporary/log" && ok "second run: says so" || fail "second run: says so" "$(tail -1 "$temporary/log")"
"$program" build "$samples/jeunesse" -o "$temporary/one" --force -q 2>/dev/null
sum "$temporary/one" >"$temporary/b"; same "made again: same bytes" "$temporary/a" "$temporary/b"
"$program" list "$samples/jeunesse" 2>/dev/null | sort >"$temporary/listed"
jq -r '.files[].path' "$temporary/one/manifest.json" | sort >"$temporary/made"
same "list says what build writes" "$temporary/made" "$temporary/listed"
bad=0; for f in $(jq -r '.files[] | .path + ":" + .sha256 + ":" + (.bytes | tostring)' "$temporary/one/manifest.json" | tr ' ' '?'); do
  path=$temporary/one/${f%%:*} rest=${f#*:}
  [ "$(sha256sum <"$path" | cut -d' ' -f1)" = "${rest%%:*}" ] && [ "$(wc -c <"$path")" = "${rest##*:}" ] || bad=$((bad + 1))
done
is "the manifest tells size and hash of every file" $bad 0
for pdf in $(find "$temporary/one" -name '*.pdf' | head -6); do
  qpdf --check "$pdf" >"$temporary/log" 2>&1 && ok "qpdf accepts $(basename "$pdf")" || fail "qpdf $(basename "$pdf")" "$(head -3 "$temporary/log")"
  [ -z "$(pdftotext "$pdf" - 2>&1 >/dev/null)" ] && ok "poppler reads $(basename "$pdf") without a word" || fail "poppler $(basename "$pdf")" "$(pdftotext "$pdf" - 2>&1 >/dev/null | head -2)"
done
for xlsx in $(find "$temporary/one" -name '*.xlsx' | head -4); do
  unzip -tq "$xlsx" >/dev/null 2>&1 && ok "unzip accepts $(basename "$xlsx")" || fail "unzip" "$xlsx"
done
# A laureate's error costs what uses it, leaves the earlier edition in place, and a draft withholds nothing.
cp -R "$samples/jeunesse" "$temporary/data" && chmod -R u+w "$temporary/data"
first=$(jq -r '[.files[] | select(.laureate != null)][0].laureate' "$temporary/one/manifest.json")
printf 'indicateur;valeur\nn-existe-pas;1\n' >"$temporary/data/laureats/$first/2025-T4.csv"
"$program" build "$temporary/data" -o "$temporary/one" 2>"$temporary/log"; is "a laureate's error: exit" $? 1
find "$temporary/one" -name '*.pdf' -path "*$first*" | grep -q . && ok "what is withheld leaves the earlier file in place" || fail "withheld" "no file of $first is left"
grep -q -- '--draft' "$temporary/log" && ok "and says how to build a draft" || fail "says --draft" "$(tail -3 "$temporary/log")"
"$program" build "$temporary/data" -o "$temporary/draft" --draft -q 2>/dev/null; is "a draft withholds nothing: exit" $? 0
is "a draft makes every file" "$(jq '.files | length' "$temporary/draft/manifest.json")" "$(jq '.files | length' "$temporary/one/manifest.json")"
# Files that no longer belong go; a filtered run leaves the others alone.
rm -rf "$temporary/data" && cp -R "$samples/jeunesse" "$temporary/data" && chmod -R u+w "$temporary/data"
"$program" build "$temporary/data" -o "$temporary/three" -q 2>/dev/null
before=$(jq '.files | length' "$temporary/three/manifest.json")
"$program" build "$temporary/data" -o "$temporary/three" -q --laureate "$first" --format pdf --force 2>/dev/null
is "a filtered run keeps the rest of the manifest" "$(jq '.files | length' "$temporary/three/manifest.json")" "$before"
# The lock.
if command -v python3 >/dev/null; then
  python3 - "$temporary/three/.bilan/lock" "$program" "$samples/minimal" "$temporary/three" >"$temporary/code" <<'P'
import fcntl, subprocess, sys
with open(sys.argv[1], "r+") as f:
    fcntl.lockf(f, fcntl.LOCK_EX)
    print(subprocess.run([sys.argv[2], "build", sys.argv[3], "-o", sys.argv[4]], stderr=subprocess.DEVNULL).returncode)
P
  is "a second build on the same OUT exits 3" "$(cat "$temporary/code")" 3
fi
is "no temporary file is left" "$(ls "$temporary/one/.bilan/tmp" | wc -l)" 0
