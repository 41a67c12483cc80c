// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ui/actions/action.h"

namespace ui {

/// One page of the manual: a Markdown file of docs/.
struct ManualPage {
    std::string id;     ///< the file's name without ending and language
    std::string title;  ///< its first heading
    std::filesystem::path file;
};

/// The folder of the manual: docs/ of the sources this program was built from, or where it was installed.
/// Empty where neither is there.
[[nodiscard]] std::filesystem::path manual_folder();
/// The pages in the order in which they are read, in the user's language where there is such a page.
[[nodiscard]] std::vector<ManualPage> manual_pages(const std::filesystem::path& folder);
/// A page as HTML for wxHtmlWindow, in the colours of the desktop's theme.
[[nodiscard]] std::string manual_html(const std::string& markdown);

/// The page of all actions with their keys, as Markdown: docs/keyboard.md is this.
[[nodiscard]] std::string keyboard_page(const Actions& actions);

}  // namespace ui
