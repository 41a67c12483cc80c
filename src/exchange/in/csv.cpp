// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/csv.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/csv_guard.h"
#include "text/encoding.h"

namespace exchange {

namespace {

constexpr std::uintmax_t kLargestCsv = 256'000'000;
/// Short rows are filled up, so that a small file with thousands of columns could take all memory.
constexpr std::size_t kMostFields = 20'000'000;

[[noreturn]] void refuse(const std::string& sentence) {
    throw base::Error(base::ErrorKind::bad_input, sentence);
}

/// The text of the file as UTF-8 with LF line ends.
std::string decoded(std::string_view bytes, const std::string& file) {
    text::Decoded result;
    try {
        result = text::decode(bytes);
    } catch (const base::Error& error) {
        throw base::Error(error.kind(), base::say("{} could not be read. {}", file, error.what()),
                          base::tr("Save the table as CSV, and import that."));
    }
    if (result.replaced > 0) {
        throw base::Error(base::ErrorKind::bad_input,
                          base::say("{} holds bytes that are no characters in {}.", file, result.encoding),
                          base::tr("Save the table as CSV in UTF-8, and import that."));
    }
    return std::move(result.utf8);
}

/// Takes off the apostrophe by which csv_field() keeps spreadsheets from reading a formula.
void take_off_guard(std::string& field) {
    if (field.starts_with('\'') && looks_like_formula(field)) field.erase(0, 1);
}

/// Reads record after record.
class Parser {
  public:
    Parser(std::string_view utf8, std::string file)
        : utf8_(utf8), file_(std::move(file)), separator_(chosen_separator()) {}

    /// The next record that is not a blank line; false at the end of the file.
    bool read(CsvRow& row) {
        while (at_ < utf8_.size() && utf8_[at_] == '\n') next_line();
        if (at_ >= utf8_.size()) return false;
        row = {line_, {}};
        do {
            row.fields.push_back(read_field());
        } while (take(separator_));
        if (at_ < utf8_.size()) next_line();
        return true;
    }

  private:
    /// What Excel's first line `sep=;` says, or the commonest of the three in the header outside quotes.
    char chosen_separator() {
        if (utf8_.starts_with("sep=") && utf8_.size() > 4 && (utf8_.size() == 5 || utf8_[5] == '\n')) {
            at_ = 5;
            return utf8_[4];
        }
        constexpr std::string_view kSeparators = ",;\t";
        std::array<int, kSeparators.size()> counts{};
        bool quoted = false;
        const std::size_t header = utf8_.find_first_not_of('\n');
        for (std::size_t at = std::min(header, utf8_.size()); at < utf8_.size(); ++at) {
            if (utf8_[at] == '"') quoted = !quoted;
            if (quoted) continue;
            if (utf8_[at] == '\n') break;
            const std::size_t which = kSeparators.find(utf8_[at]);
            if (which != std::string_view::npos) ++counts[which];
        }
        const auto most = std::max_element(counts.begin(), counts.end());
        return kSeparators[static_cast<std::size_t>(most - counts.begin())];
    }

    bool take(char c) {
        if (at_ >= utf8_.size() || utf8_[at_] != c) return false;
        ++at_;
        return true;
    }

    void next_line() {
        ++at_;
        ++line_;
    }

    std::string read_field() {
        std::string field;
        while (at_ < utf8_.size() && utf8_[at_] != separator_ && utf8_[at_] != '\n') {
            // A quote opens only at the head of a field; people put blanks before it.
            if (utf8_[at_] == '"' && base::trimmed(field).empty()) {
                field = read_quoted();
                continue;
            }
            field += utf8_[at_++];
        }
        take_off_guard(field);
        return field;
    }

    std::string read_quoted() {
        const std::size_t opened = line_;
        std::string content;
        ++at_;
        for (;;) {
            if (at_ >= utf8_.size()) {
                throw base::Error(base::ErrorKind::bad_input,
                                  base::say("{}, line {}: the quotation mark that opens here is not closed.",
                                            file_, opened),
                                  base::tr("A quotation mark within a quoted field is written twice."));
            }
            if (take('"')) {
                if (!take('"')) return content;
                content += '"';
                continue;
            }
            content += utf8_[at_];
            if (utf8_[at_] == '\n') ++line_;
            ++at_;
        }
    }

    std::string_view utf8_;
    std::string file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    char separator_;
};

void check_header(const CsvTable& table, std::size_t line) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const std::string& name = table.header[i];
        if (name.empty()) {
            refuse(base::say("{}, line {}: the name of column {} is missing.", table.file, line, i + 1));
        }
        if (!seen.insert(base::ascii_lower(name)).second) {
            refuse(base::say("{}, line {}: there are two columns “{}”.", table.file, line, name));
        }
    }
}

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    const std::string wanted = base::ascii_lower(name);
    const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& other) {
        return base::ascii_lower(other) == wanted;
    });
    if (found == header.end()) return {};
    return static_cast<std::size_t>(found - header.begin());
}

CsvTable parse_csv(std::string_view bytes, const std::string& file_name) {
    const std::string utf8 = decoded(bytes, file_name);
    Parser parser(utf8, file_name);
    CsvTable table{file_name, {}, {}};
    CsvRow row;
    if (!parser.read(row))
        refuse(base::say("{} is empty: it has no line with the names of columns.", file_name));
    for (const std::string& name : row.fields) table.header.emplace_back(base::trimmed(name));
    check_header(table, row.line);
    while (parser.read(row)) {
        if (row.fields.size() > table.header.size()) {
            refuse(base::say("{}, line {}: the row has {} fields, but there are {} columns.", file_name,
                             row.line, row.fields.size(), table.header.size()));
        }
        if ((table.rows.size() + 1) * table.header.size() > kMostFields) {
            refuse(base::say("{}, line {}: the table is too large: {} columns in more than {} rows.",
                             file_name, row.line, table.header.size(), table.rows.size()));
        }
        row.fields.resize(table.header.size());
        table.rows.push_back(std::move(row));
    }
    return table;
}

CsvTable read_csv(const std::filesystem::path& path) {
    return parse_csv(base::read_file(path, kLargestCsv), path.string());
}

}  // namespace exchange
