// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passages/passage_box.h"

#include <wx/dcclient.h>
#include <wx/menu.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "study/verbs/coding.h"
#include "ui/actions/menus.h"
#include "ui/frame/edit_actions.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/passages/passage_actions.h"

namespace ui {

namespace {

using base::tr;

constexpr std::size_t kLines = 4;
constexpr int kEdge = 8, kBar = 4, kGap = 4;

const std::string& who_of(const report::Passage& passage) {
    return passage.participant.empty() ? passage.source : passage.participant;
}

/// On one line, as a list shows it.
wxString flat(const std::string& words) {
    wxString text = wx(words);
    text.Replace("\n", " ");
    text.Replace("\t", " ");
    return text;
}

/// Breaks words at blanks into at most `most` lines of a width; the rest is cut.
std::vector<std::pair<std::size_t, std::size_t>> broken(wxDC& dc, const wxString& words, int width,
                                                        std::size_t most) {
    wxArrayInt ends;
    dc.GetPartialTextExtents(words, ends);
    std::vector<std::pair<std::size_t, std::size_t>> lines;
    std::size_t begin = 0;
    while (begin < words.size() && lines.size() < most) {
        const int left = begin == 0 ? 0 : ends[begin - 1];
        std::size_t end = begin, blank = begin;
        while (end < words.size() && ends[end] - left <= width) {
            if (words[end] == ' ') blank = end;
            ++end;
        }
        if (end < words.size()) end = blank > begin ? blank : std::max(end, begin + 1);
        lines.emplace_back(begin, end);
        begin = end;
        while (begin < words.size() && words[begin] == ' ') ++begin;
    }
    return lines;
}

}  // namespace

PassageBox::PassageBox(wxWindow* parent, Context& context, const Actions& actions, PassageList& list)
    : wxVListBox(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLB_MULTIPLE | wxBORDER_NONE),
      context_(context),
      actions_(actions),
      list_(list) {
    SetBackgroundColour(colour(Shade::paper));
    // Without font and ink of its own a list asks GTK for its style each time a row is measured.
    SetFont(GetFont());
    SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOXTEXT));
    speak();
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        event.Skip();
        if (!event.HasAnyModifiers() && VirtualHitTest(event.GetY()) != wxNOT_FOUND) go(true);
    });
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) { go(false); });
    Bind(wxEVT_KEY_DOWN, &PassageBox::OnKey, this);
    Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
        const auto rows = selected();
        kept_ = rows.empty() ? model::CodingId{} : list_.coding(rows.front());
        speak();
        event.Skip();
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        settings_.clear();
        RefreshAll();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        SetBackgroundColour(colour(Shade::paper));
        SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOXTEXT));
        RefreshAll();
    });
    Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent&) {
        if (selected().empty()) return;
        const auto menu = make_menu(actions_, passage_menu(), true);
        PopupMenu(menu.get());
    });
}

void PassageBox::take() {
    settings_.clear();
    const auto top = GetVisibleRowsBegin();
    const bool keep_top = top < list_.size() && list_.size() == GetItemCount();
    SetItemCount(list_.size());
    DeselectAll();
    std::size_t row = 0;
    while (row < list_.size() && list_.coding(row) != kept_) ++row;
    if (kept_ && row < list_.size()) {
        Select(row);
        if (!IsRowVisible(row)) ScrollToRow(row);
    } else if (!keep_top && list_.size() > 0) {
        ScrollToRow(0);
    }
    speak();
    RefreshAll();
}

std::vector<std::size_t> PassageBox::selected() const {
    std::vector<std::size_t> rows;
    unsigned long cookie = 0;
    for (int row = GetFirstSelected(cookie); row != wxNOT_FOUND; row = GetNextSelected(cookie)) {
        rows.push_back(static_cast<std::size_t>(row));
    }
    return rows;
}

std::string PassageBox::spoken() {
    const auto rows = selected();
    if (rows.empty()) return base::say_n("{} passage", "{} passages", list_.size());
    if (rows.size() > 1) return base::say_n("{} passage selected", "{} passages selected", rows.size());
    const auto& entry = list_.entry(rows.front());
    std::vector<std::string> parts{base::say("Passage {} of {}", rows.front() + 1, list_.size())};
    if (list_.starred(rows.front())) parts.emplace_back(tr("starred"));
    parts.push_back(who_of(entry.passage));
    for (auto& one : rest_of(entry.passage)) parts.push_back(std::move(one));
    parts.push_back(entry.passage.whole_source ? tr("The source as a whole") : entry.passage.quotation);
    std::vector<std::string> names;
    for (const auto& overlap : entry.overlaps) names.push_back(overlap.name);
    if (!names.empty()) parts.push_back(base::say("also coded: {}", base::join(names, ", ")));
    return base::join(parts, "; ");
}

void PassageBox::speak() {
    // The list draws its rows itself, so that its own name is all that assistive technology can read.
    describe(*this, wx(base::say("Passages. {}", spoken())), wx(tr("Enter goes to the passage in its text")));
}

bool PassageBox::first_is_starred() const {
    const auto rows = selected();
    return !rows.empty() && list_.starred(rows.front());
}

void PassageBox::go(bool stay) {
    const auto rows = selected();
    if (rows.empty()) return;
    context_.go_to(list_.place(rows.front()));
    // After the text has taken the focus.
    if (stay) CallAfter([this] { CallAfter([this] { SetFocus(); }); });
}

void PassageBox::copy() {
    const auto rows = selected();
    if (rows.empty()) return;
    std::string quotations;
    if (!context_.attempt([&] { quotations = list_.quotations(rows); })) return;
    copy_to_clipboard(quotations);
    context_.say(base::say_n("The quotation is on the clipboard.", "{} quotations are on the clipboard.",
                             rows.size()));
}

void PassageBox::star() {
    const auto rows = selected();
    if (rows.empty()) return;
    const bool on = !first_is_starred();
    std::vector<model::CodingId> codings;
    for (const auto row : rows) codings.push_back(list_.coding(row));
    context_.change("star", {}, [&](study::Edit& edit) {
        for (const auto coding : codings) study::verbs::star(edit, coding, on);
    });
}

void PassageBox::OnKey(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) {
        go(false);
    } else if (key == 'C' && event.GetModifiers() == wxMOD_CONTROL) {
        copy();
    } else if (key == 'A' && event.GetModifiers() == wxMOD_CONTROL) {
        SelectAll();
    } else if (key == '*' || key == WXK_NUMPAD_MULTIPLY || (key == '8' && event.ShiftDown())) {
        star();
    } else {
        event.Skip();
    }
}

int PassageBox::inner_width() const {
    return std::max(FromDIP(80), GetClientSize().x - FromDIP(2 * kEdge + kBar));
}

const PassageBox::Setting& PassageBox::setting(std::size_t n) const {
    Setting& setting = settings_[list_.coding(n)];
    if (setting.width == inner_width()) return setting;
    setting.width = inner_width();
    const auto& entry = list_.entry(n);
    if (entry.passage.whole_source) {
        setting.words = wx(tr("The source as a whole"));
    } else {
        const wxString before = flat(entry.before);
        const wxString passage = flat(entry.passage.quotation);
        setting.words = before + passage + flat(entry.after);
        setting.begin = before.size();
        setting.end = before.size() + passage.size();
    }
    wxClientDC dc(const_cast<PassageBox*>(this));
    dc.SetFont(GetFont());
    setting.lines = broken(dc, setting.words, setting.width, kLines);
    setting.cut = !setting.lines.empty() && setting.lines.back().second < setting.words.size();
    return setting;
}

wxCoord PassageBox::OnMeasureItem(std::size_t n) const {
    if (n >= list_.size()) return 0;
    const auto lines = static_cast<int>(setting(n).lines.size());
    const bool overlaps = !list_.entry(n).overlaps.empty();
    return GetCharHeight() * (1 + lines + (overlaps ? 1 : 0)) + FromDIP(2 * kEdge + kGap) +
           (overlaps ? FromDIP(kGap) : 0);
}

void PassageBox::OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t n) const {
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(colour(IsSelected(n) ? Shade::selection : Shade::paper)));
    dc.DrawRectangle(rect);
    dc.SetPen(wxPen(colour(Shade::rule)));
    dc.DrawLine(rect.x, rect.GetBottom(), rect.GetRight() + 1, rect.GetBottom());
    if (IsCurrent(n) && HasFocus()) {
        dc.SetPen(wxPen(colour(Shade::accent), 1, wxPENSTYLE_DOT));
        dc.SetBrush(*wxTRANSPARENT_BRUSH);
        dc.DrawRectangle(wxRect(rect).Deflate(1));
    }
}

void PassageBox::OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t n) const {
    if (n >= list_.size()) return;
    const auto& entry = list_.entry(n);
    dc.SetPen(*wxTRANSPARENT_PEN);
    if (entry.role_colour.IsOk()) {
        dc.SetBrush(wxBrush(entry.role_colour));
        dc.DrawRectangle(rect.x, rect.y, FromDIP(kBar), rect.height - 1);
    }
    wxRect line(rect.x + FromDIP(kBar + kEdge), rect.y + FromDIP(kEdge), inner_width(), GetCharHeight());
    draw_head(dc, line, entry);
    line.y += GetCharHeight() + FromDIP(kGap);
    draw_words(dc, line, setting(n));
    line.y += GetCharHeight() * static_cast<int>(setting(n).lines.size()) + FromDIP(kGap);
    if (!entry.overlaps.empty()) draw_overlaps(dc, line, entry);
}

std::vector<std::string> PassageBox::rest_of(const report::Passage& passage) const {
    std::vector<std::string> rest;
    if (!passage.role.empty()) rest.push_back(passage.role);
    if (!passage.participant.empty()) rest.push_back(passage.source);
    if (passage.turn > 0) rest.push_back(base::say("turn {}", passage.turn));
    if (context_.shown().kind == Shown::Kind::all && !passage.coder.empty()) {
        rest.push_back(passage.coder == model::kSettled ? tr("settled") : passage.coder);
    }
    return rest;
}

void PassageBox::draw_head(wxDC& dc, const wxRect& rect, const PassageEntry& entry) const {
    const auto& passage = entry.passage;
    int room = rect.width;
    if (passage.starred) {
        const wxString star = wx("★");
        room -= dc.GetTextExtent(star).x + FromDIP(kGap);
        dc.SetTextForeground(colour(Shade::accent));
        dc.DrawText(star, rect.GetRight() - dc.GetTextExtent(star).x, rect.y);
    }
    const wxString who = wx(who_of(passage));
    const std::vector<std::string> rest = rest_of(passage);
    dc.SetFont(GetFont().Bold());
    dc.SetTextForeground(colour(Shade::ink));
    const wxString name = wxControl::Ellipsize(who, dc, wxELLIPSIZE_END, room);
    dc.DrawText(name, rect.x, rect.y);
    const int left = dc.GetTextExtent(name).x + FromDIP(2 * kGap);
    dc.SetFont(GetFont());
    dc.SetTextForeground(colour(Shade::quiet_ink));
    if (room - left < FromDIP(20)) return;
    dc.DrawText(wxControl::Ellipsize(wx(base::join(rest, " · ")), dc, wxELLIPSIZE_END, room - left),
                rect.x + left, rect.y);
}

void PassageBox::draw_words(wxDC& dc, const wxRect& rect, const Setting& setting) const {
    int y = rect.y;
    for (std::size_t i = 0; i < setting.lines.size(); ++i) {
        const auto [begin, end] = setting.lines[i];
        int x = rect.x;
        const auto draw = [&](std::size_t from, std::size_t to, Shade shade) {
            from = std::clamp(from, begin, end);
            to = std::clamp(to, begin, end);
            if (from == to) return;
            const wxString part = setting.words.Mid(from, to - from);
            dc.SetTextForeground(colour(shade));
            dc.DrawText(part, x, y);
            x += dc.GetTextExtent(part).x;
        };
        draw(0, setting.begin, Shade::quiet_ink);
        draw(setting.begin, setting.end, Shade::ink);
        draw(setting.end, setting.words.size(), Shade::quiet_ink);
        if (setting.cut && i + 1 == setting.lines.size()) {
            dc.SetTextForeground(colour(Shade::quiet_ink));
            dc.DrawText(wx(" …"), x, y);
        }
        y += GetCharHeight();
    }
}

void PassageBox::draw_overlaps(wxDC& dc, const wxRect& rect, const PassageEntry& entry) const {
    dc.SetFont(GetFont().Smaller());
    const int side = FromDIP(8);
    int x = rect.x;
    for (const auto& overlap : entry.overlaps) {
        const int room = rect.GetRight() - x - side - FromDIP(kGap);
        if (room < FromDIP(24)) break;
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxBrush(bar_colour(overlap.colour)));
        dc.DrawRoundedRectangle(x, rect.y + (GetCharHeight() - side) / 2, side, side, FromDIP(2));
        dc.SetTextForeground(colour(Shade::quiet_ink));
        const wxString name = wxControl::Ellipsize(wx(overlap.name), dc, wxELLIPSIZE_END, room);
        dc.DrawText(name, x + side + FromDIP(kGap), rect.y);
        x += side + FromDIP(3 * kGap) + dc.GetTextExtent(name).x;
    }
    dc.SetFont(GetFont());
}

}  // namespace ui
