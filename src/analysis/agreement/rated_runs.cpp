// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/rated_runs.h"

#include <algorithm>

#include "analysis/agreement/coded_sources.h"
#include "analysis/selection.h"

namespace analysis {

namespace {

/// The runs of one code in one source; `marks` is null where nobody used it.
void add_runs(const CodedSource& source, const model::CountedSource& counted, model::CodeId code,
              const CodeMarks* marks, std::vector<RatedRun>& runs) {
    std::vector<text::Position> borders{0, counted.length};
    if (marks != nullptr) {
        for (const auto& spans : marks->spans) {
            for (const ValuedSpan& one : spans) borders.insert(borders.end(), {one.span.begin, one.span.end});
        }
    }
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        RatedRun run{counted.id, code, {borders[i], borders[i + 1]}, {}};
        for (std::size_t g = 0; g < source.coded.size(); ++g) {
            if (!source.coded[g]) {
                run.marked.emplace_back();
                continue;
            }
            const auto covers = [&](const ValuedSpan& one) { return one.span.contains(run.span); };
            run.marked.emplace_back(marks != nullptr &&
                                    std::any_of(marks->spans[g].begin(), marks->spans[g].end(), covers));
        }
        runs.push_back(std::move(run));
    }
}

}  // namespace

std::vector<RatedRun> rated_runs(const model::Material& material, const AgreementSpec& spec,
                                 const TextUnits& units) {
    refuse_wrong_coders(material, spec);
    const Numbered numbered(material);
    CrosstabSpec filters;
    filters.codes = spec.codes;
    const Selection chosen = selection(numbered, filters);
    auto coded = coded_sources(numbered, spec, units);
    std::sort(coded.sources.begin(), coded.sources.end(),
              [](const CodedSource& a, const CodedSource& b) { return a.source < b.source; });
    std::vector<RatedRun> runs;
    for (Index code = 0; code < numbered.codes(); ++code) {
        const auto& item = material.codebook.codes()[code];
        const bool used = std::any_of(coded.sources.begin(), coded.sources.end(),
                                      [&](const CodedSource& source) { return source.of(code) != nullptr; });
        if (!chosen.codes[code] || (!item.codable && !used)) continue;
        for (const CodedSource& source : coded.sources)
            add_runs(source, material.sources[source.source], item.id, source.of(code), runs);
    }
    return runs;
}

}  // namespace analysis
