// Any bytes as a text: tokens in order, inside the text, each in one sentence.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "crosscheck/crosscheck.h"
#include "rulebook/tables.h"
#include "text/tokens.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const crosscheck::Rulebook& rules = *new crosscheck::Rulebook(*crosscheck::Rulebook::Load({}));
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  crosscheck::TokenStream stream;
  crosscheck::Tokenize(text, {0, static_cast<uint32_t>(size)}, rules.tables().lexicon, &stream);
  uint32_t end = 0;
  for (const crosscheck::Token& token : stream.tokens) {
    if (token.length == 0 || token.start < end || token.end() > size) std::abort();
    end = token.end();
  }
  uint32_t next = 0;
  for (const crosscheck::Sentence& sentence : stream.sentences) {
    if (sentence.first != next || sentence.last <= sentence.first) std::abort();
    next = sentence.last;
  }
  if (next != stream.tokens.size()) std::abort();
  return 0;
}
