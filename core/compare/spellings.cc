#include "compare/spellings.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/strings.h"
#include "compare/speakers.h"
#include "rulebook/tables.h"
#include "text/stem.h"

namespace crosscheck {
namespace {

constexpr size_t kCommonWord = 64;  // distinct names; a name word in more of them joins no pair

// One spelling of a person's name in the bundle, with all documents that use it.
struct Spelling {
  std::vector<std::string> words;  // lower case
  std::string shown;
  std::string role;
  std::set<size_t> records;
  std::vector<std::pair<size_t, const Name*>> places;  // record, name
};

enum class Kind { kNone, kSpelling, kMisread };

// "markus" / "markkus": one letter in a word of five or more, two in one of eight or more.
bool NearWord(const std::string& a, const std::string& b) {
  if (a[0] != b[0]) return false;
  const size_t shorter = std::min(a.size(), b.size());
  const int limit = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
  return limit > 0 && EditDistance(a, b, limit) <= limit;
}

std::string Consonants(const std::string& word) {
  std::string kept;
  for (const char c : word) {
    const bool vowel = std::string_view("aeiouy").find(c) != std::string_view::npos;
    if (!vowel && (kept.empty() || kept.back() != c)) kept.push_back(c);
  }
  return kept;
}

// "keane" / "keen", "reid" / "read": short words with the same consonants, of which two letters or fewer are unlike.
bool SoundAlike(const std::string& a, const std::string& b) {
  if (a[0] != b[0] || std::min(a.size(), b.size()) < 4) return false;
  const std::string consonants = Consonants(a);
  return consonants.size() >= 2 && consonants == Consonants(b) && EditDistance(a, b, 2) <= 2;
}

// The same number of words, all equal but one, and that one near; of people in one role a last name that sounds alike will do.
bool IsSpelling(const Spelling& x, const Spelling& y) {
  const std::vector<std::string>& a = x.words;
  const std::vector<std::string>& b = y.words;
  if (a.size() != b.size() || a.size() < 2) return false;
  const bool same_role = !x.role.empty() && x.role == y.role;
  size_t near = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    const bool last = i + 1 == a.size();
    if (!NearWord(a[i], b[i]) && !(last && same_role && SoundAlike(a[i], b[i]))) return false;
    ++near;
  }
  return near == 1;
}

bool Without(const std::vector<std::string>& words, const std::vector<std::string>& all) {
  size_t at = 0;
  for (const std::string& word : words) {
    while (at < all.size() && all[at] != word) ++at;
    if (at++ == all.size()) return false;
  }
  return true;
}

// "Ann Mary" beside "Ann Cole", where a third article has "Ann Mary Cole": the middle name was taken for the surname.
bool IsMisread(const Spelling& cut, const Spelling& right, const Spelling& full) {
  return full.words.size() > cut.words.size() && full.words.size() > right.words.size() && cut.words.size() >= 2 &&
         right.words.size() >= 2 && Without(cut.words, full.words) && Without(right.words, full.words) &&
         cut.words.front() == full.words.front() && cut.words.back() != full.words.back() &&
         right.words.back() == full.words.back() && right.words.front() == full.words.front();
}

class SpellingComparer {
 public:
  SpellingComparer(const std::vector<Record>& records, const CompareRules& rules) : records_(records), rules_(rules) {
    Collect();
  }

  std::vector<ComparedGroup> Run() {
    std::map<std::string, std::vector<size_t>> by_word;
    for (size_t i = 0; i < spellings_.size(); ++i) {
      for (const std::string& word : std::set<std::string>(spellings_[i].words.begin(), spellings_[i].words.end())) {
        by_word[word].push_back(i);
      }
    }
    std::set<std::pair<size_t, size_t>> pairs;
    for (const auto& [word, of] : by_word) {
      if (of.size() > kCommonWord) continue;
      for (size_t i = 0; i < of.size(); ++i) {
        for (size_t k = i + 1; k < of.size(); ++k) pairs.emplace(of[i], of[k]);
      }
    }
    std::vector<ComparedGroup> groups;
    for (const auto& [a, b] : pairs) {
      if (SideBySide(spellings_[a], spellings_[b])) continue;
      if (IsSpelling(spellings_[a], spellings_[b])) groups.push_back(MakeGroup(a, b, nullptr));
      for (const std::string& word : spellings_[a].words) {
        const auto of = by_word.find(word);
        const Spelling* full = of->second.size() > kCommonWord ? nullptr : FullForm(a, b, of->second);
        if (full == nullptr) continue;
        groups.push_back(MakeGroup(a, b, full));
        break;
      }
    }
    return groups;
  }

 private:
  void Collect() {
    std::map<std::vector<std::string>, Spelling> by_words;
    for (size_t r = 0; r < records_.size(); ++r) {
      for (const Name& name : records_[r].names) {
        if (name.kind != NameKind::kPerson) continue;
        std::vector<std::string> words = NameWords(name.name);
        if (words.size() < 2) continue;
        Spelling& spelling = by_words[words];
        spelling.words = words;
        if (spelling.shown.empty()) spelling.shown = name.name;
        if (spelling.role.empty()) spelling.role = name.role;
        spelling.records.insert(r);
        spelling.places.emplace_back(r, &name);
      }
    }
    for (auto& [words, spelling] : by_words) spellings_.push_back(std::move(spelling));
  }

  // Two names in one article are two persons (brothers, a father and his son), whoever else spells them how.
  static bool SideBySide(const Spelling& a, const Spelling& b) {
    return std::any_of(a.records.begin(), a.records.end(), [&](size_t r) { return b.records.contains(r); });
  }

  const Spelling* FullForm(size_t a, size_t b, const std::vector<size_t>& candidates) const {
    for (const size_t c : candidates) {
      if (c == a || c == b) continue;
      const Spelling& full = spellings_[c];
      if (IsMisread(spellings_[a], spellings_[b], full) || IsMisread(spellings_[b], spellings_[a], full)) return &full;
    }
    return nullptr;
  }

  void AddMembers(const Spelling& spelling, const std::string& side, Group* group) const {
    for (const auto& [r, name] : spelling.places) {
      if (name->mentions.empty()) continue;
      GroupMember member;
      member.document = records_[r].document.id;
      member.claim = name->id;
      member.span = LongestMention(*name);
      member.text = std::string(member.span.In(records_[r].document.text));
      member.side = side;
      group->members.push_back(std::move(member));
    }
  }

  ComparedGroup MakeGroup(size_t a, size_t b, const Spelling* full) const {
    const Spelling& first = spellings_[a];
    const Spelling& second = spellings_[b];
    ComparedGroup result;
    Group& group = result.group;
    group.type = ClaimType::kName;
    group.about = StrCat("name: ", full != nullptr ? full->shown : first.shown);
    group.relation = Relation::kDiffer;
    group.reason = full != nullptr ? "parts of a longer name" : "spelling";
    group.tier = Tier::kLook;
    AddMembers(first, "A", &group);
    AddMembers(second, "B", &group);
    std::set<size_t> documents = first.records;
    documents.insert(second.records.begin(), second.records.end());
    if (full != nullptr) {
      AddMembers(*full, "", &group);
      documents.insert(full->records.begin(), full->records.end());
    }
    group.documents = static_cast<int>(documents.size());
    const bool same_role = !first.role.empty() && first.role == second.role;
    group.sameness = full != nullptr || same_role ? 85 : 70;
    group.why = {full != nullptr ? StrCat("both are parts of ", full->shown)
                                 : "all words but one are equal, that one by a letter or two"};
    if (same_role) group.why.push_back(StrCat("the same role: ", first.role));
    auto made = NewFinding(rules_, full != nullptr ? "name.misread" : "name.spelling", Relation::kDiffer, 1,
                           {"", first.shown, second.shown});
    if (!made) return result;
    Finding& finding = *made;
    finding.why = group.why;
    std::set<std::string> shown;  // one place for each document
    for (const GroupMember& member : group.members) {
      if (member.side.empty() || !shown.insert(member.document).second) continue;
      const std::string_view text = TextOf(member.document);
      const Span sentence = SentenceAround(text, member.span);
      finding.members.push_back({member.document, sentence, std::string(sentence.In(text)), member.span, member.side, ""});
    }
    result.findings.push_back(*std::move(made));
    return result;
  }

  std::string_view TextOf(const std::string& id) const {
    const auto it = std::lower_bound(records_.begin(), records_.end(), id,
                                     [](const Record& record, const std::string& key) { return record.document.id < key; });
    return it->document.text;
  }

  const std::vector<Record>& records_;
  const CompareRules& rules_;
  std::vector<Spelling> spellings_;
};

}  // namespace

std::vector<ComparedGroup> CompareSpellings(const std::vector<Record>& records, const RuleTables& rules) {
  return SpellingComparer(records, rules.compare).Run();
}

}  // namespace crosscheck
