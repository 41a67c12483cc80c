// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "model/material.h"

/// A small study in which everything occurs: joint interviews and turns, sources without turns or
/// participants, participants without role, triad or source, codes below codes, a code that became a
/// heading, several coders, a settled layer, all marks, second rounds, judgements of whole sources, passages
/// that overlap.
[[nodiscard]] model::Material random_material(std::mt19937& random);
