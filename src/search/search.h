// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/signal.h"
#include "search/contents.h"
#include "search/index.h"
#include "search/matcher.h"
#include "search/plan.h"
#include "search/query.h"
#include "search/scanner.h"

namespace search {

/// A passage that fulfils a query.
struct Hit {
    Where where = Where::source;
    model::SourceId source;  ///< nobody for what is in no source
    std::int64_t id = 0;     ///< of the memo, code or participant, where it is in no transcript
    std::size_t part = 0;    ///< which of the texts of that kind it is, where it is in no transcript
    std::string title;       ///< the source's name, or what the memo, definition or attribute is about
    text::Span span;         ///< code points of that text
    std::int64_t turn = 0;   ///< from 1, as a reader counts; 0: none
    std::string speaker;     ///< the label of the turn
    std::vector<model::ParticipantId> participants;  ///< who says it; in no transcript: whom it is about

    bool operator==(const Hit&) const = default;
};

/// Where a hit stands, in few bytes: a list may hold a million of them.
struct HitPlace {
    model::SourceId source;  ///< nobody for what is in no source
    std::int64_t id = 0;     ///< as in Hit
    std::uint32_t part = 0;
    std::int32_t begin = 0, end = 0;
    std::int32_t turn = 0;
    Where where = Where::source;

    [[nodiscard]] text::Span span() const { return {begin, end}; }
    bool operator==(const HitPlace&) const = default;
};

/// How much there is of a query, exactly.
struct Totals {
    std::int64_t hits = 0;
    std::int64_t turns = 0;  ///< turns and unlabelled paragraphs with a hit; memos and the like count as one
    std::int64_t sources = 0;
    std::int64_t participants = 0;
    std::int64_t triads = 0;

    bool operator==(const Totals&) const = default;
};

/// A query that was read: ready to be run as often as wanted.
struct Prepared {
    Node query;
    Plan plan;
    std::string printed;
    /// Only this source's transcript is searched; nobody: everything.
    model::SourceId only = {};
};

/// How hits are put in order: by place is by source and position.
enum class Order : std::uint8_t { place, left, right, match, role };

/// Characters that are shown on each side of a hit, where nothing else is asked for.
inline constexpr text::Position kContext = 60;

/// A hit with its words, as one line of a concordance. Line ends are blanks.
struct Line {
    Hit hit;
    std::string left, match, right;
};

/// How many hits one heading has: a role, a participant, a triad, a code, a source.
struct Group {
    std::string label;
    std::int64_t id = 0;  ///< 0: what has none (no role, not coded)
    std::int64_t hits = 0;
    std::int64_t turns = 0;
    std::set<model::ParticipantId> participants;
    std::set<model::SourceId> sources;
};
enum class GroupBy : std::uint8_t { role, participant, triad, code, source };

/// Keeps words on disk or nowhere but in memory; as_it_is uses what there is on disk and changes nothing,
/// beside another Search that keeps it.
enum class KeepIndex : std::uint8_t { on_disk, in_memory, as_it_is };

/// Searches one study. What the index knows is looked up, what it does not know yet is scanned; the hits are
/// the same. One thread; the study must outlive it.
class Search {
  public:
    /// Where the index is kept; nothing: the user's cache (index_folder()).
    explicit Search(study::Study& study, KeepIndex keep = KeepIndex::on_disk,
                    std::optional<std::filesystem::path> folder = {});
    ~Search();
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    /// Works on the index for about that time; true where it is current (or none is kept). Changes of the
    /// study are noticed without it; it only makes them quick.
    bool update_index(std::chrono::milliseconds budget = std::chrono::hours(24),
                      const base::Progress& progress = {});
    /// Of KeepIndex::as_it_is: takes what the one who keeps the index has written meanwhile. Makes runs void.
    void look_at_index_again();
    /// Whether there can be no index now: no folder, no right to write, a disk that refuses, another program
    /// that builds it. Texts are scanned then, with the same hits; update_index() tries again.
    [[nodiscard]] bool index_trouble() const { return index_ == nullptr && keep_ == KeepIndex::on_disk; }
    /// Sources that are scanned because the index does not know them.
    [[nodiscard]] std::int64_t scanned_sources() const;

    /// Reads a query. Throws QueryError for what is wrong in it or not in the study.
    [[nodiscard]] Prepared prepare(std::string_view query);
    /// The same of a tree, which may have been put together.
    [[nodiscard]] Prepared prepare(Node query);

    /// The hits from number `first` on, by place; at most `limit`. Sources behind them are not looked at.
    [[nodiscard]] std::vector<Hit> hits(const Prepared& query, std::size_t first, std::size_t limit);
    /// The same in few bytes each.
    [[nodiscard]] std::vector<HitPlace> places(const Prepared& query, std::size_t first, std::size_t limit);
    [[nodiscard]] Totals totals(const Prepared& query);
    /// Hits with their context, `context` characters on each side, in that order. Any order but by place
    /// reads all hits.
    [[nodiscard]] std::vector<Line> lines(const Prepared& query, Order order, std::size_t first,
                                          std::size_t limit, text::Position context = kContext);
    [[nodiscard]] Line line_of(const Hit& hit, text::Position context = kContext);
    /// The hit at a place, as the study is now: a source that is gone has no name.
    [[nodiscard]] Hit hit_at(const HitPlace& place);
    /// Counted by headings, all of the study's that have hits, and those without where `empty_too`. A hit of
    /// two participants counts for each; one within several codings for each code.
    [[nodiscard]] std::vector<Group> groups(const Prepared& query, GroupBy by, bool empty_too = false);
    /// The words of the transcripts that each term of the plan means, in alphabetical order.
    [[nodiscard]] std::vector<std::vector<std::string>> forms(const Prepared& query);
    /// Words of the texts near a word of the query that has no form in them.
    [[nodiscard]] std::vector<std::string> proposals(const Prepared& query);

    /// Words of the texts that begin so (folded), the more frequent first where that is known, at most
    /// `most`. Of what was neither indexed nor searched yet nothing is known.
    [[nodiscard]] std::vector<std::string> words_with(std::string_view prefix, std::size_t most);

    /// Hides codings, and what was noted of them, from conditions and groups from now on; empty: none.
    void set_filter(Contents::Filter filter);
    [[nodiscard]] const Contents& contents() const { return contents_; }
    [[nodiscard]] study::Study& study() const { return study_; }
    /// Takes the transcripts apart into words, source by source in order; numbers are those of vocabulary().
    void each_text(const std::function<void(const model::Source&, const ReadText&)>& visit);
    [[nodiscard]] const Vocabulary& vocabulary() { return scanner_.vocabulary(); }

  private:
    struct Found;
    class Run;
    friend class Gathering;

    /// Visits every text with matches until the visitor returns false. Throws IndexGone.
    void run(const Prepared& query, const std::function<bool(const Found&)>& visit);
    /// The index was found damaged: opens it anew, or does without.
    void lose_index(bool open_anew);
    /// Runs `work`, and once more without the index where that was found damaged.
    template <class Work>
    auto healed(const Work& work);
    [[nodiscard]] HitPlace place_of(const Found& found, const Match& match) const;
    [[nodiscard]] std::vector<HitPlace> collect(const Prepared& query, std::size_t first, std::size_t limit);
    std::shared_ptr<const ReadText> read(const model::Source& source);
    [[nodiscard]] const text::Text& text_of(const Hit& hit);
    [[nodiscard]] const std::vector<SideText>& side_texts(Where where);
    void open_index();
    void note_covered();

    study::Study& study_;
    KeepIndex keep_;
    std::optional<std::filesystem::path> folder_;
    Stemmer stemmer_;
    Contents contents_;
    Scanner scanner_;
    std::unique_ptr<Index> index_;
    std::set<model::SourceId> covered_;  ///< by the index, in the present version
    /// Texts that were taken apart, by the row of their text; at most kKeptWords words.
    std::map<std::pair<model::SourceId, model::TextId>, std::shared_ptr<const ReadText>> read_;
    std::size_t kept_words_ = 0;
    std::map<Where, std::vector<SideText>> side_texts_;
    model::TextId last_id_;  ///< of last_text_
    text::Text last_text_;
    base::Connection changes_;
};

}  // namespace search
