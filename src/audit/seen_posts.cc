#include "audit/seen_posts.h"

#include "audit/store_rows.h"

namespace gatepost {

Result<Seen> SeenPosts::Add(const SeenPost& post) {
  // The row of an input that was taken away is whoever's comes next.
  const Status status = statements_.Write(
      "INSERT INTO seen VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (post) DO UPDATE SET text = "
      "excluded.text, input = excluded.input, tally = excluded.tally, bytes = excluded.bytes WHERE "
      "NOT EXISTS (SELECT 1 FROM inputs WHERE id = seen.input)",
      [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(post.key.post)).BindBlob(2, BytesOf(post.key.text));
        row.Bind(3, post.input).Bind(4, post.tally).Bind(5, post.bytes);
      });
  if (!status) return Fail(status.error());
  if (database_.changes() > 0) return Seen::kNew;
  const Result<FirstSeen> first = FindFirst(post.key);
  if (!first) return Fail(first.error());
  if (first->input != post.input) overlaps_.emplace(first->input, post.input);
  return first->has_text ? Result<Seen>(Seen::kBefore) : AddText(post);
}

Result<SeenPosts::FirstSeen> SeenPosts::FindFirst(const PostKey& key) {
  FirstSeen first;
  const Status status = statements_.Read(
      "SELECT text = ?2, input FROM seen WHERE post = ?1",
      [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(key.post)).BindBlob(2, BytesOf(key.text));
      },
      [&](const SqliteStatement& row) -> Status {
        first = {row.Integer(0) != 0, row.Integer(1)};
        return {};
      });
  if (!status) return Fail(status.error());
  return first;
}

Result<Seen> SeenPosts::AddText(const SeenPost& post) {
  Status status = statements_.Write(
      "INSERT OR IGNORE INTO texts VALUES (?1, ?2, ?3)", [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(post.key.post)).BindBlob(2, BytesOf(post.key.text));
        row.Bind(3, post.input);
      });
  if (!status) return Fail(status.error());
  if (database_.changes() > 0) return Seen::kNewText;
  status = statements_.Read(
      "SELECT input FROM texts WHERE post = ?1 AND text = ?2",
      [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(post.key.post)).BindBlob(2, BytesOf(post.key.text));
      },
      [&](const SqliteStatement& row) -> Status {
        if (row.Integer(0) != post.input) overlaps_.emplace(row.Integer(0), post.input);
        return {};
      });
  if (!status) return Fail(status.error());
  return Seen::kBefore;
}

Status SeenPosts::WriteOverlaps() {
  for (const auto& [owner, input] : overlaps_) {
    Status status = statements_.Write("INSERT OR IGNORE INTO overlaps VALUES (?1, ?2)",
                                      [&, &owner = owner, &input = input](SqliteStatement& row) {
                                        row.Bind(1, owner).Bind(2, input);
                                      });
    if (!status) return status;
  }
  overlaps_.clear();
  return {};
}

}  // namespace gatepost
