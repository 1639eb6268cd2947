#include "read/format.h"

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "read/csv.h"
#include "read/feed.h"
#include "read/html_page.h"
#include "read/json_lines.h"
#include "read/plain_page.h"

namespace crosscheck {
namespace {

const std::vector<Format> &Formats() {
  static const auto &formats = *new std::vector<Format>{
      {"json lines", true, MatchesJsonLines, ReadJsonLines},
      {"json", true, MatchesJson, ReadJson},
      {"feed", true, MatchesFeed, ReadFeed},
      {"csv", true, MatchesCsv, ReadCsv},
      {"html", false, MatchesHtml, ReadHtml},
      {"text", false, MatchesPlainPage, ReadPlainPage},
  };
  return formats;
}

} // namespace

void ReadSink::Refuse(std::string_view uri, std::string_view reason) const {
  unread->push_back({std::string(uri), std::string(reason)});
}

const Format &GuessFormat(std::string_view head, const ReadHint &hint) {
  for (const Format &format : Formats()) {
    if (format.matches(head, hint))
      return format;
  }
  return Formats().back();
}

void ReadEach(std::string_view bytes, const ReadHint &hint,
              const ReadSink &sink) {
  const Format &format = GuessFormat(bytes.substr(0, 1 << 16), hint);
  if (!format.container && bytes.size() > kMaxPageBytes) {
    sink.Refuse(hint.uri, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
    return;
  }
  format.read(bytes, hint, sink);
}

} // namespace crosscheck
