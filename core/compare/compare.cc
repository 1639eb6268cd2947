// The compare stage: reuse first, then claims of the bundle against each other. Each comparer gives groups with their findings;
// tell/ puts them on the sheet.
#include <algorithm>
#include <tuple>
#include <utility>

#include "compare/bundle/bundle.h"
#include "compare/bundle/copies.h"
#include "compare/disputes.h"
#include "compare/draft.h"
#include "compare/group/quantities.h"
#include "compare/quotes.h"
#include "compare/spellings.h"
#include "compare/state.h"
#include "compare/unchecked.h"
#include "compare/tell/comparison.h"
#include "compare/tell/quantities.h"
#include "crosscheck/crosscheck.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

// Figures and dates of unlike articles on one quantity.
std::vector<ComparedGroup> CompareQuantities(const Worksheet& sheet, const RuleTables& rules, int threads) {
  const Bundle bundle = BuildBundle(sheet.documents, sheet.families, rules, threads);
  const auto copied = FindCopiedChanges(bundle, sheet.reuse);
  std::vector<std::vector<uint32_t>> neighbours = NeighbourStories(bundle, threads);
  PartForms(bundle, sheet.reuse, &neighbours);
  const std::vector<AlignedPair> pairs = AlignClaims(bundle, neighbours, threads);
  return TellQuantities(bundle, FindQuantities(bundle, pairs, copied), copied);
}

}  // namespace

Worksheet Compare(std::vector<Record> records, const Rulebook& rules, const CompareOptions& options, std::vector<Unread> unread) {
  Worksheet sheet;
  sheet.tool = {std::string(Version()), rules.fingerprint()};
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  sheet.documents = std::move(records);
  SetReuse(FindReuse(sheet.documents, rules.tables(), options.threads), &sheet);
  AddComparedGroups(CompareQuantities(sheet, rules.tables(), options.threads), &sheet);
  AddComparedGroups(CompareQuotes(sheet.documents, rules.tables()), &sheet);
  AddComparedGroups(CompareDenials(sheet.documents, rules.tables()), &sheet);
  AddComparedGroups(CompareSpellings(sheet.documents, rules.tables()), &sheet);
  if (!options.draft.empty()) KeepFindingsOf(options.draft, &sheet.findings);
  RankFindings(&sheet.findings);
  sheet.unread = std::move(unread);
  std::sort(sheet.unread.begin(), sheet.unread.end(),
            [](const Unread& a, const Unread& b) { return std::tie(a.uri, a.reason) < std::tie(b.uri, b.reason); });
  sheet.unchecked = FindUnchecked(sheet.documents);
  ApplyState(options.state_json, options.baseline_json, &sheet);
  if (!options.draft.empty()) sheet.draft = FindStandings(sheet, options.draft, rules.tables());
  // What comparing asked of the records no output needs.
  for (Record& record : sheet.documents) {
    record.claims = {};
    record.sentences = {};
    record.topics = {};
  }
  return sheet;
}

}  // namespace crosscheck
