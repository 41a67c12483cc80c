// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/source_actions.h"

#include <wx/msgdlg.h>

#include <set>

#include "base/strings.h"
#include "base/translate.h"
#include "study/memos.h"
#include "study/verbs/marking.h"
#include "study/verbs/people.h"
#include "ui/frame/view_actions.h"
#include "ui/kit/words.h"
#include "ui/sources/participant_dialog.h"
#include "ui/sources/sources_pane.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::say_n;
using base::tr;

std::string name_of(const Context& context, model::SourceId source) {
    for (const auto& one : context.material().sources) {
        if (one.id == source) return one.name;
    }
    return {};
}

/// What goes with the sources: "42 codings of 2 coders and 3 memos go with it."
std::string what_goes(const Context& context, const std::vector<model::SourceId>& sources) {
    const std::set<model::SourceId> wanted(sources.begin(), sources.end());
    std::set<std::int64_t> codings;
    std::set<model::CoderId> coders;
    for (const auto& source : context.material().sources) {
        if (!wanted.contains(source.id)) continue;
        model::each_coding(source, [&](const model::CountedCoding& coding) {
            codings.insert(coding.id.value);
            if (coding.coder) coders.insert(coding.coder);
        });
    }
    std::size_t memos = 0;
    for (const auto& memo : study::memos::all(context.study())) {
        memos += (memo.about == model::Memo::About::source && wanted.contains({memo.target})) ||
                 (memo.about == model::Memo::About::coding && codings.contains(memo.target));
    }
    std::vector<std::string> sentences;
    if (!codings.empty()) {
        sentences.push_back(coders.size() < 2
                                ? say_n("{} coding goes with it.", "{} codings go with it.", codings.size())
                                : say_n("{} coding goes with it.", "{} codings of {} coders go with it.",
                                        codings.size(), coders.size()));
    }
    if (memos > 0) sentences.push_back(say_n("{} memo goes with it.", "{} memos go with it.", memos));
    if (sentences.empty()) sentences.emplace_back(tr("There are no codings and no memos on it."));
    sentences.emplace_back(tr("You can take this back with Undo."));
    return base::join(sentences, "\n");
}

void remove(Context& context, SourcesPane& pane) {
    const auto sources = pane.chosen();
    const std::string question =
        sources.size() == 1
            ? say("Remove “{}” from the study?", name_of(context, sources.front()))
            : say_n("Remove {} source from the study?", "Remove {} sources from the study?", sources.size());
    wxMessageDialog dialog(wxGetTopLevelParent(&pane), wx(question), wx(tr("Remove sources")),
                           wxOK | wxCANCEL | wxCANCEL_DEFAULT | wxICON_WARNING);
    dialog.SetExtendedMessage(wx(what_goes(context, sources)));
    dialog.SetOKLabel(wx(tr("&Remove")));
    if (dialog.ShowModal() != wxID_OK) return;
    context.change("remove_source", {}, [&](study::Edit& edit) {
        for (const auto source : sources) study::verbs::remove_source(edit, source);
    });
}

/// The mark that all chosen sources have, or none.
std::optional<model::Mark> mark_of(const Context& context, const SourcesPane& pane) {
    const auto coder = context.coder();
    std::optional<model::Mark> common;
    const auto chosen = pane.chosen();
    for (const auto& source : context.material().sources) {
        if (!coder || std::find(chosen.begin(), chosen.end(), source.id) == chosen.end()) continue;
        const auto mine = source.marks.find(coder->id);
        const auto mark = mine == source.marks.end() ? model::Mark::to_do : mine->second.mark;
        if (common && *common != mark) return {};
        common = mark;
    }
    return common;
}

using Reason = std::function<std::string()>;

void add_marks(Actions& actions, Context& context, SourcesPane& pane, const Reason& cannot_write) {
    const auto mark = [&](const char* id, const char* label, const char* help, model::Mark to) {
        actions.add({id, label, help, "",
                     [&context, &pane, to] {
                         context.change("mark", {}, [&](study::Edit& edit) {
                             for (const auto source : pane.chosen())
                                 study::verbs::mark(edit, source, context.hand(), to);
                         });
                     },
                     [&context, cannot_write]() -> std::string {
                         if (auto reason = cannot_write(); !reason.empty()) return reason;
                         return context.coder() ? "" : tr("Choose first who codes, in the status bar below.");
                     },
                     [&context, &pane, to] { return mark_of(context, pane) == to; }});
    };
    mark("source.to_do", msg("To &do"), msg("Says that you have not begun with the chosen sources"),
         model::Mark::to_do);
    mark("source.coding", msg("Being &coded"), msg("Says that you are coding the chosen sources"),
         model::Mark::coding);
    mark("source.coded", msg("Cod&ed"),
         msg("Says that you have coded the chosen sources; agreement compares only such sources"),
         model::Mark::coded);
}

void add_rounds(Actions& actions, Context& context, SourcesPane& pane, const Reason& cannot_write) {
    actions.add({"source.again", msg("Code once &more"),
                 msg("Begins a further round on the chosen sources, to see how far you agree with yourself"),
                 "", [&context, &pane] { begin_round(context, pane.chosen()); },
                 [&context, &pane, cannot_write]() -> std::string {
                     if (auto reason = cannot_write(); !reason.empty()) return reason;
                     if (!context.coder()) return tr("Choose first who codes, in the status bar below.");
                     return mark_of(context, pane) == model::Mark::coded
                                ? ""
                                : tr("Mark the sources as coded first; a further round begins behind it.");
                 }});
}

}  // namespace

void add_source_actions(Actions& actions, Context& context, SourcesPane& pane, MainFrame& frame) {
    const Reason none = [&pane]() -> std::string {
        return pane.chosen().empty() ? tr("Choose a source in the pane at the left first.") : "";
    };
    const Reason cannot_write = [&context, none]() -> std::string {
        return context.study().writable() ? none() : tr("This study was opened to read only.");
    };
    actions.add({"source.open", msg("&Open"), msg("Opens the chosen sources in the middle"), "",
                 [&context, &pane] {
                     for (const auto source : pane.chosen()) context.go_to({source, {}});
                 },
                 none});
    actions.add({"source.triad", msg("Open the triad &side by side"),
                 msg("Opens all interviews of the chosen source’s triad beside each other"), "",
                 [&context, &pane, &frame] { open_triad(context, frame, pane.chosen().front()); }, none});
    actions.add({"source.rename", msg("Re&name"), msg("Gives the chosen source another name"), "",
                 [&pane] { pane.rename(); },
                 [&pane, cannot_write]() -> std::string {
                     if (auto reason = cannot_write(); !reason.empty()) return reason;
                     return pane.chosen().size() == 1 ? "" : tr("Choose one source alone.");
                 }});
    add_marks(actions, context, pane, cannot_write);
    add_rounds(actions, context, pane, cannot_write);
    actions.add({"source.participant", msg("&Participant…"),
                 msg("Changes role, triad and attributes of who was interviewed"), "",
                 [&context, &pane] { edit_participant(pane, context, pane.chosen_participant()); },
                 [&context, &pane]() -> std::string {
                     if (!context.study().writable()) return tr("This study was opened to read only.");
                     return pane.chosen_participant() ? ""
                                                      : tr("Choose one participant, or an interview, first.");
                 }});
    actions.add({"source.remove", msg("&Remove…"),
                 msg("Removes the chosen sources with everything on them, after a question"), "",
                 [&context, &pane] { remove(context, pane); }, cannot_write});
    actions.add({"source.list",
                 msg("Sources as a lis&t"),
                 msg("Shows all sources as one list, without triads and participants"),
                 "",
                 [&pane] { pane.show_list(!pane.is_list()); },
                 {},
                 [&pane] { return pane.is_list(); }});
}

void begin_round(Context& context, const std::vector<model::SourceId>& sources) {
    const bool begun = context.change("again", {}, [&](study::Edit& edit) {
        for (const auto source : sources) study::verbs::begin_round(edit, source, context.hand());
    });
    if (begun) {
        context.say(tr("A further round has begun."),
                    tr("What you coded before stays, and counts until you mark this round as coded."));
    }
}

std::vector<std::string> source_menu(const Actions& actions) {
    std::vector<std::string> items;
    const std::string marks = std::string(">") + msg("&Mark as");
    const std::vector<std::string> wanted{"source.open",
                                          "source.triad",
                                          "-",
                                          "source.participant",
                                          "source.rename",
                                          marks,
                                          "source.to_do",
                                          "source.coding",
                                          "source.coded",
                                          "source.again",
                                          "<",
                                          "-",
                                          "source.remove",
                                          "-",
                                          "source.list",
                                          "import.files"};
    for (const auto& id : wanted) {
        if (id == "-" || id == "<" || id[0] == '>' || actions.has(id)) items.push_back(id);
    }
    return items;
}

}  // namespace ui
