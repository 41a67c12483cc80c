// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi/codes.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/refi/colours.h"
#include "exchange/refi/descriptions.h"
#include "exchange/refi/xml_texts.h"

namespace exchange {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

constexpr const char* kExclusiveGuid = "1BFF5AF7-0508-4448-85EC-121002334CC3";
constexpr const char* kExclusiveName = "Trialogue: mutually exclusive";

/// Walks the `Code` elements of one document.
class CodeReader {
  public:
    explicit CodeReader(const XmlDocument& document) : document_(document) {}

    void read_children(pugi::xml_node parent, model::CodeId parent_id);
    [[nodiscard]] ReadCodes finished();

  private:
    /// The names of the codes below one parent, and the last number that each was given; 0: not met yet.
    using BrotherNames = std::map<std::string, int, std::less<>>;

    model::Code read_code(pugi::xml_node node);
    base::Guid read_guid(pugi::xml_node node, const std::string& name);
    std::string read_name(pugi::xml_node node) const;
    bool read_codable(pugi::xml_node node);
    std::string read_colour(pugi::xml_node node);
    void read_texts(pugi::xml_node node, model::Code& code);
    void note_what_is_unknown(pugi::xml_node node);
    std::string unique_name(const std::string& name, BrotherNames& names);

    const XmlDocument& document_;
    ReadCodes read_;
    std::unordered_map<base::Guid, std::string> names_;  ///< of the codes so far
    std::size_t without_codable_ = 0;
    std::map<std::string, std::size_t> strange_colours_;
    std::map<std::string, std::size_t> unknown_;
};

void CodeReader::read_children(pugi::xml_node parent, model::CodeId parent_id) {
    BrotherNames names;
    for (const auto node : parent.children()) {
        if (local_name(node) == "Code") names.emplace(attribute(node, "name"), 0);
    }
    for (const auto node : parent.children()) {
        if (local_name(node) != "Code") continue;
        auto code = read_code(node);
        code.name = unique_name(code.name, names);
        code.id = {static_cast<std::int64_t>(read_.codes.size()) + 1};
        code.parent = parent_id;
        const auto id = code.id;
        read_.codes.push_back(std::move(code));
        read_children(node, id);
    }
}

model::Code CodeReader::read_code(pugi::xml_node node) {
    model::Code code;
    code.name = read_name(node);
    code.guid = read_guid(node, code.name);
    code.codable = read_codable(node);
    code.colour = read_colour(node);
    read_texts(node, code);
    note_what_is_unknown(node);
    return code;
}

std::string CodeReader::read_name(pugi::xml_node node) const {
    std::string name(attribute(node, "name"));
    if (name.empty()) throw document_.error_at(node, tr("A code has no name."));
    if (!can_stand_in_xml(name)) {
        throw document_.error_at(node, tr("The name of a code has characters that XML forbids."));
    }
    return name;
}

base::Guid CodeReader::read_guid(pugi::xml_node node, const std::string& name) {
    if (!has_attribute(node, "guid")) {
        throw document_.error_at(node, say("The code “{}” has no GUID.", name));
    }
    const auto written = attribute(node, "guid");
    const auto guid = base::Guid::parse(base::trimmed(written));
    if (!guid) {
        throw document_.error_at(node,
                                 say("The code “{}” has “{}” for a GUID, which is none.", name, written));
    }
    const auto [other, is_new] = names_.emplace(*guid, name);
    if (!is_new) {
        throw document_.error_at(
            node, say("The codes “{}” and “{}” have one GUID, {}.", other->second, name, guid->to_string()),
            tr("Remove one of them, or give it a GUID of its own, and read the file again."));
    }
    return *guid;
}

bool CodeReader::read_codable(pugi::xml_node node) {
    const auto written = base::ascii_lower(base::trimmed(attribute(node, "isCodable")));
    if (written == "true" || written == "1") return true;
    if (written == "false" || written == "0") return false;
    ++without_codable_;
    return true;
}

std::string CodeReader::read_colour(pugi::xml_node node) {
    const std::string written(attribute(node, "color"));
    if (base::trimmed(written).empty()) return {};
    const auto colour = colour_of(written);
    if (!colour) ++strange_colours_[written];
    return colour.value_or("");
}

void CodeReader::read_texts(pugi::xml_node node, model::Code& code) {
    const auto description = child(node, "Description");
    const auto text = text_of(description);
    if (!can_stand_in_xml(text)) {
        throw document_.error_at(description,
                                 say("The description of “{}” has characters that XML forbids.", code.name));
    }
    const auto language = read_description(text, code);
    if (read_.language.empty()) read_.language = language;
}

void CodeReader::note_what_is_unknown(pugi::xml_node node) {
    constexpr std::array<std::string_view, 4> kKnown{"guid", "name", "isCodable", "color"};
    for (const auto one : node.attributes()) {
        if (std::string_view(one.name()).starts_with("xmlns")) continue;
        if (std::find(kKnown.begin(), kKnown.end(), local_name(one)) == kKnown.end()) {
            ++unknown_[std::string(local_name(one))];
        }
    }
    bool described = false;
    for (const auto inner : node.children()) {
        const auto name = local_name(inner);
        if (name.empty() || name == "Code") continue;
        if (name == "Description" && !std::exchange(described, true)) {
            for (const auto part : inner.children()) {
                if (!local_name(part).empty()) ++unknown_[std::string(local_name(part))];
            }
            continue;
        }
        ++unknown_[std::string(name)];
    }
}

std::string CodeReader::unique_name(const std::string& name, BrotherNames& names) {
    auto& given = names.at(name);
    if (++given == 1) return name;
    std::string free = fmt::format("{} ({})", name, given);
    while (!names.emplace(free, 1).second) free = fmt::format("{} ({})", name, ++given);
    read_.losses.push_back(
        say("There is more than one code “{}” in one place; one of them is now “{}”.", name, free));
    return free;
}

ReadCodes CodeReader::finished() {
    if (without_codable_ > 0) {
        read_.losses.push_back(base::say_n(
            "{} code does not say whether it can be put on passages; it can now.",
            "{} codes do not say whether they can be put on passages; they can now.", without_codable_));
    }
    for (const auto& [colour, count] : strange_colours_) {
        read_.losses.push_back(base::say_n("{} code lost its colour, because “{}” is not understood.",
                                           "{} codes lost their colour, because “{}” is not understood.",
                                           count, colour));
    }
    for (const auto& [name, count] : unknown_) {
        read_.losses.push_back(base::say_n("“{1}” of {0} code was left out: Trialogue does not know it.",
                                           "“{1}” of {0} codes was left out: Trialogue does not know it.",
                                           count, name));
    }
    return std::move(read_);
}

[[noreturn]] void refuse(const std::string& message) {
    throw Error(ErrorKind::bad_input, message);
}

void append_code(pugi::xml_node parent, const model::Code& code, std::string_view language) {
    if (code.name.empty()) {
        refuse(say("The code {} has no name.", code.guid.to_string()));
    }
    const auto description = description_of(code, language);
    if (!can_stand_in_xml(code.name) || !can_stand_in_xml(description)) {
        refuse(say("The code “{}” has characters that cannot be written as XML.", code.name));
    }
    auto node = parent.append_child("Code");
    node.append_attribute("guid") = code.guid.to_string().c_str();
    node.append_attribute("name") = xml_attribute(code.name).c_str();
    node.append_attribute("isCodable") = code.codable;
    if (!code.colour.empty()) {
        const auto colour = colour_of(code.colour);
        if (!colour) refuse(say("“{}”, the colour of the code “{}”, is none.", code.colour, code.name));
        node.append_attribute("color") = colour->c_str();
    }
    if (!description.empty()) {
        node.append_child("Description").text() = xml_text(description).c_str();
    }
}

}  // namespace

ReadCodes read_codes(const XmlDocument& document, pugi::xml_node codes) {
    CodeReader reader(document);
    reader.read_children(codes, {});
    auto read = reader.finished();
    if (read.codes.empty()) throw document.error_at(codes, tr("There are no codes in it."));
    return read;
}

void append_codes(pugi::xml_node parent, const model::Codebook& codebook, std::string_view language) {
    // Room for the containers above the codes and the Description below them, in codebooks and projects.
    constexpr std::size_t kDeepest = XmlDocument::kDeepest - 5;
    const auto codes = parent.append_child("Codes");
    std::vector<std::pair<model::CodeId, pugi::xml_node>> above;
    for (const auto& code : codebook.codes()) {
        while (!above.empty() && above.back().first != code.parent) above.pop_back();
        if (above.size() == kDeepest) {
            refuse(say("The code “{}” stands too deep in the codebook for other programs.", code.name));
        }
        const auto place = above.empty() ? codes : above.back().second;
        append_code(place, code, language);
        above.emplace_back(code.id, place.last_child());
    }
}

bool is_exclusive_set(pugi::xml_node set) {
    return base::Guid::parse(attribute(set, "guid")) == base::Guid::parse(kExclusiveGuid) ||
           attribute(set, "name") == kExclusiveName;
}

void read_exclusive_set(pugi::xml_node set, ReadCodes& read) {
    std::map<base::Guid, model::Code*> by_guid;
    for (auto& code : read.codes) by_guid[code.guid] = &code;
    for (const auto member : set.children()) {
        if (local_name(member) != "MemberCode") continue;
        const auto written = attribute(member, has_attribute(member, "guid") ? "guid" : "targetGUID");
        const auto guid = base::Guid::parse(base::trimmed(written));
        const auto code = guid ? by_guid.find(*guid) : by_guid.end();
        if (code != by_guid.end()) {
            code->second->exclusive = true;
        } else {
            read.losses.push_back(
                say("“{}” is said to be exclusive, but there is no code with that GUID.", written));
        }
    }
}

void append_exclusive_set(pugi::xml_node sets, const model::Codebook& codebook, const char* member_attribute,
                          std::string_view language) {
    auto set = sets.append_child("Set");
    set.append_attribute("guid") = kExclusiveGuid;
    set.append_attribute("name") = kExclusiveName;
    set.append_child("Description").text() =
        language.starts_with("nl") ? "Van de codes onder elk hiervan heeft een deelnemer er precies één."
                                   : "Of the codes below each of these, a participant has exactly one.";
    for (const auto& code : codebook.codes()) {
        if (!code.exclusive) continue;
        set.append_child("MemberCode").append_attribute(member_attribute) = code.guid.to_string().c_str();
    }
}

}  // namespace exchange
