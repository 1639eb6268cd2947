// Lines of an open file one by one, in memory that its length does not change: for inputs that have no end.
#ifndef CROSSCHECK_BASE_LINES_H_
#define CROSSCHECK_BASE_LINES_H_

#include <cstddef>
#include <string>

namespace crosscheck {

class LineReader {
 public:
  // Reads from `file` (a descriptor, which stays open) as soon as bytes come. Of a line longer than `limit` bytes the rest is passed over.
  LineReader(int file, size_t limit) : file_(file), limit_(limit) {}

  // The next line without its end (LF or CRLF); false at the end of the file. A last line may have no end.
  bool Next(std::string* line);
  // Of the line read last: was it longer than the limit?
  bool too_long() const { return too_long_; }
  // Why reading stopped before the end of the file; 0: it did not.
  int error() const { return error_; }

 private:
  bool Fill();

  const int file_;
  const size_t limit_;
  std::string buffer_;
  size_t at_ = 0;
  bool too_long_ = false;
  int error_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_LINES_H_
