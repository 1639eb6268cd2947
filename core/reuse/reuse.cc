#include "reuse/reuse.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/parallel.h"
#include "base/strings.h"
#include "base/union_find.h"
#include "reuse/alignment.h"
#include "reuse/candidates.h"
#include "reuse/families.h"
#include "reuse/fingerprints.h"
#include "reuse/furniture.h"
#include "reuse/labels.h"
#include "reuse/origin.h"
#include "reuse/stories.h"
#include "reuse/versions.h"

namespace crosscheck {
namespace {

constexpr uint32_t kEveryGramStories = 4000;  // from here on grams are winnowed
constexpr uint32_t kWindow = 4;
constexpr uint32_t kLeastShared = 3;          // fingerprints of a pair worth comparing: of all grams ...
constexpr uint32_t kLeastSharedWinnowed = 2;  // ... or of winnowed ones

struct PairPassages {
  uint32_t a = 0;
  uint32_t b = 0;
  bool kin = false;  // both share much of their first half
  std::vector<AlignedPassage> passages;
};

// Share of the first part of a story, where furniture does not stand, that the passages cover.
double HeadShare(const StoryText& story, std::vector<WordRange> ranges) {
  const auto head = static_cast<uint32_t>(story.words.size() * 6 / 10);
  for (WordRange& range : ranges) range.last = std::min(range.last, head);
  std::erase_if(ranges, [](const WordRange& range) { return range.empty(); });
  const uint32_t whole = CoveredBytes(story, {{0, head}});
  return whole == 0 ? 0.0 : static_cast<double>(CoveredBytes(story, ranges)) / whole;
}

bool AreKin(const StoryText& a, const StoryText& b, const std::vector<AlignedPassage>& passages) {
  std::vector<WordRange> in_a;
  std::vector<WordRange> in_b;
  for (const AlignedPassage& p : passages) in_a.push_back(p.a), in_b.push_back(p.b);
  const double share_a = HeadShare(a, in_a);
  const double share_b = HeadShare(b, in_b);
  return std::max(share_a, share_b) >= 0.5 && std::min(share_a, share_b) >= 0.2;
}

// Borders of blocks of pairs: those of one second story, and never more blocks than are worth a thread's start.
template <class Pairs>
std::vector<size_t> BlocksOf(const Pairs& pairs) {
  constexpr size_t kLeastPairs = 64;
  std::vector<size_t> starts = {0};
  for (size_t i = 1; i < pairs.size(); ++i) {
    if (pairs[i].b != pairs[i - 1].b && i - starts.back() >= kLeastPairs) starts.push_back(i);
  }
  starts.push_back(pairs.size());
  return starts;
}

// Calls visit(i, text of a, text of b, b is new) for the pairs of each block. Pairs of the same b stand together, and their a's
// are often the same few.
template <class Pairs, class Visit>
void ForEachPair(const Stories& stories, const Pairs& pairs, int threads, const Visit& visit) {
  const std::vector<size_t> blocks = BlocksOf(pairs);
  ParallelFor(blocks.size() - 1, threads, [&](size_t block) {
    StoryCache cache(stories);
    StoryText scratch;
    const StoryText* text_b = nullptr;
    for (size_t i = blocks[block]; i < blocks[block + 1]; ++i) {
      const bool new_b = i == blocks[block] || pairs[i].b != pairs[i - 1].b;
      if (new_b) text_b = &stories.Get(pairs[i].b, &scratch);
      visit(i, cache.Get(pairs[i].a), *text_b, new_b);
    }
  });
}

AlignedPassage Swapped(AlignedPassage passage) {
  std::swap(passage.a, passage.b);
  for (EqualRun& run : passage.runs) std::swap(run.a, run.b);
  return passage;
}

// The gram table of a story is built once for all its partners: of b, whose pairs stand together.
std::vector<PairPassages> AlignAll(const Stories& stories, const std::vector<PairCandidate>& candidates, int threads) {
  std::vector<PairPassages> pairs(candidates.size());
  ForEachPair(stories, candidates, threads, [&](size_t i, const StoryText& a, const StoryText& b, bool new_b) {
    thread_local GramTable grams;
    if (new_b) grams.Build(b.words);
    std::vector<AlignedPassage> passages = Align(b, grams, a);
    for (AlignedPassage& passage : passages) passage = Swapped(std::move(passage));
    pairs[i] = {candidates[i].a, candidates[i].b, AreKin(a, b, passages), std::move(passages)};
  });
  std::erase_if(pairs, [](const PairPassages& pair) { return pair.passages.empty(); });
  return pairs;
}

std::vector<uint32_t> FindKin(uint32_t stories, const std::vector<PairPassages>& pairs) {
  DisjointSets kin(stories);
  for (const PairPassages& pair : pairs) {
    if (pair.kin) kin.Join(pair.a, pair.b);
  }
  std::vector<uint32_t> roots(stories);
  for (uint32_t s = 0; s < stories; ++s) roots[s] = kin.Find(s);
  return roots;
}

class ReuseFinder {
 public:
  ReuseFinder(const std::vector<Record>& records, const RuleTables& rules, int threads, const ReuseOptions& options)
      : threads_(threads), options_(options), stories_(records, threads), words_(rules.lexicon), rules_(rules.reuse), pages_(rules.pages) {}

  ReuseResult Run() {
    {
      const Candidates candidates = FindPairs();
      AddLimits(candidates.represented);
      pairs_ = AlignAll(stories_, candidates.pairs, threads_);
    }
    FurnitureFound furniture = FindFurniture(std::move(sentences_), FindKin(stories_.size(), pairs_), rules_);
    furniture_ = std::move(furniture.words);
    AddCarried(furniture.groups);
    JudgeAll();
    PromoteVersions(stories_.size(), &judged_);
    FindOrigins();
    AddPairs();
    AddRepeatsWithin();
    std::sort(result_.pairs.begin(), result_.pairs.end(), [](const Reuse& x, const Reuse& y) {
      return std::tie(x.a, x.b, x.a_story, x.b_story) < std::tie(y.a, y.b, y.a_story, y.b_story);
    });
    AddFamilies();
    return std::move(result_);
  }

 private:
  // One pass over all words: fingerprints, sentences and what a story repeats itself. Gives the pairs worth comparing.
  Candidates FindPairs() {
    const uint32_t window = stories_.size() > kEveryGramStories ? kWindow : 1;
    std::vector<Fingerprint> fingerprints;
    StoryText scratch;
    for (uint32_t s = 0; s < stories_.size(); ++s) {
      const StoryText& story = stories_.Get(s, &scratch);
      AppendFingerprints(story.words, s, window, &fingerprints);
      sentences_.Add(story.words);
      std::vector<AlignedPassage> within = AlignWithin(story);
      if (!within.empty()) within_.emplace_back(s, std::move(within));
    }
    SortFingerprints(&fingerprints);
    return FindCandidates(std::move(fingerprints), stories_.size(), window == 1 ? kLeastShared : kLeastSharedWinnowed);
  }

  void AddLimits(uint32_t represented) {
    if (stories_.size() > kEveryGramStories) {
      result_.limits.push_back(StrCat("of more than ", kEveryGramStories, " stories one fingerprint in each ", kWindow,
                                      " is kept: a shared text in which no ", kGramWords + kWindow - 1,
                                      " words in a row are equal may go unseen"));
    }
    if (represented > 0) {
      result_.limits.push_back(
          StrCat(represented, represented == 1 ? " story shares" : " stories share", " text that more than ", kAllPairs,
                 " stories carry: each was compared with representatives of these, so families are whole, but "
                 "not every pair inside them is listed"));
    }
  }

  // Furniture as groups. Its places are sorted by story so that each story's words are read once.
  void AddCarried(const std::vector<FurnitureGroup>& groups) {
    struct Place {
      uint32_t story = 0;
      uint32_t group = 0;
      uint32_t index = 0;
    };
    std::vector<Place> places;
    for (uint32_t g = 0; g < groups.size(); ++g) {
      result_.carried.emplace_back().places.resize(groups[g].places.size());
      for (uint32_t i = 0; i < groups[g].places.size(); ++i) places.push_back({groups[g].places[i].story, g, i});
    }
    std::sort(places.begin(), places.end(), [](const Place& x, const Place& y) {
      return std::tie(x.story, x.group, x.index) < std::tie(y.story, y.group, y.index);
    });
    StoryText scratch;
    const StoryText* text = nullptr;
    for (size_t i = 0; i < places.size(); ++i) {
      const Place& place = places[i];
      if (i == 0 || place.story != places[i - 1].story) text = &stories_.Get(place.story, &scratch);
      const Span span = SpanOfWords(text->text, text->words, groups[place.group].places[place.index].words);
      CarriedText& carried = result_.carried[place.group];
      carried.places[place.index] = {stories_.DocumentOf(place.story).id, stories_.StoryOf(place.story).id, span};
      if (place.index == 0) carried.text = std::string(span.In(text->text));
      const bool first = place.index == 0 || groups[place.group].places[place.index - 1].story != place.story;
      const bool same_document =
          place.index > 0 && carried.places[place.index - 1].document == carried.places[place.index].document;
      if (first && !same_document) ++carried.documents;
    }
    std::erase_if(result_.carried, [](const CarriedText& carried) { return carried.documents < 2; });
  }

  // What of a story does not count: furniture, and quotations where they are not asked for.
  std::vector<WordRange> LeftOut(uint32_t story, const StoryText& text) const {
    std::vector<WordRange> ranges = furniture_[story];
    if (!options_.ignore_quotes) return ranges;
    for (const WordRange& quoted : QuotedWords(text)) ranges.push_back(quoted);
    std::sort(ranges.begin(), ranges.end(), [](const WordRange& x, const WordRange& y) { return x.first < y.first; });
    std::vector<WordRange> joined;
    for (const WordRange& range : ranges) {
      if (joined.empty() || range.first > joined.back().last) {
        joined.push_back(range);
      } else {
        joined.back().last = std::max(joined.back().last, range.last);
      }
    }
    return joined;
  }

  StoryClaims Claims(uint32_t story, const StoryText& text) const { return {text, stories_.RecordOf(story)}; }

  OriginSigns Signs(uint32_t a, uint32_t b, const Sharing& sharing) const {
    return WeighOrigin(stories_.DocumentOf(a), stories_.StoryOf(a), stories_.DocumentOf(b), stories_.StoryOf(b), sharing, rules_, pages_);
  }

  int Verdict(size_t i) const { return signs_[i].Verdict(judged_[i].sharing->kind != ReuseKind::kCopy, rules_); }

  void JudgeAll() {
    judged_.resize(pairs_.size());
    signs_.resize(pairs_.size());
    ForEachPair(stories_, pairs_, threads_, [&](size_t i, const StoryText& text_a, const StoryText& text_b, bool) {
      const uint32_t a = pairs_[i].a;
      const uint32_t b = pairs_[i].b;
      if (options_.min_words > 0)
        std::erase_if(pairs_[i].passages, [&](const AlignedPassage& p) { return p.equal < options_.min_words; });
      judged_[i] = {a, b,
                    Judge(Claims(a, text_a), Claims(b, text_b), pairs_[i].passages, LeftOut(a, text_a), LeftOut(b, text_b), words_,
                          rules_)};
      if (judged_[i].sharing) signs_[i] = Signs(a, b, *judged_[i].sharing);
      pairs_[i].passages = {};
    });
  }

  // The origin of each family: the only member that is nobody's copy by the signs, and somebody's origin.
  void FindOrigins() {
    std::vector<CopyLink> links;
    for (size_t i = 0; i < pairs_.size(); ++i) {
      const std::optional<Sharing>& sharing = judged_[i].sharing;
      if (!sharing || sharing->kind != ReuseKind::kCopy) continue;
      links.push_back(
          {pairs_[i].a, pairs_[i].b, std::max(sharing->share_a, sharing->share_b), std::min(sharing->share_a, sharing->share_b)});
    }
    roots_ = FindFamilies(stories_.size(), std::move(links), rules_);
    std::vector<uint32_t> copied(stories_.size(), 0);
    std::vector<uint32_t> given(stories_.size(), 0);
    for (size_t i = 0; i < pairs_.size(); ++i) {
      if (!judged_[i].sharing || roots_[pairs_[i].a] != roots_[pairs_[i].b]) continue;
      const int verdict = Verdict(i);
      if (verdict == 0) continue;
      ++given[verdict > 0 ? pairs_[i].a : pairs_[i].b];
      ++copied[verdict > 0 ? pairs_[i].b : pairs_[i].a];
    }
    origins_.assign(stories_.size(), kNone);
    std::vector<bool> doubtful(stories_.size());
    for (uint32_t s = 0; s < stories_.size(); ++s) {
      if (copied[s] != 0 || given[s] == 0) continue;
      uint32_t& origin = origins_[roots_[s]];
      doubtful[roots_[s]] = origin != kNone;
      origin = s;
    }
    for (uint32_t s = 0; s < stories_.size(); ++s) {
      if (doubtful[s]) origins_[s] = kNone;
    }
  }

  void AddPairs() {
    result_.pairs.reserve(static_cast<size_t>(std::count_if(judged_.begin(), judged_.end(), [](const JudgedPair& pair) {
      return pair.sharing && pair.sharing->kind != ReuseKind::kBoilerplate;
    })));
    ForEachPair(stories_, pairs_, 1, [&](size_t i, const StoryText& text_a, const StoryText& text_b, bool) {
      if (!judged_[i].sharing || judged_[i].sharing->kind == ReuseKind::kBoilerplate) return;
      AddPair(i, text_a, text_b);
      judged_[i].sharing.reset();
    });
  }

  void AddPair(size_t i, const StoryText& text_a, const StoryText& text_b) {
    const uint32_t a = pairs_[i].a;
    const uint32_t b = pairs_[i].b;
    Reuse reuse = ToReuse(a, text_a, b, text_b, *judged_[i].sharing);
    reuse.evidence = std::move(signs_[i].evidence);
    const uint32_t origin = roots_[a] == roots_[b] ? origins_[roots_[a]] : kNone;
    if (origin != kNone && origin != a && origin != b) {
      reuse.evidence.push_back(StrCat("both may come from ", stories_.DocumentOf(origin).id));
    } else if (reuse.kind == ReuseKind::kCopy || reuse.kind == ReuseKind::kPartial) {
      const int verdict = Verdict(i);
      if (verdict != 0) reuse.source = verdict > 0 ? reuse.a : reuse.b;
    }
    result_.pairs.push_back(std::move(reuse));
  }

  void AddRepeatsWithin() {
    StoryText scratch;
    for (auto& [s, passages] : within_) {
      const StoryText& text = stories_.Get(s, &scratch);
      const std::optional<Sharing> sharing = JudgeWithin(Claims(s, text), std::move(passages), furniture_[s], words_, rules_);
      if (sharing) result_.pairs.push_back(ToReuse(s, text, s, text, *sharing));
    }
  }

  void AddFamilies() {
    std::vector<uint32_t> family_of(stories_.size(), kNone);
    for (uint32_t s = 0; s < stories_.size(); ++s) {
      if (roots_[s] == s) continue;
      uint32_t& family = family_of[roots_[s]];
      if (family == kNone) {
        family = static_cast<uint32_t>(result_.families.size());
        const uint32_t origin = origins_[roots_[s]];
        result_.families.push_back({"", {MemberOf(roots_[s])}, origin == kNone ? "" : stories_.DocumentOf(origin).id});
      }
      result_.families[family].members.push_back(MemberOf(s));
    }
    std::sort(result_.families.begin(), result_.families.end(),
              [](const Family& x, const Family& y) { return x.members < y.members; });
    for (size_t f = 0; f < result_.families.size(); ++f) result_.families[f].id = StrCat("o", f + 1);
  }

  Reuse ToReuse(uint32_t a, const StoryText& text_a, uint32_t b, const StoryText& text_b, const Sharing& sharing) const {
    Reuse reuse;
    reuse.a = stories_.DocumentOf(a).id;
    reuse.b = stories_.DocumentOf(b).id;
    reuse.a_story = stories_.StoryOf(a).id;
    reuse.b_story = stories_.StoryOf(b).id;
    reuse.kind = sharing.kind;
    reuse.share_a = sharing.share_a;
    reuse.share_b = sharing.share_b;
    for (const AlignedPassage& p : sharing.passages) {
      reuse.passages.push_back({SpanOfWords(text_a.text, text_a.words, p.a), SpanOfWords(text_b.text, text_b.words, p.b)});
    }
    reuse.changes = sharing.changes;
    return reuse;
  }

  std::pair<std::string, int> MemberOf(uint32_t story) const {
    return {stories_.DocumentOf(story).id, stories_.StoryOf(story).id};
  }

  static constexpr uint32_t kNone = 0xFFFFFFFF;
  int threads_;
  ReuseOptions options_;
  Stories stories_;
  FactWords words_;
  const ReuseRules& rules_;
  const PageRules& pages_;
  SentenceList sentences_;
  std::vector<std::pair<uint32_t, std::vector<AlignedPassage>>> within_;  // story and what it prints twice
  std::vector<PairPassages> pairs_;
  Furniture furniture_;
  std::vector<JudgedPair> judged_;
  std::vector<OriginSigns> signs_;
  std::vector<uint32_t> roots_;    // of each story's family
  std::vector<uint32_t> origins_;  // of the family with that root; kNone: undecided
  ReuseResult result_;
};

}  // namespace

void SetReuse(ReuseResult found, Worksheet* sheet) {
  sheet->reuse = std::move(found.pairs);
  sheet->families = std::move(found.families);
  sheet->carried = std::move(found.carried);
  sheet->reuse_limits = std::move(found.limits);
}

ReuseResult FindReuse(const std::vector<Record>& records, const RuleTables& rules, int threads, const ReuseOptions& options) {
  return ReuseFinder(records, rules, threads, options).Run();
}

Worksheet ReuseSheet(std::vector<Record> records, const RuleTables& rules, int threads, const ReuseOptions& options,
                     std::vector<Unread> unread) {
  Worksheet sheet;
  sheet.documents = std::move(records);
  std::sort(sheet.documents.begin(), sheet.documents.end(),
            [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  SetReuse(FindReuse(sheet.documents, rules, threads, options), &sheet);
  sheet.unread = std::move(unread);
  std::sort(sheet.unread.begin(), sheet.unread.end(),
            [](const Unread& a, const Unread& b) { return std::tie(a.uri, a.reason) < std::tie(b.uri, b.reason); });
  return sheet;
}

}  // namespace crosscheck
