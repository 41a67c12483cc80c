// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/source_tree.h"

#include <wx/graphics.h>

#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "base/translate.h"
#include "text/tokens.h"
#include "ui/context/role_colour.h"
#include "ui/kit/theme.h"
#include "ui/kit/words.h"

namespace ui {

namespace {

using base::say;
using base::say_n;
using base::tr;

constexpr std::int64_t kWithoutTriad = 1, kWithoutParticipant = 2;

/// Digits in threes, as both languages set them: a narrow gap, no comma that could be a decimal one.
std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, "\u202f");
    }
    return digits;
}

/// Whether a role tells something that the name does not: “T1-jongere” needs no “jongere” behind it.
bool says_more(const std::string& role, const std::string& name) {
    return !role.empty() && text::folded(name).find(text::folded(role)) == std::string::npos;
}

const char* sign_of(model::Mark mark) {
    switch (mark) {
        case model::Mark::to_do:
            return "";
        case model::Mark::coding:
            return "◐";
        case model::Mark::coded:
            return "●";
    }
    return "";
}

std::string word_of(model::Mark mark) {
    switch (mark) {
        case model::Mark::to_do:
            return tr("To do");
        case model::Mark::coding:
            return tr("Being coded");
        case model::Mark::coded:
            return tr("Coded");
    }
    return {};
}

/// A dot in the colour of a role.
wxIcon dot(const wxColour& role_colour) {
    constexpr int kSize = 16, kDot = 9;
    wxImage image(kSize, kSize);
    image.SetAlpha();
    std::fill_n(image.GetAlpha(), kSize * kSize, static_cast<unsigned char>(0));
    std::unique_ptr<wxGraphicsContext> drawing(wxGraphicsContext::Create(image));
    drawing->SetBrush(wxBrush(role_colour));
    drawing->SetPen(*wxTRANSPARENT_PEN);
    drawing->DrawEllipse((kSize - kDot) / 2.0, (kSize - kDot) / 2.0, kDot, kDot);
    drawing.reset();  // Only now the image has it.
    wxIcon icon;
    icon.CopyFromBitmap(wxBitmap(image));
    return icon;
}

/// Drawn once for each colour.
const wxIcon& icon_of_role(const wxColour& role_colour) {
    static std::map<wxUint32, wxIcon> drawn;
    const auto [place, is_new] = drawn.try_emplace(role_colour.GetRGB());
    if (is_new) place->second = dot(role_colour);
    return place->second;
}

}  // namespace

/// Makes the rows of a material.
class SourceTree::Builder {
  public:
    Builder(SourceTree& tree, const model::Material& material, const std::string& filter)
        : tree_(tree), material_(material), wanted_(text::folded(base::trimmed(filter))) {
        for (const auto part : base::split(wanted_, ' ')) {
            if (!part.empty()) words_.emplace_back(part);
        }
        for (const auto& role : material.roles) {
            roles_.emplace(role.id, Role{role.name, colour_of_role(material, role.id)});
        }
        for (const auto& triad : material.triads) triads_.emplace(triad.id, &triad);
        for (const auto& one : material.participants) participants_.emplace(one.id, &one);
    }

    void list() {
        for (const auto& source : material_.sources) {
            std::string all = source.name;
            for (const auto id : source.participants) all += " " + words_of(id);
            if (!fits(all)) continue;
            Node& row = add({Kind::source, source.id.value, 0}, nullptr, source.name);
            row.words = source.words;
            row.dot = true;
            row.colour = colour(Shade::quiet_ink);
            for (const auto id : source.participants) {
                const auto person = participants_.find(id);
                if (person == participants_.end()) continue;
                describe_role(row, *person->second);
                break;
            }
        }
    }

    void tree() {
        std::unordered_map<model::ParticipantId, std::vector<const model::CountedSource*>> given;
        std::vector<const model::CountedSource*> nobodys;
        for (const auto& source : material_.sources) {
            bool somebodys = false;
            for (const auto id : source.participants) {
                somebodys = somebodys || participants_.contains(id);
                given[id].push_back(&source);
            }
            if (!somebodys) nobodys.push_back(&source);
        }
        std::unordered_map<model::TriadId, std::vector<const model::Participant*>> members;
        for (const auto& one : material_.participants) {
            members[triads_.contains(one.triad) ? one.triad : model::TriadId{}].push_back(&one);
        }
        for (const auto& triad : material_.triads) {
            add_group({Kind::triad, triad.id.value, 0}, triad.name, members[triad.id], given);
        }
        const std::string without_triad = material_.triads.empty() ? tr("Participants") : tr("Without triad");
        add_group({Kind::group, 0, kWithoutTriad}, without_triad, members[{}], given);
        add_nobodys(nobodys);
    }

  private:
    struct Role {
        std::string name;
        wxColour shown;
    };

    [[nodiscard]] bool fits(const std::string& words) const {
        if (words_.empty()) return true;
        const std::string folded = text::folded(words);
        return std::all_of(words_.begin(), words_.end(),
                           [&](const std::string& word) { return folded.find(word) != std::string::npos; });
    }

    [[nodiscard]] std::string words_of(model::ParticipantId id) const {
        const auto person = participants_.find(id);
        if (person == participants_.end()) return {};
        std::string words = person->second->name;
        if (const auto role = roles_.find(person->second->role); role != roles_.end())
            words += " " + role->second.name;
        if (const auto triad = triads_.find(person->second->triad); triad != triads_.end())
            words += " " + triad->second->name;
        return words;
    }

    void describe_role(Node& row, const model::Participant& person) const {
        const auto role = roles_.find(person.role);
        if (role == roles_.end()) return;
        row.role = role->second.name;
        row.colour = role->second.shown;
    }

    using Given = std::unordered_map<model::ParticipantId, std::vector<const model::CountedSource*>>;

    void add_group(const Key& key, const std::string& name, std::vector<const model::Participant*>& members,
                   const Given& given) {
        // Roles in the user's order: youth, parent, JIM.
        std::stable_sort(members.begin(), members.end(), [this](const auto* a, const auto* b) {
            return place_of_role(a->role) < place_of_role(b->role);
        });
        Node* group = nullptr;
        std::unordered_set<model::SourceId> counted;
        for (const auto* person : members) {
            static const std::vector<const model::CountedSource*> kNone;
            const auto found = given.find(person->id);
            const auto& sources = found == given.end() ? kNone : found->second;
            const std::string about = words_of(person->id);
            const bool person_fits = fits(about);
            std::vector<const model::CountedSource*> shown;
            for (const auto* source : sources) {
                if (person_fits || fits(about + " " + source->name)) shown.push_back(source);
            }
            if (!person_fits && shown.empty()) continue;
            if (group == nullptr) group = &add(key, nullptr, name);
            Node& row = add({Kind::participant, person->id.value, 0}, group, person->name);
            row.dot = true;
            row.colour = colour(Shade::quiet_ink);
            describe_role(row, *person);
            for (const auto* source : shown) {
                add({Kind::source, source->id.value, person->id.value}, &row, source->name).words =
                    source->words;
                if (counted.insert(source->id).second) group->words += source->words;
            }
        }
    }

    void add_nobodys(const std::vector<const model::CountedSource*>& sources) {
        Node* group = nullptr;
        for (const auto* source : sources) {
            if (!fits(source->name)) continue;
            if (group == nullptr) {
                group = &add({Kind::group, 0, kWithoutParticipant}, nullptr, tr("Without participant"));
            }
            add({Kind::source, source->id.value, 0}, group, source->name).words = source->words;
            group->words += source->words;
        }
    }

    [[nodiscard]] std::size_t place_of_role(model::RoleId role) const {
        for (std::size_t i = 0; i < material_.roles.size(); ++i) {
            if (material_.roles[i].id == role) return i;
        }
        return material_.roles.size();
    }

    Node& add(const Key& key, Node* parent, const std::string& name) {
        auto& made = *tree_.nodes_.emplace_back(std::make_unique<Node>());
        made.key = key;
        made.parent = parent;
        made.name = name;
        (parent == nullptr ? tree_.tops_ : parent->children).push_back(&made);
        return made;
    }

    SourceTree& tree_;
    const model::Material& material_;
    std::string wanted_;
    std::vector<std::string> words_;
    std::unordered_map<model::RoleId, Role> roles_;
    std::unordered_map<model::TriadId, const model::Triad*> triads_;
    std::unordered_map<model::ParticipantId, const model::Participant*> participants_;
};

void SourceTree::show(const model::Material& material, model::CoderId coder, const std::string& filter,
                      bool flat) {
    // The control may still ask for rows of before until it was told.
    const auto before = std::move(nodes_);
    nodes_.clear();
    tops_.clear();
    Builder builder(*this, material, filter);
    if (flat) {
        builder.list();
    } else {
        builder.tree();
    }
    count(material, coder);
    Cleared();
}

void SourceTree::count(const model::Material& material, model::CoderId coder) {
    struct Numbers {
        std::int64_t codings = 0;
        model::Mark mark = model::Mark::to_do;
    };
    std::unordered_map<std::int64_t, Numbers> numbers;
    for (const auto& source : material.sources) {
        Numbers& its = numbers[source.id.value];
        if (!coder) continue;
        const auto mark = source.marks.find(coder);
        const auto progress = mark == source.marks.end() ? model::Progress{} : mark->second;
        its.mark = progress.mark;
        model::each_coding(source, [&](const model::CountedCoding& coding) {
            its.codings += coding.coder == coder && coding.layer == progress.round;
        });
    }
    std::unordered_map<Node*, std::int64_t> sums;
    std::unordered_map<Node*, std::unordered_set<std::int64_t>> counted;
    wxDataViewItemArray changed;
    for (const auto& row : nodes_) {
        if (row->key.kind != Kind::source) continue;
        const Numbers& now = numbers[row->key.id];
        if (row->codings != now.codings || row->mark != now.mark) changed.Add(wxDataViewItem(row.get()));
        row->codings = now.codings;
        row->mark = now.mark;
        Node* top = row->parent;
        while (top != nullptr && top->parent != nullptr) top = top->parent;
        if (top != nullptr && counted[top].insert(row->key.id).second) sums[top] += now.codings;
    }
    for (const auto& [top, sum] : sums) {
        if (top->codings != sum) changed.Add(wxDataViewItem(top));
        top->codings = sum;
    }
    if (!changed.empty()) ItemsChanged(changed);
}

SourceTree::Key SourceTree::key(const wxDataViewItem& item) const {
    return item.IsOk() ? node(item)->key : Key{};
}

wxDataViewItem SourceTree::item(const Key& key) const {
    for (const auto& row : nodes_) {
        if (row->key == key) return wxDataViewItem(row.get());
    }
    return {};
}

wxDataViewItem SourceTree::item_of(model::SourceId source) const {
    for (const auto& row : nodes_) {
        if (row->key.kind == Kind::source && row->key.id == source.value) return wxDataViewItem(row.get());
    }
    return {};
}

std::vector<model::SourceId> SourceTree::sources(const wxDataViewItem& item) const {
    std::vector<model::SourceId> found;
    std::vector<const Node*> open;
    if (item.IsOk()) open.push_back(node(item));
    while (!open.empty()) {
        const Node* row = open.back();
        open.pop_back();
        const model::SourceId id{row->key.id};
        if (row->key.kind == Kind::source && std::find(found.begin(), found.end(), id) == found.end()) {
            found.push_back(id);
        }
        open.insert(open.end(), row->children.rbegin(), row->children.rend());
    }
    return found;
}

model::ParticipantId SourceTree::participant(const wxDataViewItem& item) const {
    const Node* row = item.IsOk() ? node(item) : nullptr;
    if (row != nullptr && row->key.kind == Kind::source) row = row->parent;
    if (row == nullptr || row->key.kind != Kind::participant) return {};
    return {row->key.id};
}

std::string SourceTree::hint(const wxDataViewItem& item) const {
    if (!item.IsOk()) return {};
    const Node& row = *node(item);
    if (row.key.kind == Kind::participant) return row.role.empty() ? row.name : row.name + " · " + row.role;
    if (row.key.kind != Kind::source) return {};
    std::vector<std::string> parts{row.name};
    if (!row.role.empty()) parts.push_back(row.role);
    parts.push_back(say_n("{} word", "{} words", static_cast<std::size_t>(row.words)));
    parts.push_back(
        say_n("{} coding of yours", "{} codings of yours", static_cast<std::size_t>(row.codings)));
    parts.push_back(word_of(row.mark));
    return base::join(parts, " · ");
}

std::size_t SourceTree::source_rows() const {
    return static_cast<std::size_t>(std::count_if(
        nodes_.begin(), nodes_.end(), [](const auto& row) { return row->key.kind == Kind::source; }));
}

std::string SourceTree::text(const wxDataViewItem& item, Column column) const {
    const Node& row = *node(item);
    const bool numbers = row.key.kind != Kind::participant;
    switch (column) {
        case kName:
            return row.key.kind == Kind::participant && says_more(row.role, row.name)
                       ? row.name + " · " + row.role
                       : row.name;
        case kWords:
            return numbers && row.words > 0 ? grouped(row.words) : "";
        case kCodings:
            return numbers && row.codings > 0 ? grouped(row.codings) : "";
        case kMark:
            return row.key.kind == Kind::source ? sign_of(row.mark) : "";
    }
    return {};
}

bool SourceTree::IsContainer(const wxDataViewItem& item) const {
    return !item.IsOk() || node(item)->key.kind != Kind::source;
}

bool SourceTree::HasContainerColumns(const wxDataViewItem& /*item*/) const {
    return true;
}

wxDataViewItem SourceTree::GetParent(const wxDataViewItem& item) const {
    return item.IsOk() ? wxDataViewItem(node(item)->parent) : wxDataViewItem();
}

unsigned SourceTree::GetChildren(const wxDataViewItem& item, wxDataViewItemArray& children) const {
    const auto& rows = item.IsOk() ? node(item)->children : tops_;
    for (auto* row : rows) children.Add(wxDataViewItem(row));
    return static_cast<unsigned>(rows.size());
}

wxString SourceTree::GetColumnType(unsigned column) const {
    return column == kName ? wxString("wxDataViewIconText") : wxString("string");
}

void SourceTree::GetValue(wxVariant& value, const wxDataViewItem& item, unsigned column) const {
    const Node& row = *node(item);
    const wxString shown = wx(text(item, static_cast<Column>(column)));
    if (column == kName) {
        value << wxDataViewIconText(shown, row.dot ? icon_of_role(row.colour) : wxIcon());
    } else {
        value = shown;
    }
}

bool SourceTree::SetValue(const wxVariant& /*value*/, const wxDataViewItem& /*item*/, unsigned /*column*/) {
    return false;  // Nothing is typed into rows.
}

bool SourceTree::GetAttr(const wxDataViewItem& item, unsigned column, wxDataViewItemAttr& attr) const {
    const Node& row = *node(item);
    const bool top = row.key.kind == Kind::triad || row.key.kind == Kind::group;
    if (column == kName) {
        attr.SetBold(top);
        return top;
    }
    attr.SetColour(colour(Shade::quiet_ink));
    return true;
}

int SourceTree::Compare(const wxDataViewItem& a, const wxDataViewItem& b, unsigned column,
                        bool ascending) const {
    const Node& first = *node(ascending ? a : b);
    const Node& second = *node(ascending ? b : a);
    const auto by = [](std::int64_t x, std::int64_t y) { return x < y ? -1 : x > y ? 1 : 0; };
    int order = 0;
    if (column == kWords) order = by(first.words, second.words);
    if (column == kCodings) order = by(first.codings, second.codings);
    if (column == kMark) order = by(static_cast<int>(first.mark), static_cast<int>(second.mark));
    if (order != 0) return order;
    if (text::name_less(first.name, second.name)) return -1;
    if (text::name_less(second.name, first.name)) return 1;
    return by(first.key.id, second.key.id);
}

}  // namespace ui
