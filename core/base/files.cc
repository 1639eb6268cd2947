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

absl::StatusOr<FileSink> FileSink::Open(const std::string& path) {
  FileSink sink;
  sink.path_ = path;
  sink.file_.reset(std::fopen(path.c_str(), "wb"));
  if (!sink.file_) return Failure(path, "cannot write");
  return sink;
}

bool FileSink::Write(std::string_view piece) {
  if (status_.ok() && std::fwrite(piece.data(), 1, piece.size(), file_.get()) != piece.size()) status_ = Failure(path_, "cannot write");
  return status_.ok();
}

absl::Status FileSink::Close() {
  if (std::fclose(file_.release()) != 0 && status_.ok()) status_ = Failure(path_, "cannot write");
  return status_;
}

absl::Status WriteFile(const std::string& path, const std::string& bytes) {
  absl::StatusOr<FileSink> sink = FileSink::Open(path);
  if (!sink.ok()) return sink.status();
  sink->Write(bytes);
  return sink->Close();
}

}  // namespace crosscheck
