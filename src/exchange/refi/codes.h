// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/xml.h"
#include "model/codebook.h"

/// The elements that a REFI-QDA codebook and a project share: the tree of `Code`, and the `Set` in which
/// Trialogue says which codes are exclusive, because the standard has no attribute for it.
namespace exchange {

/// What a `Codes` element gave.
struct ReadCodes {
    std::vector<model::Code> codes;   ///< in reading order, numbered from 1
    std::vector<std::string> losses;  ///< sentences
    std::string language;             ///< of the labels in descriptions: "en", "nl", or empty
};

/// Reads the codes below `codes`. Names that repeat among brothers are numbered, with a loss: programs that
/// allow it know their codes by GUID, and a whole codebook is worth more than one name. Throws
/// Error(bad_input) with the line for a missing or malformed GUID, a missing or empty name, a GUID that two
/// codes have, characters that XML forbids, and where there are no codes.
[[nodiscard]] ReadCodes read_codes(const XmlDocument& document, pugi::xml_node codes);

/// Appends `Codes` with the whole tree. The document must be saved with kSaving (xml_texts.h). Throws
/// Error(bad_input) that names the code where a text cannot stand in XML, a name is empty, a colour is none,
/// or codes are nested so deep that nobody could read them back.
void append_codes(pugi::xml_node parent, const model::Codebook& codebook, std::string_view language);

/// True for the Set that names the exclusive codes, also where a program gave it another GUID.
[[nodiscard]] bool is_exclusive_set(pugi::xml_node set);
/// Marks the set's members as exclusive; members that are no codes are losses.
void read_exclusive_set(pugi::xml_node set, ReadCodes& read);
/// Appends the Set to `sets`. Members are named by `member_attribute`: "guid" in a codebook, "targetGUID" in
/// a project. Call it only where a code is exclusive: empty sets say nothing.
void append_exclusive_set(pugi::xml_node sets, const model::Codebook& codebook, const char* member_attribute,
                          std::string_view language);

}  // namespace exchange
