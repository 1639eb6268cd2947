#include "read/pdf.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "read/pdf_layout.h"

extern char** environ;

namespace crosscheck {
namespace {

constexpr char kProgram[] = "pdftotext";
constexpr size_t kMaxOutput = size_t{256} << 20;
constexpr rlim_t kMaxSeconds = 120;  // of processor time, of the program

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

absl::Status Failed(std::string_view doing) { return absl::UnavailableError(StrCat(doing, ": ", std::strerror(errno))); }

std::string ReadPipe(int fd, bool* too_large) {
  std::string out;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t got = read(fd, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return out;
    if (out.size() + static_cast<size_t>(got) > kMaxOutput) {
      *too_large = true;
      return out;
    }
    out.append(buffer, static_cast<size_t>(got));
  }
}

// The program's output for the bytes, which it reads from its standard input: a file without a name.
absl::StatusOr<std::string> RunProgram(std::string_view bytes) {
  const std::unique_ptr<std::FILE, Closer> input(std::tmpfile());
  if (!input) return Failed("no room for the PDF");
  if (std::fwrite(bytes.data(), 1, bytes.size(), input.get()) != bytes.size() || std::fflush(input.get()) != 0)
    return Failed("no room for the PDF");
  if (lseek(fileno(input.get()), 0, SEEK_SET) != 0) return Failed("cannot read the PDF");
  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) return Failed("cannot start pdftotext");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(input.get()), 0);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  const char* const arguments[] = {kProgram, "-bbox-layout", "-enc", "UTF-8", "-", "-", nullptr};
  pid_t child = 0;
  const int problem = posix_spawnp(&child, kProgram, &actions, nullptr, const_cast<char* const*>(arguments), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(pipe_ends[1]);
  if (problem != 0) {
    close(pipe_ends[0]);
    if (problem == ENOENT) return absl::NotFoundError("a PDF: its text is read with pdftotext (poppler-utils), which is not installed");
    errno = problem;
    return Failed("cannot start pdftotext");
  }
#ifdef __linux__
  const rlimit seconds{kMaxSeconds, kMaxSeconds};
  prlimit(child, RLIMIT_CPU, &seconds, nullptr);
#endif
  bool too_large = false;
  std::string out = ReadPipe(pipe_ends[0], &too_large);
  close(pipe_ends[0]);
  int state = 0;
  while (waitpid(child, &state, 0) < 0 && errno == EINTR) {
  }
  if (too_large) return absl::ResourceExhaustedError("a PDF with more text than is read");
  if (!WIFEXITED(state) || WEXITSTATUS(state) != 0)
    return absl::DataLossError("a PDF that pdftotext cannot read: damaged, or locked by a password");
  return out;
}

}  // namespace

bool MatchesPdf(std::string_view head, const ReadHint& hint) {
  return hint.format == InputFormat::kGuess && head.substr(0, 1024).find("%PDF-") != std::string_view::npos &&
         (head.starts_with("%PDF-") || AsciiLower(hint.uri).ends_with(".pdf"));
}

void ReadPdf(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const absl::StatusOr<std::string> layout = RunProgram(bytes);
  if (!layout.ok()) return sink.Refuse(hint.uri, std::string(layout.status().message()));
  size_t replaced = 0;
  Manuscript manuscript = ReadPdfLayout(RepairUtf8(*layout, &replaced));
  if (manuscript.paragraphs.empty()) return sink.Refuse(hint.uri, "a PDF without text: scanned pages must be recognised (OCR) first");
  UseManuscript(std::move(manuscript), hint, sink);
}

}  // namespace crosscheck
