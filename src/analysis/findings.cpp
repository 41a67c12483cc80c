// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings.h"

#include <algorithm>

namespace analysis {

Findings::Findings(const Numbered& numbered, const Selection& selection, const CrosstabSpec& spec)
    : numbered_(numbered), selection_(selection), spec_(spec) {}

void Findings::read(Index source) {
    source_ = source;
    list_.clear();
    voices_.open(numbered_.material().sources[source]);
    if (spec_.whose.kind == Whose::Kind::all) find_judges();

    model::CodeId last;
    Index code = kNowhere;
    for (std::size_t i = 0; i < codings().size(); ++i) {
        const model::CountedCoding& one = codings()[i];
        // Codings are ordered by code: one look-up for each run of a code.
        if (one.code != last) {
            last = one.code;
            code = numbered_.code(one.code);
            if (code != kNowhere && !selection_.codes[code]) code = kNowhere;
        }
        if (code != kNowhere && counts(one)) add(static_cast<Index>(i), code);
    }
    if (spec_.whose.kind == Whose::Kind::all) keep_what_all_found();
}

bool Findings::counts(const model::CountedCoding& coding) const {
    const bool settled = coding.layer == model::kSettledLayer;
    switch (spec_.whose.kind) {
        case Whose::Kind::settled:
            return settled;
        case Whose::Kind::one:
            return !settled && coding.coder == spec_.whose.coder;
        case Whose::Kind::any:
            return true;
        case Whose::Kind::all:
            return !settled && std::binary_search(judges_.begin(), judges_.end(), coding.coder);
    }
    return false;
}

void Findings::find_judges() {
    judges_.clear();
    for (const auto& [coder, mark] : numbered_.material().sources[source_].marks) {
        if (coder && mark.is_coded()) judges_.push_back(coder);
    }
}

void Findings::add(Index coding, Index code) {
    const model::CountedCoding& one = codings()[coding];
    voices_.attribute(one, spec_.attribution, owners_);
    if (owners_.empty()) unattributed_.push_back(one.id);
    const Index hand = numbered_.hand_of(one);
    for (const Index own : owners_) {
        const Index participant = numbered_.people(source_)[own];
        if (participant == kNowhere || !selection_.participants[participant]) continue;
        list_.push_back({coding, own, participant, code, hand});
    }
}

void Findings::keep_what_all_found() {
    const std::size_t people = numbered_.people(source_).size();
    heard_.resize(std::max(heard_.size(), people * static_cast<std::size_t>(numbered_.hands())));
    agreed_.resize(std::max(agreed_.size(), people));
    for (std::size_t begin = 0; begin < list_.size();) {
        std::size_t end = begin;
        while (end < list_.size() && list_[end].code == list_[begin].code) ++end;
        keep_what_all_found(begin, end);
        begin = end;
    }
    std::erase_if(list_, [](const Finding& finding) { return finding.participant == kNowhere; });
}

/// Strikes out the findings of one code for participants for whom not all judges found it.
void Findings::keep_what_all_found(std::size_t begin, std::size_t end) {
    ++run_;
    for (std::size_t i = begin; i < end; ++i) agreed_[list_[i].own] = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const Finding& finding = list_[i];
        auto& heard = heard_[static_cast<std::size_t>(finding.own * numbered_.hands() + finding.hand)];
        if (heard == run_) continue;
        heard = run_;
        ++agreed_[finding.own];
    }
    for (std::size_t i = begin; i < end; ++i) {
        if (agreed_[list_[i].own] < judges_.size()) list_[i].participant = kNowhere;
    }
}

}  // namespace analysis
