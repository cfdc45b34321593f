#!/bin/sh
# Documents of two pages, printed: against the same pages without layout, and against WeasyPrint and Typst where Python has
# them (`pip install weasyprint typst`). Milliseconds of processor on one core, the least of several rounds, in one process each
# that stays alive; tags included.
set -eu
cd "$(dirname "$0")/../.."
bench=${BENCH:-build/release/bench}
echo "== pages: syntheses of two pages, no two alike"
least=$("$bench/pdf_floor" 1000 5)
echo "bilan: $least"
ms=$(echo "$least" | sed 's/.*: \([0-9.]*\) ms.*/\1/')
echo "$least" | awk '{ for (i = 1; i < NF; i++) if ($i == "ratio") printf "times the floor: %.2f (to reach: 3)\n", $(i + 1) }'
small=$("$bench/timed" 1 "$bench/pdf_floor" 100 | cut -d' ' -f2) large=$("$bench/timed" 1 "$bench/pdf_floor" 3000 | cut -d' ' -f2)
echo "memory: peak $small MB for 100 documents, $large MB for 3 000 (to reach: flat)"
peers=
command -v python3 >/dev/null && peers=$(python3 tests/bench/pdf_peers.py "$bench/pdf_source" "${PEER_DOCUMENTS:-40}")
[ -n "$peers" ] || echo "neither WeasyPrint nor Typst is installed: not compared"
# What to reach against each.
echo "$peers" | while read -r name peer pages bytes; do
  case $name in Typst*) goal=10 ;; WeasyPrint*) goal=100 ;; *) continue ;; esac
  awk "BEGIN { printf \"%s: %.2f ms, $pages pages, $bytes bytes: bilan is %.1f times as fast (to reach: $goal)\n\", \"$name\", $peer, $peer / $ms }"
done
