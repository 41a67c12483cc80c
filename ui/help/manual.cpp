// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/manual.h"

#include <md4c-html.h>

#include <array>

#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"
#include "ui/frame/menu_plan.h"
#include "ui/kit/language.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

/// The pages for people who code; those for people who program stay outside.
constexpr std::array kPages{"first-steps",    "window",     "importing",   "counting",
                            "query-language", "agreement",  "two-coders",  "keyboard",
                            "reliability",    "study-file", "command-line"};
constexpr std::uintmax_t kLargestPage = 4 << 20;

void append(const MD_CHAR* text, MD_SIZE size, void* to) {
    static_cast<std::string*>(to)->append(text, size);
}

std::string title_of(const std::string& markdown, const std::string& otherwise) {
    if (!markdown.starts_with("# ")) return otherwise;
    return markdown.substr(2, markdown.find('\n') - 2);
}

std::string html_colour(Shade shade) {
    return utf8(colour(shade).GetAsString(wxC2S_HTML_SYNTAX));
}

/// wxHtmlWindow draws tables without lines and does not know <code> blocks apart; old attributes it knows.
void suit_to_wx(std::string& html) {
    const auto replace = [&](const std::string& from, const std::string& to) {
        for (auto at = html.find(from); at != std::string::npos; at = html.find(from, at + to.size())) {
            html.replace(at, from.size(), to);
        }
    };
    replace("<table>", "<table border=1 cellspacing=0 cellpadding=5>");
    replace("<pre><code", "<table bgcolor=\"" + html_colour(Shade::heading) +
                              "\" cellpadding=8 width=100%><tr><td><pre><code");
    replace("</code></pre>", "</code></pre></td></tr></table>");
}

std::string escaped_cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) {
        text.replace(at, 1, "\\|");
    }
    return text;
}

void add_rows(std::string& page, const Actions& actions, const std::vector<std::string>& items) {
    for (const auto& id : items) {
        if (!actions.has(id)) continue;
        const auto& action = actions.at(id);
        const std::string key = action.key.empty() ? "" : "`" + shown_key(action.key) + "`";
        page += fmt::format("| {} | {} | {} |\n", escaped_cell(shown_label(action)), escaped_cell(key),
                            escaped_cell(tr(action.help)));
    }
}

}  // namespace

std::filesystem::path manual_folder() {
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const auto& folder : {std::filesystem::path(TRIALOGUE_DOCS), program / "../share/doc/trialogue"}) {
        if (std::filesystem::exists(folder / "importing.md", ignored)) return folder;
    }
    return {};
}

std::vector<ManualPage> manual_pages(const std::filesystem::path& folder) {
    std::vector<ManualPage> pages;
    for (const std::string id : kPages) {
        std::error_code ignored;
        auto file = folder / (id + ".nl.md");
        if (!is_dutch() || !std::filesystem::exists(file, ignored)) file = folder / (id + ".md");
        if (!std::filesystem::exists(file, ignored)) continue;
        pages.push_back({id, title_of(base::read_file(file, kLargestPage), id), file});
    }
    return pages;
}

std::string manual_html(const std::string& markdown) {
    std::string body;
    md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &body, MD_DIALECT_GITHUB, 0);
    suit_to_wx(body);
    return fmt::format(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head>"
        "<body bgcolor=\"{}\" text=\"{}\" link=\"{}\">{}</body></html>",
        html_colour(Shade::paper), html_colour(Shade::ink), html_colour(Shade::accent), body);
}

std::string keyboard_page(const Actions& actions) {
    std::string page =
        fmt::format("# {}\n\n{}\n", tr("Actions and keys"),
                    tr("Everything that can be done, as it stands in the menus. Keys without Ctrl and "
                       "Alt work while the focus is in a transcript. Ctrl+Shift+P finds any action "
                       "by a few letters of its name."));
    for (const auto& plan : menu_plan(actions)) {
        std::string title = tr(plan.title);
        std::erase(title, '&');
        page += fmt::format("\n## {}\n\n| {} | {} | {} |\n|---|---|---|\n", title, tr("Action"), tr("Key"),
                            tr("What it does"));
        add_rows(page, actions, plan.items);
    }
    return page;
}

}  // namespace ui
