// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/context.h"

class wxWindow;

namespace ui {

/// Asks for the name of the study, the language of its interviews and how a quotation is copied, and makes
/// one change of it.
void edit_study_settings(wxWindow* parent, Context& context);

}  // namespace ui
