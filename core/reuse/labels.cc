#include "reuse/labels.h"

#include <algorithm>
#include <cmath>

#include "reuse/furniture.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLeadWords = 12;     // of a lead that must be shared for it to count as copied
// Shares that are about a half on both sides: with matter of its own before and after it, a text is then a round-up and no copy.
constexpr double kLeastOfHalf = 0.4;
constexpr double kMostOfHalf = 0.6;
constexpr uint32_t kFactsOfAForm = 2;   // that differ where none is the same
constexpr double kBriefShare = 0.9;     // of both stories: a copy, however short
constexpr uint32_t kHeadingWords = 20;  // most words of a paragraph that can be a heading

uint32_t Bytes(const StoryText& story, WordRange range) {
  if (range.empty()) return 0;
  return story.words[range.last - 1].end() - story.words[range.first].start;
}

// Shares are judged as they are shown.
double TwoDecimals(double share) { return std::round(share * 100) / 100; }

// Is the paragraph a headline, a heading, a credit line or a teaser: short and without a full stop at its end?
bool IsHeading(const StoryText& story, WordRange paragraph) {
  if (story.words[paragraph.first].Has(Word::kHeadline)) return true;
  if (paragraph.size() > kHeadingWords) return false;
  const uint32_t end = story.words[paragraph.last - 1].end();
  const size_t after = paragraph.last < story.words.size() ? story.words[paragraph.last].start : story.text.size();
  return story.text.substr(end, std::min<size_t>(after - end, 4)).find_first_of(".!?") == std::string_view::npos;
}

// The story's own text: paragraphs without headings and furniture.
struct OwnText {
  std::vector<WordRange> paragraphs;
  uint32_t bytes = 0;
  uint32_t lead = 0;  // first word of the first paragraph
};

OwnText FindOwnText(const StoryText& story, const std::vector<WordRange>& furniture) {
  OwnText own;
  bool found = false;
  const auto size = static_cast<uint32_t>(story.words.size());
  for (uint32_t first = 0; first < size;) {
    uint32_t last = first + 1;
    while (last < size && !story.words[last].Has(Word::kParagraph)) ++last;
    if (!IsHeading(story, {first, last})) {
      if (!found) own.lead = first, found = true;
      own.paragraphs.push_back({first, last});
      own.bytes += Bytes(story, {first, last});
      for (const WordRange& range : furniture) {
        own.bytes -= std::min(own.bytes, Bytes(story, {std::max(first, range.first), std::min(last, range.last)}));
      }
    }
    first = last;
  }
  return own;
}

// The parts of the ranges that are own text; what lies between paragraphs does not count.
std::vector<WordRange> Within(const OwnText& own, std::vector<WordRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const WordRange& x, const WordRange& y) { return x.first < y.first; });
  std::vector<WordRange> parts;
  size_t paragraph = 0;
  for (const WordRange& range : ranges) {
    while (paragraph < own.paragraphs.size() && own.paragraphs[paragraph].last <= range.first) ++paragraph;
    for (size_t k = paragraph; k < own.paragraphs.size() && own.paragraphs[k].first < range.last; ++k) {
      parts.push_back({std::max(range.first, own.paragraphs[k].first), std::min(range.last, own.paragraphs[k].last)});
    }
  }
  return parts;
}

bool HoldsLead(WordRange range, uint32_t lead) { return range.first <= lead + kLeadWords && range.last > lead + kLeadWords; }

// Is the lead itself printed on both sides, in one passage?
bool SharesLead(const std::vector<AlignedPassage>& passages, uint32_t lead_a, uint32_t lead_b) {
  return std::any_of(passages.begin(), passages.end(),
                     [&](const AlignedPassage& p) { return HoldsLead(p.a, lead_a) && HoldsLead(p.b, lead_b); });
}

// Does the story have matter of its own both before and after what is shared?
bool StandsAmid(const StoryText& story, const OwnText& own, const std::vector<WordRange>& ranges) {
  if (ranges.empty() || own.paragraphs.empty()) return false;
  uint32_t first = ranges.front().first;
  uint32_t last = ranges.front().last;
  for (const WordRange& range : ranges) first = std::min(first, range.first), last = std::max(last, range.last);
  const WordRange& head = own.paragraphs.front();
  const WordRange& tail = own.paragraphs.back();
  return head.last <= first && tail.first >= last && Bytes(story, head) > 0 && Bytes(story, tail) > 0;
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

// Figures and names that both sides print: in the equal runs of the passages.
struct FactCounts {
  uint32_t figures = 0;
  uint32_t all = 0;
};

FactCounts CountSame(const StoryText& a, const std::vector<AlignedPassage>& passages) {
  FactCounts counts;
  for (const AlignedPassage& p : passages) {
    for (const EqualRun& run : p.runs) {
      for (uint32_t i = run.a; i < run.a + run.length; ++i) {
        const Word& word = a.words[i];
        if (word.Has(Word::kNumber)) ++counts.figures;
        if (word.Has(Word::kNumber) || (word.Has(Word::kCapital) && !word.Has(Word::kSentence))) ++counts.all;
      }
    }
  }
  return counts;
}

FactCounts CountChanged(const std::vector<Edit>& changes) {
  FactCounts counts;
  for (const Edit& change : changes) {
    if (change.kind == EditKind::kFigure) ++counts.figures;
    if (change.kind != EditKind::kNegation) ++counts.all;
  }
  return counts;
}

// The same form with other facts: most figures differ, or most figures and names; or none is the same (a line of match reports,
// an appeal for witnesses), however few they are.
bool IsTemplate(const StoryText& a, const std::vector<AlignedPassage>& passages, const std::vector<Edit>& changes,
                uint32_t least) {
  const FactCounts changed = CountChanged(changes);
  const FactCounts same = CountSame(a, passages);
  if (changed.all >= kFactsOfAForm && same.all == 0) return true;
  if (changed.all < least) return false;
  const bool figures = changed.figures >= least && changed.figures >= 2 * same.figures;
  return figures || (changed.all > least && changed.all >= same.all);
}

// Do nearly all shared words stand inside quotation marks in both stories?
bool IsQuotation(const StoryText& a, const StoryText& b, const std::vector<AlignedPassage>& passages, double share) {
  const auto quoted = [](const StoryText& story, WordRange range) {
    uint32_t n = 0;
    for (uint32_t i = range.first; i < range.last; ++i) n += story.words[i].Has(Word::kQuoted) ? 1 : 0;
    return n;
  };
  uint32_t words = 0;
  uint32_t in_quotes = 0;
  for (const AlignedPassage& p : passages) {
    words += p.a.size() + p.b.size();
    in_quotes += quoted(a, p.a) + quoted(b, p.b);
  }
  return in_quotes >= share * words;
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

std::vector<WordRange> QuotedWords(const StoryText& story) {
  std::vector<WordRange> ranges;
  for (uint32_t i = 0; i < story.words.size(); ++i) {
    if (!story.words[i].Has(Word::kQuoted)) continue;
    if (ranges.empty() || ranges.back().last != i) ranges.push_back({i, i});
    ranges.back().last = i + 1;
  }
  return ranges;
}

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

std::optional<Sharing> Judge(const StoryClaims& claims_a, const StoryClaims& claims_b,
                             const std::vector<AlignedPassage>& passages, const std::vector<WordRange>& furniture_a,
                             const std::vector<WordRange>& furniture_b, const FactWords& fact_words, const ReuseRules& rules) {
  const StoryText& a = claims_a.text;
  const StoryText& b = claims_b.text;
  Sharing sharing;
  sharing.passages = WithoutFurniture(passages, furniture_a, furniture_b);
  const uint32_t covered_a = CoveredBytes(a, SideA(sharing.passages));
  const uint32_t covered_b = CoveredBytes(b, SideB(sharing.passages));
  const uint32_t covered = std::min(covered_a, covered_b);
  if (covered < rules.quote_bytes) {
    if (std::min(CoveredBytes(a, SideA(passages)), CoveredBytes(b, SideB(passages))) < rules.quote_bytes) return std::nullopt;
    sharing.kind = ReuseKind::kBoilerplate;
    sharing.passages = passages;
    sharing.share_a = sharing.share_b = 0;
    return sharing;
  }
  const OwnText own_a = FindOwnText(a, furniture_a);
  const OwnText own_b = FindOwnText(b, furniture_b);
  const auto share = [](const StoryText& story, const OwnText& own, const std::vector<WordRange>& ranges) {
    const uint32_t part = CoveredBytes(story, Within(own, ranges));
    return part >= own.bytes ? 1.0 : TwoDecimals(static_cast<double>(part) / own.bytes);
  };
  sharing.share_a = share(a, own_a, SideA(sharing.passages));
  sharing.share_b = share(b, own_b, SideB(sharing.passages));
  sharing.changes = FactChanges(claims_a, claims_b, sharing.passages, fact_words);
  const double more = std::max(sharing.share_a, sharing.share_b);
  const double less = std::min(sharing.share_a, sharing.share_b);
  for (const AlignedPassage& p : sharing.passages) {
    sharing.lead_of_a = sharing.lead_of_a || HoldsLead(p.a, own_a.lead);
    sharing.lead_of_b = sharing.lead_of_b || HoldsLead(p.b, own_b.lead);
  }
  sharing.leads_shared = SharesLead(sharing.passages, own_a.lead, own_b.lead);
  // A round-up prints half a story amid others: neither holds the other.
  const bool amid = more < kMostOfHalf && less >= kLeastOfHalf &&
                    (StandsAmid(a, own_a, SideA(sharing.passages)) || StandsAmid(b, own_b, SideB(sharing.passages)));
  if (IsTemplate(a, sharing.passages, sharing.changes, rules.template_changes)) {
    sharing.kind = ReuseKind::kTemplate;
  } else if (covered < rules.partial_bytes) {
    sharing.kind = less >= kBriefShare ? ReuseKind::kCopy : ReuseKind::kQuote;
  } else if (more >= rules.copy_share && less >= rules.copy_least_share && !amid) {
    sharing.kind = ReuseKind::kCopy;
  } else {
    sharing.kind = IsQuotation(a, b, sharing.passages, rules.quoted_share) ? ReuseKind::kQuote : ReuseKind::kPartial;
  }
  return sharing;
}

std::optional<Sharing> JudgeWithin(const StoryClaims& story, std::vector<AlignedPassage> passages,
                                   const std::vector<WordRange>& furniture, const FactWords& fact_words,
                                   const ReuseRules& rules) {
  const OwnText own = FindOwnText(story.text, furniture);
  // A headline taken up by the lead, a phrase said again: no text printed twice.
  std::erase_if(passages, [&](const AlignedPassage& p) {
    return p.a.last <= own.lead + kHeadingWords || Bytes(story.text, p.a) < rules.twice_bytes ||
           !story.text.words[p.b.first].Has(Word::kSentence);
  });
  Sharing sharing;
  sharing.passages = WithoutFurniture(passages, furniture, furniture);
  if (sharing.passages.empty()) return std::nullopt;
  const auto share = [&](uint32_t part) { return part >= own.bytes ? 1.0 : TwoDecimals(static_cast<double>(part) / own.bytes); };
  const uint32_t first = CoveredBytes(story.text, SideA(sharing.passages));
  const uint32_t second = CoveredBytes(story.text, SideB(sharing.passages));
  sharing.share_a = share(first);
  sharing.share_b = share(second);
  sharing.kind = share(first + second) >= rules.twice_share ? ReuseKind::kCopy : ReuseKind::kPartial;
  sharing.changes = FactChanges(story, story, sharing.passages, fact_words);
  return sharing;
}

}  // namespace crosscheck
