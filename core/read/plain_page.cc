#include "read/plain_page.h"

#include <algorithm>
#include <optional>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "read/bylines.h"
#include "read/charset.h"
#include "read/page_lines.h"
#include "read/reader.h"
#include "read/relative_stamps.h"
#include "read/stamps.h"
#include "read/story_finish.h"

namespace crosscheck {
namespace {

constexpr size_t kHeadlineRepeatsWithin = 7;  // lines
constexpr size_t kBylineWithin = 3;           // lines of a record's text
constexpr uint32_t kMaxHeadlineWords = 30;
constexpr uint32_t kParagraphWords = 25;
constexpr uint32_t kTeaserWords = 50;
constexpr uint32_t kStampWords = 14;
constexpr uint32_t kMaxOutletWords = 5;

bool Has(const PageLine& line, LineHint hint) { return (line.hints & Bit(hint)) != 0; }

// Splits the lines of a saved page into stories and gives each line its role.
class PageSplitter {
 public:
  PageSplitter(Document* document, const PageRules& rules)
      : out_(*document), rules_(rules), lines_(CutLines(document->text, rules)) {}

  void Run() {
    roles_.resize(lines_.size(), SegmentRole::kBody);
    story_of_.resize(lines_.size(), 0);
    for (const PageLine& line : lines_) keys_.push_back(line.words <= kMaxHeadlineWords ? LineKey(Text(line)) : "");
    for (size_t i = 0; i < lines_.size(); ++i) Line(i);
    Teasers();
    Build();
  }

 private:
  enum class Zone { kHeader, kBody, kAfter, kComments };

  std::string_view Text(const PageLine& line) const { return line.span.In(out_.text); }
  bool IsShort(size_t i) const { return lines_[i].words <= kMaxHeadlineWords && !lines_[i].ends_sentence; }
  bool IsParagraph(size_t i) const {
    return lines_[i].words >= kParagraphWords || (lines_[i].ends_sentence && lines_[i].words >= 8);
  }
  bool IsStamp(size_t i) const {
    const PageLine& line = lines_[i];
    if (line.words > kStampWords || line.ends_sentence) return false;
    if (FindDay(Text(line), false)) return true;
    return Has(line, LineHint::kStamp);
  }

  // A short line that comes again soon.
  bool IsRepeated(size_t i) const {
    if (!IsRepeatable(i)) return false;
    for (size_t j = i + 1; j < lines_.size() && j <= i + kHeadlineRepeatsWithin; ++j) {
      if (keys_[j] == keys_[i]) return true;
    }
    return false;
  }
  bool IsRepeatable(size_t i) const {
    return lines_[i].words >= 3 && !Text(lines_[i]).ends_with('.') && !keys_[i].empty() && lines_[i].hints == 0 &&
           !lines_[i].bullet;
  }
  bool IsOwnHeadline(size_t i) const { return !headline_key_.empty() && keys_[i] == headline_key_; }

  // Of short stories under each other the outlet's name comes again as soon as a headline does.
  bool IsOutletOverStamp(size_t i) const {
    return story_ > 0 && zone_ == Zone::kHeader && lines_[i].words <= kMaxOutletWords && i + 1 < lines_.size() && IsStamp(i + 1);
  }

  // A headline that comes once: the first line of the page, or a line between
  // two gaps with a stamp or byline under it.
  bool LooksLikeHeadline(size_t i) const {
    const PageLine& line = lines_[i];
    if (!IsShort(i) || line.words < 3 || line.hints != 0 || line.bullet || IsStamp(i)) return false;
    if (line.marked_heading) return story_ == 0 || zone_ != Zone::kBody;
    if (story_ == 0) return i + 1 < lines_.size();
    const bool stamped = i + 1 < lines_.size() && (IsStamp(i + 1) || Has(lines_[i + 1], LineHint::kByline));
    return stamped && line.blank_before >= 1 && zone_ != Zone::kHeader;
  }

  void Begin(Zone zone) {
    ++story_;
    zone_ = zone;
    headline_key_.clear();
    stamped_ = false;
  }

  void Line(size_t i) {
    if (IsRepeated(i) && !IsOwnHeadline(i) && !IsOutletOverStamp(i)) {
      Begin(Zone::kHeader);
      headline_key_ = keys_[i];
      return Put(i, SegmentRole::kHeadline);
    }
    if (IsOwnHeadline(i)) return Put(i, SegmentRole::kNav);  // said once is enough
    if (LooksLikeHeadline(i)) {
      Begin(Zone::kHeader);
      headline_key_ = keys_[i];
      return Put(i, SegmentRole::kHeadline);
    }
    if (zone_ == Zone::kAfter || zone_ == Zone::kComments) return After(i);
    if (story_ == 0) {
      if (!IsParagraph(i)) return Put(i, Furniture(i).value_or(SegmentRole::kNav));
      Begin(Zone::kBody);
    }
    if (const auto role = Furniture(i)) return Put(i, *role);
    Put(i, zone_ == Zone::kHeader ? Header(i) : Body(i));
  }

  void Put(size_t i, SegmentRole role) {
    roles_[i] = role;
    story_of_[i] = story_;
  }

  // Roles that a line has by its own words, wherever it stands.
  std::optional<SegmentRole> Furniture(size_t i) {
    const PageLine& line = lines_[i];
    const bool small = line.words <= kMaxHeadlineWords;
    if (Has(line, LineHint::kBorder) || Has(line, LineHint::kComment)) {
      zone_ = Has(line, LineHint::kComment) || LineKey(Text(line)) == "comments" ? Zone::kComments : Zone::kAfter;
      return SegmentRole::kNav;
    }
    if (Has(line, LineHint::kDisclaimer)) return SegmentRole::kDisclaimer;
    if (Has(line, LineHint::kCorrection)) return SegmentRole::kCorrection;
    if (Has(line, LineHint::kTeaser) && small) return SegmentRole::kTeaser;
    if (IsStamp(i)) {
      stamped_ = true;
      return SegmentRole::kTimestamp;
    }
    if (Has(line, LineHint::kCredit))
      return line.words <= 8 && !line.ends_sentence ? SegmentRole::kPhotoCredit : SegmentRole::kCaption;
    if (Has(line, LineHint::kByline) && line.words <= 12 && !line.ends_sentence) return SegmentRole::kByline;
    if (Has(line, LineHint::kFurniture) && small) return SegmentRole::kNav;
    return std::nullopt;
  }

  SegmentRole Header(size_t i) {
    const PageLine& line = lines_[i];
    const bool is_outlet = line.words <= kMaxOutletWords && !line.ends_sentence;
    if (line.bullet) return is_outlet ? SegmentRole::kNav : SegmentRole::kStandfirst;
    if (is_outlet && !line.marked_heading) return SegmentRole::kByline;
    if (!IsParagraph(i)) return SegmentRole::kStandfirst;
    // A paragraph over the stamp is a standfirst; under it, the body.
    const size_t end = std::min(lines_.size(), i + 4);
    for (size_t j = i + 1; j < end && !stamped_; ++j) {
      if (!IsOwnHeadline(j) && IsRepeated(j)) break;  // the next story
      if (IsStamp(j) || IsOwnHeadline(j) || Has(lines_[j], LineHint::kByline)) return SegmentRole::kStandfirst;
    }
    zone_ = Zone::kBody;
    return SegmentRole::kBody;
  }

  SegmentRole Body(size_t i) const {
    const PageLine& line = lines_[i];
    const bool between = i + 1 < lines_.size() && IsParagraph(i + 1);
    if (line.marked_heading) return SegmentRole::kSubhead;
    const bool question = line.words <= 6 && Text(line).ends_with('?');
    if (line.words <= 10 && (!line.ends_sentence || question) && !line.bullet && between) return SegmentRole::kSubhead;
    return SegmentRole::kBody;
  }

  void After(size_t i) {
    if (const auto role = Furniture(i)) return Put(i, *role);
    if (!IsParagraph(i)) return Put(i, SegmentRole::kNav);
    Put(i, zone_ == Zone::kComments ? SegmentRole::kComment : SegmentRole::kTeaser);
  }

  // Paragraphs at the end of the page that break off are the beginnings of
  // other stories, glued on without a heading. One alone may be the story's
  // own, cut off.
  void Teasers() {
    size_t end = lines_.size();
    while (end > 0 && roles_[end - 1] != SegmentRole::kBody) --end;
    size_t first = end;
    while (first > 0 && roles_[first - 1] == SegmentRole::kBody && lines_[first - 1].words >= kTeaserWords &&
           !lines_[first - 1].ends_sentence) {
      --first;
    }
    if (end - first < 2) return;
    for (size_t i = first; i < end; ++i) {
      roles_[i] = SegmentRole::kTeaser;
      story_of_[i] = ++story_;
    }
    for (size_t i = end; i < lines_.size(); ++i) story_of_[i] = std::max(story_of_[i], story_);
  }

  // A page too short for the cues above: its sentences are its story.
  void KeepShortPage() {
    if (std::find(roles_.begin(), roles_.end(), SegmentRole::kBody) != roles_.end()) return;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (roles_[i] == SegmentRole::kNav && lines_[i].ends_sentence && lines_[i].words > 2) roles_[i] = SegmentRole::kBody;
    }
  }

  void Build() {
    KeepShortPage();
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (story_of_[i] == 0) story_of_[i] = 1;  // what stands before the first story is its page's furniture
    }
    for (size_t first = 0; first < lines_.size();) {
      size_t last = first + 1;
      while (last < lines_.size() && story_of_[last] == story_of_[first]) ++last;
      AddStory(first, last);
      first = last;
    }
  }

  void AddStory(size_t first, size_t last) {
    Story story;
    story.id = static_cast<int>(out_.stories.size()) + 1;
    story.span = {lines_[first].span.start, lines_[last - 1].span.end};
    for (size_t i = first; i < last; ++i) {
      const PageLine& line = lines_[i];
      if (roles_[i] == SegmentRole::kHeadline && story.headline.empty()) story.headline = CollapseSpace(Text(line));
      if (roles_[i] == SegmentRole::kTimestamp && !story.published) Stamp(line, &story);
      const bool joins =
          !story.segments.empty() && roles_[i] == SegmentRole::kBody && story.segments.back().role == SegmentRole::kBody;
      if (joins) {
        story.segments.back().span.end = line.span.end;
      } else {
        story.segments.push_back({roles_[i], line.span, line.line, line.column});
      }
    }
    out_.stories.push_back(std::move(story));
  }

  void Stamp(const PageLine& line, Story* story) {
    const auto found = FindDay(Text(line), false);
    if (!found) return;
    story->published = Published{OneDay(found->day), "visible stamp"};
    const Span span{line.span.start + found->span.start, line.span.start + found->span.end};
    out_.evidence.push_back({"published", FormatIsoDay(found->day), "visible stamp", span});
  }

  Document& out_;
  const PageRules& rules_;
  std::vector<PageLine> lines_;
  std::vector<std::string> keys_;
  std::vector<SegmentRole> roles_;
  std::vector<int> story_of_;
  int story_ = 0;
  Zone zone_ = Zone::kHeader;
  std::string headline_key_;
  bool stamped_ = false;  // the story's stamp was seen
};

}  // namespace

bool MatchesPlainPage(std::string_view, const ReadHint&) { return true; }

void FindOneStory(const ReadHint& hint, Document* document) {
  const PageRules& rules = PageRulesOf(hint);
  const std::vector<PageLine> lines = CutLines(document->text, rules, kBylineWithin);
  if (lines.empty()) return;
  Story story;
  story.id = 1;
  story.span = {lines.front().span.start, lines.back().span.end};
  const std::string title = LineKey(document->title);
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = lines[i].span.In(document->text);
    SegmentRole role = SegmentRole::kBody;
    if (i == 0 && !title.empty() && LineKey(text) == title) {
      role = SegmentRole::kHeadline;
      story.headline = CollapseSpace(text);
    } else if (i < kBylineWithin && Has(lines[i], LineHint::kByline) && !ParseByline(text, document->outlet, rules).people.empty() &&
               lines[i].words <= 8 && !lines[i].ends_sentence) {
      role = SegmentRole::kByline;
    }
    if (!story.segments.empty() && role == SegmentRole::kBody && story.segments.back().role == role) {
      story.segments.back().span.end = lines[i].span.end;
    } else {
      story.segments.push_back({role, lines[i].span, 0, 0});  // a record has no lines of its own in its file
    }
  }
  document->stories.push_back(std::move(story));
  FinishStories(rules, /*datelines_apart=*/false, document);
}

void ReadPlainPage(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  Document document = NewDocument(hint);
  document.published.reset();
  DecodedText decoded = DecodeText(bytes, hint.charset);
  document.text = std::move(decoded.text);
  NoteDecoding(decoded.charset, decoded.replaced, &document);
  const PageRules& rules = PageRulesOf(hint);
  PageSplitter(&document, rules).Run();
  FinishStories(rules, /*datelines_apart=*/true, &document);
  SolveRelativeStamps(&document);
  if (!document.published) document.published = hint.published;
  sink.use(std::move(document));
}

}  // namespace crosscheck
