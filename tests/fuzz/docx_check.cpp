// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/docx_check.h"
#include "exchange/in/docx.h"
#include "fuzz/fuzz_support.h"

namespace fuzz {

void check_docx(const std::filesystem::path& file) {
    may_refuse([&] {
        const auto imported = exchange::read_docx(file);
        const auto& text = imported.text;
        expect(text.utf8().find_first_of(std::string_view("\r\0", 2)) == std::string::npos,
               "no carriage return and no NUL is in the text");
        expect_sound(imported.turns, text);
        for (const auto& anchor : imported.anchors) {
            expect(0 <= anchor.position && anchor.position <= text.size(), "an anchor is in the text");
        }
        for (const auto& comment : imported.comments) {
            const auto& span = comment.span;
            expect(0 <= span.begin && span.begin <= span.end && span.end <= text.size(),
                   "a comment's passage is in the text");
            const text::Text content(comment.content);
            const text::Text author(comment.author);
        }
        for (const auto& loss : imported.losses) {
            expect(!loss.what.empty() && loss.count > 0, "a loss is a sentence and a number");
        }
    });
}

}  // namespace fuzz
