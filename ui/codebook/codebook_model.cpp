// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codebook/codebook_model.h"

#include <wx/app.h>

#include <algorithm>

#include "base/strings.h"
#include "base/translate.h"
#include "text/text.h"
#include "text/tokens.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::tr;

constexpr int kLongestHint = 300;
/// A dimension of whose codes a participant has exactly one: as a round button among others.
constexpr const char* kExclusive = "◉";

}  // namespace

CodebookModel::CodebookModel(const Context& context) : context_(context) {
    take_codebook();
    count();
    number();
}

wxDataViewItem CodebookModel::item_of(model::CodeId code) {
    return wxDataViewItem(reinterpret_cast<void*>(static_cast<std::intptr_t>(code.value)));
}

model::CodeId CodebookModel::code_of(const wxDataViewItem& item) {
    return {static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(item.GetID()))};
}

bool CodebookModel::matches(std::size_t place) const {
    return std::all_of(wanted_.begin(), wanted_.end(), [&](const std::string& word) {
        return folded_[place].find(word) != std::string::npos;
    });
}

void CodebookModel::take_codebook() {
    const auto& codes = context_.codebook().codes();
    folded_.clear();
    for (const auto& code : codes) folded_.push_back(text::folded(code.name));
    set_filter(base::join(wanted_, " "));
}

void CodebookModel::set_filter(const std::string& typed) {
    wanted_.clear();
    const std::string folded = text::folded(typed);
    for (const auto word : base::split(folded, ' ')) {
        if (!word.empty()) wanted_.emplace_back(word);
    }
    const auto& codebook = context_.codebook();
    const auto& codes = codebook.codes();
    visible_.clear();
    children_.clear();
    parents_.clear();
    first_match_ = {};
    std::unordered_set<model::CodeId> matching;  // and what stands below one that does
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const bool itself = matches(i);
        if (!itself && !matching.contains(codes[i].parent)) continue;
        matching.insert(codes[i].id);
        if (itself && !first_match_) first_match_ = codes[i].id;
        for (const auto* code = &codes[i]; code != nullptr && visible_.insert(code->id).second;) {
            code = code->parent ? codebook.find(code->parent) : nullptr;
        }
    }
    for (const auto& code : codes) {
        if (!visible_.contains(code.id)) continue;
        children_[code.parent].push_back(code.id);
        parents_[code.id] = code.parent;
    }
}

void CodebookModel::count() {
    counts_ = count_codes(context_.material(),
                          [this](const model::CountedSource& source, const model::CountedCoding& coding) {
                              return context_.shows(source, coding);
                          });
}

void CodebookModel::number() {
    numbers_.clear();
    for (const auto code : context_.numbered_codes()) {
        numbers_.emplace(code, static_cast<int>(numbers_.size()) + 1);
    }
}

const std::vector<model::CodeId>& CodebookModel::children(model::CodeId parent) const {
    static const std::vector<model::CodeId> none;
    const auto found = children_.find(parent);
    return found == children_.end() ? none : found->second;
}

std::vector<int> CodebookModel::path_of(model::CodeId code) const {
    std::vector<int> path;
    for (const auto* one = context_.codebook().find(code); one != nullptr;
         one = one->parent ? context_.codebook().find(one->parent) : nullptr) {
        const auto& brothers = children(one->parent);
        const auto place = std::find(brothers.begin(), brothers.end(), one->id);
        if (place == brothers.end()) return {};
        path.insert(path.begin(), static_cast<int>(place - brothers.begin()));
    }
    return path;
}

CodeCount CodebookModel::count_of(model::CodeId code) const {
    const auto found = counts_.find(code);
    return found == counts_.end() ? CodeCount{} : found->second;
}

std::string CodebookModel::hint_of(model::CodeId id) const {
    const auto* code = context_.codebook().find(id);
    if (code == nullptr) return {};
    std::vector<std::string> lines{context_.codebook().path(id)};
    if (!code->definition.empty()) lines.push_back(text::shortened(code->definition, kLongestHint));
    if (!code->codable) lines.emplace_back(tr("A heading: it cannot be put on passages."));
    if (code->exclusive) lines.emplace_back(tr("Exclusive: exactly one code a participant."));
    return base::join(lines, "\n");
}

wxString CodebookModel::GetColumnType(unsigned int column) const {
    return column == kName ? wxDataViewIconTextRenderer::GetDefaultType()
                           : wxDataViewTextRenderer::GetDefaultType();
}

wxString CodebookModel::sign_of(const model::Code& code) const {
    if (const auto number = numbers_.find(code.id); number != numbers_.end()) {
        return wxString::Format("%d", number->second);
    }
    return code.exclusive ? wx(kExclusive) : wxString();
}

void CodebookModel::GetValue(wxVariant& value, const wxDataViewItem& item, unsigned int column) const {
    const auto* code = context_.codebook().find(code_of(item));
    switch (column) {
        case kName:
            value << wxDataViewIconText(code == nullptr ? wxString() : wx(code->name),
                                        swatch(code == nullptr ? std::string() : code->colour));
            break;
        case kSign:
            value = code == nullptr ? wxString() : sign_of(*code);
            break;
        case kParticipants:
            value = wx(std::to_string(count_of(code_of(item)).participants));
            break;
        default:
            value = wx(std::to_string(count_of(code_of(item)).passages));
    }
}

bool CodebookModel::SetValue(const wxVariant& value, const wxDataViewItem& item, unsigned int column) {
    if (column != kName || !renamed_) return false;
    wxDataViewIconText typed;
    typed << value;
    // The control is in the middle of its editing; what follows may build it anew.
    wxTheApp->CallAfter(
        [renamed = renamed_, code = code_of(item), name = utf8(typed.GetText())] { renamed(code, name); });
    return false;
}

bool CodebookModel::GetAttr(const wxDataViewItem& item, unsigned int column, wxDataViewItemAttr& attr) const {
    const auto id = code_of(item);
    const auto* code = context_.codebook().find(id);
    if (code == nullptr) return false;
    const bool on_selection = id == context_.chosen_code();
    if (column == kName) {
        if (code->codable) return false;
        attr.SetBold(true);
        if (!on_selection) attr.SetColour(colour(Shade::label_ink));
        return true;
    }
    const bool quiet = column == kSign || count_of(id).passages == 0;
    if (!quiet || on_selection) return false;
    attr.SetColour(colour(Shade::quiet_ink));
    return true;
}

wxDataViewItem CodebookModel::GetParent(const wxDataViewItem& item) const {
    const auto found = parents_.find(code_of(item));
    return found == parents_.end() ? wxDataViewItem() : item_of(found->second);
}

bool CodebookModel::IsContainer(const wxDataViewItem& item) const {
    return !item.IsOk() || !children(code_of(item)).empty();
}

unsigned int CodebookModel::GetChildren(const wxDataViewItem& item, wxDataViewItemArray& array) const {
    for (const auto code : children(code_of(item))) array.push_back(item_of(code));
    return static_cast<unsigned int>(array.size());
}

const wxBitmapBundle& CodebookModel::swatch(const std::string& hex) const {
    const auto [place, is_new] = swatches_.try_emplace(hex + (is_dark() ? "dark" : "light"));
    if (is_new) place->second = swatch_of(hex.empty() ? wxColour() : bar_colour(hex));
    return place->second;
}

}  // namespace ui
