// The inputs of a command line as documents: files, folders (recursively) and
// standard input.
//
//   BundleOptions options{.stdin_bytes = &bytes, .threads = flags.threads};
//   std::vector<Unread> unread;
//   const std::vector<InputSource> sources = ListSources(inputs, options,
//   &unread);   // enough for --list: path, size, format std::vector<Record>
//   records = MapDocuments(
//       sources, options, [&](Document document) { return
//       Extract(std::move(document), rules); }, &unread);
//   std::vector<Document*> documents; // pages, records and archive members
//   alike for (Record& record : records) documents.push_back(&record.document);
//   MakeIdsUnique(documents);
//
// Documents are read and used on several threads, part by part, so that neither
// all bytes nor all texts are held at once. Results stand in the order of the
// sources and of the documents in them, whatever the number of threads.
//
// In a folder: hidden files, "NAME_files" beside "NAME.html" (what a browser
// saves with a page), and files whose suffix says that they are no text
// (pictures, style sheets, scripts ...) are passed over; a link is followed
// only where it stays inside the folder named on the command line. What was to
// be read and could not be goes to `unread`.
#ifndef CROSSCHECK_READ_BUNDLE_H_
#define CROSSCHECK_READ_BUNDLE_H_

#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "crosscheck/document.h"
#include "crosscheck/options.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

struct BundleOptions {
  const std::string* stdin_bytes = nullptr;  // what "-" holds; must outlive the calls
  InputFormat stdin_format = InputFormat::kJsonLines;
  std::optional<Published> published;  // for pages that carry no date
  int threads = 0;                     // 0: one for each core
  const Rulebook* rules = nullptr;     // null: the built-in rules
};

// A file to be read, or standard input (path "-").
struct InputSource {
  std::string path;
  std::string id;      // of the document, where it holds one: the last part of the
                       // path, with folders before it where two collide
  uint64_t size = 0;   // bytes; 0 for a pipe
  std::string format;  // as it would be read, by its first bytes: "html",
                       // "text", "json lines" ...; see format.h
};

// Sources in the order of `inputs`, those of a folder by path; a file named
// twice comes once.
std::vector<InputSource> ListSources(const std::vector<std::string>& inputs, const BundleOptions& options,
                                     std::vector<Unread>* unread);

// A piece of a source that can be read by itself: a whole file, or some lines
// of a file of JSON lines.
struct SourcePart {
  const InputSource* source = nullptr;
  uint64_t offset = 0;
  uint64_t size = 0;
  uint64_t first_line = 1;
};
std::vector<SourcePart> SplitSources(const std::vector<InputSource>& sources);
void ReadPart(const SourcePart& part, const BundleOptions& options, const std::function<void(Document)>& use,
              std::vector<Unread>* unread);

// use(document) for each document of all sources. `use` is called from several
// threads.
template <class Use>
auto MapDocuments(const std::vector<InputSource>& sources, const BundleOptions& options, const Use& use,
                  std::vector<Unread>* unread) {
  using Result = decltype(use(Document()));
  const std::vector<SourcePart> parts = SplitSources(sources);
  std::vector<std::vector<Result>> results(parts.size());
  std::vector<std::vector<Unread>> problems(parts.size());
  ParallelFor(parts.size(), options.threads, [&](size_t i) {
    ReadPart(
        parts[i], options, [&](Document document) { results[i].push_back(use(std::move(document))); }, &problems[i]);
  });
  std::vector<Result> all;
  for (size_t i = 0; i < parts.size(); ++i) {
    std::move(results[i].begin(), results[i].end(), std::back_inserter(all));
    unread->insert(unread->end(), problems[i].begin(), problems[i].end());
  }
  return all;
}

// Gives documents with the same id other ones: as many parts of their uri as
// tell them apart, then a number.
void MakeIdsUnique(const std::vector<Document*>& documents);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_BUNDLE_H_
