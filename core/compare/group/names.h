// People, bodies and places of a bundle that articles name or describe in ways that do not fit together.
#ifndef CROSSCHECK_COMPARE_GROUP_NAMES_H_
#define CROSSCHECK_COMPARE_GROUP_NAMES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/bundle/bundle.h"

namespace crosscheck {

// Where an article has it one way or the other.
struct NamedPlace {
  uint32_t document = 0;  // index in the records
  uint32_t name = 0;      // in Record::names
  Span span;              // the name, or the words that tell who it is
  std::string value;      // as it is shown
  uint32_t side = 0;      // 0: as most articles have it
};

struct NameDifference {
  std::string_view kind;  // of rules/findings.json
  std::vector<NamedPlace> places;  // by document
  std::vector<std::string> why;
  bool sure = false;
};

// By document and place. `neighbours`: stories that are looked at beside each other.
std::vector<NameDifference> CompareNames(const Bundle& bundle, const std::vector<std::vector<uint32_t>>& neighbours);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_GROUP_NAMES_H_
