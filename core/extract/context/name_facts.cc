#include "extract/context/name_facts.h"

#include <algorithm>

#include "extract/context/poles.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = ClauseReader::kNone;
constexpr uint32_t kFarthestBefore = 8;  // tokens of a description before the name
constexpr uint32_t kFarthestBehind = 12; // of an apposition
constexpr std::string_view kPortfolio = "portfolio";
constexpr std::string_view kOffice = "office";
constexpr std::string_view kKin = "kin";
constexpr std::string_view kStanding = "standing";

class FactFinder {
 public:
  explicit FactFinder(const ClauseReader& reader) : reader_(reader), view_(reader.view()) {}

  std::vector<NameFact> Find() {
    for (uint32_t t = 0; t < view_.tokens.size();) {
      const uint32_t m = reader_.MentionAt(t);
      uint32_t last = t + 1;
      while (m != kNone && last < view_.tokens.size() && reader_.MentionAt(last) == m) ++last;
      if (m != kNone && reader_.names()[m].kind == NameKind::kPerson) AddMention(t, last);
      t = last;
    }
    return std::move(facts_);
  }

 private:
  bool IsComma(uint32_t t) const { return view_.tokens[t].token_class == TokenClass::kComma; }
  bool IsPersonAt(uint32_t t) const {
    const uint32_t m = reader_.MentionAt(t);
    return m != kNone && reader_.names()[m].kind == NameKind::kPerson;
  }
  bool IsVerb(uint32_t t) const {
    constexpr uint8_t kFinite = VerbFormBit::kThird | VerbFormBit::kPast;
    return view_.IsAny(t, Bits({Role::kAuxiliary, Role::kModal, Role::kCue})) ||
           (view_.rules.verbs.FormsOf(view_.tokens[t].word) & kFinite) != 0;
  }
  // Ends a description: a mark, a clause, another person.
  bool Ends(uint32_t t) const {
    const TokenClass kind = view_.tokens[t].token_class;
    if (kind != TokenClass::kWord && kind != TokenClass::kDash) return true;
    return IsPersonAt(t) || view_.IsAny(t, Bits({Role::kRelative, Role::kSubordinator, Role::kPronoun})) || IsVerb(t);
  }

  void AddMention(uint32_t first, uint32_t last) {
    const ViewSentence& sentence = view_.SentenceOf(first);
    // "the interior minister Dragan Sool", "the head of the agency, Teodor Brisk": back to the article or the possessive.
    uint32_t from = first;
    if (from > sentence.first && IsComma(from - 1)) --from;
    const uint32_t until = from;
    bool of = false;
    while (from > sentence.first && first - from < kFarthestBefore) {
      if (Ends(from - 1)) break;
      --from;
      of = of || view_.Text(from) == "of";
      if (view_.IsAny(from, Bits({Role::kDeterminer, Role::kPossessive})) && !of) break;
      if (view_.IsAny(from, Bits({Role::kPreposition, Role::kCoordinator})) && view_.Text(from) != "of") {
        ++from;
        break;
      }
    }
    AddFacts(first, from, until, from, last);
    // "Dragan Sool, the interior minister,"
    if (last + 1 >= sentence.last || !IsComma(last)) return;
    if (view_.IsAny(last + 1, Bits({Role::kCoordinator, Role::kPreposition}))) return;  // "Ada Holt, and to her son"
    uint32_t end = last + 1;
    while (end < sentence.last && end - last < kFarthestBehind && !Ends(end)) ++end;
    const bool closed = end >= sentence.last || view_.tokens[end].token_class != TokenClass::kWord || view_.IsAny(end, Bits({Role::kRelative, Role::kCue, Role::kAuxiliary}));
    if (closed) AddFacts(first, last + 1, end, first, end);
  }

  void AddFacts(uint32_t name, uint32_t first, uint32_t last, uint32_t shown_first, uint32_t shown_last) {
    if (first >= last) return;
    const std::vector<PoleHit> hits = PolesIn(view_, first, last, PolePart::kPerson);
    const auto axis = [&](const PoleHit& hit) -> const std::string& { return view_.rules.words.poles[hit.pole].axis; };
    const auto has = [&](std::string_view wanted) {
      return std::any_of(hits.begin(), hits.end(), [&](const PoleHit& hit) { return axis(hit) == wanted; });
    };
    if (has(kStanding)) return;
    const bool office = has(kOffice);
    for (const PoleHit& hit : hits) {
      if (axis(hit) == kPortfolio && !office) continue;
      if (std::any_of(facts_.begin(), facts_.end(), [&](const NameFact& f) {
            return f.aspect == axis(hit) && f.first == shown_first && f.name == reader_.names()[reader_.MentionAt(name)].name;
          })) {
        continue;  // the first of one description: "minister and mayor"
      }
      NameFact fact{reader_.names()[reader_.MentionAt(name)].name, axis(hit), view_.rules.words.poles[hit.pole].name,
                    shown_first, shown_last, 0, 0};
      if (fact.aspect == kKin && hit.first > 0) {
        const uint32_t owner = hit.first >= 2 && view_.Text(hit.first - 1) == "'s" ? hit.first - 2 : hit.first - 1;
        if (const uint32_t m = reader_.MentionAt(owner); m != kNone) {
          fact.relative = reader_.names()[m].name;
        } else if (owner != hit.first - 1 || view_.Is(owner, Role::kPossessive)) {
          fact.possessor = reader_.LemmaOf(owner);
        }
      }
      facts_.push_back(std::move(fact));
    }
    for (uint32_t t = first; t < last; ++t) {
      if (!view_.Is(t, Role::kDemonym) || (t + 1 < last && view_.tokens[t + 1].token_class == TokenClass::kDash)) continue;
      // Of a person: "the Danish climber Mara Holt", "a Dane".
      const bool of_person = t + 2 >= last || view_.IsAny(t + 1, Bits({Role::kPersonNoun, Role::kTitle, Role::kKinship})) || reader_.HeadAt(t + 1) != 0;
      if (!of_person || (t > first && view_.tokens[t - 1].token_class == TokenClass::kDash)) continue;
      facts_.push_back({reader_.names()[reader_.MentionAt(name)].name, "nationality", CountryOf(t), shown_first, shown_last, 0, 0});
      break;
    }
  }

  // "French" and "France" are one.
  std::string CountryOf(uint32_t t) const {
    const NameRules& names = view_.rules.names;
    const WordId word = view_.tokens[t].word;
    const uint32_t first = word < names.phrases_of.size() ? names.phrases_of[word] : NameRules::kNone;
    for (uint32_t p = first; p < names.phrases.size() && names.phrases[p].words[0] == word; ++p) {
      const KnownName& known = names.known[names.phrases[p].known];
      if (names.phrases[p].words.size() == 1 && known.country != NameRules::kNone) return names.known[known.country].name;
    }
    return std::string(view_.Folded(t));
  }

  const ClauseReader& reader_;
  const TextView& view_;
  std::vector<NameFact> facts_;
};

}  // namespace

std::vector<NameFact> FindNameFacts(const ClauseReader& reader) { return FactFinder(reader).Find(); }

}  // namespace crosscheck
