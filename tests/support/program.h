// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace support {

/// What a run of the program left.
struct Ran {
    int exit_code = -1;  ///< -1: ended by a signal
    std::string out;
    std::string error;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
};

/// Runs the program `trialogue` in a temporary folder, in English unless told otherwise.
class Program {
  public:
    Program() = default;

    /// `environment`: "NAME=VALUE", beside LC_ALL=C.UTF-8 and LANGUAGE=en.
    Ran run(const std::vector<std::string>& arguments,
            const std::vector<std::string>& environment = {}) const {
        // Outputs lie beside the folder in which a test counts files.
        const auto out = outputs_ / "out", error = outputs_ / "error";
        const pid_t child = ::fork();
        if (child < 0) throw std::runtime_error("cannot fork");
        if (child == 0) become(arguments, environment, out, error);
        int status = 0;
        ::waitpid(child, &status, 0);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(error)};
    }

    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
    /// Writes a file of the folder in which the program runs.
    void file(const std::string& name, const std::string& content) const { folder_.file(name, content); }
    [[nodiscard]] std::string content(const std::string& name) const { return content_of(folder_ / name); }

  private:
    [[noreturn]] void become(const std::vector<std::string>& arguments,
                             const std::vector<std::string>& environment, const std::filesystem::path& out,
                             const std::filesystem::path& error) const {
        std::vector<std::string> words{TRIALOGUE_PROGRAM};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> argv;
        for (auto& word : words) argv.push_back(word.data());
        argv.push_back(nullptr);
        ::setenv("LC_ALL", "C.UTF-8", 1);
        ::setenv("LANGUAGE", "en", 1);
        ::unsetenv("COLUMNS");
        for (auto one : environment) {
            const auto equals = one.find('=');
            ::setenv(one.substr(0, equals).c_str(), one.substr(equals + 1).c_str(), 1);
        }
        if (::chdir(folder_.path().c_str()) != 0 || std::freopen(out.c_str(), "w", stdout) == nullptr ||
            std::freopen(error.c_str(), "w", stderr) == nullptr) {
            ::_exit(126);
        }
        ::execv(TRIALOGUE_PROGRAM, argv.data());
        ::_exit(127);
    }

    TemporaryFolder folder_;
    TemporaryFolder outputs_;
};

}  // namespace support
