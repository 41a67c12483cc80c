// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/table_text.h"

#include "exchange/csv_guard.h"

namespace exchange {

std::string csv_field(std::string_view value) {
    std::string field = looks_like_formula(value) ? "'" : "";
    field += value;
    const bool blank_at_end = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    // At the head of a file, bare, it would say which separator the file has.
    const bool names_separator = field.starts_with("sep=");
    if (!blank_at_end && !names_separator && field.find_first_of(",;\"\t\r\n") == std::string::npos)
        return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted += '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
    std::string line;
    for (const auto& field : fields) {
        if (&field != &fields.front()) line += ',';
        line += csv_field(field);
    }
    // A record of one empty field would be a blank line, which readers skip.
    if (line.empty() && fields.size() == 1) line = "\"\"";
    return line += "\r\n";
}

}  // namespace exchange
