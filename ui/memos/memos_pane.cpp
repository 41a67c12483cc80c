// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/memos/memos_pane.h"

#include <wx/datetime.h>
#include <wx/sizer.h>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "study/codings.h"
#include "study/memos.h"
#include "study/verbs/memos.h"
#include "text/tokens.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/memos/memo_subject.h"

namespace ui {

namespace {

using base::say;
using base::tr;

wxString day_of(std::int64_t seconds) {
    return wxDateTime(static_cast<time_t>(seconds)).FormatISODate();
}

std::string author_of(const Context& context, const model::Memo& memo) {
    if (!memo.author.empty()) return memo.author;
    if (memo.coder) return model::name_in(context.material().coders, memo.coder, "");
    if (memo.about != model::Memo::About::coding) return "";
    const auto codings = study::codings::get(context.study(), {{memo.target}});
    const bool settled = !codings.empty() && codings.front().layer == model::kSettledLayer;
    return settled ? tr("settled") : "";
}

std::string first_line(const std::string& content) {
    return text::shortened(content.substr(0, content.find('\n')), 120);
}

}  // namespace

MemosPane::MemosPane(wxWindow* parent, Context& context)
    : wxPanel(parent),
      context_(context),
      filter_(new wxSearchCtrl(this, wxID_ANY)),
      list_(new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_SINGLE | wxDV_ROW_LINES)),
      subject_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END)),
      field_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE)) {
    describe(*filter_, wx(tr("Filter the memos")));
    describe(*list_, wx(tr("Memos")));
    describe(*field_, wx(tr("Text of the memo")));
    filter_->SetDescriptiveText(wx(tr("Filter the memos")));
    list_->AppendTextColumn(wx(tr("About")), wxDATAVIEW_CELL_INERT, FromDIP(230), wxALIGN_LEFT,
                            wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE);
    list_->AppendTextColumn(wx(tr("Memo")), wxDATAVIEW_CELL_INERT, FromDIP(280));
    list_->AppendTextColumn(wx(tr("By")), wxDATAVIEW_CELL_INERT, FromDIP(100), wxALIGN_LEFT,
                            wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE);
    list_->AppendTextColumn(wx(tr("Date")), wxDATAVIEW_CELL_INERT, FromDIP(90), wxALIGN_LEFT,
                            wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE);
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(filter_, wxSizerFlags().Expand().Border(wxALL, FromDIP(4)));
    left->Add(list_, wxSizerFlags(1).Expand());
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(subject_, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    right->Add(field_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(4)));
    auto* all = new wxBoxSizer(wxHORIZONTAL);
    all->Add(left, wxSizerFlags(3).Expand());
    all->Add(right, wxSizerFlags(2).Expand());
    SetSizer(all);
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        const int row = list_->ItemToRow(event.GetItem());
        if (row != wxNOT_FOUND) choose(row);
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        const auto place = chosen_ ? place_of(context_, *chosen_) : std::nullopt;
        if (place) context_.go_to(*place);
    });
    field_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        keep();
    });
    field_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_RETURN && event.ControlDown()) {
            keep();
        } else if (event.GetKeyCode() == WXK_ESCAPE) {
            show(chosen_ && chosen_->id ? chosen_ : std::nullopt);
        } else {
            event.Skip();
        }
    });
    changed_ = context_.on_changed([this](const study::Changes& changes) { take_news(changes); });
    chosen_coder_ = context_.on_chosen([this] {
        // Blind coding hides others' memos.
        const auto coder = context_.coder();
        const model::CoderId now = coder ? coder->id : model::CoderId{};
        if (now == viewer_) return;
        viewer_ = now;
        keep();
        fill();
        if (chosen_ && chosen_->id && !context_.sight().sees(*chosen_)) show({});
    });
    fill();
    show({});
}

void MemosPane::fill() {
    const std::string wanted = text::folded(base::trimmed(utf8(filter_->GetValue())));
    auto memos = study::memos::all(context_.study());
    const auto sight = context_.sight();
    std::erase_if(memos, [&](const model::Memo& memo) { return !sight.sees(memo); });
    std::reverse(memos.begin(), memos.end());
    memos_.clear();
    list_->DeleteAllItems();
    for (auto& memo : memos) {
        const std::string subject = subject_of(context_, memo);
        const std::string author = author_of(context_, memo);
        if (text::folded(subject + "\n" + memo.content + "\n" + author).find(wanted) == std::string::npos) {
            continue;
        }
        wxVector<wxVariant> row;
        row.push_back(wx(subject));
        row.push_back(wx(first_line(memo.content)));
        row.push_back(wx(author));
        row.push_back(day_of(memo.created));
        list_->AppendItem(row);
        memos_.push_back(std::move(memo));
        if (chosen_ && chosen_->id && chosen_->id == memos_.back().id) {
            list_->SelectRow(static_cast<unsigned>(memos_.size() - 1));
        }
    }
}

void MemosPane::choose(int row) {
    keep();
    const auto place = static_cast<std::size_t>(row);
    if (place < memos_.size()) show(memos_[place]);
}

void MemosPane::show(const std::optional<model::Memo>& memo) {
    chosen_ = memo;
    subject_->SetLabelText(memo ? wx(subject_of(context_, *memo))
                                : wx(tr("Choose a memo, or write one from a text with M.")));
    field_->ChangeValue(memo ? wx(memo->content) : wxString());
    field_->Enable(memo.has_value() && context_.study().writable());
}

void MemosPane::begin(const model::Memo& about) {
    keep();
    list_->UnselectAll();
    show(about);
    field_->SetFocus();
}

void MemosPane::keep() {
    if (!chosen_ || keeping_) return;
    const std::string written = utf8(field_->GetValue());
    const bool blank = base::trimmed(written).empty();
    if (written == chosen_->content || (blank && !chosen_->id)) return;
    keeping_ = true;
    model::Memo memo = *chosen_;
    memo.content = written;
    if (!memo.id) {
        if (const auto coder = context_.coder()) memo.coder = coder->id;
        if (context_.change("add_memo", {}, [&](study::Edit& edit) {
                memo.id = study::verbs::add_memo(edit, memo);
                memo.created = edit.now();
            })) {
            chosen_ = memo;
        }
    } else if (blank) {
        if (context_.change("remove_memo", {},
                            [&](study::Edit& edit) { study::verbs::remove_memo(edit, memo.id); })) {
            show({});
        }
    } else if (context_.change("update_memo", {}, [&](study::Edit& edit) {
                   study::verbs::update_memo(edit, memo.id, written);
               })) {
        chosen_ = memo;
    }
    keeping_ = false;
    fill();
}

void MemosPane::take_news(const study::Changes& changes) {
    using study::Kind;
    if (keeping_ || !(changes.touch(Kind::memo) || changes.touch(Kind::code) || changes.touch(Kind::source) ||
                      changes.touch(Kind::participant) || changes.touch(Kind::mark) ||
                      changes.touch(Kind::setting) || changes.touch(Kind::coder))) {
        return;
    }
    // What is being written stays; a memo that went, or changed elsewhere, is shown as it is now.
    const bool writing = chosen_ && utf8(field_->GetValue()) != chosen_->content;
    fill();
    if (writing || !chosen_ || !chosen_->id) return;
    const auto now = study::memos::get(context_.study(), chosen_->id);
    if (!now || !context_.sight().sees(*now)) {
        show({});
    } else if (now->content != chosen_->content) {
        show(*now);
    }
}

}  // namespace ui
