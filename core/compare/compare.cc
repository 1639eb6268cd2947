// The compare stage: reuse first, then the events, then the claims of the stories on one event against each other. Each comparer
// gives groups with their findings; tell/ puts them on the sheet.
#include "compare/compare.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/json.h"
#include "base/json_parts.h"
#include "base/parallel.h"
#include "base/sha256.h"
#include "base/strings.h"
#include "compare/bundle/bundle.h"
#include "compare/bundle/copies.h"
#include "compare/draft.h"
#include "compare/group/names.h"
#include "compare/group/propositions.h"
#include "compare/group/quantities.h"
#include "compare/group/quotes.h"
#include "compare/parts.h"
#include "compare/state.h"
#include "compare/unchecked.h"
#include "compare/tell/comparison.h"
#include "compare/tell/names.h"
#include "compare/tell/propositions.h"
#include "compare/tell/quantities.h"
#include "compare/tell/quotes.h"
#include "crosscheck/crosscheck.h"
#include "events/events.h"
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

// Groups and findings of stories on one event. `part` has its documents, reuse and families.
void CompareEvent(const RuleTables& rules, int threads, Worksheet* part) {
  AddComparedGroups(CompareClaims(*part, rules, threads), part);
}

// All that the groups and findings of a part depend on.
std::string KeyOf(const Worksheet& part) {
  std::string all = StrCat(part.tool.version, "\n", part.tool.rules, "\n", FactsToJson(part), "\n");
  for (const Record& record : part.documents) StrAppend(&all, ToJson(record, true), "\n");
  return Sha256Hex(all);
}

// The same, kept or made.
void CompareEventOnce(const RuleTables& rules, int threads, const SheetCache* cache, Worksheet* part) {
  if (cache == nullptr) return CompareEvent(rules, threads, part);
  const std::string key = KeyOf(*part);
  if (const std::optional<std::string> kept = cache->find(key)) {
    const absl::StatusOr<Json> json = ParseJson(*kept);
    if (json.ok() && ReadCompared(*json, part).ok()) return;
    part->groups.clear();
    part->findings.clear();
  }
  CompareEvent(rules, threads, part);
  cache->keep(key, ComparedToJson(*part));
}

// Each event by itself. Few stories are not worth threads of their own: there are as many events at once.
void CompareByEvents(const std::vector<NewsEvent>& events, const RuleTables& rules, int threads, const SheetCache* cache, Worksheet* sheet) {
  std::vector<Worksheet> parts(events.size());
  ParallelFor(parts.size(), threads, [&](size_t e) {
    parts[e] = PartOf(*sheet, events[e]);
    CompareEventOnce(rules, events.size() > 1 ? 1 : threads, cache, &parts[e]);
    parts[e].documents = {};
  });
  for (Worksheet& part : parts) AddPart(std::move(part), sheet);
}

}  // namespace

absl::StatusOr<Worksheet> CompareWith(const CompareAids& aids, std::vector<Record> records, const Rulebook& rules,
                                      const CompareOptions& options, std::vector<Unread> unread) {
  Worksheet sheet;
  sheet.tool = {std::string(Version()), rules.fingerprint()};
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  sheet.documents = std::move(records);
  if (aids.facts == nullptr) {
    SetReuse(FindReuse(sheet.documents, rules.tables(), options.threads), &sheet);
  } else if (const absl::Status status = ReadFacts(*aids.facts, &sheet); !status.ok()) {
    return status;
  }
  EventOptions event_options = aids.events;
  // Who names a draft and its sources has said that they belong together.
  if (!options.draft.empty()) event_options.one_event = true;
  const std::vector<NewsEvent> events = FindEvents(sheet.documents, rules.tables(), event_options);
  if (events.size() < 2 && aids.cache == nullptr) {
    CompareEvent(rules.tables(), options.threads, &sheet);
  } else {
    CompareByEvents(events, rules.tables(), options.threads, aids.cache, &sheet);
  }
  if (!options.draft.empty()) KeepFindingsOf(options.draft, &sheet.findings);
  if (aids.found != nullptr) *aids.found = events;
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

Worksheet Compare(std::vector<Record> records, const Rulebook& rules, const CompareOptions& options, std::vector<Unread> unread) {
  return *CompareWith({.events = {.threads = options.threads}}, std::move(records), rules, options, std::move(unread));
}

}  // namespace crosscheck
