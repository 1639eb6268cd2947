#include "read/archive.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "read/inflate.h"
#include "read/reader.h"

namespace crosscheck {
namespace {

constexpr size_t kTarBlock = 512;
constexpr size_t kTarMagicAt = 257;
constexpr std::string_view kZipLocal("PK\x03\x04", 4);
constexpr std::string_view kZipEntry("PK\x01\x02", 4);
constexpr std::string_view kZipEnd("PK\x05\x06", 4);
constexpr uint64_t kMaxMembers = 1'000'000;

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

uint64_t Little(std::string_view bytes, size_t at, size_t size) {
  uint64_t value = 0;
  for (size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

struct ZipEntry {
  std::string_view name;
  uint64_t flags = 0, method = 0, packed = 0, size = 0, local = 0;
};

std::string_view ZipProblem(const ZipEntry& entry, std::string_view bytes) {
  if ((entry.flags & 1) != 0) return "encrypted";
  if (entry.method != 0 && entry.method != 8) return "compressed in a way that is not read";
  if (entry.local + 30 > bytes.size() || bytes.substr(entry.local, 4) != kZipLocal) return "damaged";
  return "";
}

// `left`: what all members together may still become.
void ReadZipEntry(const ZipEntry& entry, std::string_view bytes, uint64_t* left, const ReadHint& hint, const ReadSink& sink) {
  size_t replaced = 0;
  const std::string uri = StrCat(hint.uri, "/", RepairUtf8(entry.name, &replaced));
  if (const std::string_view problem = ZipProblem(entry, bytes); !problem.empty()) return sink.Refuse(uri, problem);
  const uint64_t start = entry.local + 30 + Little(bytes, entry.local + 26, 2) + Little(bytes, entry.local + 28, 2);
  if (start > bytes.size()) return sink.Refuse(uri, "damaged");
  const std::string_view packed = bytes.substr(start, entry.packed);
  if (entry.method == 0) return ReadMember(entry.name, packed, hint, sink);
  const Inflated member = Inflate(packed, DeflateWrap::kRaw, std::min(*left, InflateBound(packed.size(), kMaxInflatedBytes)));
  *left -= std::min<uint64_t>(*left, member.bytes.size());
  if (member.too_large) return sink.Refuse(uri, "larger than any text of that size");
  if (member.damaged > 0) return sink.Refuse(uri, "damaged");
  ReadMember(entry.name, member.bytes, hint, sink);
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

bool MatchesZip(std::string_view head, const ReadHint&) { return head.starts_with(kZipLocal) || head.starts_with(kZipEnd); }

void ReadZip(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  if (TooDeep(hint, sink)) return;
  const size_t end = bytes.rfind(kZipEnd);
  if (end == std::string_view::npos || end + 22 > bytes.size())
    return sink.Refuse(hint.uri, "a damaged archive: no list of members");
  uint64_t at = Little(bytes, end + 16, 4);
  uint64_t left = InflateBound(bytes.size(), 2 * kMaxInflatedBytes);
  for (uint64_t count = 0; count < kMaxMembers && at + 46 <= bytes.size() && bytes.substr(at, 4) == kZipEntry; ++count) {
    ZipEntry entry;
    entry.flags = Little(bytes, at + 8, 2);
    entry.method = Little(bytes, at + 10, 2);
    entry.packed = Little(bytes, at + 20, 4);
    entry.size = Little(bytes, at + 24, 4);
    entry.local = Little(bytes, at + 42, 4);
    const uint64_t name_size = Little(bytes, at + 28, 2);
    entry.name = bytes.substr(at + 46, name_size);
    at += 46 + name_size + Little(bytes, at + 30, 2) + Little(bytes, at + 32, 2);
    if (!entry.name.ends_with('/')) ReadZipEntry(entry, bytes, &left, hint, sink);
  }
}

}  // namespace crosscheck
