// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/merging/told_turns.h"

#include <cstring>

namespace study::merging {

Value turns_value(const std::vector<ToldTurn>& turns) {
    constexpr std::size_t kBytes = 3 * sizeof(std::int64_t) + sizeof(base::Guid::bytes);
    std::string bytes(turns.size() * kBytes, '\0');
    char* at = bytes.data();
    for (const auto& turn : turns) {
        for (const std::int64_t number : {turn.begin, turn.body, turn.end}) {
            std::memcpy(at, &number, sizeof number);
            at += sizeof number;
        }
        std::memcpy(at, turn.speaker.bytes.data(), turn.speaker.bytes.size());
        at += turn.speaker.bytes.size();
    }
    return bytes;
}

std::vector<ToldTurn> turns_in(const Value& value) {
    const std::string& bytes = text_in(value);
    std::vector<ToldTurn> turns;
    const char* at = bytes.data();
    while (at < bytes.data() + bytes.size()) {
        ToldTurn turn;
        for (std::int64_t* number : {&turn.begin, &turn.body, &turn.end}) {
            std::memcpy(number, at, sizeof *number);
            at += sizeof *number;
        }
        std::memcpy(turn.speaker.bytes.data(), at, turn.speaker.bytes.size());
        at += turn.speaker.bytes.size();
        turns.push_back(turn);
    }
    return turns;
}

}  // namespace study::merging
