#include "base/lines.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace crosscheck {
namespace {

constexpr size_t kPiece = 1 << 16;

}  // namespace

bool LineReader::Fill() {
  buffer_.resize(kPiece);
  at_ = 0;
  ssize_t got = 0;
  do {
    got = read(file_, buffer_.data(), buffer_.size());
  } while (got < 0 && errno == EINTR);
  if (got < 0) error_ = errno;
  buffer_.resize(got > 0 ? static_cast<size_t>(got) : 0);
  return got > 0;
}

bool LineReader::Next(std::string* line) {
  line->clear();
  too_long_ = false;
  bool any = false;
  while (at_ < buffer_.size() || Fill()) {
    any = true;
    const size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
    const size_t wanted = std::min(end - at_, limit_ - line->size());
    too_long_ = too_long_ || wanted < end - at_;
    line->append(buffer_, at_, wanted);
    const bool whole = end < buffer_.size();
    at_ = whole ? end + 1 : end;
    if (!whole) continue;
    if (!too_long_ && line->ends_with('\r')) line->pop_back();
    return true;
  }
  return any;
}

}  // namespace crosscheck
