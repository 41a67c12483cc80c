// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/agreement/texts.h"

#include "study/sources.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace report {

std::vector<text::Span> AgreementTexts::units(model::SourceId source, analysis::Unit unit) const {
    const auto text = study::sources::text(study_, study::sources::get(study_, source).text);
    return unit == analysis::Unit::sentence ? text::sentences(text) : text::words(text);
}

}  // namespace report
