"""Reads back the computation that `bilan explain` spells out, in either language, and does it again."""
import re
from fractions import Fraction

NUMBER = r"[−-]?\d(?:[\d\u202f,]*\d)?(?:\.\d+)?…?"
LABEL = r" \((?:[^()]|\([^()]*\))*\)"


def number(text, french):
    text = text.rstrip("…").replace("−", "-")
    text = text.replace("\u202f", "").replace(",", ".") if french else text.replace(",", "")
    return Fraction(text)


def added(text, french):
    """What "12 (Arc) + 3 (Béa) − 1 (Cap)" adds up to, or None."""
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    total, sign, at = Fraction(0), 1, 0
    while True:
        found = re.compile(f"({NUMBER})(?:{LABEL})?").match(text, at)
        if not found:
            return None
        total += sign * number(found[1], french)
        if found.end() == len(text):
            return total
        joined = re.compile(r" ([+−]) ").match(text, found.end())
        if not joined:
            return None
        sign, at = 1 if joined[1] == "+" else -1, joined.end()


def near(a, b, french):
    """Six places are told, and a mean of means adds up what was rounded."""
    return a is not None and b and abs(a - Fraction(b)) <= Fraction(1, 10 ** 5) + abs(Fraction(b)) / 10 ** 9


def sum_holds(text, value, french):
    """"12 (Arc) + 3 (Béa) = 15", or "12 (Arc)"."""
    parts, _, total = text.partition(" = ")
    return near(added(parts, french), value, french) and (not total or near(number(total, french), value, french))


def holds(row, computation, french):
    """Why the computation told does not make the row's numbers, or None."""
    if row["state"] in ("none", "not-due", "not-applicable"):
        return "a value without a total" if row["value"] else None
    flow = re.search(r" (?:Flux de la période\u00a0|Flow of the period): ([^:]*?) = (" + NUMBER + r")\.", computation)
    if flow and not near(added(flow[1], french), row["flow"], french):
        return "flow"
    told = re.match(r"(?:Au moins|At least) (.*?), (?:au plus|at most) (.*?)(?:\u00a0)?: ", computation)
    if told:
        return None if sum_holds(told[1], row["low"], french) and sum_holds(told[2], row["high"], french) else "range"
    told = re.match(r"(?:De|From) (\S+) (?:à|to) (\S+), (?:médiane|median) (\S+?)(?:\u00a0)?: ", computation)
    if told:
        return None if [number(t, french) for t in told.groups()] == [Fraction(row[c]) for c in ("low", "high", "value")] else "median"
    told = re.match(f"({NUMBER})(?:, | oui sur | yes out of )", computation)
    if told:
        return None if near(number(told[1], french), row["value"], french) else "one value"
    told = re.match("(oui|non|yes|no), ", computation)
    if told:
        return None if (told[1] in ("oui", "yes")) == (row["value"] == "1") else "an answer"
    if not row["value"]:
        return None if row["indicator"] and not re.match(NUMBER + LABEL, computation) else "a sum without a value"
    told = re.match(f"(.*?) = ({NUMBER})", computation)
    if not told or not near(number(told[2], french), row["value"], french):
        return "result"
    quotient = re.fullmatch(r"(.*) / (.*?)(?: × (" + NUMBER + "))?", told[1])
    if not quotient:
        return None if near(added(told[1], french), row["value"], french) else "sum"
    over, under = added(quotient[1], french), added(quotient[2], french)
    if over is None or not under:
        return "quotient"
    return None if near(over / under * (number(quotient[3], french) if quotient[3] else 1), row["value"], french) else "quotient"
