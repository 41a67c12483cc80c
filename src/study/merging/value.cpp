// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/value.h"

#include <nlohmann/json.hpp>

namespace study::merging {

namespace {

using nlohmann::json;

std::string hex(std::string_view bytes) {
    std::string digits;
    for (const char byte : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return digits;
}

std::string bytes_of(const std::string& digits) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        bytes += static_cast<char>(std::strtol(digits.substr(i, 2).c_str(), nullptr, 16));
    }
    return bytes;
}

/// Hashes and turns are bytes that JSON cannot hold.
bool is_text(const std::string& value) {
    try {
        (void)json(value).dump();
        return true;
    } catch (const json::type_error&) {
        return false;
    }
}

json told(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* guid = std::get_if<base::Guid>(&value)) return {{"guid", guid->to_string()}};
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return nullptr;
    return is_text(*text) ? json(*text) : json{{"bytes", hex(*text)}};
}

Value value_of(const json& told) {
    if (told.is_number_integer()) return told.get<std::int64_t>();
    if (told.is_string()) return told.get<std::string>();
    if (!told.is_object()) return {};
    if (told.contains("bytes") && told["bytes"].is_string()) {
        return bytes_of(told["bytes"].get_ref<const std::string&>());
    }
    if (!told.contains("guid") || !told["guid"].is_string()) return {};
    const auto guid = base::Guid::parse(told["guid"].get_ref<const std::string&>());
    return guid ? Value(*guid) : Value();
}

}  // namespace

std::string to_json(const Fields& fields) {
    auto list = json::array();
    for (const auto& field : fields) list.push_back(told(field));
    return list.dump();
}

Fields from_json(std::string_view text) {
    Fields fields;
    const auto list = json::parse(text, nullptr, false);
    if (!list.is_array()) return fields;
    for (const auto& field : list) fields.push_back(value_of(field));
    return fields;
}

}  // namespace study::merging
