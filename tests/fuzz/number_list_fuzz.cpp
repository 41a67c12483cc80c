// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of positions in a study file, which may be damaged.
#include "fuzz/fuzz_support.h"
#include "study/number_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::may_refuse([&] {
        const auto numbers = study::from_list(fuzz::bytes_of(data, size));
        fuzz::expect(study::from_list(study::to_list(numbers)) == numbers, "a list comes back as it was");
    });
    return 0;
}
