// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace house {

/// One entry of a gettext catalogue or template.
struct Sentence {
    std::string one;
    std::string many;                     ///< empty where the sentence has no plural
    std::vector<std::string> translated;  ///< one form, or one for each number
    bool fuzzy = false;
};

struct Catalogue {
    std::map<std::string, Sentence> sentences;  ///< by `one`; without the header
    bool has_obsolete = false;
};

/// Reads the text of a .po or .pot file as gettext writes it.
[[nodiscard]] Catalogue parse_catalogue(std::string_view text);

/// What is wrong with a catalogue of the sentences of `sources`, a sentence for each fault.
[[nodiscard]] std::vector<std::string> faults(const Catalogue& sources, const Catalogue& catalogue);

}  // namespace house
