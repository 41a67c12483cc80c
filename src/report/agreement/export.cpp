// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/export.h"

#include "base/files.h"
#include "report/agreement/listing.h"
#include "report/export_file.h"

namespace report {

const std::vector<std::string>& agreement_endings() {
    static const std::vector<std::string> kEndings{".xlsx", ".csv", ".md", ".json"};
    return kEndings;
}

void write_agreement(const NamedAgreement& agreement, const std::filesystem::path& file,
                     std::int64_t created) {
    const std::string ending = ending_of(file, agreement_endings());
    if (ending == ".csv") {
        base::write_file(file, agreement_csv(agreement));
    } else if (ending == ".json") {
        base::write_file(file, agreement_json(agreement).dump(2) + "\n");
    } else if (ending == ".md") {
        std::string text = listing_markdown(agreement_overview(agreement));
        for (const auto& note : agreement.notes) text += "\n" + note + "\n";
        base::write_file(file, text);
    } else {
        exchange::write_xlsx(agreement_workbook(agreement, created), file);
    }
}

}  // namespace report
