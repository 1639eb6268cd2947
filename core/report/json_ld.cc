// Linked data: ClaimReview drafts (schema.org) and Web Annotations (W3C), both as JSON-LD. A draft carries no rating: setting one
// is a person's work.
#include "base/json.h"
#include "base/utf8.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/sheet_index.h"

namespace crosscheck {
namespace {

constexpr uint32_t kContext = 32;  // bytes of prefix and suffix

std::string AddressOf(const Document& document) {
  const std::string_view link = SafeLink(document.url);
  return link.empty() ? StrCat("urn:crosscheck:", document.id) : std::string(link);
}

Json Review(const Record& record, const Claim& claim) {
  const Document& document = record.document;
  const std::string_view text = document.text;
  const std::string sentence = claim.sentence.end <= text.size() ? OneLine(claim.sentence.In(text)) : claim.value;
  Json item = {{"@type", "Claim"}, {"appearance", {{"@type", "CreativeWork"}, {"url", AddressOf(document)}}}};
  if (!claim.said_by.empty()) item["author"] = {{"@type", "Thing"}, {"name", claim.said_by}};
  if (claim.as_of.size() == 10) item["datePublished"] = claim.as_of;
  Json review = {{"@type", "ClaimReview"},
                 {"@id", StrCat("urn:crosscheck:claim:", claim.fingerprint)},
                 {"creativeWorkStatus", "Draft"},
                 {"claimReviewed", sentence}};
  review["itemReviewed"] = item;
  return review;
}

// A place before or after the words: never within a code point.
uint32_t Boundary(std::string_view text, uint32_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

Json Annotation(const SheetIndex& index, const Record& record, const Claim& claim, const OffsetMap& map) {
  const Document& document = record.document;
  const std::string_view text = document.text;
  const auto size = static_cast<uint32_t>(text.size());
  Json selectors = Json::array();
  if (claim.span.end <= size) {
    const uint32_t before = Boundary(text, claim.span.start > kContext ? claim.span.start - kContext : 0);
    const uint32_t after = Boundary(text, std::min(size, claim.span.end + kContext));
    selectors.push_back({{"type", "TextQuoteSelector"},
                         {"exact", claim.span.In(text)},
                         {"prefix", text.substr(before, claim.span.start - before)},
                         {"suffix", text.substr(claim.span.end, after - claim.span.end)}});
  }
  selectors.push_back(
      {{"type", "TextPositionSelector"}, {"start", map.ToCodePoint(claim.span.start)}, {"end", map.ToCodePoint(claim.span.end)}});
  std::string body = StrCat(claim.type, ": ", claim.value, claim.about.empty() ? "" : StrCat(", ", claim.about),
                            claim.said_by.empty() ? "" : StrCat("; said by ", claim.said_by));
  if (const Check* check = index.FindCheck(CheckTarget::kClaim, claim.fingerprint)) {
    StrAppend(&body, "; ", check->state, check->note.empty() ? "" : StrCat(": ", check->note));
  }
  return {{"id", StrCat("urn:crosscheck:claim:", claim.fingerprint)},
          {"type", "Annotation"},
          {"motivation", "classifying"},
          {"body", {{"type", "TextualBody"}, {"format", "text/plain"}, {"value", OneLine(body)}}},
          {"target", {{"source", AddressOf(document)}, {"selector", selectors}}}};
}

}  // namespace

absl::Status WriteClaimReview(const Worksheet& sheet, const WriteOptions&, Out& out) {
  const SheetIndex index(sheet);
  out.Add("{\"@context\":\"https://schema.org\",\"@graph\":[");
  bool first = true;
  for (const Record& record : sheet.documents) {
    const Places places(record.document);
    for (const Claim& claim : index.ClaimsOf(record, places)) {
      if (claim.kind == "date" || claim.groups.empty()) continue;  // claims that the bundle speaks of twice or more
      out.Add(first ? "" : ",", DumpJson(Review(record, claim)));
      first = false;
    }
  }
  out.Add("]}\n");
  return absl::OkStatus();
}

absl::Status WriteWebAnnotation(const Worksheet& sheet, const WriteOptions&, Out& out) {
  const SheetIndex index(sheet);
  out.Add(
      "{\"@context\":\"http://www.w3.org/ns/"
      "anno.jsonld\",\"id\":\"urn:crosscheck:annotations\",\"type\":\"AnnotationPage\",\"items\":[");
  bool first = true;
  for (const Record& record : sheet.documents) {
    const Places places(record.document);
    const OffsetMap map(record.document.text);
    for (const Claim& claim : index.ClaimsOf(record, places)) {
      out.Add(first ? "" : ",", DumpJson(Annotation(index, record, claim, map)));
      first = false;
    }
  }
  out.Add("]}\n");
  return absl::OkStatus();
}

}  // namespace crosscheck
