// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/agreement/agreement_actions.h"

#include <numeric>

#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"
#include "report/agreement/audit.h"
#include "report/agreement/dispute_listings.h"
#include "report/agreement/export.h"
#include "report/export_file.h"
#include "report/listing_file.h"
#include "study/history.h"
#include "ui/agreement/agreement_page.h"
#include "ui/frame/workspace.h"
#include "ui/kit/words.h"
#include "ui/matrix/matrix_actions.h"

namespace ui {

namespace {

using base::msg;
using base::tr;

const std::vector<std::string> kPlotEndings{".svg", ".png"};

AgreementPage& page_of(Workspace& workspace) {
    workspace.open_page("agreement");
    return dynamic_cast<AgreementPage&>(*workspace.page("agreement"));
}

void write(Context& context, const AgreementPage& page, const std::string& what,
           const std::filesystem::path& file) {
    const auto& found = *page.findings();
    auto& study = context.study();
    report::refuse_to_overwrite(study, file);
    if (what == "agreement") {
        report::write_agreement(found.named, file, study::History(study).changed_at());
    } else if (what == "audit") {
        auto spec = found.spec;
        // What is signed is the whole.
        spec.codes.clear();
        spec.where.clear();
        spec.coefficients = report::audit_coefficients();
        report::write_audit(study, *found.material, spec, file);
    } else if (what == "plot") {
        base::write_file(file,
                         file_of(page.plot(), report::ending_of(file, kPlotEndings), found.named.title));
    } else if (what == "disagreements") {
        const auto places = analysis::by_effect(found.disputes);
        report::write_listing(
            study, report::disputes_listing(study, *found.material, found.spec, found.disputes, places),
            "disagreements", file);
    } else {
        report::write_listing(study, report::stability_listing(*found.material, found.spec, found.stability),
                              "cells", file);
    }
}

}  // namespace

bool export_agreement(Context& context, Workspace& workspace, const std::string& what,
                      const std::filesystem::path& file) {
    AgreementPage& page = page_of(workspace);
    if (!page.findings() || !page.up_to_date()) {
        context.say(tr("The figures are still being computed; try again in a moment."));
        return false;
    }
    const bool done = context.attempt([&] {
        const wxBusyCursor busy;
        write(context, page, what, file);
    });
    if (done) context.say(base::say("Written: {}", report::shown_name(file)));
    return done;
}

void add_agreement_actions(Actions& actions, Context& context, Workspace& workspace, wxWindow* parent) {
    actions.add({"page.agreement", msg("&Agreement"),
                 msg("Shows how far two coders agree, where not, and settles it"), "Ctrl+Shift+A",
                 [&workspace] { page_of(workspace).focus(); }});
    actions.add({"page.settling", msg("&Disagreements"),
                 msg("Shows the disagreements of two coders, to be settled"), "Ctrl+Shift+D",
                 [&workspace] { page_of(workspace).show_disagreements({}); }});
    const auto part = [&](const char* id, const char* label, const char* help, const char* what,
                          const char* name, const std::vector<std::string>& endings) {
        actions.add({id, label, help, "", [&context, &workspace, parent, what, name, endings] {
                         if (const auto file = ask_for_file(parent, context, tr(name), endings))
                             export_agreement(context, workspace, what, *file);
                     }});
    };
    part(
        "agreement.audit", msg("A&udit report…"),
        msg("Writes all that a supervisor has to know of the agreement as a page to print, a workbook or the "
            "data behind it"),
        "audit", msg("audit"), report::audit_endings());
    part("agreement.export", msg("Export the a&greement…"),
         msg("Writes the coefficients with intervals and counts to a file"), "agreement", msg("agreement"),
         report::agreement_endings());
    part("agreement.plot", msg("Export the &plot of agreement…"),
         msg("Writes the plot of the intervals as a picture or a drawing"), "plot", msg("intervals"),
         kPlotEndings);
    part("agreement.export_disagreements", msg("Export the &disagreements…"),
         msg("Writes each disagreement with its place, effect and decision to a file"), "disagreements",
         msg("disagreements"), report::agreement_endings());
    part("agreement.export_stability", msg("Export the &stability of the matrix…"),
         msg("Writes each cell of the matrix by whose codings it counts to a file"), "stability",
         msg("stability"), report::agreement_endings());
}

}  // namespace ui
