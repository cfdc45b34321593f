# The 1 000 syntheses of one quarter as HTML, beside cmark on the same Markdown bytes: of every synthesis its template and its narrative
# (those of the sample, taken in turn), nothing else. bilan also reads 96 000 observations, computes, draws the charts, tells where every
# figure comes from, writes over ten times as much, reads it back, and is done when each file is on the disk. Every file is new in each run, for
# both; what a build then takes that finds the same pages standing is told beside it.
programme p1000 1000 12 8
syntheses=$data/p1000-told
if [ ! -f "$syntheses/made" ]; then
  rm -rf "$syntheses" && cp -R "$data/p1000" "$syntheses"
  set -- samples/jeunesse/laureats/*/2025-T4.md
  for laureate in "$syntheses"/laureates/*; do
    cp "$1" "$laureate/2001-Q4.md"
    first=$1 && shift && set -- "$@" "$first"
  done
  : >"$syntheses/made"
fi
template=templates/fr/quarterly-synthesis.md
cat >"$data/cmark-each" <<EOF
for laureate in "$syntheses"/laureates/*; do cmark $template "\$laureate/2001-Q4.md" >"$data/out-cmark/\${laureate##*/}.html"; done
EOF
echo "the same bytes: 1 000 times $(wc -c <$template) of the template, and $(cat "$syntheses"/laureates/*/2001-Q4.md | wc -c) of narratives"
# What the run before wrote is put aside and deleted at the end: ext4 does not give a place in its tables to a new file within a minute of the
# deletion of what stood there, and searches long for another. It does so in the folder of one of the two and not of the other. So what others
# deleted before is waited for; a build within that minute took 1.2 to 1.6 times as long.
gone=$data/gone && rm -rf "$gone" && mkdir -p "$gone"
sync && sleep 65
aside() { echo "mkdir -p $1 && mv $1 \$(mktemp -d $gone/XXXXXX)"; }
each= cmark="$(aside "$data/out-cmark"); mkdir -p $data/out-cmark" BEFORE=$cmark
export BEFORE
installed cmark && measured "cmark, once a synthesis" 3 sh "$data/cmark-each" && each=$seconds && rate documents 1000
# Compared, they take turns.
BEFORE="if [ \$TURN = 1 ]; then $cmark; else $(aside "$data/out-html"); fi"
set -- "$bilan" build "$syntheses" -o "$data/out-html" --force -q --deliverable quarterly-synthesis --audience internal --format html --period 2001-Q4
lines=$("$bench/timed" 5 "$bench/cmark_floor" $template "$data/out-cmark" "$syntheses"/laureates/*/2001-Q4.md -- "$@" -j 1 -- "$@" -j 2) || { wrong "html: a run failed"; return; }
line() { echo "$lines" | sed -n "$1p"; }
told "cmark as a library, in one process" $(line 1) && floor=$seconds && rate documents 1000
BEFORE=:
for jobs in 1 2; do
  told "bilan build --format html -j $jobs" $(line $((jobs + 1)))
  rate documents 1000
  [ -z "$each" ] || ratio "to cmark, once a synthesis" "$seconds" "$each" at-most 5
  ratio "to cmark as a library" "$seconds" "$floor" at-most 5
  measured "the same again, where the pages stand, -j $jobs" 3 "$@" -j $jobs && rate documents 1000
done
unset BEFORE
rm -rf "$gone"
pages=$(find "$data/out-html" -name '*.html')
[ "$(echo "$pages" | wc -l)" = 1000 ] || wrong "html: not 1 000 pages"
[ "$(cat $pages | grep -c 'id="faits-marquants"')" = 1000 ] || wrong "html: narratives are not in their pages"
set -- $(cat $pages | wc -c) $(cat "$data/out-cmark/"[0-9]*.html | wc -c)
awk "BEGIN { printf \"a page is of %.1f kB, of cmark as a library %.1f kB: %.1f times as much\n\", $1 / 1e6, $2 / 1e6, $1 / $2 }"
