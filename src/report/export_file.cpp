// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/export_file.h"

#include <algorithm>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "text/encoding.h"

namespace report {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

std::string ending_of(const std::filesystem::path& file, const std::vector<std::string>& endings) {
    const auto ending = base::ascii_lower(file.extension().string());
    if (std::find(endings.begin(), endings.end(), ending) == endings.end()) {
        throw Error(ErrorKind::usage,
                    say("{}: the ending says no format that can be written here.", file.string()),
                    say("Endings there are: {}.", base::join(endings, ", ")));
    }
    return ending;
}

std::string shown_name(const std::filesystem::path& file) {
    return text::normalised(file.string()).utf8;
}

void refuse_to_overwrite(const study::Study& study, const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::equivalent(study.path(), file, ignored)) {
        throw Error(ErrorKind::conflict, say("{} is the study itself.", shown_name(file)),
                    tr("Choose another file."));
    }
}

}  // namespace report
