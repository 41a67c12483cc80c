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
};

/// Reads a REFI-QDA codebook (.qdc, any of the namespaces met in the wild, matched on local names; also
/// files with empty Sets). Definition, when, when not and example are taken from the Description where our
/// writer or a person structured it so, and from our extension attributes; a plain Description is the
/// definition. Throws Error that names the file: not_found, io, bad_input (not XML, a DTD, not a codebook,
/// no codes, a GUID twice, too deep).
[[nodiscard]] ReadCodebook read_codebook(const std::filesystem::path& path);

/// A .qdc that is valid by Codebook.xsd: GUIDs in upper case without braces, no empty containers.
/// `origin` names program and version.
[[nodiscard]] std::string codebook_xml(const model::Codebook& codebook, std::string_view origin);

}  // namespace exchange
