#include "read/page_runs.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kTextWords = 10;        // of a sentence that counts as text
constexpr uint32_t kCutTextWords = 40;     // of a line without an end
constexpr uint32_t kShortSentence = 3;     // words: neither text nor a gap
constexpr uint32_t kMaxGap = 10;           // other lines inside a run: a picture, a list of links, a prompt
constexpr uint32_t kReach = 12;            // from a headline to its text
constexpr uint32_t kBorder = kMaxGap + 1;  // "Related Articles" parts runs
constexpr uint32_t kGoesOn = 2;            // sentences in a row: teasers and comments have other lines between them
constexpr size_t kShortHead = 12;          // lines over the first text of a page without menus
constexpr uint32_t kLeastRun = 40;         // words of the first run of weight ...
constexpr uint32_t kOfLargest = 4;         // ... and a quarter of the largest, but no more than ...
constexpr uint32_t kEnoughRun = 150;
constexpr size_t kHeadlineWithin = 40;  // lines over the text
constexpr uint32_t kLeastHeadline = 3;  // words
constexpr uint32_t kMostHeadline = 30;
constexpr size_t kVocabularyLines = 30;  // of the run, that the words of a headline are looked for in
constexpr size_t kLongWord = 4;          // bytes: shorter ones say little
constexpr int kSignWorth = 3;            // a stamp or byline under a line, in shared words
constexpr size_t kSignWithin = 6;        // lines
constexpr HintSet kNoText = Bit(LineHint::kFurniture) | Bit(LineHint::kBorder) | Bit(LineHint::kTeaser) |
                            Bit(LineHint::kComment) | Bit(LineHint::kDisclaimer) | Bit(LineHint::kCredit);
constexpr HintSet kSigns = Bit(LineHint::kStamp) | Bit(LineHint::kByline);

bool IsText(const PageLine& line) {
  return (line.hints & kNoText) == 0 && ((line.ends_sentence && line.words >= kTextWords) || line.words >= kCutTextWords);
}

bool IsSentence(const PageLine& line) { return line.ends_sentence && line.words >= kShortSentence; }

template <class Visit>
void ForEachLongWord(std::string_view text, const Visit& visit) {
  const std::string lower = LowerCase(text);
  for (size_t at = 0; at < lower.size();) {
    const size_t start = at;
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    while (at < lower.size() && is_letter(lower[at])) ++at;
    if (at - start >= kLongWord) visit(lower.substr(start, at - start));
    at += at == start ? 1 : 0;
  }
}

// The line of the head whose words the text uses most; nearer ones first.
std::optional<size_t> HeadlineOver(size_t first, std::string_view text, const std::vector<PageLine>& lines,
                                   const PageRules& rules) {
  std::unordered_set<std::string> vocabulary;
  for (size_t i = first; i < std::min(lines.size(), first + kVocabularyLines); ++i) {
    if (!IsText(lines[i])) continue;
    ForEachLongWord(lines[i].span.In(text), [&](std::string word) { vocabulary.insert(std::move(word)); });
  }
  std::optional<size_t> best;
  int most = 1;
  size_t sign = lines.size();
  for (size_t i = first; i-- > (first > kHeadlineWithin ? first - kHeadlineWithin : 0);) {
    const PageLine& line = lines[i];
    if ((line.hints & kSigns) != 0) sign = i;
    const bool full_stop = line.span.In(text).ends_with('.');
    if (line.hints != 0 || full_stop || line.bullet || line.words < kLeastHeadline || line.words > kMostHeadline) continue;
    int shared = 0;
    int words = 0;
    ForEachLongWord(line.span.In(text), [&](const std::string& word) {
      if (rules.LanguagesOf(word) != 0) return;
      ++words;
      shared += vocabulary.contains(word) ? 1 : 0;
    });
    if (shared < 2 && shared != words) continue;
    const int score = 2 * shared - words / 2 + (sign <= i + kSignWithin ? kSignWorth : 0);
    if (shared > 0 && score > most) best = i, most = score;
  }
  return best;
}

}  // namespace

PageRuns FindRuns(std::string_view text, const std::vector<PageLine>& lines, const PageRules& rules) {
  PageRuns runs;
  runs.ahead.resize(lines.size());
  runs.apart.resize(lines.size());
  runs.passed.resize(lines.size());
  uint32_t gap = kReach + 1;
  uint32_t words = 0;
  uint32_t largest = 0;
  uint32_t in_a_row = 0;    // sentences from the next text on
  bool after_text = false;  // the line below is a sentence
  for (size_t i = lines.size(); i-- > 0;) {
    runs.apart[i] = gap > kMaxGap;
    const bool sentence = IsSentence(lines[i]) || IsText(lines[i]);
    if (sentence) in_a_row = after_text ? in_a_row + 1 : 1;
    after_text = sentence;
    if (IsText(lines[i])) {
      words = (gap > kMaxGap ? 0 : words) + lines[i].words;
      gap = 0;
    } else if ((lines[i].hints & (Bit(LineHint::kBorder) | Bit(LineHint::kComment))) != 0) {
      runs.passed[i] = gap <= kMaxGap && in_a_row >= kGoesOn;
      gap += runs.passed[i] ? 1 : kBorder;
    } else {
      gap += sentence ? 0 : 1;
    }
    runs.ahead[i] = gap > kReach ? 0 : words;
    largest = std::max(largest, runs.ahead[i]);
  }
  const uint32_t weight = std::clamp(largest / kOfLargest, kLeastRun, kEnoughRun);
  size_t first = 0;
  while (first < lines.size() && !(IsText(lines[first]) && runs.ahead[first] >= weight)) ++first;
  if (first == lines.size() || first <= kShortHead) return runs;
  runs.text = first;
  runs.headline = HeadlineOver(first, text, lines, rules);
  runs.start = runs.headline.value_or(first);
  return runs;
}

}  // namespace crosscheck
