# The 200 syntheses of one quarter.
programme p200 200 12 8
for format in html pdf xlsx; do for jobs in 1 2; do
  measured "bilan build --format $format -j $jobs" 1 "$bilan" build "$data/p200" -o "$data/out-$format" --force -q -j $jobs \
    --deliverable quarterly-synthesis --audience internal --format $format &&
    rate documents "$(find "$data/out-$format" -name "*.$format" | wc -l)"
done; done
