#include "read/reader.h"

#include "base/days.h"
#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {
namespace {

Document TextDocument(std::string text, const ReadHint& hint) {
  Document document;
  document.uri = hint.uri;
  document.id = hint.id.empty() ? std::string(BaseName(hint.uri)) : hint.id;
  document.url = hint.url;
  document.published = hint.published;
  document.text = std::move(text);
  if (document.text.empty()) return document;
  Story story;
  story.id = 1;
  story.span = {0, static_cast<uint32_t>(document.text.size())};
  story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
  document.stories.push_back(std::move(story));
  return document;
}

}  // namespace

std::string_view BaseName(std::string_view uri) {
  const size_t slash = uri.rfind('/');
  return slash == std::string_view::npos ? uri : uri.substr(slash + 1);
}

absl::StatusOr<Document> ReadDocument(std::string_view bytes, const ReadHint& hint) {
  size_t replaced = 0;
  return TextDocument(RepairUtf8(bytes, &replaced), hint);
}

std::vector<Document> ReadAll(std::string_view bytes, const ReadHint& hint, std::vector<Unread>* unread) {
  std::vector<Document> documents;
  if (hint.format != InputFormat::kJsonLines) {
    absl::StatusOr<Document> document = ReadDocument(bytes, hint);
    if (document.ok()) {
      documents.push_back(*std::move(document));
    } else {
      unread->push_back({hint.uri, std::string(document.status().message())});
    }
    return documents;
  }
  size_t number = 0;
  for (const std::string_view line : Split(bytes, '\n')) {
    ++number;
    if (Trim(line).empty()) continue;
    const absl::StatusOr<Json> json = ParseJson(line);
    if (!json.ok() || !json->is_object() || !json->contains("text")) {
      unread->push_back({hint.uri, StrCat("line ", number, ": not a record")});
      continue;
    }
    ReadHint of_line = hint;
    of_line.id = json->value("id", StrCat("line-", number));
    of_line.url = json->value("url", "");
    if (const auto day = ParseIsoDay(json->value("published", ""))) of_line.published = Published{OneDay(*day), "record"};
    Document document = TextDocument((*json)["text"].get<std::string>(), of_line);
    document.title = json->value("title", "");
    document.outlet = json->value("outlet", "");
    documents.push_back(std::move(document));
  }
  return documents;
}

}  // namespace crosscheck
