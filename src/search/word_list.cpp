// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/word_list.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace search {

namespace {

constexpr int kLongest = 5;

/// The numbers of words that follow each other.
struct Sequence {
    std::array<Vocabulary::Number, kLongest> words{};
    bool operator==(const Sequence&) const = default;
};
struct SequenceHash {
    std::size_t operator()(const Sequence& one) const noexcept {
        std::size_t hash = 1469598103934665603U;
        for (const auto number : one.words) hash = (hash ^ number) * 1099511628211U;
        return hash;
    }
};

struct Tally {
    std::int64_t count = 0, participants = 0, sources = 0;
    std::vector<std::int64_t> by_role;
    model::ParticipantId last_participant;
    model::SourceId last_source;
};

/// Counts source by source. Who says something is counted once, as a participant's words stand together only
/// within a source, through a set of those who said it.
class Counter {
  public:
    Counter(Search& search, const WordListSpec& spec)
        : search_(search), spec_(spec), stop_(spec.stop_words.begin(), spec.stop_words.end()) {
        for (const auto& role : search.contents().roles) {
            const bool asked = spec.roles.empty() ||
                               std::find(spec.roles.begin(), spec.roles.end(), role.id) != spec.roles.end();
            if (asked) list_.roles.push_back(role.id);
        }
        list_.totals.assign(list_.roles.size(), 0);
    }

    WordList run(const base::Progress& progress) {
        double done = 0;
        const auto all = static_cast<double>(search_.contents().sources.size());
        search_.each_text([&](const model::Source& source, const ReadText& text) {
            progress.step(done++ / all, base::tr("Counting words"));
            for (const Unit& unit : text.units) add(source, unit, text);
        });
        for (auto& [sequence, tally] : tallies_) {
            if (tally.count < spec_.least) continue;
            WordCount made;
            for (int i = 0; i < spec_.length; ++i)
                made.words += (i > 0 ? " " : "") +
                              search_.vocabulary().term(sequence.words[static_cast<std::size_t>(i)]);
            made.count = tally.count;
            made.by_role = std::move(tally.by_role);
            made.participants = static_cast<std::int64_t>(speakers_[sequence].size());
            made.sources = tally.sources;
            list_.words.push_back(std::move(made));
        }
        std::sort(list_.words.begin(), list_.words.end(), [](const WordCount& a, const WordCount& b) {
            return a.count != b.count ? a.count > b.count : a.words < b.words;
        });
        return std::move(list_);
    }

  private:
    void add(const model::Source& source, const Unit& unit, const ReadText& text) {
        const auto& voices = voices_of(source, unit.turn);
        std::vector<std::size_t> roles;
        for (const auto voice : voices) {
            const auto* participant = search_.contents().participant(voice);
            if (participant == nullptr) continue;
            const auto place = std::find(list_.roles.begin(), list_.roles.end(), participant->role);
            const auto role = static_cast<std::size_t>(place - list_.roles.begin());
            const bool known = std::find(roles.begin(), roles.end(), role) != roles.end();
            if (place != list_.roles.end() && !known) roles.push_back(role);
        }
        const bool counts = spec_.roles.empty() ? !voices.empty() || spec_.interviewers : !roles.empty();
        if (!counts) return;
        const auto length = static_cast<std::int32_t>(spec_.length);
        for (std::int32_t first = unit.first; first + length <= unit.past; ++first) {
            ++list_.total;
            for (const std::size_t role : roles) ++list_.totals[role];
            Sequence sequence;
            for (std::int32_t i = 0; i < length; ++i)
                sequence.words[static_cast<std::size_t>(i)] = text.terms[static_cast<std::size_t>(first + i)];
            if (is_stop(sequence.words[0]) || is_stop(sequence.words[static_cast<std::size_t>(length - 1)]))
                continue;
            Tally& tally = tallies_[sequence];
            if (tally.by_role.empty()) tally.by_role.assign(list_.roles.size(), 0);
            ++tally.count;
            for (const std::size_t role : roles) ++tally.by_role[role];
            if (tally.last_source != source.id) ++tally.sources;
            tally.last_source = source.id;
            if (!voices.empty()) speakers_[sequence].insert(voices.begin(), voices.end());
        }
    }

    [[nodiscard]] bool is_stop(Vocabulary::Number number) {
        if (number >= is_stop_.size()) is_stop_.resize(search_.vocabulary().size(), Answer::unknown);
        Answer& answer = is_stop_[number];
        if (answer == Answer::unknown)
            answer = stop_.contains(search_.vocabulary().term(number)) ? Answer::yes : Answer::no;
        return answer == Answer::yes;
    }

    enum class Answer : std::uint8_t { unknown, no, yes };
    Search& search_;
    const WordListSpec& spec_;
    std::unordered_set<std::string> stop_;
    std::vector<Answer> is_stop_;
    std::unordered_map<Sequence, Tally, SequenceHash> tallies_;
    std::unordered_map<Sequence, std::set<model::ParticipantId>, SequenceHash> speakers_;
    WordList list_;
};

}  // namespace

WordList word_list(Search& search, const WordListSpec& spec, const base::Progress& progress) {
    WordListSpec bounded = spec;
    bounded.length = std::clamp(spec.length, 1, kLongest);
    return Counter(search, bounded).run(progress);
}

double log_likelihood(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
    if (a + b == 0 || c + d == 0) return 0;
    const double all = static_cast<double>(a + b) / static_cast<double>(c + d);
    const auto part = [&](std::int64_t count, std::int64_t words) {
        const auto observed = static_cast<double>(count);
        return count == 0 ? 0.0 : observed * std::log(observed / (static_cast<double>(words) * all));
    };
    // Equal shares may come out a little below 0.
    return std::max(0.0, 2 * (part(a, c) + part(b, d)));
}

std::vector<Key> keyness(const WordList& list, model::RoleId first, model::RoleId second,
                         std::int64_t least) {
    const auto place_of = [&](model::RoleId role) {
        return static_cast<std::size_t>(std::find(list.roles.begin(), list.roles.end(), role) -
                                        list.roles.begin());
    };
    const std::size_t left = place_of(first), right = place_of(second);
    std::vector<Key> keys;
    if (left == list.roles.size() || right == list.roles.size() || left == right) return keys;
    const std::int64_t c = list.totals[left], d = list.totals[right];
    for (const auto& word : list.words) {
        const std::int64_t a = word.by_role[left], b = word.by_role[right];
        if (a + b == 0 || a + b < least) continue;
        Key key;
        key.words = word.words;
        key.first = a;
        key.second = b;
        const double all = static_cast<double>(a + b) / static_cast<double>(c + d);
        key.expected_first = static_cast<double>(c) * all;
        key.expected_second = static_cast<double>(d) * all;
        key.log_likelihood = log_likelihood(a, b, c, d);
        key.more_in_first = static_cast<double>(a) > key.expected_first;
        keys.push_back(std::move(key));
    }
    std::stable_sort(keys.begin(), keys.end(),
                     [](const Key& a, const Key& b) { return a.log_likelihood > b.log_likelihood; });
    return keys;
}

}  // namespace search
