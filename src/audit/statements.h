#pragma once

// The statements that a store runs again and again, each compiled once.

#include <map>
#include <string_view>

#include "audit/sqlite.h"
#include "base/result.h"

namespace gatepost {

// Borrows the database. One thread at a time. A statement is known by where its text stands: give
// string literals.
class Statements {
 public:
  explicit Statements(const Sqlite& database) : database_(database) {}

  [[nodiscard]] Result<SqliteStatement*> Prepared(const char* sql);

  // Runs it with what `bind` binds.
  template <class Bind>
  [[nodiscard]] Status Write(const char* sql, const Bind& bind) {
    const Result<SqliteStatement*> statement = Prepared(sql);
    if (!statement) return Fail(statement.error());
    bind(**statement);
    return (*statement)->Run();
  }
  [[nodiscard]] Status Write(const char* sql) {
    return Write(sql, [](SqliteStatement&) {});
  }

  // Gives `take` each row; what it returns when it fails ends the reading. `take` runs no statement
  // of the same text.
  template <class Bind, class Take>
  [[nodiscard]] Status Read(const char* sql, const Bind& bind, const Take& take) {
    const Result<SqliteStatement*> statement = Prepared(sql);
    if (!statement) return Fail(statement.error());
    bind(**statement);
    while (true) {
      const Result<bool> has_row = (*statement)->Step();
      if (!has_row) return Fail(has_row.error());
      if (!*has_row) return {};
      if (Status status = take(**statement); !status) {
        (*statement)->Reset();
        return status;
      }
    }
  }
  template <class Take>
  [[nodiscard]] Status Read(const char* sql, const Take& take) {
    return Read(
        sql, [](SqliteStatement&) {}, take);
  }

 private:
  const Sqlite& database_;
  std::map<const char*, SqliteStatement> statements_;
};

}  // namespace gatepost
