# SPDX-License-Identifier: GPL-3.0-or-later
"""What two coders marked, and where they differ, from the data of an audit (.json), for audit_recompute.py."""
from audit_figures import Counts, Row, common, length, united

GRAVITY = ("boundary", "extra", "missed", "other_code")


class Study:
    def __init__(self, data):
        self.data = data
        self.codes = {code["path"]: code for code in data["codes"]}
        self.place = {path: i for i, path in enumerate(self.codes)}
        self.person = {one["name"]: one for one in data["participants"]}
        self.codings = {source["name"]: [] for source in data["sources"]}
        for coding in data["codings"]:
            self.codings[coding["source"]].append(coding)
        self.sources = [one for one in data["sources"] if len(one["coded"]) == 2]
        self.cluster = self.clusters_of_sources()
        self.clusters = len(set(self.cluster.values()))
        self.marks = {one["name"]: self.marks_of(one) for one in self.sources}
        used = {code for marks in self.marks.values() for by in marks for code, spans in by.items() if spans}
        self.listed = [path for path, code in self.codes.items() if code["codable"] or path in used]

    def clusters_of_sources(self):
        """Numbered in the order in which their first source stands."""
        cluster, triads = {}, {}
        for number, source in enumerate(self.sources):
            people = {self.person[name]["triad"] for name in source["participants"]}
            triad = people.pop() if self.data["cluster"] == "triad" and len(people) == 1 else None
            key = ("triad", triad) if triad else ("source", number)
            cluster[source["name"]] = triads.setdefault(key, len(triads))
        return cluster

    @staticmethod
    def coder_of(coding):
        """Which of the two coders it counts for; None: of neither."""
        return coding["by"]

    def reach(self, coding, source):
        return (0, source["length"]) if coding["begin"] is None else (coding["begin"], coding["end"])

    def marks_of(self, source):
        """For each coder the united spans of each code."""
        marks = [{}, {}]
        for coding in self.codings[source["name"]]:
            coder = self.coder_of(coding)
            if coder is None:
                continue
            begin, end = self.reach(coding, source)
            if self.data["trim"] and coding["begin"] is not None:
                words = [word for word in source["words"] if word[0] < end and word[1] > begin]
                if words:
                    begin, end = max(begin, words[0][0]), min(end, words[-1][1])
            span = [max(0, begin), min(end, source["length"])]
            marks[coder].setdefault(coding["code"], []).append(span)
        return [{code: united(spans) for code, spans in by.items()} for by in marks]

    def users(self, code):
        """Who of the two used the code."""
        return [any(marks[coder].get(code) for marks in self.marks.values()) for coder in (0, 1)]

    def row(self, label, clusters, codes):
        return Row(label, len(codes), clusters, any(any(self.users(code)) for code in codes))

    def owners(self, coding, source):
        """To whom a coding belongs: who says most of it, of those who are equal the first."""
        people = source["participants"]
        if len(people) == 1 or coding["begin"] is None:
            return list(people)
        met = {}
        for number, (begin, end, speakers) in enumerate(source["turns"]):
            shared = min(end, coding["end"]) - max(begin, coding["begin"])
            for name in dict.fromkeys(speakers) if shared > 0 else ():
                if name in people:
                    characters, first = met.get(name, (0, number))
                    met[name] = (characters + shared, first)
        if not met:
            return []
        most = max(characters for characters, _ in met.values())
        first = min(turn for characters, turn in met.values() if characters == most)
        return [name for name in people if met.get(name) == (most, first)]

    def places(self, source, people):
        """What of a source is in these people's words; None: all of it."""
        mine = [name in people for name in source["participants"]]
        if mine and all(mine):
            return None
        return united([[begin, end] for begin, end, speakers in source["turns"]
                       if any(name in people and name in source["participants"] for name in speakers)])

    def units(self, source):
        if self.data["unit"] == "turn":
            return [turn[:2] for turn in source["turns"]] or [[0, source["length"]]]
        return source[self.data["unit"] + "s"]

    def carries(self, spans, unit):
        marked = length(common(spans, [unit]))
        return marked > 0 and (self.data["rule"] == "any" or 2 * marked > unit[1] - unit[0])

    def counts(self, source, code, places):
        """The units of one source by what the two said of them."""
        spans = [by.get(code, []) for by in self.marks[source["name"]]]
        whole = [[0, source["length"]]] if places is None else places
        if self.data["unit"] == "character":
            inside = [common(one, whole) for one in spans]
            return Counts(length(whole), length(inside[0]), length(inside[1]), length(common(*inside)))
        if self.data["unit"] == "source":
            rated = [self.carries([[0, length(common(one, whole))]], [0, length(whole)]) for one in spans]
            return Counts(1, *rated, all(rated)) if length(whole) else Counts()
        total = Counts()
        for unit in self.units(source):
            if places is None or any(begin <= unit[0] < end for begin, end in places):
                rated = [self.carries(one, unit) for one in spans]
                total.add(Counts(1, *rated, all(rated)))
        return total

    def text_row(self, label, codes, people=None):
        """A row of figures over these codes; within what these people said."""
        clusters = [[Counts() for _ in codes] for _ in range(self.clusters)]
        for source in self.sources:
            places = None if people is None else self.places(source, people)
            if places is not None and not length(places) or not source["length"]:
                continue
            for total, code in zip(clusters[self.cluster[source["name"]]], codes):
                total.add(self.counts(source, code, places))
        return self.row(label, clusters, codes)

    def person_row(self, label, codes, people=None):
        """The same, a unit being a participant: in the first of their sources' clusters."""
        cluster, found = {}, ({}, {})
        for source in sorted(self.sources, key=lambda one: self.cluster[one["name"]]):
            for name in source["participants"]:
                if people is None or name in people:
                    cluster.setdefault(name, self.cluster[source["name"]])
            for coding in self.codings[source["name"]]:
                coder = self.coder_of(coding)
                if coder is not None:
                    for name in self.owners(coding, source):
                        found[coder].setdefault(name, set()).add(coding["code"])
        clusters = [[Counts() for _ in codes] for _ in range(self.clusters)]
        for name, place in cluster.items():
            for total, code in zip(clusters[place], codes):
                rated = [code in by.get(name, ()) for by in found]
                total.add(Counts(1, *rated, all(rated)))
        return self.row(label, clusters, codes)

    def rows_by_code(self, row):
        return [row(path, [path]) for path in self.listed] + [row(None, self.listed)]

    def rows_by_role(self, row):
        rows = []
        for role in self.data["roles"]:
            people = {name for name, one in self.person.items() if one["role"] == role}
            if any(self.places(one, people) is None or self.places(one, people) for one in self.sources):
                rows.append(row(role, self.listed, people))
        return rows

    def passages(self, source):
        """What one gave a code and the other did not, with how it differs."""
        marks, found = self.marks[source["name"]], []
        for own in (0, 1):
            for code, spans in marks[own].items():
                theirs = marks[1 - own].get(code, [])
                for span in spans:
                    edges = sorted({*span, *(edge for one in common(theirs, [span]) for edge in one)})
                    rest = united([[a, b] for a, b in zip(edges, edges[1:]) if not common(theirs, [[a, b]])])
                    for piece in rest:
                        others = {other for other, there in marks[1 - own].items()
                                  if other != code and common(there, [piece])}
                        dimension = self.codes[code]["dimension"]
                        same = any(self.codes[other]["dimension"] == dimension for other in others)
                        kind = ("boundary" if common(theirs, [span]) else "missed" if not others
                                else "other_code" if same else "extra")
                        found.append({"span": piece, "code": code, "by": own, "kind": kind})
        return sorted(found, key=lambda one: one["span"])

    def about(self, passage, source):
        """The numbers of the codings that a passage is about."""
        codings = [one for one in self.codings[source["name"]] if one["code"] == passage["code"]]
        meets = lambda one, span: bool(common([list(self.reach(one, source))], [list(span)]))  # noqa: E731
        found = set()
        for own in codings:
            if self.coder_of(own) == passage["by"] and meets(own, passage["span"]):
                found.add(own["number"])
                found.update(other["number"] for other in codings if self.coder_of(other) == 1 - passage["by"]
                             and meets(other, self.reach(own, source)))
        return found

    def disputes(self):
        """Disagreements in the order of their numbers, with the codings that each is about."""
        by_number = {one["number"]: one for one in self.data["codings"]}
        listed = []
        for source in self.sources:
            passages = self.passages(source)
            group = list(range(len(passages)))
            about = [self.about(one, source) for one in passages]
            for i, one in enumerate(passages):
                for k in range(i + 1, len(passages)):
                    other = passages[k]
                    alike = (self.codes[one["code"]]["dimension"] == self.codes[other["code"]]["dimension"]
                             and one["by"] != other["by"] and common([one["span"]], [other["span"]]))
                    if alike or about[i] & about[k]:
                        group = [group[i] if one == group[k] else one for one in group]
            here = []
            for key in dict.fromkeys(group):
                members = [i for i, one in enumerate(group) if one == key]
                numbers = sorted(set().union(*(about[i] for i in members)))
                codings = [[n for n in numbers if self.coder_of(by_number[n]) == coder] for coder in (0, 1)]
                reaches = [self.reach(by_number[n], source) for n in numbers]
                here.append({
                    "source": source, "codings": codings, "effect": [],
                    "span": (min(one[0] for one in reaches), max(one[1] for one in reaches)),
                    "length": sum(length([passages[i]["span"]]) for i in members),
                    "kind": max((passages[i]["kind"] for i in members), key=GRAVITY.index)})
            listed += sorted(here, key=lambda one: (one["span"], one["codings"]))
        for number, one in enumerate(listed, 1):
            one["number"] = number
        self.tell_decisions(listed)
        self.certain = self.tell_effects(listed)
        return listed

    def tell_decisions(self, disputes):
        decision_of = {}
        for decision in self.data["decisions"]:
            decision_of.update((number, decision) for number in decision["settles"])
        for one in disputes:
            decisions = [decision_of.get(n) for numbers in one["codings"] for n in numbers]
            known = [decision for decision in decisions if decision is not None]
            one["decision"] = known[0] if known else None
            one["settled"] = False
            if known:
                holds = all(decision is known[0] for decision in decisions) and self.holds(known[0])
                one["changed"] = not holds
                one["settled"] = holds and known[0]["decision"] != "later"

    @staticmethod
    def holds(decision):
        return len(decision["settles"]) == decision["codings"]

    def findings(self, numbers):
        """Who has which code by these codings."""
        sources = {one["name"]: one for one in self.data["sources"]}
        return {(self.data["codings"][n]["code"], name) for n in numbers
                for name in self.owners(self.data["codings"][n], sources[self.data["codings"][n]["source"]])}

    def tell_effects(self, disputes):
        """Tells which cells hang on each dispute; returns who has a code whichever way they are settled."""
        disputed = {n for one in disputes for numbers in one["codings"] for n in numbers}
        compared = {one["name"] for one in self.sources}
        given = {one["number"] for one in self.data["codings"] if self.coder_of(one) is not None
                 and one["source"] in compared and one["number"] not in disputed}
        for one in disputes:
            if one["settled"]:
                given.update(one["decision"]["outcomes"])
        certain = self.findings(given - disputed)
        sides = [[self.findings(numbers) for numbers in one["codings"]] for one in disputes]
        for one, (first, second) in zip(disputes, sides):
            if not one["settled"]:
                certain |= first & second
        for one, found in zip(disputes, sides):
            one["effect"] = [(code, name, coder) for coder in (0, 1)
                             for code, name in found[coder] - found[1 - coder] - certain]
        return certain

    def confusions(self):
        """(dimension, codes and None, characters by pair of codes) of each dimension that was used."""
        cells = {}
        for source in self.sources:
            marks = self.marks[source["name"]]
            edges = sorted({edge for by in marks for spans in by.values() for span in spans for edge in span})
            for begin, end in zip(edges, edges[1:]):
                here = [{code for code, spans in by.items() if common(spans, [[begin, end]])} for by in marks]
                for dimension in {self.codes[code]["dimension"] for code in here[0] | here[1]}:
                    both, first, second = ({code for code in codes if self.codes[code]["dimension"] == dimension}
                                           for codes in (here[0] & here[1], here[0] - here[1], here[1] - here[0]))
                    pairs = [(code, code) for code in both]
                    if first or second:
                        pairs += [(a, b) for a in first or {None} for b in second or {None}]
                    table = cells.setdefault(dimension, {})
                    for pair in pairs:
                        table[pair] = table.get(pair, 0) + end - begin
        for dimension in sorted(cells, key=self.place.get):
            used = {code for pair in cells[dimension] for code in pair if code is not None}
            yield dimension, [*sorted(used, key=self.place.get), None], cells[dimension]

    def stability(self, disputes):
        """(code, role, numbers by whose codings, how many open disputes, stable) of each cell with anybody in it."""
        compared = {one["name"] for one in self.sources}
        cell = {}
        at = lambda code, name: cell.setdefault((code, self.person[name]["role"]), {  # noqa: E731
            "coders": [set(), set()], "settled": set(), "certain": set(), "possible": set(), "open": set()})
        for coding in self.data["codings"]:
            coder = self.coder_of(coding)
            if coding["source"] not in compared or coder is None and coding["layer"] != 0:
                continue
            for code, name in self.findings([coding["number"]]):
                if coder is not None:
                    at(code, name)["coders"][coder].add(name)
                if coding["layer"] == 0:
                    at(code, name)["settled"].add(name)
        for code, name in self.certain:
            at(code, name)["certain"].add(name)
        for one in disputes:
            for code, name, _ in () if one["settled"] else one["effect"]:
                at(code, name)["possible"].add(name)
                at(code, name)["open"].add(one["number"])
        roles = {role: i for i, role in enumerate([*self.data["roles"], None])}
        for code, role in sorted(cell, key=lambda key: (self.place[key[0]], roles[key[1]])):
            one = cell[code, role]
            first, second = one["coders"]
            numbers = [len(first), len(second), len(first | second), len(first & second), len(one["settled"]),
                       len(one["certain"]), len(one["certain"]) + len(one["possible"])]
            same = numbers[0] == numbers[1] == numbers[2] == numbers[3]
            yield code, role, numbers, len(one["open"]), same
