// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output_file.h"

#include "base/translate.h"
#include "cli/console.h"

namespace cli {

void print_written(const std::filesystem::path& file, bool json) {
    const std::string name = shown_name(file);
    if (json) {
        print_json({{"file", name}});
    } else {
        print_line(base::say("Written: {}", name));
    }
}

}  // namespace cli
