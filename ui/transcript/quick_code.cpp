// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/quick_code.h"

#include <wx/dcclient.h>
#include <wx/sizer.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::say;
using base::tr;

constexpr int kLines = 7;

/// How well a text fits: 0 best; nothing where it does not.
std::optional<int> rank(const std::string& name, const std::string& path, const std::string& typed) {
    const auto at_word = [&](const std::string& text) {
        for (auto at = text.find(typed); at != std::string::npos; at = text.find(typed, at + 1)) {
            if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '/' || text[at - 1] == '-') return true;
        }
        return false;
    };
    if (name.starts_with(typed)) return 0;
    if (at_word(name)) return 1;
    if (at_word(path)) return 2;
    if (path.find(typed) != std::string::npos) return 3;
    return {};
}

}  // namespace

std::vector<model::CodeId> matching_codes(const model::Codebook& codebook,
                                          const std::vector<model::CodeId>& recent,
                                          const std::string& typed) {
    struct Match {
        int rank;
        std::size_t recency, place;
        model::CodeId code;
    };
    const std::string wanted = text::folded(base::trimmed(typed));
    std::vector<Match> matches;
    for (std::size_t place = 0; place < codebook.codes().size(); ++place) {
        const auto& code = codebook.codes()[place];
        if (!code.codable) continue;
        const auto fits = rank(text::folded(code.name), text::folded(codebook.path(code.id)), wanted);
        if (!fits) continue;
        const auto recency = std::find(recent.begin(), recent.end(), code.id) - recent.begin();
        matches.push_back({*fits, static_cast<std::size_t>(recency), place, code.id});
    }
    std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        return std::tie(a.rank, a.recency, a.place) < std::tie(b.rank, b.recency, b.place);
    });
    std::vector<model::CodeId> codes;
    for (const auto& match : matches) codes.push_back(match.code);
    return codes;
}

/// The lines below the field: a swatch, the name, and quietly the path.
class QuickCode::List : public wxVListBox {
  public:
    explicit List(QuickCode* owner) : wxVListBox(owner, wxID_ANY), owner_(*owner) {}

  private:
    void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t n) const override {
        const int middle = rect.y + (rect.height - dc.GetCharHeight()) / 2;
        const int left = rect.x + FromDIP(8);
        dc.SetTextForeground(wxSystemSettings::GetColour(IsSelected(n) ? wxSYS_COLOUR_HIGHLIGHTTEXT
                                                                       : wxSYS_COLOUR_LISTBOXTEXT));
        if (n >= owner_.codes_.size()) {
            const std::string typed = utf8(owner_.field_->GetValue());
            dc.DrawText(wx(owner_.can_make_ ? say("Make the new code “{}”", typed)
                                            : say("No code fits “{}”.", typed)),
                        left, middle);
            return;
        }
        const auto& codebook = owner_.context_.codebook();
        const auto* code = codebook.find(owner_.codes_[n]);
        if (code == nullptr) return;
        const int side = FromDIP(10);
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxBrush(bar_colour(code->colour)));
        dc.DrawRectangle(left, rect.y + (rect.height - side) / 2, side, side);
        const int name_at = left + side + FromDIP(8);
        dc.DrawText(wx(code->name), name_at, middle);
        if (!code->parent) return;
        const int after = name_at + dc.GetTextExtent(wx(code->name)).x + FromDIP(12);
        if (!IsSelected(n)) dc.SetTextForeground(colour(Shade::quiet_ink));
        dc.DrawText(wx(codebook.path(code->parent)), after, middle);
    }
    wxCoord OnMeasureItem(std::size_t) const override { return GetCharHeight() + FromDIP(6); }

    QuickCode& owner_;
};

QuickCode::QuickCode(wxWindow* parent, Context& context)
    : wxPanel(parent),
      context_(context),
      question_(new wxStaticText(this, wxID_ANY, "")),
      field_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)),
      list_(new List(this)) {
    describe(*field_, wx(tr("Code")), wx(tr("Type a few letters of a code and press Enter")));
    describe(*list_, wx(tr("Codes that fit")));
    list_->SetMinSize(wxSize(-1, kLines * (GetCharHeight() + FromDIP(6)) + FromDIP(4)));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    auto* first = new wxBoxSizer(wxHORIZONTAL);
    first->Add(question_, wxSizerFlags().CentreVertical().Border(wxALL, FromDIP(6)));
    first->Add(field_, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(4)));
    lines->Add(first, wxSizerFlags().Expand());
    lines->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(lines);
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
    field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { accept(); });
    field_->Bind(wxEVT_KEY_DOWN, &QuickCode::OnKey, this);
    list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { accept(); });
}

void QuickCode::ask(const std::string& question, std::function<void(model::CodeId)> take,
                    std::function<void(const std::string&)> make) {
    take_ = std::move(take);
    make_ = std::move(make);
    question_->SetLabelText(wx(question));
    field_->ChangeValue("");
    fill();
    Show();
    GetParent()->SendSizeEvent();
    Layout();
    field_->SetFocus();
}

void QuickCode::close() {
    if (!IsShown()) return;
    Hide();
    GetParent()->SendSizeEvent();
    if (closed_) closed_();
}

void QuickCode::fill() {
    const std::string typed(base::trimmed(utf8(field_->GetValue())));
    codes_ = matching_codes(context_.codebook(), context_.recent_codes(), typed);
    const auto exact = std::any_of(codes_.begin(), codes_.end(), [&](model::CodeId id) {
        return text::folded(context_.codebook().find(id)->name) == text::folded(typed);
    });
    can_make_ = make_ && !typed.empty() && !exact;
    const std::size_t lines = codes_.size() + (can_make_ ? 1 : 0);
    // Where nothing can be chosen, a line says so.
    list_->SetItemCount(std::max<std::size_t>(lines, 1));
    list_->SetSelection(lines == 0 ? wxNOT_FOUND : 0);
    list_->RefreshAll();
}

void QuickCode::move(int by) {
    if (list_->GetSelection() == wxNOT_FOUND) return;
    const int last = static_cast<int>(list_->GetItemCount()) - 1;
    list_->SetSelection(std::clamp(list_->GetSelection() + by, 0, last));
}

void QuickCode::accept() {
    const int line = list_->GetSelection();
    const std::string typed(base::trimmed(utf8(field_->GetValue())));
    const auto take = take_;
    const auto make = make_;
    if (line == wxNOT_FOUND) return;
    const auto chosen = static_cast<std::size_t>(line);
    const auto code = chosen < codes_.size() ? codes_[chosen] : model::CodeId{};
    close();
    if (code) {
        take(code);
    } else if (make) {
        make(typed);
    }
}

void QuickCode::OnKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
        case WXK_ESCAPE:
            close();
            return;
        case WXK_DOWN:
            move(1);
            return;
        case WXK_UP:
            move(-1);
            return;
        case WXK_PAGEDOWN:
            move(kLines);
            return;
        case WXK_PAGEUP:
            move(-kLines);
            return;
        default:
            event.Skip();
    }
}

}  // namespace ui
