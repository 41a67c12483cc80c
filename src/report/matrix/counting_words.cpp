// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/counting_words.h"

#include <vector>

#include "base/strings.h"

namespace report {

namespace {

using Kind = analysis::Axis::Kind;

constexpr std::array kAxisWords{
    std::pair{"codes", Kind::codes}, std::pair{"dimensions", Kind::dimensions},
    std::pair{"role", Kind::role},   std::pair{"participant", Kind::participant},
    std::pair{"triad", Kind::triad}, std::pair{"source", Kind::source},
    std::pair{"coder", Kind::coder},
};

}  // namespace

std::string axis_text(const analysis::Axis& axis) {
    if (axis.kind != Kind::attribute) return word_of(kAxisWords, axis.kind);
    if (axis.bins.empty()) return axis.attribute;
    std::vector<std::string> ranges;
    for (const auto& bin : axis.bins) ranges.push_back(bin.label);
    return axis.attribute + ":" + base::join(ranges, ",");
}

std::string whose_text(const analysis::Whose& whose, const model::Material& material) {
    switch (whose.kind) {
        case analysis::Whose::Kind::settled:
            return model::kSettled;
        case analysis::Whose::Kind::any:
            return model::kAnyCoder;
        case analysis::Whose::Kind::all:
            return model::kAllCoders;
        case analysis::Whose::Kind::one:
            break;
    }
    for (const auto& coder : material.coders) {
        if (coder.id == whose.coder) return coder.name;
    }
    return {};
}

analysis::Whose default_whose(const model::Material& material) {
    for (const auto& source : material.sources) {
        for (const auto& coding : source.codings) {
            if (coding.layer == model::kSettledLayer) return {analysis::Whose::Kind::settled, {}};
        }
    }
    return {analysis::Whose::Kind::any, {}};
}

}  // namespace report
