// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_content.h"

#include "base/translate.h"

namespace exchange {

namespace {

using base::say_n;

std::size_t size_of(std::int64_t count) {
    return static_cast<std::size_t>(count);
}

}  // namespace

std::vector<model::Loss> losses_of(const DocxTally& tally) {
    std::vector<model::Loss> losses;
    const auto add = [&](std::int64_t count, const std::string& sentence) {
        if (count > 0) losses.push_back({sentence, count});
    };
    add(tally.deleted_passages,
        say_n(
            "{} passage that was deleted or moved away with tracked changes was left out ({} characters).",
            "{} passages that were deleted or moved away with tracked changes were left out ({} characters).",
            size_of(tally.deleted_passages), tally.deleted_characters));
    add(tally.hidden_passages, say_n("{} passage of hidden text was left out ({} characters).",
                                     "{} passages of hidden text were left out ({} characters).",
                                     size_of(tally.hidden_passages), tally.hidden_characters));
    add(tally.text_boxes,
        say_n("{} text box became lines of the text, below the paragraph that it stands at.",
              "{} text boxes became lines of the text, below the paragraphs that they stand at.",
              size_of(tally.text_boxes)));
    add(tally.numbered,
        say_n("{} paragraph has an automatic number or bullet, which is not part of the text.",
              "{} paragraphs have automatic numbers or bullets, which are not part of the text.",
              size_of(tally.numbered)));
    add(tally.pictures,
        say_n("{} picture was left out.", "{} pictures were left out.", size_of(tally.pictures)));
    add(tally.charts, say_n("{} chart was left out.", "{} charts were left out.", size_of(tally.charts)));
    add(tally.diagrams,
        say_n("{} diagram was left out.", "{} diagrams were left out.", size_of(tally.diagrams)));
    add(tally.objects, say_n("{} embedded object was left out.", "{} embedded objects were left out.",
                             size_of(tally.objects)));
    add(tally.equations, say_n("{} equation was kept as plain characters.",
                               "{} equations were kept as plain characters.", size_of(tally.equations)));
    add(tally.symbols,
        say_n("{} symbol of a special font could not be told and became “\uFFFD”.",
              "{} symbols of special fonts could not be told and became “\uFFFD”.", size_of(tally.symbols)));
    add(tally.readings, say_n("{} reading aid above the text was left out.",
                              "{} reading aids above the text were left out.", size_of(tally.readings)));
    return losses;
}

}  // namespace exchange
