// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/listing.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/out/table_text.h"
#include "model/codebook.h"
#include "report/agreement/figure_text.h"
#include "report/agreement/names.h"

namespace report {

namespace {

using analysis::AgreementBy;
using analysis::AgreementFigure;
using analysis::AgreementRow;
using analysis::Figure;
using base::say;
using base::tr;

std::string share(double part, double whole) {
    if (whole == 0) return fmt::format("{:.0f}", part);
    return fmt::format("{:.0f} ({:.1f}%)", part, 100 * part / whole);
}

std::string label_of(const AgreementRow& row) {
    if (row.by == AgreementBy::all) return tr("All together");
    return row.label;
}

nlohmann::ordered_json number_or_null(const Figure& figure) {
    return figure.defined() ? json_number(figure.value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json lack_or_null(analysis::Lack lack) {
    const std::string id = analysis::id_of(lack);
    return id.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(id);
}

nlohmann::ordered_json result(const NamedAgreement& agreement, const AgreementRow& row,
                              const AgreementFigure& figure) {
    const auto& interval = figure.interval;
    const bool sure = interval.lack == analysis::Lack::none;
    const auto if_sure = [&](double value) {
        return sure ? json_number(value) : nlohmann::ordered_json(nullptr);
    };
    nlohmann::ordered_json entry{
        {"by", word_of(kRowsBy, row.by)},
        {"of", row.label},
        {"unit", agreement.unit},
        {"rule",
         agreement.rule.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(agreement.rule)},
        {"coefficient", analysis::info(figure.coefficient).id},
        {"value", number_or_null(figure.value)},
        {"low", if_sure(interval.low)},
        {"high", if_sure(interval.high)},
        {"n", json_number(row.units)},
        {"undefined", lack_or_null(figure.value.lack)},
        {"no_interval", lack_or_null(figure.value.defined() ? interval.lack : analysis::Lack::none)},
        {"error", if_sure(interval.error)},
        {"below_667", if_sure(interval.missing[0])},
        {"below_800", if_sure(interval.missing[1])},
        {"clusters", row.telling},
        {"undefined_samples", interval.undefined},
        {"marked", row.marked},
        {"both", row.both},
        {"neither", row.neither},
    };
    if (figure.coverage) entry["coverage"] = number_or_null(*figure.coverage);
    return entry;
}

/// Where all rows have the same N, says it in the title instead of in each row.
void lift_constant_n(Listing& listing) {
    const auto n = std::find_if(listing.columns.begin(), listing.columns.end(),
                                [](const Listing::Column& column) { return column.key == "n"; });
    const auto place = n - listing.columns.begin();
    const auto at = static_cast<std::size_t>(place);
    const bool constant = std::all_of(listing.rows.begin(), listing.rows.end(),
                                      [&](const auto& row) { return row[at] == listing.rows.front()[at]; });
    if (n == listing.columns.end() || listing.rows.size() < 2 || !constant) return;
    listing.title += fmt::format(", N = {}", listing.rows.front()[at]);
    listing.columns.erase(n);
    for (auto& row : listing.rows) row.erase(row.begin() + place);
}

std::string csv_text(const nlohmann::ordered_json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// The records of CSV and of the sheet of figures: the JSON's entries, with a column for what each coder
/// marked.
struct Records {
    std::vector<std::string> header;
    std::vector<std::vector<nlohmann::ordered_json>> rows;
};

Records records_of(const NamedAgreement& agreement) {
    Records records;
    for (const auto& row : agreement.rows) {
        for (const auto& figure : row.figures) {
            auto entry = result(agreement, row, figure);
            if (!entry.contains("coverage")) entry["coverage"] = nullptr;
            std::vector<std::string> header;
            std::vector<nlohmann::ordered_json> cells;
            for (const auto& [key, value] : entry.items()) {
                if (key != "marked") {
                    header.push_back(key);
                    cells.push_back(value);
                    continue;
                }
                for (std::size_t g = 0; g < agreement.coders.size(); ++g) {
                    header.push_back("marked_" + agreement.coders[g]);
                    cells.push_back(g < row.marked.size() ? nlohmann::ordered_json(row.marked[g]) : nullptr);
                }
            }
            records.header = std::move(header);
            records.rows.push_back(std::move(cells));
        }
    }
    return records;
}

exchange::Sheet overview_sheet(const NamedAgreement& agreement) {
    exchange::Workbook one = listing_workbook(agreement_overview(agreement), 0);
    return std::move(one.sheets.front());
}

exchange::Sheet figures_sheet(const NamedAgreement& agreement) {
    const Records records = records_of(agreement);
    exchange::Sheet sheet;
    sheet.name = tr("Figures");
    sheet.frozen_rows = sheet.heading_rows = 1;
    sheet.filter_row = 0;
    sheet.landscape = true;
    auto& heading = sheet.rows.emplace_back();
    for (const auto& key : records.header) {
        heading.push_back(exchange::text_cell(key, exchange::CellStyle::heading));
        heading.back().ruled = true;
        sheet.widths.push_back(key == "of" ? 40 : 14);
    }
    for (const auto& record : records.rows) {
        auto& row = sheet.rows.emplace_back();
        for (const auto& value : record) {
            if (!value.is_number()) {
                row.push_back(exchange::text_cell(csv_text(value)));
                continue;
            }
            const double figure = value.get<double>();
            row.push_back(exchange::number_cell(figure, exchange::CellStyle::number,
                                                figure == std::floor(figure) ? 0 : 4));
        }
    }
    return sheet;
}

exchange::Sheet notes_sheet(const NamedAgreement& agreement) {
    exchange::Sheet sheet;
    sheet.name = tr("Notes");
    sheet.widths = {110};
    sheet.rows.push_back({exchange::text_cell(agreement.title, exchange::CellStyle::title)});
    for (const auto& note : agreement.notes) {
        sheet.rows.push_back({exchange::text_cell(note, exchange::CellStyle::wrapped)});
    }
    return sheet;
}

}  // namespace

std::string figure_text(const AgreementFigure& figure) {
    if (!figure.value.defined()) return "–";
    const std::string value = coefficient_text(figure.value.value);
    const auto& interval = figure.interval;
    if (interval.lack != analysis::Lack::none) return value;
    return fmt::format("{} [{}, {}]", value, coefficient_text(interval.low), coefficient_text(interval.high));
}

nlohmann::ordered_json json_number(double value) {
    // More digits than twelve differ between machines in the last one.
    return std::strtod(fmt::format("{:.12g}", value).c_str(), nullptr);
}

std::string band_of(const AgreementFigure& figure) {
    using C = analysis::Coefficient;
    const bool alpha =
        figure.coefficient >= C::krippendorff_alpha_nominal && figure.coefficient <= C::ku_alpha;
    if (!alpha || !figure.value.defined() || figure.interval.lack != analysis::Lack::none) return {};
    if (figure.interval.low >= analysis::kTargets[1]) return tr("rely on");
    if (figure.interval.low >= analysis::kTargets[0]) return tr("tentative");
    return tr("discard");
}

Listing agreement_overview(const NamedAgreement& agreement) {
    Listing listing;
    listing.title = tr("Agreement");
    listing.columns.push_back({"of", tr("Of")});
    const bool counts = std::any_of(agreement.rows.begin(), agreement.rows.end(),
                                    [](const auto& row) { return !row.marked.empty(); });
    if (counts) {
        for (const auto& coder : agreement.coders) listing.columns.push_back({coder, coder});
        listing.columns.push_back({"both", tr("Both")});
    }
    listing.columns.push_back({"n", tr("N"), true});
    if (agreement.rows.empty()) return listing;
    bool any_band = false;
    for (const auto& figure : agreement.rows.front().figures) {
        const auto& about = analysis::info(figure.coefficient);
        listing.columns.push_back({about.id, analysis::shown_name(figure.coefficient)});
    }
    for (const auto& row : agreement.rows) {
        for (const auto& figure : row.figures) any_band = any_band || !band_of(figure).empty();
    }
    if (any_band) listing.columns.push_back({"band", tr("Lower limit of α")});
    for (const auto& row : agreement.rows) {
        std::vector<std::string> cells{label_of(row)};
        if (counts) {
            for (std::size_t g = 0; g < agreement.coders.size(); ++g) {
                cells.push_back(g < row.marked.size()
                                    ? share(row.marked[g], row.by == AgreementBy::code ? row.units : 0)
                                    : std::string());
            }
            cells.push_back(row.marked.empty() ? std::string() : fmt::format("{:.0f}", row.both));
        }
        cells.push_back(fmt::format("{:.0f}", row.units));
        std::string band;
        for (const auto& figure : row.figures) {
            cells.push_back(figure_text(figure));
            if (band.empty()) band = band_of(figure);
        }
        if (any_band) cells.push_back(band);
        listing.rows.push_back(std::move(cells));
    }
    return listing;
}

Listing agreement_lines(const NamedAgreement& agreement) {
    Listing listing = agreement_overview(agreement);
    listing.title = agreement.title;
    lift_constant_n(listing);
    std::vector<std::vector<std::string>> rows;
    std::string dimension;
    for (std::size_t i = 0; i < listing.rows.size(); ++i) {
        auto& cells = listing.rows[i];
        const auto parts = model::path_parts(agreement.rows[i].label);
        if (agreement.rows[i].by == AgreementBy::code && parts.size() > 1) {
            if (parts.front() != dimension) {
                dimension = parts.front();
                rows.emplace_back(cells.size()).front() = dimension;
            }
            cells.front() = "\u00A0\u00A0" + parts.back();
        }
        rows.push_back(std::move(cells));
    }
    listing.rows = std::move(rows);
    return listing;
}

nlohmann::ordered_json agreement_json(const NamedAgreement& agreement) {
    auto results = nlohmann::ordered_json::array();
    for (const auto& row : agreement.rows) {
        for (const auto& figure : row.figures) results.push_back(result(agreement, row, figure));
    }
    nlohmann::ordered_json json{{"coders", agreement.coders}, {"results", std::move(results)}};
    json["interval"] = {{"level", agreement.level}, {"method", agreement.method}};
    for (const auto& [key, value] : agreement.more.items()) {
        if (key == "interval") {
            json[key].update(value);
        } else {
            json[key] = value;
        }
    }
    json["notes"] = agreement.notes;
    return json;
}

std::string agreement_csv(const NamedAgreement& agreement) {
    const Records records = records_of(agreement);
    std::string csv = "\xEF\xBB\xBF" + exchange::csv_line(records.header);
    for (const auto& record : records.rows) {
        std::vector<std::string> fields;
        // A number is bare: no apostrophe guards its minus sign.
        for (const auto& value : record) {
            fields.push_back(value.is_string() ? exchange::csv_field(csv_text(value)) : csv_text(value));
        }
        csv += base::join(fields, ",") + "\r\n";
    }
    return csv;
}

exchange::Workbook agreement_workbook(const NamedAgreement& agreement, std::int64_t created) {
    exchange::Workbook workbook;
    workbook.title = agreement.title;
    workbook.created = created;
    workbook.sheets = {overview_sheet(agreement), figures_sheet(agreement), notes_sheet(agreement)};
    return workbook;
}

}  // namespace report
