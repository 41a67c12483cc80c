#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes agreement of two coders anew, by Python's standard library alone and character by character.

agreement_recompute.py LENGTHS.json CODINGS.csv FIGURES.csv FIRST SECOND

LENGTHS.json says how long each source is; CODINGS.csv is `trialogue export --what codings`; FIGURES.csv is
`trialogue agreement -o`. Exits 1, and says where, if a figure of a code differs by more than 1e-9.
"""
import csv
import json
import math
import sys


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{key: value.removeprefix("'") if value[1:2] in "=+-@" else value for key, value in row.items()}
                for row in csv.DictReader(file)]


def marks_of(lengths, codings, coder, code):
    marks = {name: bytearray(length) for name, length in lengths.items()}
    for coding in codings:
        if coding["coder"] != coder or coding["code"] != code:
            continue
        mark = marks[coding["source"]]
        begin, end = (int(coding["begin"]), int(coding["end"])) if coding["begin"] else (0, len(mark))
        mark[begin:end] = b"\1" * (end - begin)
    return [bit for name in sorted(marks) for bit in marks[name]]


def figures_of(first, second):
    n, a, b = len(first), sum(first), sum(second)
    both = sum(1 for x, y in zip(first, second) if x and y)
    agreed = sum(1 for x, y in zip(first, second) if x == y) / n
    ones, all_ratings = a + b, 2 * n
    expected = 2 * ones * (all_ratings - ones) / (all_ratings * (all_ratings - 1))
    share = ones / all_ratings
    chance = {
        "cohen_kappa": (a * b + (n - a) * (n - b)) / n**2,
        "scott_pi": share**2 + (1 - share) ** 2,
        "gwet_ac1": 2 * share * (1 - share),
        "brennan_prediger": 0.5,
    }
    figures = {name: (agreed - pe) / (1 - pe) if pe < 1 else None for name, pe in chance.items()}
    figures["percent_agreement"] = agreed
    figures["krippendorff_alpha_nominal"] = 1 - (1 - agreed) / expected if expected else None
    figures["f1"] = 2 * both / ones if ones else None
    figures["jaccard"] = both / (ones - both) if ones else None
    figures["precision"] = both / b if b else None
    figures["recall"] = both / a if a else None
    return figures


def main():
    lengths_file, codings_file, figures_file, first, second = sys.argv[1:]
    with open(lengths_file, encoding="utf-8") as file:
        lengths = json.load(file)
    codings = rows_of(codings_file)
    known, compared, wrong = {}, 0, []
    for row in rows_of(figures_file):
        if row["by"] != "code":
            continue
        code = row["of"]
        if code not in known:
            known[code] = figures_of(marks_of(lengths, codings, first, code), marks_of(lengths, codings, second, code))
        value = known[code][row["coefficient"]]
        given = float(row["value"]) if row["value"] else None
        compared += 1
        if (value is None) != (given is None) or (value is not None and not math.isclose(value, given, abs_tol=1e-9)):
            wrong.append(f"{code} {row['coefficient']}: {given} instead of {value}")
    print(f"{compared} figures of {len(known)} codes")
    print("\n".join(wrong))
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
