// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/line_head.h"

#include "text/utf8_scan.h"

namespace text {

namespace {

bool is_quote(char32_t c) {
    return c == '"' || c == '\'' || c == 0xAB || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x2018 ||
           c == 0x201A || c == 0x300C;
}

}  // namespace

LineHead line_head(std::string_view line, std::size_t offset) {
    LineHead head;
    const std::size_t begin = after_blanks(line, 0);
    head.begin = head.rest = offset + begin;
    head.blank = begin == line.size();
    if (head.blank) return head;
    const auto time = marked_time(line, begin);
    if (!time) return head;
    std::size_t rest = after_blanks(line, time->end);
    // "*0:0 = I1:", "00:10 - Lotte:", "00:10 | Lotte:"; a stop or colon after a time that stands alone.
    if (rest < line.size() && std::string_view("=-|.:,").find(line[rest]) != std::string_view::npos) {
        const std::size_t after = after_blanks(line, rest + 1);
        if (after > rest + 1 || after == line.size()) rest = after;
    }
    head.has_time = true;
    head.time = *time;
    head.rest = offset + rest;
    head.only_time = rest == line.size();
    return head;
}

Body body_after(std::string_view line, std::size_t at) {
    while (at < line.size() && (line[at] == '*' || (line[at] == '_' && at > 0 && line[at - 1] != ' '))) ++at;
    Body body;
    std::size_t next = after_blanks(line, at);
    if (next < line.size() && (line[next] == '[' || line[next] == '(' || line[next] == '\\')) {
        if (const auto time = marked_time(line, next)) {
            body.timed = true;
            body.time_at = next;
            body.time = *time;
            next = after_blanks(line, time->end);
        }
    }
    body.begin = next;
    body.alone = next == line.size();
    body.quoted = !body.alone && is_quote(code_point_at(line, next).value);
    return body;
}

}  // namespace text
