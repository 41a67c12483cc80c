// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "analysis/agreement/coded_sources.h"
#include "analysis/agreement/confusion.h"
#include "analysis/numbered.h"

namespace analysis {

/// The part of the study that a row of the report is about.
struct Scope {
    std::optional<std::vector<bool>> people;  ///< only what these participants said; by place
    std::optional<Index> source;              ///< only this source
};

/// A coded source as far as it is in a scope, with the units that are compared in it.
struct ScopedSource {
    const CodedSource* coded = nullptr;
    bool whole = true;
    std::vector<text::Span> places;  ///< what is in the scope, where it is not the whole text
    text::Position length = 0;       ///< of what is in the scope
    std::vector<text::Span> units;   ///< of the source, for units of text that are not characters
};

/// What of a source is in the scope, ordered and disjoint; nothing where that is the whole text.
[[nodiscard]] std::optional<std::vector<text::Span>> places_of(const Numbered& numbered, Index source,
                                                               const Scope& scope);
/// The units of a source, ordered and disjoint; none where they are characters, sources or participants.
[[nodiscard]] std::vector<text::Span> units_of(const model::CountedSource& source, Unit unit,
                                               const TextUnits& units);

/// The sources with something in the scope, in their order. In a source with one participant all of the text
/// is theirs, as it is in other tables; in one with several each has their own turns.
[[nodiscard]] std::vector<ScopedSource> scoped_sources(const Numbered& numbered, const CodedSources& coded,
                                                       const Scope& scope, Unit unit, const TextUnits& units);

/// The text that the figures are about where only some participants count: their words in every source that
/// has any. Throws Error(not_found) for a condition that the material has not.
[[nodiscard]] std::vector<TextPlace> places_said(const model::Material& material,
                                                 const std::vector<Where>& where);

}  // namespace analysis
