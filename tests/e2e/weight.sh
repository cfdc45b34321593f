# A synthesis travels by mail: its page weighs less than 150 KB, whatever photographs the programme has.
weigh() { # NAME DATA
  "$program" build "$2" --deliverable quarterly-synthesis --format html -o "$temporary/weight-$1" -q >/dev/null 2>&1
  find "$temporary/weight-$1" -name '*.html' -size +149k >"$temporary/heavy"
  count=$(find "$temporary/weight-$1" -name '*.html' | wc -l)
  [ "$count" -gt 0 ] && [ ! -s "$temporary/heavy" ] && ok "$1: $count syntheses under 150 KB" || fail "$1: weight" "$count pages, too heavy: $(cat "$temporary/heavy")"
  # One file, and it asks for nothing.
  ! grep -rlE ' (src|srcset|poster|data)="(https?:)?//|<link|@import|url\(["'"'"']?(https?:)?//' "$temporary/weight-$1" --include='*.html' >"$temporary/asks" &&
    ok "$1: syntheses ask for nothing" || fail "$1: syntheses ask" "$(cat "$temporary/asks")"
}
weigh jeunesse "$samples/jeunesse"
weigh minimal "$samples/minimal"
for data in eig barometre-occitanie; do
  if [ -d "$real/$data" ]; then weigh "$data" "$real/$data"; else skip "$data: weight" "../shared/data is absent"; fi
done
