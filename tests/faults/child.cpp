// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/child.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

#include "base/error.h"

namespace faults {

namespace {

constexpr uid_t kNobody = 65534;

void write_all(int descriptor, const std::string& text) {
    if (::write(descriptor, text.data(), text.size()) < 0) ::_exit(3);
}

}  // namespace

Child::Child(const std::function<void(int)>& work) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("no process");
    if (pid_ == 0) {
        ::close(ends[0]);
        try {
            work(ends[1]);
        } catch (const std::exception& error) {
            write_all(ends[1], std::string("unexpected: ") + error.what() + "\n");
        }
        ::_exit(0);
    }
    ::close(ends[1]);
    pipe_ = ends[0];
}

Child::~Child() {
    if (pid_ > 0) {
        kill();
        ::waitpid(pid_, nullptr, 0);
    }
    ::close(pipe_);
}

void Child::kill() const {
    ::kill(pid_, SIGKILL);
}

void Child::wait_for_output() {
    char first = 0;
    if (output_.empty() && ::read(pipe_, &first, 1) == 1) output_ += first;
}

std::string Child::output() {
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::read(pipe_, buffer.data(), buffer.size())) > 0;) {
        output_.append(buffer.data(), static_cast<std::size_t>(got));
    }
    if (pid_ > 0) ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
    return output_;
}

std::string in_process(const std::function<std::string()>& work) {
    Child child([&](int out) {
        try {
            write_all(out, work());
        } catch (const base::Error& error) {
            write_all(out, std::string(error.what()) + " | " + error.hint());
        }
    });
    return child.output();
}

std::string as_ordinary_user(const std::function<std::string()>& work) {
    return in_process([&]() -> std::string {
        if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) return "no other user";
        return work();
    });
}

}  // namespace faults
