#include "read/zip.h"

#include <algorithm>

#include "base/strings.h"
#include "read/format.h"
#include "read/inflate.h"

namespace crosscheck {
namespace {

constexpr std::string_view kLocal("PK\x03\x04", 4);
constexpr std::string_view kEntry("PK\x01\x02", 4);
constexpr std::string_view kEnd("PK\x05\x06", 4);
constexpr uint64_t kMaxMembers = 1'000'000;
constexpr uint64_t kMaxFirstNames = 64;

uint64_t Little(std::string_view bytes, size_t at, size_t size) {
  uint64_t value = 0;
  for (size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

bool IsZip(std::string_view head) { return head.starts_with(kLocal) || head.starts_with(kEnd); }

absl::StatusOr<std::vector<ZipMember>> ListZip(std::string_view bytes) {
  const size_t end = bytes.rfind(kEnd);
  if (end == std::string_view::npos || end + 22 > bytes.size())
    return absl::DataLossError("a damaged archive: no list of members");
  std::vector<ZipMember> members;
  uint64_t at = Little(bytes, end + 16, 4);
  for (uint64_t count = 0; count < kMaxMembers && at + 46 <= bytes.size() && bytes.substr(at, 4) == kEntry; ++count) {
    ZipMember member;
    member.flags = Little(bytes, at + 8, 2);
    member.method = Little(bytes, at + 10, 2);
    member.packed = Little(bytes, at + 20, 4);
    member.size = Little(bytes, at + 24, 4);
    member.local = Little(bytes, at + 42, 4);
    const uint64_t name_size = Little(bytes, at + 28, 2);
    member.name = bytes.substr(at + 46, name_size);
    at += 46 + name_size + Little(bytes, at + 30, 2) + Little(bytes, at + 32, 2);
    if (!member.name.ends_with('/')) members.push_back(member);
  }
  return members;
}

uint64_t ZipAllowance(std::string_view bytes) { return InflateBound(bytes.size(), 2 * kMaxInflatedBytes); }

absl::StatusOr<std::string> Unzip(const ZipMember& member, std::string_view bytes, uint64_t* left) {
  if ((member.flags & 1) != 0) return absl::DataLossError("encrypted");
  if (member.method != 0 && member.method != 8) return absl::DataLossError("compressed in a way that is not read");
  if (member.local + 30 > bytes.size() || bytes.substr(member.local, 4) != kLocal) return absl::DataLossError("damaged");
  const uint64_t start = member.local + 30 + Little(bytes, member.local + 26, 2) + Little(bytes, member.local + 28, 2);
  if (start > bytes.size()) return absl::DataLossError("damaged");
  const std::string_view packed = bytes.substr(start, member.packed);
  if (member.method == 0) {
    if (packed.size() > *left) return absl::DataLossError("larger than any text of that size");
    *left -= packed.size();
    return std::string(packed);
  }
  Inflated inflated = Inflate(packed, DeflateWrap::kRaw, std::min(*left, InflateBound(packed.size(), kMaxInflatedBytes)));
  *left -= std::min<uint64_t>(*left, inflated.bytes.size());
  if (inflated.too_large) return absl::DataLossError("larger than any text of that size");
  if (inflated.damaged > 0) return absl::DataLossError("damaged");
  return std::move(inflated.bytes);
}

std::string UnzipNamed(const std::vector<ZipMember>& members, std::string_view name, std::string_view bytes, uint64_t* left) {
  for (const ZipMember& member : members) {
    if (member.name != name) continue;
    absl::StatusOr<std::string> text = Unzip(member, bytes, left);
    return text.ok() ? *std::move(text) : std::string();
  }
  return "";
}

std::vector<std::string_view> FirstZipNames(std::string_view head) {
  std::vector<std::string_view> names;
  for (size_t at = 0; at + 30 <= head.size() && head.substr(at, 4) == kLocal && names.size() < kMaxFirstNames;) {
    const uint64_t name_size = Little(head, at + 26, 2);
    names.push_back(head.substr(at + 30, name_size));
    const uint64_t body = at + 30 + name_size + Little(head, at + 28, 2);
    const uint64_t packed = Little(head, at + 18, 4);
    // Sizes that stand behind the member: on with the next mark.
    const bool size_follows = (Little(head, at + 6, 2) & 8) != 0 && packed == 0;
    if (size_follows && body < head.size()) {
      at = head.find(kLocal, body);
    } else {
      at = body + packed;
    }
    if (at >= head.size()) break;
  }
  return names;
}

}  // namespace crosscheck
