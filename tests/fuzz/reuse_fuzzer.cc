// Any texts as a bundle, stories parted by form feeds: spans stay inside their texts, shares between 0 and 1, and the result does
// not depend on the threads.
#include <cstdio>
#include <cstdlib>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

constexpr size_t kMostStories = 24;

void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

std::vector<Record> BundleOf(std::string_view bytes) {
  std::vector<Record> records;
  for (const std::string_view text : Split(bytes, '\f')) {
    if (records.size() == kMostStories) break;
    Record record;
    record.document.id = StrCat("d", 100 + records.size());
    record.document.text = std::string(text);
    Story story;
    story.id = 1;
    story.span = {0, static_cast<uint32_t>(text.size())};
    if (!text.empty()) story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
    record.document.stories.push_back(std::move(story));
    records.push_back(std::move(record));
  }
  return records;
}

void RequireSound(const std::vector<Record>& records, const ReuseResult& result) {
  const auto inside = [&](std::string_view id, Span span) {
    for (const Record& record : records) {
      if (record.document.id == id) return span.start <= span.end && span.end <= record.document.text.size();
    }
    return false;
  };
  for (const Reuse& reuse : result.pairs) {
    Require(reuse.share_a >= 0 && reuse.share_a <= 1 && reuse.share_b >= 0 && reuse.share_b <= 1, "a share");
    for (const Passage& p : reuse.passages) Require(inside(reuse.a, p.a) && inside(reuse.b, p.b), "a passage");
    for (const Edit& e : reuse.changes) Require(inside(reuse.a, e.a) && inside(reuse.b, e.b), "a change");
  }
  for (const Family& family : result.families) Require(family.members.size() > 1, "a family of one");
  for (const CarriedText& carried : result.carried) {
    Require(carried.documents > 1 && carried.places.size() >= static_cast<size_t>(carried.documents), "carriers");
    for (const CarriedPlace& place : carried.places) Require(inside(place.document, place.span), "a carried place");
  }
}

bool SameText(const ReuseResult& x, const ReuseResult& y) {
  if (x.pairs.size() != y.pairs.size() || x.families.size() != y.families.size() || x.carried != y.carried) return false;
  for (size_t i = 0; i < x.pairs.size(); ++i) {
    if (x.pairs[i].a != y.pairs[i].a || x.pairs[i].b != y.pairs[i].b || x.pairs[i].kind != y.pairs[i].kind ||
        x.pairs[i].passages.size() != y.pairs[i].passages.size())
      return false;
  }
  return true;
}

}  // namespace
}  // namespace crosscheck

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crosscheck;  // NOLINT: a fuzz target is one function
  static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
  const std::vector<Record> records = BundleOf({reinterpret_cast<const char*>(data), size});
  const ReuseResult result = FindReuse(records, rules.tables(), 1);
  RequireSound(records, result);
  Require(SameText(result, FindReuse(records, rules.tables(), 3)), "the same by any number of threads");
  return 0;
}
