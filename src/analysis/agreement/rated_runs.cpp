// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/rated_runs.h"

#include <algorithm>
#include <array>

#include "analysis/agreement/coded_sources.h"
#include "analysis/agreement/rater.h"
#include "analysis/agreement/scope.h"
#include "analysis/selection.h"

namespace analysis {

namespace {

using text::Span;

/// Whose words a stretch of a source is.
struct Stretch {
    Span span;
    std::vector<model::ParticipantId> people;
    std::vector<model::RoleId> roles;
};

/// Makes the runs of one source, for one code after the other.
class SourceRuns {
  public:
    SourceRuns(const Numbered& numbered, const CodedSource& coded, const AgreementSpec& spec,
               const TextUnits& units)
        : numbered_(numbered),
          coded_(coded),
          spec_(spec),
          source_(numbered.material().sources[coded.source]),
          units_(units_of(source_, spec.unit, units)) {
        if (spec.unit == Unit::source && source_.length > 0) units_ = {{0, source_.length}};
        find_stretches();
    }

    void add(model::CodeId code, const CodeMarks* marks, std::vector<RatedRun>& runs) {
        static const std::vector<ValuedSpan> kNone;
        std::vector<MarkedSpans> marked(coded_.coded.size(), nullptr);
        for (std::size_t g = 0; g < marked.size(); ++g) {
            if (coded_.coded[g]) marked[g] = marks == nullptr ? &kNone : &marks->spans[g];
        }
        std::size_t place = 0;
        text::Position position = 0;
        const std::size_t before = runs.size();
        const auto sink = [&](std::span<const Category> row, double count) {
            RatedRun run{source_.id, coded_.cluster, code, {}, {}, {}, count, {}};
            for (const Category value : row)
                run.marked.push_back(value == kMissing ? std::nullopt : std::optional(value == 1));
            if (spec_.unit != Unit::character) {
                run.span = units_[place++];
                add_unit(std::move(run), before, runs);
                return;
            }
            run.span = {position, position + static_cast<text::Position>(count)};
            position = run.span.end;
            add_characters(run, before, runs);
        };
        if (spec_.unit == Unit::character) {
            rate_characters(marked, source_.length, sink);
        } else {
            rate_units(marked, units_, spec_.rule, sink);
        }
    }

  private:
    /// Cuts the text where it begins or ceases to be somebody's, or of somebody with a role.
    void find_stretches() {
        const auto& material = numbered_.material();
        std::vector<text::Position> borders{0, source_.length};
        std::vector<std::pair<model::ParticipantId, std::vector<Span>>> people;
        std::vector<std::pair<model::RoleId, std::vector<Span>>> roles;
        const auto places = [&](const auto& belongs) {
            Scope scope;
            scope.people.emplace();
            for (const auto& person : material.participants) scope.people->push_back(belongs(person));
            auto found =
                places_of(numbered_, coded_.source, scope).value_or(std::vector<Span>{{0, source_.length}});
            for (const Span& one : found) borders.insert(borders.end(), {one.begin, one.end});
            return found;
        };
        for (const auto id : source_.participants)
            people.emplace_back(id, places([&](const auto& person) { return person.id == id; }));
        for (const auto& role : material.roles)
            roles.emplace_back(role.id, places([&](const auto& person) { return person.role == role.id; }));
        std::sort(borders.begin(), borders.end());
        borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
        for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
            Stretch stretch{{borders[i], borders[i + 1]}, {}, {}};
            const auto keep = [&](const auto& all, auto& kept) {
                for (const auto& [id, spans] : all) {
                    const bool here = std::any_of(spans.begin(), spans.end(), [&](const Span& one) {
                        return one.contains(stretch.span);
                    });
                    if (here) kept.push_back(id);
                }
            };
            keep(people, stretch.people);
            keep(roles, stretch.roles);
            stretches_.push_back(std::move(stretch));
        }
    }

    [[nodiscard]] const Stretch* stretch_at(text::Position position) const {
        const auto found = std::partition_point(stretches_.begin(), stretches_.end(),
                                                [&](const Stretch& one) { return one.span.end <= position; });
        return found == stretches_.end() ? nullptr : &*found;
    }

    /// A unit of text is whose words it begins in; a source that is a unit is theirs who have all of it.
    void add_unit(RatedRun run, std::size_t before, std::vector<RatedRun>& runs) const {
        if (const Stretch* stretch = stretch_at(run.span.begin);
            stretch != nullptr && (spec_.unit != Unit::source || stretch->span == run.span)) {
            run.people = stretch->people;
            run.roles = stretch->roles;
        }
        join(std::move(run), before, runs);
    }

    void add_characters(const RatedRun& run, std::size_t before, std::vector<RatedRun>& runs) const {
        for (const Stretch& stretch : stretches_) {
            if (text::overlap(stretch.span, run.span) == 0) continue;
            RatedRun part = run;
            part.people = stretch.people;
            part.roles = stretch.roles;
            part.span = {std::max(stretch.span.begin, run.span.begin),
                         std::min(stretch.span.end, run.span.end)};
            part.count = static_cast<double>(part.span.length());
            join(std::move(part), before, runs);
        }
    }

    /// What is like the one before it makes that longer.
    static void join(RatedRun run, std::size_t before, std::vector<RatedRun>& runs) {
        if (runs.size() > before && runs.back().marked == run.marked && runs.back().people == run.people &&
            runs.back().roles == run.roles) {
            runs.back().span.end = run.span.end;
            runs.back().count += run.count;
        } else {
            runs.push_back(std::move(run));
        }
    }

    const Numbered& numbered_;
    const CodedSource& coded_;
    const AgreementSpec& spec_;
    const model::CountedSource& source_;
    std::vector<Span> units_;
    std::vector<Stretch> stretches_;  ///< they cover the text
};

/// Participants that are units: a run each.
void add_people(const Rater& rater, const Numbered& numbered, Index code, std::vector<RatedRun>& runs) {
    const auto& material = numbered.material();
    for (const Rater::Person& person : rater.people()) {
        const auto& participant = material.participants[person.participant];
        RatedRun run{person.source,
                     person.cluster,
                     material.codebook.codes()[code].id,
                     {participant.id},
                     {},
                     {-1, -1},
                     1,
                     {}};
        if (participant.role) run.roles.push_back(participant.role);
        for (std::size_t g = 0; g < person.coded.size(); ++g) {
            const auto& found = person.found[g];
            run.marked.push_back(person.coded[g]
                                     ? std::optional(std::binary_search(found.begin(), found.end(), code))
                                     : std::nullopt);
        }
        runs.push_back(std::move(run));
    }
}

}  // namespace

std::vector<RatedRun> rated_runs(const model::Material& given, const AgreementSpec& spec,
                                 const TextUnits& units) {
    refuse_wrong_coders(given, spec);
    const Observed observed(given, spec);
    const model::Material& material = observed.material();
    const Numbered numbered(material);
    CrosstabSpec filters;
    filters.codes = spec.codes;
    const Selection chosen = selection(numbered, filters);
    auto coded = coded_sources(numbered, spec, units);
    std::vector<Index> codes;
    for (Index code = 0; code < numbered.codes(); ++code) {
        const bool used = std::any_of(coded.sources.begin(), coded.sources.end(),
                                      [&](const CodedSource& source) { return source.of(code) != nullptr; });
        if (chosen.codes[code] && (material.codebook.codes()[code].codable || used)) codes.push_back(code);
    }
    std::vector<RatedRun> runs;
    if (spec.unit == Unit::participant) {
        const Scope everybody;
        const Rater rater(numbered, coded, spec, everybody, units);
        for (const Index code : codes) add_people(rater, numbered, code, runs);
        return runs;
    }
    std::sort(coded.sources.begin(), coded.sources.end(),
              [](const CodedSource& a, const CodedSource& b) { return a.source < b.source; });
    std::vector<SourceRuns> sources;
    for (const CodedSource& one : coded.sources) sources.emplace_back(numbered, one, spec, units);
    for (const Index code : codes) {
        for (std::size_t i = 0; i < sources.size(); ++i)
            sources[i].add(material.codebook.codes()[code].id, coded.sources[i].of(code), runs);
    }
    return runs;
}

}  // namespace analysis
