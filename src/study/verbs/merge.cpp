// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/verbs/merge.h"

#include "base/error.h"
#include "base/translate.h"
#include "study/merging/writing.h"

namespace study::verbs {

void merge(Edit& edit, const merging::MergePlan& plan) {
    if (edit.study().revision() != plan.revision) {
        throw base::Error(base::ErrorKind::conflict, base::tr("The study was changed since it was compared."),
                          base::tr("Compare the copies again, then merge."));
    }
    if (!plan.report.to_confirm.empty()) {
        throw base::Error(base::ErrorKind::conflict,
                          base::say("“{}” was added in both copies, with differences; nothing was merged.",
                                    plan.report.to_confirm.front().path),
                          base::tr("Say whether codes of the same path are one code or stay two."));
    }
    merging::write(edit, plan);
    auto& args = edit.args();
    args["file"] = plan.report.file;
    args["steps"] = plan.report.steps;
    args["codings"] = static_cast<std::uint64_t>(plan.report.of(merging::kCoding).came);
    if (plan.report.coder) args["coder"] = plan.report.coder->to_string();
}

}  // namespace study::verbs
