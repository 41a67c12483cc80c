// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/json.h"

#include <unordered_map>

namespace report {

namespace {

using Json = nlohmann::ordered_json;
using Kind = analysis::Axis::Kind;

Json heading_json(const analysis::AxisItem& item, const analysis::Axis& axis) {
    if (axis.kind == Kind::codes) return {{"code", item.path}, {"dimension", item.dimension}};
    if (axis.kind == Kind::dimensions) return {{"dimension", item.label}};
    return {{"name", item.label}, {"n", item.n}, {"coded", item.coded}};
}

Json headings_json(const std::vector<analysis::AxisItem>& items, const analysis::Axis& axis) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(heading_json(item, axis));
    return list;
}

/// Names of participants by id.
class Names {
  public:
    explicit Names(const model::Material& material) {
        for (const auto& participant : material.participants) names_[participant.id] = participant.name;
    }
    [[nodiscard]] const std::string& of(model::ParticipantId id) const { return names_.at(id); }

  private:
    std::unordered_map<model::ParticipantId, std::string> names_;
};

Json cells_json(const std::vector<std::vector<analysis::CrossCell>>& rows, const Names& names,
                analysis::Percent percent) {
    Json table = Json::array();
    for (const auto& row : rows) {
        Json cells = Json::array();
        for (const auto& cell : row) {
            Json json{{"value", cell.value},           {"of", cell.of},
                      {"coded", cell.coded},           {"uncoded", cell.uncoded},
                      {"absent", cell.absent},         {"participants", Json::array()},
                      {"codings", cell.codings.size()}};
            for (const auto id : cell.participants) json["participants"].push_back(names.of(id));
            if (percent != analysis::Percent::none) {
                json["percent"] = nullptr;
                if (cell.percent) json["percent"] = *cell.percent;
            }
            cells.push_back(std::move(json));
        }
        table.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

Json matrix_json(const analysis::Crosstab& crosstab, const model::Material& material) {
    const Names names(material);
    Json json{{"rows", headings_json(crosstab.rows, crosstab.spec.rows)},
              {"columns", headings_json(crosstab.columns, crosstab.spec.columns)},
              {"cells", cells_json(crosstab.cells, names, crosstab.spec.percent)}};
    if (!crosstab.dimensions.empty()) {
        json["dimensions"] = headings_json(crosstab.dimensions, {Kind::dimensions, {}, {}});
        json["dimension_cells"] = cells_json(crosstab.dimension_cells, names, crosstab.spec.percent);
    }
    json["unattributed"] = crosstab.unattributed;
    json["warnings"] = Json::array();
    for (const auto& warning : crosstab.warnings) {
        Json codes = Json::array();
        for (const auto code : warning.codes) codes.push_back(material.codebook.path(code));
        json["warnings"].push_back({{"dimension", material.codebook.path(warning.dimension)},
                                    {"participant", names.of(warning.participant)},
                                    {"codes", codes}});
    }
    return json;
}

}  // namespace report
