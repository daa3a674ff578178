#include "audit/store_schema.h"

#include <string>

namespace gatepost {
namespace {

// "GATP": what `file` and others tell a store by.
constexpr int64_t kApplicationId = 0x47415450;

// Rows that belong to an input go with it; those of `seen` may outlive it for a while, as looking
// for them would take long: whoever reads them asks whether the input is there. Numbers of inputs
// are never given again. Times are seconds since 1970, days since 1970 where they
// are days.
constexpr const char* kTables = R"sql(
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE runs (
  id          INTEGER PRIMARY KEY,
  token       BLOB NOT NULL UNIQUE DEFAULT (randomblob(16)),
  started     INTEGER NOT NULL,
  ended       INTEGER,
  gatepost    TEXT NOT NULL,
  set_name    TEXT NOT NULL,
  set_hash    TEXT NOT NULL,
  policy_name TEXT NOT NULL,
  policy_hash TEXT NOT NULL,
  key_id      TEXT NOT NULL,
  as_of       INTEGER NOT NULL
) STRICT;

CREATE TABLE inputs (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  run   INTEGER NOT NULL REFERENCES runs,
  name  TEXT NOT NULL,
  hash  TEXT NOT NULL UNIQUE,
  basis TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;

CREATE TABLE chunks (
  input       INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
  number      INTEGER NOT NULL,
  posts       INTEGER NOT NULL,
  duplicates  INTEGER NOT NULL,
  text_bytes  INTEGER NOT NULL,
  has_threads INTEGER NOT NULL,
  PRIMARY KEY (input, number)
) WITHOUT ROWID, STRICT;

CREATE TABLE tallies (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  input   INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
  account TEXT NOT NULL,
  source  TEXT NOT NULL,
  month   TEXT NOT NULL,
  verdict TEXT NOT NULL,
  posts   INTEGER NOT NULL,
  bytes   INTEGER NOT NULL,
  UNIQUE (input, account, source, month, verdict)
) STRICT;

CREATE TABLE seen (
  post  BLOB PRIMARY KEY,
  text  BLOB NOT NULL,
  input INTEGER NOT NULL,
  tally INTEGER,
  bytes INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE texts (
  post  BLOB NOT NULL,
  text  BLOB NOT NULL,
  input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
  PRIMARY KEY (post, text)
) WITHOUT ROWID, STRICT;
CREATE INDEX texts_by_input ON texts (input);

CREATE TABLE overlaps (
  owner INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
  input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
  PRIMARY KEY (owner, input)
) WITHOUT ROWID, STRICT;
CREATE INDEX overlaps_by_input ON overlaps (input);

CREATE TABLE posts (
  id                INTEGER PRIMARY KEY,
  key               BLOB NOT NULL,
  text_key          BLOB NOT NULL,
  ref               TEXT NOT NULL,
  input             INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
  path              TEXT NOT NULL,
  record            INTEGER NOT NULL,
  line              INTEGER NOT NULL,
  source            TEXT NOT NULL,
  account           TEXT NOT NULL,
  channel           TEXT NOT NULL,
  post_id           TEXT NOT NULL,
  url               TEXT NOT NULL,
  thread            TEXT NOT NULL,
  kind              TEXT NOT NULL,
  published         INTEGER,
  verdict           TEXT NOT NULL,
  visibility        TEXT NOT NULL,
  visibility_source TEXT NOT NULL,
  text              TEXT NOT NULL
) STRICT;
CREATE INDEX posts_by_place ON posts (input, path, record);
CREATE INDEX posts_by_key ON posts (key);

CREATE TABLE findings (
  id          INTEGER PRIMARY KEY,
  post        INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
  number      INTEGER NOT NULL,
  pattern     TEXT NOT NULL,
  name        TEXT NOT NULL,
  category    TEXT NOT NULL,
  severity    TEXT NOT NULL,
  action      TEXT NOT NULL,
  band        TEXT NOT NULL,
  score       INTEGER NOT NULL,
  field       TEXT NOT NULL,
  nth         INTEGER NOT NULL,
  byte_begin  INTEGER NOT NULL,
  byte_end    INTEGER NOT NULL,
  char_begin  INTEGER NOT NULL,
  char_end    INTEGER NOT NULL,
  utf16_begin INTEGER NOT NULL,
  utf16_end   INTEGER NOT NULL,
  text_line   INTEGER NOT NULL,
  text_column INTEGER NOT NULL,
  masked      TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  labels      TEXT NOT NULL,
  reasons     TEXT NOT NULL,
  advice      TEXT NOT NULL
) STRICT;
CREATE INDEX findings_by_post ON findings (post, number);
CREATE INDEX findings_by_fingerprint ON findings (fingerprint) WHERE fingerprint <> '';

CREATE TABLE files (
  input    INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE,
  path     TEXT NOT NULL,
  format   TEXT NOT NULL,
  state    TEXT NOT NULL,
  posts    INTEGER NOT NULL,
  declared INTEGER,
  account  TEXT NOT NULL
) STRICT;
CREATE INDEX files_by_input ON files (input, path);

CREATE TABLE problems (
  id        INTEGER PRIMARY KEY,
  run       INTEGER REFERENCES runs,
  input     INTEGER REFERENCES inputs ON DELETE CASCADE,
  path      TEXT NOT NULL,
  post      TEXT NOT NULL,
  published INTEGER,
  kind      TEXT NOT NULL,
  code      TEXT NOT NULL,
  message   TEXT NOT NULL,
  file      TEXT NOT NULL,
  line      INTEGER NOT NULL,
  col       INTEGER NOT NULL,
  count     INTEGER NOT NULL
) STRICT;
CREATE INDEX problems_by_input ON problems (input);
CREATE INDEX problems_by_run ON problems (run) WHERE run IS NOT NULL;

CREATE TABLE decisions (
  fingerprint TEXT PRIMARY KEY,
  state       TEXT NOT NULL,
  reason      TEXT NOT NULL,
  owner       TEXT NOT NULL,
  made        INTEGER NOT NULL,
  until       INTEGER
) WITHOUT ROWID, STRICT;

INSERT INTO meta VALUES ('salt', randomblob(32));
)sql";

tl::unexpected<Error> NoStore(const Sqlite& database) {
  return Fail(ErrorCode::kUnreadable, "is no store of an audit. Name another file.",
              {database.path()});
}

Status MakeTables(const Sqlite& database) {
  return database.Execute("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE;" + std::string(kTables) +
                          "PRAGMA application_id = " + std::to_string(kApplicationId) +
                          "; PRAGMA user_version = " + std::to_string(kStoreVersion) + "; COMMIT;");
}

}  // namespace

Status PrepareStore(const Sqlite& database, bool makes) {
  // What is deleted is overwritten, and nothing is sorted in files beside the store. The log grows
  // to 64 MB before it is copied: pages are written again and again.
  if (Status status = database.Execute(
          "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; "
          "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; "
          "PRAGMA wal_autocheckpoint = 16384; PRAGMA journal_size_limit = 67108864;");
      !status) {
    return status;
  }
  const auto application = database.QueryInteger("PRAGMA application_id");
  if (!application) return Fail(application.error());
  const auto version = database.QueryInteger("PRAGMA user_version");
  if (!version) return Fail(version.error());
  const auto tables = database.QueryInteger("SELECT count(*) FROM sqlite_schema");
  if (!tables) return Fail(tables.error());
  if (makes && *application == 0 && *tables == 0) return MakeTables(database);
  if (*application != kApplicationId) return NoStore(database);
  if (*version == kStoreVersion) return {};
  return Fail(ErrorCode::kUnreadable,
              "is a store of version " + std::to_string(version->value_or(0)) +
                  ", and this Gatepost knows version " + std::to_string(kStoreVersion) +
                  ". Use the Gatepost that it was made with, or a later one.",
              {database.path()});
}

}  // namespace gatepost
