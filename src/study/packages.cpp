// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/packages.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ctime>

#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"
#include "db/transaction.h"
#include "study/opening.h"
#include "study/row.h"
#include "study/settings.h"

namespace study::packages {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

constexpr int kPackagesSince = 3;

/// Copies of a study have numbers from 1; with so many, two that were drawn are seldom the same, and merging
/// does not rely on it.
constexpr std::int64_t kMostCopies = (std::int64_t{1} << 20) - 1;

std::int64_t random_copy() {
    const auto guid = base::Guid::random();
    std::int64_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | guid.bytes[i];
    return number % kMostCopies + 1;
}

/// Fills an empty database from the study, which is attached as `whole`.
class Writer {
  public:
    Writer(const db::Database& database, const Study& study, const Contents& contents)
        : database_(database), study_(study), contents_(contents) {}

    void run() {
        database_.prepare("ATTACH ?1 AS whole").run(study_.path().string());
        db::Transaction transaction(database_);
        database_.execute(
            fmt::format("PRAGMA application_id={}; PRAGMA user_version={};", kApplicationId, kVersion));
        database_.execute(schema_sql());
        choose();
        copy("setting", fmt::format("name IN ('{}', '{}', '{}', '{}')", settings::kName, settings::kLanguage,
                                    settings::kBlind, settings::kQuotationTemplate));
        copy("source", "id IN (SELECT id FROM temp.chosen)");
        copy("speaker", "source IN (SELECT id FROM temp.chosen)");
        copy("source_participant", "source IN (SELECT id FROM temp.chosen)");
        copy("speaker_participant", "speaker IN (SELECT id FROM main.speaker)");
        copy("participant",
             "id IN (SELECT participant FROM main.source_participant UNION"
             " SELECT participant FROM main.speaker_participant)");
        copy("role", "1");
        copy("triad", "id IN (SELECT triad FROM main.participant)");
        copy("attribute", "1");
        copy("attribute_value", "participant IN (SELECT id FROM main.participant)");
        copy("code", "1");
        copy_own_work();
        copy("text", "id IN (SELECT text FROM main.source UNION SELECT text FROM main.coding)");
        say_what_it_is();
        database_.execute("DROP TABLE temp.chosen");
        transaction.commit();
        database_.execute("DETACH whole");
    }

  private:
    void choose() {
        database_.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY)");
        db::Statement insert = database_.prepare("INSERT OR IGNORE INTO temp.chosen VALUES (?1)");
        for (const auto source : contents_.sources) insert.run(source.value);
    }

    void copy(const std::string& table, const std::string& which) {
        std::string columns;
        for (const auto& column : database_.columns(table)) {
            columns += fmt::format("{}\"{}\"", columns.empty() ? "" : ", ", column);
        }
        database_.execute(fmt::format("INSERT INTO main.{0} ({1}) SELECT {1} FROM whole.{0} WHERE {2}", table,
                                      columns, which));
    }

    void copy_own_work() {
        const std::string own = fmt::format("coder = {}", contents_.coder.value);
        copy("coder", fmt::format("id = {}", contents_.coder.value));
        copy("mark", own + " AND source IN (SELECT id FROM temp.chosen)");
        copy("coding", own + " AND layer > 0 AND source IN (SELECT id FROM temp.chosen)");
        copy("memo", own +
                         " AND CASE about WHEN 'source' THEN target IN (SELECT id FROM main.source)"
                         " WHEN 'coding' THEN target IN (SELECT id FROM main.coding)"
                         " WHEN 'participant' THEN target IN (SELECT id FROM main.participant) ELSE 1 END");
    }

    void say_what_it_is() {
        database_.prepare("INSERT INTO identity VALUES (?1, ?2, 100, ?3, ?4)")
            .run(study_.guid().bytes, random_copy(), std::time(nullptr), "trialogue " TRIALOGUE_VERSION);
        db::Statement coder = database_.prepare("SELECT guid FROM main.coder");
        coder.step();
        database_.prepare("INSERT INTO package VALUES (?1, ?2, ?3, zeroblob(32))")
            .run(row::guid(coder, 0).bytes, std::time(nullptr), contents_.frozen);
    }

    const db::Database& database_;
    const Study& study_;
    const Contents& contents_;
};

/// The fingerprint can be taken of a study only: the package's is written when it is one.
void sign(const std::filesystem::path& path) {
    base::Digest fingerprint{};
    {
        const auto made = Study::open(path, Access::snapshot);
        fingerprint = packages::fingerprint(*made, *made);
    }
    const db::Database database(path, db::Access::write);
    database.prepare("UPDATE package SET fingerprint = ?1").run(fingerprint);
}

}  // namespace

std::optional<Info> of(const Study& study) {
    if (study.version() < kPackagesSince) return std::nullopt;
    db::Statement row = study.database().prepare("SELECT coder, made, frozen, fingerprint FROM package");
    if (!row.step()) return std::nullopt;
    Info info;
    info.coder = row::guid(row, 0);
    info.made = row.integer(1);
    info.frozen = row.integer(2) != 0;
    const db::Blob bytes = row.blob(3);
    if (bytes.size() == info.fingerprint.size())
        std::copy(bytes.begin(), bytes.end(), info.fingerprint.begin());
    return info;
}

base::Digest fingerprint(const Study& study, const Study& within) {
    std::string told;
    const auto add = [&](const db::Statement& row, int columns) {
        for (int column = 0; column < columns; ++column) {
            const db::Blob bytes = row.blob(column);
            told += std::to_string(bytes.size()) + ":";
            told.append(bytes.begin(), bytes.end());
        }
    };
    db::Statement known = within.database().prepare("SELECT 1 FROM source WHERE guid = ?1");
    db::Statement source = study.database().prepare(
        "SELECT source.guid, text.hash FROM source JOIN text ON text.id = source.text ORDER BY source.guid");
    while (source.step()) {
        known.bind(source.blob(0));
        if (known.step()) add(source, 2);
    }
    db::Statement code = study.database().prepare(
        "SELECT code.guid, above.guid, code.name, code.codable, code.exclusive, code.definition, "
        "code.\"when\","
        " code.when_not, code.example FROM code LEFT JOIN code above ON above.id = code.parent"
        " ORDER BY code.guid");
    constexpr int kCodeColumns = 9;
    while (code.step()) add(code, kCodeColumns);
    return base::digest_of(told);
}

void check_codebook_open(const Study& study) {
    const auto info = of(study);
    if (!info || !info->frozen) return;
    throw Error(ErrorKind::conflict, tr("The codebook of this package is to stay as it is."),
                tr("Write a memo about what is missing; the codebook is changed in the main study."));
}

void write(const Study& study, const Contents& contents, const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        throw Error(ErrorKind::conflict, say("{} exists already.", path.string()),
                    tr("Choose another name, or remove that file first."));
    }
    if (study.version() < kVersion) {
        throw Error(ErrorKind::conflict,
                    say("{} was made by an older Trialogue and must be brought up to date first.",
                        study.path().filename().string()),
                    tr("Open it to write, then make the package."));
    }
    base::replace_file(path, [&](const std::filesystem::path& temporary) {
        // Made before SQLite would make it for everybody to read.
        const int file =
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (file >= 0) ::close(file);
        {
            const db::Database database(temporary, db::Access::create);
            Writer(database, study, contents).run();
        }
        sign(temporary);
    });
}

}  // namespace study::packages
