#include "extract/names/names.h"

#include "extract/names/name_gender.h"
#include "extract/names/name_merge.h"
#include "extract/names/name_spans.h"

namespace crosscheck {

NameTable FindNames(TextView* view, const QuoteMap& quotes) {
  const NameSpans found = FindNameSpans(*view);
  NameTable table = MergeNames(*view, quotes, found.spans);
  InferGenders(*view, &table);
  for (const NameMention& mention : table.mentions) {
    for (uint32_t t = mention.first; t < mention.last; ++t) view->owner.Edit(t) = Owner::kName;
  }
  for (const auto& [first, last] : found.things) {
    for (uint32_t t = first; t < last; ++t) view->owner.Edit(t) = Owner::kName;
  }
  return table;
}

}  // namespace crosscheck
