// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "model/ids.h"
#include "model/material.h"
#include "study/study.h"

namespace study {

/// When what the codebook says of a code was changed last.
struct DefinitionChange {
    std::int64_t revision = 0;
    std::int64_t at = 0;  ///< seconds since 1970
};

/// The codes whose definition, "when" or "when not" was changed after they were made, with the last such
/// change, as the history tells it. What Forget has cleared, and changes that came to nothing, are not among
/// them.
[[nodiscard]] std::map<model::CodeId, DefinitionChange> definition_changes(const Study& study);

/// Codings of the material, of whatever round, that were made before that: under an older definition.
struct OlderCodings {
    model::CodeId code;
    model::CoderId coder;  ///< nobody: the settled layer
    std::int64_t older = 0, all = 0;
};
[[nodiscard]] std::vector<OlderCodings> older_codings(const Study& study, const model::Material& material);

/// How many times each source's text was replaced after codings could stand on it.
[[nodiscard]] std::map<model::SourceId, std::int64_t> text_changes(const Study& study);

}  // namespace study
