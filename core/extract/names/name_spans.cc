#include "extract/names/name_spans.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "base/utf8.h"
#include "extract/names/name_roles.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxRun = 16;  // tokens of one run of capitals; longer ones are cut
constexpr RoleSet kFunction = Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kRelative, Role::kPreposition,
                                    Role::kCoordinator, Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kNegation,
                                    Role::kAdverb, Role::kWeekday, Role::kMonth, Role::kDateWord});
constexpr RoleSet kHead = Bits({Role::kOrganisationNoun, Role::kPlaceNoun});

class SpanFinder {
 public:
  explicit SpanFinder(const TextView& view) : view_(view), known_(view.rules.names) {}

  NameSpans Run() {
    for (uint32_t first = 0; first < view_.sentences.size();) {
      uint32_t last = first;
      while (last < view_.sentences.size() && view_.sentences[last].story == view_.sentences[first].story) ++last;
      FindInStory(first, last);
      first = last;
    }
    return std::move(out_);
  }

 private:
  void FindInStory(uint32_t first, uint32_t last) {
    solid_.clear();
    surnames_.clear();
    lower_.clear();
    title_case_.assign(last - first, false);
    for (uint32_t s = first; s < last; ++s) {
      title_case_[s - first] = IsTitleCase(view_.sentences[s]);
      if (!title_case_[s - first]) NoteWords(view_.sentences[s]);
    }
    for (uint32_t s = first; s < last; ++s) FindInSentence(view_.sentences[s], title_case_[s - first]);
  }

  // A sentence in which capitals tell nothing: a headline in title case, or shouted.
  bool IsTitleCase(const ViewSentence& sentence) const {
    uint32_t words = 0;
    uint32_t capitals = 0;
    for (uint32_t t = sentence.first; t < sentence.last && t < sentence.first + 60; ++t) {
      const Token& token = view_.tokens[t];
      if (token.token_class != TokenClass::kWord || token.Has(Token::kClitic) || (view_.Roles(t) & kFunction) != 0) continue;
      ++words;
      capitals += token.Has(Token::kCapital);
    }
    const Token& last = view_.tokens[sentence.last - 1];
    const bool stopped = last.token_class == TokenClass::kStop || last.token_class == TokenClass::kQuote;
    return words >= 4 && (stopped ? capitals == words : capitals * 10 >= words * 8);
  }

  void NoteWords(const ViewSentence& sentence) {
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = view_.tokens[t];
      if (token.token_class != TokenClass::kWord || token.Has(Token::kClitic)) continue;
      if (!token.Has(Token::kCapital)) {
        if (token.word == 0) lower_.insert(Hash(t));
      } else if (!OpensSentence(sentence, t) && token.length > 1) {
        solid_.insert(Hash(t));
        const bool full =
            view_.IsAny(t - 1, Bits({Role::kFirstName, Role::kCivility})) && view_.tokens[t - 1].Has(Token::kCapital);
        const bool ends = t + 1 >= sentence.last || !view_.tokens[t + 1].Has(Token::kCapital);
        if (full && ends) surnames_.insert(Hash(t));
      }
    }
  }

  uint64_t Hash(uint32_t t) {
    key_.clear();
    AppendNameKey(view_, t, t + 1, &key_);
    return Lexicon::Hash(key_);
  }

  // Is a capital here only the sentence's? Also after an opening mark, a colon or a bracket.
  bool OpensSentence(const ViewSentence& sentence, uint32_t t) const {
    if (t == sentence.first) return true;
    const TokenClass before = view_.tokens[t - 1].token_class;
    return before == TokenClass::kQuote || before == TokenClass::kColon || before == TokenClass::kStop ||
           before == TokenClass::kSymbol || (before == TokenClass::kDash && (t - 1 == sentence.first || OpensStory(t)));
  }

  // "SKARHOLM - Three children": a number behind the dash of a dateline.
  bool OpensStory(uint32_t t) const {
    return view_.tokens[t - 1].Has(Token::kSpaceBefore) && view_.rules.figures.Number(view_.tokens[t].word).classes != 0;
  }

  bool IsCapitalWord(uint32_t t) const {
    const Token& token = view_.tokens[t];
    return token.token_class == TokenClass::kWord && token.Has(Token::kCapital) && !token.Has(Token::kClitic) &&
           view_.owner[t] == Owner::kFree;
  }

  void FindInSentence(const ViewSentence& sentence, bool title_case) {
    for (uint32_t t = sentence.first; t < sentence.last;) {
      const Token& token = view_.tokens[t];
      if (token.token_class == TokenClass::kNumber && !title_case) {
        const uint32_t end = NumberFirst(sentence, t);
        t = end > t ? end : t + 1;
        continue;
      }
      if (!IsCapitalWord(t) || !MayBegin(sentence, t, title_case)) {
        ++t;
        continue;
      }
      const uint32_t end = RunEnd(sentence, t, title_case);
      sentence_ = &sentence;
      Segment(WithParticle(sentence, t), end);
      t = std::max(end, t + 1);
      if (!out_.spans.empty()) t = std::max(t, out_.spans.back().last);
      if (!out_.things.empty()) t = std::max(t, out_.things.back().second);
    }
  }

  // May a name begin at the capitalised word t?
  bool MayBegin(const ViewSentence& sentence, uint32_t t, bool title_case) {
    const Token& token = view_.tokens[t];
    const RoleSet roles = view_.Roles(t);
    if (IsUnit(sentence, t)) return false;
    const bool opens = OpensSentence(sentence, t);
    uint32_t length = 0;
    if (const uint32_t known = Known(t, sentence.last, &length); known != NameSpan::kNone) {
      return known_.known[known].kind == NameKind::kPlace || length > 1 || !(opens && Shouted(sentence, t));
    }
    const bool hyphened = t + 3 < sentence.last && view_.tokens[t + 1].token_class == TokenClass::kDash &&
                          !view_.tokens[t + 1].Has(Token::kSpaceBefore) && GivenNameHalf(t + 2);
    const bool next_capital = t + 1 < sentence.last && (IsCapitalWord(t + 1) || (hyphened && IsCapitalWord(t + 3)));
    if (title_case) return token.length > 2 && (roles & kFunction) == 0 && solid_.contains(Hash(t));
    if (Numbered(sentence, t)) return true;
    if ((roles & kFunction) != 0) {
      if (opens || token.length == 1) return false;
      return token.Has(Token::kAllCaps) || (next_capital && (roles & Bits({Role::kSurnameFirst, Role::kFirstName})) != 0);
    }
    if (!opens) return token.length > 1 || next_capital || FollowedByInitial(t, sentence.last);
    if (Shouted(sentence, t)) return false;
    if ((roles & Bits({Role::kFirstName, Role::kAgency})) != 0) return true;
    if ((roles & Bit(Role::kTitle)) != 0) return next_capital;
    if (solid_.contains(Hash(t))) return true;
    if (token.Has(Token::kAllCaps)) return token.length <= 6;
    if (lower_.contains(Hash(t))) return false;
    if (next_capital) return !LooksLikeVerbOrAdverb(t);
    if (roles != 0) return false;
    return NamesASpeaker(sentence, t);
  }

  // Letters beside a number that measure it: "60 MW", "DM 300", "HK$3"; not "12 UN crews".
  bool IsUnit(const ViewSentence& sentence, uint32_t t) const {
    uint32_t length = 0;
    if (view_.tokens[t].length > 4) return false;
    const auto number = [&](uint32_t i) { return view_.tokens[i].token_class == TokenClass::kNumber; };
    const bool before = t > sentence.first && number(t - 1);
    const bool last = t + 1 >= sentence.last;
    const bool after = !last && number(t + 1) && view_.tokens[t].length <= 3 && !view_.Is(t, Role::kNumbered);
    const bool sign = !last && view_.tokens[t + 1].token_class == TokenClass::kSymbol &&
                      !view_.tokens[t + 1].Has(Token::kSpaceBefore) && view_.Text(t + 1) == "$";
    if (!before && !after && !sign) return false;
    const bool dollar = t > sentence.first && view_.Text(t - 1) == "$";
    if (sign || (after && (dollar || view_.Is(t, Role::kMoneySign)) && !view_.tokens[t + 1].Has(Token::kSpaceBefore))) return true;
    return Known(t, sentence.last, &length) == NameSpan::kNone && (last || !IsCapitalWord(t + 1));
  }

  // "Flight 12", "F-16".
  bool Numbered(const ViewSentence& sentence, uint32_t t) const {
    uint32_t number = t + 1;
    if (number < sentence.last && view_.tokens[number].token_class == TokenClass::kDash &&
        !view_.tokens[number].Has(Token::kSpaceBefore)) {
      ++number;
      return number < sentence.last && view_.tokens[number].token_class == TokenClass::kNumber &&
             !view_.tokens[number].Has(Token::kSpaceBefore);
    }
    return number < sentence.last && view_.tokens[number].token_class == TokenClass::kNumber && view_.Is(t, Role::kNumbered);
  }

  bool FollowedByInitial(uint32_t t, uint32_t end) const {
    return t + 1 < end && view_.tokens[t + 1].token_class == TokenClass::kStop;
  }

  // "FALLEN: The nine ..." and "NO AMNESTY".
  bool Shouted(const ViewSentence& sentence, uint32_t t) const {
    if (!view_.tokens[t].Has(Token::kAllCaps) || view_.tokens[t].length <= 3) return false;
    return t + 1 < sentence.last &&
           (view_.tokens[t + 1].token_class == TokenClass::kColon || view_.tokens[t + 1].Has(Token::kAllCaps));
  }

  // An unknown word alone at the start of a sentence is a name if it speaks and looks like no plural: "Nordvik said".
  bool NamesASpeaker(const ViewSentence& sentence, uint32_t t) const {
    if (t + 1 >= sentence.last || view_.Text(t).back() == 's' || LooksLikeVerbOrAdverb(t)) return false;
    return view_.Is(t + 1, Role::kCue) || view_.Text(t + 1) == "said" || view_.Text(t + 1) == "says" ||
           view_.Text(t + 1) == "told";
  }

  bool LooksLikeVerbOrAdverb(uint32_t t) const {
    const std::string_view word = view_.Text(t);
    return word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly");
  }

  // "al-Masirah", "bin Laden": the small word before a capital, where it belongs to the name.
  uint32_t WithParticle(const ViewSentence& sentence, uint32_t t) const {
    if (t == sentence.first) return t;
    const bool dash = view_.tokens[t - 1].token_class == TokenClass::kDash && !view_.tokens[t].Has(Token::kSpaceBefore) &&
                      t >= sentence.first + 2;
    const uint32_t particle = dash ? t - 2 : t - 1;
    if (!view_.Is(particle, Role::kNameParticle) || view_.tokens[particle].Has(Token::kCapital) ||
        view_.owner[particle] != Owner::kFree)
      return t;
    const std::string_view word = view_.Text(particle);
    return dash || word == "bin" || word == "ibn" || word == "van" || word == "von" || word == "de" ? particle : t;
  }

  // End of the run of capitals from t, with what may stand inside a name.
  uint32_t RunEnd(const ViewSentence& sentence, uint32_t t, bool title_case) {
    const uint32_t limit = std::min(sentence.last, t + kMaxRun);
    uint32_t end = t + 1;
    while (end < limit && !view_.tokens[end].Has(Token::kLineStart)) {
      uint32_t next = end;
      if (IsCapitalWord(end)) {
        if (!ContinuesRun(end, title_case)) break;
        ++next;
      } else {
        next = AfterLink(t, end, limit);
        if (next == end || (title_case && !solid_.contains(Hash(next - 1)))) break;
      }
      end = next;
    }
    return end;
  }

  bool ContinuesRun(uint32_t t, bool title_case) {
    if (title_case) return solid_.contains(Hash(t)) && (view_.Roles(t) & kFunction) == 0;
    if ((view_.Roles(t) & kFunction) == 0 || view_.tokens[t].Has(Token::kAllCaps)) return true;
    // "Pak Do-hyon", "Pak Do Hyon": a syllable that is also a word.
    if (view_.Is(t - 1, Role::kSurnameFirst) && t + 1 < view_.tokens.size()) {
      const Token& after = view_.tokens[t + 1];
      if (after.token_class == TokenClass::kDash ? !after.Has(Token::kSpaceBefore) : IsCapitalWord(t + 1)) return true;
    }
    return view_.IsAny(t, Bits({Role::kSurnameFirst, Role::kFirstName, Role::kNameParticle, Role::kMonth})) &&
           view_.tokens[t].length > 1;
  }

  // From a token inside a run that is no capital word: one past the capital word that it links to, or `at`.
  uint32_t AfterLink(uint32_t run, uint32_t at, uint32_t limit) const {
    const Token& token = view_.tokens[at];
    const auto capital = [&](uint32_t i) { return i < limit && IsCapitalWord(i); };
    const std::string_view text = view_.Text(at);
    switch (token.token_class) {
      case TokenClass::kDash:
        if (token.Has(Token::kSpaceBefore) || token.length > 3 || at + 1 >= limit ||
            view_.tokens[at + 1].Has(Token::kSpaceBefore))
          return at;
        if (capital(at + 1)) return at + 2;
        // "Hong-kyun": a short lower-case second half, not "Seoul-based".
        return view_.tokens[at + 1].token_class == TokenClass::kWord && GivenNameHalf(at + 1) ? at + 2 : at;
      case TokenClass::kStop:  // "J. Roe"
        return text == "." && view_.tokens[at - 1].length == 1 && capital(at + 1) ? at + 2 : at;
      case TokenClass::kBracket:  // "Kim [Jong-un]"
        return text == "[" ? AfterInsertion(at, limit) : at;
      case TokenClass::kQuote:  // "Workers' Party"
        return !token.Has(Token::kSpaceBefore) && text != "\"" && view_.Text(at - 1).back() == 's' && capital(at + 1) &&
                       HoldsPossessive(at - 1)
                   ? at + 2
                   : at;
      case TokenClass::kSymbol:
        return text == "&" && capital(at + 1) ? at + 2 : at;
      case TokenClass::kWord:
        break;
      default:
        return at;
    }
    if (token.Has(Token::kClitic)) return text.ends_with('s') && capital(at + 1) && HoldsPossessive(at - 1) ? at + 2 : at;
    if (view_.Is(at, Role::kNameParticle)) {
      uint32_t next = at + 1;
      while (next < limit && next < at + 4 &&
             (view_.Is(next, Role::kNameParticle) || view_.tokens[next].token_class == TokenClass::kDash))
        ++next;
      if (capital(next)) return next + 1;
    }
    if (text == "of" || text == "for") return AfterOf(at, limit);
    if (text == "and" || text == "&") return AfterAnd(run, at, limit);
    return at;
  }

  // The second half of a given name: "kyun" of "Kim Hong-kyun" and of "Hong-kyun Kim".
  bool GivenNameHalf(uint32_t t) const {
    if (view_.tokens[t].length > 6 || view_.tokens[t].Has(Token::kCapital) || view_.IsAny(t, kFunction | Bit(Role::kPersonNoun)))
      return false;
    return view_.Is(t - 2, Role::kSurnameFirst) || (t >= 3 && IsCapitalWord(t - 3) && view_.Is(t - 3, Role::kSurnameFirst)) ||
           (IsCapitalWord(t + 1) && view_.Is(t + 1, Role::kSurnameFirst));
  }

  uint32_t AfterInsertion(uint32_t at, uint32_t limit) const {
    uint32_t i = at + 1;
    if (i >= limit || !IsCapitalWord(i)) return at;
    while (i < limit && i < at + 6 && view_.Text(i) != "]") ++i;
    return i < limit && view_.Text(i) == "]" ? i + 1 : at;
  }

  bool HoldsPossessive(uint32_t t) const {
    static constexpr std::string_view kOwners[] = {"People",   "Workers", "Women",   "Children", "Men",      "Veterans",
                                                   "Teachers", "Farmers", "Nurses",  "Students", "Peasants", "Soldiers",
                                                   "Writers",  "Lawyers", "Doctors", "Lloyd",    "McDonald"};
    const std::string_view word = view_.Text(t);
    return std::any_of(std::begin(kOwners), std::end(kOwners), [&](std::string_view owner) { return owner == word; });
  }

  // "Ministry of Foreign Affairs", "Office of the High Commissioner for Human Rights": a noun for a body, a place or an office
  // before.
  uint32_t AfterOf(uint32_t at, uint32_t limit) const {
    const RoleSet before = view_.Roles(at - 1);
    if ((before & (kHead | Bits({Role::kTitle, Role::kPortfolio}))) == 0) return at;
    uint32_t next = at + 1;
    if (next < limit && view_.Text(next) == "the") ++next;
    return next < limit && IsCapitalWord(next) && (view_.Roles(next) & kFunction) == 0 ? next + 1 : at;
  }

  // "Ministry of Health and Welfare": inside a name that has an "of" or an office, and no person follows.
  uint32_t AfterAnd(uint32_t run, uint32_t at, uint32_t limit) const {
    if (at + 1 >= limit || !IsCapitalWord(at + 1) || !view_.Is(at - 1, Role::kPortfolio)) return at;
    bool of = false;
    for (uint32_t i = run; i < at; ++i) of = of || view_.IsAny(i, Bits({Role::kOrganisationNoun, Role::kTitle}));
    const bool joined = view_.IsAny(at + 1, Bits({Role::kPortfolio, Role::kOrganisationNoun}));
    return of && joined ? at + 2 : at;
  }

  // The known name at t and its length in tokens.
  uint32_t Known(uint32_t t, uint32_t end, uint32_t* length) const {
    const WordId word = view_.tokens[t].word;
    if (word == 0 || word >= known_.phrases_of.size() || known_.phrases_of[word] == NameRules::kNone) return NameSpan::kNone;
    for (uint32_t p = known_.phrases_of[word]; p < known_.phrases.size() && known_.phrases[p].words[0] == word; ++p) {
      const NamePhrase& phrase = known_.phrases[p];
      if (phrase.words.size() > end - t || (phrase.all_caps && !view_.tokens[t].Has(Token::kAllCaps))) continue;
      bool same = true;
      for (uint32_t i = 0; same && i < phrase.words.size(); ++i) {
        const Token& token = view_.tokens[t + i];
        same = view_.owner[t + i] == Owner::kFree &&
               (phrase.words[i] == 0 ? token.token_class == TokenClass::kDash : token.word == phrase.words[i]);
      }
      if (!same || (phrase.words.size() == 1 && !view_.tokens[t].Has(Token::kCapital))) continue;
      *length = static_cast<uint32_t>(phrase.words.size());
      return phrase.known;
    }
    return NameSpan::kNone;
  }

  // Parts the run [first, last) into titles and names.
  void Segment(uint32_t first, uint32_t last) {
    for (uint32_t at = first; at < last;) {
      if (view_.tokens[at].token_class != TokenClass::kWord || view_.tokens[at].Has(Token::kClitic)) {
        ++at;
        continue;
      }
      uint32_t length = 0;
      const uint32_t known = Known(at, sentence_->last, &length);
      if (known != NameSpan::kNone && EndsKnown(known, at, at + length, last)) {
        EmitKnown(at, at + length, known);
        at += length;
        continue;
      }
      if (view_.Is(at, Role::kDemonym) && StandsBeside(at, last)) {
        ++at;
        continue;
      }
      const uint32_t title_end = TitleEnd(view_, at, last);
      const uint32_t part = title_end > at ? title_end : NextTitle(at, last);
      if (title_end == at) Emit(at, part);
      at = part;
    }
  }

  // An adjective of a people that is no part of the name after it: alone, or before a title or a person.
  bool StandsBeside(uint32_t at, uint32_t last) const {
    uint32_t next = at + 1;
    while (next < last && (view_.Is(next, Role::kDemonym) || view_.tokens[next].token_class == TokenClass::kDash)) ++next;
    return next >= last || TitleEnd(view_, next, last) > next || view_.Is(next, Role::kFirstName);
  }

  // Is the known name at [at, end) a name of its own inside the run, not the beginning of a longer one?
  bool EndsKnown(uint32_t known, uint32_t at, uint32_t end, uint32_t last) const {
    if (end >= last) return true;
    uint32_t length = 0;
    const bool dash = view_.tokens[end].token_class == TokenClass::kDash;
    if (Known(dash ? end + 1 : end, last, &length) != NameSpan::kNone) return dash || end - at > 1;  // "Chile-Peru"
    if (TitleEnd(view_, end, last) > end) return true;                                               // "FBI Director Roe"
    const KnownName& entry = known_.known[known];
    if (!dash && (entry.as == KnownAs::kPeople || entry.kind != NameKind::kPlace) && view_.Is(end, Role::kFirstName)) return true;
    if (entry.as == KnownAs::kPeople) return false;
    return entry.kind == NameKind::kPlace && end - at > 1 &&
           !view_.IsAny(HeadOfName(view_, at, last), kHead | Bit(Role::kEventNoun));
  }

  // Where a title stands inside [at + 1, last) with a name after it; else `last`.
  uint32_t NextTitle(uint32_t at, uint32_t last) const {
    if (view_.Is(at, Role::kFirstName)) return last;
    for (uint32_t i = at + 1; i + 1 < last; ++i) {
      if (view_.tokens[i - 1].token_class == TokenClass::kWord && TitleEnd(view_, i, last) > i) return i;
    }
    return last;
  }

  void EmitKnown(uint32_t first, uint32_t last, uint32_t known) {
    const KnownName& entry = known_.known[known];
    if (entry.as == KnownAs::kPeople) return;
    NameSpan span;
    span.first = first;
    span.last = last;
    span.kind = entry.kind;
    span.evidence = entry.country != NameRules::kNone ? NameEvidence::kCountry : NameEvidence::kPhrase;
    span.known = known;
    out_.spans.push_back(span);
  }

  void Emit(uint32_t first, uint32_t last) {
    while (last > first && view_.tokens[last - 1].token_class != TokenClass::kWord && view_.Text(last - 1) != "]") --last;
    if (first >= last) return;
    if (const uint32_t end = NumberLast(last); end > last) {
      out_.things.emplace_back(first, end);
      return;
    }
    NameSpan span;
    span.first = first;
    span.last = last;
    switch (ClassifyName(view_, *sentence_, &span)) {
      case NameClass::kNone:
        // "Law said" where the story has a Steven Law.
        if (last - first > 1 || !surnames_.contains(Hash(first)) || view_.Is(first, Role::kOrganisationNoun)) return;
        if (first > sentence_->first && view_.Is(first - 1, Role::kDeterminer)) return;
        span.kind = NameKind::kPerson;
        span.evidence = NameEvidence::kShape;
        break;
      case NameClass::kThing:
        out_.things.emplace_back(first, last);
        return;
      case NameClass::kName:
        break;
    }
    FindRole(view_, *sentence_, &span);
    out_.spans.push_back(span);
  }

  // "Flight 12", "Hwasong-18": end of the name with its number, or `last`.
  uint32_t NumberLast(uint32_t last) const {
    uint32_t number = last;
    if (number < sentence_->last && view_.tokens[number].token_class == TokenClass::kDash &&
        !view_.tokens[number].Has(Token::kSpaceBefore))
      ++number;
    if (number >= sentence_->last || view_.tokens[number].token_class != TokenClass::kNumber ||
        view_.owner[number] != Owner::kFree)
      return last;
    const bool glued = number > last && !view_.tokens[number].Has(Token::kSpaceBefore);
    return glued || view_.Is(last - 1, Role::kNumbered) ? number + 1 : last;
  }

  // "38 North", "528th Regiment": a name that begins with a number. Returns its end, or t.
  uint32_t NumberFirst(const ViewSentence& sentence, uint32_t t) {
    if (view_.owner[t] != Owner::kFree || t + 1 >= sentence.last || !IsCapitalWord(t + 1)) return t;
    const std::string_view number = view_.Text(t);
    const bool ordinal = number.ends_with("th") || number.ends_with("st") || number.ends_with("nd") || number.ends_with("rd");
    const std::string_view next = view_.Text(t + 1);
    const bool direction = next == "North" || next == "South" || next == "East" || next == "West" || next == "Downing";
    uint32_t length = 0;
    if (!(ordinal || direction) || view_.IsAny(t + 1, kFunction) || Known(t + 1, sentence.last, &length) != NameSpan::kNone)
      return t;
    const uint32_t end = RunEnd(sentence, t + 1, false);
    NameSpan span;
    span.first = t;
    span.last = end;
    span.kind = NameKind::kOrganisation;
    span.evidence = NameEvidence::kLastWord;
    out_.spans.push_back(span);
    return end;
  }

  const TextView& view_;
  const NameRules& known_;
  const ViewSentence* sentence_ = nullptr;
  NameSpans out_;
  absl::flat_hash_set<uint64_t> solid_;     // words of this story that have a capital inside a sentence
  absl::flat_hash_set<uint64_t> surnames_;  // words of this story behind a first name or "Mr."
  absl::flat_hash_set<uint64_t> lower_;     // unknown words of this story in lower case
  std::vector<bool> title_case_;
  std::string key_;
};

}  // namespace

NameSpans FindNameSpans(const TextView& view) { return SpanFinder(view).Run(); }

void AppendNameKey(const TextView& view, uint32_t first, uint32_t last, std::string* key) {
  for (uint32_t t = first; t < last; ++t) {
    const std::string_view written = view.Text(t);
    const std::string_view text = view.Folded(t);
    const bool ascii = std::all_of(written.begin(), written.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii) {
      if (view.tokens[t].token_class == TokenClass::kWord) *key += text;
      continue;
    }
    for (const char c : text) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&') key->push_back(c);
    }
  }
}

}  // namespace crosscheck
