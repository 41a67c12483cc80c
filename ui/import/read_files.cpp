// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <functional>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/in/csv.h"
#include "exchange/in/importer.h"
#include "exchange/in/tables.h"
#include "ui/import/import_plan.h"

namespace ui {

namespace {

namespace fs = std::filesystem;

std::string ending_of(const fs::path& path) {
    return base::ascii_lower(path.extension().string());
}

/// A table of codings names sources and codes; what else is a table should say who is who.
FileContent read_table(const fs::path& path) {
    const auto table = exchange::read_csv(path);
    const auto has = [&](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(),
                           [&](const char* name) { return table.column(name).has_value(); });
    };
    if (has({"source", "bron"}) && has({"code"})) return exchange::read_codings(path);
    if (has({"participant", "deelnemer"})) return exchange::read_participants(path);
    throw base::Error(
        base::ErrorKind::bad_input,
        base::say("{} is neither a table of participants nor one of codings.", path.filename().string()),
        base::tr("The first line names the columns: file, participant, role, triad; or source, "
                 "quote, code, coder."));
}

FileContent read_content(const fs::path& path, const std::optional<std::string>& encoding,
                         const base::Progress& progress) {
    const std::string ending = ending_of(path);
    if (ending == ".csv" || ending == ".tsv") return read_table(path);
    if (ending == ".qdc") return exchange::read_codebook(path);
    return exchange::import_file(path, {encoding}, progress);
}

}  // namespace

std::vector<fs::path> files_within(const std::vector<fs::path>& chosen) {
    std::vector<fs::path> files;
    for (const auto& path : chosen) {
        std::error_code problem;
        if (!fs::is_directory(path, problem)) {
            files.push_back(path);
            continue;
        }
        std::vector<fs::path> within;
        using Walk = fs::recursive_directory_iterator;
        for (Walk entry(path, fs::directory_options::skip_permission_denied, problem), end;
             !problem && entry != end; entry.increment(problem)) {
            if (entry->path().filename().string().starts_with(".")) {
                entry.disable_recursion_pending();
            } else if (std::error_code ignored; entry->is_regular_file(ignored)) {
                within.push_back(entry->path());
            }
        }
        std::sort(within.begin(), within.end());
        files.insert(files.end(), within.begin(), within.end());
    }
    return files;
}

ReadFile read_file(const fs::path& path, const std::optional<std::string>& encoding,
                   const base::Progress& progress) {
    ReadFile file{path, nullptr, 0};
    try {
        file.content = std::make_shared<FileContent>(read_content(path, encoding, progress));
        if (const auto* transcript = std::get_if<model::Imported>(file.content.get())) {
            file.fingerprint = std::hash<std::string>{}(transcript->text.utf8());
        }
    } catch (const base::Error& error) {
        if (error.kind() == base::ErrorKind::cancelled) throw;
        file.content = std::make_shared<FileContent>(Unreadable{error.what(), error.hint()});
    } catch (const std::exception& error) {
        file.content = std::make_shared<FileContent>(
            Unreadable{base::say("{} could not be read: {}", path.filename().string(), error.what()), {}});
    }
    return file;
}

std::vector<ReadFile> read_files(const std::vector<fs::path>& chosen, const base::Progress& progress) {
    const auto paths = files_within(chosen);
    std::vector<ReadFile> files;
    for (const auto& path : paths) {
        const double done = static_cast<double>(files.size()) / static_cast<double>(paths.size());
        progress.step(done, path.filename().string());
        // Within a long document only the wish to stop is heard.
        files.push_back(read_file(path, {}, {progress.stop, {}}));
    }
    return files;
}

}  // namespace ui
