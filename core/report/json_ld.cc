// Linked data: ClaimReview drafts (schema.org) and Web Annotations (W3C), both as JSON-LD. A draft carries no rating: setting one
// is a person's work.
#include "base/json_writer.h"
#include "base/utf8.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/sheet_index.h"

namespace crosscheck {
namespace {

constexpr uint32_t kContext = 32;  // bytes of prefix and suffix

void WriteReview(const Record& record, const Claim& claim, std::string* out) {
  const Document& document = record.document;
  const std::string_view text = document.text;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("@type", "ClaimReview");
  json.Field("@id", StrCat("urn:crosscheck:claim:", claim.fingerprint));
  json.Field("creativeWorkStatus", "Draft");
  json.Field("claimReviewed", claim.sentence.end <= text.size() ? OneLine(claim.sentence.In(text)) : claim.value);
  json.Key("itemReviewed");
  json.BeginObject();
  json.Field("@type", "Claim");
  json.Key("appearance");
  json.BeginObject();
  json.Field("@type", "CreativeWork");
  json.Field("url", AddressOf(document));
  json.EndObject();
  if (!claim.said_by.empty()) {
    json.Key("author");
    json.BeginObject();
    json.Field("@type", "Thing");
    json.Field("name", claim.said_by);
    json.EndObject();
  }
  if (claim.as_of.size() == 10) json.Field("datePublished", claim.as_of);
  json.EndObject();
  json.EndObject();
}

// A place before or after the words: never within a code point.
uint32_t Boundary(std::string_view text, uint32_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// What the claim says in plain terms, and what a person noted on it.
std::string BodyOf(const SheetIndex& index, const Document& document, const Claim& claim) {
  std::string body = StrCat(claim.type, ": ", claim.value, claim.about.empty() ? "" : StrCat(", ", claim.about),
                            claim.said_by.empty() ? "" : StrCat("; said by ", claim.said_by));
  if (const Check* check = index.CheckOf(document, claim)) {
    StrAppend(&body, "; ", check->state, check->note.empty() ? "" : StrCat(": ", check->note));
  }
  return OneLine(body);
}

void WriteSelectors(std::string_view text, Span span, const OffsetMap& map, JsonWriter* json) {
  const auto size = static_cast<uint32_t>(text.size());
  json->BeginArray();
  if (span.end <= size) {
    const uint32_t before = Boundary(text, span.start > kContext ? span.start - kContext : 0);
    const uint32_t after = Boundary(text, std::min(size, span.end + kContext));
    json->BeginObject();
    json->Field("type", "TextQuoteSelector");
    json->Field("exact", span.In(text));
    json->Field("prefix", text.substr(before, span.start - before));
    json->Field("suffix", text.substr(span.end, after - span.end));
    json->EndObject();
  }
  json->BeginObject();
  json->Field("type", "TextPositionSelector");
  json->Field("start", map.ToCodePoint(span.start));
  json->Field("end", map.ToCodePoint(span.end));
  json->EndObject();
  json->EndArray();
}

void WriteAnnotation(const SheetIndex& index, const Record& record, const Claim& claim, const OffsetMap& map, std::string* out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("id", StrCat("urn:crosscheck:claim:", claim.fingerprint));
  json.Field("type", "Annotation");
  json.Field("motivation", "classifying");
  json.Key("body");
  json.BeginObject();
  json.Field("type", "TextualBody");
  json.Field("format", "text/plain");
  json.Field("value", BodyOf(index, record.document, claim));
  json.EndObject();
  json.Key("target");
  json.BeginObject();
  json.Field("source", AddressOf(record.document));
  json.Key("selector");
  WriteSelectors(record.document.text, claim.span, map, &json);
  json.EndObject();
  json.EndObject();
}

}  // namespace

absl::Status WriteClaimReview(const Worksheet& sheet, const WriteOptions&, Out& out) {
  const SheetIndex index(sheet);
  out.Add("{\"@context\":\"https://schema.org\",\"@graph\":[");
  std::string item;
  bool first = true;
  for (const Record& record : sheet.documents) {
    if (!index.HasGroups(record)) continue;
    const Places places(record.document);
    for (const Claim& claim : index.ClaimsOf(record, places)) {
      if ((claim.kind != "figure" && claim.kind != "statement") || claim.groups.empty()) continue;  // claims that the bundle speaks of twice or more
      item.clear();
      WriteReview(record, claim, &item);
      out.Add(first ? "" : ",", item);
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
  std::string item;
  bool first = true;
  for (const Record& record : sheet.documents) {
    const Places places(record.document);
    const OffsetMap map(record.document.text);
    for (const Claim& claim : index.ClaimsOf(record, places)) {
      item.clear();
      WriteAnnotation(index, record, claim, map, &item);
      out.Add(first ? "" : ",", item);
      first = false;
    }
  }
  out.Add("]}\n");
  return absl::OkStatus();
}

}  // namespace crosscheck
