#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes the figures of an audit report anew from its own table of units, by Python's standard library alone.

audit_recompute.py REPORT.html UNITS.csv

Checks counts, alpha, F1, kappa, AC1 and per cent of every code and of all together, and the diagonal and sums of
the confusion matrix. Exits 1, and says where, if one differs by more than 1e-9.
"""
import csv
import math
import sys
from html.parser import HTMLParser


class Tables(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tables, self.cell = [], None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "table":
            self.tables.append((attributes["id"], []))
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag in ("td", "th"):
            self.cell = ["", attributes.get("data-value")]

    def handle_data(self, data):
        if self.cell is not None:
            self.cell[0] += data

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][1][-1].append((self.cell[0], None if self.cell[1] is None else float(self.cell[1])))
            self.cell = None


def parts_of(n, a, b, both):
    agreed = (n - a - b + 2 * both) / n
    ones = a + b
    expected = 2 * ones * (2 * n - ones) / (2 * n * (2 * n - 1))
    share = ones / (2 * n)
    return {
        "n": n, "a": a, "b": b, "both": both, "agreed": agreed, "observed": 1 - agreed, "expected": expected,
        "kappa": (a * b + (n - a) * (n - b)) / n**2, "ac1": 2 * share * (1 - share),
    }


def ratio(top, bottom):
    return top / bottom if bottom else None


def figures_of(rows):
    used = [row for row in rows if row["a"] + row["b"] > 0]
    mean = lambda key, these: sum(row[key] for row in these) / len(these)  # noqa: E731
    observed, expected = sum(r["observed"] for r in rows), sum(r["expected"] for r in rows)
    corrected = lambda key: ratio(mean("agreed", used) - mean(key, used), 1 - mean(key, used)) if used else None  # noqa: E731
    return [
        1 - observed / expected if expected else None,
        ratio(2 * sum(r["both"] for r in rows), sum(r["a"] + r["b"] for r in rows)),
        corrected("kappa"), corrected("ac1"),
        sum(r["agreed"] * r["n"] for r in rows) / sum(r["n"] for r in rows),
    ]


def main():
    parser = Tables()
    with open(sys.argv[1], encoding="utf-8") as file:
        parser.feed(file.read())
    codes = {}
    with open(sys.argv[2], encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        first, second = reader.fieldnames[5:7]
        for row in reader:
            if row[first] == "" or row[second] == "":
                continue
            sums = codes.setdefault(row["code"].removeprefix("'"), [0, 0, 0, 0])
            count, a, b = int(row["count"]), int(row[first]), int(row[second])
            for i, part in enumerate((1, a, b, a * b)):
                sums[i] += count * part
    parts = {code: parts_of(*sums) for code, sums in codes.items()}
    compared, wrong = 0, []

    def check(what, given, value):
        nonlocal compared
        compared += 1
        if (given is None) != (value is None) or (value is not None and not math.isclose(given, value, abs_tol=1e-9)):
            wrong.append(f"{what}: {given} instead of {value}")

    tables = {name: rows for name, rows in parser.tables}
    pooled = len(tables["codes"]) - 1
    for place, row in enumerate(tables["codes"][1:], 1):
        label = row[0][0]
        rows = list(parts.values()) if place == pooled else [parts[label]]
        for name, column, key in (("A", 1, "a"), ("B", 2, "b"), ("both", 3, "both")):
            check(f"{label} {name}", row[column][1], sum(one[key] for one in rows))
        for i, value in enumerate(figures_of(rows)):
            check(f"{label} figure {i}", row[6 + 3 * i][1], value)
    by_name = {code.rsplit("/", 1)[-1]: one for code, one in parts.items()}
    for name, rows in parser.tables:
        if name != "confusion":
            continue
        for i, row in enumerate(rows[1:-1], 1):
            code = row[0][0]
            check(f"confusion {code}", row[i][1], by_name[code]["both"])
            check(f"confusion row {code}", sum(cell[1] for cell in row[1:]) >= by_name[code]["a"], True)
    print(f"{compared} figures of {len(parts)} codes")
    print("\n".join(wrong))
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
