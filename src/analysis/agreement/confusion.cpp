// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/confusion.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <map>
#include <set>

#include "analysis/agreement/coded_sources.h"
#include "base/error.h"
#include "base/translate.h"

namespace analysis {

namespace {

/// No code of the dimension: behind all others.
constexpr Index kNone = std::numeric_limits<Index>::max();

/// A code that begins or ends at a position.
struct Border {
    text::Position at = 0;
    bool begins = false;
    std::size_t coder = 0;
    Index code = 0;
};

struct Cell {
    text::Position characters = 0;
    std::vector<TextPlace> places;
};
using Cells = std::map<std::pair<Index, Index>, Cell>;

/// Walks over the borders of one dimension in one source from left to right.
class Sweep {
  public:
    Sweep(model::SourceId source, Cells& cells) : source_(source), cells_(cells) {}

    void over(std::vector<Border> borders) {
        std::sort(borders.begin(), borders.end(),
                  // A code that ends where it begins again must not end afterwards.
                  [](const Border& a, const Border& b) {
                      return std::pair(a.at, a.begins) < std::pair(b.at, b.begins);
                  });
        text::Position before = 0;
        for (const Border& border : borders) {
            if (border.at > before) count({before, border.at});
            before = border.at;
            auto& here = here_[border.coder];
            if (border.begins) {
                here.insert(border.code);
            } else {
                here.erase(border.code);
            }
        }
    }

  private:
    void count(const text::Span& span) {
        std::vector<Index> both, first, second;
        std::set_intersection(here_[0].begin(), here_[0].end(), here_[1].begin(), here_[1].end(),
                              std::back_inserter(both));
        std::set_difference(here_[0].begin(), here_[0].end(), here_[1].begin(), here_[1].end(),
                            std::back_inserter(first));
        std::set_difference(here_[1].begin(), here_[1].end(), here_[0].begin(), here_[0].end(),
                            std::back_inserter(second));
        for (const Index code : both) add(code, code, span);
        if (first.empty() && second.empty()) return;
        if (first.empty()) first.push_back(kNone);
        if (second.empty()) second.push_back(kNone);
        for (const Index one : first) {
            for (const Index other : second) add(one, other, span);
        }
    }

    void add(Index first, Index second, const text::Span& span) {
        Cell& cell = cells_[{first, second}];
        cell.characters += span.length();
        auto& places = cell.places;
        if (!places.empty() && places.back().source == source_ && places.back().span.end == span.begin) {
            places.back().span.end = span.end;
        } else {
            places.push_back({source_, span});
        }
    }

    model::SourceId source_;
    Cells& cells_;
    std::array<std::set<Index>, 2> here_;
};

}  // namespace

const ConfusionCell* Confusion::at(model::CodeId first, model::CodeId second) const {
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const ConfusionCell& cell) {
        return cell.first == first && cell.second == second;
    });
    return found == cells.end() ? nullptr : &*found;
}

std::vector<Confusion> confusions(const model::Material& given, const AgreementSpec& spec,
                                  const TextUnits& units) {
    refuse_wrong_coders(given, spec);
    if (spec.coders.size() != 2) {
        throw base::Error(base::ErrorKind::bad_input, base::tr("A confusion matrix is of two coders."),
                          base::tr("Name two with --coders."));
    }
    const Observed observed(given, spec);
    const model::Material& material = observed.material();
    const Numbered numbered(material);
    const auto& codes = material.codebook.codes();
    std::map<Index, Cells> by_dimension;  // in the order of the codebook
    const auto coded = coded_sources(numbered, spec, units);
    for (Index place = 0; place < numbered.sources(); ++place) {
        const auto source = std::find_if(coded.sources.begin(), coded.sources.end(),
                                         [&](const CodedSource& one) { return one.source == place; });
        if (source == coded.sources.end()) continue;
        std::map<Index, std::vector<Border>> borders;
        for (const CodeMarks& marks : source->marks) {
            const Index dimension = numbered.code(material.codebook.dimension_of(codes[marks.code].id).id);
            for (std::size_t coder = 0; coder < 2; ++coder) {
                for (const ValuedSpan& one : marks.spans[coder]) {
                    borders[dimension].push_back({one.span.begin, true, coder, marks.code});
                    borders[dimension].push_back({one.span.end, false, coder, marks.code});
                }
            }
        }
        for (auto& [dimension, list] : borders)
            Sweep(material.sources[place].id, by_dimension[dimension]).over(std::move(list));
    }

    std::vector<Confusion> result;
    const auto id_of = [&](Index code) { return code == kNone ? model::CodeId{} : codes[code].id; };
    for (auto& [dimension, cells] : by_dimension) {
        Confusion one;
        one.dimension = codes[dimension].id;
        std::set<Index> used;
        for (auto& [key, cell] : cells) {
            used.insert({key.first, key.second});
            one.cells.push_back(
                {id_of(key.first), id_of(key.second), cell.characters, std::move(cell.places)});
        }
        used.erase(kNone);
        for (const Index code : used) one.codes.push_back(id_of(code));
        result.push_back(std::move(one));
    }
    return result;
}

}  // namespace analysis
