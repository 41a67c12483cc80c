// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/uchar.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/label.h"
#include "text/utf8_scan.h"

namespace text {

/// Labels are at most this many characters; a bold one is delimited and may be longer.
constexpr int kLongest = 50;
constexpr int kLongestDecorated = 90;
constexpr int kInitials = 3;

inline bool is_colon(char32_t c) {
    return c == ':' || c == 0xFF1A;
}

inline bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}

inline bool is_upper(char32_t c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0;
}

inline bool is_alphanumeric(char32_t c) {
    if (c < 0x80) return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}

/// Walks over one line until the label must have ended, and notes what could end it.
class LabelReader {
  public:
    LabelReader(std::string_view line, std::size_t offset, const LineHead& head,
                std::vector<LabelCandidate>& candidates)
        : line_(line), offset_(offset), head_(head), candidates_(candidates), at_(head.rest - offset) {}

    void read() {
        read_decoration();
        begin_ = at_;
        if (at_ >= line_.size() || read_unknown_speaker()) return;
        const char32_t first = code_point_at(line_, at_).value;
        if (is_alphanumeric(first)) walk();
    }

  private:
    void read_decoration();
    void skip_number();
    void take_time(const Timestamp& time, std::size_t at) {
        timed_ = true;
        time_at_ = at;
        time_ = time;
    }
    bool read_unknown_speaker();
    void walk();
    bool step(CodePoint c);
    bool at_mark(CodePoint c);
    bool at_colon(CodePoint c);
    bool at_tab(std::size_t after);
    bool at_bracket(CodePoint c);
    bool at_stop(std::size_t after);
    bool at_blank(CodePoint c);
    bool at_closing_marks();
    void at_end();

    [[nodiscard]] bool initials() const { return all_upper_ && length_ <= kInitials; }
    [[nodiscard]] bool decorated() const { return bold_ || heading_ || angle_; }
    [[nodiscard]] bool starts(std::size_t at, std::string_view mark) const {
        return line_.substr(at, mark.size()) == mark;
    }
    LabelCandidate& add(LabelForm form, std::size_t label_end, std::size_t after_mark);

    std::string_view line_;
    std::size_t offset_;
    const LineHead& head_;
    std::vector<LabelCandidate>& candidates_;
    std::size_t at_;
    std::size_t begin_ = 0;
    int length_ = 0;         ///< characters so far
    int word_ = 0;           ///< letters of the word so far
    bool all_upper_ = true;  ///< only capitals and digits so far
    bool in_parenthesis_ = false;
    bool bold_ = false, double_ = false, heading_ = false, angle_ = false, bracket_ = false, star_ = false;
    bool timed_ = false;
    std::size_t time_at_ = 0;
    Timestamp time_;
    bool slip_found_ = false, stop_found_ = false;
    char32_t last_ = 0;
};

}  // namespace text
