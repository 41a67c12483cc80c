// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "support/temporary_folder.h"
#include "ui/kit/words.h"
#include "ui/search/query_field.h"
#include "ui/search/search_pane.h"
#include "ui/window.h"

/// What tests of the window's search share.
namespace support {

/// An index that is nobody else's.
struct Cache {
    Cache() { setenv("XDG_CACHE_HOME", folder.path().c_str(), 1); }
    ~Cache() { unsetenv("XDG_CACHE_HOME"); }
    TemporaryFolder folder;
};

inline ui::SearchPane& open_search(Window& window) {
    window.press('F', wxMOD_CONTROL | wxMOD_SHIFT);
    auto* pane = dynamic_cast<ui::SearchPane*>(window.frame().pane("search"));
    REQUIRE(pane != nullptr);
    REQUIRE(wait_for([&] { return pane->field().field().HasFocus(); }));
    return *pane;
}

/// Puts a query into the field as pasting does, and waits for the answer.
inline void ask(ui::SearchPane& pane, const std::string& query) {
    pane.field().field().SetValue(ui::wx(query));
    REQUIRE(wait_for([&] { return pane.field().query() == query; }));
    settle();
    wait_for([] { return false; }, 250);
}

}  // namespace support
