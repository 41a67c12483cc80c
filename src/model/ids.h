// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace model {

/// The number of one row in one study file. Never reused; 0 is nobody. Numbers of different kinds do not
/// mix. Across copies a thing is known by its base::Guid.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

using SourceId = Id<struct SourceTag>;
using TextId = Id<struct TextTag>;
using SpeakerId = Id<struct SpeakerTag>;
using ParticipantId = Id<struct ParticipantTag>;
using RoleId = Id<struct RoleTag>;
using TriadId = Id<struct TriadTag>;
using AttributeId = Id<struct AttributeTag>;
using CodeId = Id<struct CodeTag>;
using CodingId = Id<struct CodingTag>;
using CoderId = Id<struct CoderTag>;
using MemoId = Id<struct MemoTag>;
using SettlementId = Id<struct SettlementTag>;

}  // namespace model

template <class Tag>
struct std::hash<model::Id<Tag>> {
    std::size_t operator()(const model::Id<Tag>& id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
