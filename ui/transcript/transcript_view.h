// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/panel.h>

#include <memory>
#include <optional>
#include <vector>

#include "model/coding.h"
#include "model/source.h"
#include "ui/context/context.h"
#include "ui/transcript/transcript_text.h"

namespace ui {

class QuickCode;
class SourceHeader;
class Stripes;

/// One interview: its text, the codings as tints behind and as stripes beside it, and what is selected.
/// Keeps itself current; codes nothing by itself (coding_actions.h does).
class TranscriptView : public wxPanel {
  public:
    TranscriptView(wxWindow* parent, Context& context, model::SourceId source);

    [[nodiscard]] const model::Source& source() const { return source_; }
    [[nodiscard]] const text::Text& text() const { return *text_; }
    /// The codings that are shown, ordered by begin; those of the whole source first.
    [[nodiscard]] const std::vector<model::Coding>& codings() const { return codings_; }

    [[nodiscard]] text::Span selection() const { return words_.selection(); }
    /// What a code would be put on: the selection, or else the sentence at the caret.
    [[nodiscard]] text::Span passage() const;
    /// The sentence at the caret, without the label or time of its turn.
    [[nodiscard]] text::Span sentence() const;
    /// Likewise at a position.
    [[nodiscard]] text::Span sentence_at(text::Position position) const;
    void select(const text::Span& span);
    /// The coding that actions on codings mean, or none.
    [[nodiscard]] const model::Coding* chosen() const;
    void choose(model::CodingId coding);
    /// The number of the turn (from 0) at a position, or none.
    [[nodiscard]] std::optional<std::size_t> turn_at(text::Position position) const;

    void focus_text();
    /// Shows a bar between the header and the text while it is shown; its parent is this view.
    void set_bar(wxWindow* bar);
    [[nodiscard]] wxWindow* bar() const { return bar_; }
    /// The field in which a code is typed.
    [[nodiscard]] QuickCode& quick_code() { return *quick_code_; }
    [[nodiscard]] SourceHeader& header() { return *header_; }
    [[nodiscard]] TranscriptText& words() { return words_; }
    [[nodiscard]] Stripes& stripes() { return *stripes_; }

    /// A right click; the window shows the menu.
    base::Connection on_menu(base::Signal<>::Slot slot) { return menu_.connect(std::move(slot)); }

  private:
    void OnHover(wxMouseEvent& event);
    void lay_out();
    void load();
    void show_codings();
    void take_news(const study::Changes& changes);
    /// What changed while another tab stood in front.
    void catch_up();
    void resize(model::CodingId coding, const text::Span& span);
    void choose_at(text::Position position);
    [[nodiscard]] std::string hint_of(model::CodingId id) const;
    [[nodiscard]] std::vector<StyleChange> styles() const;
    [[nodiscard]] std::vector<MarginNote> turn_numbers() const;
    [[nodiscard]] std::vector<bool> right_to_left(const std::vector<text::Span>& spans) const;

    Context& context_;
    model::Source source_;
    bool has_right_to_left_ = false;  ///< anywhere in the text
    std::shared_ptr<const text::Text> text_;
    std::vector<model::Coding> codings_;
    model::CodingId chosen_;
    std::optional<study::Changes> missed_;
    SourceHeader* header_;
    TranscriptText words_;
    Stripes* stripes_;
    QuickCode* quick_code_;
    wxWindow* bar_ = nullptr;
    base::Signal<> menu_;
    std::vector<base::Connection> connections_;
};

}  // namespace ui
