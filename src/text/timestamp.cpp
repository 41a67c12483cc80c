// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/timestamp.h"

#include <array>

#include "text/utf8_scan.h"

namespace text {

namespace {

/// A remark before a time in the same brackets is at most this long.
constexpr std::size_t kRemark = 60;
/// CHAT files hold the character U+0015 or, made visible, "•".
constexpr std::string_view kBullets[] = {"\x15", "•"};

bool is_digit(std::string_view line, std::size_t at) {
    return at < line.size() && line[at] >= '0' && line[at] <= '9';
}

bool is_letter(std::string_view line, std::size_t at) {
    return at < line.size() && ((line[at] >= 'a' && line[at] <= 'z') || (line[at] >= 'A' && line[at] <= 'Z'));
}

struct Number {
    std::int64_t value = 0;
    std::size_t digits = 0;
    std::size_t end = 0;
};

/// At most `limit` digits; no digits where more follow, so that no part of a longer number is read.
Number number_at(std::string_view line, std::size_t at, std::size_t limit) {
    Number number{0, 0, at};
    while (is_digit(line, number.end)) {
        if (number.digits == limit) return {0, 0, at};
        number.value = number.value * 10 + (line[number.end] - '0');
        ++number.digits;
        ++number.end;
    }
    return number;
}

/// 1h09m31s, 12m45s, 1h 12m 45s.
std::optional<Timestamp> lettered_time(std::string_view line, std::size_t at) {
    std::int64_t seconds = 0;
    int parts = 0;
    bool has_seconds = false;
    std::size_t end = at;
    constexpr std::array<std::pair<char, int>, 3> kUnits{{{'h', 3600}, {'m', 60}, {'s', 1}}};
    for (const auto& [letter, worth] : kUnits) {
        const std::size_t start = parts > 0 && end < line.size() && line[end] == ' ' ? end + 1 : end;
        const Number number = number_at(line, start, 2);
        if (number.digits == 0 || number.end >= line.size() || line[number.end] != letter) continue;
        seconds += number.value * worth;
        ++parts;
        end = number.end + 1;
        has_seconds = letter == 's';
    }
    if (parts < 2 || !has_seconds || is_letter(line, end)) return {};
    return Timestamp{seconds * 1000, end, false, true, false};
}

std::int64_t fraction_of(const Number& number) {
    std::int64_t value = number.value;
    for (std::size_t digits = number.digits; digits < 3; ++digits) value *= 10;
    return value;
}

/// Two or three parts with ":" or "." between them; one digit for the last only where `loose`.
std::optional<Timestamp> parted_time(std::string_view line, std::size_t at, bool loose) {
    const Number first = number_at(line, at, 3);
    if (first.digits == 0 || first.end >= line.size()) return {};
    const char separator = line[first.end];
    if (separator != ':' && separator != '.') return {};
    const Number second = number_at(line, first.end + 1, 2);
    if (second.digits == 0 || (second.digits == 1 && !loose) || second.value > 59) return {};
    Timestamp time;
    time.end = second.end;
    time.milliseconds = (first.value * 60 + second.value) * 1000;
    time.dotted = separator == '.';
    bool more = false;
    if (second.end < line.size() && line[second.end] == separator && is_digit(line, second.end + 1)) {
        const Number third = number_at(line, second.end + 1, 2);
        if (third.digits != 2 || third.value > 59) return {};
        time.milliseconds = (first.value * 3600 + second.value * 60 + third.value) * 1000;
        time.end = third.end;
        time.hours = true;
        time.dotted = false;
        more = true;
    }
    const bool fraction_may_follow = more || separator == ':';
    if (fraction_may_follow && time.end < line.size() && (line[time.end] == '.' || line[time.end] == ',')) {
        const Number fraction = number_at(line, time.end + 1, 3);
        if (fraction.digits > 0) {
            time.milliseconds += fraction_of(fraction);
            time.end = fraction.end;
        }
    }
    const bool goes_on = is_letter(line, time.end) || is_digit(line, time.end) ||
                         (time.end < line.size() && line[time.end] == ':' && is_digit(line, time.end + 1));
    if (goes_on) return {};
    return time;
}

/// "--> 00:47.850", "- 0:20" or "– 0:20" after a time: the byte after it, or `at`.
std::size_t after_range(std::string_view line, std::size_t at) {
    std::size_t next = after_blanks(line, at);
    for (const std::string_view arrow : {"-->", "–", "—", "-"}) {
        if (line.substr(next, arrow.size()) != arrow) continue;
        next = after_blanks(line, next + arrow.size());
        const auto end = next < line.size() ? plain_time(line, next) : std::nullopt;
        return end ? end->end : at;
    }
    return at;
}

std::string_view closer_of(char opener) {
    switch (opener) {
        case '[':
            return "]";
        case '(':
            return ")";
        case '<':
            return ">";
        default:
            return {};
    }
}

/// The media bullet at byte `at`: its second number, in milliseconds, and the byte after it.
std::optional<Timestamp> bullet_at(std::string_view line, std::size_t at) {
    for (const std::string_view bullet : kBullets) {
        if (line.substr(at, bullet.size()) != bullet) continue;
        const Number first = number_at(line, at + bullet.size(), 10);
        if (first.digits == 0 || first.end >= line.size() || line[first.end] != '_') return {};
        const Number second = number_at(line, first.end + 1, 10);
        if (second.digits == 0 || line.substr(second.end, bullet.size()) != bullet) return {};
        return Timestamp{second.value, second.end + bullet.size(), false, true, true};
    }
    return {};
}

constexpr std::array<bool, 256> kOpens = [] {
    std::array<bool, 256> opens{};
    opens['['] = opens['('] = true;
    for (const std::string_view bullet : kBullets) opens[static_cast<unsigned char>(bullet[0])] = true;
    return opens;
}();

/// A time at the end of the brackets that open at `at`: "(onverstaanbaar, 00.14)".
std::optional<Timestamp> time_after_remark(std::string_view line, std::size_t at) {
    const std::string_view inside = line.substr(at + 1, kRemark);
    const std::size_t close = inside.find_first_of("])([");
    if (close == std::string_view::npos || inside[close] != closer_of(line[at])[0]) return {};
    const std::size_t last = inside.find_last_of(" ,\t", close);
    if (last == std::string_view::npos) return {};
    auto time = parted_time(line, at + 2 + last, false);
    if (!time || time->end != at + 1 + close) return {};
    time->end += 1;
    return time;
}

}  // namespace

std::optional<Timestamp> plain_time(std::string_view line, std::size_t at) {
    if (!is_digit(line, at)) return {};
    if (auto time = parted_time(line, at, false)) return time;
    return lettered_time(line, at);
}

std::optional<Timestamp> marked_time(std::string_view line, std::size_t at) {
    if (at >= line.size()) return {};
    if (is_digit(line, at)) {
        auto time = plain_time(line, at);
        if (time) time->end = after_range(line, time->end);
        return time;
    }
    if (line[at] == '*') {
        auto time = parted_time(line, at + 1, true);
        if (time) time->wrapped = true;
        return time;
    }
    std::size_t open = at;
    if (line[open] == '\\') ++open;
    const std::string_view closer = open < line.size() ? closer_of(line[open]) : std::string_view{};
    if (closer.empty()) return {};
    const std::size_t inner = after_blanks(line, open + 1);
    auto time = inner < line.size() ? plain_time(line, inner) : std::nullopt;
    if (!time) return {};
    std::size_t close = after_blanks(line, after_range(line, time->end));
    if (close < line.size() && line[close] == '\\') ++close;
    if (line.substr(close, 1) != closer) return {};
    time->end = close + 1;
    time->wrapped = true;
    return time;
}

void find_inner_times(std::string_view line, std::size_t from, std::size_t offset,
                      std::vector<FoundTime>& times) {
    for (std::size_t at = from; at < line.size(); ++at) {
        if (!kOpens[static_cast<unsigned char>(line[at])]) continue;
        std::optional<Timestamp> time;
        bool certain = true;
        if (line[at] != '[' && line[at] != '(') {
            time = bullet_at(line, at);
        } else if (is_digit(line, at + 1)) {
            time = marked_time(line, at);
            certain = time && (line[at] == '[' || time->hours) && !time->dotted;
        } else {
            time = time_after_remark(line, at);
            certain = false;
        }
        if (!time) continue;
        times.push_back({offset + at, time->milliseconds, certain, -1});
        at = time->end - 1;
    }
}

}  // namespace text
