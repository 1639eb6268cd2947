#include "extract/names.h"

namespace crosscheck {

NameTable FindNames(TextView* view, const QuoteMap&) {
  NameTable table;
  table.mention_of.assign(view->tokens.size(), NameTable::kNone);
  return table;
}

std::string ResolveSource(const TextView& view, const NameTable&, const QuoteMap&, uint32_t first, uint32_t last) {
  return std::string(view.Text(view.SpanOf(first, last)));
}

}  // namespace crosscheck
