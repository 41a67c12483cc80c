// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/gathering.h"

#include <algorithm>
#include <utility>

#include "search/run.h"

namespace search {

namespace {

/// Documents of the first steps: about a megabyte of text. More where they take less time than kQuick.
constexpr std::size_t kStep = 64;
constexpr std::chrono::milliseconds kQuick{2};
/// Nobody waits between two steps who gives so much time.
constexpr std::chrono::seconds kPatient{1};

}  // namespace

Gathering::Gathering(Search& search, Prepared query, std::size_t keep)
    : search_(search), query_(std::move(query)), keep_(keep) {}

Gathering::~Gathering() = default;

void Gathering::begin() {
    hits_.clear();
    sources_.clear();
    voices_.clear();
    count_ = turns_ = 0;
    run_ = std::make_unique<Search::Run>(
        search_, query_, [this](const Search::Found& found) { return take(found); }, kStep);
    step_ = kStep;
    ++begun_;
}

bool Gathering::work(std::chrono::milliseconds budget) {
    using std::chrono::steady_clock;
    auto now = steady_clock::now();
    const auto end = now + budget;
    while (!complete_) {
        try {
            if (!run_) begin();
            if (budget >= kPatient) run_->widen(Search::Run::kLargestBatch);
            while (run_->step()) {
                const auto before = std::exchange(now, steady_clock::now());
                if (now >= end) return false;
                if (now - before < kQuick)
                    run_->widen(step_ = std::min(2 * step_, Search::Run::kLargestBatch));
            }
            complete_ = true;
            run_.reset();
        } catch (const IndexGone&) {
            // What is damaged again is not tried a third time: everything is scanned.
            run_.reset();
            search_.lose_index(begun_ == 1);
        }
    }
    return true;
}

bool Gathering::take(const Search::Found& found) {
    count_ += static_cast<std::int64_t>(found.matches.size());
    for (std::size_t i = 0; i < found.matches.size() && hits_.size() < keep_; ++i)
        hits_.push_back(search_.place_of(found, found.matches[i]));
    const auto add_voices = [&](const std::vector<model::ParticipantId>& voices) {
        voices_.insert(voices.begin(), voices.end());
    };
    // A source has few labels, and many turns of each: who speaks is asked once for each label.
    std::vector<model::SpeakerId> seen;
    const auto add_speaker = [&](std::int32_t turn) {
        if (turn >= 0) {
            const auto speaker = found.source->turns[static_cast<std::size_t>(turn)].speaker;
            if (std::find(seen.begin(), seen.end(), speaker) != seen.end()) return;
            seen.push_back(speaker);
        }
        add_voices(voices_of(*found.source, turn));
    };
    const Match* last = nullptr;
    for (const Match& match : found.matches) {
        if (last != nullptr && last->unit == match.unit) continue;
        last = &match;
        ++turns_;
        if (found.source != nullptr) add_speaker((*found.units)[match.unit].turn);
    }
    if (found.source != nullptr) sources_.insert(found.source->id);
    if (found.side != nullptr) {
        if (found.side->source) sources_.insert(found.side->source);
        add_voices(found.side->participants);
    }
    return true;
}

Totals Gathering::totals() const {
    std::set<model::TriadId> triads;
    for (const auto id : voices_) {
        const auto* participant = search_.contents().participant(id);
        if (participant != nullptr && participant->triad) triads.insert(participant->triad);
    }
    return {count_, turns_, static_cast<std::int64_t>(sources_.size()),
            static_cast<std::int64_t>(voices_.size()), static_cast<std::int64_t>(triads.size())};
}

}  // namespace search
