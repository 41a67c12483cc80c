// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/guid.h"

namespace study::merging {

/// What stands in one field of a row, told so that it means the same in every copy: a reference is the guid
/// of the row that it points to, a text is its hash.
using Value = std::variant<std::monostate, std::int64_t, std::string, base::Guid>;

/// Of two values that nobody changed later the one that stands: something before nothing, then the longer,
/// then the greater. The same whichever copy is asked.
[[nodiscard]] inline bool stands_behind(const Value& a, const Value& b) {
    if (a.index() != b.index()) return a.index() < b.index();
    if (const auto* text = std::get_if<std::string>(&a)) {
        const auto& other = std::get<std::string>(b);
        if (text->size() != other.size()) return text->size() < other.size();
    }
    return a < b;
}

[[nodiscard]] inline base::Guid guid_in(const Value& value) {
    const auto* guid = std::get_if<base::Guid>(&value);
    return guid == nullptr ? base::Guid{} : *guid;
}

[[nodiscard]] inline const std::string& text_in(const Value& value) {
    static const std::string kNone;
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? kNone : *text;
}

[[nodiscard]] inline std::int64_t number_in(const Value& value, std::int64_t otherwise = 0) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number == nullptr ? otherwise : *number;
}

/// The fields of columns that change together, in the order of the columns.
using Fields = std::vector<Value>;

/// As known_change.said keeps fields: an array of numbers, texts, {"guid": …}, {"bytes": hex digits} and
/// null.
[[nodiscard]] std::string to_json(const Fields& fields);
[[nodiscard]] Fields from_json(std::string_view text);

}  // namespace study::merging
