#include "extract/statements/turns.h"

#include <algorithm>
#include <string_view>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxLabel = 5;       // tokens of "DANA HOLT"
constexpr uint32_t kMaxNote = 8;        // tokens of "(voice-over)", ", via video link"
constexpr uint32_t kMaxSignature = 14;  // tokens of "Mara Dell, mayor of Olvet"

struct Label {
  TokenRange words;
  uint32_t colon = 0;
  bool noted = false;  // "(voice-over)", ", HOST"
};

// One past the note behind a label's name: "(voice-over)", "[on camera]", ", HOST", ", via video link"; `t` where none stands.
uint32_t AfterNote(const Grammar& g, uint32_t t, uint32_t end) {
  const bool bracket = g.Class(t) == TokenClass::kBracket;
  if (!bracket && !g.IsComma(t)) return t;
  for (uint32_t k = t + 1; k < end && k <= t + kMaxNote; ++k) {
    if (g.Class(k) == TokenClass::kStop || g.Class(k) == TokenClass::kQuote || g.IsFiniteVerb(k)) return t;
    if (bracket ? g.Class(k) == TokenClass::kBracket : g.Class(k) == TokenClass::kColon) return bracket ? k + 1 : k;
  }
  return t;
}

// The label that opens a line, before its colon; empty where there is none.
Label LabelAt(const Grammar& g, uint32_t first, uint32_t end) {
  for (uint32_t t = first; t < end && t <= first + kMaxLabel; ++t) {
    const uint32_t colon = t > first ? AfterNote(g, t, end) : t;
    if (g.Class(colon) == TokenClass::kColon && t > first) {
      const bool content =
          g.view().Text(colon) == ":" && colon + 1 < end && g.view().tokens[colon + 1].Has(Token::kSpaceBefore);
      return content ? Label{{first, t}, colon, colon > t} : Label();
    }
    const bool word = g.IsWord(t) && g.IsCapital(t);
    const bool initial = g.Class(t) == TokenClass::kStop && t > first;
    if (!word && !initial && !g.IsHyphen(t)) return {};
    // "THE COURT:", "A:"
    const bool article = t == first && g.Is(t, Role::kDeterminer) && g.view().tokens[t + 1].Has(Token::kAllCaps);
    if (g.view().IsAny(t, Bits({Role::kDeterminer, Role::kRelative, Role::kPreposition, Role::kMonth, Role::kWeekday})) &&
        g.view().Text(t) != "A" && !article)
      return {};
  }
  return {};
}

bool IsInterviewLetter(std::string_view label) { return label == "Q" || label == "A"; }

// One story's labelled lines become turns, if it is a transcript: a label comes back or is a letter of an interview, or a person
// stands in capitals before a colon.
class StoryTurns {
 public:
  explicit StoryTurns(const Grammar& g) : g_(g) {}

  void AddLine(TokenRange paragraph) {
    const Label label = LabelAt(g_, paragraph.first, paragraph.last);
    if (label.words.empty()) return;
    const std::string_view words = WordsOf(label.words);
    const bool named = g_.view().owner[label.words.first] == Owner::kName || IsShouted(label.words) || IsInterviewLetter(words);
    const Turn turn{label.words, {label.colon, label.colon + 1}, {label.colon + 1, paragraph.last}};
    turns_.push_back(turn);
    named_.push_back(named);
    ++times_[words];
    if (IsPerson(label) && IsSpeech(turn.content)) ++persons_;
  }

  void Flush(std::vector<Turn>* out) {
    bool again = false;
    size_t named = 0;
    for (size_t i = 0; i < turns_.size(); ++i) {
      const std::string_view words = WordsOf(turns_[i].speaker);
      again = again || (named_[i] && (times_[words] > 1 || IsInterviewLetter(words)));
      named += named_[i] ? 1 : 0;
    }
    const bool transcript = (named > 1 && again) || (persons_ > 0 && persons_ * 2 >= turns_.size());
    for (size_t i = 0; transcript && i < turns_.size(); ++i) {
      if (named_[i] || times_[WordsOf(turns_[i].speaker)] > 1 || turns_[i].speaker.size() > 1) out->push_back(turns_[i]);
    }
    turns_.clear();
    named_.clear();
    times_.clear();
    persons_ = 0;
  }

 private:
  std::string_view WordsOf(TokenRange words) const { return g_.view().Text(g_.view().SpanOf(words.first, words.last)); }

  bool IsShouted(TokenRange words) const {
    for (uint32_t t = words.first; t < words.last; ++t) {
      if (g_.IsWord(t) && g_.view().tokens[t].length > 1 && !g_.view().tokens[t].Has(Token::kAllCaps) &&
          !g_.Is(t, Role::kTitleAbbreviation))
        return false;
    }
    return true;
  }

  // "ADA ROE", "SENATOR ROE", "ROE (voice-over)": capitals with a first name, a title or a note.
  bool IsPerson(const Label& label) const {
    const TokenRange words = label.words;
    if (!IsShouted(words) || (words.size() < 2 && !label.noted)) return false;
    if (label.noted) return true;
    return g_.view().IsAny(words.first, Bits({Role::kFirstName, Role::kTitle, Role::kTitleAbbreviation, Role::kCivility,
                                              Role::kSurnameFirst}));
  }

  // A whole sentence, not the tail of "PHOTO GALLERY: the storm".
  bool IsSpeech(TokenRange content) const {
    const uint32_t last = content.last - 1;
    return g_.Class(last) == TokenClass::kStop || g_.Class(last) == TokenClass::kQuote;
  }

  const Grammar& g_;
  std::vector<Turn> turns_;
  std::vector<bool> named_;
  size_t persons_ = 0;
  absl::flat_hash_map<std::string_view, int> times_;
};

}  // namespace

std::vector<Turn> FindTurns(const Grammar& g) {
  const TotalArray<ViewSentence>& sentences = g.view().sentences;
  std::vector<Turn> out;
  StoryTurns turns(g);
  for (size_t s = 0; s < sentences.size();) {
    TokenRange paragraph{sentences[s].first, sentences[s].last};
    const size_t first = s++;
    while (s < sentences.size() && sentences[s].paragraph == sentences[first].paragraph &&
           sentences[s].story == sentences[first].story)
      paragraph.last = sentences[s++].last;
    turns.AddLine(paragraph);
    if (s == sentences.size() || sentences[s].story != sentences[first].story) turns.Flush(&out);
  }
  return out;
}

TokenRange FindSignature(const Grammar& g, TokenRange line, uint32_t* dash) {
  uint32_t t = line.first;
  while (t < line.last && !(g.IsDash(t) && t > 0 && g.Class(t - 1) == TokenClass::kQuote)) {
    const Quotation* quotation = g.QuotationOf(t);
    if (quotation == nullptr) return {};
    t = std::max(t + 1, Grammar::EndOf(*quotation));
  }
  if (t >= line.last || g.QuotationOf(t - 1) == nullptr) return {};
  TokenRange signer{t + 1, line.last};
  while (signer.last > signer.first && g.Class(signer.last - 1) == TokenClass::kStop) --signer.last;
  if (signer.empty() || signer.size() > kMaxSignature || g.HasFiniteVerb(signer) || !g.IsCapital(signer.first)) return {};
  const bool named = g.view().owner[signer.first] == Owner::kName ||
                     g.view().IsAny(signer.first, Bits({Role::kTitle, Role::kPersonNoun, Role::kFirstName}));
  for (uint32_t i = signer.first; i < signer.last; ++i) {
    if (g.Class(i) == TokenClass::kQuote || g.IsDash(i)) return {};
  }
  *dash = t;
  return named ? signer : TokenRange();
}

}  // namespace crosscheck
