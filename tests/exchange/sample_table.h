// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/table.h"

inline model::Heading heading(const std::string& label, int level = 0, bool is_group = false,
                              const std::string& note = {}) {
    return {label, level, is_group, note};
}

inline model::TableCell number_cell(double number) {
    model::TableCell cell;
    cell.state = model::CellState::number;
    cell.number = number;
    return cell;
}

inline model::TableCell text_cell(const std::string& text) {
    model::TableCell cell;
    cell.state = model::CellState::text;
    cell.text = text;
    return cell;
}

inline model::TableCell mark_cell(model::CellState state) {
    model::TableCell cell;
    cell.state = state;
    return cell;
}

/// Two dimensions, three roles, each kind of zero; the first dimension has no figures of its own.
inline model::Table sample_table() {
    model::Table table;
    table.title = "Codes by role";
    table.corner = "Code";
    table.columns = {heading("Jongere", 0, false, "n = 6 (4 coded)"), heading("Ouder", 0, false, "n = 7"),
                     heading("JIM", 0, false, "n = 6")};
    table.rows = {heading("Rechten", 0, true), heading("Afspraken", 1), heading("Niets, het is goed", 1),
                  heading("Plichten", 0, true), heading("=Hulp", 1)};
    table.cells = {{{}, {}, {}},
                   {number_cell(0), number_cell(3), mark_cell(model::CellState::uncoded)},
                   {number_cell(3), number_cell(4), mark_cell(model::CellState::absent)},
                   {number_cell(5), number_cell(7), number_cell(6)},
                   {number_cell(4), number_cell(-1), number_cell(3)}};
    table.notes = {"Participants are counted once a cell."};
    return table;
}

/// Cells that hold several lines of text.
inline model::Table published_table() {
    model::Table table;
    table.corner = "Dimensie";
    table.columns = {heading("Jongere", 0, false, "n = 6"), heading("Ouder", 0, false, "n = 7")};
    table.rows = {heading("Actie"), heading("Betekenisgeving")};
    table.cells = {{text_cell("Proactief 3\nBehoedzaam 3"), text_cell("Proactief 4\nBehoedzaam 3")},
                   {text_cell("Betekenisvol 6"), mark_cell(model::CellState::uncoded)}};
    return table;
}
