// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/coverage.h"

#include <algorithm>

namespace analysis {

namespace {

using model::CountedCoding;
using model::CountedSource;

template <class Predicate>
bool has_coding(const CountedSource& source, Predicate wanted) {
    return std::any_of(source.codings.begin(), source.codings.end(), wanted);
}

/// By a coder, or by nobody for the settled layer.
bool coded_by(const CountedSource& source, model::CoderId coder) {
    const auto mark = source.marks.find(coder);
    if (mark != source.marks.end()) return mark->second.is_coded();
    return has_coding(source, [&](const CountedCoding& coding) {
        return coder ? coding.layer != model::kSettledLayer && coding.coder == coder
                     : coding.layer == model::kSettledLayer;
    });
}

bool coded_by_any(const CountedSource& source) {
    const auto is_coded = [](const auto& mark) { return mark.second.is_coded(); };
    if (std::any_of(source.marks.begin(), source.marks.end(), is_coded)) return true;
    return has_coding(source, [&](const CountedCoding& coding) {
        const bool settled = coding.layer == model::kSettledLayer;
        return !source.marks.contains(settled ? model::CoderId{} : coding.coder);
    });
}

bool marked_by_a_coder(const CountedSource& source) {
    return std::any_of(source.marks.begin(), source.marks.end(),
                       [](const auto& mark) { return mark.first && mark.second.is_coded(); });
}

bool coded(const CountedSource& source, const Whose& whose) {
    switch (whose.kind) {
        case Whose::Kind::settled:
            return coded_by(source, {});
        case Whose::Kind::one:
            return coded_by(source, whose.coder);
        case Whose::Kind::any:
            return coded_by_any(source);
        case Whose::Kind::all:
            return marked_by_a_coder(source);
    }
    return false;
}

}  // namespace

Coverage::Coverage(const Numbered& numbered, const Whose& whose)
    : numbered_(numbered),
      whose_(whose),
      sources_(numbered.material().sources.size()),
      participants_(numbered.material().participants.size()) {
    for (Index i = 0; i < numbered.sources(); ++i) {
        if (!coded(numbered.material().sources[i], whose)) continue;
        sources_[i] = true;
        for (const Index person : numbered.people(i)) {
            if (person != kNowhere) participants_[person] = true;
        }
    }
}

bool Coverage::source(Index source, Index hand) const {
    const CountedSource& one = numbered_.material().sources[source];
    if (hand == numbered_.settled_hand()) return coded_by(one, {});
    if (hand == numbered_.unknown_hand()) {
        return has_coding(one, [&](const CountedCoding& coding) {
            return numbered_.hand_of(coding) == numbered_.unknown_hand();
        });
    }
    const model::CoderId coder = numbered_.material().coders[hand].id;
    if (whose_.kind == Whose::Kind::all) {
        const auto mark = one.marks.find(coder);
        return mark != one.marks.end() && mark->second.is_coded();
    }
    return coded_by(one, coder);
}

}  // namespace analysis
