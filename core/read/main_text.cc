#include "read/main_text.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/page_lines.h"
#include "read/stamps.h"

namespace crosscheck {
namespace {

constexpr HintSet kJunk = Bit(ClassHint::kComment) | Bit(ClassHint::kRelated) | Bit(ClassHint::kShare) | Bit(ClassHint::kNav) |
                          Bit(ClassHint::kAdvert) | Bit(ClassHint::kSignup) | Bit(ClassHint::kFooter) | Bit(ClassHint::kSidebar) |
                          Bit(ClassHint::kConsent) | Bit(ClassHint::kTags) | Bit(ClassHint::kBio) | Bit(ClassHint::kHidden) |
                          Bit(ClassHint::kTool);
constexpr HintSet kNeverStandfirst = Bit(ClassHint::kComment) | Bit(ClassHint::kRelated) | Bit(ClassHint::kShare) |
                                     Bit(ClassHint::kNav) | Bit(ClassHint::kSignup) | Bit(ClassHint::kFooter) |
                                     Bit(ClassHint::kConsent) | Bit(ClassHint::kHidden);
constexpr HintSet kNotStory =
    Bit(LineHint::kFurniture) | Bit(LineHint::kBorder) | Bit(LineHint::kTeaser) | Bit(LineHint::kComment);
constexpr uint64_t kRunningPercent = 70;  // of the letters of a piece of the story are in paragraphs
constexpr size_t kMaxTitle = 400;         // bytes that are compared
constexpr int kEndBlocks = 4;             // where notes on the writer stand
constexpr uint32_t kParagraphLetters = 60;
constexpr size_t kLineBytes = 400;  // longer blocks are never furniture
constexpr size_t kMaxOtherStories = 20;
constexpr uint64_t kStoryLetters = 400;  // of another story in full, in at least ...
constexpr int kStoryParagraphs = 3;      // ... so many paragraphs
constexpr uint32_t kListItems = 64;      // looked at of a list
constexpr uint32_t kSignLetters = 80;    // of a line with a day or byline

bool IsHeading(HtmlTag tag) { return tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6; }
bool IsJunkTag(HtmlTag tag) {
  return tag == HtmlTag::kNav || tag == HtmlTag::kFooter || tag == HtmlTag::kAside || tag == HtmlTag::kForm ||
         tag == HtmlTag::kButton || tag == HtmlTag::kDialog;
}

// Words of a title for comparing, in lower case.
std::vector<std::string> TitleWords(std::string_view title) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : LowerCase(title.substr(0, kMaxTitle))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// Share of `a`'s words found in `b`.
double Shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty()) return 0;
  size_t found = 0;
  for (const std::string& word : a) found += std::find(b.begin(), b.end(), word) != b.end() ? 1 : 0;
  return static_cast<double>(found) / static_cast<double>(a.size());
}

class Finder {
 public:
  Finder(const ParsedPage& page, const PageRules& rules) : page_(page), rules_(rules) {}

  std::vector<MainText> Run(const std::vector<std::string_view>& titles) {
    out_.roles.resize(page_.blocks.size());
    if (page_.blocks.empty()) return {std::move(out_)};
    WeighBlocks();
    MarkJunk();
    ChooseHeadline(titles);
    ChooseContainer();
    ClimbToWhole();
    StayInOwnArticle();
    FindHeads();
    StayUnderOwnHead();
    ChooseRegion();
    Label();
    std::vector<MainText> stories = {out_};
    AddOthers(&stories);
    return stories;
  }

 private:
  const HtmlNode& NodeOf(const HtmlBlock& block) const { return page_.nodes[block.node]; }
  bool Holds(uint32_t node, uint32_t inner) const { return node <= inner && inner < page_.nodes[node].end; }

  void WeighBlocks() {
    weight_.resize(page_.blocks.size());
    for (size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      const HtmlTag tag = NodeOf(block).tag;
      if (block.letters < kParagraphLetters || block.link_letters * 5 > block.letters * 2 || IsHeading(tag)) continue;
      uint32_t weight = block.letters - block.link_letters;
      if (tag == HtmlTag::kLi || tag == HtmlTag::kCell) weight /= 2;
      if (!EndsSentence(page_.Text(block))) weight /= 2;
      weight_[i] = weight;
    }
  }

  uint64_t Weight(uint32_t node, bool alive) const {
    uint64_t sum = 0;
    for (uint32_t i = page_.nodes[node].first_block; i < page_.nodes[node].last_block; ++i) {
      if (!alive || !dead_[page_.blocks[i].node]) sum += weight_[i];
    }
    return sum;
  }

  // A node marked as junk by its names lives where it holds most of the page's
  // text: names lie ("sidebar-layout").
  void MarkJunk() {
    dead_.assign(page_.nodes.size(), false);
    std::vector<uint64_t> sums(page_.nodes.size());
    for (size_t i = 0; i < page_.blocks.size(); ++i) sums[page_.blocks[i].node] += weight_[i];
    for (size_t i = page_.nodes.size(); i-- > 1;) sums[page_.nodes[i].parent] += sums[i];
    const uint64_t all = sums[0];
    for (uint32_t i = 1; i < page_.nodes.size(); ++i) {
      const HtmlNode& node = page_.nodes[i];
      dead_[i] = dead_[node.parent];
      if (dead_[i] || node.tag == HtmlTag::kBody || node.article_body) continue;
      const bool junk = IsJunkTag(node.tag) || (node.hints & kJunk) != 0;
      if (!junk) continue;
      const uint64_t most = node.tag == HtmlTag::kForm && (node.hints & kJunk) == 0 ? 5 : 2;  // whole pages stand in forms
      dead_[i] = sums[i] * most <= all;
    }
    alive_sums_ = std::vector<uint64_t>(page_.nodes.size());
    for (size_t i = 0; i < page_.blocks.size(); ++i) {
      if (!dead_[page_.blocks[i].node]) alive_sums_[page_.blocks[i].node] += weight_[i];
    }
    alive_letters_ = std::vector<uint64_t>(page_.nodes.size());
    for (const HtmlBlock& block : page_.blocks) {
      if (!dead_[block.node]) alive_letters_[block.node] += block.letters;
    }
    for (size_t i = page_.nodes.size(); i-- > 1;) {
      alive_sums_[page_.nodes[i].parent] += alive_sums_[i];
      alive_letters_[page_.nodes[i].parent] += alive_letters_[i];
    }
  }

  void ChooseHeadline(const std::vector<std::string_view>& titles) {
    std::vector<std::vector<std::string>> words;
    for (const std::string_view title : titles) words.push_back(TitleWords(title));
    double best = 0;
    for (uint32_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      const HtmlTag tag = NodeOf(block).tag;
      const bool h1 = tag == HtmlTag::kH1 || InHeading1(block.node);
      if (!h1 && !IsHeading(tag) && ((NodeOf(block).hints | block.inline_hints) & Bit(ClassHint::kHeadline)) == 0) continue;
      const std::vector<std::string> own = TitleWords(page_.Text(block));
      double match = 0;
      for (const auto& title : words) match = std::max(match, Shared(own, title) * Shared(title, own));
      const double score = (h1 ? 1.0 : 0.0) + 2 * match - (dead_[block.node] ? 0.5 : 0);
      if (score > best && (h1 || match > 0.6)) best = score, out_.headline = i;
    }
  }

  bool InHeading1(uint32_t node) const {
    for (int steps = 0; node != 0 && steps < 4; ++steps, node = page_.nodes[node].parent) {
      if (page_.nodes[node].tag == HtmlTag::kH1) return true;
    }
    return false;
  }

  // Paragraphs vote for their parent, and half for the one above.
  void ChooseContainer() {
    std::vector<double> votes(page_.nodes.size());
    for (size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (weight_[i] == 0 || dead_[block.node]) continue;
      uint32_t node = block.node;
      const HtmlTag tag = page_.nodes[node].tag;
      if (tag == HtmlTag::kP || tag == HtmlTag::kLi || tag == HtmlTag::kBlockquote || tag == HtmlTag::kPre)
        node = page_.nodes[node].parent;
      votes[node] += weight_[i];
      votes[page_.nodes[node].parent] += 0.5 * weight_[i];
      const uint32_t above = page_.nodes[page_.nodes[node].parent].parent;
      votes[above] += 0.25 * weight_[i];
    }
    double best = 0;
    for (uint32_t i = 0; i < page_.nodes.size(); ++i) {
      const HtmlNode& node = page_.nodes[i];
      double score = votes[i];
      if (node.article_body) score *= 2;
      if ((node.hints & Bit(ClassHint::kBody)) != 0) score *= 1.5;
      if (node.tag == HtmlTag::kArticle || node.tag == HtmlTag::kMain) score *= 1.2;
      if (out_.headline && page_.nodes[i].first_block > *out_.headline + 200) score *= 0.8;
      if (score > best) best = score, out_.container = i;
    }
  }

  // Stories cut into pieces (a box a chapter, a box between two
  // advertisements): climb while what is gained is running text too, but not
  // out of the article that has the headline. The first piece may hold it too.
  void ClimbToWhole() {
    uint32_t node = out_.container;
    for (;;) {
      const HtmlNode& here = page_.nodes[node];
      const bool has_headline = out_.headline && Holds(node, page_.blocks[*out_.headline].node);
      if (node == 0 || here.tag == HtmlTag::kBody || here.tag == HtmlTag::kMain) return;
      if (has_headline && (here.tag == HtmlTag::kArticle || !InArticle(here.parent))) return;
      const uint32_t parent = here.parent;
      const uint64_t gained = alive_sums_[parent] - alive_sums_[node];
      const uint64_t letters = alive_letters_[parent] - alive_letters_[node];
      node = parent;
      if (gained * 100 < letters * kRunningPercent) continue;
      if (gained * 10 >= alive_sums_[out_.container] * 3) out_.container = parent;
    }
  }

  bool InArticle(uint32_t node) const {
    while (node != 0 && page_.nodes[node].tag != HtmlTag::kArticle) node = page_.nodes[node].parent;
    return node != 0;
  }

  // A box around several stories in full is no story: back to the article that has the headline.
  void StayInOwnArticle() {
    if (!out_.headline) return;
    const HtmlNode& box = page_.nodes[out_.container];
    std::optional<uint32_t> own;
    int articles = 0;
    for (uint32_t i = out_.container + 1; i < box.end; ++i) {
      if (page_.nodes[i].tag != HtmlTag::kArticle || dead_[i] || !HeadlineOf(i)) continue;
      ++articles;
      if (Holds(i, page_.blocks[*out_.headline].node)) own = i;
      i = page_.nodes[i].end - 1;
    }
    if (own && articles > 1) out_.container = *own;
  }

  // Has the block the day or the byline of a story? One bit each.
  int SignsOf(uint32_t index) const {
    const HtmlBlock& block = page_.blocks[index];
    const std::string_view text = page_.Text(block);
    if (block.letters > kSignLetters) return 0;
    const HintSet hints = NodeOf(block).hints | block.inline_hints;
    const bool byline = (hints & Bit(ClassHint::kByline)) != 0 || (rules_.LineHints(text) & Bit(LineHint::kByline)) != 0;
    const auto time = std::lower_bound(page_.times.begin(), page_.times.end(), index,
                                       [](const HtmlTime& other, uint32_t wanted) { return other.block < wanted; });
    const bool day = FindDay(text, false) || (time != page_.times.end() && time->block == index);
    return (byline ? 1 : 0) + (day ? 2 : 0);
  }

  // Headings of stories: an h1 with a day or a byline between it and its text, an h2 with both. A crosshead has neither.
  void FindHeads() {
    std::vector<uint32_t> heads;
    constexpr uint32_t kNone = UINT32_MAX;
    uint32_t open = kNone;  // a heading whose text has not begun
    int signs = 0;
    for (uint32_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (dead_[block.node]) continue;
      const HtmlTag tag = NodeOf(block).tag;
      if ((tag == HtmlTag::kH1 || tag == HtmlTag::kH2) && block.link_letters * 2 <= block.letters) {
        open = i, signs = 0;
      } else if (open != kNone && weight_[i] == 0) {
        signs |= SignsOf(i);
      } else if (open != kNone) {
        const bool h1 = NodeOf(page_.blocks[open]).tag == HtmlTag::kH1;
        if (h1 ? signs != 0 : signs == 3) heads.push_back(open);
        open = kNone;
      }
    }
    for (size_t i = 0; i < heads.size(); ++i) {
      const auto end = static_cast<uint32_t>(i + 1 < heads.size() ? heads[i + 1] : page_.blocks.size());
      if (IsFullStory(heads[i], end)) heads_.push_back(heads[i]);
    }
  }

  bool IsFullStory(uint32_t first, uint32_t last) const {
    int paragraphs = 0;
    for (uint32_t i = first; i < last; ++i) paragraphs += weight_[i] > 0 && !dead_[page_.blocks[i].node] ? 1 : 0;
    return paragraphs >= kStoryParagraphs;
  }

  bool HoldsOtherHead(uint32_t node, uint32_t head) const {
    auto other = std::lower_bound(heads_.begin(), heads_.end(), page_.nodes[node].first_block);
    if (other != heads_.end() && *other == head) ++other;
    return other != heads_.end() && *other < page_.nodes[node].last_block;
  }
  // The largest box around a heading without that of another story.
  uint32_t BoxOf(uint32_t head) const {
    uint32_t node = page_.blocks[head].node;
    while (node != 0 && !HoldsOtherHead(page_.nodes[node].parent, head)) node = page_.nodes[node].parent;
    return node;
  }
  uint32_t NextHead(uint32_t head) const {
    const auto next = std::upper_bound(heads_.begin(), heads_.end(), head);
    return next == heads_.end() ? static_cast<uint32_t>(page_.blocks.size()) : *next;
  }

  // Of several stories in one box the main one ends where the next heading stands.
  void StayUnderOwnHead() {
    if (!out_.headline || heads_.size() < 2 || !HoldsOtherHead(out_.container, *out_.headline)) return;
    if (!std::binary_search(heads_.begin(), heads_.end(), *out_.headline)) return;
    const HtmlNode& box = page_.nodes[BoxOf(*out_.headline)];
    if (IsFullStory(box.first_block, box.last_block)) {
      out_.container = BoxOf(*out_.headline);
    } else {
      end_ = NextHead(*out_.headline);
    }
  }

  // The container's ancestor that also holds the headline, as long as it does
  // not take in much other text.
  void ChooseRegion() {
    uint32_t node = out_.container;
    const uint64_t own = alive_sums_[node];
    out_.region = node;
    while (node != 0) {
      if (out_.headline && Holds(node, page_.blocks[*out_.headline].node) && page_.nodes[node].tag == HtmlTag::kArticle) break;
      const uint32_t parent = page_.nodes[node].parent;
      if (alive_sums_[parent] * 2 > own * 3 || (out_.headline && HoldsOtherHead(parent, *out_.headline))) break;
      node = parent;
      out_.region = node;
      if (page_.nodes[node].tag == HtmlTag::kBody) break;
    }
  }

  void AddOthers(std::vector<MainText>* stories) {
    const uint32_t main = out_.container;
    for (uint32_t i = 1; i < page_.nodes.size() && stories->size() <= kMaxOtherStories; ++i) {
      if (page_.nodes[i].tag != HtmlTag::kArticle || dead_[i] || alive_sums_[i] < kStoryLetters) continue;
      if (Holds(main, i) || Holds(i, main)) continue;
      const std::optional<uint32_t> headline = HeadlineOf(i);
      if (!headline) continue;
      out_ = MainText();
      out_.roles.resize(page_.blocks.size());
      out_.headline = headline;
      out_.container = out_.region = i;
      end_ = UINT32_MAX;
      AddOther(stories);
      i = page_.nodes[i].end - 1;
    }
    for (const uint32_t head : heads_) {
      const auto has = [&](const MainText& story) { return story.roles[head].has_value(); };
      if (std::any_of(stories->begin(), stories->end(), has) || stories->size() > kMaxOtherStories) continue;
      const uint32_t own = BoxOf(head);
      const HtmlNode& box = page_.nodes[own];
      const bool flat = !IsFullStory(box.first_block, box.last_block);
      if (flat && !Holds(main, page_.blocks[head].node)) continue;
      out_ = MainText();
      out_.roles.resize(page_.blocks.size());
      out_.headline = head;
      out_.container = out_.region = flat ? main : own;
      end_ = NextHead(head);
      AddOther(stories);
    }
  }

  void AddOther(std::vector<MainText>* stories) {
    out_.first = false;
    Label();
    stories->push_back(std::move(out_));
  }

  // The heading over the paragraphs of an article that stands there in full. A teaser's heading is a link.
  std::optional<uint32_t> HeadlineOf(uint32_t article) const {
    std::optional<uint32_t> headline;
    int paragraphs = 0;
    for (uint32_t i = page_.nodes[article].first_block; i < page_.nodes[article].last_block; ++i) {
      const HtmlBlock& block = page_.blocks[i];
      const HtmlTag tag = NodeOf(block).tag;
      if (dead_[block.node]) continue;
      if (!headline && paragraphs == 0 && (tag == HtmlTag::kH1 || tag == HtmlTag::kH2)) {
        if (block.link_letters * 2 > block.letters) return std::nullopt;
        headline = i;
      }
      paragraphs += weight_[i] > 0 ? 1 : 0;
    }
    return paragraphs >= kStoryParagraphs ? headline : std::nullopt;
  }

  // Of another article than the story's own.
  bool InOtherArticle(uint32_t node) const {
    for (; node != 0; node = page_.nodes[node].parent) {
      if (page_.nodes[node].tag == HtmlTag::kArticle && !Holds(node, out_.container)) return true;
    }
    return false;
  }

  HintSet HintsUp(const HtmlBlock& block) const {
    HintSet hints = block.inline_hints;
    for (uint32_t node = block.node; node != 0 && node != out_.container && node != out_.region;
         node = page_.nodes[node].parent) {
      hints |= page_.nodes[node].hints;
    }
    return hints;
  }
  bool InTag(const HtmlBlock& block, HtmlTag a, HtmlTag b) const {
    for (uint32_t node = block.node; node != 0 && node != out_.container; node = page_.nodes[node].parent) {
      if (page_.nodes[node].tag == a || page_.nodes[node].tag == b) return true;
    }
    return false;
  }

  void Label() {
    const HtmlNode& region = page_.nodes[out_.region];
    uint32_t first = region.first_block;
    if (out_.headline && *out_.headline >= first && *out_.headline < region.last_block) {
      first = *out_.headline;
    } else if (out_.headline && *out_.headline < first) {
      first = *out_.headline;
    }
    if (out_.headline) out_.roles[*out_.headline] = SegmentRole::kHeadline;
    const uint32_t last = std::min(region.last_block, end_);
    for (uint32_t i = first; i < last; ++i) {
      if (out_.headline == i) continue;
      out_.roles[i] = RoleOf(i);
    }
    EndNotes(first, last);
    DropLooseHeadings(first, last);
  }

  // Named so by its own class, between headline and body: also where the box
  // around it is named after its buttons.
  bool IsStandfirst(uint32_t index) const {
    const HtmlBlock& block = page_.blocks[index];
    const HtmlNode& node = NodeOf(block);
    if (!out_.headline || index < *out_.headline || index > *out_.headline + 12 || block.letters < 30) return false;
    if (index >= page_.nodes[out_.container].first_block + 3 || block.link_letters * 2 > block.letters) return false;
    if (rules_.LineHints(page_.Text(block)) != 0 ||
        ((node.hints | block.inline_hints) & (Bit(ClassHint::kTime) | Bit(ClassHint::kByline))) != 0)
      return false;
    const HintSet own = node.hints | page_.nodes[node.parent].hints | block.inline_hints;
    return (own & Bit(ClassHint::kStandfirst)) != 0 && (node.hints & kNeverStandfirst) == 0 && InHeadlineBox(block.node);
  }
  // Not in a navigation or comment box of its own: one of the nodes next above
  // holds the headline.
  bool InHeadlineBox(uint32_t node) const {
    for (int steps = 0; node != 0 && steps < 5; ++steps, node = page_.nodes[node].parent) {
      if (Holds(node, page_.blocks[*out_.headline].node)) return true;
    }
    return false;
  }

  std::optional<SegmentRole> RoleOf(uint32_t index) const {
    const HtmlBlock& block = page_.blocks[index];
    const std::string_view text = page_.Text(block);
    const HtmlTag tag = NodeOf(block).tag;
    if (IsStandfirst(index)) return SegmentRole::kStandfirst;
    if (dead_[block.node]) return std::nullopt;
    if (index >= page_.nodes[out_.container].last_block && InOtherArticle(block.node)) return std::nullopt;
    const HintSet hints = HintsUp(block);
    const bool in_container = Holds(out_.container, block.node);
    if (InTag(block, HtmlTag::kFigure, HtmlTag::kFigcaption) || (hints & Bit(ClassHint::kCaption)) != 0 ||
        ((hints & Bit(ClassHint::kGallery)) != 0 && weight_[index] == 0)) {
      return block.letters > 12 ? std::optional(SegmentRole::kCaption) : std::nullopt;
    }
    if ((hints & Bit(ClassHint::kCredit)) != 0 && block.letters < 200) return SegmentRole::kPhotoCredit;
    if ((hints & (kJunk)) != 0 && weight_[index] == 0) return std::nullopt;
    const HintSet line = text.size() <= kLineBytes ? rules_.LineHints(text) : 0;
    if ((line & kNotStory) != 0) return std::nullopt;
    if ((hints & Bit(ClassHint::kByline)) != 0 && block.letters < (EndsSentence(text) ? 60u : 150u)) return SegmentRole::kByline;
    if ((hints & Bit(ClassHint::kTime)) != 0 && block.letters < 80) return SegmentRole::kTimestamp;
    const bool has_digit = text.find_first_of("0123456789") != std::string_view::npos;
    if ((line & Bit(LineHint::kStamp)) != 0 && block.letters < 80 && has_digit && !EndsSentence(text))
      return SegmentRole::kTimestamp;
    if ((line & Bit(LineHint::kByline)) != 0 && block.letters < 60 && !EndsSentence(text)) return SegmentRole::kByline;
    if ((line & Bit(LineHint::kCorrection)) != 0 && !TellsChange(line)) return SegmentRole::kCorrection;
    if ((line & Bit(LineHint::kDisclaimer)) != 0) return SegmentRole::kDisclaimer;
    if ((line & Bit(LineHint::kCredit)) != 0 && block.letters < 150) return SegmentRole::kPhotoCredit;
    if (block.link_letters * 10 > block.letters * 6)
      return IsLinkedLead(index) || (in_container && IsLinkedItem(index)) ? std::optional(SegmentRole::kBody) : std::nullopt;
    if (IsHeading(tag)) return block.letters < 200 ? std::optional(SegmentRole::kSubhead) : SegmentRole::kBody;
    if (!in_container) return OutsideContainer(index);
    // Cells of a table are figures without a sentence; a cell that reads like a paragraph is text.
    if (weight_[index] == 0 && (tag == HtmlTag::kCell || InTag(block, HtmlTag::kCell, HtmlTag::kTr))) return std::nullopt;
    if (tag == HtmlTag::kP || tag == HtmlTag::kLi || tag == HtmlTag::kBlockquote || tag == HtmlTag::kPre || weight_[index] > 0) {
      if (block.letters < 2) return std::nullopt;
      return (hints & Bit(ClassHint::kStandfirst)) != 0 ? SegmentRole::kStandfirst : SegmentRole::kBody;
    }
    if (EndsSentence(text) && block.letters > 20) return SegmentRole::kBody;
    return std::nullopt;
  }

  // Links to other stories are no text of this one, but a lead may be a link to its own story: the first paragraph, whole.
  bool IsLinkedLead(uint32_t index) const {
    const HtmlBlock& block = page_.blocks[index];
    const std::string_view text = page_.Text(block);
    if (!out_.headline || index < *out_.headline || NodeOf(block).tag != HtmlTag::kP || block.letters < kParagraphLetters)
      return false;
    if (!Holds(out_.region, block.node) || !EndsSentence(text) || text.ends_with("...") || text.ends_with("\u2026")) return false;
    return std::none_of(out_.roles.begin() + *out_.headline, out_.roles.begin() + index,
                        [](const auto& role) { return role == SegmentRole::kBody || role == SegmentRole::kSubhead; });
  }

  // An item of a list whose other items are text: a digest links the first words of each, at times all of one.
  bool IsLinkedItem(uint32_t index) const {
    const HtmlBlock& block = page_.blocks[index];
    if (NodeOf(block).tag != HtmlTag::kLi || block.letters < kParagraphLetters || !EndsSentence(page_.Text(block))) return false;
    const HtmlNode& list = page_.nodes[NodeOf(block).parent];
    uint64_t letters = 0;
    uint64_t linked = 0;
    for (uint32_t i = list.first_block; i < list.last_block && i < list.first_block + kListItems; ++i) {
      letters += page_.blocks[i].letters;
      linked += page_.blocks[i].link_letters;
    }
    return linked * 2 < letters;
  }

  // Between headline and body: a standfirst, or a lead in a box of its own.
  // After the body: only in the same article.
  std::optional<SegmentRole> OutsideContainer(uint32_t index) const {
    if (weight_[index] == 0) return std::nullopt;
    if (index < page_.nodes[out_.container].first_block) return SegmentRole::kStandfirst;
    const HtmlTag tag = page_.nodes[out_.region].tag;
    return tag == HtmlTag::kBody || tag == HtmlTag::kMain ? std::nullopt : std::optional(SegmentRole::kBody);
  }

  // Notes on the writer and thanks after the last paragraphs of the story.
  void EndNotes(uint32_t first, uint32_t last) {
    int looked = 0;
    for (uint32_t i = last; i-- > first && looked < kEndBlocks;) {
      if (out_.roles[i] != SegmentRole::kBody) continue;
      ++looked;
      const std::string_view text = page_.Text(page_.blocks[i]);
      if ((rules_.LineHints(text) & Bit(LineHint::kBio)) != 0) out_.roles[i] = SegmentRole::kDisclaimer;
    }
  }

  // A crosshead stands before body text; headings in a row, or at the end, head
  // something else.
  void DropLooseHeadings(uint32_t first, uint32_t last) {
    bool body_follows = false;
    bool story_follows = false;
    for (uint32_t i = last; i-- > first;) {
      if (!out_.roles[i]) {
        continue;
      }
      if (*out_.roles[i] == SegmentRole::kSubhead) {
        // One as long as a paragraph is text of the story ("Strong points: ...").
        const bool text = story_follows && page_.blocks[i].letters >= kParagraphLetters;
        if (!body_follows && !text) out_.roles[i] = std::nullopt;
        body_follows = false;
      } else if (*out_.roles[i] == SegmentRole::kBody || *out_.roles[i] == SegmentRole::kStandfirst) {
        body_follows = story_follows = true;
      }
    }
  }

  const ParsedPage& page_;
  const PageRules& rules_;
  MainText out_;
  std::vector<uint32_t> weight_;         // of each block: letters that read like running text
  std::vector<bool> dead_;               // of each node: in junk
  std::vector<uint64_t> alive_sums_;     // weight of the living blocks in each node
  std::vector<uint64_t> alive_letters_;  // their letters
  std::vector<uint32_t> heads_;          // blocks that head a story in full
  uint32_t end_ = UINT32_MAX;            // the block that the story being labelled ends before
};

}  // namespace

std::vector<MainText> FindStories(const ParsedPage& page, const PageRules& rules, const std::vector<std::string_view>& titles) {
  return Finder(page, rules).Run(titles);
}

}  // namespace crosscheck
