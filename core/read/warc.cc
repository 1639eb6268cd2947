#include "read/warc.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "read/html_page.h"
#include "read/inflate.h"
#include "read/reader.h"

namespace crosscheck {
namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr size_t kMaxKind = 40;   // bytes of the name of a kind of record that is no page
constexpr size_t kMaxKinds = 30;  // told apart

// Header lines "Name: value", names in lower case; a line that begins with a space goes on with the one before.
class Headers {
 public:
  // Takes the lines off `bytes`, and the empty line after them.
  explicit Headers(std::string_view* bytes) {
    while (!bytes->empty()) {
      const size_t end = std::min(bytes->find('\n'), bytes->size());
      std::string_view line = bytes->substr(0, end);
      bytes->remove_prefix(std::min(end + 1, bytes->size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) return;
      if ((line[0] == ' ' || line[0] == '\t') && !fields_.empty()) {
        StrAppend(&fields_.back().second, " ", Trim(line));
        continue;
      }
      const size_t colon = line.find(':');
      if (colon != std::string_view::npos)
        fields_.emplace_back(AsciiLower(Trim(line.substr(0, colon))), Trim(line.substr(colon + 1)));
    }
  }

  std::string_view operator[](std::string_view name) const {
    for (const auto& [key, value] : fields_) {
      if (key == name) return value;
    }
    return "";
  }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

std::optional<uint64_t> Number(std::string_view text, int base) {
  uint64_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return result.ec == std::errc() && result.ptr != text.data() ? std::optional(value) : std::nullopt;
}

// Undoes "Transfer-Encoding: chunked"; what is no chunk ends it. Some tools join the chunks and leave the header as it was.
std::string JoinChunks(std::string_view body) {
  const std::string_view first = Trim(body.substr(0, body.find_first_of("\n;")));
  if (first.empty() || first.size() > 8 || !Number(first, 16) || first.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
    return std::string(body);
  std::string out;
  while (!body.empty()) {
    const size_t line = body.find('\n');
    const auto size = Number(Trim(body.substr(0, std::min(line, body.size()))), 16);
    if (line == std::string_view::npos || !size || *size == 0) break;
    body.remove_prefix(line + 1);
    const size_t taken = std::min<uint64_t>(*size, body.size());
    out += body.substr(0, taken);
    body.remove_prefix(taken);
    body.remove_prefix(std::min(body.size(), body.find('\n') == std::string_view::npos ? body.size() : body.find('\n') + 1));
  }
  return out;
}

// Does a body begin like text? Compressed bytes have control characters or bytes that no charset begins a page with.
bool LooksUnpacked(std::string_view body) {
  const std::string_view start = body.substr(0, 64);
  return !start.empty() && std::all_of(start.begin(), start.end(), [](char c) {
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t' || c == '\xEF' || c == '\xBB' || c == '\xBF';
  });
}

std::string Charset(std::string_view content_type) {
  const std::string lower = AsciiLower(content_type);
  const size_t at = lower.find("charset=");
  if (at == std::string::npos) return "";
  std::string charset = lower.substr(at + 8);
  charset.resize(std::min(charset.find_first_of("; "), charset.size()));
  std::erase(charset, '"');
  return charset;
}

bool IsPage(std::string_view content_type) {
  const std::string lower = AsciiLower(content_type);
  return lower.empty() || lower.starts_with("text/html") || lower.starts_with("application/xhtml") ||
         lower.starts_with("text/plain");
}

class WarcReader {
 public:
  WarcReader(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) : bytes_(bytes), hint_(hint), sink_(sink) {}

  void Run() {
    while (ToRecord()) Record();
    TellSkipped();
  }

 private:
  // What kind of record was no page; each is counted once, at its end.
  void Skip(std::string_view kind) {
    const std::string key = AsciiLower(kind.substr(0, std::min(kind.find(';'), kMaxKind)));
    if (skipped_.size() < kMaxKinds || skipped_.count(key) != 0) {
      ++skipped_[key];
    } else {
      ++skipped_["other"];
    }
  }

  // "crawl.warc.gz: no pages, left out: 9 records: 5 image/png, 3 request, 1 status 404".
  void TellSkipped() const {
    uint64_t all = 0;
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : skipped_) {
      all += count;
      kinds.push_back(StrCat(count, " ", kind));
    }
    if (all > 0)
      sink_.Skip(hint_.uri, StrCat(all, all == 1 ? " record: " : " records: ", Join(kinds, ", ")));
  }

  // To the next "WARC/" at the start of a line.
  bool ToRecord() {
    while (!bytes_.empty()) {
      if (bytes_.starts_with(kVersion)) return true;
      const size_t next = bytes_.find("\nWARC/");
      if (next == std::string_view::npos) return false;
      bytes_.remove_prefix(next + 1);
    }
    return false;
  }

  void Record() {
    ++number_;
    const std::string where = StrCat(hint_.uri, ":", number_);
    bytes_.remove_prefix(std::min(bytes_.find('\n'), bytes_.size() - 1) + 1);
    const Headers headers(&bytes_);
    const auto length = Number(headers["content-length"], 10);
    if (!length) return sink_.Refuse(where, "a damaged record: no length");
    const std::string_view block = bytes_.substr(0, *length);
    if (*length > bytes_.size()) {
      sink_.Refuse(where, "a record that breaks off");
      return;  // resynchronised inside it
    }
    bytes_.remove_prefix(block.size());
    const std::string type = AsciiLower(headers["warc-type"]);
    std::string url(headers["warc-target-uri"]);
    std::erase(url, '<');
    std::erase(url, '>');
    if (!headers["warc-segment-number"].empty() && headers["warc-segment-number"] != "1") return Skip("later segment");
    if (type == "response" && AsciiLower(headers["content-type"]).find("http") != std::string::npos) {
      Response(block, url, where);
    } else if ((type == "resource" || type == "conversion" || type == "response") && IsPage(headers["content-type"])) {
      Page(block, Charset(headers["content-type"]), url, where);
    } else {
      const bool content = type == "resource" || type == "conversion" || type == "response";
      Skip(content ? headers["content-type"] : type.empty() ? "record without a type" : std::string_view(type));
    }
  }

  void Response(std::string_view message, const std::string& url, const std::string& where) {
    const std::string_view status = message.substr(0, message.find('\n'));
    const size_t space = status.find(' ');
    if (!status.starts_with("HTTP/") || space == std::string_view::npos || status.substr(space + 1, 3) != "200")
      return Skip(space == std::string_view::npos ? "broken answer" : StrCat("status ", status.substr(space + 1, 3)));
    message.remove_prefix(std::min(status.size() + 1, message.size()));
    const Headers headers(&message);
    if (!IsPage(headers["content-type"])) return Skip(headers["content-type"]);
    std::string body;
    if (AsciiLower(headers["transfer-encoding"]).find("chunked") != std::string::npos) {
      body = JoinChunks(message);
      message = body;
    }
    const std::string encoding = AsciiLower(headers["content-encoding"]);
    // So do tools that unpack: a body that begins like a page is one, whatever the header says.
    const bool is_plain = LooksUnpacked(message);
    if (encoding.empty() || encoding == "identity" || is_plain) return Page(message, Charset(headers["content-type"]), url, where);
    if (encoding != "gzip" && encoding != "x-gzip" && encoding != "deflate")
      return sink_.Refuse(where, StrCat("compressed with ", encoding));
    const bool raw = encoding == "deflate" && !message.empty() && (static_cast<unsigned char>(message[0]) & 0x0F) != 8;
    const DeflateWrap wrap = encoding != "deflate" ? DeflateWrap::kGzip : raw ? DeflateWrap::kRaw : DeflateWrap::kZlib;
    const Inflated page = Inflate(message, wrap, InflateBound(message.size(), kMaxPageBytes));
    if (page.too_large) return sink_.Refuse(where, "larger than any text of that size");
    if (page.damaged > 0 && page.bytes.empty()) return sink_.Refuse(where, "a damaged body");
    Page(page.bytes, Charset(headers["content-type"]), url, where);
  }

  void Page(std::string_view bytes, std::string charset, const std::string& url, const std::string& where) {
    if (Trim(bytes).empty()) return Skip("empty page");
    ReadHint of_page = hint_;
    of_page.uri = where;
    of_page.url = url;
    const size_t scheme = url.find("://");
    of_page.id = url.empty() ? where : url.substr(scheme == std::string::npos ? 0 : scheme + 3);
    of_page.charset = std::move(charset);
    of_page.format = InputFormat::kGuess;
    // Most pages of a crawl are no articles: those without a text are counted, not refused.
    std::vector<Unread> unread;
    ReadSink inner = sink_;
    ++inner.depth;
    inner.unread = &unread;
    inner.use = [&](Document document) {
      LacksStoryText(document) ? Skip("page without text") : sink_.use(std::move(document));
    };
    ReadEach(bytes, of_page, inner);
    for (Unread& item : unread) {
      item.reason == kNoStoryText ? Skip("page without text") : sink_.unread->push_back(std::move(item));
    }
  }

  std::string_view bytes_;
  const ReadHint& hint_;
  const ReadSink& sink_;
  uint64_t number_ = 0;
  std::map<std::string, uint64_t> skipped_;  // records that are no pages, by kind
};

}  // namespace

bool MatchesWarc(std::string_view head, const ReadHint&) { return head.starts_with(kVersion); }

void ReadWarc(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) { WarcReader(bytes, hint, sink).Run(); }

}  // namespace crosscheck
