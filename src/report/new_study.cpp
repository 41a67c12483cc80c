// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/new_study.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/in/importer.h"
#include "exchange/in/tables.h"
#include "study/edit.h"
#include "study/verbs/codebook.h"
#include "study/verbs/coders.h"
#include "study/verbs/import.h"

namespace report {

namespace {

/// Fills a study that was just made; on an error the file is gone again.
std::unique_ptr<study::Study> fill(std::unique_ptr<study::Study> study, const std::filesystem::path& file,
                                   const std::function<void(study::Study&)>& work) {
    try {
        work(*study);
        return study;
    } catch (...) {
        study.reset();
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
        throw;
    }
}

void add_codebook(study::Study& study, const model::Codebook& codebook, const std::string& file) {
    if (codebook.empty()) return;
    study::Edit edit(study, "import_codebook", {{"file", file}});
    study::verbs::import_codebook(edit, codebook);
    edit.commit();
}

bool is_transcript(const std::filesystem::path& file) {
    const auto endings = exchange::importable_endings();
    const std::string ending = base::ascii_lower(file.extension().string());
    // The folder's own README is no interview.
    return std::find(endings.begin(), endings.end(), ending) != endings.end() && file.stem() != "README";
}

bool is_codings(const std::filesystem::path& file) {
    return file.extension() == ".csv" && file.stem().string().starts_with("codings");
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                            bool (*wanted)(const std::filesystem::path&)) {
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (wanted(entry.path())) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) {
        throw base::Error(base::ErrorKind::not_found,
                          base::say("The sample study’s files are not in {}.", folder.string()),
                          base::tr("Install Trialogue again, or make a study of your own."));
    }
    return files;
}

void import_sources(study::Study& study, const std::filesystem::path& material,
                    const base::Progress& progress) {
    const auto files = files_in(material, is_transcript);
    std::vector<study::verbs::SourceDraft> drafts;
    for (const auto& file : files) {
        progress.step(0.6 * static_cast<double>(drafts.size()) / static_cast<double>(files.size()),
                      file.filename().string());
        study::verbs::SourceDraft draft;
        draft.name = file.stem().string();
        draft.origin = file.filename().string();
        draft.content = exchange::import_file(file);
        drafts.push_back(std::move(draft));
    }
    const auto participants = exchange::read_participants(material / "participants.csv");
    study::Edit edit(study, "import");
    for (const auto& draft : drafts) study::verbs::import_source(edit, draft, false);
    study::verbs::apply_participants(edit, participants);
    edit.commit();
}

}  // namespace

std::unique_ptr<study::Study> make_study(const NewStudy& wished) {
    return fill(study::Study::create(wished.file, wished.name, wished.language), wished.file,
                [&](study::Study& study) {
                    add_codebook(study, wished.codebook.codebook, wished.codebook_file);
                    if (wished.coder.empty()) return;
                    study::Edit edit(study, "add_coder", {{"name", wished.coder}});
                    study::verbs::ensure_coder(edit, wished.coder);
                    edit.commit();
                });
}

void make_sample_study(const std::filesystem::path& file, const std::filesystem::path& material,
                       const std::filesystem::path& codebook, const base::Progress& progress) {
    const auto read = exchange::read_codebook(codebook);
    const auto tables = files_in(material, is_codings);
    fill(study::Study::create(file, file.stem().string(), "nl"), file, [&](study::Study& study) {
        add_codebook(study, read.codebook, codebook.filename().string());
        import_sources(study, material, progress);
        for (const auto& table : tables) {
            progress.step(0.7, table.filename().string());
            study::Edit edit(study, "import");
            study::verbs::import_codings(edit, exchange::read_codings(table), {}, true);
            edit.commit();
        }
    });
}

}  // namespace report
