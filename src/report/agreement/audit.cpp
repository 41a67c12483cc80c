// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/audit.h"

#include <algorithm>
#include <array>
#include <map>

#include "analysis/agreement/confusion.h"
#include "analysis/agreement/disputes.h"
#include "analysis/stability.h"
#include "base/strings.h"
#include "base/translate.h"
#include "model/name_in.h"
#include "report/agreement/audit_tables.h"
#include "report/agreement/dispute_listings.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/named.h"
#include "report/agreement/texts.h"
#include "report/charts/forest_chart.h"
#include "study/definitions.h"
#include "study/history.h"

namespace report {

namespace {

using analysis::Coefficient;
using base::say;
using base::say_n;
using base::tr;

/// Formulas as docs/agreement.md gives them.
struct Formula {
    std::string_view id;
    const char* formula;
};
constexpr std::array kFormulas{
    Formula{"percent_agreement", base::msg("pₐ: share of agreeing pairs")},
    Formula{"percent_agreement_unanimous", base::msg("units with one value / units")},
    Formula{"holsti", "2M / (N₁ + N₂)"},
    Formula{"precision", "X / B"},
    Formula{"recall", "X / A"},
    Formula{"f1", "2X / (A + B)"},
    Formula{"jaccard", "X / (A + B − X)"},
    Formula{"cohen_kappa", "(pₐ − pₑ) / (1 − pₑ), pₑ = Σ p₁ₖ p₂ₖ"},
    Formula{"conger_kappa", "(pₐ − pₑ) / (1 − pₑ), pₑ = Σ wₖₗ (p̄ₖ p̄ₗ − s²ₖₗ / r)"},
    Formula{"scott_pi", "(pₐ − pₑ) / (1 − pₑ), pₑ = Σ πₖ²"},
    Formula{"fleiss_kappa", "(pₐ − pₑ) / (1 − pₑ), pₑ = Σ πₖ²"},
    Formula{"brennan_prediger", "(pₐ − pₑ) / (1 − pₑ), pₑ = 1 / q"},
    Formula{"gwet_ac1", "(pₐ − pₑ) / (1 − pₑ), pₑ = 1 / (q − 1) · Σ πₖ (1 − πₖ)"},
    Formula{"krippendorff_alpha_nominal", base::msg("1 − Dₒ / Dₑ over coincidences, δ = [k ≠ l]")},
};

constexpr auto text = audit_text;
constexpr auto count = audit_count;

std::string unit_text(analysis::Unit unit) {
    switch (unit) {
        case analysis::Unit::character:
            return tr("character");
        case analysis::Unit::word:
            return tr("word");
        case analysis::Unit::sentence:
            return tr("sentence");
        case analysis::Unit::turn:
            return tr("turn");
        case analysis::Unit::source:
            return tr("source");
        case analysis::Unit::participant:
            return tr("participant");
    }
    return {};
}

std::string rule_text(analysis::UnitRule rule) {
    return rule == analysis::UnitRule::any ? tr("any part of it") : tr("more than half of it");
}

/// Computes everything once and tells it section by section.
class Auditor {
  public:
    Auditor(study::Study& study, const model::Material& material, const analysis::AgreementSpec& spec)
        : study_(study),
          material_(material),
          spec_(spec),
          texts_(study),
          names_(observer_names(material, spec)) {
        const analysis::TextUnits units = [this](model::SourceId source, analysis::Unit unit) {
            return texts_.units(source, unit);
        };
        disputes_ = analysis::disputes(material, spec, units);
        stability_ = analysis::stability(material, spec, disputes_);
        confusions_ = analysis::confusions(material, spec, units);
        codes_ = analysis::agreement(material, spec, units);
        analysis::AgreementSpec other = spec;
        other.by = analysis::AgreementBy::role;
        roles_ = analysis::agreement(material, other, units);
        other = spec;
        other.unit = analysis::Unit::participant;
        persons_ = analysis::agreement(material, other, units);
        named_ = named(codes_, material);
    }

    [[nodiscard]] Audit made() {
        Audit audit;
        audit.title = say("Agreement of {}: {}", base::join(names_, ", "), study_.name());
        audit.changed_at = study::History(study_).changed_at();
        audit.sections = {about(audit.changed_at), signatures(), versions(),  figures(),   undefined(),
                          differences(),           confusion(),  decisions(), stability(), formulas()};
        return audit;
    }

  private:
    [[nodiscard]] AuditSection about(std::int64_t changed_at) const {
        AuditSection section{tr("What was compared"), named_.notes, {}};
        AuditTable table{"study", {}, {{tr("Study")}, {study_.name()}}, {}};
        const auto line = [&](const std::string& label, std::string value) {
            table.rows.push_back({text(label), text(std::move(value))});
        };
        line(tr("Revision"), say("{} of {}", study_.revision(), base::iso_time(changed_at)));
        line(tr("Program"), std::string("Trialogue ") + TRIALOGUE_VERSION);
        line(tr("Coders"), base::join(names_, ", "));
        line(tr("Unit"), named_.rule.empty() ? unit_text(spec_.unit)
                                             : unit_text(spec_.unit) + ", " + rule_text(spec_.rule));
        line(tr("Intervals"),
             say("{}, seed {}, {} samples", named_.method, spec_.interval.seed, spec_.interval.replicates));
        std::vector<std::string> sources;
        for (const auto id : codes_.sources) sources.push_back(model::name_in(material_.sources, id));
        line(tr("Sources"), base::join(sources, ", "));
        section.tables.push_back(std::move(table));
        return section;
    }

    [[nodiscard]] AuditSection versions() const {
        AuditSection section{tr("Texts and definitions"), {}, {}};
        const auto texts = study::text_changes(study_);
        std::vector<std::string> changed;
        for (const auto& source : material_.sources) {
            const auto found = texts.find(source.id);
            if (found != texts.end())
                changed.push_back(source.name + " " + say_n("({} time)", "({} times)", found->second));
        }
        section.paragraphs.push_back(
            changed.empty()
                ? std::string(
                      tr("No text was replaced after it was brought in: all codings stand on the text as "
                         "it was coded."))
                : say("Texts that were replaced, with their codings moved along: {}.",
                      base::join(changed, ", ")));
        auto older = study::older_codings(study_, material_);
        std::erase_if(older, [this](const study::OlderCodings& one) { return !is_compared(one.coder); });
        if (older.empty()) {
            section.paragraphs.emplace_back(tr(
                "No coding is older than the present definition of its code, as far as the history tells."));
            return section;
        }
        section.paragraphs.emplace_back(
            tr("These codings were made under an older definition of their code:"));
        const auto changes = study::definition_changes(study_);
        AuditTable table{
            "older",
            {},
            {{tr("Code")}, {tr("Coder")}, {tr("Older")}, {tr("All")}, {tr("Changed in revision")}},
            {}};
        for (const auto& one : older) {
            table.rows.push_back(
                {text(model::name_in(material_.codebook.codes(), one.code)),
                 text(one.coder ? model::name_in(material_.coders, one.coder) : model::kSettled),
                 count(static_cast<double>(one.older)), count(static_cast<double>(one.all)),
                 count(static_cast<double>(changes.at(one.code).revision))});
        }
        section.tables.push_back(std::move(table));
        return section;
    }

    struct Part {
        const analysis::AgreementReport* report;
        const char* id;
        std::string title, short_title;
    };
    [[nodiscard]] std::vector<Part> reports() const {
        return {{&persons_, "persons", tr("Persons: do both find this code for this person"), tr("Persons")},
                {&codes_, "codes", say("By code; unit: {}", unit_text(spec_.unit)), tr("By code")},
                {&roles_, "roles", say("By role; unit: {}", unit_text(spec_.unit)), tr("By role")}};
    }

    /// One of the two coders; nobody is the settled layer.
    [[nodiscard]] bool is_compared(model::CoderId coder) const {
        return !coder ||
               std::any_of(spec_.coders.begin(), spec_.coders.end(), [&](const analysis::Observer& one) {
                   return one.layer != model::kSettledLayer && one.coder == coder;
               });
    }

    [[nodiscard]] AuditSection figures() const {
        AuditSection section{tr("How far they agree"), {}, {}};
        section.paragraphs.push_back(
            say("In brackets the interval of {:.4g}%; where there is none, the next section says why.",
                100 * spec_.interval.level));
        for (const auto& [report, id, title, short_title] : reports())
            section.tables.push_back(audit_figures(*report, material_, names_, id, title));
        std::vector<ForestLine> lines;
        for (const auto& row : roles_.rows) lines.push_back({row.label, row.figures.front(), false});
        for (const auto& row : codes_.rows)
            lines.push_back({audit_label(row, material_).label, row.figures.front(), false});
        const std::string title = analysis::shown_name(spec_.coefficients.front());
        section.drawing = chart_svg(forest_chart(title, lines, {}, {}), title);
        return section;
    }

    [[nodiscard]] AuditSection undefined() const {
        AuditSection section{tr("What has no value"), {}, {}};
        AuditTable table{"undefined", {}, {{tr("Table")}, {tr("Why")}, {tr("Coefficients")}, {tr("Of")}}, {}};
        for (const auto& [report, id, title, short_title] : reports())
            add_audit_lacks(*report, short_title, table);
        if (table.rows.empty()) {
            section.paragraphs.emplace_back(tr("Every figure has a value and an interval."));
        } else {
            section.tables.push_back(std::move(table));
        }
        return section;
    }

    [[nodiscard]] AuditSection differences() const {
        AuditSection section{tr("Disagreements"), {}, {}};
        section.paragraphs.push_back(say_n("Of {} disagreement {} is settled.",
                                           "Of {} disagreements {} are settled.", disputes_.list.size(),
                                           disputes_.list.size() - disputes_.open()));
        std::map<std::string, std::array<std::size_t, 3>> kinds;
        for (const auto& one : disputes_.list) {
            auto& sums = kinds[kind_text(one.kind)];
            ++sums[0];
            sums[1] += one.settled ? 0 : 1;
            sums[2] += one.effect.empty() ? 0 : 1;
        }
        AuditTable table{
            "kinds", {}, {{tr("Kind")}, {tr("All")}, {tr("Open")}, {tr("Change the matrix")}}, {}};
        for (const auto& [kind, sums] : kinds) {
            table.rows.push_back({text(kind), count(static_cast<double>(sums[0])),
                                  count(static_cast<double>(sums[1])), count(static_cast<double>(sums[2]))});
        }
        section.tables.push_back(std::move(table));
        if (AuditTable open = open_disputes(); !open.rows.empty()) section.tables.push_back(std::move(open));
        return section;
    }

    /// Without their words: texts of interviews are no part of the report.
    [[nodiscard]] AuditTable open_disputes() const {
        AuditTable table{"open",
                         tr("Open disagreements on which the matrix hangs"),
                         {{tr("No.")},
                          {tr("Source")},
                          {tr("Begin")},
                          {tr("End")},
                          {tr("Kind")},
                          {names_[0]},
                          {names_[1]},
                          {tr("Length")},
                          {tr("Effect")},
                          {tr("State")}},
                         {}};
        for (const std::size_t place : analysis::by_effect(disputes_)) {
            const analysis::Dispute& one = disputes_.list[place];
            if (one.settled || one.effect.empty()) continue;
            std::vector<std::string> effect;
            for (const auto& change : one.effect) effect.push_back(change_text(change, material_, spec_));
            table.rows.push_back(
                {count(static_cast<double>(one.number)), text(model::name_in(material_.sources, one.source)),
                 count(static_cast<double>(one.span.begin)), count(static_cast<double>(one.span.end)),
                 text(kind_text(one.kind)), text(codes_text(one, 0, material_)),
                 text(codes_text(one, 1, material_)), count(static_cast<double>(one.length)),
                 text(base::join(effect, "; ")), text(state_text(one, material_))});
        }
        return table;
    }

    [[nodiscard]] AuditSection confusion() const {
        AuditSection section{tr("Confusion matrix"), {}, {}};
        section.paragraphs.push_back(
            say("Characters. Rows: {}; columns: {}. On the diagonal what both gave the same code.", names_[0],
                names_[1]));
        for (const auto& one : confusions_) {
            AuditTable table{
                "confusion", model::name_in(material_.codebook.codes(), one.dimension), {{""}}, {}};
            std::vector<model::CodeId> items = one.codes;
            items.push_back({});
            const auto label = [&](model::CodeId code) {
                return code ? model::name_in(material_.codebook.codes(), code) : std::string(tr("nothing"));
            };
            for (const auto item : items) table.columns.push_back({label(item)});
            for (const auto first : items) {
                auto& cells = table.rows.emplace_back();
                cells.push_back(text(label(first)));
                for (const auto second : items) {
                    const auto* cell = one.at(first, second);
                    cells.push_back(!first && !second
                                        ? text({})
                                        : count(cell ? static_cast<double>(cell->characters) : 0));
                }
            }
            section.tables.push_back(std::move(table));
        }
        return section;
    }

    [[nodiscard]] AuditSection decisions() const {
        AuditSection section{tr("Decisions"), {}, {}};
        if (material_.settlements.empty()) {
            section.paragraphs.emplace_back(tr("No decision has been recorded."));
        } else {
            section.tables.push_back(audit_table(settlements_listing(material_), "decisions"));
        }
        return section;
    }

    [[nodiscard]] AuditSection stability() const {
        AuditTable table = audit_table(stability_listing(material_, spec_, stability_), "stability");
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            auto [group, label] = audit_label(stability_.cells[i].code, material_.codebook);
            table.groups.push_back(std::move(group));
            table.rows[i].front().text = std::move(label);
        }
        return {tr("Stability of the matrix"), stability_notes(stability_), {std::move(table)}};
    }

    [[nodiscard]] AuditSection signatures() const {
        AuditTable table{"signatures", {}, {{tr("Name")}, {tr("Date")}, {tr("Signature")}}, {}};
        for (const auto& name : names_) table.rows.push_back({text(name), text({}), text({})});
        table.rows.push_back({text(tr("Supervisor")), text({}), text({})});
        return {tr("Signatures"), {}, {std::move(table)}};
    }

    [[nodiscard]] AuditSection formulas() const {
        AuditSection section{tr("Formulas"), {}, {}};
        AuditTable table{"formulas", {}, {{tr("Coefficient")}, {tr("Formula")}, {tr("Source")}}, {}};
        for (const auto coefficient : spec_.coefficients) {
            const auto& info = analysis::info(coefficient);
            const auto* const known = std::find_if(kFormulas.begin(), kFormulas.end(),
                                                   [&](const Formula& one) { return one.id == info.id; });
            table.rows.push_back({text(analysis::shown_name(info.coefficient)),
                                  text(known == kFormulas.end() ? std::string("docs/agreement.md")
                                                                : std::string(tr(known->formula))),
                                  text(info.source)});
        }
        section.tables.push_back(std::move(table));
        section.paragraphs.emplace_back(tr(
            "A, B: units that each coder marked; X: that both marked. All together: of kappas the mean "
            "observed "
            "less the mean chance agreement, of α the summed disagreements, of others the summed counts."));
        section.paragraphs.emplace_back(
            tr("α below .667, .800: in which share of the samples α is lower than that."));
        section.paragraphs.emplace_back(
            tr("The units (.csv) and the data (.json) that this command writes hold all that the figures are "
               "computed from."));
        return section;
    }

    study::Study& study_;
    const model::Material& material_;
    const analysis::AgreementSpec& spec_;
    AgreementTexts texts_;
    std::vector<std::string> names_;
    analysis::Disputes disputes_;
    analysis::Stability stability_;
    std::vector<analysis::Confusion> confusions_;
    analysis::AgreementReport codes_, roles_, persons_;
    NamedAgreement named_;
};

}  // namespace

const std::vector<Coefficient>& audit_coefficients() {
    static const std::vector<Coefficient> kCoefficients{
        Coefficient::krippendorff_alpha_nominal, Coefficient::f1, Coefficient::cohen_kappa,
        Coefficient::gwet_ac1, Coefficient::percent_agreement};
    return kCoefficients;
}

Audit audit(study::Study& study, const model::Material& material, const analysis::AgreementSpec& spec) {
    return Auditor(study, material, spec).made();
}

}  // namespace report
