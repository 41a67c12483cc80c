// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/voices.h"

#include <algorithm>
#include <numeric>

namespace analysis {

void Voices::open(const model::CountedSource& source) {
    source_ = &source;
    measured_ = false;
    speakers_.clear();
    people_.clear();
    meetings_.assign(source.participants.size(), {});
    for (const auto& [speaker, participants] : source.speakers) {
        const std::size_t begin = people_.size();
        for (const model::ParticipantId participant : participants) {
            const auto found = std::find(source.participants.begin(), source.participants.end(), participant);
            if (found == source.participants.end()) continue;
            const auto place = static_cast<Index>(found - source.participants.begin());
            const auto known = people_.begin() + static_cast<std::ptrdiff_t>(begin);
            if (std::find(known, people_.end(), place) == people_.end()) people_.push_back(place);
        }
        if (people_.size() > begin) speakers_.push_back({speaker, begin, people_.size()});
    }
}

std::pair<const Index*, const Index*> Voices::people_of(model::SpeakerId speaker) const {
    const auto found =
        std::lower_bound(speakers_.begin(), speakers_.end(), speaker,
                         [](const SpeakerPeople& one, model::SpeakerId id) { return one.speaker < id; });
    if (found == speakers_.end() || found->speaker != speaker) return {nullptr, nullptr};
    return {people_.data() + found->begin, people_.data() + found->end};
}

/// The first turn that ends behind the position.
std::size_t Voices::first_turn_after(text::Position position) const {
    const auto& turns = source_->turns;
    const auto found = std::partition_point(
        turns.begin(), turns.end(), [&](const model::Turn& turn) { return turn.span.end <= position; });
    return static_cast<std::size_t>(found - turns.begin());
}

/// Fills meetings_ and met_ with those whose turns the span meets, in the order in which it meets them.
void Voices::meet(const text::Span& span) {
    const auto& turns = source_->turns;
    for (std::size_t i = first_turn_after(span.begin); i < turns.size() && turns[i].span.begin < span.end;
         ++i) {
        const text::Position common = text::overlap(turns[i].span, span);
        if (common == 0) continue;
        const auto [first, last] = people_of(turns[i].speaker);
        for (const Index* person = first; person != last; ++person) {
            Meeting& meeting = meetings_[*person];
            if (meeting.characters == 0) {
                meeting.first_turn = i;
                met_.push_back(*person);
            }
            meeting.characters += common;
        }
    }
}

/// Leaves in met_ those who are met most; of those who are equal the first, and with her whoever shares
/// the turn by which she is first.
void Voices::keep_the_most() {
    text::Position most = 0;
    std::size_t first_turn = 0;
    for (const Index person : met_) {
        const Meeting& meeting = meetings_[person];
        if (meeting.characters > most) {
            most = meeting.characters;
            first_turn = meeting.first_turn;
        }
    }
    std::erase_if(met_, [&](Index person) {
        const Meeting& meeting = meetings_[person];
        const bool keep = meeting.characters == most && meeting.first_turn == first_turn;
        if (!keep) meetings_[person] = {};
        return !keep;
    });
}

void Voices::attribute(const model::CountedCoding& coding, Attribution rule, std::vector<Index>& owners) {
    owners.clear();
    const std::size_t count = source_->participants.size();
    if (count == 1) {
        owners.push_back(0);
    } else if (coding.whole_source()) {
        owners.resize(count);
        std::iota(owners.begin(), owners.end(), Index{0});
    } else if (count > 1) {
        meet(coding.span);
        if (rule == Attribution::most) keep_the_most();
        for (const Index person : met_) meetings_[person] = {};
        owners.swap(met_);
        met_.clear();
        std::sort(owners.begin(), owners.end());
    }
}

bool Voices::whole_text_is_theirs() const {
    return source_->turns.empty() && source_->participants.size() == 1;
}

void Voices::measure() {
    const auto& turns = source_->turns;
    const std::size_t width = turns.size() + 1;
    own_.assign(source_->participants.size() * width, 0);
    for (std::size_t i = 0; i < turns.size(); ++i) {
        for (std::size_t row = 0; row < own_.size(); row += width) own_[row + i + 1] = own_[row + i];
        const auto [first, last] = people_of(turns[i].speaker);
        for (const Index* person = first; person != last; ++person) {
            own_[static_cast<std::size_t>(*person) * width + i + 1] += turns[i].span.length();
        }
    }
    measured_ = true;
}

text::Position Voices::own_before(Index participant, text::Position position, std::size_t& turn) {
    if (whole_text_is_theirs()) return std::clamp<text::Position>(position, 0, source_->length);
    if (!measured_) measure();
    const auto& turns = source_->turns;
    const text::Position* own = own_.data() + static_cast<std::size_t>(participant) * (turns.size() + 1);
    while (turn < turns.size() && turns[turn].span.end <= position) ++turn;
    if (turn == turns.size() || own[turn + 1] == own[turn]) return own[turn];
    return own[turn] + std::max<text::Position>(0, position - turns[turn].span.begin);
}

std::vector<text::Span> Voices::own_turns(Index participant) const {
    if (whole_text_is_theirs()) return {{0, source_->length}};
    std::vector<text::Span> spans;
    for (const model::Turn& turn : source_->turns) {
        const auto [first, last] = people_of(turn.speaker);
        if (std::find(first, last, participant) != last) spans.push_back(turn.span);
    }
    return text::united(std::move(spans));
}

}  // namespace analysis
