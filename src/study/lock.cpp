// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>

#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"

namespace study {

namespace {

using base::Error;
using base::ErrorKind;
using base::say;
using base::tr;

/// "trialogue 0.1.0, process 4711 on laptop, since 2026-11-22T17:36:54Z"
std::string signature() {
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    return say("trialogue {}, process {} on {}, since {}", TRIALOGUE_VERSION, ::getpid(), host.data(),
               base::iso_time(std::time(nullptr)));
}

std::string content(int descriptor) {
    std::array<char, 512> buffer{};
    const ssize_t got = ::pread(descriptor, buffer.data(), buffer.size(), 0);
    return got > 0 ? std::string(buffer.data(), static_cast<std::size_t>(got)) : std::string();
}

bool is_still_at(int descriptor, const std::filesystem::path& path) {
    struct stat open {};
    struct stat there {};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &there) == 0 &&
           open.st_ino == there.st_ino && open.st_dev == there.st_dev;
}

}  // namespace

std::filesystem::path Lock::file_of(const std::filesystem::path& study) {
    return study.string() + ".lock";
}

Lock::Lock(const std::filesystem::path& study) : path_(file_of(study)) {
    // The holder before us removes the file when it lets go, so what we locked may be gone already.
    while (true) {
        descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (descriptor_ < 0) {
            throw Error(ErrorKind::io,
                        say("{} cannot be changed: no lock file can be made beside it ({}).", study.string(),
                            std::strerror(errno)),
                        tr("Copy the study to a folder where you may write."));
        }
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
            const std::string holder = content(descriptor_);
            ::close(descriptor_);
            throw Error(ErrorKind::busy,
                        say("{} is open for changes elsewhere: {}.", study.string(),
                            holder.empty() ? std::string(tr("another program")) : holder),
                        tr("Close it there, or open it to read only."));
        }
        if (is_still_at(descriptor_, path_)) break;
        ::close(descriptor_);
    }
    const std::string who = signature();
    if (::ftruncate(descriptor_, 0) != 0 || ::pwrite(descriptor_, who.data(), who.size(), 0) < 0) {
        // The lock holds without its label too: a full disk must not keep a study from being opened.
        errno = 0;
    }
}

Lock::~Lock() {
    if (is_still_at(descriptor_, path_)) ::unlink(path_.c_str());
    ::close(descriptor_);
}

}  // namespace study
