#pragma once

// SQLite's C API wrapped once: handles that close themselves, and errors as values.
//
//   Result<Sqlite> database = Sqlite::Open("council.db", Sqlite::Mode::kCreate);
//   Result<SqliteStatement> insert = database->Prepare("INSERT INTO notes VALUES (?1)");
//   insert->Bind(1, "text");
//   Status status = insert->Run();

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace gatepost {

// A compiled statement; must not outlive its database. Parameters count from 1, columns from 0.
// Texts that are bound are copied; blobs are borrowed until the statement has run.
class SqliteStatement {
 public:
  SqliteStatement() = default;

  SqliteStatement& Bind(int parameter, int64_t value);
  SqliteStatement& Bind(int parameter, std::string_view text);
  SqliteStatement& BindBlob(int parameter, std::string_view bytes);
  SqliteStatement& BindNull(int parameter);
  // The value, or NULL.
  SqliteStatement& Bind(int parameter, const std::optional<int64_t>& value);

  // Steps to the next row; false behind the last, and the statement can be bound anew then.
  [[nodiscard]] Result<bool> Step();
  // Steps through all of it, and makes it ready to be bound anew.
  [[nodiscard]] Status Run();
  void Reset();

  // Of the row that Step came to; texts and blobs are valid until the next step.
  [[nodiscard]] bool IsNull(int column) const;
  [[nodiscard]] int64_t Integer(int column) const;
  [[nodiscard]] std::string_view Text(int column) const;
  [[nodiscard]] std::string_view Blob(int column) const;

 private:
  friend class Sqlite;
  struct Finalise {
    void operator()(sqlite3_stmt* pointer) const;
  };
  explicit SqliteStatement(sqlite3_stmt* pointer) : pointer_(pointer) {}

  std::unique_ptr<sqlite3_stmt, Finalise> pointer_;
};

// A database. One thread at a time. While it is open, no other handle of this process on the same
// file may be closed: the system would take this one's locks with it.
class Sqlite {
 public:
  enum class Mode : uint8_t { kCreate, kExisting };

  // kUnreadable if it cannot be opened; a file that is none of SQLite's is noticed when it is first
  // used. A file that is made is its owner's alone (0600).
  [[nodiscard]] static Result<Sqlite> Open(const std::string& path, Mode mode);

  [[nodiscard]] Result<SqliteStatement> Prepare(std::string_view sql) const;
  // Statements without results, parted by ';'.
  [[nodiscard]] Status Execute(const std::string& sql) const;
  // The first column of the first row; nullopt if there is none.
  [[nodiscard]] Result<std::optional<int64_t>> QueryInteger(std::string_view sql) const;

  // When a transaction takes the lock that writing needs: on all databases, attached ones too, or
  // on each when it is first written to.
  enum class Locking : uint8_t { kAtOnce, kWhenWritten };

  // Runs `change` in a transaction; if it fails, nothing is changed. Not within another one.
  template <class Change>
  [[nodiscard]] Status InTransaction(const Change& change,
                                     Locking locking = Locking::kAtOnce) const {
    Status status = Execute(locking == Locking::kAtOnce ? "BEGIN IMMEDIATE" : "BEGIN");
    if (!status) return status;
    status = change();
    if (status) status = Execute("COMMIT");
    if (!status) RollBack();
    return status;
  }

  [[nodiscard]] int64_t last_insert_id() const;
  // Rows that the last statement changed.
  [[nodiscard]] int64_t changes() const;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* pointer) const;
  };
  Sqlite(sqlite3* pointer, std::string path) : pointer_(pointer), path_(std::move(path)) {}
  // Some failures have done it already.
  void RollBack() const;

  std::unique_ptr<sqlite3, Close> pointer_;
  std::string path_;
};

}  // namespace gatepost
