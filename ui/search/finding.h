// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/event.h>
#include <wx/timer.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/signal.h"
#include "report/sight.h"
#include "search/gathering.h"
#include "search/search.h"
#include "ui/context/context.h"
#include "ui/search/index_keeper.h"

namespace ui {

/// What is wrong with a query, and where in it.
struct QueryProblem {
    text::Span place;  ///< code points of the query
    std::string sentence;
};

/// What a search on another thread needs to find the same as the window's.
struct SearchBeside {
    std::filesystem::path study;
    model::CoderId viewer;
    search::KeepIndex keep = search::KeepIndex::as_it_is;
};
/// Opens the study anew for it, and runs `work` with that and a Search over it. Throws base::Error.
template <class Value>
Value searched_beside(const SearchBeside& beside,
                      const std::function<Value(study::Study&, search::Search&)>& work) {
    const auto study = study::Study::open(beside.study, study::Access::read);
    search::Search search(*study, beside.keep);
    search.set_filter(report::search_filter(*study, beside.viewer));
    return work(*study, search);
}

/// What one window looks for, and where it was found: shared by the bar in a text, the pane and the marks in
/// texts. Searches a little at a time while the window is idle, and again after each change of the study;
/// the hits of before stay until those of after are complete.
class Finding : public wxEvtHandler {
  public:
    /// Hits whose places are kept; all are counted.
    static constexpr std::size_t kKept = 1'000'000;

    /// Works while `window` is idle; it must outlive this.
    Finding(Context& context, wxWindow* window);

    /// Looks for the query from now on, in the study or in one source alone. An empty one finds nothing.
    void ask(const std::string& query, model::SourceId only = {});
    [[nodiscard]] const std::string& query() const { return query_; }
    /// The source to which it is narrowed, or nobody.
    [[nodiscard]] model::SourceId only() const { return only_; }
    [[nodiscard]] const std::optional<QueryProblem>& problem() const { return problem_; }
    /// The query as it was understood, in the language of the window; empty where there is none.
    [[nodiscard]] std::string understood() const;
    /// The query that the hits fulfil; nothing where it has a problem or there is none.
    [[nodiscard]] const search::Prepared* prepared() const { return shown_ ? &shown_->query() : nullptr; }
    /// The same over the whole study, for counts. Throws base::Error.
    [[nodiscard]] search::Prepared prepare(const std::string& query) { return search().prepare(query); }

    /// The first kKept hits by place.
    [[nodiscard]] const std::vector<search::HitPlace>& hits() const;
    /// Those in one transcript.
    [[nodiscard]] std::span<const search::HitPlace> hits_in(model::SourceId source);
    /// One of them with who says it; without that where the study has changed and it is no longer there.
    [[nodiscard]] search::Hit hit(const search::HitPlace& place) { return search().hit_at(place); }
    [[nodiscard]] search::Totals totals() const { return shown_ ? shown_->totals() : search::Totals{}; }
    /// Sources that are read because the index does not know them yet; none where no index is kept.
    [[nodiscard]] std::int64_t scanned() { return keeps_index() ? search().scanned_sources() : 0; }
    [[nodiscard]] bool is_complete() const { return !shown_ || shown_->is_complete(); }
    /// Words near one that stands nowhere; once the search is complete and has found nothing.
    [[nodiscard]] std::vector<std::string> proposals();
    /// The line of a hit; without texts likewise.
    [[nodiscard]] search::Line line(const search::HitPlace& place);
    /// Whether there is so much text that what reads all of it, or asks for all hits, is done beside the
    /// window.
    [[nodiscard]] bool is_large();
    /// Who looks, and whether the index may be used, for such work.
    [[nodiscard]] SearchBeside beside();
    /// Grows with each new set of hits.
    [[nodiscard]] std::uint64_t version() const { return version_; }

    /// The hit at which the user is, or none.
    [[nodiscard]] std::optional<std::size_t> current() const { return current_; }
    void set_current(std::optional<std::size_t> hit);
    /// The hit after or before a place, over the ends; after a hit itself the next one. None without hits.
    [[nodiscard]] std::optional<std::size_t> neighbour(const Place& from, bool forward);
    /// Leads the window to a hit: into its text, to its code, its memo's source.
    void lead_to(std::size_t hit);

    /// Made at the first search: nobody pays for an index who does not search.
    [[nodiscard]] search::Search& search();
    /// Whether words are kept on disk between two starts (docs/query-language.md). Takes effect at once.
    [[nodiscard]] bool keeps_index() const;
    void set_keeps_index(bool keep);
    /// Milliseconds that the last ask() took, for tests and measurements.
    [[nodiscard]] double asked_in() const { return asked_in_; }

    /// Other hits, or more of them, or another problem.
    base::Connection on_found(base::Signal<>::Slot slot) { return found_.connect(std::move(slot)); }
    base::Connection on_moved(base::Signal<>::Slot slot) { return moved_.connect(std::move(slot)); }

  private:
    /// Orders hits as they are listed: transcripts by name and place, then what is in none.
    [[nodiscard]] std::size_t rank(model::SourceId source);
    void begin(bool keep_shown);
    void look_as_coder();
    void take(std::unique_ptr<search::Gathering> gathering);
    void OnIdle(wxIdleEvent& event);
    void OnTimer(wxTimerEvent& event);

    Context& context_;
    std::unique_ptr<search::Search> search_;
    std::string query_;
    model::SourceId only_;
    std::optional<QueryProblem> problem_;
    std::unique_ptr<search::Gathering> shown_;                ///< whose hits are shown; may grow
    std::unordered_map<model::SourceId, std::size_t> ranks_;  ///< of sources, for version ranked_
    std::uint64_t ranked_ = 0;
    std::unique_ptr<search::Gathering> next_;  ///< after a change of the study, until it is complete
    std::optional<std::size_t> current_;
    std::uint64_t version_ = 0;
    bool stale_ = false;
    double asked_in_ = 0;
    std::chrono::steady_clock::time_point told_;
    model::CoderId viewer_;
    wxTimer index_timer_;
    std::unique_ptr<IndexKeeper> keeper_;  ///< nothing where no index is kept
    std::uint64_t seen_ = 0;               ///< of what the keeper has written
    std::vector<base::Connection> connections_;
    base::Connection changes_;
    base::Signal<> found_, moved_;
};

}  // namespace ui
