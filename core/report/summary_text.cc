#include "report/summary_text.h"

namespace crosscheck {

std::string CountText(size_t n, std::string_view one, std::string_view many) { return StrCat(n, " ", n == 1 ? one : many); }

std::string ComparedText(const SheetSummary& s) {
  if (s.documents == 0) return "nothing was compared: no article was read";
  if (s.groups > 0) {
    return StrCat("compared: ", CountText(s.stories, "story", "stories"), ", ", CountText(s.claims, "claim", "claims"), "; ",
                  s.grouped_claims, " of them in ", CountText(s.groups, "group", "groups"), " on one thing each");
  }
  if (s.claims == 0) return "nothing was compared: no claim was found in what was checked";
  if (s.documents == 1) return StrCat("nothing was compared: one article, ", CountText(s.claims, "claim", "claims"));
  return StrCat("nothing was compared: no two of the ", CountText(s.claims, "claim", "claims"), " are on one thing");
}

std::string SummaryText(const SheetSummary& s) {
  std::string line = StrCat(CountText(s.documents, "article", "articles"), ", ", CountText(s.origins, "origin", "origins"), ": ",
                            CountText(s.errors, "error", "errors"), ", ", CountText(s.warnings, "warning", "warnings"), ", ",
                            CountText(s.notes, "note", "notes"));
  if (s.groups > 0) {
    StrAppend(&line, "; ", CountText(s.agreeing_groups, "group agrees", "groups agree"));
    if (s.compatible_groups > 0) StrAppend(&line, ", ", s.compatible_groups, s.compatible_groups == 1 ? " does" : " do", " not contradict");
  }
  if (s.fresh > 0) StrAppend(&line, "; ", s.fresh, " new");
  if (s.suppressed > 0) StrAppend(&line, "; ", s.suppressed, " set aside");
  if (s.signed_off > 0) StrAppend(&line, "; ", s.signed_off, " signed off");
  if (s.unchecked > 0) StrAppend(&line, "; ", CountText(s.unchecked, "story", "stories"), " not checked");
  if (s.unread > 0) StrAppend(&line, "; ", s.unread, " not read");
  return line;
}

std::string StoryText(const SheetIndex& index, const Unchecked& unchecked) {
  const Record* record = index.Find(unchecked.document);
  return record == nullptr || record->document.stories.size() < 2 ? "" : StrCat(", story ", unchecked.story);
}

}  // namespace crosscheck
