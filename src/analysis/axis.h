// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/material.h"

namespace analysis {

/// What the rows or the columns of a table are.
struct Axis {
    enum class Kind { codes, dimensions, role, participant, triad, source, coder, attribute };
    /// Values of a number attribute that stand in one column: both ends included.
    struct Bin {
        double low = 0, high = 0;
        std::string label;
    };
    Kind kind = Kind::role;
    std::string attribute;  ///< the name, for Kind::attribute
    std::vector<Bin> bins;

    /// "codes", "role", …, an attribute's name, or "age:12-15,16-18". Names are compared without case. Throws
    /// Error(bad_input) that lists what there is, or says what is wrong with the bins (not two numbers,
    /// overlapping, not a number attribute).
    static Axis parse(std::string_view text, const model::Material& material);
};

/// One heading of an axis with whom or what it stands for.
struct AxisItem {
    std::string label;
    std::string path;        ///< of a code
    std::string dimension;   ///< of a code: its dimension's name
    std::int64_t id = 0;     ///< of the code, role, …; 0 for an attribute's value
    bool none = false;       ///< what no other item of the axis takes: no role, triad, value or coder
    std::int64_t n = 0;      ///< participants in it; all for a code and for a coder
    std::int64_t coded = 0;  ///< of them coded; in that source, by that coder
};

}  // namespace analysis
