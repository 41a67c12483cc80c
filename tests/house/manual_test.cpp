// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <map>

#include "house/manual_page.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;

namespace {

using house::ManualPage;
using Pages = std::map<std::string, ManualPage>;  // by the path from the root

const std::string kEnding = ".md", kDutch = ".nl.md";

Pages pages_of(const fs::path& root) {
    Pages pages;
    const auto add = [&](const fs::path& file) {
        if (file.extension() == kEnding) {
            pages[fs::relative(file, root).string()] = house::parse_manual_page(support::content_of(file));
        }
    };
    add(root / "README.md");
    for (const auto* folder : {"docs", "codebooks"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) add(entry.path());
    }
    return pages;
}

/// docs/window.md and docs/window.nl.md: the one from the other's name.
std::string english_of(const std::string& dutch) {
    return dutch.substr(0, dutch.size() - kDutch.size()) + kEnding;
}
std::string dutch_of(const std::string& english) {
    return english.substr(0, english.size() - kEnding.size()) + kDutch;
}

void check_translation(const Pages& pages, const std::string& dutch, std::vector<std::string>& faults) {
    const auto english = pages.find(english_of(dutch));
    if (english == pages.end()) {
        faults.push_back(dutch + ": there is no " + english_of(dutch));
        return;
    }
    const auto difference = house::first_difference(english->second, pages.at(dutch));
    if (!difference.empty()) faults.push_back(dutch + ": " + difference);
}

void check_link(const Pages& pages, const fs::path& root, const std::string& page, const std::string& link,
                std::vector<std::string>& faults) {
    const auto hash = std::min(link.find('#'), link.size());
    const std::string target =
        hash == 0 ? page : (fs::path(page).parent_path() / link.substr(0, hash)).lexically_normal().string();
    const auto found = pages.find(target);
    if (!fs::exists(root / target)) {
        faults.push_back(page + ": " + link + " leads to no file");
    } else if (hash < link.size() &&
               (found == pages.end() || !found->second.anchors.contains(link.substr(hash + 1)))) {
        faults.push_back(page + ": " + link + " leads to no heading");
    }
    const bool to_english = target.ends_with(kEnding) && !target.ends_with(kDutch);
    if (page.ends_with(kDutch) && to_english && pages.contains(dutch_of(target))) {
        faults.push_back(page + ": " + link + " leads to the English page; there is " + dutch_of(target));
    }
}

/// What is wrong with the pages of Markdown below `root`, a sentence each.
std::vector<std::string> faults_of(const fs::path& root) {
    std::vector<std::string> faults;
    const Pages pages = pages_of(root);
    for (const auto& [name, page] : pages) {
        if (name.ends_with(kDutch)) check_translation(pages, name, faults);
        for (const auto& link : page.links) check_link(pages, root, name, link, faults);
    }
    return faults;
}

constexpr const char* kEnglish = R"(# Window

![It](window.png)

## [Text](#window)

| a | b |
|---|---|
| 1 | 2,000 of 0.59 |

    trialogue show S   # shows it

## Text

See [the window](../README.md#start).
)";

constexpr const char* kTranslated = R"(# Venster

![Het](window.png)

## Memo’s: één [ervan](#memos-één-ervan)

| a | b |
|---|---|
| 1 | van 0.59 de 2.000 |

    trialogue show S   # toont het

## Tekst

Zie [het begin](../README.md#start).
)";

/// A manual of one page in two languages, after `part` of a page was replaced.
std::vector<std::string> faults_with(const std::string& page, const std::string& part,
                                     const std::string& other) {
    const support::TemporaryFolder folder;
    std::map<std::string, std::string> files{{"README.md", "# Start\n\n[Window](docs/window.md#text-1)\n"},
                                             {"docs/window.md", kEnglish},
                                             {"docs/window.nl.md", kTranslated},
                                             {"docs/window.png", ""}};
    auto& content = files.at(page);
    const auto at = content.find(part);
    REQUIRE(at != std::string::npos);
    content.replace(at, part.size(), other);
    fs::create_directory(folder / "codebooks");
    for (const auto& [name, text] : files) folder.file(name, text);
    return faults_of(folder.path());
}

std::vector<std::string> faults_of_dutch(const std::string& part, const std::string& other) {
    return faults_with("docs/window.nl.md", part, other);
}

}  // namespace

TEST_CASE("the Dutch pages of the manual are made as the English ones, and links lead somewhere") {
    const fs::path root = TRIALOGUE_SOURCE_DIR;
    CHECK(pages_of(root).size() > 20);
    for (const auto& fault : faults_of(root)) FAIL_CHECK(fault);
}

TEST_CASE("a Dutch page that is made otherwise is found out at the first difference") {
    const auto differs = [](const std::string& how) {
        return std::vector<std::string>{"docs/window.nl.md: has " + how};
    };
    CHECK(faults_of_dutch("Tekst", "Tekst").empty());
    CHECK(faults_of_dutch("## Tekst", "### Tekst") ==
          differs("a heading of level 3 at “Tekst”, the English page a heading of level 2 at “Text”"));
    CHECK(faults_of_dutch("| 1 | van 0.59 de 2.000 |\n", "") ==
          differs(
              "a table of 1 rows at “Memo’s: één ervan”, the English page the numbers 0.59 1 2.000 in row 2 "
              "of a table at “Text”"));
    CHECK(faults_of_dutch("2.000 |\n", "2.000 |\n| drie | |\n") ==
          differs("a table of 3 rows at “Memo’s: één ervan”, the English page a table of 2 rows at “Text”"));
    CHECK(faults_of_dutch("0.59", "0.95") ==
          differs("the numbers 0.95 1 2.000 in row 2 of a table at “Memo’s: één ervan”, the English page the "
                  "numbers 0.59 1 2.000 in row 2 of a table at “Text”"));
    CHECK(faults_of_dutch("![Het](window.png)", "") ==
          differs("a heading of level 2 at “Memo’s: één ervan”, the English page the picture window.png at "
                  "“Window”"));
    CHECK(faults_of_dutch("show S ", "show T ") ==
          differs("the code “trialogue show T” at “Memo’s: één ervan”, the English page the code “trialogue "
                  "show S” at “Text”"));
    CHECK(faults_of_dutch("## Tekst\n", "") ==
          differs("nothing more, the English page a heading of level 2 at “Text”"));
    CHECK(faults_of_dutch("Zie", "## Zie") ==
          differs("a heading of level 2 at “Zie het begin.”, the English page nothing more"));
}

TEST_CASE("a Dutch page without an English one is found out") {
    const support::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "codebooks");
    folder.file("README.md", "");
    folder.file("docs/window.nl.md", kTranslated);
    CHECK_THAT(faults_of(folder.path()),
               Catch::Matchers::VectorContains(std::string("docs/window.nl.md: there is no docs/window.md")));
}

TEST_CASE("a link that leads nowhere, or from a Dutch page to an English one, is found out") {
    using Faults = std::vector<std::string>;
    CHECK(faults_with("README.md", "window.md", "widow.md") ==
          Faults{"README.md: docs/widow.md#text-1 leads to no file"});
    CHECK(faults_with("README.md", "text-1", "text-2") ==
          Faults{"README.md: docs/window.md#text-2 leads to no heading"});
    CHECK(faults_of_dutch("#memos-één-ervan", "#memo-s") ==
          Faults{"docs/window.nl.md: #memo-s leads to no heading"});
    CHECK(faults_of_dutch("../README.md#start", "window.md") ==
          Faults{"docs/window.nl.md: window.md leads to the English page; there is docs/window.nl.md"});
}
