#include "probe_reuse.h"

#include "compare/probe_compare.h"
#include "reuse/origin.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

std::vector<Json> ItemsOfPair(const Reuse& reuse, std::string_view id) {
  const bool twice = reuse.a == reuse.b;
  if (id == "reuse.twice") {
    if (!twice) return {};
    return {{{"kind", JsonName(reuse.kind)}, {"share", reuse.share_a}}};
  }
  if (twice) return {};
  if (id == "reuse.source") return reuse.source.empty() ? std::vector<Json>() : std::vector<Json>{{{"source", reuse.source}}};
  if (id == StrCat("reuse.", JsonName(reuse.kind))) {
    return {{{"kind", JsonName(reuse.kind)}, {"a", reuse.a}, {"b", reuse.b}, {"changes", reuse.changes.size()}}};
  }
  std::vector<Json> items;
  for (size_t s = 0; s < kOriginSigns; ++s) {
    const auto sign = static_cast<OriginSign>(s);
    if (id != StrCat("reuse.origin-", OriginSignName(sign))) continue;
    for (const std::string& evidence : reuse.evidence) {
      if (evidence.starts_with(EvidenceWords(sign))) items.push_back({{"evidence", evidence}});
    }
  }
  return items;
}

}  // namespace

std::vector<Json> ProbeReuseRule(const Rulebook& rules, const Rule& rule, const Example& example) {
  const std::vector<Record> records = ExtractArticles(rules, example);
  const ReuseResult result = FindReuse(records, rules.tables(), 1);
  std::vector<Json> found;
  for (const Reuse& reuse : result.pairs) {
    for (Json& item : ItemsOfPair(reuse, rule.id)) found.push_back(std::move(item));
  }
  if (rule.id == "reuse.boilerplate") {
    for (const CarriedText& carried : result.carried) found.push_back({{"text", carried.text}, {"documents", carried.documents}});
  }
  if (rule.id == "reuse.family") {
    for (const Family& family : result.families) found.push_back({{"members", family.members.size()}, {"origin", family.origin}});
  }
  return found;
}

}  // namespace crosscheck
