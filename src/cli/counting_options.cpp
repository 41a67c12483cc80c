// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/counting_options.h"

#include "base/error.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "report/matrix/counting_words.h"
#include "study/coders.h"
#include "study/codes.h"

namespace cli {

using base::tr;

namespace {

/// The codings of that name: settled, any, all, or a coder. Throws Error(not_found).
analysis::Whose whose_named(const std::string& name, const study::Study& study) {
    using Kind = analysis::Whose::Kind;
    if (name == model::kSettled) return {Kind::settled, {}};
    if (name == model::kAnyCoder) return {Kind::any, {}};
    if (name == model::kAllCoders) return {Kind::all, {}};
    return {Kind::one, study::coders::resolve(study, name).id};
}

}  // namespace

void add_counting_options(CLI::App& command, CountingOptions& options) {
    command.add_option("--coder", options.coder,
                       tr("Whose codings: a coder, settled, any (at least one), all (each who finished)"));
    command
        .add_option("--attribution", options.attribution,
                    tr("A passage with several speakers counts for the one who says most of it, or for each"))
        ->check(CLI::IsMember({"most", "each"}));
    add_repeatable(command, "--where", options.where,
                   tr("Only participants with this ATTRIBUTE=VALUE; role and triad too; repeatable"));
    add_repeatable(command, "--code", options.codes, tr("Only this code and those below it; repeatable"));
}

bool is_given(const CountingOptions& options) {
    return options.coder || options.attribution || !options.where.empty() || !options.codes.empty();
}

analysis::Whose whose(const CountingOptions& options, const study::Study& study,
                      const model::Material& material) {
    return options.coder ? whose_named(*options.coder, study) : report::default_whose(material);
}

analysis::Attribution attribution_of(const CountingOptions& options) {
    return report::value_of_word(report::kAttributionWords, options.attribution.value_or(""),
                                 analysis::Attribution::most);
}

std::vector<analysis::Where> where_of(const CountingOptions& options) {
    std::vector<analysis::Where> conditions;
    for (const auto& text : options.where) {
        const auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw base::Error(base::ErrorKind::usage,
                              base::say("--where {}: this is not ATTRIBUTE=VALUE.", text));
        }
        conditions.push_back({text.substr(0, equals), text.substr(equals + 1)});
    }
    return conditions;
}

std::vector<model::CodeId> codes_of(const CountingOptions& options, const model::Codebook& codebook) {
    std::vector<model::CodeId> codes;
    for (const auto& text : options.codes) codes.push_back(codebook.resolve(text).id);
    return codes;
}

report::CodingFilter coding_filter(const CountingOptions& options, const study::Study& study) {
    report::CodingFilter filter;
    filter.codes = codes_of(options, study::codes::codebook(study));
    filter.where = where_of(options);
    if (options.coder == model::kAllCoders) {
        throw base::Error(
            base::ErrorKind::usage,
            tr("--coder all counts what several coders agree on; a list of codings cannot show it."),
            tr("Leave --coder out to have the codings of everybody."));
    }
    if (options.coder) filter.whose = whose_named(*options.coder, study);
    filter.attribution = attribution_of(options);
    return filter;
}

}  // namespace cli
