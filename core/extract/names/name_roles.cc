#include "extract/names/name_roles.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr RoleSet kHead = Bits({Role::kOrganisationNoun, Role::kPlaceNoun});
constexpr RoleSet kPersonWord = Bits({Role::kPersonNoun, Role::kTitleAbbreviation, Role::kCivility});
constexpr uint32_t kMaxRole = 12;  // tokens looked at for a role on either side

bool IsWord(const TextView& view, uint32_t t) { return view.tokens[t].token_class == TokenClass::kWord; }
bool IsText(const TextView& view, uint32_t t, std::string_view text) { return view.Text(t) == text; }

// A word that can be the head of a title: "President", "Gen.", "Judge", but not "Foreign" or "Prime".
bool IsTitleHead(const TextView& view, uint32_t t) {
  if (!view.Is(t, Role::kTitle)) return view.IsAny(t, Bits({Role::kTitleAbbreviation, Role::kPersonNoun}));
  return view.IsAny(t, kPersonWord) || !view.Is(t, Role::kPortfolio);
}

bool IsTitlePart(const TextView& view, uint32_t t) {
  return view.IsAny(t, Bits({Role::kTitle, Role::kPortfolio, Role::kTitleAbbreviation, Role::kPersonNoun}));
}

// After a title's head: "of State", "of National Intelligence", "for Political Affairs". One past it, or `at`.
uint32_t AfterPortfolio(const TextView& view, uint32_t at, uint32_t last) {
  if (at >= last || !(IsText(view, at, "of") || IsText(view, at, "for"))) return at;
  uint32_t i = at + 1;
  if (i < last && IsText(view, i, "the")) ++i;
  const uint32_t begin = i;
  const auto name_after = [&](uint32_t t) {
    return t + 1 < last && view.IsAny(t + 1, Bits({Role::kFirstName, Role::kSurnameFirst}));
  };
  while (i < last && (view.Is(i, Role::kPortfolio) || (i > begin && IsText(view, i, "and")) || (i == begin && name_after(i))))
    ++i;
  return i > begin ? i : at;
}

Gender GenderOfRoles(RoleSet roles) {
  const bool female = (roles & Bit(Role::kFemale)) != 0;
  const bool male = (roles & Bit(Role::kMale)) != 0;
  return female == male ? Gender::kUnknown : female ? Gender::kFemale : Gender::kMale;
}

bool HasParticle(const TextView& view, uint32_t first, uint32_t last) {
  for (uint32_t i = first + 1; i + 1 < last; ++i) {
    if (view.Is(i, Role::kNameParticle) && !view.tokens[i].Has(Token::kCapital) && IsWord(view, i)) return true;
  }
  return false;
}

void Set(NameKind kind, NameEvidence evidence, NameSpan* span) {
  span->kind = kind;
  span->evidence = evidence;
}

bool TitleBefore(const TextView& view, const ViewSentence& sentence, uint32_t first) {
  if (first == sentence.first) return false;
  return IsWord(view, first - 1) && view.Is(first - 1, Role::kTitle) && IsTitleHead(view, first - 1);
}

uint32_t Words(const TextView& view, uint32_t first, uint32_t last) {
  uint32_t words = 0;
  for (uint32_t i = first; i < last; ++i)
    words += IsWord(view, i) && (i == first || view.tokens[i - 1].token_class != TokenClass::kDash);
  return words;
}

bool IsInitialled(const TextView& view, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i + 1 < last; ++i) {
    if (view.tokens[i].Has(Token::kCapital) && view.tokens[i].length <= 2 &&
        (view.Text(i).ends_with('.') || IsText(view, i + 1, ".")))
      return true;
  }
  return false;
}

// "Kim", "Lee": a first name elsewhere too, so that two words alone do not tell the order.
bool WesternFirstNameToo(const TextView& view, uint32_t t) {
  const std::string_view word = view.Text(t);
  return word == "Kim" || word == "Lee" || view.Is(t, Role::kFirstName);
}

// Does the family name stand first, as in "Pak Do-hyon", "Xi Menglan", "Kim Sol Bi"?
bool IsFamilyFirst(const TextView& view, uint32_t first, uint32_t last) {
  if (!view.Is(first, Role::kSurnameFirst) || last - first < 2) return false;
  if (view.tokens[first + 1].token_class != TokenClass::kWord) return view.Text(first + 1) == "[";
  if (last - first == 2) return !WesternFirstNameToo(view, first) && !view.Is(last - 1, Role::kFirstName);
  for (uint32_t t = first + 1; t < last; ++t) {
    if (view.Is(t, Role::kFirstName) || view.Text(t) == ".") return false;
  }
  const bool hyphen = view.tokens[first + 2].token_class == TokenClass::kDash;
  return hyphen || (last - first == 3 && view.tokens[first + 1].length + view.tokens[first + 2].length <= 11 &&
                    !view.Is(first + 1, Role::kNameParticle));
}

// "in Victoria Park", "the Virginia Bridge": there a first name belongs to a place.
bool AfterPlacePreposition(const TextView& view, const ViewSentence& sentence, uint32_t first) {
  if (first == sentence.first) return false;
  const std::string_view before = view.Text(first - 1);
  return before == "in" || before == "at" || before == "near" || before == "to" || before == "from" || before == "the" ||
         before == "through";
}

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "Harvest Cup", "Hurricane Ada", "Flight MX20", "MX20".
bool IsThing(const TextView& view, uint32_t first, uint32_t last, uint32_t words) {
  if (words == 1) return HasDigit(view.Text(first));
  if (words == 2 && view.Is(first, Role::kFirstName) && (IsText(view, last - 1, "Law") || IsText(view, last - 1, "Song")))
    return false;
  if (view.Is(HeadOfName(view, first, last), Role::kEventNoun)) return true;
  return view.IsAny(first, Bits({Role::kEventNoun, Role::kNumbered})) && !view.Is(first, Role::kFirstName) &&
         (HasDigit(view.Text(last - 1)) || (words == 2 && view.Is(first, Role::kEventNoun)));
}

// "Cambodian PM", "Chairman of State Affairs", "the North Korean Foreign Minister": an office without a person.
bool IsOffice(const TextView& view, uint32_t first, uint32_t last) {
  const uint32_t head = HeadOfName(view, first, last);
  if (!IsTitleHead(view, head) || view.IsAny(head, Bits({Role::kFirstName, Role::kSurnameFirst}))) return false;
  if (head + 1 < last) return true;
  return view.tokens[first].word != 0 && !view.Is(first, Role::kFirstName);
}

}  // namespace

uint32_t HeadOfName(const TextView& view, uint32_t first, uint32_t last) {
  for (uint32_t i = first + 1; i < last; ++i) {
    if (IsText(view, i, "of") || IsText(view, i, "for")) return i - 1;
  }
  return last - 1;
}

uint32_t TitleEnd(const TextView& view, uint32_t at, uint32_t last) {
  uint32_t end = at;
  uint32_t i = at;
  while (i < last && (IsTitlePart(view, i) || (i > at && i + 1 < last && view.tokens[i].token_class == TokenClass::kDash))) {
    const bool head = IsTitleHead(view, i);
    ++i;
    if (head) end = i;
    if (const uint32_t after = AfterPortfolio(view, i, last); head && after > i) end = i = after;
  }
  if (end == at || end >= last || !view.tokens[end].Has(Token::kCapital)) return at;
  // A body or a place, not a person: "Justice Department", "General Motors", "King Street".
  const uint32_t head = HeadOfName(view, end, last);
  const bool body = view.IsAny(head, kHead) && !view.IsAny(head, Bits({Role::kSurnameFirst, Role::kFirstName}));
  return body && !view.Is(end, Role::kFirstName) ? at : end;
}

namespace {

bool IsDirection(const TextView& view, uint32_t t) {
  return IsText(view, t, "North") || IsText(view, t, "South") || IsText(view, t, "East") || IsText(view, t, "West");
}

// Does a person's verb or "who" follow at t?
bool Acts(const TextView& view, const ViewSentence& sentence, uint32_t t) {
  if (t < sentence.last && view.tokens[t].token_class == TokenClass::kComma) ++t;
  if (t >= sentence.last) return false;
  return view.Is(t, Role::kCue) || IsText(view, t, "said") || IsText(view, t, "who") || IsText(view, t, "told");
}

// What the word before the name tells where the name itself tells nothing.
void ClassifyByShape(const TextView& view, const ViewSentence& sentence, uint32_t words, NameSpan* span) {
  const uint32_t first = span->first;
  const std::string_view before = first > sentence.first ? view.Text(first - 1) : "";
  const std::string_view word = view.Text(span->last - 1);
  const bool the = before == "the" || before == "The";
  const uint32_t next = span->last;
  const bool noun_follows = next < sentence.last && IsWord(view, next) && view.tokens[next].word == 0 &&
                            !view.tokens[next].Has(Token::kCapital) && !view.Text(next).ends_with("ed");
  if (the && words == 1 && word.size() > 3 && word.back() == 's' && !noun_follows)
    return Set(NameKind::kGroup, NameEvidence::kPlural, span);
  // "Roe, R-Fla.," and "Independents say": a state, and a plural before a verb in the plural.
  if (words == 1 && word.size() > 2 && word.back() == '.') return Set(NameKind::kPlace, NameEvidence::kPreposition, span);
  const uint8_t forms = next < sentence.last ? view.rules.verbs.FormsOf(view.tokens[next].word) : 0;
  const bool plural = word.size() > 3 && word.back() == 's' && (forms & kBase) != 0 && (forms & kPast) == 0;
  if (words == 1 && plural && Acts(view, sentence, next)) return Set(NameKind::kGroup, NameEvidence::kPlural, span);
  if (words == 1 && IsDirection(view, first)) return Set(NameKind::kPlace, NameEvidence::kPreposition, span);
  // "his mother, Ada": a lower-case noun for people, a comma and the name; "Milan Roe, 34,".
  const bool told_by_noun = first > sentence.first + 2 && view.tokens[first - 1].token_class == TokenClass::kComma &&
                            !view.tokens[first - 2].Has(Token::kCapital) &&
                            view.IsAny(first - 2, Bits({Role::kPersonNoun, Role::kKinship})) &&
                            !view.Text(first - 2).ends_with('s');
  const bool aged = words > 1 && next + 1 < sentence.last && view.tokens[next].token_class == TokenClass::kComma &&
                    view.tokens[next + 1].token_class == TokenClass::kNumber && view.tokens[next + 1].length <= 2;
  if (!the && (told_by_noun || aged)) return Set(NameKind::kPerson, NameEvidence::kShape, span);
  if (the || view.IsAny(first, Bits({Role::kDemonym, Role::kCountry, Role::kCity})))
    return Set(NameKind::kOrganisation, NameEvidence::kShape, span);
  const bool of_place = before == "of" && first > sentence.first + 1 && view.Is(first - 2, Role::kPlaceNoun);
  const bool in =
      before == "in" || before == "near" || before == "In" || before == "at" || (words == 1 && before == "from") || of_place;
  if (words <= 2 && in) return Set(NameKind::kPlace, NameEvidence::kPreposition, span);
  if (words == 1 && !view.Is(first, Role::kSurnameFirst) && !Acts(view, sentence, next))
    return Set(NameKind::kOrganisation, NameEvidence::kShape, span);
  Set(NameKind::kPerson, NameEvidence::kShape, span);
}

}  // namespace

NameClass ClassifyName(const TextView& view, const ViewSentence& sentence, NameSpan* span) {
  const uint32_t first = span->first;
  const uint32_t last = span->last;
  const RoleSet roles = view.Roles(first);
  const uint32_t words = Words(view, first, last);
  const RoleSet head = view.Roles(HeadOfName(view, first, last));
  const bool first_name = (roles & Bit(Role::kFirstName)) != 0;
  const bool title = TitleBefore(view, sentence, first);
  span->family_first = IsFamilyFirst(view, first, last);
  const bool person_word = first_name || (roles & Bit(Role::kSurnameFirst)) != 0;
  if (first_name && !span->family_first &&
      !(words == 1 && WesternFirstNameToo(view, first) && (roles & Bit(Role::kSurnameFirst)) != 0)) {
    span->gender = GenderOfRoles(roles);
  }
  if (title && view.Is(first - 1, Role::kCivility)) span->gender = GenderOfRoles(view.Roles(first - 1));
  constexpr RoleSet kNouns = Bits({Role::kTitle, Role::kPersonNoun, Role::kOrganisationNoun, Role::kPlaceNoun, Role::kPortfolio,
                                   Role::kKinship, Role::kCurrency, Role::kEventNoun});
  if (!title && !person_word && ((words == 1 && (roles & kNouns) != 0) || IsOffice(view, first, last))) return NameClass::kNone;
  if (title && (head & Bit(Role::kOrganisationNoun)) == 0) {
    Set(NameKind::kPerson, NameEvidence::kTitle, span);
  } else if (IsThing(view, first, last, words)) {
    return NameClass::kThing;
  } else if (words > 1 && (head & Bit(Role::kOrganisationNoun)) != 0) {
    Set(NameKind::kOrganisation, NameEvidence::kLastWord, span);
  } else if (words > 1 && (head & Bit(Role::kPlaceNoun)) != 0 &&
             !(words == 2 && person_word && !AfterPlacePreposition(view, sentence, first))) {
    Set(NameKind::kPlace, NameEvidence::kLastWord, span);
  } else if (span->family_first) {
    Set(NameKind::kPerson, NameEvidence::kFamilyFirst, span);
  } else if (first_name) {
    Set(NameKind::kPerson, NameEvidence::kFirstName, span);
  } else if (HasParticle(view, first, last) || IsInitialled(view, first, last)) {
    Set(NameKind::kPerson, NameEvidence::kParticle, span);
  } else if (words == 1 && (view.tokens[first].Has(Token::kAllCaps) || (roles & Bit(Role::kAgency)) != 0)) {
    Set(NameKind::kOrganisation, NameEvidence::kAcronym, span);
  } else {
    ClassifyByShape(view, sentence, words, span);
  }
  return NameClass::kName;
}

namespace {

// May the word at t stand inside an office, before its last word? "South | Korea | 's | vice | foreign | minister".
bool InsideOffice(const TextView& view, const ViewSentence& sentence, uint32_t t) {
  constexpr RoleSet kOffice = Bits(
      {Role::kTitle, Role::kPortfolio, Role::kPersonNoun, Role::kOrganisationNoun, Role::kTitleAbbreviation, Role::kDemonym});
  constexpr RoleSet kFunctionWord =
      Bits({Role::kDeterminer, Role::kPreposition, Role::kPronoun, Role::kSubordinator, Role::kAuxiliary, Role::kAdverb,
            Role::kCoordinator, Role::kPossessive, Role::kRelative});
  const Token& token = view.tokens[t];
  const RoleSet roles = view.Roles(t);
  if (token.token_class == TokenClass::kDash) return !token.Has(Token::kSpaceBefore);
  if (token.token_class != TokenClass::kWord) return false;
  if (token.Has(Token::kClitic)) return view.Text(t).ends_with('s');
  if (IsText(view, t, "of") || IsText(view, t, "for"))
    return t > sentence.first && view.IsAny(t - 1, Bits({Role::kPersonNoun, Role::kTitle}));
  if (IsText(view, t, "US") || IsText(view, t, "then")) return true;
  return ((roles & kOffice) != 0 || token.Has(Token::kCapital)) && (roles & kFunctionWord) == 0;
}

// First token of the office before `end`, which is one past its last word; `end` where there is none.
uint32_t RoleStart(const TextView& view, const ViewSentence& sentence, uint32_t end) {
  constexpr RoleSet kLast = Bits({Role::kPersonNoun, Role::kTitle, Role::kPortfolio, Role::kTitleAbbreviation});
  if (end == sentence.first || !IsWord(view, end - 1)) return end;
  const bool portfolio = end >= sentence.first + 3 && IsText(view, end - 2, "of") && IsTitleHead(view, end - 3);
  if (!view.IsAny(end - 1, kLast) && !(portfolio && view.tokens[end - 1].Has(Token::kCapital))) return end;
  uint32_t i = end - 1;
  bool office = view.IsAny(i, kPersonWord);
  while (i > sentence.first && end - i < kMaxRole && InsideOffice(view, sentence, i - 1)) {
    --i;
    office = office || view.IsAny(i, kPersonWord);
    if (!view.Is(i, Role::kDemonym) || view.tokens[i + 1].token_class == TokenClass::kDash) continue;
    // A people's adjective opens the office: "North Korean leader".
    if (i > sentence.first && view.tokens[i - 1].Has(Token::kCapital) && !view.IsAny(i - 1, kLast) &&
        view.tokens[i - 1].word != 0)
      --i;
    break;
  }
  while (i < end && (view.tokens[i].Has(Token::kClitic) || !IsWord(view, i))) ++i;
  return office ? i : end;
}

// ", a former harbour master," after the name: the words without the article, or nothing.
bool Apposition(const TextView& view, const ViewSentence& sentence, NameSpan* span) {
  uint32_t t = span->last;
  if (t + 2 >= sentence.last || view.tokens[t].token_class != TokenClass::kComma) return false;
  ++t;
  if (view.IsAny(t, Bits({Role::kDeterminer, Role::kPossessive})) && !IsText(view, t, "which")) ++t;
  const uint32_t begin = t;
  bool office = false;
  bool prepositional = false;
  const uint32_t limit = std::min(sentence.last, t + kMaxRole);
  for (; t < limit; ++t) {
    const Token& token = view.tokens[t];
    if (token.token_class == TokenClass::kComma || token.token_class == TokenClass::kStop) break;
    if (token.token_class != TokenClass::kWord && token.token_class != TokenClass::kDash) return false;
    const RoleSet roles = view.Roles(t);
    if ((roles & Bits({Role::kAuxiliary, Role::kModal, Role::kPronoun, Role::kSubordinator, Role::kRelative})) != 0 &&
        (roles & Bit(Role::kPreposition)) == 0 && !token.Has(Token::kClitic)) {
      return false;
    }
    if (IsText(view, t, "said") || ((roles & Bit(Role::kCue)) != 0 && (roles & kPersonWord) == 0)) return false;
    prepositional = prepositional || (roles & Bit(Role::kPreposition)) != 0;
    if (!prepositional && (roles & (kPersonWord | Bit(Role::kTitle))) != 0) {
      office = true;
      if ((roles & Bit(Role::kKinship)) != 0) span->kin = true;
      const Gender told = GenderOfRoles(roles);
      if (told != Gender::kUnknown && (span->gender == Gender::kUnknown || (roles & Bit(Role::kKinship)) != 0))
        span->gender = told;
    }
  }
  if (!office || t >= limit) return false;
  span->role_first = begin;
  span->role_last = t;
  return true;
}

}  // namespace

void FindRole(const TextView& view, const ViewSentence& sentence, NameSpan* span) {
  const bool likely = span->kind == NameKind::kPerson;
  if (!likely) return;
  uint32_t end = span->first;
  const bool comma = end > sentence.first + 1 && view.tokens[end - 1].token_class == TokenClass::kComma;
  if (comma) --end;
  const uint32_t start = RoleStart(view, sentence, end);
  if (start < end) {
    for (uint32_t i = start; i < end; ++i) {
      const RoleSet roles = view.Roles(i);
      if ((roles & Bit(Role::kKinship)) != 0) span->kin = true;
      const Gender told = (roles & kPersonWord) != 0 ? GenderOfRoles(roles) : Gender::kUnknown;
      if (told != Gender::kUnknown && (span->gender == Gender::kUnknown || (i + 1 == end && (roles & Bit(Role::kKinship)) != 0)))
        span->gender = told;
    }
    if (!(end - start == 1 && view.Is(start, Role::kCivility))) {
      span->role_first = start;
      span->role_last = end;
    }
    if (span->evidence >= NameEvidence::kParticle && !comma) span->evidence = NameEvidence::kTitle;
  }
  if (span->role_first == span->role_last) Apposition(view, sentence, span);
}

}  // namespace crosscheck
