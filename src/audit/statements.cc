#include "audit/statements.h"

#include <utility>

namespace gatepost {

Result<SqliteStatement*> Statements::Prepared(const char* sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return &known->second;
  Result<SqliteStatement> statement = database_.Prepare(sql);
  if (!statement) return Fail(statement.error());
  return &statements_.emplace(sql, std::move(*statement)).first->second;
}

}  // namespace gatepost
