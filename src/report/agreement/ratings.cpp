// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/ratings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>

#include "analysis/attribute_values.h"
#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "exchange/in/csv.h"
#include "text/tokens.h"

namespace report {

namespace {

using analysis::Category;
using analysis::Level;
using base::say;
using base::tr;

[[noreturn]] void refuse(const std::string& message, const std::string& hint = {}) {
    throw base::Error(base::ErrorKind::bad_input, message, hint);
}

bool is_one_of(const std::string& name, std::initializer_list<const char*> names) {
    const std::string wanted = text::folded(name);
    return std::any_of(names.begin(), names.end(), [&](const char* one) { return wanted == one; });
}

bool is_missing(const std::string& rating) {
    return is_one_of(rating, {"", "na", "n/a", "nan", "-", "."});
}

/// "1,234" and "1.234.567": may be thousands as well as decimals.
bool may_have_thousands(const std::string& number) {
    const auto first = number.find_first_of(".,");
    const std::string_view digits(number);
    if (first == std::string::npos || first == 0 || first > 3 || digits.front() == '0') return false;
    for (std::size_t at = first; at < digits.size(); at += 4) {
        if (digits[at] != '.' && digits[at] != ',') return false;
        if (at + 4 > digits.size() ||
            (at + 4 < digits.size() && std::isdigit(static_cast<unsigned char>(digits[at + 4])) != 0))
            return false;
    }
    return std::count_if(digits.begin(), digits.end(), [](char c) { return c == '-'; }) == 0;
}

/// Tables of categories by categories hold so many; with more they would take gigabytes.
constexpr std::size_t kMostCategories = 3000;

class Reader {
  public:
    Reader(const exchange::CsvTable& table, const RatingsFileOptions& options)
        : table_(table), options_(options) {}

    analysis::RatedTable read() {
        choose_columns();
        collect_categories();
        analysis::RatedTable result;
        for (const std::size_t column : coders_) result.coders.push_back(table_.header[column]);
        result.categories = categories_;
        if (needs_numbers()) {
            for (const auto& one : categories_) result.values.push_back(*analysis::number_of(one));
        }
        result.ratings =
            analysis::Ratings(static_cast<int>(coders_.size()), static_cast<int>(categories_.size()));
        std::vector<Category> row(coders_.size());
        for (const auto& line : table_.rows) {
            for (std::size_t g = 0; g < coders_.size(); ++g) row[g] = category_of(line, coders_[g]);
            result.ratings.add(row, count_of(line));
        }
        return result;
    }

  private:
    [[nodiscard]] bool needs_numbers() const {
        return options_.level == Level::interval || options_.level == Level::ratio;
    }

    void choose_columns() {
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            const std::string& name = table_.header[i];
            if (is_one_of(name, {"count", "counts", "aantal"})) {
                count_ = i;
            } else if (!is_one_of(name, {"unit", "units", "item", "items", "id", "eenheid"})) {
                coders_.push_back(i);
            }
        }
        if (!options_.coders.empty()) {
            coders_.clear();
            for (const auto& name : options_.coders) {
                const auto column = table_.column(name);
                if (!column) {
                    refuse(say("{} has no column “{}”.", table_.file, name),
                           say("Columns there are: {}.", base::join(table_.header, ", ")));
                }
                if (std::find(coders_.begin(), coders_.end(), *column) != coders_.end()) {
                    refuse(tr("A coder was named twice; agreement needs different ones."));
                }
                coders_.push_back(*column);
            }
        }
        if (coders_.size() < 2) {
            refuse(say("{}: agreement needs the ratings of two coders or more, a column each.", table_.file),
                   say("Columns there are: {}.", base::join(table_.header, ", ")));
        }
    }

    std::string place(const exchange::CsvRow& line, std::size_t column) const {
        return say("{}, line {}, column {}", table_.file, line.line, table_.header[column]);
    }

    [[nodiscard]] std::string rating(const exchange::CsvRow& line, std::size_t column) const {
        return std::string(base::trimmed(line.fields[column]));
    }

    /// What two ratings that mean the same have in common.
    [[nodiscard]] std::string key_of(const std::string& rating) const {
        return needs_numbers() ? analysis::value_key(model::AttributeType::number, rating) : rating;
    }

    void collect_categories() {
        if (needs_numbers()) refuse_what_is_no_number();
        if (options_.level == Level::ratio) refuse_what_is_below_zero();
        for (const auto& name : options_.categories) {
            const std::string category(base::trimmed(name));
            if (needs_numbers() && !analysis::number_of(category)) {
                refuse(say("“{}” is no number, but ratings of this level are.", category));
            }
            if (!places_.emplace(key_of(category), static_cast<Category>(categories_.size())).second) {
                refuse(say("The category “{}” is declared twice.", category));
            }
            categories_.push_back(category);
        }
        if (options_.categories.empty()) find_categories();
        if (categories_.size() > kMostCategories) {
            refuse(say("{} has too many different ratings: {}, where {} are the most.", table_.file,
                       categories_.size(), kMostCategories),
                   needs_numbers() ? tr("Round the numbers.") : tr("Are these columns of ratings?"));
        }
    }

    void find_categories() {
        std::map<std::string, std::string> found;
        for (const auto& line : table_.rows) {
            for (const std::size_t column : coders_) {
                const std::string value = rating(line, column);
                if (!is_missing(value)) found.emplace(key_of(value), value);
            }
        }
        for (const auto& [key, value] : found) categories_.push_back(value);
        std::sort(categories_.begin(), categories_.end(), [](const auto& a, const auto& b) {
            return analysis::value_less(model::AttributeType::number, a, b);
        });
        for (const auto& category : categories_) {
            places_.emplace(key_of(category), static_cast<Category>(places_.size()));
        }
    }

    void refuse_what_is_below_zero() const {
        for (const auto& line : table_.rows) {
            for (const std::size_t column : coders_) {
                const auto number = analysis::number_of(rating(line, column));
                if (number && *number < 0) {
                    refuse(say("{}: “{}” is below zero.", place(line, column), rating(line, column)),
                           tr("A scale of level ratio begins at 0; for others there is level interval."));
                }
            }
        }
    }

    /// A file in which every separator may be one of thousands is not guessed at.
    void refuse_what_is_no_number() const {
        std::optional<std::string> first_doubtful;
        std::string doubtful_value;
        bool decimals_seen = false;
        for (const auto& line : table_.rows) {
            for (const std::size_t column : coders_) {
                const std::string value = rating(line, column);
                if (is_missing(value)) continue;
                if (may_have_thousands(value)) {
                    if (!first_doubtful) {
                        first_doubtful = place(line, column);
                        doubtful_value = value;
                    }
                } else if (!analysis::number_of(value)) {
                    refuse(
                        say("{}: “{}” is no number.", place(line, column), value),
                        tr("Ratings of level interval and ratio are numbers without thousands separators."));
                } else {
                    decimals_seen = decimals_seen || value.find_first_of(".,") != std::string::npos;
                }
            }
        }
        if (first_doubtful && (!decimals_seen || !analysis::number_of(doubtful_value))) {
            refuse(say("{}: “{}” can be read in two ways, with thousands or with decimals.", *first_doubtful,
                       doubtful_value),
                   tr("Write numbers without thousands separators."));
        }
    }

    [[nodiscard]] Category category_of(const exchange::CsvRow& line, std::size_t column) const {
        const std::string value = rating(line, column);
        const bool declared = places_.contains(key_of(value));
        if (is_missing(value) && !declared) return analysis::kMissing;
        if (!declared) {
            refuse(say("{}: “{}” is not among the declared categories.", place(line, column), value),
                   say("Categories declared: {}.", base::join(categories_, ", ")));
        }
        return places_.at(key_of(value));
    }

    [[nodiscard]] double count_of(const exchange::CsvRow& line) const {
        if (!count_) return 1;
        const auto count = analysis::number_of(line.fields[*count_]);
        if (!count || *count < 0 || *count != std::floor(*count) || *count > 1e12 ||
            may_have_thousands(rating(line, *count_))) {
            refuse(say("{}: “{}” is not how many units the line stands for.", place(line, *count_),
                       rating(line, *count_)),
                   tr("A count is a whole number without thousands separators."));
        }
        return *count;
    }

    const exchange::CsvTable& table_;
    const RatingsFileOptions& options_;
    std::vector<std::size_t> coders_;
    std::optional<std::size_t> count_;
    std::vector<std::string> categories_;
    std::map<std::string, Category> places_;
};

}  // namespace

analysis::RatedTable read_ratings(const std::filesystem::path& path, const RatingsFileOptions& options) {
    const exchange::CsvTable table = exchange::read_csv(path);
    return Reader(table, options).read();
}

}  // namespace report
