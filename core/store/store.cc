// How it works: each article is a row of `doc` with its packed record; `sheet` holds what comparing gave for the stories of an event,
// by the hash of all that it depends on; `finding` says from which run to which run a finding was there; `note` holds one state.
// Writing is done in WAL mode: readers see the last commit. Errors of SQLite become words here and nowhere else.
#include "store/store.h"

#include <sqlite3.h>
#include <sys/vfs.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <set>
#include <utility>

#include "base/json_writer.h"
#include "base/strings.h"
#include "store/packed.h"

namespace crosscheck {
namespace {

constexpr int kApplication = 0x78636b31;  // "xck1" in the file's head
constexpr int kVersion = 1;               // of the tables below and of packed.cc's dictionary
constexpr int kWaitMilliseconds = 5000;   // for a program that is about to commit

constexpr const char* kTables = R"sql(
CREATE TABLE doc(id TEXT NOT NULL, uri TEXT NOT NULL, source TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY(id, uri)) WITHOUT ROWID;
CREATE TABLE unread(uri TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sheet(key TEXT PRIMARY KEY, run INTEGER NOT NULL, packed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE note(one INTEGER PRIMARY KEY CHECK(one = 1), state TEXT NOT NULL);
CREATE TABLE run(number INTEGER PRIMARY KEY);
CREATE TABLE finding(fingerprint TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL,
                     message TEXT NOT NULL, PRIMARY KEY(fingerprint, first)) WITHOUT ROWID;
CREATE INDEX finding_last ON finding(last);
)sql";

// File systems on other machines: their locks are no locks. By statfs(2).
constexpr std::pair<uint32_t, std::string_view> kNetworks[] = {
    {0x6969, "NFS"}, {0x517B, "SMB"}, {0xFF534D42, "CIFS"}, {0xFE534D42, "SMB"}, {0x5346414F, "AFS"}, {0x73757245, "Coda"},
    {0x01021997, "9P"}, {0x0BD00BD0, "Lustre"}, {0x00C36400, "Ceph"}, {0x47504653, "GPFS"}};

std::string_view NetworkOf(const std::string& path) {
  std::string folder = std::filesystem::path(path).parent_path().string();
  if (folder.empty()) folder = ".";
  struct statfs info {};
  if (statfs(folder.c_str(), &info) != 0) return "";
  for (const auto& [type, name] : kNetworks) {
    if (static_cast<uint32_t>(info.f_type) == type) return name;
  }
  return "";
}

}  // namespace

struct Store::Lock {
  std::mutex mutex;
};

void Store::Closer::operator()(sqlite3* db) const { sqlite3_close(db); }

// One statement while it runs.
class Store::Query {
 public:
  Query(const Store& store, const char* sql) : store_(store), guard_(store.lock_->mutex) {
    ok_ = sqlite3_prepare_v2(store.db_.get(), sql, -1, &statement_, nullptr) == SQLITE_OK;
  }
  ~Query() { sqlite3_finalize(statement_); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& Text(std::string_view value) {
    ok_ = ok_ && sqlite3_bind_text64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8) == SQLITE_OK;
    return *this;
  }
  Query& Bytes(std::string_view value) {
    ok_ = ok_ && sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT) == SQLITE_OK;
    return *this;
  }
  Query& Int(int64_t value) {
    ok_ = ok_ && sqlite3_bind_int64(statement_, ++bound_, value) == SQLITE_OK;
    return *this;
  }
  // True: there is a row. The end and an error are told apart by status().
  bool Next() {
    if (!ok_) return false;
    const int result = sqlite3_step(statement_);
    ok_ = result == SQLITE_ROW || result == SQLITE_DONE;
    return result == SQLITE_ROW;
  }
  std::string Column(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr ? "" : std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column)));
  }
  int64_t Number(int column) const { return sqlite3_column_int64(statement_, column); }

  absl::Status status(std::string_view doing) const { return ok_ ? absl::OkStatus() : store_.Failure(doing); }
  // Runs a statement that gives no rows, and makes it ready for other values.
  absl::Status Run(std::string_view doing) {
    Next();
    const absl::Status result = status(doing);
    sqlite3_reset(statement_);
    bound_ = 0;
    return result;
  }

 private:
  const Store& store_;
  const std::lock_guard<std::mutex> guard_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
  bool ok_ = false;
};

Store::Store(std::string path, sqlite3* db) : path_(std::move(path)), db_(db), lock_(std::make_shared<Lock>()) {}

absl::Status Store::Failure(std::string_view doing) const {
  const std::string where = StrCat(path_, ": ", doing, ": ");
  switch (sqlite3_errcode(db_.get()) & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::AbortedError(StrCat(where, "another program is writing to it; try again when that one is done"));
    case SQLITE_FULL:
      return absl::ResourceExhaustedError(StrCat(where, "the disk is full; nothing was changed since the last commit"));
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return absl::PermissionDeniedError(StrCat(where, "it may not be written"));
    case SQLITE_NOTADB:
      return absl::InvalidArgumentError(StrCat(path_, ": is not a store of crosscheck"));
    case SQLITE_CORRUPT:
      return absl::DataLossError(StrCat(where, "the file is damaged; `crosscheck store check` tells more"));
    case SQLITE_IOERR:
      return absl::UnavailableError(StrCat(where, "the disk gives an error: ", std::string_view(std::strerror(sqlite3_system_errno(db_.get())))));
    default:
      return absl::UnavailableError(StrCat(where, std::string_view(sqlite3_errmsg(db_.get()))));
  }
}

absl::Status Store::Run(const char* sql) const {
  const std::lock_guard<std::mutex> guard(lock_->mutex);
  return sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK ? absl::OkStatus() : Failure("cannot be used");
}

absl::StatusOr<int64_t> Store::Number(const char* sql) const {
  Query query(*this, sql);
  const bool row = query.Next();
  if (const absl::Status status = query.status("cannot be read"); !status.ok()) return status;
  return row ? query.Number(0) : 0;
}

absl::StatusOr<Store> Store::At(const std::string& path, Open how) {
  std::error_code error;
  const bool exists = std::filesystem::exists(path, error);
  if (!exists && how != Open::kCreate) return absl::NotFoundError(StrCat(path, ": no such store; `crosscheck add --store` makes one"));
  if (const std::string_view network = NetworkOf(path); !network.empty()) {
    return absl::FailedPreconditionError(StrCat(path, ": lies on a network file system (", network, "), where two programs cannot keep out of each other's way; put the store on a disk of this machine"));
  }
  sqlite3* raw = nullptr;
  const int flags = how == Open::kRead ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int opened = sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_FULLMUTEX, nullptr);
  Store store(path, raw);
  if (opened != SQLITE_OK) return store.Failure("cannot be opened");
  sqlite3_busy_timeout(raw, kWaitMilliseconds);
  const absl::StatusOr<int64_t> application = store.Number("PRAGMA application_id");
  if (!application.ok()) return application.status();
  const absl::StatusOr<int64_t> version = store.Number("PRAGMA user_version");
  if (!version.ok()) return version.status();
  const absl::StatusOr<int64_t> tables = store.Number("SELECT count(*) FROM sqlite_master");
  if (!tables.ok()) return tables.status();
  if (*tables == 0 && *application == 0 && how == Open::kCreate) {
    if (absl::Status status = store.Run("PRAGMA journal_mode=WAL"); !status.ok()) return status;
    if (absl::Status status = store.Begin(); !status.ok()) return status;
    const absl::StatusOr<int64_t> since = store.Number("SELECT count(*) FROM sqlite_master");  // another program was first?
    if (!since.ok()) return since.status();
    if (*since == 0) {
      const std::string make = StrCat(std::string_view(kTables), "PRAGMA application_id=", kApplication, "; PRAGMA user_version=", kVersion, ";");
      if (absl::Status status = store.Run(make.c_str()); !status.ok()) return status;
    }
    if (absl::Status status = store.Commit(); !status.ok()) return status;
  } else if (*application != kApplication) {
    return absl::InvalidArgumentError(StrCat(path, ": is not a store of crosscheck"));
  } else if (*version != kVersion) {
    return absl::FailedPreconditionError(StrCat(path, ": is a store of version ", *version, ", this program knows version ", kVersion));
  }
  if (absl::Status status = store.Run("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON"); !status.ok()) return status;
  return store;
}

absl::Status Store::Begin() { return Run("BEGIN IMMEDIATE"); }

absl::Status Store::Commit() {
  absl::Status status = Run("COMMIT");
  if (!status.ok()) Run("ROLLBACK").IgnoreError();
  return status;
}

absl::StatusOr<std::optional<std::string>> Store::SourceHash(const ArticleName& name) const {
  Query query(*this, "SELECT source FROM doc WHERE id = ? AND uri = ?");
  const bool row = query.Text(name.id).Text(name.uri).Next();
  if (const absl::Status status = query.status("cannot be read"); !status.ok()) return status;
  return row ? std::optional<std::string>(query.Column(0)) : std::nullopt;
}

absl::Status Store::Put(const ArticleName& name, std::string_view source_hash, std::string_view record_line) {
  Query query(*this, "INSERT INTO doc VALUES(?, ?, ?, ?) ON CONFLICT(id, uri) DO UPDATE SET source = excluded.source, record = excluded.record");
  return query.Text(name.id).Text(name.uri).Text(source_hash).Bytes(Pack(record_line)).Run("cannot be written");
}

absl::Status Store::PutUnread(const Unread& unread) {
  Query query(*this, "INSERT INTO unread VALUES(?, ?) ON CONFLICT(uri) DO UPDATE SET reason = excluded.reason");
  return query.Text(unread.uri).Text(unread.reason).Run("cannot be written");
}

absl::Status Store::ForgetUnread(std::string_view uri) {
  Query query(*this, "DELETE FROM unread WHERE uri = ?");
  return query.Text(uri).Run("cannot be written");
}

absl::Status Store::ForEachRecord(const std::function<bool(std::string line)>& use) const {
  Query query(*this, "SELECT id, record FROM doc ORDER BY id, uri");
  while (query.Next()) {
    absl::StatusOr<std::string> line = Unpack(query.Column(1));
    if (!line.ok()) return absl::DataLossError(StrCat(path_, ": article ", query.Column(0), ": ", line.status().message()));
    if (!use(*std::move(line))) return absl::OkStatus();
  }
  return query.status("cannot be read");
}

absl::StatusOr<std::vector<Unread>> Store::AllUnread() const {
  std::vector<Unread> all;
  Query query(*this, "SELECT uri, reason FROM unread ORDER BY uri");
  while (query.Next()) all.push_back({query.Column(0), query.Column(1)});
  if (const absl::Status status = query.status("cannot be read"); !status.ok()) return status;
  return all;
}

std::optional<std::string> Store::FindSheet(const std::string& key) const {
  Query query(*this, "SELECT packed FROM sheet WHERE key = ?");
  if (!query.Text(key).Next()) return std::nullopt;
  const absl::StatusOr<std::string> sheet = Unpack(query.Column(0));
  return sheet.ok() ? std::optional<std::string>(*sheet) : std::nullopt;
}

absl::Status Store::KeepSheets(const std::vector<std::pair<std::string, std::string>>& sheets) {
  Query query(*this,
              "INSERT INTO sheet SELECT ?1, coalesce(max(number), 0) + 1, ?2 FROM run WHERE true "
              "ON CONFLICT(key) DO UPDATE SET run = excluded.run, packed = CASE WHEN length(excluded.packed) > 0 THEN excluded.packed ELSE packed END");
  for (const auto& [key, sheet] : sheets) {
    if (const absl::Status status = query.Text(key).Bytes(sheet.empty() ? "" : Pack(sheet)).Run("cannot be written"); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> Store::Notes() const {
  Query query(*this, "SELECT state FROM note");
  const bool row = query.Next();
  if (const absl::Status status = query.status("cannot be read"); !status.ok()) return status;
  return row ? query.Column(0) : "";
}

absl::Status Store::SetNotes(std::string_view state_json) {
  Query query(*this, "INSERT INTO note VALUES(1, ?) ON CONFLICT(one) DO UPDATE SET state = excluded.state");
  return query.Text(state_json).Run("cannot be written");
}

absl::StatusOr<int64_t> Store::AddRun(const std::vector<RunFinding>& findings) {
  const absl::StatusOr<int64_t> last = Number("SELECT max(number) FROM run");
  if (!last.ok()) return last.status();
  const int64_t run = *last + 1;
  {
    Query query(*this, "INSERT INTO run VALUES(?)");
    if (const absl::Status status = query.Int(run).Run("cannot be written"); !status.ok()) return status;
  }
  // What was there in the run before goes on; what was not begins anew.
  std::set<std::string> going_on;
  {
    Query query(*this, "SELECT fingerprint FROM finding WHERE last = ?");
    query.Int(*last);
    while (query.Next()) going_on.insert(query.Column(0));
    if (const absl::Status status = query.status("cannot be read"); !status.ok()) return status;
  }
  std::set<std::string> added;
  for (const RunFinding& finding : findings) {
    if (!added.insert(finding.fingerprint).second) continue;
    if (going_on.contains(finding.fingerprint)) {
      Query query(*this, "UPDATE finding SET last = ?, rule = ?, severity = ?, message = ? WHERE fingerprint = ? AND last = ?");
      const absl::Status status =
          query.Int(run).Text(finding.rule).Text(finding.severity).Text(finding.message).Text(finding.fingerprint).Int(*last).Run("cannot be written");
      if (!status.ok()) return status;
    } else {
      Query query(*this, "INSERT INTO finding VALUES(?, ?, ?, ?, ?, ?)");
      const absl::Status status =
          query.Text(finding.fingerprint).Int(run).Int(run).Text(finding.rule).Text(finding.severity).Text(finding.message).Run("cannot be written");
      if (!status.ok()) return status;
    }
  }
  return run;
}

absl::StatusOr<std::string> Store::BaselineOf(int64_t run) const {
  const absl::StatusOr<int64_t> last = Number("SELECT max(number) FROM run");
  if (!last.ok()) return last.status();
  if (run < 1 || run > *last) {
    return absl::NotFoundError(StrCat(path_, ": has no run ", run, *last == 0 ? std::string("; it has none at all yet") : StrCat("; its last is ", *last)));
  }
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Field("schema", "crosscheck.worksheet/1");
  json.Key("findings");
  json.BeginArray();
  Query query(*this, "SELECT fingerprint, rule, severity, message FROM finding WHERE first <= ?1 AND last >= ?1 ORDER BY fingerprint");
  query.Int(run);
  while (query.Next()) {
    json.BeginObject();
    json.Field("fingerprint", query.Column(0));
    json.Field("rule", query.Column(1));
    json.Field("severity", query.Column(2));
    json.Field("message", query.Column(3));
    json.EndObject();
  }
  if (const absl::Status status = query.status("cannot be read"); !status.ok()) return status;
  json.EndArray();
  json.EndObject();
  return out;
}

absl::StatusOr<StoreCounts> Store::Count() const {
  StoreCounts counts;
  Query query(*this,
              "SELECT (SELECT count(*) FROM doc), (SELECT count(*) FROM sheet), (SELECT count(*) FROM unread), (SELECT max(number) FROM run)");
  if (query.Next()) {
    counts = {static_cast<uint64_t>(query.Number(0)), static_cast<uint64_t>(query.Number(1)), static_cast<uint64_t>(query.Number(2)), query.Number(3)};
  }
  if (const absl::Status status = query.status("cannot be read"); !status.ok()) return status;
  return counts;
}

absl::Status Store::Check() const {
  {
    Query query(*this, "PRAGMA integrity_check(1)");
    const bool row = query.Next();
    if (const absl::Status status = query.status("cannot be read"); !status.ok()) return status;
    if (row && query.Column(0) != "ok") return absl::DataLossError(StrCat(path_, ": is damaged: ", query.Column(0)));
  }
  return ForEachRecord([](const std::string&) { return true; });
}

absl::Status Store::Vacuum() {
  if (absl::Status status = Run("DELETE FROM sheet WHERE run < (SELECT max(number) FROM run)"); !status.ok()) return status;
  return Run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace crosscheck
