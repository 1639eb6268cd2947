// crosscheck: audits a bundle of news articles. Who said what, which figures, which dates; where the articles agree, where they
// differ, what is copied from whom. It never says what is true.
//
// Four calls, each a function from plain structs to plain structs:
//
//   absl::StatusOr<Rulebook> rules = Rulebook::Load({});               // the built-in rules; paths of packs may follow
//   absl::StatusOr<Document> page = ReadDocument(bytes, {.uri = "a.html"});
//   Record record = Extract(*page, *rules);                            // one document at a time: runs anywhere, in any order
//   Worksheet sheet = Compare({record, other}, *rules, {});            // the bundle
//   std::string html = *Write(sheet, "html");
//
// Spans are bytes of the document's UTF-8 text. No call prints, reads a clock or depends on a locale; the same input and rules
// give the same bytes out, whatever the order of the documents and the number of threads. All calls are thread-safe.
#ifndef CROSSCHECK_CROSSCHECK_H_
#define CROSSCHECK_CROSSCHECK_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "crosscheck/document.h"
#include "crosscheck/options.h"
#include "crosscheck/record.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

struct RuleTables;

// The rules in force: those built in, then each pack; the same id replaces, {"id": ..., "off": true} removes. Cheap to copy.
class Rulebook {
 public:
  // Paths of rule packs (files, or folders of .json files). Error: file, JSON pointer and reason.
  static absl::StatusOr<Rulebook> Load(const std::vector<std::string>& paths);

  const RuleTables& tables() const { return *tables_; }
  // sha256 (hex) of the rules in force.
  const std::string& fingerprint() const;

 private:
  explicit Rulebook(std::shared_ptr<const RuleTables> tables) : tables_(std::move(tables)) {}
  std::shared_ptr<const RuleTables> tables_;
};

// One page: decodes it, finds its stories and its metadata. Any bytes in: a document, or an error that names `hint.uri`.
// Containers (JSON lines, feeds, archives) hold many: see ReadAll.
absl::StatusOr<Document> ReadDocument(std::string_view bytes, const ReadHint& hint);

// Everything a file holds: one document for a page, many for a container. What could not be read goes to `unread`.
std::vector<Document> ReadAll(std::string_view bytes, const ReadHint& hint, std::vector<Unread>* unread);

Record Extract(Document document, const Rulebook& rules);

// `unread`: what reading could not read, to be listed in the worksheet.
Worksheet Compare(std::vector<Record> records, const Rulebook& rules, const CompareOptions& options,
                  std::vector<Unread> unread = {});

// The worksheet in a format by name: "text" "json" "jsonl" "markdown" "csv" "html" "sarif" "xlsx". Error: unknown format.
absl::StatusOr<std::string> Write(const Worksheet& sheet, std::string_view format);

// One line of `extract --format jsonl`, without the newline.
std::string ToJson(const Record& record, bool with_text);
absl::StatusOr<Record> RecordFromJson(std::string_view line);

// The version of this library, "MAJOR.MINOR.PATCH".
std::string_view Version();

}  // namespace crosscheck

#endif  // CROSSCHECK_CROSSCHECK_H_
