#include "base/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "base/strings.h"

namespace crosscheck {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

absl::Status Failure(const std::string& path, std::string_view doing) {
  return absl::UnavailableError(StrCat(path, ": ", doing, ": ", std::string_view(std::strerror(errno))));
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path, uint64_t limit) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return absl::InvalidArgumentError(StrCat(path, ": is a folder"));
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return Failure(path, "cannot open");
  std::string bytes;
  const auto size = std::filesystem::file_size(path, error);
  if (!error) {
    if (size > limit) return absl::ResourceExhaustedError(StrCat(path, ": larger than ", limit >> 20, " MiB"));
    bytes.reserve(size);
  }
  char buffer[1 << 16];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) {
    bytes.append(buffer, got);
    if (bytes.size() > limit) return absl::ResourceExhaustedError(StrCat(path, ": larger than ", limit >> 20, " MiB"));
  }
  if (std::ferror(file.get())) return Failure(path, "cannot read");
  return bytes;
}

absl::Status WriteFile(const std::string& path, const std::string& bytes) {
  File file(std::fopen(path.c_str(), "wb"));
  if (!file) return Failure(path, "cannot write");
  if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return Failure(path, "cannot write");
  if (std::fclose(file.release()) != 0) return Failure(path, "cannot write");
  return absl::OkStatus();
}

}  // namespace crosscheck
