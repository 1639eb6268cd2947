#include "read/plain_page.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "read/bylines.h"
#include "read/charset.h"
#include "read/page_lines.h"
#include "read/page_runs.h"
#include "read/reader.h"
#include "read/relative_stamps.h"
#include "read/stamps.h"
#include "read/story_finish.h"

namespace crosscheck {
namespace {

constexpr size_t kHeadlineRepeatsWithin = 7;  // lines
constexpr size_t kBylineWithin = 3;           // lines of a record's text
constexpr uint32_t kMaxHeadlineWords = 30;
constexpr uint32_t kMinHeadlineWords = 3;
constexpr uint32_t kParagraphWords = 25;
constexpr uint32_t kTeaserWords = 50;
constexpr uint32_t kStampWords = 14;
constexpr uint32_t kStandfirstWords = 8;  // without an end, right under the headline of a page with its menus
constexpr uint32_t kMaxOutletWords = 5;
constexpr uint32_t kStoryWords = 40;  // of the text under a headline
constexpr uint32_t kCrossheadWords = 10;
constexpr uint32_t kNotesWords = 80;        // of other notes under one on the writer
constexpr uint32_t kLooseWords = 9;         // of a line in the text that is no part of it
constexpr uint32_t kLooseWordsOfPage = 17;  // on a page with its menus

bool Has(const PageLine& line, LineHint hint) { return (line.hints & Bit(hint)) != 0; }

// Splits the lines of a saved page into stories and gives each line its role.
class PageSplitter {
 public:
  PageSplitter(Document* document, const PageRules& rules)
      : out_(*document), rules_(rules), lines_(CutLines(document->text, rules)), runs_(FindRuns(document->text, lines_, rules)) {}

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
    return lines_[i].words >= kMinHeadlineWords && !Text(lines_[i]).ends_with('.') && !keys_[i].empty() && lines_[i].hints == 0 &&
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
    if (!IsShort(i) || line.words < kMinHeadlineWords || line.hints != 0 || line.bullet || IsStamp(i)) return false;
    if (line.marked_heading) return story_ == 0 || zone_ != Zone::kBody;
    if (story_ == 0) return i + 1 < lines_.size();
    const bool stamped = i + 1 < lines_.size() && (IsStamp(i + 1) || (Has(lines_[i + 1], LineHint::kByline) && IsShort(i + 1)));
    return stamped && line.blank_before >= 1 && zone_ != Zone::kHeader;
  }

  // A story has some text: the headlines of a list of links have none. The first line of a page needs none to be its headline.
  bool LeadsToText(size_t i) const { return (story_ == 0 && runs_.start == 0) || runs_.ahead[i] >= kStoryWords; }

  void Begin(Zone zone) {
    if (!headline_key_.empty()) headlines_.insert(headline_key_);
    ++story_;
    zone_ = zone;
    headline_key_.clear();
    stamped_ = false;
    paragraphs_ = 0;
  }

  void Line(size_t i) {
    if (i < runs_.start) return Put(i, SegmentRole::kNav);
    if (runs_.headline == i || (IsRepeated(i) && LeadsToText(i) && !IsOwnHeadline(i) && !IsOutletOverStamp(i))) {
      Begin(Zone::kHeader);
      headline_key_ = keys_[i];
      return Put(i, SegmentRole::kHeadline);
    }
    if (IsOwnHeadline(i)) return Put(i, SegmentRole::kNav);  // said once is enough
    if (zone_ != Zone::kHeader && lines_[i].words >= kMinHeadlineWords &&
        headlines_.contains(keys_[i])) {  // a page's foot names its story again
      zone_ = Zone::kAfter;
      return Put(i, SegmentRole::kNav);
    }
    if (LooksLikeHeadline(i) && LeadsToText(i)) {
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
    paragraphs_ += role == SegmentRole::kBody && IsParagraph(i) ? 1 : 0;
    roles_[i] = role;
    story_of_[i] = story_;
  }

  // Roles that a line has by its own words, wherever it stands.
  std::optional<SegmentRole> Furniture(size_t i) {
    const PageLine& line = lines_[i];
    const bool small = line.words <= kMaxHeadlineWords;
    if (Has(line, LineHint::kBorder) || Has(line, LineHint::kComment)) {
      const bool comments = Has(line, LineHint::kComment) || LineKey(Text(line)) == "comments";
      const bool over_text = i < runs_.text || zone_ == Zone::kHeader;  // a counter, a list beside the headline
      const bool inside = over_text || (runs_.passed[i] && zone_ == Zone::kBody && (!comments || paragraphs_ < 2));
      if (!inside) zone_ = comments ? Zone::kComments : Zone::kAfter;
      return SegmentRole::kNav;
    }
    if (Has(line, LineHint::kDisclaimer)) return SegmentRole::kDisclaimer;
    if (Has(line, LineHint::kCorrection) && !TellsChange(line.hints)) return SegmentRole::kCorrection;
    if (Has(line, LineHint::kTeaser) && small) return SegmentRole::kTeaser;
    if (IsStamp(i)) {
      stamped_ = true;
      return SegmentRole::kTimestamp;
    }
    if (Has(line, LineHint::kCredit))
      return line.words <= 8 && !line.ends_sentence ? SegmentRole::kPhotoCredit : SegmentRole::kCaption;
    if (Has(line, LineHint::kByline) && line.words <= 12 && !line.ends_sentence) return SegmentRole::kByline;
    if (Has(line, LineHint::kFurniture)) return SegmentRole::kNav;
    return std::nullopt;
  }

  SegmentRole Header(size_t i) {
    const PageLine& line = lines_[i];
    const bool is_outlet = line.words <= kMaxOutletWords && !line.ends_sentence;
    if (line.bullet) return is_outlet ? SegmentRole::kNav : SegmentRole::kStandfirst;
    if (is_outlet && !line.marked_heading) return SegmentRole::kByline;
    if (!IsParagraph(i)) {
      const bool loose =
          runs_.start > 0 && !line.ends_sentence && (line.words < kStandfirstWords || i > runs_.headline.value_or(0) + 2);
      return loose ? SegmentRole::kNav : SegmentRole::kStandfirst;
    }
    // A paragraph over the stamp is a standfirst; under it, the body.
    const size_t end = std::min(lines_.size(), i + 4);
    for (size_t j = i + 1; j < end && !stamped_; ++j) {
      if (!IsOwnHeadline(j) && IsRepeated(j)) break;  // the next story
      if (IsStamp(j) || IsOwnHeadline(j) || Has(lines_[j], LineHint::kByline)) return SegmentRole::kStandfirst;
    }
    zone_ = Zone::kBody;
    return SegmentRole::kBody;
  }

  SegmentRole Body(size_t i) {
    const PageLine& line = lines_[i];
    const bool between = i + 1 < lines_.size() && IsParagraph(i + 1);
    if (line.marked_heading) return SegmentRole::kSubhead;
    const bool question = line.words <= 6 && Text(line).ends_with('?');
    const bool loose = (!line.ends_sentence || question) && !line.bullet;
    if (loose && line.words <= kCrossheadWords && between && roles_[i - 1] == SegmentRole::kBody) return SegmentRole::kSubhead;
    // On the writer, at the end.
    if (Has(line, LineHint::kBio) && runs_.ahead[i] <= line.words + kNotesWords) return SegmentRole::kDisclaimer;
    if (!loose || IsParagraph(i) || line.words > LooseWords() || IsBroken(i) || Text(line).ends_with(':'))
      return SegmentRole::kBody;
    if (runs_.apart[i] && paragraphs_ > 1) zone_ = Zone::kAfter;
    return SegmentRole::kNav;
  }
  // Short lines in the text are links, labels and captions; on a page saved whole longer ones too.
  uint32_t LooseWords() const { return runs_.start > 0 ? kLooseWordsOfPage : kLooseWords; }
  // A sentence that goes on in the next line.
  bool IsBroken(size_t i) const { return StartsSmall(i) || (i + 1 < lines_.size() && StartsSmall(i + 1)); }
  bool StartsSmall(size_t i) const {
    const CodePoint first = DecodeAt(Text(lines_[i]), 0);
    return IsLetter(first.value) && !IsUpper(first.value) && first.value < 0x250;
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
      if (roles_[i] == SegmentRole::kTimestamp) Stamp(line, &story);
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

  // The day of a change stands in only where no other is told: a saved text has no metadata to tell it.
  void Stamp(const PageLine& line, Story* story) {
    const std::optional<StampDay> told = FindStampDay(Text(line), false, rules_);
    if (!told) return;
    const FoundDay& found = told->found;
    const bool changed = told->meaning == StampMeaning::kChanged;
    if (changed ? story->published.has_value() : story->published && !only_changed_) return;
    only_changed_ = changed;
    story->published = Published{OneDay(found.day), changed ? "stamp of a change" : "visible stamp"};
    const Span span{line.span.start + found.span.start, line.span.start + found.span.end};
    out_.evidence.push_back({changed ? "modified" : "published", FormatIsoDay(found.day), "visible stamp", span});
  }

  Document& out_;
  const PageRules& rules_;
  std::vector<PageLine> lines_;
  PageRuns runs_;
  std::vector<std::string> keys_;
  std::vector<SegmentRole> roles_;
  std::vector<int> story_of_;
  int story_ = 0;
  Zone zone_ = Zone::kHeader;
  std::string headline_key_;
  std::unordered_set<std::string> headlines_;  // of the stories before
  int paragraphs_ = 0;                         // of the story so far
  bool stamped_ = false;                       // the story's stamp was seen
  bool only_changed_ = false;                  // the day of the story being built is that of a change
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
