// Reading files whole, with errors that name the file.
#ifndef CROSSCHECK_BASE_FILES_H_
#define CROSSCHECK_BASE_FILES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace crosscheck {

// Error: the path and the system's reason; a file larger than `limit` bytes is refused unread.
absl::StatusOr<std::string> ReadFile(const std::string& path, uint64_t limit);
absl::Status WriteFile(const std::string& path, const std::string& bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_FILES_H_
