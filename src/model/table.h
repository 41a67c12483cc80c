// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace model {

/// One row's or column's heading in a Table.
struct Heading {
    std::string label;
    int level = 0;          ///< 0 for a group or a flat axis, 1 for what stands below a group, …
    bool is_group = false;  ///< a row or column that only heads others may still hold numbers of its own
    std::string note;       ///< printed under the label: "n = 6 (4 coded)"
};

/// What kind of zero, if it is one, so that it can be shown apart.
enum class CellState {
    number,   ///< counted
    empty,    ///< nothing to print: a group row without figures
    uncoded,  ///< somebody was interviewed, nobody has been coded yet
    absent,   ///< nobody was interviewed
    text,     ///< a text instead of a number (the published layout)
};

struct TableCell {
    CellState state = CellState::empty;
    double number = 0;
    std::string text;
    /// What the number was computed from, for links; an index the maker of the table understands.
    std::int64_t trace = -1;
};

/// A rectangular table with tree-like headings, as it is shown, printed and exported. Knows no domain.
struct Table {
    std::string title;
    std::string corner;  ///< over the row headings
    std::vector<Heading> rows;
    std::vector<Heading> columns;
    std::vector<std::vector<TableCell>> cells;  ///< [row][column]
    int decimals = 0;                           ///< of every number in it
    std::string unit;                           ///< "%" or empty
    std::vector<std::string> notes;             ///< printed below
};

}  // namespace model
