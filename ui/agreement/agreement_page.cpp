// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/agreement_page.h"

#include <wx/choicdlg.h>
#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_parts.h"
#include "report/dispute_listings.h"
#include "report/dispute_words.h"
#include "ui/actions/menus.h"
#include "ui/agreement/agreement_tables.h"
#include "ui/agreement/settling_panel.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_page.h"

namespace ui {

namespace {

using analysis::Unit;
using analysis::UnitRule;
using base::msg;
using base::say;
using base::tr;

constexpr std::array kUnits{
    std::pair{msg("Characters"), Unit::character}, std::pair{msg("Words"), Unit::word},
    std::pair{msg("Sentences"), Unit::sentence},   std::pair{msg("Turns"), Unit::turn},
    std::pair{msg("Sources"), Unit::source},       std::pair{msg("Persons"), Unit::participant}};
constexpr std::array kRules{std::pair{msg("Any part of it"), UnitRule::any},
                            std::pair{msg("More than half"), UnitRule::majority}};
constexpr std::array kViews{msg("&By code"), msg("P&lot"), msg("&Disagreements"), msg("Con&fusion"),
                            msg("&Matrix")};

bool has_rule(Unit unit) {
    return unit != Unit::character && unit != Unit::participant;
}

bool fits_text(const analysis::CoefficientInfo& info) {
    // What needs numbers or a dimension has no value for one code.
    const std::string id = info.id;
    return id.find("ordinal") == std::string::npos && id.find("interval") == std::string::npos &&
           id.find("ratio") == std::string::npos && id.find("linear") == std::string::npos &&
           id.find("quadratic") == std::string::npos && id != "u_alpha" && id != "bar_u_alpha" &&
           id != "cu_alpha";
}

}  // namespace

AgreementPage::AgreementPage(wxWindow* parent, Context& context, const Actions& actions)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      actions_(actions) {
    lay_out();
    connections_.push_back(grid_->on_opened([this](const MatrixGrid::Cell& cell) { open(cell); }));
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
    auto* row = new wxWrapSizer(wxHORIZONTAL, wxWRAPSIZER_DEFAULT_FLAGS);
    const auto labelled = [&](const char* label, wxWindow* control) {
        auto* pair = new wxBoxSizer(wxHORIZONTAL);
        pair->Add(new wxStaticText(controls_, wxID_ANY, wx(tr(label))),
                  wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(4)));
        pair->Add(control, wxSizerFlags().CentreVertical());
        row->Add(pair, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, gap));
    };
    const auto choice = [&](const char* purpose) {
        auto* made = new wxChoice(controls_, wxID_ANY);
        describe(*made, wx(tr(purpose)));
        return made;
    };
    for (std::size_t i = 0; i < coders_.size(); ++i) {
        coders_[i] = choice(i == 0 ? msg("The first coder") : msg("The second coder"));
        coders_[i]->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            auto wanted = choice_;
            wanted.coders.clear();
            for (auto* list : coders_) {
                if (list->GetSelection() >= 0)
                    wanted.coders.push_back(observers_.at(static_cast<std::size_t>(list->GetSelection())));
            }
            choose(wanted);
        });
    }
    labelled(msg("Coders"), coders_[0]);
    row->Add(coders_[1], wxSizerFlags().Border(wxRIGHT | wxBOTTOM, gap));
    unit_ = choice(msg("The unit that is compared"));
    for (const auto& [label, unit] : kUnits) unit_->Append(wx(tr(label)));
    unit_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        auto wanted = choice_;
        wanted.unit = kUnits[static_cast<std::size_t>(unit_->GetSelection())].second;
        choose(wanted);
    });
    labelled(msg("Unit"), unit_);
    rule_ = choice(msg("When a unit has a code"));
    for (const auto& [label, rule] : kRules) rule_->Append(wx(tr(label)));
    rule_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        auto wanted = choice_;
        wanted.rule = kRules[static_cast<std::size_t>(rule_->GetSelection())].second;
        choose(wanted);
    });
    row->Add(rule_, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, gap));
    scope_ = choice(msg("The codes that are compared"));
    scope_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        auto wanted = choice_;
        wanted.code = scopes_.at(static_cast<std::size_t>(scope_->GetSelection()));
        choose(wanted);
    });
    row->Add(scope_, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, gap));
    const auto button = [&](const char* label, const char* help, auto run) {
        auto* made = new wxButton(controls_, wxID_ANY, wx(tr(label)));
        made->SetToolTip(wx(tr(help)));
        made->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
        row->Add(made, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, gap));
        return made;
    };
    button(msg("C&oefficients…"), msg("Which coefficients the table shows"),
           [this] { choose_coefficients(); });
    export_ = button(msg("&Export…"), msg("Writes tables, the plot or the whole report to a file"),
                     [this] { export_menu(); });

    headline_ = new wxStaticText(controls_, wxID_ANY, "");
    headline_->SetFont(headline_->GetFont().Bold());
    state_ = new wxStaticText(controls_, wxID_ANY, "");
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
    auto* top = new wxBoxSizer(wxVERTICAL);
    top->Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
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
    choice_ = choice;
    stale_ = true;
    show_choice();
    compute();
}

bool AgreementPage::up_to_date() const {
    return findings_ && !stale_ && !background_.running() && computed_ == context_.material_version();
}

void AgreementPage::show_choice() {
    const auto& material = context_.material();
    observers_.clear();
    for (const auto& coder : material.coders) {
        observers_.push_back({coder.id});
        // Who coded a source more than once can be compared with herself.
        for (model::Layer round = 1; round <= last_round(material, coder.id); ++round)
            observers_.push_back({coder.id, round});
    }
    observers_.push_back({{}, model::kSettledLayer});
    for (std::size_t i = 0; i < coders_.size(); ++i) {
        coders_[i]->Clear();
        for (std::size_t k = 0; k < observers_.size(); ++k) {
            coders_[i]->Append(wx(observers_[k].layer == model::kSettledLayer
                                      ? std::string(tr("The settled layer"))
                                      : report::observer_name(material, observers_[k])));
            if (i < choice_.coders.size() && choice_.coders[i] == observers_[k])
                coders_[i]->SetSelection(static_cast<int>(k));
        }
    }
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        if (kUnits[i].second == choice_.unit) unit_->SetSelection(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < kRules.size(); ++i) {
        if (kRules[i].second == choice_.rule) rule_->SetSelection(static_cast<int>(i));
    }
    rule_->Show(has_rule(choice_.unit));
    scopes_ = {{}};
    scope_->Clear();
    scope_->Append(wx(tr("All codes")));
    if (choice_.code && material.codebook.find(choice_.code) == nullptr) choice_.code = {};
    scope_->SetSelection(0);
    for (const auto& code : material.codebook.codes()) {
        if (code.parent) continue;
        scopes_.push_back(code.id);
        scope_->Append(wx(code.name));
        if (code.id == choice_.code) scope_->SetSelection(static_cast<int>(scopes_.size()) - 1);
    }
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
        show_choice();
    }
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
            dimension_->Append(wx(report::name_in(findings_->material->codebook.codes(), one.dimension)));
        if (!findings_->confusions.empty())
            dimension_->SetSelection(std::min(chosen, static_cast<int>(dimension_->GetCount()) - 1));
    }
    settling_->show(findings_);
    show_view();
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
    remarks_->Show(view_ != View::disagreements && findings_);
    if (findings_) {
        switch (view_) {
            case View::figures:
                show_figures();
                break;
            case View::plot:
                chart_->show(plot());
                remarks_->show(findings_->named.notes, {});
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

void AgreementPage::show_confusion() {
    const auto made = table();
    MatrixGrid::Marks marks;
    marks.groups.resize(made.rows.size());
    grid_->show(made, marks, {});
    remarks_->show({tr("The diagonal is what both gave the same code. Beside it: what the two gave different "
                       "codes of this dimension, or one of them none. A double click lists the passages.")},
                   {});
}

void AgreementPage::show_stability() {
    const auto made = table();
    MatrixGrid::Marks marks;
    marks.groups.resize(made.rows.size());
    grid_->show(made, marks, {});
    remarks_->show(report::stability_notes(findings_->stability), {});
}

ChartView::Make AgreementPage::plot() const {
    if (!findings_) return {};
    const auto& named = findings_->named;
    const std::string title =
        say("{}: {}", named.title, analysis::shown_name(findings_->spec.coefficients.front()));
    // Unit, material and intervals: what a figure in a paper must say.
    std::vector<std::string> notes(
        named.notes.begin(),
        named.notes.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, named.notes.size())));
    return [lines = forest_lines(*findings_), title, notes](const report::ChartLook& look,
                                                            const report::TextWidth& width) {
        return report::forest_chart(title, lines, notes, look, width);
    };
}

void AgreementPage::show_disagreements(model::CodeId code) {
    SettlingPanel::Filter filter;
    if (code) {
        filter.title = report::name_in(context_.codebook().codes(), code);
        filter.codes = {code};
    }
    settling_->set_filter(filter);
    show(View::disagreements);
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

void AgreementPage::choose_coefficients() {
    wxArrayString names;
    std::vector<analysis::Coefficient> offered;
    wxArrayInt chosen;
    for (const auto& info : analysis::coefficients()) {
        if (!fits_text(info)) continue;
        const auto& known = choice_.coefficients;
        if (std::find(known.begin(), known.end(), info.coefficient) != known.end())
            chosen.push_back(static_cast<int>(offered.size()));
        offered.push_back(info.coefficient);
        names.push_back(wx(fmt::format("{} ({})", analysis::shown_name(info.coefficient), info.source)));
    }
    wxMultiChoiceDialog dialog(this, wx(tr("The table shows these, the first one with its interval:")),
                               wx(tr("Coefficients")), names);
    dialog.SetSelections(chosen);
    if (dialog.ShowModal() != wxID_OK || dialog.GetSelections().empty()) return;
    auto wanted = choice_;
    wanted.coefficients.clear();
    for (const int place : dialog.GetSelections())
        wanted.coefficients.push_back(offered[static_cast<std::size_t>(place)]);
    // α stands first where it is among them: the bands are its.
    std::stable_partition(wanted.coefficients.begin(), wanted.coefficients.end(),
                          [](auto one) { return one == analysis::Coefficient::krippendorff_alpha_nominal; });
    choose(wanted);
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
