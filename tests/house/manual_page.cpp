// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/manual_page.h"

#include <fmt/format.h>
#include <md4c.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <regex>

#include "base/strings.h"

namespace house {

namespace {

std::string string_of(const MD_ATTRIBUTE& attribute) {
    return {attribute.text, attribute.size};
}

/// "Memo’s, and more" becomes "memos-and-more".
std::string anchor_of(const std::string& heading) {
    const auto text = icu::UnicodeString::fromUTF8(heading);
    icu::UnicodeString anchor;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        if (u_isalnum(c) || c == '-' || c == '_') anchor.append(u_tolower(c));
        if (c == ' ') anchor.append(UChar32{'-'});
    }
    std::string result;
    return anchor.toUTF8String(result);
}

/// The numbers of a row of a table, in order of size as text: each language has its own order of words, and
/// its own sign between thousands.
std::string numbers_in(const std::string& row) {
    static const std::regex number(R"([0-9]+([.,][0-9]+)*)");
    std::vector<std::string> numbers;
    for (std::sregex_iterator found(row.begin(), row.end(), number), none; found != none; ++found) {
        std::string digits = found->str();
        std::replace(digits.begin(), digits.end(), ',', '.');
        numbers.push_back(std::move(digits));
    }
    std::sort(numbers.begin(), numbers.end());
    return base::join(numbers, " ");
}

/// What stands behind a # is said in each language.
std::string without_remark(const std::string& line) {
    static const std::regex remark(R"(\s+# .*)");
    return std::regex_replace(line, remark, "");
}

class Reader {
  public:
    ManualPage read(std::string_view markdown) {
        MD_PARSER parser{};
        parser.flags = MD_DIALECT_GITHUB;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->enter(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return static_cast<Reader*>(self)->leave(type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->enter(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.text = [](MD_TEXTTYPE, const MD_CHAR* text, MD_SIZE size, void* self) {
            static_cast<Reader*>(self)->text_.append(text, size);
            return 0;
        };
        md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this);
        return std::move(page_);
    }

  private:
    int enter(MD_BLOCKTYPE type, const void* detail) {
        text_.clear();
        if (type == MD_BLOCK_H) level_ = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
        if (type == MD_BLOCK_TABLE) rows_ = 0;
        if (type == MD_BLOCK_TR) {
            ++rows_;
            row_.clear();
        }
        return 0;
    }

    int leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_H) {
            heading_ = text_;
            add(fmt::format("a heading of level {}", level_));
            add_anchor();
        } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
            row_ += text_ + " ";
        } else if (type == MD_BLOCK_TR) {
            const auto numbers = numbers_in(row_);
            if (!numbers.empty()) add(fmt::format("the numbers {} in row {} of a table", numbers, rows_));
        } else if (type == MD_BLOCK_TABLE) {
            add(fmt::format("a table of {} rows", rows_));
        } else if (type == MD_BLOCK_CODE) {
            add_code();
        }
        return 0;
    }

    int enter(MD_SPANTYPE type, const void* detail) {
        if (type == MD_SPAN_IMG) {
            const auto picture = string_of(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src);
            add("the picture " + picture);
            add_link(picture);
        } else if (type == MD_SPAN_A) {
            add_link(string_of(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
        }
        return 0;
    }

    void add(std::string what) { page_.parts.push_back({std::move(what), heading_}); }

    /// Line by line, so that a difference is told by its line.
    void add_code() {
        for (const auto line : base::split(base::trimmed(text_), '\n')) {
            add(fmt::format("the code “{}”", without_remark(std::string(line))));
        }
    }

    void add_link(std::string target) {
        static const std::regex elsewhere("[a-z]+:.*");
        if (!std::regex_match(target, elsewhere)) page_.links.push_back(std::move(target));
    }

    /// A heading that occurs again gets a number.
    void add_anchor() {
        const std::string anchor = anchor_of(heading_);
        std::string numbered = anchor;
        for (int n = 1; !page_.anchors.insert(numbered).second; ++n) {
            numbered = fmt::format("{}-{}", anchor, n);
        }
    }

    ManualPage page_;
    std::string text_;     ///< of the innermost block so far
    std::string row_;      ///< of the table, so far
    std::string heading_;  ///< the last one
    unsigned level_ = 0;
    int rows_ = 0;
};

std::string told(const ManualPage& page, std::size_t part) {
    if (part >= page.parts.size()) return "nothing more";
    return fmt::format("{} at “{}”", page.parts[part].what, page.parts[part].below);
}

}  // namespace

ManualPage parse_manual_page(std::string_view markdown) {
    return Reader().read(markdown);
}

std::string first_difference(const ManualPage& page, const ManualPage& translation) {
    const auto [ours, theirs] = std::mismatch(
        page.parts.begin(), page.parts.end(), translation.parts.begin(), translation.parts.end(),
        [](const Part& one, const Part& other) { return one.what == other.what; });
    if (ours == page.parts.end() && theirs == translation.parts.end()) return {};
    const auto part = static_cast<std::size_t>(ours - page.parts.begin());
    return fmt::format("has {}, the English page {}", told(translation, part), told(page, part));
}

}  // namespace house
