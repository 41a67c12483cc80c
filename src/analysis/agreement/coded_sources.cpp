// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/coded_sources.h"

#include <algorithm>
#include <map>
#include <utility>

namespace analysis {

namespace {

using model::CountedSource;

std::vector<bool> who_coded(const CountedSource& source, const AgreementSpec& spec) {
    std::vector<bool> coded;
    for (const Observer& observer : spec.coders) coded.push_back(has_coded(observer, source.marks));
    return coded;
}

/// The triad of all participants of the source, or nobody where they have several or none.
model::TriadId triad_of(const CountedSource& source, const model::Material& material) {
    model::TriadId triad;
    for (const auto id : source.participants) {
        const auto person = std::find_if(material.participants.begin(), material.participants.end(),
                                         [&, wanted = id](const auto& one) { return one.id == wanted; });
        if (person == material.participants.end() || !person->triad) return {};
        if (triad && triad != person->triad) return {};
        triad = person->triad;
    }
    return triad;
}

/// Cuts passages to the words in them; one without a word stays as it is.
class Trimmer {
  public:
    explicit Trimmer(std::vector<text::Span> words) : words_(std::move(words)) {}

    [[nodiscard]] text::Span operator()(const text::Span& span) const {
        const auto first = std::partition_point(
            words_.begin(), words_.end(), [&](const text::Span& word) { return word.end <= span.begin; });
        const auto past = std::partition_point(first, words_.end(),
                                               [&](const text::Span& word) { return word.begin < span.end; });
        if (first == past) return span;
        return {std::max(span.begin, first->begin), std::min(span.end, (past - 1)->end)};
    }

  private:
    std::vector<text::Span> words_;
};

/// A code has seldom more passages of one coder in one source.
constexpr std::size_t kFewSpans = 8;

bool uses_matching(const AgreementSpec& spec) {
    return std::any_of(spec.coefficients.begin(), spec.coefficients.end(),
                       [](Coefficient one) { return info(one).basis == Basis::matching; });
}

/// Reads the codings of one source, which are ordered by code.
class MarkReader {
  public:
    MarkReader(const Numbered& numbered, const AgreementSpec& spec, CodedSources& result)
        : numbered_(numbered), spec_(spec), result_(result), needs_passages_(uses_matching(spec)) {}

    void read(const CountedSource& source, CodedSource& coded, const Trimmer& trimmer) {
        for (const auto& coding : source.codings) {
            const Index observer = observer_of(spec_, coding);
            const Index code = numbered_.code(coding.code);
            if (observer == kNowhere || code == kNowhere || !coded.coded[observer]) continue;
            ++result_.passages;
            const text::Span span =
                coding.whole_source() ? text::Span{0, source.length} : trimmer(coding.span);
            const text::Span inside{std::max<text::Position>(0, span.begin),
                                    std::min(span.end, source.length)};
            if (inside.empty()) {
                ++result_.empty_passages;
                continue;
            }
            CodeMarks& marks = marks_of(coded, code);
            marks.spans[observer].push_back({inside, 1});
            if (needs_passages_) marks.passages[observer].push_back(inside);
        }
        for (auto& marks : coded.marks) {
            for (auto& spans : marks.spans) spans = united(std::move(spans));
        }
        std::sort(coded.marks.begin(), coded.marks.end(),
                  [](const CodeMarks& a, const CodeMarks& b) { return a.code < b.code; });
    }

  private:
    CodeMarks& marks_of(CodedSource& coded, Index code) const {
        if (!coded.marks.empty() && coded.marks.back().code == code) return coded.marks.back();
        const auto known = std::find_if(coded.marks.begin(), coded.marks.end(),
                                        [&](const CodeMarks& marks) { return marks.code == code; });
        if (known != coded.marks.end()) return *known;
        const auto coders = spec_.coders.size();
        coded.marks.push_back({code, std::vector<std::vector<ValuedSpan>>(coders), {}});
        for (auto& spans : coded.marks.back().spans) spans.reserve(kFewSpans);
        if (needs_passages_) coded.marks.back().passages.resize(coders);
        return coded.marks.back();
    }

    const Numbered& numbered_;
    const AgreementSpec& spec_;
    CodedSources& result_;
    bool needs_passages_;
};

/// Numbers the clusters in the order in which their first source stands.
void set_clusters(CodedSources& result, const model::Material& material, ClusterBy by) {
    std::map<model::TriadId, std::size_t> triads;
    for (CodedSource& coded : result.sources) {
        const auto triad =
            by == ClusterBy::triad ? triad_of(material.sources[coded.source], material) : model::TriadId{};
        if (!triad) {
            coded.cluster = result.clusters++;
            continue;
        }
        const auto [place, is_new] = triads.emplace(triad, result.clusters);
        if (is_new) ++result.clusters;
        coded.cluster = place->second;
    }
    std::stable_sort(result.sources.begin(), result.sources.end(),
                     [](const CodedSource& a, const CodedSource& b) { return a.cluster < b.cluster; });
}

}  // namespace

const CodeMarks* CodedSource::of(Index code) const {
    const auto found = std::lower_bound(marks.begin(), marks.end(), code,
                                        [](const CodeMarks& one, Index wanted) { return one.code < wanted; });
    return found != marks.end() && found->code == code ? &*found : nullptr;
}

CodedSources coded_sources(const Numbered& numbered, const AgreementSpec& spec, const TextUnits& units) {
    CodedSources result;
    MarkReader reader(numbered, spec, result);
    result.sources.reserve(numbered.material().sources.size());
    for (Index i = 0; i < numbered.sources(); ++i) {
        const CountedSource& source = numbered.material().sources[i];
        CodedSource coded{i, 0, who_coded(source, spec), {}};
        coded.marks.reserve(static_cast<std::size_t>(numbered.codes()));
        MissingCoders missing{source.id, {}};
        for (std::size_t g = 0; g < coded.coded.size(); ++g) {
            if (!coded.coded[g]) missing.coders.push_back(g);
        }
        if (!missing.coders.empty()) result.missing.push_back(missing);
        if (spec.coders.size() - missing.coders.size() < 2) continue;
        const bool trim = spec.trim && units;
        reader.read(source, coded, Trimmer(trim ? units(source.id, Unit::word) : std::vector<text::Span>{}));
        result.sources.push_back(std::move(coded));
    }
    set_clusters(result, numbered.material(), spec.cluster);
    return result;
}

}  // namespace analysis
