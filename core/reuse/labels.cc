#include "reuse/labels.h"

#include <algorithm>

#include "reuse/furniture.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLeastBytes = 50;      // shared text that can be told from chance
constexpr uint32_t kPartialBytes = 150;   // from here on more than a quotation
constexpr double kCopyShare = 0.5;        // of one story
constexpr double kCopyLeastShare = 0.15;  // of the other
constexpr double kQuotedShare = 0.8;      // of a quotation stands inside quotation marks
constexpr uint32_t kTemplateChanges = 3;

uint32_t Bytes(const StoryText& story, WordRange range) {
  if (range.empty()) return 0;
  return story.words[range.last - 1].end() - story.words[range.first].start;
}

// The story's own text: all but furniture and headline.
uint32_t OwnBytes(const StoryText& story, const std::vector<WordRange>& furniture) {
  uint32_t first = 0;
  while (first < story.words.size() && story.words[first].Has(Word::kHeadline)) ++first;
  uint32_t bytes = Bytes(story, {first, static_cast<uint32_t>(story.words.size())});
  for (const WordRange& range : furniture) {
    const uint32_t cut = Bytes(story, {std::max(first, range.first), range.last});
    bytes -= std::min(bytes, cut);
  }
  return bytes;
}

// The passages with the furniture cut out of them.
std::vector<AlignedPassage> WithoutFurniture(const std::vector<AlignedPassage>& passages, const std::vector<WordRange>& in_a,
                                             const std::vector<WordRange>& in_b) {
  std::vector<AlignedPassage> kept;
  for (const AlignedPassage& p : passages) {
    if (CountWithin(in_a, p.a) == 0 && CountWithin(in_b, p.b) == 0) {
      kept.push_back(p);
      continue;
    }
    AlignedPassage part;
    const auto close = [&] {
      if (part.runs.empty()) return;
      part.a.last = part.runs.back().a + part.runs.back().length;
      part.b.last = part.runs.back().b + part.runs.back().length;
      if (part.equal >= 6) kept.push_back(part);
      part = {};
    };
    for (size_t k = 0; k < p.runs.size(); ++k) {
      const EqualRun& run = p.runs[k];
      for (uint32_t n = 0; n < run.length; ++n) {
        if (CountWithin(in_a, {run.a + n, run.a + n + 1}) + CountWithin(in_b, {run.b + n, run.b + n + 1}) > 0) {
          close();
          continue;
        }
        if (part.runs.empty()) {
          const bool at_start = k == 0 && n == 0;
          part.a.first = at_start ? p.a.first : run.a + n;
          part.b.first = at_start ? p.b.first : run.b + n;
        }
        const bool extends = !part.runs.empty() && part.runs.back().a + part.runs.back().length == run.a + n &&
                             part.runs.back().b + part.runs.back().length == run.b + n;
        if (extends) {
          ++part.runs.back().length;
        } else {
          part.runs.push_back({run.a + n, run.b + n, 1});
        }
        ++part.equal;
      }
    }
    if (!part.runs.empty()) {
      part.a.last = p.a.last;
      part.b.last = p.b.last;
      if (part.equal >= 6) kept.push_back(part);
    }
  }
  return kept;
}

struct FactCounts {
  uint32_t same = 0;
  uint32_t changed = 0;
};

bool IsFact(const Word& word) { return word.Has(Word::kNumber) || (word.Has(Word::kCapital) && !word.Has(Word::kSentence)); }

// Figures and names inside the passages: those that both sides share, and those that stand against each other.
FactCounts CountFacts(const StoryText& a, const StoryText& b, const std::vector<AlignedPassage>& passages) {
  FactCounts counts;
  const auto facts_in = [](const StoryText& s, uint32_t first, uint32_t last) {
    uint32_t n = 0;
    for (uint32_t i = first; i < last; ++i) n += IsFact(s.words[i]) ? 1 : 0;
    return n;
  };
  for (const AlignedPassage& p : passages) {
    for (size_t k = 0; k < p.runs.size(); ++k) {
      const EqualRun& run = p.runs[k];
      counts.same += facts_in(a, run.a, run.a + run.length);
      if (k + 1 == p.runs.size()) break;
      const uint32_t in_a = facts_in(a, run.a + run.length, p.runs[k + 1].a);
      const uint32_t in_b = facts_in(b, run.b + run.length, p.runs[k + 1].b);
      counts.changed += std::min(in_a, in_b);
    }
  }
  return counts;
}

uint32_t QuotedWords(const StoryText& story, const std::vector<AlignedPassage>& passages) {
  uint32_t n = 0;
  for (const AlignedPassage& p : passages) {
    for (uint32_t i = p.a.first; i < p.a.last; ++i) n += story.words[i].Has(Word::kQuoted) ? 1 : 0;
  }
  return n;
}

uint32_t WordCount(const std::vector<AlignedPassage>& passages) {
  uint32_t n = 0;
  for (const AlignedPassage& p : passages) n += p.a.size();
  return n;
}

std::vector<WordRange> SideA(const std::vector<AlignedPassage>& passages) {
  std::vector<WordRange> ranges;
  for (const AlignedPassage& p : passages) ranges.push_back(p.a);
  return ranges;
}

std::vector<WordRange> SideB(const std::vector<AlignedPassage>& passages) {
  std::vector<WordRange> ranges;
  for (const AlignedPassage& p : passages) ranges.push_back(p.b);
  return ranges;
}

}  // namespace

uint32_t CoveredBytes(const StoryText& story, std::vector<WordRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const WordRange& x, const WordRange& y) { return x.first < y.first; });
  uint32_t bytes = 0;
  uint32_t done = 0;
  for (WordRange range : ranges) {
    range.first = std::max(range.first, done);
    if (range.empty()) continue;
    bytes += Bytes(story, range);
    done = range.last;
  }
  return bytes;
}

std::optional<Sharing> Judge(const StoryText& a, const StoryText& b, const std::vector<AlignedPassage>& passages,
                             const std::vector<WordRange>& furniture_a, const std::vector<WordRange>& furniture_b) {
  Sharing sharing;
  sharing.passages = WithoutFurniture(passages, furniture_a, furniture_b);
  const uint32_t covered_a = CoveredBytes(a, SideA(sharing.passages));
  const uint32_t covered_b = CoveredBytes(b, SideB(sharing.passages));
  const uint32_t covered = std::min(covered_a, covered_b);
  if (covered < kLeastBytes) {
    if (std::min(CoveredBytes(a, SideA(passages)), CoveredBytes(b, SideB(passages))) < kLeastBytes) return std::nullopt;
    sharing.kind = ReuseKind::kBoilerplate;
    sharing.passages = passages;
    sharing.share_a = sharing.share_b = 0;
    return sharing;
  }
  const auto share = [](uint32_t part, uint32_t whole) { return whole == 0 ? 1.0 : std::min(1.0, double{1} * part / whole); };
  sharing.share_a = share(covered_a, OwnBytes(a, furniture_a));
  sharing.share_b = share(covered_b, OwnBytes(b, furniture_b));
  const FactCounts facts = CountFacts(a, b, sharing.passages);
  const uint32_t words = WordCount(sharing.passages);
  const bool quoted = QuotedWords(a, sharing.passages) >= kQuotedShare * words;
  const double more = std::max(sharing.share_a, sharing.share_b);
  const double less = std::min(sharing.share_a, sharing.share_b);
  if (facts.changed >= kTemplateChanges && facts.changed >= facts.same) {
    sharing.kind = ReuseKind::kTemplate;
  } else if (covered < kPartialBytes) {
    sharing.kind = ReuseKind::kQuote;
  } else if (more >= kCopyShare && less >= kCopyLeastShare) {
    sharing.kind = ReuseKind::kCopy;
  } else {
    sharing.kind = quoted ? ReuseKind::kQuote : ReuseKind::kPartial;
  }
  return sharing;
}

}  // namespace crosscheck
