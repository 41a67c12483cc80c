// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_text.h"

#include <wx/settings.h>
#include <wx/stc/stc.h>

#include <algorithm>

#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

constexpr int kFirstTint = 8;
constexpr int kHits = 6, kFrame = 7;
constexpr int kNoteStyle = 10;
constexpr int kMarginInside = 14;
constexpr int kLinesAround = 3;

int indicator_of(std::size_t lane) {
    return kFirstTint + static_cast<int>(lane);
}

int value_of(const wxColour& colour) {
    return wxSTC_INDICVALUEBIT | (colour.Blue() << 16) | (colour.Green() << 8) | colour.Red();
}

bool same(const Tint& a, const Tint& b) {
    return a.span == b.span && a.lane == b.lane && a.colour == b.colour;
}

bool before(const Tint& a, const Tint& b) {
    return std::tie(a.span, a.lane) < std::tie(b.span, b.lane);
}

}  // namespace

TranscriptText::TranscriptText(wxWindow* parent)
    : control_(new wxStyledTextCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE)),
      text_(std::make_shared<text::Text>()) {
    control_->SetLexer(wxSTC_LEX_CONTAINER);
    control_->SetWrapMode(wxSTC_WRAP_WORD);
    control_->SetUseHorizontalScrollBar(false);
    control_->SetReadOnly(true);
    control_->SetUndoCollection(false);
    control_->UsePopUp(wxSTC_POPUP_NEVER);
    control_->SetLayoutCache(wxSTC_CACHE_PAGE);
    control_->SetYCaretPolicy(wxSTC_CARET_SLOP | wxSTC_CARET_EVEN, kLinesAround);
    control_->SetMarginType(0, wxSTC_MARGIN_RTEXT);
    control_->SetMarginWidth(1, 0);
    control_->SetMarginLeft(kMarginInside);
    control_->SetMarginRight(kMarginInside);
    control_->SetExtraAscent(2);
    control_->SetExtraDescent(3);
    // The window's own actions have the keys; Scintilla would zoom, duplicate lines and the like.
    for (const int key : {'D', 'L', 'T', 'U', '/', '[', ']', '\\'}) {
        control_->CmdKeyClear(key, wxSTC_KEYMOD_CTRL);
        control_->CmdKeyClear(key, wxSTC_KEYMOD_CTRL | wxSTC_KEYMOD_SHIFT);
    }
    control_->Bind(wxEVT_STC_UPDATEUI, [this](wxStyledTextEvent& event) {
        if ((event.GetUpdated() & wxSTC_UPDATE_SELECTION) != 0) selected_();
        scrolled_();
    });
    control_->Bind(wxEVT_STC_PAINTED, [this](wxStyledTextEvent&) { scrolled_(); });
    control_->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        event.Skip();
        if (selection().empty()) clicked_(position_at(event.GetPosition()));
    });
    control_->Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        apply_theme();
    });
    apply_theme();
}

wxWindow& TranscriptText::window() {
    return *control_;
}

void TranscriptText::show(std::shared_ptr<const text::Text> text, const std::vector<StyleChange>& styles,
                          const std::vector<MarginNote>& notes) {
    text_ = std::move(text);
    tints_.clear();
    hits_.clear();
    frame_.reset();
    control_->SetReadOnly(false);
    control_->ClearAll();
    control_->MarginTextClearAll();
    control_->AppendTextRaw(text_->utf8().data(), static_cast<int>(text_->utf8().size()));
    control_->SetReadOnly(true);
    write_styles(styles);
    write_notes(notes);
    control_->GotoPos(0);
}

void TranscriptText::write_styles(const std::vector<StyleChange>& styles) {
    std::vector<char> bytes(text_->utf8().size(), static_cast<char>(TextStyle::speech));
    for (std::size_t i = 0; i < styles.size(); ++i) {
        const auto begin = text_->byte_of(styles[i].begin);
        const auto end = i + 1 < styles.size() ? text_->byte_of(styles[i + 1].begin) : bytes.size();
        std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                  bytes.begin() + static_cast<std::ptrdiff_t>(std::max(begin, end)),
                  static_cast<char>(styles[i].style));
    }
    control_->StartStyling(0);
    control_->SetStyleBytes(static_cast<int>(bytes.size()), bytes.data());
}

void TranscriptText::write_notes(const std::vector<MarginNote>& notes) {
    std::size_t longest = 2;
    for (const auto& note : notes) {
        const int line = control_->LineFromPosition(byte_of(note.position));
        control_->MarginSetText(line, wx(note.note));
        control_->MarginSetStyle(line, kNoteStyle);
        longest = std::max(longest, note.note.size());
    }
    const int width = control_->TextWidth(kNoteStyle, wxString('0', longest));
    control_->SetMarginWidth(0, notes.empty() ? 0 : width + control_->FromDIP(12));
}

void TranscriptText::set_tints(std::vector<Tint> tints) {
    std::erase_if(tints, [](const Tint& tint) { return tint.lane >= kLanes || tint.span.empty(); });
    std::sort(tints.begin(), tints.end(), before);
    std::vector<Tint> gone, fresh;
    auto old = tints_.begin();
    for (const auto& tint : tints) {
        while (old != tints_.end() && before(*old, tint)) gone.push_back(*old++);
        if (old != tints_.end() && same(*old, tint)) {
            ++old;
        } else {
            fresh.push_back(tint);
        }
    }
    gone.insert(gone.end(), old, tints_.end());
    for (const auto& tint : gone) {
        control_->SetIndicatorCurrent(indicator_of(tint.lane));
        const int begin = byte_of(tint.span.begin);
        control_->IndicatorClearRange(begin, byte_of(tint.span.end) - begin);
    }
    for (const auto& tint : fresh) fill(tint);
    tints_ = std::move(tints);
}

void TranscriptText::fill(const Tint& tint) {
    control_->SetIndicatorCurrent(indicator_of(tint.lane));
    control_->SetIndicatorValue(value_of(tint.colour));
    const int begin = byte_of(tint.span.begin);
    control_->IndicatorFillRange(begin, byte_of(tint.span.end) - begin);
}

void TranscriptText::set_hits(std::vector<text::Span> hits) {
    if (hits == hits_) return;
    control_->SetIndicatorCurrent(kHits);
    control_->IndicatorClearRange(0, control_->GetTextLength());
    for (const auto& hit : hits)
        control_->IndicatorFillRange(byte_of(hit.begin), byte_of(hit.end) - byte_of(hit.begin));
    hits_ = std::move(hits);
}

void TranscriptText::set_frame(const std::optional<text::Span>& span) {
    if (span == frame_) return;
    control_->SetIndicatorCurrent(kFrame);
    control_->IndicatorClearRange(0, control_->GetTextLength());
    if (span) control_->IndicatorFillRange(byte_of(span->begin), byte_of(span->end) - byte_of(span->begin));
    frame_ = span;
}

text::Span TranscriptText::selection() const {
    return {position_of(control_->GetSelectionStart()), position_of(control_->GetSelectionEnd())};
}

void TranscriptText::select(const text::Span& span) {
    control_->SetSelection(byte_of(span.begin), byte_of(span.end));
    reveal(span);
}

void TranscriptText::reveal(const text::Span& span) {
    const int first = control_->VisibleFromDocLine(control_->LineFromPosition(byte_of(span.begin)));
    const int top = control_->GetFirstVisibleLine();
    const int lines = std::max(1, control_->LinesOnScreen());
    const int y = y_of(span.begin);
    const int y_end = y_of(span.end);
    const int height = control_->GetClientSize().y;
    if (y >= 0 && y_end + line_height() <= height) return;
    if (height <= line_height()) {
        control_->SetFirstVisibleLine(std::max(0, first - kLinesAround));
        return;
    }
    // In pixels, for one line of the document may be a hundred on the screen.
    const int wanted = std::min(kLinesAround, lines / 4) * line_height();
    const int by = (y - wanted) / line_height();
    control_->SetFirstVisibleLine(std::max(0, top + by));
}

text::Span TranscriptText::visible() const {
    const wxSize size = control_->GetClientSize();
    const int begin = control_->PositionFromPoint(wxPoint(0, 0));
    const int end = control_->PositionFromPoint(wxPoint(size.x, size.y + line_height()));
    return {position_of(begin), std::min(position_of(end) + 1, text_->size())};
}

int TranscriptText::y_of(text::Position position) const {
    return control_->PointFromPosition(byte_of(position)).y;
}

int TranscriptText::line_height() const {
    return control_->TextHeight(0);
}

text::Position TranscriptText::position_at(const wxPoint& point) const {
    return position_of(control_->PositionFromPoint(point));
}

wxPoint TranscriptText::point_of(text::Position position) const {
    return control_->PointFromPosition(byte_of(position));
}

int TranscriptText::zoom() const {
    return control_->GetZoom();
}

void TranscriptText::set_zoom(int zoom) {
    control_->SetZoom(std::clamp(zoom, -6, 20));
}

void TranscriptText::set_line_spacing(int pixels) {
    control_->SetExtraAscent(pixels / 2);
    control_->SetExtraDescent(pixels - pixels / 2);
}

int TranscriptText::width_for(int characters) const {
    const wxString sample = wxString('n', 20);
    return control_->TextWidth(0, sample) * characters / 20 + 2 * kMarginInside +
           control_->GetMarginWidth(0) + wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, control_);
}

void TranscriptText::apply_theme() {
    wxFont font = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    font.SetPointSize(font.GetPointSize() + 1);
    control_->StyleSetFont(wxSTC_STYLE_DEFAULT, font);
    control_->StyleSetBackground(wxSTC_STYLE_DEFAULT, colour(Shade::paper));
    control_->StyleSetForeground(wxSTC_STYLE_DEFAULT, colour(Shade::ink));
    control_->StyleClearAll();
    control_->StyleSetForeground(static_cast<int>(TextStyle::interviewer), colour(Shade::quiet_ink));
    control_->StyleSetForeground(static_cast<int>(TextStyle::label), colour(Shade::label_ink));
    control_->StyleSetBold(static_cast<int>(TextStyle::label), true);
    control_->StyleSetForeground(static_cast<int>(TextStyle::time), colour(Shade::quiet_ink));
    control_->StyleSetForeground(kNoteStyle, colour(Shade::quiet_ink));
    control_->StyleSetBackground(kNoteStyle, colour(Shade::margin));
    control_->StyleSetSize(kNoteStyle, std::max(6, font.GetPointSize() - 3));
    control_->SetMarginBackground(0, colour(Shade::margin));
    control_->StyleSetBackground(wxSTC_STYLE_LINENUMBER, colour(Shade::margin));
    control_->SetSelBackground(true, colour(Shade::selection));
    control_->SetCaretForeground(colour(Shade::accent));
    control_->SetCaretWidth(2);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const int indicator = indicator_of(lane);
        control_->IndicatorSetStyle(indicator, wxSTC_INDIC_STRAIGHTBOX);
        control_->IndicatorSetFlags(indicator, wxSTC_INDICFLAG_VALUEFORE);
        control_->IndicatorSetAlpha(indicator, is_dark() ? 150 : 60);
        control_->IndicatorSetOutlineAlpha(indicator, 0);
        control_->IndicatorSetUnder(indicator, true);
    }
    control_->IndicatorSetStyle(kHits, wxSTC_INDIC_ROUNDBOX);
    control_->IndicatorSetForeground(kHits, colour(Shade::hit));
    control_->IndicatorSetAlpha(kHits, is_dark() ? 110 : 120);
    control_->IndicatorSetOutlineAlpha(kHits, 255);
    control_->IndicatorSetUnder(kHits, true);
    control_->IndicatorSetStyle(kFrame, wxSTC_INDIC_STRAIGHTBOX);
    control_->IndicatorSetForeground(kFrame, colour(Shade::accent));
    control_->IndicatorSetAlpha(kFrame, 0);
    control_->IndicatorSetOutlineAlpha(kFrame, 200);
    control_->IndicatorSetUnder(kFrame, true);
}

int TranscriptText::first_line() const {
    return control_->GetFirstVisibleLine();
}

void TranscriptText::set_first_line(int line) {
    control_->SetFirstVisibleLine(line);
}

int TranscriptText::byte_of(text::Position position) const {
    return static_cast<int>(text_->byte_of(position));
}

text::Position TranscriptText::position_of(int byte) const {
    return text_->position_of(static_cast<std::size_t>(std::max(0, byte)));
}

}  // namespace ui
