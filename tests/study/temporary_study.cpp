// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/temporary_study.h"

#include "study/verbs/codebook.h"
#include "study/verbs/coding.h"

namespace support {

using study::Edit;

TemporaryStudy::TemporaryStudy() : study_(study::Study::create(path(), "Test", "nl")) {}

void TemporaryStudy::reopen(study::Access access) {
    study_.reset();
    study_ = study::Study::open(path(), access);
}

study::verbs::SourceDraft draft_of(const std::string& name, const std::string& text) {
    study::verbs::SourceDraft draft;
    draft.name = name;
    draft.origin = name + ".txt";
    draft.content.text = text::Text(text);
    auto& turns = draft.content.turns;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        const auto colon = text.find(": ", begin);
        if (colon != std::string::npos && colon < end) {
            const std::string label = text.substr(begin, colon - begin);
            std::size_t speaker = 0;
            while (speaker < turns.speakers.size() && turns.speakers[speaker].label != label) ++speaker;
            if (speaker == turns.speakers.size()) {
                text::DetectedSpeaker detected;
                detected.label = label;
                turns.speakers.push_back(detected);
            }
            const auto& content = draft.content.text;
            turns.turns.push_back({{content.position_of(begin), content.position_of(end)},
                                   content.position_of(colon + 2),
                                   speaker});
        }
        begin = end;
    }
    return draft;
}

model::SourceId TemporaryStudy::add_source(const std::string& name, const std::string& text) {
    Edit edit(*study_, "import");
    const auto imported = study::verbs::import_source(edit, draft_of(name, text), false);
    edit.commit();
    return imported.source;
}

model::CodeId TemporaryStudy::add_code(const std::string& name, model::CodeId parent, bool codable) {
    Edit edit(*study_, "add_code");
    model::Code code;
    code.name = name;
    code.parent = parent;
    code.codable = codable;
    const auto id = study::verbs::add_code(edit, code);
    edit.commit();
    return id;
}

model::CodingId TemporaryStudy::add_coding(model::SourceId source, text::Span span, model::CodeId code,
                                           const std::string& coder) {
    Edit edit(*study_, "code");
    const auto id = study::verbs::code(edit, source, span, code, study::verbs::hand(edit, coder));
    edit.commit();
    return id.value_or(model::CodingId{});
}

std::map<std::string, std::vector<std::string>> rows_of(const study::Study& study,
                                                        std::vector<std::string> tables) {
    if (tables.empty()) tables.assign(study::kRecordedTables.begin(), study::kRecordedTables.end());
    std::map<std::string, std::vector<std::string>> rows;
    for (const auto& table : tables) {
        std::string columns;
        for (const auto& column : study.database().columns(table)) {
            columns += (columns.empty() ? "quote(\"" : " || ',' || quote(\"") + column + "\")";
        }
        auto row = study.database().prepare("SELECT " + columns + " FROM " + table + " ORDER BY id");
        while (row.step()) rows[table].emplace_back(row.text(0));
    }
    return rows;
}

}  // namespace support
