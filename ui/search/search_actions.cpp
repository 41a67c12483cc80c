// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_actions.h"

#include "base/translate.h"
#include "text/text.h"
#include "ui/search/find_bar.h"
#include "ui/search/finding.h"
#include "ui/search/hits_tab.h"
#include "ui/search/query_field.h"
#include "ui/search/search_pane.h"
#include "ui/search/words_tab.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

constexpr text::Position kLongestTaken = 60;

/// The selected words as a query, where they are few and on one line.
std::string selected_words(const TranscriptView& view) {
    const auto span = view.selection();
    if (span.empty() || span.length() > kLongestTaken) return {};
    std::string words(view.text().view(span));
    if (words.find_first_of("\n\"()/:") != std::string::npos) return {};
    return words.find(' ') == std::string::npos ? words : "\"" + words + "\"";
}

/// The bar of a transcript, made when it is first wanted.
FindBar& bar_of(TranscriptView& view, Finding& finding, const SearchPaneAccess& pane) {
    if (auto* there = dynamic_cast<FindBar*>(view.bar())) return *there;
    auto* made = new FindBar(view, finding, [&view, pane] {
        auto* bar = dynamic_cast<FindBar*>(view.bar());
        const std::string query = bar == nullptr ? std::string() : bar->field().query();
        pane.shown().open(query);
    });
    view.set_bar(made);
    return *made;
}

/// Goes on from where the reader is.
void step(Context& context, Finding& finding, TranscriptView* view, bool forward) {
    Place from;
    if (view != nullptr) from = {view->source().id, view->selection()};
    // A hit in front of the reader is where she is, also where the text has no caret in it.
    const auto next = finding.neighbour(from, forward);
    if (!next) {
        context.say(finding.query().empty() ? tr("Search for something first: Ctrl+F or Ctrl+Shift+F.")
                                            : tr("The search has no hits in texts."));
        return;
    }
    finding.lead_to(*next);
}

}  // namespace

void add_search_actions(Actions& actions, Context& context, const CurrentTranscript& current,
                        Finding& finding, const SearchPaneAccess& pane) {
    const auto nothing_found = [&finding]() -> std::string {
        return finding.hits().empty() ? tr("Search for something first: Ctrl+F or Ctrl+Shift+F.") : "";
    };
    actions.add(
        {"search.text", msg("&Search in this text"), msg("Finds words in the open transcript"), "Ctrl+F",
         [&finding, pane, current] {
             auto& view = *current();
             bar_of(view, finding, pane).open(selected_words(view));
         },
         [current]() -> std::string { return current() == nullptr ? tr("Open a transcript first.") : ""; }});
    actions.add({"search.study", msg("Search in the whole s&tudy"),
                 msg("Finds words in all texts, memos and definitions, and says who says them"),
                 "Ctrl+Shift+F", [pane, current] {
                     const auto* view = current();
                     const bool in_text = view != nullptr && view->IsShownOnScreen();
                     pane.shown().open(in_text ? selected_words(*view) : std::string());
                 }});
    actions.add({"search.next", msg("Next &hit"), msg("Goes to the next hit, also in another text"), "F3",
                 [&context, &finding, current] { step(context, finding, current(), true); }});
    actions.add({"search.previous", msg("Previous hi&t"), msg("Goes to the hit before"), "Shift+F3",
                 [&context, &finding, current] { step(context, finding, current(), false); }});
    actions.add({"search.code", msg("Co&de the hits…"),
                 msg("Puts a code on the checked hits of the search, as one change"), "Ctrl+Shift+Enter",
                 [pane] {
                     auto& there = pane.shown();
                     there.tabs().SetSelection(0);
                     there.hits().code();
                 },
                 [pane, nothing_found]() -> std::string {
                     auto* there = pane.if_there();
                     return there == nullptr ? nothing_found() : there->hits().cannot_code();
                 }});
    actions.add({"search.words", msg("&Words of the study"),
                 msg("Counts words by role, or what sets two roles apart"), "Ctrl+Shift+G", [pane] {
                     auto& there = pane.shown();
                     there.tabs().SetSelection(2);
                     there.words().SetFocus();
                 }});
    actions.add({"export.hits", msg("Export the &hits…"),
                 msg("Writes the hits of the search with what stands around them"), "",
                 [pane] { pane.shown().hits().export_hits(); }, nothing_found});
    actions.add({"search.memory",
                 msg("Keep no inde&x on disk"),
                 msg("Searches without keeping the words of the texts outside the study file"),
                 "",
                 [&finding] { finding.set_keeps_index(!finding.keeps_index()); },
                 {},
                 [&finding] { return !finding.keeps_index(); }});
}

}  // namespace ui
