#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "absl/strings/str_format.h"
#include "base/strings.h"
#include "report/display.h"

namespace crosscheck {
namespace {

constexpr int kDefaultWidth = 100;

std::string_view Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool WantsColor(const std::string& flag, bool is_terminal) {
  if (flag != "auto") return flag == "always";
  return is_terminal && Environment("NO_COLOR").empty() && Environment("TERM") != "dumb";
}

int WidthOf(int file) {
  winsize size{};
  if (ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const int columns = std::atoi(std::string(Environment("COLUMNS")).c_str());
  return columns > 0 ? columns : kDefaultWidth;
}

}  // namespace

Terminal::Terminal(const CommonFlags& flags)
    : out_is_terminal_(isatty(STDOUT_FILENO) == 1),
      color_(WantsColor(flags.color, out_is_terminal_)),
      width_(WidthOf(STDOUT_FILENO)),
      quiet_(flags.quiet) {}

bool Terminal::Write(std::string_view bytes) {
  while (!bytes.empty() && !closed_) {
    const ssize_t written = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<size_t>(written));
    } else if (errno != EINTR) {
      closed_ = true;
      if (errno != EPIPE) {
        status_ = absl::UnavailableError(StrCat("standard output: cannot write: ", std::string_view(std::strerror(errno))));
      }
    }
  }
  return !closed_;
}

void Terminal::Say(std::string_view message) {
  if (!quiet_) Trouble(message);
}

void Terminal::Trouble(std::string_view message) {
  const std::string line = StrCat("crosscheck: ", Harmless(message), "\n");
  std::fwrite(line.data(), 1, line.size(), stderr);
}

int Terminal::Fail(const absl::Status& status) {
  Trouble(std::string_view(status.message().data(), status.message().size()));
  return kExitTrouble;
}

Progress::Progress(const Terminal& terminal, size_t files, uint64_t total)
    : files_(files), total_(total), start_(std::chrono::steady_clock::now()) {
  if (!terminal.quiet() && isatty(STDERR_FILENO) == 1) thread_ = std::jthread([this] { Run(); });
}

Progress::~Progress() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stop_ = true;
  }
  over_.notify_all();
}

void Progress::Done(uint64_t bytes) { bytes_ += bytes; }

void Progress::Run() {
  using std::chrono::milliseconds;
  std::unique_lock<std::mutex> lock(mutex_);
  bool shown = false;
  for (milliseconds wait(1000); !over_.wait_for(lock, wait, [this] { return stop_; }); wait = milliseconds(200)) {
    Show();
    shown = true;
  }
  if (shown) std::fputs("\r\x1b[K", stderr);
}

void Progress::Show() const {
  constexpr int kBar = 24;
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  const double done = static_cast<double>(bytes_.load());
  const double share = total_ == 0 ? 0 : std::min(1.0, done / static_cast<double>(total_));
  const double left = share > 0 ? seconds * (1 - share) / share : 0;
  const int full = static_cast<int>(share * kBar);
  const std::string line = absl::StrFormat("\r\x1b[K[%s%s] %3.0f %%  %d files  %.1f MB/s  %.0f s left", std::string(full, '#'),
                                           std::string(kBar - full, '.'), share * 100, files_, done / 1e6 / seconds, left);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace crosscheck
