// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out/archive.h"

#include <zip.h>

#include <chrono>
#include <memory>

#include "base/error.h"
#include "base/files.h"
#include "base/translate.h"

namespace exchange {

namespace {

/// Date and time as zip files keep them, from MS-DOS: years from 1980, two seconds a step.
struct DosTime {
    zip_uint16_t time = 0, date = 0;
};

DosTime dos_time(std::int64_t seconds) {
    using namespace std::chrono;
    const sys_seconds moment{std::chrono::seconds{std::max<std::int64_t>(seconds, 315532800)}};
    const auto day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss clock{moment - day};
    const auto years = static_cast<unsigned>(static_cast<int>(date.year()) - 1980);
    const auto months = static_cast<unsigned>(date.month());
    const auto hours = static_cast<unsigned>(clock.hours().count());
    const auto minutes = static_cast<unsigned>(clock.minutes().count());
    const auto steps = static_cast<unsigned>(clock.seconds().count()) / 2;
    return {static_cast<zip_uint16_t>(hours << 11 | minutes << 5 | steps),
            static_cast<zip_uint16_t>(years << 9 | months << 5 | static_cast<unsigned>(date.day()))};
}

[[noreturn]] void throw_unwritten(const std::filesystem::path& path, const std::string& reason) {
    throw base::Error(base::ErrorKind::io, base::say("{} could not be written: {}.", path.string(), reason));
}

void write(const std::vector<ArchivedFile>& files, const DosTime& when,
           const std::filesystem::path& temporary, const std::filesystem::path& meant) {
    int code = 0;
    // An archive that is not closed is discarded, and nothing of it is written.
    std::unique_ptr<zip_t, decltype(&zip_discard)> zip(
        zip_open(temporary.c_str(), ZIP_CREATE | ZIP_EXCL, &code), &zip_discard);
    if (!zip) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        throw_unwritten(meant, reason);
    }
    for (const auto& file : files) {
        zip_source_t* source = zip_source_buffer(zip.get(), file.content.data(), file.content.size(), 0);
        if (source == nullptr) throw_unwritten(meant, zip_strerror(zip.get()));
        const zip_int64_t index = zip_file_add(zip.get(), file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            throw_unwritten(meant, zip_strerror(zip.get()));
        }
        zip_file_set_dostime(zip.get(), static_cast<zip_uint64_t>(index), when.time, when.date, 0);
    }
    if (zip_close(zip.get()) != 0) throw_unwritten(meant, zip_strerror(zip.get()));
    static_cast<void>(zip.release());
}

}  // namespace

void write_zip(const std::vector<ArchivedFile>& files, std::int64_t time, const std::filesystem::path& path) {
    base::replace_file(
        path, [&](const std::filesystem::path& temporary) { write(files, dos_time(time), temporary, path); });
}

std::string safe_file_name(const std::string& name) {
    constexpr std::string_view kForbidden = "/\\:*?\"<>|";
    std::string safe = name;
    for (char& c : safe) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        if (control || kForbidden.find(c) != std::string_view::npos) c = '_';
    }
    if (safe.empty() || safe.front() == '.') safe.insert(0, "_");
    return safe;
}

}  // namespace exchange
