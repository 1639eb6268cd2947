#include "cli/outputs.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/strings.h"
#include "read/bundle.h"

namespace crosscheck {
namespace {

constexpr std::string_view kOwnFormat = "own output";  // of the table of input formats

absl::Status CheckSuffix(std::string_view flag, const std::string& path) {
  if (FormatBySuffix(path) != nullptr) return absl::OkStatus();
  std::vector<std::string_view> suffixes;
  for (const OutputFormat& known : OutputFormats()) {
    if (!known.suffix.empty()) suffixes.push_back(known.suffix);
  }
  return absl::InvalidArgumentError(StrCat(flag, flag.empty() ? "" : " ", path, ": no output format has this suffix; known are ", Join(suffixes, " ")));
}

// Is it an article beside those that are read, as in `-o *.txt`? It has the suffix of one in its own folder, and is no output.
bool IsArticleBeside(const std::string& output, const std::vector<InputSource>& sources) {
  namespace fs = std::filesystem;
  const fs::path path(output);
  const bool beside = std::any_of(sources.begin(), sources.end(), [&](const InputSource& source) {
    const fs::path other(source.path);
    std::error_code error;
    return other.extension() == path.extension() &&
           fs::weakly_canonical(other, error).parent_path() == fs::weakly_canonical(path, error).parent_path();
  });
  if (!beside) return false;
  std::vector<Unread> unread;
  const std::vector<InputSource> own = ListSources({output}, {}, &unread);
  return own.size() == 1 && own[0].size > 0 && own[0].format != kOwnFormat;
}

}  // namespace

std::vector<std::string> SettingsOf(const CommonFlags& common, const std::string& state) {
  std::vector<std::string> settings = common.rules;
  if (!state.empty()) settings.push_back(state);
  return settings;
}

absl::Status CheckNotRead(std::string_view flag, const std::string& output, const WhatIsRead& read) {
  std::error_code error;
  if (!std::filesystem::exists(output, error)) return absl::OkStatus();
  const auto is_output = [&](const std::string& path) { return IsSameFile(path, output); };
  bool taken = std::any_of(read.settings.begin(), read.settings.end(), is_output);
  std::vector<Unread> unread;
  const std::vector<InputSource> sources = taken ? std::vector<InputSource>() : ListSources(read.inputs, {}, &unread);
  for (const InputSource& source : sources) taken = taken || (source.format != kOwnFormat && is_output(source.path));
  if (!taken && IsArticleBeside(output, sources)) {
    return absl::InvalidArgumentError(StrCat(flag, " ", output, ": is there, and is no output of this program: an article?"));
  }
  if (taken) return absl::InvalidArgumentError(StrCat(flag, " ", output, ": is read, and would be written over"));
  return absl::OkStatus();
}

absl::Status CheckOutputs(std::string_view flag, const std::vector<std::string>& outputs, const WhatIsRead& read) {
  for (const std::string& output : outputs) {
    if (const absl::Status status = CheckSuffix(flag, output); !status.ok()) return status;
    if (const absl::Status status = CheckNotRead(flag, output, read); !status.ok()) return status;
  }
  return absl::OkStatus();
}

bool IsStandardOutput(const std::string& path) {
  struct stat out {};
  struct stat file {};
  return fstat(STDOUT_FILENO, &out) == 0 && S_ISREG(out.st_mode) && stat(path.c_str(), &file) == 0 && out.st_dev == file.st_dev &&
         out.st_ino == file.st_ino;
}

absl::Status WriteSheetFile(const Worksheet& sheet, WriteOptions options, const std::string& path) {
  options.csv_bom = true;
  if (const absl::Status status = CheckSuffix("", path); !status.ok()) return status;
  absl::StatusOr<FileSink> file = FileSink::Open(path);
  if (!file.ok()) return file.status();
  Out out([&](std::string_view piece) { return file->Write(piece); });
  const absl::Status status = FormatBySuffix(path)->write(sheet, options, out);
  out.Flush();
  if (!status.ok()) return absl::Status(status.code(), StrCat(path, ": ", status.message()));
  return file->Close();
}

absl::Status PrintSheet(const Worksheet& sheet, WriteOptions options, std::string_view format, Terminal& terminal) {
  Out out([&terminal](std::string_view piece) { return terminal.Write(piece); });
  options.color = terminal.color();
  options.width = terminal.out_is_terminal() ? terminal.width() : 0;
  return FormatByName(format)->write(sheet, options, out);
}

}  // namespace crosscheck
