// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "analysis/agreement/agreement.h"
#include "study/study.h"

namespace report {

/// Finds words and sentences for analysis::agreement, which has no texts. The study must outlive it.
class AgreementTexts {
  public:
    explicit AgreementTexts(const study::Study& study) : study_(study) {}

    /// The words or the sentences of a source. Reads the text anew each time.
    [[nodiscard]] std::vector<text::Span> units(model::SourceId source, analysis::Unit unit) const;

  private:
    const study::Study& study_;
};

}  // namespace report
