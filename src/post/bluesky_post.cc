#include "post/bluesky_post.h"

#include <algorithm>
#include <array>
#include <string>

#include "post/json_leaves.h"
#include "post/published_time.h"

namespace gatepost {
namespace {

constexpr std::string_view kPostType = "app.bsky.feed.post";

// Members that name what the record is made of.
constexpr std::array<std::string_view, 6> kNames{"$type", "$link", "cid", "mimeType", "ref", "did"};

void TakeTime(std::string_view text, PostMaker& maker) {
  maker.post().published = ParseIsoTime(text);
  if (maker.post().published) return;
  maker.Add(FieldKind::kOther, text);
  maker.AddNote("bad_published", "\"createdAt\" is no time. It was looked at as a text.");
}

void TakeText(const JsonLeaf& leaf, PostMaker& maker) {
  const std::string_view text = leaf.value.text();
  if (leaf.holder.empty() && leaf.key == "text") {
    maker.Add(FieldKind::kText, text);
  } else if (leaf.holder.empty() && leaf.key == "createdAt") {
    TakeTime(text, maker);
  } else if (leaf.holder.empty() && leaf.key == "langs") {
    if (maker.post().language.empty()) maker.post().language = maker.Keep(text);
  } else if (leaf.key == "alt") {
    maker.Add(FieldKind::kAltText, text);
  } else if (leaf.key == "uri") {
    if (!text.starts_with("at://")) maker.Add(FieldKind::kLink, text);
  } else if (std::ranges::find(kNames, leaf.key) == kNames.end()) {
    maker.Add(FieldKind::kOther, text);
  }
}

// Of a post that is named by its account and its key there.
void Name(std::string_view account, std::string_view key, PostMaker& maker) {
  if (account.empty() || key.empty()) return;
  Post& post = maker.post();
  post.account = maker.Keep(account);
  post.id = maker.Keep("at://" + std::string(account) + "/" + std::string(kPostType) + "/" +
                       std::string(key));
  post.url =
      maker.Keep("https://bsky.app/profile/" + std::string(account) + "/post/" + std::string(key));
}

void NameByUri(std::string_view uri, PostMaker& maker) {
  constexpr std::string_view kScheme = "at://";
  if (!uri.starts_with(kScheme)) return;
  uri.remove_prefix(kScheme.size());
  const size_t account_end = uri.find('/');
  const size_t key_begin = uri.rfind('/');
  if (account_end == std::string_view::npos || key_begin == account_end) return;
  Name(uri.substr(0, account_end), uri.substr(key_begin + 1), maker);
}

uint16_t CountImages(JsonValue embed) {
  size_t images = 0;
  for (const JsonValue& part : {embed["images"], embed["media"]["images"]}) {
    for ([[maybe_unused]] const JsonValue& image : part.elements()) ++images;
  }
  return static_cast<uint16_t>(std::min<size_t>(images, UINT16_MAX));
}

}  // namespace

JsonValue BlueskyRecordIn(JsonValue value) {
  for (const JsonValue& record :
       {value, value["record"], value["value"], value["commit"]["record"]}) {
    if (record["$type"].text() == kPostType) return record;
  }
  return {};
}

void TakeBlueskyPost(JsonValue value, JsonValue record, PostMaker& maker) {
  NameByUri(value["uri"].text(), maker);
  Name(value["did"].text(), value["commit"]["rkey"].text(), maker);
  const JsonValue reply = record["reply"];
  if (reply.exists()) maker.post().kind = PostKind::kReply;
  maker.post().thread = maker.Keep(reply["root"]["uri"].text());
  maker.post().media = CountImages(record["embed"]);
  ForEachLeaf(record, [&maker](const JsonLeaf& leaf) {
    if (leaf.value.is_string()) TakeText(leaf, maker);
  });
}

}  // namespace gatepost
