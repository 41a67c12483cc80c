// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hits_tab.h"

#include <wx/sizer.h>

#include <array>
#include <limits>

#include "base/translate.h"
#include "report/export_file.h"
#include "report/search/export.h"
#include "report/search/lists.h"
#include "study/verbs/coding.h"
#include "text/text.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_actions.h"
#include "ui/search/hit_list.h"
#include "ui/transcript/quick_code.h"

namespace ui {

namespace {

using base::msg;
using base::say;
using base::say_n;
using base::tr;
using search::Order;
using To = search::Expansion::To;

constexpr int kEdge = 6, kMostWords = 50;
constexpr text::Position kAroundPassage = 240;
constexpr std::array kOrders{
    std::pair{msg("By place"), Order::place},   std::pair{msg("By what stands before"), Order::left},
    std::pair{msg("By the hit"), Order::match}, std::pair{msg("By what stands behind"), Order::right},
    std::pair{msg("By role"), Order::role},
};
constexpr std::array kExpansions{
    std::pair{msg("The hit itself"), To::hit},       std::pair{msg("Whole words"), To::word},
    std::pair{msg("The sentence"), To::sentence},    std::pair{msg("The turn"), To::turn},
    std::pair{msg("Words on each side"), To::words},
};

template <class Labels>
wxChoice* choice_of(wxWindow* parent, const Labels& labels, const std::string& name) {
    auto* choice = new wxChoice(parent, wxID_ANY);
    for (const auto& [label, value] : labels) choice->Append(wx(tr(label)));
    choice->SetSelection(0);
    describe(*choice, wx(name));
    return choice;
}

void write_lines(study::Study& study, search::Search& search, const search::Prepared& query,
                 search::Order order, const std::filesystem::path& file) {
    constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
    const auto lines = search.lines(query, order, 0, kAll);
    report::write_found(study, report::hits_listing(query, search.contents(), lines), "hits", file);
}

}  // namespace

HitsTab::HitsTab(wxWindow* parent, Context& context, Finding& finding)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      finding_(finding),
      order_(choice_of(this, kOrders, tr("Order of the hits"))),
      expand_(choice_of(this, kExpansions, tr("What is coded of each hit"))),
      words_(new wxSpinCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1,
                            kMostWords, 5)),
      words_label_(new wxStaticText(this, wxID_ANY, wx(tr("words")))),
      check_(new wxButton(this, wxID_ANY, wx(tr("Check &all")))),
      code_(new wxButton(this, wxID_ANY, wx(tr("&Code…")))),
      export_(new wxButton(this, wxID_ANY, wx(tr("&Export…")))),
      list_(new HitList(this, context, finding)),
      previous_(new wxButton(this, wxID_ANY, wx("◀"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)),
      page_(new wxStaticText(this, wxID_ANY, "")),
      next_(new wxButton(this, wxID_ANY, wx("▶"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT)),
      preview_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                              wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxBORDER_NONE)),
      quick_code_(new QuickCode(this, context)) {
    describe(*words_, wx(tr("Words on each side")));
    describe(*preview_, wx(tr("The passage that would be coded")));
    for (auto* button : {previous_, next_}) {
        const bool forward = button == next_;
        const std::string help =
            forward ? tr("The next page of hits") : tr("The page of hits before this one");
        describe(*button, wx(help));
        button->SetToolTip(wx(help));
        button->Bind(wxEVT_BUTTON, [this, forward](wxCommandEvent&) { turn(forward); });
    }
    lay_out();
    order_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        list_->set_order(kOrders[static_cast<std::size_t>(order_->GetSelection())].second);
    });
    expand_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const bool counted = expansion().to == To::words;
        words_->Show(counted);
        words_label_->Show(counted);
        Layout();
        show_preview();
    });
    words_->Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { show_preview(); });
    check_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        list_->check_all(list_->checked_count() < finding_.hits().size());
    });
    code_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { code(); });
    export_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { export_hits(); });
    quick_code_->on_closed([this] { list_->SetFocus(); });
    connections_.push_back(finding_.on_found([this] { take_hits(); }));
    connections_.push_back(finding_.on_moved([this] {
        if (finding_.current() && finding_.current() != list_->chosen()) list_->choose(*finding_.current());
        show_chosen();
    }));
    connections_.push_back(context_.on_chosen([this] { show_chosen(); }));
    connections_.push_back(list_->on_chosen([this] { show_chosen(); }));
    connections_.push_back(list_->on_turned([this] { show_page(); }));
    connections_.push_back(list_->on_opened([this](bool stay) {
        const auto hit = list_->chosen();
        if (!hit) return;
        finding_.lead_to(*hit);
        // After the text has taken the focus.
        if (stay) CallAfter([this] { CallAfter([this] { list_->SetFocus(); }); });
    }));
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        if (preview_stale_ && IsShownOnScreen()) show_preview();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        previewed_.clear();
        show_preview();
    });
    take_hits();
}

void HitsTab::lay_out() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](wxWindow* window) {
        row->Add(window, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(kEdge)));
    };
    add(new wxStaticText(this, wxID_ANY, wx(tr("Order:"))));
    add(order_);
    row->AddStretchSpacer();
    add(check_);
    add(new wxStaticText(this, wxID_ANY, wx(tr("Code of each:"))));
    add(expand_);
    add(words_);
    add(words_label_);
    add(code_);
    row->AddSpacer(FromDIP(2 * kEdge));
    row->Add(export_, wxSizerFlags().CentreVertical());
    words_->Hide();
    words_label_->Hide();
    preview_->SetMinSize(wxSize(-1, 3 * GetCharHeight() + FromDIP(10)));
    quick_code_->Hide();
    preview_->Hide();
    page_row_ = new wxBoxSizer(wxHORIZONTAL);
    page_row_->Add(previous_, wxSizerFlags().CentreVertical());
    page_row_->Add(page_, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(kEdge)));
    page_row_->Add(next_, wxSizerFlags().CentreVertical());
    page_->SetForegroundColour(colour(Shade::quiet_ink));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    lines->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(kEdge)));
    lines->Add(list_, wxSizerFlags(1).Expand());
    lines->Add(page_row_, wxSizerFlags().Border(wxALL, FromDIP(kEdge / 2)));
    lines->Add(preview_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(kEdge)));
    lines->Add(quick_code_, wxSizerFlags().Expand());
    SetSizer(lines);
    lines->Show(page_row_, false);
}

std::string HitsTab::page() const {
    return page_->IsShown() ? utf8(page_->GetLabelText()) : std::string();
}

void HitsTab::turn(bool forward) {
    const std::size_t first = list_->first();
    if (!forward && first == 0) return;
    list_->turn_to(forward ? first + HitList::kPage : first - HitList::kPage);
}

void HitsTab::show_page() {
    const std::size_t all = finding_.hits().size(), first = list_->first();
    std::string text;
    if (all > HitList::kPage) text = say("Hits {} to {} of {}", first + 1, first + list_->rows(), all);
    if (list_->is_sorting())
        text += (text.empty() ? "" : " · ") + std::string(tr("they are being put in order…"));
    page_->SetLabelText(wx(text));
    previous_->Enable(first > 0);
    next_->Enable(first + list_->rows() < all);
    GetSizer()->Show(page_row_, !text.empty());
    previous_->Show(all > HitList::kPage);
    next_->Show(all > HitList::kPage);
    Layout();
}

void HitsTab::SetFocus() {
    if (!list_->chosen() && !finding_.hits().empty()) list_->choose(0);
    list_->SetFocus();
}

search::Expansion HitsTab::expansion() const {
    const To to = kExpansions[static_cast<std::size_t>(std::max(0, expand_->GetSelection()))].second;
    return {to, to == To::words ? words_->GetValue() : 0};
}

void HitsTab::take_hits() {
    if (version_ == finding_.version() && version_ > 0) return;
    version_ = finding_.version();
    list_->take();
    show_chosen();
}

std::vector<std::size_t> HitsTab::to_code() const {
    auto hits = list_->checked();
    if (const auto chosen = list_->chosen(); hits.empty() && chosen) hits.push_back(*chosen);
    std::erase_if(hits, [&](std::size_t hit) { return finding_.hits()[hit].where != search::Where::source; });
    return hits;
}

void HitsTab::show_chosen() {
    const auto checked = list_->checked_count();
    code_->SetLabel(
        wx(checked == 0 ? std::string(tr("&Code…")) : say_n("&Code {} hit…", "&Code {} hits…", checked)));
    check_->SetLabel(
        wx(checked > 0 && checked == finding_.hits().size() ? tr("Uncheck &all") : tr("Check &all")));
    const std::string reason = cannot_code();
    code_->Enable(reason.empty());
    code_->SetToolTip(wx(reason));
    check_->Enable(!finding_.hits().empty());
    export_->Enable(!finding_.hits().empty());
    show_preview();
    Layout();
}

std::optional<text::Span> HitsTab::passage_of(std::size_t number) const {
    const search::HitPlace& hit = finding_.hits()[number];
    const auto source = context_.source(hit.source);
    if (!source) return {};
    const auto text = context_.text(*source);
    if (hit.end > text->size()) return {};
    return search::expanded(*text, *source, hit.span(), expansion());
}

void HitsTab::show_preview() {
    // A text of several lines that GTK does not show holds up the drawing of the whole window.
    preview_stale_ = !IsShownOnScreen();
    if (preview_stale_) return;
    const auto chosen = list_->chosen();
    std::string before, passage, after;
    if (chosen && *chosen < finding_.hits().size()) {
        const auto& hit = finding_.hits()[*chosen];
        const auto span = hit.where == search::Where::source ? passage_of(*chosen) : std::nullopt;
        if (span) {
            const auto text = context_.text(*context_.source(hit.source));
            before = text->view({std::max<text::Position>(0, span->begin - kAroundPassage), span->begin});
            passage = text->view(*span);
            after = text->view({span->end, std::min(text->size(), span->end + kAroundPassage)});
            before.erase(0, before.rfind('\n') == std::string::npos ? 0 : before.rfind('\n') + 1);
            after.erase(std::min(after.size(), after.find('\n')));
        } else if (hit.where != search::Where::source) {
            const auto line = finding_.line(hit);
            before = line.hit.title + ": " + line.left;
            passage = line.match;
            after = line.right;
        }
    }
    const std::string all = before + "\x1f" + passage + "\x1f" + after;
    if (all == previewed_) return;
    previewed_ = all;
    if (const bool shows = !passage.empty(); shows != preview_->IsShown()) {
        // An empty field below the hits would only take their room.
        preview_->Show(shows);
        Layout();
        if (const auto row = list_->GetSelection(); row.IsOk()) list_->EnsureVisible(row);
    }
    const wxTextAttr quiet(colour(Shade::quiet_ink));
    wxTextAttr strong(colour(Shade::ink));
    strong.SetBackgroundColour(blended(colour(Shade::hit), colour(Shade::paper), 0.45));
    preview_->Clear();
    preview_->SetDefaultStyle(quiet);
    preview_->AppendText(wx(before));
    const long begin = preview_->GetLastPosition();
    preview_->AppendText(wx(passage));
    const long end = preview_->GetLastPosition();
    preview_->AppendText(wx(after));
    preview_->SetStyle(begin, end, strong);
    preview_->ShowPosition(begin);
}

std::string HitsTab::preview() const {
    const auto first = previewed_.find('\x1f');
    if (first == std::string::npos) return {};
    return previewed_.substr(first + 1, previewed_.find('\x1f', first + 1) - first - 1);
}

std::string HitsTab::cannot_code() const {
    if (!context_.study().writable()) return tr("This study was opened to read only.");
    if (!context_.coder()) return tr("Choose first who codes, in the status bar below.");
    if (!finding_.is_complete()) return tr("The search is still going on.");
    const auto chosen = list_->chosen();
    const bool any = list_->checked_count() > 0
                         ? list_->checked_in_transcripts()
                         : chosen && finding_.hits()[*chosen].where == search::Where::source;
    return any ? "" : tr("Check the hits that are to be coded.");
}

void HitsTab::code() {
    if (const auto reason = cannot_code(); !reason.empty()) {
        context_.say(reason);
        return;
    }
    quick_code_->ask(say_n("Code for {} hit:", "Code for {} hits:", to_code().size()),
                     [this](model::CodeId code) { apply(code); }, {});
}

void HitsTab::apply(model::CodeId code) {
    std::vector<study::verbs::SourcePassage> passages;
    for (const auto hit : to_code()) {
        if (const auto span = passage_of(hit)) passages.push_back({finding_.hits()[hit].source, *span});
    }
    const std::string query = finding_.prepared() != nullptr ? finding_.prepared()->printed : std::string();
    std::size_t fresh = 0;
    const bool done = context_.change("code_found", {}, [&](study::Edit& edit) {
        fresh = study::verbs::code_found(edit, passages, code, context_.hand(), query).size();
    });
    if (!done) return;
    context_.remember_code(code);
    context_.say(
        say_n("{} passage was coded; Ctrl+Z takes it back.",
              "{} passages were coded; Ctrl+Z takes them back.", fresh),
        fresh < passages.size() ? tr("The others were coded so already, or lie in one passage.") : "");
}

void HitsTab::export_hits() {
    if (finding_.prepared() == nullptr) return;
    if (const auto file = ask_for_file(this, context_, tr("search"), report::found_endings()))
        write_hits(*file);
}

void HitsTab::write_hits(const std::filesystem::path& file) {
    const auto written = [this, file] { context_.say(say("Written: {}", report::shown_name(file))); };
    const auto order = list_->order();
    if (!finding_.is_large()) {
        const wxBusyCursor busy;
        auto& search = finding_.search();
        if (context_.attempt(
                [&] { write_lines(context_.study(), search, *finding_.prepared(), order, file); }))
            written();
        return;
    }
    context_.say(say("The hits are being written: {}", report::shown_name(file)));
    exporting_.start<bool>(
        [beside = finding_.beside(), query = *finding_.prepared(), order, file](const base::Progress&) {
            return searched_beside<bool>(beside, [&](study::Study& study, search::Search& search) {
                write_lines(study, search, query, order, file);
                return true;
            });
        },
        [this, written](const Outcome<bool>& outcome) {
            if (outcome.value) return written();
            context_.attempt([&] { throw base::Error(*outcome.error); });
        });
}

}  // namespace ui
