// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/merge_report.h"

#include "base/strings.h"
#include "base/translate.h"
#include "study/coders.h"

namespace report {

namespace {

using base::say;
using base::say_n;
using base::tr;
using study::merging::MergePlan;
namespace merging = study::merging;

/// What people count; links between rows are told with what they link.
struct Counted {
    int table;
    const char* word;  ///< in JSON
};
constexpr std::array kCounted{
    Counted{merging::kSource, "sources"},
    Counted{merging::kCode, "codes"},
    Counted{merging::kCoding, "codings"},
    Counted{merging::kMemo, "memos"},
    Counted{merging::kMark, "marks"},
    Counted{merging::kParticipant, "participants"},
    Counted{merging::kAttributeValue, "values"},
    Counted{merging::kSpeaker, "speakers"},
    Counted{merging::kCoder, "coders"},
    Counted{merging::kSettlement, "settlements"},
    Counted{merging::kSetting, "settings"},
};

std::string counted(int table, std::size_t n) {
    switch (table) {
        case merging::kSource:
            return say_n("{} source", "{} sources", n);
        case merging::kCode:
            return say_n("{} code", "{} codes", n);
        case merging::kCoding:
            return say_n("{} coding", "{} codings", n);
        case merging::kMemo:
            return say_n("{} memo", "{} memos", n);
        case merging::kMark:
            return say_n("{} mark of how far a coder is", "{} marks of how far coders are", n);
        case merging::kParticipant:
            return say_n("{} participant", "{} participants", n);
        case merging::kAttributeValue:
            return say_n("{} value of an attribute", "{} values of attributes", n);
        case merging::kSpeaker:
            return say_n("{} label of a speaker", "{} labels of speakers", n);
        case merging::kCoder:
            return say_n("{} coder", "{} coders", n);
        case merging::kSettlement:
            return say_n("{} decision about a disagreement", "{} decisions about disagreements", n);
        default:
            return say_n("{} setting", "{} settings", n);
    }
}

using Part = std::int64_t merging::TableCount::*;

/// "12 codings, 3 memos"; empty where there is nothing.
std::string counts(const MergePlan& plan, Part part) {
    std::vector<std::string> all;
    for (const auto& one : kCounted) {
        const auto number = plan.report.of(one.table).*part;
        if (number > 0) all.push_back(counted(one.table, static_cast<std::size_t>(number)));
    }
    return base::join(all, ", ");
}

std::vector<std::string> names_of(const study::Study& study, const std::vector<base::Guid>& guids) {
    std::vector<std::string> names;
    for (const auto& guid : guids) {
        const auto coder = study::coders::find(study, guid.to_string());
        names.push_back(coder ? coder->name : std::string(tr("somebody who is new here")));
    }
    return names;
}

std::string day(std::int64_t at) {
    constexpr std::size_t kDay = 10;  // YYYY-MM-DD
    return base::iso_time(at).substr(0, kDay);
}

void tell_whose(const study::Study& study, const MergePlan& plan, std::vector<std::string>& lines) {
    const auto& report = plan.report;
    lines.push_back(report.coder
                        ? say("{}: a package for {}.", report.file, names_of(study, {*report.coder}).front())
                        : say("{}: a copy of this study.", report.file));
    if (report.steps > 0) {
        const auto who = names_of(study, report.coders);
        lines.push_back(say_n("{} step of its history is new here, from {} to {}{}.",
                              "{} steps of its history are new here, from {} to {}{}.",
                              static_cast<std::size_t>(report.steps), day(report.first_step),
                              day(report.last_step), who.empty() ? "" : " (" + base::join(who, ", ") + ")"));
    }
    if (report.codebook_differs) {
        lines.emplace_back(tr("Texts or codebook are not as they were when the package was made."));
    }
}

}  // namespace

std::vector<std::string> merge_lines(const study::Study& study, const MergePlan& plan) {
    std::vector<std::string> lines;
    tell_whose(study, plan, lines);
    const auto tell = [&](const std::string& all, const auto& sentence) {
        if (!all.empty()) lines.push_back(sentence(all));
    };
    tell(counts(plan, &merging::TableCount::came), [](const auto& all) { return say("Comes in: {}.", all); });
    tell(counts(plan, &merging::TableCount::changed),
         [](const auto& all) { return say("Changes: {}.", all); });
    tell(counts(plan, &merging::TableCount::went),
         [](const auto& all) { return say("Goes, as it was deleted there: {}.", all); });
    tell(counts(plan, &merging::TableCount::present),
         [](const auto& all) { return say("Is here already: {}.", all); });
    lines.insert(lines.end(), plan.report.remarks.begin(), plan.report.remarks.end());
    for (const auto& one : plan.report.to_confirm) {
        lines.push_back(say("To confirm: “{}” was added in both copies; {} differs: here “{}”, there “{}”.",
                            one.path, one.field, one.here, one.there));
    }
    for (const auto& one : plan.report.refused) {
        lines.push_back(
            say("Refused: “{}”. Its text was corrected in both copies at the same place; here “…{}…”,"
                " there “…{}…”. Nothing of this source is merged.",
                one.name, one.here, one.there));
    }
    return lines;
}

nlohmann::ordered_json merge_json(const study::Study& study, const MergePlan& plan) {
    const auto& report = plan.report;
    nlohmann::ordered_json json{{"file", report.file}};
    json["coder"] =
        report.coder ? nlohmann::json(names_of(study, {*report.coder}).front()) : nlohmann::json();
    json["steps"] = report.steps;
    for (const auto& one : kCounted) {
        const auto& count = report.of(one.table);
        json["counts"][one.word] = {{"came", count.came},
                                    {"changed", count.changed},
                                    {"went", count.went},
                                    {"present", count.present}};
    }
    json["remarks"] = report.remarks;
    json["to_confirm"] = nlohmann::json::array();
    for (const auto& one : report.to_confirm) {
        json["to_confirm"].push_back(
            {{"path", one.path}, {"field", one.field}, {"here", one.here}, {"there", one.there}});
    }
    json["refused"] = nlohmann::json::array();
    for (const auto& one : report.refused) {
        json["refused"].push_back({{"source", one.name}, {"here", one.here}, {"there", one.there}});
    }
    return json;
}

}  // namespace report
