#include "reuse/diff.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

constexpr uint8_t kSimilarCost = 1;
constexpr uint8_t kSameClassCost = 3;  // a number for a number, a capitalised word for a capitalised one
constexpr uint8_t kChangeCost = 4;
constexpr uint8_t kGapCost = 3;

std::string_view TextOf(const StoryText& story, uint32_t word) {
  return story.text.substr(story.words[word].start, story.words[word].size);
}

uint8_t ChangeCost(const StoryText& a, const StoryText& b, uint32_t i, uint32_t j) {
  const Word& x = a.words[i];
  const Word& y = b.words[j];
  if (x.hash == y.hash) return 0;
  const bool numbers = x.Has(Word::kNumber) && y.Has(Word::kNumber);
  if (numbers) return kSameClassCost;
  if (SimilarWords(TextOf(a, i), TextOf(b, j))) return kSimilarCost;
  return x.Has(Word::kCapital) && y.Has(Word::kCapital) ? kSameClassCost : kChangeCost;
}

// Appends the differences of a stretch between equal runs.
class GapDiff {
 public:
  GapDiff(const StoryText& a, const StoryText& b, std::vector<Difference>* out) : a_(a), b_(b), out_(*out) {}

  void Run(WordRange in_a, WordRange in_b) {
    if (in_a.empty() && in_b.empty()) return;
    if (in_a.empty() || in_b.empty() || in_a.size() > kMaxDiffWords || in_b.size() > kMaxDiffWords) {
      out_.push_back({in_a, in_b});
      return;
    }
    Fill(in_a, in_b);
    Trace(in_a, in_b);
  }

 private:
  uint16_t& Cost(uint32_t i, uint32_t j) { return cost_[i * (kMaxDiffWords + 1) + j]; }

  // Costs of aligning the words from i and j on to the ends, so that the trace runs forward.
  void Fill(WordRange in_a, WordRange in_b) {
    const uint32_t n = in_a.size();
    const uint32_t m = in_b.size();
    for (uint32_t i = n + 1; i-- > 0;) {
      for (uint32_t j = m + 1; j-- > 0;) {
        if (i == n || j == m) {
          Cost(i, j) = static_cast<uint16_t>((n - i + m - j) * kGapCost);
          continue;
        }
        const auto gap = static_cast<uint16_t>(std::min(Cost(i + 1, j), Cost(i, j + 1)) + kGapCost);
        const auto change = static_cast<uint16_t>(Cost(i + 1, j + 1) + ChangeCost(a_, b_, in_a.first + i, in_b.first + j));
        Cost(i, j) = std::min(gap, change);
      }
    }
  }

  void Trace(WordRange in_a, WordRange in_b) {
    Difference open{{in_a.first, in_a.first}, {in_b.first, in_b.first}};
    const auto close = [&](uint32_t i, uint32_t j) {
      if (!open.a.empty() || !open.b.empty()) out_.push_back(open);
      open = {{i, i}, {j, j}};
    };
    uint32_t i = 0;
    uint32_t j = 0;
    while (i < in_a.size() || j < in_b.size()) {
      const uint32_t x = in_a.first + i;
      const uint32_t y = in_b.first + j;
      const bool both = i < in_a.size() && j < in_b.size();
      const uint8_t change = both ? ChangeCost(a_, b_, x, y) : uint8_t{0};
      if (both && Cost(i, j) == Cost(i + 1, j + 1) + change) {
        ++i, ++j;
        if (change <= kSimilarCost) {
          close(x, y);
          if (change == kSimilarCost) out_.push_back({{x, x + 1}, {y, y + 1}});
          close(x + 1, y + 1);
          continue;
        }
        open.a.last = x + 1;
        open.b.last = y + 1;
      } else if (i < in_a.size() && Cost(i, j) == Cost(i + 1, j) + kGapCost) {
        ++i;
        open.a.last = x + 1;
      } else {
        ++j;
        open.b.last = y + 1;
      }
    }
    close(in_a.last, in_b.last);
  }

  const StoryText& a_;
  const StoryText& b_;
  std::vector<Difference>& out_;
  std::array<uint16_t, (kMaxDiffWords + 1) * (kMaxDiffWords + 1)> cost_;
};

}  // namespace

std::vector<Difference> DiffPassage(const StoryText& a, const StoryText& b, const AlignedPassage& passage) {
  std::vector<Difference> differences;
  GapDiff gaps(a, b, &differences);
  uint32_t from_a = passage.a.first;
  uint32_t from_b = passage.b.first;
  for (const EqualRun& run : passage.runs) {
    gaps.Run({from_a, run.a}, {from_b, run.b});
    from_a = run.a + run.length;
    from_b = run.b + run.length;
  }
  gaps.Run({from_a, passage.a.last}, {from_b, passage.b.last});
  return differences;
}

}  // namespace crosscheck
