#include "report/draft_text.h"

#include <algorithm>
#include <array>

#include "compare/state.h"
#include "report/display.h"
#include "report/summary_text.h"

namespace crosscheck {
namespace {

// As the summary names them: what an editor settles first.
constexpr std::array kInOrder = {Standing::kOtherValue, Standing::kOtherSpeaker, Standing::kOtherWords, Standing::kInNoSource,
                                 Standing::kCompatible, Standing::kSame,         Standing::kNotLookedFor};

const Record& RecordOf(const SheetIndex& index) {
  static const auto& none = *new Record();
  const Record* record = index.Find(index.sheet().draft->document);
  return record == nullptr ? none : *record;
}

}  // namespace

std::string QuotedOnce(std::string_view words, int columns) {
  std::string shown = CutToWidth(OneLine(words), columns);
  const bool marked = shown.starts_with('"') || shown.starts_with("“") || shown.starts_with("‘");
  return marked ? shown : StrCat("“", shown, "”");
}

std::string_view StandingText(Standing standing) {
  switch (standing) {
    case Standing::kNotLookedFor:
      return "too few words to look for";
    case Standing::kInNoSource:
      return "in no source";
    case Standing::kSame:
      return "the same";
    case Standing::kCompatible:
      return "does not contradict";
    case Standing::kOtherWords:
      return "other words";
    case Standing::kOtherSpeaker:
      return "other speaker";
    case Standing::kOtherValue:
      break;
  }
  return "other value";
}

DraftTeller::DraftTeller(const SheetIndex& index) : index_(index), draft_(*index.sheet().draft), record_(RecordOf(index)) {
  for (const Statement& statement : record_.statements) {
    if (statement.kind == StatementKind::kIndirect) reported_.insert(statement.id);
  }
}

std::string_view DraftTeller::ClassOf(const DraftClaim& claim) const {
  if (claim.standing == Standing::kInNoSource) return "missing";
  const bool reworded = claim.standing == Standing::kOtherWords && reported_.contains(claim.claim);
  return claim.standing >= Standing::kOtherWords && !reworded ? "look" : "held";
}

std::vector<DraftRow> DraftTeller::Rows() {
  const Places& places = PlacesOf(record_);
  StringMap<Claim> by_id;
  for (const Claim& claim : index_.ClaimsOf(record_, places)) by_id.emplace(claim.id, claim);
  std::vector<DraftRow> rows;
  for (const DraftClaim& claim : draft_.claims) {
    DraftRow& row = rows.emplace_back(&claim, Claim());
    if (const auto known = by_id.find(claim.claim); known != by_id.end()) {
      row.shown = known->second;
      continue;
    }
    row.shown.kind = "name";
    row.shown.type = "name";
    row.shown.id = claim.claim;
    row.shown.span = claim.span;
    row.shown.sentence = places.SentenceOf(claim.span);
    row.shown.place = places.Of(claim.span.start);
    row.shown.fingerprint = ClaimFingerprint(record_.document, "name", claim.span);
  }
  return rows;
}

std::string DraftTeller::Summary() const {
  std::vector<std::string> parts;
  for (const Standing standing : kInOrder) {
    const auto count = std::count_if(draft_.claims.begin(), draft_.claims.end(), [&](const DraftClaim& c) { return c.standing == standing; });
    if (count > 0) parts.push_back(StrCat(count, " ", StandingText(standing)));
  }
  return StrCat(OneLine(NameOf(record_.document)), " against its sources: ", CountText(draft_.claims.size(), "claim", "claims"),
                parts.empty() ? "" : ": ", Join(parts, ", "));
}

std::string DraftTeller::PlacesText(const DraftClaim& claim) {
  constexpr int kWordsShown = 80;
  std::string text;
  for (const SourcePlace& place : claim.in) {
    const std::string at = PlaceText(place.document, place.span.start);
    StrAppend(&text, text.empty() ? "" : "; ", index_.Letter(place.document), at.empty() ? "" : " ", at, " ",
              QuotedOnce(place.text, kWordsShown), place.source.empty() ? "" : StrCat(" (", OneLine(place.source), ")"));
    if (place.standing != claim.standing) StrAppend(&text, ", ", StandingText(place.standing));
  }
  return text;
}

std::string DraftTeller::PlaceText(std::string_view document, uint32_t byte) {
  const Record* record = index_.Find(document);
  if (record == nullptr) return "";
  const Place place = PlacesOf(*record).Of(byte);
  return place.line == 0 ? "" : StrCat(place.line, ":", place.column);
}

const Places& DraftTeller::PlacesOf(const Record& record) {
  const auto it = places_.find(record.document.id);
  return it != places_.end() ? it->second : places_.emplace(record.document.id, record.document).first->second;
}

}  // namespace crosscheck
