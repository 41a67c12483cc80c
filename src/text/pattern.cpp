// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pattern.h"

#include <unicode/regex.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include "base/error.h"
#include "base/translate.h"

namespace text {

namespace {

/// For one search in one text, in ICU's steps, each about a millisecond of work.
constexpr std::int32_t kSteps = 200;
/// What backtracking may keep, in bytes.
constexpr std::int32_t kStack = 4 << 20;

[[noreturn]] void give_up(const std::string& expression) {
    throw base::Error(base::ErrorKind::bad_input,
                      base::say("The regular expression /{}/ takes too long.", expression),
                      base::tr("Avoid repetitions within repetitions, such as (a*)*, or say more exactly "
                               "what may stand there."));
}

}  // namespace

struct Pattern::Machine {
    std::string expression;
    std::chrono::nanoseconds left;
    std::unique_ptr<icu::RegexMatcher> matcher;
    icu::UnicodeString text;

    /// Finds the next match; false where there is none.
    bool find() {
        UErrorCode status = U_ZERO_ERROR;
        const auto begin = std::chrono::steady_clock::now();
        const bool found = matcher->find(status) != 0;
        left -= std::chrono::steady_clock::now() - begin;
        if (status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW || left.count() < 0)
            give_up(expression);
        if (U_FAILURE(status)) {
            throw base::Error(base::ErrorKind::internal,
                              base::say("The language library refused: {}.", u_errorName(status)));
        }
        return found;
    }
};

Pattern::Pattern(std::string_view expression, std::chrono::milliseconds budget)
    : machine_(std::make_unique<Machine>()) {
    machine_->expression = expression;
    machine_->left = budget;
    UErrorCode status = U_ZERO_ERROR;
    const auto units = icu::UnicodeString::fromUTF8(
        icu::StringPiece(expression.data(), static_cast<std::int32_t>(expression.size())));
    UParseError where{};
    // Compiled for its errors' places, which the matcher's own constructor does not tell.
    const std::unique_ptr<icu::RegexPattern> compiled(
        icu::RegexPattern::compile(units, UREGEX_CASE_INSENSITIVE | UREGEX_MULTILINE, where, status));
    if (U_FAILURE(status)) {
        throw base::Error(base::ErrorKind::bad_input,
                          base::say("The regular expression /{}/ is not one: {} at character {}.", expression,
                                    u_errorName(status), where.offset + 1),
                          base::tr("A \\ before a character takes its special meaning away: \\( finds a "
                                   "parenthesis."));
    }
    machine_->matcher =
        std::make_unique<icu::RegexMatcher>(units, UREGEX_CASE_INSENSITIVE | UREGEX_MULTILINE, status);
    machine_->matcher->setTimeLimit(kSteps, status);
    machine_->matcher->setStackLimit(kStack, status);
    if (U_FAILURE(status)) give_up(machine_->expression);
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::vector<Span> Pattern::matches(std::string_view utf8) {
    Machine& machine = *machine_;
    machine.text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    machine.matcher->reset(machine.text);
    std::vector<Span> found;
    std::int32_t unit = 0;
    Position position = 0;
    const auto position_of = [&](std::int32_t target) {
        position += machine.text.countChar32(unit, target - unit);
        unit = target;
        return position;
    };
    while (machine.find()) {
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t begin = machine.matcher->start(status);
        const std::int32_t end = machine.matcher->end(status);
        if (end <= begin) continue;
        const Position first = position_of(begin);
        found.push_back({first, position_of(end)});
    }
    return found;
}

}  // namespace text
