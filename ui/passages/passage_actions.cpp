// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passages/passage_actions.h"

#include "base/translate.h"

namespace ui {

using base::msg;
using base::tr;

void add_passage_actions(Actions& actions, Context& context, PassageBox& box) {
    const auto nothing = [&box]() -> std::string {
        return box.selected().empty() ? tr("Select a passage in the passages pane first.") : "";
    };
    // Their keys (Enter, Ctrl+C, *) mean the same elsewhere, so the pane reads them itself.
    actions.add({"passage.show", msg("&Show the listed passage in its text"),
                 msg("Goes to the passage that is selected in the passages pane"), "",
                 [&box] { box.go(false); }, nothing});
    actions.add({"passage.copy", msg("&Copy the listed passages as quotations"),
                 msg("Copies what is selected in the passages pane, each with who says it"), "",
                 [&box] { box.copy(); }, nothing});
    actions.add({"passage.star", msg("S&tar the listed passages “for the paper”"),
                 msg("Marks what is selected in the passages pane as to be quoted, or takes the mark off"),
                 "", [&box] { box.star(); },
                 [&context, nothing]() -> std::string {
                     if (!context.study().writable()) return tr("This study was opened to read only.");
                     return nothing();
                 },
                 [&box] { return box.first_is_starred(); }});
}

std::vector<std::string> passage_menu() {
    return {"passage.show", "passage.copy", "passage.star"};
}

}  // namespace ui
