#include "reuse/alignment.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <tuple>

#include "reuse/fingerprints.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxPlaces = 8;  // places of one gram in a story that are tried
constexpr uint32_t kSmallGap = 10;  // words on either side that an edit may insert, cut or change
constexpr uint32_t kNoisyGap = 40;  // words of a gap whose two sides are equally long: a badly scanned stretch
constexpr uint32_t kOpenChains = 12;
constexpr uint32_t kLeastEqual = 6;  // equal words of a passage
constexpr uint32_t kMaxRun = 128;  // words compared at a time: keeps the work linear in texts that repeat themselves without end
constexpr int64_t kMaxExtension = 1000;  // words a passage grows at an edge
constexpr uint32_t kLongWord = 6;        // bytes of a word that alone carries a passage on ...
constexpr int64_t kLongWordSkip = 3;     // ... over so many words of both sides
constexpr uint32_t kEdgeSkip = 3;        // words skipped at a passage's edge to find the next equal one
constexpr uint32_t kMaxRest = 40;        // words of a sentence's rest that is compared word against word

struct Chain {
  std::vector<EqualRun> runs;
  uint32_t a_end() const { return runs.back().a + runs.back().length; }
  uint32_t b_end() const { return runs.back().b + runs.back().length; }
};

uint32_t Difference(uint32_t x, uint32_t y) { return x > y ? x - y : y - x; }

// May the words between (a_end, b_end) and the run be one edit?
bool Bridges(const StoryText& a, const StoryText& b, const Chain& chain, const EqualRun& run) {
  if (run.a < chain.a_end() || run.b < chain.b_end()) return false;
  const uint32_t gap_a = run.a - chain.a_end();
  const uint32_t gap_b = run.b - chain.b_end();
  const uint32_t longer = std::max(gap_a, gap_b);
  if (longer <= kSmallGap) return true;
  if (longer > kNoisyGap || gap_a == 0 || gap_b == 0) return false;
  const uint32_t bytes_a = a.words[run.a].start - a.words[chain.a_end() - 1].end();
  const uint32_t bytes_b = b.words[run.b].start - b.words[chain.b_end() - 1].end();
  return Difference(bytes_a, bytes_b) * 8 <= std::max(bytes_a, bytes_b);
}

bool Equal(const Word& x, const Word& y) { return x.hash == y.hash; }

uint32_t EqualFrom(const WordArray& a, const WordArray& b, uint32_t i, uint32_t j, uint32_t limit) {
  uint32_t n = 0;
  while (n < limit && i + n < a.size() && j + n < b.size() && Equal(a[i + n], b[j + n])) ++n;
  return n;
}

// Collects runs into chains.
class Chainer {
 public:
  Chainer(const StoryText& a, const StoryText& b) : a_(a), b_(b) {}

  // Where word j of b would stand in a if the chain that was continued last went on without an edit, as far as the words fit.
  std::optional<uint32_t> Next(uint32_t j) const {
    const Chain* last = nullptr;
    for (const Chain& chain : open_) {
      if (chain.b_end() <= j && (last == nullptr || chain.b_end() > last->b_end())) last = &chain;
    }
    if (last == nullptr) return std::nullopt;
    const uint32_t i = last->a_end() + (j - last->b_end());
    if (EqualFrom(a_.words, b_.words, i, j, kGramWords) < kGramWords) return std::nullopt;
    return i;
  }

  // Does an open chain already hold (a, b)?
  bool Holds(uint32_t a, uint32_t b) const {
    for (const Chain& chain : open_) {
      const EqualRun& run = chain.runs.back();
      if (b >= run.b && b < run.b + run.length && a - run.a == b - run.b) return true;
    }
    return false;
  }

  void Add(EqualRun run) {
    Chain* best = nullptr;
    uint32_t best_cost = 0xFFFFFFFF;
    for (Chain& chain : open_) {
      // The run may reach back over what the chain already holds: only its new part counts.
      EqualRun part = run;
      const uint32_t overlap =
          std::max(chain.a_end() > run.a ? chain.a_end() - run.a : 0, chain.b_end() > run.b ? chain.b_end() - run.b : 0);
      if (overlap >= run.length) continue;
      part = {run.a + overlap, run.b + overlap, run.length - overlap};
      if (overlap > kSmallGap || !Bridges(a_, b_, chain, part)) continue;
      const uint32_t cost = part.a - chain.a_end() + part.b - chain.b_end() + overlap;
      if (cost < best_cost) best = &chain, best_cost = cost;
    }
    if (best != nullptr) {
      const uint32_t overlap =
          std::max(best->a_end() > run.a ? best->a_end() - run.a : 0, best->b_end() > run.b ? best->b_end() - run.b : 0);
      best->runs.push_back({run.a + overlap, run.b + overlap, run.length - overlap});
      return;
    }
    if (open_.size() >= kOpenChains) Close(run.b);
    open_.push_back({{run}});
  }

  std::vector<Chain> Finish() {
    for (Chain& chain : open_) closed_.push_back(std::move(chain));
    open_.clear();
    std::sort(closed_.begin(), closed_.end(), [](const Chain& x, const Chain& y) {
      return std::tie(x.runs[0].b, x.runs[0].a) < std::tie(y.runs[0].b, y.runs[0].a);
    });
    return std::move(closed_);
  }

 private:
  // Puts away chains that ended long ago, or the oldest.
  void Close(uint32_t b) {
    size_t oldest = 0;
    for (size_t i = 1; i < open_.size(); ++i) {
      if (open_[i].b_end() < open_[oldest].b_end()) oldest = i;
    }
    const uint32_t limit = std::max(open_[oldest].b_end(), b > kNoisyGap ? b - kNoisyGap : 0);
    std::vector<Chain> left;
    for (Chain& chain : open_) (chain.b_end() <= limit ? closed_ : left).push_back(std::move(chain));
    open_ = std::move(left);
  }

  const StoryText& a_;
  const StoryText& b_;
  std::vector<Chain> open_;
  std::vector<Chain> closed_;
};

bool Similar(const StoryText& a, const StoryText& b, uint32_t i, uint32_t j) {
  const Word& x = a.words[i];
  const Word& y = b.words[j];
  if (Equal(x, y)) return true;
  return x.Has(Word::kNumber) == y.Has(Word::kNumber) &&
         SimilarWords(a.text.substr(x.start, x.size), b.text.substr(y.start, y.size));
}

// How far the passage goes on from (i, j) in steps of `step` (1 or -1), word by word, over single changed words.
// Returns the words passed on both sides.
std::pair<uint32_t, uint32_t> Extend(const StoryText& a, const StoryText& b, int64_t i, int64_t j, int step) {
  const auto inside = [&](int64_t x, int64_t y) {
    return x >= 0 && y >= 0 && x < static_cast<int64_t>(a.words.size()) && y < static_cast<int64_t>(b.words.size());
  };
  const auto similar = [&](int64_t x, int64_t y) {
    return inside(x, y) && Similar(a, b, static_cast<uint32_t>(x), static_cast<uint32_t>(y));
  };
  const int64_t i0 = i;
  const int64_t j0 = j;
  while (inside(i, j) && std::abs(i - i0) < kMaxExtension) {
    if (similar(i, j)) {
      i += step;
      j += step;
      continue;
    }
    bool jumped = false;
    for (int64_t sum = 1; sum <= 2 * kEdgeSkip && !jumped; ++sum) {
      for (int64_t di = std::max<int64_t>(0, sum - kEdgeSkip); di <= std::min<int64_t>(sum, kEdgeSkip) && !jumped; ++di) {
        const int64_t x = i + di * step;
        const int64_t y = j + (sum - di) * step;
        if (!similar(x, y)) continue;
        const int64_t steps = similar(x + step, y + step) ? 2 : 1;
        if (steps == 1 && (sum > kLongWordSkip || a.words[x].size < kLongWord || b.words[y].size < kLongWord)) continue;
        i = x + steps * step;
        j = y + steps * step;
        jumped = true;
      }
    }
    if (!jumped) break;
  }
  return {static_cast<uint32_t>(step > 0 ? i - i0 : i0 - i), static_cast<uint32_t>(step > 0 ? j - j0 : j0 - j)};
}

// A passage that stops within few words of its sentence's border on both sides goes to the border.
void SnapToSentence(const StoryText& a, const StoryText& b, AlignedPassage* p) {
  const auto left = [](const StoryText& s, uint32_t first) {
    uint32_t n = 0;
    while (n <= kEdgeSkip && first - n > 0 && !s.words[first - n].Has(Word::kSentence)) ++n;
    return s.words[first - n].Has(Word::kSentence) || first == n ? n : 99u;
  };
  const auto right = [](const StoryText& s, uint32_t last) {
    uint32_t n = 0;
    while (n <= kEdgeSkip && last + n < s.words.size() && !s.words[last + n].Has(Word::kSentence)) ++n;
    return last + n >= s.words.size() || s.words[last + n].Has(Word::kSentence) ? n : 99u;
  };
  const uint32_t la = left(a, p->a.first);
  const uint32_t lb = left(b, p->b.first);
  if (la <= kEdgeSkip && lb <= kEdgeSkip) p->a.first -= la, p->b.first -= lb;
  const uint32_t ra = right(a, p->a.last);
  const uint32_t rb = right(b, p->b.last);
  if (ra <= kEdgeSkip && rb <= kEdgeSkip) p->a.last += ra, p->b.last += rb;
}

// A sentence with so many words changed that no gram of it is left ("A magnitude 6.1 earthquake struck 40 kilometres ..."): where
// the rest of the sentence, before or after the passage, has as many words on both sides and half of them are equal in their
// places, it belongs to the passage, and what changed in it can be shown.
void TakeRestOfSentence(const StoryText& a, const StoryText& b, AlignedPassage* p) {
  const auto begins = [](const StoryText& s, uint32_t word) { return word == 0 || s.words[word].Has(Word::kSentence); };
  const auto ends = [](const StoryText& s, uint32_t word) {
    return word >= s.words.size() || s.words[word].Has(Word::kSentence);
  };
  const auto belongs = [](uint32_t words, uint32_t equal) { return words > 0 && 2 * equal >= words; };
  if (!begins(a, p->a.first) && !begins(b, p->b.first)) {
    uint32_t n = 0;
    uint32_t equal = 0;
    do {
      ++n;
      equal += Equal(a.words[p->a.first - n], b.words[p->b.first - n]) ? 1 : 0;
    } while (n < kMaxRest && !begins(a, p->a.first - n) && !begins(b, p->b.first - n));
    if (begins(a, p->a.first - n) && begins(b, p->b.first - n) && belongs(n, equal)) p->a.first -= n, p->b.first -= n;
  }
  uint32_t n = 0;
  uint32_t equal = 0;
  while (n < kMaxRest && !ends(a, p->a.last + n) && !ends(b, p->b.last + n)) {
    equal += Equal(a.words[p->a.last + n], b.words[p->b.last + n]) ? 1 : 0;
    ++n;
  }
  if (ends(a, p->a.last + n) && ends(b, p->b.last + n) && belongs(n, equal)) p->a.last += n, p->b.last += n;
}

std::vector<AlignedPassage> Passages(const StoryText& a, const StoryText& b, std::vector<Chain> chains) {
  std::vector<AlignedPassage> passages;
  for (Chain& chain : chains) {
    AlignedPassage passage;
    passage.a = {chain.runs[0].a, chain.a_end()};
    passage.b = {chain.runs[0].b, chain.b_end()};
    for (const EqualRun& run : chain.runs) passage.equal += run.length;
    if (passage.equal < kLeastEqual) continue;
    const auto [left_a, left_b] = Extend(a, b, int64_t{passage.a.first} - 1, int64_t{passage.b.first} - 1, -1);
    const auto [right_a, right_b] = Extend(a, b, passage.a.last, passage.b.last, 1);
    passage.a = {passage.a.first - left_a, passage.a.last + right_a};
    passage.b = {passage.b.first - left_b, passage.b.last + right_b};
    SnapToSentence(a, b, &passage);
    TakeRestOfSentence(a, b, &passage);
    passage.runs = std::move(chain.runs);
    passages.push_back(std::move(passage));
  }
  return passages;
}

}  // namespace

void GramTable::Reserve(const WordArray& words) {
  const auto grams = static_cast<uint32_t>(words.size() < kGramWords ? 0 : words.size() - kGramWords + 1);
  const uint32_t size = std::bit_ceil(grams + grams / 2 + 1);
  mask_ = size - 1;
  slots_.assign(size, kNone);
  next_.resize(grams);
}

void GramTable::Build(const WordArray& words) {
  Reserve(words);
  for (auto i = static_cast<uint32_t>(next_.size()); i-- > 0;) Insert(GramAt(words, i), i);
}

std::vector<AlignedPassage> Align(const StoryText& a, const GramTable& grams_of_a, const StoryText& b) {
  Chainer chainer(a, b);
  const auto size_b = static_cast<uint32_t>(b.words.size());
  std::array<uint32_t, kMaxPlaces> places{};
  for (uint32_t j = 0; j + kGramWords <= size_b;) {
    uint32_t count = 0;
    bool held = false;
    for (uint32_t i = grams_of_a.First(GramAt(b.words, j)); i != GramTable::kNone && count < kMaxPlaces;
         i = grams_of_a.Next(i)) {
      if (EqualFrom(a.words, b.words, i, j, kGramWords) < kGramWords) continue;
      held = held || chainer.Holds(i, j);
      places[count++] = i;
    }
    if (count == kMaxPlaces) {  // says little about where to go on: only along the last chain, or from the first place
      if (!held) places[0] = chainer.Next(j).value_or(places[0]);
      count = held ? 0 : 1;
    }
    uint32_t length = 0;
    for (uint32_t k = 0; k < count; ++k) {
      if (chainer.Holds(places[k], j)) continue;
      length = EqualFrom(a.words, b.words, places[k], j, kMaxRun);
      if (length >= kGramWords) chainer.Add({places[k], j, length});
    }
    // A single place: on to the end of its run. Several: word by word, since runs of different lengths start here.
    j += count == 1 && length > kGramWords ? length - kGramWords + 1 : 1;
  }
  return Passages(a, b, chainer.Finish());
}

std::vector<AlignedPassage> AlignWithin(const StoryText& story) {
  Chainer chainer(story, story);
  GramTable seen;
  seen.Reserve(story.words);
  const auto size = static_cast<uint32_t>(story.words.size());
  uint32_t skip_to = 0;
  for (uint32_t j = 0; j + kGramWords <= size; ++j) {
    const uint32_t gram = GramAt(story.words, j);
    for (uint32_t i = j < skip_to ? GramTable::kNone : seen.First(gram); i != GramTable::kNone; i = seen.Next(i)) {
      const uint32_t length = EqualFrom(story.words, story.words, i, j, std::min(kMaxRun, j - i));
      if (length < kGramWords) continue;
      chainer.Add({i, j, length});
      skip_to = j + length - kGramWords + 1;
      break;
    }
    seen.Insert(gram, j);
  }
  std::vector<AlignedPassage> passages = Passages(story, story, chainer.Finish());
  std::erase_if(passages, [](const AlignedPassage& p) { return p.a.last > p.b.first; });
  return passages;
}

}  // namespace crosscheck
