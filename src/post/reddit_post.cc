#include "post/reddit_post.h"

#include <algorithm>
#include <array>
#include <string>

#include "post/html_escapes.h"
#include "post/json_leaves.h"
#include "post/written_time.h"

namespace gatepost {
namespace {

// Members that name things of Reddit's own.
constexpr std::array<std::string_view, 8> kNames{
    "name",      "subreddit_name_prefixed", "subreddit_type", "thumbnail",
    "post_hint", "distinguished",           "domain",         "whitelist_status"};

void TakeText(const JsonLeaf& leaf, FieldKind kind, PostMaker& maker) {
  const std::string_view text = leaf.value.text();
  if (text == "[deleted]" || text == "[removed]") {
    maker.post().visibility = Visibility::kGone;
  } else {
    maker.Add(kind, WithoutHtmlEscapes(text));
  }
}

void TakeTime(const JsonLeaf& leaf, PostMaker& maker) {
  const auto time = ParseWrittenTime(leaf.value.text(), DateOrder::kDayFirst);
  if (time) {
    maker.post().published = time->time;
  } else {
    maker.AddNote("bad_published", "\"created_utc\" is no time. It was not used.");
  }
}

void TakePermalink(std::string_view permalink, PostMaker& maker) {
  const std::string site = permalink.starts_with('/') ? "https://www.reddit.com" : "";
  maker.post().url = maker.Keep(site + std::string(permalink));
}

// A member of the record itself; false if it is none that has a meaning of its own.
bool TakeMember(const JsonLeaf& leaf, PostMaker& maker) {
  Post& post = maker.post();
  const std::string_view text = leaf.value.text();
  if (leaf.key == "body" || leaf.key == "selftext") {
    TakeText(leaf, FieldKind::kText, maker);
  } else if (leaf.key == "title") {
    TakeText(leaf, FieldKind::kTitle, maker);
  } else if (leaf.key == "created_utc") {
    TakeTime(leaf, maker);
  } else if (leaf.key == "permalink") {
    TakePermalink(text, maker);
  } else if (leaf.key == "url") {
    maker.Add(FieldKind::kLink, text);
  } else if (leaf.key == "author") {
    post.account = maker.Keep(text);
  } else if (leaf.key == "subreddit") {
    post.channel = maker.Keep(text);
  } else if (leaf.key == "id") {
    post.id = maker.Keep(text);
  } else if (leaf.key == "link_id") {
    post.thread = maker.Keep(text);
  } else {
    return false;
  }
  return true;
}

}  // namespace

bool IsRedditPost(JsonValue record) {
  const bool has_text = record["body"].exists() || record["selftext"].exists();
  return has_text && record["created_utc"].exists();
}

void TakeRedditPost(JsonValue record, PostMaker& maker) {
  if (record["body"].exists()) maker.post().kind = PostKind::kReply;
  ForEachLeaf(record, [&maker](const JsonLeaf& leaf) {
    if (leaf.holder.empty() && TakeMember(leaf, maker)) return;
    const bool is_name =
        leaf.key.ends_with("_id") || std::ranges::find(kNames, leaf.key) != kNames.end();
    if (!is_name && leaf.value.is_string()) maker.Add(FieldKind::kOther, leaf.value.text());
  });
}

}  // namespace gatepost
