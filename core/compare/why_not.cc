#include "compare/why_not.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_format.h"
#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "compare/bundle/copies.h"
#include "compare/group/quantities.h"
#include "compare/parts.h"
#include "compare/tell/quantities.h"
#include "events/events.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

// "a.html:f2" or "a.html:812": the index of the claim.
absl::StatusOr<uint32_t> FindClaim(const Bundle& bundle, std::string_view place) {
  const size_t colon = place.rfind(':');
  if (colon == std::string_view::npos)
    return absl::InvalidArgumentError(StrCat("\"", place, "\" is not DOCUMENT:ID or DOCUMENT:OFFSET"));
  const std::string_view document = place.substr(0, colon);
  const std::string_view what = place.substr(colon + 1);
  const bool offset =
      !what.empty() && what.size() < 10 && std::all_of(what.begin(), what.end(), [](char c) { return c >= '0' && c <= '9'; });
  bool known = false;
  for (uint32_t d = 0; d < bundle.records->size(); ++d) {
    const Document& read = (*bundle.records)[d].document;
    if (read.id != document) continue;
    known = true;
    const uint32_t byte = offset ? OffsetMap(read.text).ToByte(static_cast<uint32_t>(std::stoul(std::string(what)))) : 0;
    for (uint32_t c = 0; c < bundle.claims.size(); ++c) {
      const BundleClaim& claim = bundle.claims[c];
      if (claim.document != d) continue;
      if (offset ? claim.frame->span.start <= byte && byte < claim.frame->span.end : claim.frame->of == what) return c;
    }
  }
  return absl::NotFoundError(known ? StrCat(document, " has no claim ", what) : StrCat("no document ", document));
}

std::string Describe(const Bundle& bundle, const BundleClaim& claim) {
  const Record& record = bundle.RecordOf(claim);
  const Span sentence = bundle.SentenceOf(claim).span;
  const std::string_view text = record.document.text;
  return StrCat(record.document.id, ": \u201c", bundle.TextOf(claim), "\u201d (", claim.frame->of, "), ", JsonName(claim.type),
                ", in \u201c", CollapseSpace(sentence.end <= text.size() ? sentence.In(text) : ""), "\u201d");
}

// The rows of the table that say something, largest part of the score first.
std::vector<std::string> RowsOf(const Bundle& bundle, const BundleClaim& a, const BundleClaim& b) {
  const FeatureValues values = FeaturesOf(bundle, a, b);
  const auto kind = static_cast<size_t>(PairKindOf(a.type));
  std::vector<std::pair<double, std::string>> parts;
  for (size_t f = 1; f < kFeatures; ++f) {
    const double part = values[f] * bundle.compare().features[f].weight[kind];
    if (std::abs(part) < 0.05) continue;
    parts.emplace_back(-std::abs(part), absl::StrFormat("%s %+.1f", std::string(FeatureName(static_cast<Feature>(f))), part));
  }
  std::sort(parts.begin(), parts.end());
  std::vector<std::string> lines;
  for (auto& [size, line] : parts) lines.push_back(std::move(line));
  return lines;
}

// The claims of the other story that are nearest to the claim, and "none".
std::vector<std::string> RivalsOf(const Bundle& bundle, uint32_t a, uint32_t b) {
  constexpr size_t kMostRivals = 4;
  std::vector<std::pair<double, uint32_t>> ranked;
  for (const uint32_t c : CandidatesOf(bundle, a, bundle.claims[b].story))
    ranked.emplace_back(-ScoreOf(bundle, bundle.claims[a], bundle.claims[c]), c);
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kMostRivals) ranked.resize(kMostRivals);
  std::vector<std::string> lines;
  for (const auto& [score, c] : ranked) {
    const BundleClaim& claim = bundle.claims[c];
    lines.push_back(absl::StrFormat("%+.1f %s “%s” (%s)", -score, claim.frame->of, std::string(bundle.TextOf(claim)), claim.frame->about));
  }
  lines.push_back(absl::StrFormat("%+.1f none", NoneScore(bundle, bundle.claims[a].type)));
  return lines;
}

std::string CountStories(const NewsEvent& event) {
  return StrCat(event.stories.size(), event.stories.size() == 1 ? " story" : " stories");
}

bool InOneGroup(const std::vector<Quantity>& quantities, uint32_t a, uint32_t b) {
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& quantity) {
    const ClaimGroup claims = quantity.Claims();
    return std::binary_search(claims.begin(), claims.end(), a) && std::binary_search(claims.begin(), claims.end(), b);
  });
}

}  // namespace

absl::StatusOr<WhyNot> ExplainWhyNot(std::vector<Record> records, const Rulebook& rules, const EventOptions& options,
                                     std::string_view a, std::string_view b) {
  Worksheet sheet;
  std::sort(records.begin(), records.end(), [](const Record& x, const Record& y) { return x.document.id < y.document.id; });
  sheet.documents = std::move(records);
  SetReuse(FindReuse(sheet.documents, rules.tables(), options.threads), &sheet);
  const std::vector<NewsEvent> events =
      FindEvents(sheet.documents, rules.tables(), options);
  const auto event_of = [&](const Bundle& all, const BundleClaim& claim) {
    const std::pair<std::string, int> story(all.RecordOf(claim).document.id, all.StoryOf(claim).id);
    const auto has = [&](const NewsEvent& event) { return std::binary_search(event.stories.begin(), event.stories.end(), story); };
    return std::find_if(events.begin(), events.end(), has);
  };
  {
    const Bundle all = BuildBundle(sheet.documents, sheet.families, rules.tables(), options.threads);
    const auto first = FindClaim(all, a);
    if (!first.ok()) return first.status();
    const auto second = FindClaim(all, b);
    if (!second.ok()) return second.status();
    const BundleClaim& x = all.claims[*first];
    const BundleClaim& y = all.claims[*second];
    const auto event_a = event_of(all, x);
    const auto event_b = event_of(all, y);
    if (event_a != event_b && event_a != events.end() && event_b != events.end()) {
      WhyNot why_not{Describe(all, x), Describe(all, y), "They were not compared: other event.", {}, {}, {}, {}, {}, {}};
      why_not.notes.push_back(StrCat("the first is of a story on ", event_a->id, " (", CountStories(*event_a), "), the second on ",
                                     event_b->id, " (", CountStories(*event_b), "); --one-event compares them all the same"));
      return why_not;
    }
    if (event_a != events.end() && events.size() > 1) sheet = PartOf(sheet, *event_a);
  }
  const Bundle bundle = BuildBundle(sheet.documents, sheet.families, rules.tables(), options.threads);
  const auto first = FindClaim(bundle, a);
  if (!first.ok()) return first.status();
  const auto second = FindClaim(bundle, b);
  if (!second.ok()) return second.status();
  const BundleClaim& x = bundle.claims[*first];
  const BundleClaim& y = bundle.claims[*second];
  WhyNot why_not{Describe(bundle, x), Describe(bundle, y), "", {}, {}, {}, {}, {}, {}};
  if (const Veto veto = VetoOf(x, y); veto != Veto::kNone) {
    why_not.outcome = "They cannot be one quantity.";
    const VetoRule& rule = bundle.compare().vetoes[static_cast<size_t>(veto)];
    why_not.rules.push_back(rule.id);
    why_not.reasons.push_back(rule.words);
    return why_not;
  }
  why_not.signs = RowsOf(bundle, x, y);
  if (x.story != y.story) {
    why_not.rivals_of_a = RivalsOf(bundle, *first, *second);
    why_not.rivals_of_b = RivalsOf(bundle, *second, *first);
  }
  const auto copied = FindCopiedChanges(bundle, sheet.reuse);
  const std::vector<AlignedPair> pairs = AlignClaims(bundle, NeighbourStories(bundle, 0), 0);
  const bool together = InOneGroup(FindQuantities(bundle, pairs, copied), *first, *second);
  const auto key = std::minmax(*first, *second);
  const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const AlignedPair& p) { return p.a == key.first && p.b == key.second; });
  const bool is_copied = std::binary_search(copied.begin(), copied.end(), std::pair<uint32_t, uint32_t>(key));
  const PairRelation relation = RelationOf(bundle, x, y, is_copied);
  why_not.outcome = StrCat(together ? "They are in one group" : "They are not in one group", "; the values stand as ",
                           JsonName(relation.relation), " (", relation.reason, "); ",
                           absl::StrFormat("same quantity: %d/100.", pair == pairs.end() ? 0 : static_cast<int>(std::lround(100 * pair->chance))));
  return why_not;
}

std::string ToText(const WhyNot& why_not) {
  std::string text = StrCat(why_not.a, "\n", why_not.b, "\n", why_not.outcome, "\n");
  for (size_t i = 0; i < why_not.rules.size(); ++i) StrAppend(&text, "  ", why_not.rules[i], ": ", why_not.reasons[i], "\n");
  for (const std::string& note : why_not.notes) StrAppend(&text, "  ", note, "\n");
  if (!why_not.signs.empty()) StrAppend(&text, "  features: ", Join(why_not.signs, ", "), "\n");
  const auto add = [&](std::string_view title, const std::vector<std::string>& rivals) {
    if (!rivals.empty()) StrAppend(&text, "  ", title, ":\n    ", Join(rivals, "\n    "), "\n");
  };
  add("nearest to the first in the other article", why_not.rivals_of_a);
  add("nearest to the second", why_not.rivals_of_b);
  return text;
}

}  // namespace crosscheck
