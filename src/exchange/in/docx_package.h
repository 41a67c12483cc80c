// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/xml.h"
#include "exchange/zip.h"

namespace exchange {

/// The parts of a Word document (Open Packaging Conventions, ECMA-376 part 2): found by the relations
/// between them, for which every program chooses names of its own.
class DocxPackage {
  public:
    /// Throws Error that names the file: not_found, io, or bad_input where it holds no Word document.
    explicit DocxPackage(const std::filesystem::path& file);

    [[nodiscard]] const std::filesystem::path& file() const { return zip_.file(); }
    /// The text itself; its root has a `body`.
    [[nodiscard]] XmlDocument document() const;
    /// The parts that the text relates to as `kind`: "styles", "comments", "footnotes", "header". Each
    /// once, however many relations name it; one that is not in the file is left out.
    [[nodiscard]] std::vector<XmlDocument> parts(std::string_view kind) const;
    /// The first of parts().
    [[nodiscard]] std::optional<XmlDocument> part(std::string_view kind) const;

  private:
    /// Names of parts by the last word of the relation's type.
    using Relations = std::multimap<std::string, std::string, std::less<>>;

    [[nodiscard]] Relations relations_of(const std::string& part) const;
    [[nodiscard]] XmlDocument read(const std::string& part) const;

    ZipReader zip_;
    std::string document_;
    Relations relations_;
};

}  // namespace exchange
