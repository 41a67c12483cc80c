// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcript_view.h"

#include <wx/sizer.h>

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "study/coders.h"
#include "study/memos.h"
#include "study/sources.h"
#include "text/boundaries.h"
#include "text/lanes.h"
#include "ui/kit/accessible.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"
#include "ui/transcript/code_drop.h"
#include "ui/transcript/quick_code.h"
#include "ui/transcript/source_header.h"
#include "ui/transcript/stripes.h"

namespace ui {

namespace {

using base::say;
using base::tr;

constexpr int kReadableCharacters = 84;
constexpr int kStripesAtLeast = 110, kStripesAtMost = 300;

}  // namespace

TranscriptView::TranscriptView(wxWindow* parent, Context& context, model::SourceId source)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL),
      context_(context),
      header_(new SourceHeader(this, context)),
      words_(this),
      stripes_(new Stripes(this, words_, [this](model::CodingId coding) { return hint_of(coding); })),
      quick_code_(new QuickCode(this, context)) {
    source_.id = source;
    SetBackgroundColour(colour(Shade::paper));
    quick_code_->Hide();
    quick_code_->on_closed([this] { focus_text(); });
    words_.set_zoom(static_cast<int>(context_.settings().number("transcript/zoom", 0)));
    words_.set_line_spacing(static_cast<int>(context_.settings().number("transcript/spacing", 5)));
    connections_.push_back(context_.on_changed([this](const study::Changes& news) {
        if (!missed_) missed_.emplace();
        missed_->add(news);
        if (IsShownOnScreen()) catch_up();
    }));
    connections_.push_back(context_.on_chosen([this] {
        if (!missed_) missed_.emplace();
        if (IsShownOnScreen()) catch_up();
    }));
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        event.Skip();
        if (missed_ && IsShownOnScreen()) catch_up();
    });
    connections_.push_back(stripes_->on_resized(
        [this](model::CodingId coding, const text::Span& span) { resize(coding, span); }));
    connections_.push_back(words_.on_clicked([this](text::Position at) { choose_at(at); }));
    connections_.push_back(stripes_->on_chosen([this](model::CodingId coding) { choose(coding); }));
    connections_.push_back(header_->on_chosen([this](model::CodingId coding) { choose(coding); }));
    wxWindow& text = words_.window();
    text.Bind(wxEVT_MOTION, &TranscriptView::OnHover, this);
    text.SetDropTarget(new CodeDrop(context, *this));
    text.Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent&) { menu_(); });
    stripes_->Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent&) { menu_(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        lay_out();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        SetBackgroundColour(colour(Shade::paper));
        show_codings();
    });
    load();
}

void TranscriptView::lay_out() {
    const wxSize all = GetClientSize();
    const int head = header_->GetBestSize().y;
    const int field = quick_code_->IsShown() ? std::min(quick_code_->GetBestSize().y, all.y / 2) : 0;
    const int bar = bar_ != nullptr && bar_->IsShown() ? bar_->GetBestSize().y : 0;
    const int top = head + bar;
    const int body = std::max(0, all.y - top - field);
    const int beside = std::clamp(all.x / 4, FromDIP(kStripesAtLeast), FromDIP(kStripesAtMost));
    const int width = std::max(0, std::min(all.x - beside, words_.width_for(kReadableCharacters)));
    header_->SetSize(0, 0, all.x, head);
    if (bar > 0) bar_->SetSize(0, head, all.x, bar);
    words_.window().SetSize(0, top, width, body);
    stripes_->SetSize(width, top, std::max(0, all.x - width), body);
    if (field > 0) quick_code_->SetSize(0, top + body, all.x, field);
}

void TranscriptView::set_bar(wxWindow* bar) {
    bar_ = bar;
    lay_out();
}

void TranscriptView::load() {
    const auto source = context_.source(source_.id);
    if (!source) return;  // The window closes the views of what is gone.
    source_ = *source;
    text_ = context_.text(source_);
    describe(words_.window(), wx(say("Transcript {}", source_.name)));
    has_right_to_left_ = text::has_right_to_left(*text_, text_->whole());
    words_.show(text_, styles(), turn_numbers());
    show_codings();
}

std::vector<StyleChange> TranscriptView::styles() const {
    std::vector<StyleChange> styles{{0, TextStyle::interviewer}};
    for (const auto& turn : source_.turns) {
        const auto speaker = std::find_if(source_.speakers.begin(), source_.speakers.end(),
                                          [&](const model::Speaker& one) { return one.id == turn.speaker; });
        const bool asks =
            speaker != source_.speakers.end() && speaker->kind == text::SpeakerKind::interviewer;
        styles.push_back({turn.span.begin, TextStyle::time});
        if (speaker != source_.speakers.end()) {
            // A time may stand before the label or behind it.
            const auto label = text_->occurrences(speaker->label, {turn.span.begin, turn.body});
            if (!label.empty()) styles.push_back({label.front().begin, TextStyle::label});
            if (!label.empty()) styles.push_back({label.front().end, TextStyle::time});
        }
        styles.push_back({turn.body, asks ? TextStyle::interviewer : TextStyle::speech});
    }
    // Without turns everything is somebody's speech.
    if (source_.turns.empty()) styles.front().style = TextStyle::speech;
    return styles;
}

std::vector<MarginNote> TranscriptView::turn_numbers() const {
    std::vector<MarginNote> notes;
    for (std::size_t i = 0; i < source_.turns.size(); ++i) {
        notes.push_back({source_.turns[i].span.begin, std::to_string(i + 1)});
    }
    return notes;
}

void TranscriptView::show_codings() {
    codings_ = context_.codings(source_.id);
    std::vector<model::Coding> whole;
    std::vector<const model::Coding*> passages;
    std::vector<text::Span> spans;
    for (const auto& coding : codings_) {
        if (!coding.span) {
            whole.push_back(coding);
        } else {
            passages.push_back(&coding);
            spans.push_back(*coding.span);
        }
    }
    header_->show(source_, whole);
    const auto lanes = text::lanes(spans, TranscriptText::kLanes);
    const auto plain = right_to_left(spans);
    const bool several = context_.shown().kind == Shown::Kind::all;
    std::map<model::CodeId, std::pair<wxColour, wxColour>> colours;  // thousands of passages have a few codes
    std::vector<Tint> tints;
    std::vector<Stripe> stripes;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const auto* code = context_.codebook().find(passages[i]->code);
        if (code == nullptr) continue;
        auto known = colours.find(code->id);
        if (known == colours.end()) {
            const wxColour bar = bar_colour(code->colour);
            known = colours.emplace(code->id, std::pair(bar, tint_colour(bar))).first;
        }
        const auto& [bar, tint] = known->second;
        std::string name = code->name;
        if (passages[i]->starred) name = "★ " + name;
        std::string by;
        if (several) {
            by = passages[i]->layer == model::kSettledLayer
                     ? tr("settled")
                     : model::name_in(context_.material().coders, passages[i]->coder, "–");
        }
        stripes.push_back({passages[i]->id, spans[i], bar, std::move(name), std::move(by), lanes[i]});
        if (!plain[i]) tints.push_back({spans[i], tint, lanes[i]});
    }
    words_.set_tints(std::move(tints));
    stripes_->set_stripes(std::move(stripes));
    choose(chosen() != nullptr ? chosen_ : model::CodingId{});
    lay_out();
}

std::vector<bool> TranscriptView::right_to_left(const std::vector<text::Span>& spans) const {
    std::vector<bool> plain(spans.size(), false);
    if (!has_right_to_left_) return plain;
    plain.clear();
    for (const auto& span : spans) plain.push_back(text::has_right_to_left(*text_, span));
    return plain;
}

void TranscriptView::take_news(const study::Changes& changes) {
    using study::Kind;
    if (changes.touch(Kind::source) || changes.touch(Kind::speaker) ||
        changes.touch(Kind::speaker_participant) || changes.touch(Kind::source_participant)) {
        const auto now = context_.source(source_.id);
        if (!now) return;
        if (now->text != source_.text || now->turns != source_.turns || changes.touch(Kind::speaker)) {
            const int line = words_.first_line();
            const auto selected = selection();
            load();
            words_.select({std::min(selected.begin, text_->size()), std::min(selected.end, text_->size())});
            words_.set_first_line(line);
            return;
        }
        source_ = *now;
    }
    show_codings();
}

void TranscriptView::catch_up() {
    const auto missed = std::exchange(missed_, std::nullopt);
    if (missed) take_news(*missed);
}

void TranscriptView::resize(model::CodingId coding, const text::Span& span) {
    // A drag ends near a word, seldom at its edge.
    const auto begins = text::word_at(*text_, span.begin), ends = text::word_at(*text_, span.end);
    const text::Span whole{std::min(span.begin, begins.begin),
                           ends.begin < span.end ? std::max(ends.end, span.end) : span.end};
    context_.change("resize_coding", {},
                    [&](study::Edit& edit) { study::verbs::resize_coding(edit, coding, whole); });
}

text::Span TranscriptView::passage() const {
    const auto selected = text::snapped(*text_, selection());
    return selected.empty() ? sentence() : selected;
}

text::Span TranscriptView::sentence() const {
    return sentence_at(selection().begin);
}

text::Span TranscriptView::sentence_at(text::Position position) const {
    const auto turn = turn_at(position);
    if (!turn) return text::sentence_at(*text_, position);
    // Labels and times are nobody's words.
    const auto& one = source_.turns[*turn];
    return text::sentence_at(*text_, std::max(position, one.body), {one.body, one.span.end});
}

void TranscriptView::select(const text::Span& span) {
    words_.select(span);
}

const model::Coding* TranscriptView::chosen() const {
    for (const auto& coding : codings_) {
        if (coding.id == chosen_) return &coding;
    }
    return nullptr;
}

void TranscriptView::choose(model::CodingId coding) {
    chosen_ = coding;
    const auto* found = chosen();
    words_.set_frame(found != nullptr ? found->span : std::nullopt);
    stripes_->choose(chosen_);
}

void TranscriptView::choose_at(text::Position position) {
    // Where several meet, one click after the other goes through them, the shortest first.
    std::vector<const model::Coding*> here;
    for (const auto& coding : codings_) {
        if (coding.span && coding.span->contains(position)) here.push_back(&coding);
    }
    std::stable_sort(here.begin(), here.end(), [](const model::Coding* a, const model::Coding* b) {
        return a->span->length() < b->span->length();
    });
    const auto now = std::find_if(here.begin(), here.end(),
                                  [this](const model::Coding* one) { return one->id == chosen_; });
    if (here.empty()) {
        choose({});
    } else {
        choose(now == here.end() || std::next(now) == here.end() ? here.front()->id : (*std::next(now))->id);
    }
}

std::optional<std::size_t> TranscriptView::turn_at(text::Position position) const {
    const auto after =
        std::upper_bound(source_.turns.begin(), source_.turns.end(), position,
                         [](text::Position at, const model::Turn& turn) { return at < turn.span.begin; });
    if (after == source_.turns.begin()) return {};
    const auto turn = std::prev(after);
    if (!turn->span.contains(position) && position != turn->span.end) return {};
    return static_cast<std::size_t>(turn - source_.turns.begin());
}

void TranscriptView::focus_text() {
    words_.window().SetFocus();
}

std::string TranscriptView::hint_of(model::CodingId id) const {
    const auto found = std::find_if(codings_.begin(), codings_.end(),
                                    [id](const model::Coding& one) { return one.id == id; });
    if (found == codings_.end()) return {};
    const model::Coding& coding = *found;
    const auto* code = context_.codebook().find(coding.code);
    if (code == nullptr) return {};
    std::vector<std::string> lines{context_.codebook().path(code->id)};
    if (!code->definition.empty()) lines.push_back(text::shortened(code->definition, 240));
    if (coding.layer == model::kSettledLayer) {
        lines.emplace_back(tr("Settled coding"));
    } else if (const auto coder = study::coders::get(context_.study(), coding.coder)) {
        lines.push_back(say("Coded by {}", coder->name));
    }
    const auto sight = context_.sight();
    for (const auto& memo :
         study::memos::about(context_.study(), model::Memo::About::coding, coding.id.value)) {
        if (sight.sees(memo)) lines.push_back("✎ " + text::shortened(memo.content, 240));
    }
    return base::join(lines, "\n");
}

void TranscriptView::OnHover(wxMouseEvent& event) {
    event.Skip();
    if (event.LeftIsDown()) return;
    const auto position = words_.position_at(event.GetPosition());
    std::vector<std::string> hints;
    for (const auto& coding : codings_) {
        if (coding.span && coding.span->contains(position)) hints.push_back(hint_of(coding.id));
    }
    const wxString hint = wx(base::join(hints, "\n\n"));
    wxWindow& text = words_.window();
    if (text.GetToolTipText() != hint) text.SetToolTip(hint);
}

}  // namespace ui
