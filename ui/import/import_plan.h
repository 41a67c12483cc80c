// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/progress.h"
#include "exchange/refi/codebook.h"
#include "model/imported.h"
#include "study/edit.h"
#include "study/import_proposal.h"
#include "study/verbs/import.h"

namespace ui {

/// Why a file cannot be read, in sentences.
struct Unreadable {
    std::string reason;
    std::string hint;
};

/// What a chosen file holds: a transcript, or one of the tables that go with transcripts.
using FileContent = std::variant<Unreadable, model::Imported, model::ParticipantTable, model::CodingTable,
                                 exchange::ReadCodebook>;

/// A file as it was read, on any thread.
struct ReadFile {
    std::filesystem::path path;
    std::shared_ptr<const FileContent> content;
    std::size_t fingerprint = 0;  ///< of a transcript's text
};

/// The files of these, and of the folders among them, ordered; what is hidden is left out.
[[nodiscard]] std::vector<std::filesystem::path> files_within(
    const std::vector<std::filesystem::path>& chosen);
/// Reads one file by its content. Never throws but for a stop: what goes wrong becomes Unreadable.
[[nodiscard]] ReadFile read_file(const std::filesystem::path& path,
                                 const std::optional<std::string>& encoding,
                                 const base::Progress& progress = {});
/// Reads them one after the other, with progress.
[[nodiscard]] std::vector<ReadFile> read_files(const std::vector<std::filesystem::path>& chosen,
                                               const base::Progress& progress);

/// One file of an import as the user sees and mends it.
struct PlannedFile {
    ReadFile read;
    std::optional<std::string> encoding;  ///< as the user said; nothing: as detected
    bool wanted = true;                   ///< the user wants it
    std::string name;                     ///< of the source that it becomes
    study::NameProposal about;
    std::vector<study::LabelProposal> labels;
    /// Why it cannot be imported now, a sentence; empty where it can. Set by ImportPlan::judge().
    std::string problem;
    bool updates = false;                 ///< gives a source of its name a newer text
    std::optional<model::SourceId> twin;  ///< a source that has the same text already

    [[nodiscard]] const model::Imported* transcript() const {
        return std::get_if<model::Imported>(read.content.get());
    }
    [[nodiscard]] const Unreadable* unreadable() const { return std::get_if<Unreadable>(read.content.get()); }
    [[nodiscard]] bool taken() const { return wanted && problem.empty(); }
};

/// What became of an import, in sentences.
struct ImportReport {
    std::string headline;
    std::vector<std::string> lines;
    std::vector<model::SourceId> sources;
};

/// What is to be imported, together, as one change.
class ImportPlan {
  public:
    explicit ImportPlan(const study::Study& study);

    /// Takes up files with proposals for who is who: from a table of participants among them, from sources
    /// of the same name that are there, from their names and labels.
    void add(const std::vector<ReadFile>& files);
    /// A file was read once more, in another encoding.
    void replace(std::size_t file, const ReadFile& read);
    /// Proposes the labels of a file anew, after another participant was named.
    void propose_labels(std::size_t file);
    /// Finds what stands in the way of each file.
    void judge();

    [[nodiscard]] std::vector<PlannedFile>& files() { return files_; }
    [[nodiscard]] const std::vector<PlannedFile>& files() const { return files_; }
    [[nodiscard]] std::size_t taken() const;
    /// Whether a file bears the name of a source that is there.
    [[nodiscard]] bool meets_known_names() const;
    [[nodiscard]] bool has_codings() const;

    bool update = false;      ///< sources that are there get the newer text
    bool mark_coded = false;  ///< for tables of codings

    /// Writes what is taken; `step` hears of each file. Throws Error where one cannot be; then nothing may be
    /// committed.
    ImportReport write(study::Edit& edit, const std::optional<std::string>& coder,
                       const std::function<void(std::size_t done)>& step) const;

  private:
    void propose(PlannedFile& file) const;
    [[nodiscard]] bool propose_from_table(PlannedFile& file) const;
    [[nodiscard]] bool propose_from_study(PlannedFile& file) const;
    [[nodiscard]] std::string problem_of(const PlannedFile& file, std::size_t place) const;

    const study::Study& study_;
    study::LabelHabits habits_;
    std::vector<model::Role> roles_;
    std::vector<model::Triad> triads_;
    std::vector<PlannedFile> files_;
};

}  // namespace ui
