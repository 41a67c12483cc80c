// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "analysis/axis.h"
#include "base/error.h"
#include "base/strings.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/counting_options.h"
#include "cli/output_file.h"
#include "cli/search_coding.h"
#include "cli/studies.h"
#include "cli/viewing.h"
#include "exchange/out/table_text.h"
#include "exchange/out/text_lines.h"
#include "report/export_file.h"
#include "report/search/export.h"
#include "report/search/lists.h"
#include "search/search.h"
#include "study/saved_searches.h"
#include "study/verbs/searches.h"
#include "text/tokens.h"

namespace cli {

namespace {

using base::say;
using base::tr;
using Json = nlohmann::ordered_json;
using search::GroupBy;
using search::Order;

struct Options {
    Common common;
    std::vector<std::string> queries;
    std::size_t limit = 50, first = 0;
    text::Position context = 40;
    std::string sort = "place", by, columns, contrast, output;
    bool explain = false, no_index = false, saved = false;
    std::string save;
    HitCoding coding;
    std::vector<std::string> where, codes;
};

/// Who codes is who looks, where nobody else is named.
std::optional<std::string> worker(const Options& options) {
    return options.coding.coder.empty() ? std::nullopt : std::optional(options.coding.coder);
}

const std::map<std::string, Order> kOrders{{"place", Order::place},  {"left", Order::left},
                                           {"right", Order::right},  {"match", Order::match},
                                           {"source", Order::place}, {"role", Order::role}};
const std::map<std::string, GroupBy> kGroups{{"role", GroupBy::role},
                                             {"participant", GroupBy::participant},
                                             {"triad", GroupBy::triad},
                                             {"code", GroupBy::code},
                                             {"source", GroupBy::source}};

template <class Map>
std::vector<std::string> keys(const Map& map) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : map) keys.push_back(key);
    return keys;
}

search::Node field_node(search::FieldId field, const std::string& value, const std::string& attribute = {}) {
    search::Node node;
    node.kind = search::Node::Kind::field;
    node.field = field;
    node.text = value;
    node.attribute = attribute;
    return node;
}

search::Node joined(search::Node::Kind kind, std::vector<search::Node> nodes) {
    if (nodes.size() == 1) return std::move(nodes.front());
    search::Node node;
    node.kind = kind;
    node.children = std::move(nodes);
    return node;
}

/// The query with what --where and --code ask beside it.
search::Node narrowed(search::Node query, const Options& options) {
    std::vector<search::Node> all, codes;
    all.push_back(std::move(query));
    for (const auto& one : where_of({{}, {}, options.where, {}})) {
        const auto named = search::field_named(one.attribute);
        const bool own = named.field != nullptr && (named.field->id == search::FieldId::role ||
                                                    named.field->id == search::FieldId::triad);
        all.push_back(own ? field_node(named.field->id, one.value)
                          : field_node(search::FieldId::attribute, one.value, one.attribute));
    }
    for (const auto& code : options.codes) codes.push_back(field_node(search::FieldId::code, code));
    if (!codes.empty()) all.push_back(joined(search::Node::Kind::any_of, std::move(codes)));
    return joined(search::Node::Kind::all_of, std::move(all));
}

/// Says where in the query the fault is.
search::Prepared prepare(search::Search& search, const std::string& query, const Options& options) {
    search::Node node;
    try {
        node = search::parse(query);
        static_cast<void>(search.prepare(node));
    } catch (const search::QueryError& error) {
        const std::string shown = search::pointed_at(query, error.place());
        const auto line_end = shown.find('\n');
        std::string hint = error.hint();
        if (line_end != std::string::npos)
            hint = shown.substr(0, line_end) + "\n  " + shown.substr(line_end + 1) +
                   (hint.empty() ? "" : "\n  ") + hint;
        throw base::Error(error.kind(), error.what(), hint);
    }
    return search.prepare(narrowed(std::move(node), options));
}

Json json_of(const search::Search& search, const search::Line& line) {
    const auto& hit = line.hit;
    const auto by = report::who_said(search.contents(), hit.participants);
    Json json{{"where", report::to_word(hit.where)},
              {"source", hit.where == search::Where::source ? Json(hit.title) : Json(nullptr)},
              {"about", hit.where == search::Where::source ? Json(nullptr) : Json(hit.title)},
              {"begin", hit.span.begin},
              {"end", hit.span.end},
              {"turn", hit.turn > 0 ? Json(hit.turn) : Json(nullptr)},
              {"speaker", hit.speaker},
              {"participant", by.participants},
              {"role", by.roles},
              {"triad", by.triads},
              {"left", line.left},
              {"match", line.match},
              {"right", line.right}};
    return json;
}

Json json_of(const search::Totals& totals, const search::Search& search) {
    return {{"total", totals.hits},      {"turns", totals.turns},
            {"sources", totals.sources}, {"participants", totals.participants},
            {"triads", totals.triads},   {"scanned_sources", search.scanned_sources()}};
}

/// How the query was understood: printed, as a tree, and what its words mean in these texts.
void explain(search::Search& search, const search::Prepared& query, bool json) {
    constexpr std::size_t kShown = 30;
    const auto forms = search.forms(query);
    if (json) {
        Json terms = Json::array();
        for (std::size_t i = 0; i < forms.size(); ++i)
            terms.push_back({{"term", query.plan.terms[i].text}, {"forms", forms[i]}});
        print_json({{"query", query.printed}, {"tree", search::outline(query.query)}, {"terms", terms}});
        return;
    }
    print_line(query.printed);
    print_line("");
    print(search::outline(query.query));
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (query.plan.terms[i].kind == search::Node::Kind::regex) continue;
        auto shown = forms[i];
        if (shown.size() > kShown) shown.resize(kShown);
        const std::string more = forms[i].size() > kShown ? ", …" : "";
        const std::string line =
            query.plan.terms[i].text + " → " +
            (shown.empty() ? std::string(tr("stands in no transcript")) : base::join(shown, ", ")) + more;
        for (const auto& part : exchange::wrapped(line, terminal_width(), 2)) print_line(part);
    }
}

/// One line for each hit, the hits below each other: context, hit, context, and who says it.
void print_lines(const search::Search& search, const std::vector<search::Line>& lines) {
    const int width = terminal_width();
    int widest_place = 0;
    std::vector<std::string> places;
    for (const auto& line : lines) {
        const auto by = report::who_said(search.contents(), line.hit.participants);
        std::string place = line.hit.title;
        // Of a code its name, which a path cut short would not show.
        if (const auto* code = search.contents().codebook.find({line.hit.id});
            line.hit.where == search::Where::definition && code != nullptr)
            place = code->name;
        if (line.hit.turn > 0) place += " " + std::to_string(line.hit.turn);
        place += " " + (by.roles.empty() ? line.hit.speaker : by.roles);
        places.push_back(text::shortened(exchange::printable(place), 24));
        widest_place = std::max(widest_place, exchange::widest({places.back()}));
    }
    const int left_width = std::max(10, (width - widest_place - 6) / 2 - 8);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string left = exchange::printable(lines[i].left);
        // What stands next to the hit is the end of what stands before it.
        while (exchange::widest({left}) > left_width) {
            std::size_t next = 1;
            while (next < left.size() && (static_cast<unsigned char>(left[next]) & 0xC0U) == 0x80U) ++next;
            left.erase(0, next);
        }
        const std::string hit =
            "[" + exchange::printable(lines[i].match) + "]" + exchange::printable(lines[i].right);
        const int room = std::max(10, width - widest_place - left_width - 4);
        print_line(exchange::left_aligned(places[i], widest_place) + "  " +
                   exchange::right_aligned(left, left_width) + text::shortened(hit, room));
    }
}

void write(const report::Listing& listing, const std::string& name, study::Study& study,
           const Options& options) {
    report::write_found(study, listing, name, options.output);
    print_written(options.output, options.common.json);
}

void show(const report::Listing& listing, const std::string& name, study::Study& study,
          const Options& options) {
    if (!options.output.empty()) {
        write(listing, name, study, options);
    } else if (options.common.json) {
        print_json(report::listing_json(listing, name));
    } else {
        print_listing(listing);
    }
}

void show_table(search::Search& search, const std::vector<search::Prepared>& queries,
                const Options& options) {
    const auto material = sight_of(search.study(), options.common, worker(options)).material();
    const auto axis = analysis::Axis::parse(options.columns, material);
    const auto table = report::search_table(search, queries, axis, material);
    if (!options.output.empty()) {
        report::write_table(search.study(), table, options.output);
        print_written(options.output, options.common.json);
    } else if (options.common.json) {
        Json columns = Json::array(), rows = Json::array();
        for (const auto& column : table.columns) columns.push_back(column.label);
        for (std::size_t i = 0; i + 2 < table.rows.size(); i += 3) {
            Json participants = Json::array(), hits = Json::array();
            for (const auto& cell : table.cells[i + 1])
                participants.push_back(static_cast<std::int64_t>(cell.number));
            for (const auto& cell : table.cells[i + 2])
                hits.push_back(static_cast<std::int64_t>(cell.number));
            rows.push_back({{"query", table.rows[i].label}, {"participants", participants}, {"hits", hits}});
        }
        print_json({{"columns", columns}, {"rows", rows}});
    } else {
        print(exchange::table_text(table, terminal_width()));
    }
}

void show_contrast(search::Search& search, const search::Prepared& query, const Options& options) {
    const auto comma = options.contrast.find(',');
    if (comma == std::string::npos) {
        throw base::Error(base::ErrorKind::usage,
                          say("--contrast {}: this is not ROLE,ROLE.", options.contrast));
    }
    const auto first =
        search::role_named(search.contents(), base::trimmed(options.contrast.substr(0, comma)));
    const auto second =
        search::role_named(search.contents(), base::trimmed(options.contrast.substr(comma + 1)));
    const auto contrast = search::contrast(search, query, first, second);
    show(report::contrast_listing(query, search.contents(), contrast), "triads", search.study(), options);
}

void show_hits(search::Search& search, const search::Prepared& query, const Options& options) {
    const bool to_file = !options.output.empty();
    const std::size_t limit =
        to_file || options.limit == 0 ? std::numeric_limits<std::size_t>::max() : options.limit;
    const auto lines = search.lines(query, kOrders.at(options.sort), options.first, limit, options.context);
    if (to_file)
        return write(report::hits_listing(query, search.contents(), lines), "hits", search.study(), options);
    const auto totals = search.totals(query);
    if (options.common.json) {
        Json json = json_of(totals, search);
        json["query"] = query.printed;
        json["hits"] = Json::array();
        for (const auto& line : lines) json["hits"].push_back(json_of(search, line));
        if (totals.hits == 0) json["proposals"] = search.proposals(query);
        return print_json(json);
    }
    print_lines(search, lines);
    if (!lines.empty()) print_line("");
    print_line(report::totals_text(totals));
    if (const auto scanned = search.scanned_sources(); scanned > 0 && !options.no_index)
        print_line(report::scanned_text(scanned) + ".");
    if (totals.hits > static_cast<std::int64_t>(options.first + lines.size()))
        print_line(say("Shown: {}. --limit 0 shows all.", lines.size()));
    if (totals.hits == 0) {
        const auto proposals = search.proposals(query);
        if (!proposals.empty()) print_line(say("Did you mean: {}?", base::join(proposals, ", ")));
    }
}

/// A query that is the name of a saved one, with @ before it, stands for that.
std::string query_named(const study::Study& study, const std::string& query) {
    if (!query.starts_with('@')) return query;
    std::vector<std::string> names;
    for (const auto& one : study::saved_searches(study)) {
        if (text::folded(one.name) == text::folded(query.substr(1))) return one.query;
        names.push_back("@" + one.name);
    }
    throw base::Error(
        base::ErrorKind::not_found, say("No search is called “{}”.", query.substr(1)),
        names.empty() ? tr("This study keeps no searches.") : say("There are: {}.", base::join(names, ", ")));
}

/// What is wrong with the options together, before anything is read.
void check(const Options& options) {
    if (!options.output.empty()) {
        static_cast<void>(report::ending_of(
            options.output, options.columns.empty() ? report::found_endings() : report::table_endings()));
    }
    if (options.queries.empty() && !options.saved)
        throw base::Error(base::ErrorKind::usage, tr("What is to be found is missing."));
    if (options.queries.size() > 1 && options.columns.empty()) {
        throw base::Error(base::ErrorKind::usage, tr("Several queries can be compared in a table only."),
                          tr("Give --columns, or put the query in quotation marks: 'vertrouwen school'."));
    }
    static_cast<void>(expansion_of(options.coding.expand));
    if (!options.coding.code.empty() && options.coding.coder.empty()) {
        throw base::Error(base::ErrorKind::usage, tr("--code-as needs --coder."),
                          tr("Say whose codings they are."));
    }
}

/// Keeps the query as it was typed, or as it was understood where options narrowed it.
void keep(study::Study& study, const Options& options, const search::Prepared& query) {
    const bool narrowed = !options.where.empty() || !options.codes.empty();
    study::Edit edit(study, "save_search");
    study::verbs::save_search(edit, options.save,
                              narrowed ? query.printed : query_named(study, options.queries.front()));
    edit.commit();
}

void run(const Options& options) {
    check(options);
    const bool writes = !options.save.empty() || !options.coding.code.empty();
    const auto study = writes ? open_to_write(options.common.study) : open_to_read(options.common.study);
    if (options.saved) return print_saved(*study, options.common.json);
    search::Search search(*study,
                          options.no_index ? search::KeepIndex::in_memory : search::KeepIndex::on_disk);
    const auto sight = sight_of(*study, options.common, worker(options));
    search.set_filter(report::search_filter(*study, sight.viewer().coder));
    std::vector<search::Prepared> queries;
    for (const auto& query : options.queries)
        queries.push_back(prepare(search, query_named(*study, query), options));
    if (!options.save.empty()) keep(*study, options, queries.front());
    static_cast<void>(search.update_index());
    if (options.explain) return explain(search, queries.front(), options.common.json);
    if (!options.coding.code.empty())
        return code_hits(*study, search, queries.front(), options.coding, options.common.json);
    if (!options.columns.empty()) return show_table(search, queries, options);
    if (!options.contrast.empty()) return show_contrast(search, queries.front(), options);
    if (!options.by.empty()) {
        const auto groups = search.groups(queries.front(), kGroups.at(options.by));
        return show(report::groups_listing(queries.front(), tr("Name"), groups), "groups", *study, options);
    }
    show_hits(search, queries.front(), options);
}

}  // namespace

void add_search(CLI::App& program) {
    auto options = std::make_shared<Options>();
    auto* command =
        add_command(program, "search", tr("Find words, and who says them where"), options->common);
    command->add_option("QUERY", options->queries,
                        tr("What to find, or @NAME of a saved search; several make a table with --columns"));
    command->add_option("--limit", options->limit, tr("At most so many hits; 0 for all"))
        ->capture_default_str();
    command->add_option("--first", options->first, tr("Leave out so many hits"))->capture_default_str();
    command->add_option("--context", options->context, tr("Characters on each side of a hit"))
        ->check(CLI::Range(0, 2000))
        ->capture_default_str();
    command->add_option("--sort", options->sort, tr("The order of hits"))
        ->check(CLI::IsMember(keys(kOrders)))
        ->capture_default_str();
    command->add_option("--by", options->by, tr("Count the hits by this instead of listing them"))
        ->check(CLI::IsMember(keys(kGroups)));
    command->add_option(
        "--columns", options->columns,
        tr("A table of the queries by role, participant, triad, source, codes or an attribute"));
    command->add_option("--contrast", options->contrast,
                        tr("ROLE,ROLE: in which triads does the one say it and the other not"));
    command->add_flag("--explain", options->explain, tr("Show how the query was understood"));
    command->add_flag("--no-index", options->no_index, tr("Keep no index on disk; read the texts instead"));
    add_repeatable(*command, "--where", options->where,
                   tr("Only participants with this ATTRIBUTE=VALUE; role and triad too; repeatable"));
    add_repeatable(*command, "--code", options->codes, tr("Only this code and those below it; repeatable"));
    command->add_option("-o,--output", options->output,
                        tr("A file: .xlsx, .csv, .md, .html or .json; tables .txt instead of .json"));
    command->add_option("--code-as", options->coding.code, tr("Put this code on all hits, as one change"));
    command->add_option("--coder", options->coding.coder,
                        tr("Who codes, and who looks: in blind coding others’ codings are hidden"));
    command
        ->add_option("--expand", options->coding.expand,
                     tr("What is coded: hit, word, sentence, turn, or so many words on each side"))
        ->capture_default_str();
    add_viewer(*command, options->common);
    command->add_option("--save", options->save, tr("Keep the query in the study under this name"));
    command->add_flag("--saved", options->saved, tr("List the searches that the study keeps"));
    command->callback([options] { run(*options); });
}

}  // namespace cli
