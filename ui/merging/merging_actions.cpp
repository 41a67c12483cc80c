// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merging/merging_actions.h"

#include <wx/filedlg.h>

#include "base/translate.h"
#include "study/verbs/package.h"
#include "ui/kit/words.h"
#include "ui/merging/merge_dialog.h"
#include "ui/merging/package_dialog.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

std::string studies_pattern() {
    return std::string(tr("Studies")) + " (*.trialogue)|*.trialogue";
}

void make_package(Context& context, wxWindow* parent) {
    PackageDialog dialog(parent, context);
    if (dialog.ShowModal() != wxID_OK) return;
    const auto& study = context.study().path();
    wxFileDialog file(parent, wx(tr("Save the package")), wx(study.parent_path().string()),
                      wx(study.stem().string() + "-" + dialog.coder() + ".trialogue"), wx(studies_pattern()),
                      wxFD_SAVE);
    if (file.ShowModal() == wxID_OK) dialog.make(utf8(file.GetPath()));
}

void merge(Context& context, wxWindow* parent) {
    wxFileDialog file(parent, wx(tr("Merge a copy")), wx(context.study().path().parent_path().string()), {},
                      wx(studies_pattern()), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (file.ShowModal() != wxID_OK) return;
    context.attempt([&] {
        MergeDialog dialog(parent, context, utf8(file.GetPath()));
        if (dialog.ShowModal() == wxID_OK) dialog.merge();
    });
}

}  // namespace

void add_merging_actions(Actions& actions, Context& context, wxWindow* parent) {
    const auto why_not = [&context]() -> std::string {
        return context.study().writable() ? "" : tr("This study was opened to read only.");
    };
    actions.add({"study.package", msg("Make a &package…"),
                 msg("Makes a copy for a second coder, without what others coded"), "",
                 [&context, parent] { make_package(context, parent); }, why_not});
    actions.add({"study.merge", msg("Mer&ge a copy…"),
                 msg("Takes in what was done in a package or another copy of this study"), "",
                 [&context, parent] { merge(context, parent); }, why_not});
    actions.add({"coder.supervisor", msg("See others’ work as &supervisor"),
                 msg("Gives the coder who works here the right to see all in blind coding, or takes it"), "",
                 [&context] {
                     const auto coder = context.coder();
                     context.change("set_supervisor", {}, [&](study::Edit& edit) {
                         study::verbs::set_supervisor(edit, coder->id, !coder->supervisor);
                     });
                 },
                 [&context, why_not] {
                     return context.coder() ? why_not() : std::string(tr("First say who codes."));
                 },
                 [&context] {
                     const auto coder = context.coder();
                     return coder && coder->supervisor;
                 }});
}

}  // namespace ui
