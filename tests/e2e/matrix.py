"""`bilan figures` for every combination of --by, --time, --dimension, --audience; `bilan explain` for keys of every kind that it printed,
down to the cells that it names. Prints "ok …" and "FAIL …" lines. Usage: matrix.py PROGRAM FOLDER SAMPLE [REAL…]"""
import csv, io, itertools, json, re, subprocess, sys, urllib.parse

import spelled
from programmes import FLOWS, Programme

program, folder = sys.argv[1:3]
COLUMNS = ("key,indicator,subject,period,dimension,category,value,flow,low,high,state,received,expected,numerator,denominator,"
           "baseline,target,progress,previous,change,change_like_for_like").split(",")
NUMBERS = [c for c in COLUMNS[6:] if c != "state"]
STATES = {"complete", "partial", "none", "not-due", "not-applicable", "masked", "range"}
BY, TIMES = ("programme", "laureate", "territory", "themes", "publics", "tags"), ("month", "quarter", "semester", "year", "to-date")
problems, runs = [], 0


def run(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def expect(holds, *what):
    if not holds:
        problems.append(" ".join(map(str, what)))


def row_holds(row, order, options):
    at = (row["key"], options)
    subject = urllib.parse.quote(row["subject"], safe="=’éèêàçôîûÎÉ-_.~abcdefghijklmnopqrstuvwxyz’'()") if "=" in row["subject"] else row["subject"]
    key = f"{row['indicator']}@{subject}/{row['period']}" + ("~to-date" if "to-date" in options else "") + \
        (f";{row['dimension']}={row['category']}" if row["dimension"] else "")
    expect(row["key"] == key or urllib.parse.unquote(row["key"]) == urllib.parse.unquote(key), "key", at, key)
    expect(row["state"] in STATES, "state", at, row["state"])
    numbers = [c for c in NUMBERS if row[c] and c not in ("received", "expected")]
    if row["state"] == "masked":
        expect(not numbers, "a masked row has numbers", at, numbers)
    if row["state"] == "not-due":
        expect(not any(row[c] for c in NUMBERS), "a row that is not due has numbers", at)
    if row["state"] == "none":
        expect(not row["value"] and not row["flow"] and not row["change"], "a row without a total has one", at)
    if row["state"] == "range":
        expect(row["low"] and row["high"] and not row["value"] and float(row["low"]) < float(row["high"]) or not row["low"], "range", at)
    if row["received"]:
        expect(int(row["received"]) <= int(row["expected"]), "received", at)
    for c in numbers:
        expect(re.fullmatch(r"-?\d+(\.\d*[1-9])?(e-?\d+)?", row[c]), "not a plain number", at, c, row[c])
    if row["dimension"]:
        expect(not row["target"] and not row["progress"], "a category has a target", at)


def figures(data, *options):
    global runs
    runs += 1
    got = run("figures", data, *options)
    expect(got.returncode == 0, "exit", got.returncode, options, got.stderr[:200])
    rows = list(csv.DictReader(io.StringIO(got.stdout)))
    expect(got.stdout.split("\n", 1)[0] == ",".join(COLUMNS), "columns", options)
    expect(all(None not in r and None not in r.values() for r in rows), "cells", options)
    expect(len({r["key"] for r in rows}) == len(rows), "a key twice", options)
    for row in rows:
        row_holds(row, None, options)
    # indicators, then subjects, then periods stand together, and periods in their order
    for i, group in itertools.groupby(rows, key=lambda r: (r["indicator"], r["subject"])):
        periods = [r["period"] for r in group if not r["dimension"]]
        expect(periods == sorted(periods), "periods out of order", options, i)
    groups = [k for k, _ in itertools.groupby(rows, key=lambda r: (r["indicator"], r["subject"]))]
    expect(len(groups) == len(set(groups)), "a subject's rows are apart", options)
    return rows


def same_as_json(data, *options):
    rows = figures(data, *options)
    got = json.loads(run("figures", data, "--format", "json", *options).stdout)
    expect(len(got) == len(rows), "JSON rows", options)
    for row, entry in zip(rows, got):
        expect(list(entry) == COLUMNS, "JSON members", options, list(entry))
        for c in COLUMNS:
            told = entry[c]
            same = told is None and row[c] == "" or str(told) == row[c] or (isinstance(told, (int, float)) and row[c] and float(row[c]) == told)
            expect(same, "JSON", row["key"], c, told, row[c])


def source_holds(data, source, key):
    lines = open(f"{data}/{source['path']}", "rb").read()
    text = lines.decode("utf-16") if lines[:2] in (b"\xff\xfe", b"\xfe\xff") else None
    if text is None:
        try:
            text = lines.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = lines.decode("cp1252")
    line = text.splitlines()[source["line"] - 1]
    rest = line[source["column"] - 1:]
    digits = re.sub(r"\D", "", (source["value"] or "").split("(")[0].split("/")[0])
    cell = re.sub("[ \u00a0\u202f\"]", "", rest)
    expect(not digits or re.sub(r"\D", "", cell[:len(digits) + 6]).startswith(digits.lstrip("0")[:4]) or cell.lower()[:1] in "oyn", "source", key, source, rest[:30])


def explained(data, rows, step):
    """One key of each kind at least, and every step-th."""
    kinds, keys = set(), []
    for i, row in enumerate(rows):
        # which indicator; what sort of subject, time, category, and state
        sort = {row["indicator"], ("=" in row["subject"], "~" in row["key"], row["state"], bool(row["dimension"]))}
        if sort - kinds or i % step == step - 1:
            keys.append(row)
        kinds |= sort
    for row in keys:
        text, entry = run("explain", data, row["key"]), run("explain", data, row["key"], "--format", "json")
        expect(text.returncode == 0 and row["key"] in text.stdout and len(text.stdout.splitlines()) > 3, "explain", row["key"], text.returncode, text.stderr[:200])
        try:
            told = json.loads(entry.stdout)
        except ValueError:
            expect(False, "explain: not JSON", row["key"], entry.returncode, entry.stderr[:200])
            continue
        expect(told["key"] == row["key"] and told["state"] == row["state"], "explain", row["key"], told["key"], told["state"])
        expect((told["value"] or "") == row["value"] if not isinstance(told["value"], (int, float)) else float(row["value"]) == told["value"], "explain: value", row["key"], told["value"], row["value"])
        expect(told["rule"] and told["computation"], "explain: no rule or no computation", row["key"])
        wrong = spelled.holds(row, told["computation"], "Dans le temps" in told["rule"])
        expect(not wrong, "explain: the computation told does not make the", wrong, row["key"], told["computation"][:200])
        expect(told["sources"] or not row["value"], "explain: a value without a source", row["key"])
        for source in told["sources"]:
            source_holds(data, source, row["key"])
    return len(keys)


def parts_hold(data):
    """Explained as JSON, a figure is made of figures: over laureates, or over sub-periods, they add up, each under its own key."""
    count = 0
    for by, time in itertools.product(("programme", "laureate", "territory"), ("quarter", "year", "to-date")):
        known = {r["key"]: r for t in ("quarter", time) for r in figures(data, "--by", "laureate", "--time", t)}
        for row in figures(data, "--by", by, "--time", time, "--indicator", ",".join(FLOWS))[::3]:
            told = json.loads(run("explain", data, row["key"], "--format", "json").stdout)
            parts = told["parts"]
            if row["state"] in ("not-due", "none"):
                continue
            expect(bool(parts) != (by == "laureate" and time == "quarter"), "parts", row["key"], len(parts))
            expect(all(p["key"] in known and known[p["key"]]["value"] == ("" if p["value"] is None else str(p["value"])) and
                       known[p["key"]]["state"] == p["state"] for p in parts), "parts under their keys", row["key"], parts)
            expect(not parts or abs(sum(p["value"] or 0 for p in parts) - told["value"]) < 1e-9, "parts do not add up", row["key"], told["value"], parts)
            count += bool(parts)
    expect(count > 20, "hardly any parts", count)


def report(name):
    print(f"FAIL {name}: {len(problems)}: {problems[:4]}" if problems else f"ok {name}")
    problems.clear()


small = f"{folder}/matrix"
Programme(7, laureates=2, quarters=5, gaps=0.1).write(small)
for by, time in itertools.product(BY, TIMES):
    for dimension, audience in itertools.product((None, "sexe", "age"), ("internal", "partners", "public")):
        figures(small, "--by", by, "--time", time, "--audience", audience, *(["--dimension", dimension] if dimension else []))
report(f"figures for {runs} combinations of by, time, dimension, audience")
for audience in ("internal", "public"):
    same_as_json(small, "--by", "territory", "--dimension", "sexe", "--audience", audience)
    same_as_json(small, "--by", "laureate", "--time", "to-date", "--audience", audience)
report("figures: JSON says what CSV says")
parts_hold(small)
report("explain: parts as figures")
for data, step in [(sys.argv[3], 400)] + [(real, 2000) for real in sys.argv[4:]]:
    rows = [r for by in ("programme", "laureate", "territory") for time in ("quarter", "year", "to-date")
            for r in figures(data, "--by", by, "--time", time, *(["--dimension", "sexe"] if "jeunesse" in data else []))]
    count = explained(data, rows, step)
    report(f"explain: {count} of {len(rows)} keys of {data.rstrip('/').rsplit('/', 1)[-1]}")
