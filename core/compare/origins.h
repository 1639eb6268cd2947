// Corroboration: how many independent origins stand behind claims.
#ifndef CROSSCHECK_COMPARE_ORIGINS_H_
#define CROSSCHECK_COMPARE_ORIGINS_H_

#include "compare/grouping.h"

namespace crosscheck {

struct Support {
  int documents = 0;
  int origins = 0;        // copy families, stories credited to one agency and claims of one named source count once
  int named_sources = 0;  // among the origins: those that are a named source
};
Support SupportOf(const ClaimSet& set, const ClaimGroup& claims);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ORIGINS_H_
