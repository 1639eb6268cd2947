// Names across a bundle: which names of unlike documents mean one person, body or place, and where they stand.
#ifndef CROSSCHECK_COMPARE_BUNDLE_RESOLVER_H_
#define CROSSCHECK_COMPARE_BUNDLE_RESOLVER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "crosscheck/record.h"
#include "rulebook/word_rules.h"

namespace crosscheck {

using EntityId = uint32_t;  // 0: none; numbered alike for any order of the documents

struct Mention {
  Span span;
  EntityId entity = 0;
  NameKind kind = NameKind::kPerson;
  Gender gender = Gender::kUnknown;
};

// Where an entity is named: index of the document and of the name in its record.
struct NameAt {
  uint32_t document = 0;
  uint32_t name = 0;
};

struct Entities {
  EntityId count = 0;                           // ids are 1..count
  std::vector<std::vector<EntityId>> of_names;  // [document][name]: same index as Record::names
  std::vector<std::vector<NameAt>> names;       // [entity]: by document
  std::vector<std::vector<Mention>> mentions;   // [document]: in text order
};

// Full names are joined where first and last word agree, one stands in the other ("Ada Mary Holt", "Ada Holt") or the first name
// is spelt with one or two letters changed; a last name alone joins the one person of that last name in its story, else in the
// bundle.
Entities JoinNames(const std::vector<Record>& records);

// Are two entities two people for certain? Not where their names share a word, or one word is the other's in another spelling: the
// same person may be named in two ways. Nor where either is no person.
bool AreTwoPeople(const std::vector<Record>& records, const Entities& entities, const WordRules& rules, EntityId a, EntityId b);

// The words of a name that tell whose it is: lower case, without nicknames, initials and "Jr."
std::vector<std::string> NameWords(const Name& name);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_BUNDLE_RESOLVER_H_
