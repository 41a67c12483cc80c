// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/finding.h"

#include <algorithm>

#include "base/error.h"
#include "ui/kit/language.h"

namespace ui {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kAtOnce{8};   ///< within the key stroke
constexpr milliseconds kInIdle{15};  ///< between two events
constexpr milliseconds kTellEvery{120};
constexpr int kLookAtIndex = 250;             ///< milliseconds between two looks at what was written
constexpr text::Position kWideContext = 200;  ///< on each side of a hit: what a wide window has room for
constexpr const char* kMemoryKey = "search/in_memory";

}  // namespace

Finding::Finding(Context& context, wxWindow* window) : context_(context), index_timer_(this) {
    window->Bind(wxEVT_IDLE, &Finding::OnIdle, this);
    Bind(wxEVT_TIMER, &Finding::OnTimer, this);
    connections_.push_back(context_.on_chosen([this] { look_as_coder(); }));
}

search::Search& Finding::search() {
    if (search_) return *search_;
    search_ = std::make_unique<search::Search>(
        context_.study(), keeps_index() ? search::KeepIndex::as_it_is : search::KeepIndex::in_memory);
    if (keeps_index()) keeper_ = std::make_unique<IndexKeeper>(context_.study().path());
    seen_ = 0;
    look_as_coder();
    // Told after the search itself, which must know of the change first.
    changes_ = context_.study().on_changed([this](const study::Changes&) {
        stale_ = true;
        // What was begun before the change is void, hits that are shown are only texts and places.
        next_.reset();
        if (shown_ && !shown_->is_complete()) shown_.reset();
        if (keeper_) keeper_->wake();
        if (keeper_) index_timer_.Start(kLookAtIndex);
    });
    if (keeper_) index_timer_.Start(kLookAtIndex);
    return *search_;
}

bool Finding::keeps_index() const {
    return context_.settings().number(kMemoryKey, 0) == 0;
}

void Finding::set_keeps_index(bool keep) {
    context_.settings().set(kMemoryKey, keep ? 0L : 1L);
    context_.settings().save();
    shown_.reset();
    next_.reset();
    changes_.disconnect();
    index_timer_.Stop();
    keeper_.reset();
    search_.reset();
    const auto folder = search::index_folder();
    if (!keep && folder) search::Index::remove(context_.study().guid(), *folder);
    begin(false);
}

void Finding::look_as_coder() {
    const auto coder = context_.coder();
    const model::CoderId viewer = coder ? coder->id : model::CoderId{};
    if (!search_) return;
    if (viewer == viewer_ && version_ > 0) return;
    viewer_ = viewer;
    search_->set_filter(report::search_filter(context_.study(), viewer));
    stale_ = version_ > 0;
}

void Finding::ask(const std::string& query, model::SourceId only) {
    if (query == query_ && only == only_ && !stale_) return;
    query_ = query;
    only_ = only;
    begin(false);
}

void Finding::begin(bool keep_shown) {
    const auto before = steady_clock::now();
    stale_ = false;
    problem_.reset();
    next_.reset();
    std::unique_ptr<search::Gathering> fresh;
    if (query_.find_first_not_of(" \t\n") != std::string::npos) {
        try {
            auto prepared = search().prepare(query_);
            prepared.only = only_;
            fresh = std::make_unique<search::Gathering>(search(), std::move(prepared), kKept);
            static_cast<void>(fresh->work(kAtOnce));
        } catch (const search::QueryError& error) {
            const std::string hint = error.hint();
            problem_ = {error.place(), error.what() + (hint.empty() ? "" : " " + hint)};
            fresh.reset();
        } catch (const base::Error& error) {
            problem_ = {{}, error.what()};
            fresh.reset();
        }
    }
    if (keep_shown && fresh && !fresh->is_complete()) {
        next_ = std::move(fresh);
    } else {
        take(std::move(fresh));
    }
    asked_in_ = std::chrono::duration<double, std::milli>(steady_clock::now() - before).count();
    wxWakeUpIdle();
}

void Finding::take(std::unique_ptr<search::Gathering> gathering) {
    const bool same = shown_ && gathering && shown_->hits() == gathering->hits();
    shown_ = std::move(gathering);
    if (!same) current_.reset();
    ++version_;
    told_ = steady_clock::now();
    found_();
}

void Finding::OnIdle(wxIdleEvent& event) {
    event.Skip();
    if (stale_ && search_) begin(true);
    auto* working = next_ ? next_.get() : shown_.get();
    if (working == nullptr || working->is_complete()) return;
    try {
        const bool complete = working->work(kInIdle);
        if (!complete) event.RequestMore();
        if (working == next_.get()) {
            if (complete) take(std::move(next_));
        } else if (complete || steady_clock::now() - told_ > kTellEvery) {
            ++version_;
            told_ = steady_clock::now();
            found_();
        }
    } catch (const base::Error& error) {
        // An expression that takes too long, a study that cannot be read.
        problem_ = {{}, error.what()};
        next_.reset();
        take({});
    }
}

void Finding::OnTimer(wxTimerEvent&) {
    if (!search_ || !keeper_) return index_timer_.Stop();
    const bool working = keeper_->is_working();
    const auto written = keeper_->written();
    // An index that changes under a search would change what the search still has to look at.
    const bool searching = next_ || stale_ || (shown_ && !shown_->is_complete());
    if (searching) return;
    if (written != seen_) {
        seen_ = written;
        search_->look_at_index_again();
        found_();
    }
    if (!working) index_timer_.Stop();
}

std::string Finding::understood() const {
    if (!shown_) return {};
    return search::printed(shown_->query().query,
                           is_dutch() ? search::Keywords::dutch : search::Keywords::english);
}

const std::vector<search::HitPlace>& Finding::hits() const {
    static const std::vector<search::HitPlace> kNone;
    return shown_ ? shown_->hits() : kNone;
}

std::size_t Finding::rank(model::SourceId source) {
    if (ranked_ != version_ || ranks_.empty()) {
        ranks_.clear();
        for (const auto& one : search().contents().sources) ranks_.emplace(one.id, ranks_.size());
        ranked_ = version_;
    }
    const auto known = ranks_.find(source);
    return known == ranks_.end() ? ranks_.size() : known->second;
}

std::span<const search::HitPlace> Finding::hits_in(model::SourceId source) {
    const std::span<const search::HitPlace> all(hits());
    const std::size_t wanted = rank(source);
    const auto is_before = [&](const search::HitPlace& hit, std::size_t past) {
        return hit.where == search::Where::source && rank(hit.source) < past;
    };
    const auto begin =
        std::partition_point(all.begin(), all.end(), [&](const auto& hit) { return is_before(hit, wanted); });
    const auto end =
        std::partition_point(begin, all.end(), [&](const auto& hit) { return is_before(hit, wanted + 1); });
    return {begin, end};
}

bool Finding::is_large() {
    constexpr text::Position kLarge = 5'000'000;
    text::Position length = 0;
    for (const auto& source : search().contents().sources) length += source.length;
    return length > kLarge;
}

SearchBeside Finding::beside() {
    return {context_.study().path(), viewer_,
            keeps_index() ? search::KeepIndex::as_it_is : search::KeepIndex::in_memory};
}

std::vector<std::string> Finding::proposals() {
    if (!shown_ || !shown_->is_complete() || shown_->totals().hits > 0 || stale_) return {};
    return search().proposals(shown_->query());
}

search::Line Finding::line(const search::HitPlace& place) {
    const auto hit = search().hit_at(place);
    try {
        return search().line_of(hit, kWideContext);
    } catch (const base::Error&) {
        // Its source went a moment ago; the hits of now are on their way.
        search::Line gone;
        gone.hit = hit;
        return gone;
    }
}

void Finding::set_current(std::optional<std::size_t> hit) {
    if (hit == current_) return;
    current_ = hit;
    moved_();
}

std::optional<std::size_t> Finding::neighbour(const Place& from, bool forward) {
    const auto& all = hits();
    // Hits in transcripts come first, in the order of the sources and of the text.
    const auto past = std::partition_point(
        all.begin(), all.end(), [](const auto& hit) { return hit.where == search::Where::source; });
    if (past == all.begin()) return {};
    const std::size_t here = rank(from.source);
    const text::Span span = from.span.value_or(text::Span{});
    const auto now = std::tuple(here == ranks_.size() ? 0 : here, span.begin, span.end);
    const auto key = [&](const search::HitPlace& hit) {
        return std::tuple(rank(hit.source), text::Position{hit.begin}, text::Position{hit.end});
    };
    if (forward) {
        const auto next = std::partition_point(all.begin(), past, [&](const auto& hit) {
            return key(hit) < now || (!span.empty() && key(hit) == now);
        });
        return next == past ? 0 : static_cast<std::size_t>(next - all.begin());
    }
    const auto first_not_before =
        std::partition_point(all.begin(), past, [&](const auto& hit) { return key(hit) < now; });
    const auto place = first_not_before == all.begin() ? past : first_not_before;
    return static_cast<std::size_t>(place - all.begin()) - 1;
}

void Finding::lead_to(std::size_t number) {
    if (number >= hits().size()) return;
    const search::HitPlace hit = hits()[number];
    set_current(number);
    if (hit.where == search::Where::source) {
        context_.go_to({hit.source, hit.span()});
    } else if (hit.where == search::Where::definition) {
        context_.choose_code({hit.id});
    } else if (hit.source) {
        context_.go_to({hit.source, std::nullopt});
    }
}

}  // namespace ui
