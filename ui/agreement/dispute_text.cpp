// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/dispute_text.h"

#include <wx/dcbuffer.h>

#include <algorithm>

#include "base/translate.h"
#include "text/tokens.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

constexpr int kScrollStep = 12;

bool is_blank(wxUniChar character) {
    return character == ' ' || character == '\t';
}

}  // namespace

DisputeText::DisputeText(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_NONE) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(0, FromDIP(kScrollStep));
    describe(*this, wx(base::tr("Passage with the codings of both coders")));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (GetClientSize().x != laid_out_for_) lay_out();
    });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        event.Skip();
        anchor_ = position_at(event.GetPosition());
        select(std::nullopt);
    });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
        event.Skip();
        if (!event.LeftIsDown() || anchor_ < 0) return;
        const auto here = position_at(event.GetPosition());
        select(text::Span{std::min(anchor_, here), std::max(anchor_, here)});
    });
}

void DisputeText::show(std::shared_ptr<const text::Text> text, const text::Span& around,
                       std::vector<Passage> passages, std::vector<std::string> lanes) {
    text_ = std::move(text);
    around_ = around;
    passages_ = std::move(passages);
    lanes_ = std::move(lanes);
    selection_.reset();
    anchor_ = -1;
    lay_out();
    // What is disputed, not what stands before it, is to be seen.
    text::Position first = around.end;
    for (const auto& passage : passages_) first = std::min(first, passage.span.begin);
    for (const auto& line : lines_) {
        if (line.span.end <= first) continue;
        Scroll(0, std::max(0, line.y - 2 * GetCharHeight()) / FromDIP(kScrollStep));
        break;
    }
}

void DisputeText::clear() {
    text_.reset();
    passages_.clear();
    lines_.clear();
    selection_.reset();
    SetVirtualSize(0, 0);
    Refresh();
}

void DisputeText::select(std::optional<text::Span> span) {
    selection_ = span && !span->empty() ? span : std::nullopt;
    Refresh();
}

void DisputeText::move_end(bool forward) {
    if (!text_ || !selection_) return;
    const auto words = text::words(text::Text(std::string(text_->view(around_))));
    auto span = *selection_;
    text::Position wanted = span.end;
    for (const auto& word : words) {
        const text::Position end = around_.begin + word.end;
        if (forward && end > span.end) {
            wanted = end;
            break;
        }
        if (!forward && end < span.end && end > span.begin) wanted = end;
    }
    span.end = wanted;
    select(span);
}

void DisputeText::move_begin(bool forward) {
    if (!text_ || !selection_) return;
    const auto words = text::words(text::Text(std::string(text_->view(around_))));
    auto span = *selection_;
    text::Position wanted = span.begin;
    for (const auto& word : words) {
        const text::Position begin = around_.begin + word.begin;
        if (forward && begin > span.begin) {
            if (begin < span.end) wanted = begin;
            break;
        }
        if (!forward && begin < span.begin) wanted = begin;
    }
    span.begin = wanted;
    select(span);
}

int DisputeText::lane_height() const {
    return std::max(FromDIP(5), GetCharHeight() / 3);
}

void DisputeText::lay_out() {
    lines_.clear();
    laid_out_for_ = GetClientSize().x;
    if (!text_) return;
    const int margin = FromDIP(8);
    const int width = std::max(FromDIP(120), laid_out_for_ - 2 * margin - FromDIP(18));
    const int height = GetCharHeight() + 2 * lane_height() + FromDIP(8);
    wxClientDC dc(this);
    dc.SetFont(GetFont());
    int y = margin;
    for (text::Position at = around_.begin; at < around_.end;) {
        // A paragraph is measured once and cut into lines at blanks.
        const wxString paragraph = wx(text_->view({at, around_.end})).BeforeFirst('\n');
        wxArrayInt extents;
        dc.GetPartialTextExtents(paragraph, extents);
        std::size_t from = 0;
        do {
            std::size_t past = from, blank = 0;
            const int before = from == 0 ? 0 : extents[from - 1];
            while (past < paragraph.size() && extents[past] - before <= width) {
                ++past;
                if (is_blank(paragraph[past - 1])) blank = past;
            }
            if (past < paragraph.size() && blank > from) past = blank;
            if (past == from && past < paragraph.size()) ++past;
            Line line;
            line.span = {at + static_cast<text::Position>(from), at + static_cast<text::Position>(past)};
            line.y = y;
            line.edges.push_back(margin + FromDIP(18));
            for (std::size_t i = from; i < past; ++i)
                line.edges.push_back(margin + FromDIP(18) + extents[i] - before);
            lines_.push_back(std::move(line));
            y += height;
            from = past;
        } while (from < paragraph.size());
        at += static_cast<text::Position>(paragraph.size()) + 1;
    }
    SetVirtualSize(-1, y + margin);
    Refresh();
}

int DisputeText::x_of(const Line& line, text::Position position) const {
    const auto place = std::clamp<text::Position>(position - line.span.begin, 0, line.span.length());
    return line.edges[static_cast<std::size_t>(place)];
}

text::Position DisputeText::position_at(const wxPoint& point) const {
    const wxPoint at = CalcUnscrolledPosition(point);
    if (lines_.empty()) return -1;
    const Line* line = &lines_.front();
    for (const auto& one : lines_) {
        if (one.y <= at.y) line = &one;
    }
    std::size_t place = 0;
    while (place + 1 < line->edges.size() && (line->edges[place] + line->edges[place + 1]) / 2 < at.x)
        ++place;
    return line->span.begin + static_cast<text::Position>(place);
}

void DisputeText::paint() {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(colour(Shade::paper)));
    dc.Clear();
    DoPrepareDC(dc);
    dc.SetFont(GetFont());
    for (const auto& line : lines_) paint_line(dc, line);
}

void DisputeText::paint_line(wxDC& dc, const Line& line) const {
    const auto meets = [&](const text::Span& span) { return text::overlap(span, line.span) > 0; };
    if (selection_ && meets(*selection_)) {
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxBrush(colour(Shade::selection)));
        const int from = x_of(line, selection_->begin), to = x_of(line, selection_->end);
        dc.DrawRectangle(from, line.y, to - from, dc.GetCharHeight());
    }
    const bool coded = std::any_of(passages_.begin(), passages_.end(),
                                   [&](const Passage& passage) { return meets(passage.span); });
    dc.SetTextForeground(colour(coded ? Shade::ink : Shade::quiet_ink));
    dc.DrawText(wx(text_->view(line.span)), line.edges.front(), line.y);
    const int below = line.y + dc.GetCharHeight() + FromDIP(1);
    const int high = lane_height();
    wxFont small = GetFont();
    small.SetFractionalPointSize(GetFont().GetFractionalPointSize() * 0.7);
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        const int top = below + static_cast<int>(lane) * (high + FromDIP(1));
        bool named = false;
        for (const Passage& passage : passages_) {
            if (passage.lane != lane || !meets(passage.span)) continue;
            dc.SetPen(*wxTRANSPARENT_PEN);
            dc.SetBrush(wxBrush(bar_colour(passage.colour)));
            const int from = x_of(line, passage.span.begin), to = x_of(line, passage.span.end);
            dc.DrawRectangle(from, top, std::max(2, to - from), high);
            if (named) continue;
            named = true;
            dc.SetFont(small);
            dc.SetTextForeground(colour(Shade::quiet_ink));
            const wxString name = wx(lanes_[lane]).Left(1);
            // Letters are higher than the lanes: each coder's have a column.
            dc.DrawText(name, FromDIP(6) + static_cast<int>(lane) * FromDIP(9),
                        top + (high - dc.GetCharHeight()) / 2);
            dc.SetFont(GetFont());
        }
    }
}

}  // namespace ui
