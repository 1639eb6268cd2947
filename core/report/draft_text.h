// A draft against its sources in words: what all outputs for people say of its claims.
#ifndef CROSSCHECK_REPORT_DRAFT_TEXT_H_
#define CROSSCHECK_REPORT_DRAFT_TEXT_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/sheet_index.h"

namespace crosscheck {

// The words in quotation marks, cut to `columns`; marks of their own are not doubled.
std::string QuotedOnce(std::string_view words, int columns);
// "in no source", "the same", "does not contradict" ...
std::string_view StandingText(Standing standing);
struct DraftRow {
  const DraftClaim* claim = nullptr;
  Claim shown;  // as the claim sheet has it
};

// The sheet of `index` has a draft, and outlives this as `index` does.
class DraftTeller {
 public:
  explicit DraftTeller(const SheetIndex& index);

  const Draft& draft() const { return draft_; }
  const Record& record() const { return record_; }
  // What a claim's standing asks of an editor: "look" where a source says otherwise, "missing" where none has it, "held" else. A report
  // is always in the writer's words. Names of classes on the page, too.
  std::string_view ClassOf(const DraftClaim& claim) const;
  // In text order.
  std::vector<DraftRow> Rows();
  // "story.docx: 23 claims: 2 other value, 1 other speaker, 8 in no source, 12 the same".
  std::string Summary() const;
  // "b 3:10 “five” (coastguard), other value; c 7:1 “five”, other value"; the standing of each place where they are unlike.
  std::string PlacesText(const DraftClaim& claim);
  // "3:10"
  std::string PlaceText(std::string_view document, uint32_t byte);

 private:
  const Places& PlacesOf(const Record& record);

  const SheetIndex& index_;
  const Draft& draft_;
  const Record& record_;
  StringSet reported_;  // ids of the statements without quotation marks
  std::map<std::string_view, Places> places_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_DRAFT_TEXT_H_
