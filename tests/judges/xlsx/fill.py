"""fill.py fill FORM…: fills every unlocked cell of a collection form with a value that its indicator allows, the same
on every run. fill.py compare FILLED AGAIN: the answers of one form stand in the other."""
import datetime
import sys

import openpyxl

FIRST, VALUE, NUMERATOR, DENOMINATOR, DATE, STATUS, REASON = 6, 6, 7, 8, 9, 10, 11
CATEGORY = 15


def measures(book):
    return book["Mesures"] if "Mesures" in book else book["Measures"]


def narrative(book):
    return book["Récit"] if "Récit" in book else book["Narrative"]


def validations(sheet):
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        for cells in rule.sqref.ranges:
            rules[(cells.min_row, cells.min_col)] = rule
    return rules


def number_within(rule, seed):
    least = float(rule.formula1) if rule and rule.formula1 else -1e12
    most = float(rule.formula2) if rule and rule.formula2 else 1e12
    value = max(least, 0) + 3 + seed % 40
    if rule is None or rule.type == "decimal":
        value += 0.5
    return min(value, most)


def fill(path):
    book = openpyxl.load_workbook(path)
    sheet, rules = measures(book), validations(measures(book))
    for row in range(6, sheet.max_row + 1):
        category = sheet.cell(row, CATEGORY).value
        # Breakdowns must add up to their total: they are left to a person.
        if category and not category.startswith("="):
            continue
        seed = row * 7
        absent = row % 9 == 0 and not sheet.cell(row, STATUS).protection.locked
        for column in (VALUE, NUMERATOR, DENOMINATOR, DATE, STATUS, REASON):
            cell, rule = sheet.cell(row, column), rules.get((row, column))
            if isinstance(cell, openpyxl.cell.cell.MergedCell) or cell.protection.locked:
                continue
            if absent:
                cell.value = {STATUS: "nd", REASON: "=dossier, perdu; « en cours »"}.get(column)
            elif column == VALUE and rule is not None and rule.type == "list":
                cell.value = "oui" if seed % 2 else "non"
            elif column == VALUE and rule is None:
                cell.value = "Une phrase ; avec des signes : \"guillemets\"\net deux lignes."
            elif column == VALUE:
                cell.value = number_within(rule, seed)
            elif column == NUMERATOR:
                cell.value = 3 + seed % 7
            elif column == DENOMINATOR:
                cell.value = 11 + seed % 5
            elif column == DATE:
                cell.value = datetime.date(2025, 11, 1 + seed % 27)
            else:
                cell.value = None
            if isinstance(cell.value, str):
                cell.data_type = "s"
    told = narrative(book)
    told.cell(3, 2).value = datetime.date(2026, 1, 7)
    told.cell(4, 2).value = "- Un fait.\n- Un autre fait."
    told.cell(8, 2).value = "Nous cherchons un local."
    book.save(path)


def answers(path):
    sheet = measures(openpyxl.load_workbook(path))
    found = {}
    for row in range(6, sheet.max_row + 1):
        key = tuple(sheet.cell(row, c).value for c in (13, 14, 15))
        values = tuple(sheet.cell(row, c).value for c in range(FIRST, REASON + 1))
        found[key] = tuple(v.date() if isinstance(v, datetime.datetime) else v for v in values)
    return found


def compare(filled, again):
    before, after = answers(filled), answers(again)
    wrong = [f"{key}: {before[key]} became {after.get(key)}" for key in before if before[key] != after.get(key)]
    print("\n".join(wrong[:8]))
    return bool(wrong) or not any(any(v) for v in before.values())


if sys.argv[1] == "fill":
    for form in sys.argv[2:]:
        fill(form)
else:
    sys.exit(compare(*sys.argv[2:4]))
