// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/listing_file.h"

#include "base/files.h"
#include "exchange/out/workbook.h"
#include "report/agreement/export.h"
#include "report/export_file.h"
#include "study/history.h"

namespace report {

void refuse_wrong_listing_ending(const std::filesystem::path& file) {
    static_cast<void>(ending_of(file, agreement_endings()));
}

void write_listing(study::Study& study, const Listing& listing, const std::string& name,
                   const std::filesystem::path& file) {
    refuse_to_overwrite(study, file);
    const std::string ending = ending_of(file, agreement_endings());
    if (ending == ".csv") {
        base::write_file(file, listing_csv(listing));
    } else if (ending == ".json") {
        base::write_file(file, listing_json(listing, name).dump(2) + "\n");
    } else if (ending == ".md") {
        base::write_file(file, listing_markdown(listing));
    } else {
        exchange::write_xlsx(listing_workbook(listing, study::History(study).changed_at()), file);
    }
}

}  // namespace report
