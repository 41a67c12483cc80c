// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <wx/colour.h>

#include <string_view>

namespace ui {

/// The colours of everything that Trialogue draws itself, each by its purpose. Light or dark as the desktop
/// is; asked for anew at each drawing, so that a change of the desktop's theme shows at once.
enum class Shade {
    paper,      ///< behind a transcript
    ink,        ///< what participants say
    quiet_ink,  ///< what interviewers say, times, notes: at least 4.5 : 1 on paper
    label_ink,  ///< speaker labels
    margin,     ///< behind turn numbers
    rule,       ///< hairlines
    selection,  ///< behind selected text
    accent,     ///< focus and links
    heading,    ///< behind headings of tables
    warning,    ///< behind a warning
    heat,       ///< the strongest shade of a cell
    hit,        ///< behind words that a search found
    error,      ///< what is wrong: words and lines
};

[[nodiscard]] bool is_dark();
[[nodiscard]] wxColour colour(Shade shade);

/// The colour of a code or role ("#rrggbb"), made light or dark enough to be seen on paper as a bar; a
/// quiet grey where it has none.
[[nodiscard]] wxColour bar_colour(std::string_view hex);
/// What is laid behind words in place of a bar's colour: so near to paper that ink reads on it (4.5 : 1)
/// however often it is laid over itself.
[[nodiscard]] wxColour tint_colour(const wxColour& bar);
/// Black or white, whichever reads better on `background`.
[[nodiscard]] wxColour ink_on(const wxColour& background);
/// `part` (0 to 1) of `over` laid on `under`.
[[nodiscard]] wxColour blended(const wxColour& over, const wxColour& under, double part);
/// The contrast ratio of two colours (WCAG 2.1), 1 to 21.
[[nodiscard]] double contrast(const wxColour& a, const wxColour& b);

}  // namespace ui
