// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/overlap.h"

namespace analysis {

namespace {

Figure share(double part, double whole) {
    if (whole == 0) return Lack::no_positive;
    return part / whole;
}

}  // namespace

Figure Overlap::precision() const {
    return share(both, second);
}

Figure Overlap::recall() const {
    return share(both, first);
}

Figure Overlap::f1() const {
    return share(2 * both, first + second);
}

Figure Overlap::jaccard() const {
    return share(both, first + second - both);
}

Figure Overlap::negative() const {
    return share(2 * neither, 2 * neither + first + second - 2 * both);
}

Overlap overlap_of(const RatingSums& sums) {
    Overlap overlap;
    for (std::size_t table = 0; table + 4 <= sums.pairs.size(); table += 4) {
        const double* cells = sums.pairs.data() + table;
        overlap.neither += cells[0];
        overlap.second += cells[1] + cells[3];
        overlap.first += cells[2] + cells[3];
        overlap.both += cells[3];
    }
    return overlap;
}

}  // namespace analysis
