// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/material.h"

/// Makes a small material in the words of a test: everything is known by its name and made when it is first
/// named. Ids start at different hundreds, so that one taken for another shows.
class MaterialBuilder {
  public:
    /// Role and triad may be empty.
    MaterialBuilder& participant(const std::string& name, const std::string& role = {},
                                 const std::string& triad = {});
    MaterialBuilder& role(const std::string& name);
    MaterialBuilder& triad(const std::string& name);
    MaterialBuilder& attribute(const std::string& name, model::AttributeType type);
    MaterialBuilder& value(const std::string& participant, const std::string& attribute,
                           const std::string& value);
    MaterialBuilder& coder(const std::string& name);
    /// "Rechten/Afspraken"; headings above it cannot be coded, unless they were made codes themselves.
    MaterialBuilder& code(const std::string& path);
    /// Below that code a participant should have one code.
    MaterialBuilder& exclusive(const std::string& path);

    MaterialBuilder& source(const std::string& name, const std::vector<std::string>& participants,
                            std::int64_t length = 100);
    /// The next turn of the source; "" is the interviewer, "A+B" speak together.
    MaterialBuilder& turn(const std::string& source, const std::string& speaker, std::int64_t length);
    MaterialBuilder& mark(const std::string& source, const std::string& coder, model::Mark mark);
    /// In the first round of a coder; "" for the settled layer.
    model::CodingId coding(const std::string& source, const std::string& code, std::int64_t begin,
                           std::int64_t end, const std::string& coder = "anna");
    model::CodingId whole(const std::string& source, const std::string& code,
                          const std::string& coder = "anna");

    [[nodiscard]] model::Material material() const;
    [[nodiscard]] model::ParticipantId participant_id(const std::string& name) const;
    [[nodiscard]] model::CodeId code_id(const std::string& path) const { return codes_.at(path); }
    [[nodiscard]] model::CoderId coder_id(const std::string& name) const;

  private:
    model::CountedSource& source_of(const std::string& name);
    model::CoderId coder_or_new(const std::string& name);
    model::CodeId code_or_new(const std::string& path, bool codable);

    model::Material made_;
    std::vector<model::Code> code_list_;
    std::map<std::string, model::CodeId> codes_;
    std::int64_t next_coding_ = 9001;
};
