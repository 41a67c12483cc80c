// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/copies.h"

#include <algorithm>

#include "study/merging/replica.h"
#include "study/verbs/merge.h"

namespace support {

namespace merging = study::merging;

namespace {

std::string told(const merging::Column& column, const merging::Value& value) {
    if (column.form == merging::Form::turns) {
        std::string turns;
        for (const auto& turn : merging::turns_in(value)) {
            turns += fmt::format("{}-{}-{} {};", turn.begin, turn.body, turn.end, turn.speaker.to_string());
        }
        return turns;
    }
    if (column.form == merging::Form::text) {
        std::string hex;
        for (const char c : merging::text_in(value).substr(0, 4)) {
            hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
        }
        return hex;
    }
    return merging::to_json({value});
}

}  // namespace

std::vector<std::string> told(const study::Study& study) {
    const merging::Replica replica(study);
    std::vector<std::string> lines;
    for (int table = 0; table < merging::kTables; ++table) {
        // What is told of histories differs: one's own is not told as another's.
        if (table == merging::kMergedRevision) continue;
        const auto& described = merging::tables()[static_cast<std::size_t>(table)];
        for (const auto& record : replica.of(table)) {
            std::string line = std::string(described.name) + " " + record.guid.to_string();
            for (std::size_t i = 0; i < described.columns.size(); ++i) {
                line += fmt::format(" {}={}", described.columns[i].name,
                                    told(described.columns[i], record.in_file()[i]));
            }
            lines.push_back(std::move(line));
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> only_a, only_b;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only_a));
    std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(only_b));
    std::string lines;
    for (const auto& line : only_a) lines += "< " + line + "\n";
    for (const auto& line : only_b) lines += "> " + line + "\n";
    return lines;
}

std::vector<std::string> without(std::vector<std::string> lines, const std::set<base::Guid>& things) {
    std::set<std::string> names;
    for (const auto& one : things) names.insert(one.to_string());
    // A line is `table GUID column=…`.
    const auto own = [](const std::string& line) { return line.substr(line.find(' ') + 1, 36); };
    const auto mentions = [&](const std::string& line) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& one) { return line.find(one) != std::string::npos; });
    };
    for (bool found = true; found;) {
        found = std::erase_if(lines, [&](const std::string& line) {
                    return mentions(line) && (names.insert(own(line)), true);
                }) > 0;
    }
    return lines;
}

study::merging::MergeReport merge_in(study::Study& study, const std::filesystem::path& other) {
    const auto there = study::Study::open(other, study::Access::snapshot);
    const auto plan = merging::plan(study, *there, merging::SameCodes::join);
    study::Edit edit(study, "merge");
    study::verbs::merge(edit, plan);
    edit.commit();
    return plan.report;
}

}  // namespace support
