// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "base/error.h"
#include "base/guid.h"
#include "base/translate.h"

namespace base {

namespace {

[[noreturn]] void throw_errno(const char* sentence, const std::filesystem::path& path, int code) {
    throw Error(ErrorKind::io, say(sentence, path.string(), std::strerror(code)));
}

/// A file descriptor that is closed.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

/// `meant` is the path that an error names.
void sync_path(const std::filesystem::path& path, int flags, const std::filesystem::path& meant) {
    const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
    if (file.get() < 0 || ::fsync(file.get()) != 0) {
        throw_errno(msg("{} could not be written: {}."), meant, errno);
    }
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::uintmax_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0 && errno == ENOENT) {
        throw Error(ErrorKind::not_found, say("There is no file {}.", path.string()));
    }
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
        throw_errno(msg("{} could not be read: {}."), path, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorKind::bad_input, say("{} is not a file with text.", path.string()));
    }
    if (static_cast<std::uintmax_t>(status.st_size) > limit) {
        throw Error(ErrorKind::bad_input,
                    say("{} is too large: {} MB, and at most {} MB can be read.", path.string(),
                        static_cast<std::uintmax_t>(status.st_size) / 1'000'000, limit / 1'000'000));
    }
    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t got = ::read(file.get(), content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw_errno(msg("{} could not be read: {}."), path, errno);
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    content.resize(done);
    return content;
}

void write_file(const std::filesystem::path& path, std::string_view content) {
    replace_file(path, [&](const std::filesystem::path& temporary) {
        std::ofstream out(temporary, std::ios::binary);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
        out.close();
        if (!out) throw_errno(msg("{} could not be written: {}."), path, errno);
    });
}

void replace_file(const std::filesystem::path& path,
                  const std::function<void(const std::filesystem::path& temporary)>& write) {
    std::error_code ignored;
    const auto there = std::filesystem::status(path, ignored).type();
    if (there != std::filesystem::file_type::not_found && there != std::filesystem::file_type::regular) {
        throw Error(ErrorKind::bad_input, say("{} is not a file that could be replaced.", path.string()));
    }
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    auto temporary =
        folder / ("." + path.filename().string() + "." + Guid::random().to_string().substr(0, 8));
    // Writers choose the format by the ending, so the temporary file keeps it.
    temporary += path.extension();
    try {
        write(temporary);
        sync_path(temporary, O_RDONLY, path);
        if (::rename(temporary.c_str(), path.c_str()) != 0) {
            throw_errno(msg("{} could not be written: {}."), path, errno);
        }
    } catch (...) {
        std::filesystem::remove(temporary, ignored);
        throw;
    }
    sync_path(folder, O_RDONLY | O_DIRECTORY, path);
}

}  // namespace base
