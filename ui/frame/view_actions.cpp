// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/view_actions.h"

#include <algorithm>

#include "base/translate.h"
#include "study/codings.h"
#include "study/verbs/marking.h"
#include "ui/frame/main_frame.h"
#include "ui/frame/workspace.h"
#include "ui/sources/source_actions.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

const model::Participant* participant(const model::Material& material, model::ParticipantId id) {
    for (const auto& one : material.participants) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

const model::CountedSource* counted(const model::Material& material, model::SourceId id) {
    for (const auto& one : material.sources) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

/// The place of a source's first role in the order of the roles.
std::size_t role_place(const model::Material& material, const model::CountedSource& source) {
    std::size_t place = material.roles.size();
    for (const auto id : source.participants) {
        const auto* one = participant(material, id);
        if (one == nullptr) continue;
        for (std::size_t i = 0; i < material.roles.size(); ++i) {
            if (material.roles[i].id == one->role) place = std::min(place, i);
        }
    }
    return place;
}

/// Opens the source after or before the current one.
void step_source(Context& context, MainFrame& frame, const TranscriptView* current, bool forward) {
    const auto& sources = context.material().sources;
    if (sources.empty()) return;
    std::size_t place = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (current != nullptr && sources[i].id == current->source().id) {
            place = (i + (forward ? 1 : sources.size() - 1)) % sources.size();
        }
    }
    frame.workspace()->open(sources[place].id);
}

void add_shown(Actions& actions, Context& context) {
    const auto show = [&](const char* id, const char* label, const char* help, const char* key,
                          Shown::Kind kind) {
        actions.add({id,
                     label,
                     help,
                     key,
                     [&context, kind] {
                         context.show({kind, {}});
                     },
                     {},
                     [&context, kind] { return context.shown().kind == kind; }});
    };
    show("shown.mine", msg("&Mine"), msg("Shows your own codings beside the text"), "Ctrl+Alt+1",
         Shown::Kind::mine);
    show("shown.settled", msg("The &settled ones"), msg("Shows the settled codings beside the text"),
         "Ctrl+Alt+2", Shown::Kind::settled);
    show("shown.all", msg("&Everybody’s"), msg("Shows the codings of all coders and the settled ones"),
         "Ctrl+Alt+3", Shown::Kind::all);
}

/// Why a source cannot be marked just now.
std::function<std::string()> cannot_mark(Context& context, const CurrentTranscript& current) {
    return [&context, current]() -> std::string {
        if (current() == nullptr) return tr("Open a transcript first.");
        if (!context.study().writable()) return tr("This study was opened to read only.");
        return context.coder() ? "" : tr("Choose first who codes, in the status bar below.");
    };
}

void add_marks(Actions& actions, Context& context, const CurrentTranscript& current) {
    const auto cannot = cannot_mark(context, current);
    const auto mark = [&](const char* id, const char* label, const char* help, const char* key,
                          model::Mark to) {
        actions.add(
            {id, label, help, key,
             [&context, current, to] {
                 const auto source = current()->source().id;
                 context.change("mark", {}, [&](study::Edit& edit) {
                     study::verbs::mark(edit, source, context.hand(), to);
                 });
             },
             cannot,
             [&context, current, to] {
                 const auto coder = context.coder();
                 if (current() == nullptr || !coder) return false;
                 return study::codings::progress(context.study(), current()->source().id, coder->id).mark ==
                        to;
             }});
    };
    mark("mark.to_do", msg("Mark the source as to &do"), msg("Says that you have not begun with this source"),
         "", model::Mark::to_do);
    mark("mark.coding", msg("Mark the source as being coded"), msg("Says that you are coding this source"),
         "", model::Mark::coding);
    mark("mark.coded", msg("Mark the source as code&d"),
         msg("Says that you have coded this source; agreement compares only such sources"), "Ctrl+Enter",
         model::Mark::coded);
}

void add_rounds(Actions& actions, Context& context, const CurrentTranscript& current) {
    const auto cannot = cannot_mark(context, current);
    const auto progress = [&context, current] {
        return study::codings::progress(context.study(), current()->source().id, context.coder()->id);
    };
    actions.add({"mark.again", msg("Code the source once &more"),
                 msg("Begins a further round on this source, to see how far you agree with yourself"), "",
                 [&context, current] { begin_round(context, {current()->source().id}); },
                 [cannot, progress]() -> std::string {
                     if (auto reason = cannot(); !reason.empty()) return reason;
                     return progress().mark == model::Mark::coded
                                ? ""
                                : tr("Mark the source as coded first; a further round begins behind it.");
                 }});
    actions.add({"mark.back", msg("Take the round &back"),
                 msg("Takes a further round back in which nothing was coded yet"), "",
                 [&context, current] {
                     const auto source = current()->source().id;
                     context.change("back", {}, [&](study::Edit& edit) {
                         study::verbs::leave_round(edit, source, context.hand());
                     });
                 },
                 [cannot, progress]() -> std::string {
                     if (auto reason = cannot(); !reason.empty()) return reason;
                     return progress().round > model::kFirstRound ? ""
                                                                  : tr("This source is in its first round.");
                 }});
}

void add_panes(Actions& actions, MainFrame& frame) {
    const auto pane = [&](const char* id, const char* label, const char* help, const char* key,
                          const char* name) {
        actions.add({id,
                     label,
                     help,
                     key,
                     [&frame, name] { frame.toggle_pane(name); },
                     {},
                     [&frame, name] { return frame.pane_shown(name); }});
    };
    pane("view.sources", msg("&Sources"), msg("Shows or hides the sources"), "Ctrl+1", "sources");
    pane("view.codebook", msg("Code&book"), msg("Shows or hides the codebook"), "Ctrl+2", "codebook");
    pane("view.passages", msg("&Passages"), msg("Shows or hides the passages of a code"), "Ctrl+3",
         "passages");
    pane("view.memos", msg("M&emos"), msg("Shows or hides the memos"), "Ctrl+4", "memos");
    pane("view.search", msg("Searc&h"), msg("Shows or hides the search"), "Ctrl+5", "search");
    actions.add({"go.sources", msg("To the &sources"), msg("Puts the focus into the sources"), "Alt+1",
                 [&frame] { frame.focus_pane("sources"); }});
    actions.add(
        {"go.transcript", msg("To the &text"), msg("Puts the focus into the transcript"), "Alt+2", [&frame] {
             if (auto* view = frame.workspace()->current_transcript()) view->focus_text();
         }});
    actions.add({"go.codebook", msg("To the code&book"), msg("Puts the focus into the codebook"), "Alt+3",
                 [&frame] { frame.focus_pane("codebook"); }});
    actions.add({"go.passages", msg("To the p&assages"), msg("Puts the focus into the passages"), "Alt+4",
                 [&frame] { frame.focus_pane("passages"); }});
    actions.add({"page.next", msg("Next ta&b"), msg("Shows the next tab"), "Ctrl+PageDown",
                 [&frame] { frame.workspace()->AdvanceSelection(true); }});
    actions.add({"page.previous", msg("Previous tab"), msg("Shows the tab before"), "Ctrl+PageUp",
                 [&frame] { frame.workspace()->AdvanceSelection(false); }});
    actions.add({"page.close", msg("&Close the tab"),
                 msg("Closes the tab in front; the study stays as it is"), "Ctrl+W",
                 [&frame] { frame.workspace()->close_current(); }});
}

void add_languages(Actions& actions, Context& context) {
    const auto language = [&](const char* id, const char* label, const char* help, const char* code) {
        actions.add({id,
                     label,
                     help,
                     "",
                     [&context, code] {
                         context.settings().set("language", std::string(code));
                         context.settings().save();
                         context.say(tr("The language changes when Trialogue is started again."));
                     },
                     {},
                     [&context, code] { return context.settings().text("language") == code; }});
    };
    language("language.en", msg("&English"), msg("Shows the program in English from the next start on"),
             "en");
    language("language.nl", msg("&Dutch (Nederlands)"),
             msg("Shows the program in Dutch from the next start on"), "nl");
}

}  // namespace

void open_triad(Context& context, MainFrame& frame, model::SourceId source) {
    const auto& material = context.material();
    const auto sources = triad_of(material, source);
    if (sources.size() < 2) {
        context.say(tr("This source belongs to no triad with further interviews."),
                    tr("Say in the sources pane to which triad its participant belongs."));
        return;
    }
    std::string title = tr("Triad");
    for (const auto id : counted(material, source)->participants) {
        const auto* one = participant(material, id);
        if (one == nullptr || !one->triad) continue;
        for (const auto& triad : material.triads) {
            if (triad.id == one->triad) title = triad.name;
        }
    }
    frame.make_room(static_cast<int>(sources.size()));
    frame.workspace()->open_beside(sources, title);
}

std::vector<model::SourceId> triad_of(const model::Material& material, model::SourceId source) {
    const auto* first = counted(material, source);
    if (first == nullptr) return {};
    std::vector<model::TriadId> triads;
    for (const auto id : first->participants) {
        const auto* one = participant(material, id);
        if (one != nullptr && one->triad) triads.push_back(one->triad);
    }
    std::vector<const model::CountedSource*> found;
    for (const auto& other : material.sources) {
        const bool within = std::any_of(other.participants.begin(), other.participants.end(), [&](auto id) {
            const auto* one = participant(material, id);
            return one != nullptr && std::find(triads.begin(), triads.end(), one->triad) != triads.end();
        });
        if (within || other.id == source) found.push_back(&other);
    }
    std::stable_sort(found.begin(), found.end(), [&](const auto* a, const auto* b) {
        return role_place(material, *a) < role_place(material, *b);
    });
    std::vector<model::SourceId> sources;
    for (const auto* one : found) sources.push_back(one->id);
    return sources;
}

void add_view_actions(Actions& actions, Context& context, MainFrame& frame,
                      const CurrentTranscript& current) {
    add_shown(actions, context);
    add_marks(actions, context, current);
    add_rounds(actions, context, current);
    add_panes(actions, frame);
    add_languages(actions, context);
    actions.add({"view.blind", msg("Code &blind"),
                 msg("Hides what another coder did on a source until both have marked it as coded; for "
                     "everybody in this study"),
                 "", [&context] { context.set_blind(!context.blind()); },
                 [&context]() -> std::string {
                     return context.study().writable() ? "" : tr("This study was opened to read only.");
                 },
                 [&context] { return context.blind(); }});
    const auto none = [current]() -> std::string {
        return current() == nullptr ? tr("Open a transcript first.") : "";
    };
    actions.add({"go.triad", msg("The triad &side by side"),
                 msg("Opens all interviews of this triad beside each other"), "Ctrl+T",
                 [&context, &frame, current] { open_triad(context, frame, current()->source().id); }, none});
    actions.add({"go.next_source", msg("Ne&xt source"), msg("Opens the next source"), "Alt+PageDown",
                 [&context, &frame, current] { step_source(context, frame, current(), true); }});
    actions.add({"go.previous_source", msg("Pre&vious source"), msg("Opens the source before"), "Alt+PageUp",
                 [&context, &frame, current] { step_source(context, frame, current(), false); }});
}

}  // namespace ui
