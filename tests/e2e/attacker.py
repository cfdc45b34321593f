"""The attacker: he has everything that is told to partners and the public, of one edition or of several, knows how figures are made and what
was filed and what was not, and solves. What he does not see are integers; every figure that he sees is an equation. A masked number for
which no second value fits all of them is found out. What cannot be hidden any more, for editions were published, the program has to warn of,
cell by cell: what he finds must have been said. Prints "ok …" and "FAIL …" lines. Usage: attacker.py PROGRAM FOLDER [ATTACK…] [SEED|FIRST-LAST…];
an attack is one of ATTACKS, below (EVERY=1: more seeds of each; BRIEF=1, under the sanitizers: one of each sort, for the others run the
same code); from seed 100 on more kinds of numbers are corrected, from 1000 on in three editions."""
import copy, csv, io, os, random, re, shutil, subprocess, sys

from programmes import AGES, SEXES, Programme, Related, Scores, quarter

program, folder = sys.argv[1:3]
LARGE = 100000
LEVELS, FLOWS = ("file", "cumul", "annee", "locaux", "collecte"), ("flux", "part", "montant", "tous", "dons", "ventes", "recettes")
MONEY, MADE = ("montant", "dons", "ventes", "recettes", "collecte"), ("tous", "cumul", "file", "recettes", "collecte")
ANSWERS = ("1", "2", "3", "4")
CATEGORIES = {"flux": {"sexe": SEXES, "age": AGES}, "file": {"sexe": SEXES}}


def figures(data, audience, *options):
    run = subprocess.run([program, "figures", data, "--audience", audience, *options], capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"FAIL attacker: bilan figures exits {run.returncode}: {run.stderr[:400]}")
    return {r["key"]: r for r in csv.DictReader(io.StringIO(run.stdout))}


def warned(data):
    """The masked figures of which the program says that they can be found out: edition (none: the present one) and key."""
    run = subprocess.run([program, "figures", data, "--audience", "partners", "-v"], capture_output=True, text=True, check=False)
    return {(m[2] or "", m[1]) for m in re.finditer(r"“([^”]+)”(?: \(flow\))?(?: is masked, but|, which the edition of (\S+) masked).*\[mask-(?:known|open|past)\]", run.stderr)}


def unexplained(data):
    """The indicators of which the program says that it cannot follow an edition any more; a ratio goes with its terms."""
    run = subprocess.run([program, "figures", data, "--audience", "partners", "-v"], capture_output=True, text=True, check=False)
    found = {m[1] for m in re.finditer(r"“([^@”]+)@[^”]*”.*\[mask-unexplained\]", run.stderr)}
    return found | ({"taux"} if found & {"flux", "part"} else set())


def everything(data, audience):
    rows = {}
    for by in ("programme", "laureate", "territory", "themes"):
        for time in ("quarter", "semester", "year", "to-date"):
            for dimension in ("sexe", "age"):
                rows |= figures(data, audience, "--by", by, "--time", time, "--dimension", dimension)
    return rows


class World:
    """The unknowns: what each laureate filed, in units (cents for money). A number that was corrected is another unknown than what it was
    before; he is taken to know which numbers were."""

    def __init__(self, programme):
        self.programme = programme
        self.truth, self.laws, self.low, self.high = {}, [], {}, {}
        self.source, self.sources = None, []  # of each law the edition and indicator whose figures say so; of what holds anyway none
        self.binary, self.versions = set(), {}

    def name(self, at, cell, number):
        last, times = self.versions.get((at, cell), (number, 0))
        times += last != number
        self.versions[at, cell] = number, times
        name = self.numbered(at, cell, times)
        self.truth[name] = number
        return name

    def numbered(self, at, cell, version):
        return "_".join(at).replace("-", "") + (f"_{version}" if version else "") + "_" + cell

    def file(self, rows, edition):
        """Nodes of an edition."""
        self.edition = edition
        self.nodes = {}
        for row in rows:
            answer = row["value"] if row["indicator"] == "avis" else ""
            at = (row["indicator"], row["laureate"], row["period"], row.get("sexe") or row.get("age") or answer)
            if row.get("value") == "nd":
                continue
            if row["indicator"] == "interne":
                continue
            cells = {"retour": ("numerator", "denominator"), "delai": ("n",), "avis": ("n",)}.get(row["indicator"], ("value",))
            for cell in cells:
                name = self.nodes[at + (cell,)] = self.name(at, cell, round(float(row[cell]) * (100 if at[0] in MONEY else 1)))
                self.low[name], self.high[name] = 0, 10 * LARGE if at[0] in MONEY else 400
            if row["indicator"] == "delai":
                name = self.nodes[at + ("sum",)] = self.name(at, "sum", round(float(row["n"]) * float(row["value"]) * 10))
                self.low[name], self.high[name] = 0, LARGE
        for (indicator, laureate, period, category, cell), name in self.nodes.items():
            for categories in CATEGORIES.get(indicator, {}).values():
                parts = [self.nodes.get((indicator, laureate, period, c, cell)) for c in categories]
                if not category and all(parts):
                    self.law({name: -1} | {p: 1 for p in parts}, 0)
            if indicator == "retour" and cell == "numerator":
                self.law({name: 1, self.nodes[indicator, laureate, period, "", "denominator"]: -1}, None, 0)
            if indicator == "ateliers" and "Q" not in period:
                self.unique(name, [self.nodes.get((indicator, laureate, f"{period}-Q{n}", category, cell)) for n in range(1, 5)])

    def unique(self, year, quarters):
        """Who came in a year is no fewer than in any of its quarters, and no more than in all of them: as the range said until then."""
        for q in filter(None, quarters):
            self.law({year: 1, q: -1}, 0, None)
        if all(quarters):
            self.law({year: 1} | {q: -1 for q in quarters}, None, 0)

    def relate(self):
        """What the programme says that indicators are made of, he reads as well."""
        for l in self.programme.laureates:
            for q, before in zip(self.all_quarters, [None] + self.all_quarters):
                for whole, parts in {"tous": ("flux", "part"), "recettes": ("dons", "ventes")}.items():
                    self.law({self.nodes[whole, l["id"], q, "", "value"]: 1} | {self.nodes[p, l["id"], q, "", "value"]: -1 for p in parts}, 0)
                for level, into, out in (("cumul", "flux", None), ("file", "flux", "part"), ("collecte", "dons", None)):
                    now, came = self.nodes[level, l["id"], q, "", "value"], self.nodes[into, l["id"], q, "", "value"]
                    went = {self.nodes[out, l["id"], q, "", "value"]: 1} if out else {}
                    if before:
                        self.law({now: 1, self.nodes[level, l["id"], before, "", "value"]: -1, came: -1} | went, 0)
                    elif self.truth[now] == self.truth[came] and not out:
                        self.law({now: 1, came: -1}, 0)

    def law(self, terms, low, high="same"):
        self.laws.append(({k: v for k, v in terms.items() if v}, low, low if high == "same" else high))
        self.sources.append(self.source)

    def members(self, subject):
        if subject == "programme":
            return [l["id"] for l in self.programme.laureates]
        if "=" not in subject:
            return [subject]
        attribute, value = subject.split("=", 1)
        return [l["id"] for l in self.programme.laureates if value in re.split("[, ]+", l[attribute])]

    def quarters(self, period):
        """Those that ended; to date is all until the period's end."""
        kind = period[5:6]
        year = period[:4]
        numbers = {"Q": [int(period[-1])], "S": [2 * int(period[-1]) - 1, 2 * int(period[-1])], "": [1, 2, 3, 4]}[kind]
        return [f"{year}-Q{n}" for n in numbers if f"{year}-Q{n}" <= self.last]

    def before(self, q):
        return f"{int(q[:4]) - 1}-Q4" if q[-1] == "1" else f"{q[:4]}-Q{int(q[-1]) - 1}"

    def add(self, terms, at, sign=1):
        if at in self.nodes:
            terms[self.nodes[at]] = terms.get(self.nodes[at], 0) + sign
        return at in self.nodes

    def expression(self, row, column, since=None, only=None, shift=0):
        """The column as a sum of unknowns, or None where it is none; `only` are some laureates, `shift` years back."""
        indicator, category, terms = row["indicator"], row["category"], {}
        period = str(int(row["period"][:4]) + shift) + row["period"][4:]
        quarters = self.quarters(period)
        if "~to-date" in row["key"]:
            quarters = [q for q in self.all_quarters if q <= quarters[-1]]
        if since:
            quarters = [q for q in self.all_quarters if since <= q <= quarters[-1]]
        if not quarters:
            return None
        for l in self.members(row["subject"]) if only is None else only:
            if indicator in FLOWS:
                for q in quarters:
                    self.add(terms, (indicator, l, q, category, "value"))
            elif indicator in LEVELS and column == "flow":
                if not self.add(terms, (indicator, l, quarters[-1], category, "value")):
                    continue
                start = self.before(quarters[0])
                if indicator == "annee" and quarters[0][-1] == "1":
                    continue
                if start >= self.all_quarters[0] and not self.add(terms, (indicator, l, start, category, "value"), -1):
                    return None
                if start < self.all_quarters[0]:
                    return None
            elif indicator in LEVELS:
                self.add(terms, (indicator, l, quarters[-1], category, "value"))
            elif indicator == "taux":
                for q in quarters:
                    if ("part", l, q, "", "value") in self.nodes and ("flux", l, q, "", "value") in self.nodes:
                        self.add(terms, ("part" if column == "numerator" else "flux", l, q, "", "value"))
            elif indicator == "retour":
                for q in quarters:
                    self.add(terms, (indicator, l, q, "", column))
            elif indicator == "delai":
                for q in quarters:
                    self.add(terms, (indicator, l, q, "", "sum" if column == "numerator" else "n"))
            elif indicator == "suivis":
                self.add(terms, (indicator, l, period[:4], "", "value"))
            elif indicator == "ateliers":
                year = (indicator, l, period[:4], "", "value")
                if len(period) == 4 and "~" not in row["key"] and year in self.nodes:
                    self.add(terms, year)
                elif column == "low":
                    # the largest of the quarters
                    inside = [self.nodes[indicator, l, q, "", "value"] for q in quarters if (indicator, l, q, "", "value") in self.nodes]
                    if not inside:
                        continue
                    largest = f"largest_{l}_{quarters[0]}_{quarters[-1]}_{self.edition}".replace("-", "")
                    if largest not in self.truth:
                        self.truth[largest] = max(self.truth[n] for n in inside)
                        self.low[largest], self.high[largest] = 0, 400
                        flags = []
                        for i, n in enumerate(inside):
                            flag = f"{largest}_{i}"
                            self.binary.add(flag)
                            self.truth[flag] = int(i == [self.truth[m] for m in inside].index(self.truth[largest]))
                            self.law({largest: 1, n: -1}, 0, None)
                            self.law({largest: 1, n: -1, flag: 400}, None, 400)
                            flags.append(flag)
                        self.law({f: 1 for f in flags}, 1)
                    terms[largest] = terms.get(largest, 0) + 1
                else:
                    for q in quarters:
                        self.add(terms, (indicator, l, q, "", "value"))
        return terms

    def sum(self, terms):
        return sum(self.truth[k] * v for k, v in terms.items())

    def full(self, row, laureate, shift):
        """Whether all that the figure reads of the laureate was received."""
        period = str(int(row["period"][:4]) + shift) + row["period"][4:]
        quarters = self.quarters(period)
        if row["indicator"] in LEVELS:
            quarters = quarters[-1:]
        cell = {"retour": "numerator", "delai": "n"}.get(row["indicator"], "value")
        return bool(quarters) and all((row["indicator"], laureate, q, row["category"], cell) in self.nodes for q in quarters)

    def answer(self, row, answer):
        terms = {}
        for l in self.members(row["subject"]):
            self.add(terms, ("avis", l, self.quarters(row["period"])[-1], answer, "n"))
        return terms

    def answers_told(self, row):
        """As an edition notes them: "1=4 3=12"."""
        if row["indicator"] != "avis" or row["state"] not in ("complete", "partial"):
            return ""
        counts = {a: self.sum(self.answer(row, a)) for a in ANSWERS}
        return " ".join(f"{a}={counts[a]}" for a in ANSWERS if counts[a])

    def learn_answers(self, row):
        """Those of a score are told all or none; of the others only few persons are a secret."""
        secrets = []
        for answer in ANSWERS:
            terms = self.answer(row, answer)
            if row["state"] != "masked":
                self.law(terms, self.sum(terms))
            elif 0 < self.sum(terms) < 5:
                secrets.append((f"{row['key']} {answer}", terms, "avis"))
        return secrets

    def learn(self, row, real):
        """What a row that is shown tells; `real` tells what it would have told, of which the rest is secret."""
        if row["indicator"] == "avis":
            return self.learn_answers(row)
        scale = 100 if row["indicator"] in MONEY else 10 if row["indicator"] == "delai" else 1
        secrets = []
        columns = ["numerator", "denominator"] if row["indicator"] in ("taux", "retour", "delai") else ["value", "flow", "low", "high"]
        for column in columns:
            if not real[column]:
                continue
            terms = self.expression(row, column)
            factor = scale if row["indicator"] != "delai" or column == "numerator" else 1
            if terms is None or self.sum(terms) != round(float(real[column]) * factor):
                sys.exit(f"FAIL attacker: he does not know how {row['key']} {column} is made: {terms and self.sum(terms)}, {real[column]}")
            if row[column]:
                self.law(terms, self.sum(terms))
            elif terms:
                secrets.append((row["key"] + " " + column, terms, row["indicator"]))
        if not row["value"] or row["indicator"] in ("taux", "retour", "delai", "ateliers", "suivis"):
            return secrets
        now = self.expression(row, "value")
        if row["change"]:
            self.apart(now, self.expression(row, "value", shift=-1), float(row["change"]))
        if row["change_like_for_like"]:
            both = [l for l in self.members(row["subject"]) if self.full(row, l, 0) and self.full(row, l, -1)]
            self.apart(self.expression(row, "value", only=both), self.expression(row, "value", only=both, shift=-1), float(row["change_like_for_like"]))
        if row["progress"] and row["indicator"] in FLOWS and row["target"]:
            self.progress(row, scale)
        return secrets

    def apart(self, now, then, change):
        terms = dict(now)
        for name, times in (then or {}).items():
            terms[name] = terms.get(name, 0) - times * (1 + change)
        if abs(self.sum(terms)) > 1e-6 * (1 + abs(self.sum(now))):
            sys.exit("FAIL attacker: he does not know how a change is made")
        self.law(terms, -1e-5, 1e-5)

    def progress(self, row, scale):
        """A flow's is what was done since the year of its target began; the targets are told."""
        subject = "" if row["subject"] == "programme" else row["subject"]
        stated = [t[2] for t in self.programme.targets if t[0] == row["indicator"] and t[1] == subject and t[2] >= row["period"][:4]]
        start = min(stated) if stated else min((t[2] for t in self.programme.targets if t[0] == row["indicator"] and t[2] >= row["period"][:4]), default=None)
        terms = self.expression(row, "value", since=f"{start}-Q1") if start else None
        told = float(row["progress"]) * float(row["target"]) * scale
        if not terms or abs(self.sum(terms) - told) > 1e-6 * (1 + told):
            sys.exit(f"FAIL attacker: he does not know how the progress of {row['key']} is made: {terms and self.sum(terms)}, {told}")
        self.law(terms, self.sum(terms))

    def as_told_by(self, edition, indicators):
        """What is known to who saw these indicators of one edition, and nothing else."""
        known = copy.copy(self)
        known.sources = []
        known.laws = [law for law, source in zip(self.laws, self.sources) if not source or (source[0] == edition and source[1] in indicators)]
        return known

    def learn_corrections(self):
        """He also knows by how much each total was corrected."""
        for (at, cell), (number, times) in self.versions.items():
            for n in range(times) if not at[3] else ():
                new, old = (self.numbered(at, cell, v) for v in (n + 1, n))
                self.law({new: 1, old: -1}, self.truth[new] - self.truth[old])

    def small(self):
        """He also knows which of the numbers that laureates filed are from one to four, as they had to be masked."""
        for name, value in self.truth.items():
            if name in self.told or name in self.binary or not 0 < value < 5 or name.startswith(MONEY + ("locaux", "largest")) or name.endswith("_sum"):
                continue
            self.low[name], self.high[name] = 1, 4

    def solve(self, extra, low, high, seed):
        """A world that fits all he knows, and the bounds of one sum more; None where there is none."""
        chance = random.Random(seed)
        names = sorted(self.truth)
        wanted = set(chance.sample(names, min(15, len(names))))
        laws = [law for law in self.laws + [(extra, low, high)] if law[0]]
        # All names stand in the objective, which numbers the columns.
        text = ["Minimize", " cost: " + " ".join(f"{chance.choice((-1, 1)) if n in wanted else 0:+d} {n}" for n in names), "Subject To"]
        for i, (terms, least, most) in enumerate(laws):
            said = " ".join(f"{v:+.15g} {k}" for k, v in terms.items())
            for sign, bound in (("=", least),) if least == most else ((">=", least), ("<=", most)):
                if bound is not None:
                    text.append(f" {'l' if sign == '>=' else 'm'}{i}: {said} {sign} {bound:.15g}")
        text.append("Bounds")
        text += [f" {self.low[n]} <= {n} <= {self.high[n]}" for n in names if n not in self.binary]
        text += ["General"] + [f" {n}" for n in names if n not in self.binary]
        text += (["Binary"] + [f" {n}" for n in names if n in self.binary]) if self.binary else []
        with open(f"{folder}/attack.lp", "w", encoding="utf-8") as file:
            file.write("\n".join(text + ["End"]) + "\n")
        run = subprocess.run(["glpsol", "--lp", f"{folder}/attack.lp", "--tmlim", "20", "--mipgap", "100", "-w", f"{folder}/attack.sol"], capture_output=True, text=True, check=False)
        columns, status = [], "?"
        for line in open(f"{folder}/attack.sol", encoding="utf-8"):
            part = line.split()
            status = part[4] if part[0] == "s" else status
            if part[0] == "j":
                columns.append(round(float(part[2])))
        if status == "n" or "NO PRIMAL FEASIBLE" in run.stdout or "NO INTEGER FEASIBLE" in run.stdout:
            return None
        world = dict(zip(names, columns))
        for terms, least, most in laws:
            total = sum(world[k] * v for k, v in terms.items())
            if (least is not None and total < least - 1e-3) or (most is not None and total > most + 1e-3):
                sys.exit(f"FAIL attacker: the solver's world breaks a law ({status}, {run.stdout[-300:]})")
        return world

    def attack(self, secrets, seed):
        """The keys of those for which no second value is found."""
        safe, found = set(), []
        for key, terms, indicator in secrets:
            truth = self.sum(terms)
            apart = max(1, abs(truth) // 10) if indicator in MONEY else 1
            if key in safe:
                continue
            world = self.solve(terms, truth + apart, None, seed) or self.solve(terms, None, truth - apart, seed)
            if not world:
                found.append((key, truth))
                continue
            for other, theirs, kind in secrets:
                value = self.sum(theirs)
                if abs(sum(world[k] * v for k, v in theirs.items()) - value) >= (max(1, abs(value) // 10) if kind in MONEY else 1):
                    safe.add(other)
        # One end of a range may be a figure that is shown: what was masked is how far the other may be off; the sum of few is few.
        unfound = {k.split(" ")[0] for k, terms, indicator in secrets if k not in dict(found)}
        return [f"{key} = {truth}" for key, truth in found
                if "ateliers@" not in key or (0 < truth < 5 and not key.endswith("low")) or key.split(" ")[0] not in unfound]


def told_by_terms(world, secret):
    """The parts of a ratio by terms are other indicators' figures, and secret where those are."""
    return secret[2] == "taux" and (secret[3] or all(n in world.told for n in secret[1]))


def follows_from_terms(world, edition, secret, seed, exposed):
    """As well where they are not those very figures, for not all laureates gave both: who has the terms alone, of that edition, shown or warned
    of, has them too."""
    if secret[2] != "taux" or 0 < world.sum(secret[1]) < 5:
        return False
    known = world.as_told_by(edition, ("part", "flux"))
    for other in exposed:
        if other[2] in ("part", "flux"):
            known.law(other[1], world.sum(other[1]))
    return bool(known.attack([secret[:3]], seed))


def term_told(key, column, shown):
    term = shown.get(key.replace("taux", {"numerator": "part", "denominator": "flux"}.get(column, ""), 1), {})
    return bool(term.get("value"))


def open_world(programme, quarters):
    world = World(programme)
    world.all_quarters = [quarter(q) for q in range(quarters)]
    world.last = world.all_quarters[-1]
    return world


def see(world, shown, internal, edition=""):
    secrets = []
    for key, row in shown.items():
        world.source = (edition, row["indicator"])
        secrets += [s + (term_told(*s[0].split(" "), shown),) for s in world.learn(row, internal[key])] if row["state"] not in ("not-due", "none") else []
    world.source = None
    return secrets


def conclude(name, world, secrets, seed, knows, warnings, differs=(), lost=()):
    """What is found must be what the program warns of; `secrets` is a list of them by edition."""
    world.told = {next(iter(t)) for t, low, high in world.laws if len(t) == 1 and low == high}
    if knows:
        world.small()
    said = {frozenset(s[1].items()) for edition in secrets for s in secrets[edition] if (edition, s[0].split(" ")[0]) in warnings or s[2] in lost}
    listed = {f"{edition}:{s[0]}".strip(":"): (edition, s) for edition in secrets for s in secrets[edition] if not told_by_terms(world, s)}
    found = world.attack([(key,) + s[1:3] for key, (edition, s) in listed.items()], seed)
    unsaid = [listed[f.split(" = ")[0]] + (f,) for f in found if frozenset(listed[f.split(" = ")[0]][1][1].items()) not in said]
    exposed = {e: [s for s in secrets[e] if frozenset(s[1].items()) in said] for e in secrets}
    unsaid = [f for edition, secret, f in unsaid if not follows_from_terms(world, edition, secret, seed, exposed[edition])]
    name = f"attacker, {name}, seed {seed}{', who knows what is small' if knows else ''}: {len(listed)} secrets, {len(world.laws)} equations"
    # A warning may be for who knows a little more.
    for more in ([] if knows else [world.small]) + [world.learn_corrections]:
        if warnings and not found:
            more()
            found = world.attack([(key,) + s[1:3] for key, (edition, s) in listed.items() if frozenset(s[1].items()) in said], seed)
    told = f", {len(found)} of them found, {len(warnings)} warned of" if found or warnings else ""
    told += f", not followed any more: {' '.join(sorted(lost))}" if lost else ""
    if unsaid or differs or not listed:
        print(f"FAIL {name}{told}: found {len(unsaid)} unsaid: {unsaid[:6]} {differs[:3]}", flush=True)
    else:
        print(f"ok {name}{told}", flush=True)
    runs.append(bool(warnings and not found))


runs = []  # of each: warned of what nobody finds


def one_edition(seed, knows, kind=None):
    programme = kind(seed) if kind else Programme(seed, laureates=3 + seed % 2, quarters=5, gaps=0.04 if seed % 2 else 0.0)
    programme.write(f"{folder}/attacked")
    world = open_world(programme, programme.quarters)
    world.file(programme.rows, 1)
    internal, shown, public = (everything(f"{folder}/attacked", a) for a in ("internal", "partners", "public"))
    # What partners are told covers what the public is.
    differs = [k for k, r in public.items() if r != shown[k]]
    conclude("one edition" + (" of scores" if kind else ""), world, {"": see(world, shown, internal)}, seed, knows, warned(f"{folder}/attacked"), differs)


def one_edition_of_related(seed, knows):
    programme = Related(seed)
    programme.write(f"{folder}/attacked")
    world = open_world(programme, programme.quarters)
    world.file(programme.rows, 1)
    world.relate()
    internal, shown = (everything(f"{folder}/attacked", a) for a in ("internal", "partners"))
    secrets = see(world, shown, internal)
    # What parts that are told add up to is no secret: those who know the parts alone find it too.
    parts = open_world(programme, programme.quarters)
    parts.file(programme.rows, 1)
    parts.relate()
    see(parts, {k: r for k, r in shown.items() if r["indicator"] not in MADE}, internal)
    wholes = [s[:3] for s in secrets if s[2] in MADE and (s[2] in MONEY or not 0 < world.sum(s[1]) < 5)]
    told = {told.split(" = ")[0] for told in parts.attack(wholes, seed)}
    conclude("indicators made of others", world, {"": [s for s in secrets if s[0] not in told]}, seed, knows, warned(f"{folder}/attacked"))
    runs.pop()  # two views of few numbers: a warning that nobody needed is no wonder


def published(path):
    """The keys of an edition that were told to anyone outside."""
    return {row["key"] for row in csv.DictReader(open(path, encoding="utf-8")) if row["audience"] != "internal"}


def publish(data, date, internal, shown, world):
    """An edition as it is built."""
    built = subprocess.run([program, "build", data, "-o", f"{folder}/attacked-out", "--period", "all", "--publish", "--format", "html", "-q"], capture_output=True, text=True, check=False)
    if built.returncode:
        sys.exit(f"FAIL attacker: an edition is not built: {built.stderr[-300:]}")


def publish_all(data, date, internal, shown, world):
    """An edition whose documents print every figure there is."""
    os.makedirs(f"{data}/editions", exist_ok=True)
    columns = ("value", "state", "audience", "numerator", "denominator", "low", "high", "answers")
    with open(f"{data}/editions/{date}.csv", "w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(("key",) + columns)
        for key in sorted(internal):
            for audience, row in (("internal", internal[key]), ("partners", shown.get(key))):
                if row:
                    row = row | {"audience": audience, "answers": world.answers_told(row)}
                    lines.writerow([key] + [row[c] for c in columns])


def correct(programme, chance, filed, indicators):
    """Some of what was filed was wrong: the row of a total, where it has some of them the rows of its breakdowns, and their old numbers."""
    def less_or_more(row, cell, by):
        row[cell] = str(max(0, int(row[cell]) + by))

    row = chance.choice([r for r in filed if r["indicator"] in indicators and not r.get("sexe") and not r.get("age") and r.get("value") != "nd"])
    at = (row["indicator"], row["laureate"], row["period"])
    inside = [r for r in programme.rows if (r["indicator"], r["laureate"], r["period"]) == at and r is not row]
    old, by = dict(row), chance.choice((-2, -1, -1, 1, 2, 5))
    if row["indicator"] == "retour":
        less_or_more(row, "denominator", abs(by))
    elif row["indicator"] in ("delai", "avis"):
        less_or_more(row, "n", abs(by))
    elif inside:
        women = next(r for r in inside if r.get("sexe") == SEXES[0])
        adults = [r for r in inside if r.get("age") == AGES[1]]
        for r in [row, women] + adults:
            less_or_more(r, "value", abs(by))
    elif row["indicator"] == "montant":
        row["value"] = f"{float(row['value']) + 10 * abs(by):.2f}"
    elif row["indicator"] == "part":
        less_or_more(row, "value", min(by, -1))
    else:
        less_or_more(row, "value", by)
    cell = {"retour": "denominator", "delai": "n", "avis": "n"}.get(row["indicator"], "value")
    return f"{at[0]},{at[1]},{at[2]},{old[cell]},{row[cell]},Une erreur de saisie"


def take_away(programme, chance, filed):
    """Rows of what was filed are gone without a word: totals, and some with their breakdowns."""
    for indicators in (("part", "annee"), ("flux",), ("locaux", "montant", "retour")):
        row = chance.choice([r for r in filed if r["indicator"] in indicators and r.get("value") != "nd"])
        at = (row["indicator"], row["laureate"], row["period"])
        programme.rows = [r for r in programme.rows if (r["indicator"], r["laureate"], r["period"]) != at]


def nothing_changes(programme, chance, filed):
    """But what came late, and the next quarter."""


def move_house(programme, chance, filed):
    """A laureate is counted elsewhere from now on."""
    laureate = chance.choice(programme.laureates)
    laureate["territory"] = chance.choice([t for t in ("Nord", "Sud", "Île-d’Est") if t != laureate["territory"]])


def some_editions(seed, knows, count, changes=None, prints=publish, kind=Programme):
    """A quarter later each, some of what was filed has been corrected, and some of what was missing has come; or the programme `changes`."""
    first = 5
    programme = kind(seed, laureates=3, quarters=first + count - 1)
    data = f"{folder}/attacked"
    chance = random.Random(seed)
    late = {(i, chance.choice(programme.laureates)["id"], quarter(first - 1)) for i in kind.late}
    reasons, secrets, world = [], {}, open_world(programme, first)
    shutil.rmtree(f"{folder}/editions", ignore_errors=True)
    for edition in range(count):
        world.all_quarters = [quarter(q) for q in range(first + edition)]
        world.last = world.all_quarters[-1]
        date = f"{2025 + (edition + 4) // 12}-{(edition * 3 + 4) % 12 + 1:02}-02"
        programme.write(data, until=first + edition, edition=date, without=late)
        if os.path.isdir(f"{folder}/editions"):
            os.rename(f"{folder}/editions", f"{data}/editions")
        with open(f"{data}/corrections.csv", "w", encoding="utf-8") as file:
            file.write("\n".join(["indicator,laureate,period,old,new,reason"] + reasons) + "\n")
        filed = [r for r in programme.rows if (r["indicator"], r["laureate"], r["period"]) not in late and (r["period"] if "Q" in r["period"] else r["period"] + "-Q4") <= world.last]
        world.file(filed, edition)
        internal, shown = everything(data, "internal"), everything(data, "partners")
        if edition + 1 == count:
            secrets[""] = see(world, shown, internal)
            break
        prints(data, date, internal, shown, world)
        keys = published(f"{data}/editions/{date}.csv")
        secrets[date] = see(world, {k: r for k, r in shown.items() if k in keys}, internal, date)
        os.rename(f"{data}/editions", f"{folder}/editions")
        wrong = kind.wrong[:1] * 3 if seed < 100 else kind.wrong
        if changes:
            changes(programme, chance, filed)
        for indicators in () if changes else wrong:
            reasons.append(correct(programme, chance, filed, indicators))
        late = set(list(sorted(late))[1:]) if count > 2 else set()
    name = f"{count} editions" + (" of scores" if kind is Scores else "") + (f", {changes.__name__.replace('_', ' ')}" if changes else "") + (" that print everything" if prints is publish_all else "")
    conclude(name, world, secrets, seed, knows, warned(data), (), unexplained(data))


def corrected(seed):
    some_editions(seed, seed % 2 == 1, 2 if seed < 1000 else 3)


def printed(seed):
    some_editions(seed, seed % 2 == 1, 2 if seed < 1000 else 3, None, publish_all)


def scores(seed):
    """One edition, two whose answers were corrected or came late, two of laureates that are counted elsewhere, three."""
    knows = seed % 2 == 1
    if seed < 100:
        one_edition(seed, knows, Scores)
    elif seed < 200:
        some_editions(seed, knows, 2, (None, nothing_changes, move_house)[seed % 3], publish_all, Scores)
        runs.pop()  # as of the others that change
    else:
        some_editions(seed, knows, 3 if seed >= 1000 else 2, None, publish, Scores)


def changed(seed):
    """Much is warned of that one attack does not find."""
    some_editions(seed, seed % 2 == 0, 2, take_away if seed % 2 else move_house, publish_all)
    runs.pop()


ATTACKS = {"related": lambda seed: one_edition_of_related(seed, seed % 2 == 0), "single": lambda seed: one_edition(seed, seed % 2 == 0),
           "corrected": corrected, "printed": printed, "changed": changed, "scores": scores}
DEFAULT = {"related": [42, 56, 2, 3, 17, 110], "single": [2, 3, 17, 110], "corrected": [2, 3, 17, 110, 144, 1003], "printed": [104], "changed": [3, 2], "scores": [101, 3, 100, 200, 1000]}
EVERY = {"related": range(1, 61), "single": range(1, 41), "corrected": [*range(20, 60), *range(100, 145), *range(1000, 1012)],
         "printed": [*range(20, 30), *range(100, 120), *range(1000, 1006)], "changed": range(1, 11),
         "scores": [*range(1, 11), *range(100, 120), *range(200, 206), 1000, 1001]}


def seeds_of(arguments):
    bounds = [[int(s) for s in a.split("-")] for a in arguments]
    return [seed for b in bounds for seed in range(b[0], b[-1] + 1)]


if __name__ == "__main__":
    asked = [a for a in sys.argv[3:] if a in ATTACKS]
    seeds = seeds_of(a for a in sys.argv[3:] if a not in ATTACKS)
    brief = {attack: [DEFAULT[attack][0], *(s for s in DEFAULT[attack] if s >= 1000)] for attack in DEFAULT} | {"changed": DEFAULT["changed"]}
    chosen = EVERY if os.environ.get("EVERY") else brief if os.environ.get("BRIEF") else DEFAULT
    for attack in asked or ATTACKS:
        for seed in seeds or chosen[attack]:
            ATTACKS[attack](seed)
    if chosen is brief and not seeds:
        print(f"note attacker: {sum(map(len, brief.values()))} attacks of {sum(map(len, DEFAULT.values()))}")
    # A warning is a promise that is taken back: where nothing is found, there is seldom one.
    print(f"{'FAIL' if sum(runs) > max(1, len(runs) // 10) else 'ok'} attacker: {sum(runs)} of {len(runs)} runs were warned of what nobody finds")
