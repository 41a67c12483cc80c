#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes every figure of an audit report anew, by Python's standard library alone.

audit_recompute.py REPORT.html DATA.json [UNITS.csv]

The report is the English one; DATA.json and UNITS.csv are what `trialogue audit` writes beside it. All cells of all
tables, the sentences with numbers and the drawing are compared; figures to 1e-9. Exits 1, and says where, if one
differs, and if anything with a digit was left unchecked.
"""
import csv
import json
import math
import re
import sys
from html.parser import HTMLParser

sys.dont_write_bytecode = True
from audit_figures import Counts, Row, figure, results  # noqa: E402
from audit_study import Study  # noqa: E402

NAMES = {"krippendorff_alpha_nominal": "Krippendorff's α", "f1": "F1", "cohen_kappa": "Cohen's κ",
         "gwet_ac1": "Gwet's AC1", "percent_agreement": "Percent agreement"}
LACKS = {
    "no_overlap": "no text was coded by two or more coders",
    "unused": "nobody used this code: agreement cannot be assessed",
    "nowhere": "no unit has this code by this rule: agreement cannot be assessed",
    "everywhere": "all text carries the code: chance-corrected agreement is undefined",
    "too_few": "too few units or clusters for an interval",
    "no_difference": "no disagreement was seen: these data cannot say how much there may be",
    "no_interval": "too many samples had no value for an interval",
}
RULES = {"any": "any part of it", "majority": "more than half of it"}
KINDS = {"boundary": "other ends", "missed": "found by one", "other_code": "another code", "extra": "one code more"}
DECISIONS = {
    "both": "both taken", "anew": "drawn anew", "drop": "dropped", "later": "to discuss", "agreed": "coded alike",
    "united": "ends by rule: all that either coded", "intersection": "ends by rule: what both coded"}
SIMULATED = {6: (95, 100), 10: (95, 100), 19: (95, 97), 40: (93, 97), 80: (94, 94), 150: (95, 95)}
TOGETHER = "All together"


class Cell:
    def __init__(self, attributes):
        self.text, self.checked = "", False
        self.number = {key[5:]: float(value) for key, value in attributes.items() if key.startswith("data-")}


class Report(HTMLParser):
    """Tables as rows of cells, paragraphs, and what is drawn."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.paragraphs, self.drawn, self.circles, self.cell = [], [], [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "table":
            self.tables.append((attributes["id"], []))
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag == "circle":
            self.circles.append(float(attributes["cx"]))
        elif tag in ("td", "th", "p", "text"):
            self.cell = Cell({} if tag in ("text", "p") else attributes)
            self.cell.x = float(attributes.get("x", 0))
            place = {"p": self.paragraphs, "text": self.drawn}
            (place[tag] if tag in place else self.tables[-1][1][-1]).append(self.cell)

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.text += data

    def handle_endtag(self, tag):
        if tag in ("td", "th", "p", "text"):
            self.cell = None


def shown(value, digits=3):
    if digits and 1 - 0.5 * 10**-digits < abs(value) < 1:
        # What rounding would call 1 although it is less.
        digits += 1
        value = max(-1 + 10**-digits, min(1 - 10**-digits, value))
    text = f"{value:.{digits}f}"
    return text[1:] if float(text) == 0 and text[0] == "-" else text


def several(number, one, many):
    return f"{number} {one if number == 1 else many}"


def listed(names):
    return ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")


class Checker:
    def __init__(self, report, data, units):
        self.report, self.data, self.units = report, data, units
        self.study = Study(data)
        self.coders = [one["name"] for one in data["coders"]]
        self.checked, self.wrong = 0, []
        self.disputes = self.study.disputes()

    def same(self, where, given, expected):
        self.checked += 1
        if isinstance(expected, float):
            same = given is not None and math.isclose(given, expected, rel_tol=1e-9, abs_tol=1e-9)
        else:
            same = given == expected
        if not same:
            self.wrong.append(f"{where}: {given!r} instead of {expected!r}")

    def check_cell(self, where, cell, expected):
        """expected: a text, a whole number, a set (of what stands between semicolons), or a result of results()."""
        cell.checked = True
        if isinstance(expected, tuple):
            value, lack, low, high, _ = expected
            self.same(where, cell.text, "–" if value is None else shown(value))
            for key, number in (("value", value), ("low", low), ("high", high)):
                self.same(f"{where} {key}", cell.number.get(key), None if number is None else float(number))
        elif isinstance(expected, (int, float)) and not isinstance(expected, bool):
            self.same(where, cell.text, shown(expected, 3 if isinstance(expected, float) else 0))
            self.same(where, cell.number.get("value"), float(expected))
        elif isinstance(expected, set):
            self.same(where, set(cell.text.split("; ")), expected)
        else:
            self.same(where, cell.text, expected)
            self.same(where, cell.number, {})

    def table(self, name, expected, place=0):
        """Compares a table of the report, its heading left out, cell by cell."""
        found = [rows for key, rows in self.report.tables if key == name]
        if len(found) <= place:
            return self.same(f"table {name}", None, "a table")
        rows = found[place][1:]
        self.same(f"rows of {name}", len(rows), len(expected))
        for number, (row, cells) in enumerate(zip(rows, expected), 1):
            self.same(f"{name} row {number}", len(row), len(cells))
            for column, (cell, value) in enumerate(zip(row, cells), 1):
                self.check_cell(f"{name} row {number} column {column}", cell, value)

    def paragraph(self, sentence):
        for cell in self.report.paragraphs:
            if not cell.checked and cell.text == sentence:
                cell.checked = True
                self.checked += 1
                return
        self.wrong.append(f"not said: {sentence}")

    # The sections of the report, in their order.

    def compared(self, codes):
        data, sources = self.data, self.study.sources
        observed = [one for one in data["codings"] if self.study.coder_of(one) is not None
                    and any(one["source"] == source["name"] for source in sources)]
        self.paragraph(f"Compared: {several(len(sources), 'source', 'sources')} that at least two of "
                       f"{', '.join(self.coders)} marked as coded, {sum(one['length'] for one in sources)} characters, "
                       f"{len(observed)} codings.")
        missing = [f"{one['name']} (not {', '.join(who for who in self.coders if who not in one['coded'])})"
                   for one in data["sources"] if len(one["coded"]) < 2]
        if missing:
            self.paragraph(f"Not marked as coded: {listed(missing)}.")
        interval, clusters = data["interval"], self.study.clusters
        of = several(clusters, *(("triad", "triads") if data["cluster"] == "triad" else ("source", "sources")))
        self.paragraph(f"Intervals: {100 * interval['level']:.4g}%, {interval['replicates']} samples of {of} "
                       f"(seed {interval['seed']}), method {interval['method']}.")
        few = sum(line[0][1] == "too_few" for line in codes)
        if few:
            self.paragraph(f"{several(few, 'row has', 'rows have')} no interval: "
                           f"{'its' if few == 1 else 'their'} codes occur in fewer than 5 clusters.")
        if clusters < 10:
            self.paragraph("Fewer than 10 clusters: an interval from so few says little, and no method mends that.")
        near = min(SIMULATED, key=lambda one: abs(math.log(clusters / one)))
        self.paragraph(f"In simulated studies with {near} clusters such an interval, asked for 95 in 100, held the true "
                       f"value {SIMULATED[near][0]} times in 100 for a common code, and {SIMULATED[near][1]} for a "
                       "rare one where it had an interval.")
        for lack in ("no_difference", "no_interval"):
            rows = sum(line[0][1] == lack for line in codes)
            if rows:
                self.paragraph(f"{several(rows, 'row has', 'rows have')} no interval: {LACKS[lack]}.")
        self.rows_without(codes)
        self.paragraph("The lower limit of α on Krippendorff's scale: from .800 rely on it, from .667 tentative "
                       "conclusions only, below discard. Bands are conventions.")
        self.paragraph("α and κ fall with rare codes even where coders rarely disagree; look at F1 and AC1 beside them.")
        self.paragraph("α below .667, .800: in which share of the samples α is lower than that.")
        self.paragraph(f"In brackets the interval of {100 * interval['level']:.4g}%; where there is none, the next "
                       "section says why.")
        heading = next(rows[0] for name, rows in self.report.tables if name == "study")
        for cell, expected in zip(heading, ("Study", data["study"])):
            self.check_cell("study", cell, expected)
        unit = data["unit"] + ("" if data["unit"] in ("character", "participant") else f", {RULES[data['rule']]}")
        self.table("study", [
            ["Revision", f"{data['revision']} of {data['changed']}"], ["Program", data["program"]],
            ["Coders", ", ".join(self.coders)], ["Unit", unit],
            ["Intervals", f"{interval['method']}, seed {interval['seed']}, {interval['replicates']} samples"],
            ["Sources", ", ".join(one["name"] for one in sources)]])

    def rows_without(self, lines):
        """The sentences that name what has no value, and who never used what."""
        groups = {}
        for label, line in zip([*self.study.listed, TOGETHER], lines):
            reasons = {}
            for name, (value, lack, *_) in zip(self.data["coefficients"], line):
                if value is None:
                    reasons.setdefault(LACKS[lack], []).append(NAMES[name])
            for why, names in reasons.items():
                of = "" if len(names) == len(line) else f"{', '.join(names)} of "
                groups.setdefault((of, why), []).append(label)
        for (of, why), labels in groups.items():
            self.paragraph(f"Undefined: {of}{listed(labels)}: {why}.")
        for place, coder in enumerate(self.coders):
            users = [self.study.users(path) for path in self.study.listed]
            never = [path for path, use in zip(self.study.listed, users) if any(use) and not use[place]]
            if never:
                self.paragraph(f"{coder} never used: {listed(never)}.")

    def versions(self):
        replaced = [f"{one['name']} ({several(one['replaced'], 'time', 'times')})" for one in self.data["sources"] if "replaced" in one]
        if replaced:
            self.paragraph(f"Texts that were replaced, with their codings moved along: {', '.join(replaced)}.")
        rows = []
        for path, code in self.study.codes.items():
            of_code = [one for one in self.data["codings"] if one["code"] == path]
            for coder in dict.fromkeys([None, *(one["coder"] for one in self.data["coders"])]):
                these = [one for one in of_code if (one["coder"] if one["layer"] else None) == coder]
                older = sum(one["made"] < code.get("defined", "") for one in these)
                if older:
                    rows.append((code["name"], coder or "settled", older, len(these), code["defined_in"]))
        if rows:
            found = next((rows for name, rows in self.report.tables if name == "older"), [])
            order = [(row[0].text, row[1].text) for row in found[1:]]
            rows.sort(key=lambda row: order.index(row[:2]) if row[:2] in order else -1)
            self.table("older", [list(row) for row in rows])

    def figures(self):
        """The tables of figures; returns the lines of the one by code."""
        names, interval = self.data["coefficients"], self.data["interval"]
        own = self.study.person_row if self.data["unit"] == "participant" else self.study.text_row
        tables = {"persons": self.study.rows_by_code(self.study.person_row), "codes": self.study.rows_by_code(own),
                  "roles": self.study.rows_by_role(own)}
        lines, lacks = {}, []
        for table, rows in tables.items():
            lines[table] = results(rows, names, self.study.clusters, interval)
            expected, group = [], None
            for row, line in zip(rows, lines[table]):
                if row.label in self.study.codes and self.study.codes[row.label]["dimension"] != group:
                    group = self.study.codes[row.label]["dimension"]
                    expected.append([self.study.codes[group]["name"]])
                expected.append(self.figure_cells(row, line))
            self.table(table, expected)
            lacks += self.lacks(table, rows, names, lines[table])
        self.table("undefined", lacks) if lacks else self.paragraph("Every figure has a value and an interval.")
        self.drawing(tables, lines)
        if self.units:
            self.units_agree(tables)
        return lines["codes"]

    def label(self, row):
        code = self.study.codes.get(row.label)
        if code is None or code["dimension"] == row.label:
            return code["name"] if code else row.label or TOGETHER
        return row.label[len(code["dimension"]) + 1:]

    def figure_cells(self, row, line):
        cells = [self.label(row), *row.counts()]
        for result in line:
            _, lack, low, high, _ = result
            cells += [result, "" if lack else f"[{shown(low)}, {shown(high)}]"]
        _, lack, low, _, missing = line[0]
        band = "" if lack else "rely on" if low >= 0.8 else "tentative" if low >= 0.667 else "discard"
        return [*cells, *(["–", "–"] if lack else map(float, missing)), band]

    def lacks(self, table, rows, names, lines):
        """The lines of "What has no value"."""
        groups = {}
        for row, line in zip(rows, lines):
            reasons = {}
            for name, (value, lack, *_) in zip(names, line):
                if lack:
                    why = LACKS[lack] if value is None else f"no interval: {LACKS[lack]}"
                    reasons.setdefault(why, []).append(NAMES[name])
            for why, coefficients in reasons.items():
                groups.setdefault((why, ", ".join(coefficients)), []).append(row.label or TOGETHER)
        title = {"persons": "Persons", "codes": "By code", "roles": "By role"}[table]
        return [[title, why, coefficients, "; ".join(labels)] for (why, coefficients), labels in groups.items()]

    def drawing(self, tables, lines):
        """Labels and numbers of the plot, and that its points stand where its scale says."""
        expected, values = [], []
        for table in ("roles", "codes"):
            for row, line in zip(tables[table], lines[table]):
                value, lack, low, high, _ = line[0]
                interval = "" if lack else f" [{shown(low, 2)}, {shown(high, 2)}]"
                expected += [self.label(row), LACKS[lack] if value is None else shown(value, 2) + interval]
                values += [] if value is None else [value]
        scale = [one for one in self.report.drawn if re.fullmatch(r"-?\d\.\d", one.text)]
        given = [one for one in self.report.drawn if one not in scale and one.text not in (".667", ".800")]
        for cell in self.report.drawn:
            cell.checked = True
        words = [NAMES[self.data["coefficients"][0]], *expected]
        self.same("texts of the plot", len(given), len(words))
        for cell, word in zip(given, words):
            # Where there is no room a sentence is cut short.
            cut = cell.text.removesuffix("…").strip()
            self.same("the plot", cell.text, word[:len(cut)] + cell.text[len(cut):])
        first, last = scale[0], scale[-1]
        reach = (last.x - first.x) / (float(last.text) - float(first.text))
        self.same("points of the plot", len(self.report.circles), len(values))
        for place, (x, value) in enumerate(zip(self.report.circles, values), 1):
            at = max(first.x, first.x + (value - float(first.text)) * reach)
            self.same(f"point {place} of the plot", abs(x - at) < 0.02, True)

    def units_agree(self, tables):
        """The units give the same figures by code, and by role where a role's units are units of the table."""
        unit = self.data["unit"]
        for table, key in (("codes", None), ("roles", "role")) if unit != "source" else (("codes", None),):
            for row in tables[table]:
                codes = [row.label] if row.label in self.study.codes else self.study.listed
                place = {code: i for i, code in enumerate(codes)}
                clusters = [[Counts() for _ in codes] for _ in range(self.study.clusters)]
                for line in self.units:
                    if line["code"] in place and (key is None or row.label in line[key].split("; ")):
                        n, a, b = (int(line[name] or 0) for name in ("count", *self.coders))
                        counts = Counts(n, n * a, n * b, n * a * b)
                        clusters[int(line["cluster"]) - 1][place[line["code"]]].add(counts)
                made = Row(row.label, len(codes), clusters)
                self.same(f"units of {row.label}", made.counts(), row.counts())
                for one, other in zip(made.clusters, row.clusters):
                    self.same(f"units of {row.label} by cluster", [vars(x) for x in one], [vars(x) for x in other])
                for name in self.data["coefficients"]:
                    self.same(f"units of {row.label}", figure(name, made.codes), figure(name, row.codes))

    def differences(self):
        number, settled = len(self.disputes), sum(one["settled"] for one in self.disputes)
        self.paragraph(f"Of {number} disagreement {settled} is settled." if number == 1 else
                       f"Of {number} disagreements {settled} are settled.")
        kinds = {}
        for one in self.disputes:
            sums = kinds.setdefault(KINDS[one["kind"]], [0, 0, 0])
            for i, counts in enumerate((True, not one["settled"], bool(one["effect"]))):
                sums[i] += counts
        self.table("kinds", [[kind, *kinds[kind]] for kind in sorted(kinds)])
        hanging = [one for one in self.disputes if not one["settled"] and one["effect"]]
        hanging.sort(key=lambda one: (-len(one["effect"]), -one["length"]))
        if hanging:
            self.table("open", [[one["number"], one["source"]["name"], *one["span"], KINDS[one["kind"]],
                                 *map(self.codes_of, one["codings"]), one["length"], self.effect(one),
                                 self.state(one)] for one in hanging])

    def codes_of(self, numbers):
        return {self.study.codes[self.data["codings"][n]["code"]]["name"] for n in numbers} or {"–"}

    def effect(self, dispute):
        return {f"{self.study.codes[code]['name']} × {self.study.person[name]['role'] or 'no role'} ({name}), "
                f"with {self.coders[coder]}" for code, name, coder in dispute["effect"]}

    def state(self, dispute):
        if dispute["decision"] is None:
            return "open"
        decision = self.decided(dispute["decision"])
        return f"open again: {decision}, but changed since" if dispute["changed"] else decision

    @staticmethod
    def decided(decision):
        if decision["decision"] == "accept":
            return f"as {decision['accepted'] or 'settled'}"
        return DECISIONS[decision["decision"]]

    def confusion(self):
        self.paragraph(f"Characters. Rows: {self.coders[0]}; columns: {self.coders[1]}. On the diagonal what both gave "
                       "the same code.")
        for place, (_, codes, cells) in enumerate(self.study.confusions()):
            name = lambda code: self.study.codes[code]["name"] if code else "nothing"  # noqa: E731
            self.table("confusion", [[name(a), *(cells.get((a, b), 0) if a or b else "" for b in codes)]
                                     for a in codes], place)
        found = sum(key == "confusion" for key, _ in self.report.tables)
        self.same("tables of confusion", found, len(list(self.study.confusions())))

    def decisions(self):
        if not self.data["decisions"]:
            return self.paragraph("No decision has been recorded.")
        order = {one["name"]: i for i, one in enumerate(self.data["sources"])}
        number = lambda at: "" if at is None else at  # noqa: E731
        place = lambda one: (order[one["source"]], *(-1 if one[key] is None else one[key] for key in ("begin", "end")))  # noqa: E731
        self.table("decisions", [
            [one["source"], number(one["begin"]), number(one["end"]), one["code"] or "?", self.decided(one),
             one["reason"], one["coder"] or "", one["time"], one["codings"],
             "yes" if self.study.holds(one) else ""] for one in sorted(self.data["decisions"], key=place)])

    def stability(self):
        cells = list(self.study.stability(self.disputes))
        same, hanging = sum(one[4] for one in cells), sum(one[3] > 0 for one in cells)
        begin = ("Of 1 cell of the matrix with anybody in it, " if len(cells) == 1 else
                 f"Of {len(cells)} cells of the matrix with anybody in them, ")
        self.paragraph(f"{begin}{same} have the same number whoever coded; {hanging} hang on an open disagreement.")
        left_out = len(self.data["sources"]) - len(self.study.sources)
        if left_out:
            self.paragraph(f"{several(left_out, 'source that not both marked as coded is', 'sources that not both marked as coded are')}"
                           " left out.")
        expected, group = [], None
        for code, role, numbers, open_ones, alike in cells:
            if self.study.codes[code]["dimension"] != group:
                group = self.study.codes[code]["dimension"]
                expected.append([self.study.codes[group]["name"]])
            label = self.label(Row(code, 0, []))
            expected.append([label, role or "(none)", *numbers, open_ones, "yes" if alike and not open_ones else "no"])
        self.table("stability", expected)

    def run(self):
        codes = self.figures()
        self.compared(codes)
        self.versions()
        self.differences()
        self.confusion()
        self.decisions()
        self.stability()
        # Formulas and lines for signatures are no figures.
        cells = [(name, cell) for name, rows in self.report.tables for row in rows[1:] for cell in row
                 if name not in ("formulas", "signatures")]
        cells += [("text", cell) for cell in [*self.report.paragraphs, *self.report.drawn]]
        unchecked = [f"unchecked: {name} {cell.text!r}" for name, cell in cells
                     if not cell.checked and (cell.number or re.search(r"\d", cell.text))]
        self.wrong += unchecked
        print(f"{self.checked} comparisons, {len(unchecked)} left unchecked, {len(self.wrong)} wrong: "
              f"{sum(cell.checked and bool(cell.number) for _, cell in cells)} figures in "
              f"{len(self.report.tables)} tables, {len(self.study.listed)} codes, {len(self.disputes)} disagreements")
        print("\n".join(self.wrong))
        return 1 if self.wrong else 0


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        report = Report(file.read())
    with open(sys.argv[2], encoding="utf-8") as file:
        data = json.load(file)
    units = []
    if len(sys.argv) > 3:
        with open(sys.argv[3], encoding="utf-8-sig", newline="") as file:
            units = [{key: value[1:] if value[:1] == "'" and value[1:2] in tuple("=+-@\t\r") else value
                      for key, value in row.items()} for row in csv.DictReader(file)]
    return Checker(report, data, units).run()


if __name__ == "__main__":
    sys.exit(main())
