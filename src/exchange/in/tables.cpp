// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/tables.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <set>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/in/csv.h"
#include "exchange/in/tables_attributes.h"
#include "model/attribute_value.h"

namespace exchange {

namespace {

/// A column by its English or Dutch name; it may be absent.
class Column {
  public:
    Column(const CsvTable& table, std::initializer_list<const char*> names)
        : table_(&table), name_(*names.begin()) {
        for (const char* name : names) {
            const auto found = table.column(name);
            if (!found) continue;
            if (index_) {
                throw base::Error(base::ErrorKind::bad_input,
                                  base::say("{}: the columns “{}” and “{}” mean the same.", table.file,
                                            table.header[*index_], table.header[*found]));
            }
            index_ = found;
        }
    }

    /// The column at a place that it has for certain.
    Column(const CsvTable& table, std::size_t index)
        : table_(&table), name_(table.header[index]), index_(index) {}

    [[nodiscard]] std::optional<std::size_t> index() const { return index_; }

    void require(const char* header_line) const {
        if (index_) return;
        throw base::Error(base::ErrorKind::bad_input,
                          base::say("{} has no column “{}”.", table_->file, name_),
                          base::say("The first line names the columns: {}.", header_line));
    }

    /// The field as it is; empty where the column is absent.
    [[nodiscard]] const std::string& raw(const CsvRow& row) const {
        static const std::string kNone;
        return index_ ? row.fields[*index_] : kNone;
    }
    [[nodiscard]] std::string value(const CsvRow& row) const { return std::string(base::trimmed(raw(row))); }

    [[nodiscard]] std::string required(const CsvRow& row) const {
        std::string found = value(row);
        if (found.empty()) refuse(row, base::tr("it is empty"));
        return found;
    }

    /// A whole number from `least` on, or nothing where the field is empty.
    [[nodiscard]] std::optional<std::int64_t> number(const CsvRow& row, std::int64_t least) const {
        const std::string digits = value(row);
        if (digits.empty()) return {};
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error != std::errc{} || end != digits.data() + digits.size() || number < least) {
            refuse(row, base::say("“{}” is not a whole number from {} on", digits, least));
        }
        return number;
    }

    /// Whether it says 1 or yes, as a boolean attribute does; an empty field does not.
    [[nodiscard]] bool yes(const CsvRow& row) const {
        const std::string found = value(row);
        if (found.empty() || found == "0") return false;
        if (found == "1") return true;
        const auto canonical = model::canonical_value(found, model::AttributeType::boolean);
        if (!canonical) refuse(row, base::say("“{}” is neither 1 nor 0", found));
        return *canonical == "true";
    }

    [[noreturn]] void refuse(const CsvRow& row, const std::string& what, const std::string& hint = {}) const {
        const std::string& shown = index_ ? table_->header[*index_] : name_;
        throw base::Error(base::ErrorKind::bad_input,
                          base::say("{}, line {}, column “{}”: {}.", table_->file, row.line, shown, what),
                          hint);
    }

  private:
    const CsvTable* table_;
    std::string name_;
    std::optional<std::size_t> index_;
};

/// Spreadsheets leave rows of nothing but separators behind.
bool is_empty(const CsvRow& row) {
    return std::all_of(row.fields.begin(), row.fields.end(),
                       [](const std::string& field) { return base::trimmed(field).empty(); });
}

/// One column of attributes: adds its name and type to the table and its values to the rows. `names` are
/// those of the attributes so far, in lower case.
void add_attribute(const CsvTable& csv, const std::vector<const CsvRow*>& rows, std::size_t column,
                   std::set<std::string>& names, ParticipantTable& table) {
    const AttributeHeader header = parse_attribute_header(csv.header[column]);
    std::vector<std::string> values;
    for (const CsvRow* row : rows) values.emplace_back(base::trimmed(row->fields[column]));
    const model::AttributeType type = header.type.value_or(inferred_type(values));
    const Column place(csv, column);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto value = values[i].empty() ? std::string{} : model::canonical_value(values[i], type);
        if (!value) place.refuse(*rows[i], base::say("“{}” is not {}", values[i], model::type_name(type)));
        table.rows[i].attributes.push_back(*value);
    }
    if (!names.insert(base::ascii_lower(header.name)).second) {
        throw base::Error(base::ErrorKind::bad_input,
                          base::say("{}: there are two columns “{}”.", csv.file, header.name));
    }
    table.attributes.emplace_back(header.name, type);
}

struct ParticipantColumns {
    Column file, participant, role, triad, speaker;

    explicit ParticipantColumns(const CsvTable& csv)
        : file(csv, {"file", "bestand"}),
          participant(csv, {"participant", "deelnemer"}),
          role(csv, {"role", "rol"}),
          triad(csv, {"triad", "triade"}),
          speaker(csv, {"speaker", "spreker"}) {
        file.require("file,participant,role,triad");
        participant.require("file,participant,role,triad");
    }

    [[nodiscard]] bool holds(std::size_t column) const {
        const auto columns = {&file, &participant, &role, &triad, &speaker};
        return std::any_of(columns.begin(), columns.end(),
                           [&](const Column* known) { return known->index() == column; });
    }

    [[nodiscard]] ParticipantRow read(const CsvRow& row) const {
        ParticipantRow result;
        result.line = row.line;
        result.file = file.required(row);
        result.triad = triad.value(row);
        result.speaker = speaker.value(row);
        result.role = role.value(row);
        if (result.role == "-") {
            if (result.speaker.empty()) {
                speaker.refuse(row,
                               base::tr("it is empty, but the role “-” is for the label of an interviewer"));
            }
            result.role.clear();
            result.interviewer = true;
        } else {
            result.participant = participant.required(row);
        }
        return result;
    }
};

constexpr std::int64_t kMostRounds = 1000;

struct CodingColumns {
    Column source, begin, end, quote, code, coder, created, turn, speaker, memo, star, round;

    explicit CodingColumns(const CsvTable& csv)
        : source(csv, {"source", "bron"}),
          begin(csv, {"begin"}),
          end(csv, {"end", "einde"}),
          quote(csv, {"quote", "citaat"}),
          code(csv, {"code"}),
          coder(csv, {"coder", "codeur"}),
          created(csv, {"created", "gemaakt"}),
          turn(csv, {"turn", "beurt"}),
          speaker(csv, {"speaker", "spreker"}),
          memo(csv, {"memo"}),
          star(csv, {"star", "ster"}),
          round(csv, {"round", "ronde"}) {
        source.require("source,begin,end,quote,code,coder,created");
        code.require("source,begin,end,quote,code,coder,created");
    }

    [[nodiscard]] CodingRow read(const CsvRow& row) const {
        CodingRow result;
        result.line = row.line;
        result.source = source.required(row);
        result.code = code.required(row);
        result.begin = begin.number(row, 0);
        result.end = end.number(row, 0);
        if (result.begin && !result.end) end.refuse(row, base::tr("it is empty, but there is a begin"));
        if (result.end && !result.begin) begin.refuse(row, base::tr("it is empty, but there is an end"));
        if (result.begin && *result.begin >= *result.end) {
            end.refuse(row, base::say("the end {} is not behind the begin {}", *result.end, *result.begin));
        }
        // A quote is searched for as it stands; blanks at its ends may be part of the passage.
        if (!base::trimmed(quote.raw(row)).empty()) result.quote = quote.raw(row);
        result.coder = coder.value(row);
        result.created = time(row);
        result.turn = turn.number(row, 1);
        result.speaker = speaker.value(row);
        result.memo = memo.value(row);
        result.star = star.yes(row);
        result.round = round.number(row, 1);
        if (result.round > kMostRounds) {
            round.refuse(row, base::say("nobody codes a source more than {} times", kMostRounds));
        }
        return result;
    }

  private:
    /// ISO 8601: a date, or a date with a time in it, with or without seconds and a zone.
    [[nodiscard]] std::string time(const CsvRow& row) const {
        const std::string found = created.value(row);
        const std::string date = found.substr(0, 10);
        const bool is_date = model::canonical_value(date, model::AttributeType::date) == date;
        const bool has_time =
            found.size() >= 16 && (found[10] == 'T' || found[10] == ' ') && found[13] == ':';
        if (!found.empty() && !(is_date && (found.size() == 10 || has_time))) {
            created.refuse(row, base::say("“{}” is not a time such as 2026-11-22T17:36:54Z", found));
        }
        return found;
    }
};

}  // namespace

ParticipantTable read_participants(const std::filesystem::path& path) {
    const CsvTable csv = read_csv(path);
    const ParticipantColumns columns(csv);
    ParticipantTable table;
    table.file = csv.file;
    std::vector<const CsvRow*> rows;
    for (const CsvRow& row : csv.rows) {
        if (is_empty(row)) continue;
        rows.push_back(&row);
        table.rows.push_back(columns.read(row));
    }
    std::set<std::string> names;
    for (std::size_t column = 0; column < csv.header.size(); ++column) {
        if (!columns.holds(column)) add_attribute(csv, rows, column, names, table);
    }
    return table;
}

CodingTable read_codings(const std::filesystem::path& path) {
    const CsvTable csv = read_csv(path);
    const CodingColumns columns(csv);
    CodingTable table{csv.file, {}};
    for (const CsvRow& row : csv.rows) {
        if (!is_empty(row)) table.rows.push_back(columns.read(row));
    }
    return table;
}

}  // namespace exchange
