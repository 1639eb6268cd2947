#include "text/lexemes.h"

#include "base/utf8.h"
#include "text/stem.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxKnown = 40;  // bytes of a written word that the lexicon can know
constexpr size_t kFirstSlots = 64;

std::string Visible(std::string_view word) {
  std::string visible;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    if (!IsInvisible(c.value)) visible.append(word.substr(at, c.size));
    at += c.size;
  }
  return visible;
}

}  // namespace

// Its stem is made at once: all threads share it.
const Lexeme LexemeTable::kOutside = [] {
  Lexeme outside("\n", 0, 0);
  (void)outside.stem();
  return outside;
}();

std::string_view Lexeme::stem() const {
  if (stem_.empty()) stem_ = Stem(folded);
  return stem_;
}

uint32_t LexemeTable::Add(std::string_view written, const Lexicon& lexicon, bool in_lexicon) {
  bool ascii = true;
  bool lower = true;
  buffer_.resize(written.size());
  for (size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    const bool capital = c >= 'A' && c <= 'Z';
    ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    lower = lower && !capital;
    buffer_[i] = capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (!ascii) buffer_ = LowerCase(Visible(written));
  const uint64_t hash = Lexicon::Hash(buffer_);
  if (2 * (lexemes_.size() + 1) > slots_.size()) Grow();
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  for (; slots_[at].lexeme != kFree; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && lexemes_[slots_[at].lexeme].folded == buffer_) return slots_[at].lexeme;
  }
  const auto index = static_cast<uint32_t>(lexemes_.size());
  slots_[at] = {hash, index};
  const std::string_view folded = ascii && lower ? written : std::string_view(kept_.emplace_back(buffer_));
  const WordId word = !in_lexicon || written.size() > kMaxKnown ? 0 : lexicon.FindHashed(folded, hash);
  lexemes_.emplace_back(folded, word, lexicon.roles(word));
  return index;
}

void LexemeTable::Grow() {
  std::vector<Slot> old(slots_.empty() ? kFirstSlots : slots_.size() * 2);
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.lexeme == kFree) continue;
    size_t at = slot.hash & mask;
    while (slots_[at].lexeme != kFree) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace crosscheck
