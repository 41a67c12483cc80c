// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/copying.h"

#include "base/error.h"
#include "base/translate.h"
#include "db/backup.h"

namespace study {

void copy_to(const Study& study, const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        throw base::Error(base::ErrorKind::conflict, base::say("{} exists already.", path.string()),
                          base::tr("Choose another name, or remove that file first."));
    }
    db::back_up(study.path(), path);
}

}  // namespace study
