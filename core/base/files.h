// Reading files whole, with errors that name the file.
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
// A file written piece by piece.
class FileSink {
 public:
  static absl::StatusOr<FileSink> Open(const std::string& path);
  bool Write(std::string_view piece);  // false: it failed, and Close() says why
  absl::Status Close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string path_;
  std::unique_ptr<std::FILE, Closer> file_;
  absl::Status status_;
};

absl::Status WriteFile(const std::string& path, const std::string& bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_FILES_H_
