// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/random_material.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace {

constexpr std::int64_t kRoles = 2, kTriads = 3, kPeople = 6, kCoders = 3, kSources = 5;
constexpr std::int64_t kLength = 60;

class Maker {
  public:
    explicit Maker(std::mt19937& random) : random_(random) {}

    model::Material make() {
        make_people();
        make_codebook();
        for (std::int64_t i = 1; i <= kSources; ++i) made_.sources.push_back(source(i));
        return std::move(made_);
    }

  private:
    std::int64_t upto(std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(0, most)(random_);
    }
    bool once_in(std::int64_t times) { return upto(times - 1) == 0; }

    void make_people() {
        for (std::int64_t i = 1; i <= kRoles; ++i)
            made_.roles.push_back({{i}, {}, "role" + std::to_string(i), {}});
        for (std::int64_t i = 1; i <= kTriads; ++i)
            made_.triads.push_back({{i}, {}, "triad" + std::to_string(i)});
        for (std::int64_t i = 1; i <= kCoders; ++i)
            made_.coders.push_back({{i}, {}, "coder" + std::to_string(i)});
        made_.attributes.push_back({{1}, {}, "age", model::AttributeType::number});
        const std::int64_t people = 1 + upto(kPeople - 1);
        for (std::int64_t i = 1; i <= people; ++i) {
            model::Participant one;
            one.id = {10 * i};
            one.name = "person" + std::to_string(i);
            one.role = {upto(kRoles)};
            one.triad = {upto(kTriads)};
            if (!once_in(4)) one.attributes[{1}] = std::to_string(10 + upto(3));
            made_.participants.push_back(one);
        }
    }

    void make_codebook() {
        std::vector<model::Code> codes;
        const auto add = [&](std::int64_t id, std::int64_t parent, bool codable, bool exclusive) {
            model::Code code;
            code.id = {id};
            code.parent = {parent};
            code.name = "code" + std::to_string(id);
            code.codable = codable;
            code.exclusive = exclusive;
            codes.push_back(code);
        };
        add(9, 0, false, true);
        add(3, 9, true, false);
        add(7, 9, true, false);
        add(5, 0, true, false);
        add(2, 5, true, once_in(2));
        add(4, 2, true, false);
        add(6, 0, true, false);
        made_.codebook = model::Codebook(codes);
    }

    model::CountedSource source(std::int64_t number) {
        model::CountedSource one;
        one.id = {100 + number};
        one.name = "source" + std::to_string(number);
        one.length = kLength;
        for (const auto& person : made_.participants) {
            if (once_in(2)) one.participants.push_back(person.id);
        }
        make_turns(one);
        for (const auto& coder : made_.coders) {
            if (once_in(2)) {
                one.marks[coder.id] = {static_cast<model::Mark>(upto(2)),
                                       static_cast<model::Layer>(once_in(3) ? 2 : 1)};
            }
        }
        if (once_in(3)) one.marks[model::CoderId{}] = static_cast<model::Mark>(upto(2));
        for (std::int64_t i = upto(24); i > 0; --i) one.codings.push_back(coding());
        std::sort(one.codings.begin(), one.codings.end(), [](const auto& a, const auto& b) {
            return std::tie(a.code, a.span.begin, a.id) < std::tie(b.code, b.span.begin, b.id);
        });
        model::sort_rounds(one);
        return one;
    }

    void make_turns(model::CountedSource& one) {
        if (once_in(5)) return;
        one.speakers[{1}] = {};
        for (std::int64_t speaker = 2; speaker <= 4; ++speaker) {
            if (one.participants.empty()) continue;
            // Mostly one person; lengths of turns are few, so that ties are many.
            for (std::int64_t i = once_in(4) ? 2 : 1; i > 0; --i) {
                auto& people = one.speakers[{speaker}];
                const auto person =
                    one.participants[upto(static_cast<std::int64_t>(one.participants.size()) - 1)];
                if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
            }
        }
        std::int64_t begin = upto(3);
        while (begin < kLength) {
            const std::int64_t end = std::min(kLength, begin + 2 * (1 + upto(2)));
            // Speaker 5 is a label that nobody knows.
            one.turns.push_back({{begin, end}, begin, {1 + upto(4)}});
            begin = end + (once_in(4) ? 2 : 0);
        }
    }

    model::CountedCoding coding() {
        static constexpr std::int64_t kCodes[] = {2, 3, 4, 5, 6, 7, 9};
        model::CountedCoding one;
        one.id = {next_coding_++};
        one.code = {kCodes[upto(once_in(8) ? 6 : 5)]};
        one.coder = {1 + upto(kCoders - 1)};
        if (once_in(4)) {
            one.layer = model::kSettledLayer;
            if (once_in(2)) one.coder = {};
        } else if (once_in(3)) {
            one.layer = 2;
        }
        const std::int64_t begin = upto(kLength - 1);
        one.span = {begin, std::min(kLength, begin + 1 + upto(15))};
        if (once_in(8)) one.span = {-1, -1};
        return one;
    }

    std::mt19937& random_;
    model::Material made_;
    std::int64_t next_coding_ = 1;
};

}  // namespace

model::Material random_material(std::mt19937& random) {
    return Maker(random).make();
}
