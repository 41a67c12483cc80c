// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times the window as docs/performance.md states it and prints the table of that page: run it under a display
// of its own, `xvfb-run -a build/tests/bench_window`. Times are from the call to the end of the painting.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <wx/evtloop.h>
#include <wx/stc/stc.h>
#include <wx/wx.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>

#include "bench/generated_study.h"
#include "study/edit.h"
#include "study/verbs/codebook.h"
#include "study/verbs/coding.h"
#include "study/verbs/import.h"
#include "support/temporary_folder.h"
#include "ui/app.h"
#include "ui/frame/main_frame.h"
#include "ui/frame/workspace.h"
#include "ui/kit/words.h"
#include "ui/transcript/coding_actions.h"
#include "ui/transcript/transcript_view.h"

extern char** environ;

namespace {

using Milliseconds = double;

Milliseconds now() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Lets the window work until nothing is left to paint.
void paint() {
    wxTheApp->Yield();
    wxTheApp->ProcessIdle();
    wxTheApp->Yield();
}

Milliseconds median_of(int runs, const std::function<void()>& work) {
    std::vector<Milliseconds> times;
    for (int i = 0; i < runs; ++i) {
        const auto begin = now();
        work();
        times.push_back(now() - begin);
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs) / 2];
}

void row(const std::string& what, Milliseconds ours, const std::string& beside, const std::string& goal) {
    fmt::print("| {} | {:.1f} | {} | {} |\n", what, ours, beside, goal);
}

/// The time of this program as another process, from its start to its end after the first painting.
Milliseconds process(const char* self, const std::vector<std::string>& arguments) {
    std::vector<std::string> words{self};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    return median_of(5, [&] {
        pid_t child = 0;
        int status = 0;
        if (::posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, argv.data(), environ) != 0)
            std::abort();
        ::waitpid(child, &status, 0);
    });
}

/// One source of a text with codings spread over it.
model::SourceId add_source(study::Study& study, const std::string& name, std::string content, int codings) {
    study::verbs::SourceDraft draft;
    draft.name = name;
    draft.origin = name + ".txt";
    draft.content.text = text::Text(std::move(content));
    draft.content.turns = text::detect_turns(draft.content.text);
    study::Edit edit(study, "import");
    const auto imported = study::verbs::import_source(edit, draft, false);
    const auto hand = study::verbs::hand(edit, "Anna");
    std::vector<model::CodeId> codes;
    for (int i = 0; i < 20; ++i) {
        model::Code code;
        code.name = fmt::format("{} {}", name, i);
        code.colour = fmt::format("#{:02x}{:02x}{:02x}", 40 + i * 9, 200 - i * 7, 90 + (i % 5) * 30);
        codes.push_back(study::verbs::add_code(edit, code));
    }
    const auto size = draft.content.text.size();
    std::mt19937 random(7);
    for (int i = 0; i < codings; ++i) {
        const auto begin = static_cast<text::Position>(random() % static_cast<unsigned>(size - 400));
        const text::Span span{begin, begin + 20 + static_cast<text::Position>(random() % 300)};
        study::verbs::code(edit, imported.source, span, codes[static_cast<std::size_t>(i) % codes.size()],
                           hand);
    }
    edit.commit();
    return imported.source;
}

std::string on_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

long resident_megabytes() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmRSS:") {
            long kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    }
    return 0;
}

ui::MainFrame* open(ui::Settings& settings, const std::filesystem::path& study) {
    auto* frame = new ui::MainFrame(settings);
    frame->Show();
    frame->open(study);
    if (frame->context() == nullptr) std::abort();
    frame->context()->set_coder("Anna");
    paint();
    return frame;
}

void time_opening(ui::MainFrame& frame, const std::string& what, model::SourceId source,
                  const std::string& goal) {
    const auto begin = now();
    frame.workspace()->open(source);
    paint();
    row(what, now() - begin, "", goal);
}

/// Applying a code in the long text, and scrolling through it.
void time_working(ui::MainFrame& frame, model::SourceId source, const std::string& where) {
    auto& context = *frame.context();
    auto* view = frame.workspace()->open(source);
    paint();
    text::Position at = 1000;
    const auto code = context.codebook().codes().front().id;
    std::vector<Milliseconds> durable;
    const auto painted = median_of(21, [&] {
        const auto begin = now();
        ui::apply_code(context, source, text::Span{at, at + 37}, code);
        durable.push_back(now() - begin);
        paint();
        at += 211;
    });
    std::nth_element(durable.begin(), durable.begin() + 10, durable.end());
    row("a code put on a passage, durable and painted: " + where, painted,
        fmt::format("{:.1f} of it until it is durable and told", durable[10]), "≤ 30");
    auto* words = static_cast<wxStyledTextCtrl*>(&view->words().window());
    row("scrolling one page: " + where,
        median_of(21,
                  [&] {
                      words->PageDown();
                      words->Update();
                      paint();
                  }),
        "", "≤ 16");
}

void run(const char* self) {
    const support::TemporaryFolder folder{std::filesystem::temp_directory_path()};
    ui::Settings settings(folder / "window.conf");
    fmt::print("| what | ms | beside it | goal |\n|---|---|---|---|\n");

    const char* sample = std::getenv("TRIALOGUE_SAMPLE");
    if (sample != nullptr) {
        const auto bare = process(self, {"--empty"});
        const auto ours = process(self, {"--study", sample});
        row("start to painted window with the sample study", ours,
            fmt::format("{:.1f} (an empty wx frame), ratio {:.2f}", bare, ours / bare), "≤ 1.5 × + 150");
    }

    const auto path = folder / "long.trialogue";
    model::SourceId third, unbroken, million;
    {
        auto study = study::Study::create(path, "long", "nl");
        std::mt19937 random(1);
        third = add_source(*study, "third", bench::transcript(random, 300'000, 2'000), 1'500);
        unbroken =
            add_source(*study, "unbroken", on_one_line(bench::transcript(random, 300'000, 2'000)), 1'500);
        million = add_source(*study, "million", bench::transcript(random, 1'000'000, 6'500), 5'000);
        add_source(*study, "another", "I: Ja?\nM: " + std::string(500, 'x') + "\n", 1);
    }
    {
        auto* frame = open(settings, path);
        time_opening(*frame, "300,000 characters, 1,500 codings: click to painted", third, "≤ 100");
        time_opening(*frame, "the same without line breaks", unbroken, "≤ 300");
        time_opening(*frame, "1,000,000 characters, 5,000 codings", million, "≤ 400");
        time_working(*frame, third, "300,000 characters");
        time_working(*frame, million, "1,000,000 characters");
        frame->Close(true);
        paint();
    }
    {
        const auto many = folder / "many.trialogue";
        bench::make_study(many, {1'000, 9'000, 60, 60, 100'000}, 1).reset();
        const auto before = resident_megabytes();
        const auto begin = now();
        auto* frame = open(settings, many);
        row("1,000 sources and 100,000 codings opened", now() - begin,
            fmt::format("{} MB resident, {} MB before", resident_megabytes(), before), "≤ 500, < 300 MB");
        frame->Close(true);
        paint();
    }
}

class BenchApp : public wxApp {
  public:
    bool OnInit() override { return true; }
    int OnRun() override {
        SetExitOnFrameDelete(false);
        wxGUIEventLoop loop;
        const wxEventLoopActivator active(&loop);
        if (argc > 1 && argv[1] == "--empty") {
            auto* frame = new wxFrame(nullptr, wxID_ANY, "empty", wxDefaultPosition, wxSize(1280, 800));
            frame->Show();
            paint();
            std::_Exit(0);
        }
        const support::TemporaryFolder folder;
        ui::Settings settings(folder / "window.conf");
        ui::set_language(settings);
        if (argc > 2 && argv[1] == "--study") {
            auto* frame = new ui::MainFrame(settings);
            frame->Show();
            frame->open(ui::utf8(argv[2]));
            paint();
            std::_Exit(0);
        }
        const std::string self = ui::utf8(argv[0]);
        run(self.c_str());
        return 0;
    }
};

}  // namespace

wxIMPLEMENT_APP_NO_MAIN(BenchApp);

int main(int argc, char** argv) {
    ::setenv("GTK_A11Y", "none", 0);
    ::setenv("NO_AT_BRIDGE", "1", 0);
    return wxEntry(argc, argv);
}
