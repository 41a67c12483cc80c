// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/window.h>

#include <optional>
#include <vector>

#include "model/codebook.h"

namespace ui {

/// Asks for some codes of the codebook; a code stands for all below it. Nothing where it was cancelled, none
/// for all codes.
[[nodiscard]] std::optional<std::vector<model::CodeId>> ask_for_codes(
    wxWindow* parent, const model::Codebook& codebook, const std::vector<model::CodeId>& chosen);

}  // namespace ui
