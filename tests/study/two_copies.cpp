// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/two_copies.h"

#include <catch2/catch.hpp>

#include "study/checking.h"
#include "study/codes.h"
#include "study/copies.h"
#include "study/sources.h"

namespace support {

TwoCopies::TwoCopies() {
    source =
        study.add_source("T1", "I: Hoe gaat het met je?\nM: Goed hoor, dank je wel.\nI: Fijn om te horen.\n");
    dimension = study.add_code("Steun");
    code = study.add_code("Praktisch", dimension);
    mine = study.add_coding(source, {3, 6}, code, "Anna");
    copy_again();
}

void TwoCopies::copy_again() {
    copy.reset();
    std::filesystem::remove(path());
    study::copy_to(*study, path());
    copy = study::Study::open(path(), study::Access::write);
}

study::merging::MergeReport TwoCopies::merge() {
    copy.reset();
    auto report = merge_in(*study, path());
    CHECK(study::check(*study) == std::vector<std::string>{});
    return report;
}

std::vector<std::string> TwoCopies::paths() const {
    std::vector<std::string> all;
    const auto book = study::codes::codebook(*study);
    for (const auto& one : book.codes()) all.push_back(book.path(one.id));
    return all;
}

std::string remarks(const study::merging::MergeReport& report) {
    std::string all;
    for (const auto& one : report.remarks) all += one + "\n";
    return all;
}

model::Code code_named(const std::string& name, model::CodeId parent) {
    model::Code code;
    code.name = name;
    code.parent = parent;
    return code;
}

void rename_code(study::Edit& edit, model::CodeId id, const std::string& name) {
    auto code = *study::codes::get(edit.study(), id);
    code.name = name;
    study::verbs::change_code(edit, code);
}

void correct(study::Study& study, const std::string& text) {
    study::Edit edit(study, "import");
    study::verbs::import_source(edit, draft_of("T1", text), true);
    edit.commit();
}

std::string quoted(const study::Study& study, const model::Coding& coding) {
    const auto source = study::sources::get(study, coding.source);
    return std::string(study::sources::text(study, source.text).view(*coding.span));
}

}  // namespace support
