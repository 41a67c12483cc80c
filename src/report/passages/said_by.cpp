// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages/said_by.h"

#include <algorithm>

#include "base/strings.h"
#include "model/name_in.h"

namespace report {

namespace {

void add(std::vector<std::string>& to, const std::string& value) {
    if (!value.empty() && std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
}

}  // namespace

SaidBy said_by(const model::Material& material, const std::vector<model::ParticipantId>& ids) {
    std::vector<std::string> names, roles, triads;
    std::vector<std::vector<std::string>> values(material.attributes.size());
    for (const auto& participant : material.participants) {
        if (std::find(ids.begin(), ids.end(), participant.id) == ids.end()) continue;
        add(names, participant.name);
        add(roles, model::name_in(material.roles, participant.role, ""));
        add(triads, model::name_in(material.triads, participant.triad, ""));
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto value = participant.attributes.find(material.attributes[i].id);
            if (value != participant.attributes.end()) add(values[i], value->second);
        }
    }
    SaidBy by{base::join(names, "; "), base::join(roles, "; "), base::join(triads, "; "), {}};
    for (const auto& several : values) by.attributes.push_back(base::join(several, "; "));
    return by;
}

}  // namespace report
