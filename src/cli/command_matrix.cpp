// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "base/error.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/counting_options.h"
#include "cli/matrix_json.h"
#include "cli/output_file.h"
#include "cli/studies.h"
#include "exchange/out/table_text.h"
#include "report/matrix_table.h"
#include "report/matrix_workbook.h"
#include "study/history.h"
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

const std::map<std::string, analysis::Count> kCounts{{"participants", analysis::Count::participants},
                                                     {"codings", analysis::Count::codings},
                                                     {"sources", analysis::Count::sources},
                                                     {"triads", analysis::Count::triads},
                                                     {"words", analysis::Count::words},
                                                     {"characters", analysis::Count::characters}};
const std::map<std::string, analysis::Percent> kPercents{{"none", analysis::Percent::none},
                                                         {"n", analysis::Percent::n},
                                                         {"column", analysis::Percent::column},
                                                         {"row", analysis::Percent::row}};

const std::vector<std::string> kEndings{".xlsx", ".csv", ".md", ".json", ".txt"};

analysis::CrosstabSpec spec_of(const Options& options, const study::Study& study,
                               const model::Material& material) {
    analysis::CrosstabSpec spec;
    spec.rows = analysis::Axis::parse(options.rows, material);
    spec.columns = analysis::Axis::parse(options.columns, material);
    spec.count = kCounts.at(options.count);
    spec.percent = kPercents.at(options.percent);
    spec.whose = whose(options.choice.coder.value_or(default_coder(material)), study);
    spec.attribution = attribution_of(options.choice);
    spec.where = where_of(options.choice);
    spec.codes = codes_of(options.choice, material.codebook);
    return spec;
}

/// The sentences of the workbook's last sheet: by which choices the numbers came about.
report::About about_of(study::Study& study, const Options& options, const model::Material& material) {
    report::About about;
    about.study = study.name();
    about.codebook = base::say_n("{} code", "{} codes", material.codebook.codes().size());
    about.revision = study.revision();
    about.revision_date = study::History(study).changed_at();
    about.program_version = TRIALOGUE_VERSION;
    about.counted = {{tr("Rows"), options.rows},
                     {tr("Columns"), options.columns},
                     {tr("Counted"), options.count},
                     {tr("Per cent of"), options.percent},
                     {tr("Codings of"), options.choice.coder.value_or(default_coder(material))},
                     {tr("Attribution"), options.choice.attribution.value_or("most")}};
    if (!options.choice.where.empty()) {
        about.counted.emplace_back(tr("Participants with"), base::join(options.choice.where, "; "));
    }
    if (!options.choice.codes.empty()) {
        about.counted.emplace_back(tr("Codes"), base::join(options.choice.codes, "; "));
    }
    return about;
}

/// A matrix with what it was made of.
struct Matrix {
    const model::Material& material;
    analysis::Crosstab crosstab;
    model::Table table;
};

void write(study::Study& study, const Options& options, const Matrix& matrix) {
    const auto file = output_file(options.output, kEndings);
    refuse_to_overwrite(study, file);
    if (file.ending == ".csv") {
        base::write_file(file.path, exchange::table_csv(matrix.table));
    } else if (file.ending == ".md") {
        base::write_file(file.path, exchange::table_markdown(matrix.table));
    } else if (file.ending == ".txt") {
        base::write_file(file.path, exchange::table_text(matrix.table, 0));
    } else if (file.ending == ".json") {
        base::write_file(file.path, matrix_json(matrix.crosstab, matrix.material).dump(2) + "\n");
    } else {
        // Texts are read only here, and only of sources that a cell leads to.
        report::Passages passages(study, matrix.material, matrix.crosstab.spec.attribution);
        const auto passage_of = [&](model::CodingId coding) { return passages.of(coding); };
        exchange::write_xlsx(report::matrix_workbook(matrix.crosstab, matrix.table, passage_of,
                                                     about_of(study, options, matrix.material)),
                             file.path);
    }
    print_written(file, options.common.json);
}

void run(const Options& options) {
    // A wrong ending is told before anything is counted.
    if (!options.output.empty()) static_cast<void>(output_file(options.output, kEndings));
    const auto study = open_to_read(options.common.study);
    const auto material = study::load_material(*study);
    const auto spec = spec_of(options, *study, material);
    study::WordCounter words(*study);
    Matrix matrix{material,
                  analysis::crosstab(material, spec,
                                     [&](model::SourceId source, const std::vector<text::Span>& spans) {
                                         return words.count(source, spans);
                                     }),
                  {}};
    const auto layout = options.layout == "published" ? report::Layout::published : report::Layout::working;
    matrix.table = report::matrix_table(matrix.crosstab, material, layout);
    if (!options.output.empty()) {
        write(*study, options, matrix);
    } else if (options.common.json) {
        print_json(matrix_json(matrix.crosstab, material));
    } else {
        print(exchange::table_text(matrix.table, terminal_width()));
    }
}

template <class Map>
std::vector<std::string> keys(const Map& map) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : map) keys.push_back(key);
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
        ->check(CLI::IsMember(keys(kCounts)))
        ->capture_default_str();
    command->add_option("--percent", options->percent, tr("Of n (who was coded), column or row"))
        ->check(CLI::IsMember(keys(kPercents)))
        ->capture_default_str();
    command->add_option("--layout", options->layout, tr("A row for each code, or as the paper prints it"))
        ->check(CLI::IsMember({"working", "published"}))
        ->capture_default_str();
    add_counting_options(*command, options->choice);
    command->add_option("-o,--output", options->output, tr("A file: .xlsx, .csv, .md, .json or .txt"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
