// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/archive.h"

#include <limits>
#include <set>

#include "base/files.h"
#include "base/guid.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/archive.h"
#include "exchange/refi/codebook.h"
#include "report/history/listing.h"
#include "report/listing.h"
#include "report/passages/codings_table.h"
#include "report/passages/passages.h"
#include "report/passages/quotations.h"
#include "study/codes.h"
#include "study/copying.h"
#include "study/history.h"
#include "study/sources.h"

namespace report {

namespace {

using base::say;
using base::tr;
using exchange::ArchivedFile;

/// The bytes of a whole copy of the study.
std::string study_file(const study::Study& study, const std::filesystem::path& beside) {
    const auto folder = std::filesystem::absolute(beside).parent_path();
    const auto copy = folder / ("." + base::Guid::random().to_string() + ".trialogue");
    std::error_code ignored;
    try {
        study::copy_to(study, copy);
        std::string bytes = base::read_file(copy, std::numeric_limits<std::uintmax_t>::max());
        std::filesystem::remove(copy, ignored);
        return bytes;
    } catch (...) {
        std::filesystem::remove(copy, ignored);
        throw;
    }
}

void add_transcripts(const study::Study& study, std::vector<ArchivedFile>& files) {
    std::set<std::string> used;
    for (const auto& source : study::sources::all(study)) {
        const std::string name = exchange::safe_file_name(source.name);
        std::string free = name;
        // Two names can become one when what no file may be called is taken out.
        for (int n = 2; !used.insert(base::ascii_lower(free)).second; ++n)
            free = fmt::format("{} ({})", name, n);
        files.push_back({"transcripts/" + free + ".txt", study::sources::text(study, source.text).utf8()});
    }
}

std::string read_me(const study::Study& study, std::int64_t changed) {
    std::string text = say("{}: archive of a study", study.name()) + "\n\n";
    text += say("Revision {} of {}, written by Trialogue {}.", study.revision(), base::iso_time(changed),
                TRIALOGUE_VERSION) +
            "\n\n";
    text += std::string(tr("study.trialogue   the study itself, an SQLite database with its history")) + "\n";
    text +=
        std::string(tr("transcripts/      each text, UTF-8; positions count its characters from 0")) + "\n";
    text += std::string(tr("codebook.qdc      the codebook in REFI-QDA format")) + "\n";
    text +=
        std::string(tr("participants.csv  who speaks in which transcript, with role, triad and attributes")) +
        "\n";
    text += std::string(tr("codings.csv       every coding of every coder, and the settled layer")) + "\n";
    text += std::string(tr("quotations.csv    the coded passages with their words and speakers")) + "\n";
    text += std::string(tr("log.csv           what was done, by whom and when")) + "\n\n";
    text +=
        std::string(tr(
            "The archive holds everything that participants said. Keep it as confidential as the study.")) +
        "\n";
    return text;
}

}  // namespace

void write_archive(study::Study& study, const Sight& sight, const std::filesystem::path& path) {
    const auto changed = study::History(study).changed_at();
    auto material = sight.material();
    const auto quotations =
        quotations_listing(study, material, selected_codings(material, {}), analysis::Attribution::most);
    for (auto& source : material.sources) model::join_rounds(source);
    const auto codings = selected_codings(material, {});
    std::vector<ArchivedFile> files;
    files.push_back({"README.txt", read_me(study, changed)});
    files.push_back({"study.trialogue", study_file(study, path)});
    add_transcripts(study, files);
    const auto codebook = study::codes::codebook(study);
    if (!codebook.empty()) {
        files.push_back({"codebook.qdc",
                         exchange::codebook_xml(codebook, "trialogue " TRIALOGUE_VERSION, study.language())});
    }
    files.push_back({"participants.csv", listing_csv(participants_listing(study))});
    files.push_back({"codings.csv", listing_csv(codings_listing(study, sight, material, codings))});
    files.push_back({"quotations.csv", listing_csv(quotations)});
    files.push_back(
        {"log.csv", listing_csv(history_listing(study, sight, std::numeric_limits<std::int64_t>::max()))});
    exchange::write_zip(files, changed, path);
}

}  // namespace report
