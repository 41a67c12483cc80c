// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/outcomes.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "analysis/agreement/observed.h"
#include "base/error.h"
#include "base/translate.h"

namespace analysis {

namespace {

using model::CountedCoding;
using model::CountedSource;
using model::Decision;

const CountedSource& source_of(const model::Material& material, model::SourceId id) {
    return *std::find_if(material.sources.begin(), material.sources.end(),
                         [&](const CountedSource& source) { return source.id == id; });
}

/// The passages that two coders gave one code.
using Pair = std::array<std::vector<text::Span>, 2>;

text::Span reach_of(const CountedCoding& coding, const CountedSource& source) {
    return coding.whole_source() ? text::Span{0, source.length} : coding.span;
}

/// A passage that is the whole text because a coder judged the source as a whole is such a judgement.
text::Span judged(const text::Span& span, const CountedSource& source, bool whole) {
    return whole && span.begin == 0 && span.end == source.length ? text::Span{-1, -1} : span;
}

void add_joined(Proposal& proposal, const Dispute& dispute, const CountedSource& source) {
    std::map<model::CodeId, Pair> by_code;
    bool whole = false;
    for (const CountedCoding& coding : source.codings) {
        for (std::size_t coder = 0; coder < 2; ++coder) {
            const auto& ids = dispute.codings[coder];
            if (!std::binary_search(ids.begin(), ids.end(), coding.id)) continue;
            by_code[coding.code][coder].push_back(reach_of(coding, source));
            whole = whole || coding.whole_source();
        }
    }
    for (auto& [code, spans] : by_code) {
        std::vector<text::Span> joined;
        if (proposal.decision == Decision::intersection) {
            joined = text::intersection(text::united(spans[0]), text::united(spans[1]));
        } else {
            spans[0].insert(spans[0].end(), spans[1].begin(), spans[1].end());
            joined = text::united(std::move(spans[0]));
        }
        for (const text::Span& span : joined)
            proposal.outcomes.push_back({code, judged(span, source, whole)});
    }
}

/// Codings of one code and source with which the other coder agrees: those that cover each other.
class Agreed {
  public:
    Agreed(const Disputes& disputes, const model::Material& material, const AgreementSpec& spec)
        : material_(material),
          spec_(spec),
          undisputed_(disputes.undisputed.begin(), disputes.undisputed.end()) {
        for (const auto& settlement : material.settlements) {
            if (settlement.decision != Decision::later)
                settled_.insert(settlement.settles.begin(), settlement.settles.end());
        }
    }

    void add(const CountedSource& source, std::vector<Proposal>& list) const {
        // The codings of a source are ordered by code and begin: those that cover each other stand together.
        Proposal current;
        model::CodeId code;
        std::array<bool, 2> heard{};
        bool is_new = false;
        const auto close = [&] {
            if (heard[0] && heard[1] && is_new) list.push_back(std::move(current));
            current = {};
            heard = {};
            is_new = false;
        };
        for (const CountedCoding& coding : source.codings) {
            const Index coder = observer_of(spec_, coding);
            if (coder == kNowhere || !undisputed_.contains(coding.id)) continue;
            const text::Span reach = reach_of(coding, source);
            if (coding.code != code || reach.begin >= current.span.end) {
                close();
                code = coding.code;
                current.source = source.id;
                current.decision = Decision::agreed;
                current.span = reach;
            }
            current.span.end = std::max(current.span.end, reach.end);
            current.settles.push_back(coding.id);
            heard[static_cast<std::size_t>(coder)] = true;
            is_new = is_new || !settled_.contains(coding.id);
            if (coder == 0) current.outcomes.push_back({coding.code, coding.span});
        }
        close();
    }

  private:
    const model::Material& material_;
    const AgreementSpec& spec_;
    std::unordered_set<model::CodingId> undisputed_, settled_;
};

bool differs_little(const Dispute& dispute, text::Position under) {
    return std::all_of(dispute.passages.begin(), dispute.passages.end(), [&](const auto& passage) {
        return passage.kind == DisagreementKind::boundary && passage.span.length() < under;
    });
}

/// A settled coding is of two people's judgements.
void refuse_rounds(const AgreementSpec& spec) {
    const bool named = std::any_of(spec.coders.begin(), spec.coders.end(),
                                   [](const Observer& one) { return one.layer > model::kSettledLayer; });
    if (named) {
        throw base::Error(base::ErrorKind::bad_input,
                          base::tr("Rounds of a coder are compared, but not settled."),
                          base::tr("Name the coders without a round to settle what stands."));
    }
}

}  // namespace

Proposal proposal(const Dispute& dispute, const model::Material& material, const AgreementSpec& spec,
                  Decision decision, std::size_t accepted) {
    refuse_rounds(spec);
    Proposal made{dispute.source, dispute.span, decision, {}, {}, {}};
    for (const auto& ids : dispute.codings) made.settles.insert(made.settles.end(), ids.begin(), ids.end());
    std::sort(made.settles.begin(), made.settles.end());
    const CountedSource& source = source_of(material, dispute.source);
    switch (decision) {
        case Decision::accept: {
            made.accepted = spec.coders[accepted].coder;
            const auto& ids = dispute.codings[accepted];
            for (const CountedCoding& coding : source.codings) {
                if (std::binary_search(ids.begin(), ids.end(), coding.id))
                    made.outcomes.push_back({coding.code, coding.span});
            }
            break;
        }
        case Decision::both:
        case Decision::united:
        case Decision::intersection:
            add_joined(made, dispute, source);
            break;
        case Decision::anew:
        case Decision::drop:
        case Decision::later:
        case Decision::agreed:
            break;
    }
    std::sort(made.outcomes.begin(), made.outcomes.end(), [](const auto& a, const auto& b) {
        return std::pair(a.span, a.code) < std::pair(b.span, b.code);
    });
    return made;
}

std::vector<Proposal> proposals(const Disputes& disputes, const model::Material& material,
                                const AgreementSpec& spec, const SettlingRule& rule) {
    refuse_rounds(spec);
    std::vector<Proposal> list;
    if (rule.decision == Decision::agreed) {
        const Agreed agreed(disputes, material, spec);
        for (const CountedSource& source : material.sources) agreed.add(source, list);
        return list;
    }
    for (const Dispute& dispute : disputes.list) {
        if ((!dispute.settlement || dispute.changed) && differs_little(dispute, rule.under))
            list.push_back(proposal(dispute, material, spec, rule.decision));
    }
    return list;
}

}  // namespace analysis
