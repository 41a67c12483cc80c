// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/settling_panel.h"

#include <wx/msgdlg.h>
#include <wx/numdlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/agreement/dispute_listings.h"
#include "report/agreement/dispute_words.h"
#include "study/verbs/settling.h"
#include "ui/agreement/dispute_text.h"
#include "ui/agreement/rule_dialog.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using analysis::Dispute;
using base::msg;
using base::say;
using base::say_n;
using base::tr;
using model::Decision;

/// So much of the text is shown on both sides of the passage.
constexpr text::Position kAround = 240;
/// A judgement of a whole source cannot be shown as one.
constexpr text::Position kShownAtMost = 6000;

study::verbs::Settling settling_of(const analysis::Proposal& proposal, const std::string& reason,
                                   model::CoderId coder) {
    study::verbs::Settling settling;
    settling.source = proposal.source;
    settling.decision = proposal.decision;
    settling.accepted = proposal.accepted;
    settling.reason = reason;
    settling.coder = coder;
    settling.settles = proposal.settles;
    for (const auto& outcome : proposal.outcomes) {
        settling.outcomes.push_back(
            {outcome.code, outcome.span.begin < 0 ? std::nullopt : std::optional(outcome.span)});
    }
    return settling;
}

bool meets(const Dispute& dispute, const analysis::TextPlace& place) {
    return dispute.source == place.source &&
           std::any_of(dispute.passages.begin(), dispute.passages.end(),
                       [&](const auto& passage) { return text::overlap(passage.span, place.span) > 0; });
}

}  // namespace

SettlingPanel::SettlingPanel(wxWindow* parent, Context& context)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL), context_(context) {
    lay_out();
    Bind(wxEVT_CHAR_HOOK, &SettlingPanel::OnKey, this);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_current(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { go_there(); });
    which_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { fill(); });
    all_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { set_filter({}); });
}

void SettlingPanel::lay_out() {
    const int gap = FromDIP(6);
    progress_ = new wxStaticText(this, wxID_ANY, "");
    gauge_ = new wxGauge(this, wxID_ANY, 1, wxDefaultPosition, FromDIP(wxSize(120, 8)));
    describe(*gauge_, wx(tr("How many disagreements are settled")));
    which_ = new wxChoice(this, wxID_ANY);
    for (const char* label : {msg("Open ones"), msg("To discuss"), msg("All of them")})
        which_->Append(wx(tr(label)));
    which_->SetSelection(0);
    describe(*which_, wx(tr("Which disagreements are listed")));
    auto* rule = new wxButton(this, wxID_ANY, wx(tr("Settle by &rule…")));
    rule->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { settle_by_rule(); });
    title_ = new wxStaticText(this, wxID_ANY, "");
    title_->SetFont(title_->GetFont().Bold());
    all_ = new wxButton(this, wxID_ANY, wx(tr("Those of all codes")), wxDefaultPosition, wxDefaultSize,
                        wxBU_EXACTFIT);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(progress_, wxSizerFlags().CentreVertical());
    top->Add(gauge_, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, gap));
    top->Add(which_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    top->Add(rule, wxSizerFlags().CentreVertical());
    auto* filter = new wxBoxSizer(wxHORIZONTAL);
    filter->Add(title_, wxSizerFlags().CentreVertical());
    filter->Add(all_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));

    auto* split = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE);
    list_ = new wxDataViewListCtrl(split, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_SINGLE | wxDV_ROW_LINES | wxBORDER_NONE);
    describe(*list_, wx(tr("Disagreements")));
    const auto column = [this](const wxString& title, int width, wxAlignment alignment = wxALIGN_LEFT) {
        list_->AppendTextColumn(title, wxDATAVIEW_CELL_INERT, FromDIP(width), alignment)
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_END);
    };
    column(wx(tr("Cells")), 64, wxALIGN_RIGHT);
    column(wx(tr("Kind")), 140);
    column("", 220);
    column("", 220);
    column(wx(tr("Length")), 76, wxALIGN_RIGHT);
    column(wx(tr("Source")), 110);
    column(wx(tr("State")), 150);

    auto* below = new wxPanel(split, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL);
    about_ = new wxStaticText(below, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    about_->SetFont(about_->GetFont().Bold());
    effect_ = new wxStaticText(below, wxID_ANY, "");
    words_ = new DisputeText(below);
    reason_ = new wxTextCtrl(below, wxID_ANY);
    reason_->SetHint(wx(tr("Reason (R)")));
    describe(*reason_, wx(tr("Reason of the decision")));
    code_ = new wxChoice(below, wxID_ANY);
    describe(*code_, wx(tr("Code that is drawn anew")));
    auto* buttons = new wxWrapSizer(wxHORIZONTAL, wxWRAPSIZER_DEFAULT_FLAGS);
    const auto button = [&](const wxString& label, const char* help, auto run) {
        auto* made = new wxButton(below, wxID_ANY, label);
        made->SetToolTip(wx(tr(help)));
        made->Bind(wxEVT_BUTTON, [run](wxCommandEvent&) { run(); });
        buttons->Add(made, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
        return made;
    };
    first_ = button("1", msg("The settled coding is that of the first coder"),
                    [this] { decide(Decision::accept, 0); });
    second_ = button("2", msg("The settled coding is that of the second coder"),
                     [this] { decide(Decision::accept, 1); });
    button(wx(tr("Both")) + "  B", msg("Everything that either of them coded"),
           [this] { decide(Decision::both); });
    button(wx(tr("Nothing")) + "  D", msg("Neither coding is settled"), [this] { decide(Decision::drop); });
    button(wx(tr("Later")) + "  L", msg("Puts it off, to be discussed"), [this] { decide(Decision::later); });
    button(wx(tr("Draw anew")) + "  N",
           msg("Select the words: with the mouse, or Shift and arrows for the end, Ctrl and arrows for the "
               "begin; N once more settles them"),
           [this] { draw_anew(); });
    buttons->Add(code_, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
    button(wx(tr("Reopen")) + "  U", msg("Takes the decision back"), [this] { reopen(); });
    button(wx(tr("Go there")) + wx("  ⏎"), msg("Shows the passage in its transcript, with both codings"),
           [this] { go_there(); });
    auto* lower = new wxBoxSizer(wxVERTICAL);
    lower->Add(about_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    lower->Add(effect_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    lower->Add(words_, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, gap));
    lower->Add(reason_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    lower->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    below->SetSizer(lower);
    split->SetMinimumPaneSize(FromDIP(80));
    split->SetSashGravity(0.4);
    split->SplitHorizontally(list_, below, FromDIP(190));
    // The passage gets the larger part once there is room for both.
    Bind(wxEVT_IDLE, [this, split](wxIdleEvent& event) {
        event.Skip();
        if (wrapped_for_ != GetClientSize().x && IsShownOnScreen()) show_effect();
        if (divided_ || split->GetSize().y < FromDIP(240)) return;
        divided_ = true;
        split->SetSashPosition(split->GetSize().y * 2 / 5);
        show_current();
    });

    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(top, wxSizerFlags().Expand().Border(wxALL, gap));
    lines->Add(filter, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    lines->Add(split, wxSizerFlags(1).Expand());
    SetSizer(lines);
}

void SettlingPanel::SetFocus() {
    list_->SetFocus();
}

void SettlingPanel::show(std::shared_ptr<const AgreementFindings> findings) {
    if (!wanted_ && current() != nullptr) wanted_ = current()->number;
    findings_ = std::move(findings);
    fill();
}

void SettlingPanel::set_filter(Filter filter) {
    filter_ = std::move(filter);
    wanted_.reset();
    fill();
}

bool SettlingPanel::is_listed(const Dispute& dispute) const {
    enum Which { kOpen, kLater, kAll };
    const int which = which_->GetSelection();
    if (which == kOpen && dispute.settled) return false;
    if (which == kLater && (dispute.settled || dispute.changed || !dispute.settlement)) return false;
    const bool of_code =
        filter_.codes.empty() ||
        std::any_of(filter_.codes.begin(), filter_.codes.end(), [&](model::CodeId code) {
            return std::find(dispute.codes.begin(), dispute.codes.end(), code) != dispute.codes.end();
        });
    return of_code &&
           (filter_.places.empty() || std::any_of(filter_.places.begin(), filter_.places.end(),
                                                  [&](const auto& place) { return meets(dispute, place); }));
}

void SettlingPanel::fill() {
    rows_.clear();
    list_->DeleteAllItems();
    title_->SetLabel(wx(filter_.title.empty() ? tr("All codes") : filter_.title));
    all_->Show(!filter_.title.empty());
    if (!findings_) return;
    const auto& material = *findings_->material;
    const auto names = report::observer_names(material, findings_->spec);
    list_->GetColumn(2)->SetTitle(wx(names[0]));
    list_->GetColumn(3)->SetTitle(wx(names[1]));
    first_->SetLabel(wx(say("As {}", names[0])) + "  1");
    second_->SetLabel(wx(say("As {}", names[1])) + "  2");
    int selected = 0;
    for (const std::size_t place : analysis::by_effect(findings_->disputes)) {
        const Dispute& one = findings_->disputes.list[place];
        if (!is_listed(one)) continue;
        if (wanted_ && one.number == *wanted_) selected = static_cast<int>(rows_.size());
        rows_.push_back(place);
        wxVector<wxVariant> row;
        row.push_back(wx(std::to_string(one.effect.size())));
        row.push_back(wx(report::kind_text(one.kind)));
        row.push_back(wx(report::codes_text(one, 0, material)));
        row.push_back(wx(report::codes_text(one, 1, material)));
        row.push_back(wx(std::to_string(one.length)));
        row.push_back(wx(model::name_in(material.sources, one.source)));
        row.push_back(wx(report::state_text(one, material)));
        list_->AppendItem(row);
    }
    wanted_.reset();
    const auto& all = findings_->disputes;
    gauge_->SetRange(std::max(1, static_cast<int>(all.list.size())));
    gauge_->SetValue(static_cast<int>(all.list.size() - all.open()));
    progress_->SetLabel(wx(progress_line()));
    if (!rows_.empty()) {
        list_->SelectRow(static_cast<unsigned>(selected));
        list_->EnsureVisible(list_->RowToItem(selected));
    }
    show_current();
    Layout();
}

std::string SettlingPanel::progress_line() const {
    if (!findings_) return {};
    const auto& all = findings_->disputes;
    return say_n("Of {} disagreement {} is settled.", "Of {} disagreements {} are settled.", all.list.size(),
                 all.list.size() - all.open());
}

std::vector<std::size_t> SettlingPanel::listed() const {
    std::vector<std::size_t> numbers;
    for (const std::size_t place : rows_) numbers.push_back(findings_->disputes.list[place].number);
    return numbers;
}

const Dispute* SettlingPanel::current() const {
    const int row = list_->GetSelectedRow();
    if (!findings_ || row < 0 || static_cast<std::size_t>(row) >= rows_.size()) return nullptr;
    return &findings_->disputes.list[rows_[static_cast<std::size_t>(row)]];
}

void SettlingPanel::choose(std::size_t number) {
    const auto numbers = listed();
    const auto found = std::find(numbers.begin(), numbers.end(), number);
    if (found == numbers.end()) return;
    list_->SelectRow(static_cast<unsigned>(found - numbers.begin()));
    show_current();
}

std::string SettlingPanel::effect_line() const {
    const Dispute* dispute = current();
    if (dispute == nullptr) return {};
    if (dispute->effect.empty())
        return tr("No cell of the matrix hangs on it: the persons have these codes either way.");
    std::vector<std::string> changes;
    for (const auto& change : dispute->effect)
        changes.push_back(report::change_text(change, *findings_->material, findings_->spec));
    return say("Hangs on it in the matrix: {}.", base::join(changes, "; "));
}

void SettlingPanel::show_effect() {
    wrapped_for_ = GetClientSize().x;
    effect_->SetLabel(without_mnemonics(wx(effect_line())));
    effect_->Wrap(std::max(FromDIP(200), wrapped_for_ - FromDIP(16)));
    effect_->GetParent()->Layout();
}

void SettlingPanel::show_current() {
    const Dispute* dispute = current();
    codes_.clear();
    code_->Clear();
    if (dispute == nullptr) {
        about_->SetLabel(wx(findings_ ? tr("There is no such disagreement.") : std::string()));
        effect_->SetLabel("");
        words_->clear();
        return;
    }
    const auto& material = *findings_->material;
    const auto names = report::observer_names(material, findings_->spec);
    about_->SetLabel(without_mnemonics(wx(fmt::format(
        "{} {}:{} · {}: {} · {}: {}", model::name_in(material.sources, dispute->source), dispute->span.begin,
        dispute->span.end, names[0], report::codes_text(*dispute, 0, material), names[1],
        report::codes_text(*dispute, 1, material)))));
    show_effect();
    const auto& codes = material.codebook;
    for (const auto code : dispute->codes) codes_.push_back(code);
    const auto dimension = codes.dimension_of(dispute->codes.front()).id;
    for (const auto& code : codes.codes()) {
        const bool known = std::find(codes_.begin(), codes_.end(), code.id) != codes_.end();
        if (!known && code.codable && codes.is_within(code.id, dimension)) codes_.push_back(code.id);
    }
    for (const auto code : codes_) code_->Append(wx(model::name_in(codes.codes(), code)));
    code_->SetSelection(0);

    const auto source = context_.source(dispute->source);
    if (!source) return words_->clear();
    std::vector<DisputeText::Passage> passages;
    const auto counted = std::find_if(material.sources.begin(), material.sources.end(),
                                      [&](const auto& one) { return one.id == dispute->source; });
    for (const auto& coding : counted->codings) {
        for (std::size_t lane = 0; lane < 2; ++lane) {
            const auto& ids = dispute->codings[lane];
            if (!std::binary_search(ids.begin(), ids.end(), coding.id)) continue;
            const auto* code = codes.find(coding.code);
            passages.push_back({lane, coding.whole_source() ? text::Span{0, counted->length} : coding.span,
                                code->colour, code->name});
        }
    }
    const text::Span around{
        std::max<text::Position>(0, dispute->span.begin - kAround),
        std::min({source->length, dispute->span.end + kAround, dispute->span.begin + kShownAtMost})};
    words_->show(context_.text(*source), around, std::move(passages), names);
    Layout();
}

void SettlingPanel::step_on() {
    const int row = list_->GetSelectedRow();
    // Where only open ones are listed, the decided one leaves the list and the next takes its place.
    for (std::size_t next = static_cast<std::size_t>(row) + 1; next < rows_.size(); ++next) {
        const Dispute& one = findings_->disputes.list[rows_[next]];
        if (one.settled) continue;
        wanted_ = one.number;
        return;
    }
}

void SettlingPanel::settle(const analysis::Proposal& proposal) {
    const auto coder = context_.coder();
    const auto before = wanted_;
    step_on();
    const bool done = context_.change("settle", nlohmann::json::object(), [&](study::Edit& edit) {
        study::verbs::settle(
            edit, settling_of(proposal, utf8(reason_->GetValue()), coder ? coder->id : model::CoderId{}));
    });
    if (!done) {
        wanted_ = before;
        return;
    }
    reason_->Clear();
    list_->SetFocus();
}

void SettlingPanel::decide(Decision decision, std::size_t accepted) {
    if (const Dispute* dispute = current())
        settle(analysis::proposal(*dispute, *findings_->material, findings_->spec, decision, accepted));
}

void SettlingPanel::draw_anew() {
    const Dispute* dispute = current();
    if (dispute == nullptr) return;
    if (!words_->selection()) {
        words_->select(dispute->span);
        context_.say(tr("Select the words that are to be settled, then N once more."),
                     tr("Shift and arrows move the end, Ctrl and arrows the begin."));
        return;
    }
    auto proposal = analysis::proposal(*dispute, *findings_->material, findings_->spec, Decision::anew);
    const auto code = static_cast<std::size_t>(std::max(0, code_->GetSelection()));
    proposal.outcomes.push_back({codes_.at(code), *words_->selection()});
    settle(proposal);
}

void SettlingPanel::reopen() {
    const Dispute* dispute = current();
    if (dispute == nullptr || !dispute->settlement) {
        context_.say(tr("This disagreement is open already."));
        return;
    }
    wanted_ = dispute->number;
    const auto id = findings_->material->settlements[*dispute->settlement].id;
    context_.change("reopen", nlohmann::json::object(),
                    [&](study::Edit& edit) { study::verbs::reopen(edit, id); });
}

void SettlingPanel::go_there() {
    const Dispute* dispute = current();
    if (dispute == nullptr) return;
    // The codings of both are to be seen there.
    context_.show({Shown::Kind::all, {}});
    context_.go_to({dispute->source, dispute->span});
}

void SettlingPanel::settle_by_rule() {
    if (!findings_) return;
    RuleDialog dialog(this, *findings_);
    if (dialog.ShowModal() == wxID_OK) carry_out(dialog.proposals());
}

void SettlingPanel::carry_out(const std::vector<analysis::Proposal>& proposals) {
    if (proposals.empty()) return;
    const auto coder = context_.coder();
    std::vector<study::verbs::Settling> settlings;
    for (const auto& one : proposals)
        settlings.push_back(settling_of(one, {}, coder ? coder->id : model::CoderId{}));
    const wxBusyCursor busy;
    context_.change("settle_by_rule", nlohmann::json::object(),
                    [&](study::Edit& edit) { study::verbs::settle_all(edit, settlings); });
}

void SettlingPanel::OnKey(wxKeyEvent& event) {
    const wxWindow* focus = wxWindow::FindFocus();
    const int key = event.GetKeyCode();
    if (focus == reason_) {
        // Enter and Esc lead back to the list, where the keys decide.
        if (key == WXK_RETURN || key == WXK_ESCAPE) {
            list_->SetFocus();
        } else {
            event.Skip();
        }
        return;
    }
    const bool left = key == WXK_LEFT, right = key == WXK_RIGHT;
    if ((left || right) && words_->selection() && !event.AltDown()) {
        if (event.ShiftDown()) return words_->move_end(right);
        if (event.ControlDown()) return words_->move_begin(right);
    }
    if (event.HasAnyModifiers() || focus == which_ || focus == code_) {
        event.Skip();
        return;
    }
    switch (key) {
        case '1':
            return decide(Decision::accept, 0);
        case '2':
            return decide(Decision::accept, 1);
        case 'B':
            return decide(Decision::both);
        case 'D':
            return decide(Decision::drop);
        case 'L':
            return decide(Decision::later);
        case 'N':
            return draw_anew();
        case 'U':
            return reopen();
        case 'R':
            return reason_->SetFocus();
        case WXK_RETURN:
            if (focus == list_ || (focus != nullptr && focus->GetParent() == list_)) return go_there();
            break;
        default:
            break;
    }
    event.Skip();
}

}  // namespace ui
