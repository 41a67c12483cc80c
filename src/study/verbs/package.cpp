// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/package.h"

#include "base/error.h"
#include "base/translate.h"
#include "study/coders.h"
#include "study/codings.h"
#include "study/verbs/coders.h"

namespace study::verbs {

packages::Contents assign(Edit& edit, const std::string& coder, const std::vector<model::SourceId>& sources) {
    packages::Contents contents;
    contents.coder = ensure_coder(edit, coder);
    contents.sources = sources;
    for (const auto source : sources) {
        if (!codings::marks(edit.study(), source).contains(contents.coder)) {
            codings::set_progress(edit, source, contents.coder, model::Mark::to_do);
        }
    }
    if (const auto known = coders::get(edit.study(), contents.coder)) {
        edit.args()["coder"] = known->guid.to_string();
    }
    return contents;
}

void set_supervisor(Edit& edit, model::CoderId coder, bool supervisor) {
    const auto known = coders::get(edit.study(), coder);
    if (!known)
        throw base::Error(base::ErrorKind::not_found, base::tr("This coder is no longer in the study."));
    coders::set_supervisor(edit, coder, supervisor);
    edit.args()["coder"] = known->guid.to_string();
}

}  // namespace study::verbs
