// Articles kept in one file between runs, with what is expensive to find again: their records, and what comparing the stories of an
// event gave. Beside them what people noted, and which findings each run had.
//
// An SQLite database; nobody else knows SQL. One program writes at a time, others may read beside it; a program that is killed
// leaves what was committed. Nothing in it knows a clock: runs are numbered.
#ifndef CROSSCHECK_STORE_STORE_H_
#define CROSSCHECK_STORE_STORE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "crosscheck/worksheet.h"

struct sqlite3;

namespace crosscheck {

// Which article: another one of the same id and uri takes its place.
struct ArticleName {
  std::string id;
  std::string uri;
};

struct StoreCounts {
  uint64_t articles = 0;
  uint64_t sheets = 0;  // kept for events
  uint64_t unread = 0;
  int64_t last_run = 0;
};

struct RunFinding {
  std::string fingerprint;
  std::string rule;
  std::string severity;
  std::string message;
};

class Store {
 public:
  enum class Open : uint8_t { kRead, kWrite, kCreate };

  // Error, each in words: no such file, not a store, one of another version of the store, one on a network file system (where locks
  // cannot be trusted), one that may not be written.
  static absl::StatusOr<Store> At(const std::string& path, Open how);
  Store(Store&&) = default;
  Store& operator=(Store&&) = default;

  // What is put between the two is there as a whole or not at all. Error of Begin: another program is writing.
  absl::Status Begin();
  absl::Status Commit();

  // The hash that the article was put with; nothing where it is not there.
  absl::StatusOr<std::optional<std::string>> SourceHash(const ArticleName& name) const;
  // `source_hash` is of all that the record is made from.
  absl::Status Put(const ArticleName& name, std::string_view source_hash, std::string_view record_line);
  // What could not be read takes the place of what was said of the same uri before; what was read is no longer unread.
  absl::Status PutUnread(const Unread& unread);
  absl::Status ForgetUnread(std::string_view uri);

  // Records as `extract --text` prints them, by id and uri. `use` gives false to stop.
  absl::Status ForEachRecord(const std::function<bool(std::string line)>& use) const;
  absl::StatusOr<std::vector<Unread>> AllUnread() const;

  // Sheets of events (CompareAids::cache). Safe to call from several threads; what is kept is written by KeepSheets.
  std::optional<std::string> FindSheet(const std::string& key) const;
  absl::Status KeepSheets(const std::vector<std::pair<std::string, std::string>>& sheets);

  // What people noted, as crosscheck.state/1; empty: nothing.
  absl::StatusOr<std::string> Notes() const;
  absl::Status SetNotes(std::string_view state_json);

  // Numbers a run that had these findings; gives its number, from 1.
  absl::StatusOr<int64_t> AddRun(const std::vector<RunFinding>& findings);
  // The findings of a run, as a baseline (crosscheck.worksheet/1). Error: no such run.
  absl::StatusOr<std::string> BaselineOf(int64_t run) const;

  absl::StatusOr<StoreCounts> Count() const;
  // Whether the file and each record in it can be read. Error: what is wrong.
  absl::Status Check() const;
  // Drops the sheets that no event of the last run has, and gives the room back to the disk.
  absl::Status Vacuum();

 private:
  struct Closer {
    void operator()(sqlite3* db) const;
  };
  class Query;
  Store(std::string path, sqlite3* db);
  absl::Status Failure(std::string_view doing) const;
  absl::Status Run(const char* sql) const;
  absl::StatusOr<int64_t> Number(const char* sql) const;

  std::string path_;
  std::unique_ptr<sqlite3, Closer> db_;
  struct Lock;
  std::shared_ptr<Lock> lock_;  // one query at a time
};

}  // namespace crosscheck

#endif  // CROSSCHECK_STORE_STORE_H_
