// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/imported.h"
#include "model/participant.h"
#include "model/source.h"

/// What a file on its way into a study probably is. Proposals: people decide before anything is written.
namespace study {

/// Who was interviewed, as far as a file's name says; empty for what it does not.
struct NameProposal {
    std::string participant;
    std::string role;
    std::string triad;

    bool operator==(const NameProposal&) const = default;
};

/// Reads a file's name without extension: “T3_JIM” is the JIM of triad T3, “T1 moeder” a parent of T1,
/// “jongere 4” the youth of T4. Triads and roles that the study has go first, compared without case and
/// accents; then the usual Dutch and English words for youth, parents, mentors and professionals, which give
/// the study's role of that kind, or a usual one in `language` ("nl", else English).
[[nodiscard]] NameProposal propose_from_name(std::string_view stem, const std::vector<model::Role>& roles,
                                             const std::vector<model::Triad>& triads,
                                             std::string_view language);

/// What labels stood for in the sources that a study has.
class LabelHabits {
  public:
    LabelHabits() = default;
    explicit LabelHabits(const std::vector<model::Source>& sources);

    /// What a label stood for most often where that was said; unknown for a new one.
    [[nodiscard]] text::SpeakerKind usual(std::string_view label) const;

  private:
    std::map<std::string, std::map<text::SpeakerKind, int>> counts_;  ///< by folded label
};

/// One label of a file, and what it stands for.
struct LabelProposal {
    std::string label;
    text::SpeakerKind kind = text::SpeakerKind::unknown;
    std::string participant;  ///< for SpeakerKind::participant
    std::int64_t turns = 0;
};

/// Proposes for each label of a file what it stands for: as detected, else as in earlier sources; the one
/// label that is left is the participant's, and of two that are left the one that asks first is the
/// interviewer. Where the file's name says no single participant, a label that is itself a word for a person
/// (“Moeder”) becomes one of the triad.
[[nodiscard]] std::vector<LabelProposal> propose_labels(const model::Imported& content,
                                                        const NameProposal& about, const LabelHabits& habits);

}  // namespace study
