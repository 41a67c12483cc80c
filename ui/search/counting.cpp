// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/counting.h"

#include <array>

#include "analysis/axis.h"
#include "base/translate.h"
#include "report/search/export.h"
#include "report/search/lists.h"
#include "search/grouping.h"
#include "study/saved_searches.h"

namespace ui {

namespace {

using base::msg;
using base::tr;
using search::FieldId;
using search::GroupBy;

struct Heading {
    CountHeading heading;
    GroupBy by;
    FieldId field;
};
constexpr std::array kHeadings{
    Heading{{"role", msg("Role")}, GroupBy::role, FieldId::role},
    Heading{{"participant", msg("Participant")}, GroupBy::participant, FieldId::participant},
    Heading{{"triad", msg("Triad")}, GroupBy::triad, FieldId::triad},
    Heading{{"source", msg("Source")}, GroupBy::source, FieldId::source},
    Heading{{"codes", msg("Code")}, GroupBy::code, FieldId::code},
};

const Heading* heading_of(const std::string& axis) {
    for (const auto& one : kHeadings) {
        if (axis == one.heading.axis) return &one;
    }
    return nullptr;
}

search::Node field_node(FieldId field, const std::string& value) {
    search::Node node;
    node.kind = search::Node::Kind::field;
    node.field = field;
    node.text = value;
    return node;
}

/// The query and one condition more, as it would be typed.
std::string narrowed(const search::Node& query, search::Node condition) {
    search::Node both;
    both.kind = search::Node::Kind::all_of;
    both.children = {query, std::move(condition)};
    return search::printed(both);
}

/// Of what has no role, no triad, no code.
search::Node none_of(FieldId field) {
    search::Node node;
    node.kind = search::Node::Kind::none_of;
    node.children = {field_node(field, "*")};
    return node;
}

/// Counts what one request asks for.
class Counter {
  public:
    Counter(search::Search& search, const study::Study& study, const model::Material& material,
            const CountRequest& request)
        : search_(search), study_(study), material_(material), request_(request) {}

    Counted run() {
        switch (request_.show) {
            case CountRequest::Show::groups:
                counted_.table = groups();
                break;
            case CountRequest::Show::table:
                counted_.table = queries_by_axis();
                break;
            case CountRequest::Show::contrast:
                counted_.table = contrast();
                break;
        }
        return std::move(counted_);
    }

  private:
    [[nodiscard]] search::Prepared prepared() {
        auto query = search_.prepare(request_.query);
        query.only = request_.only;
        return query;
    }

    model::Table groups() {
        const auto* heading = heading_of(request_.axis);
        if (heading == nullptr) return {};
        const auto query = prepared();
        const auto found = search_.groups(query, heading->by);
        for (const auto& group : found) {
            counted_.row_queries.push_back(
                narrowed(query.query,
                         group.id == 0 ? none_of(heading->field) : field_node(heading->field, group.label)));
        }
        return report::listing_table(report::groups_listing(query, tr(heading->heading.label), found));
    }

    model::Table queries_by_axis() {
        std::vector<search::Prepared> queries{search_.prepare(request_.query)};
        if (request_.with_saved) {
            for (const auto& saved : study::saved_searches(study_)) {
                try {
                    auto one = search_.prepare(saved.query);
                    if (one.printed != queries.front().printed) queries.push_back(std::move(one));
                } catch (const base::Error&) {
                    // It names something that is no longer in the study; the menu of saved searches shows it.
                }
            }
        }
        auto& rows = counted_.row_queries;
        for (const auto& query : queries)
            rows.insert(rows.end(), {query.printed, query.printed, query.printed});
        return report::search_table(search_, queries, analysis::Axis::parse(request_.axis, material_),
                                    material_);
    }

    model::Table contrast() {
        if (!request_.first || !request_.second) return {};
        const auto query = prepared();
        const auto made = search::contrast(search_, query, request_.first, request_.second);
        for (const auto& row : made.rows) {
            counted_.row_queries.push_back(narrowed(query.query, field_node(FieldId::triad, row.name)));
        }
        return report::listing_table(report::contrast_listing(query, search_.contents(), made));
    }

    search::Search& search_;
    const study::Study& study_;
    const model::Material& material_;
    const CountRequest& request_;
    Counted counted_;
};

}  // namespace

const std::vector<CountHeading>& count_headings() {
    static const std::vector<CountHeading> kAll = [] {
        std::vector<CountHeading> all;
        for (const auto& one : kHeadings) all.push_back(one.heading);
        return all;
    }();
    return kAll;
}

Counted counted(search::Search& search, const study::Study& study, const model::Material& material,
                const CountRequest& request) {
    return Counter(search, study, material, request).run();
}

}  // namespace ui
