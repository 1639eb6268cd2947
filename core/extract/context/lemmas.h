// Dictionary forms of a document's words, each distinct word looked up once: "killed" and "kills" are "kill", "officers" is
// "officer". What two articles say of one thing is compared in lemmas.
#ifndef CROSSCHECK_EXTRACT_CONTEXT_LEMMAS_H_
#define CROSSCHECK_EXTRACT_CONTEXT_LEMMAS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "extract/text_view.h"

namespace crosscheck {

// Index in the document's lemmas; 0: none.
using LemmaId = uint32_t;

class Lemmas {
 public:
  explicit Lemmas(const TextView& view);

  // The base form of a verb, else the singular of a noun.
  LemmaId Of(uint32_t token) const { return of_token_[token]; }
  // The singular of a noun, whatever verb it may be as well: "buildings" is "building".
  LemmaId NounOf(uint32_t token) { return Intern(NounText(token)); }
  const std::string& Text(LemmaId lemma) const { return texts_[lemma]; }

  static std::string Singular(std::string lower);

 private:
  std::string NounText(uint32_t token) const;
  LemmaId Intern(std::string text);
  std::string LemmaOf(uint32_t token) const;

  const TextView& view_;
  std::vector<LemmaId> of_token_;
  std::vector<std::string> texts_;
  StringMap<LemmaId> ids_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_CONTEXT_LEMMAS_H_
