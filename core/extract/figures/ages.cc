#include "extract/figures/ages.h"

#include <algorithm>
#include <string_view>

#include "base/strings.h"
#include "base/utf8.h"
#include "extract/figures/counted.h"

namespace crosscheck {
namespace {

constexpr RoleSet kFunction =
    Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kRelative, Role::kPreposition, Role::kCoordinator,
          Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kNegation, Role::kAdverb});
const Decimal kOldest = 120;

class AgeReader {
 public:
  AgeReader(const TextView& view, const NameTable& names, const Amount& amount, const Bound& bound, uint32_t floor, uint32_t limit)
      : view_(view), names_(names), amount_(amount), bound_(bound), before_(bound.first), floor_(floor), limit_(limit) {}

  std::optional<Age> Read() {
    Age age;
    age.last = amount_.last;
    const bool time = amount_.unit != nullptr && (amount_.unit->dimension == "calendar" || amount_.unit->dimension == "time");
    if (time && OldBehind(&age)) return age;
    if (amount_.unit != nullptr || !Plausible()) return std::nullopt;
    if (AgedBefore(&age) || OfYears(&age) || InGroup(&age)) return age;
    if (!amount_.number.spelled && (BetweenCommas(&age) || Predicate(&age) || AtAge(&age))) return age;
    return std::nullopt;
  }

  // The person before token `end`, also a pronoun.
  Age Person(uint32_t end) {
    Age age;
    if (!PersonBefore(end, &age)) PronounBefore(end, &age);
    return age;
  }

 private:
  bool Is(uint32_t t, std::string_view lower) const {
    return t >= floor_ && t < limit_ && EqualsIgnoreCase(view_.Text(t), lower);
  }
  bool Class(uint32_t t, TokenClass c) const { return t < limit_ && view_.tokens[t].token_class == c; }
  bool In(uint32_t t, FigureWord list) const { return t < limit_ && view_.rules.figures.Is(view_.tokens[t].word, list); }
  bool Plausible() const {
    const NumberPhrase& n = amount_.number;
    return !n.scaled && !n.ordinal && !n.fraction && !n.decimal && n.suffix.empty() && n.low.IsInteger() && n.low > Decimal(0) &&
           n.low <= kOldest;
  }
  const NameMention* NameAt(uint32_t t) const {
    if (t >= limit_ || names_.mention_of[t] == NameTable::kNone) return nullptr;
    return &names_.mentions[names_.mention_of[t]];
  }
  bool IsPerson(const NameMention& mention) const { return names_.names[mention.name].kind == NameKind::kPerson; }

  // "34-year-old [teacher]", "55 years old", "six weeks of age", "87 yo".
  bool OldBehind(Age* age) {
    uint32_t t = amount_.last;
    if (Class(t, TokenClass::kDash)) ++t;
    if (Is(t, "old") || Is(t, "olds")) {
      age->last = t + 1;
    } else if (Is(t, "of") && Is(t + 1, "age")) {
      age->last = t + 2;
    } else {
      return AgedUnit(age);
    }
    const bool attribute = amount_.hyphen || view_.tokens[t - 1].token_class == TokenClass::kDash;
    if (attribute && Is(t, "old")) {
      PersonBehind(age);
    } else {
      Subject(age);
    }
    return true;
  }

  // "aged 11 months".
  bool AgedUnit(Age* age) {
    if (amount_.first == floor_ || !In(amount_.first - 1, FigureWord::kAgeWord)) return false;
    PersonBefore(amount_.first - 1, age);
    return true;
  }

  // The person described by what stands before: a name, or the words of a noun phrase whose last word names a person.
  void PersonBehind(Age* age) {
    uint32_t t = age->last;
    const uint32_t start = t;
    while (t < limit_ && t < start + 7) {
      if (const NameMention* name = NameAt(t); name != nullptr && IsPerson(*name)) {
        age->whose_first = name->first;
        age->whose_last = name->last;
        return;
      }
      const Token& token = view_.tokens[t];
      const bool hyphen = token.token_class == TokenClass::kDash && !token.Has(Token::kSpaceBefore);
      if (token.token_class != TokenClass::kWord && !hyphen) break;
      if (!hyphen && (view_.IsAny(t, kFunction) || token.Has(Token::kClitic) || view_.Is(t, Role::kCue))) break;
      if (t > start && In(t, FigureWord::kPast)) break;
      if (t > start && token.length > 4 && view_.Text(t).ends_with("ed") && In(t - 1, FigureWord::kPersonNoun)) break;
      ++t;
    }
    if (t > start) Noun(start, t, age);
    const NameMention* name = Class(t, TokenClass::kComma) ? NameAt(t + 1) : nullptr;
    if (name == nullptr || !IsPerson(*name) || name->first != t + 1 || age->whose_last != t) return;
    age->name_first = name->first;
    age->name_last = name->last;
  }

  // Of the words [first, last): up to the last noun that names a person, else all.
  void Noun(uint32_t first, uint32_t last, Age* age) {
    uint32_t end = last;
    for (uint32_t t = last; t > first; --t) {
      if (In(t - 1, FigureWord::kPersonNoun) || view_.Is(t - 1, Role::kPersonNoun) || view_.Is(t - 1, Role::kKinship)) {
        end = t;
        break;
      }
    }
    age->whose_first = first;
    age->whose_last = end;
  }

  // A person whose phrase ends before token `end` (a comma may stand between).
  bool PersonBefore(uint32_t end, Age* age) {
    if (end > floor_ && Class(end - 1, TokenClass::kComma)) --end;
    if (end <= floor_) return false;
    if (const NameMention* name = NameAt(end - 1); name != nullptr && IsPerson(*name) && name->last == end) {
      age->whose_first = name->first;
      age->whose_last = name->last;
      return true;
    }
    const uint32_t t = end - 1;
    if (In(t, FigureWord::kPersonNoun) || view_.Is(t, Role::kPersonNoun) || view_.Is(t, Role::kKinship)) {
      age->whose_first = t;
      age->whose_last = end;
      return true;
    }
    if (!names_.names.empty()) return false;
    return Capitals(end, age);
  }

  // Without a table of names: two capitalised words or more.
  bool Capitals(uint32_t end, Age* age) {
    uint32_t start = end;
    while (start > floor_ && end - start < 4 && Class(start - 1, TokenClass::kWord) &&
           view_.tokens[start - 1].Has(Token::kCapital) && !view_.IsAny(start - 1, kFunction))
      --start;
    if (end - start < 2) return false;
    age->whose_first = start;
    age->whose_last = end;
    return true;
  }

  // "aged 34", "age 12", "ages 5 to 10".
  bool AgedBefore(Age* age) {
    uint32_t word = before_;
    for (int skipped = 0; skipped < 3 && word > floor_ && Introduces(word - 1); ++skipped) --word;
    if (word == floor_ || !In(word - 1, FigureWord::kAgeWord)) return false;
    if (!PersonBefore(word - 1, age)) PronounBefore(word - 1, age);
    return true;
  }

  // "ages of 5", "aged between 5", "aged from 5".
  bool Introduces(uint32_t t) const { return Is(t, "of") || Is(t, "between") || Is(t, "from"); }

  bool IsPerson(uint32_t t) const {
    return In(t, FigureWord::kPersonNoun) || In(t, FigureWord::kAgeGroup) || view_.Is(t, Role::kPersonNoun) ||
           view_.Is(t, Role::kKinship);
  }

  bool NothingCounted(uint32_t at) const {
    return at >= limit_ || view_.tokens[at].token_class != TokenClass::kWord || ReadCounted(view_, at, limit_, false).empty();
  }

  // "anyone under 18", "adults 65 and older", "older than 40": a bound of age on people.
  bool InGroup(Age* age) {
    if (bound_.modifier == Modifier::kExact || bound_.modifier == Modifier::kApprox) return false;
    bool sure = false;
    bool age_word = false;
    const auto look = [&](uint32_t from, uint32_t to) {
      for (uint32_t t = from; t < to && t < limit_; ++t) {
        sure = sure || Is(t, "older") || Is(t, "younger");
        age_word = age_word || In(t, FigureWord::kAgeBound) || (Is(t, "up") && bound_.modifier == Modifier::kAtLeast);
      }
    };
    look(before_, amount_.first);
    look(amount_.last, bound_.last);
    if (!age_word || !NothingCounted(std::max(bound_.last, amount_.last))) return false;
    uint32_t person = before_;
    for (int skipped = 0; skipped < 2 && person > floor_ && (Is(person - 1, "are") || Is(person - 1, "is") || Is(person - 1, "who"));
         ++skipped)
      --person;
    const bool group = person > floor_ && IsPerson(person - 1);
    if (!sure && !group) return false;
    if (group) {
      age->whose_first = person - 1;
      age->whose_last = person;
    }
    return true;
  }

  bool PronounBefore(uint32_t end, Age* age) const {
    if (end > floor_ && Class(end - 1, TokenClass::kComma)) --end;
    if (end <= floor_ || !(IsHeOrShe(end - 1) || In(end - 1, FigureWord::kAgeGroup))) return false;
    age->whose_first = end - 1;
    age->whose_last = end;
    return true;
  }
  bool IsHeOrShe(uint32_t t) const { return Is(t, "he") || Is(t, "she") || Is(t, "i") || Is(t, "who"); }

  // "She died at 93", "became a father at 16", "At 19, she won".
  bool AtAge(Age* age) {
    if (before_ == floor_ || !Is(before_ - 1, "at") || amount_.low < Decimal(10)) return false;
    const uint32_t at = before_ - 1;
    const uint32_t after = amount_.last;
    if (at == floor_ && Class(after, TokenClass::kComma)) {
      const NameMention* name = NameAt(after + 1);
      if (name != nullptr && IsPerson(*name)) {
        age->whose_first = name->first;
        age->whose_last = name->last;
        return true;
      }
      if (!IsHeOrShe(after + 1)) return false;
      age->whose_first = after + 1;
      age->whose_last = after + 2;
      return true;
    }
    if (at == floor_ || !In(at - 1, FigureWord::kAgeVerb)) return false;
    const bool closed = after >= limit_ || view_.tokens[after].token_class != TokenClass::kWord || view_.IsAny(after, kFunction);
    if (!closed || Is(after, "percent")) return false;
    uint32_t subject = at - 1;
    for (int skipped = 0; skipped < 4 && subject > floor_; ++skipped, --subject) {
      if (PersonBefore(subject, age) || PronounBefore(subject, age)) break;
    }
    return true;
  }

  // "a man of 45", "the boy of 11 who ran": not "a man of 45 kilos", "one of 20 men", "women of 20 nations".
  bool OfYears(Age* age) {
    if (amount_.number.spelled || before_ < floor_ + 3 || !Is(before_ - 1, "of")) return false;
    const uint32_t noun = before_ - 2;
    if (!In(noun, FigureWord::kPersonNoun) || !view_.IsAny(FirstOfPhrase(noun), Bits({Role::kDeterminer}))) return false;
    const uint32_t after = amount_.last;
    const bool closed = after >= limit_ || view_.tokens[after].token_class != TokenClass::kWord || ContinuesSentence(after);
    return closed && PersonBefore(noun + 1, age);
  }

  // The determiner of the noun at `t`, over at most two words before it ("a young man"); else `t`.
  uint32_t FirstOfPhrase(uint32_t t) const {
    for (uint32_t back = 1; back <= 3 && t >= floor_ + back; ++back) {
      if (view_.Is(t - back, Role::kDeterminer)) return t - back;
    }
    return t;
  }

  // No noun that the number could count: a verb or a function word.
  bool ContinuesSentence(uint32_t t) const {
    if (view_.IsAny(t, kFunction)) return true;
    return (view_.rules.verbs.FormsOf(view_.tokens[t].word) & (kPast | kParticiple)) != 0;
  }

  // "Dana Holt, 40, said", "Dana Holt (40)".
  bool BetweenCommas(Age* age) {
    uint32_t first = before_;
    while (first > floor_ && view_.Is(first - 1, Role::kAdverb)) --first;  // "now 34"
    if (first < floor_ + 2) return false;
    uint32_t before = first - 1;
    const bool comma = Class(before, TokenClass::kComma);
    const bool bracket = Is(before, "(") && (Is(amount_.last, ")") || Class(amount_.last, TokenClass::kComma));
    if (comma && Is(before - 1, ")")) before = BracketBefore(before - 1);  // "Mira Oslen (right), 84"
    if (!comma && !bracket) return false;
    const bool closed = amount_.last >= limit_ || Class(amount_.last, TokenClass::kComma) ||
                        Class(amount_.last, TokenClass::kStop) || Class(amount_.last, TokenClass::kColon) || bracket ||
                        Is(amount_.last, "of") || Is(amount_.last, "from") || Is(amount_.last, "and") ||
                        Is(amount_.last, "was") || Is(amount_.last, "who");
    return closed && (PersonBefore(before, age) || (comma && Surname(before, age)));
  }

  // The opening bracket of the one that closes at `close`, at most four tokens before it; else `close`.
  uint32_t BracketBefore(uint32_t close) const {
    for (uint32_t t = close; t > floor_ && close - t < 4; --t) {
      if (Is(t - 1, "(")) return t - 1;
    }
    return close;
  }

  // "Rale, 34, admitted": one word in a capital that no list knows as anything else, not after a preposition ("in Ostrel, 34,").
  bool Surname(uint32_t comma, Age* age) const {
    const uint32_t t = comma - 1;
    if (amount_.last >= limit_ || !Class(amount_.last, TokenClass::kComma) || amount_.low < Decimal(5)) return false;
    if (!Class(t, TokenClass::kWord) || !view_.tokens[t].Has(Token::kCapital) || view_.tokens[t].Has(Token::kAllCaps)) return false;
    constexpr RoleSet kNamed = Bits({Role::kFirstName, Role::kSurnameFirst, Role::kMale, Role::kFemale});
    if ((view_.Roles(t) & ~kNamed) != 0) return false;
    const NameMention* name = NameAt(t);
    if (name != nullptr && (names_.names[name->name].kind != NameKind::kPerson && name->last - name->first > 1)) return false;
    if (t > floor_ && (view_.Is(t - 1, Role::kPreposition) || view_.tokens[t - 1].Has(Token::kCapital))) return false;
    age->whose_first = t;
    age->whose_last = t + 1;
    return true;
  }

  // "She was 26.", "Holt turned 40 on Monday".
  bool Predicate(Age* age) {
    if (before_ < floor_ + 2) return false;
    uint32_t verb = before_ - 1;
    while (verb > floor_ && (Is(verb, "only") || Is(verb, "just") || Is(verb, "now") || Is(verb, "then"))) --verb;
    if (Is(verb, "be") && verb >= floor_ + 3 && Is(verb - 1, "to") && In(verb - 2, FigureWord::kBelieved))
      return NothingCounted(amount_.last) && BelievedPerson(verb - 2, age);
    const bool copula =
        Is(verb, "was") || Is(verb, "is") || Is(verb, "'s") || Is(verb, "turned") || Is(verb, "be") || Is(verb, "’s");
    if (!copula) return false;
    const uint32_t after = amount_.last;
    const bool closed = after >= limit_ || Class(after, TokenClass::kStop) || Class(after, TokenClass::kComma) ||
                        Is(after, "when") || Is(after, "at") || Is(after, "and") || Is(after, "years") || Is(after, "on") ||
                        Is(after, "in");
    if (!closed) return false;
    uint32_t subject = verb;
    while (subject > floor_ + 1 && view_.IsAny(subject - 1, Bits({Role::kAuxiliary, Role::kModal, Role::kAdverb}))) --subject;
    if (subject == floor_) return false;
    if (Class(subject - 1, TokenClass::kComma) && PersonBefore(subject - 1, age)) return true;
    const uint32_t t = subject - 1;
    if (Is(t, "he") || Is(t, "she") || Is(t, "i") || Is(t, "who")) {
      age->whose_first = t;
      age->whose_last = t + 1;
      return true;
    }
    const NameMention* name = NameAt(t);
    if (name != nullptr && IsPerson(*name)) return PersonBefore(subject, age);
    return In(t, FigureWord::kPersonNoun) && PersonBefore(subject, age);
  }

  // "a man believed to be about 50", "she is thought to be 40".
  bool BelievedPerson(uint32_t believed, Age* age) {
    uint32_t t = believed;
    while (t > floor_ && view_.IsAny(t - 1, Bits({Role::kAuxiliary, Role::kAdverb, Role::kModal}))) --t;
    return PersonBefore(t, age) || PronounBefore(t, age);
  }

  // Who is "55 years old": the subject before the verb, or the noun right before ("employees 55 years old").
  void Subject(Age* age) {
    uint32_t t = amount_.first;
    while (t > floor_ &&
           view_.IsAny(t - 1, Bits({Role::kAuxiliary, Role::kModal, Role::kAdverb, Role::kApproximator, Role::kBound})))
      --t;
    while (t > floor_ &&
           (Is(t - 1, "only") || Is(t - 1, "just") || Is(t - 1, "about") || Is(t - 1, "than") || Is(t - 1, "more") ||
            Is(t - 1, "over") || Is(t - 1, "was") || Is(t - 1, "is") || Is(t - 1, "who") || Is(t - 1, "are")))
      --t;
    if (t == floor_) return;
    if (Is(t - 1, "he") || Is(t - 1, "she") || Is(t - 1, "i")) {
      age->whose_first = t - 1;
      age->whose_last = t;
      return;
    }
    PersonBefore(t, age);
  }

  const TextView& view_;
  const NameTable& names_;
  const Amount& amount_;
  const Bound& bound_;
  uint32_t before_;  // first token of the words around the number
  uint32_t floor_;
  uint32_t limit_;
};

}  // namespace

std::optional<Age> ReadAge(const TextView& view, const NameTable& names, const Amount& amount, const Bound& bound, uint32_t floor,
                           uint32_t limit) {
  return AgeReader(view, names, amount, bound, floor, limit).Read();
}

Age PersonOfAge(const TextView& view, const NameTable& names, uint32_t end, uint32_t floor, uint32_t limit) {
  const Amount none;
  const Bound nothing;
  return AgeReader(view, names, none, nothing, floor, limit).Person(end);
}

}  // namespace crosscheck
