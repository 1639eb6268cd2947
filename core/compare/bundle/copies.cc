#include "compare/bundle/copies.h"

#include <algorithm>

#include "compare/pair/table.h"

namespace crosscheck {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;

uint32_t DocumentOf(const Bundle& set, std::string_view id) {
  const auto& records = *set.records;
  const auto it = std::lower_bound(records.begin(), records.end(), id,
                                   [](const Record& record, std::string_view key) { return record.document.id < key; });
  return it != records.end() && it->document.id == id ? static_cast<uint32_t>(it - records.begin()) : kNone;
}

// The claims of a document that overlap a span: claims are sorted by document, then place.
std::vector<uint32_t> ClaimsAt(const Bundle& set, uint32_t document, Span span) {
  const auto before = [&](const BundleClaim& claim) {
    return claim.document < document;
  };
  std::vector<uint32_t> found;
  auto it = std::partition_point(set.claims.begin(), set.claims.end(), before);
  for (; it != set.claims.end() && it->document == document; ++it) {
    if (it->frame->span.Overlaps(span) && !it->frame->sum) found.push_back(static_cast<uint32_t>(it - set.claims.begin()));
  }
  return found;
}

bool Comparable(const BundleClaim& a, const BundleClaim& b) {
  return a.type == b.type && a.dimension == b.dimension && !a.value.vague && !b.value.vague && !EqualValues(a, b) &&
         !ValuesMeet(a, b);
}

}  // namespace

std::vector<std::pair<uint32_t, uint32_t>> FindCopiedChanges(const Bundle& set, const std::vector<Reuse>& reuse) {
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (const Reuse& one : reuse) {
    if (one.kind != ReuseKind::kCopy || one.changes.empty()) continue;
    const uint32_t a = DocumentOf(set, one.a);
    const uint32_t b = DocumentOf(set, one.b);
    if (a == kNone || b == kNone) continue;
    for (const Edit& edit : one.changes) {
      if ((edit.kind != EditKind::kFigure && edit.kind != EditKind::kDate) || edit.a.empty() || edit.b.empty()) continue;
      for (const uint32_t x : ClaimsAt(set, a, edit.a)) {
        for (const uint32_t y : ClaimsAt(set, b, edit.b)) {
          if (x != y && Comparable(set.claims[x], set.claims[y])) pairs.push_back(std::minmax(x, y));
        }
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

void PartForms(const Bundle& bundle, const std::vector<Reuse>& reuse, std::vector<std::vector<uint32_t>>* neighbours) {
  const auto story_of = [&](std::string_view document, int id) {
    const uint32_t d = DocumentOf(bundle, document);
    for (uint32_t s = 0; d != kNone && s < bundle.stories.size(); ++s) {
      if (bundle.stories[s].document == d && bundle.stories[s].id == id) return s;
    }
    return kNone;
  };
  for (const Reuse& one : reuse) {
    if (one.kind != ReuseKind::kTemplate) continue;
    const uint32_t a = story_of(one.a, one.a_story);
    const uint32_t b = story_of(one.b, one.b_story);
    if (a == kNone || b == kNone || a == b) continue;
    std::erase((*neighbours)[a], b);
    std::erase((*neighbours)[b], a);
  }
}

}  // namespace crosscheck
