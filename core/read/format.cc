#include "read/format.h"

#include <algorithm>

#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "read/archive.h"
#include "read/charset.h"
#include "read/csv.h"
#include "read/docx.h"
#include "read/feed.h"
#include "read/html_page.h"
#include "read/json_lines.h"
#include "read/mail.h"
#include "read/mhtml.h"
#include "read/news_xml.h"
#include "read/ninjs.h"
#include "read/no_article.h"
#include "read/odt.h"
#include "read/pdf.h"
#include "read/plain_page.h"
#include "read/press_export.h"
#include "read/rtf.h"
#include "read/warc.h"

namespace crosscheck {
namespace {

constexpr std::string_view kLeftOut = "no pages, left out: ";

constexpr std::string_view kNoText[] = {
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg",   ".ico", ".avif", ".bmp", ".tif", ".tiff",
    ".css", ".js",   ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf",  ".eot", ".mp3", ".mp4",
    ".m4a", ".webm", ".mov", ".wav", ".ogg",  ".bak",   ".tmp", ".swp",  ".db",
};

const std::vector<Format>& Formats() {
  static const auto& formats = *new std::vector<Format>{
      {"not read", true, MatchesForeign, RefuseForeign},
      {"own output", true, MatchesOwnOutput, SkipOwnOutput},
      {"gzip", true, MatchesGzip, ReadGzip},
      {"docx", true, MatchesDocx, ReadDocx},
      {"odt", true, MatchesOdt, ReadOdt},
      {"zip", true, MatchesZip, ReadZip},
      {"tar", true, MatchesTar, ReadTar},
      {"warc", true, MatchesWarc, ReadWarc},
      {"rtf", false, MatchesRtf, ReadRtf},
      {"pdf", false, MatchesPdf, ReadPdf},
      {"mhtml", false, MatchesMhtml, ReadMhtml},
      {"mailbox", true, MatchesMailbox, ReadMailbox},
      {"mail", true, MatchesMail, ReadMail},
      {"ninjs", true, MatchesNinjs, ReadNinjs},
      {"json lines", true, MatchesJsonLines, ReadJsonLines},
      {"json", true, MatchesJson, ReadJson},
      {"news xml", true, MatchesNewsXml, ReadNewsXml},
      {"feed", true, MatchesFeed, ReadFeed},
      {"press export", true, MatchesPressExport, ReadPressExport},
      {"site list", true, MatchesSiteList, RefuseSiteList},
      {"addresses", true, MatchesAddresses, RefuseAddresses},
      {"csv", true, MatchesCsv, ReadCsv},
      {"html", false, MatchesHtml, ReadHtml},
      {"binary", true, MatchesBinary, RefuseBinary},
      {"text", false, MatchesPlainPage, ReadPlainPage},
  };
  return formats;
}

}  // namespace

void ReadSink::Refuse(std::string_view uri, std::string_view reason) const {
  unread->push_back({std::string(uri), std::string(reason)});
}

bool IsLeftOut(const Unread& unread) { return unread.reason.starts_with(kLeftOut); }

void ReadSink::Skip(std::string_view uri, std::string_view reason) const {
  unread->push_back({std::string(uri), StrCat(kLeftOut, reason)});
}

bool HasNoText(std::string_view name) {
  const std::string lower = AsciiLower(name);
  return std::any_of(std::begin(kNoText), std::end(kNoText), [&](std::string_view suffix) { return lower.ends_with(suffix); });
}

const Format& GuessFormat(std::string_view head, const ReadHint& hint) {
  std::string decoded;
  if (IsUtf16(head)) {
    decoded = DecodeText(head, "").text;
    head = decoded;
  }
  for (const Format& format : Formats()) {
    if (format.matches(head, hint)) return format;
  }
  return Formats().back();
}

void ReadEach(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  if (IsUtf16(bytes)) {
    if (bytes.size() > kMaxInflatedBytes) return sink.Refuse(hint.uri, StrCat("larger than ", kMaxInflatedBytes >> 20, " MiB"));
    const DecodedText decoded = DecodeText(bytes, "");
    if (!IsUtf16(decoded.text)) return ReadEach(decoded.text, hint, sink);
  }
  const Format& format = GuessFormat(bytes.substr(0, 1 << 16), hint);
  if (!format.container && bytes.size() > kMaxPageBytes) {
    sink.Refuse(hint.uri, StrCat("larger than ", kMaxPageBytes >> 20, " MiB"));
    return;
  }
  if (sink.checks_words) return format.read(bytes, hint, sink);
  ReadSink checked = sink;
  checked.checks_words = true;
  checked.use = [&sink](Document document) { GiveIfAnyWords(std::move(document), sink); };
  format.read(bytes, hint, checked);
}

}  // namespace crosscheck
