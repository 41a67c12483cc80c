// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "search/index.h"
#include "search/seen_words.h"

/// What is behind search::Index: the database, and what of it is kept in memory.
namespace search {

/// What the index knows of one source.
struct IndexedSource {
    struct Document {
        Xapian::docid id = 0;
        std::uint64_t hash = 0;  ///< of the texts of its units
        std::size_t first = 0;   ///< units, half-open
        std::size_t past = 0;
    };
    model::TextId text;
    std::uint64_t turns = 0;  ///< hash of where its turns lie
    std::vector<Unit> units;
    std::vector<Document> documents;

    [[nodiscard]] std::int32_t first_word(const Document& document) const {
        return document.first == document.past ? 0 : units[document.first].first;
    }
    [[nodiscard]] std::int32_t past_word(const Document& document) const {
        return document.first == document.past ? 0 : units[document.past - 1].past;
    }
};

struct Index::Store {
    Store(std::filesystem::path where, const Stemmer& stems) : folder(std::move(where)), stemmer(stems) {}

    std::filesystem::path folder;
    const Stemmer& stemmer;
    std::unique_ptr<Xapian::WritableDatabase> writer;  ///< nothing where another program writes
    Xapian::Database database;                         ///< the writer, or a view of what was committed
    std::map<model::SourceId, IndexedSource> sources;
    SeenWords known;                      ///< terms whose forms were written, while it is written
    std::vector<std::string> vocabulary;  ///< all terms in order, once asked for
    std::string revision;                 ///< "n guid" of the state that it holds
    std::string trouble;

    /// Reads what the index says of its sources. Throws where it is of another study, history or rules.
    void load(study::Study& study);
    /// Lets go of the database and, where this program writes it, removes it from the disk.
    void give_up() noexcept;
    [[nodiscard]] const std::vector<std::string>& terms();
};

/// "n GUID" of the study's newest revision.
[[nodiscard]] std::string revision_of(study::Study& study);

[[nodiscard]] std::uint64_t hash_of(const std::vector<model::Turn>& turns);
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);

[[nodiscard]] std::string packed(const IndexedSource& source);
/// Throws std::runtime_error where the bytes are no such thing.
[[nodiscard]] IndexedSource unpacked(std::string_view bytes);

inline constexpr const char* kStudyKey = "study";
inline constexpr const char* kRevisionKey = "revision";
inline constexpr const char* kRulesKey = "rules";
inline constexpr const char* kSourcePrefix = "s";
[[nodiscard]] std::string source_key(model::SourceId source);
[[nodiscard]] std::string source_term(model::SourceId source);
[[nodiscard]] std::string rules_of(const Stemmer& stemmer);

}  // namespace search
