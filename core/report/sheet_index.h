// A worksheet made ready to be written: look-ups by document and claim, and the rows of the claim sheet, article by article.
#ifndef CROSSCHECK_REPORT_SHEET_INDEX_H_
#define CROSSCHECK_REPORT_SHEET_INDEX_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "crosscheck/worksheet.h"
#include "report/claims.h"
#include "report/place.h"

namespace crosscheck {

// Counts for the summary line.
struct SheetSummary {
  size_t documents = 0;
  size_t origins = 0;  // documents, where a copy family counts once
  size_t errors = 0;
  size_t warnings = 0;
  size_t notes = 0;
  size_t suppressed = 0;
  size_t signed_off = 0;
  size_t fresh = 0;  // new since the run before
  size_t groups = 0;
  size_t agreeing_groups = 0;
  size_t compatible_groups = 0;  // do not contradict, and no more
  size_t stories = 0;
  size_t claims = 0;
  size_t grouped_claims = 0;
  size_t unchecked = 0;  // stories
  size_t unread = 0;     // inputs
};

class SheetIndex {
 public:
  explicit SheetIndex(const Worksheet& sheet);  // `sheet` outlives this

  const Worksheet& sheet() const { return *sheet_; }
  SheetSummary Summary() const;
  const Record* Find(std::string_view document) const;  // null: unknown
  // "a", "b" ... "z", "aa": the article's letter, by its place in the worksheet; "?" for an unknown one.
  std::string Letter(std::string_view document) const;
  const Group* FindGroup(std::string_view id) const;                               // null: none
  const Check* FindCheck(CheckTarget target, std::string_view fingerprint) const;  // null: none
  // What was noted on a claim: its own note, else that on the claim it repeats, else that on their sentence; null: none.
  const Check* CheckOf(const Document& document, const Claim& claim) const;
  // Whether any claim of the record is a member of a group.
  bool HasGroups(const Record& record) const { return grouped_documents_.contains(record.document.id); }
  // Claims of one record in text order, each thing asked once; `places` are those of its document.
  std::vector<Claim> ClaimsOf(const Record& record, const Places& places) const;

 private:
  const Worksheet* sheet_;
  StringMap<size_t> documents_;
  StringMap<const Group*> groups_;
  StringMap<std::vector<const Group*>> groups_of_claim_;  // by document, newline, claim
  StringSet grouped_documents_;
  StringMap<const Check*> checks_;  // by target, newline, fingerprint
};

// Article letter by index.
std::string LetterOf(size_t index);
// What a reader calls the document: its uri, else its id.
std::string_view NameOf(const Document& document);
// Its title, else its name.
std::string_view TitleOf(const Document& document);
// Its web address, else a URN of its id.
std::string AddressOf(const Document& document);
// "agency > coastguard", by the resolved names.
std::string ChainOf(const Statement& statement);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_SHEET_INDEX_H_
