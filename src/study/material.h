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

/// Counts words within spans. Finds the words of a source when it is first asked for it, and keeps those of
/// one source at a time: ask source by source. The study must outlive it.
class WordCounter {
  public:
    explicit WordCounter(const Study& study) : study_(study) {}

    /// How many words begin within these ordered, disjoint spans.
    [[nodiscard]] std::int64_t count(model::SourceId source, const std::vector<text::Span>& spans);

  private:
    const Study& study_;
    model::SourceId source_;
    std::vector<text::Span> words_;
};

}  // namespace study
