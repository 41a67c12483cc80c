// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/material.h"
#include "model/source.h"
#include "study/study.h"
#include "text/text.h"

namespace report {

/// A passage with who says it, as one pastes it into a paper: “Dat helpt mij.” (ouder, 44 jaar). Labels and
/// times at the head of turns are left out of the words. `pattern` holds the placeholders {quote},
/// {participant}, {role}, {triad}, {source}, {turn} and the name of any attribute; {age} and {leeftijd} are
/// the same. Whose words they are is decided as in counting. What has no value is left out with the words
/// between the commas or brackets around it, and with its comma; so are brackets in which nothing is left.
[[nodiscard]] std::string quotation(const model::Material& material, const model::Source& source,
                                    const text::Text& text, const text::Span& span, std::string_view pattern);

/// The same in the form that the study's setting quotation_template gives, else in that of its language.
[[nodiscard]] std::string quotation(const study::Study& study, const model::Material& material,
                                    const model::Source& source, const text::Text& text,
                                    const text::Span& span);

/// “{quote}” ({role}, {age} jaar) for nl, “{quote}” ({role}, {age}) for any other language.
[[nodiscard]] std::string default_quotation_template(std::string_view language);

}  // namespace report
