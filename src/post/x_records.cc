#include "post/x_records.h"

#include <cstddef>
#include <span>
#include <vector>

#include "post/x_join.h"
#include "post/x_text.h"

namespace gatepost {
namespace {

size_t CountOf(JsonValue array) {
  size_t count = 0;
  for ([[maybe_unused]] const JsonValue& element : array.elements()) ++count;
  return count;
}

// Archives write numbers as strings and leave out what is not so, or write "" or null.
bool Says(JsonValue value) {
  return (value.is_string() || value.type() == JsonValue::Type::kNumber) && !value.text().empty();
}

PostKind KindOf(JsonValue tweet, std::string_view text) {
  if (IsXRepost(text)) return PostKind::kRepost;
  for (const std::string_view key : {"in_reply_to_status_id_str", "in_reply_to_status_id",
                                     "in_reply_to_user_id_str", "in_reply_to_user_id"}) {
    if (Says(tweet[key])) return PostKind::kReply;
  }
  return PostKind::kOwn;
}

// The text as it was published: the whole, if this is the begin of it. Where the two do not agree
// after all, both are kept.
void TakeText(std::string_view escaped, std::span<const XLink> links, const LongText* whole,
              RecordPost& made) {
  const auto begin = whole == nullptr ? std::nullopt : BeginOfCutOff(escaped);
  if (!begin) return made.AddText(FieldKind::kText, XText(escaped, links));
  if (!whole->text.starts_with(XText(*begin, links))) {
    made.AddText(FieldKind::kText, XText(escaped, links));
  }
  made.AddText(FieldKind::kText, whole->text);
  for (const std::string& link : whole->links) made.AddLink(link);
}

void TakeMedia(JsonValue tweet, RecordPost& made) {
  JsonValue media = tweet["extended_entities"]["media"];
  if (!media.is_array()) media = tweet["entities"]["media"];
  made.AddMedia(CountOf(media));
  for (const JsonValue& each : media.elements()) {
    made.AddTexts(FieldKind::kAltText, each, "ext_alt_text");
  }
}

void TakePlace(JsonValue tweet, RecordPost& made) {
  made.AddTexts(FieldKind::kPlace, tweet["place"], "full_name");
  std::string coordinates;
  for (const JsonValue& number : tweet["geo"]["coordinates"].elements()) {
    coordinates += (coordinates.empty() ? "" : ", ") + std::string(number.text());
  }
  made.AddText(FieldKind::kPlace, coordinates);
}

void AddLinks(std::span<const XLink> links, RecordPost& made) {
  for (const XLink& link : links) made.AddLink(link.target);
}

}  // namespace

JsonValue XTweetOf(JsonValue record) {
  const JsonValue tweet = record["tweet"];
  if (tweet.is_object()) return tweet;
  const bool is_bare = record["full_text"].exists() || record["text"].exists();
  return is_bare && !XIdOf(record).empty() ? record : JsonValue();
}

JsonValue XLongPostOf(JsonValue record) {
  const JsonValue long_post = record["noteTweet"];
  return long_post.is_object() ? long_post : JsonValue();
}

JsonValue XConversationOf(JsonValue record) {
  const JsonValue conversation = record["dmConversation"];
  return conversation.is_object() ? conversation : JsonValue();
}

std::string_view XIdOf(JsonValue tweet) {
  const std::string_view id = tweet["id_str"].text();
  return id.empty() ? tweet["id"].text() : id;
}

std::optional<Time> XTimeOf(JsonValue tweet) { return ParseXTime(tweet["created_at"].text()); }

XLongPost ReadXLongPost(JsonValue long_post) {
  XLongPost read;
  read.id = long_post["noteTweetId"].text();
  read.published = ParseXTime(long_post["createdAt"].text());
  JsonValue core = long_post["core"];
  if (!core["text"].exists()) core = long_post["noteTweetResults"];
  const std::vector<XLink> links = XLinksOf(core["urls"]);
  read.text.text = XText(core["text"].text(), links);
  for (const XLink& link : links) read.text.links.emplace_back(link.target);
  return read;
}

void TakeXTweet(JsonValue tweet, const ExportContext& context, RecordPost& made) {
  Post& post = made.post();
  post.id = made.Keep(XIdOf(tweet));
  post.language = made.Keep(tweet["lang"].text());
  post.thread = made.Keep(tweet["conversation_id_str"].text());
  if (!context.account_url.empty() && !post.id.empty()) {
    post.url = made.Keep(context.account_url + "/status/" + std::string(post.id));
  }
  if (tweet["deleted_at"].exists()) post.visibility = Visibility::kGone;
  made.SetPublished(XTimeOf(tweet));

  const std::string_view key = tweet["full_text"].exists() ? "full_text" : "text";
  post.kind = KindOf(tweet, tweet[key].text());
  if (!tweet[key].exists()) {
    made.AddUnread("no_text", "the record has neither \"full_text\" nor \"text\".");
  }
  const std::vector<XLink> links = XLinksOf(tweet["entities"]["urls"]);
  const LongText* whole = post.published ? XLongTextOf(*post.published, post.id, context) : nullptr;
  for (const JsonValue& member : tweet.elements()) {
    if (member.key() == key) TakeText(made.TextOf(member), links, whole, made);
  }
  AddLinks(links, made);
  TakeMedia(tweet, made);
  TakePlace(tweet, made);
}

void TakeXLongPost(const XLongPost& long_post, RecordPost& made) {
  Post& post = made.post();
  post.id = made.Keep(long_post.id);
  made.SetPublished(long_post.published);
  if (long_post.text.text.empty()) {
    made.AddUnread("no_text", "the record of a long post has no text.");
  }
  made.AddText(FieldKind::kText, long_post.text.text);
  for (const std::string& link : long_post.text.links) made.AddLink(link);
}

void TakeXConversation(JsonValue conversation, RecordPost& made) {
  Post& post = made.post();
  post.id = made.Keep(conversation["conversationId"].text());
  post.thread = post.id;
  if (!conversation["messages"].is_array()) {
    made.AddUnread("no_text", "the record of a conversation has no list of messages.");
  }
  for (const JsonValue& message : conversation["messages"].elements()) {
    for (const JsonValue& event : message.elements()) {
      const std::vector<XLink> links = XLinksOf(event["urls"]);
      for (const JsonValue& member : event.elements()) {
        if (member.key() != "text") continue;
        made.AddText(FieldKind::kText, XText(made.TextOf(member), links));
      }
      AddLinks(links, made);
      made.AddTexts(FieldKind::kOther, event, "name");
      made.AddMedia(CountOf(event["mediaUrls"]));
    }
  }
}

}  // namespace gatepost
