// Names across a bundle: which names of unlike documents mean one person, body or place, and where they stand.
#ifndef CROSSCHECK_COMPARE_BUNDLE_RESOLVER_H_
#define CROSSCHECK_COMPARE_BUNDLE_RESOLVER_H_

#include <cstdint>
#include <vector>

#include "crosscheck/record.h"

namespace crosscheck {

using EntityId = uint32_t;  // 0: none; numbered alike for any order of the documents

struct Mention {
  Span span;
  EntityId entity = 0;
  NameKind kind = NameKind::kPerson;
  Gender gender = Gender::kUnknown;
};

struct Entities {
  EntityId count = 0;                           // ids are 1..count
  std::vector<std::vector<EntityId>> of_names;  // [document][name]: same index as Record::names
  std::vector<std::vector<Mention>> mentions;   // [document]: in text order
};

// Full names are joined where first and last word agree, one stands in the other ("Ada Mary Holt", "Ada Holt") or the first name
// is spelt with one or two letters changed; a last name alone joins the one person of that last name in its story, else in the
// bundle.
Entities JoinNames(const std::vector<Record>& records);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_BUNDLE_RESOLVER_H_
