// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/span_matching.h"

#include <algorithm>

namespace analysis {

namespace {

bool same_find(const text::Span& a, const text::Span& b, SpanMatch rule) {
    const auto common = static_cast<double>(text::overlap(a, b));
    if (common == 0) return false;
    const double either = static_cast<double>(a.length() + b.length()) - common;
    // Against rounding at the threshold: 9/10 is .9 whichever way it was computed.
    return common >= rule.least_overlap * either * (1 - 1e-12);
}

void sort_once(std::vector<text::Span>& spans) {
    std::erase_if(spans, [](const text::Span& span) { return span.empty(); });
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

/// The largest matching by augmenting paths (Berge 1957). Partners are looked for where spans meet only, so
/// that the costs are those of the spans that lie over each other.
class Matcher {
  public:
    Matcher(const std::vector<text::Span>& first, const std::vector<text::Span>& second, SpanMatch rule)
        : first_(first),
          second_(second),
          rule_(rule),
          partner_(second.size(), kNobody),
          seen_(second.size(), 0) {
        // How far the spans up to each place reach, so that those before the first that can meet are skipped.
        text::Position reach = 0;
        for (const auto& span : second) reach_.push_back(reach = std::max(reach, span.end));
    }

    std::int64_t matched() {
        std::int64_t count = 0;
        for (std::size_t i = 0; i < first_.size(); ++i) {
            ++round_;
            if (find_partner(i)) ++count;
        }
        return count;
    }

  private:
    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
    /// A span that looks for a partner, and where it goes on looking.
    struct Search {
        std::size_t first, next;
    };

    [[nodiscard]] std::size_t first_that_can_meet(const text::Span& span) const {
        const auto found = std::upper_bound(reach_.begin(), reach_.end(), span.begin);
        return static_cast<std::size_t>(found - reach_.begin());
    }

    /// Follows a path of spans that give up their partner for the one before them, without recursion.
    bool find_partner(std::size_t start) {
        path_.assign(1, {start, first_that_can_meet(first_[start])});
        while (!path_.empty()) {
            Search& search = path_.back();
            const text::Span& span = first_[search.first];
            while (search.next < second_.size() && second_[search.next].begin < span.end &&
                   (seen_[search.next] == round_ || !same_find(span, second_[search.next], rule_))) {
                ++search.next;
            }
            if (search.next >= second_.size() || second_[search.next].begin >= span.end) {
                path_.pop_back();
                if (!path_.empty()) ++path_.back().next;
                continue;
            }
            seen_[search.next] = round_;
            const std::size_t held_by = partner_[search.next];
            if (held_by == kNobody) {
                for (const Search& step : path_) partner_[step.next] = step.first;
                return true;
            }
            path_.push_back({held_by, first_that_can_meet(first_[held_by])});
        }
        return false;
    }

    const std::vector<text::Span>& first_;
    const std::vector<text::Span>& second_;
    SpanMatch rule_;
    std::vector<text::Position> reach_;
    std::vector<std::size_t> partner_;
    std::vector<std::size_t> seen_;
    std::size_t round_ = 0;
    std::vector<Search> path_;
};

}  // namespace

Figure SpanMatching::f1() const {
    if (first + second == 0) return Lack::unused;
    return 2.0 * static_cast<double>(matched) / static_cast<double>(first + second);
}

SpanMatching& SpanMatching::operator+=(const SpanMatching& other) {
    first += other.first;
    second += other.second;
    matched += other.matched;
    return *this;
}

SpanMatching match_spans(std::vector<text::Span> first, std::vector<text::Span> second, SpanMatch rule) {
    sort_once(first);
    sort_once(second);
    return {static_cast<std::int64_t>(first.size()), static_cast<std::int64_t>(second.size()),
            Matcher(first, second, rule).matched()};
}

}  // namespace analysis
