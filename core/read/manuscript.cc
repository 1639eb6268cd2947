// How it works: paragraphs are cleaned and numbered; those above the first sentence that nobody gave a role are the story's head
// (headline, byline, stamp, standfirst), by the same signs as a page saved as text; below it short lines between paragraphs are
// crossheads. Tables, footnotes and comments stay where their reader put them, each a segment of its own.
#include "read/manuscript.h"

#include <algorithm>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "read/bylines.h"
#include "read/page_lines.h"
#include "read/reader.h"
#include "read/stamps.h"
#include "read/story_finish.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxHeadlineWords = 30;
constexpr size_t kMaxBylineWords = 12;
constexpr size_t kMaxStampWords = 14;
constexpr size_t kMaxOutletWords = 5;
constexpr size_t kMaxCrossheadWords = 10;
constexpr size_t kParagraphWords = 25;
constexpr size_t kSentenceWords = 8;

struct Line {
  std::string text;
  std::optional<SegmentRole> role;
  uint32_t paragraph = 0;
  size_t words = 0;
  bool sentence = false;  // ends like one
};

bool Has(HintSet hints, LineHint hint) { return (hints & Bit(hint)) != 0; }

size_t CountWords(std::string_view text) {
  return text.empty() ? 0 : static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool StartsLow(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = DecodeAt(text, 0).value;
  return IsLetter(c) && !IsUpper(c);
}

class StoryMaker {
 public:
  StoryMaker(const ReadHint& hint, Manuscript manuscript)
      : rules_(PageRulesOf(hint)), in_(std::move(manuscript)), out_(NewDocument(hint)) {}

  Document Make() {
    CutLines();
    SetMetadata();
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].role) lines_[i].role = in_body_ ? InBody(i) : InHead(i);
      if (*lines_[i].role == SegmentRole::kHeadline) has_headline_ = true;
    }
    KeepShortText();
    Build();
    FinishStories(rules_, /*datelines_apart=*/false, &out_);
    if (out_.title.empty()) out_.title = in_.title;
    return std::move(out_);
  }

 private:
  // A line break inside a paragraph parts it, unless the sentence runs on.
  void CutLines() {
    uint32_t number = 0;
    for (WrittenParagraph& paragraph : in_.paragraphs) {
      size_t replaced = 0;
      if (!IsValidUtf8(paragraph.text)) paragraph.text = RepairUtf8(paragraph.text, &replaced);
      const size_t first = lines_.size();
      for (const std::string_view part : Split(paragraph.text, '\n')) {
        std::string text = CollapseSpace(part);
        if (text.empty()) continue;
        if (lines_.size() > first && StartsLow(text) && !EndsSentence(lines_.back().text)) {
          StrAppend(&lines_.back().text, " ", text);
        } else {
          if (lines_.size() == first) ++number;
          lines_.push_back({std::move(text), paragraph.role, number});
        }
      }
    }
    for (Line& line : lines_) {
      line.words = CountWords(line.text);
      line.sentence = EndsSentence(line.text);
    }
    has_headline_ = std::any_of(lines_.begin(), lines_.end(), [](const Line& l) { return l.role == SegmentRole::kHeadline; });
  }

  void SetMetadata() {
    out_.title = in_.title;
    out_.outlet = in_.outlet;
    if (!in_.url.empty()) out_.url = in_.url;
    out_.authors = in_.authors;
    out_.credit = in_.credit;
    if (in_.language.size() == 2) out_.language = in_.language;
    for (const std::string& name : in_.authors) out_.evidence.push_back({"author", name, in_.evidence, std::nullopt});
    if (const auto day = ParseMachineDay(in_.published, false)) {
      out_.published = Published{OneDay(*day), in_.evidence};
      out_.evidence.push_back({"published", FormatIsoDay(*day), in_.evidence, std::nullopt});
    }
    if (const auto day = ParseMachineDay(in_.modified, false))
      out_.evidence.push_back({"modified", FormatIsoDay(*day), in_.evidence, std::nullopt});
  }

  bool IsParagraph(const Line& line) const {
    return line.words >= kParagraphWords || (line.sentence && line.words >= kSentenceWords);
  }

  std::optional<SegmentRole> ByItsWords(const Line& line) const {
    if (line.words > kMaxHeadlineWords) return std::nullopt;
    const HintSet hints = rules_.LineHints(line.text);
    if (Has(hints, LineHint::kDisclaimer)) return SegmentRole::kDisclaimer;
    if (Has(hints, LineHint::kCorrection) && !TellsChange(hints)) return SegmentRole::kCorrection;
    if (Has(hints, LineHint::kTeaser)) return SegmentRole::kTeaser;
    if (Has(hints, LineHint::kCredit)) {
      return line.words <= kSentenceWords && !line.sentence ? SegmentRole::kPhotoCredit : SegmentRole::kCaption;
    }
    if (Has(hints, LineHint::kByline) && line.words <= kMaxBylineWords && !line.sentence) return SegmentRole::kByline;
    const bool stamp = line.words <= kMaxStampWords && !line.sentence;
    if (stamp && (Has(hints, LineHint::kStamp) || FindDay(line.text, false))) return SegmentRole::kTimestamp;
    if (Has(hints, LineHint::kFurniture) || Has(hints, LineHint::kBorder)) return SegmentRole::kNav;
    return std::nullopt;
  }

  SegmentRole InHead(size_t i) {
    const Line& line = lines_[i];
    if (!in_.title.empty() && !has_headline_ && LineKey(line.text) == LineKey(in_.title)) return SegmentRole::kHeadline;
    if (const auto role = ByItsWords(line)) return *role;
    if (line.sentence || line.words > kMaxHeadlineWords) {
      in_body_ = true;
      return SegmentRole::kBody;
    }
    if (!has_headline_ && in_.title.empty() && line.words > 1 && i + 1 < lines_.size()) return SegmentRole::kHeadline;
    return line.words <= kMaxOutletWords ? SegmentRole::kByline : SegmentRole::kStandfirst;
  }

  SegmentRole InBody(size_t i) const {
    const Line& line = lines_[i];
    if (const auto role = ByItsWords(line); role && *role != SegmentRole::kTimestamp) return *role;
    const bool between = i + 1 < lines_.size() && !lines_[i + 1].role && IsParagraph(lines_[i + 1]);
    const bool question = line.words <= 6 && line.text.ends_with('?');
    if (between && line.words <= kMaxCrossheadWords && (!line.sentence || question)) return SegmentRole::kSubhead;
    return SegmentRole::kBody;
  }

  // A text too short for the signs above: what ends like a sentence is its story.
  void KeepShortText() {
    if (std::any_of(lines_.begin(), lines_.end(), [](const Line& line) { return line.role == SegmentRole::kBody; })) return;
    for (Line& line : lines_) {
      if (line.role == SegmentRole::kByline || line.role == SegmentRole::kStandfirst) line.role = SegmentRole::kBody;
    }
  }

  void Build() {
    if (lines_.empty()) return;
    Story story;
    story.id = 1;
    for (const Line& line : lines_) {
      if (!out_.text.empty()) out_.text += "\n\n";
      const auto start = static_cast<uint32_t>(out_.text.size());
      out_.text += line.text;
      const Span span{start, static_cast<uint32_t>(out_.text.size())};
      Segment segment{*line.role, span};
      segment.line = line.paragraph;  // a written text has paragraphs where a file of text has lines
      segment.column = 1;
      story.segments.push_back(segment);
      if (*line.role == SegmentRole::kHeadline && story.headline.empty()) story.headline = line.text;
      if (*line.role == SegmentRole::kTimestamp) Stamp(line, span, &story);
    }
    if (story.headline.empty()) story.headline = in_.title;
    story.span = {0, static_cast<uint32_t>(out_.text.size())};
    out_.stories.push_back(std::move(story));
  }

  void Stamp(const Line& line, Span span, Story* story) {
    const auto found = FindDay(line.text, false);
    if (!found || story->published || !in_.published.empty()) return;
    story->published = Published{OneDay(found->day), "visible stamp"};
    out_.evidence.push_back({"published", FormatIsoDay(found->day), "visible stamp",
                             Span{span.start + found->span.start, span.start + found->span.end}});
  }

  const PageRules& rules_;
  Manuscript in_;
  Document out_;
  std::vector<Line> lines_;
  bool has_headline_ = false;
  bool in_body_ = false;
};

}  // namespace

std::string FirstNameFirst(std::string_view name) {
  const size_t comma = name.find(',');
  if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) return std::string(name);
  return std::string(Trim(StrCat(Trim(name.substr(comma + 1)), " ", Trim(name.substr(0, comma)))));
}

Document MakeDocument(Manuscript manuscript, const ReadHint& hint) { return StoryMaker(hint, std::move(manuscript)).Make(); }

void UseManuscript(Manuscript manuscript, const ReadHint& hint, const ReadSink& sink) {
  Document document = MakeDocument(std::move(manuscript), hint);
  if (document.text.empty()) return sink.Refuse(hint.uri, "no text in it");
  if (document.text.size() > kMaxPageBytes) return sink.Refuse(hint.uri, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
  sink.use(std::move(document));
}

}  // namespace crosscheck
