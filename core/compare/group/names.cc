// How it works: the names of all records are put together by their words, one entry for each way of writing. Entries that are one
// name in two spellings are joined into one difference for the bundle; two first names beside one surname and one office are
// another. Then, person by person, what the articles say of rank, office, kin and nationality is put side by side: values that
// exclude each other differ. Two ways that one article prints are two people, or one that it settles itself: never a difference.
#include "compare/group/names.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/bundle/spellings.h"

namespace crosscheck {
namespace {

constexpr size_t kCommonWord = 64;     // entries; a word in more of them joins no pair
constexpr size_t kLeastLone = 5;       // letters of a name of one word, to be a spelling of another
constexpr float kMuchAlike = 0.3f;     // of two stories: they tell of one event
constexpr size_t kLeastPermuted = 3;   // words of a name that may stand in another order
constexpr std::string_view kNationality = "nationality";
constexpr std::string_view kKin = "kin";

using Words = std::vector<std::string>;

// One way of writing a name, with all its places.
struct Entry {
  Words words;
  std::string shown;
  bool person = true;
  bool kin = false;  // told to be somebody's relative: another one of the surname
  std::set<uint32_t> documents;
  std::set<uint32_t> stories;
  std::vector<NamedPlace> places;
  std::set<std::pair<std::string, std::string>> facts;  // axis, value
  std::set<std::string> roles;                          // lower case
  std::set<EntityId> beside;                            // bodies and places in the sentences of what is told of it
};

template <class T>
bool Meet(const std::set<T>& a, const std::set<T>& b) {
  return std::any_of(a.begin(), a.end(), [&](const T& x) { return b.contains(x); });
}

// "leshia", "leshian"; "nuba", "nuban"; "guard", "guards": another word made of the first.
bool IsDerived(std::string_view a, std::string_view b) {
  constexpr std::string_view kEndings[] = {"n", "s", "an", "ian", "ese", "i", "ish", "es", "ns", "ans", "ians", "ic"};
  if (a.size() > b.size()) std::swap(a, b);
  if (!b.starts_with(a)) return false;
  return std::find(std::begin(kEndings), std::end(kEndings), b.substr(a.size())) != std::end(kEndings);
}

class NameComparer {
 public:
  NameComparer(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours)
      : bundle_(bundle), records_(*bundle.records), rules_(bundle.rules->words), neighbours_(neighbours) {
    for (uint32_t s = 0; s < bundle.stories.size(); ++s) story_of_[{bundle.stories[s].document, bundle.stories[s].id}] = s;
    Collect();
  }

  std::vector<NameDifference> Run() {
    FindSpellings();
    FindFirstNames();
    FindMisread();
    FindFacts();
    for (NameDifference& difference : found_) {
      std::sort(difference.places.begin(), difference.places.end(), [](const NamedPlace& a, const NamedPlace& b) {
        return std::tie(a.document, a.span, a.value) < std::tie(b.document, b.span, b.value);
      });
    }
    std::sort(found_.begin(), found_.end(), [](const NameDifference& a, const NameDifference& b) {
      const NamedPlace& x = a.places[0];
      const NamedPlace& y = b.places[0];
      return std::tie(x.document, x.span, a.kind) < std::tie(y.document, y.span, b.kind);
    });
    return std::move(found_);
  }

 private:
  static Span LongestMention(const Name& name) {
    return *std::max_element(name.mentions.begin(), name.mentions.end(), [](Span x, Span y) { return x.size() < y.size(); });
  }

  void Collect() {
    std::map<std::pair<bool, Words>, Entry> by_words;
    for (uint32_t d = 0; d < records_.size(); ++d) {
      const Record& record = records_[d];
      StringMap<std::vector<const ClaimFrame*>> claims;
      for (const ClaimFrame& claim : record.claims) {
        if (claim.kind == ClaimKind::kName) claims[claim.of].push_back(&claim);
      }
      const std::vector<std::set<EntityId>> beside = BesideOf(d);
      for (uint32_t n = 0; n < record.names.size(); ++n) {
        const Name& name = record.names[n];
        if (name.mentions.empty()) continue;
        const bool person = name.kind == NameKind::kPerson;
        const Words words = NameWords(name);
        Entry& entry = by_words[{person, words}];
        entry.words = words;
        entry.person = person;
        if (entry.shown.empty()) entry.shown = name.name;
        entry.documents.insert(d);
        if (const auto story = story_of_.find({d, name.story}); story != story_of_.end()) entry.stories.insert(story->second);
        entry.places.push_back({d, n, LongestMention(name), name.name, 0});
        if (const std::string role = LowerCase(name.role); !role.empty() && !IsKin(role)) entry.roles.insert(role);
        for (const ClaimFrame* claim : claims[name.id]) {
          entry.kin = entry.kin || claim->aspect == kKin;
          if (claim->aspect != kKin && claim->aspect != kNationality) entry.facts.emplace(claim->aspect, claim->value);
        }
        entry.beside.insert(beside[n].begin(), beside[n].end());
      }
    }
    for (auto& [key, entry] : by_words) entries_.push_back(std::move(entry));
  }

  // Of each name of a document: the bodies and places that stand in one sentence with it.
  std::vector<std::set<EntityId>> BesideOf(uint32_t document) const {
    const Record& record = records_[document];
    StringMap<size_t> index;
    for (size_t n = 0; n < record.names.size(); ++n) index[record.names[n].id] = n;
    std::vector<std::set<EntityId>> beside(record.names.size());
    for (const ClaimFrame& claim : record.claims) {
      for (const std::string& person : claim.names) {
        const auto at = index.find(person);
        if (at == index.end() || record.names[at->second].kind != NameKind::kPerson) continue;
        for (const std::string& other : claim.names) {
          const auto it = index.find(other);
          if (it != index.end() && record.names[it->second].kind != NameKind::kPerson)
            beside[at->second].insert(bundle_.entities.of_names[document][it->second]);
        }
      }
    }
    return beside;
  }

  bool AreMuchAlike(const Entry& a, const Entry& b) const {
    return std::any_of(a.stories.begin(), a.stories.end(), [&](uint32_t s) {
      return std::any_of(b.stories.begin(), b.stories.end(), [&](uint32_t t) {
        return StoryLikeness(bundle_.stories[s], bundle_.stories[t]) >= kMuchAlike;
      });
    });
  }

  bool AreNeighbours(const std::set<uint32_t>& a, const std::set<uint32_t>& b) const {
    return std::any_of(a.begin(), a.end(), [&](uint32_t s) {
      return std::any_of(b.begin(), b.end(), [&](uint32_t t) {
        return std::binary_search(neighbours_[s].begin(), neighbours_[s].end(), t);
      });
    });
  }

  static bool SameOffice(const Entry& a, const Entry& b) { return Meet(a.facts, b.facts) || Meet(a.roles, b.roles); }
  bool IsKin(std::string_view role) const {
    const std::vector<std::string_view> words = Split(role, ' ');
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
      return (bundle_.rules->lexicon.roles(bundle_.rules->lexicon.Find(w)) & Bit(Role::kKinship)) != 0;
    });
  }

  // Pairs of entries that share a word or its sound.
  std::set<std::pair<size_t, size_t>> Candidates() const {
    std::map<std::string, std::vector<size_t>> by_key;
    for (size_t i = 0; i < entries_.size(); ++i) {
      std::set<std::string> keys;
      for (const std::string& word : entries_[i].words) {
        keys.insert(word);
        for (const std::string& key : SpellingKeys(rules_, word)) keys.insert(key);
      }
      for (const std::string& key : keys) by_key[key].push_back(i);
    }
    std::set<std::pair<size_t, size_t>> pairs;
    for (const auto& [key, of] : by_key) {
      if (of.size() > kCommonWord) continue;
      for (size_t i = 0; i < of.size(); ++i) {
        for (size_t k = i + 1; k < of.size(); ++k) {
          if (Comparable(entries_[of[i]], entries_[of[k]])) pairs.emplace(of[i], of[k]);
        }
      }
    }
    return pairs;
  }
  bool Comparable(const Entry& a, const Entry& b) const { return !Meet(a.documents, b.documents) && AreNeighbours(a.stories, b.stories); }

  bool IsWord(const std::string& word) const { return bundle_.rules->lexicon.Find(word) != 0; }

  bool IsSpelling(const Entry& a, const Entry& b) const {
    if (a.words.size() != b.words.size()) return false;
    const size_t n = a.words.size();
    if (n >= kLeastPermuted && std::is_permutation(a.words.begin(), a.words.end(), b.words.begin())) return true;
    size_t unlike = 0;
    for (size_t i = 0; i < n; ++i) {
      const std::string& x = a.words[i];
      const std::string& y = b.words[i];
      if (x == y) continue;
      ++unlike;
      // Bodies are named by words, which have their own meanings; so are places: what rules know is no slip.
      if (!a.person && (IsWord(x) || IsWord(y))) return false;
      if (IsDerived(x, y) || !AreSpellings(rules_, x, y)) return false;
    }
    if (n > 1) return unlike < n || SameOffice(a, b) || (unlike == n && AllLong(a) && AllLong(b));
    const bool lone = a.words[0].size() >= kLeastLone && b.words[0].size() >= kLeastLone && !IsWord(a.words[0]) && !IsWord(b.words[0]);
    return lone && (!a.person || SameOffice(a, b));
  }
  static bool AllLong(const Entry& entry) {
    return std::all_of(entry.words.begin(), entry.words.end(), [](const std::string& w) { return w.size() >= kLeastLone; });
  }

  void FindSpellings() {
    std::vector<size_t> parent(entries_.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&](size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (const auto& [a, b] : Candidates()) {
      if (entries_[a].person != entries_[b].person || !IsSpelling(entries_[a], entries_[b])) continue;
      spelt_.insert({a, b});
      const size_t x = root(a);
      const size_t y = root(b);
      parent[std::max(x, y)] = std::min(x, y);
    }
    std::map<size_t, std::vector<size_t>> classes;
    for (size_t i = 0; i < entries_.size(); ++i) classes[root(i)].push_back(i);
    for (const auto& [first, members] : classes) {
      if (members.size() < 2) continue;
      const bool office = std::any_of(members.begin(), members.end(), [&](size_t i) { return i != first && SameOffice(entries_[first], entries_[i]); });
      Add("name.spelling", members, office, {"all words are equal but for a letter or two, or sound alike"});
    }
  }

  // The entry that most documents have first.
  void Add(std::string_view kind, std::vector<size_t> members, bool sure, std::vector<std::string> why) {
    std::stable_sort(members.begin(), members.end(), [&](size_t a, size_t b) { return entries_[a].documents.size() > entries_[b].documents.size(); });
    NameDifference difference{kind, {}, std::move(why), sure};
    for (size_t m = 0; m < members.size(); ++m) {
      for (NamedPlace place : entries_[members[m]].places) {
        place.side = static_cast<uint32_t>(m);
        difference.places.push_back(std::move(place));
      }
    }
    found_.push_back(std::move(difference));
  }

  // "Teodor Brisk" and "Tomas Brisk", both the director of the agency.
  void FindFirstNames() {
    for (const auto& [a, b] : Candidates()) {
      const Entry& x = entries_[a];
      const Entry& y = entries_[b];
      if (!x.person || !y.person || x.words.size() < 2 || y.words.size() < 2 || spelt_.contains({a, b})) continue;
      if (x.words.back() != y.words.back() || x.words.front() == y.words.front()) continue;
      if (Without(x.words, y.words) || Without(y.words, x.words)) continue;
      if (AreSpellings(rules_, x.words.front(), y.words.front())) continue;
      if (x.words.front().starts_with(y.words.front()) || y.words.front().starts_with(x.words.front())) continue;  // "Fred", "Frederick"
      // Without an office told: one initial, in stories that are much alike.
      const bool alike = x.words.front()[0] == y.words.front()[0] && !x.kin && !y.kin && (Meet(x.beside, y.beside) || AreMuchAlike(x, y));
      if (!SameOffice(x, y) && !alike) continue;
      Add("name.first-name", {a, b}, SameOffice(x, y), {"one surname and one office, two first names"});
    }
  }
  static bool Without(const Words& part, const Words& all) {
    return std::all_of(part.begin(), part.end(), [&](const std::string& w) { return std::find(all.begin(), all.end(), w) != all.end(); });
  }

  // "Ann Mary" beside "Ann Cole", where a third article has "Ann Mary Cole": the middle name was taken for the surname.
  void FindMisread() {
    std::map<std::string, std::vector<size_t>> by_first;
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].person && entries_[i].words.size() > 1) by_first[entries_[i].words[0]].push_back(i);
    }
    for (const auto& [first, of] : by_first) {
      if (of.size() > kCommonWord) continue;
      for (const size_t full : of) {
        const Words& all = entries_[full].words;
        const auto part = [&](size_t i) { return entries_[i].words.size() < all.size() && Without(entries_[i].words, all); };
        for (const size_t cut : of) {
          if (!part(cut) || entries_[cut].words.back() == all.back()) continue;
          const auto right = std::find_if(of.begin(), of.end(), [&](size_t i) {
            return part(i) && entries_[i].words.back() == all.back() && Comparable(entries_[i], entries_[cut]);
          });
          if (right != of.end()) Add("name.misread", {*right, cut}, false, {StrCat("both are parts of ", entries_[full].shown)});
        }
      }
    }
  }

  // What the articles say of one person, aspect by aspect.
  void FindFacts() {
    struct Told {
      NamedPlace place;
      std::string value;
      std::string relative;  // of kin: whose
      uint32_t story = 0;
    };
    std::map<std::pair<EntityId, std::string>, std::vector<Told>> told;
    for (uint32_t d = 0; d < records_.size(); ++d) {
      StringMap<uint32_t> index;
      for (uint32_t n = 0; n < records_[d].names.size(); ++n) index[records_[d].names[n].id] = n;
      for (const ClaimFrame& claim : records_[d].claims) {
        if (claim.kind != ClaimKind::kName) continue;
        const auto name = index.find(claim.of);
        const auto story = story_of_.find({d, claim.story});
        if (name == index.end() || story == story_of_.end()) continue;
        const auto relative = index.find(claim.object);
        told[{bundle_.entities.of_names[d][name->second], claim.aspect}].push_back(
            {{d, name->second, claim.span, claim.about, 0}, claim.value,
             relative == index.end() ? claim.object : StrCat("name ", bundle_.entities.of_names[d][relative->second]), story->second});
      }
    }
    for (const auto& [key, all] : told) {
      std::map<std::string, std::set<uint32_t>> documents;
      for (const Told& one : all) documents[one.value].insert(one.place.document);
      if (documents.size() < 2) continue;
      std::string most = all.front().value;
      for (const Told& one : all) {
        if (documents[one.value].size() > documents[most].size()) most = one.value;
      }
      NameDifference difference{key.second == kNationality ? "name.nationality" : key.second == kKin ? "name.kin" : "name.title", {}, {}, true};
      uint32_t sides = 0;
      std::map<std::string, uint32_t> side_of;
      for (const auto& [value, in] : documents) {
        if (value == most || Meet(in, documents[most]) || !Exclude(key.second, value, most)) continue;
        const bool near = std::any_of(all.begin(), all.end(), [&](const Told& x) {
          return x.value == value && std::any_of(all.begin(), all.end(), [&](const Told& y) {
                   // Kin of one and the same: everybody's sister is somebody's daughter.
                   return y.value == most && (key.second != kKin || (!x.relative.empty() && x.relative == y.relative)) &&
                          AreNeighbours({x.story}, {y.story});
                 });
        });
        if (near) side_of[value] = ++sides;
      }
      if (side_of.empty()) continue;
      for (const Told& one : all) {
        if (one.value != most && !side_of.contains(one.value)) continue;
        NamedPlace place = one.place;
        place.side = one.value == most ? 0 : side_of[one.value];
        difference.places.push_back(std::move(place));
      }
      difference.why = {StrCat("one person, two values of ", key.second)};
      found_.push_back(std::move(difference));
    }
  }

  bool Exclude(const std::string& aspect, const std::string& a, const std::string& b) const {
    if (aspect == kNationality) return true;
    return rules_.AreOpposed(rules_.FindPole(aspect, a), rules_.FindPole(aspect, b));
  }

  const Bundle& bundle_;
  const std::vector<Record>& records_;
  const WordRules& rules_;
  const std::vector<std::vector<uint32_t>>& neighbours_;
  absl::flat_hash_map<std::pair<uint32_t, int>, uint32_t> story_of_;  // document, id of the story
  std::vector<Entry> entries_;
  std::set<std::pair<size_t, size_t>> spelt_;
  std::vector<NameDifference> found_;
};

}  // namespace

std::vector<NameDifference> CompareNames(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours) {
  return NameComparer(bundle, neighbours).Run();
}

}  // namespace crosscheck
