// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stability.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "analysis/agreement/observed.h"
#include "analysis/axis_items.h"
#include "analysis/voices.h"

namespace analysis {

namespace {

using Found = std::set<model::ParticipantId>;

/// Who has a code in one cell: by the two coders and in the settled layer, and what is certain and possible.
struct Cell {
    std::array<Found, 2> coders;
    Found settled, certain, possible;
    std::vector<std::size_t> open;
};

/// Gathers the cells, by the place of the code and the column.
class Gatherer {
  public:
    Gatherer(const model::Material& material, const AgreementSpec& spec, const Axis& axis)
        : numbered_(material), spec_(spec) {
        const Selection all{std::vector<bool>(material.participants.size(), true),
                            std::vector<bool>(material.codebook.codes().size(), true)};
        columns_ = axis_items(axis, numbered_, all, Whose{});
        for (std::size_t i = 0; i < material.participants.size(); ++i)
            column_of_[material.participants[i].id] = columns_.item_of[i];
    }

    void gather(const model::CountedSource& source) {
        voices_.open(source);
        for (const auto& coding : source.codings) {
            const Index coder = observer_of(spec_, coding);
            const bool settled = coding.layer == model::kSettledLayer;
            if (coder == kNowhere && !settled) continue;
            voices_.attribute(coding, Attribution::most, owners_);
            for (const Index own : owners_) {
                const auto participant = source.participants[static_cast<std::size_t>(own)];
                Cell* cell = cell_of(coding.code, participant);
                if (cell == nullptr) continue;
                if (coder != kNowhere) cell->coders[static_cast<std::size_t>(coder)].insert(participant);
                if (settled) cell->settled.insert(participant);
            }
        }
    }

    void gather(const Disputes& disputes) {
        for (const auto& [code, participant] : disputes.certain) {
            if (Cell* cell = cell_of(code, participant)) cell->certain.insert(participant);
        }
        for (std::size_t i = 0; i < disputes.list.size(); ++i) {
            if (disputes.list[i].settled) continue;
            for (const CellChange& change : disputes.list[i].effect) {
                Cell* cell = cell_of(change.code, change.participant);
                if (cell == nullptr) continue;
                cell->possible.insert(change.participant);
                if (cell->open.empty() || cell->open.back() != i) cell->open.push_back(i);
            }
        }
    }

    [[nodiscard]] const std::map<std::pair<Index, Index>, Cell>& cells() const { return cells_; }
    [[nodiscard]] AxisItems& columns() { return columns_; }

  private:
    Cell* cell_of(model::CodeId code, model::ParticipantId participant) {
        const Index place = numbered_.code(code);
        const auto column = column_of_.find(participant);
        if (place == kNowhere || column == column_of_.end() || column->second == kNowhere) return nullptr;
        return &cells_[{place, column->second}];
    }

    Numbered numbered_;
    const AgreementSpec& spec_;
    AxisItems columns_;
    std::unordered_map<model::ParticipantId, Index> column_of_;
    std::map<std::pair<Index, Index>, Cell> cells_;
    Voices voices_;
    std::vector<Index> owners_;
};

std::int64_t size_of(const Found& found) {
    return static_cast<std::int64_t>(found.size());
}

StableCell made_of(const Cell& cell) {
    StableCell made;
    const auto& [first, second] = cell.coders;
    made.first = size_of(first);
    made.second = size_of(second);
    made.both = std::count_if(first.begin(), first.end(),
                              [&, &others = second](const auto who) { return others.contains(who); });
    made.either = made.first + made.second - made.both;
    made.settled = size_of(cell.settled);
    made.low = size_of(cell.certain);
    made.high = made.low + size_of(cell.possible);
    made.open = cell.open;
    return made;
}

}  // namespace

Stability stability(const model::Material& given, const AgreementSpec& spec, const Disputes& disputes,
                    const Axis& columns) {
    const Observed observed(given, spec);
    const model::Material& material = observed.material();
    Gatherer gatherer(material, spec, columns);
    const std::unordered_set<model::SourceId> compared(disputes.sources.begin(), disputes.sources.end());
    Stability result;
    for (const auto& source : material.sources) {
        if (compared.contains(source.id)) {
            gatherer.gather(source);
            ++result.sources;
        } else {
            ++result.uncompared;
        }
    }
    gatherer.gather(disputes);
    const auto& codes = material.codebook.codes();
    result.columns = std::move(gatherer.columns().items);
    result.all_cells = result.columns.size() *
                       static_cast<std::size_t>(std::count_if(
                           codes.begin(), codes.end(), [](const model::Code& code) { return code.codable; }));
    for (const auto& [place, cell] : gatherer.cells()) {
        StableCell made = made_of(cell);
        made.code = codes[place.first].id;
        made.column = static_cast<std::size_t>(place.second);
        result.same += made.same() ? 1 : 0;
        result.hanging += made.open.empty() ? 0 : 1;
        result.cells.push_back(std::move(made));
    }
    return result;
}

}  // namespace analysis
