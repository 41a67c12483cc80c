// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "exchange/out/workbook.h"

namespace report {

/// A plain list of things with the same columns: codings, quotations, participants, the history.
struct Listing {
    struct Column {
        std::string key;      ///< its name in CSV and JSON, the same in every language
        std::string title;    ///< its heading for people
        bool number = false;  ///< its cells hold a whole number or nothing
    };
    std::string title;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< as many cells as columns
};

/// CSV with the keys as header: UTF-8 with byte order mark, comma, CRLF; guarded against formulas.
[[nodiscard]] std::string listing_csv(const Listing& listing);
/// A Markdown pipe table below its title.
[[nodiscard]] std::string listing_markdown(const Listing& listing);
/// {"NAME": [{KEY: value, …}, …]}; numbers as numbers, a number that is not there as null.
[[nodiscard]] nlohmann::ordered_json listing_json(const Listing& listing, const std::string& name);
/// One sheet with a frozen, filterable heading row. `created`: seconds since 1970, the date of the file.
[[nodiscard]] exchange::Workbook listing_workbook(const Listing& listing, std::int64_t created);

}  // namespace report
