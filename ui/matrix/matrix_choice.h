// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/crosstab.h"
#include "model/material.h"
#include "report/matrix/table.h"

namespace ui {

class Context;

/// What the user wants to see of the matrix.
struct MatrixChoice {
    enum class View { table, bars, dots };

    analysis::CrosstabSpec spec;
    /// False: those of report::default_whose(), so that settling the first coding shows.
    bool whose_chosen = false;
    report::Layout layout = report::Layout::working;
    View view = View::table;
    std::set<std::string> folded;  ///< GUIDs of dimensions whose codes are not shown
};

/// The choice without what is no longer in the study, and with the default coder where none was chosen.
[[nodiscard]] MatrixChoice fitting(MatrixChoice choice, const model::Material& material);

/// The values of an attribute, of "role" or of "triad", in their order, each once.
[[nodiscard]] std::vector<std::string> values_of(const model::Material& material,
                                                 const std::string& attribute);
/// The attributes by which participants can be chosen: role, triad and the study's own.
[[nodiscard]] std::vector<std::string> filter_attributes(const model::Material& material);

/// As it is kept in the settings, and back. Holds identities and digests, no words of the study. What cannot
/// be read counts as not chosen.
[[nodiscard]] std::string kept_choice(const MatrixChoice& choice, const model::Material& material);
[[nodiscard]] MatrixChoice choice_of(const std::string& kept, const model::Material& material);

/// The choice that this user made last for the study, and keeping it.
[[nodiscard]] MatrixChoice remembered_choice(Context& context);
void remember_choice(Context& context, const MatrixChoice& choice);

}  // namespace ui
