// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "model/material.h"
#include "study/changes.h"
#include "study/study.h"
#include "text/span.h"

namespace study {

/// Everything that tables are computed from, as of one revision. Texts are not loaded.
[[nodiscard]] model::Material load_material(const Study& study);

/// Brings the material up to changes that were told after it was loaded; loads again only what they touch.
void refresh(model::Material& material, const Study& study, const Changes& changes);

/// How many words a source has within these ordered, disjoint spans. Loads the text and finds its words.
[[nodiscard]] std::int64_t words_in(const Study& study, model::SourceId source,
                                    const std::vector<text::Span>& spans);

}  // namespace study
