#include "reuse/reuse.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "base/parallel.h"
#include "base/strings.h"
#include "reuse/alignment.h"
#include "reuse/candidates.h"
#include "reuse/families.h"
#include "reuse/fingerprints.h"
#include "reuse/furniture.h"
#include "reuse/labels.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLeastShared = 3;           // fingerprints of a pair worth comparing
constexpr uint32_t kEveryGramStories = 10000;  // from here on grams are winnowed

struct StoryPlace {
  uint32_t record = 0;
  uint32_t story = 0;
};

struct PairPassages {
  uint32_t a = 0;
  uint32_t b = 0;
  std::vector<AlignedPassage> passages;
};

std::vector<StoryPlace> AllStories(const std::vector<Record>& records) {
  std::vector<StoryPlace> places;
  for (uint32_t r = 0; r < records.size(); ++r) {
    for (uint32_t s = 0; s < records[r].document.stories.size(); ++s) places.push_back({r, s});
  }
  return places;
}

// Candidates of the same first story stand together: its gram table is built once for them all.
std::vector<PairPassages> AlignAll(const std::vector<StoryText>& stories, const std::vector<Candidate>& candidates, int threads) {
  std::vector<size_t> starts;
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (i == 0 || candidates[i].a != candidates[i - 1].a) starts.push_back(i);
  }
  starts.push_back(candidates.size());
  std::vector<PairPassages> pairs(candidates.size());
  ParallelFor(starts.size() - 1, threads, [&](size_t block) {
    GramTable grams;
    grams.Build(stories[candidates[starts[block]].a].words);
    for (size_t i = starts[block]; i < starts[block + 1]; ++i) {
      const Candidate& c = candidates[i];
      pairs[i] = {c.a, c.b, Align(stories[c.a], grams, stories[c.b])};
    }
  });
  std::erase_if(pairs, [](const PairPassages& pair) { return pair.passages.empty(); });
  return pairs;
}

// Stories that share much of their first half, where furniture does not stand.
std::vector<uint32_t> FindKin(const std::vector<StoryText>& stories, const std::vector<PairPassages>& pairs) {
  DisjointSets kin(static_cast<uint32_t>(stories.size()));
  const auto share = [](const StoryText& story, std::vector<WordRange> ranges) {
    const auto half = static_cast<uint32_t>(story.words.size() * 6 / 10);
    for (WordRange& range : ranges) range.last = std::min(range.last, half);
    std::erase_if(ranges, [](const WordRange& range) { return range.empty(); });
    const uint32_t whole = CoveredBytes(story, {{0, half}});
    return whole == 0 ? 0.0 : static_cast<double>(CoveredBytes(story, ranges)) / whole;
  };
  for (const PairPassages& pair : pairs) {
    std::vector<WordRange> in_a;
    std::vector<WordRange> in_b;
    for (const AlignedPassage& p : pair.passages) in_a.push_back(p.a), in_b.push_back(p.b);
    const double a = share(stories[pair.a], in_a);
    const double b = share(stories[pair.b], in_b);
    if (std::max(a, b) >= 0.5 && std::min(a, b) >= 0.2) kin.Join(pair.a, pair.b);
  }
  std::vector<uint32_t> roots(stories.size());
  for (uint32_t s = 0; s < roots.size(); ++s) roots[s] = kin.Find(s);
  return roots;
}

double TwoDecimals(double share) { return std::round(share * 100) / 100; }

class Reporter {
 public:
  Reporter(const std::vector<Record>& records, const std::vector<StoryPlace>& places, const std::vector<StoryText>& stories)
      : records_(records), places_(places), stories_(stories) {}

  Reuse ToReuse(uint32_t a, uint32_t b, const Sharing& sharing) const {
    Reuse reuse;
    reuse.a = DocumentOf(a).id;
    reuse.b = DocumentOf(b).id;
    reuse.a_story = StoryNumber(a);
    reuse.b_story = StoryNumber(b);
    reuse.kind = sharing.kind;
    reuse.share_a = TwoDecimals(sharing.share_a);
    reuse.share_b = TwoDecimals(sharing.share_b);
    for (const AlignedPassage& p : sharing.passages) {
      reuse.passages.push_back(
          {SpanOfWords(stories_[a].text, stories_[a].words, p.a), SpanOfWords(stories_[b].text, stories_[b].words, p.b)});
    }
    return reuse;
  }

  const Document& DocumentOf(uint32_t story) const { return records_[places_[story].record].document; }
  int StoryNumber(uint32_t story) const { return DocumentOf(story).stories[places_[story].story].id; }

 private:
  const std::vector<Record>& records_;
  const std::vector<StoryPlace>& places_;
  const std::vector<StoryText>& stories_;
};

}  // namespace

ReuseResult FindReuse(const std::vector<Record>& records, const RuleTables&, int threads) {
  ReuseResult result;
  const std::vector<StoryPlace> places = AllStories(records);
  const auto count = static_cast<uint32_t>(places.size());
  std::vector<StoryText> stories(count);
  ParallelFor(count, threads, [&](size_t s) {
    const Document& document = records[places[s].record].document;
    stories[s].text = document.text;
    ReadStoryWords(document.text, document.stories[places[s].story], &stories[s].words);
  });
  std::vector<Fingerprint> fingerprints;
  const uint32_t window = count > kEveryGramStories ? 4 : 1;
  for (uint32_t s = 0; s < count; ++s) AppendFingerprints(stories[s].words, s, window, &fingerprints);
  SortFingerprints(&fingerprints);
  const std::vector<Candidate> candidates = FindCandidates(std::move(fingerprints), count, window == 1 ? kLeastShared : 2);
  const std::vector<PairPassages> pairs = AlignAll(stories, candidates, threads);
  const Furniture furniture = FindFurniture(stories, FindKin(stories, pairs));

  const Reporter reporter(records, places, stories);
  std::vector<std::optional<Sharing>> shared(pairs.size());
  ParallelFor(pairs.size(), threads, [&](size_t i) {
    const PairPassages& pair = pairs[i];
    shared[i] = Judge(stories[pair.a], stories[pair.b], pair.passages, furniture[pair.a], furniture[pair.b]);
  });
  std::vector<CopyLink> links;
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (!shared[i] || shared[i]->kind == ReuseKind::kBoilerplate) continue;
    result.pairs.push_back(reporter.ToReuse(pairs[i].a, pairs[i].b, *shared[i]));
    if (shared[i]->kind != ReuseKind::kCopy) continue;
    links.push_back({pairs[i].a, pairs[i].b, std::max(shared[i]->share_a, shared[i]->share_b),
                     std::min(shared[i]->share_a, shared[i]->share_b)});
  }
  for (uint32_t s = 0; s < count; ++s) {
    const std::vector<AlignedPassage> twice = AlignWithin(stories[s]);
    if (twice.empty()) continue;
    const std::optional<Sharing> sharing = Judge(stories[s], stories[s], twice, furniture[s], furniture[s]);
    if (sharing && sharing->kind != ReuseKind::kBoilerplate) result.pairs.push_back(reporter.ToReuse(s, s, *sharing));
  }
  std::sort(result.pairs.begin(), result.pairs.end(), [](const Reuse& x, const Reuse& y) {
    return std::tie(x.a, x.b, x.a_story, x.b_story) < std::tie(y.a, y.b, y.a_story, y.b_story);
  });

  const std::vector<uint32_t> roots = FindFamilies(count, std::move(links));
  std::vector<uint32_t> family_of(count, 0xFFFFFFFF);
  std::vector<Family> families;
  for (uint32_t s = 0; s < count; ++s) {
    if (roots[s] == s) continue;
    uint32_t& family = family_of[roots[s]];
    if (family == 0xFFFFFFFF) {
      family = static_cast<uint32_t>(families.size());
      families.push_back({"", {{reporter.DocumentOf(roots[s]).id, reporter.StoryNumber(roots[s])}}, ""});
    }
    families[family].members.emplace_back(reporter.DocumentOf(s).id, reporter.StoryNumber(s));
  }
  std::sort(families.begin(), families.end(), [](const Family& x, const Family& y) { return x.members < y.members; });
  for (size_t f = 0; f < families.size(); ++f) families[f].id = StrCat("o", f + 1);
  result.families = std::move(families);
  return result;
}

}  // namespace crosscheck
