#include "read/no_article.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/html_page.h"

namespace crosscheck {
namespace {

using std::string_view_literals::operator""sv;

constexpr size_t kLooked = 4096;
constexpr size_t kMinControls = 4;     // control characters that no text has ...
constexpr size_t kControlsIn = 100;    // ... more than one in so many bytes
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Signature {
  size_t at;
  std::string_view bytes;
  std::string_view reason;
};
constexpr std::string_view kPicture = "a picture, not a text";
constexpr std::string_view kSound = "sound or film, not a text";
constexpr std::string_view kProgram = "a program, not a text";
constexpr Signature kSignatures[] = {
    {0, "BZh"sv, "compressed by bzip2, which is not read: unpack it first (bunzip2)"},
    {0, "\xFD" "7zXZ\0"sv, "compressed by xz, which is not read: unpack it first (unxz)"},
    {0, "]\0\0\x80\0\xFF\xFF"sv, "compressed by lzma, which is not read: unpack it first (unlzma)"},
    {0, "\x28\xB5\x2F\xFD"sv, "compressed by zstd, which is not read: unpack it first (unzstd)"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive, which is not read: unpack it first (7z x)"},
    {0, "Rar!\x1A\x07"sv, "a RAR archive, which is not read: unpack it first (unrar x)"},
    {0, "\x04\x22\x4D\x18"sv, "compressed by lz4, which is not read: unpack it first (unlz4)"},
    {0, "LZIP\x01"sv, "compressed by lzip, which is not read: unpack it first (lzip -d)"},
    {0, "\x1F\x9D"sv, "compressed by compress, which is not read: unpack it first (uncompress)"},
    {0, "\x89LZO\0"sv, "compressed by lzop, which is not read: unpack it first (lzop -d)"},
    {0, "MSCF\0\0\0\0"sv, "a cabinet archive, which is not read: unpack it first"},
    {0, "xar!\0"sv, "a xar archive, which is not read: unpack it first"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office file (.doc, .xls, .msg), which is not read: save it as .docx, .html, .csv or .txt"},
    {0, "bplist00"sv, "a binary property list (a Safari web archive or saved link), which is not read: save the page as HTML"},
    {0, "\x89PNG\r\n"sv, kPicture},
    {0, "\xFF\xD8\xFF"sv, kPicture},
    {0, "GIF87a"sv, kPicture},
    {0, "GIF89a"sv, kPicture},
    {0, "II*\0"sv, kPicture},
    {0, "MM\0*"sv, kPicture},
    {8, "WEBP"sv, kPicture},
    {4, "ftypheic"sv, kPicture},
    {4, "ftypavif"sv, kPicture},
    {4, "ftyp"sv, kSound},
    {0, "ID3"sv, kSound},
    {0, "OggS\0"sv, kSound},
    {0, "fLaC"sv, kSound},
    {8, "WAVEfmt"sv, kSound},
    {8, "AVI LIST"sv, kSound},
    {0, "\x1A\x45\xDF\xA3"sv, kSound},
    {0, "FLV\x01"sv, kSound},
    {0, "SQLite format 3\0"sv, "a database, not a text: export its articles as CSV or JSON"},
    {0, "PAR1"sv, "a Parquet file, which is not read: export it as CSV or JSON lines"},
    {0, "ARROW1\0"sv, "an Arrow file, which is not read: export it as CSV or JSON lines"},
    {0, "Obj\x01"sv, "an Avro file, which is not read: export it as CSV or JSON lines"},
    {0, "\x80\x04\x95"sv, "a Python pickle, which is not read: export it as CSV or JSON lines"},
    {0, "\x89HDF\r\n"sv, "an HDF5 file, which is not read: export it as CSV or JSON lines"},
    {0, "\x7F" "ELF"sv, kProgram},
    {0, "MZ\x90\0"sv, kProgram},
    {0, "\xCA\xFE\xBA\xBE"sv, kProgram},
    {0, "\xCF\xFA\xED\xFE"sv, kProgram},
    {0, "\0asm"sv, kProgram},
    {0, "wOFF"sv, "a font, not a text"},
    {0, "wOF2"sv, "a font, not a text"},
    {0, "\0\1\0\0\0"sv, "a font, not a text"},
    {0, "%!PS-Adobe"sv, "a PostScript file, which is not read: save it as text"},
};

// The reason against a file of that signature; empty: none is known.
std::string_view ForeignReason(std::string_view head) {
  for (const Signature& known : kSignatures) {
    if (head.size() >= known.at && head.substr(known.at).starts_with(known.bytes)) return known.reason;
  }
  return "";
}

std::string_view WithoutMark(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  return Trim(head);
}

// The beginning without white space, in lower case: JSON and markup may be set out in any way.
std::string Packed(std::string_view head) {
  std::string out;
  for (const char c : head.substr(0, kLooked)) {
    if (static_cast<unsigned char>(c) > ' ') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

// The first element of an XML text, past its declaration and comments.
std::string_view RootTag(std::string_view lower) {
  size_t at = lower.find('<');
  while (at != std::string_view::npos && at + 1 < lower.size() && (lower[at + 1] == '?' || lower[at + 1] == '!')) {
    at = lower.find('<', at + 1);
  }
  return at == std::string_view::npos ? std::string_view() : lower.substr(at);
}

bool IsAddressLine(std::string_view line) {
  if (line.starts_with('#')) return true;
  return IsAddress(line) && line.find_first_of(" \t<>") == std::string_view::npos;
}

// "a.txt:14:29: warning: ... [figure.differ, rank 62]", with the sides and lines of source under it.
bool IsFindingLine(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  const size_t rank = line.rfind(", rank ");
  return rank != std::string_view::npos && line.ends_with(']') && line.rfind(" [") < rank &&
         head.find("\n  A  ") != std::string_view::npos;
}

// "o1  2 stories, 100 % shared", with a line a member under it.
bool IsFamilyLine(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  return line.starts_with("o1  ") && line.find(" stories, ") != std::string_view::npos &&
         line.find(" % shared") != std::string_view::npos;
}

// What one of the program's own outputs begins with.
std::string_view OwnOutput(std::string_view head) {
  for (const std::string_view begins : {"copies: ", "compared: ", "nothing was compared: "}) {
    if (WithoutMark(head).starts_with(begins) && head.find(" origin") != std::string_view::npos) return "findings that this program wrote";
  }
  if (IsFindingLine(WithoutMark(head))) return "findings that this program wrote";
  const std::string packed = Packed(WithoutMark(head));
  const std::string_view start = packed;
  if (IsFamilyLine(WithoutMark(head)) || start.starts_with("family,kind,title,outlet,time,share,words,"))
    return "a table of copies that this program wrote";
  if (start.starts_with("{\"schema\":\"crosscheck.")) return "a sheet, a state or records that this program wrote";
  if (start.starts_with("{\"id\":\"f") && start.find("\"rule\":\"") < 40 && start.find("\"relation\":\"") != std::string_view::npos)
    return "findings that this program wrote";
  if (start.starts_with("{\"$schema\":") && start.find("\"driver\":{\"name\":\"crosscheck\"") < 300)
    return "findings (SARIF) that this program wrote";
  if (start.starts_with("{\"@context\":") && start.find("\"urn:crosscheck:") < 300) return "claims that this program wrote";
  if (start.starts_with("no,article,place,words,sentence,saidby,")) return "a table of claims that this program wrote";
  if (start.starts_with("#fact-checkworksheet") || start.starts_with("##findings\n")) return "a sheet that this program wrote";
  if (start.starts_with("<!doctypehtml>") && start.find("content-security-policy") < 200) {
    if (start.find(":fact-checkworksheet") < 1200) return "a sheet that this program wrote";
    if (start.find("<title>duplicatedtext</title>") < 400) return "a table of copies that this program wrote";
  }
  return "";
}

}  // namespace

bool MatchesForeign(std::string_view head, const ReadHint& hint) {
  return hint.format == InputFormat::kGuess && !ForeignReason(head).empty();
}

void RefuseForeign(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  sink.Refuse(hint.uri, ForeignReason(bytes.substr(0, kLooked)));
}

bool MatchesBinary(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return false;  // UTF-16
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v' && byte != 0x1B && byte != 0x1A;
  };
  head = head.substr(0, kLooked);
  const auto controls = static_cast<size_t>(std::count_if(head.begin(), head.end(), is_control));
  return controls >= kMinControls && controls * kControlsIn > head.size();
}

void RefuseBinary(std::string_view, const ReadHint& hint, const ReadSink& sink) {
  sink.Refuse(hint.uri, "not a text: save the article as HTML or plain text");
}

bool MatchesAddresses(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  const bool whole = head.size() <= kLooked;
  std::string_view text = WithoutMark(head.substr(0, kLooked));
  if (!whole) text = text.substr(0, text.find_last_of("\r\n") + 1);  // lines only
  if (text.starts_with("[InternetShortcut]") || text.starts_with("[Desktop Entry]\nType=Link")) return true;
  size_t addresses = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view line = Trim(text.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    if (!IsAddressLine(line)) return false;
    addresses += line.starts_with('#') ? 0 : 1;
  }
  return addresses > 0;
}

void RefuseAddresses(std::string_view, const ReadHint& hint, const ReadSink& sink) {
  sink.Refuse(hint.uri, StrCat("a list of addresses, not an article: ", kAddressesAreNotFetched));
}

bool MatchesSiteList(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess) return false;
  const std::string lower = AsciiLower(WithoutMark(head.substr(0, kLooked)));
  if (lower.starts_with("user-agent:") || lower.starts_with("sitemap:")) return true;
  if (!lower.starts_with('<')) return false;
  const std::string_view root = RootTag(lower);
  return root.starts_with("<urlset") || root.starts_with("<sitemapindex") || root.starts_with("<opml");
}

void RefuseSiteList(std::string_view, const ReadHint& hint, const ReadSink& sink) {
  sink.Refuse(hint.uri, StrCat("a site's list of its pages or its rules for crawlers, not an article: ", kAddressesAreNotFetched));
}

bool MatchesOwnOutput(std::string_view head, const ReadHint& hint) {
  return hint.format == InputFormat::kGuess && !OwnOutput(head.substr(0, 2 * kLooked)).empty();
}

void SkipOwnOutput(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  sink.Skip(hint.uri, OwnOutput(bytes.substr(0, 2 * kLooked)));
}

bool IsAddress(std::string_view input) {
  const std::string lower = AsciiLower(input.substr(0, 8));
  return lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("ftp://") || lower.starts_with("www.");
}

bool HasWords(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if ((c.value >= '0' && c.value <= '9') || IsLetter(c.value)) return true;
    at += c.size;
  }
  return false;
}

void GiveIfAnyWords(Document document, const ReadSink& sink) {
  if (HasWords(document.text) || LacksStoryText(document)) return sink.use(std::move(document));
  sink.Refuse(document.uri, document.text.empty() ? "empty: there is no text to read" : "no words in it: there is nothing to read");
}

}  // namespace crosscheck
