// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "analysis/agreement/confusion.h"
#include "analysis/agreement/disputes.h"
#include "model/material.h"

namespace report {

/// How disputes are named: by `word` in files and JSON, the same in every language, by `text` for people.
[[nodiscard]] std::string kind_word(analysis::DisagreementKind kind);
[[nodiscard]] std::string kind_text(analysis::DisagreementKind kind);

/// open, later (put off), changed (decided before something was changed) or settled.
[[nodiscard]] std::string state_word(const analysis::Dispute& dispute);
/// What a word of kind or state in a list means, for people; the word itself where it is none.
[[nodiscard]] std::string text_of_word(const std::string& word);
/// The decision where there is one, as decision_text() says it.
[[nodiscard]] std::string state_text(const analysis::Dispute& dispute, const model::Material& material);

[[nodiscard]] std::string decision_text(const model::Settlement& settlement, const model::Material& material);

/// A coder's name, with a round "Bram:2"; settled for the settled layer.
[[nodiscard]] std::string observer_name(const model::Material& material, const analysis::Observer& observer);
[[nodiscard]] std::vector<std::string> observer_names(const model::Material& material,
                                                      const analysis::AgreementSpec& spec);

/// The cell of the matrix that a change is in, and who: "Steun × ouder (Monique), with Anna".
[[nodiscard]] std::string change_text(const analysis::CellChange& change, const model::Material& material,
                                      const analysis::AgreementSpec& spec);

/// "a; b": what one coder gave the dispute, each code once; "–" for nothing.
[[nodiscard]] std::string codes_text(const analysis::Dispute& dispute, std::size_t coder,
                                     const model::Material& material);

}  // namespace report
