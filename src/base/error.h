// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace base {

/// What went wrong, so that a caller can choose an exit code or a dialog without reading the sentence.
enum class ErrorKind {
    usage,      ///< the call itself was malformed
    bad_input,  ///< a file or a value that a person gave is not what it has to be
    not_found,  ///< a name, a file or a row that does not exist
    conflict,   ///< the study forbids it: a name in use, a rule of the codebook, another coder's work
    busy,       ///< another program holds the study
    io,         ///< the disk or the operating system refused
    damaged,    ///< a file that is ours but is not whole
    cancelled,  ///< the user asked to stop; not a fault
    internal,   ///< a bug of ours
};

/// The one exception of Trialogue. The message says what happened and to which file; the hint says what
/// to do next and may be empty. Both are sentences for people in the language of the user.
class Error : public std::runtime_error {
  public:
    Error(ErrorKind kind, const std::string& message, std::string hint = {})
        : std::runtime_error(message), kind_(kind), hint_(std::move(hint)) {}

    [[nodiscard]] ErrorKind kind() const { return kind_; }
    [[nodiscard]] const std::string& hint() const { return hint_; }

  private:
    ErrorKind kind_;
    std::string hint_;
};

}  // namespace base
