// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/axis.h"

#include <array>
#include <utility>

#include "analysis/attribute_values.h"
#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"

namespace analysis {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::array kKinds{
    std::pair{"codes", Axis::Kind::codes}, std::pair{"dimensions", Axis::Kind::dimensions},
    std::pair{"role", Axis::Kind::role},   std::pair{"participant", Axis::Kind::participant},
    std::pair{"triad", Axis::Kind::triad}, std::pair{"source", Axis::Kind::source},
    std::pair{"coder", Axis::Kind::coder},
};

Error unknown_axis(std::string_view text, const model::Material& material) {
    std::vector<std::string> names;
    for (const auto& [name, kind] : kKinds) names.emplace_back(name);
    for (const auto& attribute : material.attributes) names.push_back(attribute.name);
    return {ErrorKind::bad_input, base::say("“{}” cannot be the rows or columns of a table.", text),
            base::say("There are: {}.", base::join(names, ", "))};
}

/// "12-15" or "12"; a minus may stand before each number.
Axis::Bin parsed_bin(std::string_view text) {
    const std::string_view part = base::trimmed(text);
    const auto dash = part.find('-', part.empty() ? 0 : 1);
    const auto low = number_of(part.substr(0, dash));
    const auto high = dash == std::string_view::npos ? low : number_of(part.substr(dash + 1));
    if (!low || !high || *low > *high) {
        throw Error(ErrorKind::bad_input, base::say("“{}” is not a range of numbers.", text),
                    base::tr("Write ranges as in age:12-15,16-18, the lower number first."));
    }
    return {*low, *high, std::string(part)};
}

std::vector<Axis::Bin> parsed_bins(std::string_view text) {
    std::vector<Axis::Bin> bins;
    for (const std::string_view part : base::split(text, ',')) {
        const Axis::Bin bin = parsed_bin(part);
        for (const Axis::Bin& other : bins) {
            if (bin.low <= other.high && other.low <= bin.high) {
                throw Error(ErrorKind::bad_input,
                            base::say("The ranges {} and {} overlap.", other.label, bin.label),
                            base::tr("A participant can stand in one of them only."));
            }
        }
        bins.push_back(bin);
    }
    return bins;
}

}  // namespace

Axis Axis::parse(std::string_view text, const model::Material& material) {
    const std::string_view name = base::trimmed(text);
    const std::string lower = base::ascii_lower(name);
    for (const auto& [word, kind] : kKinds) {
        if (lower == word) return {kind, {}, {}};
    }
    // The whole first: an attribute's own name may hold a colon.
    if (const auto* attribute = find_attribute(material, name)) {
        return {Kind::attribute, attribute->name, {}};
    }
    const auto colon = name.rfind(':');
    if (colon == std::string_view::npos) throw unknown_axis(name, material);
    const auto* attribute = find_attribute(material, name.substr(0, colon));
    if (!attribute) throw unknown_axis(name.substr(0, colon), material);
    if (attribute->type != model::AttributeType::number) {
        throw Error(ErrorKind::bad_input,
                    base::say("The values of “{}” are not numbers, so ranges cannot be made of them.",
                              attribute->name));
    }
    return {Kind::attribute, attribute->name, parsed_bins(name.substr(colon + 1))};
}

}  // namespace analysis
