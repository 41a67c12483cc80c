// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/passages.h"

namespace study::merging {

namespace {

/// False where the passage is gone.
bool move_span(Record& record, int table, const std::string& from, const std::string& to,
               const Versions& versions) {
    const int first = column_of(table, "first"), past = column_of(table, "past");
    const Value& begin = record.values[static_cast<std::size_t>(first)];
    if (from == to || std::holds_alternative<std::monostate>(begin)) return true;
    const text::Span span{number_in(begin), number_in(record.values[static_cast<std::size_t>(past)])};
    const auto there = versions.moved(span, from, to);
    if (!there) return false;
    record.set(first, there->begin);
    record.set(past, there->end);
    return true;
}

/// False where the passage is gone.
bool move_coding(Record& coding, const std::string& to, const Versions& versions) {
    const std::string from = text_in(field(coding, kCoding, "text"));
    coding.lost = !move_span(coding, kCoding, from, to, versions);
    if (!coding.lost) coding.set(column_of(kCoding, "text"), to);
    return !coding.lost;
}

}  // namespace

std::int64_t Passages::move(const base::Guid& source, const std::string& from, const std::string& to,
                            const Versions& versions) {
    std::int64_t gone = 0;
    for (auto& coding : side_.of(kCoding)) {
        if (stands_on(coding.values[0], source) && !move_coding(coding, to, versions)) ++gone;
    }
    if (from == to) return gone;
    for (auto& memo : side_.of(kMemo)) {
        if (text_in(memo.values[0]) != "source" || !stands_on(memo.values[1], source)) continue;
        // A memo outlives its passage: it then stands on the source as a whole.
        if (!move_span(memo, kMemo, from, to, versions)) {
            memo.set(column_of(kMemo, "first"), {});
            memo.set(column_of(kMemo, "past"), {});
        }
    }
    for (auto& settlement : side_.of(kSettlement)) {
        if (stands_on(settlement.values[0], source)) move_span(settlement, kSettlement, from, to, versions);
    }
    return gone;
}

void Passages::move_deleted(const base::Guid& source, const std::string& to, const Versions& versions) {
    for (auto& coding : side_.deleted[kCoding]) {
        if (stands_on(coding.values[0], source)) move_coding(coding, to, versions);
    }
}

void Passages::leave_out(const base::Guid& source, std::set<base::Guid>& rows) {
    for (int table = kSource; table < kTables; ++table) {
        for (auto* records : {&side_.of(table), &side_.deleted[static_cast<std::size_t>(table)]}) {
            for (auto& record : *records) {
                if (!is_on(table, record, source, rows)) continue;
                record.left_out = true;
                rows.insert(record.guid);
            }
        }
    }
}

bool Passages::is_on(int table, const Record& record, const base::Guid& source,
                     const std::set<base::Guid>& rows) const {
    if (same_.standing(record.guid) == source) return true;
    const auto& columns = tables()[static_cast<std::size_t>(table)].columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool holds = columns[i].form == Form::target || columns[i].refers == kSource ||
                           columns[i].refers == kSpeaker || columns[i].refers == kCoding ||
                           columns[i].refers == kSettlement;
        const auto guid = holds ? guid_in(record.values[i]) : base::Guid{};
        if (!guid.is_nil() && (same_.standing(guid) == source || rows.contains(guid))) return true;
    }
    return false;
}

bool Passages::stands_on(const Value& value, const base::Guid& source) const {
    return same_.standing(guid_in(value)) == source;
}

}  // namespace study::merging
