// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/agreement_page.h"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_parts.h"
#include "model/name_in.h"
#include "report/agreement/dispute_listings.h"
#include "report/agreement/dispute_words.h"
#include "ui/actions/menus.h"
#include "ui/agreement/agreement_tables.h"
#include "ui/agreement/settling_panel.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/matrix/conditions.h"
#include "ui/matrix/matrix_page.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::tr;

constexpr std::array kViews{msg("&By code"), msg("P&lot"), msg("&Disagreements"), msg("Con&fusion"),
                            msg("&Matrix")};

}  // namespace

AgreementPage::AgreementPage(wxWindow* parent, Context& context, const Actions& actions)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      actions_(actions) {
    lay_out();
    connections_.push_back(grid_->on_opened([this](const MatrixGrid::Cell& cell) { open(cell); }));
    connections_.push_back(choices_->on_chosen([this](const AgreementChoice& choice) { choose(choice); }));
    connections_.push_back(choices_->on_export([this] { export_menu(); }));
    connections_.push_back(grid_->on_copied([this] { copy(); }));
    grid_->set_hint([this](const MatrixGrid::Cell& cell) { return hint_of(cell); });
    connections_.push_back(context_.on_changed([this](const study::Changes&) { stale_ = true; }));
    connections_.push_back(context_.on_chosen([this] {
        // Another coder may see other codings.
        stale_ = stale_ || computed_ != context_.material_version();
    }));
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        if (!IsShownOnScreen()) return;
        if (stale_) compute();
        // Not while sizes are being given: GTK would lose what changes then.
        if (wrapped_for_ != GetClientSize().x) show_headline();
    });
    choice_.coders = usual_coders(context_.material());
    show_choice();
    show_view();
}

void AgreementPage::lay_out() {
    const int gap = FromDIP(6);
    controls_ = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL);
    choices_ = new AgreementControls(controls_, context_);
    headline_ = new wxStaticText(controls_, wxID_ANY, "");
    headline_->SetFont(headline_->GetFont().Bold());
    state_ = new wxStaticText(controls_, wxID_ANY, "");
    auto* views = lay_out_views();
    auto* top = new wxBoxSizer(wxVERTICAL);
    top->Add(choices_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    top->Add(headline_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    top->Add(views, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    controls_->SetSizer(top);

    grid_ = new MatrixGrid(this);
    chart_ = new ChartView(this);
    settling_ = new SettlingPanel(this, context_);
    remarks_ = new MatrixRemarks(this);
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(controls_, wxSizerFlags().Expand());
    lines->Add(grid_, wxSizerFlags(1).Expand());
    lines->Add(chart_, wxSizerFlags(1).Expand());
    lines->Add(settling_, wxSizerFlags(1).Expand());
    lines->Add(remarks_, wxSizerFlags().Expand());
    SetSizer(lines);
}

wxSizer* AgreementPage::lay_out_views() {
    const int gap = FromDIP(6);
    const auto choice = [this](const char* purpose) {
        auto* made = new wxChoice(controls_, wxID_ANY);
        describe(*made, wx(tr(purpose)));
        return made;
    };
    auto* views = new wxWrapSizer(wxHORIZONTAL, wxWRAPSIZER_DEFAULT_FLAGS);
    for (std::size_t i = 0; i < kViews.size(); ++i) {
        views_[i] = new wxToggleButton(controls_, wxID_ANY, wx(tr(kViews[i])));
        views_[i]->Bind(wxEVT_TOGGLEBUTTON, [this, i](wxCommandEvent&) { show(static_cast<View>(i)); });
        views->Add(views_[i], wxSizerFlags().Border(wxRIGHT, FromDIP(2)));
    }
    dimension_ = choice(msg("The dimension whose codes are crossed"));
    dimension_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_confusion(); });
    measure_ = choice(msg("What the cells count"));
    for (const char* label : {msg("Characters"), msg("Passages")}) measure_->Append(wx(tr(label)));
    measure_->SetSelection(0);
    measure_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_confusion(); });
    views->Add(dimension_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    views->Add(measure_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    views->Add(state_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    return views;
}

void AgreementPage::show(View view) {
    view_ = view;
    show_view();
    focus();
}

void AgreementPage::focus() {
    if (!findings_) {
        // What comes is not there yet.
        views_.front()->SetFocus();
    } else if (view_ == View::disagreements) {
        settling_->SetFocus();
    } else if (view_ == View::plot) {
        chart_->SetFocus();
    } else {
        grid_->SetFocus();
    }
}

void AgreementPage::choose(const AgreementChoice& choice) {
    const auto text = [](const AgreementChoice& one) {
        std::vector<std::string> conditions;
        for (const auto& where : one.where) conditions.push_back(condition_text(where));
        return conditions;
    };
    others_listed_ = others_listed_ || text(choice) != text(choice_);
    choice_ = choice;
    stale_ = true;
    compute();
}

bool AgreementPage::up_to_date() const {
    return findings_ && !stale_ && !background_.running() && computed_ == context_.material_version();
}

/// Without what is no longer in the study.
void AgreementPage::show_choice() {
    const auto& material = context_.material();
    if (choice_.code && material.codebook.find(choice_.code) == nullptr) choice_.code = {};
    drop_unknown(choice_.where, material);
    choices_->show(choice_);
    controls_->Layout();
    Layout();
}

void AgreementPage::compute() {
    stale_ = false;
    computed_ = context_.material_version();
    const bool known = std::all_of(choice_.coders.begin(), choice_.coders.end(), [&](const auto& one) {
        return one.layer == model::kSettledLayer ||
               std::any_of(context_.material().coders.begin(), context_.material().coders.end(),
                           [&](const auto& coder) { return coder.id == one.coder; });
    });
    if (!known || choice_.coders.size() < 2) {
        choice_.coders = usual_coders(context_.material());
    }
    show_choice();
    if (choice_.coders.size() < 2 || choice_.coders[0] == choice_.coders[1]) {
        background_.stop();
        take(nullptr);
        return;
    }
    state_->SetLabel(wx(tr("Computing…")));
    const auto material = std::make_shared<const model::Material>(context_.material());
    using Found = std::shared_ptr<const AgreementFindings>;
    background_.start<Found>(
        [material, choice = choice_, path = context_.study().path()](const base::Progress& progress) {
            return std::make_shared<const AgreementFindings>(
                find_agreement(material, choice, path, progress));
        },
        [this](const Outcome<Found>& outcome) {
            state_->SetLabel("");
            if (outcome.error) context_.say(outcome.error->what(), outcome.error->hint());
            take(outcome.value ? *outcome.value : nullptr);
        });
}

void AgreementPage::take(const std::shared_ptr<const AgreementFindings>& findings) {
    findings_ = findings;
    order_ = findings_ ? rows_by_reliability(*findings_) : std::vector<std::size_t>();
    const int chosen = std::max(0, dimension_->GetSelection());
    dimension_->Clear();
    if (findings_) {
        for (const auto& one : findings_->confusions)
            dimension_->Append(wx(model::name_in(findings_->material->codebook.codes(), one.dimension)));
        if (!findings_->confusions.empty())
            dimension_->SetSelection(std::min(chosen, static_cast<int>(dimension_->GetCount()) - 1));
    }
    settling_->show(findings_);
    show_view();
    if (others_listed_ && view_ == View::disagreements) list_disagreements({});
    others_listed_ = false;
}

std::string AgreementPage::headline() const {
    if (findings_) return ui::headline(*findings_);
    if (background_.running()) return tr("Computing…");
    return tr("Agreement needs two coders who have marked sources as coded.");
}

void AgreementPage::show_view() {
    for (std::size_t i = 0; i < views_.size(); ++i) views_[i]->SetValue(static_cast<View>(i) == view_);
    dimension_->Show(view_ == View::confusion);
    measure_->Show(view_ == View::confusion);
    const bool table = view_ == View::figures || view_ == View::confusion || view_ == View::stability;
    grid_->Show(table && findings_);
    chart_->Show(view_ == View::plot && findings_);
    settling_->Show(view_ == View::disagreements && findings_);
    // The plot tells them itself, as a figure in a paper must.
    remarks_->Show(table && findings_);
    if (findings_) {
        switch (view_) {
            case View::figures:
                show_figures();
                break;
            case View::plot:
                chart_->show(plot());
                break;
            case View::confusion:
                show_confusion();
                break;
            case View::stability:
                show_stability();
                break;
            case View::disagreements:
                break;
        }
    }
    show_headline();
}

void AgreementPage::show_headline() {
    wrapped_for_ = GetClientSize().x;
    // Settling needs the room; how far it is stands there.
    headline_->Show(view_ != View::disagreements || !findings_);
    headline_->SetLabel(wx(headline()));
    headline_->Wrap(std::max(FromDIP(200), wrapped_for_ - FromDIP(12)));
    controls_->Layout();
    Layout();
}

model::Table AgreementPage::table() const {
    if (view_ == View::confusion) {
        const auto place = static_cast<std::size_t>(std::max(0, dimension_->GetSelection()));
        if (place >= findings_->confusions.size()) return {};
        return confusion_table(*findings_, findings_->confusions[place], measure_->GetSelection() == 1);
    }
    return view_ == View::stability ? stability_table(*findings_) : figures_table(*findings_, order_);
}

void AgreementPage::show_figures() {
    MatrixGrid::Marks marks;
    for (const std::size_t place : order_) {
        const auto* code = findings_->material->codebook.find({findings_->codes.rows[place].id});
        marks.rows.push_back(code == nullptr ? std::string() : code->colour);
    }
    marks.groups.resize(order_.size());
    grid_->show(table(), marks, {});
    remarks_->show(findings_->named.notes, {});
}

/// Tells where the chosen participants make no difference.
std::vector<std::string> AgreementPage::of_everybody(std::vector<std::string> sentences) const {
    if (!findings_->spec.where.empty())
        sentences.insert(sentences.begin(), tr("This table is of all participants."));
    return sentences;
}

void AgreementPage::show_confusion() {
    const auto made = table();
    MatrixGrid::Marks marks;
    marks.groups.resize(made.rows.size());
    grid_->show(made, marks, {});
    remarks_->show(
        of_everybody({tr("The diagonal is what both gave the same code. Beside it: what the two gave "
                         "different codes of this dimension, or one of them none. A double click "
                         "lists the passages.")}),
        {});
}

void AgreementPage::show_stability() {
    const auto made = table();
    MatrixGrid::Marks marks;
    marks.groups.resize(made.rows.size());
    grid_->show(made, marks, {});
    remarks_->show(of_everybody(report::stability_notes(findings_->stability)), {});
}

ChartView::Make AgreementPage::plot() const {
    if (!findings_) return {};
    const auto& named = findings_->named;
    const std::string title =
        say("{}: {}", named.title, analysis::shown_name(findings_->spec.coefficients.front()));
    // Unit, material and intervals: what a figure in a paper must say.
    std::vector<std::string> notes(
        named.notes.begin(),
        named.notes.begin() + static_cast<std::ptrdiff_t>(std::min(named.figure_notes, named.notes.size())));
    return [lines = forest_lines(*findings_), title, notes](const report::ChartLook& look,
                                                            const report::TextWidth& width) {
        return report::forest_chart(title, lines, notes, look, width);
    };
}

void AgreementPage::show_disagreements(model::CodeId code) {
    list_disagreements(code);
    show(View::disagreements);
}

void AgreementPage::list_disagreements(model::CodeId code) {
    SettlingPanel::Filter filter;
    std::vector<std::string> title;
    if (code) {
        title.push_back(model::name_in(context_.codebook().codes(), code));
        filter.codes = {code};
    }
    if (findings_ && !findings_->places.empty()) {
        for (const auto& where : findings_->spec.where) title.push_back(condition_text(where));
        filter.places = findings_->places;
    }
    filter.title = base::join(title, "; ");
    settling_->set_filter(filter);
}

void AgreementPage::open(const MatrixGrid::Cell& cell) {
    if (!findings_) return;
    if (view_ == View::figures) {
        if (cell.row < order_.size()) {
            const auto& row = findings_->codes.rows[order_[cell.row]];
            show_disagreements(row.by == analysis::AgreementBy::code ? model::CodeId{row.id}
                                                                     : model::CodeId{});
        }
        return;
    }
    if (view_ == View::confusion) return open_confusion(cell);
    if (view_ != View::stability || cell.row >= findings_->stability.cells.size()) return;
    const auto& stable = findings_->stability.cells[cell.row];
    if (stable.open.empty()) {
        context_.say(tr("No open disagreement changes this cell."));
        return;
    }
    SettlingPanel::Filter filter;
    filter.title = grid_->table().rows.at(cell.row).label;
    for (const std::size_t place : stable.open) {
        const auto& dispute = findings_->disputes.list[place];
        for (const auto& passage : dispute.passages) filter.places.push_back({dispute.source, passage.span});
    }
    filter.codes = {stable.code};
    settling_->set_filter(filter);
    show(View::disagreements);
}

void AgreementPage::open_confusion(const MatrixGrid::Cell& cell) {
    if (cell.column < 0) return;
    const auto& confusion =
        findings_->confusions.at(static_cast<std::size_t>(std::max(0, dimension_->GetSelection())));
    const auto trace =
        exchange::cell_at(grid_->table(), cell.row, static_cast<std::size_t>(cell.column)).trace;
    if (trace < 0) {
        context_.say(tr("There is no passage behind this cell."));
        return;
    }
    const auto& found = confusion.cells.at(static_cast<std::size_t>(trace));
    const auto& table = grid_->table();
    const std::string title =
        say("{}: {} · {}: {}", findings_->named.coders[0], table.rows[cell.row].label,
            findings_->named.coders[1], table.columns[static_cast<std::size_t>(cell.column)].label);
    if (found.first != found.second) {
        SettlingPanel::Filter filter;
        filter.title = title;
        filter.places = found.places;
        for (const auto code : {found.first, found.second}) {
            if (code) filter.codes.push_back(code);
        }
        settling_->set_filter(filter);
        show(View::disagreements);
        return;
    }
    // On the diagonal stands what both coded alike: the passages of both.
    std::vector<model::CodingId> codings;
    for (const auto& source : context_.material().sources) {
        for (const auto& coding : source.codings) {
            const bool here =
                coding.code == found.first && coding.layer != model::kSettledLayer &&
                std::any_of(found.places.begin(), found.places.end(), [&](const auto& place) {
                    return place.source == source.id &&
                           (coding.whole_source() || text::overlap(place.span, coding.span) > 0);
                });
            if (here) codings.push_back(coding.id);
        }
    }
    context_.list({title, codings});
}

std::string AgreementPage::hint_of(const MatrixGrid::Cell& cell) const {
    if (!findings_ || view_ != View::figures || cell.row >= order_.size()) return {};
    const auto& row = findings_->codes.rows[order_[cell.row]];
    std::string hint = row.label.empty() ? std::string(tr("All together")) : row.label;
    for (const auto& figure : row.figures) {
        const std::string name = analysis::shown_name(figure.coefficient);
        if (!figure.value.defined()) {
            hint += "\n" + name + ": " + analysis::sentence_of(figure.value.lack);
        } else if (figure.interval.lack != analysis::Lack::none) {
            hint += "\n" + say("{}: no interval: {}", name, analysis::sentence_of(figure.interval.lack));
        }
    }
    return hint + "\n" + tr("A double click shows the disagreements.");
}

void AgreementPage::copy() {
    if (!findings_) return;
    copy_table(table());
    context_.say(tr("The table is on the clipboard."), tr("Paste it into Word, Excel or LibreOffice."));
}

void AgreementPage::export_menu() {
    const auto menu = make_menu(actions_,
                                {"agreement.audit", "-", "agreement.export", "agreement.plot",
                                 "agreement.export_disagreements", "agreement.export_stability"},
                                true);
    PopupMenu(menu.get());
}

}  // namespace ui
