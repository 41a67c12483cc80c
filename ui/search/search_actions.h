// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "ui/actions/action.h"
#include "ui/context/context.h"
#include "ui/transcript/coding_actions.h"

namespace ui {

class Finding;
class SearchPane;

/// The pane of the search.
struct SearchPaneAccess {
    std::function<SearchPane&()> shown;     ///< in front, made where it is not there
    std::function<SearchPane*()> if_there;  ///< or none
};

/// Adds searching in the text and in the study, going from hit to hit, coding and exporting hits.
void add_search_actions(Actions& actions, Context& context, const CurrentTranscript& current,
                        Finding& finding, const SearchPaneAccess& pane);

}  // namespace ui
