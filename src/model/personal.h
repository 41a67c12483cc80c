// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace model {

/// A column of the study file that can hold a person's words or name.
struct PersonalColumn {
    const char* table;
    const char* column;
};

/// Every column of the study file in which something about a person can stand. Search, Forget, pseudonyms
/// and export walk this list; a test plants a name in each and looks for it afterwards.
inline constexpr std::array kPersonalColumns{
    PersonalColumn{"text", "content"},
    PersonalColumn{"setting", "value"},
    PersonalColumn{"role", "name"},
    PersonalColumn{"triad", "name"},
    PersonalColumn{"participant", "name"},
    PersonalColumn{"attribute", "name"},
    PersonalColumn{"attribute_value", "value"},
    PersonalColumn{"source", "name"},
    PersonalColumn{"source", "origin"},
    PersonalColumn{"speaker", "label"},
    PersonalColumn{"code", "name"},
    PersonalColumn{"code", "definition"},
    PersonalColumn{"code", "when"},
    PersonalColumn{"code", "when_not"},
    PersonalColumn{"code", "example"},
    PersonalColumn{"coder", "name"},
    PersonalColumn{"memo", "author"},
    PersonalColumn{"memo", "content"},
    PersonalColumn{"settlement", "reason"},
    PersonalColumn{"known_change", "said"},
    PersonalColumn{"merged_revision", "place"},
    PersonalColumn{"revision", "args"},
    PersonalColumn{"revision", "changes"},
};

}  // namespace model
