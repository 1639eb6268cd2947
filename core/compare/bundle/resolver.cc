#include "compare/bundle/resolver.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <tuple>

#include "base/strings.h"
#include "base/utf8.h"
#include "compare/bundle/spellings.h"
#include "text/stem.h"

namespace crosscheck {
namespace {

struct NameUse {
  uint32_t document = 0;
  uint32_t name = 0;
  std::vector<std::string> words;  // lower case; without nicknames in quotes, initials and "Jr."
  bool person = true;
};

bool IsSuffix(std::string_view word) {
  return word == "jr" || word == "jr." || word == "sr" || word == "sr." || word == "ii" || word == "iii";
}
bool IsInitial(std::string_view word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

}  // namespace

std::vector<std::string> NameWords(const Name& name) {
  std::vector<std::string> words;
  std::string lower = LowerCase(name.name);
  const bool person = name.kind == NameKind::kPerson;
  if (person) std::replace(lower.begin(), lower.end(), '-', ' ');  // "Jong-un" is "Jong Un"
  for (std::string_view word : Split(lower, ' ')) {
    if (word.empty() || word.front() == '"' || word.starts_with("\u201c")) continue;
    if (word.ends_with(",")) word.remove_suffix(1);
    if (person && (IsSuffix(word) || IsInitial(word))) continue;
    words.emplace_back(word);
    if (person) std::erase_if(words.back(), [](char c) { return c == '\'' || c == '.'; });  // "O'Neil" is "Oneil", "A.J." "AJ"
  }
  if (!person && words.size() > 1 && words[0] == "the") words.erase(words.begin());
  if (words.empty()) words.push_back(lower);
  return words;
}

namespace {

// The people of the bundle while names are joined one by one, longest first.
class Joiner {
 public:
  EntityId Join(const NameUse& use) {
    if (!use.person) return Other(use.words);
    if (use.words.size() == 1) return OneWord(use);
    if (const EntityId known = Known(use.words)) return known;
    const EntityId id = ++count_;
    for (size_t i = 1; i < use.words.size(); ++i) pairs_.try_emplace(Key(use.words[0], use.words[i]), id);
    by_last_[use.words.back()].push_back({use.words[0], id});
    by_first_[use.words[0]].push_back(id);
    return id;
  }
  void Seen(uint32_t document, const NameUse& use, EntityId id) {
    if (use.person && use.words.size() > 1) by_document_[Key(std::to_string(document), use.words.back())].push_back(id);
  }
  EntityId count() const { return count_; }

 private:
  struct FirstName {
    std::string first;
    EntityId id = 0;
  };
  static constexpr size_t kMostOfOneLastName = 64;  // further ones are joined by equal words only

  static std::string Key(std::string_view a, std::string_view b) { return StrCat(a, "\n", b); }

  EntityId Other(const std::vector<std::string>& words) {
    const auto [it, fresh] = others_.try_emplace(Join_(words), count_ + 1);
    if (fresh) ++count_;
    return it->second;
  }
  static std::string Join_(const std::vector<std::string>& words) { return crosscheck::Join(words, " "); }

  EntityId Known(const std::vector<std::string>& words) const {
    const auto pair = pairs_.find(Key(words.front(), words.back()));
    if (pair != pairs_.end()) return pair->second;
    const auto last = by_last_.find(words.back());
    if (last == by_last_.end()) return 0;
    for (size_t i = 0; i < std::min(last->second.size(), kMostOfOneLastName); ++i) {
      const FirstName& other = last->second[i];
      const size_t shorter = std::min(other.first.size(), words[0].size());
      const int limit = shorter >= 7 ? 2 : shorter >= 5 ? 1 : 0;
      if (limit > 0 && EditDistance(other.first, words[0], limit) <= limit) return other.id;
    }
    return 0;
  }

  // A last name, or a first name that one person of the bundle bears: "his brother Emil".
  EntityId OneWord(const NameUse& use) {
    const std::string& word = use.words[0];
    const auto here = by_document_.find(Key(std::to_string(use.document), word));
    if (here != by_document_.end()) {
      const auto& ids = here->second;
      if (std::all_of(ids.begin(), ids.end(), [&](EntityId id) { return id == ids[0]; })) return ids[0];
      return Other({"?", word, std::to_string(use.document)});
    }
    const auto anywhere = by_last_.find(word);
    if (anywhere != by_last_.end() && anywhere->second.size() == 1) return anywhere->second[0].id;
    const auto first = by_first_.find(word);
    if (anywhere == by_last_.end() && first != by_first_.end() && first->second.size() == 1) return first->second[0];
    return Other({"?", word});
  }

  EntityId count_ = 0;
  StringMap<EntityId> pairs_;
  StringMap<EntityId> others_;
  StringMap<std::vector<FirstName>> by_last_;
  StringMap<std::vector<EntityId>> by_first_;
  StringMap<std::vector<EntityId>> by_document_;
};

}  // namespace

Entities JoinNames(const std::vector<Record>& records) {
  Entities entities;
  entities.of_names.resize(records.size());
  entities.mentions.resize(records.size());
  std::vector<NameUse> uses;
  for (uint32_t d = 0; d < records.size(); ++d) {
    entities.of_names[d].resize(records[d].names.size());
    for (uint32_t n = 0; n < records[d].names.size(); ++n) {
      const Name& name = records[d].names[n];
      uses.push_back({d, n, NameWords(name), name.kind == NameKind::kPerson});
    }
  }
  std::sort(uses.begin(), uses.end(), [](const NameUse& a, const NameUse& b) {
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    return std::tie(a.words, a.document, a.name) < std::tie(b.words, b.document, b.name);
  });
  Joiner joiner;
  for (const NameUse& use : uses) {
    const EntityId id = joiner.Join(use);
    joiner.Seen(use.document, use, id);
    entities.of_names[use.document][use.name] = id;
  }
  entities.count = joiner.count();
  entities.names.resize(entities.count + 1);
  for (uint32_t d = 0; d < records.size(); ++d) {
    for (uint32_t n = 0; n < records[d].names.size(); ++n) entities.names[entities.of_names[d][n]].push_back({d, n});
  }
  for (uint32_t d = 0; d < records.size(); ++d) {
    std::vector<Mention>& mentions = entities.mentions[d];
    const auto size = static_cast<uint32_t>(records[d].document.text.size());
    for (uint32_t n = 0; n < records[d].names.size(); ++n) {
      const Name& name = records[d].names[n];
      for (const Span span : name.mentions) {
        if (span.end <= size && !span.empty()) mentions.push_back({span, entities.of_names[d][n], name.kind, name.gender});
      }
    }
    std::sort(mentions.begin(), mentions.end(),
              [](const Mention& a, const Mention& b) { return std::tie(a.span, a.entity) < std::tie(b.span, b.entity); });
  }
  return entities;
}

namespace {

// Two first names beside one surname are two people; any other word that both names have may be all that is told of one.
bool AreTwoNames(const Name& a, const Name& b, const WordRules& rules) {
  if (a.role.find(b.name) != std::string::npos || b.role.find(a.name) != std::string::npos) return false;
  const std::vector<std::string> x = NameWords(a);
  const std::vector<std::string> y = NameWords(b);
  const auto part_of = [](const std::vector<std::string>& part, const std::vector<std::string>& all) {
    return std::all_of(part.begin(), part.end(), [&](const std::string& w) { return std::find(all.begin(), all.end(), w) != all.end(); });
  };
  if (part_of(x, y) || part_of(y, x)) return false;
  const bool full = x.size() > 1 && y.size() > 1;
  if (full && x.back() == y.back() && !AreSpellings(rules, x.front(), y.front())) return true;
  for (const std::string& first : x) {
    for (const std::string& second : y) {
      if (AreSpellings(rules, first, second)) return false;
    }
  }
  return true;
}

}  // namespace

bool AreTwoPeople(const std::vector<Record>& records, const Entities& entities, const WordRules& rules, EntityId a, EntityId b) {
  constexpr size_t kMostLookedAt = 16;  // names of one entity: further ones repeat them
  if (a == 0 || b == 0 || a == b) return false;
  std::vector<const Name*> names_of[2];
  for (const EntityId id : {a, b}) {
    for (const NameAt& at : entities.names[id]) {
      const Name& name = records[at.document].names[at.name];
      std::vector<const Name*>& names = names_of[id == a ? 0 : 1];
      // A mention that extraction took for a place or a body says nothing.
      if (name.kind == NameKind::kPerson && names.size() < kMostLookedAt) names.push_back(&name);
    }
  }
  if (names_of[0].empty() || names_of[1].empty()) return false;
  return std::all_of(names_of[0].begin(), names_of[0].end(), [&](const Name* x) {
    return std::all_of(names_of[1].begin(), names_of[1].end(), [&](const Name* y) { return AreTwoNames(*x, *y, rules); });
  });
}

}  // namespace crosscheck
