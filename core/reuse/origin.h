// From whom a copy may be: signs, weighed. They are evidence and no verdict; where they do not decide, nobody is named.
#ifndef CROSSCHECK_REUSE_ORIGIN_H_
#define CROSSCHECK_REUSE_ORIGIN_H_

#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/record.h"
#include "reuse/labels.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

struct OriginSigns {
  int for_a = 0;  // weight of the signs that b took its text from a
  int for_b = 0;
  std::vector<std::string> evidence;  // each names the document it speaks of

  // 1: a is the likely origin, -1: b is, 0: undecided. Signs that contradict each other decide nothing unless one side is far
  // ahead.
  // `partial`: only a part is shared, which both may have from a third text; one sign alone decides nothing then.
  int Verdict(bool partial, const ReuseRules& rules) const;
};

// What the evidence of a sign begins with.
std::string_view EvidenceWords(OriginSign sign);

// Signs: a canonical address or a credit that names the other; an earlier day of publication; a named author on one side only;
// one text that holds all of the other and more; a lead of its own around text taken over.
OriginSigns WeighOrigin(const Document& a, const Story& story_a, const Document& b, const Story& story_b, const Sharing& sharing,
                        const ReuseRules& rules, const PageRules& pages);

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_ORIGIN_H_
