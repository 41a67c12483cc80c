// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/turns.h"

#include <algorithm>
#include <limits>

#include "text/label.h"
#include "text/label_choice.h"
#include "text/label_hints.h"
#include "text/label_table.h"
#include "text/label_turns.h"
#include "text/label_words.h"
#include "text/legend.h"
#include "text/timestamp.h"
#include "text/utf8_scan.h"

namespace text {

namespace {

/// Turns rising bytes into code points in one pass over the text.
class RisingPositions {
  public:
    explicit RisingPositions(std::string_view utf8) : utf8_(utf8) {}
    Position at(std::size_t byte) {
        if (byte > byte_) position_ += count_code_points(utf8_.substr(byte_, byte - byte_));
        byte_ = std::max(byte, byte_);
        return position_;
    }

  private:
    std::string_view utf8_;
    std::size_t byte_ = 0;
    Position position_ = 0;
};

/// All that is read from the text line by line, before it is known who speaks.
struct Reading {
    std::vector<LabelCandidate> candidates;
    std::vector<FoundTime> times;
    LabelTable labels;
    std::size_t lines = 0;  ///< that hold something and are no time alone
};

class LineReader {
  public:
    LineReader(std::string_view utf8, std::vector<HintedLabel> hints)
        : utf8_(utf8), hints_(std::move(hints)) {}

    Reading read() {
        std::size_t at = front_matter_end(utf8_);
        while (at < utf8_.size()) {
            const std::size_t end = std::min(utf8_.find('\n', at), utf8_.size());
            read_line(utf8_.substr(at, end - at), at);
            at = end + 1;
        }
        return std::move(reading_);
    }

  private:
    void read_line(std::string_view line, std::size_t offset);
    void read_labels(std::string_view line, std::size_t offset, const LineHead& head);

    std::string_view utf8_;
    std::vector<HintedLabel> hints_;
    std::size_t next_hint_ = 0;
    Reading reading_;
    std::size_t last_line_candidates_ = 0;  ///< where those of the line before begin
    std::size_t time_above_ = kNone;        ///< a time alone on the line above

    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
};

void LineReader::read_line(std::string_view line, std::size_t offset) {
    const LineHead head = line_head(line, offset);
    if (head.blank) return;
    if (head.only_time) {
        reading_.times.push_back({head.begin, head.time.milliseconds, true, -1});
        time_above_ = head.begin;
        return;
    }
    auto& candidates = reading_.candidates;
    for (std::size_t i = last_line_candidates_; i < candidates.size(); ++i) {
        candidates[i].followed = candidates[i].line + 1 == reading_.lines && !head.has_time;
    }
    const std::size_t first = candidates.size();
    read_labels(line, offset, head);
    for (std::size_t i = first; i < candidates.size(); ++i) {
        if (time_above_ != kNone) {
            candidates[i].begin = time_above_;
            candidates[i].timed = true;
        }
    }
    if (head.has_time) {
        const bool certain = head.time.wrapped || head.time.hours;
        const auto candidate =
            first < candidates.size() && !certain ? static_cast<std::int64_t>(reading_.lines) : -1;
        if (certain || candidate >= 0) {
            reading_.times.push_back(
                {head.begin, head.time.milliseconds, certain && !head.time.dotted, candidate});
        }
    }
    const auto own = std::find_if(candidates.begin() + static_cast<std::ptrdiff_t>(first), candidates.end(),
                                  [](const LabelCandidate& candidate) { return candidate.has_own_time; });
    if (own != candidates.end()) {
        const auto number = static_cast<std::int64_t>(reading_.lines);
        reading_.times.push_back({own->time_at, own->milliseconds, false, number});
    }
    find_inner_times(line, head.rest - offset, offset, reading_.times);
    last_line_candidates_ = first;
    time_above_ = kNone;
    ++reading_.lines;
}

void LineReader::read_labels(std::string_view line, std::size_t offset, const LineHead& head) {
    auto& candidates = reading_.candidates;
    const std::size_t first = candidates.size();
    find_labels(line, offset, head, candidates);
    while (next_hint_ < hints_.size() && hints_[next_hint_].begin < offset + line.size()) {
        const HintedLabel& hint = hints_[next_hint_++];
        if (hint.begin >= offset) mark_hinted(line, offset, head, hint, first, candidates);
    }
    for (std::size_t i = first; i < candidates.size(); ++i) {
        LabelCandidate& candidate = candidates[i];
        candidate.line = reading_.lines;
        const auto label = utf8_.substr(candidate.label_begin, candidate.label_end - candidate.label_begin);
        candidate.label = reading_.labels.enter(label, candidate.form);
    }
}

bool holds_question(std::string_view speech) {
    return speech.find('?') != std::string_view::npos || speech.find("？") != std::string_view::npos ||
           speech.find("؟") != std::string_view::npos;
}

/// Writes the result from the turns that were chosen.
class Writer {
  public:
    Writer(std::string_view utf8, const Reading& reading, const std::vector<ChosenTurn>& chosen)
        : utf8_(utf8), reading_(reading), chosen_(chosen) {}

    DetectedTurns write() {
        write_turns();
        weigh_letters();
        write_legend();
        write_times();
        return std::move(result_);
    }

  private:
    void write_turns();
    void write_legend();
    void weigh_letters();
    void write_times();
    std::size_t speaker_of(std::uint32_t label);
    [[nodiscard]] std::size_t speech_begin(const LabelCandidate& candidate, std::size_t end) const;

    std::string_view utf8_;
    const Reading& reading_;
    const std::vector<ChosenTurn>& chosen_;
    std::unordered_map<std::uint32_t, std::size_t> speakers_;
    DetectedTurns result_;
};

std::size_t Writer::speaker_of(std::uint32_t label) {
    const auto [found, is_new] = speakers_.try_emplace(label, result_.speakers.size());
    if (is_new) {
        const LabelEntry& entry = reading_.labels[label];
        DetectedSpeaker& speaker = result_.speakers.emplace_back();
        speaker.label = std::string(entry.spelling);
        speaker.kind = entry.kind;
    }
    return found->second;
}

/// Behind the label; where that stands alone, on the next line that holds something.
std::size_t Writer::speech_begin(const LabelCandidate& candidate, std::size_t end) const {
    std::size_t begin = candidate.body;
    if (!candidate.alone) return begin;
    const std::string_view turn = utf8_.substr(0, end);
    begin = after_blanks(turn, begin);
    while (begin < end && utf8_[begin] == '\n') begin = after_blanks(turn, begin + 1);
    return begin;
}

void Writer::write_turns() {
    RisingPositions positions(utf8_);
    result_.turns.reserve(chosen_.size());
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
        const LabelCandidate& candidate = reading_.candidates[chosen_[i].candidate];
        const std::size_t end =
            i + 1 < chosen_.size() ? reading_.candidates[chosen_[i + 1].candidate].begin : utf8_.size();
        DetectedTurn turn;
        turn.span.begin = positions.at(candidate.begin);
        turn.body = positions.at(speech_begin(candidate, end));
        turn.speaker = speaker_of(chosen_[i].label);
        if (i > 0) result_.turns.back().span.end = turn.span.begin;
        DetectedSpeaker& speaker = result_.speakers[turn.speaker];
        ++speaker.turns;
        if (holds_question(utf8_.substr(candidate.body, end - candidate.body))) ++speaker.questions;
        result_.turns.push_back(turn);
    }
    if (!result_.turns.empty()) result_.turns.back().span.end = positions.at(utf8_.size());
}

/// V and A, Q and A, P and R are question and answer only together: alone, V may be a father ("vader") and A
/// the first of several people.
void Writer::weigh_letters() {
    const auto speaker = [&](std::string_view folded) -> DetectedSpeaker* {
        const std::int64_t label = reading_.labels.find(folded);
        const auto found = label < 0 ? speakers_.end() : speakers_.find(static_cast<std::uint32_t>(label));
        return found == speakers_.end() ? nullptr : &result_.speakers[found->second];
    };
    const bool has_interviewer =
        speaker("i") != nullptr || speaker("int") != nullptr || speaker("interviewer") != nullptr;
    const bool answers = speaker("a") != nullptr || speaker("r") != nullptr;
    const bool asks = speaker("q") != nullptr || speaker("v") != nullptr;
    for (const std::string_view letter : {"v", "q"}) {
        DetectedSpeaker* const found = speaker(letter);
        if (found != nullptr && (has_interviewer || !answers)) found->kind = SpeakerKind::unknown;
    }
    if (DetectedSpeaker* const a = speaker("a"); a != nullptr && !asks) a->kind = SpeakerKind::unknown;
    if (DetectedSpeaker* const p = speaker("p"); p != nullptr && !has_interviewer)
        p->kind = SpeakerKind::unknown;
}

void Writer::write_legend() {
    if (chosen_.empty()) return;
    const std::size_t first = reading_.candidates[chosen_.front().candidate].begin;
    const std::vector<LegendEntry> entries = legend_entries(utf8_.substr(0, first));
    for (const auto& [label, index] : speakers_) {
        DetectedSpeaker& speaker = result_.speakers[index];
        const std::string& folded = reading_.labels[label].folded;
        const auto entry =
            std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.first == folded; });
        if (entry == entries.end()) continue;
        speaker.legend = entry->second;
        const SpeakerKind kind = kind_of(folded_label(entry->second));
        if (kind != SpeakerKind::unknown) speaker.kind = kind;
    }
}

void Writer::write_times() {
    RisingPositions positions(utf8_);
    std::int64_t latest = -1;
    std::size_t last = std::string_view::npos;
    std::size_t turn = 0;
    for (const FoundTime& time : reading_.times) {
        bool keep = time.certain || (latest >= 0 && time.milliseconds >= latest);
        if (time.candidate >= 0) {
            const auto line = static_cast<std::size_t>(time.candidate);
            while (turn < chosen_.size() && reading_.candidates[chosen_[turn].candidate].line < line) ++turn;
            keep = turn < chosen_.size() && reading_.candidates[chosen_[turn].candidate].line == line;
        }
        // A time behind a label may have been found as one in brackets too, behind a backslash one byte
        // later.
        const bool again = last != std::string_view::npos && time.byte <= last + 1;
        if (!keep || again) continue;
        last = time.byte;
        latest = time.milliseconds;
        result_.times.push_back({positions.at(time.byte), time.milliseconds});
    }
}

}  // namespace

DetectedTurns detect_turns(const Text& text, const std::vector<LabelHint>& hints) {
    const std::string_view utf8 = text.utf8();
    Reading reading = LineReader(utf8, hinted_labels(text, hints)).read();
    weigh_hints(reading.candidates, reading.labels);
    const LabelChoice choice = choose_labels(reading.candidates, reading.labels, reading.lines);
    const auto chosen = apply_labels(reading.candidates, reading.labels, choice, reading.lines);
    return Writer(utf8, reading, chosen).write();
}

}  // namespace text
