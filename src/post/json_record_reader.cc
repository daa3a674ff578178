#include "post/json_record_reader.h"

#include <algorithm>

#include "post/bluesky_post.h"
#include "post/json_leaves.h"
#include "post/member_role.h"
#include "post/reddit_post.h"
#include "post/written_time.h"

namespace gatepost {
namespace {

// What a post borrows from the reader of its line, kept for longer.
Post Kept(const Post& post, PostTexts& texts) {
  Post kept = post;
  for (const auto member : {&Post::id, &Post::source, &Post::account, &Post::channel,
                            &Post::language, &Post::url, &Post::thread}) {
    kept.*member = texts.Keep(post.*member);
  }
  for (Field& field : kept.fields) field.text = texts.Keep(field.text);
  kept.file = {};
  return kept;
}

bool HasText(const Post& post) {
  return std::ranges::any_of(post.fields,
                             [](const Field& field) { return field.kind == FieldKind::kText; });
}

void TakeTime(const JsonLeaf& leaf, PostMaker& maker) {
  const auto time = ParseWrittenTime(leaf.value.text(), DateOrder::kDayFirst);
  if (time && !maker.post().published) {
    maker.post().published = time->time;
  } else if (!time) {
    maker.Add(FieldKind::kOther, leaf.value.text());
    maker.AddNote("bad_published",
                  "the record has a date that could not be read. It was looked at as a text.");
  }
}

// Ids, names and times are those of the post only where they stand in the record itself; in the
// objects it holds they are of something else.
void TakeUnknown(const JsonLeaf& leaf, PostMaker& maker) {
  const MemberRole role = RoleNamed(leaf.key).value_or(MemberRole{});
  const bool is_string = leaf.value.is_string();
  const bool is_of_record = leaf.holder.empty() && leaf.outer.empty();
  const auto plain = PlainMember(role.use);
  if (leaf.key.empty() && is_string) {
    maker.Add(FieldKind::kText, leaf.value.text());
  } else if (is_of_record && role.use == MemberUse::kPublished &&
             leaf.value.type() != JsonValue::Type::kBool) {
    TakeTime(leaf, maker);
  } else if (is_of_record && plain != nullptr && (maker.post().*plain).empty()) {
    maker.post().*plain = maker.Keep(leaf.value.text());
    if (role.use == MemberUse::kUrl) maker.Add(FieldKind::kLink, leaf.value.text());
  } else if (is_string) {
    const bool is_field = role.use == MemberUse::kField;
    maker.Add(is_field ? role.kind : FieldKind::kOther, leaf.value.text());
  }
}

}  // namespace

bool IsKnownRecord(JsonValue record) {
  const bool is_ours = record["text"].is_string() || record["fields"].is_array();
  return is_ours || IsRedditPost(record) || BlueskyRecordIn(record).exists();
}

std::optional<Post> JsonRecordReader::Read(const Record& record, PostTexts& texts) {
  if (record.is_too_large) return TooLargePost(source_, record, texts);
  const bool may_be_bluesky = record.bytes.find("app.bsky.feed.post") != std::string_view::npos;
  if (may_be_bluesky) return ReadForeign(record, texts);
  Post post = ReadOurs(record, texts);
  if (HasText(post)) return post;
  return ReadForeign(record, texts);
}

Post JsonRecordReader::ReadOurs(const Record& record, PostTexts& texts) {
  const SourcePlace place{.file = {}, .line = record.line};
  Post post = Kept(jsonl_.Read(record.bytes, place), texts);
  if (post.source.empty()) post.source = source_;
  return post;
}

// A record without a text of its own is read once more: as what it is, or string by string.
std::optional<Post> JsonRecordReader::ReadForeign(const Record& record, PostTexts& texts) {
  PostMaker maker(source_, record, texts);
  ReadRecord(record, tree_, maker);
  const JsonValue root = tree_.root();
  if (const JsonValue bluesky = BlueskyRecordIn(root); bluesky.exists()) {
    maker.post().source = "bluesky";
    TakeBlueskyPost(root, bluesky, maker);
  } else if (IsRedditPost(root)) {
    maker.post().source = "reddit";
    TakeRedditPost(root, maker);
  } else if (root["text"].exists() || root["fields"].exists()) {
    return ReadOurs(record, texts);
  } else {
    ForEachLeaf(root, [&maker](const JsonLeaf& leaf) { TakeUnknown(leaf, maker); });
  }
  const Post& post = maker.post();
  if (post.fields.empty() && post.problems.empty() && post.media == 0) return std::nullopt;
  return maker.Finish();
}

}  // namespace gatepost
