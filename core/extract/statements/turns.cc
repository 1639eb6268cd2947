#include "extract/statements/turns.h"

#include <algorithm>
#include <string_view>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxLabel = 5;       // tokens of "DANA HOLT"
constexpr uint32_t kMaxSignature = 14;  // tokens of "Mara Dell, mayor of Olvet"

// The label that opens a line, before its colon; empty where there is none.
TokenRange LabelAt(const Grammar& g, uint32_t first, uint32_t end) {
  for (uint32_t t = first; t < end && t <= first + kMaxLabel; ++t) {
    if (g.Class(t) == TokenClass::kColon) {
      const bool content = g.view().Text(t) == ":" && t > first && t + 2 < end && g.view().tokens[t + 1].Has(Token::kSpaceBefore);
      return content ? TokenRange{first, t} : TokenRange();
    }
    const bool word = g.IsWord(t) && g.IsCapital(t);
    const bool initial = g.Class(t) == TokenClass::kStop && t > first;
    if (!word && !initial && !g.IsHyphen(t)) return {};
    if (g.view().IsAny(t, Bits({Role::kDeterminer, Role::kRelative, Role::kPreposition, Role::kMonth, Role::kWeekday})) &&
        g.view().Text(t) != "A")
      return {};
  }
  return {};
}

bool IsInterviewLetter(std::string_view label) { return label == "Q" || label == "A"; }

// One story's labelled lines become turns, if it is a transcript.
class StoryTurns {
 public:
  explicit StoryTurns(const Grammar& g) : g_(g) {}

  void AddLine(TokenRange paragraph) {
    const TokenRange label = LabelAt(g_, paragraph.first, paragraph.last);
    if (label.empty()) return;
    const std::string_view words = g_.view().Text(g_.view().SpanOf(label.first, label.last));
    const bool shouted = g_.view().tokens[label.first].Has(Token::kAllCaps);
    if (!shouted && !IsInterviewLetter(words) && g_.view().owner[label.first] != Owner::kName) return;
    ++times_[words];
    turns_.push_back({label, {label.last, label.last + 1}, {label.last + 1, paragraph.last}});
  }

  void Flush(std::vector<Turn>* out) {
    const bool again = std::any_of(turns_.begin(), turns_.end(), [&](const Turn& turn) {
      const std::string_view words = g_.view().Text(g_.view().SpanOf(turn.speaker.first, turn.speaker.last));
      return times_[words] > 1 || IsInterviewLetter(words);
    });
    if (turns_.size() > 1 && again) out->insert(out->end(), turns_.begin(), turns_.end());
    turns_.clear();
    times_.clear();
  }

 private:
  const Grammar& g_;
  std::vector<Turn> turns_;
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
