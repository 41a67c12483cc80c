// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/codebook.h"

namespace exchange {

/// A codebook read from a .qdc file, and what of the file could not be kept.
struct ReadCodebook {
    model::Codebook codebook;
    std::vector<std::string> losses;  ///< sentences
    std::string language;  ///< "nl" or "en": of the labels in its descriptions; empty where there are none
};

/// Reads a REFI-QDA codebook (.qdc, any of the namespaces met in the wild, matched on local names; also
/// files with empty Sets). When, when not and example are taken from the Description where our writer or a
/// person structured it so (descriptions.h); exclusive codes from our Set (codes.h). Throws Error that names
/// the file: not_found, io, bad_input (not XML, a DTD, not a codebook, no codes, a GUID missing or twice, a
/// name missing, too deep).
[[nodiscard]] ReadCodebook read_codebook(const std::filesystem::path& path);

/// A .qdc that is valid by Codebook.xsd: GUIDs in upper case without braces, no empty containers. `origin`
/// names program and version; `language` ("nl", or else English) is that of the labels in descriptions.
/// Reading it gives every field back as it was. Throws Error(bad_input) for what the format cannot hold: no
/// codes, a code without a name, control characters, colours that are none.
[[nodiscard]] std::string codebook_xml(const model::Codebook& codebook, std::string_view origin,
                                       std::string_view language = "en");

}  // namespace exchange
