// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/tables_attributes.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "model/attribute_value.h"

namespace exchange {

namespace {

using model::AttributeType;

/// A number is not what begins with a zero that means something.
bool is_plain_number(std::string_view value) {
    if (value.starts_with('+') || value.starts_with('-')) value.remove_prefix(1);
    return value.size() < 2 || value[0] != '0' || value[1] < '0' || value[1] > '9';
}

struct TypeName {
    std::string_view name;
    AttributeType type;
};

constexpr std::array kTypeNames{
    TypeName{"text", AttributeType::text},       TypeName{"tekst", AttributeType::text},
    TypeName{"number", AttributeType::number},   TypeName{"getal", AttributeType::number},
    TypeName{"boolean", AttributeType::boolean}, TypeName{"ja/nee", AttributeType::boolean},
    TypeName{"date", AttributeType::date},       TypeName{"datum", AttributeType::date},
};

}  // namespace

AttributeHeader parse_attribute_header(std::string_view header) {
    const std::size_t colon = header.rfind(':');
    if (colon == std::string_view::npos) return {std::string(header), {}};
    const std::string_view name = base::trimmed(header.substr(0, colon));
    const std::string said = base::ascii_lower(base::trimmed(header.substr(colon + 1)));
    const auto known = std::find_if(kTypeNames.begin(), kTypeNames.end(),
                                    [&](const TypeName& candidate) { return candidate.name == said; });
    if (name.empty() || known == kTypeNames.end()) return {std::string(header), {}};
    return {std::string(name), known->type};
}

AttributeType inferred_type(const std::vector<std::string>& values) {
    const auto all = [&](AttributeType type) {
        return std::all_of(values.begin(), values.end(), [&](const std::string& value) {
            if (value.empty()) return true;
            return model::canonical_value(value, type) &&
                   (type != AttributeType::number || is_plain_number(value));
        });
    };
    const bool any =
        std::any_of(values.begin(), values.end(), [](const std::string& value) { return !value.empty(); });
    if (!any) return AttributeType::text;
    for (const AttributeType type : {AttributeType::number, AttributeType::boolean, AttributeType::date}) {
        if (all(type)) return type;
    }
    return AttributeType::text;
}

}  // namespace exchange
