# What holds of the figures of any programme, on random ones.
python3 tests/e2e/properties.py "$program" "$temporary" || fail "properties" "did not run"
