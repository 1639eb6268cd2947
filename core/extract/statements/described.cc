#include "extract/statements/described.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "extract/statements/source_phrases.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxDescription = 6;  // tokens
constexpr uint32_t kNounSentences = 10;
constexpr uint32_t kNearSentences = 3;
constexpr int kSureBody = 56;  // a body that neither speaks nor opens its sentence stays below

class Description {
 public:
  Description(const Referents& referents, TokenRange phrase)
      : r_(referents), view_(referents.view()), phrase_(phrase), head_(phrase.last - 1), begin_(phrase.first) {
    bare_ = !view_.IsAny(begin_, Bits({Role::kDeterminer, Role::kPossessive}));
    if (!bare_) ++begin_;
    owned_ = view_.Is(phrase.first, Role::kPossessive);
  }

  Referent Run() const {
    if (begin_ >= phrase_.last || phrase_.size() > kMaxDescription || !IsWord(head_)) return {};
    if (view_.Text(head_) == "old" && view_.tokens[begin_].token_class == TokenClass::kNumber)
      return FindOnlyPerson(r_, phrase_.first, Gender::kUnknown);
    const bool anybody = r_.IsOneOf(head_, {"man", "woman", "boy", "girl"});
    const std::optional<bool> person = r_.TellsPerson(head_);
    if (!person && !anybody && !view_.Is(head_, Role::kPlaceNoun)) return {};
    const Referent nearest = Nearest(person);
    if (!nearest.empty() || !anybody || phrase_.size() > 2) return nearest;
    return FindOnlyPerson(r_, phrase_.first, r_.GenderOfWord(head_));
  }

 private:
  bool IsWord(uint32_t t) const { return r_.IsWord(t) && view_.tokens[t].word != 0; }
  static bool Has(const std::vector<WordId>& words, WordId word) {
    return word != 0 && std::binary_search(words.begin(), words.end(), word);
  }
  // "former", "then": say nothing that a name's descriptors would hold.
  bool IsTime(uint32_t t) const { return r_.IsOneOf(t, {"former", "then", "late", "new", "current", "outgoing", "longtime"}); }

  // How well a name fits: 0 not, 1 by its noun with words that were not told of it, 2 by all words.
  int Fit(const NameMention& mention, std::optional<bool> person) const {
    if (person && *person != r_.Person(mention)) return 0;
    const std::vector<WordId>& told = r_.names().facts[mention.name].descriptors;
    if (!Has(told, view_.tokens[head_].word)) return 0;
    bool all = true;
    for (uint32_t t = begin_; t < head_; ++t) {
      if (IsTime(t) || Has(told, view_.tokens[t].word)) continue;
      if (!r_.IsWord(t) || view_.tokens[t].Has(Token::kCapital)) return 0;
      all = false;
    }
    return all ? 2 : 1;
  }

  // The name or noun phrase told by this noun that stands nearest before; else the only name behind that is told by it.
  Referent Nearest(std::optional<bool> person) const {
    uint32_t exact = NameTable::kNone;
    uint32_t exact_at = 0;
    std::vector<uint32_t> loose;
    const auto look = [&](const NameMention& mention) {
      const int fit = Fit(mention, person);
      if (fit == 1 && std::find(loose.begin(), loose.end(), mention.name) == loose.end()) loose.push_back(mention.name);
      if (fit == 2) exact = mention.name, exact_at = mention.first;
      return fit != 2;
    };
    r_.NamesBefore(phrase_.first, [&](const NameMention& mention, uint32_t) { return look(mention); });
    const std::optional<NounPhraseMention> noun = NounBefore(exact == NameTable::kNone ? 0 : exact_at);
    if (noun) return Told(*noun);
    if (exact != NameTable::kNone) return person.value_or(false) && IsCrowded(exact, exact_at) ? Referent() : Named(exact);
    if (loose.size() == 1 && !owned_) return Named(loose.front());
    if (!loose.empty() || owned_) return {};
    r_.NamesAfter(phrase_.last, [&](const NameMention& mention) {
      look(mention);
      return loose.size() < 2;
    });
    if (exact != NameTable::kNone) return Ahead(exact, person) ? Named(exact) : Referent();
    if (loose.size() == 1 && Ahead(loose.front(), person)) return Named(loose.front());
    return {};
  }

  // "the chief" of "the police chief": a longer description means whom it means itself.
  Referent Told(const NounPhraseMention& noun) const {
    if (noun.definite && noun.tokens.size() > head_ + 1 - begin_) {
      const Referent described = Description(r_, {noun.tokens.first - 1, noun.head + 1}).Run();
      if (!described.empty()) return described;
    }
    return MeaningOf(r_, noun);
  }

  // Was the person told long ago, and somebody else spoken of since?
  bool IsCrowded(uint32_t name, uint32_t at) const {
    const uint32_t here = view_.sentence_of[phrase_.first];
    if (here - view_.sentence_of[at] <= kNearSentences) return false;
    const Gender gender = r_.names().names[name].gender;
    bool crowded = false;
    r_.NamesBefore(phrase_.first, [&](const NameMention& mention, uint32_t back) {
      const Gender other = r_.NameOf(mention).gender;
      crowded = mention.name != name && r_.Person(mention) && !r_.quotes().Inside(mention.first) &&
                (gender == Gender::kUnknown || other == Gender::kUnknown || gender == other);
      return !crowded && back <= 1;
    });
    return crowded;
  }

  // Is the name the only one behind this place that the description fits?
  bool Ahead(uint32_t name, std::optional<bool> person) const {
    bool only = true;
    r_.NamesAfter(phrase_.last, [&](const NameMention& mention) {
      only = mention.name == name || Fit(mention, person) == 0;
      return only;
    });
    return only;
  }

  // The nearest noun phrase behind token `floor` with the same noun that tells more than this one.
  std::optional<NounPhraseMention> NounBefore(uint32_t floor) const {
    std::optional<NounPhraseMention> found;
    r_.NounsBefore(
        phrase_.first, kNounSentences,
        [&](const NounPhraseMention& noun, uint32_t) {
          if (noun.tokens.first < floor) return false;
          if (!HoldsWords(noun)) return true;
          if (noun.definite && noun.tokens.size() <= head_ + 1 - begin_) return true;
          // Words without an article mean others before only where these add whose they are: "state media" of "Norwegian state
          // media".
          if (bare_ && !(noun.head - noun.tokens.first > head_ - begin_ && view_.tokens[noun.tokens.first].Has(Token::kCapital)))
            return true;
          found = noun;
          return false;
        },
        view_.tokens[head_].word);
    return found;
  }

  // Are all words of this description told by the noun phrase?
  bool HoldsWords(const NounPhraseMention& noun) const {
    for (uint32_t t = begin_; t < head_; ++t) {
      bool held = false;
      for (uint32_t i = noun.tokens.first; i < noun.head && !held; ++i) held = view_.Text(i) == view_.Text(t);
      if (!held) return false;
    }
    return true;
  }

  const Referents& r_;
  const TextView& view_;
  TokenRange phrase_;
  uint32_t head_;
  uint32_t begin_;      // behind the article
  bool owned_ = false;  // "his mother"
  bool bare_ = false;   // no article: "state media", or a headline's "governor"
};

// A body that stands as a word: not "it" nor a person, and what the words before it do not take away.
bool IsPredicate(const Referents& r, const NounPhraseMention& noun) {
  uint32_t t = noun.tokens.first;
  const uint32_t begin = r.SentenceOf(t).first;
  while (t > begin && r.view().IsAny(t - 1, Bits({Role::kDeterminer, Role::kPossessive}))) --t;
  return t > begin && (r.IsComma(t - 1) || r.view().Is(t - 1, Role::kAuxiliary) || r.view().Text(t - 1) == "as");
}

}  // namespace

Referent FindDescribed(const Referents& referents, TokenRange phrase) { return Description(referents, phrase).Run(); }

Referent MeaningOf(const Referents& r, const NounPhraseMention& noun) {
  const uint32_t name = NameInPhrase(r, noun.tokens);
  Referent referent;
  if (name != NameTable::kNone)
    referent.name = name;
  else
    referent.words = noun.tokens;
  return referent;
}

bool IsAnyBody(const Referents& r, uint32_t noun) {
  static constexpr std::string_view kNouns[] = {
      "group", "organisation", "organization", "agency",  "company",  "firm",  "newspaper", "outlet",     "ministry",
      "union", "airline",      "bank",         "charity", "watchdog", "party", "club",      "university", "broadcaster"};
  return std::find(std::begin(kNouns), std::end(kNouns), r.view().Text(noun)) != std::end(kNouns);
}

Referent FindBody(const Referents& r, uint32_t t, bool bodies_only) {
  Referent best;
  int best_score = bodies_only ? 0 : kSureBody - 1;
  const auto take = [&](int score, const Referent& referent) {
    if (score > best_score) best = referent, best_score = score;
  };
  const auto at = [&](uint32_t first, uint32_t back) {
    int score = 60 - 20 * static_cast<int>(back);
    if (r.quotes().Inside(first) && !r.quotes().Inside(t)) score -= 40;
    return score;
  };
  r.NamesBefore(t, [&](const NameMention& mention, uint32_t back) {
    const NameKind kind = r.NameOf(mention).kind;
    if (kind == NameKind::kPerson || back > 2) return back <= 2;
    if (bodies_only && kind != NameKind::kOrganisation) return true;
    const TokenRange words{mention.first, mention.last};
    const int score = at(mention.first, back) + r.Prominence(words) + (r.Speaks(words) ? 15 : 0);
    take(kind == NameKind::kOrganisation ? score + 10 : score, Named(mention.name));
    return true;
  });
  if (bodies_only) return best;
  r.NounsBefore(t, 2, [&](const NounPhraseMention& noun, uint32_t back) {
    if (noun.person || IsPredicate(r, noun) || r.view().Text(noun.head).ends_with("s") || !r.Speaks(noun.tokens)) return true;
    Referent meaning;
    if (noun.definite) meaning = FindDescribed(r, {noun.tokens.first - 1, noun.tokens.last});
    if (meaning.empty() && noun.definite && IsAnyBody(r, noun.head)) meaning = FindBody(r, noun.tokens.first, true);
    if (meaning.empty() && !(noun.definite && noun.tokens.size() == 1)) meaning = MeaningOf(r, noun);
    take(at(noun.tokens.first, back) + r.Prominence(noun.tokens) + 25, meaning);
    return true;
  });
  return best;
}

Referent FindOnlyPerson(const Referents& r, uint32_t t, Gender gender) {
  uint32_t only = NameTable::kNone;
  bool several = false;
  r.NamesBefore(t, [&](const NameMention& mention, uint32_t back) {
    const Name& name = r.NameOf(mention);
    if (back > 3) return false;
    if (name.kind != NameKind::kPerson) return true;
    if (gender != Gender::kUnknown && name.gender != Gender::kUnknown && name.gender != gender) return true;
    if (r.quotes().Inside(mention.first) && !r.quotes().Inside(t)) return true;
    several = only != NameTable::kNone && only != mention.name;
    only = mention.name;
    return !several;
  });
  return several || only == NameTable::kNone ? Referent() : Named(only);
}

}  // namespace crosscheck
