// SPDX-License-Identifier: GPL-3.0-or-later
// participants.csv and tables of codings: the same bytes are given to both readers.
#include "exchange/in/tables.h"
#include "exchange/in/tables_attributes.h"
#include "fuzz/fuzz_support.h"
#include "model/attribute_value.h"

namespace {

void check(const exchange::ParticipantTable& table) {
    for (const auto& row : table.rows) {
        fuzz::expect(!row.file.empty(), "a row names a file");
        fuzz::expect(row.interviewer || !row.participant.empty(),
                     "a row is about a participant or an interviewer");
        fuzz::expect(row.attributes.size() == table.attributes.size(), "a row has all attributes");
        for (std::size_t i = 0; i < row.attributes.size(); ++i) {
            const auto& value = row.attributes[i];
            fuzz::expect(value.empty() || model::canonical_value(value, table.attributes[i].second) == value,
                         "a value is canonical");
        }
    }
}

void check(const exchange::CodingTable& table) {
    for (const auto& row : table.rows) {
        fuzz::expect(!row.source.empty() && !row.code.empty(), "a coding has a source and a code");
        fuzz::expect(row.begin.has_value() == row.end.has_value(), "begin and end are both there or neither");
        fuzz::expect(!row.begin || (0 <= *row.begin && *row.begin < *row.end), "the passage is not empty");
        fuzz::expect(!row.turn || *row.turn >= 1, "turns count from 1");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = fuzz::as_file(fuzz::bytes_of(data, size), "fuzz.csv");
    fuzz::may_refuse([&] { check(exchange::read_participants(file)); });
    fuzz::may_refuse([&] { check(exchange::read_codings(file)); });
    return 0;
}
