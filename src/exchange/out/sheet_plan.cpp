// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/sheet_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/strings.h"
#include "exchange/out/sheet_text.h"
#include "exchange/out/utf8.h"

namespace exchange {

namespace {

constexpr std::string_view kInternal = "internal:";

/// A1 of row 0 and column 0.
std::string reference(std::size_t row, std::size_t column) {
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return fmt::format("{}{}", letters, row + 1);
}

struct Place {
    std::size_t row = 0, column = 0;
};

std::optional<Place> parse_reference(std::string_view text) {
    Place place;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        place.column = place.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
    }
    const auto digits = text.substr(at);
    if (at == 0 || at > 3 || digits.empty() || digits.size() > 9) return {};
    for (const char c : digits) {
        if (c < '0' || c > '9') return {};
        place.row = place.row * 10 + static_cast<std::size_t>(c - '0');
    }
    if (place.row == 0) return {};
    return Place{place.row - 1, place.column - 1};
}

struct Target {
    std::string sheet;
    Place first, last;
};

std::optional<Target> parse_link(std::string_view link) {
    if (link.substr(0, kInternal.size()) != kInternal) return {};
    link.remove_prefix(kInternal.size());
    const auto mark = link.rfind('!');
    if (mark == std::string_view::npos) return {};
    Target target;
    auto name = link.substr(0, mark);
    if (name.size() >= 2 && name.front() == '\'' && name.back() == '\'')
        name = name.substr(1, name.size() - 2);
    for (std::size_t i = 0; i < name.size(); ++i) {
        target.sheet += name[i];
        if (name.substr(i, 2) == "''") ++i;
    }
    const auto range = base::split(link.substr(mark + 1), ':');
    const auto first = parse_reference(range.front());
    const auto last = parse_reference(range.back());
    if (!first || !last || range.size() > 2 || last->row < first->row) return {};
    target.first = *first;
    target.last = *last;
    return target;
}

std::string printed_link(const std::string& sheet, const Place& first, const Place& last) {
    std::string quoted;
    for (const char c : sheet) quoted += c == '\'' ? "''" : std::string(1, c);
    auto link = fmt::format("{}'{}'!{}", kInternal, quoted, reference(first.row, first.column));
    if (first.row != last.row || first.column != last.column) link += ':' + reference(last.row, last.column);
    return link;
}

/// Excel takes names that differ in case only for the same; so do we, for ASCII and Latin-1.
std::string comparable(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const auto c = next_code_point(name, at);
        append_utf8(out, c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 0x20 : c);
    }
    return base::ascii_lower(out);
}

std::string unique_name(const std::string& wanted, std::set<std::string>& taken) {
    auto name = mended_sheet_name(wanted);
    const auto stem = name;
    for (int n = 2; !taken.insert(comparable(name)).second; ++n) {
        const auto number = fmt::format(" ({})", n);
        name = std::string(fitting_utf16(stem, kSheetNameLimit - number.size())) + number;
    }
    return name;
}

}  // namespace

std::string internal_link(std::string_view sheet, const MergedRange& target) {
    const auto place = [](int row, int column) {
        return Place{static_cast<std::size_t>(row), static_cast<std::size_t>(column)};
    };
    return printed_link(std::string(sheet), place(target.first_row, target.first_column),
                        place(target.last_row, target.last_column));
}

SheetPlan::SheetPlan(const Workbook& workbook, std::size_t row_limit) {
    std::set<std::string> taken;
    for (const auto& sheet : workbook.sheets) {
        auto& own = parts_of_[sheet.name];
        // Of two sheets of one name the first is linked to.
        const bool linked = own.empty();
        std::size_t begin = 0;
        do {
            SheetPart part{&sheet, unique_name(sheet.name, taken), 0, begin, begin};
            const auto frozen = static_cast<std::size_t>(std::max(0, sheet.frozen_rows));
            if (begin > 0 && frozen < row_limit) part.repeated = frozen;
            part.end = std::min(sheet.rows.size(), begin + row_limit - part.repeated);
            begin = part.end;
            if (linked) own.push_back(parts_.size());
            parts_.push_back(part);
        } while (begin < sheet.rows.size());
    }
}

std::string SheetPlan::resolved(const std::string& link) const {
    const auto target = parse_link(link);
    if (!target) return {};
    const auto found = parts_of_.find(target->sheet);
    if (found == parts_of_.end()) return {};
    for (const auto index : found->second) {
        const auto& part = parts_[index];
        if (target->first.row >= part.end) continue;
        // A block that goes on in the next sheet is linked as far as this one holds it.
        const auto shift = [&](std::size_t row) {
            return std::min(row, part.end - 1) - part.begin + part.repeated;
        };
        return printed_link(part.name, {shift(target->first.row), target->first.column},
                            {shift(target->last.row), target->last.column});
    }
    return {};
}

}  // namespace exchange
