// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace support {

/// Presses a key in the menu that is open; whether there was one.
bool press_in_menu(int key);

/// Types a name or a path into GTK's dialog that asks for a file, and accepts it; whether there was one.
bool type_into_file_dialog(const std::string& name);

}  // namespace support
