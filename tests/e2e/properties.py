"""What must hold of the figures of any programme: neither the order of files and rows nor -j changes one; sums agree however they are
added up; a laureate cut in two changes no sum of the programme; masking changes nothing that stays shown. Prints "ok …" and "FAIL …"
lines. Usage: properties.py PROGRAM FOLDER"""
import csv, io, random, subprocess, sys
from decimal import Decimal

from programmes import FLOWS, SUMS, Programme

program, folder = sys.argv[1:3]
SEEDS = (1, 2)
VIEWS = ((["--time", "quarter", "--dimension", "sexe"], ["--time", "to-date"]), (["--time", "year", "--dimension", "age"], ["--time", "semester"]))
failures = {}
checked = {}


def figures(data, *options):
    run = subprocess.run([program, "figures", data, *options], capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"FAIL properties: bilan figures exits {run.returncode}: {run.stderr[:400]}")
    return run.stdout


def rows(data, *options):
    return list(csv.DictReader(io.StringIO(figures(data, *options))))


def expect(name, holds, what):
    checked[name] = checked.get(name, 0) + 1
    if not holds:
        failures.setdefault(name, []).append(str(what))


def totals(rows, column="value"):
    """By indicator, period, category: the exact sum over subjects; None where one of them has no number."""
    sums = {}
    for row in rows:
        at = (row["indicator"], row["period"], row["dimension"], row["category"])
        value = Decimal(row[column]) if row[column] else None
        sums[at] = None if value is None or sums.get(at, 0) is None else sums.get(at, Decimal(0)) + value
    return sums


def orders(seed):
    programme = Programme(seed, gaps=0.06)
    views = [[], ["--by", "laureate", "--time", "year"], ["--by", "territory", "--dimension", "sexe"], ["--by", "themes", "--time", "semester"],
             ["--time", "to-date", "--by", "laureate"], ["--by", "laureate", "--audience", "public"], ["--audience", "partners", "--dimension", "age"]]
    programme.write(f"{folder}/plain")
    expected = [figures(f"{folder}/plain", "-j", "1", *view) for view in views]
    for order in range(2):
        programme.write(f"{folder}/other", order=order)
        for view, text in zip(views, expected):
            expect("the order of files and rows changes no figure", figures(f"{folder}/other", *view) == text, (seed, order, view))
    # Indicators and categories are printed in their order: the rows are compared by key.
    for name in ("indicators", "dimensions"):
        programme.write(f"{folder}/other")
        with open(f"{folder}/other/{name}.csv", encoding="utf-8") as file:
            head, *lines = file.read().splitlines()
        random.Random(seed).shuffle(lines)
        with open(f"{folder}/other/{name}.csv", "w", encoding="utf-8") as file:
            file.write("\n".join([head] + lines) + "\n")
        for view, text in zip(views, expected):
            expect(f"the order of {name} masks no other figure", sorted(figures(f"{folder}/other", *view).splitlines()) == sorted(text.splitlines()), (seed, view))
    for view, text in zip(views, expected):
        expect("-j changes no figure", figures(f"{folder}/plain", "-j", "3", *view) == text, (seed, view))


def sums(seed):
    Programme(seed).write(f"{folder}/plain")
    for time in ("quarter", "semester", "year", "to-date"):
        for view in (["--dimension", "sexe"], ["--dimension", "age"]):
            options = ["--time", time, "--indicator", ",".join(SUMS), *view]
            programme = {r["key"]: r for r in rows(f"{folder}/plain", *options)}
            by = {name: {c: totals(rows(f"{folder}/plain", *options, "--by", name), c) for c in ("value", "flow")} for name in ("laureate", "territory")}
            for row in programme.values():
                at = (row["indicator"], row["period"], row["dimension"], row["category"])
                for column in ("value", "flow"):
                    for name in by:
                        got = by[name][column].get(at)
                        expect(f"the sum by {name} is the programme's", (str(got) if got is not None else "") == "" and not row[column]
                               or (got is not None and row[column] and got == Decimal(row[column])), (seed, row["key"], column, name, got))
    for by in ("programme", "laureate", "territory"):
        quarters, years, halves = (rows(f"{folder}/plain", "--by", by, "--time", t, "--indicator", ",".join(FLOWS)) for t in ("quarter", "year", "semester"))
        for longer, parts in ((years, 4), (halves, 2)):
            for row in longer:
                inside = [Decimal(q["value"]) for q in quarters if q["indicator"] == row["indicator"] and q["subject"] == row["subject"] and
                          (q["period"][:4] == row["period"] or q["period"] in {row["period"][:5] + f"Q{2 * int(row['period'][-1]) - i}" for i in (0, 1)})]
                expect("a year is the sum of its quarters", len(inside) == parts and sum(inside) == Decimal(row["value"]), (seed, row["key"]))
        years, quarters = (rows(f"{folder}/plain", "--by", by, "--time", t, "--indicator", "cumul,annee") for t in ("year", "quarter"))
        for row in years:
            inside = [Decimal(q["flow"]) for q in quarters if q["flow"] and (q["indicator"], q["subject"], q["period"][:4]) == (row["indicator"], row["subject"], row["period"])]
            if len(inside) == 4:
                expect("a year's flow is the sum of its quarters' flows", row["flow"] and sum(inside) == Decimal(row["flow"]), (seed, row["key"]))


def cut(seed):
    programme = Programme(seed)
    programme.targets = [t for t in programme.targets if not t[1]]
    programme.write(f"{folder}/plain")
    programme.split(seed % len(programme.laureates)).write(f"{folder}/other")
    keep = ["value", "flow", "state", "numerator", "denominator", "baseline", "target", "progress", "previous", "change", "change_like_for_like"]
    wanted = ",".join(SUMS + ["taux", "retour", "delai"])
    for time in ("quarter", "semester", "year", "to-date"):
        for by in ("programme", "territory", "themes"):
            options = ["--time", time, "--by", by, "--indicator", wanted]
            before, after = ({r["key"]: r for r in rows(f"{folder}/{d}", *options)} for d in ("plain", "other"))
            expect("a laureate cut in two: the same rows", list(before) == list(after), (seed, time, by))
            for key, row in before.items():
                # n times x adds up to the same, but is another exact number of the same value
                differs = [c for c in keep if row[c] != after.get(key, {}).get(c)]
                expect("a laureate cut in two changes no sum of the programme", not differs, (seed, key, differs))


def masked(seed):
    Programme(seed, gaps=0.05).write(f"{folder}/plain")
    compared = ["previous", "change", "change_like_for_like", "progress", "flow"]
    shown = hidden = 0
    for audience in ("public", "partners"):
        for by in ("programme", "laureate", "territory"):
            for view in VIEWS[seed % 2]:
                internal = {r["key"]: r for r in rows(f"{folder}/plain", "--by", by, *view)}
                outside = {r["key"]: r for r in rows(f"{folder}/plain", "--by", by, *view, "--audience", audience)}
                hidden_ids = {"interne"} | ({"annee", "montant"} if audience == "public" else set())
                expect("an audience gets the rows of the indicators that are its own, and no others",
                       list(outside) == [k for k, r in internal.items() if r["indicator"] not in hidden_ids], (seed, by, view, audience))
                for key, row in outside.items():
                    real = internal[key]
                    if row["state"] == "masked":
                        hidden += 1
                        left = [c for c in row if c not in ("key", "indicator", "subject", "period", "dimension", "category", "state", "received", "expected") and row[c]]
                        expect("a masked figure says nothing", not left, (seed, key, left))
                        continue
                    shown += 1
                    differs = [c for c in row if row[c] != real[c] and not (c in compared and not row[c])]
                    expect("masking changes no figure that is shown", not differs, (seed, key, differs))
    expect("something is masked, and something is shown", shown > 100 and hidden > 100, (seed, shown, hidden))


for seed in SEEDS:
    orders(seed)
    sums(seed)
    cut(seed)
    masked(seed)
for name, count in checked.items():
    print(f"FAIL {name}: {len(failures[name])} of {count}: {failures[name][:3]}" if name in failures else f"ok {name} ({count} times)")
