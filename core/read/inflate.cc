#include "read/inflate.h"

#include <zlib.h>

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::string_view kGzipMagic("\x1F\x8B\x08", 3);
constexpr uint64_t kAlways = uint64_t{64} << 20;
constexpr uint64_t kMaxRatio = 250;
constexpr size_t kBuffer = 1 << 16;

int WindowBits(DeflateWrap wrap) {
  if (wrap == DeflateWrap::kGzip) return 16 + MAX_WBITS;
  return wrap == DeflateWrap::kZlib ? MAX_WBITS : -MAX_WBITS;
}

// One stream; returns the bytes it took. `ok`: it came to its end.
size_t InflateOne(std::string_view bytes, DeflateWrap wrap, uint64_t bound, Inflated* out, bool* ok) {
  *ok = false;
  z_stream stream{};
  if (inflateInit2(&stream, WindowBits(wrap)) != Z_OK) return bytes.size();
  constexpr size_t kMaxInput = size_t{1} << 30;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(std::min(bytes.size(), kMaxInput));
  char buffer[kBuffer];
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = kBuffer;
    state = inflate(&stream, Z_NO_FLUSH);
    out->bytes.append(buffer, kBuffer - stream.avail_out);
    if (out->bytes.size() > bound) {
      out->bytes.resize(bound);
      out->too_large = true;
      break;
    }
    if (state == Z_OK && stream.avail_in == 0 && stream.avail_out == kBuffer) break;
  }
  const size_t taken = static_cast<size_t>(reinterpret_cast<const char*>(stream.next_in) - bytes.data());
  inflateEnd(&stream);
  *ok = state == Z_STREAM_END;
  return taken;
}

}  // namespace

uint64_t InflateBound(uint64_t size, uint64_t limit) { return std::min(limit, std::max(kAlways, size * kMaxRatio)); }

Inflated Inflate(std::string_view bytes, DeflateWrap wrap, uint64_t bound) {
  Inflated out;
  bool ok = false;
  if (wrap != DeflateWrap::kGzip) {
    InflateOne(bytes, wrap, bound, &out, &ok);
    out.damaged = ok ? 0 : 1;
    return out;
  }
  while (!bytes.empty() && !out.too_large) {
    size_t next = 0;
    if (bytes.starts_with(kGzipMagic)) {
      next = InflateOne(bytes, wrap, bound, &out, &ok);
      if (ok) {
        bytes.remove_prefix(next);
        continue;
      }
      next = 1;
    }
    if (bytes.find_first_not_of('\0') == std::string_view::npos) break;  // padding
    ++out.damaged;
    next = bytes.find(kGzipMagic, next);
    bytes.remove_prefix(std::min(next, bytes.size()));
  }
  return out;
}

}  // namespace crosscheck
