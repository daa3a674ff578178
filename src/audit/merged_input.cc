#include "audit/merged_input.h"

#include "audit/store_rows.h"

namespace gatepost {

Status MergedInput::Add(const OtherInput& input) {
  Status status;
  if (input.unfinished) {
    // There is one input of a hash.
    status = statements_.Write("UPDATE main.inputs SET hash = 'replaced' WHERE id = ?1",
                               [&](SqliteStatement& row) { row.Bind(1, *input.unfinished); });
    if (!status) return status;
  }
  status = statements_.Write(
      "INSERT INTO main.inputs (run, name, hash, basis, bytes, state) SELECT m.id, i.name, i.hash, "
      "i.basis, i.bytes, i.state FROM other.inputs i JOIN other.runs o ON o.id = i.run JOIN "
      "main.runs m ON m.token = o.token WHERE i.id = ?1",
      [&](SqliteStatement& row) { row.Bind(1, input.id); });
  if (!status) return status;
  from_ = input.id;
  to_ = database_.last_insert_id();
  if (input.unfinished) status = Replace(*input.unfinished);
  if (status) status = AddContents();
  if (status) status = AddFindings();
  if (status) status = CountOnce();
  if (status) status = AddPosts();
  return status;
}

// What counted as the unfinished one's counts as this one's, which has all of its posts.
Status MergedInput::Replace(int64_t unfinished) {
  Status status = statements_.Write(
      "INSERT OR IGNORE INTO main.overlaps SELECT ?2, input FROM main.overlaps WHERE owner = ?1",
      [&](SqliteStatement& row) { row.Bind(1, unfinished).Bind(2, to_); });
  if (!status) return status;
  status = statements_.Write("DELETE FROM main.inputs WHERE id = ?1",
                             [&](SqliteStatement& row) { row.Bind(1, unfinished); });
  return status ? RemoveUnowned(statements_) : status;
}

Status MergedInput::AddContents() {
  for (const char* sql : {
           "INSERT INTO main.chunks SELECT ?2, number, posts, duplicates, text_bytes, has_threads "
           "FROM other.chunks WHERE input = ?1",
           "INSERT INTO main.files SELECT ?2, path, format, state, posts, declared, account FROM "
           "other.files WHERE input = ?1 ORDER BY rowid",
           "INSERT INTO main.problems (input, path, post, published, kind, code, message, file, "
           "line, col, count) SELECT ?2, path, post, published, kind, code, message, file, line, "
           "col, count FROM other.problems WHERE input = ?1 ORDER BY id",
           "INSERT INTO main.tallies (input, account, source, month, verdict, posts, bytes) SELECT "
           "?2, account, source, month, verdict, posts, bytes FROM other.tallies WHERE input = ?1",
       }) {
    if (Status status = Step(sql); !status) return status;
  }
  return {};
}

// Of posts, and of texts of posts, that are not here; findings of an edited post count once.
Status MergedInput::AddFindings() {
  for (const char* sql : {
           "INSERT INTO main.posts (key, text_key, ref, input, path, record, line, source, "
           "account, channel, post_id, url, thread, kind, published, verdict, visibility, "
           "visibility_source, text) SELECT key, text_key, ref, ?2, path, record, line, source, "
           "account, channel, post_id, url, thread, kind, published, verdict, visibility, "
           "visibility_source, text FROM other.posts o WHERE o.input = ?1 AND NOT EXISTS (SELECT 1 "
           "FROM main.seen m WHERE m.post = o.key AND m.text = o.text_key) AND NOT EXISTS (SELECT "
           "1 FROM main.texts m WHERE m.post = o.key AND m.text = o.text_key) ORDER BY id",
           "INSERT INTO main.findings (post, number, pattern, name, category, severity, action, "
           "band, score, field, nth, byte_begin, byte_end, char_begin, char_end, utf16_begin, "
           "utf16_end, text_line, text_column, masked, fingerprint, labels, reasons, advice) "
           "SELECT n.id, f.number, f.pattern, f.name, f.category, f.severity, f.action, f.band, "
           "f.score, f.field, f.nth, f.byte_begin, f.byte_end, f.char_begin, f.char_end, "
           "f.utf16_begin, f.utf16_end, f.text_line, f.text_column, f.masked, f.fingerprint, "
           "f.labels, f.reasons, f.advice FROM other.posts o JOIN main.posts n ON n.input = ?2 AND "
           "n.key = o.key AND n.text_key = o.text_key JOIN other.findings f ON f.post = o.id WHERE "
           "o.input = ?1 AND NOT EXISTS (SELECT 1 FROM main.posts e JOIN main.findings g ON "
           "g.post = e.id WHERE e.key = o.key AND e.id <> n.id AND g.pattern = f.pattern AND "
           "g.masked = f.masked AND g.fingerprint = f.fingerprint AND g.field = f.field) ORDER BY "
           "o.id, f.number",
           "DELETE FROM main.posts WHERE ?1 = ?1 AND input = ?2 AND NOT EXISTS (SELECT 1 FROM "
           "main.findings WHERE post = main.posts.id)",
       }) {
    if (Status status = Step(sql); !status) return status;
  }
  return {};
}

// Posts that both stores have are counted where they were, and are duplicates in this input. Which
// of its chunks has them does not matter: only their sum is told.
Status MergedInput::CountOnce() {
  Status status = Step(
      "UPDATE main.tallies SET posts = main.tallies.posts - d.posts, bytes = main.tallies.bytes - "
      "d.bytes FROM (SELECT u.account, u.source, u.month, u.verdict, count(*) AS posts, "
      "sum(o.bytes) AS bytes FROM other.seen o JOIN other.tallies u ON u.id = o.tally WHERE "
      "o.input = ?1 AND EXISTS (SELECT 1 FROM main.seen m WHERE m.post = o.post) GROUP BY 1, 2, "
      "3, 4) d WHERE main.tallies.input = ?2 AND main.tallies.account = d.account AND "
      "main.tallies.source = d.source AND main.tallies.month = d.month AND main.tallies.verdict = "
      "d.verdict");
  if (!status) return status;
  status = Step("DELETE FROM main.tallies WHERE ?1 = ?1 AND input = ?2 AND posts = 0");
  if (!status) return status;
  return Step(
      "UPDATE main.chunks SET duplicates = duplicates + (SELECT count(*) FROM other.seen o WHERE "
      "o.input = ?1 AND EXISTS (SELECT 1 FROM main.seen m WHERE m.post = o.post)) WHERE input = ?2 "
      "AND number = (SELECT min(number) FROM main.chunks WHERE input = ?2)");
}

Status MergedInput::AddPosts() {
  for (const char* sql : {
           "INSERT OR IGNORE INTO main.seen SELECT o.post, o.text, ?2, t.id, o.bytes FROM "
           "other.seen o LEFT JOIN other.tallies u ON u.id = o.tally LEFT JOIN main.tallies t ON "
           "t.input = ?2 AND t.account = u.account AND t.source = u.source AND t.month = u.month "
           "AND t.verdict = u.verdict WHERE o.input = ?1",
           "INSERT OR IGNORE INTO main.texts SELECT o.post, o.text, ?2 FROM other.seen o JOIN "
           "main.seen m ON m.post = o.post WHERE o.input = ?1 AND m.text <> o.text",
           "INSERT OR IGNORE INTO main.texts SELECT o.post, o.text, ?2 FROM other.texts o WHERE "
           "o.input = ?1 AND NOT EXISTS (SELECT 1 FROM main.seen m WHERE m.post = o.post AND "
           "m.text = o.text)",
           "INSERT OR IGNORE INTO main.overlaps SELECT DISTINCT m.input, ?2 FROM other.seen o JOIN "
           "main.seen m ON m.post = o.post WHERE o.input = ?1 AND m.input <> ?2",
           "INSERT OR IGNORE INTO main.overlaps SELECT DISTINCT m.input, ?2 FROM other.texts o "
           "JOIN main.seen m ON m.post = o.post WHERE o.input = ?1 AND m.input <> ?2",
       }) {
    if (Status status = Step(sql); !status) return status;
  }
  return {};
}

Status MergedInput::Step(const char* sql) {
  return statements_.Write(sql, [&](SqliteStatement& row) { row.Bind(1, from_).Bind(2, to_); });
}

}  // namespace gatepost
