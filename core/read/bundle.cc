#include "read/bundle.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <tuple>

#include "base/files.h"
#include "base/strings.h"
#include "read/format.h"
#include "read/no_article.h"
#include "read/reader.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kPartBytes = 1 << 20;  // some parts and their records are in memory at once
constexpr size_t kHeadBytes = 1 << 16;
constexpr std::string_view kStdin = "-";

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

std::string Reason(std::string_view doing) { return StrCat(doing, ": ", std::string_view(std::strerror(errno))); }

// The part of a status message after "PATH: ".
std::string WithoutPath(const absl::Status& status, const std::string& path) {
  const std::string message(status.message());
  return message.starts_with(path + ": ") ? message.substr(path.size() + 2) : message;
}

bool IsInside(const fs::path& path, const fs::path& folder) {
  const auto [at, end] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return at == folder.end();
}

class Lister {
 public:
  Lister(const BundleOptions& options, std::vector<Unread>* unread) : options_(options), unread_(unread) {}

  void Add(const std::string& input) {
    if (input == kStdin) {
      AddStdin();
      return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(input, error);
    if (!fs::exists(status)) {
      Refuse(input, IsAddress(input) ? std::string(kAddressesAreNotFetched) : error ? error.message() : "no such file or folder");
    } else if (fs::is_directory(status)) {
      AddFolder(input);
    } else {
      AddFile(input, fs::is_regular_file(status));
    }
  }

  std::vector<InputSource> Take() { return std::move(sources_); }

 private:
  void Refuse(const std::string& path, const std::string& reason) { unread_->push_back({path, reason}); }

  void AddStdin() {
    if (options_.stdin_bytes == nullptr || !seen_.insert(std::string(kStdin)).second) return;
    ReadHint hint;
    hint.uri = kStdin;
    hint.format = options_.stdin_format;
    const Format& format = GuessFormat(std::string_view(*options_.stdin_bytes).substr(0, kHeadBytes), hint);
    sources_.push_back({std::string(kStdin), "stdin", options_.stdin_bytes->size(), std::string(format.name)});
  }

  // A pipe is read only when its document is: its format is found then.
  void AddFile(const std::string& path, bool regular) {
    std::error_code error;
    if (!seen_.insert(fs::weakly_canonical(path, error).string()).second) return;
    if (!regular) {
      sources_.push_back({path, std::string(BaseName(path)), 0, "pipe"});
      return;
    }
    const uint64_t size = fs::file_size(path, error);
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) return Refuse(path, Reason("cannot open"));
    std::string head(std::min<uint64_t>(size, kHeadBytes), '\0');
    head.resize(std::fread(head.data(), 1, head.size(), file.get()));
    if (std::ferror(file.get()) != 0) return Refuse(path, Reason("cannot read"));
    ReadHint hint;
    hint.uri = path;
    const Format& format = GuessFormat(head, hint);
    const uint64_t limit = format.container ? kMaxContainerBytes : kMaxPageBytes;
    if (size > limit) return Refuse(path, StrCat("larger than ", limit >> 20, " MiB"));
    sources_.push_back({path, std::string(BaseName(path)), size, std::string(format.name)});
  }

  // Folders still to be walked are kept on a list of our own: no recursion on
  // what the disk holds.
  void AddFolder(const std::string& root) {
    std::error_code error;
    const fs::path inside = fs::canonical(root, error);
    if (error) return Refuse(root, error.message());
    std::vector<std::string> files;
    std::vector<fs::path> folders{fs::path(root)};
    StringSet walked;
    while (!folders.empty()) {
      const fs::path folder = folders.back();
      folders.pop_back();
      if (!walked.insert(fs::canonical(folder, error).string()).second) continue;
      Walk(folder, inside, &folders, &files);
    }
    std::sort(files.begin(), files.end());
    const size_t before = sources_.size() + unread_->size();
    for (const std::string& file : files) AddFile(file, true);
    if (files.empty() && sources_.size() + unread_->size() == before) Refuse(root, "no article in this folder");
  }

  void Walk(const fs::path& folder, const fs::path& inside, std::vector<fs::path>* folders, std::vector<std::string>* files) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      const fs::path& path = it->path();
      const std::string name = path.filename().string();
      if (name.starts_with(".") || IsPassedOver(path)) continue;
      std::error_code problem;
      if (it->is_symlink(problem) && !IsInside(fs::weakly_canonical(path, problem), inside)) {
        Refuse(path.string(), "a link that leads out of the folder");
        continue;
      }
      const fs::file_status status = it->status(problem);
      if (fs::is_directory(status)) {
        folders->push_back(path);
      } else if (fs::is_regular_file(status)) {
        files->push_back(path.string());
      } else {
        Refuse(path.string(), fs::exists(status) ? "not a file" : "a broken link");
      }
    }
    if (error) Refuse(folder.string(), error.message());
  }

  // By suffix, and the folder that a browser saves beside a page.
  static bool IsPassedOver(const fs::path& path) {
    const std::string name = path.string();
    if (HasNoText(name)) return true;
    constexpr std::string_view kFiles = "_files";
    if (!name.ends_with(kFiles)) return false;
    const std::string page = name.substr(0, name.size() - kFiles.size());
    std::error_code error;
    return fs::exists(page + ".html", error) || fs::exists(page + ".htm", error);
  }

  const BundleOptions& options_;
  std::vector<Unread>* unread_;
  std::vector<InputSource> sources_;
  StringSet seen_;
};

// Cuts a file of lines at line ends into parts of about kPartBytes.
void SplitLines(const InputSource& source, std::vector<SourcePart>* parts) {
  const File file(std::fopen(source.path.c_str(), "rb"));
  if (!file) {
    parts->push_back({&source, 0, source.size, 1});
    return;
  }
  SourcePart part{&source, 0, 0, 1};
  uint64_t at = 0;
  uint64_t line = 1;
  std::string buffer(1 << 18, '\0');
  while (const size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    const char* const end = buffer.data() + got;
    for (const char* p = buffer.data(); (p = static_cast<const char*>(std::memchr(p, '\n', end - p))) != nullptr;) {
      ++p;
      ++line;
      const uint64_t after = at + (p - buffer.data());
      if (after - part.offset < kPartBytes) continue;
      part.size = after - part.offset;
      parts->push_back(part);
      part = {&source, after, 0, line};
    }
    at += got;
  }
  part.size = at - part.offset;
  if (part.size > 0 || part.offset == 0) parts->push_back(part);
}

absl::StatusOr<std::string> ReadRange(const std::string& path, uint64_t offset, uint64_t size) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file || fseeko(file.get(), static_cast<off_t>(offset), SEEK_SET) != 0)
    return absl::UnavailableError(Reason("cannot open"));
  std::string bytes(size, '\0');
  bytes.resize(std::fread(bytes.data(), 1, size, file.get()));
  if (std::ferror(file.get()) != 0) return absl::UnavailableError(Reason("cannot read"));
  return bytes;
}

// "c.html", then "b/c.html", then "a/b/c.html" for 1, 2, 3 parts.
std::string_view LastParts(std::string_view uri, int parts) {
  size_t slash = uri.size();
  while (parts-- > 0) {
    slash = slash == 0 ? std::string_view::npos : uri.rfind('/', slash - 1);
    if (slash == std::string_view::npos) return uri;
  }
  return uri.substr(slash + 1);
}

// Gives documents of one id others, by the fewest last parts of their uri that
// do it; where none do, numbers from 2 on.
void TellApart(const std::vector<Document*>& alike, StringSet* taken) {
  constexpr int kMostParts = 16;
  for (int parts = 1; parts < kMostParts; ++parts) {
    StringSet names;
    const bool apart = std::all_of(alike.begin(), alike.end(), [&](const Document* document) {
      const std::string_view name = LastParts(document->uri, parts);
      return !taken->contains(name) && names.emplace(name).second;
    });
    if (!apart) continue;
    for (Document* document : alike) document->id = LastParts(document->uri, parts);
    taken->insert(names.begin(), names.end());
    return;
  }
  int number = 1;
  for (size_t i = 1; i < alike.size(); ++i) {
    std::string name;
    do {
      name = StrCat(alike[i]->id, "~", ++number);
    } while (!taken->insert(name).second);
    alike[i]->id = std::move(name);
  }
}

}  // namespace

std::vector<InputSource> ListSources(const std::vector<std::string>& inputs, const BundleOptions& options,
                                     std::vector<Unread>* unread) {
  Lister lister(options, unread);
  for (const std::string& input : inputs) lister.Add(input);
  return lister.Take();
}

std::vector<SourcePart> SplitSources(const std::vector<InputSource>& sources) {
  std::vector<SourcePart> parts;
  for (const InputSource& source : sources) {
    if (source.format == "json lines" && source.size > kPartBytes && source.path != kStdin) {
      SplitLines(source, &parts);
    } else {
      parts.push_back({&source, 0, source.size, 1});
    }
  }
  return parts;
}

void ReadPart(const SourcePart& part, const BundleOptions& options, const std::function<void(Document)>& use,
              std::vector<Unread>* unread) {
  const InputSource& source = *part.source;
  ReadHint hint;
  hint.id = source.id;
  hint.uri = source.path;
  hint.published = options.published;
  hint.rules = options.rules;
  const ReadSink sink{use, unread, 0, part.first_line};
  if (source.path == kStdin) {
    hint.format = options.stdin_format;
    ReadEach(*options.stdin_bytes, hint, sink);
    return;
  }
  if (part.size < source.size) {
    hint.format = InputFormat::kJsonLines;
    if (part.size > 2 * kMaxPageBytes) return sink.Refuse(source.path, StrCat("line ", part.first_line, ": too long"));
    const absl::StatusOr<std::string> bytes = ReadRange(source.path, part.offset, part.size);
    if (!bytes.ok()) return sink.Refuse(source.path, std::string(bytes.status().message()));
    ReadEach(*bytes, hint, sink);
    return;
  }
  const absl::StatusOr<std::string> bytes = ReadFile(source.path, kMaxContainerBytes);
  if (!bytes.ok()) return sink.Refuse(source.path, WithoutPath(bytes.status(), source.path));
  ReadEach(*bytes, hint, sink);
}

void MakeIdsUnique(const std::vector<Document*>& documents) {
  std::vector<Document*> order = documents;
  // Text last: records with the same id must not take their numbers from the
  // order of the inputs.
  std::stable_sort(order.begin(), order.end(), [](const Document* a, const Document* b) {
    return std::tie(a->id, a->uri, a->text) < std::tie(b->id, b->uri, b->text);
  });
  StringSet taken;
  for (const Document* document : order) taken.insert(document->id);
  for (auto first = order.begin(); first != order.end();) {
    const auto last = std::find_if(first, order.end(), [&](const Document* document) { return document->id != (*first)->id; });
    if (last - first > 1) TellApart({first, last}, &taken);
    first = last;
  }
}

}  // namespace crosscheck
