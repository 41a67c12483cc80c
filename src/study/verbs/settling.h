// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/settlement.h"
#include "study/edit.h"

namespace study::verbs {

/// A passage that is to stand in the settled layer.
struct SettledCoding {
    model::CodeId code;
    std::optional<text::Span> span;  ///< absent: the source as a whole
};

/// A decision about codings of one source.
struct Settling {
    model::SourceId source;
    model::Decision decision = model::Decision::later;
    model::CoderId accepted;  ///< whose codings, for Decision::accept
    std::string reason;
    model::CoderId coder;                  ///< who decides
    std::vector<model::CodingId> settles;  ///< the originals, which stay as they are
    std::vector<SettledCoding> outcomes;   ///< what becomes of them
};

/// Decides. The settled layer gets the outcomes on the text as it is now; what stands there of the codes in
/// question on the same words, and did not come of another decision, makes place for them. A coding that is
/// there already stays, with its memo. An older decision about any of the originals is replaced. `later`
/// leaves the settled layer as it is. Throws Error(not_found) where an original is gone, Error(bad_input) for
/// none, for originals of another source, and for a span outside the text; Error(conflict) for a heading.
model::SettlementId settle(Edit& edit, const Settling& settling);

/// The same for what a rule settles, told in the history as one thing.
void settle_all(Edit& edit, const std::vector<Settling>& settlings);

/// Takes a decision back: what came of it leaves the settled layer, the originals are in dispute again.
/// Throws Error(not_found) where it is gone.
void reopen(Edit& edit, model::SettlementId settlement);

}  // namespace study::verbs
