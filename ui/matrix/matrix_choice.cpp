// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_choice.h"

#include <algorithm>
#include <array>

#include "analysis/attribute_values.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/strings.h"
#include "report/matrix/counting_words.h"
#include "ui/context/context.h"
#include "ui/matrix/conditions.h"

namespace ui {

namespace {

using analysis::Axis;
using Json = nlohmann::json;

const model::Attribute* attribute_of(const model::Material& material, const std::string& guid) {
    for (const auto& one : material.attributes) {
        if (one.guid.to_string() == guid) return &one;
    }
    return nullptr;
}

/// By which a value is known again without being written down.
std::string mark_of(const std::string& value) {
    std::string mark;
    for (const auto byte : base::digest_of(value)) mark += fmt::format("{:02x}", byte);
    return mark.substr(0, 16);
}

bool fits(const Axis& axis, const model::Material& material) {
    if (axis.kind != Axis::Kind::attribute) return true;
    const auto* attribute = analysis::find_attribute(material, axis.attribute);
    return attribute != nullptr && (axis.bins.empty() || attribute->type == model::AttributeType::number);
}

Json kept_axis(const Axis& axis, const model::Material& material) {
    if (axis.kind != Axis::Kind::attribute) return {{"kind", report::axis_text(axis)}};
    const auto* attribute = analysis::find_attribute(material, axis.attribute);
    if (attribute == nullptr) return {};
    std::vector<std::string> ranges;
    for (const auto& bin : axis.bins) ranges.push_back(bin.label);
    return {{"attribute", attribute->guid.to_string()}, {"ranges", base::join(ranges, ",")}};
}

Axis axis_of(const Json& kept, const Axis& otherwise, const model::Material& material) {
    try {
        if (kept.contains("kind")) return Axis::parse(kept.at("kind").get<std::string>(), material);
        const auto* attribute = attribute_of(material, kept.at("attribute").get<std::string>());
        if (attribute == nullptr) return otherwise;
        const auto ranges = kept.at("ranges").get<std::string>();
        return Axis::parse(attribute->name + (ranges.empty() ? "" : ":" + ranges), material);
    } catch (const base::Error&) {
        return otherwise;
    }
}

Json kept_whose(const analysis::Whose& whose, const model::Material& material) {
    if (whose.kind != analysis::Whose::Kind::one) return report::whose_text(whose, material);
    for (const auto& coder : material.coders) {
        if (coder.id == whose.coder) return coder.guid.to_string();
    }
    return {};
}

std::optional<analysis::Whose> whose_of(const std::string& kept, const model::Material& material) {
    using Kind = analysis::Whose::Kind;
    for (const auto kind : {Kind::settled, Kind::any, Kind::all}) {
        if (report::whose_text({kind, {}}, material) == kept) return analysis::Whose{kind, {}};
    }
    for (const auto& coder : material.coders) {
        if (coder.guid.to_string() == kept) return analysis::Whose{Kind::one, coder.id};
    }
    return {};
}

Json kept_where(const analysis::Where& where, const model::Material& material) {
    const bool own = where.attribute != "role" && where.attribute != "triad";
    const auto* attribute = own ? analysis::find_attribute(material, where.attribute) : nullptr;
    return {{"attribute", attribute == nullptr ? where.attribute : attribute->guid.to_string()},
            {"value", mark_of(where.value)}};
}

void take_where(const Json& kept, const model::Material& material, std::vector<analysis::Where>& to) {
    auto name = kept.at("attribute").get<std::string>();
    const auto* attribute = attribute_of(material, name);
    if (attribute != nullptr) {
        name = attribute->name;
    } else if (name != "role" && name != "triad") {
        return;
    }
    for (const auto& value : values_of(material, name)) {
        if (mark_of(value) == kept.at("value").get<std::string>()) to.push_back({name, value});
    }
}

constexpr std::array kViewWords{
    std::pair{"table", MatrixChoice::View::table},
    std::pair{"bars", MatrixChoice::View::bars},
    std::pair{"dots", MatrixChoice::View::dots},
};
constexpr std::array kLayoutWords{
    std::pair{"working", report::Layout::working},
    std::pair{"published", report::Layout::published},
};

void take(const Json& kept, const model::Material& material, MatrixChoice& choice) {
    auto& spec = choice.spec;
    const auto word = [&](const char* name) { return kept.value(name, std::string()); };
    if (kept.contains("rows")) spec.rows = axis_of(kept["rows"], spec.rows, material);
    if (kept.contains("columns")) spec.columns = axis_of(kept["columns"], spec.columns, material);
    spec.count = report::value_of_word(report::kCountWords, word("count"), spec.count);
    spec.percent = report::value_of_word(report::kPercentWords, word("percent"), spec.percent);
    spec.attribution =
        report::value_of_word(report::kAttributionWords, word("attribution"), spec.attribution);
    choice.layout = report::value_of_word(kLayoutWords, word("layout"), choice.layout);
    choice.view = report::value_of_word(kViewWords, word("view"), choice.view);
    if (const auto whose = whose_of(word("whose"), material)) {
        spec.whose = *whose;
        choice.whose_chosen = true;
    }
    for (const auto& where : kept.value("where", Json::array())) take_where(where, material, spec.where);
    const auto codes = kept.value("codes", std::vector<std::string>());
    for (const auto& code : material.codebook.codes()) {
        if (std::find(codes.begin(), codes.end(), code.guid.to_string()) != codes.end())
            spec.codes.push_back(code.id);
    }
    choice.folded = kept.value("folded", std::set<std::string>());
}

std::string key(const Context& context) {
    return "study/" + context.study().guid().to_string() + "/matrix";
}

}  // namespace

MatrixChoice fitting(MatrixChoice choice, const model::Material& material) {
    auto& spec = choice.spec;
    if (!fits(spec.rows, material)) spec.rows = analysis::CrosstabSpec().rows;
    if (!fits(spec.columns, material)) spec.columns = analysis::CrosstabSpec().columns;
    const bool coder_gone = spec.whose.kind == analysis::Whose::Kind::one &&
                            std::none_of(material.coders.begin(), material.coders.end(),
                                         [&](const auto& one) { return one.id == spec.whose.coder; });
    if (coder_gone) choice.whose_chosen = false;
    if (!choice.whose_chosen) spec.whose = report::default_whose(material);
    std::erase_if(spec.codes, [&](model::CodeId code) { return material.codebook.find(code) == nullptr; });
    drop_unknown(spec.where, material);
    return choice;
}

std::vector<std::string> values_of(const model::Material& material, const std::string& attribute) {
    std::vector<std::string> values;
    if (attribute == "role") {
        for (const auto& role : material.roles) values.push_back(role.name);
        return values;
    }
    if (attribute == "triad") {
        for (const auto& triad : material.triads) values.push_back(triad.name);
        return values;
    }
    const auto* found = analysis::find_attribute(material, attribute);
    if (found == nullptr) return values;
    for (const auto& participant : material.participants) {
        auto value = analysis::value_of(participant, found->id);
        if (!value.empty()) values.push_back(std::move(value));
    }
    std::sort(values.begin(), values.end(), [&](const std::string& a, const std::string& b) {
        return analysis::value_less(found->type, a, b);
    });
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::vector<std::string> filter_attributes(const model::Material& material) {
    std::vector<std::string> names{"role", "triad"};
    for (const auto& attribute : material.attributes) names.push_back(attribute.name);
    return names;
}

std::string kept_choice(const MatrixChoice& choice, const model::Material& material) {
    const auto& spec = choice.spec;
    Json kept{{"rows", kept_axis(spec.rows, material)},
              {"columns", kept_axis(spec.columns, material)},
              {"count", report::word_of(report::kCountWords, spec.count)},
              {"percent", report::word_of(report::kPercentWords, spec.percent)},
              {"attribution", report::word_of(report::kAttributionWords, spec.attribution)},
              {"layout", report::word_of(kLayoutWords, choice.layout)},
              {"view", report::word_of(kViewWords, choice.view)},
              {"where", Json::array()},
              {"codes", Json::array()},
              {"folded", choice.folded}};
    if (choice.whose_chosen) kept["whose"] = kept_whose(spec.whose, material);
    for (const auto& where : spec.where) kept["where"].push_back(kept_where(where, material));
    for (const auto code : spec.codes) {
        if (const auto* found = material.codebook.find(code))
            kept["codes"].push_back(found->guid.to_string());
    }
    return kept.dump();
}

MatrixChoice choice_of(const std::string& kept, const model::Material& material) {
    MatrixChoice choice;
    const auto json = Json::parse(kept, nullptr, false);
    try {
        if (json.is_object()) take(json, material, choice);
    } catch (const Json::exception&) {
        // Of another version or from another hand.
        choice = {};
    }
    return fitting(std::move(choice), material);
}

MatrixChoice remembered_choice(Context& context) {
    return choice_of(context.settings().text(key(context)), context.material());
}

void remember_choice(Context& context, const MatrixChoice& choice) {
    context.settings().set(key(context), kept_choice(choice, context.material()));
}

}  // namespace ui
