// How it works: every statement of a story's main event is indexed by its act: the axis of opposed predicates, else the lemma of
// its verb. Within one act statements of neighbouring stories are paired; opposed ones that speak of one thing make a dispute with
// two sides. Pairs of one act and one argument are one dispute, the strongest pair shown first; a body stands on one side only.
#include "compare/group/propositions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "base/strings.h"
#include "text/lexicon.h"
#include "text/stem.h"

namespace crosscheck {
namespace {

constexpr double kLeastOverlap = 2.6;   // an argument and a rare word more
constexpr double kSureOverlap = 2.7;
constexpr size_t kMostOfOneAct = 400;   // statements; an act that more of them tell says nothing of its own
constexpr size_t kLeastCopied = 4;      // words of a clause; two shorter ones are alike by chance
constexpr int kDaysApart = 2;           // what was not so may be so by then

class DisputeFinder {
 public:
  DisputeFinder(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours)
      : bundle_(bundle), rules_(bundle.rules->words), neighbours_(neighbours) {
    for (uint32_t s = 0; s < bundle.stories.size(); ++s) story_of_[{bundle.stories[s].document, bundle.stories[s].id}] = s;
  }

  std::vector<Dispute> Run() {
    Collect();
    Weigh();
    std::map<WordKey, std::vector<uint32_t>> by_act;
    for (uint32_t i = 0; i < stated_.size(); ++i) by_act[ActOf(stated_[i])].push_back(i);
    for (const auto& [act, of] : by_act) {
      if (of.size() > 1 && of.size() <= kMostOfOneAct) PairAct(act, of);
    }
    return Disputes();
  }

 private:
  struct Pair {
    uint32_t a = 0;
    uint32_t b = 0;
    double score = 0;
  };

  WordKey ActOf(const Stated& s) const { return s.pole != 0 ? Lexicon::Hash(rules_.poles[s.pole].axis) : s.predicate; }

  void Collect() {
    for (uint32_t d = 0; d < bundle_.records->size(); ++d) {
      const Record& record = (*bundle_.records)[d];
      StringMap<EntityId> entity;
      std::map<std::pair<int, std::string_view>, EntityId> by_name;
      for (size_t n = 0; n < record.names.size(); ++n) {
        entity[record.names[n].id] = bundle_.entities.of_names[d][n];
        by_name[{record.names[n].story, record.names[n].name}] = bundle_.entities.of_names[d][n];
      }
      const auto key = [&](const std::string& text) -> WordKey {
        if (text.empty()) return 0;
        if (const auto it = entity.find(text); it != entity.end()) return Lexicon::Hash(StrCat("name ", it->second));
        return IsEmptyWord(text) ? 0 : Lexicon::Hash(text);
      };
      for (const ClaimFrame& frame : record.claims) {
        if (frame.kind != ClaimKind::kStatement || frame.modality != Modality::kFact || frame.event != 0) continue;
        const auto story = story_of_.find({d, frame.story});
        if (story == story_of_.end()) continue;
        Stated stated;
        stated.frame = &frame;
        stated.document = d;
        stated.story = story->second;
        if (!frame.aspect.empty()) stated.pole = rules_.FindPole(frame.aspect, frame.value);
        if (!frame.quantifier.empty()) stated.quantifier = rules_.FindPole("amount", frame.quantifier);
        if (!IsEmptyWord(frame.predicate)) stated.predicate = Lexicon::Hash(Synonym(frame.predicate));
        if (stated.pole == 0 && stated.predicate == 0) continue;
        stated.owner = key(frame.owner);
        stated.object = key(frame.object);
        stated.general = stated.pole != 0 && (frame.quantifier == "none" ||
                                              (frame.denied && IsWordOf(stated.pole, frame.owner)));
        if (!frame.source.empty()) {
          const auto it = by_name.find({frame.story, frame.source.back()});
          if (it != by_name.end()) stated.source = it->second;
        }
        for (const std::string& word : frame.words) stated.words.push_back({Lexicon::Hash(word), 1});
        for (const WordKey argument : {stated.owner, stated.object}) {
          if (argument != 0) stated.words.push_back({argument, 1});
        }
        std::sort(stated.words.begin(), stated.words.end(), [](const WeightedWord& a, const WeightedWord& b) { return a.word < b.word; });
        stated.words.erase(std::unique(stated.words.begin(), stated.words.end(),
                                       [](const WeightedWord& a, const WeightedWord& b) { return a.word == b.word; }),
                           stated.words.end());
        stated_.push_back(std::move(stated));
      }
    }
  }

  // "No injuries were reported": the doer is the act itself.
  bool IsWordOf(PoleId pole, std::string_view lemma) const {
    const WordId word = bundle_.rules->lexicon.Find(lemma);
    if (word == 0) return false;
    for (size_t i = rules_.PoleWordsAt(word); i < rules_.pole_words.size() && rules_.pole_words[i].words[0] == word; ++i) {
      if (rules_.pole_words[i].pole == pole && rules_.pole_words[i].words.size() == 1) return true;
    }
    return false;
  }

  // The word that stands for all that say the same: "supply" and "deliver" are one act.
  std::string Synonym(const std::string& lemma) const {
    const auto it = bundle_.rules->synonyms.find(Stem(lemma));
    return it == bundle_.rules->synonyms.end() ? lemma : it->second;
  }

  // Verbs that say little of their own, pronouns, and nouns for anybody.
  bool IsEmptyWord(std::string_view lemma) const {
    const WordId word = bundle_.rules->lexicon.Find(lemma);
    if ((bundle_.rules->lexicon.roles(word) & Bits({Role::kPronoun, Role::kAuxiliary, Role::kRelative, Role::kCue})) != 0) return true;
    if (word == 0) return false;
    for (size_t i = rules_.PoleWordsAt(word); i < rules_.pole_words.size() && rules_.pole_words[i].words[0] == word; ++i) {
      if (rules_.pole_words[i].words.size() == 1 && rules_.poles[rules_.pole_words[i].pole].part == PolePart::kLight) return true;
    }
    return false;
  }

  // A word that most stories have tells little.
  void Weigh() {
    constexpr double kStoriesMore = 10;
    absl::flat_hash_map<WordKey, std::set<uint32_t>> in;
    for (const Stated& stated : stated_) {
      for (const WeightedWord& word : stated.words) in[word.word].insert(stated.story);
    }
    const auto stories = static_cast<double>(bundle_.stories.size());
    for (Stated& stated : stated_) {
      for (WeightedWord& word : stated.words) {
        const auto count = static_cast<double>(in[word.word].size());
        word.weight = static_cast<float>(std::log(1 + (stories + kStoriesMore) / count) / std::log(1 + stories + kStoriesMore));
      }
    }
  }

  bool AreNeighbours(const Stated& a, const Stated& b) const {
    return std::binary_search(neighbours_[a.story].begin(), neighbours_[a.story].end(), b.story);
  }

  void PairAct(WordKey act, const std::vector<uint32_t>& of) {
    for (size_t i = 0; i < of.size(); ++i) {
      for (size_t k = i + 1; k < of.size(); ++k) {
        const Stated& a = stated_[of[i]];
        const Stated& b = stated_[of[k]];
        if (a.document == b.document || !AreNeighbours(a, b) || !AreOpposed(bundle_, a, b)) continue;
        if (a.pole == b.pole && AreCopies(a, b)) continue;
        if (a.source != 0 && a.source == b.source) continue;
        const double score = Overlap(a, b);
        if (score < kLeastOverlap) continue;
        pairs_[{act, SharedArgument(a, b)}].push_back({of[i], of[k], score});
      }
    }
  }

  // Much the same clause in both: one of them was misread.
  static bool AreCopies(const Stated& a, const Stated& b) {
    if (a.frame->about == b.frame->about) return true;
    if (std::min(a.words.size(), b.words.size()) < kLeastCopied) return false;
    size_t shared = 0;
    for (const WeightedWord& word : a.words) {
      shared += std::any_of(b.words.begin(), b.words.end(), [&](const WeightedWord& w) { return w.word == word.word; }) ? 1 : 0;
    }
    return shared * 4 >= (a.words.size() + b.words.size() - shared) * 3;
  }

  bool FarApart(const Stated& a, const Stated& b) const {
    const auto& x = bundle_.stories[a.story].published;
    const auto& y = bundle_.stories[b.story].published;
    return x && y && x->from && y->from && std::abs((*x->from - *y->from).count()) >= kDaysApart;
  }

  std::vector<Dispute> Disputes() {
    std::vector<std::pair<double, Dispute>> found;
    for (auto& [key, pairs] : pairs_) {
      std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.score > y.score; });
      Dispute dispute;
      const Pair& best = pairs.front();
      dispute.score = best.score;
      std::map<uint32_t, size_t> side = {{best.a, 0}, {best.b, 1}};
      for (const Pair& pair : pairs) {
        const auto a = side.find(pair.a);
        const auto b = side.find(pair.b);
        if (a != side.end() && b == side.end()) side[pair.b] = 1 - a->second;
        if (b != side.end() && a == side.end()) side[pair.a] = 1 - b->second;
      }
      for (const auto& [i, s] : side) dispute.sides[s].push_back(stated_[i]);
      const Stated& a = stated_[best.a];
      const Stated& b = stated_[best.b];
      dispute.attributed = !a.frame->source.empty() || !b.frame->source.empty();
      dispute.sure = best.score >= kSureOverlap && !FarApart(a, b);
      if (!dispute.sure && !(a.general || b.general)) continue;
      found.emplace_back(-best.score, std::move(dispute));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    // A statement that one dispute has told makes no second one.
    std::set<std::tuple<uint32_t, Span>> told;  // document and clause
    std::vector<Dispute> disputes;
    for (auto& [score, dispute] : found) {
      bool again = false;
      for (const auto& side : dispute.sides) again = again || std::any_of(side.begin(), side.end(), [&](const Stated& s) { return told.contains({s.document, s.frame->span}); });
      for (const auto& side : dispute.sides) {
        for (const Stated& s : side) told.insert({s.document, s.frame->span});
      }
      if (!again) disputes.push_back(std::move(dispute));
    }
    return disputes;
  }

  const Bundle& bundle_;
  const WordRules& rules_;
  const std::vector<std::vector<uint32_t>>& neighbours_;
  absl::flat_hash_map<std::pair<uint32_t, int>, uint32_t> story_of_;  // document, id of the story
  std::vector<Stated> stated_;
  std::map<std::pair<WordKey, WordKey>, std::vector<Pair>> pairs_;  // act and argument
};

}  // namespace

std::vector<Dispute> FindDisputes(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours) {
  return DisputeFinder(bundle, neighbours).Run();
}

}  // namespace crosscheck
