// Standard output (data) and standard error (talk): what they are, how wide, whether coloured; progress on long work.
#ifndef CROSSCHECK_CLI_TERMINAL_H_
#define CROSSCHECK_CLI_TERMINAL_H_

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "absl/status/status.h"
#include "cli/flags.h"

namespace crosscheck {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitTrouble = 2;

class Terminal {
 public:
  explicit Terminal(const CommonFlags& flags);

  bool out_is_terminal() const { return out_is_terminal_; }
  bool color() const { return color_; }  // of standard output
  int width() const { return width_; }

  // Data. False: nothing more is wanted. A reader that went away is no error; a full disk is (see status()).
  bool Write(std::string_view bytes);
  // Of all writes so far.
  const absl::Status& status() const { return status_; }

  // Talk: "crosscheck: message". Trouble is said even with --quiet.
  void Say(std::string_view message);
  void Trouble(std::string_view message);
  // Says the status and gives the exit code for it.
  int Fail(const absl::Status& status);
  bool quiet() const { return quiet_; }

 private:
  bool out_is_terminal_;
  bool color_;
  int width_;
  bool quiet_;
  bool closed_ = false;
  absl::Status status_;
};

// One line on a terminal's standard error that tells how far the work is; shown after a second, wiped at the end.
class Progress {
 public:
  // `total` in bytes.
  Progress(const Terminal& terminal, size_t files, uint64_t total);
  ~Progress();
  void Done(uint64_t bytes);  // one file, or a piece of one

 private:
  void Run();
  void Show() const;

  const size_t files_;
  const uint64_t total_;
  const std::chrono::steady_clock::time_point start_;
  std::atomic<uint64_t> bytes_ = 0;
  std::mutex mutex_;
  std::condition_variable over_;
  bool stop_ = false;
  std::jthread thread_;  // none where nothing is to be shown
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_TERMINAL_H_
