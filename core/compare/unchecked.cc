#include "compare/unchecked.h"

#include "base/languages.h"
#include "base/strings.h"

namespace crosscheck {

std::vector<Unchecked> FindUnchecked(const std::vector<Record>& records) {
  std::vector<Unchecked> unchecked;
  for (const Record& record : records) {
    const Document& document = record.document;
    if (document.language == kCheckedLanguage) continue;
    const std::string reason = UncheckedReason(document.language);
    for (const Story& story : document.stories) unchecked.push_back({document.id, story.id, reason});
    if (document.stories.empty()) unchecked.push_back({document.id, 0, reason});
  }
  return unchecked;
}

}  // namespace crosscheck
