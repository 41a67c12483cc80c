// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/beside_search.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <stdexcept>

#include "search/contents.h"
#include "search/words.h"
#include "study/sources.h"
#include "text/pattern.h"

namespace bench {

namespace {

double timed(const std::function<void()>& work) {
    const double begin = processor_time();
    work();
    return processor_time() - begin;
}

/// Where the words of one operand stand in the documents: document and position, in order.
using Positions = std::vector<std::pair<Xapian::docid, Xapian::termpos>>;

Positions positions_of(const Xapian::Database& database, const Forms& forms,
                       const std::vector<Xapian::docid>& documents) {
    Positions all;
    for (const auto& form : forms) {
        auto posting = database.postlist_begin(form);
        for (const auto document : documents) {
            posting.skip_to(document);
            if (posting == database.postlist_end(form)) break;
            if (*posting != document) continue;
            for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at)
                all.emplace_back(document, *at);
        }
    }
    if (forms.size() > 1) std::sort(all.begin(), all.end());
    return all;
}

void check(int result, sqlite3* database) {
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
        throw std::runtime_error(sqlite3_errmsg(database));
}

sqlite3* opened(const std::filesystem::path& file) {
    sqlite3* database = nullptr;
    check(sqlite3_open(file.c_str(), &database), database);
    return database;
}

}  // namespace

double processor_time() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double bare_index(const study::Study& study, const std::filesystem::path& folder) {
    constexpr text::Position kDocument = 16'000, kCommit = 16'000'000;
    double spent = 0;
    text::Position written = 0;
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    for (const auto& source : study::sources::all(study)) {
        const auto text = study::sources::text(study, source.text);
        const auto units = search::units_of(text, source.turns);
        for (std::size_t unit = 0; unit < units.size();) {
            std::vector<std::string> terms;
            text::Position characters = 0;
            const std::size_t first = unit;
            for (; unit < units.size() &&
                   (unit == first || characters + units[unit].body.length() <= kDocument);
                 ++unit) {
                characters += units[unit].body.length();
                search::each_word(text, units[unit].body, [&](const text::Span&, std::string_view word) {
                    terms.push_back(search::term_of(word));
                });
            }
            spent += timed([&] {
                Xapian::Document document;
                Xapian::termpos position = 0;
                for (const auto& term : terms) document.add_posting(term, ++position);
                database.add_document(document);
            });
        }
        if ((written += text.size()) < kCommit) continue;
        spent += timed([&] { database.commit(); });
        written = 0;
    }
    return spent + timed([&] { database.commit(); });
}

std::int64_t bare_words(const Xapian::Database& database, const Forms& forms) {
    std::int64_t count = 0;
    for (const auto& form : forms) {
        for (auto posting = database.postlist_begin(form); posting != database.postlist_end(form);
             ++posting) {
            for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at) ++count;
        }
    }
    return count;
}

std::int64_t bare_pairs(const Xapian::Database& database, const Forms& first, const Forms& second,
                        int distance) {
    using Xapian::Query;
    Xapian::Enquire enquire(database);
    enquire.set_query(Query(Query::OP_OR, first.begin(), first.end()) &
                      Query(Query::OP_OR, second.begin(), second.end()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const auto found = enquire.get_mset(0, database.get_doccount());
    std::vector<Xapian::docid> documents;
    for (auto one = found.begin(); one != found.end(); ++one) documents.push_back(*one);
    std::sort(documents.begin(), documents.end());
    const auto before = positions_of(database, first, documents);
    const auto after = positions_of(database, second, documents);
    std::int64_t count = 0;
    for (std::size_t a = 0, b = 0; a < before.size() && b < after.size();) {
        const bool one_first = before[a] < after[b];
        const auto& left = one_first ? before[a] : after[b];
        const auto& right = one_first ? after[b] : before[a];
        if (left.first == right.first) {
            const auto apart = static_cast<std::int64_t>(right.second) - left.second;
            if (distance == 0 ? one_first && apart == 1 : apart <= distance) ++count;
        }
        (one_first ? a : b) += 1;
    }
    return count;
}

FullText::FullText(const study::Study& study, const std::filesystem::path& file)
    : database_(opened(file), sqlite3_close) {
    const auto run = [&](const char* sql) {
        check(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr), database_.get());
    };
    run("CREATE VIRTUAL TABLE turn USING fts5(text, role UNINDEXED, tokenize='unicode61 "
        "remove_diacritics 2')");
    run("BEGIN");
    sqlite3_stmt* insert = nullptr;
    check(sqlite3_prepare_v2(database_.get(), "INSERT INTO turn VALUES (?, ?)", -1, &insert, nullptr),
          database_.get());
    const auto contents = search::Contents::load(study);
    for (const auto& source : contents.sources) {
        const auto text = study::sources::text(study, source.text);
        for (std::size_t i = 0; i < source.turns.size(); ++i) {
            const auto body = text.view({source.turns[i].body, source.turns[i].span.end});
            std::string role;
            for (const auto voice : search::voices_of(source, static_cast<std::int32_t>(i)))
                role = contents.role(contents.participant(voice)->role)->name;
            sqlite3_bind_text(insert, 1, body.data(), static_cast<int>(body.size()), SQLITE_TRANSIENT);
            sqlite3_bind_text(insert, 2, role.data(), static_cast<int>(role.size()), SQLITE_TRANSIENT);
            check(sqlite3_step(insert), database_.get());
            sqlite3_reset(insert);
        }
    }
    sqlite3_finalize(insert);
    run("COMMIT");
}

std::int64_t FullText::run(const std::string& sql, const std::string& query, const std::string& role) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr), database_.get());
    sqlite3_bind_text(statement, 1, query.data(), static_cast<int>(query.size()), SQLITE_TRANSIENT);
    if (!role.empty())
        sqlite3_bind_text(statement, 2, role.data(), static_cast<int>(role.size()), SQLITE_TRANSIENT);
    std::int64_t rows = 0, value = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        value = sqlite3_column_int64(statement, 0);
        ++rows;
    }
    sqlite3_finalize(statement);
    return std::max(rows, value);
}

std::int64_t FullText::count(const std::string& query, const std::string& role) {
    return run(
        std::string("SELECT count(*) FROM turn WHERE turn MATCH ?") + (role.empty() ? "" : " AND role = ?"),
        query, role);
}

std::int64_t FullText::first(const std::string& query, const std::string& role) {
    return run(std::string("SELECT 1, snippet(turn, 0, '[', ']', '…', 20) FROM turn WHERE turn MATCH ?") +
                   (role.empty() ? "" : " AND role = ?") + " LIMIT 50",
               query, role);
}

std::int64_t scan(const study::Study& study, const std::string& expression, std::int64_t most) {
    text::Pattern pattern(expression, std::chrono::minutes(2));
    std::int64_t count = 0;
    for (const auto& source : study::sources::all(study)) {
        const auto text = study::sources::text(study, source.text);
        count += static_cast<std::int64_t>(pattern.matches(text.utf8()).size());
        if (count >= most) break;
    }
    return count;
}

}  // namespace bench
