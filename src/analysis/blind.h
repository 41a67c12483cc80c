// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "model/material.h"

/// Blind coding: what others did on a source, and what was settled there, is not shown to a coder who has not
/// marked that source as coded, so that two codings of it are two judgements.
namespace analysis {

/// Whether a coder may see what others did on a source with these marks. Nobody may not.
[[nodiscard]] bool sees_others(const std::map<model::CoderId, model::Mark>& marks, model::CoderId viewer);

/// Whether a coding by `coder` in `layer` on a source with these marks may be shown to the viewer.
[[nodiscard]] bool sees_coding(model::CoderId coder, model::Layer layer,
                               const std::map<model::CoderId, model::Mark>& marks, model::CoderId viewer);

/// The material as the viewer may see it: in every source where sees_others() says no, only the viewer's own
/// codings and own mark are left.
[[nodiscard]] model::Material blinded(model::Material material, model::CoderId viewer);

}  // namespace analysis
