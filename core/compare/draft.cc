// How it works: five witnesses say where a claim stands, the surest first; a later one is asked about a source only where the earlier
// ones found nothing in it. Groups know values and speakers. Names are those that mean one person, body or place. Copied passages
// have the claim at the same place of the same text, changed there or not. Words in quotation marks are looked for as they are, and
// reported words in the sentence that has most of them.
#include "compare/draft.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/strings.h"
#include "compare/bundle/resolver.h"
#include "compare/content_words.h"
#include "compare/quoted_words.h"
#include "compare/speakers.h"
#include "text/sentence.h"

namespace crosscheck {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);
constexpr size_t kMinQuotedWords = 3;  // fewer in quotation marks are a phrase that anybody may use
// Content words of a report that a sentence must have, at least, and of a hundred. On five bundles of real news nine in ten such sentences
// told the same thing; at 45 of a hundred, or with three words, one in three did not.
constexpr size_t kMinReportedWords = 4;
constexpr size_t kReportedShare = 60;
constexpr size_t kPassageSlack = 64;   // words by which the two texts of a passage may be out of step beyond their unlike lengths

using Words = std::vector<QuotedWord>;

bool SameWordsAt(const Words& needle, const Words& words, size_t at) {
  if (needle.empty() || at + needle.size() > words.size()) return false;
  for (size_t i = 0; i < needle.size(); ++i) {
    if (needle[i].lower != words[at + i].lower) return false;
  }
  return true;
}

Span SpanOf(const Words& words, size_t first, size_t count) { return {words[first].span.start, words[first + count - 1].span.end}; }

Span HullOf(const Statement& statement) {
  Span hull = statement.content.front();
  for (const Span part : statement.content) hull = {std::min(hull.start, part.start), std::max(hull.end, part.end)};
  return hull;
}

// A document as the places in it are told.
class Speech {
 public:
  explicit Speech(const Record& record) : speakers_(record) {
    for (const Statement& statement : record.statements) by_id_.emplace(statement.id, &statement);
  }
  const Statement* Find(std::string_view id) const {
    const auto it = by_id_.find(id);
    return it == by_id_.end() ? nullptr : it->second;
  }
  Speaker SpeakerOf(const Statement& statement) const { return speakers_.SpeakerOf(statement); }

 private:
  SpeakerIndex speakers_;
  StringMap<const Statement*> by_id_;
};

class StandingFinder {
 public:
  StandingFinder(const Worksheet& sheet, size_t draft, const RuleTables& rules)
      : sheet_(sheet), at_(draft), draft_(sheet.documents[draft]), rules_(rules) {}

  std::vector<DraftClaim> Run() {
    ListClaims();
    AskGroups();
    AskNames();
    AskCopies();
    AskQuotedWords();
    AskReportedWords();
    for (Asked& asked : asked_) Conclude(&asked);
    std::vector<DraftClaim> claims;
    for (Asked& asked : asked_) claims.push_back(std::move(asked.claim));
    return claims;
  }

 private:
  struct Asked {
    DraftClaim claim;
    const Statement* statement = nullptr;  // of a statement
    Words quoted;                          // its words in quotation marks
    std::set<std::string> reported;        // stems of its content words, where few of them are quoted
  };

  // --- what is asked

  void ListClaims() {
    for (const Figure& figure : draft_.figures) AddClaim(ClaimKind::kFigure, figure.id, figure.span);
    for (const Timex& date : draft_.dates) AddClaim(ClaimKind::kDate, date.id, date.span);
    for (const Name& name : draft_.names) {
      if (!name.mentions.empty()) AddClaim(ClaimKind::kName, name.id, name.mentions.front());
    }
    for (const Statement& statement : draft_.statements) {
      if (statement.content.empty()) continue;
      Asked& asked = AddClaim(ClaimKind::kStatement, statement.id, HullOf(statement));
      asked.statement = &statement;
      asked.quoted = QuotedWords(draft_.document.text, statement);
      if (asked.quoted.size() >= kMinQuotedWords) continue;
      for (const Span part : statement.content) {
        for (std::string& stem : Stems(draft_.document.text, part)) asked.reported.insert(std::move(stem));
      }
    }
    std::sort(asked_.begin(), asked_.end(), [](const Asked& a, const Asked& b) {
      return std::tie(a.claim.span, a.claim.kind, a.claim.claim) < std::tie(b.claim.span, b.claim.kind, b.claim.claim);
    });
    for (size_t i = 0; i < asked_.size(); ++i) by_id_.emplace(asked_[i].claim.claim, i);
  }

  Asked& AddClaim(ClaimKind kind, const std::string& id, Span span) {
    Asked& asked = asked_.emplace_back();
    asked.claim.claim = id;
    asked.claim.kind = kind;
    asked.claim.span = span;
    asked.claim.text = std::string(span.In(draft_.document.text));
    return asked;
  }

  // --- answers

  static bool Knows(const DraftClaim& claim, std::string_view document) {
    return std::any_of(claim.in.begin(), claim.in.end(), [&](const SourcePlace& place) { return place.document == document; });
  }

  static void Add(SourcePlace place, DraftClaim* claim) {
    for (SourcePlace& known : claim->in) {
      if (known.document != place.document || !known.span.Overlaps(place.span)) continue;
      known.standing = std::max(known.standing, place.standing);
      return;
    }
    claim->in.push_back(std::move(place));
  }

  void AskGroups() {
    for (const Group& group : sheet_.groups) {
      if (group.decision == "not comparable") continue;
      for (const GroupMember& own : group.members) {
        if (own.document != draft_.document.id) continue;
        const auto claim = by_id_.find(own.claim);
        if (claim == by_id_.end()) continue;
        for (const GroupMember& other : group.members) {
          if (other.document == own.document) continue;
          Add({other.document, other.claim, other.span, other.text, other.source, StandingOf(group, own, other)},
              &asked_[claim->second].claim);
        }
      }
    }
  }

  Standing StandingOf(const Group& group, const GroupMember& own, const GroupMember& other) {
    if (group.relation == Relation::kAgree) return Standing::kSame;
    if (group.relation == Relation::kCompatible || own.side.empty() || other.side.empty()) return Standing::kCompatible;
    if (own.side == other.side) return Standing::kSame;
    if (group.type == ClaimType::kName) return Standing::kOtherWords;
    if (group.type == ClaimType::kQuote) return OtherSpeakers(own, other) ? Standing::kOtherSpeaker : Standing::kOtherWords;
    return Standing::kOtherValue;
  }

  bool OtherSpeakers(const GroupMember& own, const GroupMember& other) {
    const Speech* ours = SpeechOf(own.document);
    const Speech* theirs = SpeechOf(other.document);
    const Statement* a = ours == nullptr ? nullptr : ours->Find(own.claim);
    const Statement* b = theirs == nullptr ? nullptr : theirs->Find(other.claim);
    return a != nullptr && b != nullptr && MatchSpeakers(ours->SpeakerOf(*a), theirs->SpeakerOf(*b)) == SpeakerMatch::kOther;
  }

  const Record* Find(std::string_view document) const {
    const auto it = std::lower_bound(sheet_.documents.begin(), sheet_.documents.end(), document,
                                     [](const Record& record, std::string_view key) { return record.document.id < key; });
    return it != sheet_.documents.end() && it->document.id == document ? &*it : nullptr;
  }

  const Speech* SpeechOf(const std::string& document) {
    const auto [it, added] = speeches_.try_emplace(document);
    const Record* record = added ? Find(document) : nullptr;
    if (record != nullptr) it->second = std::make_unique<Speech>(*record);
    return it->second.get();
  }

  void AskNames() {
    const Entities entities = JoinNames(sheet_.documents);
    std::map<EntityId, std::vector<std::pair<size_t, size_t>>> elsewhere;  // document, name
    for (size_t d = 0; d < sheet_.documents.size(); ++d) {
      for (size_t n = 0; d != at_ && n < entities.of_names[d].size(); ++n) elsewhere[entities.of_names[d][n]].emplace_back(d, n);
    }
    for (size_t n = 0; n < draft_.names.size(); ++n) {
      const auto claim = by_id_.find(draft_.names[n].id);
      const auto places = elsewhere.find(entities.of_names[at_][n]);
      if (claim == by_id_.end() || places == elsewhere.end()) continue;
      for (const auto& [d, other] : places->second) AddName(draft_.names[n], d, other, &asked_[claim->second].claim);
    }
  }

  void AddName(const Name& own, size_t d, size_t n, DraftClaim* claim) const {
    const Document& document = sheet_.documents[d].document;
    const Name& name = sheet_.documents[d].names[n];
    if (name.mentions.empty()) return;
    const Span span = LongestMention(name);
    const Standing standing = SameName(own.name, name.name) ? Standing::kSame : Standing::kOtherWords;
    Add({document.id, name.id, span, std::string(span.In(document.text)), "", standing}, claim);
  }

  void AskCopies() {
    for (const Reuse& reuse : sheet_.reuse) {
      const bool is_a = reuse.a == draft_.document.id;
      if (reuse.a == reuse.b || (!is_a && reuse.b != draft_.document.id)) continue;
      const Record* source = Find(is_a ? reuse.b : reuse.a);
      if (source == nullptr) continue;
      for (const Passage& passage : reuse.passages) {
        AskPassage(is_a ? passage.a : passage.b, source->document, is_a ? passage.b : passage.a, reuse.changes, is_a);
      }
    }
  }

  void AskPassage(Span own, const Document& source, Span there, const std::vector<Edit>& changes, bool is_a) {
    const Words ours = SplitWords(draft_.document.text, own);
    const Words theirs = SplitWords(source.text, there);
    const size_t slack = kPassageSlack + (ours.size() > theirs.size() ? ours.size() - theirs.size() : theirs.size() - ours.size());
    const auto first = std::partition_point(asked_.begin(), asked_.end(), [&](const Asked& a) { return a.claim.span.start < own.start; });
    for (auto it = first; it != asked_.end() && it->claim.span.start < own.end; ++it) {
      DraftClaim& claim = it->claim;
      if (!own.Contains(claim.span) || Knows(claim, source.id)) continue;
      if (AddChange(changes, is_a, source, &claim)) continue;
      const auto at = std::partition_point(ours.begin(), ours.end(), [&](const QuotedWord& w) { return w.span.start < claim.span.start; });
      const auto step = static_cast<size_t>(at - ours.begin());
      const Words needle = SplitWords(draft_.document.text, claim.span);
      if (const auto found = Nearest(needle, theirs, step, slack)) AddWords(source, SpanOf(theirs, *found, needle.size()), &claim);
    }
  }

  // What the copy has in the claim's place. False: it was not changed there.
  static bool AddChange(const std::vector<Edit>& changes, bool is_a, const Document& source, DraftClaim* claim) {
    for (const Edit& edit : changes) {
      const Span own = is_a ? edit.a : edit.b;
      const Span there = is_a ? edit.b : edit.a;
      if (own.empty() || there.empty() || !own.Overlaps(claim->span)) continue;
      const bool value = claim->kind == ClaimKind::kFigure || claim->kind == ClaimKind::kDate;
      Add({source.id, "", there, std::string(there.In(source.text)), "", value ? Standing::kOtherValue : Standing::kOtherWords}, claim);
      return true;
    }
    return false;
  }

  // Where the words stand nearest to `step`, at most `slack` words away.
  static std::optional<size_t> Nearest(const Words& needle, const Words& words, size_t step, size_t slack) {
    for (size_t off = 0; off <= slack; ++off) {
      if (step + off < words.size() && SameWordsAt(needle, words, step + off)) return step + off;
      if (off <= step && SameWordsAt(needle, words, step - off)) return step - off;
    }
    return std::nullopt;
  }

  void AddWords(const Document& source, Span span, DraftClaim* claim, Standing standing = Standing::kSame) {
    const Speech* speech = claim->kind == ClaimKind::kName ? nullptr : SpeechOf(source.id);
    const Statement* statement = nullptr;
    for (const Statement& told : Find(source.id)->statements) {
      if (speech != nullptr && !told.content.empty() && HullOf(told).Overlaps(span)) statement = &told;  // the innermost comes last
    }
    const std::string said_by = statement == nullptr ? "" : speech->SpeakerOf(*statement).name;
    Add({source.id, "", span, std::string(span.In(source.text)), said_by, standing}, claim);
  }

  // Words in quotation marks, and names, that stand in a source as they are.
  void AskQuotedWords() {
    for (const Record& record : sheet_.documents) {
      if (&record == &draft_) continue;
      std::vector<std::pair<DraftClaim*, Words>> wanted;
      for (Asked& asked : asked_) {
        if (Knows(asked.claim, record.document.id)) continue;
        if (asked.quoted.size() >= kMinQuotedWords) wanted.emplace_back(&asked.claim, asked.quoted);
        if (asked.claim.kind == ClaimKind::kName) wanted.emplace_back(&asked.claim, SplitWords(draft_.document.text, asked.claim.span));
      }
      if (!wanted.empty()) LookFor(wanted, record.document);
    }
  }

  void LookFor(const std::vector<std::pair<DraftClaim*, Words>>& wanted, const Document& source) {
    const Words words = SplitWords(source.text, {0, static_cast<uint32_t>(source.text.size())});
    StringMap<std::vector<DraftClaim*>> by_first;
    std::map<const DraftClaim*, const Words*> words_of;
    for (const auto& [claim, needle] : wanted) {
      if (needle.empty()) continue;
      by_first[needle.front().lower].push_back(claim);
      words_of[claim] = &needle;
    }
    for (size_t at = 0; at < words.size(); ++at) {
      const auto first = by_first.find(words[at].lower);
      if (first == by_first.end()) continue;
      for (DraftClaim* claim : first->second) {
        const Words& needle = *words_of[claim];
        if (Knows(*claim, source.id) || !SameWordsAt(needle, words, at)) continue;
        const Span span = SpanOf(words, at, needle.size());
        // "brown" is no Brown.
        if (claim->kind == ClaimKind::kName && span.In(source.text) != claim->text) continue;
        AddWords(source, span, claim);
      }
    }
  }

  std::vector<std::string> Stems(std::string_view text, Span span) const {
    std::vector<std::string> stems;
    for (const QuotedWord& word : SplitWords(text, span)) {
      const bool number = word.lower[0] >= '0' && word.lower[0] <= '9';
      if (std::string stem = number ? "" : ContentStem(word.lower, rules_); !stem.empty()) stems.push_back(std::move(stem));
    }
    return stems;
  }

  // The sentence of each source that has most of the words of an indirect statement, where it has most of them.
  void AskReportedWords() {
    StringMap<std::vector<size_t>> by_stem;  // claims
    for (size_t i = 0; i < asked_.size(); ++i) {
      if (asked_[i].reported.size() < kMinReportedWords) continue;
      for (const std::string& stem : asked_[i].reported) by_stem[stem].push_back(i);
    }
    for (const Record& record : sheet_.documents) {
      if (&record == &draft_ || by_stem.empty()) continue;
      std::map<size_t, std::pair<size_t, Span>> best;  // claim; words in common, sentence
      const std::string_view text = record.document.text;
      for (uint32_t at = 0; at < text.size();) {
        const Span sentence = SentenceAround(text, {at, at + 1});
        for (const auto& [claim, shared] : Shared(by_stem, text, sentence)) {
          auto& [most, place] = best[claim];
          if (shared > most) std::tie(most, place) = std::tuple(shared, sentence);
        }
        at = std::max(sentence.end, at + 1);
      }
      for (const auto& [i, found] : best) AddReport(record.document, found.first, found.second, &asked_[i]);
    }
  }

  // How many of its words each claim has in the sentence.
  std::map<size_t, size_t> Shared(const StringMap<std::vector<size_t>>& by_stem, std::string_view text, Span sentence) const {
    std::map<size_t, size_t> shared;
    const std::vector<std::string> stems = Stems(text, sentence);
    for (const std::string& stem : std::set<std::string>(stems.begin(), stems.end())) {
      const auto claims = by_stem.find(stem);
      if (claims == by_stem.end()) continue;
      for (const size_t claim : claims->second) ++shared[claim];
    }
    return shared;
  }

  void AddReport(const Document& source, size_t shared, Span sentence, Asked* asked) {
    if (Knows(asked->claim, source.id) || shared < kMinReportedWords || shared * 100 < asked->reported.size() * kReportedShare) return;
    AddWords(source, sentence, &asked->claim, Standing::kOtherWords);
  }

  static void Conclude(Asked* asked) {
    DraftClaim& claim = asked->claim;
    std::sort(claim.in.begin(), claim.in.end(), [](const SourcePlace& a, const SourcePlace& b) {
      return std::tie(b.standing, a.document, a.span, a.claim) < std::tie(a.standing, b.document, b.span, b.claim);
    });
    const bool looked_for = asked->statement == nullptr || asked->quoted.size() >= kMinQuotedWords ||
                            asked->reported.size() >= kMinReportedWords;
    claim.standing = looked_for ? Standing::kInNoSource : Standing::kNotLookedFor;
    for (const SourcePlace& place : claim.in) claim.standing = std::max(claim.standing, place.standing);
  }

  const Worksheet& sheet_;
  size_t at_;
  const Record& draft_;
  const RuleTables& rules_;
  std::vector<Asked> asked_;  // in text order
  StringMap<size_t> by_id_;
  std::map<std::string, std::unique_ptr<Speech>> speeches_;
};

}  // namespace

void KeepFindingsOf(std::string_view document, std::vector<Finding>* findings) {
  const auto is_in = [&](const FindingMember& member) { return member.document == document; };
  for (Finding& finding : *findings) std::stable_partition(finding.members.begin(), finding.members.end(), is_in);
  std::erase_if(*findings, [&](const Finding& finding) { return finding.members.empty() || !is_in(finding.members.front()); });
}

Draft FindStandings(const Worksheet& sheet, std::string_view document, const RuleTables& rules) {
  Draft draft{std::string(document), {}};
  for (size_t i = 0; i < sheet.documents.size(); ++i) {
    if (sheet.documents[i].document.id == document) draft.claims = StandingFinder(sheet, i, rules).Run();
  }
  return draft;
}

}  // namespace crosscheck
