// Where names stand: runs of capitalised words, without the titles before them, each with what it names and why we think so.
#ifndef CROSSCHECK_EXTRACT_NAMES_NAME_SPANS_H_
#define CROSSCHECK_EXTRACT_NAMES_NAME_SPANS_H_

#include <cstdint>
#include <vector>

#include "extract/text_view.h"

namespace crosscheck {

struct NameSpan {
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  uint32_t role_first = 0;  // tokens of the office or trade told beside the name; none where equal
  uint32_t role_last = 0;
  NameKind kind = NameKind::kPerson;
  NameEvidence evidence = NameEvidence::kShape;
  Gender gender = Gender::kUnknown;
  uint32_t known = kNone;     // index in NameRules::known
  bool family_first = false;  // of a person: the first word is the family name
  bool kin = false;           // told as somebody's relative ("his wife, Ada Roe")
};

struct NameSpans {
  std::vector<NameSpan> spans;  // in text order, not overlapping
  // Names of other things ("Flight 12", "Harvest Cup"), which are no person, body or place: tokens [first, second).
  std::vector<std::pair<uint32_t, uint32_t>> things;
};

NameSpans FindNameSpans(const TextView& view);

// The letters and digits of tokens [first, last) in lower case, without hyphens, brackets and stops: "Jong-un" and "Jongun" are
// one.
void AppendNameKey(const TextView& view, uint32_t first, uint32_t last, std::string* key);

}  // namespace crosscheck

#endif  // CROSSCHECK_EXTRACT_NAMES_NAME_SPANS_H_
