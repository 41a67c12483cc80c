// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/source.h"
#include "study/edit.h"
#include "study/verbs/import.h"

namespace study::verbs {

/// Gives a source the text, turns and anchors of a newer file: writes the edit list between the two texts,
/// moves codings and memos along with their passages, removes codings whose passage is gone. Labels keep what
/// was said of them; new ones are added as detected. Returns notes: what was removed, or that nothing
/// differs.
std::vector<std::string> replace_text(Edit& edit, model::Source& source, const SourceDraft& draft);

}  // namespace study::verbs
