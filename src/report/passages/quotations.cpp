// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages/quotations.h"

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "report/passages/passages.h"
#include "report/passages/said_by.h"

namespace report {

namespace {

using base::tr;

/// The places of columns that quotations_markdown() prints.
enum Column : std::size_t { kCode, kDimension, kQuote, kAttribution };

/// "T1-moeder, parent, T1, woman, age 45": a bare number would not tell what it is.
std::string attribution_of(const Passage& passage, const std::vector<model::Attribute>& attributes,
                           const std::vector<std::string>& values) {
    std::vector<std::string> parts;
    for (const auto* part : {&passage.participant, &passage.role, &passage.triad}) {
        if (!part->empty()) parts.push_back(*part);
    }
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        if (values[i].empty()) continue;
        const bool speaks_for_itself = attributes[i].type == model::AttributeType::text;
        parts.push_back(speaks_for_itself ? values[i] : attributes[i].name + " " + values[i]);
    }
    return base::join(parts, ", ");
}

/// The codings by their codes' order in the codebook; within a code as they come.
std::vector<model::CodingId> by_code(const model::Material& material,
                                     const std::vector<model::CodingId>& codings) {
    std::unordered_map<model::CodeId, std::size_t> order;
    for (const auto& code : material.codebook.codes()) order.emplace(code.id, order.size());
    std::unordered_map<model::CodingId, std::size_t> place;
    for (const auto& source : material.sources) {
        for (const auto& coding : source.codings) place[coding.id] = order.at(coding.code);
    }
    auto sorted = codings;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](model::CodingId a, model::CodingId b) { return place[a] < place[b]; });
    return sorted;
}

/// Words as Markdown shows them as they are; each further line of a quotation stays in its block.
std::string as_block(const std::string& quotation) {
    constexpr std::string_view kMarkup = "\\`*_<[#";
    std::string block;
    for (const char c : quotation) {
        if (kMarkup.find(c) != std::string_view::npos) block += '\\';
        block += c;
        if (c == '\n') block += "> ";
    }
    return block;
}

/// The columns, with one for each attribute; one named like a column of ours is told apart by its key.
std::vector<Listing::Column> quotation_columns(const std::vector<model::Attribute>& attributes) {
    const std::vector<Listing::Column> before{
        {"code", tr("Code")},           {"dimension", tr("Dimension")},     {"quote", tr("Quotation")},
        {"attribution", tr("Said by")}, {"participant", tr("Participant")}, {"role", tr("Role")},
        {"triad", tr("Triad")}};
    const std::vector<Listing::Column> behind{{"source", tr("Source")},
                                              {"turn", tr("Turn"), true},
                                              {"begin", tr("Begin"), true},
                                              {"end", tr("End"), true},
                                              {"coder", tr("Coder")}};
    std::vector<Listing::Column> columns = before;
    for (const auto& attribute : attributes) {
        const auto has_key = [&](const Listing::Column& column) { return column.key == attribute.name; };
        const bool taken = std::any_of(before.begin(), before.end(), has_key) ||
                           std::any_of(behind.begin(), behind.end(), has_key);
        columns.push_back({taken ? "attribute." + attribute.name : attribute.name, attribute.name});
    }
    columns.insert(columns.end(), behind.begin(), behind.end());
    return columns;
}

}  // namespace

Listing quotations_listing(const study::Study& study, const model::Material& material,
                           const std::vector<model::CodingId>& codings, analysis::Attribution attribution) {
    Listing listing;
    listing.title = tr("Quotations");
    listing.columns = quotation_columns(material.attributes);
    Passages passages(study, material, attribution);
    for (const auto id : by_code(material, codings)) {
        const Passage passage = passages.of(id);
        if (passage.whole_source) continue;
        const auto values = said_by(material, passages.participants_of(id)).attributes;
        std::vector<std::string> row{
            passage.code_path,   passage.dimension,
            passage.quotation,   attribution_of(passage, material.attributes, values),
            passage.participant, passage.role,
            passage.triad};
        row.insert(row.end(), values.begin(), values.end());
        row.insert(row.end(), {passage.source, passage.turn > 0 ? std::to_string(passage.turn) : "",
                               std::to_string(passage.begin), std::to_string(passage.end), passage.coder});
        listing.rows.push_back(std::move(row));
    }
    return listing;
}

std::string quotations_markdown(const Listing& quotations) {
    std::string text = "# " + quotations.title + "\n";
    std::string dimension, code;
    for (const auto& row : quotations.rows) {
        if (row[kDimension] != dimension) text += "\n## " + (dimension = row[kDimension]) + "\n";
        if (row[kCode] != code) text += "\n### " + (code = row[kCode]) + "\n";
        text += "\n> “" + as_block(row[kQuote]) + "”";
        if (!row[kAttribution].empty()) text += " (" + row[kAttribution] + ")";
        text += "\n";
    }
    return text;
}

}  // namespace report
