// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/audit_data.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>

#include "analysis/agreement/observed.h"
#include "analysis/agreement/rated_runs.h"
#include "base/strings.h"
#include "exchange/out/table_text.h"
#include "model/name_in.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/names.h"
#include "report/agreement/texts.h"
#include "study/codings.h"
#include "study/definitions.h"
#include "study/history.h"
#include "study/settlements.h"

namespace report {

namespace {

using analysis::Unit;
using Json = nlohmann::ordered_json;

/// A list of records with a line each, which is read and compared more easily than one line or a line a
/// value.
std::string written(const Json& data) {
    std::string text = "{";
    for (const auto& [key, value] : data.items()) {
        text += text.size() == 1 ? "\n" : ",\n";
        text += Json(key).dump() + ": ";
        if (!value.is_array() || value.empty() || !value.front().is_object()) {
            text += value.dump();
            continue;
        }
        const char* before = "[\n";
        for (const auto& record : value) {
            text += before + record.dump();
            before = ",\n";
        }
        text += "]";
    }
    return text + "\n}\n";
}

/// Gathers what an audit is computed from. Names stand for ids, codings and decisions are numbered.
class Data {
  public:
    Data(study::Study& study, const model::Material& material, const analysis::AgreementSpec& spec)
        : study_(study), material_(material), spec_(spec), texts_(study) {}

    [[nodiscard]] Json made() {
        Json data = choices();
        data["roles"] = Json::array();
        for (const auto& role : material_.roles) data["roles"].push_back(role.name);
        data["participants"] = Json::array();
        for (const auto& one : material_.participants) {
            data["participants"].push_back({{"name", one.name},
                                            {"role", name_or_null(material_.roles, one.role)},
                                            {"triad", name_or_null(material_.triads, one.triad)}});
        }
        data["codes"] = Json::array();
        const auto definitions = study::definition_changes(study_);
        for (const auto& one : material_.codebook.codes()) {
            Json code{{"path", material_.codebook.path(one.id)},
                      {"name", one.name},
                      {"dimension", material_.codebook.path(material_.codebook.dimension_of(one.id).id)},
                      {"codable", one.codable}};
            const auto changed = definitions.find(one.id);
            if (changed != definitions.end()) {
                code["defined_in"] = changed->second.revision;
                code["defined"] = base::iso_time(changed->second.at);
            }
            data["codes"].push_back(std::move(code));
        }
        data["sources"] = Json::array();
        const auto replaced = study::text_changes(study_);
        for (const auto& one : material_.sources) {
            Json entry = source(one);
            if (const auto times = replaced.find(one.id); times != replaced.end())
                entry["replaced"] = times->second;
            data["sources"].push_back(std::move(entry));
        }
        data["codings"] = codings();
        data["decisions"] = decisions();
        return data;
    }

  private:
    template <class Things, class Id>
    [[nodiscard]] static Json name_or_null(const Things& things, Id id) {
        return id ? Json(model::name_in(things, id)) : Json();
    }

    [[nodiscard]] Json choices() const {
        Json data{{"study", study_.name()},
                  {"revision", study_.revision()},
                  {"changed", base::iso_time(study::History(study_).changed_at())},
                  {"program", std::string("Trialogue ") + TRIALOGUE_VERSION}};
        data["coders"] = Json::array();
        for (const auto& one : spec_.coders) {
            data["coders"].push_back({{"name", observer_name(material_, one)},
                                      {"coder", one.layer == model::kSettledLayer
                                                    ? Json()
                                                    : Json(model::name_in(material_.coders, one.coder))}});
        }
        data["unit"] = word_of(kUnits, spec_.unit);
        data["rule"] = word_of(kRules, spec_.rule);
        data["trim"] = spec_.trim;
        data["cluster"] = word_of(kClusters, spec_.cluster);
        data["interval"] = {{"method", word_of(kMethods, spec_.interval.method)},
                            {"level", spec_.interval.level},
                            {"replicates", spec_.interval.replicates},
                            {"seed", spec_.interval.seed},
                            {"least_clusters", spec_.interval.least_clusters}};
        data["coefficients"] = Json::array();
        for (const auto one : spec_.coefficients) data["coefficients"].push_back(analysis::info(one).id);
        return data;
    }

    [[nodiscard]] Json spans(const std::vector<text::Span>& list) const {
        auto all = Json::array();
        for (const auto& span : list) all.push_back({span.begin, span.end});
        return all;
    }

    [[nodiscard]] Json names(const std::vector<model::ParticipantId>& people) const {
        auto all = Json::array();
        for (const auto id : people) all.push_back(model::name_in(material_.participants, id));
        return all;
    }

    [[nodiscard]] Json source(const model::CountedSource& one) const {
        Json entry{{"name", one.name}, {"length", one.length}, {"coded", Json::array()}};
        for (const auto& observer : spec_.coders) {
            if (analysis::has_coded(observer, one.marks))
                entry["coded"].push_back(observer_name(material_, observer));
        }
        entry["participants"] = names(one.participants);
        entry["turns"] = Json::array();
        for (const auto& turn : one.turns) {
            const auto people = one.speakers.find(turn.speaker);
            entry["turns"].push_back({turn.span.begin, turn.span.end,
                                      people == one.speakers.end() ? Json::array() : names(people->second)});
        }
        if (spec_.trim || spec_.unit == Unit::word) entry["words"] = spans(texts_.units(one.id, Unit::word));
        if (spec_.unit == Unit::sentence) entry["sentences"] = spans(texts_.units(one.id, Unit::sentence));
        return entry;
    }

    /// Those of the two coders and of the settled layer, and what decisions are about.
    [[nodiscard]] bool is_told(const model::CountedCoding& coding) const {
        return coding.layer == model::kSettledLayer || decided_.contains(coding.id) ||
               std::any_of(spec_.coders.begin(), spec_.coders.end(), [&](const analysis::Observer& one) {
                   return one.layer != model::kSettledLayer && one.coder == coding.coder;
               });
    }

    /// Numbered by their ids, which decide where disagreements of the same place are alike otherwise.
    [[nodiscard]] Json codings() {
        for (const auto& one : material_.settlements) {
            decided_.insert(one.settles.begin(), one.settles.end());
            decided_.insert(one.outcomes.begin(), one.outcomes.end());
        }
        struct Told {
            const model::CountedSource* source;
            const model::CountedCoding* coding;
        };
        std::vector<Told> told;
        std::vector<model::CodingId> ids;
        for (const auto& source : material_.sources) {
            model::each_coding(source, [&](const model::CountedCoding& coding) {
                if (!is_told(coding)) return;
                told.push_back({&source, &coding});
                ids.push_back(coding.id);
            });
        }
        const analysis::Observed observed(material_, spec_);
        std::unordered_map<model::CodingId, analysis::Index> counted;
        for (const auto& source : observed.material().sources) {
            for (const auto& coding : source.codings)
                counted.emplace(coding.id, analysis::observer_of(spec_, coding));
        }
        std::sort(told.begin(), told.end(),
                  [](const Told& a, const Told& b) { return a.coding->id < b.coding->id; });
        std::unordered_map<model::CodingId, std::int64_t> created;
        for (const auto& coding : study::codings::get(study_, ids))
            created.emplace(coding.id, coding.created);
        auto all = Json::array();
        for (const auto& [source, coding] : told) {
            const bool whole = coding->whole_source();
            const auto known = counted.find(coding->id);
            const auto by = known == counted.end() ? analysis::kNowhere : known->second;
            numbers_.emplace(coding->id, all.size());
            all.push_back({{"number", all.size()},
                           {"source", source->name},
                           {"begin", whole ? Json() : Json(coding->span.begin)},
                           {"end", whole ? Json() : Json(coding->span.end)},
                           {"code", material_.codebook.path(coding->code)},
                           {"coder", name_or_null(material_.coders, coding->coder)},
                           {"layer", coding->layer},
                           {"by", by == analysis::kNowhere ? Json() : Json(by)},
                           {"made", base::iso_time(created.at(coding->id))}});
        }
        return all;
    }

    [[nodiscard]] Json numbers(const std::vector<model::CodingId>& ids) const {
        auto all = Json::array();
        for (const auto id : ids) {
            if (const auto number = numbers_.find(id); number != numbers_.end())
                all.push_back(number->second);
        }
        return all;
    }

    [[nodiscard]] Json decisions() const {
        auto all = Json::array();
        for (const auto& one : material_.settlements) {
            const auto position = [&](text::Position at) { return at < 0 ? Json() : Json(at); };
            all.push_back(
                {{"source", model::name_in(material_.sources, one.source)},
                 {"begin", position(one.span.begin)},
                 {"end", position(one.span.end)},
                 {"code",
                  material_.codebook.find(one.code) ? Json(material_.codebook.path(one.code)) : Json()},
                 {"decision", std::string(study::settlements::to_word(one.decision))},
                 {"accepted", name_or_null(material_.coders, one.accepted)},
                 {"reason", one.reason},
                 {"coder", name_or_null(material_.coders, one.coder)},
                 {"time", base::iso_time(one.created)},
                 {"codings", one.codings},
                 {"settles", numbers(one.settles)},
                 {"outcomes", numbers(one.outcomes)}});
        }
        return all;
    }

    study::Study& study_;
    const model::Material& material_;
    const analysis::AgreementSpec& spec_;
    AgreementTexts texts_;
    std::unordered_set<model::CodingId> decided_;
    std::unordered_map<model::CodingId, std::size_t> numbers_;
};

template <class Things, class Id>
std::string names_of(const Things& things, const std::vector<Id>& ids) {
    std::vector<std::string> names;
    for (const auto id : ids) names.push_back(model::name_in(things, id));
    return base::join(names, "; ");
}

}  // namespace

std::string audit_data_json(study::Study& study, const model::Material& material,
                            const analysis::AgreementSpec& spec) {
    return written(Data(study, material, spec).made());
}

std::string audit_units_csv(const study::Study& study, const model::Material& material,
                            const analysis::AgreementSpec& spec) {
    const AgreementTexts texts(study);
    const auto runs = analysis::rated_runs(
        material, spec, [&](model::SourceId source, Unit unit) { return texts.units(source, unit); });
    std::vector<std::string> header{"code", "source", "cluster", "participant",
                                    "role", "begin",  "end",     "count"};
    for (const auto& name : observer_names(material, spec)) header.push_back(name);
    std::string csv = "\xEF\xBB\xBF" + exchange::csv_line(header);
    for (const auto& run : runs) {
        const bool placed = run.span.begin >= 0;
        std::vector<std::string> fields{exchange::csv_field(material.codebook.path(run.code)),
                                        exchange::csv_field(model::name_in(material.sources, run.source)),
                                        std::to_string(run.cluster + 1),
                                        exchange::csv_field(names_of(material.participants, run.people)),
                                        exchange::csv_field(names_of(material.roles, run.roles)),
                                        placed ? std::to_string(run.span.begin) : std::string(),
                                        placed ? std::to_string(run.span.end) : std::string(),
                                        fmt::format("{:.0f}", run.count)};
        for (const auto& marked : run.marked) fields.emplace_back(!marked ? "" : *marked ? "1" : "0");
        csv += base::join(fields, ",") + "\r\n";
    }
    return csv;
}

}  // namespace report
