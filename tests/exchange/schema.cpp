// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/schema.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "support/shared_data.h"
#include "support/temporary_folder.h"

namespace support {

void check_by_schema(const std::string& xml, std::string_view schema) {
    if (std::system("xmllint --version >/dev/null 2>&1") != 0) {
        WARN("skipped: xmllint is not installed (libxml2-utils), so the schema was not checked");
        return;
    }
    const TemporaryFolder folder;
    const auto document = folder.file("document.xml", xml);
    const auto messages = folder / "messages";
    const auto command = fmt::format("xmllint --nonet --noout --schema '{}' '{}' >'{}' 2>&1",
                                     test_data(schema).string(), document.string(), messages.string());
    const bool valid = std::system(command.c_str()) == 0;
    INFO(content_of(messages));
    CHECK(valid);
}

}  // namespace support
