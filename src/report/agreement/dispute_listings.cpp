// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/dispute_listings.h"

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/agreement/dispute_words.h"
#include "study/settlements.h"
#include "study/sources.h"
#include "text/text.h"

namespace report {

namespace {

using base::say_n;
using base::tr;

/// The words of passages; each text is read once.
class Quotes {
  public:
    explicit Quotes(const study::Study& study) : study_(study) {}

    [[nodiscard]] std::string of(model::SourceId source, const text::Span& span) {
        auto text = texts_.find(source);
        if (text == texts_.end()) {
            const auto version = study::sources::get(study_, source).text;
            text = texts_.emplace(source, study::sources::text(study_, version)).first;
        }
        return std::string(text->second.view(span));
    }

  private:
    const study::Study& study_;
    std::map<model::SourceId, text::Text> texts_;
};

std::string position(text::Position at) {
    return at < 0 ? std::string() : std::to_string(at);
}

std::string code_name(const model::Material& material, model::CodeId code) {
    return code ? model::name_in(material.codebook.codes(), code) : std::string();
}

}  // namespace

Listing disputes_listing(const study::Study& study, const model::Material& material,
                         const analysis::AgreementSpec& spec, const analysis::Disputes& disputes,
                         const std::vector<std::size_t>& places) {
    const auto names = observer_names(material, spec);
    Listing listing;
    listing.title = tr("Disagreements");
    listing.columns = {
        {"number", tr("No."), true}, {"source", tr("Source")},       {"begin", tr("Begin"), true},
        {"end", tr("End"), true},    {"kind", tr("Kind")},           {"first", names[0]},
        {"second", names[1]},        {"length", tr("Length"), true}, {"effect", tr("Effect")},
        {"state", tr("State")},      {"decision", tr("Decision")},   {"reason", tr("Reason")},
        {"quote", tr("Quotation")}};
    Quotes quotes(study);
    for (const std::size_t place : places) {
        const analysis::Dispute& one = disputes.list[place];
        std::vector<std::string> effect;
        for (const auto& change : one.effect) effect.push_back(change_text(change, material, spec));
        const auto* settlement = one.settlement ? &material.settlements[*one.settlement] : nullptr;
        listing.rows.push_back(
            {std::to_string(one.number), model::name_in(material.sources, one.source),
             std::to_string(one.span.begin), std::to_string(one.span.end), kind_word(one.kind),
             codes_text(one, 0, material), codes_text(one, 1, material), std::to_string(one.length),
             base::join(effect, "; "), state_word(one),
             settlement ? std::string(study::settlements::to_word(settlement->decision)) : std::string(),
             settlement ? settlement->reason : std::string(), quotes.of(one.source, one.span)});
    }
    return listing;
}

Listing proposals_listing(const study::Study& study, const model::Material& material,
                          const std::vector<analysis::Proposal>& proposals) {
    Listing listing;
    listing.title = tr("Settled by rule");
    listing.columns = {{"source", tr("Source")}, {"begin", tr("Begin"), true}, {"end", tr("End"), true},
                       {"code", tr("Code")},     {"outcome", tr("Becomes")},   {"quote", tr("Quotation")}};
    Quotes quotes(study);
    for (const auto& one : proposals) {
        std::vector<std::string> outcomes;
        for (const auto& outcome : one.outcomes) {
            outcomes.push_back(outcome.span.begin < 0
                                   ? std::string(tr("the source as a whole"))
                                   : fmt::format("{}:{}", outcome.span.begin, outcome.span.end));
        }
        listing.rows.push_back(
            {model::name_in(material.sources, one.source), std::to_string(one.span.begin),
             std::to_string(one.span.end),
             one.outcomes.empty() ? std::string() : material.codebook.path(one.outcomes.front().code),
             base::join(outcomes, ", "), quotes.of(one.source, one.span)});
    }
    return listing;
}

Listing settlements_listing(const model::Material& material) {
    Listing listing;
    listing.title = tr("Decisions");
    listing.columns = {{"source", tr("Source")},         {"begin", tr("Begin"), true},
                       {"end", tr("End"), true},         {"code", tr("Code")},
                       {"decision", tr("Decision")},     {"reason", tr("Reason")},
                       {"coder", tr("Decided by")},      {"time", tr("Time")},
                       {"codings", tr("Codings"), true}, {"holds", tr("Holds")}};
    std::map<model::SourceId, std::size_t> order;
    for (const auto& source : material.sources) order.emplace(source.id, order.size());
    std::vector<const model::Settlement*> list;
    for (const auto& one : material.settlements) list.push_back(&one);
    std::stable_sort(list.begin(), list.end(), [&](const auto* a, const auto* b) {
        return std::pair(order[a->source], a->span) < std::pair(order[b->source], b->span);
    });
    for (const auto* one : list) {
        listing.rows.push_back(
            {model::name_in(material.sources, one->source), position(one->span.begin),
             position(one->span.end),
             material.codebook.find(one->code) ? material.codebook.path(one->code) : std::string("?"),
             decision_text(*one, material), one->reason,
             one->coder ? model::name_in(material.coders, one->coder) : std::string(),
             base::iso_time(one->created), std::to_string(one->codings),
             one->holds() ? std::string(tr("yes")) : std::string()});
    }
    return listing;
}

Listing confusion_listing(const model::Material& material,
                          const std::vector<analysis::Confusion>& confusions) {
    Listing listing;
    listing.title = tr("Confusion matrix");
    listing.columns = {{"dimension", tr("Dimension")},
                       {"first", tr("First coder")},
                       {"second", tr("Second coder")},
                       {"characters", tr("Characters"), true},
                       {"passages", tr("Passages"), true}};
    for (const auto& one : confusions) {
        for (const auto& cell : one.cells) {
            listing.rows.push_back({code_name(material, one.dimension), code_name(material, cell.first),
                                    code_name(material, cell.second), std::to_string(cell.characters),
                                    std::to_string(cell.places.size())});
        }
    }
    return listing;
}

Listing stability_listing(const model::Material& material, const analysis::AgreementSpec& spec,
                          const analysis::Stability& stability) {
    const auto names = observer_names(material, spec);
    Listing listing;
    listing.title = tr("Stability of the matrix");
    listing.columns = {{"code", tr("Code")},
                       {"column", tr("Column")},
                       {"first", names[0], true},
                       {"second", names[1], true},
                       {"either", tr("Either"), true},
                       {"both", tr("Both"), true},
                       {"settled", tr("Settled"), true},
                       {"low", tr("Least"), true},
                       {"high", tr("Most"), true},
                       {"open", tr("Open"), true},
                       {"stable", tr("Stable")}};
    for (const auto& cell : stability.cells) {
        listing.rows.push_back({material.codebook.path(cell.code), stability.columns[cell.column].label,
                                std::to_string(cell.first), std::to_string(cell.second),
                                std::to_string(cell.either), std::to_string(cell.both),
                                std::to_string(cell.settled), std::to_string(cell.low),
                                std::to_string(cell.high), std::to_string(cell.open.size()),
                                cell.stable() ? std::string(tr("yes")) : std::string(tr("no"))});
    }
    return listing;
}

std::vector<std::string> stability_notes(const analysis::Stability& stability) {
    std::vector<std::string> notes;
    notes.push_back(
        say_n("Of {} cell of the matrix with anybody in it, {} have the same number whoever coded; {} "
              "hang on an open disagreement.",
              "Of {} cells of the matrix with anybody in them, {} have the same number whoever "
              "coded; {} hang on an open disagreement.",
              stability.cells.size(), stability.same, stability.hanging));
    notes.emplace_back(tr(
        "Participants are counted, by code and role. Either, both: participants for whom one of the two, or "
        "both, found the code. Least and most: what the cell can become when the open disagreements are "
        "settled for one coder or the other."));
    if (stability.uncompared > 0) {
        notes.push_back(say_n("{} source that not both marked as coded is left out.",
                              "{} sources that not both marked as coded are left out.",
                              stability.uncompared));
    }
    return notes;
}

}  // namespace report
