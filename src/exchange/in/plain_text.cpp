// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/plain_text.h"

#include <utility>

#include "base/error.h"
#include "base/files.h"
#include "base/strings.h"
#include "base/translate.h"
#include "text/encoding.h"
#include "text/turns.h"

namespace exchange {

namespace {

text::Decoded decoded_file(const std::filesystem::path& path, const std::optional<std::string>& encoding) {
    const std::string bytes = base::read_file(path, kLargestText);
    try {
        return text::decode(bytes, encoding);
    } catch (const base::Error& error) {
        throw base::Error(error.kind(), base::say("{} could not be read. {}", path.string(), error.what()),
                          error.hint());
    }
}

std::vector<model::Loss> losses_of(const text::Decoded& decoded) {
    std::vector<model::Loss> losses;
    if (decoded.nul > 0) {
        losses.push_back({base::say_n("{} NUL character was left out.", "{} NUL characters were left out.",
                                      static_cast<std::size_t>(decoded.nul)),
                          decoded.nul});
    }
    if (decoded.replaced > 0) {
        losses.push_back({base::say_n("{} place that is no character in {} was replaced by “\uFFFD”.",
                                      "{} places that are no characters in {} were replaced by “\uFFFD”.",
                                      static_cast<std::size_t>(decoded.replaced), decoded.encoding),
                          decoded.replaced});
    }
    if (decoded.looks_mangled) {
        losses.push_back({base::tr("Some letters look as if the file had once been read in a wrong encoding "
                                   "(“Ã©” for “é”); they were left as they are."),
                          1});
    }
    return losses;
}

}  // namespace

model::Imported read_plain_text(const std::filesystem::path& path, const std::optional<std::string>& encoding,
                                const base::Progress& progress) {
    progress.step(0, path.filename().string());
    text::Decoded decoded = decoded_file(path, encoding);
    if (base::trimmed(decoded.utf8).empty()) {
        throw base::Error(base::ErrorKind::bad_input, base::say("{} holds no text.", path.string()));
    }
    progress.step(0.5, path.filename().string());
    model::Imported imported;
    imported.losses = losses_of(decoded);
    imported.encoding = decoded.encoding;
    imported.encoding_assumed = decoded.assumed;
    imported.text = text::Text(std::move(decoded.utf8));
    imported.turns = text::detect_turns(imported.text);
    for (const text::DetectedTime& time : imported.turns.times) {
        imported.anchors.push_back({time.position, model::Anchor::Kind::time, time.milliseconds});
    }
    progress.step(1, path.filename().string());
    return imported;
}

}  // namespace exchange
