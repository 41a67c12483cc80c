// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "analysis/agreement/agreement.h"
#include "analysis/agreement/confusion.h"
#include "analysis/agreement/disputes.h"
#include "analysis/agreement/trend.h"
#include "analysis/stability.h"
#include "base/progress.h"
#include "model/material.h"
#include "report/agreement/named.h"

namespace ui {

/// What the user chose to compare.
struct AgreementChoice {
    std::vector<analysis::Observer> coders;  ///< two; fewer: there are none to compare
    analysis::Unit unit = analysis::Unit::character;
    analysis::UnitRule rule = analysis::UnitRule::any;
    bool trim = false;
    model::CodeId code;                  ///< only this one and what stands below it; nobody: all
    std::vector<analysis::Where> where;  ///< only what these participants said; empty: everybody
    std::vector<analysis::Coefficient> coefficients{analysis::Coefficient::krippendorff_alpha_nominal,
                                                    analysis::Coefficient::f1,
                                                    analysis::Coefficient::percent_agreement};

    [[nodiscard]] analysis::AgreementSpec spec() const;
};

/// Everything that the tab shows, of one state of the study.
struct AgreementFindings {
    std::shared_ptr<const model::Material> material;
    analysis::AgreementSpec spec;
    analysis::AgreementReport persons, codes, roles;  ///< persons: the unit is the participant
    report::NamedAgreement named;                     ///< of codes
    analysis::Disputes disputes;
    std::vector<analysis::Confusion> confusions;
    analysis::Stability stability;
    std::vector<analysis::TrendStep> trend;   ///< as sources were finished; one step: there is none
    std::vector<analysis::TextPlace> places;  ///< that the figures are about; empty: all text
};

/// The coders who marked sources as coded, the first two; fewer where there are not two.
[[nodiscard]] std::vector<analysis::Observer> usual_coders(const model::Material& material);

/// The last round that a coder has finished on any source, where that is not the first; else 0.
[[nodiscard]] model::Layer last_round(const model::Material& material, model::CoderId coder);

/// Computes all of it: for a thread of its own. Reads texts from the study file where the choice needs
/// words or sentences. Throws what agreement() throws, and Error(cancelled).
[[nodiscard]] AgreementFindings find_agreement(std::shared_ptr<const model::Material> material,
                                               const AgreementChoice& choice,
                                               const std::filesystem::path& study,
                                               const base::Progress& progress);

}  // namespace ui
