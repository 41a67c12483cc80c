// SPDX-License-Identifier: GPL-3.0-or-later
// REFI-QDA codebooks. One that can be read can be written, and reads again as the same codes.
#include "exchange/refi/codebook.h"
#include "fuzz/fuzz_support.h"

namespace {

bool same(const model::Code& a, const model::Code& b) {
    return a.id == b.id && a.guid == b.guid && a.parent == b.parent && a.name == b.name &&
           a.colour == b.colour && a.codable == b.codable && a.exclusive == b.exclusive &&
           a.definition == b.definition && a.when == b.when && a.when_not == b.when_not &&
           a.example == b.example;
}

void check_round_trip(const model::Codebook& codebook, const char* language) {
    const std::string xml = exchange::codebook_xml(codebook, "fuzz", language);
    const auto again = exchange::read_codebook(fuzz::as_file(xml, "again.qdc"));
    fuzz::expect(again.losses.empty(), "what we write loses nothing");
    const auto& before = codebook.codes();
    const auto& after = again.codebook.codes();
    fuzz::expect(before.size() == after.size(), "as many codes come back");
    for (std::size_t i = 0; i < before.size(); ++i) {
        fuzz::expect(same(before[i], after[i]), "each code comes back as it was");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = fuzz::as_file(fuzz::bytes_of(data, size), "fuzz.qdc");
    exchange::ReadCodebook read;
    fuzz::may_refuse([&] { read = exchange::read_codebook(file); });
    if (read.codebook.empty()) return 0;
    // A refusal to write what was read is a fault: the exception ends the process.
    check_round_trip(read.codebook, "nl");
    check_round_trip(read.codebook, "en");
    return 0;
}
