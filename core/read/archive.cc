#include "read/archive.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/inflate.h"
#include "read/reader.h"
#include "read/zip.h"

namespace crosscheck {
namespace {

constexpr size_t kTarBlock = 512;
constexpr size_t kTarMagicAt = 257;

bool LeadsOut(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\') || (name.size() > 1 && name[1] == ':')) return true;
  for (const std::string_view part : Split(name, '/')) {
    if (part == "..") return true;
  }
  return false;
}

void ReadMember(std::string_view name, std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  size_t replaced = 0;
  const std::string shown = RepairUtf8(name, &replaced);
  ReadHint of_member = hint;
  of_member.uri = StrCat(hint.uri, "/", shown);
  of_member.id = std::string(BaseName(shown));
  of_member.format = InputFormat::kGuess;
  of_member.charset.clear();
  if (LeadsOut(name)) return sink.Refuse(of_member.uri, "a name that leads out of the archive");
  if (BaseName(shown).starts_with('.') || HasNoText(shown)) return;
  ReadSink inner = sink;
  ++inner.depth;
  ReadEach(bytes, of_member, inner);
}

bool TooDeep(const ReadHint& hint, const ReadSink& sink) {
  if (sink.depth < kMaxArchiveDepth) return false;
  sink.Refuse(hint.uri, "archives in archives, too deep");
  return true;
}

std::string_view Field(std::string_view header, size_t at, size_t size) {
  const std::string_view field = header.substr(at, size);
  return field.substr(0, field.find('\0'));
}

// Octal, or base 256 where the first bit is set.
uint64_t TarNumber(std::string_view field) {
  uint64_t value = 0;
  if (!field.empty() && (static_cast<unsigned char>(field[0]) & 0x80) != 0) {
    for (const char c : field.substr(field.size() - std::min<size_t>(field.size(), 8)))
      value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }
  for (const char c : field) {
    if (c >= '0' && c <= '7') value = value * 8 + static_cast<uint64_t>(c - '0');
  }
  return value;
}

// "path" of a pax header: "LENGTH path=NAME\n" records.
std::string PaxPath(std::string_view records) {
  const size_t at = records.find(" path=");
  if (at == std::string_view::npos) return "";
  const std::string_view rest = records.substr(at + 6);
  return std::string(rest.substr(0, rest.find('\n')));
}

// A web archive collection (WACZ): its pages stand in archive/*.warc.gz, the rest are lists of them.
bool IsCrawled(std::string_view name) {
  return name.starts_with("archive/") && (name.ends_with(".warc.gz") || name.ends_with(".warc"));
}

bool IsCrawl(const std::vector<ZipMember>& members) {
  bool package = false;
  bool pages = false;
  for (const ZipMember& member : members) {
    package = package || member.name == "datapackage.json";
    pages = pages || IsCrawled(member.name);
  }
  return package && pages;
}

}  // namespace

bool MatchesGzip(std::string_view head, const ReadHint&) { return head.starts_with("\x1F\x8B"); }

void ReadGzip(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  if (TooDeep(hint, sink)) return;
  const Inflated inflated = Inflate(bytes, DeflateWrap::kGzip, InflateBound(bytes.size(), kMaxInflatedBytes));
  if (inflated.too_large) return sink.Refuse(hint.uri, "larger than any text of that size");
  if (inflated.damaged > 0) sink.Refuse(hint.uri, StrCat(inflated.damaged, " damaged part", inflated.damaged > 1 ? "s" : ""));
  if (inflated.damaged > 0 && inflated.bytes.empty()) return;
  ReadSink inner = sink;
  ++inner.depth;
  ReadEach(inflated.bytes, hint, inner);
}

bool MatchesTar(std::string_view head, const ReadHint&) {
  return head.size() >= kTarBlock && head.substr(kTarMagicAt, 5) == "ustar";
}

void ReadTar(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  if (TooDeep(hint, sink)) return;
  std::string long_name;
  for (size_t at = 0; at + kTarBlock <= bytes.size();) {
    const std::string_view header = bytes.substr(at, kTarBlock);
    at += kTarBlock;
    if (header[0] == '\0') continue;
    if (header.substr(kTarMagicAt, 5) != "ustar") return sink.Refuse(hint.uri, "a damaged archive: what follows was not read");
    const uint64_t size = TarNumber(header.substr(124, 12));
    if (size > bytes.size() - at) return sink.Refuse(hint.uri, "an archive that breaks off");
    const std::string_view body = bytes.substr(at, size);
    at += (size + kTarBlock - 1) / kTarBlock * kTarBlock;
    const char type = header[156];
    if (type == 'L' || type == 'x') {
      long_name = type == 'L' ? std::string(Field(body, 0, body.size())) : PaxPath(body);
      continue;
    }
    std::string name = std::move(long_name);
    long_name.clear();
    if (name.empty()) {
      const std::string_view prefix = Field(header, 345, 155);
      name = StrCat(prefix, prefix.empty() ? "" : "/", Field(header, 0, 100));
    }
    if (type == '0' || type == '\0') ReadMember(name, body, hint, sink);
  }
}

bool MatchesZip(std::string_view head, const ReadHint&) { return IsZip(head); }

void ReadZip(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  if (TooDeep(hint, sink)) return;
  const absl::StatusOr<std::vector<ZipMember>> members = ListZip(bytes);
  if (!members.ok()) return sink.Refuse(hint.uri, std::string(members.status().message()));
  const bool crawl = IsCrawl(*members);
  uint64_t left = ZipAllowance(bytes);
  for (const ZipMember& member : *members) {
    if (crawl && !IsCrawled(member.name)) continue;
    const absl::StatusOr<std::string> body = Unzip(member, bytes, &left);
    size_t replaced = 0;
    if (!body.ok()) {
      sink.Refuse(StrCat(hint.uri, "/", RepairUtf8(member.name, &replaced)), std::string(body.status().message()));
    } else {
      ReadMember(member.name, *body, hint, sink);
    }
  }
}

}  // namespace crosscheck
