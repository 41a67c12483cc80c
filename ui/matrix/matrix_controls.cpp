// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_controls.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wupdlock.h>

#include <algorithm>
#include <array>

#include "analysis/attribute_values.h"
#include "base/strings.h"
#include "base/translate.h"
#include "report/matrix/counting_words.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/matrix/choose_codes.h"
#include "ui/matrix/conditions.h"

namespace ui {

namespace {

using analysis::Attribution;
using analysis::Axis;
using analysis::Count;
using analysis::Percent;
using base::msg;
using base::say;
using base::tr;

/// What an axis can be beside an attribute, and how it is called.
constexpr std::array kAxes{
    std::pair{"codes", msg("Codes")}, std::pair{"dimensions", msg("Dimensions")},
    std::pair{"role", msg("Role")},   std::pair{"participant", msg("Participant")},
    std::pair{"triad", msg("Triad")}, std::pair{"source", msg("Source")},
    std::pair{"coder", msg("Coder")},
};
constexpr std::array kCounts{
    std::pair{msg("Participants"), Count::participants},
    std::pair{msg("Codings"), Count::codings},
    std::pair{msg("Sources"), Count::sources},
    std::pair{msg("Triads"), Count::triads},
    std::pair{msg("Words"), Count::words},
    std::pair{msg("Characters"), Count::characters},
};
constexpr std::array kPercents{
    std::pair{msg("Numbers"), Percent::none},
    std::pair{msg("% of the coded (n)"), Percent::n},
    std::pair{msg("% of the row"), Percent::row},
    std::pair{msg("% of the column"), Percent::column},
};
constexpr std::array kAttributions{
    std::pair{msg("Who says most of it"), Attribution::most},
    std::pair{msg("Everybody who speaks in it"), Attribution::each},
};
constexpr std::array kLayouts{
    std::pair{msg("A row for each code"), report::Layout::working},
    std::pair{msg("As published"), report::Layout::published},
};

template <class Labels>
void fill(wxChoice& list, const Labels& labels) {
    for (const auto& [label, value] : labels) list.Append(wx(tr(label)));
}

template <class Labels, class Value>
void select(wxChoice& list, const Labels& labels, Value value) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].second == value) list.SetSelection(static_cast<int>(i));
    }
}

bool takes_ranges(const Axis& axis, const model::Material& material) {
    if (axis.kind != Axis::Kind::attribute) return false;
    const auto* attribute = analysis::find_attribute(material, axis.attribute);
    return attribute != nullptr && attribute->type == model::AttributeType::number;
}

std::string ranges_of(const Axis& axis) {
    std::vector<std::string> ranges;
    for (const auto& bin : axis.bins) ranges.push_back(bin.label);
    return base::join(ranges, ", ");
}

}  // namespace

MatrixControls::MatrixControls(wxWindow* parent, Context& context)
    : wxPanel(parent),
      context_(context),
      controls_(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES)),
      filters_(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES)),
      end_(new wxBoxSizer(wxHORIZONTAL)) {
    rows_ = add_choice(tr("Rows"), tr("What the rows of the matrix are"));
    columns_ = add_choice(tr("Columns"), tr("What the columns of the matrix are"));
    ranges_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    ranges_->SetMinSize(FromDIP(wxSize(150, -1)));
    ranges_->SetHint("12-15, 16-18");
    ranges_->SetToolTip(wx(tr("Ranges of numbers that stand together, as in 12-15, 16-18; then Enter")));
    describe(*ranges_, wx(tr("Ranges")));
    add_labelled(tr("Ranges"), ranges_);
    ranges_group_ = controls_->GetItem(controls_->GetItemCount() - 1)->GetSizer();
    count_ = add_choice(tr("Count"), tr("What is counted"));
    percent_ = add_choice(tr("Shown as"), tr("Numbers, or per cent of what"));
    whose_ = add_choice(tr("Codings of"), tr("Whose codings count"));
    attribution_ = add_choice(tr("A passage counts for"),
                              tr("For whom a passage counts in which several participants speak"));
    layout_ =
        add_choice(tr("Layout"), tr("A row for each code, or a row for each dimension as in the paper"));
    fill(*count_, kCounts);
    fill(*percent_, kPercents);
    fill(*attribution_, kAttributions);
    fill(*layout_, kLayouts);

    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(controls_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    auto* second = new wxBoxSizer(wxHORIZONTAL);
    second->Add(filters_, wxSizerFlags(1).CentreVertical());
    second->Add(end_, wxSizerFlags().Top());
    lines->Add(second, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    SetSizer(lines);

    rows_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_axis(true); });
    columns_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_axis(false); });
    ranges_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { choose_ranges(); });
    const auto on_choice = [this](wxChoice* list, auto take) {
        list->Bind(wxEVT_CHOICE, [this, take](wxCommandEvent& event) {
            auto choice = shown_;
            take(choice, static_cast<std::size_t>(event.GetSelection()));
            tell(std::move(choice));
        });
    };
    on_choice(count_, [](MatrixChoice& choice, std::size_t at) { choice.spec.count = kCounts[at].second; });
    on_choice(percent_,
              [](MatrixChoice& choice, std::size_t at) { choice.spec.percent = kPercents[at].second; });
    on_choice(attribution_, [](MatrixChoice& choice, std::size_t at) {
        choice.spec.attribution = kAttributions[at].second;
    });
    on_choice(layout_, [](MatrixChoice& choice, std::size_t at) { choice.layout = kLayouts[at].second; });
    on_choice(whose_, [this](MatrixChoice& choice, std::size_t at) {
        choice.spec.whose = coders_.at(at);
        choice.whose_chosen = true;
    });
}

wxChoice* MatrixControls::add_choice(const std::string& label, const std::string& purpose) {
    auto* list = new wxChoice(this, wxID_ANY);
    describe(*list, wx(label), wx(purpose));
    list->SetToolTip(wx(purpose));
    add_labelled(label, list);
    return list;
}

void MatrixControls::add_labelled(const std::string& label, wxWindow* control) {
    auto* group = new wxBoxSizer(wxVERTICAL);
    auto* words = new wxStaticText(this, wxID_ANY, wx(label));
    words->SetFont(words->GetFont().Smaller());
    words->SetForegroundColour(colour(Shade::quiet_ink));
    // A label stands before its control in the order of the windows too.
    words->MoveBeforeInTabOrder(control);
    group->Add(words);
    group->Add(control, wxSizerFlags(1).Expand());
    controls_->Add(group, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
}

void MatrixControls::add_at_end(wxWindow* control) {
    end_->Add(control, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(4)));
}

void MatrixControls::add_space_at_end() {
    end_->AddSpacer(FromDIP(12));
}

void MatrixControls::tell(MatrixChoice choice) {
    shown_ = choice;
    chosen_(choice);
}

void MatrixControls::show(const MatrixChoice& choice) {
    const wxWindowUpdateLocker quiet(this);
    shown_ = choice;
    fill_axes();
    fill_coders();
    select(*count_, kCounts, choice.spec.count);
    select(*percent_, kPercents, choice.spec.percent);
    select(*attribution_, kAttributions, choice.spec.attribution);
    select(*layout_, kLayouts, choice.layout);
    layout_->Enable(choice.spec.rows.kind == Axis::Kind::codes);
    show_ranges();
    show_filters();
    Layout();
}

void MatrixControls::fill_axes() {
    std::vector<std::string> axes;
    for (const auto& [word, label] : kAxes) axes.emplace_back(word);
    for (const auto& attribute : context_.material().attributes) axes.push_back(attribute.name);
    if (axes != axes_) {
        axes_ = axes;
        for (auto* list : {rows_, columns_}) {
            list->Clear();
            for (const auto& [word, label] : kAxes) list->Append(wx(tr(label)));
            for (const auto& attribute : context_.material().attributes) list->Append(wx(attribute.name));
        }
    }
    const auto show_axis = [this](wxChoice& list, Axis axis) {
        axis.bins.clear();
        const auto found = std::find(axes_.begin(), axes_.end(), report::axis_text(axis));
        list.SetSelection(found == axes_.end() ? wxNOT_FOUND : static_cast<int>(found - axes_.begin()));
    };
    show_axis(*rows_, shown_.spec.rows);
    show_axis(*columns_, shown_.spec.columns);
}

void MatrixControls::fill_coders() {
    using Kind = analysis::Whose::Kind;
    coders_ = {{Kind::settled, {}}, {Kind::any, {}}, {Kind::all, {}}};
    wxArrayString names;
    names.Add(wx(tr("The settled layer")));
    names.Add(wx(tr("Anybody")));
    names.Add(wx(tr("All who coded it")));
    for (const auto& coder : context_.material().coders) {
        coders_.push_back({Kind::one, coder.id});
        names.Add(wx(coder.name));
    }
    if (names != whose_->GetStrings()) whose_->Set(names);
    for (std::size_t i = 0; i < coders_.size(); ++i) {
        if (coders_[i].kind == shown_.spec.whose.kind && coders_[i].coder == shown_.spec.whose.coder) {
            whose_->SetSelection(static_cast<int>(i));
        }
    }
}

void MatrixControls::show_ranges() {
    const auto& spec = shown_.spec;
    const bool rows = takes_ranges(spec.rows, context_.material());
    const bool any = rows || takes_ranges(spec.columns, context_.material());
    ranges_group_->ShowItems(any);
    if (any && !ranges_->HasFocus()) ranges_->ChangeValue(wx(ranges_of(rows ? spec.rows : spec.columns)));
}

void MatrixControls::choose_axis(bool rows) {
    auto choice = shown_;
    const int at = (rows ? rows_ : columns_)->GetSelection();
    if (at == wxNOT_FOUND) return;
    context_.attempt([&] {
        (rows ? choice.spec.rows : choice.spec.columns) =
            Axis::parse(axes_.at(static_cast<std::size_t>(at)), context_.material());
    });
    tell(std::move(choice));
}

void MatrixControls::choose_ranges() {
    auto choice = shown_;
    auto& axis = takes_ranges(choice.spec.rows, context_.material()) ? choice.spec.rows : choice.spec.columns;
    const std::string ranges(base::trimmed(utf8(ranges_->GetValue())));
    const bool good = context_.attempt([&] {
        axis = Axis::parse(axis.attribute + (ranges.empty() ? "" : ":" + ranges), context_.material());
    });
    if (good) tell(std::move(choice));
}

void MatrixControls::show_filters() {
    filters_->Clear(true);
    for (std::size_t i = 0; i < shown_.spec.where.size(); ++i) {
        const auto& where = shown_.spec.where[i];
        add_chip(condition_text(where), [i](MatrixChoice& choice) {
            choice.spec.where.erase(choice.spec.where.begin() + static_cast<std::ptrdiff_t>(i));
        });
    }
    for (const auto code : shown_.spec.codes) {
        add_chip(context_.codebook().path(code),
                 [code](MatrixChoice& choice) { std::erase(choice.spec.codes, code); });
    }
    const auto add_button = [this](const std::string& label, const std::string& help, auto run) {
        auto* button = new wxButton(this, wxID_ANY, wx(label));
        button->SetToolTip(wx(help));
        button->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
        filters_->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
    };
    add_button(tr("Only &participants…"), tr("Counts only participants with a role, triad or attribute"),
               [this] { show_condition_menu(); });
    add_button(tr("Only c&odes…"), tr("Shows only some codes or dimensions"), [this] { choose_codes(); });
}

void MatrixControls::add_chip(const std::string& text, const std::function<void(MatrixChoice&)>& remove) {
    auto* chip = make_chip(this, text, [this, remove] {
        auto choice = shown_;
        remove(choice);
        tell(std::move(choice));
    });
    filters_->Add(chip, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
}

void MatrixControls::add_condition(const analysis::Where& where) {
    auto choice = shown_;
    ui::add_condition(choice.spec.where, where);
    tell(std::move(choice));
}

void MatrixControls::show_condition_menu() {
    if (const auto where = ask_for_condition(*this, context_.material())) add_condition(*where);
}

void MatrixControls::choose_codes() {
    auto choice = shown_;
    const auto codes = ask_for_codes(this, context_.codebook(), choice.spec.codes);
    if (!codes) return;
    choice.spec.codes = *codes;
    tell(std::move(choice));
}

}  // namespace ui
