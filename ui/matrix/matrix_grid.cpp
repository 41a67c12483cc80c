// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_grid.h"

#include <wx/dcbuffer.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_parts.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using model::CellState;

constexpr int kScrollStep = 12;
constexpr int kPage = 10;  ///< rows that PageDown goes

int as_int(std::size_t number) {
    return static_cast<int>(number);
}

void draw_lines(wxDC& dc, const wxArrayString& lines, const wxPoint& at) {
    int y = at.y;
    for (const auto& line : lines) {
        dc.DrawText(line, at.x, y);
        y += dc.GetCharHeight();
    }
}

}  // namespace

MatrixGrid::MatrixGrid(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxWANTS_CHARS | wxHSCROLL | wxVSCROLL | wxBORDER_NONE) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(FromDIP(kScrollStep), FromDIP(kScrollStep));
    // The headings stay where they are, so nothing can be moved on the screen as a whole.
    EnableScrolling(false, false);
    DisableKeyboardScrolling();
    describe(*this, wx(base::tr("Matrix")));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        // Texts are broken by the width alone.
        if (GetClientSize().x != laid_out_for_) lay_out();
    });
    Bind(wxEVT_KEY_DOWN, &MatrixGrid::OnKey, this);
    Bind(wxEVT_LEFT_DOWN, &MatrixGrid::OnDown, this);
    Bind(wxEVT_LEFT_DCLICK, &MatrixGrid::OnDouble, this);
    Bind(wxEVT_MOTION, &MatrixGrid::OnMove, this);
    Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent&) { menu_(); });
    Bind(wxEVT_TEXT_COPY, [this](wxClipboardTextEvent&) { copied_(); });
    for (const auto type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS}) {
        Bind(type, [this](wxFocusEvent& event) {
            event.Skip();
            Refresh();
        });
    }
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        Refresh();
    });
}

void MatrixGrid::show(model::Table table, Marks marks, const std::set<std::string>& folded) {
    table_ = std::move(table);
    marks_ = std::move(marks);
    folded_ = folded;
    most_ = 0;
    for (std::size_t row = 0; row < table_.cells.size(); ++row) {
        if (table_.rows[row].is_group) continue;
        for (const auto& cell : table_.cells[row]) most_ = std::max(most_, cell.number);
    }
    cursor_ = within(cursor_);
    hovered_.reset();
    lay_out();
}

void MatrixGrid::lay_out() {
    laid_out_for_ = GetClientSize().x;
    wxClientDC dc(this);
    const GridLayout::Measures measures{GetFont(), GetFont().Bold(), GetClientSize().x, FromDIP(1)};
    layout_.lay_out(
        table_, [this](std::size_t row) { return is_folded(row); }, dc, measures);
    SetVirtualSize(layout_.size() + wxSize(layout_.heading_width() + 1, layout_.heading_height() + 1));
    Refresh();
}

bool MatrixGrid::is_folded(std::size_t row) const {
    return row < marks_.groups.size() && folded_.contains(marks_.groups[row]);
}

void MatrixGrid::fold(const std::set<std::string>& folded) {
    folded_ = folded;
    lay_out();
    while (cursor_.row > 0 && cursor_.row < table_.rows.size() && !layout_.is_shown(cursor_.row))
        --cursor_.row;
    bring_into_view();
}

void MatrixGrid::fold_all(bool folded) {
    std::set<std::string> groups;
    for (std::size_t row = 0; folded && row < table_.rows.size(); ++row) {
        if (table_.rows[row].is_group) groups.insert(marks_.groups.at(row));
    }
    fold(groups);
    folded_signal_();
}

void MatrixGrid::toggle(std::size_t row) {
    if (row >= table_.rows.size() || !table_.rows[row].is_group) return;
    auto folded = folded_;
    if (folded.erase(marks_.groups.at(row)) == 0) folded.insert(marks_.groups[row]);
    fold(folded);
    folded_signal_();
}

wxPoint MatrixGrid::scrolled() const {
    return CalcUnscrolledPosition(wxPoint(0, 0));
}

wxRect MatrixGrid::rect_of(const Cell& cell) const {
    const wxPoint offset = scrolled();
    const int y = layout_.heading_height() + layout_.top(cell.row) - offset.y;
    const int height = layout_.height(cell.row);
    if (cell.column < 0) return {0, y, layout_.heading_width(), height};
    const auto column = static_cast<std::size_t>(cell.column);
    return {layout_.heading_width() + layout_.left(column) - offset.x, y, layout_.width(column), height};
}

std::pair<std::size_t, std::size_t> MatrixGrid::shown_rows() const {
    const int top = scrolled().y;
    const std::size_t last = layout_.row_at(top + GetClientSize().y - layout_.heading_height());
    return {layout_.row_at(top), std::min(last + 1, table_.rows.size())};
}

wxColour MatrixGrid::shade_of(const Cell& cell) const {
    if (table_.rows[cell.row].is_group) return colour(Shade::heading);
    if (cell.column < 0) return colour(Shade::paper);
    const auto& content = exchange::cell_at(table_, cell.row, static_cast<std::size_t>(cell.column));
    if (content.state != CellState::number || most_ <= 0) return colour(Shade::paper);
    return blended(colour(Shade::heat), colour(Shade::paper), std::clamp(content.number / most_, 0.0, 1.0));
}

void MatrixGrid::paint() {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(colour(Shade::paper)));
    dc.Clear();
    if (table_.rows.empty() || table_.columns.empty()) {
        dc.SetFont(GetFont());
        dc.SetTextForeground(colour(Shade::quiet_ink));
        dc.DrawText(wx(base::tr("There is nothing to count with these choices.")), layout_.padding(),
                    layout_.padding());
        return;
    }
    const wxSize size = GetClientSize();
    const int x = layout_.heading_width(), y = layout_.heading_height();
    {
        const wxDCClipper body(dc, x, y, size.x - x, size.y - y);
        paint_cells(dc);
    }
    {
        const wxDCClipper side(dc, 0, y, x + 1, size.y - y);
        paint_row_headings(dc);
    }
    paint_column_headings(dc);
    const wxDCClipper below(dc, 0, y, size.x, size.y - y);
    paint_cursor(dc);
}

void MatrixGrid::paint_cells(wxDC& dc) {
    const auto [first, last] = shown_rows();
    const int left = scrolled().x;
    const std::size_t begin = layout_.column_at(left);
    const std::size_t end = std::min(layout_.column_at(left + GetClientSize().x) + 1, table_.columns.size());
    for (std::size_t row = first; row < last; ++row) {
        if (!layout_.is_shown(row)) continue;
        for (std::size_t column = begin; column < end; ++column) paint_cell(dc, {row, as_int(column)});
    }
}

void MatrixGrid::paint_cell(wxDC& dc, const Cell& cell) {
    const wxRect at = rect_of(cell);
    const auto column = static_cast<std::size_t>(cell.column);
    const auto& content = exchange::cell_at(table_, cell.row, column);
    const bool group = table_.rows[cell.row].is_group;
    const wxColour shade = shade_of(cell);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(shade));
    dc.DrawRectangle(at);
    dc.SetPen(wxPen(colour(Shade::rule)));
    dc.DrawLine(at.x, at.GetBottom(), at.GetRight() + 1, at.GetBottom());
    const bool counted = content.state == CellState::number && content.number > 0;
    wxColour ink = colour(counted || content.state == CellState::text ? Shade::ink : Shade::quiet_ink);
    if (contrast(ink, shade) < 4.5) ink = ink_on(shade);
    dc.SetTextForeground(ink);
    dc.SetFont(group ? GetFont().Bold() : GetFont());
    const int pad = layout_.padding();
    const wxDCClipper within(dc, at);
    if (content.state == CellState::text && !layout_.is_short(column)) {
        draw_lines(dc, layout_.cell_lines(cell.row, column), {at.x + pad, at.y + pad * 2 / 3});
        return;
    }
    const wxString text = wx(exchange::cell_text(table_, content));
    const wxSize extent = dc.GetTextExtent(text);
    dc.DrawText(text, at.GetRight() - pad - extent.x + 1, at.y + (at.height - extent.y) / 2);
}

void MatrixGrid::paint_row_headings(wxDC& dc) {
    const auto [first, last] = shown_rows();
    const int pad = layout_.padding();
    for (std::size_t row = first; row < last; ++row) {
        if (!layout_.is_shown(row)) continue;
        const auto& heading = table_.rows[row];
        const wxRect at = rect_of({row, -1});
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxBrush(shade_of({row, -1})));
        dc.DrawRectangle(at);
        dc.SetPen(wxPen(colour(Shade::rule)));
        dc.DrawLine(at.x, at.GetBottom(), at.GetRight() + 1, at.GetBottom());
        const int text = at.x + pad + layout_.indent(heading);
        if (row < marks_.rows.size() && !marks_.rows[row].empty() && !heading.is_group) {
            dc.SetPen(*wxTRANSPARENT_PEN);
            dc.SetBrush(wxBrush(wxColour(wx(marks_.rows[row]))));
            dc.DrawRectangle(text - FromDIP(9), at.y + pad * 2 / 3 + FromDIP(2), FromDIP(4),
                             std::max(0, at.height - pad * 4 / 3 - FromDIP(4)));
        }
        dc.SetFont(heading.is_group ? GetFont().Bold() : GetFont());
        dc.SetTextForeground(colour(Shade::ink));
        const wxDCClipper within(dc, at);
        draw_lines(dc, layout_.row_lines(row), {text, at.y + pad * 2 / 3});
        if (heading.is_group) {
            paint_fold(dc, {at.x + pad, at.y + pad * 2 / 3, FromDIP(12), dc.GetCharHeight()}, is_folded(row));
        }
    }
    dc.SetPen(wxPen(colour(Shade::rule)));
    dc.DrawLine(layout_.heading_width(), 0, layout_.heading_width(),
                layout_.heading_height() + layout_.size().y - scrolled().y);
}

void MatrixGrid::paint_fold(wxDC& dc, const wxRect& at, bool folded) const {
    const int size = FromDIP(4);
    const wxPoint middle(at.x + at.width / 2, at.y + at.height / 2);
    wxPoint down[] = {{-size, -size / 2}, {size, -size / 2}, {0, size / 2 + 1}};
    wxPoint right[] = {{-size / 2, -size}, {size / 2 + 1, 0}, {-size / 2, size}};
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(colour(Shade::quiet_ink)));
    dc.DrawPolygon(3, folded ? right : down, middle.x, middle.y);
}

void MatrixGrid::paint_column_headings(wxDC& dc) {
    const wxSize size = GetClientSize();
    const int pad = layout_.padding(), height = layout_.heading_height();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(colour(Shade::heading)));
    dc.DrawRectangle(0, 0, size.x, height);
    dc.SetPen(wxPen(colour(Shade::rule)));
    dc.DrawLine(0, height - 1, size.x, height - 1);
    dc.SetFont(GetFont().Bold());
    dc.SetTextForeground(colour(Shade::ink));
    dc.DrawText(wx(table_.corner), pad + layout_.indent({}), height - pad - dc.GetCharHeight());
    const wxDCClipper right_of_corner(dc, layout_.heading_width(), 0, size.x - layout_.heading_width(),
                                      height);
    const int left = scrolled().x;
    for (std::size_t column = layout_.column_at(left); column < table_.columns.size(); ++column) {
        const wxRect at(layout_.heading_width() + layout_.left(column) - left, 0, layout_.width(column),
                        height);
        if (at.x > size.x) break;
        const bool text = exchange::is_text_column(table_, column) && !layout_.is_short(column);
        const wxDCClipper within(dc, at);
        const auto write = [&](const wxString& line, int y) {
            const int room = dc.GetTextExtent(line).x;
            const bool at_left = text || room > at.width - 2 * pad;
            dc.DrawText(line, at_left ? at.x + pad : at.GetRight() - pad - room + 1, y);
        };
        const auto& note = table_.columns[column].note;
        const auto& lines = layout_.column_lines(column);
        dc.SetFont(GetFont().Bold());
        const int line = dc.GetCharHeight();
        int y = height - pad - line * as_int(lines.size() + (note.empty() ? 0 : 1));
        dc.SetTextForeground(colour(Shade::ink));
        for (const auto& words : lines) {
            write(words, y);
            y += line;
        }
        dc.SetFont(GetFont());
        dc.SetTextForeground(colour(Shade::quiet_ink));
        write(wx(note), y);
        if (column < marks_.columns.size() && !marks_.columns[column].empty()) {
            dc.SetPen(*wxTRANSPARENT_PEN);
            dc.SetBrush(wxBrush(wxColour(wx(marks_.columns[column]))));
            dc.DrawRectangle(at.x + pad / 2, height - FromDIP(4), at.width - pad, FromDIP(3));
        }
    }
}

void MatrixGrid::paint_cursor(wxDC& dc) {
    if (cursor_.row >= table_.rows.size() || !layout_.is_shown(cursor_.row)) return;
    wxRect at = rect_of(cursor_);
    // What has been scrolled below the row headings is not shown over them.
    if (cursor_.column >= 0 && at.x < layout_.heading_width()) {
        at.width -= layout_.heading_width() - at.x;
        at.x = layout_.heading_width();
        if (at.width <= 0) return;
    }
    const int thick = HasFocus() ? FromDIP(2) : 1;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(HasFocus() ? colour(Shade::accent) : colour(Shade::quiet_ink)));
    dc.DrawRectangle(at.x, at.y, at.width, thick);
    dc.DrawRectangle(at.x, at.GetBottom() - thick + 1, at.width, thick);
    dc.DrawRectangle(at.x, at.y, thick, at.height);
    dc.DrawRectangle(at.GetRight() - thick + 1, at.y, thick, at.height);
}

std::optional<MatrixGrid::Cell> MatrixGrid::cell_at(const wxPoint& point) const {
    const wxPoint offset = scrolled();
    if (point.y < layout_.heading_height() || table_.rows.empty()) return {};
    const std::size_t row = layout_.row_at(point.y - layout_.heading_height() + offset.y);
    if (row >= table_.rows.size()) return {};
    if (point.x < layout_.heading_width()) return Cell{row, -1};
    const std::size_t column = layout_.column_at(point.x - layout_.heading_width() + offset.x);
    if (column >= table_.columns.size()) return {};
    return Cell{row, as_int(column)};
}

MatrixGrid::Cell MatrixGrid::within(Cell cell) const {
    cell.row = std::min(cell.row, table_.rows.empty() ? 0 : table_.rows.size() - 1);
    cell.column = std::min(cell.column, as_int(table_.columns.size()) - 1);
    return cell;
}

void MatrixGrid::set_cursor(const Cell& cell) {
    cursor_ = within(cell);
    bring_into_view();
    tell_cursor();
    Refresh();
}

/// Says to assistive technology where the cursor stands, as nothing else does for a drawn table.
void MatrixGrid::tell_cursor() {
    if (cursor_.row >= table_.rows.size()) return;
    std::string words = table_.rows[cursor_.row].label;
    if (cursor_.column >= 0) {
        const auto column = static_cast<std::size_t>(cursor_.column);
        words += ", " + table_.columns[column].label + ": " +
                 exchange::cell_text(table_, exchange::cell_at(table_, cursor_.row, column));
    }
    describe(*this, wx(base::tr("Matrix")), wx(words));
}

void MatrixGrid::step(int rows, int columns) {
    if (table_.rows.empty()) return;
    const int down = rows > 0 ? 1 : -1;
    auto row = as_int(cursor_.row);
    for (int left = std::abs(rows), at = row; left > 0;) {
        at += down;
        if (at < 0 || at >= as_int(table_.rows.size())) break;
        if (!layout_.is_shown(static_cast<std::size_t>(at))) continue;
        row = at;
        --left;
    }
    const int column = std::clamp(cursor_.column + columns, -1, as_int(table_.columns.size()) - 1);
    set_cursor({static_cast<std::size_t>(row), column});
}

void MatrixGrid::bring_into_view() {
    if (cursor_.row >= table_.rows.size()) return;
    const wxRect at = rect_of(cursor_);
    const wxSize size = GetClientSize();
    const int step = FromDIP(kScrollStep);
    // By whole steps, as scrolling goes; towards the cell, so that it never stays cut.
    const auto needed = [step](int begin, int end, int from, int to) {
        if (begin < from) return -((from - begin + step - 1) / step);
        if (end > to) return std::min((end - to + step - 1) / step, (begin - from) / step);
        return 0;
    };
    const int x = cursor_.column < 0 ? 0 : needed(at.x, at.GetRight(), layout_.heading_width(), size.x);
    const int y = needed(at.y, at.GetBottom(), layout_.heading_height(), size.y);
    if (x != 0 || y != 0) {
        const wxPoint view = GetViewStart();
        Scroll(std::max(0, view.x + x), std::max(0, view.y + y));
    }
}

void MatrixGrid::OnKey(wxKeyEvent& event) {
    const bool control = event.ControlDown();
    if (control && (event.GetKeyCode() == 'C' || event.GetKeyCode() == WXK_INSERT)) {
        copied_();
        return;
    }
    if (event.AltDown()) {
        event.Skip();
        return;
    }
    const int all = as_int(table_.rows.size());
    const bool on_group = cursor_.row < table_.rows.size() && table_.rows[cursor_.row].is_group;
    switch (event.GetKeyCode()) {
        case WXK_UP:
            return step(control ? -all : -1, 0);
        case WXK_DOWN:
            return step(control ? all : 1, 0);
        case WXK_LEFT:
            if (on_group && cursor_.column < 0 && !is_folded(cursor_.row)) return toggle(cursor_.row);
            return step(0, -1);
        case WXK_RIGHT:
            if (on_group && cursor_.column < 0 && is_folded(cursor_.row)) return toggle(cursor_.row);
            return step(0, 1);
        case WXK_PAGEUP:
            if (control) break;
            return step(-kPage, 0);
        case WXK_PAGEDOWN:
            if (control) break;
            return step(kPage, 0);
        case WXK_HOME:
            return step(control ? -all : 0, -as_int(table_.columns.size()) - 1);
        case WXK_END:
            return step(control ? all : 0, as_int(table_.columns.size()) + 1);
        case WXK_SPACE:
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            if (on_group && cursor_.column < 0) return toggle(cursor_.row);
            if (cursor_.row < table_.rows.size()) opened_(cursor_);
            return;
        case WXK_TAB:
            Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
            return;
        default:
            break;
    }
    event.Skip();
}

void MatrixGrid::OnDown(wxMouseEvent& event) {
    SetFocus();
    const auto cell = cell_at(event.GetPosition());
    if (!cell) return;
    set_cursor(*cell);
    if (cell->column < 0) toggle(cell->row);
}

void MatrixGrid::OnDouble(wxMouseEvent& event) {
    const auto cell = cell_at(event.GetPosition());
    if (!cell) return;
    if (cell->column < 0 && table_.rows[cell->row].is_group) {
        toggle(cell->row);
    } else {
        opened_(*cell);
    }
}

void MatrixGrid::OnMove(wxMouseEvent& event) {
    event.Skip();
    const auto cell = cell_at(event.GetPosition());
    if (cell == hovered_) return;
    hovered_ = cell;
    SetToolTip(cell && hint_of_ ? wx(hint_of_(*cell)) : wxString());
}

}  // namespace ui
