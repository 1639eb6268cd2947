#include "base/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

#include "base/strings.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMaxStem = 200;  // bytes of a name that leave room for what is put around it

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
  std::error_code error;
  // Through a link to what it leads to, so that the link stays.
  sink.target_ = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error).string() : path;
  const fs::file_status status = fs::status(sink.target_, error);
  if (fs::is_directory(status)) return absl::InvalidArgumentError(StrCat(path, ": is a folder"));
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    sink.file_.reset(std::fopen(path.c_str(), "wb"));
    if (!sink.file_) return Failure(path, "cannot write");
    return sink;
  }
  if (const absl::Status opened = sink.OpenBeside(); !opened.ok()) return opened;
  return sink;
}

// A new file in the same folder, with the old one's permissions.
absl::Status FileSink::OpenBeside() {
  struct stat old {};
  const bool exists = stat(target_.c_str(), &old) == 0;
  if (exists && access(target_.c_str(), W_OK) != 0) return Failure(path_, "cannot write");
  const fs::path target(target_);
  std::string beside = (target.parent_path() / StrCat(".", target.filename().string().substr(0, kMaxStem), ".XXXXXX")).string();
  const int file = mkstemp(beside.data());
  if (file < 0) return Failure(path_, "cannot write");
  beside_ = std::move(beside);
  const mode_t mask = umask(0);
  umask(mask);
  (void)fchmod(file, exists ? old.st_mode & 07777 : 0666 & ~mask);
  if (exists && (old.st_uid != geteuid() || old.st_gid != getegid())) (void)!fchown(file, old.st_uid, old.st_gid);
  file_.reset(fdopen(file, "wb"));
  if (!file_) {
    close(file);
    return Failure(path_, "cannot write");
  }
  return absl::OkStatus();
}

FileSink::~FileSink() {
  if (file_ && !beside_.empty()) std::remove(beside_.c_str());
}

bool FileSink::Write(std::string_view piece) {
  if (status_.ok() && std::fwrite(piece.data(), 1, piece.size(), file_.get()) != piece.size()) status_ = Failure(path_, "cannot write");
  return status_.ok();
}

absl::Status FileSink::Close() {
  if (status_.ok() && (std::fflush(file_.get()) != 0 || (!beside_.empty() && fsync(fileno(file_.get())) != 0))) {
    status_ = Failure(path_, "cannot write");
  }
  if (std::fclose(file_.release()) != 0 && status_.ok()) status_ = Failure(path_, "cannot write");
  if (beside_.empty()) return status_;
  if (status_.ok() && std::rename(beside_.c_str(), target_.c_str()) != 0) status_ = Failure(path_, "cannot write");
  if (!status_.ok()) std::remove(beside_.c_str());
  return status_;
}

bool IsSameFile(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

absl::Status WriteFile(const std::string& path, const std::string& bytes) {
  absl::StatusOr<FileSink> sink = FileSink::Open(path);
  if (!sink.ok()) return sink.status();
  sink->Write(bytes);
  return sink->Close();
}

}  // namespace crosscheck
