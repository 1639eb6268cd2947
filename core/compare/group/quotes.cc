// How it works: places with the very same words are one wording. Wordings that share a row of three words are paired. The wording
// that most documents print, or print but for a cut, becomes the middle of a group; every other one of the group is compared with
// it alone. Wordings with a told change are sides of their own; places of side 0 with another speaker are, too.
#include "compare/group/quotes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "base/strings.h"
#include "text/lexicon.h"

namespace crosscheck {
namespace {

constexpr size_t kShingle = 3;
constexpr size_t kCommonShingle = 32;  // wordings; above, a row of words says nothing of its own

struct Wording {
  std::vector<QuotePlace> places;
  size_t documents = 0;
};

struct Edge {
  size_t other = 0;
  bool swapped = false;  // the pair's `a` is the other one
  QuotePair pair;
};

QuotePair Swapped(QuotePair pair) {
  std::swap(pair.a_first, pair.b_first);
  std::swap(pair.a_last, pair.b_last);
  std::swap(pair.worst.a_first, pair.worst.b_first);
  std::swap(pair.worst.a_last, pair.worst.b_last);
  return pair;
}

class QuoteGrouper {
 public:
  QuoteGrouper(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours)
      : bundle_(bundle), neighbours_(neighbours) {
    for (uint32_t s = 0; s < bundle.stories.size(); ++s) story_of_[{bundle.stories[s].document, bundle.stories[s].id}] = s;
  }

  std::vector<QuoteGroup> Run() {
    MakeWordings();
    MakeEdges();
    std::vector<QuoteGroup> groups;
    std::vector<bool> taken(wordings_.size(), false);
    for (const size_t middle : Middles()) {
      if (taken[middle]) continue;
      QuoteGroup group = GroupAround(middle, &taken);
      std::set<uint32_t> documents;
      for (const QuotePlace& place : group.places) documents.insert(place.document);
      if (documents.size() > 1) groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end(), [](const QuoteGroup& a, const QuoteGroup& b) {
      return std::tie(a.places[0].document, a.places[0].quote) < std::tie(b.places[0].document, b.places[0].quote);
    });
    return groups;
  }

 private:
  const QuoteFrame& Frame(const QuotePlace& place) const { return FrameOf(bundle_, place); }
  const std::vector<QuoteWord>& WordsOf(size_t wording) const { return Frame(wordings_[wording].places.front()).words; }

  void MakeWordings() {
    StringMap<size_t> by_words;
    for (uint32_t d = 0; d < bundle_.records->size(); ++d) {
      const Record& record = (*bundle_.records)[d];
      for (uint32_t q = 0; q < record.quotes.size(); ++q) {
        if (record.quotes[q].words.empty()) continue;
        std::string key;
        for (const QuoteWord& word : record.quotes[q].words) StrAppend(&key, word.form, " ");
        const auto [it, added] = by_words.try_emplace(key, wordings_.size());
        if (added) wordings_.emplace_back();
        Wording& wording = wordings_[it->second];
        if (wording.places.empty() || wording.places.back().document != d) ++wording.documents;
        wording.places.push_back({d, q, 0, SpeakerOf(d, record.quotes[q])});
      }
    }
  }

  EntityId SpeakerOf(uint32_t document, const QuoteFrame& quote) const {
    if (quote.speaker.empty()) return 0;
    const std::vector<Name>& names = (*bundle_.records)[document].names;
    for (size_t n = 0; n < names.size(); ++n) {
      if (names[n].id == quote.speaker) return bundle_.entities.of_names[document][n];
    }
    return 0;
  }

  void MakeEdges() {
    edges_.resize(wordings_.size());
    std::vector<std::pair<uint64_t, size_t>> postings;  // row of words, wording
    for (size_t w = 0; w < wordings_.size(); ++w) {
      const std::vector<QuoteWord>& words = WordsOf(w);
      for (size_t i = 0; i + kShingle <= words.size(); ++i) {
        postings.emplace_back(Lexicon::Hash(StrCat(words[i].form, " ", words[i + 1].form, " ", words[i + 2].form)), w);
      }
    }
    std::sort(postings.begin(), postings.end());
    postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
    std::set<std::pair<size_t, size_t>> pairs;
    for (size_t first = 0; first < postings.size();) {
      size_t last = first;
      while (last < postings.size() && postings[last].first == postings[first].first) ++last;
      if (last - first <= kCommonShingle) {
        for (size_t i = first; i < last; ++i) {
          for (size_t k = i + 1; k < last; ++k) pairs.emplace(postings[i].second, postings[k].second);
        }
      }
      first = last;
    }
    for (const auto& [a, b] : pairs) {
      if (!AreNeighbours(wordings_[a], wordings_[b])) continue;
      const std::optional<QuotePair> pair = PairQuotes(WordsOf(a), WordsOf(b));
      if (!pair || !IsOneQuotation(wordings_[a], wordings_[b], *pair)) continue;
      edges_[a].push_back({b, false, *pair});
      edges_[b].push_back({a, true, *pair});
    }
  }

  uint32_t StoryOf(const QuotePlace& place) const {
    const auto it = story_of_.find({place.document, Frame(place).story});
    return it == story_of_.end() ? 0 : it->second;
  }
  bool AreNeighbours(const QuotePlace& a, const QuotePlace& b) const {
    const uint32_t s = StoryOf(a);
    const uint32_t t = StoryOf(b);
    return s == t || (s < neighbours_.size() && std::binary_search(neighbours_[s].begin(), neighbours_[s].end(), t));
  }
  bool AreNeighbours(const Wording& a, const Wording& b) const {
    return std::any_of(a.places.begin(), a.places.end(), [&](const QuotePlace& x) {
      return std::any_of(b.places.begin(), b.places.end(), [&](const QuotePlace& y) { return AreNeighbours(x, y); });
    });
  }

  enum class Speakers { kSame, kUnknown, kOther };
  Speakers Compare(const Wording& a, const Wording& b) const {
    bool known = false;
    for (const QuotePlace& x : a.places) {
      for (const QuotePlace& y : b.places) {
        if (x.speaker == 0 || y.speaker == 0) continue;
        if (x.speaker == y.speaker) return Speakers::kSame;
        // "Aumont" may be the one Aumont of the other article.
        if (!AreTwoPeople(*bundle_.records, bundle_.entities, bundle_.rules->words, x.speaker, y.speaker)) return Speakers::kSame;
        known = true;
      }
    }
    return known ? Speakers::kOther : Speakers::kUnknown;
  }

  static const std::vector<QuoteWord>& WordsOf(const Bundle& bundle, const Wording& wording) { return FrameOf(bundle, wording.places.front()).words; }
  // All of the shorter quotation, or enough of it that nobody says it by chance.
  static bool IsOneText(const std::vector<QuoteWord>& a, const std::vector<QuoteWord>& b, const QuotePair& pair) {
    const size_t covered = std::min(pair.a_last - pair.a_first, pair.b_last - pair.b_first);
    return pair.whole && (IsTelling(pair) || covered == std::min(a.size(), b.size()));
  }

  // Two persons may use much the same words: only the same words, or one speaker, make it one quotation.
  bool IsOneQuotation(const Wording& a, const Wording& b, const QuotePair& pair) const {
    const Speakers speakers = Compare(a, b);
    if (speakers == Speakers::kOther) return !IsTold(pair.change) && IsOneText(WordsOf(bundle_, a), WordsOf(bundle_, b), pair);
    return speakers == Speakers::kSame || IsTelling(pair);
  }

  // Wordings, the one that most documents agree with first.
  std::vector<size_t> Middles() const {
    std::vector<std::tuple<size_t, size_t, size_t>> order;  // documents and words, both turned around for the sort
    for (size_t w = 0; w < wordings_.size(); ++w) {
      size_t documents = wordings_[w].documents;
      for (const Edge& edge : edges_[w]) documents += IsTold(edge.pair.change) ? 0 : wordings_[edge.other].documents;
      order.emplace_back(SIZE_MAX - documents, SIZE_MAX - WordsOf(w).size(), w);
    }
    std::sort(order.begin(), order.end());
    std::vector<size_t> middles;
    for (const auto& [documents, words, w] : order) middles.push_back(w);
    return middles;
  }

  QuoteGroup GroupAround(size_t middle, std::vector<bool>* taken) const {
    QuoteGroup group;
    (*taken)[middle] = true;
    group.places = wordings_[middle].places;
    std::vector<std::pair<const Wording*, QuotePair>> changed;
    for (const Edge& edge : edges_[middle]) {
      if ((*taken)[edge.other]) continue;
      (*taken)[edge.other] = true;
      const Wording& other = wordings_[edge.other];
      const QuotePair pair = edge.swapped ? Swapped(edge.pair) : edge.pair;
      group.exact = false;
      if (IsTold(pair.change)) {
        changed.emplace_back(&other, pair);
      } else {
        group.places.insert(group.places.end(), other.places.begin(), other.places.end());
      }
    }
    FindSpeakers(&group);
    const std::vector<QuotePlace> unchanged = group.places;
    for (const auto& [other, pair] : changed) AddChanged(middle, unchanged, *other, pair, &group);
    std::sort(group.places.begin(), group.places.end(), [](const QuotePlace& a, const QuotePlace& b) {
      return std::tie(a.document, a.quote) < std::tie(b.document, b.quote);
    });
    return group;
  }

  uint32_t NextSide(const QuoteGroup& group) const {
    uint32_t side = 0;
    for (const QuoteContrast& contrast : group.contrasts) side = std::max(side, contrast.side);
    return side + 1;
  }

  // An article that prints both wordings settles it.
  void AddChanged(size_t middle, const std::vector<QuotePlace>& unchanged, const Wording& other, const QuotePair& pair,
                  QuoteGroup* group) const {
    for (const QuotePlace& place : other.places) {
      const auto here = [&](const QuotePlace& p) { return p.document == place.document; };
      if (std::any_of(unchanged.begin(), unchanged.end(), here)) {
        group->places.insert(group->places.end(), other.places.begin(), other.places.end());
        return;
      }
    }
    QuoteContrast contrast;
    contrast.side = NextSide(*group);
    contrast.pair = pair;
    contrast.a = wordings_[middle].places.front();
    contrast.b = other.places.front();
    for (const QuotePlace& a : wordings_[middle].places) {
      for (const QuotePlace& b : other.places) {
        if (contrast.sure || a.speaker == 0 || a.speaker != b.speaker) continue;
        contrast.a = a;
        contrast.b = b;
        contrast.sure = true;
      }
    }
    for (QuotePlace place : other.places) {
      place.side = contrast.side;
      group->places.push_back(place);
    }
    contrast.b.side = contrast.side;
    group->contrasts.push_back(contrast);
  }

  NameKind KindOf(const QuotePlace& place) const {
    const QuoteFrame& frame = Frame(place);
    for (const Name& name : (*bundle_.records)[place.document].names) {
      if (name.id == frame.speaker) return name.kind;
    }
    return NameKind::kGroup;
  }

  // Not by a pronoun or "the manager", of which extraction has said whom it means.
  bool IsToldByName(const QuotePlace& place) const {
    const QuoteFrame& frame = Frame(place);
    for (const Name& name : (*bundle_.records)[place.document].names) {
      if (name.id != frame.speaker) continue;
      return std::any_of(name.mentions.begin(), name.mentions.end(), [&](Span s) { return s.Overlaps(frame.speaker_span); });
    }
    return false;
  }

  // Does the statement of `place` come through somebody whom the other one calls the speaker?
  bool Carries(const QuotePlace& place, EntityId speaker) const {
    const Record& record = (*bundle_.records)[place.document];
    const QuoteFrame& frame = Frame(place);
    for (const Statement& statement : record.statements) {
      if (statement.id != frame.of) continue;
      for (const Source& source : statement.sources) {
        for (size_t n = 0; n < record.names.size(); ++n) {
          if (record.names[n].name == source.name && bundle_.entities.of_names[place.document][n] == speaker) return true;
        }
      }
    }
    return false;
  }

  // Places of the same words with another speaker than most have.
  void FindSpeakers(QuoteGroup* group) const {
    std::map<EntityId, std::set<uint32_t>> documents;
    for (const QuotePlace& place : group->places) {
      if (place.speaker != 0 && KindOf(place) == NameKind::kPerson) documents[place.speaker].insert(place.document);
    }
    if (documents.size() < 2) return;
    EntityId most = documents.begin()->first;
    for (const QuotePlace& place : group->places) {  // the first in document order of those with as many
      const auto it = documents.find(place.speaker);
      if (it != documents.end() && it->second.size() > documents.at(most).size()) most = place.speaker;
    }
    const auto shown = [&](EntityId speaker) {
      const QuotePlace* best = nullptr;
      for (const QuotePlace& place : group->places) {
        if (place.speaker != speaker) continue;
        const auto rank = [&](const QuotePlace& p) { return (Frame(p).named ? 2 : 0) + (IsToldByName(p) ? 1 : 0); };
        if (best == nullptr || rank(place) > rank(*best)) best = &place;
      }
      return best;
    };
    for (const auto& [speaker, in] : documents) {
      if (speaker == most) continue;
      const auto& main = documents.at(most);
      if (std::any_of(in.begin(), in.end(), [&](uint32_t d) { return main.contains(d); })) continue;
      const QuotePlace* a = shown(most);
      const QuotePlace* b = shown(speaker);
      if (!IsToldByName(*a) || !IsToldByName(*b) || Carries(*a, speaker) || Carries(*b, most)) continue;
      if (!AreTwoPeople(*bundle_.records, bundle_.entities, bundle_.rules->words, most, speaker)) continue;
      const std::optional<QuotePair> pair = PairQuotes(Frame(*a).words, Frame(*b).words);
      if (!pair || IsTold(pair->change) || !IsOneText(Frame(*a).words, Frame(*b).words, *pair)) continue;
      QuoteContrast contrast;
      contrast.relation = Relation::kMisattributed;
      contrast.side = NextSide(*group);
      contrast.a = *a;
      contrast.b = *b;
      contrast.pair = *pair;
      contrast.sure = Frame(*a).named && Frame(*b).named;
      for (QuotePlace& place : group->places) {
        if (place.speaker == speaker) place.side = contrast.side;
      }
      contrast.b.side = contrast.side;
      group->contrasts.push_back(contrast);
    }
  }

  const Bundle& bundle_;
  const std::vector<std::vector<uint32_t>>& neighbours_;
  absl::flat_hash_map<std::pair<uint32_t, int>, uint32_t> story_of_;  // document, id of the story
  std::vector<Wording> wordings_;
  std::vector<std::vector<Edge>> edges_;
};

}  // namespace

const QuoteFrame& FrameOf(const Bundle& bundle, const QuotePlace& place) { return (*bundle.records)[place.document].quotes[place.quote]; }

std::vector<QuoteGroup> GroupQuotes(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours) {
  return QuoteGrouper(bundle, neighbours).Run();
}

}  // namespace crosscheck
