// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app.h"

wxIMPLEMENT_APP(ui::App);
