// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_page.h"

#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_parts.h"
#include "exchange/out/table_text.h"
#include "report/matrix/notes.h"
#include "report/matrix/table.h"
#include "report/passages/passage.h"
#include "report/passages/passages.h"
#include "ui/actions/menus.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::say_n;
using base::tr;

constexpr std::size_t kNamedAtMost = 12;
using View = MatrixChoice::View;
constexpr std::array kViews{std::pair{msg("&Table"), View::table}, std::pair{msg("&Bars"), View::bars},
                            std::pair{msg("&Dots"), View::dots}};

const analysis::CrossCell* counted_cell(const CountedMatrix& matrix, const MatrixGrid::Cell& cell) {
    if (cell.column < 0) return nullptr;
    const auto& content = exchange::cell_at(matrix.table, cell.row, static_cast<std::size_t>(cell.column));
    return report::cell_of(matrix.crosstab, content.trace);
}

MatrixGrid::Marks marks_of(const Context& context, const CountedMatrix& matrix) {
    MatrixGrid::Marks marks;
    marks.columns = column_marks(context, matrix);
    for (std::size_t row = 0; row < matrix.table.rows.size(); ++row) {
        const auto* item = row_item(matrix, row);
        marks.rows.push_back(item == nullptr ? "" : item_colour(context, matrix.crosstab.spec.rows, *item));
        const auto* code = item == nullptr ? nullptr : context.codebook().find({item->id});
        const bool group = matrix.table.rows[row].is_group && code != nullptr;
        marks.groups.push_back(group ? code->guid.to_string() : "");
    }
    return marks;
}

}  // namespace

std::vector<std::string> column_marks(const Context& context, const CountedMatrix& matrix) {
    std::vector<std::string> marks;
    for (const auto& column : matrix.crosstab.columns) {
        marks.push_back(item_colour(context, matrix.crosstab.spec.columns, column));
    }
    return marks;
}

model::Table charted_table(Context& context, const CountedMatrix& matrix) {
    auto table = report::matrix_table(matrix.crosstab, context.material(), report::Layout::working);
    table.notes = report::choice_notes(matrix.crosstab, context.material());
    return table;
}

void copy_table(const model::Table& table) {
    const wxClipboardLocker locker;
    if (!locker) return;
    auto* both = new wxDataObjectComposite;
    both->Add(new wxHTMLDataObject(wx(exchange::table_html(table))), true);
    both->Add(new wxTextDataObject(wx(exchange::table_tabs(table))));
    wxTheClipboard->SetData(both);
    wxTheClipboard->Flush();
}

MatrixPage::MatrixPage(wxWindow* parent, Context& context, const Actions& actions)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      actions_(actions),
      choice_(remembered_choice(context)),
      controls_(new MatrixControls(this, context)),
      grid_(new MatrixGrid(this)),
      chart_(new ChartView(this)),
      remarks_(new MatrixRemarks(this)) {
    make_buttons();
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(controls_, wxSizerFlags().Expand());
    lines->Add(grid_, wxSizerFlags(1).Expand());
    lines->Add(chart_, wxSizerFlags(1).Expand());
    lines->Add(remarks_, wxSizerFlags().Expand());
    SetSizer(lines);

    connections_.push_back(controls_->on_chosen([this](const MatrixChoice& choice) { choose(choice); }));
    connections_.push_back(grid_->on_opened([this](const MatrixGrid::Cell& cell) { open(cell); }));
    connections_.push_back(grid_->on_copied([this] { copy(); }));
    connections_.push_back(grid_->on_menu([this] { show_menu(); }));
    connections_.push_back(grid_->on_folded([this] {
        choice_.folded = grid_->folded();
        remember_choice(context_, choice_);
    }));
    grid_->set_hint([this](const MatrixGrid::Cell& cell) { return hint_of(cell); });
    connections_.push_back(context_.on_changed([this](const study::Changes&) { stale_ = true; }));
    connections_.push_back(context_.on_chosen([this] { stale_ = true; }));
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        // Behind another tab nothing is counted.
        if (stale_ && IsShownOnScreen()) count();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        take_colours();
        stale_ = true;
    });
    take_colours();
    count();
}

void MatrixPage::make_buttons() {
    for (std::size_t i = 0; i < kViews.size(); ++i) {
        const auto& [label, view] = kViews[i];
        auto* button = new wxToggleButton(controls_, wxID_ANY, wx(tr(label)));
        button->Bind(wxEVT_TOGGLEBUTTON, [this, shown = view](wxCommandEvent&) {
            auto choice = choice_;
            choice.view = shown;
            choose(choice);
        });
        controls_->add_at_end(button);
        views_[i] = button;
    }
    controls_->add_space_at_end();
    const auto button = [this](const char* label, const char* help, auto run) {
        auto* made = new wxButton(controls_, wxID_ANY, wx(tr(label)));
        made->SetToolTip(wx(tr(help)));
        made->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
        controls_->add_at_end(made);
        return made;
    };
    button(msg("&Copy"), msg("Copies the table, to be pasted into Word, Excel or LibreOffice"),
           [this] { copy(); });
    button(msg("&Export…"), msg("Writes the matrix, its chart or parts of the study to a file"), [this] {
        const auto menu = make_menu(
            actions_,
            {"export.matrix", "export.chart", "-", "export.quotations", "export.codings", "export.codebook",
             "export.participants", "export.log", "-", "export.archive", "export.study"},
            true);
        PopupMenu(menu.get());
    });
}

void MatrixPage::take_colours() {
    for (wxWindow* window : {static_cast<wxWindow*>(this), static_cast<wxWindow*>(controls_),
                             static_cast<wxWindow*>(remarks_)}) {
        window->SetBackgroundColour(colour(Shade::margin));
    }
}

void MatrixPage::focus() {
    if (choice_.view == View::table) {
        grid_->SetFocus();
    } else {
        chart_->SetFocus();
    }
}

void MatrixPage::choose(const MatrixChoice& choice) {
    const auto before = choice_;
    choice_ = choice;
    // What cannot be counted is told, and the table stays with the choice that it shows.
    if (!try_to_count()) choice_ = before;
    remember_choice(context_, choice_);
    show_matrix();
}

void MatrixPage::count() {
    // No numbers rather than those of another state of the study.
    if (!try_to_count()) matrix_ = {};
    show_matrix();
}

bool MatrixPage::try_to_count() {
    stale_ = false;
    choice_ = fitting(choice_, context_.material());
    const bool long_work = choice_.spec.count == analysis::Count::words;
    const std::unique_ptr<wxBusyCursor> busy(long_work ? new wxBusyCursor : nullptr);
    return context_.attempt([this] { matrix_ = counted(context_, choice_); });
}

void MatrixPage::show_matrix() {
    controls_->show(choice_);
    for (std::size_t i = 0; i < kViews.size(); ++i) views_[i]->SetValue(kViews[i].second == choice_.view);
    const bool table = choice_.view == View::table;
    grid_->show(matrix_.table, marks_of(context_, matrix_), choice_.folded);
    if (!table) {
        // The notes stand below already.
        auto charted = charted_table(context_, matrix_);
        charted.notes.clear();
        chart_->show(std::move(charted),
                     choice_.view == View::bars ? report::ChartKind::bars : report::ChartKind::dots,
                     column_marks(context_, matrix_));
    }
    grid_->Show(table);
    chart_->Show(!table);
    show_remarks();
    Layout();
}

void MatrixPage::show_remarks() {
    auto sentences = report::choice_notes(matrix_.crosstab, context_.material());
    const auto marks = exchange::legend(matrix_.table);
    sentences.insert(sentences.end(), marks.begin(), marks.end());
    std::vector<MatrixRemarks::Warning> warnings;
    if (matrix_.crosstab.unattributed > 0) {
        warnings.push_back({report::unattributed_note(matrix_.crosstab), [this] {
                                context_.list({tr("Codings that belong to no participant"),
                                               matrix_.crosstab.unattributed_codings});
                            }});
    }
    for (const auto& warning : matrix_.crosstab.warnings) {
        warnings.push_back(
            {report::warning_note(warning, context_.material()), [this, warning] { follow(warning); }});
    }
    if (warnings.size() > 1) {
        sentences.push_back(say_n("{} warning, leading to what it is about:",
                                  "{} warnings, each leading to what it is about:", warnings.size()));
    }
    remarks_->show(sentences, std::move(warnings));
}

void MatrixPage::open(const MatrixGrid::Cell& cell) {
    if (cell.column < 0) return;
    const auto* counted = counted_cell(matrix_, cell);
    if (counted == nullptr || counted->codings.empty()) {
        context_.say(tr("There is no passage behind this cell."));
        return;
    }
    context_.list({cell_name(matrix_, cell.row, static_cast<std::size_t>(cell.column)), counted->codings});
}

std::string MatrixPage::hint_of(const MatrixGrid::Cell& cell) const {
    const auto* counted = counted_cell(matrix_, cell);
    if (counted == nullptr) return {};
    std::string hint = cell_name(matrix_, cell.row, static_cast<std::size_t>(cell.column));
    const auto& content = exchange::cell_at(matrix_.table, cell.row, static_cast<std::size_t>(cell.column));
    if (content.state == model::CellState::uncoded) return hint + "\n" + tr("Interviewed, not coded yet");
    if (content.state == model::CellState::absent) return hint + "\n" + tr("Nobody interviewed");
    std::vector<std::string> names;
    for (const auto& participant : context_.material().participants) {
        const auto& with = counted->participants;
        if (std::find(with.begin(), with.end(), participant.id) == with.end()) continue;
        if (names.size() == kNamedAtMost) {
            names.emplace_back("…");
            break;
        }
        names.push_back(participant.name);
    }
    hint += "\n" + say("{} of {} coded participants", counted->participants.size(), counted->coded);
    return names.empty() ? hint : hint + "\n" + base::join(names, ", ");
}

void MatrixPage::follow(const analysis::ExclusivityWarning& warning) {
    const auto& material = context_.material();
    if (warning.codes.empty()) {
        for (const auto& source : material.sources) {
            const auto& there = source.participants;
            if (std::find(there.begin(), there.end(), warning.participant) == there.end()) continue;
            context_.go_to({source.id, {}});
            return;
        }
        return;
    }
    report::CodingFilter filter;
    filter.codes = warning.codes;
    filter.attribution = choice_.spec.attribution;
    // What all found is among what anybody found.
    if (choice_.spec.whose.kind != analysis::Whose::Kind::all) filter.whose = choice_.spec.whose;
    auto codings = report::selected_codings(material, filter);
    const report::Passages passages(context_.study(), material, filter.attribution);
    std::erase_if(codings, [&](model::CodingId coding) {
        const auto people = passages.participants_of(coding);
        return std::find(people.begin(), people.end(), warning.participant) == people.end();
    });
    context_.list({report::warning_note(warning, material), codings});
}

void MatrixPage::copy() {
    copy_table(matrix_.table);
    context_.say(tr("The table is on the clipboard."), tr("Paste it into Word, Excel or LibreOffice."));
}

void MatrixPage::show_menu() {
    wxMenu menu;
    enum Item { kOpen = wxID_HIGHEST + 1, kCopy, kFold, kUnfold };
    menu.Append(kOpen, wx(tr("Show the &passages")));
    menu.Append(kCopy, wx(tr("&Copy the table")));
    menu.AppendSeparator();
    menu.Append(kFold, wx(tr("&Fold all dimensions")));
    menu.Append(kUnfold, wx(tr("&Unfold all dimensions")));
    switch (GetPopupMenuSelectionFromUser(menu)) {
        case kOpen:
            return open(grid_->cursor());
        case kCopy:
            return copy();
        case kFold:
            return grid_->fold_all(true);
        case kUnfold:
            return grid_->fold_all(false);
        default:
            return;
    }
}

}  // namespace ui
