// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/codebook.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"

namespace model {

namespace {

using base::Error;
using base::ErrorKind;

constexpr std::size_t kProposals = 3;

/// A code of the cycle to which the parents of `start` lead.
std::size_t on_cycle(const std::vector<std::size_t>& parents, std::size_t start) {
    std::vector<bool> seen(parents.size());
    while (!seen[start]) {
        seen[start] = true;
        start = parents[start];
    }
    return start;
}

/// How many bytes have to be put in, left out or replaced to make one text of the other (Levenshtein).
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

/// How far `wanted` is from `name`, both folded; nothing where nobody would take one for the other.
/// The beginning of a name counts as nearly the name.
std::optional<std::size_t> nearness(std::string_view wanted, std::string_view name) {
    constexpr std::size_t kPrefix = 3;
    if (wanted.size() >= kPrefix && name.starts_with(wanted)) return 1;
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), name.size()) / 3);
    const std::size_t gap =
        wanted.size() > name.size() ? wanted.size() - name.size() : name.size() - wanted.size();
    if (gap > allowed) return {};
    const std::size_t distance = edit_distance(wanted, name);
    if (distance > allowed || distance == std::max(wanted.size(), name.size())) return {};
    return distance;
}

std::string folded(std::string_view name) {
    return text::folded(base::trimmed(name));
}

std::string quoted(const std::vector<std::string>& paths) {
    std::vector<std::string> marked;
    for (const auto& path : paths) marked.push_back("“" + path + "”");
    return base::join(marked, ", ");
}

/// True where `name` is `words` or goes on behind them with another word.
bool begins_with_words(const std::string& name, const std::string& words) {
    constexpr std::string_view kBetweenWords = " :,;.-(";
    return name == words || (!words.empty() && name.starts_with(words) &&
                             kBetweenWords.find(name[words.size()]) != std::string_view::npos);
}

}  // namespace

Codebook::Codebook(std::vector<Code> codes) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (!codes[i].id || !places_.emplace(codes[i].id, i).second) {
            throw Error(ErrorKind::internal,
                        base::say("The code “{}” has no number of its own.", codes[i].name));
        }
    }
    for (Code& code : codes) {
        if (!places_.contains(code.parent)) code.parent = {};
    }
    put_in_reading_order(std::move(codes));
    for (const Code& code : codes_) folded_names_.push_back(folded(code.name));
}

void Codebook::put_in_reading_order(std::vector<Code> codes) {
    const std::size_t kRoot = codes.size();
    std::vector<std::size_t> parents;
    std::vector<std::vector<std::size_t>> brothers(codes.size() + 1);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        parents.push_back(codes[i].parent ? places_.at(codes[i].parent) : kRoot);
        brothers[parents.back()].push_back(i);
    }

    // An own stack instead of recursion: a file may nest deeper than the thread's stack.
    struct Visit {
        std::size_t from;       ///< whose children are visited, an index into `codes`
        std::size_t place;      ///< the same code's place in codes_
        std::size_t child = 0;  ///< the next child
    };
    std::vector<Visit> open{{kRoot, codes.size()}};
    std::vector<bool> reached(codes.size());
    codes_.reserve(codes.size());
    ends_.resize(codes.size());
    while (!open.empty()) {
        Visit& visit = open.back();
        if (visit.child == brothers[visit.from].size()) {
            if (visit.from != kRoot) ends_[visit.place] = codes_.size();
            open.pop_back();
            continue;
        }
        const std::size_t next = brothers[visit.from][visit.child++];
        reached[next] = true;
        places_[codes[next].id] = codes_.size();
        open.push_back({next, codes_.size()});
        codes_.push_back(std::move(codes[next]));
    }

    const auto lost = std::find(reached.begin(), reached.end(), false);
    if (lost == reached.end()) return;
    const Code& code = codes[on_cycle(parents, static_cast<std::size_t>(lost - reached.begin()))];
    throw Error(ErrorKind::bad_input, base::say("The code “{}” stands below itself.", code.name));
}

std::size_t Codebook::index_of(CodeId id) const {
    const auto place = places_.find(id);
    assert(place != places_.end());
    return place->second;
}

const Code* Codebook::find(CodeId id) const {
    const auto place = places_.find(id);
    return place == places_.end() ? nullptr : &codes_[place->second];
}

const Code& Codebook::dimension_of(CodeId id) const {
    const Code* code = &codes_[index_of(id)];
    while (code->parent) code = &codes_[index_of(code->parent)];
    return *code;
}

bool Codebook::is_within(CodeId id, CodeId ancestor) const {
    const auto inner = places_.find(id);
    const auto outer = places_.find(ancestor);
    if (inner == places_.end() || outer == places_.end()) return false;
    return outer->second <= inner->second && inner->second < ends_[outer->second];
}

std::vector<CodeId> Codebook::children(CodeId parent) const {
    std::vector<CodeId> result;
    if (parent && !places_.contains(parent)) return result;
    const std::size_t end = parent ? ends_[index_of(parent)] : codes_.size();
    for (std::size_t i = parent ? index_of(parent) + 1 : 0; i < end; i = ends_[i]) {
        result.push_back(codes_[i].id);
    }
    return result;
}

std::string Codebook::path(CodeId id) const {
    std::vector<std::string> parts;
    for (const Code* code = find(id); code != nullptr; code = find(code->parent)) {
        parts.push_back(escaped_path_part(code->name));
    }
    std::reverse(parts.begin(), parts.end());
    return base::join(parts, "/");
}

template <class NameAt, class Leads>
std::vector<const Code*> Codebook::matches(const std::vector<std::string>& parts, const std::string& name,
                                           const NameAt& name_at, const Leads& leads) const {
    std::vector<const Code*> by_path, by_name;
    for (std::size_t i = 0; i < codes_.size(); ++i) {
        if (name_at(i) == name || (parts.size() == 1 && name_at(i) == parts.front())) {
            by_name.push_back(&codes_[i]);
        }
        auto part = parts.rbegin();
        const Code* level = &codes_[i];
        const auto is_named = [&](const std::string& here) {
            const bool is_code = part == parts.rbegin() && codes_[i].parent;
            return is_code ? here == *part : leads(here, *part);
        };
        while (level != nullptr && part != parts.rend() && is_named(name_at(index_of(level->id)))) {
            level = find(level->parent);
            ++part;
        }
        if (level == nullptr && part == parts.rend()) by_path.push_back(&codes_[i]);
    }
    return by_path.empty() ? by_name : by_path;
}

const Code& Codebook::resolve(std::string_view text) const {
    if (const auto guid = base::Guid::parse(text)) {
        const auto code = std::find_if(codes_.begin(), codes_.end(),
                                       [&](const Code& candidate) { return candidate.guid == *guid; });
        if (code != codes_.end()) return *code;
    }
    auto parts = path_parts(text);
    auto found = matches(
        parts, std::string(text), [&](std::size_t i) -> const std::string& { return codes_[i].name; },
        std::equal_to<>());
    const auto folded_name_at = [&](std::size_t i) -> const std::string& { return folded_names_[i]; };
    if (found.empty()) {
        for (auto& part : parts) part = folded(part);
        found = matches(parts, folded(text), folded_name_at, std::equal_to<>());
    }
    if (found.empty()) found = matches(parts, folded(text), folded_name_at, begins_with_words);
    if (found.size() == 1) return *found.front();

    if (found.empty()) {
        const auto proposals = near_misses(text);
        throw Error(ErrorKind::not_found, base::say("There is no code “{}”.", text),
                    proposals.empty() ? std::string() : base::say("Did you mean {}?", quoted(proposals)));
    }
    std::vector<std::string> choices;
    for (const Code* code : found) {
        choices.push_back(fmt::format("“{}” ({})", path(code->id), code->guid.to_string()));
    }
    throw Error(ErrorKind::bad_input, base::say("{} codes are named “{}”.", found.size(), text),
                base::say("Give the path or the GUID of one: {}.", base::join(choices, ", ")));
}

std::vector<std::string> Codebook::near_misses(std::string_view text) const {
    // The distance costs length times length: nobody mistypes a name of a page.
    constexpr std::size_t kLongest = 300;
    if (base::trimmed(text).empty() || text.size() > kLongest) return {};
    const auto wanted = folded(text);
    const auto last_name = folded(path_parts(text).back());
    std::vector<std::pair<std::size_t, const Code*>> near;
    for (std::size_t i = 0; i < codes_.size(); ++i) {
        const Code& code = codes_[i];
        auto distance = nearness(last_name, folded_names_[i]);
        if (code.parent && wanted != last_name) {
            const auto by_path = nearness(wanted, folded(path(code.id)));
            if (by_path && (!distance || *by_path < *distance)) distance = by_path;
        }
        if (distance) near.emplace_back(*distance, &code);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < std::min(kProposals, near.size()); ++i) {
        paths.push_back(path(near[i].second->id));
    }
    return paths;
}

std::optional<std::string> Codebook::why_not_move(CodeId code, CodeId parent) const {
    const Code* moved = find(code);
    const Code* target = find(parent);
    if (moved == nullptr || (parent && target == nullptr)) {
        return base::tr("That code is no longer in the codebook.");
    }
    if (code == parent) return base::say("“{}” cannot stand below itself.", moved->name);
    if (target != nullptr && is_within(parent, code)) {
        return base::say("“{}” cannot move below “{}”, which stands below it.", moved->name, target->name);
    }
    for (const CodeId brother : children(parent)) {
        if (brother == code || find(brother)->name != moved->name) continue;
        if (target == nullptr) return base::say("There is a dimension “{}” already.", moved->name);
        return base::say("There is a code “{}” below “{}” already.", moved->name, target->name);
    }
    return {};
}

std::string escaped_path_part(std::string_view name) {
    std::string escaped;
    for (const char c : name) {
        if (c == '/' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::vector<std::string> path_parts(std::string_view path) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool escape = path[i] == '\\' && i + 1 < path.size();
        if (escape && (path[i + 1] == '/' || path[i + 1] == '\\')) {
            parts.back() += path[++i];
        } else if (path[i] == '/') {
            parts.emplace_back();
        } else {
            parts.back() += path[i];
        }
    }
    return parts;
}

}  // namespace model
