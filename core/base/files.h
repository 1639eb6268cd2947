// Reading files whole, and writing them so that nothing is lost, with errors that name the file.
#ifndef CROSSCHECK_BASE_FILES_H_
#define CROSSCHECK_BASE_FILES_H_

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace crosscheck {

// Error: the path and the system's reason; a file larger than `limit` bytes is refused unread.
absl::StatusOr<std::string> ReadFile(const std::string& path, uint64_t limit);
// A file written piece by piece, beside the one it takes the place of: the path holds the old bytes until Close() has given it all the
// new ones, however the writing ends. What is no regular file (a pipe, a device) is written straight to.
class FileSink {
 public:
  static absl::StatusOr<FileSink> Open(const std::string& path);
  FileSink(FileSink&& other) noexcept = default;
  FileSink& operator=(FileSink&&) = delete;
  ~FileSink();  // without Close(): the old file stays, the new one goes
  bool Write(std::string_view piece);  // false: it failed, and Close() says why
  absl::Status Close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  FileSink() = default;
  absl::Status OpenBeside();
  std::string path_;
  std::string target_;  // where `path_` leads to
  std::string beside_;  // what is written; empty: `target_` itself
  std::unique_ptr<std::FILE, Closer> file_;
  absl::Status status_;
};

// Are they one file, by whatever names? False where one is not there.
bool IsSameFile(const std::string& a, const std::string& b);

absl::Status WriteFile(const std::string& path, const std::string& bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_FILES_H_
