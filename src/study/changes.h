// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "db/changeset.h"

namespace study {

/// The recorded tables of schema.sql, in its order. A view asks by kind whether a change concerns it.
enum class Kind {
    setting,
    role,
    triad,
    participant,
    attribute,
    attribute_value,
    source,
    speaker,
    speaker_participant,
    source_participant,
    code,
    coder,
    coding,
    mark,
    memo,
    text_edit,
    settlement,
    settlement_coding,
    known_change,
    merged_revision,
};
inline constexpr std::array kRecordedTables{
    "setting",
    "role",
    "triad",
    "participant",
    "attribute",
    "attribute_value",
    "source",
    "speaker",
    "speaker_participant",
    "source_participant",
    "code",
    "coder",
    "coding",
    "mark",
    "memo",
    "text_edit",
    "settlement",
    "settlement_coding",
    "known_change",
    "merged_revision",
};

/// Which rows a revision added, changed or removed, as told to whoever shows them.
class Changes {
  public:
    Changes() = default;
    /// Of the revision `number`; tables that this version does not know are passed over.
    Changes(std::int64_t number, const std::vector<db::RowChange>& rows);

    /// The newest revision that is told of.
    [[nodiscard]] std::int64_t revision() const { return revision_; }
    /// The rows of that kind, ordered, each once.
    [[nodiscard]] const std::vector<std::int64_t>& ids(Kind kind) const;
    [[nodiscard]] bool touch(Kind kind) const { return !ids(kind).empty(); }
    [[nodiscard]] bool empty() const;

    /// Takes in what a later revision changed.
    void add(const Changes& later);

  private:
    std::int64_t revision_ = 0;
    std::array<std::vector<std::int64_t>, kRecordedTables.size()> ids_;
};

}  // namespace study
