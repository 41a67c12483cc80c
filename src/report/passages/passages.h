// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "analysis/crosstab.h"
#include "model/material.h"
#include "report/passages/passage.h"
#include "study/study.h"
#include "text/text.h"

namespace report {

/// Which codings a list or an export holds.
struct CodingFilter {
    std::vector<model::CodeId> codes;      ///< these and what stands below them; empty: all
    std::vector<analysis::Where> where;    ///< of participants with these values; empty: all
    std::optional<analysis::Whose> whose;  ///< nothing: of everybody, and the settled layer
    analysis::Attribution attribution = analysis::Attribution::most;
};

/// The codings that pass, source by source, and within a source in the order of the text (codings of the
/// whole source first). With `where`, codings that belong to no participant are left out.
[[nodiscard]] std::vector<model::CodingId> selected_codings(const model::Material& material,
                                                            const CodingFilter& filter);

/// Gives the coded passages of a study with their words. Texts are loaded when the first passage of their
/// source is asked for, and kept. Study and material must outlive it.
class Passages {
  public:
    Passages(const study::Study& study, const model::Material& material,
             analysis::Attribution attribution = analysis::Attribution::most);

    /// The passage of a coding, which must be in the material.
    [[nodiscard]] Passage of(model::CodingId coding);
    /// The participants whose words it is, in the material's order.
    [[nodiscard]] std::vector<model::ParticipantId> participants_of(model::CodingId coding) const;
    [[nodiscard]] const model::CountedSource& source_of(model::CodingId coding) const;

  private:
    struct Place {
        const model::CountedSource* source = nullptr;
        const model::CountedCoding* coding = nullptr;
    };
    struct Loaded {
        text::Text text;
        std::unordered_map<model::CodingId, std::int64_t> created;
    };
    [[nodiscard]] const Place& place_of(model::CodingId coding) const;
    const Loaded& loaded(model::SourceId source);

    const study::Study& study_;
    const model::Material& material_;
    analysis::Attribution attribution_;
    std::unordered_map<model::CodingId, Place> places_;
    std::map<model::SourceId, Loaded> loaded_;
};

/// The number of the turn, from 1, in which a passage begins, or else of the first that it meets; 0: none.
[[nodiscard]] std::int64_t turn_number(const std::vector<model::Turn>& turns, const text::Span& span);

}  // namespace report
