// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/counting_options.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "exchange/out/table_text.h"
#include "report/export_file.h"
#include "report/matrix/counting_words.h"
#include "report/matrix/export.h"
#include "report/matrix/json.h"
#include "report/matrix/table.h"
#include "study/material.h"

namespace cli {

namespace {

using base::tr;

struct Options {
    Common common;
    std::string rows = "codes", columns = "role";
    std::string count = "participants", percent = "none", layout = "working";
    std::string output;
    CountingOptions choice;
};

analysis::CrosstabSpec spec_of(const Options& options, const study::Study& study,
                               const model::Material& material) {
    analysis::CrosstabSpec spec;
    spec.rows = analysis::Axis::parse(options.rows, material);
    spec.columns = analysis::Axis::parse(options.columns, material);
    spec.count = report::value_of_word(report::kCountWords, options.count, spec.count);
    spec.percent = report::value_of_word(report::kPercentWords, options.percent, spec.percent);
    spec.whose = whose(options.choice, study, material);
    spec.attribution = attribution_of(options.choice);
    spec.where = where_of(options.choice);
    spec.codes = codes_of(options.choice, material.codebook);
    return spec;
}

void run(const Options& options) {
    // A wrong ending is told before anything is counted.
    if (!options.output.empty()) {
        static_cast<void>(report::ending_of(options.output, report::matrix_endings()));
    }
    const auto study = open_to_read(options.common.study);
    const auto material = sight_of(*study, options.common).material();
    const auto spec = spec_of(options, *study, material);
    study::WordCounter words(*study);
    const auto crosstab =
        analysis::crosstab(material, spec, [&](model::SourceId source, const std::vector<text::Span>& spans) {
            return words.count(source, spans);
        });
    const auto layout = options.layout == "published" ? report::Layout::published : report::Layout::working;
    const auto table = report::matrix_table(crosstab, material, layout);
    if (!options.output.empty()) {
        report::write_matrix(*study, {material, crosstab, table}, options.output);
        print_written(options.output, options.common.json);
    } else if (options.common.json) {
        print_json(report::matrix_json(crosstab, material));
    } else {
        print(exchange::table_text(table, terminal_width()));
    }
}

template <class Words>
std::vector<std::string> keys(const Words& words) {
    std::vector<std::string> keys;
    for (const auto& [word, value] : words) keys.emplace_back(word);
    return keys;
}

}  // namespace

void add_matrix(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command = add_command(program, "matrix", tr("Count and compare"), options->common);
    const std::string axes =
        tr("codes, dimensions, role, participant, triad, source, coder, or an attribute (age:12-15,16-18)");
    command->add_option("--rows", options->rows, axes)->capture_default_str();
    command->add_option("--columns", options->columns, axes)->capture_default_str();
    command->add_option("--count", options->count, tr("What is counted"))
        ->check(CLI::IsMember(keys(report::kCountWords)))
        ->capture_default_str();
    command->add_option("--percent", options->percent, tr("Of n (who was coded), column or row"))
        ->check(CLI::IsMember(keys(report::kPercentWords)))
        ->capture_default_str();
    command->add_option("--layout", options->layout, tr("A row for each code, or as the paper prints it"))
        ->check(CLI::IsMember({"working", "published"}))
        ->capture_default_str();
    add_counting_options(*command, options->choice);
    add_viewer(*command, options->common);
    command->add_option("-o,--output", options->output, tr("A file: .xlsx, .csv, .md, .json or .txt"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
