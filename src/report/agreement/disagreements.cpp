// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/disagreements.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/strings.h"
#include "base/translate.h"
#include "report/agreement/dispute_words.h"
#include "study/sources.h"
#include "text/text.h"

namespace report {

namespace {

using base::tr;

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
             turn_of(source, passage.span), kind_word(passage.kind), material.codebook.path(passage.code),
             observer_name(material, coders[passage.coded_by]),
             observer_name(material, coders[passage.not_by]), base::join(others, "; "),
             std::to_string(passage.span.length()), std::string(text->second.view(passage.span))});
    }
    return listing;
}

Listing disagreements_listing(const study::Study& study, const model::Material& material,
                              const analysis::AgreementSpec& spec, const analysis::Disputes& disputes,
                              const std::vector<std::size_t>& places) {
    std::vector<analysis::DisagreementPassage> passages;
    std::vector<const analysis::Dispute*> belong;
    for (const std::size_t place : places) {
        for (const auto& passage : disputes.list[place].passages) {
            passages.push_back(passage);
            belong.push_back(&disputes.list[place]);
        }
    }
    Listing listing = disagreements_listing(study, material, spec.coders, passages);
    listing.columns.insert(listing.columns.end(), {{"number", tr("No."), true},
                                                   {"changes", tr("Changes"), true},
                                                   {"effect", tr("Effect")},
                                                   {"state", tr("State")}});
    for (std::size_t i = 0; i < passages.size(); ++i) {
        std::vector<std::string> effect;
        for (const auto& change : belong[i]->effect) effect.push_back(change_text(change, material, spec));
        auto& row = listing.rows[i];
        row.insert(row.end(), {std::to_string(belong[i]->number), std::to_string(belong[i]->effect.size()),
                               base::join(effect, "; "), state_word(*belong[i])});
    }
    return listing;
}

}  // namespace report
