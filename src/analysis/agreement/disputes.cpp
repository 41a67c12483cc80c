// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/disputes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "analysis/agreement/effects.h"
#include "analysis/agreement/observed.h"
#include "base/error.h"
#include "base/translate.h"

namespace analysis {

namespace {

using model::CodingId;
using model::CountedCoding;
using model::CountedSource;

text::Span span_of(const CountedCoding& coding, const CountedSource& source) {
    return coding.whole_source() ? text::Span{0, source.length} : coding.span;
}

/// Sets that are joined until nothing more belongs together (union by the lower place).
class Groups {
  public:
    explicit Groups(std::size_t size) : parents_(size) {
        std::iota(parents_.begin(), parents_.end(), std::size_t{0});
    }
    [[nodiscard]] std::size_t of(std::size_t one) {
        while (parents_[one] != one) one = parents_[one] = parents_[parents_[one]];
        return one;
    }
    void join(std::size_t a, std::size_t b) {
        const std::size_t first = of(a), second = of(b);
        parents_[std::max(first, second)] = std::min(first, second);
    }

  private:
    std::vector<std::size_t> parents_;
};

/// Sorts the passages of one source into disputes.
class Sorter {
  public:
    Sorter(const model::Material& material, const CountedSource& source, const AgreementSpec& spec,
           std::vector<DisagreementPassage> passages)
        : material_(material), source_(source), passages_(std::move(passages)), groups_(passages_.size()) {
        for (const CountedCoding& coding : source.codings) {
            const Index coder = observer_of(spec, coding);
            if (coder == kNowhere) continue;
            by_code_[coding.code][static_cast<std::size_t>(coder)].push_back(&coding);
            by_id_[coding.id] = &coding;
        }
        // Those of one dimension stand together, so that different codes for the same words meet.
        std::sort(passages_.begin(), passages_.end(),
                  [](const auto& a, const auto& b) { return a.span < b.span; });
    }

    [[nodiscard]] std::vector<Dispute> sorted() {
        std::vector<std::vector<std::pair<std::size_t, CodingId>>> codings(passages_.size());
        std::unordered_map<CodingId, std::size_t> first_of;
        for (std::size_t i = 0; i < passages_.size(); ++i) {
            codings[i] = codings_of(passages_[i]);
            for (const auto& [coder, id] : codings[i]) {
                const auto [known, is_new] = first_of.emplace(id, i);
                if (!is_new) groups_.join(known->second, i);
            }
        }
        join_other_codes();
        std::map<std::size_t, Dispute> found;
        for (std::size_t i = 0; i < passages_.size(); ++i) {
            Dispute& dispute = found[groups_.of(i)];
            dispute.passages.push_back(passages_[i]);
            for (const auto& [coder, id] : codings[i]) dispute.codings[coder].push_back(id);
        }
        std::vector<Dispute> list;
        for (auto& [group, dispute] : found) {
            complete(dispute);
            list.push_back(std::move(dispute));
        }
        std::sort(list.begin(), list.end(), [](const Dispute& a, const Dispute& b) {
            return std::tie(a.span, a.codings) < std::tie(b.span, b.codings);
        });
        return list;
    }

  private:
    /// The codings that a passage is about: those that cover it, and those of the same code that meet them.
    [[nodiscard]] std::vector<std::pair<std::size_t, CodingId>> codings_of(
        const DisagreementPassage& passage) const {
        std::vector<std::pair<std::size_t, CodingId>> found;
        const auto& [first, second] = std::tie(passage.coded_by, passage.not_by);
        const auto& codings = by_code_.at(passage.code);
        for (const CountedCoding* own : codings[first]) {
            const text::Span reach = span_of(*own, source_);
            if (reach.begin >= passage.span.end) break;  // They are ordered by their begin.
            if (text::overlap(reach, passage.span) == 0) continue;
            found.emplace_back(first, own->id);
            for (const CountedCoding* other : codings[second]) {
                const text::Span theirs = span_of(*other, source_);
                if (theirs.begin >= reach.end) break;
                if (text::overlap(theirs, reach) > 0) found.emplace_back(second, other->id);
            }
        }
        return found;
    }

    /// What one gave a code and the other another one of the dimension is one dispute. Passages are ordered
    /// by their begin.
    void join_other_codes() {
        std::vector<model::CodeId> dimensions;
        for (const auto& one : passages_) dimensions.push_back(material_.codebook.dimension_of(one.code).id);
        for (std::size_t i = 0; i < passages_.size(); ++i) {
            for (std::size_t k = i + 1; k < passages_.size(); ++k) {
                if (passages_[k].span.begin >= passages_[i].span.end) break;
                if (dimensions[i] == dimensions[k] && passages_[i].coded_by != passages_[k].coded_by)
                    groups_.join(i, k);
            }
        }
    }

    void complete(Dispute& dispute) const {
        dispute.source = source_.id;
        dispute.span = {source_.length, 0};
        for (auto& ids : dispute.codings) {
            std::sort(ids.begin(), ids.end());
            ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        }
        for (const auto& ids : dispute.codings) {
            for (const CodingId id : ids) {
                const text::Span reach = span_of(*by_id_.at(id), source_);
                dispute.span = {std::min(dispute.span.begin, reach.begin),
                                std::max(dispute.span.end, reach.end)};
            }
        }
        std::unordered_set<model::CodeId> codes;
        for (const auto& passage : dispute.passages) {
            dispute.length += passage.span.length();
            codes.insert(passage.code);
            if (gravity(passage.kind) > gravity(dispute.kind)) dispute.kind = passage.kind;
        }
        for (const auto& code : material_.codebook.codes()) {
            if (codes.contains(code.id)) dispute.codes.push_back(code.id);
        }
    }

    /// A dispute is called by what weighs most in it.
    static int gravity(DisagreementKind kind) {
        switch (kind) {
            case DisagreementKind::boundary:
                return 0;
            case DisagreementKind::extra:
                return 1;
            case DisagreementKind::missed:
                return 2;
            case DisagreementKind::other_code:
                return 3;
        }
        return 0;
    }

    const model::Material& material_;
    const CountedSource& source_;
    std::vector<DisagreementPassage> passages_;
    Groups groups_;
    std::unordered_map<model::CodeId, std::array<std::vector<const CountedCoding*>, 2>> by_code_;
    std::unordered_map<CodingId, const CountedCoding*> by_id_;
};

void tell_settlements(std::vector<Dispute>& list, const model::Material& material) {
    std::unordered_map<CodingId, std::size_t> of_coding;
    for (std::size_t i = 0; i < material.settlements.size(); ++i) {
        for (const CodingId coding : material.settlements[i].settles) of_coding[coding] = i;
    }
    for (Dispute& dispute : list) {
        bool whole = true;
        for (const auto& ids : dispute.codings) {
            for (const CodingId id : ids) {
                const auto found = of_coding.find(id);
                if (found == of_coding.end()) {
                    whole = false;
                } else if (!dispute.settlement) {
                    dispute.settlement = found->second;
                } else {
                    whole = whole && *dispute.settlement == found->second;
                }
            }
        }
        if (!dispute.settlement) continue;
        const auto& settlement = material.settlements[*dispute.settlement];
        dispute.changed = !whole || !settlement.holds();
        dispute.settled = !dispute.changed && settlement.decision != model::Decision::later;
    }
}

}  // namespace

std::size_t Disputes::open() const {
    return static_cast<std::size_t>(
        std::count_if(list.begin(), list.end(), [](const Dispute& one) { return !one.settled; }));
}

Disputes disputes(const model::Material& given, const AgreementSpec& spec, const TextUnits& units) {
    if (spec.coders.size() != 2) {
        throw base::Error(base::ErrorKind::bad_input, base::tr("Settling is between two coders."),
                          base::tr("Name two with --coders."));
    }
    const Observed observed(given, spec);
    const model::Material& material = observed.material();
    AgreementSpec all = spec;
    all.codes.clear();
    std::unordered_map<model::SourceId, std::vector<DisagreementPassage>> passages;
    for (auto& passage : disagreements(material, all, units))
        passages[passage.source].push_back(std::move(passage));

    Disputes result;
    for (const CountedSource& source : material.sources) {
        if (!has_coded(spec.coders[0], source.marks) || !has_coded(spec.coders[1], source.marks)) continue;
        result.sources.push_back(source.id);
        std::unordered_set<CodingId> disputed;
        const auto found = passages.find(source.id);
        if (found != passages.end()) {
            for (auto& dispute : Sorter(material, source, spec, std::move(found->second)).sorted()) {
                for (const auto& ids : dispute.codings) disputed.insert(ids.begin(), ids.end());
                dispute.number = result.list.size() + 1;
                result.list.push_back(std::move(dispute));
            }
        }
        for (const CountedCoding& coding : source.codings) {
            if (observer_of(spec, coding) != kNowhere && !disputed.contains(coding.id))
                result.undisputed.push_back(coding.id);
        }
    }
    tell_settlements(result.list, material);
    tell_effects(result, material);
    return result;
}

std::vector<std::size_t> by_effect(const Disputes& disputes) {
    std::vector<std::size_t> order(disputes.list.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Dispute &one = disputes.list[a], &other = disputes.list[b];
        return std::pair(one.effect.size(), one.length) > std::pair(other.effect.size(), other.length);
    });
    return order;
}

}  // namespace analysis
