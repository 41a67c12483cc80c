// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passages/passage_list.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "analysis/voices.h"
#include "base/strings.h"
#include "report/passages/quotation.h"
#include "text/tokens.h"
#include "ui/context/role_colour.h"

namespace ui {

namespace {

constexpr text::Position kContext = 60;    ///< code points on either side
constexpr std::size_t kEntriesKept = 500;  ///< read ones; more than fit on any screen

/// The end of a text, from a word's beginning on, at most one line.
std::string tail(std::string_view text) {
    const auto line = text.rfind('\n');
    if (line != std::string_view::npos) return std::string(text.substr(line + 1));
    const auto word = text.find(' ');
    return word == std::string_view::npos ? std::string() : "…" + std::string(text.substr(word + 1));
}

std::string head(std::string_view text) {
    const auto line = text.find('\n');
    if (line != std::string_view::npos) return std::string(text.substr(0, line));
    const auto word = text.rfind(' ');
    return word == std::string_view::npos ? std::string() : std::string(text.substr(0, word)) + "…";
}

}  // namespace

PassageList::PassageList(Context& context) : context_(context) {}

void PassageList::list_code(model::CodeId code) {
    code_ = code;
    brought_.reset();
    refresh();
}

void PassageList::list(std::vector<model::CodingId> codings) {
    brought_ = std::move(codings);
    refresh();
}

void PassageList::set_filter(const PassageFilter& filter) {
    filter_ = filter;
    refresh();
}

std::vector<PassageList::Row> PassageList::listed() const {
    const auto& material = context_.material();
    std::unordered_set<model::CodingId> wanted;
    if (brought_) wanted.insert(brought_->begin(), brought_->end());
    std::unordered_set<model::CodeId> codes;
    for (const auto& code : material.codebook.codes()) {
        if (code_ && material.codebook.find(code_) != nullptr &&
            material.codebook.is_within(code.id, code_)) {
            codes.insert(code.id);
        }
    }
    const auto is_listed = [&](const model::CountedSource& source, const model::CountedCoding& coding) {
        return brought_ ? wanted.contains(coding.id)
                        : codes.contains(coding.code) && context_.shows(source, coding);
    };
    std::vector<Row> rows;
    analysis::Voices voices;
    std::vector<analysis::Index> owners;
    for (const auto& source : material.sources) {
        const std::size_t first = rows.size();
        model::each_coding(source, [&](const model::CountedCoding& coding) {
            if (!is_listed(source, coding) || !passes(coding)) return;
            if (rows.size() == first) voices.open(source);
            voices.attribute(coding, analysis::Attribution::most, owners);
            Row row{coding.id, source.id, coding.span, coding.starred, {}};
            for (const auto owner : owners) {
                row.owners.push_back(source.participants[static_cast<std::size_t>(owner)]);
            }
            rows.push_back(std::move(row));
        });
        std::sort(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
                  [](const Row& a, const Row& b) { return std::tie(a.span, a.id) < std::tie(b.span, b.id); });
    }
    return rows;
}

void PassageList::refresh() {
    version_ = context_.material_version();
    passages_.reset();
    sources_.clear();
    entries_.clear();
    rows_ = listed();
    std::erase_if(rows_, [this](const Row& row) { return !passes(row); });
    std::unordered_set<model::ParticipantId> people;
    for (const auto& row : rows_) people.insert(row.owners.begin(), row.owners.end());
    participants_ = people.size();
}

bool PassageList::passes(const model::CountedCoding& coding) const {
    if (filter_.starred && !coding.starred) return false;
    if (!filter_.coder) return true;
    const bool settled = coding.layer == model::kSettledLayer;
    return *filter_.coder ? !settled && coding.coder == *filter_.coder : settled;
}

bool PassageList::passes(const Row& row) {
    if (filter_.role || filter_.triad || filter_.value) {
        const auto& people = context_.material().participants;
        const bool somebody = std::any_of(people.begin(), people.end(), [&](const model::Participant& one) {
            if (std::find(row.owners.begin(), row.owners.end(), one.id) == row.owners.end()) return false;
            if (filter_.role && one.role != filter_.role) return false;
            if (filter_.triad && one.triad != filter_.triad) return false;
            if (!filter_.value) return true;
            const auto value = one.attributes.find(filter_.value->first);
            return value != one.attributes.end() && value->second == filter_.value->second;
        });
        if (!somebody) return false;
    }
    return filter_.words.empty() || has_words(row);
}

bool PassageList::has_words(const Row& row) {
    const std::string quotation = text::folded(passages().of(row.id).quotation);
    const std::string wanted = text::folded(filter_.words);
    const auto words = base::split(wanted, ' ');
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return quotation.find(word) != std::string::npos; });
}

report::Passages& PassageList::passages() {
    if (!passages_) passages_.emplace(context_.study(), context_.material());
    return *passages_;
}

Place PassageList::place(std::size_t row) const {
    const auto& span = rows_[row].span;
    return {rows_[row].source, span.begin < 0 ? std::nullopt : std::optional(span)};
}

const PassageEntry& PassageList::entry(std::size_t row) {
    static const PassageEntry unknown;
    const auto known = entries_.find(coding(row));
    if (known != entries_.end()) return known->second;
    // A window that is laid out anew within the change asks too early.
    if (version_ != context_.material_version()) return unknown;
    if (entries_.size() > kEntriesKept) entries_.clear();
    return entries_.emplace(coding(row), made(rows_[row])).first->second;
}

PassageEntry PassageList::made(const Row& row) {
    PassageEntry entry;
    entry.passage = passages().of(row.id);
    if (!row.owners.empty()) entry.role_colour = colour_of_roles(context_.material(), row.owners);
    if (entry.passage.whole_source) return entry;
    add_context(entry, row);
    add_overlaps(entry, row);
    return entry;
}

const std::optional<model::Source>& PassageList::source(model::SourceId id) {
    const auto [place, is_new] = sources_.try_emplace(id);
    if (is_new) place->second = context_.source(id);
    return place->second;
}

void PassageList::add_context(PassageEntry& entry, const Row& row) {
    const auto& source = this->source(row.source);
    if (!source) return;
    const auto text = context_.text(*source);
    const auto& span = row.span;
    // Within its turn only: the label before it and the next question say nothing of the passage.
    text::Position from = 0, to = text->size();
    for (const auto& turn : source->turns) {
        if (turn.span.contains(span.begin)) from = std::min(turn.body, span.begin);
        if (turn.span.contains(std::max(span.begin, span.end - 1))) to = std::max(turn.span.end, span.end);
    }
    const auto before = std::max(from, span.begin - kContext);
    const auto after = std::min(to, span.end + kContext);
    const auto words_before = text->view({before, span.begin});
    const auto words_after = text->view({span.end, after});
    entry.before = before == from ? std::string(words_before) : tail(words_before);
    entry.after = after == to ? std::string(words_after) : head(words_after);
}

void PassageList::add_overlaps(PassageEntry& entry, const Row& row) {
    std::vector<model::CodeId> codes;
    const auto& source = passages().source_of(row.id);
    model::CodeId own;
    model::each_coding(source, [&](const model::CountedCoding& one) {
        if (one.id == row.id) own = one.code;
    });
    model::each_coding(source, [&](const model::CountedCoding& other) {
        if (other.code == own || other.whole_source()) return;
        if (text::overlap(other.span, row.span) == 0 || !context_.shows(source, other)) return;
        if (std::find(codes.begin(), codes.end(), other.code) == codes.end()) codes.push_back(other.code);
    });
    for (const auto code : codes) {
        if (const auto* found = context_.codebook().find(code)) {
            entry.overlaps.push_back({found->name, found->colour});
        }
    }
}

std::string PassageList::quotations(const std::vector<std::size_t>& rows) {
    std::vector<std::string> quotations;
    for (const auto row : rows) {
        const auto& source = this->source(rows_[row].source);
        if (!source || rows_[row].span.begin < 0) continue;
        quotations.push_back(report::quotation(context_.study(), context_.material(), *source,
                                               *context_.text(*source), rows_[row].span));
    }
    return base::join(quotations, "\n");
}

}  // namespace ui
