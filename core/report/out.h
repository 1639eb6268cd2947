// Where a writer's bytes go: gathered into pieces of 64 KiB and handed to a sink, so that no output is held whole.
#ifndef CROSSCHECK_REPORT_OUT_H_
#define CROSSCHECK_REPORT_OUT_H_

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "base/strings.h"

namespace crosscheck {

// Takes a piece of output; false: nothing more is wanted (a closed pipe, a full disk).
using Sink = std::function<bool(std::string_view piece)>;

class Out {
 public:
  explicit Out(Sink sink) : sink_(std::move(sink)) {}
  ~Out() { Flush(); }
  Out(const Out&) = delete;
  Out& operator=(const Out&) = delete;

  template <class... Pieces>
  void Add(const Pieces&... pieces) {
    StrAppend(&buffer_, pieces...);
    if (buffer_.size() >= kPiece) Flush();
  }
  void Flush() {
    if (!buffer_.empty() && open_) open_ = sink_(buffer_);
    buffer_.clear();
  }
  // False once the sink wants no more.
  bool open() const { return open_; }

 private:
  static constexpr size_t kPiece = 64 << 10;
  Sink sink_;
  std::string buffer_;
  bool open_ = true;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_OUT_H_
