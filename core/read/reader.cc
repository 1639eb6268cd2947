#include "read/reader.h"

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "read/format.h"
#include "rulebook/tables.h"

namespace crosscheck {

std::string_view BaseName(std::string_view uri) {
  while (uri.ends_with('/')) uri.remove_suffix(1);
  const size_t slash = uri.rfind('/');
  return slash == std::string_view::npos ? uri : uri.substr(slash + 1);
}

Document NewDocument(const ReadHint& hint) {
  Document document;
  document.uri = hint.uri;
  document.id = hint.id.empty() ? std::string(BaseName(hint.uri)) : hint.id;
  document.url = hint.url;
  document.published = hint.published;
  return document;
}

const PageRules& PageRulesOf(const ReadHint& hint) {
  return hint.rules != nullptr ? hint.rules->tables().pages : BuiltInPageRules();
}

void NoteDecoding(std::string_view charset, size_t replaced, Document* document) {
  if (replaced == 0) return;
  document->errors.push_back(StrCat(replaced, replaced == 1 ? " character is" : " characters are", " not valid ", charset));
}

absl::StatusOr<Document> ReadDocument(std::string_view bytes, const ReadHint& hint) {
  std::vector<Unread> unread;
  std::vector<Document> documents = ReadAll(bytes, hint, &unread);
  if (documents.size() == 1) return std::move(documents.front());
  if (!unread.empty()) return absl::InvalidArgumentError(StrCat(unread.front().uri, ": ", unread.front().reason));
  return absl::InvalidArgumentError(StrCat(hint.uri, ": holds ", documents.size(), " documents, not one"));
}

std::vector<Document> ReadAll(std::string_view bytes, const ReadHint& hint, std::vector<Unread>* unread) {
  std::vector<Document> documents;
  ReadEach(bytes, hint, {[&](Document document) { documents.push_back(std::move(document)); }, unread});
  return documents;
}

}  // namespace crosscheck
