# As many threads and workers as one likes: the same bytes, on standard output, on standard error, in every file.
told() { # JOBS ARGUMENT…
  jobs=$1; shift
  "$program" "$@" -j "$jobs" >"$temporary/jobs.out" 2>"$temporary/jobs.err"; echo "exit $?" >>"$temporary/jobs.out"
  cat "$temporary/jobs.out" "$temporary/jobs.err" >"$temporary/jobs.$jobs"
}
# Data that is in no order: a laureate's rows in several files and backwards, twice the same, broken down.
cp -R "$samples/jeunesse" "$temporary/jobs-data"
for file in "$temporary"/jobs-data/laureats/*/mesures.csv; do
  folder=$(dirname "$file")
  { head -1 "$file"; tail -n +2 "$file" | tac; tail -1 "$file"; } >"$folder/mesures.tmp" && mv "$folder/mesures.tmp" "$file"
done
for data in "$samples/jeunesse" "$samples/minimal" "$temporary/jobs-data"; do
  name=$(basename "$data")
  for command in "check -v" "figures --by laureate" "figures --by territory --time year" "figures --format json --audience public --by laureate" \
    "figures --audience partners" "status"; do
    for jobs in 1 2 7; do told $jobs $command "$data"; done
    [ -s "$temporary/jobs.1" ] || fail "jobs $command $name" "says nothing"
    for jobs in 2 7; do same "jobs $command $name: 1 and $jobs" "$temporary/jobs.1" "$temporary/jobs.$jobs"; done
  done
done
for jobs in 1 2 7; do "$program" build "$samples/minimal" -o "$temporary/jobs-out-$jobs" -q -j $jobs >/dev/null 2>&1; done
is "jobs build: files" "$([ "$(find "$temporary/jobs-out-1" -type f | wc -l)" -gt 10 ] && echo many)" many
for jobs in 2 7; do is "jobs build: 1 and $jobs" "$(diff -rq "$temporary/jobs-out-1" "$temporary/jobs-out-$jobs" 2>&1 | head -3)" ""; done
