#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes agreement by what Debian offers for Python, for bench_agreement.

agreement_others.py FOLDER

Reads ratings3 (units x 3 coders), ratings10k (the first 10,000) and marks2 (characters x 2 coders), a byte a rating.
Prints `what<TAB>tool<TAB>milliseconds<TAB>value` of the best of three runs, reading left out; `-` for both where a
package is not there.
"""
import sys
import time


def ratings(name, coders):
    import numpy

    return numpy.fromfile(f"{sys.argv[1]}/{name}", dtype=numpy.int8).reshape(-1, coders).astype(int)


def tell(what, tool, prepare):
    try:
        run = prepare()
    except ImportError:
        print(what, tool, "-", "-", sep="\t")
        return
    best, value = 1e9, None
    for _ in range(3):
        begin = time.perf_counter()
        value = run()
        best = min(best, time.perf_counter() - begin)
    print(what, tool, f"{1000 * best:.4g}", f"{value:.12g}", sep="\t", flush=True)


def sklearn_kappa(name, coders):
    from sklearn.metrics import cohen_kappa_score

    table = ratings(name, coders)
    first, second = table[:, 0].copy(), table[:, 1].copy()
    return lambda: cohen_kappa_score(first, second)


def statsmodels_fleiss():
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    table = ratings("ratings3", 3)
    return lambda: fleiss_kappa(aggregate_raters(table)[0])


def nltk_alpha():
    from nltk.metrics.agreement import AnnotationTask

    data = [(coder, unit, int(value)) for unit, row in enumerate(ratings("ratings10k", 3))
            for coder, value in enumerate(row)]
    return lambda: AnnotationTask(data).alpha()


tell("alpha10k", "NLTK", nltk_alpha)
tell("fleiss", "statsmodels", statsmodels_fleiss)
tell("kappa", "scikit-learn", lambda: sklearn_kappa("ratings3", 3))
tell("characters", "scikit-learn", lambda: sklearn_kappa("marks2", 2))
