// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/matrix/export.h"

#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_text.h"
#include "report/export_file.h"
#include "report/matrix/counting_words.h"
#include "report/matrix/json.h"
#include "report/passages/passages.h"
#include "study/history.h"

namespace report {

using base::tr;

About about_matrix(study::Study& study, const model::Material& material, const analysis::CrosstabSpec& spec) {
    About about;
    about.study = study.name();
    about.codebook = base::say_n("{} code", "{} codes", material.codebook.codes().size());
    about.revision = study.revision();
    about.revision_date = study::History(study).changed_at();
    about.program_version = TRIALOGUE_VERSION;
    about.counted = {{tr("Rows"), axis_text(spec.rows)},
                     {tr("Columns"), axis_text(spec.columns)},
                     {tr("Counted"), word_of(kCountWords, spec.count)},
                     {tr("Per cent of"), word_of(kPercentWords, spec.percent)},
                     {tr("Codings of"), whose_text(spec.whose, material)},
                     {tr("Attribution"), word_of(kAttributionWords, spec.attribution)}};
    std::vector<std::string> conditions, codes;
    for (const auto& where : spec.where) conditions.push_back(where.attribute + "=" + where.value);
    for (const auto code : spec.codes) codes.push_back(material.codebook.path(code));
    if (!conditions.empty())
        about.counted.emplace_back(tr("Participants with"), base::join(conditions, "; "));
    if (!codes.empty()) about.counted.emplace_back(tr("Codes"), base::join(codes, "; "));
    return about;
}

const std::vector<std::string>& matrix_endings() {
    static const std::vector<std::string> kEndings{".xlsx", ".csv", ".md", ".json", ".txt"};
    return kEndings;
}

void write_matrix(study::Study& study, const Matrix& matrix, const std::filesystem::path& file) {
    const auto ending = ending_of(file, matrix_endings());
    refuse_to_overwrite(study, file);
    if (ending == ".csv") {
        base::write_file(file, exchange::table_csv(matrix.table));
    } else if (ending == ".md") {
        base::write_file(file, exchange::table_markdown(matrix.table));
    } else if (ending == ".txt") {
        base::write_file(file, exchange::table_text(matrix.table, 0));
    } else if (ending == ".json") {
        base::write_file(file, matrix_json(matrix.crosstab, matrix.material).dump(2) + "\n");
    } else {
        // Texts are read only here, and only of sources that a cell leads to.
        Passages passages(study, matrix.material, matrix.crosstab.spec.attribution);
        const auto passage_of = [&](model::CodingId coding) { return passages.of(coding); };
        const auto about = about_matrix(study, matrix.material, matrix.crosstab.spec);
        exchange::write_xlsx(matrix_workbook(matrix.crosstab, matrix.table, passage_of, about), file);
    }
}

}  // namespace report
