// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/settings.h"

#include "base/error.h"
#include "base/translate.h"
#include "study/verbs/rules.h"

namespace study::verbs {

void set_setting(Edit& edit, const std::string& name, const std::string& value) {
    std::string kept = value;
    if (name == settings::kName) kept = clean_name(value, base::tr("A study"));
    if (name == settings::kLanguage) {
        const bool fine = value.size() >= 2 && value.size() <= 3 &&
                          value.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
        if (!fine) {
            throw base::Error(base::ErrorKind::bad_input,
                              base::say("“{}” is no language; write it as nl or en", value));
        }
    }
    if (name == settings::kQuotationTemplate && !value.empty() &&
        value.find("{quote}") == std::string::npos) {
        throw base::Error(base::ErrorKind::bad_input,
                          base::tr("Where the words of a quotation go is missing: write {quote} there."));
    }
    settings::set(edit, name, kept);
    edit.args()["setting"] = name;
}

}  // namespace study::verbs
