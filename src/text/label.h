// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/line_head.h"

namespace text {

/// How a label is set off from the speech. A transcript keeps to one form, with slips.
enum class LabelForm : std::uint8_t {
    colon,           ///< Lotte: …, Lotte：…, <Lotte:>
    bold,            ///< **Lotte:** …
    heading,         ///< ### Lotte:
    bracket,         ///< [lotte] …
    chat,            ///< *LOT:⇥…
    tab,             ///< Lotte⇥…
    stop,            ///< De voorzitter. …, X. …
    dash,            ///< Q - …
    timed,           ///< Lotte  0:00, [00:10] LOTTE; the speech on the next line
    bare,            ///< Lotte, alone on a line
    decorated_bare,  ///< **Lotte** or ### Lotte, without colon
    slip,            ///< I; …, I Er …: only for speakers that are known from another form
};
inline constexpr std::size_t kLabelForms = 12;

/// A place at the head of a line that may be a label. Positions are bytes of the text.
struct LabelCandidate {
    std::size_t line = 0;   ///< number of the line among those that hold something
    std::size_t begin = 0;  ///< the line, or the time that belongs to it
    std::size_t label_begin = 0;
    std::size_t label_end = 0;
    std::size_t body = 0;
    std::uint32_t label = 0;  ///< index in the LabelTable
    LabelForm form = LabelForm::colon;
    bool alone = false;         ///< nothing follows on the line
    bool timed = false;         ///< a time before or after the label
    bool has_own_time = false;  ///< behind the label, at byte `time_at`
    std::size_t time_at = 0;
    std::int64_t milliseconds = 0;
    bool quoted = false;    ///< a quotation mark follows: Ze zei: "…"
    bool marked = false;    ///< only for a slip: it has a mark, if the wrong one
    bool hinted = false;    ///< the formatting of the file says so
    bool followed = false;  ///< a line with speech comes next, without a time of its own
};

/// Appends what at the head of the line could be a label: the first of each form, in the order of LabelForm's
/// certainty. `line` starts at byte `offset` of the text. Looks at no more than the first hundred characters.
void find_labels(std::string_view line, std::size_t offset, const LineHead& head,
                 std::vector<LabelCandidate>& candidates);

}  // namespace text
