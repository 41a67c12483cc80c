// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/in/docx.h"

#include <map>
#include <set>

#include "base/strings.h"
#include "base/translate.h"
#include "exchange/in/docx_body.h"
#include "exchange/in/docx_comments.h"
#include "exchange/in/docx_hints.h"
#include "exchange/in/docx_package.h"
#include "exchange/in/docx_styles.h"
#include "exchange/xml.h"
#include "text/tokens.h"

namespace exchange {

namespace {

using base::say_n;

/// Between the text and its notes.
constexpr const char* kNotesLine = "----------";

[[nodiscard]] DocxStyles styles_of(const DocxPackage& package) {
    const auto xml = package.part("styles");
    return xml ? DocxStyles(xml->root()) : DocxStyles();
}

/// The notes of one part by their id; those that are only lines between text and notes are left out.
[[nodiscard]] std::map<std::string, pugi::xml_node> notes_in(const std::optional<XmlDocument>& part) {
    std::map<std::string, pugi::xml_node> notes;
    if (!part) return notes;
    for (const auto node : part->root().children()) {
        const auto type = attribute(node, "type");
        if (type.empty() || type == "normal") notes.emplace(attribute(node, "id"), node);
    }
    return notes;
}

/// Puts the notes that the text refers to behind it.
void read_notes(const DocxPackage& package, DocxBody& body) {
    if (body.content().notes.empty()) return;
    const auto footnote_part = package.part("footnotes");
    const auto endnote_part = package.part("endnotes");
    const auto footnotes = notes_in(footnote_part);
    const auto endnotes = notes_in(endnote_part);
    body.add_line(kNotesLine, false);
    for (std::size_t i = 0; i < body.content().notes.size(); ++i) {
        const DocxNote note = body.content().notes[i];
        const auto& notes = note.endnote ? endnotes : footnotes;
        body.add_line("[" + std::to_string(i + 1) + "] ", true);
        if (const auto found = notes.find(note.id); found != notes.end()) body.read(found->second);
    }
}

/// The text in a header or footer that somebody typed: not the results of fields, which are page numbers,
/// dates and names of files.
void gather_typed(pugi::xml_node parent, int& fields, std::string& typed) {
    for (const auto node : parent.children()) {
        const auto name = local_name(node);
        if (name == "fldChar") {
            const auto type = attribute(node, "fldCharType");
            fields += type == "begin" ? 1 : type == "end" && fields > 0 ? -1 : 0;
        } else if (name == "t" && fields == 0) {
            typed += text_of(node);
        } else if (name != "fldSimple" && name != "Fallback") {
            gather_typed(node, fields, typed);
        }
        if (name == "p" && !typed.empty() && !typed.ends_with(' ')) typed += ' ';
    }
}

/// What is written above and below the pages, each text once.
[[nodiscard]] std::set<std::string> margins_of(const DocxPackage& package) {
    std::set<std::string> texts;
    for (const char* kind : {"header", "footer"}) {
        for (const auto& part : package.parts(kind)) {
            int fields = 0;
            std::string typed;
            gather_typed(part.root(), fields, typed);
            const text::Text text{std::string(base::trimmed(typed))};
            if (text::count_words(text) > 0) texts.insert(text.utf8());
        }
    }
    return texts;
}

void add_losses(const DocxPackage& package, const DocxContent& content, std::int64_t lost_places,
                std::vector<Loss>& losses) {
    losses = losses_of(content.tally);
    const auto add = [&](std::size_t count, const std::string& sentence) {
        if (count > 0) losses.push_back({sentence, static_cast<std::int64_t>(count)});
    };
    add(content.notes.size(),
        say_n(
            "{} footnote or endnote was moved to the end of the text; a number in brackets stands at its "
            "place.",
            "{} footnotes and endnotes were moved to the end of the text; numbers in brackets stand at their "
            "places.",
            content.notes.size()));
    const auto unplaced = static_cast<std::size_t>(lost_places);
    add(unplaced, say_n("{} comment points to no place; it stands at the beginning of the text.",
                        "{} comments point to no place; they stand at the beginning of the text.", unplaced));
    const auto margins = margins_of(package);
    if (margins.empty()) return;
    constexpr text::Position kShown = 60;
    add(margins.size(), say_n("{} header or footer was left out: “{}”.",
                              "{} headers and footers were left out, the first of them: “{}”.",
                              margins.size(), text::shortened(*margins.begin(), kShown)));
}

}  // namespace

Imported read_docx(const std::filesystem::path& file, const base::Progress& progress) {
    const DocxPackage package(file);
    const XmlDocument document = package.document();
    const DocxStyles styles = styles_of(package);
    DocxBody body(styles);
    body.read(child(document.root(), "body"), progress);

    Imported imported;
    const text::Text spoken(body.content().utf8);
    // Notes are nobody's words, so speakers are looked for before they follow.
    imported.turns = text::detect_turns(spoken, label_hints(spoken, body.content()));
    for (const auto& time : imported.turns.times) {
        imported.anchors.push_back({time.position, model::Anchor::Kind::time, time.milliseconds});
    }
    read_notes(package, body);
    const DocxContent content = body.take();
    imported.text = text::Text(content.utf8);
    auto comments = read_comments(package, styles, imported.text, content);
    imported.comments = std::move(comments.comments);
    add_losses(package, content, comments.lost_places, imported.losses);
    return imported;
}

}  // namespace exchange
