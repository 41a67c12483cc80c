// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/dispute_words.h"

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"

namespace report {

namespace {

using analysis::DisagreementKind;
using analysis::Dispute;
using base::say;
using base::tr;
using model::Decision;

}  // namespace

std::string kind_word(DisagreementKind kind) {
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

std::string kind_text(DisagreementKind kind) {
    switch (kind) {
        case DisagreementKind::boundary:
            return tr("other ends");
        case DisagreementKind::missed:
            return tr("found by one");
        case DisagreementKind::other_code:
            return tr("another code");
        case DisagreementKind::extra:
            return tr("one code more");
    }
    return {};
}

std::string state_word(const Dispute& dispute) {
    if (dispute.settled) return "settled";
    if (dispute.changed) return "changed";
    return dispute.settlement ? "later" : "open";
}

std::string text_of_word(const std::string& word) {
    for (const auto kind : {DisagreementKind::boundary, DisagreementKind::missed,
                            DisagreementKind::other_code, DisagreementKind::extra}) {
        if (word == kind_word(kind)) return kind_text(kind);
    }
    if (word == "settled") return tr("settled");
    if (word == "changed") return tr("changed since");
    if (word == "later") return tr("to discuss");
    return word == "open" ? tr("open") : word;
}

std::string state_text(const Dispute& dispute, const model::Material& material) {
    if (!dispute.settlement) return tr("open");
    const std::string decision = decision_text(material.settlements[*dispute.settlement], material);
    return dispute.changed ? say("open again: {}, but changed since", decision) : decision;
}

std::string decision_text(const model::Settlement& settlement, const model::Material& material) {
    switch (settlement.decision) {
        case Decision::accept:
            return say("as {}", settlement.accepted ? model::name_in(material.coders, settlement.accepted)
                                                    : std::string(model::kSettled));
        case Decision::both:
            return tr("both taken");
        case Decision::anew:
            return tr("drawn anew");
        case Decision::drop:
            return tr("dropped");
        case Decision::later:
            return tr("to discuss");
        case Decision::united:
            return tr("ends by rule: all that either coded");
        case Decision::intersection:
            return tr("ends by rule: what both coded");
        case Decision::agreed:
            return tr("coded alike");
    }
    return {};
}

std::string observer_name(const model::Material& material, const analysis::Observer& observer) {
    if (observer.layer == model::kSettledLayer) return model::kSettled;
    const std::string name = model::name_in(material.coders, observer.coder);
    return observer.layer > 0 ? name + ":" + std::to_string(observer.layer) : name;
}

std::vector<std::string> observer_names(const model::Material& material,
                                        const analysis::AgreementSpec& spec) {
    std::vector<std::string> names;
    for (const auto& observer : spec.coders) names.push_back(observer_name(material, observer));
    return names;
}

std::string change_text(const analysis::CellChange& change, const model::Material& material,
                        const analysis::AgreementSpec& spec) {
    const auto person = std::find_if(material.participants.begin(), material.participants.end(),
                                     [&](const auto& one) { return one.id == change.participant; });
    const std::string name = person == material.participants.end() ? "?" : person->name;
    const std::string role = person == material.participants.end() || !person->role
                                 ? std::string(tr("no role"))
                                 : model::name_in(material.roles, person->role);
    return say("{} × {} ({}), with {}", model::name_in(material.codebook.codes(), change.code), role, name,
               observer_name(material, spec.coders[change.with]));
}

std::string codes_text(const Dispute& dispute, std::size_t coder, const model::Material& material) {
    std::vector<std::string> names;
    const auto source = std::find_if(material.sources.begin(), material.sources.end(),
                                     [&](const auto& one) { return one.id == dispute.source; });
    const auto& ids = dispute.codings[coder];
    // A coder's earlier round may be compared.
    model::each_coding(*source, [&](const model::CountedCoding& coding) {
        if (!std::binary_search(ids.begin(), ids.end(), coding.id)) return;
        const std::string name = model::name_in(material.codebook.codes(), coding.code);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    });
    return names.empty() ? "–" : base::join(names, "; ");
}

}  // namespace report
