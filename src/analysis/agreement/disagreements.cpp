// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/disagreements.h"

#include <algorithm>

#include "analysis/agreement/coded_sources.h"
#include "analysis/selection.h"

namespace analysis {

namespace {

using Spans = std::vector<ValuedSpan>;

bool meets(const Spans& spans, const text::Span& span) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](const ValuedSpan& one) { return text::overlap(one.span, span) > 0; });
}

/// What of the span none of the others covers; they are ordered and disjoint.
std::vector<text::Span> uncovered(const text::Span& span, const Spans& others) {
    std::vector<text::Span> rest;
    text::Position at = span.begin;
    for (const ValuedSpan& other : others) {
        if (other.span.end <= at) continue;
        if (other.span.begin >= span.end) break;
        if (other.span.begin > at) rest.push_back({at, other.span.begin});
        at = other.span.end;
    }
    if (at < span.end) rest.push_back({at, span.end});
    return rest;
}

/// Finds the disagreements of one pair in one source.
class Finder {
  public:
    Finder(const Numbered& numbered, const Selection& selection, std::vector<DisagreementPassage>& found)
        : numbered_(numbered), selection_(selection), found_(found) {}

    void find(const CodedSource& source, std::size_t with, std::size_t without) {
        for (const CodeMarks& marks : source.marks) {
            if (!selection_.codes[marks.code]) continue;
            for (const ValuedSpan& one : marks.spans[with]) {
                const bool both_found = meets(marks.spans[without], one.span);
                for (const text::Span& span : uncovered(one.span, marks.spans[without])) {
                    DisagreementPassage passage{
                        id(source), code(marks.code), span, DisagreementKind::boundary, with, without, {}};
                    tell_others(source, marks.code, passage);
                    if (!both_found) passage.kind = kind_of(passage);
                    found_.push_back(std::move(passage));
                }
            }
        }
    }

  private:
    [[nodiscard]] model::SourceId id(const CodedSource& source) const {
        return numbered_.material().sources[source.source].id;
    }
    [[nodiscard]] model::CodeId code(Index place) const {
        return numbered_.material().codebook.codes()[place].id;
    }

    void tell_others(const CodedSource& source, Index own, DisagreementPassage& passage) const {
        for (const CodeMarks& marks : source.marks) {
            if (marks.code != own && meets(marks.spans[passage.not_by], passage.span))
                passage.other_codes.push_back(code(marks.code));
        }
    }

    [[nodiscard]] DisagreementKind kind_of(const DisagreementPassage& passage) const {
        if (passage.other_codes.empty()) return DisagreementKind::missed;
        const auto& codebook = numbered_.material().codebook;
        const auto dimension = codebook.dimension_of(passage.code).id;
        const bool same =
            std::any_of(passage.other_codes.begin(), passage.other_codes.end(),
                        [&](model::CodeId other) { return codebook.dimension_of(other).id == dimension; });
        return same ? DisagreementKind::other_code : DisagreementKind::extra;
    }

    const Numbered& numbered_;
    const Selection& selection_;
    std::vector<DisagreementPassage>& found_;
};

}  // namespace

std::vector<DisagreementPassage> disagreements(const model::Material& material, const AgreementSpec& spec,
                                               const TextUnits& units) {
    refuse_wrong_coders(material, spec);
    const Observed observed(material, spec);
    const Numbered numbered(observed.material());
    CrosstabSpec filters;
    filters.codes = spec.codes;
    const Selection chosen = selection(numbered, filters);
    const CodedSources coded = coded_sources(numbered, spec, units);
    std::vector<DisagreementPassage> found;
    Finder finder(numbered, chosen, found);
    for (const CodedSource& source : coded.sources) {
        for (std::size_t g = 0; g < spec.coders.size(); ++g) {
            for (std::size_t h = 0; h < spec.coders.size(); ++h) {
                if (g != h && source.coded[g] && source.coded[h]) finder.find(source, g, h);
            }
        }
    }
    // The order of equal lengths is that of sources and codes.
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.span.length() > b.span.length(); });
    return found;
}

}  // namespace analysis
