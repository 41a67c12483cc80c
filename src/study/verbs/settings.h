// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "study/edit.h"
#include "study/settings.h"

namespace study::verbs {

/// Changes a setting of the study (study/settings.h); an empty value removes it. Throws Error(bad_input) for
/// an empty name or language of the study, for a language that is not written as nl or en, and for a
/// quotation_template without {quote}.
void set_setting(Edit& edit, const std::string& name, const std::string& value);

}  // namespace study::verbs
