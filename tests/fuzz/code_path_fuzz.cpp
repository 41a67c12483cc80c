// SPDX-License-Identifier: GPL-3.0-or-later
// Codes given by path or name. Lines are the names of codes, each below the last one with fewer blanks
// before it; the last line is what somebody asks for.
#include <map>
#include <vector>

#include "base/strings.h"
#include "fuzz/fuzz_support.h"
#include "model/codebook.h"

namespace {

model::Codebook codebook_of(const std::vector<std::string_view>& lines) {
    std::vector<model::Code> codes;
    std::vector<std::pair<std::size_t, model::CodeId>> above;
    for (const auto line : lines) {
        const std::size_t depth = std::min(line.find_first_not_of(' '), line.size());
        while (!above.empty() && above.back().first >= depth) above.pop_back();
        model::Code code;
        code.id = {static_cast<std::int64_t>(codes.size()) + 1};
        code.guid.bytes[15] = static_cast<std::uint8_t>(codes.size());
        code.parent = above.empty() ? model::CodeId{} : above.back().second;
        code.name = line.substr(depth);
        above.emplace_back(depth, code.id);
        codes.push_back(std::move(code));
    }
    return model::Codebook(std::move(codes));
}

void check_path(std::string_view name) {
    const auto parts = model::path_parts(model::escaped_path_part(name));
    fuzz::expect(parts.size() == 1 && parts.front() == name, "an escaped name is one part, and comes back");
    std::string path;
    for (const auto& part : model::path_parts(name)) {
        path += (path.empty() ? "" : "/") + model::escaped_path_part(part);
    }
    if (!path.empty() && path.front() != '/' && !name.starts_with('/')) {
        fuzz::expect(model::path_parts(path) == model::path_parts(name), "the parts of a path come back");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kMostCodes = 200;
    const auto bytes = fuzz::bytes_of(data, size);
    try {
        const text::Text checked{std::string(bytes)};
    } catch (const base::Error&) {
        return 0;  // names are valid UTF-8: every reader sees to that
    }
    auto lines = base::split(bytes, '\n');
    if (lines.size() > kMostCodes) return 0;
    const auto asked = lines.back();
    lines.pop_back();
    check_path(asked);
    const auto codebook = codebook_of(lines);
    fuzz::may_refuse([&] { static_cast<void>(codebook.resolve(asked)); });

    std::map<std::string, int> paths;
    for (const auto& code : codebook.codes()) ++paths[codebook.path(code.id)];
    for (const auto& code : codebook.codes()) {
        const auto path = codebook.path(code.id);
        if (paths[path] > 1 || base::Guid::parse(path)) continue;
        fuzz::expect(codebook.resolve(path).id == code.id, "a path that is there once leads to its code");
    }
    return 0;
}
