// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/button.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "analysis/crosstab.h"
#include "model/material.h"

namespace ui {

/// "Role = ouder": a condition on participants as people read it.
[[nodiscard]] std::string condition_text(const analysis::Where& where);

/// Asks by a menu for a role, a triad or the value of an attribute. Nothing where it was cancelled.
[[nodiscard]] std::optional<analysis::Where> ask_for_condition(wxWindow& parent,
                                                               const model::Material& material);

/// Adds a condition that is not among them.
void add_condition(std::vector<analysis::Where>& conditions, const analysis::Where& where);

/// Takes out those whose value nobody in the study has any more.
void drop_unknown(std::vector<analysis::Where>& conditions, const model::Material& material);

/// A button that shows a filter and takes it away. `remove` runs after its event, so that it may destroy the
/// button.
[[nodiscard]] wxButton* make_chip(wxWindow* parent, const std::string& text, std::function<void()> remove);

}  // namespace ui
