// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ordering.h"

#include <algorithm>
#include <numeric>

#include "base/strings.h"
#include "base/translate.h"
#include "study/sources.h"

namespace search {

namespace {

/// On one line: line ends and tabs are blanks, runs of blanks one.
std::string flat(std::string_view text) {
    std::string made;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (!blank) {
            made += c;
        } else if (made.empty() || made.back() != ' ') {
            made += ' ';
        }
    }
    return made;
}

/// The words of the context from the hit outwards, as lines are put in order by what stands before them.
std::string backwards(const std::string& left) {
    auto words = terms_of(left);
    std::reverse(words.begin(), words.end());
    return base::join(words, " ");
}

std::string role_of(const Contents& contents, const std::vector<model::ParticipantId>& participants) {
    for (const auto id : participants) {
        const auto* participant = contents.participant(id);
        if (participant == nullptr) continue;
        // Roles are in the user's order.
        for (std::size_t i = 0; i < contents.roles.size(); ++i) {
            if (contents.roles[i].id == participant->role) return fmt::format("{:06}", i);
        }
    }
    return "~";
}

/// What a line is put in order by.
std::string key_of(const Line& line, Order order) {
    switch (order) {
        case Order::left:
            return backwards(line.left);
        case Order::right:
            return base::join(terms_of(line.right), " ");
        default:
            return base::join(terms_of(line.match), " ");
    }
}

/// Gives the keys of hits one after the other.
class Keys {
  public:
    Keys(const study::Study& study, const Contents& contents, Order order)
        : study_(study), contents_(contents), order_(order) {}

    std::string of(const HitPlace& hit) {
        return hit.where == Where::source ? in_transcript(hit) : elsewhere(hit);
    }

  private:
    std::string in_transcript(const HitPlace& hit) {
        const auto* source = contents_.source(hit.source);
        if (source == nullptr) return {};
        if (order_ == Order::role) return role_of(contents_, voices_of(*source, hit.turn - 1));
        if (source->text != text_id_) {
            text_ = study::sources::text(study_, source->text);
            text_id_ = source->text;
        }
        // The text may have become shorter since.
        if (hit.end > text_.size()) return {};
        return key_of(line_in(text_, hit.span(), kContext), order_);
    }

    std::string elsewhere(const HitPlace& hit) {
        const auto [place, is_new] = sides_.try_emplace(hit.where);
        if (is_new) place->second = contents_.side_texts(study_, hit.where);
        if (hit.part >= place->second.size()) return {};
        const SideText& side = place->second[hit.part];
        if (side.id != hit.id || hit.end > side.text.size()) return {};
        if (order_ == Order::role) return role_of(contents_, side.participants);
        return key_of(line_in(side.text, hit.span(), kContext), order_);
    }

    const study::Study& study_;
    const Contents& contents_;
    Order order_;
    model::TextId text_id_;
    text::Text text_;
    std::map<Where, std::vector<SideText>> sides_;
};

}  // namespace

Line line_in(const text::Text& text, const text::Span& span, text::Position context) {
    Line line;
    line.left = flat(text.view({std::max<text::Position>(0, span.begin - context), span.begin}));
    line.match = flat(text.view(span));
    line.right = flat(text.view({span.end, std::min(text.size(), span.end + context)}));
    // The blanks beside the hit stay: "(school)" and "( school )" are not the same.
    line.left.erase(0, line.left.find_first_not_of(' '));
    line.right.erase(line.right.find_last_not_of(' ') + 1);
    return line;
}

std::vector<std::size_t> sorted(const study::Study& study, const Contents& contents,
                                const std::vector<HitPlace>& hits, Order order,
                                const base::Progress& progress) {
    constexpr std::size_t kTell = 4096;
    std::vector<std::size_t> rows(hits.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (order == Order::place) return rows;
    std::vector<std::string> keys;
    keys.reserve(hits.size());
    Keys maker(study, contents, order);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (i % kTell == 0) {
            progress.step(static_cast<double>(i) / static_cast<double>(hits.size()),
                          base::tr("Putting the hits in order"));
        }
        keys.push_back(maker.of(hits[i]));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return rows;
}

}  // namespace search
