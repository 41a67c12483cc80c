// SPDX-License-Identifier: GPL-3.0-or-later
//
// Takes the pictures of the manual from the program itself: docs/pictures/make runs it. Each state is reached
// by actions, as a user would reach it.
#include <gtk/gtk.h>
#include <wx/evtloop.h>
#include <wx/uiaction.h>
#include <wx/wx.h>

#include <cstdlib>
#include <filesystem>
#include <functional>

#include "study/sources.h"
#include "study/study.h"
#include "study/verbs/coding.h"
#include "study/verbs/marking.h"
#include "support/temporary_folder.h"
#include "ui/agreement/agreement_page.h"
#include "ui/app.h"
#include "ui/frame/main_frame.h"
#include "ui/frame/workspace.h"
#include "ui/kit/words.h"
#include "ui/merging/merge_dialog.h"
#include "ui/merging/package_dialog.h"
#include "ui/search/search_pane.h"
#include "ui/transcript/quick_code.h"
#include "ui/transcript/transcript_view.h"

namespace {

/// Lets the window work off everything, also what it does when it has time.
void settle() {
    for (int i = 0; i < 30; ++i) {
        wxTheApp->Yield();
        wxTheApp->ProcessIdle();
        wxMilliSleep(10);
    }
}

class Studio {
  public:
    Studio(std::filesystem::path folder, std::string suffix, int width, int height)
        : settings_(temporary_ / "window.conf"), folder_(std::move(folder)), suffix_(std::move(suffix)) {
        settings_.set("window/width", static_cast<long>(width));
        settings_.set("window/height", static_cast<long>(height));
        frame_ = new ui::MainFrame(settings_);
        frame_->Move(0, 0);
        frame_->Show();
        settle();
    }

    ui::MainFrame& frame() { return *frame_; }
    ui::Context& context() { return *frame_->context(); }
    ui::TranscriptView& transcript() { return *frame_->workspace()->current_transcript(); }
    ui::Settings& settings() { return settings_; }
    [[nodiscard]] const support::TemporaryFolder& temporary() const { return temporary_; }

    void open(const std::filesystem::path& study) {
        std::filesystem::copy_file(study, temporary_ / "JIM.trialogue");
        frame_->open(temporary_ / "JIM.trialogue");
        context().set_coder("Anna");
        settle();
    }
    void open_source(const std::string& name) {
        for (const auto& source : context().material().sources) {
            if (source.name == name) frame_->workspace()->open(source.id);
        }
        settle();
    }
    void choose_code(const std::string& path) {
        context().choose_code(context().codebook().resolve(path).id);
        settle();
    }
    /// Selects the first coded passage of the open transcript.
    void choose_first_coding() {
        for (const auto& coding : transcript().codings()) {
            if (!coding.span) continue;
            transcript().choose(coding.id);
            transcript().words().reveal(*coding.span);
            break;
        }
        settle();
    }
    void run(const std::string& action) {
        frame_->run(action);
        settle();
    }
    void take(const std::string& name) {
        // No hint of what the pointer happens to rest on.
        wxUIActionSimulator().MouseMove(frame_->ClientToScreen(wxPoint(frame_->GetClientSize().x - 2, 2)));
        frame_->SendSizeEvent();
        settle();
        take_window(name, *frame_);
    }
    /// A dialog, as it stands before anything is typed.
    void take(const std::string& name, wxDialog& dialog) {
        dialog.Show();
        settle();
        take_window(name, dialog);
    }
    void close() {
        frame_->Close(true);
        settle();
    }

  private:
    /// The whole window with its menu bar, as GTK has drawn it.
    void take_window(const std::string& name, wxWindow& top) {
        GdkWindow* window = gtk_widget_get_window(GTK_WIDGET(top.GetHandle()));
        GdkPixbuf* picture = gdk_pixbuf_get_from_window(window, 0, 0, gdk_window_get_width(window),
                                                        gdk_window_get_height(window));
        const auto file = folder_ / (name + suffix_ + ".png");
        const bool saved =
            picture != nullptr && gdk_pixbuf_save(picture, file.c_str(), "png", nullptr, nullptr) != FALSE;
        if (picture != nullptr) g_object_unref(picture);
        if (!saved) std::exit(1);
    }

    support::TemporaryFolder temporary_;
    ui::Settings settings_;
    std::filesystem::path folder_;
    std::string suffix_;
    ui::MainFrame* frame_;
};

/// A package goes out, is coded, and comes back.
void take_two_coders(Studio& studio) {
    const auto file = studio.temporary() / "chris.trialogue";
    {
        ui::PackageDialog dialog(&studio.frame(), studio.context());
        dialog.set_coder("Chris");
        dialog.set_sample(9, 1);
        studio.take("package", dialog);
        if (!dialog.make(file)) std::exit(1);
    }
    {
        const auto copy = study::Study::open(file, study::Access::write);
        const auto source = study::sources::all(*copy).front();
        study::Edit edit(*copy, "code");
        const auto chris = study::verbs::hand(edit, "Chris");
        const auto code = studio.context().codebook().resolve("Proactief").id;
        study::verbs::code(edit, source.id, text::Span{900, 960}, code, chris);
        study::verbs::mark(edit, source.id, chris, model::Mark::coded);
        edit.commit();
    }
    ui::MergeDialog dialog(&studio.frame(), studio.context(), file);
    studio.take("merge", dialog);
}

void take_all(Studio& studio, const std::filesystem::path& study) {
    studio.take("welcome");
    studio.open(study);
    studio.open_source("T1_moeder");
    studio.choose_code("Plichten/Praktische hulp");
    studio.choose_first_coding();
    studio.take("window");
    studio.run("shown.all");
    studio.take("everybody");
    studio.run("shown.mine");
    studio.run("select.sentence");
    studio.run("coding.quick");
    studio.transcript().quick_code().field().SetValue("steun");
    studio.take("quick-code");
    studio.transcript().quick_code().close();
    studio.choose_code("Rechten");
    studio.take("passages");
    studio.run("code.edit");
    studio.take("code-editor");
    studio.run("memo.add");
    studio.take("memos");
    studio.run("view.memos");
    studio.run("page.history");
    studio.take("history");
    studio.open_source("T1_moeder");
    studio.run("search.study");
    dynamic_cast<ui::SearchPane&>(*studio.frame().pane("search")).open("rol:ouder (vertrouwen OF school)");
    settle();
    studio.take("search");
    studio.run("view.search");
    studio.run("go.triad");
    studio.take("triad");
    studio.run("page.matrix");
    studio.take("matrix");
    studio.run("page.agreement");
    auto& agreement = dynamic_cast<ui::AgreementPage&>(*studio.frame().workspace()->page("agreement"));
    while (!agreement.up_to_date()) settle();
    studio.take("agreement");
    agreement.show(ui::AgreementPage::View::disagreements);
    studio.take("settling");
    take_two_coders(studio);
}

class PicturesApp : public wxApp {
  public:
    bool OnInit() override { return true; }
    /// pictures FOLDER STUDY SUFFIX WIDTH HEIGHT
    int OnRun() override {
        SetExitOnFrameDelete(false);
        wxInitAllImageHandlers();
        wxGUIEventLoop loop;
        const wxEventLoopActivator active(&loop);
        if (argc != 6) return 2;
        {
            const support::TemporaryFolder folder;
            ui::set_language(ui::Settings(folder / "window.conf"));
        }
        Studio studio(ui::utf8(argv[1]), ui::utf8(argv[3]), wxAtoi(argv[4]), wxAtoi(argv[5]));
        take_all(studio, ui::utf8(argv[2]));
        studio.close();
        return 0;
    }
};

}  // namespace

wxIMPLEMENT_APP_NO_MAIN(PicturesApp);

int main(int argc, char** argv) {
    ::setenv("GTK_A11Y", "none", 0);
    ::setenv("NO_AT_BRIDGE", "1", 0);
    return wxEntry(argc, argv);
}
