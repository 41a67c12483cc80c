// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "analysis/numbering.h"
#include "model/material.h"

namespace analysis {

/// A material whose things are known by their places in its lists.
class Numbered {
  public:
    /// `material` must outlive it.
    explicit Numbered(const model::Material& material);

    [[nodiscard]] const model::Material& material() const { return material_; }
    [[nodiscard]] Index participants() const { return static_cast<Index>(material_.participants.size()); }
    [[nodiscard]] Index sources() const { return static_cast<Index>(material_.sources.size()); }
    [[nodiscard]] Index codes() const { return static_cast<Index>(material_.codebook.codes().size()); }

    [[nodiscard]] Index code(model::CodeId id) const { return codes_.of(id); }
    /// The places of the participants of a source, in its order; kNowhere for an unknown one.
    [[nodiscard]] std::span<const Index> people(Index source) const;
    /// Whether the participant is in any source.
    [[nodiscard]] bool interviewed(Index participant) const { return interviewed_[participant]; }

    /// A hand is who can have made a coding: the coders by their places, then the settled layer, then
    /// nobody that is known.
    [[nodiscard]] Index hands() const { return unknown_hand() + 1; }
    [[nodiscard]] Index settled_hand() const { return static_cast<Index>(material_.coders.size()); }
    [[nodiscard]] Index unknown_hand() const { return settled_hand() + 1; }
    [[nodiscard]] Index hand_of(const model::CountedCoding& coding) const;

  private:
    const model::Material& material_;
    Numbering<model::CodeId> codes_;
    Numbering<model::CoderId> coders_;
    std::vector<std::size_t> first_;  ///< [source], and one more: where its people begin in people_
    std::vector<Index> people_;
    std::vector<bool> interviewed_;
};

}  // namespace analysis
