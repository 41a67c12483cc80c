// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/notes.h"

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"

namespace report {

namespace {

using analysis::Axis;
using analysis::Count;
using analysis::Crosstab;
using analysis::Percent;
using analysis::Whose;
using base::say;
using base::say_n;
using base::tr;

constexpr std::size_t kMostWarnings = 10;

std::string what_is_counted(Count count) {
    switch (count) {
        case Count::participants:
            return tr("Counted: participants, each once a cell.");
        case Count::codings:
            return tr("Counted: codings.");
        case Count::sources:
            return tr("Counted: sources.");
        case Count::triads:
            return tr("Counted: triads of the participants.");
        case Count::words:
            return tr("Counted: words of the participants within the passages, each word once a code.");
        case Count::characters:
            return tr("Counted: characters of the participants within the passages, each once a code.");
    }
    return {};
}

std::string what_is_shown(Percent percent) {
    switch (percent) {
        case Percent::none:
            return {};
        case Percent::n:
            return tr("Shown: per cent of coded participants.");
        case Percent::column:
            return tr("Shown: per cent of the column's total.");
        case Percent::row:
            return tr("Shown: per cent of the row's total.");
    }
    return {};
}

std::string whose_codings(const Whose& whose, const model::Material& material) {
    switch (whose.kind) {
        case Whose::Kind::settled:
            return tr("Codings: the settled layer.");
        case Whose::Kind::one:
            return say("Codings: those of {}.", model::name_in(material.coders, whose.coder));
        case Whose::Kind::any:
            return tr("Codings: those of any coder, and the settled layer.");
        case Whose::Kind::all:
            return tr("Codings: what every coder who marked the source as coded found for the participant.");
    }
    return {};
}

std::string filters(const Crosstab& crosstab, const model::Material& material) {
    std::vector<std::string> parts;
    for (const auto& where : crosstab.spec.where) parts.push_back(where.attribute + " = " + where.value);
    for (const auto code : crosstab.spec.codes) {
        if (material.codebook.find(code)) parts.push_back(material.codebook.path(code));
    }
    return parts.empty() ? std::string() : say("Only: {}.", base::join(parts, "; "));
}

}  // namespace

std::vector<std::string> choice_notes(const Crosstab& crosstab, const model::Material& material) {
    std::vector<std::string> notes{what_is_counted(crosstab.spec.count), what_is_shown(crosstab.spec.percent),
                                   whose_codings(crosstab.spec.whose, material)};
    if (crosstab.spec.attribution == analysis::Attribution::each) {
        notes.emplace_back(tr("A coding counts for every participant whose words it overlaps."));
    }
    notes.push_back(filters(crosstab, material));
    std::erase(notes, std::string());
    return notes;
}

std::string unattributed_note(const Crosstab& crosstab) {
    if (crosstab.unattributed == 0) return {};
    return say_n("{} coding belongs to no participant and is not in the table.",
                 "{} codings belong to no participant and are not in the table.",
                 static_cast<std::size_t>(crosstab.unattributed));
}

std::string warning_note(const analysis::ExclusivityWarning& warning, const model::Material& material) {
    const std::string who = model::name_in(material.participants, warning.participant);
    const std::string dimension = model::name_in(material.codebook.codes(), warning.dimension);
    if (warning.codes.empty()) {
        return say("{} has no code of “{}”, of which everybody should have one.", who, dimension);
    }
    std::vector<std::string> names;
    for (const auto code : warning.codes) names.push_back(model::name_in(material.codebook.codes(), code));
    return say("{} has {} codes of “{}”, of which everybody should have one: {}.", who, names.size(),
               dimension, base::join(names, "; "));
}

std::vector<std::string> matrix_notes(const Crosstab& crosstab, const model::Material& material) {
    auto notes = choice_notes(crosstab, material);
    if (crosstab.unattributed > 0) notes.push_back(unattributed_note(crosstab));
    const std::size_t shown = std::min(kMostWarnings, crosstab.warnings.size());
    for (std::size_t i = 0; i < shown; ++i) notes.push_back(warning_note(crosstab.warnings[i], material));
    if (const std::size_t more = crosstab.warnings.size() - shown; more > 0) {
        notes.push_back(
            say_n("And {} more warning of this kind.", "And {} more warnings of this kind.", more));
    }
    return notes;
}

}  // namespace report
