// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi/codebook.h"

#include <algorithm>
#include <sstream>

#include "base/files.h"
#include "base/translate.h"
#include "exchange/refi/codes.h"
#include "exchange/refi/xml_texts.h"

namespace exchange {

namespace {

using base::say;
using base::tr;

/// A codebook is words that people wrote; a larger file is something else.
constexpr std::uintmax_t kLargestFile = 100'000'000;

void read_sets(pugi::xml_node sets, ReadCodes& read) {
    for (const auto set : sets.children()) {
        if (local_name(set) != "Set") continue;
        if (is_exclusive_set(set)) {
            read_exclusive_set(set, read);
        } else {
            read.losses.push_back(
                say("The set of codes “{}” was left out: Trialogue has none.", attribute(set, "name")));
        }
    }
}

}  // namespace

ReadCodebook read_codebook(const std::filesystem::path& path) {
    const XmlDocument document(base::read_file(path, kLargestFile), path);
    const auto root = document.root();
    if (local_name(root) != "CodeBook") {
        throw document.error_at(root, say("It is not a codebook: it begins with <{}>.", root.name()),
                                tr("Export the codebook (.qdc) from the program that holds it."));
    }
    const auto codes = child(root, "Codes");
    if (!codes) throw document.error_at(root, tr("There are no codes in it."));
    auto read = read_codes(document, codes);
    for (const auto part : root.children()) {
        const auto name = local_name(part);
        if (name == "Sets") {
            read_sets(part, read);
        } else if (!name.empty() && part != codes) {
            read.losses.push_back(say("“{}” was left out: Trialogue does not know it.", name));
        }
    }
    return {model::Codebook(std::move(read.codes)), std::move(read.losses), std::move(read.language)};
}

std::string codebook_xml(const model::Codebook& codebook, std::string_view origin,
                         std::string_view language) {
    if (codebook.empty()) {
        throw base::Error(base::ErrorKind::bad_input, tr("The codebook has no codes, so there is no file."),
                          tr("Make a first code."));
    }
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "utf-8";
    auto root = document.append_child("CodeBook");
    root.append_attribute("xmlns") = "urn:QDA-XML:codebook:1.0";
    root.append_attribute("origin") = xml_attribute(origin).c_str();
    append_codes(root, codebook, language);
    const auto& all = codebook.codes();
    if (std::any_of(all.begin(), all.end(), [](const model::Code& code) { return code.exclusive; })) {
        append_exclusive_set(root.append_child("Sets"), codebook, "guid", language);
    }
    std::ostringstream out;
    document.save(out, "  ", kSaving, pugi::encoding_utf8);
    return std::move(out).str();
}

}  // namespace exchange
