// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/settlements.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "study/row.h"

namespace study::settlements {

namespace {

using model::Settlement;
using model::SettlementId;

constexpr int kFirstVersion = 3;

constexpr const char* kSelect =
    "SELECT id, guid, source, code, first, past, coder, decision, accepted, codings, reason, created"
    " FROM settlement {}";

/// In the order of model::Decision.
constexpr std::array<std::string_view, 8> kWords{"accept", "both",   "anew",         "drop",
                                                 "later",  "united", "intersection", "agreed"};

Settlement read(const db::Statement& row) {
    Settlement one;
    row::read(row, 0, one.id);
    one.guid = row::guid(row, 1);
    row::read(row, 2, one.source);
    row::read(row, 3, one.code);
    one.span = row::span(row, 4).value_or(text::Span{-1, -1});
    row::read(row, 6, one.coder);
    one.decision = decision_of(row.text(7)).value_or(model::Decision::later);
    row::read(row, 8, one.accepted);
    one.codings = row.integer(9);
    one.reason = row.text(10);
    one.created = row.integer(11);
    return one;
}

void link(Edit& edit, SettlementId settlement, const std::vector<model::CodingId>& codings, bool result) {
    db::Statement statement = edit.database().prepare(
        "INSERT INTO settlement_coding (id, guid, settlement, coding, result) VALUES (?1, ?2, ?3, ?4, ?5)");
    for (const auto coding : codings)
        statement.run(edit.new_id(), base::Guid::random().bytes, settlement.value, coding.value, result);
}

}  // namespace

std::vector<Settlement> all(const Study& study) {
    std::vector<Settlement> list;
    if (study.version() < kFirstVersion) return list;
    db::Statement row = study.database().prepare(fmt::format(kSelect, "ORDER BY created, id"));
    std::unordered_map<std::int64_t, std::size_t> places;
    while (row.step()) {
        list.push_back(read(row));
        places.emplace(list.back().id.value, list.size() - 1);
    }
    db::Statement links =
        study.database().prepare("SELECT settlement, coding, result FROM settlement_coding ORDER BY coding");
    while (links.step()) {
        const auto place = places.find(links.integer(0));
        if (place == places.end()) continue;
        Settlement& one = list[place->second];
        (links.integer(2) != 0 ? one.outcomes : one.settles).push_back({links.integer(1)});
    }
    return list;
}

std::optional<Settlement> get(const Study& study, SettlementId id) {
    if (study.version() < kFirstVersion) return std::nullopt;
    db::Statement row = study.database().prepare(fmt::format(kSelect, "WHERE id = ?1"));
    row.bind(id.value);
    if (!row.step()) return std::nullopt;
    Settlement one = read(row);
    db::Statement links = study.database().prepare(
        "SELECT coding, result FROM settlement_coding WHERE settlement = ?1 ORDER BY coding");
    links.bind(id.value);
    while (links.step()) (links.integer(1) != 0 ? one.outcomes : one.settles).push_back({links.integer(0)});
    return one;
}

std::vector<SettlementId> of_coding(const Study& study, model::CodingId coding, bool outcome) {
    std::vector<SettlementId> ids;
    if (study.version() < kFirstVersion) return ids;
    db::Statement row = study.database().prepare(
        "SELECT settlement FROM settlement_coding WHERE coding = ?1 AND result = ?2 ORDER BY settlement");
    row.bind(coding.value, outcome);
    while (row.step()) ids.push_back({row.integer(0)});
    return ids;
}

void insert(Edit& edit, Settlement& settlement) {
    if (!settlement.id) settlement.id = {edit.new_id()};
    settlement.guid = row::kept_or_new(settlement.guid);
    const bool whole = settlement.span.begin < 0;
    edit.database()
        .prepare(
            "INSERT INTO settlement (id, guid, source, code, first, past, coder, decision, accepted,"
            " codings, reason, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
        .run(settlement.id.value, settlement.guid.bytes, settlement.source.value, settlement.code.value,
             whole ? std::nullopt : std::optional(settlement.span.begin),
             whole ? std::nullopt : std::optional(settlement.span.end), row::or_null(settlement.coder),
             to_word(settlement.decision), row::or_null(settlement.accepted), settlement.codings,
             settlement.reason, settlement.created);
    link(edit, settlement.id, settlement.settles, false);
    link(edit, settlement.id, settlement.outcomes, true);
}

void remove(Edit& edit, SettlementId settlement) {
    edit.database().prepare("DELETE FROM settlement_coding WHERE settlement = ?1").run(settlement.value);
    edit.database().prepare("DELETE FROM settlement WHERE id = ?1").run(settlement.value);
}

void forget_coding(Edit& edit, model::CodingId coding) {
    edit.database().prepare("DELETE FROM settlement_coding WHERE coding = ?1").run(coding.value);
}

void forget_original(Edit& edit, model::CodingId coding) {
    edit.database()
        .prepare("DELETE FROM settlement_coding WHERE coding = ?1 AND result = 0")
        .run(coding.value);
}

void forget_source(Edit& edit, model::SourceId source) {
    edit.database()
        .prepare(
            "DELETE FROM settlement_coding WHERE settlement IN (SELECT id FROM settlement WHERE source = ?1)")
        .run(source.value);
    edit.database().prepare("DELETE FROM settlement WHERE source = ?1").run(source.value);
}

void forget_code(Edit& edit, model::CodeId code) {
    for (const auto& one : all(edit.study())) {
        if (one.code != code) continue;
        db::Statement other = edit.database().prepare(
            "SELECT coding.code FROM settlement_coding JOIN coding ON coding.id = settlement_coding.coding"
            " WHERE settlement = ?1 AND coding.code <> ?2 ORDER BY coding.first, coding.id LIMIT 1");
        other.bind(one.id.value, code.value);
        if (other.step()) {
            edit.database()
                .prepare("UPDATE settlement SET code = ?2 WHERE id = ?1")
                .run(one.id.value, other.integer(0));
        } else {
            remove(edit, one.id);
        }
    }
}

void move_code(Edit& edit, model::CodeId from, model::CodeId into) {
    edit.database().prepare("UPDATE settlement SET code = ?2 WHERE code = ?1").run(from.value, into.value);
}

std::string_view to_word(model::Decision decision) {
    return kWords[static_cast<std::size_t>(decision)];
}

std::optional<model::Decision> decision_of(std::string_view word) {
    const auto* const found = std::find(kWords.begin(), kWords.end(), word);
    if (found == kWords.end()) return std::nullopt;
    return static_cast<model::Decision>(found - kWords.begin());
}

}  // namespace study::settlements
