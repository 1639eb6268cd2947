// Disputes in words: the proposition itself, in the words of the texts.
#ifndef CROSSCHECK_COMPARE_TELL_PROPOSITIONS_H_
#define CROSSCHECK_COMPARE_TELL_PROPOSITIONS_H_

#include <vector>

#include "compare/group/propositions.h"
#include "compare/tell/comparison.h"

namespace crosscheck {

std::vector<ComparedGroup> TellDisputes(const Bundle& bundle, const std::vector<Dispute>& disputes);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_TELL_PROPOSITIONS_H_
