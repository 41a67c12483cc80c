// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/agreement/report_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/agreement/krippendorff.h"
#include "analysis/agreement/standard_error.h"

namespace analysis {

namespace {

Basis basis_of(Coefficient coefficient) {
    return info(coefficient).basis;
}

bool has_value(std::span<const Category> row) {
    return std::any_of(row.begin(), row.end(), [](Category value) { return value > 0; });
}

/// What has no value because nobody used the code, or because it is everywhere, is said so.
Figure explained(const Figure& figure, const AgreementRow& row) {
    if (figure.lack != Lack::no_variation && figure.lack != Lack::no_positive && figure.lack != Lack::unused)
        return figure;
    const bool marked =
        std::any_of(row.marked.begin(), row.marked.end(), [](double units) { return units > 0; });
    const bool used = std::find(row.used.begin(), row.used.end(), true) != row.used.end();
    if (!marked) return used ? Lack::nowhere : Lack::unused;
    return figure.lack == Lack::no_variation && !row.nominal ? Figure(Lack::everywhere) : figure;
}

}  // namespace

std::size_t ReportLines::add_ratings(ClusteredRatings ratings) {
    const std::size_t rows = ratings.rows().rows();
    ratings_.push_back({std::move(ratings), columns_});
    columns_ += rows;
    return ratings_.size() - 1;
}

std::size_t ReportLines::add_matching(const std::vector<Rater::ClusteredPassages>& passages) {
    const std::size_t offset = columns_;
    for (const Coefficient coefficient : spec_.coefficients) {
        if (basis_of(coefficient) != Basis::matching) continue;
        for (const auto& one : passages) {
            SpanMatching sum;
            for (std::size_t g = 0; g < one.coders.size(); ++g) {
                for (std::size_t h = g + 1; h < one.coders.size(); ++h) {
                    if (one.coders[g] == nullptr || one.coders[h] == nullptr) continue;
                    sum += match_spans(one.passages[g], one.passages[h], match_of(coefficient));
                }
            }
            filled_.push_back({one.cluster, columns_, static_cast<double>(sum.first)});
            filled_.push_back({one.cluster, columns_ + 1, static_cast<double>(sum.second)});
            filled_.push_back({one.cluster, columns_ + 2, static_cast<double>(sum.matched)});
        }
        columns_ += 3;
    }
    matchings_.push_back({offset});
    return matchings_.size() - 1;
}

std::size_t ReportLines::add_sets(SetRatings sets) {
    SetBlock block{0, distances_of(sets.sets, jaccard_distance), distances_of(sets.sets, masi_distance)};
    block.ratings = add_ratings(std::move(sets.ratings));
    sets_.push_back(std::move(block));
    return sets_.size() - 1;
}

std::size_t ReportLines::add_unitizing(const std::vector<Rater::ClusteredContinuum>& continua, int values) {
    UnitizingBlock block{values, columns_, true};
    std::vector<double> columns;
    for (const auto& one : continua) {
        columns.assign(unitizing_columns(values), 0);
        block.partition = add_continuum(one.continuum, values, columns) && block.partition;
        for (std::size_t i = 0; i < columns.size(); ++i)
            filled_.push_back({one.cluster, columns_ + i, columns[i]});
    }
    columns_ += unitizing_columns(values);
    unitizings_.push_back(block);
    return unitizings_.size() - 1;
}

ClusterTable ReportLines::table() const {
    ClusterTable table(clusters_, columns_);
    for (const auto& block : ratings_) {
        for (std::size_t cluster = 0; cluster < clusters_; ++cluster) {
            block.ratings.add_counts(cluster, table.row(cluster).subspan(block.offset));
        }
    }
    for (const auto& [cluster, column, number] : filled_) table.row(cluster)[column] += number;
    return table;
}

void ReportLines::evaluate(std::span<const double> columns, std::span<Figure> figures) const {
    sums_.resize(ratings_.size());
    for (std::size_t i = 0; i < ratings_.size(); ++i) {
        const Ratings& rows = ratings_[i].ratings.rows();
        sums_[i].reset(rows.coders(), rows.categories());
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const double count = columns[ratings_[i].offset + row];
            if (count != 0) sums_[i].add(rows.row(row), count);
        }
    }
    std::size_t place = 0;
    for (const ReportLine& line : lines_) {
        for (std::size_t c = 0; c < spec_.coefficients.size(); ++c)
            figures[place++] = figure(line, c, columns);
    }
}

Figure ReportLines::figure(const ReportLine& line, std::size_t coefficient,
                           std::span<const double> columns) const {
    const Coefficient wanted = spec_.coefficients[coefficient];
    if (basis_of(wanted) == Basis::matching) return matched(line, coefficient, columns);
    if (basis_of(wanted) == Basis::unitizing) return unitized(line, wanted, columns).value;
    if (basis_of(wanted) == Basis::sets) return of_sets(line, wanted);
    if (line.refused != Lack::none) return line.refused;
    const auto sums = std::span<const RatingSums>(sums_).subspan(line.first_ratings,
                                                                 line.past_ratings - line.first_ratings);
    return sums.size() == 1 ? value_of(wanted, sums.front(), line.scale)
                            : pooled_value(wanted, sums, line.scale);
}

Figure ReportLines::matched(const ReportLine& line, std::size_t coefficient,
                            std::span<const double> columns) const {
    const auto earlier = std::count_if(spec_.coefficients.begin(),
                                       spec_.coefficients.begin() + static_cast<std::ptrdiff_t>(coefficient),
                                       [](Coefficient one) { return basis_of(one) == Basis::matching; });
    double spans = 0, both = 0;
    for (std::size_t i = line.first_matching; i < line.past_matching; ++i) {
        const std::size_t place = matchings_[i].offset + 3 * static_cast<std::size_t>(earlier);
        spans += columns[place] + columns[place + 1];
        both += columns[place + 2];
    }
    if (spans == 0) return Lack::unused;
    return 2 * both / spans;
}

Figure ReportLines::of_sets(const ReportLine& line, Coefficient coefficient) const {
    if (!line.sets) return Lack::by_dimension;
    const SetBlock& block = sets_[*line.sets];
    const bool jaccard = coefficient == Coefficient::krippendorff_alpha_jaccard;
    return krippendorff(sums_[block.ratings], jaccard ? block.jaccard : block.masi).alpha();
}

std::pair<std::size_t, std::size_t> ReportLines::counted(const ReportLine& line) const {
    if (line.refused == Lack::none || !line.sets) return {line.first_ratings, line.past_ratings};
    return {sets_[*line.sets].ratings, sets_[*line.sets].ratings + 1};
}

CoveredFigure ReportLines::unitized(const ReportLine& line, Coefficient coefficient,
                                    std::span<const double> columns) const {
    const bool of_one = coefficient == Coefficient::ku_alpha;
    if (!line.has_unitizing || of_one != (line.unitizing_value > 0)) {
        const Lack lack = of_one ? Lack::by_code : Lack::by_dimension;
        return {lack, lack};
    }
    const UnitizingBlock& block = unitizings_[line.unitizing];
    const Unitizing family =
        block.partition
            ? unitizing(columns.subspan(block.offset, unitizing_columns(block.values)), block.values)
            : no_unitizing(Lack::overlapping, block.values);
    switch (coefficient) {
        case Coefficient::u_alpha:
            return {family.u, Lack::none};
        case Coefficient::bar_u_alpha:
            return {family.relevance, Lack::none};
        case Coefficient::cu_alpha:
            return family.coding;
        default:
            return family.by_value[static_cast<std::size_t>(line.unitizing_value - 1)];
    }
}

void ReportLines::fill_counts(const ReportLine& line, AgreementRow& row,
                              std::span<const double> columns) const {
    row.marked.assign(spec_.coders.size(), 0);
    const auto [first, past] = counted(line);
    for (std::size_t i = first; i < past; ++i) {
        const RatingSums& sums = sums_[i];
        // All codes of a scope are rated on the same units.
        row.units = sums.pairable;
        for (int g = 0; g < sums.coders; ++g) {
            for (int k = 1; k < sums.categories; ++k)
                row.marked[static_cast<std::size_t>(g)] += sums.margins[sums.cell(g, k)];
        }
        const std::size_t cells = sums.agreement.size();
        for (std::size_t cell = 0; cell < sums.pairs.size(); ++cell) {
            const std::size_t k = cell % cells / static_cast<std::size_t>(sums.categories);
            const std::size_t l = cell % static_cast<std::size_t>(sums.categories);
            if (k == 0 && l == 0) row.neither += sums.pairs[cell];
            if (k > 0 && l > 0) row.both += sums.pairs[cell];
        }
    }
    for (AgreementFigure& figure : row.figures) {
        figure.value = explained(figure.value, row);
        if (figure.coefficient == Coefficient::cu_alpha || figure.coefficient == Coefficient::ku_alpha) {
            figure.coverage = unitized(line, figure.coefficient, columns).coverage;
        }
    }
}

/// Clusters in which anybody marked something.
std::size_t ReportLines::telling(const ReportLine& line, const ClusterTable& table) const {
    std::vector<std::size_t> marked;
    const auto [first, past] = counted(line);
    for (std::size_t i = first; i < past; ++i) {
        const Ratings& rows = ratings_[i].ratings.rows();
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            if (has_value(rows.row(row))) marked.push_back(ratings_[i].offset + row);
        }
    }
    std::size_t count = 0;
    for (std::size_t cluster = 0; cluster < clusters_; ++cluster) {
        const auto cells = table.row(cluster);
        count +=
            std::any_of(marked.begin(), marked.end(), [&](std::size_t column) { return cells[column] > 0; })
                ? 1
                : 0;
    }
    return count;
}

Interval ReportLines::by_formula(const ReportLine& line, Coefficient coefficient, const Figure& value) const {
    Interval interval;
    const bool one_thing = line.past_ratings - line.first_ratings == 1;
    const Basis basis = basis_of(coefficient);
    if (!value.defined()) {
        interval.lack = value.lack;
    } else if (!one_thing || (basis != Basis::ratings && basis != Basis::marks)) {
        interval.lack = Lack::no_formula;
    } else {
        const Ratings& ratings = ratings_[line.first_ratings].ratings.rows();
        const Figure error = error_of(coefficient, ratings, line.scale);
        interval.lack = error.lack;
        if (error.defined() && !(error.value > 0)) interval.lack = Lack::no_difference;
        if (interval.lack != Lack::none) return interval;
        const RatingSums sums = sums_of(ratings);
        if (sums.pairable < 2) {
            interval.lack = Lack::too_few;
            return interval;
        }
        const Bounds bounds = t_bounds(value.value, error.value, sums.units - 1, spec_.interval.level);
        interval.low = std::max(least_value(coefficient), bounds.low);
        interval.high = bounds.high;
        interval.error = error.value;
        interval.missing = missing_by_error(value.value, error.value);
    }
    return interval;
}

std::vector<AgreementRow> ReportLines::rows() const {
    const ClusterTable clusters = table();
    const auto sums = column_sums(clusters);
    const std::size_t each = spec_.coefficients.size();
    std::vector<Figure> values(lines_.size() * each, Figure(Lack::no_overlap));
    std::vector<std::size_t> telling_clusters;
    for (const ReportLine& line : lines_)
        telling_clusters.insert(telling_clusters.end(), each, telling(line, clusters));
    std::vector<Interval> sampled;
    if (!spec_.analytic) {
        sampled = intervals(
            clusters,
            [&](std::span<const double> columns, std::span<Figure> figures) { evaluate(columns, figures); },
            telling_clusters, spec_.interval);
    }
    evaluate(sums, values);
    std::vector<AgreementRow> rows;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        AgreementRow row = lines_[i].row;
        row.telling = each == 0 ? 0 : telling_clusters[i * each];
        for (std::size_t c = 0; c < each; ++c) {
            const Figure& value = values[i * each + c];
            const Coefficient coefficient = spec_.coefficients[c];
            row.figures.push_back(
                {coefficient,
                 value,
                 spec_.analytic ? by_formula(lines_[i], coefficient, value) : sampled[i * each + c],
                 {}});
        }
        fill_counts(lines_[i], row, sums);
        for (AgreementFigure& one : row.figures) {
            if (!one.value.defined()) one.interval.lack = one.value.lack;
            one.interval.low = std::max(least_value(one.coefficient), one.interval.low);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

AgreementAmong ReportLines::among(std::vector<std::size_t> coders) const {
    AgreementAmong result{std::move(coders), {}};
    const std::vector<int> places(result.coders.begin(), result.coders.end());
    const ReportLine& line = lines_.back();
    std::vector<RatingSums> sums;
    for (std::size_t i = line.first_ratings; i < line.past_ratings; ++i) {
        sums.push_back(sums_of(of_coders(ratings_[i].ratings.rows(), places)));
    }
    for (const Coefficient coefficient : spec_.coefficients) {
        const Basis basis = basis_of(coefficient);
        const bool rated = basis == Basis::ratings || basis == Basis::marks;
        result.figures.push_back(rated ? pooled_value(coefficient, sums, line.scale) : Figure(Lack::by_code));
    }
    return result;
}

}  // namespace analysis
