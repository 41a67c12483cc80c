// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/tables.h"

#include <algorithm>

namespace study::merging {

namespace {

Column plain(const char* name) {
    return {name, Form::plain, -1, -1, false};
}

Column to(const char* name, int table) {
    return {name, Form::reference, table, -1, false};
}

Column text_of(const char* name) {
    return {name, Form::text, -1, -1, false};
}

Column key(Column column) {
    column.key = true;
    return column;
}

/// Columns that change together with the one at `unit`.
Column with(int unit, Column column) {
    column.unit = unit;
    return column;
}

std::vector<Table> described() {
    std::vector<Table> all(kTables);
    all[kSetting] = {"setting", {key(plain("name")), plain("value")}};
    all[kRole] = {"role", {plain("name"), plain("colour"), plain("place")}};
    all[kTriad] = {"triad", {plain("name")}};
    all[kCoder] = {"coder", {plain("name"), plain("supervisor")}};
    all[kAttribute] = {"attribute", {plain("name"), plain("type"), plain("place")}};
    all[kParticipant] = {"participant", {plain("name"), to("role", kRole), to("triad", kTriad)}};
    all[kAttributeValue] = {
        "attribute_value",
        {key(to("participant", kParticipant)), key(to("attribute", kAttribute)), plain("value")}};
    all[kSource] = {"source",
                    {plain("name"),
                     plain("kind"),
                     text_of("text"),
                     with(2, plain("origin")),
                     with(2, plain("encoding")),
                     plain("created"),
                     {"turns", Form::turns, kSpeaker, -1, false},
                     with(6, plain("anchors"))}};
    all[kSpeaker] = {"speaker", {key(to("source", kSource)), key(plain("label")), plain("kind")}};
    all[kSpeakerParticipant] = {"speaker_participant",
                                {key(to("speaker", kSpeaker)), key(to("participant", kParticipant))}};
    all[kSourceParticipant] = {"source_participant",
                               {key(to("source", kSource)), key(to("participant", kParticipant))}};
    all[kCode] = {
        "code",
        {to("parent", kCode), plain("place"), plain("name"), plain("colour"), plain("codable"),
         plain("exclusive"), plain("definition"), plain("when"), plain("when_not"), plain("example")}};
    all[kCoding] = {
        "coding",
        {to("source", kSource), to("code", kCode), plain("first"), with(2, plain("past")),
         with(2, text_of("text")), to("coder", kCoder), plain("layer"), plain("created"), plain("starred")}};
    all[kMark] = {
        "mark",
        {key(to("source", kSource)), key(to("coder", kCoder)), plain("mark"), with(2, plain("round"))}};
    all[kMemo] = {"memo",
                  {plain("about"),
                   {"target", Form::target, -1, -1, false},
                   plain("first"),
                   with(2, plain("past")),
                   to("coder", kCoder),
                   plain("author"),
                   plain("content"),
                   plain("created")}};
    all[kTextEdit] = {"text_edit",
                      {to("source", kSource), text_of("from_text"), text_of("to_text"), plain("edits")}};
    all[kSettlement] = {"settlement",
                        {to("source", kSource), to("code", kCode), plain("first"), with(2, plain("past")),
                         to("coder", kCoder), plain("decision"), to("accepted", kCoder), plain("codings"),
                         plain("reason"), plain("created")}};
    all[kSettlementCoding] = {
        "settlement_coding",
        {key(to("settlement", kSettlement)), key(to("coding", kCoding)), plain("result")}};
    all[kMergedRevision] = {
        "merged_revision",
        {plain("at"), {"coder", Form::identity, -1, -1, false}, plain("verb"), plain("place")}};
    for (auto& table : all) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            auto& column = table.columns[i];
            if (column.unit < 0) column.unit = static_cast<int>(i);
            table.has_key = table.has_key || column.key;
        }
    }
    return all;
}

}  // namespace

int Table::column(std::string_view wanted) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.name == wanted; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::vector<int> Table::unit(int column) const {
    std::vector<int> together;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].unit == columns[static_cast<std::size_t>(column)].unit) {
            together.push_back(static_cast<int>(i));
        }
    }
    return together;
}

const std::vector<Table>& tables() {
    static const std::vector<Table> kAll = described();
    return kAll;
}

std::optional<int> table_index(std::string_view name) {
    for (int i = 0; i < kTables; ++i) {
        if (tables()[static_cast<std::size_t>(i)].name == name) return i;
    }
    return std::nullopt;
}

std::optional<int> table_of_memo(std::string_view about) {
    if (about == "study") return std::nullopt;
    return table_index(about);
}

}  // namespace study::merging
