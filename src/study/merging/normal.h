// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "study/merging/joint.h"

namespace study::merging {

/// What was shown otherwise than it was said.
struct Settled {
    std::vector<std::string> circles;  ///< codes that stood below each other; each is a dimension now
    /// Names that two things had, and the one that the later guid has now.
    std::vector<std::pair<std::string, std::string>> names;
};

/// Makes a valid study of a joint: no code below itself, no two codes of one name in one place, no two
/// sources, participants, … of one name, no round in which somebody coded and that has not begun. It shows
/// other values where it must, the same ones in every copy.
Settled make_valid(Joint& joint);

}  // namespace study::merging
