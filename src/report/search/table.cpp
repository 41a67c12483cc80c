// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "analysis/attribute_values.h"
#include "analysis/crosstab.h"
#include "base/error.h"
#include "base/translate.h"
#include "report/search/lists.h"

namespace report {

namespace {

using analysis::Axis;
using analysis::AxisItem;
using base::say;
using base::tr;
using model::ParticipantId;
using search::GroupBy;

/// What one cell counts.
struct Found {
    std::set<ParticipantId> participants;
    std::int64_t hits = 0;
};

/// The columns of a table, and which hits stand in each.
class Columns {
  public:
    Columns(search::Search& search, const Axis& axis, const model::Material& material)
        : search_(search), axis_(axis), material_(material) {
        analysis::CrosstabSpec spec;
        spec.columns = axis;
        items_ = analysis::crosstab(material, spec).columns;
    }

    [[nodiscard]] const std::vector<AxisItem>& items() const { return items_; }

    [[nodiscard]] std::vector<Found> count(const search::Prepared& query) {
        if (axis_.kind == Axis::Kind::attribute) return by_attribute(query);
        if (axis_.kind == Axis::Kind::dimensions) return by_dimension(query);
        std::vector<Found> found(items_.size());
        for (const auto& group : search_.groups(query, group_by())) {
            for (std::size_t i = 0; i < items_.size(); ++i) {
                const bool same = items_[i].none ? group.id == 0 : items_[i].id == group.id;
                if (!same) continue;
                found[i].hits += group.hits;
                found[i].participants.insert(group.participants.begin(), group.participants.end());
            }
        }
        return found;
    }

  private:
    [[nodiscard]] GroupBy group_by() const {
        switch (axis_.kind) {
            case Axis::Kind::role:
                return GroupBy::role;
            case Axis::Kind::triad:
                return GroupBy::triad;
            case Axis::Kind::source:
                return GroupBy::source;
            case Axis::Kind::codes:
                return GroupBy::code;
            case Axis::Kind::coder:
                throw base::Error(
                    base::ErrorKind::usage, tr("Hits have no coder; choose another axis."),
                    tr("To look within the codings of a coder, write coder:NAME in the query."));
            default:
                return GroupBy::participant;
        }
    }

    /// Whether a participant's value stands in the column.
    [[nodiscard]] bool stands_in(const AxisItem& item, const model::Attribute& attribute,
                                 const model::Participant& participant) const {
        const std::string value = analysis::value_of(participant, attribute.id);
        if (axis_.bins.empty()) {
            if (value.empty() || item.none) return value.empty() && item.none;
            const std::string shown = attribute.type != model::AttributeType::boolean ? value
                                      : value == "true"                               ? tr("yes")
                                                                                      : tr("no");
            return analysis::value_key(attribute.type, shown) ==
                   analysis::value_key(attribute.type, item.label);
        }
        const auto number = analysis::number_of(value);
        const auto holds = [&](const Axis::Bin& bin) {
            return number && bin.low <= *number && *number <= bin.high;
        };
        const auto bin = std::find_if(axis_.bins.begin(), axis_.bins.end(), holds);
        if (bin != axis_.bins.end()) return bin->label == item.label;
        return item.none && item.label == (value.empty() ? tr("(none)") : tr("(other)"));
    }

    /// A hit within several codes of a dimension counts once: each dimension is asked for by itself.
    [[nodiscard]] std::vector<Found> by_dimension(const search::Prepared& query) {
        std::vector<Found> found(items_.size());
        for (std::size_t i = 0; i < items_.size(); ++i) {
            search::Node both, field;
            field.kind = search::Node::Kind::field;
            field.field = search::FieldId::dimension;
            field.text = items_[i].path.empty() ? model::escaped_path_part(items_[i].label) : items_[i].path;
            both.kind = search::Node::Kind::all_of;
            both.children = {query.query, field};
            const auto within = search_.prepare(both);
            for (const auto& group : search_.groups(within, GroupBy::participant))
                if (group.id != 0) found[i].participants.insert({group.id});
            found[i].hits = search_.totals(within).hits;
        }
        return found;
    }

    /// Hits are counted participant by participant: a joint turn of two with one value counts for each.
    [[nodiscard]] std::vector<Found> by_attribute(const search::Prepared& query) {
        std::vector<Found> found(items_.size());
        const auto* attribute = analysis::find_attribute(material_, axis_.attribute);
        if (attribute == nullptr) return found;
        for (const auto& group : search_.groups(query, GroupBy::participant)) {
            for (const auto& participant : material_.participants) {
                if (participant.id.value != group.id) continue;
                for (std::size_t i = 0; i < items_.size(); ++i) {
                    if (!stands_in(items_[i], *attribute, participant)) continue;
                    found[i].hits += group.hits;
                    found[i].participants.insert(participant.id);
                }
            }
        }
        return found;
    }

    search::Search& search_;
    const Axis& axis_;
    const model::Material& material_;
    std::vector<AxisItem> items_;
};

model::TableCell number_cell(std::int64_t number, const AxisItem& column, bool of_people) {
    model::TableCell cell;
    // A column in which nobody was interviewed is not one in which nobody says it.
    const bool absent = of_people && column.n == 0 && number == 0;
    cell.state = absent ? model::CellState::absent : model::CellState::number;
    cell.number = static_cast<double>(number);
    return cell;
}

}  // namespace

model::Table search_table(search::Search& search, const std::vector<search::Prepared>& queries,
                          const Axis& axis, const model::Material& material) {
    Columns columns(search, axis, material);
    const bool of_people =
        axis.kind == Axis::Kind::role || axis.kind == Axis::Kind::triad || axis.kind == Axis::Kind::attribute;
    model::Table table;
    table.title = queries.size() == 1 ? say("Search: {}", queries.front().printed) : tr("Searches");
    table.corner = tr("Query");
    for (const auto& item : columns.items())
        table.columns.push_back({item.label, 0, false, of_people ? say("n = {}", item.n) : std::string()});
    for (const auto& query : queries) {
        const auto found = columns.count(query);
        table.rows.push_back({query.printed, 0, true, {}});
        table.cells.emplace_back(columns.items().size());
        table.rows.push_back({tr("participants"), 1, false, {}});
        table.rows.push_back({tr("hits"), 1, false, {}});
        std::vector<model::TableCell> participants, hits;
        for (std::size_t i = 0; i < found.size(); ++i) {
            const auto& column = columns.items()[i];
            const auto people = static_cast<std::int64_t>(found[i].participants.size());
            participants.push_back(number_cell(people, column, of_people));
            hits.push_back(number_cell(found[i].hits, column, of_people));
        }
        table.cells.push_back(std::move(participants));
        table.cells.push_back(std::move(hits));
    }
    table.notes = {
        tr("Participants: those who say it, each once a cell. Hits: passages that fulfil the query.")};
    return table;
}

}  // namespace report
