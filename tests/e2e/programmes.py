"""Random programmes, from a seed: what the tests of properties and the attacker work on. A programme is a plain object that can be
written as a data repository, in any order of files and rows."""
import copy, os, random, shutil

SEXES, AGES = ["femmes", "hommes"], ["jeunes", "adultes", "non_renseigne"]
INDICATORS = """id,label,short_label,type,nature,counting,about,numerator,denominator,multiplier,unit,direction,frequency,dimensions,baseline,visibility,use
flux,Personnes reçues,Reçues,count,flow,,persons,,,,personnes,up,,sexe age,,public,Ajuster
part,Personnes aidées,Aidées,count,flow,,persons,,,,personnes,,,,,public,Ajuster
taux,Part aidée,Part,ratio,,,persons,part,flux,100,%,up,,,20,public,Ajuster
retour,Retours,Retours,ratio,flow,,persons,,,100,%,,,,,public,Ajuster
file,File active,File,count,stock,,persons,,,,personnes,up,,sexe,10,public,Ajuster
cumul,Depuis le début,Cumul,count,to_date,,persons,,,,personnes,,,,,public,Ajuster
annee,Depuis janvier,Année,count,year_to_date,,persons,,,,personnes,,,,,partners,Ajuster
ateliers,Ateliers,Ateliers,count,flow,unique_period,persons,,,,personnes,,,,,public,Ajuster
suivis,Suivis,Suivis,count,flow,unique_year,persons,,,,personnes,,year,,,public,Ajuster
delai,Délai,Délai,mean,,,persons,,,,jours,down,,,,public,Ajuster
locaux,Locaux,Locaux,count,stock,,things,,,,locaux,,,,,public,Ajuster
montant,Montants,Montants,amount,flow,,money,,,,€,up,,,,partners,Ajuster
interne,Incidents,Incidents,count,flow,,persons,,,,personnes,,,,,internal,Ajuster
"""
SUMS = ["flux", "part", "file", "cumul", "annee", "locaux", "montant", "interne"]
FLOWS = ["flux", "part", "montant", "interne"]


def quarter(q, first_year=2024):
    return f"{first_year + q // 4}-Q{q % 4 + 1}"


class Programme:
    indicators = INDICATORS
    late = ("flux", "delai", "retour")  # of which something comes after its day
    wrong = (("part",), ("flux",), ("file",), ("locaux", "montant", "retour", "delai"), ("cumul", "annee"))

    def __init__(self, seed, laureates=5, quarters=8, gaps=0.0, large=False):
        """`gaps` is how often a value is not available; `large` has few small counts."""
        self.random = random.Random(seed)
        self.quarters, self.gaps, self.large = quarters, gaps, large
        self.laureates = [{"id": f"l{i}", "territory": ["Nord", "Sud", "Île-d’Est"][i % 3],
                           "themes": ["emploi", "logement, emploi", "santé"][self.random.randrange(3)]} for i in range(laureates)]
        self.rows = []  # dicts: laureate, indicator, period, and cells
        self.targets = [("flux", "", "2025", "160", ""), ("file", "", "2025", "90", "30"), ("taux", "", "2025", "60", ""),
                        ("montant", "", "2024", "9000", "")]
        for laureate in self.laureates:
            self.targets.append(("flux", laureate["id"], "2024", str(self.random.randrange(20, 60)), ""))
            for q in range(quarters):
                self.file_quarter(laureate["id"], q)

    def few(self):
        return self.random.randrange(20, 60) if self.large else self.random.randrange(7) if self.random.randrange(3) == 0 else self.random.randrange(25)

    def put(self, laureate, indicator, q, **cells):
        if self.gaps and self.random.random() < self.gaps and "sexe" not in cells and "age" not in cells:
            cells = {"value": "nd", "reason": "pas compté"}
        self.rows.append({"laureate": laureate, "indicator": indicator, "period": q if isinstance(q, str) else quarter(q)} | cells)
        return cells.get("value") != "nd"

    def broken_down(self, laureate, indicator, q, women, men, ages):
        if not self.put(laureate, indicator, q, value=str(women + men)):
            return
        for category, value in zip(SEXES, (women, men)):
            self.put(laureate, indicator, q, value=str(value), sexe=category)
        if ages:
            young = self.random.randrange(women + men + 1)
            rest = self.random.randrange(women + men - young + 1)
            for category, value in zip(AGES, (young, women + men - young - rest, rest)):
                self.put(laureate, indicator, q, value=str(value), age=category)

    def file_quarter(self, l, q):
        women, men = self.few(), self.few()
        self.broken_down(l, "flux", q, women, men, True)
        self.put(l, "part", q, value=str(self.random.randrange(women + men + 1)))
        bottom = self.few()
        self.put(l, "retour", q, numerator=str(self.random.randrange(bottom + 1)), denominator=str(bottom))
        self.broken_down(l, "file", q, self.few(), self.few(), False)
        for indicator, starts in (("cumul", 0), ("annee", q % 4)):
            before = [r for r in self.rows if r["laureate"] == l and r["indicator"] == indicator and r.get("value", "nd") != "nd"]
            level = int(before[-1]["value"]) if before and (indicator == "cumul" or starts) else 0
            self.put(l, indicator, q, value=str(level + self.few()))
        self.put(l, "ateliers", q, value=str(self.few()))
        if q % 4 == 3:
            self.put(l, "suivis", quarter(q)[:4], value=str(self.few() + 20))
            if self.random.randrange(2):
                values = [int(r["value"]) for r in self.rows if r["laureate"] == l and r["indicator"] == "ateliers"
                          and r["period"][:4] == quarter(q)[:4] and r.get("value", "nd") != "nd"]
                if values:
                    self.put(l, "ateliers", quarter(q)[:4], value=str(self.random.randrange(max(values), sum(values) + 1)))
        self.put(l, "delai", q, value=str(self.random.randrange(10, 300) / 10), n=str(self.few() + 1))
        self.put(l, "locaux", q, value=str(self.random.randrange(1, 4)))
        self.put(l, "montant", q, value=f"{self.random.randrange(100, 90000) / 100:.2f}")
        self.put(l, "interne", q, value=str(self.few()))

    def split(self, index):
        """The same programme, where one laureate is two that share what it filed."""
        other = copy.deepcopy(self)
        whole = other.laureates[index]
        halves = [dict(whole, id=whole["id"] + "a"), dict(whole, id=whole["id"] + "b")]
        other.laureates[index:index + 1] = halves
        other.targets = [t for t in other.targets if t[1] != whole["id"]]
        other.rows = []
        women = {(r["indicator"], r["period"]): int(r["value"]) for r in self.rows if r["laureate"] == whole["id"] and r.get("sexe") == "femmes"}
        left = {}  # by breakdown: what the first half may still take of it
        for row in self.rows:
            if row["laureate"] != whole["id"]:
                other.rows.append(row)
                continue
            first, second = dict(row, laureate=halves[0]["id"]), dict(row, laureate=halves[1]["id"])
            # The first half takes the women, and as many of each age as that makes; of what has no sex, a third.
            at = ("flux" if row["indicator"] == "part" else row["indicator"], row["period"])
            for cell in ("numerator", "denominator") if row["indicator"] == "retour" else ("n",) if row["indicator"] == "delai" else ("value",):
                value = row.get(cell, "nd")
                if value == "nd":
                    continue
                units = round(float(value) * 100)
                part = units // 3 if "." in value else units // 300 * 100
                if at in women:
                    kind = "sexe" if "sexe" in row else "age" if "age" in row else row["indicator"]
                    part = min(units, left.get((at, kind), women[at] * 100))
                    left[at, kind] = left.get((at, kind), women[at] * 100) - part
                first[cell], second[cell] = (f"{u / 100:.2f}" if "." in value else str(u // 100) for u in (part, units - part))
            other.rows += [first, second]
        return other

    def write(self, folder, order=None, until=None, edition="2026-02-01", without=(), options=""):
        """`order` shuffles rows, and how they are shared out over files, but for indicators and categories, which are printed in the order
        in which they stand; `until` is the number of quarters filed; `without` has not come yet."""
        shuffle = random.Random(order)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)

        def put(name, head, lines):
            if order is not None:
                shuffle.shuffle(lines)
            os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
            with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
                file.write("\n".join([head] + lines) + "\n")

        last = quarter((until or self.quarters) - 1)
        cut_off = f"{int(last[:4]) + (last[-1] == '4')}-{ {'1': '04', '2': '07', '3': '10', '4': '01'}[last[-1]] }-28"
        with open(f"{folder}/programme.md", "w", encoding="utf-8") as file:
            file.write(f"---\nname: Essai\ncode: essai\nlanguage: en\nfirst_period: 2024-Q1\nedition_date: {edition}\ncut_off: {cut_off}\n{options}---\n\nTexte.\n")
        head, *lines = self.indicators.splitlines()
        with open(f"{folder}/indicators.csv", "w", encoding="utf-8") as file:
            file.write("\n".join([head] + lines) + "\n")
        with open(f"{folder}/dimensions.csv", "w", encoding="utf-8") as file:
            file.write("\n".join(["dimension,category,label,exclusive"] + [f"sexe,{c},{c},yes" for c in SEXES] + [f"age,{c},{c},yes" for c in AGES]) + "\n")
        put("laureates.csv", "id,name,territory,themes,consent",
            [f"{l['id']},Lauréat {l['id']},{l['territory']},\"{l['themes']}\",yes" for l in self.laureates])
        put("targets.csv", "indicator,laureate,period,target,baseline", [",".join(t) for t in self.targets])
        columns = ["indicator", "period", "value", "numerator", "denominator", "n", "sexe", "age", "reason"]
        for laureate in self.laureates:
            files = {}
            for row in self.rows:
                if row["laureate"] != laureate["id"] or (row["indicator"], row["laureate"], row["period"]) in without or (until and (row["period"] > last if "Q" in row["period"] else row["period"] + "-Q4" > last)):
                    continue
                by_quarter = "Q" in row["period"] and order is not None and shuffle.randrange(2)
                name = row["period"] if by_quarter else "measures"
                files.setdefault(name, []).append(",".join(row.get(c, "") for c in columns))
            for name in files:
                put(f"laureates/{laureate['id']}/{name}.csv", ",".join(columns), files[name])


class Related(Programme):
    """Of few indicators, which say what they are made of: all, what came in since the start, who is there; and money, to the cent."""
    indicators = """id,label,short_label,type,nature,about,unit,made_of,visibility,use
flux,Entrées,Entrées,count,flow,persons,personnes,,public,Ajuster
part,Sorties,Sorties,count,flow,persons,personnes,,public,Ajuster
tous,Passages,Passages,count,flow,persons,personnes,flux + part,public,Ajuster
cumul,Depuis le début,Cumul,count,to_date,persons,personnes,flux,partners,Ajuster
file,File active,File,count,stock,persons,personnes,flux - part,public,Ajuster
dons,Dons,Dons,amount,flow,money,€,,public,Ajuster
ventes,Ventes,Ventes,amount,flow,money,€,,partners,Ajuster
recettes,Recettes,Recettes,amount,flow,money,€,dons + ventes,public,Ajuster
collecte,Dons depuis le début,Collecte,amount,to_date,money,€,dons,public,Ajuster
"""

    def file_quarter(self, l, q):
        into, out = self.few(), self.few()
        before = {r["indicator"]: int(float(r["value"])) for r in self.rows if r["laureate"] == l}
        # of some programmes the cumulative began before the first quarter
        begun = 0 if self.few_start else self.random.randrange(30)
        self.put(l, "flux", q, value=str(into))
        self.put(l, "part", q, value=str(out))
        self.put(l, "tous", q, value=str(into + out))
        self.put(l, "cumul", q, value=str(before.get("cumul", begun) + into))
        self.put(l, "file", q, value=str(before.get("file", 200) + into - out))
        self.file_money(l, q)

    def file_money(self, l, q):
        gifts, sales = self.money.randrange(100, 90000), self.money.randrange(100, 90000)
        self.collected[l] = self.collected.get(l, 0 if self.few_start else self.money.randrange(100000)) + gifts
        for indicator, cents in (("dons", gifts), ("ventes", sales), ("recettes", gifts + sales), ("collecte", self.collected[l])):
            self.put(l, indicator, q, value=f"{cents / 100:.2f}")

    def __init__(self, seed, laureates=4, quarters=6):
        self.few_start = seed % 2
        self.money, self.collected = random.Random(seed), {}  # beside the counts, which stay the same
        super().__init__(seed, laureates, quarters)
        self.targets = []


class Scores(Programme):
    """Of nothing but a question with four answers, and how many gave each."""
    indicators = """id,label,short_label,type,about,unit,min,max,integer,visibility,use
avis,Avis,Avis,score,persons,réponses,1,4,yes,public,Ajuster
"""
    late, wrong = ("avis",), (("avis",),)

    def file_quarter(self, l, q):
        for answer in range(1, 5):
            self.put(l, "avis", q, value=str(answer), n=str(self.few()))

    def __init__(self, seed, laureates=4, quarters=3):
        super().__init__(seed, laureates, quarters)
        self.targets = []
