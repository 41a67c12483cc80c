// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codebook/code_actions.h"

#include "base/translate.h"
#include "ui/codebook/codebook_pane.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

std::string read_only(const Context& context) {
    return context.study().writable() ? "" : tr("This study was opened to read only.");
}

std::string no_code(const Context& context) {
    if (auto reason = read_only(context); !reason.empty()) return reason;
    const bool there = context.chosen_code() && context.codebook().find(context.chosen_code()) != nullptr;
    return there ? "" : tr("Choose a code in the codebook first.");
}

}  // namespace

void add_code_actions(Actions& actions, Context& context, CodebookPane& pane,
                      const std::function<void()>& show) {
    const auto writable = [&context] { return read_only(context); };
    const auto chosen = [&context] { return no_code(context); };
    const auto in_pane = [&pane, show](void (CodebookPane::*task)()) {
        return [&pane, show, task] {
            show();
            (pane.*task)();
        };
    };
    actions.add({"code.new", msg("&New code…"),
                 msg("Makes a code below the chosen dimension, or beside the chosen code"), "Ctrl+K",
                 in_pane(&CodebookPane::add_code), writable});
    actions.add({"code.new_dimension", msg("New &dimension…"),
                 msg("Makes a dimension: a heading below which codes stand"), "Ctrl+Shift+K",
                 in_pane(&CodebookPane::add_dimension), writable});
    actions.add({"code.edit", msg("&Edit the code…"),
                 msg("Shows name, definition, rules and example of the chosen code, to be changed"), "F4",
                 in_pane(&CodebookPane::edit_code), chosen});
    actions.add({"code.rename", msg("&Rename the code"), msg("Types another name for the chosen code"), "F2",
                 in_pane(&CodebookPane::rename_code), chosen});
    actions.add({"code.colour", msg("&Colour of the code…"), msg("Gives the chosen code another colour"), "",
                 in_pane(&CodebookPane::edit_colour), chosen});
    actions.add({"code.merge", msg("&Merge the code into…"),
                 msg("Puts another code in the place of the chosen one, on all its passages"), "",
                 in_pane(&CodebookPane::merge_code), chosen});
    actions.add(
        {"code.delete", msg("Dele&te the code…"),
         msg("Removes the chosen code, what stands below it and their codings; says first what that is"), "",
         in_pane(&CodebookPane::delete_code), chosen});
    struct Move {
        const char* id;
        const char* label;
        const char* help;
        const char* key;
        CodebookPane::Way way;
    };
    using Way = CodebookPane::Way;
    const Move moves[]{
        {"code.up", msg("Move the code &up"), msg("Puts the chosen code before the one above it"), "Alt+Up",
         Way::up},
        {"code.down", msg("Move the code do&wn"), msg("Puts the chosen code behind the one below it"),
         "Alt+Down", Way::down},
        {"code.in", msg("Move the code &in"), msg("Puts the chosen code below the one above it"),
         "Alt+Shift+Down", Way::in},
        {"code.out", msg("Move the code &out"), msg("Puts the chosen code beside the one it stands below"),
         "Alt+Shift+Up", Way::out},
    };
    for (const auto& move : moves) {
        actions.add({move.id, move.label, move.help, move.key,
                     [&pane, way = move.way] { pane.move_code(way); },
                     [&context, &pane, way = move.way] {
                         const auto reason = read_only(context);
                         return reason.empty() ? pane.why_not_move(way) : reason;
                     }});
    }
    actions.add({"go.filter_codes", msg("&Find a code in the codebook"),
                 msg("Moves the focus into the filter above the codebook"), "Ctrl+Shift+B", [&pane, show] {
                     show();
                     pane.focus_filter();
                 }});
}

std::vector<std::string> codebook_menu(const Actions& actions) {
    std::vector<std::string> items;
    for (const auto* id : {"coding.chosen", "-", "code.new", "code.new_dimension", "-", "code.edit",
                           "code.rename", "code.colour", "-", "code.merge", "code.delete"}) {
        if (std::string(id) == "-" || actions.has(id)) items.emplace_back(id);
    }
    return items;
}

}  // namespace ui
