// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/search/word_lists.h"

#include <algorithm>

#include "base/translate.h"

namespace report {

namespace {

using base::say;
using base::tr;

std::string role_name(const search::Contents& contents, model::RoleId id) {
    const auto* role = contents.role(id);
    return role == nullptr ? "" : role->name;
}

model::TableCell number_cell(double number) {
    model::TableCell cell;
    cell.state = model::CellState::number;
    cell.number = number;
    return cell;
}

std::int64_t total_of(const search::WordList& list, model::RoleId role) {
    const auto place = std::find(list.roles.begin(), list.roles.end(), role);
    return place == list.roles.end() ? 0 : list.totals[static_cast<std::size_t>(place - list.roles.begin())];
}

}  // namespace

Listing frequency_listing(const search::WordList& list, const search::Contents& contents, std::size_t limit) {
    Listing listing;
    listing.title = tr("Words");
    listing.columns = {{"words", tr("Words")}, {"count", tr("Count"), true}};
    for (const auto role : list.roles)
        listing.columns.push_back({"role:" + role_name(contents, role), role_name(contents, role), true});
    listing.columns.push_back({"participants", tr("Participants"), true});
    listing.columns.push_back({"sources", tr("Sources"), true});
    for (const auto& word : list.words) {
        if (listing.rows.size() == limit) break;
        std::vector<std::string> row{word.words, std::to_string(word.count)};
        for (const auto count : word.by_role) row.push_back(std::to_string(count));
        row.push_back(std::to_string(word.participants));
        row.push_back(std::to_string(word.sources));
        listing.rows.push_back(std::move(row));
    }
    return listing;
}

Listing keyness_listing(const std::vector<search::Key>& keys, model::RoleId first, model::RoleId second,
                        const search::Contents& contents, std::size_t limit) {
    const std::string first_name = role_name(contents, first), second_name = role_name(contents, second);
    Listing listing;
    listing.title = say("Words of {} against {}", first_name, second_name);
    listing.columns = {{"words", tr("Words")},
                       {"more_in", tr("More said by")},
                       {"log_likelihood", "G²"},
                       {"first", first_name, true},
                       {"second", second_name, true},
                       {"expected_first", say("Expected: {}", first_name)},
                       {"expected_second", say("Expected: {}", second_name)}};
    for (const auto& key : keys) {
        if (listing.rows.size() == limit) break;
        listing.rows.push_back({key.words, key.more_in_first ? first_name : second_name,
                                fmt::format("{:.2f}", key.log_likelihood), std::to_string(key.first),
                                std::to_string(key.second), fmt::format("{:.1f}", key.expected_first),
                                fmt::format("{:.1f}", key.expected_second)});
    }
    return listing;
}

model::Table frequency_chart(const search::WordList& list, const search::Contents& contents,
                             std::size_t limit) {
    model::Table table;
    table.title = tr("Words");
    for (const auto role : list.roles) table.columns.push_back({role_name(contents, role), 0, false, {}});
    for (const auto& word : list.words) {
        if (table.rows.size() == limit) break;
        table.rows.push_back({word.words, 0, false, {}});
        auto& cells = table.cells.emplace_back();
        for (const auto count : word.by_role) cells.push_back(number_cell(static_cast<double>(count)));
    }
    return table;
}

model::Table keyness_chart(const std::vector<search::Key>& keys, const search::WordList& list,
                           model::RoleId first, model::RoleId second, const search::Contents& contents,
                           std::size_t limit) {
    model::Table table;
    table.title = tr("In each 1,000 words");
    table.decimals = 1;
    for (const auto role : {first, second})
        table.columns.push_back({role_name(contents, role), 0, false, {}});
    const auto share = [](std::int64_t count, std::int64_t total) {
        return number_cell(total == 0 ? 0 : 1000.0 * static_cast<double>(count) / static_cast<double>(total));
    };
    for (const auto& key : keys) {
        if (table.rows.size() == limit) break;
        table.rows.push_back({key.words, 0, false, {}});
        table.cells.push_back(
            {share(key.first, total_of(list, first)), share(key.second, total_of(list, second))});
    }
    return table;
}

}  // namespace report
