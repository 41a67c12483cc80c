// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/material.h"

/// Blind coding: what somebody else did on a source is not shown before both have marked that source as
/// coded, so that two codings of it are two judgements. A coder's own earlier rounds are hidden likewise
/// while she codes the source once more.
namespace analysis {

/// Who looks at a study.
struct Viewer {
    model::CoderId coder;   ///< nobody: who has not said who she is
    bool sees_all = false;  ///< the study is not coded blind, or she is a supervisor
};

/// Whether the viewer has marked the source as coded in the round in which she is. Nobody has.
[[nodiscard]] bool has_finished(const Viewer& viewer, const model::Marks& marks);

/// Whether the viewer may see what was coded on a source with these marks by `coder` in `layer`: the own work
/// of the present round; and once she has finished, the settled layer, own earlier rounds, and each round
/// that another coder has finished.
[[nodiscard]] bool sees(const Viewer& viewer, model::CoderId coder, model::Layer layer,
                        const model::Marks& marks);

/// Whether the viewer may see what else a coder did on a source with these marks, remarks and steps of the
/// history: the own; of another coder once both have finished it.
[[nodiscard]] bool sees_work(const Viewer& viewer, model::CoderId coder, const model::Marks& marks);

/// The material as the viewer may see it: without codings, marks and settlements that sees() hides.
[[nodiscard]] model::Material blinded(model::Material material, const Viewer& viewer);

}  // namespace analysis
