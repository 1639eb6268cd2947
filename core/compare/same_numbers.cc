#include "compare/same_numbers.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/strings.h"
#include "base/utf8.h"
#include "compare/comparison.h"

namespace crosscheck {
namespace {

constexpr size_t kMostOfNumber = 16;  // claims of one number that are held against each other
constexpr float kLikeClauses = 0.4f;  // the same thing in other words, more likely
constexpr uint32_t kNone = 0xFFFFFFFF;

bool IsUnusual(const QuantityClaim& claim) {
  if (claim.type != ClaimType::kCount && claim.type != ClaimType::kMoney) return false;
  if (!claim.value.exact || claim.is_sum || claim.part_of_sum || !claim.value.interval.IsPoint()) return false;
  Decimal::Coefficient digits = claim.value.interval.low->coefficient();
  const bool looks_like_year = claim.value.low >= 1800 && claim.value.low < 2100;
  return digits >= 100 && digits % 10 != 0 && claim.value.low >= 100 && !looks_like_year;
}

// Both say what they count, and it is not the same.
bool UnlikeThings(const Pairing& pairing, const QuantityClaim& a, const QuantityClaim& b) {
  const CompareRules& rules = pairing.set().compare();
  if (a.head == 0 || b.head == 0 || SameHead(a, b) || Cosine(a.words, b.words) > kLikeClauses || pairing.NearCopy(a, b))
    return false;
  const bool one_person = rules.heads[a.head_class].person != rules.heads[b.head_class].person;
  const bool clash = HeadsClash(a, b, rules) || one_person;
  // "212,000 homes" and "212,000 households" are of unlike classes, and one quantity.
  return clash && a.event() != 0 && b.event() != 0 && EventOverlap(a, b) == 0;
}

FindingMember EvidenceOf(const ClaimSet& set, uint32_t c, std::string_view side) {
  const QuantityClaim& claim = set.claims[c];
  const Record& record = set.RecordOf(claim);
  const Span sentence = set.SentenceOf(claim).span;
  return {record.document.id, sentence,          std::string(sentence.In(record.document.text)),
          claim.span,         std::string(side), claim.source};
}

std::string Told(const ClaimSet& set, uint32_t c) {
  const QuantityClaim& claim = set.claims[c];
  return StrCat("\u201c", set.TextOf(claim), claim.about.empty() ? "" : StrCat(" ", CollapseSpace(claim.about)), "\u201d in ",
                set.RecordOf(claim).document.id);
}

}  // namespace

std::vector<Finding> FindSameNumbers(const Pairing& pairing, const std::vector<JudgedGroup>& judged) {
  const ClaimSet& set = pairing.set();
  std::vector<uint32_t> group_of(set.claims.size(), kNone);
  for (uint32_t g = 0; g < judged.size(); ++g) {
    for (const uint32_t c : judged[g].Claims()) group_of[c] = g;
  }
  std::map<std::tuple<ClaimType, uint64_t, uint64_t>, std::vector<uint32_t>> of_number;
  for (uint32_t c = 0; c < set.claims.size(); ++c) {
    const QuantityClaim& claim = set.claims[c];
    if (!IsUnusual(claim)) continue;
    auto& list = of_number[{claim.type, claim.dimension_key, claim.value.key}];
    if (list.size() < kMostOfNumber) list.push_back(c);
  }
  std::vector<Finding> findings;
  for (const auto& [number, list] : of_number) {
    const auto told_twice = [&]() -> std::optional<std::pair<uint32_t, uint32_t>> {
      for (size_t i = 0; i < list.size(); ++i) {
        for (size_t j = i + 1; j < list.size(); ++j) {
          const QuantityClaim& a = set.claims[list[i]];
          const QuantityClaim& b = set.claims[list[j]];
          const bool together = group_of[list[i]] != kNone && group_of[list[i]] == group_of[list[j]];
          if (a.document != b.document && !together && UnlikeThings(pairing, a, b)) return std::pair(list[i], list[j]);
        }
      }
      return std::nullopt;
    }();
    if (!told_twice) continue;
    const auto [a, b] = *told_twice;
    auto finding = NewFinding(set.compare(), "figure.same-number", Relation::kSameNumber, 1, {"", Told(set, a), Told(set, b)});
    if (!finding) return {};
    finding->why = {"the same unusual number", "unlike things are counted"};
    finding->members = {EvidenceOf(set, a, "A"), EvidenceOf(set, b, "B")};
    findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace crosscheck
