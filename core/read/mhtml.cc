#include "read/mhtml.h"

#include <algorithm>

#include "base/strings.h"
#include "read/html_page.h"
#include "read/mime.h"

namespace crosscheck {

bool MatchesMhtml(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  const std::string name = AsciiLower(hint.uri);
  const bool named = name.ends_with(".mhtml") || name.ends_with(".mht");
  if (!LooksLikeMessage(head)) return false;
  const MimeEntity message = ParseEntity(head);
  if (!message.Field("snapshot-content-location").empty()) return true;
  const std::string type = message.Type();
  return (named && (type == "multipart/related" || type == "text/html")) ||
         (type == "multipart/related" && !message.Field("content-location").empty());
}

void ReadMhtml(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const MimeEntity message = ParseEntity(bytes);
  const std::vector<MimeLeaf> leaves = LeavesOf(message);
  const auto page = std::find_if(leaves.begin(), leaves.end(), [](const MimeLeaf& leaf) {
    return leaf.entity.Is("text/html") || leaf.entity.Is("application/xhtml+xml");
  });
  if (page == leaves.end()) return sink.Refuse(hint.uri, "a saved page without HTML in it");
  ReadHint of_page = hint;
  of_page.format = InputFormat::kHtml;
  of_page.charset = page->entity.Parameter("content-type", "charset");
  for (const std::string_view address :
       {message.Field("snapshot-content-location"), page->entity.Field("content-location"), message.Field("content-location")}) {
    if (address.starts_with("http") && of_page.url.empty()) of_page.url = address;
  }
  ReadHtml(page->entity.Bytes(), of_page, sink);
}

}  // namespace crosscheck
