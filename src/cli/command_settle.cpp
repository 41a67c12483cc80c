// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "analysis/agreement/outcomes.h"
#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/agreement_options.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "report/agreement/dispute_listings.h"
#include "report/agreement/dispute_words.h"
#include "report/agreement/texts.h"
#include "study/coders.h"
#include "study/settlements.h"
#include "study/verbs/coders.h"
#include "study/verbs/settling.h"
#include "text/text.h"

namespace cli {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::say_n;
using base::tr;
using model::Decision;

struct Options {
    Common common;
    std::vector<std::string> words;  ///< numbers of disagreements, then the decision
    std::vector<std::string> coders, passages;
    std::string of, reason, coder, rule;
    std::int64_t under = 0;
    bool trim = false, preview = false, all = false;
};

constexpr text::Position kShownQuote = 60;
constexpr const char* kReopen = "reopen";

/// What the command works on.
struct Work {
    std::unique_ptr<study::Study> study;
    report::Sight sight;
    model::Material material;
    analysis::AgreementSpec spec;
    analysis::Disputes disputes;

    Work(const Options& options, bool write)
        : study(write ? open_to_write(options.common.study) : open_to_read(options.common.study)),
          sight(sight_of(*study, options.common,
                         options.coder.empty() ? std::nullopt : std::optional(options.coder))),
          material(sight.material()) {
        spec.coders = coders_of(options.coders, *study, material);
        spec.trim = options.trim;
        take();
    }
    void take() {
        const report::AgreementTexts texts(*study);
        disputes = analysis::disputes(material, spec, [&](model::SourceId source, analysis::Unit unit) {
            return texts.units(source, unit);
        });
    }
};

[[noreturn]] void refuse(const std::string& sentence, const std::string& hint = {}) {
    throw Error(ErrorKind::usage, sentence, hint);
}

std::string progress(const analysis::Disputes& disputes) {
    return say_n("Of {} disagreement {} is settled.", "Of {} disagreements {} are settled.",
                 disputes.list.size(), disputes.list.size() - disputes.open());
}

void print_disputes(const report::Listing& listing) {
    report::Listing shown;
    shown.columns = {listing.columns[0], listing.columns[1], {"at", tr("Characters")},
                     listing.columns[4], listing.columns[5], listing.columns[6],
                     listing.columns[8], listing.columns[9], listing.columns[12]};
    for (const auto& row : listing.rows) {
        shown.rows.push_back({row[0], row[1], row[2] + ":" + row[3], report::text_of_word(row[4]), row[5],
                              row[6], row[8], report::text_of_word(row[9]),
                              text::shortened(row[12], kShownQuote)});
    }
    print_listing(shown);
}

void list(const Options& options) {
    const Work work(options, false);
    std::vector<std::size_t> places;
    for (const std::size_t place : analysis::by_effect(work.disputes)) {
        if (options.all || !work.disputes.list[place].settled) places.push_back(place);
    }
    const auto listing =
        report::disputes_listing(*work.study, work.material, work.spec, work.disputes, places);
    const std::size_t all = work.disputes.list.size();
    if (options.common.json) {
        auto json = report::listing_json(listing, "disagreements");
        json["settled"] = all - work.disputes.open();
        json["of"] = all;
        print_json(json);
        return;
    }
    if (!listing.rows.empty()) {
        print_disputes(listing);
        print_line("");
    }
    print_line(progress(work.disputes));
}

const analysis::Dispute& dispute_of(const analysis::Disputes& disputes, const std::string& word) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size())
        refuse(say("“{}” is no number of a disagreement.", word),
               tr("`trialogue settle STUDY` lists the disagreements with their numbers."));
    if (number == 0 || number > disputes.list.size()) {
        throw Error(ErrorKind::not_found,
                    say("There is no disagreement {}; there are {}.", number, disputes.list.size()));
    }
    return disputes.list[number - 1];
}

/// "CODE=BEGIN:END".
analysis::SettledPassage passage_of(const std::string& word, const model::Codebook& codebook) {
    const auto equals = word.rfind('='), colon = word.rfind(':');
    analysis::SettledPassage passage;
    const auto number = [&](std::size_t from, std::size_t to, text::Position& value) {
        const auto [end, error] = std::from_chars(word.data() + from, word.data() + to, value);
        return error == std::errc() && end == word.data() + to;
    };
    if (equals == std::string::npos || colon == std::string::npos || colon < equals ||
        !number(equals + 1, colon, passage.span.begin) || !number(colon + 1, word.size(), passage.span.end)) {
        refuse(say("“{}” is no CODE=BEGIN:END.", word));
    }
    passage.code = codebook.resolve(word.substr(0, equals)).id;
    return passage;
}

std::size_t accepted_of(const Options& options, const Work& work) {
    const auto names = report::observer_names(work.material, work.spec);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == options.of) return i;
    }
    refuse(say("accept needs --of {} or --of {}.", names[0], names[1]));
}

study::verbs::Settling settling_of(const analysis::Proposal& proposal) {
    study::verbs::Settling settling;
    settling.source = proposal.source;
    settling.decision = proposal.decision;
    settling.accepted = proposal.accepted;
    settling.settles = proposal.settles;
    for (const auto& outcome : proposal.outcomes) {
        settling.outcomes.push_back(
            {outcome.code, outcome.span.begin < 0 ? std::nullopt : std::optional(outcome.span)});
    }
    return settling;
}

void tell(const Options& options, Work& work, std::size_t decided) {
    work.material = work.sight.material();
    work.take();
    const std::size_t all = work.disputes.list.size();
    if (options.common.json) {
        print_json({{"decided", decided}, {"settled", all - work.disputes.open()}, {"of", all}});
    } else {
        print_line(progress(work.disputes));
    }
}

void sign(study::Edit& edit, const Options& options, std::vector<study::verbs::Settling>& settlings) {
    if (options.coder.empty()) return;
    const auto coder = study::verbs::ensure_coder(edit, options.coder);
    for (auto& one : settlings) one.coder = coder;
}

void carry_out(const Options& options, Work& work, const std::string& verb,
               const std::vector<analysis::Proposal>& proposals) {
    std::vector<study::verbs::Settling> settlings;
    for (const auto& proposal : proposals) {
        settlings.push_back(settling_of(proposal));
        settlings.back().reason = options.reason;
    }
    study::Edit edit(*work.study, verb);
    sign(edit, options, settlings);
    if (settlings.size() == 1 && verb == "settle") {
        study::verbs::settle(edit, settlings.front());
    } else {
        study::verbs::settle_all(edit, settlings);
    }
    edit.commit();
    tell(options, work, settlings.size());
}

void by_rule(const Options& options) {
    analysis::SettlingRule rule;
    rule.decision = study::settlements::decision_of(options.rule).value_or(Decision::agreed);
    rule.under = options.under;
    if (rule.decision != Decision::agreed && options.under < 1)
        refuse(
            tr("--rule united and --rule intersection need --under N: the characters by which ends may "
               "not yet differ."));
    Work work(options, !options.preview);
    const auto proposals = analysis::proposals(work.disputes, work.material, work.spec, rule);
    if (!options.preview) {
        carry_out(options, work, "settle_by_rule", proposals);
        return;
    }
    auto listing = report::proposals_listing(*work.study, work.material, proposals);
    if (options.common.json) {
        print_json(report::listing_json(listing, "proposals"));
        return;
    }
    for (auto& row : listing.rows) row.back() = text::shortened(row.back(), kShownQuote);
    if (!listing.rows.empty()) print_listing(listing);
    print_line(say_n("{} passage would be settled.", "{} passages would be settled.", proposals.size()));
}

void decide(const Options& options) {
    if (options.words.size() < 2)
        refuse(
            tr("Say which disagreement, and what is decided: `trialogue settle STUDY 3 accept --of CODER`."));
    const std::string& word = options.words.back();
    const auto decision = study::settlements::decision_of(word);
    const bool by_hand = decision && *decision != Decision::united && *decision != Decision::intersection &&
                         *decision != Decision::agreed;
    if (!by_hand && word != kReopen) {
        refuse(say("“{}” is no decision; the last word is accept, both, anew, drop, later or reopen.", word));
    }
    if ((decision == Decision::anew) == options.passages.empty())
        refuse(tr("anew needs --passage CODE=BEGIN:END, and nothing else does."));
    Work work(options, true);
    std::vector<const analysis::Dispute*> chosen;
    for (std::size_t i = 0; i + 1 < options.words.size(); ++i)
        chosen.push_back(&dispute_of(work.disputes, options.words[i]));
    if (word == kReopen) {
        study::Edit edit(
            *work.study, "reopen", nlohmann::json::object(),
            made_by(*work.study, options.coder.empty() ? std::nullopt : std::optional(options.coder)));
        for (const auto* dispute : chosen) {
            if (!dispute->settlement)
                throw Error(ErrorKind::conflict, say("Disagreement {} is open already.", dispute->number));
            study::verbs::reopen(edit, work.material.settlements[*dispute->settlement].id);
        }
        edit.commit();
        tell(options, work, chosen.size());
        return;
    }
    std::vector<analysis::Proposal> proposals;
    const std::size_t accepted = decision == Decision::accept ? accepted_of(options, work) : 0;
    for (const auto* dispute : chosen) {
        proposals.push_back(analysis::proposal(*dispute, work.material, work.spec, *decision, accepted));
        for (const auto& passage : options.passages)
            proposals.back().outcomes.push_back(passage_of(passage, work.material.codebook));
    }
    carry_out(options, work, "settle", proposals);
}

void run(const Options& options) {
    if (!options.rule.empty()) {
        if (!options.words.empty()) refuse(tr("A rule settles by itself; leave numbers and decision out."));
        by_rule(options);
    } else if (options.words.empty()) {
        list(options);
    } else {
        decide(options);
    }
}

}  // namespace

void add_settle(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "settle", tr("List what two coders have not settled, and settle it"),
                                options->common);
    command->add_option("NUMBER DECISION", options->words,
                        tr("Numbers of disagreements, and then accept, both, anew, drop, later or reopen"));
    add_repeatable(*command, "--coders", options->coders,
                   tr("Two coders, separated by a comma. Without it those who marked sources as coded"))
        ->delimiter(',');
    command->add_option("--of", options->of, tr("With accept: whose codings"));
    add_repeatable(*command, "--passage", options->passages,
                   tr("With anew: CODE=BEGIN:END that is to stand there; repeatable"));
    command->add_option("--reason", options->reason, tr("Why"));
    command->add_option("--coder", options->coder, tr("Who decides"));
    command
        ->add_option("--rule", options->rule,
                     tr("Settle by itself: agreed (what both coded alike), or ends that differ little as "
                        "united or intersection"))
        ->check(CLI::IsMember({"agreed", "united", "intersection"}));
    command->add_option("--under", options->under,
                        tr("With --rule: only where ends differ by fewer characters"));
    command->add_flag("--preview", options->preview, tr("With --rule: list it, and change nothing"));
    command->add_flag("--trim", options->trim,
                      tr("Leave white space and punctuation at the ends of passages out"));
    command->add_flag("--all", options->all, tr("List the settled ones too"));
    add_viewer(*command, options->common);
    command->callback([options] { run(*options); });
}

}  // namespace cli
