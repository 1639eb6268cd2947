// Where each statement comes from, as W3C PROV in JSON-LD: the chain article - agency - speaker, and which article is a copy of
// which. An article is an entity attributed to its outlet, authors and credited agencies; a statement is an entity quoted from
// its article and attributed to the first of its sources, with the next as its primary source.
#include "base/json_writer.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/sheet_index.h"
#include "report/value_text.h"

namespace crosscheck {
namespace {

constexpr std::string_view kHead =
    R"({"@context":{"prov":"http://www.w3.org/ns/prov#","rdfs":"http://www.w3.org/2000/01/rdf-schema#",)"
    R"("xsd":"http://www.w3.org/2001/XMLSchema#","label":"rdfs:label","value":"prov:value","Entity":"prov:Entity","Agent":"prov:Agent",)"
    R"("wasAttributedTo":"prov:wasAttributedTo","hadPrimarySource":"prov:hadPrimarySource",)"
    R"("wasQuotedFrom":{"@id":"prov:wasQuotedFrom","@type":"@id"},"wasRevisionOf":{"@id":"prov:wasRevisionOf","@type":"@id"},)"
    R"("wasDerivedFrom":{"@id":"prov:wasDerivedFrom","@type":"@id"},)"
    R"("generatedAtTime":{"@id":"prov:generatedAtTime","@type":"xsd:date"}},"@graph":[)";

void WriteAgent(std::string_view name, JsonWriter* json) {
  json->BeginObject();
  json->Field("@id", StrCat("urn:crosscheck:agent:", UriOf(name)));
  json->Field("@type", "Agent");
  json->Field("label", name);
  json->EndObject();
}

// From whom the article took text, by the likely origin of each pair: (property, other document).
using Origins = StringMap<std::vector<std::pair<std::string_view, std::string>>>;

Origins OriginsOf(const Worksheet& sheet, const SheetIndex& index) {
  Origins origins;
  for (const Reuse& reuse : sheet.reuse) {
    if (reuse.source.empty() || reuse.a == reuse.b) continue;
    const std::string& copy = reuse.source == reuse.a ? reuse.b : reuse.a;
    const Record* from = index.Find(reuse.source);
    const std::string_view property = reuse.kind == ReuseKind::kCopy      ? "wasRevisionOf"
                                      : reuse.kind == ReuseKind::kPartial ? "wasDerivedFrom"
                                      : reuse.kind == ReuseKind::kQuote   ? "wasQuotedFrom"
                                                                          : "";
    if (from != nullptr && !property.empty()) origins[copy].push_back({property, AddressOf(from->document)});
  }
  return origins;
}

void WriteArticle(const Document& document, const Origins& origins, std::string* out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Field("@id", AddressOf(document));
  json.Field("@type", "Entity");
  json.Field("label", TitleOf(document));
  if (document.published && document.published->days.from) {
    json.Field("generatedAtTime", DaysText({document.published->days.from, document.published->days.from}));
  }
  json.Key("wasAttributedTo");
  json.BeginArray();
  if (!document.outlet.empty()) WriteAgent(document.outlet, &json);
  for (const std::string& author : document.authors) WriteAgent(author, &json);
  for (const std::string& agency : document.credit) WriteAgent(agency, &json);
  json.EndArray();
  if (const auto it = origins.find(document.id); it != origins.end()) {
    for (const std::string_view property : {"wasRevisionOf", "wasDerivedFrom", "wasQuotedFrom"}) {
      json.Key(property);
      json.BeginArray();
      for (const auto& [kind, address] : it->second) {
        if (kind == property) json.Value(address);
      }
      json.EndArray();
    }
  }
  json.EndObject();
}

void WriteStatement(const Record& record, const Claim& claim, const Statement& statement, std::string* out) {
  const std::string_view text = record.document.text;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("@id", StrCat("urn:crosscheck:claim:", claim.fingerprint));
  json.Field("@type", "Entity");
  if (claim.span.end <= text.size()) json.Field("value", OneLine(claim.span.In(text)));
  json.Field("wasQuotedFrom", AddressOf(record.document));
  for (size_t i = 0; i < statement.sources.size(); ++i) {
    const Source& source = statement.sources[i];
    if (i > 0) {
      json.Key("hadPrimarySource");
      json.BeginObject();
      json.Field("@type", "Entity");
    }
    json.Key("wasAttributedTo");
    WriteAgent(source.name.empty() ? source.text : source.name, &json);
  }
  for (size_t i = 1; i < statement.sources.size(); ++i) json.EndObject();
  json.EndObject();
}

}  // namespace

absl::Status WriteProv(const Worksheet& sheet, const WriteOptions&, Out& out) {
  const SheetIndex index(sheet);
  const Origins origins = OriginsOf(sheet, index);
  out.Add(kHead);
  std::string item;
  bool first = true;
  const auto add = [&] {
    out.Add(first ? "" : ",\n", item);
    item.clear();
    first = false;
  };
  for (const Record& record : sheet.documents) {
    WriteArticle(record.document, origins, &item);
    add();
    StringMap<const Statement*> statements;
    for (const Statement& statement : record.statements) statements.emplace(statement.id, &statement);
    const Places places(record.document);
    for (const Claim& claim : index.ClaimsOf(record, places)) {
      if (claim.kind != "statement") continue;
      WriteStatement(record, claim, *statements.at(claim.id), &item);
      add();
    }
  }
  out.Add("]}\n");
  return absl::OkStatus();
}

}  // namespace crosscheck
