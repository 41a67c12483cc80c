// SPDX-License-Identifier: GPL-3.0-or-later
// Single values that people write: times, dates, numbers, GUIDs, colours, headers of columns.
#include <array>

#include "base/guid.h"
#include "base/strings.h"
#include "exchange/in/tables_attributes.h"
#include "exchange/refi/colours.h"
#include "fuzz/fuzz_support.h"
#include "model/attribute_value.h"

namespace {

void check_attribute(std::string_view value) {
    using model::AttributeType;
    for (const auto type :
         {AttributeType::text, AttributeType::number, AttributeType::boolean, AttributeType::date}) {
        const auto canonical = model::canonical_value(value, type);
        fuzz::expect(!canonical || model::canonical_value(*canonical, type) == canonical,
                     "a canonical value is its own canonical value");
    }
    const auto inferred = exchange::inferred_type({std::string(value)});
    fuzz::expect(value.empty() || model::canonical_value(value, inferred).has_value(),
                 "a value is of the type inferred from it");
    fuzz::expect(value.empty() || !exchange::parse_attribute_header(value).name.empty(),
                 "an attribute has a name");
}

void check_time(std::string_view value) {
    const auto seconds = base::parse_iso_time(value);
    if (!seconds) return;
    fuzz::expect(base::parse_iso_time(base::iso_time(*seconds)) == seconds, "a time comes back as it was");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto value = fuzz::bytes_of(data, size);
    check_attribute(value);
    check_time(value);
    if (const auto guid = base::Guid::parse(value)) {
        fuzz::expect(base::Guid::parse(guid->to_string()) == guid, "a GUID comes back as it was");
    }
    if (const auto colour = exchange::colour_of(value)) {
        fuzz::expect(colour->size() == 7 && exchange::colour_of(*colour) == colour, "a colour is #rrggbb");
    }
    return 0;
}
