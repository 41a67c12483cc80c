// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "cli/console.h"
#include "search/expansion.h"
#include "search/search.h"

namespace cli {

/// How hits become codings: the code, whose codings they are, how far each hit is widened.
struct HitCoding {
    std::string code, coder;
    std::string expand = "hit";  ///< hit, word, sentence, turn, or a number of words
};

/// Reads what --expand says. Throws Error(usage).
[[nodiscard]] search::Expansion expansion_of(const std::string& expand);

/// Puts the code on all hits in transcripts, as one change of the study, and prints how many there were.
void code_hits(study::Study& study, search::Search& search, const search::Prepared& query,
               const HitCoding& how, bool json);

/// Lists the searches that the study keeps.
void print_saved(const study::Study& study, bool json);

}  // namespace cli
