// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/shipped.h"

#include <wx/stdpaths.h>

#include <algorithm>
#include <cstdlib>

#include "base/translate.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

namespace fs = std::filesystem;

using base::msg;

struct Title {
    const char* stem;
    const char* title;
};

constexpr Title kTitles[] = {
    {"positioning-theory", msg("Positioning theory: rights, duties, actions, narrative, meaning")},
    {"jim-positions", msg("Positions of the JIM")},
    {"mentor-support", msg("Five types of mentor support")},
    {"protective-factors", msg("Protective factors that mentors activate")},
    {"jim-needs", msg("What JIMs need")},
};

/// A folder of the installation (share/trialogue/NAME beside bin/), or of the sources from which the program
/// was built.
fs::path data_folder(const std::string& installed, const std::string& in_sources) {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const auto& candidate :
         {program / "../share/trialogue" / installed, fs::path(TRIALOGUE_DATA_DIR) / in_sources}) {
        if (fs::is_directory(candidate, ignored)) return fs::canonical(candidate, ignored);
    }
    return {};
}

fs::path home() {
    const char* folder = std::getenv("HOME");
    return folder != nullptr && *folder != '\0' ? fs::path(folder) : fs::temp_directory_path();
}

}  // namespace

std::vector<ShippedCodebook> shipped_codebooks() {
    std::vector<ShippedCodebook> found;
    const fs::path folder = data_folder("codebooks", "codebooks");
    for (const auto& [stem, title] : kTitles) {
        for (const char* language : {"nl", "en"}) {
            const fs::path file = folder / fmt::format("{}.{}.qdc", stem, language);
            std::error_code ignored;
            if (!folder.empty() && fs::exists(file, ignored))
                found.push_back({file, base::tr(title), language});
        }
    }
    return found;
}

fs::path sample_material() {
    return data_folder("sample-study", "docs/sample-study");
}

fs::path sample_study_file() {
    return home() / "Trialogue" / "JIM.trialogue";
}

fs::path studies_folder() {
    const fs::path documents = utf8(wxStandardPaths::Get().GetDocumentsDir());
    std::error_code ignored;
    return fs::is_directory(documents, ignored) ? documents : home();
}

}  // namespace ui
