// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "analysis/agreement/agreement.h"
#include "analysis/numbering.h"
#include "model/material.h"

namespace analysis {

/// Whether an observer has finished a source with these marks.
[[nodiscard]] bool has_coded(const Observer& observer, const model::Marks& marks);

/// Whose coding of an observed material it is: the place in spec.coders, or kNowhere.
[[nodiscard]] Index observer_of(const AgreementSpec& spec, const model::CountedCoding& coding);

/// The material with the codings that the coders of a spec are compared by: where a round is named, that of
/// its coder, whether or not it stands. The material must outlive it.
class Observed {
  public:
    Observed(const model::Material& material, const AgreementSpec& spec);
    // It may point to its own copy.
    Observed(const Observed&) = delete;
    Observed& operator=(const Observed&) = delete;

    [[nodiscard]] const model::Material& material() const { return copy_ ? *copy_ : given_; }

  private:
    const model::Material& given_;
    std::optional<model::Material> copy_;  ///< only where a round is named
};

}  // namespace analysis
