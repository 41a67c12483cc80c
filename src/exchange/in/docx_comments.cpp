// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_comments.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <set>

#include "exchange/in/docx_body.h"
#include "exchange/xml.h"

namespace exchange {

namespace {

using text::Position;
using text::Span;

[[nodiscard]] std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (fault != std::errc{} || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
    return value;
}

/// Seconds since 1970 of "2019-05-01T10:00:00Z", with or without seconds' fraction and offset; 0 for other
/// text. Without an offset it is taken for UTC, as Word itself does.
[[nodiscard]] std::int64_t seconds_of(std::string_view iso) {
    if (iso.size() < 19 || iso[10] != 'T') return 0;
    const auto year = number(iso.substr(0, 4)), month = number(iso.substr(5, 2)),
               day = number(iso.substr(8, 2));
    const auto hour = number(iso.substr(11, 2)), minute = number(iso.substr(14, 2)),
               second = number(iso.substr(17, 2));
    if (!year || !month || !day || !hour || !minute || !second) return 0;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return 0;
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    std::int64_t seconds = ((days * 24 + *hour) * 60 + *minute) * 60 + *second;
    const auto sign = iso.find_first_of("+-", 19);
    if (sign != std::string_view::npos && iso.size() >= sign + 6) {
        const auto hours = number(iso.substr(sign + 1, 2)), minutes = number(iso.substr(sign + 4, 2));
        const std::int64_t offset = (hours.value_or(0) * 60 + minutes.value_or(0)) * 60;
        seconds += iso[sign] == '+' ? -offset : offset;
    }
    return seconds;
}

/// The span that the marks of a comment name, without line ends at both sides; nothing without any mark.
[[nodiscard]] std::optional<Span> span_of(const DocxMark& mark, const text::Text& text,
                                          const DocxContent& content) {
    const auto any = mark.begin ? mark.begin : mark.end ? mark.end : mark.reference;
    if (!any) return std::nullopt;
    Span span{*any, *any};
    if (mark.begin && (mark.end || mark.reference)) {
        span.end = mark.end ? *mark.end : *mark.reference;
    } else if (mark.begin) {
        const auto next = std::upper_bound(
            content.paragraphs.begin(), content.paragraphs.end(), span.begin,
            [](Position position, const DocxParagraph& one) { return position < one.span.begin; });
        if (next != content.paragraphs.begin()) span.end = std::max(span.begin, std::prev(next)->span.end);
    }
    if (span.end < span.begin) std::swap(span.begin, span.end);
    // A mark between two paragraphs stands before the line end of the first.
    const auto is_line_end = [&](Position at) { return text.view({at, at + 1}) == "\n"; };
    while (!span.empty() && is_line_end(span.begin)) ++span.begin;
    while (!span.empty() && is_line_end(span.end - 1)) --span.end;
    return span;
}

/// What comments answer, by the id of their last paragraph (commentsExtended, ISO/IEC 29500 extension
/// w15).
using Parents = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] Parents parents_of(const DocxPackage& package) {
    Parents parents;
    const auto xml = package.part("commentsExtended");
    if (!xml) return parents;
    for (const auto node : xml->root().children()) {
        const auto parent = attribute(node, "paraIdParent");
        if (!parent.empty()) parents.emplace(attribute(node, "paraId"), parent);
    }
    return parents;
}

[[nodiscard]] std::string last_paragraph_of(pugi::xml_node comment) {
    std::string id;
    for (const auto node : comment.children()) {
        if (local_name(node) == "p") id = attribute(node, "paraId");
    }
    return id;
}

[[nodiscard]] std::string content_of(pugi::xml_node comment, const DocxStyles& styles) {
    DocxBody body(styles);
    body.read(comment);
    return body.take().utf8;
}

}  // namespace

DocxComments read_comments(const DocxPackage& package, const DocxStyles& styles, const text::Text& text,
                           const DocxContent& content) {
    DocxComments result;
    const auto xml = package.part("comments");
    if (!xml) return result;
    const Parents parents = parents_of(package);
    std::map<std::string, Span, std::less<>> places;  // by the id of the last paragraph
    for (const auto node : xml->root().children()) {
        if (local_name(node) != "comment") continue;
        const auto mark = content.marks.find(attribute(node, "id"));
        const std::string paragraph = last_paragraph_of(node);
        auto span = mark == content.marks.end() ? std::nullopt : span_of(mark->second, text, content);
        if (const auto parent = parents.find(paragraph); !span && parent != parents.end()) {
            // A reply follows what it answers.
            if (const auto place = places.find(parent->second); place != places.end()) span = place->second;
        }
        if (!span) ++result.lost_places;
        if (span && !paragraph.empty()) places.emplace(paragraph, *span);
        result.comments.push_back({span.value_or(Span{}), std::string(attribute(node, "author")),
                                   content_of(node, styles), seconds_of(attribute(node, "date"))});
    }
    std::stable_sort(result.comments.begin(), result.comments.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return result;
}

}  // namespace exchange
