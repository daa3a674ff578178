#include "audit/sqlite.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>

#include "base/system_error.h"

namespace gatepost {
namespace {

// Another process may be writing, for a moment.
constexpr int kBusyMilliseconds = 10'000;

std::string MessageOf(int code, sqlite3* database) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "the disk is full. Make room and run the same command again: it goes on where it was.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is in use by another process. Wait until that has ended.";
    case SQLITE_NOTADB:
      return "is no store of an audit. Name another file.";
    case SQLITE_CORRUPT:
      return "is damaged. Restore it from a backup, or make another with 'gatepost audit'.";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "cannot be written to. Check its rights and those of its folder: whoever reads a "
             "store makes files beside it, too.";
    case SQLITE_CANTOPEN:
      return "cannot be opened. Check the name, and that its folder may be written to: whoever "
             "reads a store makes files beside it, too.";
    case SQLITE_IOERR:
      return std::string("cannot be written or read: ") + sqlite3_errmsg(database) +
             ". Check the disk, and run the same command again: it goes on where it was.";
    default:
      return std::string("cannot be used: ") + sqlite3_errmsg(database) + ".";
  }
}

tl::unexpected<Error> Failed(int code, sqlite3* database) {
  const char* const path = sqlite3_db_filename(database, "main");
  return Fail(ErrorCode::kUnreadable, MessageOf(code, database), {path == nullptr ? "" : path});
}

// SQLite would make it readable by others. A file that is there is not opened: closing it could
// take away the locks of a handle on it.
Status MakeFile(const std::string& path) {
  const int made = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0 && errno == EEXIST) return {};
  if (made < 0) {
    return Fail(ErrorCode::kUnreadable,
                "cannot be made: " + ReasonOf(errno) +
                    ". Check that its folder is there and may be written to.",
                {path});
  }
  ::close(made);
  return {};
}

}  // namespace

void SqliteStatement::Finalise::operator()(sqlite3_stmt* pointer) const {
  sqlite3_finalize(pointer);
}

SqliteStatement& SqliteStatement::Bind(int parameter, int64_t value) {
  sqlite3_bind_int64(pointer_.get(), parameter, value);
  return *this;
}

SqliteStatement& SqliteStatement::Bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(pointer_.get(), parameter, text.empty() ? "" : text.data(), text.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

SqliteStatement& SqliteStatement::BindBlob(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(pointer_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
  return *this;
}

SqliteStatement& SqliteStatement::BindNull(int parameter) {
  sqlite3_bind_null(pointer_.get(), parameter);
  return *this;
}

SqliteStatement& SqliteStatement::Bind(int parameter, const std::optional<int64_t>& value) {
  return value ? Bind(parameter, *value) : BindNull(parameter);
}

Result<bool> SqliteStatement::Step() {
  const int code = sqlite3_step(pointer_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3* const database = sqlite3_db_handle(pointer_.get());
  if (code == SQLITE_DONE) {
    Reset();
    return false;
  }
  const auto failed = Failed(code, database);
  Reset();
  return failed;
}

Status SqliteStatement::Run() {
  while (true) {
    const Result<bool> has_row = Step();
    if (!has_row) return Fail(has_row.error());
    if (!*has_row) return {};
  }
}

void SqliteStatement::Reset() { sqlite3_reset(pointer_.get()); }

bool SqliteStatement::IsNull(int column) const {
  return sqlite3_column_type(pointer_.get(), column) == SQLITE_NULL;
}

int64_t SqliteStatement::Integer(int column) const {
  return sqlite3_column_int64(pointer_.get(), column);
}

std::string_view SqliteStatement::Text(int column) const { return Blob(column); }

std::string_view SqliteStatement::Blob(int column) const {
  const void* const bytes = sqlite3_column_blob(pointer_.get(), column);
  const int size = sqlite3_column_bytes(pointer_.get(), column);
  return bytes == nullptr
             ? std::string_view()
             : std::string_view(static_cast<const char*>(bytes), static_cast<size_t>(size));
}

void Sqlite::Close::operator()(sqlite3* pointer) const { sqlite3_close_v2(pointer); }

Result<Sqlite> Sqlite::Open(const std::string& path, Mode mode) {
  if (mode == Mode::kCreate) {
    if (Status status = MakeFile(path); !status) return Fail(status.error());
  }
  // A plain name could be one that SQLite means something else by: ":memory:".
  const bool is_plain = path.find('/') == std::string::npos;
  sqlite3* pointer = nullptr;
  const int code =
      sqlite3_open_v2((is_plain ? "./" + path : path).c_str(), &pointer,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  Sqlite database(pointer, path);
  if (code != SQLITE_OK) {
    return Fail(ErrorCode::kUnreadable, MessageOf(code, pointer), {path});
  }
  sqlite3_busy_timeout(pointer, kBusyMilliseconds);
  return database;
}

Result<SqliteStatement> Sqlite::Prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(pointer_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  SqliteStatement prepared(statement);
  if (code != SQLITE_OK) return Failed(code, pointer_.get());
  return prepared;
}

Status Sqlite::Execute(const std::string& sql) const {
  const int code = sqlite3_exec(pointer_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return Failed(code, pointer_.get());
  return {};
}

Result<std::optional<int64_t>> Sqlite::QueryInteger(std::string_view sql) const {
  Result<SqliteStatement> statement = Prepare(sql);
  if (!statement) return Fail(statement.error());
  const Result<bool> has_row = statement->Step();
  if (!has_row) return Fail(has_row.error());
  if (!*has_row || statement->IsNull(0)) return std::nullopt;
  return statement->Integer(0);
}

void Sqlite::RollBack() const {
  if (sqlite3_get_autocommit(pointer_.get()) == 0) static_cast<void>(Execute("ROLLBACK"));
}

int64_t Sqlite::last_insert_id() const { return sqlite3_last_insert_rowid(pointer_.get()); }
int64_t Sqlite::changes() const { return sqlite3_changes64(pointer_.get()); }

}  // namespace gatepost
