# SPDX-License-Identifier: GPL-3.0-or-later
"""Ratings, coefficients and intervals for audit_recompute.py, by Python's standard library alone."""
import math
from statistics import NormalDist

MASK = 2**64 - 1
TARGETS = (0.667, 0.8)


class Engine:
    """std::mt19937_64 (Nishimura 2000), and whole numbers below a bound with equal chance."""

    def __init__(self, seed):
        self.state = [seed & MASK]
        for i in range(1, 312):
            before = self.state[-1]
            self.state.append((6364136223846793005 * (before ^ (before >> 62)) + i) & MASK)
        self.place = 312

    def next(self):
        if self.place == 312:
            state = self.state
            for i in range(312):
                x = (state[i] & 0xFFFFFFFF80000000) | (state[(i + 1) % 312] & 0x7FFFFFFF)
                state[i] = state[(i + 156) % 312] ^ (x >> 1) ^ (0xB5026F5AA96619E9 if x & 1 else 0)
            self.place = 0
        x = self.state[self.place]
        self.place += 1
        x ^= (x >> 29) & 0x5555555555555555
        x ^= (x << 17) & 0x71D67FFFEDA60000
        x ^= (x << 37) & 0xFFF7EEE000000000
        return x ^ (x >> 43)

    def below(self, bound):
        rest = 2**64 % bound
        while True:
            number = self.next()
            if number <= MASK - rest:
                return number % bound


def united(spans):
    result = []
    for begin, end in sorted(spans):
        if begin >= end:
            continue
        if result and begin <= result[-1][1]:
            result[-1][1] = max(result[-1][1], end)
        else:
            result.append([begin, end])
    return result


def common(one, other):
    """What two lists of ordered, disjoint spans share."""
    return [[max(a, c), min(b, d)] for a, b in one for c, d in other if max(a, c) < min(b, d)]


def length(spans):
    return sum(end - begin for begin, end in spans)


class Counts:
    """Units by what two coders said of them: how many, marked by the first, by the second, by both."""

    def __init__(self, n=0, a=0, b=0, both=0):
        self.n, self.a, self.b, self.both = n, a, b, both

    def add(self, other, times=1):
        self.n += times * other.n
        self.a += times * other.a
        self.b += times * other.b
        self.both += times * other.both

    @property
    def neither(self):
        return self.n - self.a - self.b + self.both


def ratio(top, bottom):
    return top / bottom if bottom else None


def figure(name, codes):
    """A coefficient of one code, or of several together. None: undefined."""
    codes = [one for one in codes if one.n]
    if not codes:
        return None
    if name == "f1":
        return ratio(2 * sum(one.both for one in codes), sum(one.a + one.b for one in codes))
    if name == "percent_agreement":
        return sum(one.n - one.a - one.b + 2 * one.both for one in codes) / sum(one.n for one in codes)
    if name == "krippendorff_alpha_nominal":
        observed = expected = 0
        for one in codes:
            ones, ratings = one.a + one.b, 2 * one.n
            observed += (one.a + one.b - 2 * one.both) / one.n
            expected += 2 * ones * (ratings - ones) / (ratings * (ratings - 1))
        return 1 - observed / expected if expected else None
    agreed = chance = 0
    used = [one for one in codes if one.a + one.b] if len(codes) > 1 else codes
    for one in used:
        agreed += (one.n - one.a - one.b + 2 * one.both) / one.n
        if name == "cohen_kappa":
            chance += (one.a * one.b + (one.n - one.a) * (one.n - one.b)) / one.n**2
        elif name == "gwet_ac1":
            share = (one.a + one.b) / (2 * one.n)
            chance += 2 * share * (1 - share)
        else:
            raise ValueError(f"no formula for {name} here")
    if not used or 1 - chance / len(used) < 1e-13:
        return None
    return (agreed - chance) / (len(used) - chance)


def incomplete_beta(a, b, x):
    """I_x(a, b) by the continued fraction (DLMF 8.17.22), from its far end."""
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    fraction = 1.0
    for m in range(400, 0, -1):
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        fraction = 1 + even / (1 + odd / fraction)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    return front / a / (1 - (a + b) * x / (a + 1) / fraction)


def t_quantile(p, freedom):
    """For p below one half."""
    low, high = -1e6, 0.0
    for _ in range(200):
        middle = (low + high) / 2
        below = incomplete_beta(freedom / 2, 0.5, freedom / (freedom + middle * middle)) / 2
        low, high = (middle, high) if below < p else (low, middle)
    return (low + high) / 2


def quantile(ordered, p):
    place = min(max(p * (len(ordered) + 1) - 1, 0), len(ordered) - 1)
    below = int(place)
    part = place - below
    return ordered[below] + (part * (ordered[below + 1] - ordered[below]) if part else 0)


def shares_of(interval, telling):
    """Between which shares of the samples an interval lies."""
    tail = (1 - interval["level"]) / 2
    if interval["method"] == "expanded":
        tail = NormalDist().cdf(math.sqrt(telling / (telling - 1)) * t_quantile(tail, telling - 1))
    elif interval["method"] != "percentile":
        raise ValueError(f"no interval by {interval['method']} here")
    return tail, 1 - tail


def samples(clusters, interval):
    """How often each cluster was drawn, sample by sample."""
    engine = Engine(interval["seed"])
    for _ in range(interval["replicates"]):
        times = [0] * clusters
        for _ in range(clusters):
            times[engine.below(clusters)] += 1
        yield times


class Row:
    """A row of a table of figures. clusters: for each a list of Counts, one a code."""

    def __init__(self, label, codes, clusters, used=True):
        self.label, self.used = label, used
        self.clusters = clusters
        self.codes = [Counts() for _ in range(codes)]
        for cluster in clusters:
            for total, one in zip(self.codes, cluster):
                total.add(one)
        self.telling = sum(any(one.a + one.b for one in cluster) for cluster in clusters)

    def counts(self):
        return [sum(getattr(one, what) for one in self.codes) for what in ("a", "b", "both", "neither")] + [
            self.codes[-1].n if self.codes else 0]

    def lack(self, name, interval):
        """Why there is no value, or why there is no interval; nothing where there are both."""
        value = figure(name, self.codes)
        if not any(one.n for one in self.codes):
            return "no_overlap"
        if value is None:
            marked = any(one.a + one.b for one in self.codes)
            return "everywhere" if marked else "nowhere" if self.used else "unused"
        if self.telling < max(2, interval["least_clusters"]):
            return "too_few"
        return "no_difference" if value > 1 - 1e-12 else None


def results(rows, names, clusters, interval):
    """For each row and coefficient (value, lack, low, high, shares below TARGETS); what is not there is None."""
    drawn = [[[] for _ in names] for _ in rows]
    for times in samples(clusters, interval):
        for row, values in zip(rows, drawn):
            codes = [Counts() for _ in row.codes]
            for often, cluster in zip(times, row.clusters):
                if often:
                    for total, one in zip(codes, cluster):
                        total.add(one, often)
            for name, found in zip(names, values):
                value = figure(name, codes)
                if value is not None:
                    found.append(value)
    table = []
    for row, values in zip(rows, drawn):
        line = []
        for name, found in zip(names, values):
            value, lack = figure(name, row.codes), row.lack(name, interval)
            if lack is None and len(found) < 0.5 * interval["replicates"]:
                lack = "no_interval"
            if lack is not None:
                line.append((value, lack, None, None, None))
                continue
            found.sort()
            low, high = (quantile(found, share) for share in shares_of(interval, row.telling))
            line.append((value, None, low, high, [sum(one < limit for one in found) / len(found) for limit in TARGETS]))
        table.append(line)
    return table
