// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zip.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"

namespace exchange {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

[[nodiscard]] Error damaged(const std::filesystem::path& file) {
    return {ErrorKind::bad_input, say("{} is damaged or not complete.", file.string()),
            tr("Fetch the file again, or open it in the program that made it and save it anew.")};
}

[[nodiscard]] Error hostile(const std::string& message) {
    return {ErrorKind::bad_input, message,
            tr("Programs do not write such files; ask where it comes from before you open it anywhere.")};
}

[[nodiscard]] Error cannot_open(const std::filesystem::path& file, int code) {
    if (code == ZIP_ER_NOENT) return {ErrorKind::not_found, say("There is no file {}.", file.string())};
    if (code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS || code == ZIP_ER_EOF) return damaged(file);
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    return {ErrorKind::io, say("{} could not be read: {}.", file.string(), reason)};
}

/// Whether the name, with `/` between folders, would be a place outside the folder that one unpacks into.
[[nodiscard]] bool leads_out(std::string_view name) {
    if (name.starts_with('/') || (name.size() > 1 && name[1] == ':')) return true;
    const auto parts = base::split(name, '/');
    return std::find(parts.begin(), parts.end(), "..") != parts.end();
}

}  // namespace

struct ZipReader::Archive {
    std::filesystem::path file;
    std::unique_ptr<zip_t, DiscardArchive> zip;
    std::vector<std::string> names;
    /// Where a name is in the archive; more than once in a hostile one.
    std::map<std::string, std::vector<zip_uint64_t>, std::less<>> exact;
    /// The same by the name in lower case.
    std::map<std::string, std::vector<zip_uint64_t>, std::less<>> any_case;

    /// The places of a name: those of exactly this name where there are any.
    [[nodiscard]] std::vector<zip_uint64_t> find(std::string_view name) const {
        if (const auto found = exact.find(name); found != exact.end()) return found->second;
        const auto found = any_case.find(base::ascii_lower(name));
        return found == any_case.end() ? std::vector<zip_uint64_t>{} : found->second;
    }

    void list() {
        const zip_int64_t count = zip_get_num_entries(zip.get(), 0);
        for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(std::max<zip_int64_t>(count, 0)); ++i) {
            const char* raw = zip_get_name(zip.get(), i, ZIP_FL_ENC_GUESS);
            if (raw == nullptr) throw damaged(file);
            std::string name = raw;
            // Some programs of Windows write its own separator.
            std::replace(name.begin(), name.end(), '\\', '/');
            if (leads_out(name)) {
                throw hostile(say("{} was not opened: the name “{}” in it leads out of the archive.",
                                  file.string(), name));
            }
            if (name.ends_with('/')) continue;
            any_case[base::ascii_lower(name)].push_back(i);
            auto& places = exact[name];
            places.push_back(i);
            if (places.size() == 1) names.push_back(std::move(name));
        }
    }

    [[nodiscard]] std::string read(const std::string& name, zip_uint64_t index, std::uint64_t limit) const {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(zip.get(), index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_COMP_SIZE) == 0) {
            throw damaged(file);
        }
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
            throw Error(
                ErrorKind::bad_input, say("{} is protected with a password.", file.string()),
                tr("Open it in the program that made it, save it without the password, and try again."));
        }
        const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(zip.get(), index, 0));
        if (!entry) throw damaged(file);
        // What the archive says about the size may be a lie, so the bytes are counted as they come.
        const std::uint64_t by_ratio = std::max(kFreeSize, stat.comp_size * kRatio);
        const std::uint64_t most = std::min(limit, by_ratio);
        std::string content;
        if ((stat.valid & ZIP_STAT_SIZE) != 0) content.reserve(std::min({stat.size, most, kFreeSize}));
        std::array<char, 65536> buffer{};
        for (;;) {
            const zip_int64_t got = zip_fread(entry.get(), buffer.data(), buffer.size());
            if (got < 0) throw damaged(file);
            if (got == 0) break;
            if (content.size() + static_cast<std::uint64_t>(got) > most) {
                throw hostile(say("{} was not read: “{}” in it grows beyond {} MB when it is unpacked.",
                                  file.string(), name, most / 1'000'000));
            }
            content.append(buffer.data(), static_cast<std::size_t>(got));
        }
        if ((stat.valid & ZIP_STAT_SIZE) != 0 && content.size() != stat.size) throw damaged(file);
        return content;
    }
};

ZipReader::ZipReader(const std::filesystem::path& file) : archive_(std::make_unique<Archive>()) {
    archive_->file = file;
    std::error_code ignored;
    const auto status = std::filesystem::status(file, ignored);
    // A pipe would be waited for without end.
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        throw Error(ErrorKind::bad_input, say("{} is not an ordinary file.", file.string()));
    }
    int code = 0;
    archive_->zip.reset(zip_open(file.c_str(), ZIP_RDONLY, &code));
    if (!archive_->zip) throw cannot_open(file, code);
    archive_->list();
}

ZipReader::~ZipReader() = default;
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;

const std::filesystem::path& ZipReader::file() const {
    return archive_->file;
}

const std::vector<std::string>& ZipReader::names() const {
    return archive_->names;
}

bool ZipReader::contains(std::string_view name) const {
    return !archive_->find(name).empty();
}

std::string ZipReader::read(std::string_view name, std::uint64_t limit) const {
    const auto places = archive_->find(name);
    if (places.empty()) {
        throw Error(ErrorKind::not_found, say("There is no “{}” in {}.", name, archive_->file.string()),
                    tr("Open the file in the program that made it and save it anew."));
    }
    if (places.size() > 1) {
        throw hostile(
            say("{} was not read: “{}” is in it {} times.", archive_->file.string(), name, places.size()));
    }
    return archive_->read(std::string(name), places.front(), limit);
}

}  // namespace exchange
