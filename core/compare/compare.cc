// The compare stage: reuse first, then claims of the bundle against each other. Each comparer gives groups with their findings;
// tell/ puts them on the sheet.
#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "compare/bundle/bundle.h"
#include "compare/bundle/copies.h"
#include "compare/draft.h"
#include "compare/group/names.h"
#include "compare/group/propositions.h"
#include "compare/group/quantities.h"
#include "compare/group/quotes.h"
#include "compare/state.h"
#include "compare/unchecked.h"
#include "compare/tell/comparison.h"
#include "compare/tell/names.h"
#include "compare/tell/propositions.h"
#include "compare/tell/quantities.h"
#include "compare/tell/quotes.h"
#include "crosscheck/crosscheck.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

// Everything of the records that is compared with each other, kind by kind.
std::vector<ComparedGroup> CompareClaims(const Worksheet& sheet, const RuleTables& rules, int threads) {
  const Bundle bundle = BuildBundle(sheet.documents, sheet.families, rules, threads);
  const auto copied = FindCopiedChanges(bundle, sheet.reuse);
  std::vector<std::vector<uint32_t>> neighbours = NeighbourStories(bundle, threads);
  std::vector<ComparedGroup> words = TellQuotes(bundle, GroupQuotes(bundle, neighbours));
  for (ComparedGroup& group : TellNames(bundle, CompareNames(bundle, neighbours))) words.push_back(std::move(group));
  for (ComparedGroup& group : TellDisputes(bundle, FindDisputes(bundle, neighbours))) words.push_back(std::move(group));
  PartForms(bundle, sheet.reuse, &neighbours);
  const std::vector<AlignedPair> pairs = AlignClaims(bundle, neighbours, threads);
  std::vector<ComparedGroup> groups = TellQuantities(bundle, FindQuantities(bundle, pairs, copied), copied);
  std::move(words.begin(), words.end(), std::back_inserter(groups));
  return groups;
}

}  // namespace

Worksheet Compare(std::vector<Record> records, const Rulebook& rules, const CompareOptions& options, std::vector<Unread> unread) {
  Worksheet sheet;
  sheet.tool = {std::string(Version()), rules.fingerprint()};
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  sheet.documents = std::move(records);
  SetReuse(FindReuse(sheet.documents, rules.tables(), options.threads), &sheet);
  AddComparedGroups(CompareClaims(sheet, rules.tables(), options.threads), &sheet);
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
    record.quotes = {};
  }
  return sheet;
}

}  // namespace crosscheck
