// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/naive_crosstab.h"

#include <algorithm>

namespace {

using analysis::Attribution;
using analysis::Axis;
using analysis::AxisItem;
using analysis::Count;
using analysis::CrosstabSpec;
using analysis::Whose;
using model::CountedCoding;
using model::CountedSource;
using model::Mark;
using model::ParticipantId;

/// A character of a source as a participant's: (source, position, participant).
using Character = std::tuple<model::SourceId, std::int64_t, ParticipantId>;

/// A coding that counts for a participant.
struct Fact {
    const CountedSource* source;
    const CountedCoding* coding;
    const model::Participant* participant;
};

class Naive {
  public:
    Naive(const model::Material& material, const CrosstabSpec& spec) : material_(material), spec_(spec) {}

    NaiveTable table(const std::vector<AxisItem>& rows, const std::vector<AxisItem>& columns) {
        NaiveTable made;
        const auto facts = all_facts(made);
        for (const auto& row : rows) {
            for (const auto& column : columns) {
                made.cells[{name(row), name(column)}] = cell(facts, row, column);
            }
        }
        return made;
    }

    static std::string name(const AxisItem& item) { return item.path.empty() ? item.label : item.path; }

  private:
    // Whose words.

    static bool speaks_at(const CountedSource& source, ParticipantId who, std::int64_t position) {
        for (const auto& turn : source.turns) {
            if (!turn.span.contains(position)) continue;
            const auto speaker = source.speakers.find(turn.speaker);
            if (speaker == source.speakers.end()) return false;
            return std::count(speaker->second.begin(), speaker->second.end(), who) > 0;
        }
        return false;
    }

    static std::int64_t characters_of(const CountedSource& source, const CountedCoding& coding,
                                      ParticipantId who) {
        std::int64_t count = 0;
        for (auto i = coding.span.begin; i < coding.span.end; ++i) count += speaks_at(source, who, i) ? 1 : 0;
        return count;
    }

    std::set<ParticipantId> owners(const CountedSource& source, const CountedCoding& coding) const {
        const std::set<ParticipantId> all(source.participants.begin(), source.participants.end());
        if (all.size() <= 1 || coding.whole_source()) return all;
        std::set<ParticipantId> found;
        std::int64_t most = 0;
        for (const auto who : all) most = std::max(most, characters_of(source, coding, who));
        if (most == 0) return {};
        for (const auto who : all) {
            const auto characters = characters_of(source, coding, who);
            if (spec_.attribution == Attribution::each ? characters > 0 : characters == most)
                found.insert(who);
        }
        if (spec_.attribution == Attribution::each) return found;
        // The first character at which one of the equal ones speaks decides.
        for (auto i = coding.span.begin; i < coding.span.end; ++i) {
            std::set<ParticipantId> first;
            for (const auto who : found) {
                if (speaks_at(source, who, i)) first.insert(who);
            }
            if (!first.empty()) return first;
        }
        return {};
    }

    // Whose coding.

    static bool is_settled(const CountedCoding& coding) { return coding.layer == 0; }

    std::set<model::CoderId> judges(const CountedSource& source) const {
        std::set<model::CoderId> found;
        for (const auto& coder : material_.coders) {
            const auto mark = source.marks.find(coder.id);
            if (mark != source.marks.end() && (mark->second.mark == Mark::coded || mark->second.round > 1))
                found.insert(coder.id);
        }
        return found;
    }

    bool is_asked_for(const CountedSource& source, const CountedCoding& coding) const {
        if (!spec_.codes.empty()) {
            const auto within = [&](model::CodeId code) {
                return material_.codebook.is_within(coding.code, code);
            };
            if (std::none_of(spec_.codes.begin(), spec_.codes.end(), within)) return false;
        }
        switch (spec_.whose.kind) {
            case Whose::Kind::settled:
                return is_settled(coding);
            case Whose::Kind::one:
                return !is_settled(coding) && coding.coder == spec_.whose.coder;
            case Whose::Kind::any:
                return true;
            case Whose::Kind::all:
                return !is_settled(coding) && judges(source).contains(coding.coder);
        }
        return false;
    }

    bool all_found(const CountedSource& source, model::CodeId code, ParticipantId who) const {
        const auto wanted = judges(source);
        return std::all_of(wanted.begin(), wanted.end(), [&](model::CoderId coder) {
            return std::any_of(source.codings.begin(), source.codings.end(),
                               [&](const CountedCoding& coding) {
                                   return coding.coder == coder && !is_settled(coding) &&
                                          coding.code == code && owners(source, coding).contains(who);
                               });
        });
    }

    bool passes(const model::Participant& who) const {
        std::map<std::string, bool> fits;
        for (const auto& where : spec_.where) {
            std::string own = who.name;
            if (where.attribute == "role") own = who.role ? "role" + std::to_string(who.role.value) : "";
            if (where.attribute == "triad") own = who.triad ? "triad" + std::to_string(who.triad.value) : "";
            if (where.attribute == "age") own = who.attributes.contains({1}) ? who.attributes.at({1}) : "";
            fits[where.attribute] = fits[where.attribute] || own == where.value;
        }
        return std::all_of(fits.begin(), fits.end(), [](const auto& one) { return one.second; });
    }

    std::vector<Fact> all_facts(NaiveTable& table) const {
        std::vector<Fact> facts;
        for (const auto& source : material_.sources) {
            for (const auto& coding : source.codings) {
                if (!is_asked_for(source, coding)) continue;
                const auto all = owners(source, coding);
                if (all.empty()) table.unattributed.insert(coding.id);
                for (const auto& participant : material_.participants) {
                    if (!all.contains(participant.id) || !passes(participant)) continue;
                    if (spec_.whose.kind == Whose::Kind::all &&
                        !all_found(source, coding.code, participant.id)) {
                        continue;
                    }
                    facts.push_back({&source, &coding, &participant});
                }
            }
        }
        return facts;
    }

    // What belongs where.

    bool stands_in(const Fact& fact, const Axis& axis, const AxisItem& item) const {
        switch (axis.kind) {
            case Axis::Kind::codes:
                return fact.coding->code.value == item.id;
            case Axis::Kind::dimensions:
                return material_.codebook.is_within(fact.coding->code, {item.id});
            case Axis::Kind::source:
                return fact.source->id.value == item.id;
            case Axis::Kind::coder:
                if (item.label == "(settled)") return is_settled(*fact.coding);
                return !is_settled(*fact.coding) && fact.coding->coder.value == item.id;
            default:
                return belongs(*fact.participant, axis, item);
        }
    }

    static bool belongs(const model::Participant& who, const Axis& axis, const AxisItem& item) {
        switch (axis.kind) {
            case Axis::Kind::role:
                return who.role.value == item.id;
            case Axis::Kind::triad:
                return who.triad.value == item.id;
            case Axis::Kind::participant:
                return who.id.value == item.id;
            default:
                break;
        }
        const auto value = who.attributes.find({1});
        if (value == who.attributes.end()) return item.label == "(none)";
        if (axis.bins.empty()) return item.label == value->second;
        for (const auto& bin : axis.bins) {
            const double number = std::stod(value->second);
            if (bin.low <= number && number <= bin.high) return item.label == bin.label;
        }
        return item.label == "(other)";
    }

    static bool of_codes(const Axis& axis) {
        return axis.kind == Axis::Kind::codes || axis.kind == Axis::Kind::dimensions;
    }

    // The numbers.

    NaiveCell cell(const std::vector<Fact>& facts, const AxisItem& row, const AxisItem& column) const {
        std::vector<Fact> in_row, in_column, both;
        for (const Fact& fact : facts) {
            const bool left = stands_in(fact, spec_.rows, row);
            const bool right = stands_in(fact, spec_.columns, column);
            if (left) in_row.push_back(fact);
            if (right) in_column.push_back(fact);
            if (left && right) both.push_back(fact);
        }
        const bool pairs = of_codes(spec_.rows) && of_codes(spec_.columns);
        NaiveCell made = pairs ? pair_cell(in_row, in_column, both) : fact_cell(both);
        count_people(made, row, column);
        return made;
    }

    NaiveCell fact_cell(const std::vector<Fact>& facts) const {
        NaiveCell made;
        std::set<model::SourceId> sources;
        for (const Fact& fact : facts) {
            made.participants.insert(fact.participant->id);
            made.codings.insert(fact.coding->id);
            sources.insert(fact.source->id);
        }
        made.value = number(made, sources.size(), characters(facts));
        return made;
    }

    NaiveCell pair_cell(const std::vector<Fact>& row, const std::vector<Fact>& column,
                        const std::vector<Fact>& both) const {
        if (spec_.count == Count::codings) return fact_cell(both);
        std::set<model::SourceId> row_sources, column_sources;
        std::set<ParticipantId> row_people, column_people;
        for (const Fact& fact : row)
            row_sources.insert(fact.source->id), row_people.insert(fact.participant->id);
        for (const Fact& fact : column) {
            column_sources.insert(fact.source->id);
            column_people.insert(fact.participant->id);
        }
        NaiveCell made;
        std::set<model::SourceId> sources;
        for (const auto* facts : {&row, &column}) {
            for (const Fact& fact : *facts) {
                const auto who = fact.participant->id;
                const auto where = fact.source->id;
                const bool in_both = row_sources.contains(where) && column_sources.contains(where);
                if (in_both) sources.insert(where);
                if (spec_.count == Count::sources
                        ? !in_both
                        : !row_people.contains(who) || !column_people.contains(who)) {
                    continue;
                }
                made.participants.insert(who);
                made.codings.insert(fact.coding->id);
            }
        }
        std::set<Character> shared;
        const auto left = characters(row);
        const auto right = characters(column);
        std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                              std::inserter(shared, shared.end()));
        made.value = number(made, sources.size(), shared);
        return made;
    }

    static std::set<Character> characters(const std::vector<Fact>& facts) {
        std::set<Character> found;
        for (const Fact& fact : facts) {
            if (fact.coding->whole_source()) continue;
            const bool all_theirs = fact.source->turns.empty() && fact.source->participants.size() == 1;
            for (auto i = fact.coding->span.begin; i < fact.coding->span.end; ++i) {
                if (all_theirs || speaks_at(*fact.source, fact.participant->id, i)) {
                    found.insert({fact.source->id, i, fact.participant->id});
                }
            }
        }
        return found;
    }

    std::int64_t number(const NaiveCell& made, std::size_t sources, const std::set<Character>& text) const {
        std::set<model::TriadId> triads;
        for (const auto& participant : material_.participants) {
            if (participant.triad && made.participants.contains(participant.id))
                triads.insert(participant.triad);
        }
        switch (spec_.count) {
            case Count::participants:
                return static_cast<std::int64_t>(made.participants.size());
            case Count::codings:
                return static_cast<std::int64_t>(made.codings.size());
            case Count::sources:
                return static_cast<std::int64_t>(sources);
            case Count::triads:
                return static_cast<std::int64_t>(triads.size());
            case Count::characters:
                return static_cast<std::int64_t>(text.size());
            case Count::words:
                return std::count_if(text.begin(), text.end(),
                                     [](const Character& one) { return word_begins_at(std::get<1>(one)); });
        }
        return -1;
    }

    // Who is coded.

    bool coded_by(const CountedSource& source, model::CoderId coder) const {
        const auto mark = source.marks.find(coder);
        if (mark != source.marks.end()) return mark->second.mark == Mark::coded || mark->second.round > 1;
        return std::any_of(source.codings.begin(), source.codings.end(), [&](const CountedCoding& coding) {
            return coder ? !is_settled(coding) && coding.coder == coder : is_settled(coding);
        });
    }

    bool coded(const CountedSource& source) const {
        if (spec_.whose.kind == Whose::Kind::settled) return coded_by(source, {});
        if (spec_.whose.kind == Whose::Kind::one) return coded_by(source, spec_.whose.coder);
        if (spec_.whose.kind == Whose::Kind::all) return !judges(source).empty();
        const auto by = [&](const model::Coder& coder) { return coded_by(source, coder.id); };
        return coded_by(source, {}) || std::any_of(material_.coders.begin(), material_.coders.end(), by);
    }

    bool coded(const CountedSource& source, const AxisItem* coder) const {
        if (!coder) return coded(source);
        if (spec_.whose.kind == Whose::Kind::all) return judges(source).contains({coder->id});
        return coded_by(source, {coder->id});
    }

    void count_people(NaiveCell& made, const AxisItem& row, const AxisItem& column) const {
        const std::pair<const Axis*, const AxisItem*> sides[] = {{&spec_.rows, &row},
                                                                 {&spec_.columns, &column}};
        const AxisItem* source_item = nullptr;
        const AxisItem* coder_item = nullptr;
        for (const auto& [axis, item] : sides) {
            if (axis->kind == Axis::Kind::source) source_item = item;
            if (axis->kind == Axis::Kind::coder) coder_item = item;
        }
        for (const auto& who : material_.participants) {
            bool in = passes(who);
            for (const auto& [axis, item] : sides) {
                const bool by_person =
                    !of_codes(*axis) && axis->kind != Axis::Kind::source && axis->kind != Axis::Kind::coder;
                if (by_person) in = in && belongs(who, *axis, *item);
            }
            bool interviewed = false, is_coded = false;
            for (const auto& source : material_.sources) {
                if (source_item && source.id.value != source_item->id) continue;
                if (std::count(source.participants.begin(), source.participants.end(), who.id) == 0) continue;
                interviewed = true;
                is_coded = is_coded || coded(source, coder_item);
            }
            if (!in || (source_item && !interviewed)) continue;
            ++made.of;
            ++(is_coded ? made.coded : interviewed ? made.uncoded : made.absent);
        }
    }

    const model::Material& material_;
    const CrosstabSpec& spec_;
};

}  // namespace

NaiveTable naive_crosstab(const model::Material& material, const CrosstabSpec& spec,
                          const std::vector<AxisItem>& rows, const std::vector<AxisItem>& columns) {
    return Naive(material, spec).table(rows, columns);
}
