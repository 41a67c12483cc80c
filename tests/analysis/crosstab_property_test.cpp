// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>

#include "analysis/crosstab.h"
#include "analysis/naive_crosstab.h"
#include "analysis/random_material.h"

using analysis::Axis;
using analysis::Count;
using analysis::Crosstab;
using analysis::crosstab;
using analysis::CrosstabSpec;

namespace {

std::int64_t words_in(model::SourceId, const std::vector<text::Span>& spans) {
    std::int64_t words = 0;
    text::Position before = -1;
    for (const auto& span : spans) {
        RC_ASSERT(span.begin < span.end);
        RC_ASSERT(span.begin > before);
        before = span.end;
        for (auto i = span.begin; i < span.end; ++i) words += word_begins_at(i) ? 1 : 0;
    }
    return words;
}

/// A generator at its full size from the first case on: rapidcheck begins with tiny values, and tiny seeds
/// are few.
template <class T>
T pick(const rc::Gen<T>& generator) {
    return *rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, generator));
}

model::Material some_material() {
    std::mt19937 random(pick(rc::gen::arbitrary<std::uint32_t>()));
    return random_material(random);
}

bool once_in(int times) {
    return pick(rc::gen::inRange(0, times)) == 0;
}

Axis some_axis() {
    static const std::vector<Axis> kAxes{
        {Axis::Kind::codes, {}, {}},
        {Axis::Kind::dimensions, {}, {}},
        {Axis::Kind::role, {}, {}},
        {Axis::Kind::participant, {}, {}},
        {Axis::Kind::triad, {}, {}},
        {Axis::Kind::source, {}, {}},
        {Axis::Kind::coder, {}, {}},
        {Axis::Kind::attribute, "age", {}},
        {Axis::Kind::attribute, "age", {{10, 11, "10-11"}, {13, 13, "13"}}},
    };
    return kAxes[pick(rc::gen::inRange<std::size_t>(0, kAxes.size()))];
}

CrosstabSpec some_spec(const model::Material& material) {
    CrosstabSpec spec;
    spec.rows = some_axis();
    do {
        spec.columns = some_axis();
        // One axis twice says nothing that one does not, but for codes.
    } while (spec.columns.kind == spec.rows.kind && spec.rows.kind != Axis::Kind::codes &&
             spec.rows.kind != Axis::Kind::dimensions);
    spec.count = pick(rc::gen::element(Count::participants, Count::codings, Count::sources, Count::triads,
                                       Count::words, Count::characters));
    using Kind = analysis::Whose::Kind;
    spec.whose.kind = pick(rc::gen::element(Kind::settled, Kind::one, Kind::any, Kind::all));
    if (spec.whose.kind == Kind::one) spec.whose.coder = {pick(rc::gen::inRange<std::int64_t>(1, 4))};
    spec.attribution = pick(rc::gen::element(analysis::Attribution::most, analysis::Attribution::each));
    if (once_in(3)) {
        spec.codes = {{pick(rc::gen::element<std::int64_t>(9, 5, 2, 3))},
                      {pick(rc::gen::element<std::int64_t>(3, 6))}};
    }
    if (once_in(3)) spec.where = {{"role", "role1"}, {"role", ""}};
    if (once_in(3)) {
        spec.where.push_back({"participant", material.participants.front().name});
        spec.where.push_back({"participant", material.participants.back().name});
    }
    return spec;
}

template <class Id>
void same(const std::vector<Id>& made, const std::set<Id>& wanted) {
    RC_ASSERT(std::set<Id>(made.begin(), made.end()) == wanted);
    RC_ASSERT(made.size() == wanted.size());
}

void compare(const std::vector<analysis::AxisItem>& rows, const std::vector<analysis::AxisItem>& columns,
             const std::vector<std::vector<analysis::CrossCell>>& cells, const NaiveTable& wanted) {
    const auto name = [](const auto& item) { return item.path.empty() ? item.label : item.path; };
    RC_ASSERT(cells.size() == rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        RC_ASSERT(cells[row].size() == columns.size());
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const auto& cell = cells[row][column];
            const auto& other = wanted.cells.at({name(rows[row]), name(columns[column])});
            RC_LOG() << name(rows[row]) << " × " << name(columns[column]) << "\n";
            RC_ASSERT(cell.value == other.value);
            RC_ASSERT(cell.of == other.of);
            RC_ASSERT(cell.coded == other.coded);
            RC_ASSERT(cell.uncoded == other.uncoded);
            RC_ASSERT(cell.absent == other.absent);
            RC_ASSERT(cell.of == cell.coded + cell.uncoded + cell.absent);
            same(cell.participants, other.participants);
            same(cell.codings, other.codings);
        }
    }
}

std::int64_t total(const Crosstab& table) {
    std::int64_t sum = 0;
    for (const auto& row : table.cells) {
        for (const auto& cell : row) sum += cell.value;
    }
    return sum;
}

}  // namespace

TEST_CASE("Every table is what a count by hand gives") {
    rc::prop("cells, bases, participants, codings and unattributed codings agree", [] {
        for (int i = 0; i < 10; ++i) {
            const auto material = some_material();
            const CrosstabSpec spec = some_spec(material);
            const auto table = crosstab(material, spec, words_in);
            const auto wanted = naive_crosstab(material, spec, table.rows, table.columns);
            compare(table.rows, table.columns, table.cells, wanted);
            RC_ASSERT(table.unattributed == static_cast<std::int64_t>(wanted.unattributed.size()));
            same(table.unattributed_codings, wanted.unattributed);
        }
    });

    rc::prop("the rows of dimensions are those of a table by dimensions", [] {
        const auto material = some_material();
        CrosstabSpec spec = some_spec(material);
        spec.rows = {Axis::Kind::codes, {}, {}};
        const auto table = crosstab(material, spec, words_in);
        spec.rows = {Axis::Kind::dimensions, {}, {}};
        compare(table.dimensions, table.columns, table.dimension_cells,
                naive_crosstab(material, spec, table.dimensions, table.columns));
    });

    rc::prop("no attributed coding gets lost: without filters the columns of sources hold all of them", [] {
        const auto material = some_material();
        CrosstabSpec spec;
        spec.count = Count::codings;
        spec.columns = {Axis::Kind::source, {}, {}};
        std::int64_t codings = 0;
        for (const auto& source : material.sources)
            codings += static_cast<std::int64_t>(source.codings.size());
        const auto table = crosstab(material, spec);
        RC_ASSERT(total(table) + table.unattributed == codings);
    });
}
