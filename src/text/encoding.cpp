// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <array>
#include <cstring>
#include <memory>

#include "base/error.h"
#include "base/translate.h"
#include "text/encoding_guess.h"

namespace text {

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

struct ConverterCloser {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

[[noreturn]] void refuse_content() {
    throw base::Error(base::ErrorKind::bad_input, base::tr("The content is not text."),
                      base::tr("Save the document as .docx or as plain text, and import that."));
}

struct Mark {
    std::string_view bytes;
    const char* encoding;
};

/// The longer marks first: that of UTF-32LE begins as that of UTF-16LE.
constexpr std::array kMarks{
    Mark{"\xEF\xBB\xBF", "UTF-8"},
    Mark{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    Mark{std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    Mark{"\xFF\xFE", "UTF-16LE"},
    Mark{"\xFE\xFF", "UTF-16BE"},
    Mark{"\x84\x31\x95\x33", "GB18030"},
};

/// Heads of files that are no text, also where much of their content happens to be readable.
constexpr std::array<std::string_view, 12> kBinaryHeads{"\x89PNG\r\n",
                                                        "PK\x03\x04",
                                                        "PK\x05\x06",
                                                        "SQLite format 3",
                                                        "\xD0\xCF\x11\xE0",
                                                        "\x1F\x8B\x08",
                                                        "\xFF\xD8\xFF",
                                                        "GIF87a",
                                                        "GIF89a",
                                                        "%PDF-",
                                                        "7z\xBC\xAF\x27",
                                                        "\x7F"
                                                        "ELF"};

const Mark* mark_of(std::string_view bytes) {
    for (const Mark& mark : kMarks) {
        if (bytes.starts_with(mark.bytes)) return &mark;
    }
    return nullptr;
}

/// Whether the mark of a wide encoding stands before a text of single bytes: a program that joins files puts
/// it there. Wide texts have NULs, in their blanks and line ends at the latest.
bool is_belied(const Mark& mark, std::string_view rest) {
    if (!std::string_view(mark.encoding).starts_with("UTF-16") || rest.find('\0') != std::string_view::npos) {
        return false;
    }
    const auto plain = std::count_if(rest.begin(), rest.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value == '\t' || value == '\n' || value == '\r' || (value >= 0x20 && value < 0x7F);
    });
    return !rest.empty() && static_cast<std::size_t>(plain) * 10 >= rest.size() * 9;
}

/// Copies with U+FFFD for what is not UTF-8, and says how often.
std::int64_t copy_as_valid(std::string_view bytes, std::string& valid) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::int64_t replaced = 0;
    std::size_t copied = 0;
    valid.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        if (data[at] < 0x80) {
            ++at;
            continue;
        }
        const auto window = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
        std::int32_t read = 0;
        UChar32 character = 0;
        U8_NEXT(data + at, read, window, character);
        const std::size_t next = at + static_cast<std::size_t>(read);
        if (character < 0) {
            valid.append(bytes, copied, at - copied);
            valid += kReplacement;
            copied = next;
            ++replaced;
        }
        at = next;
    }
    valid.append(bytes, copied);
    return replaced;
}

/// LF line ends and no NUL, in place.
void clean(Decoded& decoded) {
    std::string& utf8 = decoded.utf8;
    const std::size_t first = utf8.find_first_of(std::string_view("\r\0", 2));
    if (first == std::string::npos) return;
    std::size_t kept = first;
    for (std::size_t at = first; at < utf8.size(); ++at) {
        if (utf8[at] == '\0') {
            ++decoded.nul;
        } else if (utf8[at] == '\r') {
            utf8[kept++] = '\n';
            ++decoded.line_ends;
            if (at + 1 < utf8.size() && utf8[at + 1] == '\n') ++at;
        } else {
            utf8[kept++] = utf8[at];
        }
    }
    utf8.resize(kept);
}

/// The byte that stands for the character at the head of `utf8` in Windows-1252, and the character's
/// length; nothing for a character that this encoding does not have.
struct WindowsByte {
    int byte = -1;
    std::size_t length = 0;
};

WindowsByte windows_byte(std::string_view utf8) {
    static constexpr std::array<char16_t, 32> kSpecials{
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (utf8.empty()) return {};
    std::int32_t length = 0;
    UChar32 character = 0;
    const auto window = static_cast<std::int32_t>(std::min<std::size_t>(utf8.size(), 4));
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(utf8.data()), length, window, character);
    if (character >= 0x80 && character <= 0xFF) return {character, static_cast<std::size_t>(length)};
    const auto special = std::find(kSpecials.begin(), kSpecials.end(), character);
    if (special == kSpecials.end()) return {};
    return {static_cast<int>(0x80 + (special - kSpecials.begin())), static_cast<std::size_t>(length)};
}

/// True where a stretch of the text is UTF-8 of a Latin letter or a sign that was read as Windows-1252.
bool has_mangled_stretch(std::string_view utf8) {
    const auto is_trail = [](const WindowsByte& found) { return found.byte >= 0x80 && found.byte <= 0xBF; };
    for (std::size_t at = utf8.find('\xC3'); at != std::string_view::npos; at = utf8.find('\xC3', at + 2)) {
        const WindowsByte lead = windows_byte(utf8.substr(at));
        const WindowsByte second = windows_byte(utf8.substr(at + 2));
        if (!is_trail(second)) continue;
        if (lead.byte == 0xC3 || (lead.byte == 0xC2 && second.byte >= 0xA0)) return true;
        const bool three_bytes = lead.byte == 0xE2 || (lead.byte == 0xEF && second.byte == 0xBB);
        if (three_bytes && is_trail(windows_byte(utf8.substr(at + 2 + second.length)))) return true;
    }
    return false;
}

/// Controls that no program writes into a text. Some do occur: form feed, the U+0015 of CHAT, the end mark
/// of DOS (U+001A), escape.
bool is_strange(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x20 && !(value >= 0x09 && value <= 0x0D) && value != 0x15 && value != 0x1A &&
           value != 0x1B;
}

/// Refuses what is no text: more than one character in twenty is a control. NULs at the end do not count;
/// they are what a crash leaves behind a text.
void require_text(std::string_view utf8) {
    const std::size_t last = utf8.find_last_not_of('\0');
    if (last == std::string_view::npos) {
        if (!utf8.empty()) refuse_content();
        return;
    }
    const auto strange =
        std::count_if(utf8.begin(), utf8.begin() + static_cast<std::ptrdiff_t>(last), is_strange);
    if (strange >= 3 && static_cast<std::size_t>(strange) * 20 > last + 1) refuse_content();
}

/// Takes the byte order mark off the head, also where several stand in a row because programs put theirs
/// before another's. NULs before it must be gone already.
void remove_marks(std::string& utf8) {
    constexpr std::string_view kMark = "\uFEFF";
    std::size_t end = 0;
    while (std::string_view(utf8).substr(end).starts_with(kMark)) end += kMark.size();
    utf8.erase(0, end);
}

void finish(Decoded& decoded) {
    require_text(decoded.utf8);
    clean(decoded);
    remove_marks(decoded.utf8);
    decoded.looks_mangled = has_mangled_stretch(decoded.utf8);
}

void U_CALLCONV replace_and_count(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                                  std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::int64_t*>(const_cast<void*>(context));
    *status = U_ZERO_ERROR;
    const char16_t replacement = 0xFFFD;
    ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

Converter open_converter(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(encoding.empty() ? nullptr : ucnv_open(encoding.c_str(), &status));
    if (!converter || U_FAILURE(status)) {
        throw base::Error(
            base::ErrorKind::bad_input, base::say("There is no encoding “{}”.", encoding),
            base::tr("Usual names are UTF-8, UTF-16LE, windows-1252, ISO-8859-15 and macintosh."));
    }
    return converter;
}

void append_utf8(std::u16string_view units, std::string& utf8) {
    std::array<char, 3 * 4096> buffer;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strToUTF8(buffer.data(), static_cast<std::int32_t>(buffer.size()), &length, units.data(),
                static_cast<std::int32_t>(units.size()), &status);
    if (U_FAILURE(status)) throw base::Error(base::ErrorKind::internal, u_errorName(status));
    utf8.append(buffer.data(), static_cast<std::size_t>(length));
}

/// Converts in small steps, so that a large file needs no second copy in UTF-16.
std::int64_t convert(std::string_view bytes, UConverter& converter, std::string& utf8) {
    constexpr std::size_t kInput = 1 << 20;
    std::int64_t replaced = 0;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(&converter, replace_and_count, &replaced, nullptr, nullptr, &status);
    std::array<char16_t, 4096> units;
    std::size_t held = 0;  // a lead surrogate that waits for its other half
    utf8.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const char* source = bytes.data() + at;
        const char* const limit = source + std::min(kInput, bytes.size() - at);
        const bool last = limit == bytes.data() + bytes.size();
        do {
            char16_t* target = units.data() + held;
            status = U_ZERO_ERROR;
            ucnv_toUnicode(&converter, &target, units.data() + units.size(), &source, limit, nullptr, last,
                           &status);
            if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
                throw base::Error(base::ErrorKind::internal, u_errorName(status));
            }
            auto count = static_cast<std::size_t>(target - units.data());
            held = count > 0 && U16_IS_LEAD(units[count - 1]) ? 1 : 0;
            append_utf8({units.data(), count - held}, utf8);
            if (held > 0) units[0] = units[count - 1];
        } while (status == U_BUFFER_OVERFLOW_ERROR);
        at = static_cast<std::size_t>(limit - bytes.data());
    }
    return replaced;
}

/// The name by which people know the encoding of a converter.
std::string usual_name(const UConverter& converter, const std::string& asked) {
    UErrorCode status = U_ZERO_ERROR;
    const char* own = ucnv_getName(&converter, &status);
    for (const char* standard : {"MIME", "IANA"}) {
        status = U_ZERO_ERROR;
        const char* name = ucnv_getStandardName(own, standard, &status);
        if (U_SUCCESS(status) && name != nullptr) return name;
    }
    return asked;
}

void decode_as(std::string_view bytes, const std::string& encoding, Decoded& decoded) {
    const Converter converter = open_converter(encoding);
    decoded.encoding = usual_name(*converter, encoding);
    decoded.replaced = decoded.encoding == "UTF-8" ? copy_as_valid(bytes, decoded.utf8)
                                                   : convert(bytes, *converter, decoded.utf8);
}

}  // namespace

Decoded decode(std::string_view bytes, const std::optional<std::string>& encoding) {
    for (const std::string_view head : kBinaryHeads) {
        if (bytes.starts_with(head)) refuse_content();
    }
    Decoded decoded;
    const Mark* mark = mark_of(bytes);
    if (mark != nullptr) bytes.remove_prefix(mark->bytes.size());
    const bool belied = mark != nullptr && is_belied(*mark, bytes);
    if (mark != nullptr && !belied) {
        decode_as(bytes, mark->encoding, decoded);
    } else if (encoding) {
        decode_as(bytes, *encoding, decoded);
    } else {
        const Guess guess = guess_encoding(bytes);
        decode_as(bytes, guess.encoding, decoded);
        decoded.assumed = !guess.certain || belied;
    }
    finish(decoded);
    return decoded;
}

Decoded normalised(std::string_view utf8) {
    Decoded decoded;
    decoded.encoding = "UTF-8";
    decoded.replaced = copy_as_valid(utf8, decoded.utf8);
    clean(decoded);
    remove_marks(decoded.utf8);
    decoded.looks_mangled = has_mangled_stretch(decoded.utf8);
    return decoded;
}

}  // namespace text
