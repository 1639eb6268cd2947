#include "read/page_days.h"

#include <algorithm>
#include <string_view>

#include "read/page_lines.h"

namespace crosscheck {
namespace {

constexpr uint32_t kBlocksBefore = 12;  // of the headline, and ...
constexpr uint32_t kBlocksAfter = 30;   // ... after it: where stamps stand
constexpr uint32_t kStampLetters = 160;
constexpr size_t kBesideDay = 120;         // bytes of a stamp beside its day: names, places, hours
constexpr size_t kLabelBytes = 24;         // "Last updated on"
constexpr size_t kBesideEnd = 24;          // under a story: a name
constexpr uint32_t kSentenceLetters = 60;  // a sentence so long is text
constexpr int kBoxesOver = 5;              // from a stamp over the headline up to the box that holds both
constexpr HintSet kElsewhere = Bit(ClassHint::kComment) | Bit(ClassHint::kRelated) | Bit(ClassHint::kSidebar) |
                               Bit(ClassHint::kNav) | Bit(ClassHint::kAdvert) | Bit(ClassHint::kSignup) |
                               Bit(ClassHint::kConsent);

class DayFinder {
 public:
  DayFinder(const ParsedPage& page, const MainText& story, bool month_first, const PageRules& rules)
      : page_(page), story_(story), month_first_(month_first), rules_(rules) {
    headline_ = story.headline.value_or(page.nodes[story.region].first_block);
    const auto size = static_cast<uint32_t>(page.blocks.size());
    first_ = headline_ > kBlocksBefore ? headline_ - kBlocksBefore : 0;
    last_ = std::min(headline_ + kBlocksAfter, size);
    text_ = headline_;
    while (text_ < size && !(story.roles[text_] == SegmentRole::kBody && IsSentence(text_))) ++text_;
    end_ = size;
    while (end_ > headline_ && !story.roles[end_ - 1]) --end_;
  }

  // Under the headline before over it.
  std::optional<PageDay> OfElements() const {
    std::optional<PageDay> over;
    for (const HtmlTime& time : page_.times) {
      const bool under = time.block >= headline_;
      if (time.block < first_ || time.block >= last_ || (over && !under) || !MayTell(time.block, time.node)) continue;
      if (time.other || MeaningOf(time.label, rules_) == StampMeaning::kChanged || CalledChanged(time)) continue;
      const auto day = DayOf(time);
      if (!day) continue;
      if (under) return PageDay{*day, time.datetime};
      over = PageDay{*day, time.datetime};
    }
    return over;
  }

  std::optional<PageDay> OfLines() const {
    for (uint32_t i = headline_; i < last_; ++i) {
      if (const auto day = OfLine(i)) return PageDay{*day, ""};
    }
    for (uint32_t i = first_; i < headline_; ++i) {
      if (const auto day = OfLine(i)) return PageDay{*day, ""};
    }
    return OfEnd();
  }

 private:
  bool Holds(uint32_t node, uint32_t inner) const { return node <= inner && inner < page_.nodes[node].end; }

  bool IsText(uint32_t block) const {
    const auto& role = story_.roles[block];
    return (role == SegmentRole::kBody || role == SegmentRole::kStandfirst) && IsSentence(block);
  }
  bool IsSentence(uint32_t block) const {
    return page_.blocks[block].letters >= kSentenceLetters && EndsSentence(page_.Text(page_.blocks[block]));
  }

  std::optional<Day> OfLine(uint32_t i) const {
    const HtmlBlock& block = page_.blocks[i];
    const std::string_view text = page_.Text(block);
    if (block.letters > kStampLetters || !MayTell(i, block.node) || HoldsOther(i)) return std::nullopt;
    const bool stamp = story_.roles[i] == SegmentRole::kTimestamp || story_.roles[i] == SegmentRole::kByline;
    if (i > text_ && !stamp) return std::nullopt;
    const std::optional<StampDay> told = FindStampDay(text, month_first_, rules_);
    if (!told || told->meaning == StampMeaning::kChanged || text.size() > told->found.span.size() + kBesideDay)
      return std::nullopt;
    return told->found.day;
  }

  // The day under a story: "Ann Berg, 10 May 2024".
  std::optional<PageDay> OfEnd() const {
    if (end_ <= headline_) return std::nullopt;
    const std::string_view text = page_.Text(page_.blocks[end_ - 1]);
    const std::optional<StampDay> told = FindStampDay(text, month_first_, rules_);
    if (!told || told->meaning == StampMeaning::kChanged || text.size() > told->found.span.size() + kBesideEnd)
      return std::nullopt;
    return MayTell(end_ - 1, page_.blocks[end_ - 1].node) ? std::optional(PageDay{told->found.day, ""}) : std::nullopt;
  }

  bool MayTell(uint32_t block, uint32_t node) const {
    if (block >= page_.blocks.size() || StandsElsewhere(page_, story_, node, true)) return false;
    if (block < headline_ && (!story_.first || !IsNextOver(node))) return false;
    const auto& role = story_.roles[block];
    if (role == SegmentRole::kCaption || role == SegmentRole::kPhotoCredit || role == SegmentRole::kCorrection) return false;
    return !IsText(block) || page_.blocks[block].node != node;  // an empty <time> may stand before a paragraph
  }

  bool HoldsOther(uint32_t block) const {
    auto time = std::lower_bound(page_.times.begin(), page_.times.end(), block,
                                 [](const HtmlTime& other, uint32_t wanted) { return other.block < wanted; });
    for (; time != page_.times.end() && time->block == block; ++time) {
      if (time->other) return true;
    }
    return false;
  }

  // In the box of the headline, or in one right beside it: the day at the head of a page is that of its reader.
  bool IsNextOver(uint32_t node) const {
    if (!story_.headline) return true;
    const uint32_t headline = page_.blocks[headline_].node;
    uint32_t box = node;
    int steps = 0;
    while (!Holds(box, headline) && box != 0) box = page_.nodes[box].parent, ++steps;
    if (box == 0 || page_.nodes[box].tag == HtmlTag::kBody) return steps <= 1 && page_.nodes[node].tag != HtmlTag::kDiv;
    return steps <= kBoxesOver;
  }

  // "Updated: <time>": by the words of its line before it.
  bool CalledChanged(const HtmlTime& time) const {
    if (time.block >= page_.blocks.size()) return false;
    const HtmlBlock& block = page_.blocks[time.block];
    if (time.offset <= block.text.start || time.offset > block.text.end) return CalledByBox(time);
    uint32_t from = block.text.start;
    for (const HtmlTime& other : page_.times) {
      if (other.offset < time.offset) from = std::max(from, other.offset);
    }
    return MeaningOf(std::string_view(page_.text).substr(from, time.offset - from), rules_) == StampMeaning::kChanged;
  }
  // "<div>Updated</div><div><time>": by the short line over it.
  bool CalledByBox(const HtmlTime& time) const {
    if (time.block == 0) return false;
    const std::string_view over = page_.Text(page_.blocks[time.block - 1]);
    const auto has_time = [&](const HtmlTime& other) {
      return other.block + 1 == time.block && other.offset <= page_.blocks[other.block].text.end;
    };
    return over.size() <= kLabelBytes && TellsChange(rules_.LineHints(over)) && !FindDay(over, month_first_) &&
           std::none_of(page_.times.begin(), page_.times.end(), has_time);
  }

  std::optional<Day> DayOf(const HtmlTime& time) const {
    if (const auto day = time.datetime.empty() ? std::nullopt : ParseMachineDay(time.datetime, month_first_)) return day;
    if (time.block >= page_.blocks.size()) return std::nullopt;
    const HtmlBlock& block = page_.blocks[time.block];
    if (time.offset < block.text.start || time.offset >= block.text.end) return std::nullopt;
    const std::string_view text = std::string_view(page_.text).substr(time.offset, block.text.end - time.offset);
    const std::optional<StampDay> told = FindStampDay(text, month_first_, rules_);
    const bool own = told && told->meaning != StampMeaning::kChanged && told->found.span.start <= kBesideDay;
    return own ? std::optional(told->found.day) : std::nullopt;
  }

  const ParsedPage& page_;
  const MainText& story_;
  bool month_first_;
  const PageRules& rules_;
  uint32_t headline_ = 0;
  uint32_t first_ = 0;  // of the blocks looked at
  uint32_t last_ = 0;
  uint32_t text_ = 0;  // the first paragraph
  uint32_t end_ = 0;   // past the last block of the story
};

}  // namespace

bool StandsElsewhere(const ParsedPage& page, const MainText& story, uint32_t node, bool shown) {
  const uint32_t anchor = story.headline ? page.blocks[*story.headline].node : story.container;
  bool edge = false;  // the head or foot of a box that holds the story
  uint32_t box = node;
  const auto holds = [&](uint32_t inner) { return inner >= box && inner < page.nodes[box].end; };
  for (; box != 0 && !holds(anchor) && !holds(story.container); box = page.nodes[box].parent) {
    const HtmlNode& here = page.nodes[box];
    if ((here.hints & kElsewhere) != 0 || here.tag == HtmlTag::kAside || here.tag == HtmlTag::kNav ||
        here.tag == HtmlTag::kArticle)
      return true;
    edge |= here.tag == HtmlTag::kHeader || here.tag == HtmlTag::kFooter || (here.hints & Bit(ClassHint::kFooter)) != 0;
  }
  if (!edge || !shown) return false;
  while (box != 0 && page.nodes[box].tag != HtmlTag::kArticle) box = page.nodes[box].parent;
  return box == 0;
}

std::optional<PageDay> DayOfElements(const ParsedPage& page, const MainText& story, bool month_first, const PageRules& rules) {
  return page.blocks.empty() ? std::nullopt : DayFinder(page, story, month_first, rules).OfElements();
}

std::optional<PageDay> DayOfLines(const ParsedPage& page, const MainText& story, bool month_first, const PageRules& rules) {
  return page.blocks.empty() ? std::nullopt : DayFinder(page, story, month_first, rules).OfLines();
}

}  // namespace crosscheck
