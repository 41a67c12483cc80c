// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ui/actions/action.h"
#include "ui/context/context.h"

namespace ui {

class CodebookPane;

/// Adds what can be done to the codebook. `show` brings the pane into sight.
void add_code_actions(Actions& actions, Context& context, CodebookPane& pane,
                      const std::function<void()>& show);

/// The menu of a right click in the codebook.
[[nodiscard]] std::vector<std::string> codebook_menu(const Actions& actions);

}  // namespace ui
