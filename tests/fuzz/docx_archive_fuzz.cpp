// SPDX-License-Identifier: GPL-3.0-or-later
// Whole Word documents: the archive, its parts and their relations.
#include "fuzz/docx_check.h"
#include "fuzz/fuzz_support.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::check_docx(fuzz::as_file(fuzz::bytes_of(data, size), "fuzz.docx"));
    return 0;
}
