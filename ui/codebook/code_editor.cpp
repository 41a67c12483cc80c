// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codebook/code_editor.h"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <tuple>

#include "base/strings.h"
#include "base/translate.h"
#include "study/verbs/codebook.h"
#include "ui/codebook/swatch_row.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

struct FieldPlan {
    const char* label;
    int lines;
    std::string model::Code::*content;
};

constexpr std::array kPlans{
    FieldPlan{msg("Name"), 1, &model::Code::name},
    FieldPlan{msg("Definition"), 3, &model::Code::definition},
    FieldPlan{msg("When to use it"), 2, &model::Code::when},
    FieldPlan{msg("When not"), 2, &model::Code::when_not},
    FieldPlan{msg("Example"), 2, &model::Code::example},
};
static_assert(kPlans.size() == CodeEditor::kFields);

auto content(const model::Code& code) {
    return std::tie(code.name, code.colour, code.codable, code.exclusive, code.definition, code.when,
                    code.when_not, code.example);
}

}  // namespace

CodeEditor::CodeEditor(wxWindow* parent, Context& context)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      context_(context) {
    SetScrollRate(0, FromDIP(12));
    ShowScrollbars(wxSHOW_SB_NEVER, wxSHOW_SB_DEFAULT);
    add_fields();
    connections_.push_back(context_.on_chosen([this] {
        if (IsShown()) show_code();
    }));
    connections_.push_back(context_.on_changed([this](const study::Changes& news) {
        if (IsShown() && news.touch(study::Kind::code)) show_code();
    }));
    Bind(wxEVT_CHAR_HOOK, &CodeEditor::OnKey, this);
}

void CodeEditor::add_fields() {
    const auto edge = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8));
    const auto under_label = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(8));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    const auto add_label = [&](const char* label) {
        auto* text = new wxStaticText(this, wxID_ANY, wx(tr(label)));
        text->SetForegroundColour(colour(Shade::quiet_ink));
        lines->Add(text, edge);
    };
    for (std::size_t i = 0; i < kFields; ++i) {
        add_label(kPlans[i].label);
        const long style = kPlans[i].lines > 1 ? wxTE_MULTILINE : 0;
        fields_[i] = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, style);
        fields_[i]->SetMinSize(wxSize(-1, kPlans[i].lines > 1
                                              ? (GetCharHeight() + FromDIP(2)) * kPlans[i].lines + FromDIP(10)
                                              : fields_[i]->GetBestSize().y));
        describe(*fields_[i], wx(tr(kPlans[i].label)));
        fields_[i]->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            // Not within the event: writing makes every view anew.
            CallAfter([this] { write(); });
        });
        lines->Add(fields_[i], under_label);
        if (i == kName) {
            add_label(msg("Colour"));
            colours_ = new SwatchRow(this);
            lines->Add(colours_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(4)));
        }
    }
    codable_ = new wxCheckBox(this, wxID_ANY, wx(tr("Can be &put on passages")));
    exclusive_ = new wxCheckBox(this, wxID_ANY, wx(tr("E&xclusive: each participant has exactly one")));
    exclusive_->SetToolTip(wx(tr("Of the codes of this dimension; the matrix warns where it is not so.")));
    lines->Add(codable_, edge);
    lines->Add(exclusive_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    SetSizer(lines);
    colours_->on_chosen([this](const std::string& hex) {
        auto code = typed();
        code.colour = hex;
        write(code);
    });
    for (auto* box : {codable_, exclusive_}) {
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { write(); });
    }
}

void CodeEditor::show_code() {
    if (context_.chosen_code() == shown_.id && is_changed() &&
        context_.codebook().find(shown_.id) != nullptr) {
        return;
    }
    write();
    // Only now: writing makes the codebook anew.
    const auto* code = context_.codebook().find(context_.chosen_code());
    Enable(code != nullptr && context_.study().writable());
    show(code == nullptr ? model::Code{} : *code);
}

void CodeEditor::show(const model::Code& code) {
    shown_ = code;
    for (std::size_t i = 0; i < kFields; ++i) fields_[i]->ChangeValue(wx(code.*kPlans[i].content));
    colours_->show(code.colour);
    codable_->SetValue(code.codable);
    exclusive_->SetValue(code.exclusive);
    // Only of a dimension's codes somebody has one.
    exclusive_->Show(!code.parent);
    FitInside();
    Layout();
}

model::Code CodeEditor::typed() const {
    model::Code code = shown_;
    for (std::size_t i = 0; i < kFields; ++i) {
        const std::string now = utf8(fields_[i]->GetValue());
        std::string& content = code.*kPlans[i].content;
        if (now != content) content = base::trimmed(now);
    }
    code.codable = codable_->GetValue();
    code.exclusive = exclusive_->GetValue();
    return code;
}

bool CodeEditor::is_changed() const {
    return shown_.id && content(typed()) != content(shown_);
}

void CodeEditor::write() {
    if (is_changed()) write(typed());
}

void CodeEditor::write(const model::Code& code) {
    const model::Code before = std::exchange(shown_, code);
    const bool done =
        context_.change("change_code", {}, [&](study::Edit& edit) { study::verbs::change_code(edit, code); });
    // What was typed stays, so that it can be mended.
    if (!done) shown_ = before;
}

void CodeEditor::revert() {
    const auto* code = context_.codebook().find(shown_.id);
    show(code == nullptr ? model::Code{} : *code);
}

void CodeEditor::focus_name() {
    fields_[kName]->SetFocus();
    fields_[kName]->SelectAll();
}

void CodeEditor::focus_colour() {
    colours_->SetFocus();
}

void CodeEditor::OnKey(wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_ESCAPE) {
        if (is_changed()) {
            revert();
        } else if (closed_) {
            closed_();
        }
    } else if (event.GetKeyCode() == WXK_RETURN && event.ControlDown()) {
        write();
    } else if (event.GetKeyCode() == WXK_TAB && !event.ControlDown()) {
        // In a field of several lines Tab would be typed.
        auto* focus = wxWindow::FindFocus();
        if (focus != nullptr) focus->Navigate(event.ShiftDown() ? 0 : wxNavigationKeyEvent::IsForward);
    } else {
        event.Skip();
    }
}

}  // namespace ui
