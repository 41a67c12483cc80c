// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/menu_plan.h"

#include <algorithm>

#include "base/translate.h"

namespace ui {

namespace {

using base::msg;

bool is_rule(const std::string& item) {
    return item == "-";
}

/// Without what is not there, and without rules that then part nothing.
std::vector<std::string> present(const Actions& actions, const std::vector<std::string>& items) {
    std::vector<std::string> kept;
    for (const auto& item : items) {
        const bool sign = item == "<" || item[0] == '>';
        if (!sign && !is_rule(item) && !actions.has(item)) continue;
        if (item == "<") {
            while (!kept.empty() && is_rule(kept.back())) kept.pop_back();
            if (!kept.empty() && kept.back()[0] == '>') {
                kept.pop_back();  // Nothing is in it.
                continue;
            }
        }
        if (is_rule(item) && (kept.empty() || is_rule(kept.back()) || kept.back()[0] == '>')) continue;
        kept.push_back(item);
    }
    while (!kept.empty() && is_rule(kept.back())) kept.pop_back();
    return kept;
}

}  // namespace

std::vector<MenuPlan> menu_plan(const Actions& actions) {
    const std::string shown = std::string(">") + msg("&Codings shown");
    const std::string numbers = std::string(">") + msg("Code by &number");
    const std::string language = std::string(">") + msg("&Language");
    const std::string more_imports = std::string(">") + msg("I&mport more");
    const std::string exports = std::string(">") + msg("&Export");
    const std::string chosen_source = std::string(">") + msg("Chosen so&urce");
    const std::string speakers = std::string(">") + msg("Who speaks &here");
    const std::string memos = std::string(">") + msg("Write a &memo");
    const std::string tabs = std::string(">") + msg("Ne&xt and previous tab");
    const std::string listed = std::string(">") + msg("&Listed passages");
    const std::string stretch = std::string(">") + msg("Move the &ends");
    const std::string rounds = std::string(">") + msg("Further ro&unds");
    const std::string codebook = std::string(">") + msg("Code&book");
    std::vector<MenuPlan> plans{
        {msg("&Study"),
         {"study.new",
          "study.open",
          "study.sample",
          "-",
          "import.files",
          more_imports,
          "import.participants",
          "import.codebook",
          "import.codings",
          "<",
          exports,
          "export.matrix",
          "export.chart",
          "export.quotations",
          "export.hits",
          "export.codings",
          "export.codebook",
          "export.participants",
          "export.log",
          "agreement.audit",
          "agreement.export",
          "agreement.plot",
          "agreement.export_disagreements",
          "agreement.export_stability",
          "export.archive",
          "export.study",
          "<",
          "-",
          chosen_source,
          "source.open",
          "source.triad",
          "source.participant",
          "source.rename",
          "source.to_do",
          "source.coding",
          "source.coded",
          "source.again",
          "source.remove",
          "<",
          "-",
          "study.package",
          "study.merge",
          "-",
          "study.settings",
          "study.check",
          "-",
          "study.close",
          "study.quit"}},
        {msg("&Edit"),
         {"edit.undo",
          "edit.redo",
          "-",
          "edit.copy",
          "edit.copy_quotation",
          "matrix.copy",
          "-",
          "search.text",
          "search.study",
          "search.next",
          "search.previous",
          "search.code",
          "search.words",
          "search.memory",
          "-",
          "select.word",
          "select.sentence",
          "select.turn",
          "-",
          speakers,
          "speaker.turn",
          "speaker.label",
          "speaker.split",
          "speaker.join",
          "<",
          memos,
          "memo.add",
          "memo.source",
          "memo.participant",
          "memo.code",
          "memo.study",
          "<"}},
        {msg("&Code"),
         {"coding.quick",
          "coding.chosen",
          "coding.repeat",
          "coding.in_vivo",
          "coding.whole",
          numbers,
          "coding.number1",
          "coding.number2",
          "coding.number3",
          "coding.number4",
          "coding.number5",
          "coding.number6",
          "coding.number7",
          "coding.number8",
          "coding.number9",
          "<",
          "-",
          "coding.recode",
          "coding.remove",
          "coding.star",
          listed,
          "passage.show",
          "passage.copy",
          "passage.star",
          "<",
          stretch,
          "coding.end_forward",
          "coding.end_back",
          "coding.begin_back",
          "coding.begin_forward",
          "<",
          "-",
          "mark.to_do",
          "mark.coding",
          "mark.coded",
          rounds,
          "mark.again",
          "mark.back",
          "<",
          "-",
          codebook,
          "code.new",
          "code.new_dimension",
          "-",
          "code.edit",
          "code.rename",
          "code.colour",
          "-",
          "code.up",
          "code.down",
          "code.in",
          "code.out",
          "-",
          "code.merge",
          "code.delete",
          "<"}},
        {msg("&Go"),
         {"go.next_coding",
          "go.previous_coding",
          "go.next_same",
          "go.previous_same",
          "go.uncoded",
          "-",
          "go.next_source",
          "go.previous_source",
          "go.triad",
          "-",
          "go.transcript",
          "go.sources",
          "go.codebook",
          "go.filter_codes",
          "go.passages",
          "-",
          "page.matrix",
          "page.agreement",
          "page.settling",
          "page.memos",
          "page.history",
          "-",
          tabs,
          "page.next",
          "page.previous",
          "page.close",
          "<"}},
        {msg("&View"),
         {shown,
          "shown.mine",
          "shown.settled",
          "shown.all",
          "shown.one",
          "<",
          "coder.choose",
          "view.blind",
          "coder.supervisor",
          "-",
          "view.sources",
          "source.list",
          "view.codebook",
          "view.passages",
          "view.memos",
          "view.search",
          "view.toolbar",
          "-",
          "view.larger",
          "view.smaller",
          "view.usual_size",
          "view.spacing",
          "-",
          language,
          "language.en",
          "language.nl",
          "<"}},
        {msg("&Help"), {"help.manual", "help.first_steps", "help.keys", "help.palette", "-", "help.about"}}};
    for (auto& plan : plans) plan.items = present(actions, plan.items);
    std::erase_if(plans, [](const MenuPlan& plan) { return plan.items.empty(); });
    return plans;
}

std::vector<std::string> transcript_menu(const Actions& actions) {
    return present(actions, {"coding.quick",
                             "coding.chosen",
                             "coding.repeat",
                             "coding.in_vivo",
                             "-",
                             "coding.recode",
                             "coding.star",
                             "memo.add",
                             "coding.remove",
                             "-",
                             "speaker.turn",
                             "speaker.label",
                             "speaker.split",
                             "speaker.join",
                             "-",
                             "edit.copy",
                             "edit.copy_quotation",
                             "-",
                             "go.triad",
                             "coding.whole"});
}

std::vector<std::string> toolbar_plan(const Actions& actions) {
    return present(actions,
                   {"import.files", "-", "edit.undo", "edit.redo", "-", "coding.quick", "coding.repeat",
                    "coding.star", "memo.add", "-", "go.triad", "go.uncoded", "-", "search.study",
                    "page.matrix", "page.agreement", "page.history", "-", "help.palette"});
}

}  // namespace ui
