// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/exports.h"

#include <limits>

#include "base/files.h"
#include "exchange/refi/codebook.h"
#include "report/archive.h"
#include "report/export_file.h"
#include "report/history/listing.h"
#include "report/listing.h"
#include "report/matrix/counting_words.h"
#include "report/passages/codings_table.h"
#include "report/passages/quotations.h"
#include "study/codes.h"
#include "study/copying.h"
#include "study/history.h"

namespace report {

namespace {

/// Codings and quotations pass the filter; all others stand as they are.
Listing listing_of(study::Study& study, const Sight& sight, const std::string& part, CodingFilter filter) {
    if (part == "participants") return participants_listing(study);
    if (part == "codebook") return codebook_listing(study::codes::codebook(study));
    if (part == "log") return history_listing(study, sight, std::numeric_limits<std::int64_t>::max());
    auto material = sight.material();
    if (part == "quotations" && !filter.whose) filter.whose = default_whose(material);
    if (part == "quotations")
        return quotations_listing(study, material, selected_codings(material, filter), filter.attribution);
    for (auto& source : material.sources) model::join_rounds(source);
    return codings_listing(study, sight, material, selected_codings(material, filter));
}

void write_listing(study::Study& study, const std::string& part, const Listing& listing,
                   const std::filesystem::path& file) {
    const auto ending = ending_of(file, endings_of(part));
    if (ending == ".csv") {
        base::write_file(file, listing_csv(listing));
    } else if (ending == ".json") {
        base::write_file(file, listing_json(listing, part).dump(2) + "\n");
    } else if (ending == ".md") {
        base::write_file(file,
                         part == "quotations" ? quotations_markdown(listing) : listing_markdown(listing));
    } else {
        exchange::write_xlsx(listing_workbook(listing, study::History(study).changed_at()), file);
    }
}

}  // namespace

const std::vector<std::string>& parts() {
    static const std::vector<std::string> kParts{"codings", "quotations", "codebook", "participants",
                                                 "log",     "study",      "archive"};
    return kParts;
}

std::vector<std::string> endings_of(const std::string& part) {
    if (part == "study") return {".trialogue"};
    if (part == "archive") return {".zip"};
    std::vector<std::string> endings{".csv", ".json", ".md", ".xlsx"};
    if (part == "codebook") endings.insert(endings.begin(), ".qdc");
    return endings;
}

void write_part(study::Study& study, const Sight& sight, const std::string& part, CodingFilter filter,
                const std::filesystem::path& file) {
    const auto ending = ending_of(file, endings_of(part));
    refuse_to_overwrite(study, file);
    if (part == "study" || part == "archive") refuse_hidden(sight);
    if (part == "study") {
        study::copy_to(study, file);
    } else if (part == "archive") {
        write_archive(study, sight, file);
    } else if (ending == ".qdc") {
        const auto codebook = study::codes::codebook(study);
        base::write_file(file,
                         exchange::codebook_xml(codebook, "trialogue " TRIALOGUE_VERSION, study.language()));
    } else {
        write_listing(study, part, listing_of(study, sight, part, std::move(filter)), file);
    }
}

}  // namespace report
