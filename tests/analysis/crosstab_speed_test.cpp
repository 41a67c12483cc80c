// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <random>
#include <tuple>

#include "analysis/crosstab.h"

namespace {

struct Size {
    std::int64_t sources = 0, codings = 0, turns = 0, people_a_source = 1;
};

constexpr std::int64_t kRoles = 3, kCodes = 60, kDimensions = 5, kCoders = 2, kTurnLength = 120;

model::Codebook sixty_codes() {
    std::vector<model::Code> codes;
    for (std::int64_t i = 1; i <= kDimensions + kCodes; ++i) {
        model::Code code;
        code.id = {i};
        code.name = std::to_string(i);
        code.codable = i > kDimensions;
        code.exclusive = i == 1;
        if (code.codable) code.parent = {1 + i % kDimensions};
        codes.push_back(code);
    }
    return model::Codebook(codes);
}

model::Material large_material(const Size& size) {
    std::mt19937 random(7);
    const auto upto = [&](std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(0, most)(random);
    };
    model::Material material;
    for (std::int64_t i = 1; i <= kRoles; ++i) material.roles.push_back({{i}, {}, std::to_string(i), {}});
    for (std::int64_t i = 1; i <= kCoders; ++i) material.coders.push_back({{i}, {}, std::to_string(i)});
    material.codebook = sixty_codes();
    std::int64_t coding = 0;
    for (std::int64_t i = 1; i <= size.sources; ++i) {
        model::CountedSource source;
        source.id = {i};
        source.name = std::to_string(i);
        source.length = size.turns * kTurnLength;
        source.speakers[{1}] = {};
        for (std::int64_t k = 0; k < size.people_a_source; ++k) {
            model::Participant one;
            one.id = {i * 10 + k};
            one.name = std::to_string(one.id.value);
            one.role = {1 + (i + k) % kRoles};
            source.participants.push_back(one.id);
            source.speakers[{2 + k}] = {one.id};
            material.participants.push_back(one);
        }
        for (std::int64_t k = 0; k < size.turns; ++k) {
            source.turns.push_back({{k * kTurnLength, (k + 1) * kTurnLength},
                                    k * kTurnLength,
                                    {k % 2 == 0 ? 1 : 2 + k / 2 % size.people_a_source}});
        }
        for (; coding < size.codings * i / size.sources; ++coding) {
            const auto begin = upto(source.length - 300);
            source.codings.push_back({{coding + 1},
                                      {1 + kDimensions + upto(kCodes - 1)},
                                      {1 + upto(kCoders - 1)},
                                      {begin, begin + 20 + upto(280)}});
        }
        std::sort(source.codings.begin(), source.codings.end(), [](const auto& a, const auto& b) {
            return std::tie(a.code, a.span.begin) < std::tie(b.code, b.span.begin);
        });
        material.sources.push_back(std::move(source));
    }
    return material;
}

/// Makes the table five times and says how much time of the processor the quickest took.
void time_table(const model::Material& material, const analysis::CrosstabSpec& spec, const char* what) {
    double best = 1e9;
    std::int64_t sum = 0;
    for (int i = 0; i < 5; ++i) {
        const std::clock_t start = std::clock();
        const auto table = analysis::crosstab(material, spec);
        const double taken = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        best = std::min(best, taken);
        for (const auto& row : table.cells) {
            for (const auto& cell : row) sum += cell.value;
        }
    }
    CHECK(sum > 0);
    WARN(fmt::format("{}: {:.1f} ms", what, best));
}

}  // namespace

TEST_CASE("How long tables of large studies take", "[speed]") {
    using analysis::Count;
    analysis::CrosstabSpec spec;
    const auto study = large_material({150, 52'000, 300, 2});
    time_table(study, spec, "52,000 codings in 150 sources, participants");
    spec.count = Count::characters;
    time_table(study, spec, "52,000 codings in 150 sources, characters");
    spec.count = Count::participants;
    spec.columns = {analysis::Axis::Kind::codes, {}, {}};
    time_table(study, spec, "52,000 codings in 150 sources, codes by codes");

    spec = {};
    const auto archive = large_material({10'000, 1'000'000, 50, 1});
    time_table(archive, spec, "1,000,000 codings in 10,000 sources, participants");
    spec.whose.kind = analysis::Whose::Kind::all;
    auto marked = archive;
    for (auto& source : marked.sources) source.marks[{1}] = source.marks[{2}] = model::Mark::coded;
    time_table(marked, spec, "1,000,000 codings in 10,000 sources, found by all");
    spec.whose.kind = analysis::Whose::Kind::any;
    spec.count = Count::characters;
    time_table(archive, spec, "1,000,000 codings in 10,000 sources, characters");
}
