// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as CSV. What was read can be written and reads again as the same fields.
#include <algorithm>

#include "exchange/in/csv.h"
#include "exchange/out/table_text.h"
#include "fuzz/fuzz_support.h"

namespace {

std::string written(const exchange::CsvTable& table) {
    std::string csv = "\xEF\xBB\xBF" + exchange::csv_line(table.header);
    for (const auto& row : table.rows) csv += exchange::csv_line(row.fields);
    return csv;
}

/// False where what is written cannot be told from no text, or from a text with another mark at its head:
/// with many control characters, or a byte order mark for a letter.
bool can_be_written(const std::string& csv) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n';
    };
    return std::none_of(csv.begin(), csv.end(), is_control) && csv.find("\uFEFF", 3) != 3;
}

void check_shape(const exchange::CsvTable& table) {
    std::size_t line = 0;
    for (const auto& row : table.rows) {
        fuzz::expect(row.fields.size() == table.header.size(), "each row has the columns of the header");
        fuzz::expect(row.line > line, "the numbers of lines rise");
        line = row.line;
    }
    fuzz::expect(table.column(table.header.back()) == table.header.size() - 1,
                 "a column is found by its name");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    exchange::CsvTable table;
    fuzz::may_refuse([&] { table = exchange::parse_csv(fuzz::bytes_of(data, size), "fuzz.csv"); });
    if (table.header.empty()) return 0;
    check_shape(table);
    const std::string csv = written(table);
    if (!can_be_written(csv)) return 0;
    const auto again = exchange::parse_csv(csv, "again.csv");
    fuzz::expect(again.header == table.header, "the header comes back");
    fuzz::expect(again.rows.size() == table.rows.size(), "as many rows come back");
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        fuzz::expect(again.rows[i].fields == table.rows[i].fields, "each field comes back");
    }
    return 0;
}
