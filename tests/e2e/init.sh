# bilan init: a folder that checks and builds without a word, in both languages, and never over somebody's files.
for language in fr en; do
  "$program" init "$temporary/new/$language" --language $language 2>"$temporary/err"; is "init $language" $? 0
  grep -q README.md "$temporary/err" && ok "init $language: says where to go on" || fail "init $language" "$(cat "$temporary/err")"
  (cd "templates/init/$language" && find . -type f | sort) >"$temporary/a"; (cd "$temporary/new/$language" && find . -type f | sort) >"$temporary/b"
  same "init $language: every file is there" "$temporary/a" "$temporary/b"
  is "init $language: checks without a word" "$("$program" check -q -v --strict "$temporary/new/$language" 2>&1)" ""
  "$program" build -q --strict "$temporary/new/$language" -o "$temporary/new/out-$language" 2>"$temporary/err"; is "init $language: builds" "$? $(cat "$temporary/err")" "0 "
  [ "$(jq '.files | length' "$temporary/new/out-$language/manifest.json")" -gt 10 ] && ok "init $language: deliverables" || fail "init $language: deliverables" "too few"
  "$program" figures "$temporary/new/$language" | cut -d, -f7 | sort | tr '\n' ' ' >"$temporary/figures-$language"
done
same "init: both languages tell the same figures" "$temporary/figures-fr" "$temporary/figures-en"
"$program" init "$temporary/new/fr" 2>"$temporary/err"; is "init over data: exit" $? 2
grep -q 'contient déjà' "$temporary/err" && ok "init over data: says so" || fail "init over data" "$(cat "$temporary/err")"
: >"$temporary/afile"; "$program" init "$temporary/afile" 2>/dev/null; is "init over a file: exit" $? 3
mkdir -p "$temporary/clone/.git" && "$program" init -q "$temporary/clone" 2>/dev/null; is "init in a fresh clone" $? 0
# Installed, it runs away from the tree by the templates that came with it: without one of them, its documents are not listed.
installed=$temporary/installed there=$temporary/new/fr
MAKEFLAGS= make -s -o all install PROGRAM="$program" DESTDIR="$installed" PREFIX=/usr && ok "install" || fail "install" "make failed"
(cd / && "$installed/usr/bin/bilan" list "$there") >"$temporary/a" 2>&1; "$program" list "$there" >"$temporary/b" 2>&1
same "installed: lists the same away from the tree" "$temporary/a" "$temporary/b"
rm "$installed/usr/share/bilan/templates/fr/annual-review.md"; grep -v annual-review "$temporary/b" >"$temporary/a"
"$installed/usr/bin/bilan" list "$there" >"$temporary/b" 2>&1; same "installed: goes by its own templates" "$temporary/a" "$temporary/b"
MAKEFLAGS= make -s uninstall DESTDIR="$installed" PREFIX=/usr
is "uninstall leaves nothing" "$(find "$installed" -type f -o -name bilan)" ""
