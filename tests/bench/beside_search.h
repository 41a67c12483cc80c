// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>
#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "study/study.h"

/// What bench_search measures ours beside: Xapian without anything around it, SQLite's FTS5, and reading
/// every text.
namespace bench {

/// The milliseconds that the processor has worked for this program, its system calls included.
double processor_time();

using Forms = std::vector<std::string>;

/// The same documents with the same terms and positions, and nothing else. Returns the milliseconds that
/// Xapian alone took.
double bare_index(const study::Study& study, const std::filesystem::path& folder);

/// Goes through the postings and positions of words, as counting every hit has to. Returns how many there
/// are.
std::int64_t bare_words(const Xapian::Database& database, const Forms& forms);

/// Lets Xapian match the documents with both words, and checks all positions in them: words next to each
/// other in this order for distance 0, or at most `distance` apart in any order. Returns how many pairs there
/// are.
std::int64_t bare_pairs(const Xapian::Database& database, const Forms& first, const Forms& second,
                        int distance);

/// Turns in a table of FTS5 (unicode61, without accents), with the role of who speaks.
class FullText {
  public:
    FullText(const study::Study& study, const std::filesystem::path& file);

    /// The turns that fulfil an FTS5 query, counted; of a role alone where one is given.
    std::int64_t count(const std::string& query, const std::string& role = {});
    /// The first 50 of them with their context.
    std::int64_t first(const std::string& query, const std::string& role = {});

  private:
    std::int64_t run(const std::string& sql, const std::string& query, const std::string& role);

    std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_;
};

/// Reads the texts one after the other and looks for a regular expression, as programs without an index do,
/// up to `most` matches. Returns how many there are.
std::int64_t scan(const study::Study& study, const std::string& expression, std::int64_t most);

}  // namespace bench
