// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement_disagreements.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/strings.h"
#include "base/translate.h"
#include "study/sources.h"
#include "text/text.h"

namespace report {

namespace {

using analysis::DisagreementKind;
using base::tr;

std::string word_of(DisagreementKind kind) {
    switch (kind) {
        case DisagreementKind::boundary:
            return "boundary";
        case DisagreementKind::missed:
            return "missed";
        case DisagreementKind::other_code:
            return "other_code";
        case DisagreementKind::extra:
            return "extra";
    }
    return {};
}

std::string name_of(const model::Material& material, const analysis::Observer& observer) {
    if (observer.layer == model::kSettledLayer) return model::kSettled;
    for (const auto& coder : material.coders) {
        if (coder.id == observer.coder) return coder.name;
    }
    return "?";
}

/// The number of the turn in which the passage begins, from 1; empty before the first.
std::string turn_of(const model::CountedSource& source, const text::Span& span) {
    const auto behind =
        std::partition_point(source.turns.begin(), source.turns.end(),
                             [&](const model::Turn& turn) { return turn.span.begin <= span.begin; });
    return behind == source.turns.begin() ? std::string() : std::to_string(behind - source.turns.begin());
}

}  // namespace

Listing disagreements_listing(const study::Study& study, const model::Material& material,
                              const std::vector<analysis::Observer>& coders,
                              const std::vector<analysis::DisagreementPassage>& passages) {
    Listing listing;
    listing.title = tr("Disagreements");
    listing.columns = {
        {"source", tr("Source")},       {"begin", tr("Begin"), true}, {"end", tr("End"), true},
        {"turn", tr("Turn"), true},     {"kind", tr("Kind")},         {"code", tr("Code")},
        {"coded_by", tr("Coded by")},   {"not_by", tr("Not by")},     {"other_codes", tr("Other codes")},
        {"length", tr("Length"), true}, {"quote", tr("Quotation")}};
    std::map<model::SourceId, const model::CountedSource*> sources;
    for (const auto& source : material.sources) sources[source.id] = &source;
    std::map<model::SourceId, text::Text> texts;
    for (const auto& passage : passages) {
        const auto& source = *sources.at(passage.source);
        auto text = texts.find(passage.source);
        if (text == texts.end()) {
            const auto version = study::sources::get(study, passage.source).text;
            text = texts.emplace(passage.source, study::sources::text(study, version)).first;
        }
        std::vector<std::string> others;
        for (const auto code : passage.other_codes) others.push_back(material.codebook.path(code));
        listing.rows.push_back(
            {source.name, std::to_string(passage.span.begin), std::to_string(passage.span.end),
             turn_of(source, passage.span), word_of(passage.kind), material.codebook.path(passage.code),
             name_of(material, coders[passage.coded_by]), name_of(material, coders[passage.not_by]),
             base::join(others, "; "), std::to_string(passage.span.length()),
             std::string(text->second.view(passage.span))});
    }
    return listing;
}

}  // namespace report
