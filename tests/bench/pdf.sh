# Syntheses of two pages, no two alike, tags included: against the same pages without layout, and against WeasyPrint and Typst where
# Python has them (pip install weasyprint typst), each in one process that stays alive. Milliseconds of one processor, the
# least of several rounds: 1 000 documents a round of ours, fewer of theirs, or an hour would not do.
least=$("$bench/pdf_floor" 1000 5) && echo "bilan: $least" || wrong "pdf_floor failed"
ours=$(echo "$least" | sed 's/.*: \([0-9.]*\) ms.*/\1/')
ratio "times the floor" "$ours" "$(echo "$least" | sed 's/.*, \([0-9.]*\) without.*/\1/')" at-most 3
measured "100 documents" 1 "$bench/pdf_floor" 100
small=$peak
measured "3 000 documents" 1 "$bench/pdf_floor" 3000
ratio "memory of 3 000 documents against 100" "$peak" "$small" at-most 1
for peer in typst weasyprint; do
  python_has $peer || continue
  set -- $(python3 tests/bench/pdf_peers.py $peer "$bench/pdf_source" "${PEER_DOCUMENTS:-20}") || wrong "$peer failed"
  [ $# = 4 ] || { wrong "$peer: $*"; continue; }
  echo "$1: $2 ms a document, $3 pages, $4 bytes"
  [ $peer = typst ] && goal=10 || goal=100
  ratio "bilan, times as fast" "$2" "$ours" at-least $goal
done
