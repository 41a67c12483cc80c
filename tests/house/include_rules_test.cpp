// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>

#include "support/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

/// Which rooms a room may include from, beside itself.
const std::map<std::string, std::set<std::string>> kRooms{
    {"base", {}},
    {"text", {"base"}},
    {"db", {"base"}},
    {"model", {"text", "base"}},
    {"study", {"model", "text", "db", "base"}},
    {"analysis", {"model", "text", "base"}},
    {"exchange", {"model", "text", "base"}},
    {"search", {"study", "model", "text", "base"}},
    {"report", {"study", "analysis", "exchange", "search", "model", "text", "base"}},
    {"cli", {"report", "study", "analysis", "exchange", "search", "model", "text", "base"}},
    {"ui", {"report", "study", "analysis", "exchange", "search", "model", "text", "base"}},
};

/// Headers of others and the one room that may include them.
const std::vector<std::pair<std::string, std::string>> kThirdParty{
    {"sqlite3", "db"},          {"xapian", "search"},  {"pugixml", "exchange"},
    {"zip.h", "exchange"},      {"unicode/", "text"},  {"poppler", "exchange"},
    {"xlsxwriter", "exchange"}, {"gumbo", "exchange"}, {"sodium", "base"},
    {"libintl.h", "base"},      {"CLI/", "cli"},       {"wx/", "ui"},
};

constexpr std::size_t kLongest = 500, kLongestInUi = 600;

/// One source file of the house.
struct File {
    fs::path path;     ///< from the root of the repository
    std::string room;  ///< "ui", or the folder of src
    std::vector<std::string> lines;
};

std::string text_of(const File& file) {
    std::string text;
    for (const auto& line : file.lines) text += line + "\n";
    return text;
}

std::vector<File> files_of(const fs::path& root) {
    std::vector<File> files;
    for (const auto* top : {"src", "ui"}) {
        if (!fs::exists(root / top)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto ending = entry.path().extension();
            if (ending != ".cpp" && ending != ".h") continue;
            File file;
            file.path = fs::relative(entry.path(), root);
            auto part = file.path.begin();
            file.room = *part == "ui" ? "ui" : std::next(part)->string();
            std::ifstream stream(entry.path());
            for (std::string line; std::getline(stream, line);) file.lines.push_back(line);
            files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

/// What the #include lines of a file name; `quoted` says which kind of brackets.
struct Include {
    std::string name;
    bool quoted = false;
};

std::vector<Include> includes_of(const File& file) {
    static const std::regex pattern(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
    std::vector<Include> includes;
    for (const auto& line : file.lines) {
        std::smatch match;
        if (std::regex_search(line, match, pattern)) includes.push_back({match[2], match[1] == "\""});
    }
    return includes;
}

void check_rooms(const File& file, std::vector<std::string>& found) {
    const auto allowed = kRooms.find(file.room);
    if (allowed == kRooms.end()) {
        found.push_back(file.path.string() + ": a room that the plan does not know");
        return;
    }
    for (const auto& include : includes_of(file)) {
        if (!include.quoted) continue;
        const std::string room = include.name.substr(0, include.name.find('/'));
        const bool own = room == file.room || !kRooms.contains(room);
        if (!own && !allowed->second.contains(room)) {
            found.push_back(file.path.string() + ": " + file.room + " may not include " + include.name);
        }
    }
}

void check_third_party(const File& file, std::vector<std::string>& found) {
    for (const auto& include : includes_of(file)) {
        for (const auto& [prefix, room] : kThirdParty) {
            const bool ours = include.name.rfind("exchange/", 0) == 0;
            if (!ours && include.name.rfind(prefix, 0) == 0 && file.room != room) {
                found.push_back(file.path.string() + ": only " + room + " may include " + include.name);
            }
        }
    }
}

void check_own_header(const File& file, const fs::path& root, std::vector<std::string>& found) {
    auto header = file.path;
    header.replace_extension(".h");
    if (file.path.extension() != ".cpp" || !fs::exists(root / header)) return;
    const auto includes = includes_of(file);
    const bool first = !includes.empty() && includes.front().quoted &&
                       fs::path(includes.front().name).filename() == header.filename();
    if (!first) found.push_back(file.path.string() + ": its own header does not come first");
}

void check_writes(const File& file, std::vector<std::string>& found) {
    if (file.room != "cli" && file.room != "ui") return;
    static const std::regex write(
        R"re(\b(sources|participants|codes|codings|memos|coders)::(insert|update|move|remove|set_|add_)\w*\s*\()re");
    static const std::regex sql(R"re(\bdatabase\(\))re");
    const std::string text = text_of(file);
    if (std::regex_search(text, write)) {
        found.push_back(file.path.string() + ": calls a store's write; only verbs do that");
    }
    if (std::regex_search(text, sql)) {
        found.push_back(file.path.string() + ": reaches for the database; only study has SQL");
    }
}

void check_form(const File& file, std::vector<std::string>& found) {
    if (file.lines.empty() || file.lines.front() != "// SPDX-License-Identifier: GPL-3.0-or-later") {
        found.push_back(file.path.string() + ": the first line does not say the licence");
    }
    if (file.lines.size() > (file.room == "ui" ? kLongestInUi : kLongest)) {
        found.push_back(file.path.string() + ": has " + std::to_string(file.lines.size()) + " lines");
    }
}

/// What breaks the rules of the house below `root`, a sentence each.
std::vector<std::string> violations(const fs::path& root) {
    std::vector<std::string> found;
    for (const auto& file : files_of(root)) {
        check_rooms(file, found);
        check_third_party(file, found);
        check_own_header(file, root, found);
        check_writes(file, found);
        check_form(file, found);
    }
    return found;
}

constexpr const char* kLicence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

/// A small tree in which one file may break a rule.
class Tree {
  public:
    Tree() {
        plant("src/base/error.h", "#pragma once\n");
        plant("src/study/study.h", "#include \"base/error.h\"\n");
        plant("src/study/study.cpp", "#include \"study/study.h\"\n#include \"db/database.h\"\n");
        plant("src/db/database.h", "#include <sqlite3.h>\n");
        plant("src/cli/main.cpp", "#include \"study/study.h\"\nvoid run() { study::sources::all(study); }\n");
    }
    void plant(const std::string& name, const std::string& content) const {
        plant_bare(name, kLicence + content);
    }
    void plant_bare(const std::string& name, const std::string& content) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << content;
    }
    /// The only violation that there is.
    [[nodiscard]] std::string violation() const {
        const auto found = violations(folder_.path());
        REQUIRE(found.size() == 1);
        return found.front();
    }
    [[nodiscard]] const fs::path& path() const { return folder_.path(); }

  private:
    support::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("The house keeps the rules of its plan") {
    const auto files = files_of(TRIALOGUE_SOURCE_DIR);
    CHECK(files.size() > 100);
    for (const auto& violation : violations(TRIALOGUE_SOURCE_DIR)) FAIL_CHECK(violation);
}

TEST_CASE("A tree that keeps every rule has no violation") {
    const Tree tree;
    CHECK(violations(tree.path()).empty());
}

TEST_CASE("A room that includes what stands above or beside it is found") {
    const Tree tree;
    SECTION("a lower room a higher one") {
        tree.plant("src/model/code.h", "#include \"study/study.h\"\n");
        CHECK(tree.violation() == "src/model/code.h: model may not include study/study.h");
    }
    SECTION("siblings") {
        tree.plant("src/analysis/count.h", "  #  include \"exchange/zip.h\"\n");
        CHECK(tree.violation() == "src/analysis/count.h: analysis may not include exchange/zip.h");
    }
    SECTION("the command line the database") {
        tree.plant("src/cli/log.cpp", "#include \"db/database.h\"\n");
        CHECK(tree.violation() == "src/cli/log.cpp: cli may not include db/database.h");
    }
    SECTION("src the window") {
        tree.plant("src/report/view.h", "#include \"ui/app.h\"\n");
        CHECK(tree.violation() == "src/report/view.h: report may not include ui/app.h");
    }
    SECTION("a room that nobody planned") {
        tree.plant("src/utils/misc.h", "#pragma once\n");
        CHECK(tree.violation() == "src/utils/misc.h: a room that the plan does not know");
    }
}

TEST_CASE("A library that is used outside its room is found") {
    const Tree tree;
    const auto [header, room] = GENERATE(table<std::string, std::string>({{"sqlite3.h", "db"},
                                                                          {"xapian.h", "search"},
                                                                          {"pugixml.hpp", "exchange"},
                                                                          {"unicode/uchar.h", "text"},
                                                                          {"CLI/CLI.hpp", "cli"},
                                                                          {"wx/wx.h", "ui"}}));
    tree.plant("src/model/code.h", "#include <" + header + ">\n");
    CHECK(tree.violation() == "src/model/code.h: only " + room + " may include " + header);
}

TEST_CASE("A file that does not include its own header first is found") {
    const Tree tree;
    tree.plant("src/study/study.cpp", "#include <string>\n#include \"study/study.h\"\n");
    CHECK(tree.violation() == "src/study/study.cpp: its own header does not come first");
}

TEST_CASE("A program that writes past the verbs is found") {
    const Tree tree;
    SECTION("the command line") {
        tree.plant("src/cli/rename.cpp", "void f() { study::sources::update(edit, source); }\n");
        CHECK(tree.violation() == "src/cli/rename.cpp: calls a store's write; only verbs do that");
    }
    SECTION("the window") {
        tree.plant("ui/view.cpp", "void f() { codings::insert (edit, all); }\n");
        CHECK(tree.violation() == "ui/view.cpp: calls a store's write; only verbs do that");
    }
    SECTION("by SQL of its own") {
        tree.plant("src/cli/count.cpp", "void f() { study.database().number(sql); }\n");
        CHECK(tree.violation() == "src/cli/count.cpp: reaches for the database; only study has SQL");
    }
}

TEST_CASE("A file without its licence or beyond its length is found") {
    const Tree tree;
    SECTION("no licence") {
        tree.plant_bare("src/base/error.h", "#pragma once\n");
        CHECK(tree.violation() == "src/base/error.h: the first line does not say the licence");
    }
    SECTION("too long in src") {
        tree.plant("src/base/error.h", std::string(500, '\n'));
        CHECK(tree.violation() == "src/base/error.h: has 501 lines");
    }
    SECTION("longer in ui, and there too long") {
        tree.plant("ui/frame.cpp", std::string(599, '\n'));
        CHECK(violations(tree.path()).empty());
        tree.plant("ui/frame.cpp", std::string(600, '\n'));
        CHECK(tree.violation() == "ui/frame.cpp: has 601 lines");
    }
}
