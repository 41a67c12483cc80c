// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "search/algebra.h"
#include "search/plan.h"
#include "search/scanner.h"
#include "search/stemming.h"
#include "search/words.h"
#include "study/study.h"

namespace search {

/// The folder for indexes: $XDG_CACHE_HOME/trialogue or ~/.cache/trialogue. Nothing where neither is said.
[[nodiscard]] std::optional<std::filesystem::path> index_folder();

/// Where the words of a study stand, kept on disk by Xapian beside no study but in the user's cache. It is a
/// cache: it may be deleted at any time, and whatever is wrong with it, it is thrown away and built anew.
///
/// What it holds, and why:
///   * a document for each run of whole turns of about 16,000 characters (a longer turn is not split): there
///     are few lists of positions then, and one edit touches one document (docs/performance.md). Its terms
///     are folded words with their positions in the document, from 1; its data are the gaps and lengths of
///     the words, so that characters are known from positions; its boolean term Q<source> finds what belongs
///     to a source;
///   * stems are no terms: the synonyms of a stemmer's key are the words that have it, but for the key
///     itself. So a word of a query becomes an OR of the words of the texts, and phrases and nearness know
///     all forms;
///   * a metadata entry s<source> for each source: which version of its text it was, its units and documents;
///   * metadata `study`, `revision`, `rules`: of what state of what study it is, and by which rules it was
///     made. An index of another study, of a revision that is not in the study's history, or of other rules
///     is none.
class Index {
  public:
    /// Opens the index of a study in `folder`/GUID, or begins a new one. Never throws for what is wrong with
    /// the index. Nothing where there cannot be one: no folder, no right to write, another program builds it
    /// for the first time.
    static std::unique_ptr<Index> open(study::Study& study, const std::filesystem::path& folder,
                                       const Stemmer& stemmer);
    /// The same as it is on disk, beside another Index that keeps it; nothing where there is none for the
    /// study.
    static std::unique_ptr<Index> open_to_read(study::Study& study, const std::filesystem::path& folder,
                                               const Stemmer& stemmer);
    ~Index();
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    /// Removes the index of a study.
    static void remove(const base::Guid& study, const std::filesystem::path& folder);

    /// Takes up the sources that are new or changed and lets go of those that are gone, for at most `budget`
    /// of time (but at least one source). True where it is current after it. Another program that holds the
    /// index, or a disk that refuses, leaves it as it is.
    bool update(study::Study& study, const std::vector<model::Source>& sources,
                std::chrono::milliseconds budget = std::chrono::hours(24),
                const base::Progress& progress = {});

    /// True where the index knows this version of the source.
    [[nodiscard]] bool covers(const model::Source& source) const;
    /// Why update() stopped, in the words of Xapian or of the system; empty where it did not.
    [[nodiscard]] const std::string& trouble() const;

    /// The words of the texts that a term means.
    [[nodiscard]] std::vector<std::string> forms(const Term& term);
    /// Words of the texts that begin so, the more frequent first, at most `most`.
    [[nodiscard]] std::vector<std::string> words_with(std::string_view prefix, std::size_t most);
    /// Words of the texts near one that does not stand there, the more frequent first.
    [[nodiscard]] std::vector<std::string> proposals(const std::string& term);

    /// What a plan can be evaluated on, source by source.
    struct Found {
        model::SourceId source;
        const std::vector<Unit>* units = nullptr;
        std::vector<Stretches> terms;  ///< measured in words; empty lists for what is not in transcripts
    };
    /// Looks the terms of a plan up in sources that covers() knows. What cannot hold a hit is left out.
    [[nodiscard]] std::vector<Found> look_up(const Plan& plan,
                                             const std::vector<std::vector<std::string>>& forms,
                                             const std::vector<model::SourceId>& sources);
    /// How many documents a source has.
    [[nodiscard]] std::size_t documents(model::SourceId source) const;
    /// Where the words of one source stand in its text, read document by document as they are asked for.
    class Places {
      public:
        /// Of a source that covers() knows. The index must outlive it.
        Places(Index& index, model::SourceId source) : index_(index), source_(source) {}

        [[nodiscard]] WordPlace operator[](std::size_t word);
        [[nodiscard]] const std::vector<WordPlace>& all();

      private:
        Index& index_;
        model::SourceId source_;
        std::vector<std::vector<WordPlace>> documents_;  ///< as far as they were read
        std::vector<WordPlace> all_;
    };

  private:
    struct Store;
    /// Adds the places of the words of one document, the n-th of its source.
    void read_places(model::SourceId source, std::size_t document, std::vector<WordPlace>& places);
    /// Which document of its source holds a word, and the number of its first word.
    [[nodiscard]] std::pair<std::size_t, std::size_t> document_of(model::SourceId source,
                                                                  std::size_t word) const;

    explicit Index(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

/// The index was found damaged while it was read; it has been given up, and the texts must be scanned.
class IndexGone : public std::exception {};

}  // namespace search
