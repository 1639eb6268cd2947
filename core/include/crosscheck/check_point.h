// Words that a fact-checker stops at though they are no figure, date, name or statement. Part of a record.
#ifndef CROSSCHECK_CHECK_POINT_H_
#define CROSSCHECK_CHECK_POINT_H_

#include <string>

#include "crosscheck/document.h"

namespace crosscheck {

enum class CheckPointKind : uint8_t {
  kSuperlative,  // "the largest", "the first woman to", "the only": one exception makes it wrong
  kCause,        // "because of", "caused by": who says that the one came of the other?
};

struct CheckPoint {
  std::string id;
  int story = 0;
  Span span;
  CheckPointKind kind = CheckPointKind::kSuperlative;
  std::string rule;
  friend bool operator==(const CheckPoint&, const CheckPoint&) = default;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECK_POINT_H_
