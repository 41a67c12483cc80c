// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/label.h"

#include <algorithm>
#include <string_view>

#include "text/label_reader.h"
#include "text/utf8_scan.h"

namespace text {

LabelCandidate& LabelReader::add(LabelForm form, std::size_t label_end, std::size_t after_mark) {
    const Body body = body_after(line_, after_mark);
    // What is left of "Teacher 4-" and of the doubt in "I ?:".
    std::size_t end = before_blanks(line_, begin_, label_end);
    while (end > begin_ + 1 && std::string_view("-?!,").find(line_[end - 1]) != std::string_view::npos) {
        end = before_blanks(line_, begin_, end - 1);
    }
    LabelCandidate candidate;
    candidate.begin = head_.begin;
    candidate.label_begin = offset_ + begin_;
    candidate.label_end = offset_ + end;
    candidate.body = offset_ + body.begin;
    candidate.form = form;
    candidate.alone = body.alone;
    candidate.timed = head_.has_time || timed_ || body.timed;
    candidate.quoted = body.quoted;
    if (timed_ || body.timed) {
        candidate.has_own_time = true;
        candidate.time_at = offset_ + (timed_ ? time_at_ : body.time_at);
        candidate.milliseconds = timed_ ? time_.milliseconds : body.time.milliseconds;
    }
    candidates_.push_back(candidate);
    return candidates_.back();
}

/// "12. Lotte:", "12) Lotte:" and "12⇥Lotte:": the number of a line or turn is no part of the label.
void LabelReader::skip_number() {
    std::size_t at = at_;
    while (at < std::min(line_.size(), at_ + 5) && is_digit(static_cast<unsigned char>(line_[at]))) ++at;
    if (at == at_ || at >= line_.size()) return;
    if (line_[at] == '.' || line_[at] == ')')
        ++at;
    else if (line_[at] != '\t')
        return;
    const std::size_t next = after_blanks(line_, at);
    if (next > at && next < line_.size()) at_ = next;
}

void LabelReader::read_decoration() {
    skip_number();
    if (at_ < line_.size() && line_[at_] == '#') {
        while (at_ < line_.size() && line_[at_] == '#') ++at_;
        heading_ = true;
        at_ = after_blanks(line_, at_);
    }
    if (starts(at_, "**") || starts(at_, "__")) {
        bold_ = double_ = true;
        at_ += 2;
    } else if (starts(at_, "*") || starts(at_, "_")) {
        star_ = line_[at_] == '*';
        bold_ = true;
        at_ += 1;
    } else if (starts(at_, "<")) {
        angle_ = true;
        at_ += 1;
    } else if (starts(at_, "[")) {
        bracket_ = true;
        at_ += 1;
    }
    at_ = after_blanks(line_, at_);
    // "**[00:01:23] Lotte:**"
    if (bold_) {
        if (const auto time = marked_time(line_, at_)) {
            take_time(*time, at_);
            at_ = after_blanks(line_, time->end);
        }
    }
}

/// "?:", "(?):" and "[?]:" are speech of somebody whom the transcriber did not know.
bool LabelReader::read_unknown_speaker() {
    std::size_t at = at_;
    if (starts(at, "(")) ++at;
    const std::size_t mark = at;
    while (starts(at, "?")) ++at;
    if (at == mark) return false;
    const std::size_t end = at;
    if (starts(at, ")") || starts(at, "]")) ++at;
    if (at >= line_.size() || !is_colon(code_point_at(line_, at).value)) return false;
    begin_ = mark;
    add(LabelForm::colon, end, code_point_at(line_, at).end);
    return true;
}

void LabelReader::walk() {
    const int longest = decorated() ? kLongestDecorated : kLongest;
    while (at_ < line_.size() && length_ < longest) {
        const CodePoint c = code_point_at(line_, at_);
        if (!step(c)) return;
        last_ = c.value;
    }
    if (at_ >= line_.size()) at_end();
}

/// Takes one character; false where the label has ended.
bool LabelReader::step(CodePoint c) {
    if (is_alphanumeric(c.value)) {
        ++word_;
        if (!is_digit(c.value) && !is_upper(c.value)) all_upper_ = false;
    } else if (is_colon(c.value)) {
        return at_colon(c);
    } else if (c.value == '\t') {
        return at_tab(c.end);
    } else if (is_blank(c.value)) {
        return at_blank(c);
    } else if (!at_mark(c)) {
        return false;
    } else if (c.value < 0x300) {
        word_ = 0;
    }
    ++length_;
    at_ = c.end;
    return true;
}

/// Takes a character that is neither letter nor blank; false where the label has ended.
bool LabelReader::at_mark(CodePoint c) {
    switch (c.value) {
        case '(':
        case '[':
            return at_bracket(c);
        case ')':
            in_parenthesis_ = false;
            return true;
        case ']':
            if (bracket_) add(LabelForm::bracket, at_, c.end);
            return false;
        case '.':
            return at_stop(c.end);
        case '*':
            at_closing_marks();
            return false;
        case '_':
            return !at_closing_marks();
        case '>':
            if (angle_ && after_blanks(line_, c.end) == line_.size())
                add(LabelForm::decorated_bare, at_, c.end);
            return false;
        case ';':
            if (initials() && !slip_found_) add(LabelForm::slip, at_, c.end).marked = true;
            return false;
        case ',':
            return decorated() || initials();
        case '?':
        case '!': {
            const std::size_t next = after_blanks(line_, c.end);
            return next < line_.size() && is_colon(code_point_at(line_, next).value);
        }
        // As in the Hebrew abbreviation of "chairman"; elsewhere a quotation begins.
        case '"':
            return last_ >= 0x80 && is_alphanumeric(last_);
        default:
            break;
    }
    constexpr std::u32string_view kWithinNames = U"-\'&+/\u00B7\u2010\u2011\u2019\u30FB";
    if (kWithinNames.find(c.value) != std::u32string_view::npos) return true;
    // Accents that stand by themselves (NFD) belong to their letter.
    return c.value >= 0x300 && (u_getCombiningClass(static_cast<UChar32>(c.value)) != 0 || decorated());
}

bool LabelReader::at_colon(CodePoint c) {
    if (in_parenthesis_ || starts(c.end, "//")) return false;
    const bool digits_around =
        is_digit(last_) && c.end < line_.size() && is_digit(code_point_at(line_, c.end).value);
    if (digits_around && c.value == ':' && length_ <= 3) return false;
    LabelForm form = LabelForm::colon;
    std::size_t after = c.end;
    if (star_ && starts(after, "\t")) {
        form = LabelForm::chat;
    } else if (bold_) {
        // An asterisk alone is no bold: it has to be closed.
        const bool closes = starts(after, "*") || starts(after, "_") || double_;
        form = closes ? LabelForm::bold : LabelForm::colon;
    }
    if (heading_) form = LabelForm::heading;
    if (bracket_) return false;
    if (angle_ && starts(after_blanks(line_, after), ">")) after = after_blanks(line_, after) + 1;
    add(form, at_, after);
    return false;
}

bool LabelReader::at_tab(std::size_t after) {
    const std::size_t next = after_blanks(line_, after);
    if (next < line_.size() && is_colon(code_point_at(line_, next).value)) {
        at_ = next;
        return at_colon(code_point_at(line_, next));
    }
    if (next < line_.size() && !decorated() && !bracket_) add(LabelForm::tab, at_, after);
    return false;
}

/// A time in brackets after the label, or a party or remark that is part of it.
bool LabelReader::at_bracket(CodePoint c) {
    if (const auto time = marked_time(line_, at_)) {
        take_time(*time, at_);
        std::size_t next = after_blanks(line_, time->end);
        const std::size_t label_end = at_;
        if (next < line_.size() && is_colon(code_point_at(line_, next).value)) {
            add(bold_ ? LabelForm::bold : LabelForm::colon, label_end, code_point_at(line_, next).end);
        } else if (starts(next, "*") || starts(next, "_")) {
            add(LabelForm::bold, label_end, next);
        } else {
            add(LabelForm::timed, label_end, next);
        }
        return false;
    }
    in_parenthesis_ = c.value == '(';
    return in_parenthesis_;
}

/// "X. Nee", "De voorzitter. Oké": the label may end here, or the stop is that of an abbreviation.
bool LabelReader::at_stop(std::size_t after) {
    const bool blank_follows = after >= line_.size() || is_blank(code_point_at(line_, after).value);
    const bool could_end =
        blank_follows && after < line_.size() && !decorated() && !bracket_ && !in_parenthesis_;
    if (could_end && !stop_found_ && (initials() || length_ > kInitials)) {
        stop_found_ = true;
        add(LabelForm::stop, at_, after);
    }
    const bool abbreviation = word_ <= 4 && after < line_.size();
    all_upper_ = false;
    return decorated() || abbreviation;
}

bool LabelReader::at_blank(CodePoint c) {
    const std::size_t next = after_blanks(line_, c.end);
    if (next < line_.size()) {
        const char32_t following = code_point_at(line_, next).value;
        if (is_digit(following)) {
            // "Lotte  0:00": a time at the end of the line.
            const auto time = plain_time(line_, next);
            if (time && !bracket_ && after_blanks(line_, time->end) == line_.size()) {
                take_time(*time, next);
                add(LabelForm::timed, at_, line_.size());
                return false;
            }
        } else if ((following == '-' || following == 0x2013) && initials() && next + 1 < line_.size()) {
            const std::size_t after = code_point_at(line_, next).end;
            if (after < line_.size() && is_blank(code_point_at(line_, after).value)) {
                add(LabelForm::dash, at_, after);
                return false;
            }
        } else if (initials() && !slip_found_ && !decorated() && !bracket_ && is_upper(following)) {
            slip_found_ = true;
            add(LabelForm::slip, at_, c.end);
        }
    }
    word_ = 0;
    if (length_ > kInitials) all_upper_ = false;
    ++length_;
    at_ = next;
    return true;
}

/// "**Lotte** " or "**Lotte**:" or "**Lotte (00:10)**".
bool LabelReader::at_closing_marks() {
    if (!decorated()) return false;
    std::size_t after = at_;
    while (after < std::min(line_.size(), at_ + 3) && (line_[after] == '*' || line_[after] == '_')) ++after;
    const std::size_t next = after_blanks(line_, after);
    // An underscore within a word: patient_guest.
    if (line_[at_] == '_' && next == after && next < line_.size() &&
        is_alphanumeric(code_point_at(line_, next).value)) {
        return false;
    }
    if (next < line_.size() && is_colon(code_point_at(line_, next).value)) {
        add(heading_ ? LabelForm::heading : LabelForm::bold, at_, code_point_at(line_, next).end);
    } else {
        add(LabelForm::decorated_bare, at_, after);
    }
    return true;
}

/// The whole line has the shape of a label.
void LabelReader::at_end() {
    if (bracket_ || in_parenthesis_ || bold_) return;
    const LabelForm form = heading_         ? LabelForm::decorated_bare
                           : head_.has_time ? LabelForm::timed
                                            : LabelForm::bare;
    add(form, line_.size(), line_.size());
}

void find_labels(std::string_view line, std::size_t offset, const LineHead& head,
                 std::vector<LabelCandidate>& candidates) {
    LabelReader(line, offset, head, candidates).read();
}

}  // namespace text
