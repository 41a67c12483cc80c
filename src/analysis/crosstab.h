// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/attribution.h"
#include "analysis/axis.h"
#include "model/material.h"
#include "text/span.h"

namespace analysis {

enum class Count { participants, codings, sources, triads, words, characters };
enum class Percent { none, n, column, row };

/// Whose codings count.
struct Whose {
    enum class Kind {
        settled,  ///< the settled layer
        one,      ///< one coder's
        any,      ///< what at least one coder found
        all,      ///< what each coder who marked the source as coded found for that participant
    };
    Kind kind = Kind::any;
    model::CoderId coder;
};

/// Participants whose attribute has that value; "role" and "triad" are attributes here too.
struct Where {
    std::string attribute;
    std::string value;
};

struct CrosstabSpec {
    Axis rows{Axis::Kind::codes, {}, {}};
    Axis columns{Axis::Kind::role, {}, {}};
    Count count = Count::participants;
    Percent percent = Percent::none;
    Whose whose;
    Attribution attribution = Attribution::most;
    std::vector<Where> where;
    std::vector<model::CodeId> codes;  ///< only these and what stands below them; empty: all
};

/// One number and the counts by which its zeros are told apart.
struct CrossCell {
    std::int64_t value = 0;
    std::int64_t of = 0;            ///< participants in the column (or row) that could have the code
    std::int64_t coded = 0;         ///< of them coded
    std::int64_t uncoded = 0;       ///< interviewed but not coded yet
    std::int64_t absent = 0;        ///< without interview
    std::optional<double> percent;  ///< where asked for and its base is not 0
    std::vector<model::ParticipantId> participants;  ///< with the code, in the material's order
    std::vector<model::CodingId> codings;            ///< behind the number, in the order of the sources
};

/// A participant without, or with more than one, code of an exclusive dimension.
struct ExclusivityWarning {
    model::CodeId dimension;
    model::ParticipantId participant;
    std::vector<model::CodeId> codes;  ///< none, or two and more
};

struct Crosstab {
    CrosstabSpec spec;
    std::vector<AxisItem> rows, columns;
    std::vector<std::vector<CrossCell>> cells;  ///< [row][column]
    /// For rows by codes: the same for each dimension (participants with any code below it, not the sum).
    std::vector<AxisItem> dimensions;
    std::vector<std::vector<CrossCell>> dimension_cells;
    /// Codings that belong to no participant: counted here, never dropped.
    std::int64_t unattributed = 0;
    std::vector<model::CodingId> unattributed_codings;
    std::vector<ExclusivityWarning> warnings;
};

/// How many words a source has in these ordered, disjoint spans.
using WordsIn = std::function<std::int64_t(model::SourceId, const std::vector<text::Span>&)>;

/// The table that docs/counting.md describes. Pure; costs grow with the
/// codings, not with the texts. `words_in` is called only for Count::words.
[[nodiscard]] Crosstab crosstab(const model::Material& material, const CrosstabSpec& spec,
                                const WordsIn& words_in = {});

}  // namespace analysis
