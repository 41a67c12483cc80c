// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/coding_actions.h"

#include "base/translate.h"
#include "study/verbs/codebook.h"
#include "text/boundaries.h"
#include "ui/transcript/quick_code.h"
#include "ui/transcript/transcript_view.h"

namespace ui {

namespace {

using base::msg;
using base::tr;
namespace verbs = study::verbs;

/// What the actions of one window share.
struct Coding {
    Actions& actions;
    Context& context;
    CurrentTranscript current;

    [[nodiscard]] std::string no_transcript() const {
        return current() == nullptr ? tr("Open a transcript first.") : "";
    }
    /// Why nothing can be put on a passage.
    [[nodiscard]] std::string cannot_code() const {
        if (!context.study().writable()) return tr("This study was opened to read only.");
        if (const auto reason = no_transcript(); !reason.empty()) return reason;
        if (!context.coder()) return tr("Choose first who codes, in the status bar below.");
        if (current()->passage().empty()) return tr("Select a passage first.");
        return {};
    }
    [[nodiscard]] std::string no_coding() const {
        if (!context.study().writable()) return tr("This study was opened to read only.");
        if (const auto reason = no_transcript(); !reason.empty()) return reason;
        return current()->chosen() == nullptr ? tr("Choose a coding first: click its bar or its passage.")
                                              : "";
    }
    [[nodiscard]] std::string no_passage_coding() const {
        if (const auto reason = no_coding(); !reason.empty()) return reason;
        return current()->chosen()->span ? "" : tr("This code stands on the source as a whole.");
    }
};

void code_passage(const Coding& coding, model::CodeId code) {
    TranscriptView& view = *coding.current();
    ui::code_passage(coding.context, view, view.passage(), code);
}

/// Makes a code below the chosen one's dimension and puts it on the passage, as one change.
bool code_anew(Context& context, model::SourceId source, const verbs::Passage& passage,
               const std::string& name) {
    model::Code code;
    code.name = name;
    if (context.chosen_code() && context.codebook().find(context.chosen_code()) != nullptr) {
        const auto& dimension = context.codebook().dimension_of(context.chosen_code());
        if (dimension.id != context.chosen_code() || !dimension.codable) code.parent = dimension.id;
        code.colour = dimension.colour;
    }
    model::CodeId made;
    const bool done = context.change("code", {}, [&](study::Edit& edit) {
        made = verbs::add_code(edit, code);
        verbs::code(edit, source, passage, made, context.hand());
    });
    if (done) context.remember_code(made);
    return done;
}

void code_anew(const Coding& coding, const std::string& name) {
    TranscriptView& view = *coding.current();
    const auto span = view.passage();
    if (code_anew(coding.context, view.source().id, span, name)) view.select({span.end, span.end});
}

void ask_for_code(const Coding& coding) {
    TranscriptView& view = *coding.current();
    view.select(view.passage());
    view.quick_code().ask(
        tr("Code:"), [coding](model::CodeId code) { code_passage(coding, code); },
        [coding](const std::string& name) { code_anew(coding, name); });
}

void code_in_vivo(const Coding& coding) {
    TranscriptView& view = *coding.current();
    constexpr text::Position kLongestName = 60;
    std::string name(view.text().view(view.passage()));
    std::replace(name.begin(), name.end(), '\n', ' ');
    code_anew(coding, text::shortened(name, kLongestName));
}

void code_whole(const Coding& coding) {
    TranscriptView& view = *coding.current();
    const auto source = view.source().id;
    view.quick_code().ask(
        tr("Code for the source as a whole:"),
        [coding, source](model::CodeId code) { apply_code(coding.context, source, std::monostate{}, code); },
        [coding, source](const std::string& name) {
            code_anew(coding.context, source, std::monostate{}, name);
        });
}

void recode(const Coding& coding) {
    const auto id = coding.current()->chosen()->id;
    coding.current()->quick_code().ask(tr("Another code for this passage:"),
                                       [coding, id](model::CodeId code) {
                                           if (coding.context.change("recode", {}, [&](study::Edit& edit) {
                                                   verbs::recode(edit, id, code);
                                               })) {
                                               coding.context.remember_code(code);
                                           }
                                       },
                                       {});
}

/// Moves one end of the chosen coding to the next or previous word boundary.
void move_end(const Coding& coding, bool begin, bool forward) {
    TranscriptView& view = *coding.current();
    const auto& chosen = *view.chosen();
    text::Span span = *chosen.span;
    text::Position& end = begin ? span.begin : span.end;
    const auto edge = begin ? text::Edge::begin : text::Edge::end;
    end = forward ? text::next_word_boundary(view.text(), end, edge)
                  : text::previous_word_boundary(view.text(), end, edge);
    if (span.empty()) return;
    coding.context.change("resize_coding", {},
                          [&](study::Edit& edit) { verbs::resize_coding(edit, chosen.id, span); });
}

void add_codes(Actions& actions, const Coding& coding) {
    const auto cannot = [coding] { return coding.cannot_code(); };
    actions.add(
        {"coding.quick", msg("&Quick code…"),
         msg("Type a few letters of a code and put it on the selected passage, or on the sentence at the "
             "caret"),
         "Enter", [coding] { ask_for_code(coding); }, cannot});
    actions.add({"coding.repeat", msg("&Repeat the last code"),
                 msg("Puts the code that was used last on the passage"), "R",
                 [coding] { code_passage(coding, coding.context.recent_codes().front()); },
                 [coding]() -> std::string {
                     if (auto reason = coding.cannot_code(); !reason.empty()) return reason;
                     return coding.context.recent_codes().empty() ? tr("No code was used yet.") : "";
                 }});
    actions.add({"coding.in_vivo", msg("Code &in vivo"),
                 msg("Makes a code of the selected words themselves and puts it on them"), "I",
                 [coding] { code_in_vivo(coding); }, cannot});
    actions.add({"coding.whole", msg("Code the &whole source…"),
                 msg("Puts a code on the source as a whole, not on a passage"), "Ctrl+Shift+W",
                 [coding] { code_whole(coding); },
                 [coding]() -> std::string {
                     if (auto reason = coding.no_transcript(); !reason.empty()) return reason;
                     return coding.context.coder() ? ""
                                                   : tr("Choose first who codes, in the status bar below.");
                 }});
    actions.add({"coding.chosen", msg("Put the c&hosen code on the passage"),
                 msg("Puts the code that is chosen in the codebook on the passage"), "Space",
                 [coding] { code_passage(coding, coding.context.chosen_code()); },
                 [coding]() -> std::string {
                     if (auto reason = coding.cannot_code(); !reason.empty()) return reason;
                     return coding.context.chosen_code() ? "" : tr("Choose a code in the codebook first.");
                 }});
    static constexpr const char* kNumberLabels[] = {
        msg("Code number 1"), msg("Code number 2"), msg("Code number 3"),
        msg("Code number 4"), msg("Code number 5"), msg("Code number 6"),
        msg("Code number 7"), msg("Code number 8"), msg("Code number 9")};
    for (std::size_t n = 0; n < std::size(kNumberLabels); ++n) {
        actions.add(
            {fmt::format("coding.number{}", n + 1), kNumberLabels[n],
             msg("Puts the code with that number in the codebook on the passage"), std::to_string(n + 1),
             [coding, n] { code_passage(coding, coding.context.numbered_codes()[n]); },
             [coding, n]() -> std::string {
                 if (auto reason = coding.cannot_code(); !reason.empty()) return reason;
                 return n < coding.context.numbered_codes().size() ? "" : tr("No code has that number.");
             }});
    }
}

void add_changes(Actions& actions, const Coding& coding) {
    const auto no_coding = [coding] { return coding.no_coding(); };
    const auto no_passage = [coding] { return coding.no_passage_coding(); };
    actions.add({"coding.recode", msg("Re&code…"), msg("Gives the chosen coding another code"), "Shift+Enter",
                 [coding] { recode(coding); }, no_coding});
    actions.add({"coding.remove", msg("Re&move the coding"), msg("Takes the chosen code off its passage"),
                 "Delete",
                 [coding] {
                     const auto id = coding.current()->chosen()->id;
                     coding.context.change("remove_coding", {},
                                           [&](study::Edit& edit) { verbs::remove_coding(edit, id); });
                 },
                 no_coding});
    actions.add(
        {"coding.star", msg("&Star “for the paper”"), msg("Marks the chosen coding as one to be quoted"), "*",
         [coding] {
             const auto& chosen = *coding.current()->chosen();
             coding.context.change(chosen.starred ? "unstar" : "star", {},
                                   [&](study::Edit& edit) { verbs::star(edit, chosen.id, !chosen.starred); });
         },
         no_coding, [coding] { return coding.no_coding().empty() && coding.current()->chosen()->starred; }});
    actions.add({"coding.end_forward", msg("Lengthen the passage"),
                 msg("Moves the end of the chosen coding one word on"), "Alt+Right",
                 [coding] { move_end(coding, false, true); }, no_passage});
    actions.add({"coding.end_back", msg("Shorten the passage"),
                 msg("Moves the end of the chosen coding one word back"), "Alt+Left",
                 [coding] { move_end(coding, false, false); }, no_passage});
    actions.add({"coding.begin_back", msg("Begin the passage earlier"),
                 msg("Moves the beginning of the chosen coding one word back"), "Alt+Shift+Left",
                 [coding] { move_end(coding, true, false); }, no_passage});
    actions.add({"coding.begin_forward", msg("Begin the passage later"),
                 msg("Moves the beginning of the chosen coding one word on"), "Alt+Shift+Right",
                 [coding] { move_end(coding, true, true); }, no_passage});
}

}  // namespace

void add_coding_actions(Actions& actions, Context& context, const CurrentTranscript& current) {
    const Coding coding{actions, context, current};
    add_codes(actions, coding);
    add_changes(actions, coding);
}

bool apply_code(Context& context, model::SourceId source, const verbs::Passage& passage, model::CodeId code) {
    const bool done = context.change(
        "code", {}, [&](study::Edit& edit) { verbs::code(edit, source, passage, code, context.hand()); });
    if (done) context.remember_code(code);
    return done;
}

bool code_passage(Context& context, TranscriptView& view, const text::Span& span, model::CodeId code) {
    if (!apply_code(context, view.source().id, span, code)) return false;
    for (const auto& one : view.codings()) {
        if (one.span == span && one.code == code) view.choose(one.id);
    }
    view.select({span.end, span.end});
    return true;
}

}  // namespace ui
