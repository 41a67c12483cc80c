// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/fields.h"

#include <vector>

#include "base/strings.h"
#include "search/likeness.h"
#include "text/tokens.h"

namespace search {

namespace {

constexpr std::string_view kAttribute = "attribute.", kKenmerk = "kenmerk.";

}  // namespace

NamedField field_named(std::string_view name) {
    const std::string wanted = text::folded(name);
    for (const Field& one : kFields) {
        if (wanted == one.name || wanted == one.dutch) return {&one, {}};
    }
    for (const auto prefix : {kAttribute, kKenmerk}) {
        // Folding leaves the length of these letters as it is.
        if (wanted.size() > prefix.size() && wanted.starts_with(prefix))
            return {&field(FieldId::attribute), std::string(name.substr(prefix.size()))};
    }
    return {};
}

std::string fields_like(std::string_view name) {
    std::vector<std::string> names, all;
    for (const Field& one : kFields) {
        all.push_back(std::string(one.name) + ":");
        if (one.dutch != std::string_view(one.name)) names.push_back(std::string(one.dutch) + ":");
        names.push_back(all.back());
    }
    const auto near = nearest(text::folded(name) + ":", names, 3);
    return base::join(near.empty() ? all : near, ", ");
}

std::string fields_markdown(Keywords keywords) {
    std::string rows;
    for (const Field& one : kFields) {
        rows += keywords == Keywords::english ? fmt::format("| `{}:` | `{}:` | {} | `{}` |\n", one.name,
                                                            one.dutch, one.what, one.example)
                                              : fmt::format("| `{}:` | `{}:` | {} | `{}` |\n", one.dutch,
                                                            one.name, base::tr(one.what), one.dutch_example);
    }
    return rows;
}

}  // namespace search
