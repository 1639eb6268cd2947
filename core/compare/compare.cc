// The compare stage: reuse first, then claims of the bundle against each other.
#include <algorithm>
#include <utility>

#include "compare/claims.h"
#include "compare/comparison.h"
#include "compare/copied_changes.h"
#include "compare/disputes.h"
#include "compare/findings.h"
#include "compare/grouping.h"
#include "compare/judging.h"
#include "compare/pairing.h"
#include "compare/quotes.h"
#include "compare/ranking.h"
#include "compare/same_numbers.h"
#include "compare/spellings.h"
#include "compare/state.h"
#include "compare/unchecked.h"
#include "crosscheck/crosscheck.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

// Figures and dates of unlike articles on one quantity.
void CompareFigures(const RuleTables& rules, int threads, Worksheet* sheet) {
  const ClaimSet set = BuildClaims(sheet->documents, sheet->families, rules, threads);
  const ClaimIndex index(set);
  const Pairing pairing(set, index);
  const std::vector<JudgedGroup> judged =
      JudgeGroups(pairing, GroupClaims(pairing, threads), FindCopiedChanges(set, sheet->reuse), threads);
  AddComparedGroups(DescribeGroups(pairing, judged), sheet);
  AddFindings(FindSameNumbers(pairing, judged), sheet);
}

}  // namespace

Worksheet Compare(std::vector<Record> records, const Rulebook& rules, const CompareOptions& options, std::vector<Unread> unread) {
  Worksheet sheet;
  sheet.tool = {std::string(Version()), rules.fingerprint()};
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  sheet.documents = std::move(records);
  SetReuse(FindReuse(sheet.documents, rules.tables(), options.threads), &sheet);
  CompareFigures(rules.tables(), options.threads, &sheet);
  AddComparedGroups(CompareQuotes(sheet.documents, rules.tables()), &sheet);
  AddComparedGroups(CompareDenials(sheet.documents, rules.tables()), &sheet);
  AddComparedGroups(CompareSpellings(sheet.documents, rules.tables()), &sheet);
  RankFindings(&sheet.findings);
  sheet.unread = std::move(unread);
  std::sort(sheet.unread.begin(), sheet.unread.end(),
            [](const Unread& a, const Unread& b) { return std::tie(a.uri, a.reason) < std::tie(b.uri, b.reason); });
  sheet.unchecked = FindUnchecked(sheet.documents);
  ApplyState(options.state_json, options.baseline_json, &sheet);
  return sheet;
}

}  // namespace crosscheck
