# Masked values stand nowhere in what is built for partners and the public.
python3 tests/e2e/canary.py "$program" "$temporary" || fail "canary" "did not run"
