#include "compare/disputes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/strings.h"
#include "compare/aliases.h"
#include "compare/content_words.h"
#include "compare/speakers.h"
#include "compare/word_alignment.h"

namespace crosscheck {
namespace {

constexpr size_t kCommonWord = 400;   // statements; a word in more of them ties nothing together
constexpr size_t kMaxLookBack = 600;  // bytes before "denied this" in which its antecedent is looked for

// Words that name a claim without telling it: "denied the allegations".
constexpr std::string_view kClaimNouns[] = {"allegat", "allegation", "accusation", "claim",     "charge",
                                            "report",  "suggestion", "rumor",      "assertion", "story",
                                            "matter",  "that",       "this",       "any",       "wrongdoing"};

using Stems = std::set<std::string>;

// What a statement says, reduced to what another wording of it would share.
struct Proposition {
  size_t record = 0;
  const Statement* statement = nullptr;
  Stems stems;                           // of content words, synonyms as one; without the words of names
  std::set<std::string> about;           // names in the content, countries by their own name
  std::set<std::string> sources;         // who says it, countries by their own name
  const Proposition* answers = nullptr;  // for "denied this": what is denied
};

bool IsClaimNoun(const std::string& stem) {
  return std::find(std::begin(kClaimNouns), std::end(kClaimNouns), stem) != std::end(kClaimNouns);
}

// The first clause of a denial: "denied arms deals, but vowed to ..." denies the deals alone.
Span WhatIsDenied(std::string_view text, Span content) {
  constexpr std::string_view kTurns[] = {", but ", " but ", " despite ", ", though ", " although ", " while ", "; "};
  const std::string_view words = content.In(text);
  size_t end = words.size();
  for (const std::string_view turn : kTurns) end = std::min(end, words.find(turn));
  return {content.start, content.start + static_cast<uint32_t>(end)};
}

class DenialComparer {
 public:
  DenialComparer(const std::vector<Record>& records, const RuleTables& rules)
      : records_(records), rules_(rules), aliases_(rules) {}

  std::vector<ComparedGroup> Run() {
    for (size_t r = 0; r < records_.size(); ++r) AddPropositions(r);
    FindAntecedents();
    LinkAll();
    std::map<size_t, std::vector<size_t>> by_root;
    for (size_t i = 0; i < all_.size(); ++i) {
      if (linked_[i]) by_root[Root(i)].push_back(i);
    }
    std::vector<ComparedGroup> groups;
    for (const auto& [root, members] : by_root) {
      if (auto group = MakeGroup(members)) groups.push_back(*std::move(group));
    }
    return groups;
  }

 private:
  void AddPropositions(size_t r) {
    const Record& record = records_[r];
    const bool any_denial = std::any_of(record.statements.begin(), record.statements.end(),
                                        [](const Statement& s) { return s.polarity == Polarity::kDenied; });
    any_denial_ = any_denial_ || any_denial;
    std::vector<std::pair<Span, const Name*>> mentions;
    for (const Name& name : record.names) {
      for (const Span span : name.mentions) mentions.emplace_back(span, &name);
    }
    std::sort(mentions.begin(), mentions.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const Statement& statement : record.statements) {
      if (statement.polarity == Polarity::kDeclined || statement.sources.empty()) continue;
      Proposition p;
      p.record = r;
      p.statement = &statement;
      for (const Source& source : statement.sources) AddSources(source.name, &p.sources);
      const bool denied = statement.polarity == Polarity::kDenied;
      for (const Span part : statement.content) {
        AddContent(record, denied ? WhatIsDenied(record.document.text, part) : part, mentions, &p);
      }
      all_.push_back(std::move(p));
    }
  }

  void AddSources(std::string_view joined, std::set<std::string>* sources) const {
    for (size_t at = joined.find(" + "); at != std::string_view::npos; at = joined.find(" + ")) {
      sources->insert(aliases_.Canonical(joined.substr(0, at)));
      joined.remove_prefix(at + 3);
    }
    sources->insert(aliases_.Canonical(joined));
  }

  void AddContent(const Record& record, Span part, const std::vector<std::pair<Span, const Name*>>& mentions,
                  Proposition* p) const {
    auto next = std::lower_bound(mentions.begin(), mentions.end(), part.start,
                                 [](const auto& mention, uint32_t start) { return mention.first.end <= start; });
    for (const QuotedWord& word : SplitWords(record.document.text, part)) {
      while (next != mentions.end() && next->first.end <= word.span.start) ++next;
      if (next != mentions.end() && next->first.Overlaps(word.span)) {
        p->about.insert(aliases_.Canonical(next->second->name));
        continue;
      }
      if (std::string stem = ContentStem(word.lower, rules_); !stem.empty()) p->stems.insert(std::move(stem));
    }
  }

  static bool Disjoint(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::none_of(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); });
  }

  // "denied this", "denied the allegations": what is denied stands in the assertion before it.
  void FindAntecedents() {
    for (size_t i = 0; i < all_.size(); ++i) {
      Proposition& denial = all_[i];
      if (denial.statement->polarity != Polarity::kDenied) continue;
      std::erase_if(denial.stems, IsClaimNoun);
      if (!denial.stems.empty()) continue;
      const uint32_t at = Start(denial);
      for (size_t k = 0; k < all_.size() && all_[k].record <= denial.record; ++k) {
        const Proposition& other = all_[k];
        if (other.record != denial.record || other.statement->story != denial.statement->story) continue;
        if (other.statement->polarity != Polarity::kAsserted || !Disjoint(other.sources, denial.sources)) continue;
        const uint32_t start = Start(other);
        if (start >= at || at - start > kMaxLookBack) continue;
        if (denial.answers == nullptr || Start(*denial.answers) <= start) denial.answers = &other;
      }
      if (denial.answers != nullptr) {
        denial.stems = denial.answers->stems;
        denial.about.insert(denial.answers->about.begin(), denial.answers->about.end());
      }
    }
  }

  static uint32_t Start(const Proposition& p) {
    uint32_t start = p.statement->content.empty() ? 0 : p.statement->content.front().start;
    if (!p.statement->cue.empty()) start = std::min(start, p.statement->cue.front().start);
    return start;
  }

  void LinkAll() {
    linked_.assign(all_.size(), false);
    parent_.resize(all_.size());
    std::iota(parent_.begin(), parent_.end(), 0);
    if (!any_denial_) return;
    StringMap<std::vector<size_t>> by_stem;
    for (size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].statement->polarity != Polarity::kAsserted) continue;
      for (const std::string& stem : all_[i].stems) by_stem[stem].push_back(i);
    }
    for (size_t d = 0; d < all_.size(); ++d) {
      if (all_[d].statement->polarity != Polarity::kDenied) continue;
      std::map<size_t, size_t> shared;  // assertion -> words in common
      for (const std::string& stem : all_[d].stems) {
        const auto it = by_stem.find(stem);
        if (it == by_stem.end() || it->second.size() > kCommonWord) continue;
        for (const size_t a : it->second) ++shared[a];
      }
      for (const auto& [a, words] : shared) {
        if (Answers(all_[d], all_[a], words)) Link(a, d);
      }
    }
  }

  bool Answers(const Proposition& denial, const Proposition& assertion, size_t shared) const {
    if (denial.answers == &assertion) return true;
    if (!Disjoint(denial.sources, assertion.sources)) return false;
    const bool accused = !Disjoint(denial.sources, assertion.about);
    const size_t words = denial.stems.size();
    // Two thirds of what is denied must be in the assertion, and two words of it: "deals" alone ties nothing together.
    if (accused) return shared >= 2 && shared * 3 >= words * 2;
    return shared >= 3 && shared * 3 >= words * 2;
  }

  size_t Root(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  void Link(size_t a, size_t b) {
    linked_[a] = linked_[b] = true;
    a = Root(a);
    b = Root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  std::optional<ComparedGroup> MakeGroup(const std::vector<size_t>& members) const {
    std::map<std::string, std::pair<bool, bool>> documents;  // has assertion, has denial
    ComparedGroup result;
    Group& group = result.group;
    const Proposition* sharpest = nullptr;  // the denial with the fewest words of its own names the matter best
    for (const size_t i : members) {
      const Proposition& p = all_[i];
      const bool denied = p.statement->polarity == Polarity::kDenied;
      auto& has = documents[records_[p.record].document.id];
      (denied ? has.second : has.first) = true;
      group.members.push_back(Member(p));
      if (!denied && (sharpest == nullptr || p.stems.size() < sharpest->stems.size())) sharpest = &p;
    }
    if (documents.size() < 2) return std::nullopt;
    group.type = ClaimType::kStatement;
    group.about = StrCat("disputed: ", CollapseSpace(ContentOf(*sharpest)));
    group.relation = Relation::kDisputed;
    group.reason = "asserted and denied";
    group.documents = static_cast<int>(documents.size());
    group.sameness = 75;
    group.why = {"the denial names what the assertion says, or follows it"};
    std::vector<std::string> one_sided;
    for (const auto& [id, has] : documents) {
      if (has.first && !has.second) one_sided.push_back(id);
    }
    if (auto finding = MakeFinding(members, one_sided)) result.findings.push_back(*std::move(finding));
    return result;
  }

  std::string_view ContentOf(const Proposition& p) const {
    const Span first = p.statement->content.front();
    std::string_view text = first.In(records_[p.record].document.text);
    if (text.size() <= 120) return text;
    size_t cut = text.rfind(' ', 120);
    return text.substr(0, cut == std::string_view::npos ? 0 : cut);
  }

  GroupMember Member(const Proposition& p) const {
    const Document& document = records_[p.record].document;
    GroupMember member;
    member.document = document.id;
    member.claim = p.statement->id;
    member.span = p.statement->content.empty() ? p.statement->cue.front() : p.statement->content.front();
    member.text = std::string(member.span.In(document.text));
    member.side = p.statement->polarity == Polarity::kDenied ? "B" : "A";
    member.source = p.statement->sources.back().name;
    return member;
  }

  // At most four names, then how many more.
  static std::string FirstOf(const std::set<std::string>& names) {
    constexpr size_t kShown = 4;
    const std::vector<std::string> shown(names.begin(),
                                         std::next(names.begin(), static_cast<ptrdiff_t>(std::min(kShown, names.size()))));
    return StrCat(Join(shown, ", "), names.size() > kShown ? StrCat(" and ", names.size() - kShown, " more") : "");
  }

  std::optional<Finding> MakeFinding(const std::vector<size_t>& members, const std::vector<std::string>& one_sided) const {
    std::vector<FindingMember> evidence;
    std::set<std::string> asserting;
    std::set<std::string> denying;
    std::set<std::pair<std::string, std::string>> shown;  // one of each side for each document
    for (const size_t i : members) {
      const Proposition& p = all_[i];
      const Document& document = records_[p.record].document;
      const GroupMember member = Member(p);
      (member.side == "A" ? asserting : denying).insert(member.source);
      if (!shown.emplace(member.side, member.document).second) continue;
      const Span focus = member.span;
      const Span sentence = SentenceAround(document.text, focus);
      evidence.push_back({document.id, sentence, std::string(sentence.In(document.text)), focus, member.side, member.source});
    }
    std::stable_sort(evidence.begin(), evidence.end(),
                     [](const FindingMember& a, const FindingMember& b) { return a.side < b.side; });
    auto made = NewFinding(rules_.compare, "statement.disputed", Relation::kDisputed, one_sided.empty() ? 0.6 : 1,
                           {"", FirstOf(asserting), FirstOf(denying)});
    if (!made) return std::nullopt;
    Finding& finding = *made;
    if (one_sided.empty()) finding.severity = Severity::kNote;  // every article tells both sides
    finding.members = std::move(evidence);
    finding.why = {"one side asserts what the other denies; both may be reported rightly"};
    if (!one_sided.empty()) finding.why.push_back(StrCat("without the denial: ", Join(one_sided, ", ")));
    return made;
  }

  const std::vector<Record>& records_;
  const RuleTables& rules_;
  Aliases aliases_;
  std::vector<Proposition> all_;
  std::vector<bool> linked_;
  std::vector<size_t> parent_;
  bool any_denial_ = false;
};

}  // namespace

std::vector<ComparedGroup> CompareDenials(const std::vector<Record>& records, const RuleTables& rules) {
  return DenialComparer(records, rules).Run();
}

}  // namespace crosscheck
