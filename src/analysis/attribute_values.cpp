// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/attribute_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/strings.h"
#include "text/tokens.h"

namespace analysis {

using model::AttributeType;

const model::Attribute* find_attribute(const model::Material& material, std::string_view name) {
    const std::string wanted = text::folded(base::trimmed(name));
    const auto found = std::find_if(
        material.attributes.begin(), material.attributes.end(),
        [&](const model::Attribute& attribute) { return text::folded(attribute.name) == wanted; });
    return found == material.attributes.end() ? nullptr : &*found;
}

std::string value_of(const model::Participant& participant, model::AttributeId attribute) {
    const auto found = participant.attributes.find(attribute);
    return found == participant.attributes.end() ? std::string() : found->second;
}

std::optional<double> number_of(std::string_view text) {
    std::string digits(base::trimmed(text));
    std::replace(digits.begin(), digits.end(), ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number)) return {};
    return number;
}

std::string value_key(AttributeType type, std::string_view text) {
    if (type == AttributeType::number) {
        // 0 + turns -0 into 0.
        if (const auto number = number_of(text)) return fmt::format("{}", 0.0 + *number);
    }
    return text::folded(base::trimmed(text));
}

bool value_less(AttributeType type, std::string_view a, std::string_view b) {
    if (type == AttributeType::number) {
        const auto left = number_of(a);
        const auto right = number_of(b);
        if (left && right) return *left < *right;
        if (left || right) return left.has_value();
    }
    if (type == AttributeType::date) return a < b;
    return text::name_less(a, b);
}

}  // namespace analysis
