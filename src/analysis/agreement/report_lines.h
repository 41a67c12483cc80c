// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/agreement/rater.h"
#include "analysis/agreement/resampling.h"

namespace analysis {

/// A row of the report with the places of what it is computed from.
struct ReportLine {
    AgreementRow row;
    std::size_t first_ratings = 0, past_ratings = 0;    ///< one thing, or several to pool
    std::size_t first_matching = 0, past_matching = 0;  ///< of codes
    std::size_t unitizing = 0;
    bool has_unitizing = false;
    std::optional<std::size_t> sets{};  ///< of a dimension
    int unitizing_value = 0;            ///< of (k)u; 0: of a whole dimension
    Lack refused = Lack::none;  ///< for coefficients of ratings: a coder's codes of the dimension overlap
    Scale scale = Scale::of_names(2);
};

/// All lines with one table of additive columns by clusters, from which every figure of the report and every
/// sample of it is computed.
class ReportLines {
  public:
    ReportLines(const AgreementSpec& spec, std::size_t clusters) : spec_(spec), clusters_(clusters) {}

    /// Each returns the place of what was added.
    std::size_t add_ratings(ClusteredRatings ratings);
    std::size_t add_matching(const std::vector<Rater::ClusteredPassages>& passages);
    std::size_t add_sets(SetRatings sets);
    std::size_t add_unitizing(const std::vector<Rater::ClusteredContinuum>& continua, int values);
    void add_line(ReportLine line) { lines_.push_back(std::move(line)); }

    [[nodiscard]] std::size_t ratings() const { return ratings_.size(); }
    [[nodiscard]] std::size_t matchings() const { return matchings_.size(); }

    /// The rows with counts, figures and intervals.
    [[nodiscard]] std::vector<AgreementRow> rows() const;
    /// The first coefficients' figures of the last line among these coders alone.
    [[nodiscard]] AgreementAmong among(std::vector<std::size_t> coders) const;

  private:
    struct RatingBlock {
        ClusteredRatings ratings;
        std::size_t offset;
    };
    struct SetBlock {
        std::size_t ratings;
        std::vector<double> jaccard, masi;  ///< distances of the sets
    };
    struct UnitizingBlock {
        int values;
        std::size_t offset;
        bool partition;
    };
    struct MatchingBlock {
        std::size_t offset;  ///< first, second, matched for each of spec.coefficients
    };
    struct FilledColumn {
        std::size_t cluster, column;
        double number;
    };

    [[nodiscard]] ClusterTable table() const;
    void evaluate(std::span<const double> columns, std::span<Figure> figures) const;
    [[nodiscard]] Figure figure(const ReportLine& line, std::size_t coefficient,
                                std::span<const double> columns) const;
    [[nodiscard]] Figure matched(const ReportLine& line, std::size_t coefficient,
                                 std::span<const double> columns) const;
    [[nodiscard]] CoveredFigure unitized(const ReportLine& line, Coefficient coefficient,
                                         std::span<const double> columns) const;
    [[nodiscard]] Figure of_sets(const ReportLine& line, Coefficient coefficient) const;
    /// What the counts of a line are taken from: its ratings, or where they were refused its sets.
    [[nodiscard]] std::pair<std::size_t, std::size_t> counted(const ReportLine& line) const;
    void fill_counts(const ReportLine& line, AgreementRow& row, std::span<const double> sums) const;
    [[nodiscard]] std::size_t telling(const ReportLine& line, const ClusterTable& table) const;
    [[nodiscard]] Interval by_formula(const ReportLine& line, Coefficient coefficient,
                                      const Figure& value) const;

    const AgreementSpec& spec_;
    std::size_t clusters_;
    std::size_t columns_ = 0;
    std::vector<RatingBlock> ratings_;
    std::vector<MatchingBlock> matchings_;
    std::vector<UnitizingBlock> unitizings_;
    std::vector<SetBlock> sets_;
    std::vector<FilledColumn> filled_;  ///< columns of matching and unitizing
    std::vector<ReportLine> lines_;
    mutable std::vector<RatingSums> sums_;  ///< of the blocks, while a sample is evaluated
};

}  // namespace analysis
