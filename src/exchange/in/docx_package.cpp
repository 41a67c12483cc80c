// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx_package.h"

#include <array>
#include <fstream>
#include <set>

#include "base/error.h"
#include "base/translate.h"

namespace exchange {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

/// More than the longest dissertation; what a part of a document takes in memory is ten times as much.
constexpr std::uint64_t kPartLimit = 128'000'000;

[[nodiscard]] Error not_word(const std::filesystem::path& file) {
    return {ErrorKind::bad_input, say("{} is not a Word document.", file.string()),
            tr("Open it in the program that made it, save it as .docx, and import that file.")};
}

/// Refuses the files of Word that are no archive: those before 2007 and those with a password.
const std::filesystem::path& archive_checked(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) return file;
    std::array<char, 4> head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    if (std::string_view(head.data(), head.size()) == "\xD0\xCF\x11\xE0") {
        throw Error(ErrorKind::bad_input,
                    say("{} is a Word file of before 2007, or is protected with a password.", file.string()),
                    tr("Open it in Word or LibreOffice, save it as .docx without a password, and import that "
                       "file."));
    }
    return file;
}

/// "word/_rels/document.xml.rels" for "word/document.xml".
[[nodiscard]] std::string relations_part(const std::string& part) {
    const std::filesystem::path path(part);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

}  // namespace

DocxPackage::DocxPackage(const std::filesystem::path& file) : zip_(archive_checked(file)) {
    const auto package = relations_of("");
    const auto found = package.find("officeDocument");
    document_ = found == package.end() ? "word/document.xml" : found->second;
    if (!zip_.contains(document_)) document_ = "word/document.xml";
    if (!zip_.contains(document_)) throw not_word(file);
    relations_ = relations_of(document_);
}

DocxPackage::Relations DocxPackage::relations_of(const std::string& part) const {
    Relations relations;
    const std::string name = relations_part(part);
    if (!zip_.contains(name)) return relations;
    const XmlDocument xml = read(name);
    const auto folder = std::filesystem::path(part).parent_path();
    for (const auto relation : xml.root().children()) {
        if (attribute(relation, "TargetMode") == "External") continue;
        const auto type = attribute(relation, "Type");
        const auto target = attribute(relation, "Target");
        if (target.empty()) continue;
        const auto path = target.front() == '/' ? std::filesystem::path(target.substr(1)) : folder / target;
        relations.emplace(type.substr(type.rfind('/') + 1), path.lexically_normal().generic_string());
    }
    return relations;
}

XmlDocument DocxPackage::read(const std::string& part) const {
    return {zip_.read(part, kPartLimit), zip_.file(), part};
}

XmlDocument DocxPackage::document() const {
    XmlDocument xml = read(document_);
    if (local_name(xml.root()) != "document" || !child(xml.root(), "body")) throw not_word(zip_.file());
    return xml;
}

std::vector<XmlDocument> DocxPackage::parts(std::string_view kind) const {
    std::vector<XmlDocument> found;
    std::set<std::string_view> names;
    const auto [begin, end] = relations_.equal_range(kind);
    for (auto relation = begin; relation != end; ++relation) {
        const std::string& name = relation->second;
        if (names.insert(name).second && zip_.contains(name)) found.push_back(read(name));
    }
    return found;
}

std::optional<XmlDocument> DocxPackage::part(std::string_view kind) const {
    auto found = parts(kind);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace exchange
