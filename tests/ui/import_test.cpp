// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <fstream>

#include "report/new_study.h"
#include "study/history.h"
#include "study/sources.h"
#include "support/small_study.h"
#include "ui/frame/workspace.h"
#include "ui/import/file_details.h"
#include "ui/import/import_actions.h"
#include "ui/import/import_dialog.h"
#include "ui/sources/sources_pane.h"
#include "ui/window.h"

using support::settle;
using support::wait_for;
using support::Window;

namespace {

namespace fs = std::filesystem;

fs::path write_file(const fs::path& path, const std::string& words) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << words;
    return path;
}

/// An empty study in a window, and the three interviews of the small study beside it.
struct Empty {
    Window window;
    fs::path files = window.folder() / "files";
    std::vector<fs::path> transcripts{write_file(files / "T1_moeder.txt", support::kMoeder),
                                      write_file(files / "T1_jongere.txt", support::kJongere),
                                      write_file(files / "T1_JIM.txt", support::kJim)};

    Empty() {
        report::make_study({window.folder() / "S.trialogue", "S", "nl", {}, {}, "Anna"});
        window.settings().set("coder/last", std::string("Anna"));
        window.open(window.folder() / "S.trialogue");
    }

    ui::ImportDialog& import(const std::vector<fs::path>& chosen) {
        ui::import_files(window.frame(), window.context(), chosen);
        ui::ImportDialog* dialog = nullptr;
        for (auto* top : wxTopLevelWindows) {
            if (auto* one = dynamic_cast<ui::ImportDialog*>(top)) dialog = one;
        }
        REQUIRE(dialog != nullptr);
        REQUIRE(wait_for([&] { return !dialog->reading(); }));
        return *dialog;
    }

    [[nodiscard]] std::vector<std::string> sources() {
        std::vector<std::string> names;
        for (const auto& one : window.context().material().sources) names.push_back(one.name);
        return names;
    }
    [[nodiscard]] std::int64_t revision() { return window.context().study().revision(); }
};

const model::Participant& participant_named(ui::Context& context, const std::string& name) {
    for (const auto& one : context.material().participants) {
        if (one.name == name) return one;
    }
    FAIL("no participant " << name);
    throw std::logic_error("unreachable");
}

}  // namespace

TEST_CASE("three files come in by one Enter and stand in the pane under their triad") {
    Empty study;
    auto& dialog = study.import(study.transcripts);
    REQUIRE(dialog.plan().taken() == 3);
    CHECK(dialog.plan().files()[0].about == study::NameProposal{"T1-moeder", "ouder", "T1"});
    CHECK(dialog.details().meaning(1).GetValue() == "T1-moeder");
    const auto before = study.revision();
    wxUIActionSimulator().MouseMove(dialog.ClientToScreen(wxPoint(200, 20)));
    study.window.focus(dialog.import_button());
    study.window.press(WXK_RETURN);
    REQUIRE(wait_for([&] { return dialog.finished(); }));
    CHECK(study.revision() == before + 1);
    CHECK(dialog.report().find("3 sources imported.") != std::string::npos);
    auto& context = study.window.context();
    CHECK(study.sources() == std::vector<std::string>{"T1_JIM", "T1_jongere", "T1_moeder"});
    CHECK(context.material().triads.size() == 1);
    const auto source = *context.source(study.window.source("T1_moeder"));
    REQUIRE(source.speakers.size() == 2);
    CHECK(source.speakers[0].kind == text::SpeakerKind::interviewer);
    CHECK(source.speakers[1].participants ==
          std::vector<model::ParticipantId>{participant_named(context, "T1-moeder").id});
    auto* pane = dynamic_cast<ui::SourcesPane*>(study.window.frame().pane("sources"));
    REQUIRE(pane != nullptr);
    CHECK(pane->tree().source_rows() == 3);
    wxDataViewItemArray tops;
    pane->tree().GetChildren({}, tops);
    REQUIRE(tops.size() == 1);
    CHECK(pane->tree().text(tops.front(), ui::SourceTree::kName) == "T1");
    CHECK(study.window.frame().workspace()->current_transcript() != nullptr);
    SECTION("and go by one undo") {
        dialog.Close();
        settle();
        study.window.run("edit.undo");
        CHECK(wait_for([&] { return study.sources().empty(); }));
        CHECK(context.material().participants.empty());
    }
}

TEST_CASE("cancelling an import leaves nothing behind") {
    Empty study;
    const auto before = study.revision();
    auto& dialog = study.import(study.transcripts);
    dialog.details().triad().SetValue("T9");
    dialog.Close();
    settle();
    CHECK(study.revision() == before);
    CHECK(study.sources().empty());
    ui::import_files(study.window.frame(), study.window.context(), study.transcripts);
    // Closed while it reads.
    for (auto* top : wxTopLevelWindows) {
        if (auto* one = dynamic_cast<ui::ImportDialog*>(top)) one->Close();
    }
    settle();
    CHECK(study.revision() == before);
}

TEST_CASE("of a folder the broken files are named and the others come in") {
    Empty study;
    const auto folder = study.files / "many";
    for (int i = 0; i < 30; ++i) {
        write_file(folder / fmt::format("T{}_jongere.txt", i),
                   fmt::format("I: Hoe oud ben je?\nJ: {}.\nI: En nu?\nJ: Nu niets.\n", i));
    }
    write_file(folder / "kapot.docx", "PK\x03\x04 no archive");
    write_file(folder / "leeg.txt", "  \n");
    write_file(folder / "beeld.pdf", "%PDF-1.7 …");
    write_file(folder / ".verborgen", "x");
    auto& dialog = study.import({folder});
    CHECK(dialog.plan().files().size() == 33);
    CHECK(dialog.plan().taken() == 30);
    study.window.click(dialog.import_button(), wxPoint(10, 10));
    REQUIRE(wait_for([&] { return dialog.finished(); }));
    const std::string report = dialog.report();
    CHECK(report.find("30 sources imported.") != std::string::npos);
    for (const char* broken : {"kapot.docx: ", "leeg.txt: ", "beeld.pdf: "}) {
        CAPTURE(broken, report);
        CHECK(report.find(broken) != std::string::npos);
    }
    CHECK(study.sources().size() == 30);
}

TEST_CASE("a participants.csv among the files says who is who") {
    Empty study;
    auto chosen = study.transcripts;
    chosen.push_back(write_file(study.files / "wie.csv", support::kParticipants));
    auto& dialog = study.import(chosen);
    CHECK(dialog.plan().taken() == 4);
    CHECK(dialog.plan().files()[0].about.participant == "T1-moeder");
    dialog.choose(0);
    dialog.details().participant().SetValue("Mevrouw A");
    study.window.click(dialog.import_button(), wxPoint(10, 10));
    REQUIRE(wait_for([&] { return dialog.finished(); }));
    auto& context = study.window.context();
    CHECK(participant_named(context, "T1-JIM").attributes.size() == 1);
    // What was typed after goes before the table.
    const auto source = *context.source(study.window.source("T1_moeder"));
    CHECK(source.participants ==
          std::vector<model::ParticipantId>{participant_named(context, "Mevrouw A").id});
}

TEST_CASE("a file that is there already is refused, or brings its source up to date") {
    Empty study;
    auto& first = study.import(study.transcripts);
    study.window.click(first.import_button(), wxPoint(10, 10));
    REQUIRE(wait_for([&] { return first.finished(); }));
    first.Close();
    settle();
    write_file(study.transcripts[0], std::string(support::kMoeder) + "I: Nog iets?\nM: Nee hoor.\n");
    const auto other = write_file(study.files / "kopie.txt", support::kJim);
    auto& dialog = study.import({study.transcripts[0], other});
    CHECK(dialog.plan().taken() == 0);
    CHECK_FALSE(dialog.import_button().IsEnabled());
    CHECK(dialog.plan().files()[1].problem.find("T1_JIM") != std::string::npos);
    dialog.update().SetValue(true);
    wxCommandEvent event(wxEVT_CHECKBOX, dialog.update().GetId());
    event.SetInt(1);
    dialog.update().GetEventHandler()->ProcessEvent(event);
    CHECK(dialog.plan().taken() == 1);
    CHECK(dialog.plan().files()[0].about.participant == "T1-moeder");
    study.window.click(dialog.import_button(), wxPoint(10, 10));
    REQUIRE(wait_for([&] { return dialog.finished(); }));
    CHECK(study.sources().size() == 3);
    CHECK(study.window.context().source(study.window.source("T1_moeder"))->turns.size() == 8);
}

TEST_CASE("another encoding is tried at once in the preview") {
    Empty study;
    const auto file =
        write_file(study.files / "oud.txt", "I: Oké?\nJ: Zo\xc3\xa9n caf\xe9.\nI: Ja?\nJ: Ja.\n");
    auto& dialog = study.import({file});
    auto& encoding = dialog.details().encoding();
    REQUIRE(encoding.IsEnabled());
    REQUIRE(encoding.SetStringSelection("macintosh"));
    wxCommandEvent event(wxEVT_CHOICE, encoding.GetId());
    encoding.GetEventHandler()->ProcessEvent(event);
    REQUIRE(wait_for([&] { return !dialog.reading(); }));
    const auto* content = dialog.plan().files()[0].transcript();
    REQUIRE(content != nullptr);
    CHECK(content->text.utf8().find("caf\xc3\x88") != std::string::npos);
    CHECK(dialog.plan().files()[0].encoding == "macintosh");
}

TEST_CASE("role and triad of several files are said at once") {
    Empty study;
    auto& dialog = study.import(study.transcripts);
    wxUIActionSimulator().MouseMove(dialog.ClientToScreen(wxPoint(300, 60)));
    study.window.focus(dialog.list());
    study.window.press('A', wxMOD_CONTROL);
    settle();
    dialog.details().triad().SetValue("Gezin A");
    for (const auto& file : dialog.plan().files()) CHECK(file.about.triad == "Gezin A");
    CHECK(dialog.plan().files()[2].about.role == "JIM");
    dialog.Close();
    settle();
}

TEST_CASE("a study that is open to read only imports nothing") {
    Empty study;
    auto other = study::Study::open(study.window.folder() / "S.trialogue", study::Access::read);
    Window second;
    second.frame().take(std::move(other));
    settle();
    for (const char* id : {"import.files", "import.codebook", "study.settings", "coder.choose"}) {
        CAPTURE(id);
        CHECK_FALSE(second.frame().actions().at(id).why_not().empty());
    }
    second.frame().take_files(study.transcripts);
    settle();
    for (auto* top : wxTopLevelWindows) CHECK(dynamic_cast<ui::ImportDialog*>(top) == nullptr);
}
