// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output_file.h"

#include <algorithm>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/console.h"

namespace cli {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

OutputFile output_file(const std::string& path, const std::vector<std::string>& endings) {
    OutputFile file{path, {}};
    file.ending = base::ascii_lower(file.path.extension().string());
    if (std::find(endings.begin(), endings.end(), file.ending) == endings.end()) {
        throw Error(ErrorKind::usage, say("{}: the ending says no format that can be written here.", path),
                    say("Endings there are: {}.", base::join(endings, ", ")));
    }
    return file;
}

void refuse_to_overwrite(const study::Study& study, const OutputFile& file) {
    std::error_code ignored;
    if (std::filesystem::equivalent(study.path(), file.path, ignored)) {
        throw Error(ErrorKind::conflict, say("{} is the study itself.", shown_name(file.path.string())),
                    tr("Choose another file."));
    }
}

void print_written(const OutputFile& file, bool json) {
    const std::string name = shown_name(file.path.string());
    if (json) {
        print_json({{"file", name}});
    } else {
        print_line(say("Written: {}", name));
    }
}

}  // namespace cli
