#include "post/mastodon_records.h"

#include <string_view>

#include "post/published_time.h"

namespace gatepost {
namespace {

// In ActivityPub a list of one may stand as that one.
template <class Function>
void ForEach(JsonValue one_or_more, Function function) {
  if (one_or_more.is_array()) {
    for (const JsonValue& each : one_or_more.elements()) function(each);
  } else if (one_or_more.exists() && one_or_more.type() != JsonValue::Type::kNull) {
    function(one_or_more);
  }
}

// A link is its address, or an object with that in it.
std::string_view AddressOf(JsonValue link) {
  std::string_view found;
  ForEach(link, [&found](JsonValue each) {
    const std::string_view address = each.is_object() ? each["href"].text() : each.text();
    if (found.empty()) found = address;
  });
  return found;
}

// An empty list says that nobody is meant, null says nothing.
bool SaysAudience(JsonValue object) {
  const auto says = [](JsonValue value) {
    return value.exists() && value.type() != JsonValue::Type::kNull;
  };
  return says(object["to"]) || says(object["cc"]);
}

bool IsPublic(std::string_view address) {
  return address == "https://www.w3.org/ns/activitystreams#Public" || address == "as:Public" ||
         address == "Public";
}

// "@name@host" of an address such as https://host/users/name.
std::string HandleOf(std::string_view name, std::string_view address) {
  const size_t scheme = address.find("://");
  if (name.empty() || scheme == std::string_view::npos) return std::string(name);
  const std::string_view behind = address.substr(scheme + 3);
  return "@" + std::string(name) + "@" + std::string(behind.substr(0, behind.find('/')));
}

std::string HandleOf(std::string_view address) {
  return HandleOf(address.substr(address.rfind('/') + 1), address);  // npos + 1 = 0
}

void SetAccount(std::string_view handle, RecordPost& made) {
  if (made.post().account.empty()) made.post().account = made.Keep(handle);
}

Visibility VisibilityOf(Audience audience) {
  return audience == Audience::kPublic ? Visibility::kPublic : Visibility::kUnknown;
}

// The text in other languages. The one that content says again is not taken twice, and names the
// language.
void TakeTranslations(JsonValue object, RecordPost& made) {
  const JsonValue translations = object["contentMap"];
  const std::string_view content = object["content"].text();
  const bool is_only = translations.first().exists() && !translations.first().next().exists();
  for (const JsonValue& translation : translations.elements()) {
    const bool is_same = translation.text() == content;
    if (is_same || is_only) made.post().language = made.Keep(translation.key());
    if (!is_same) made.AddHtml(FieldKind::kText, made.TextOf(translation));
  }
}

void TakeProperties(JsonValue properties, RecordPost& made) {
  for (const JsonValue& property : properties.elements()) {
    made.AddTexts(FieldKind::kOther, property, "name");
    made.AddHtmls(FieldKind::kOther, property, "value");
  }
}

}  // namespace

Audience AudienceOf(JsonValue object, JsonValue activity) {
  const JsonValue said = SaysAudience(object) ? object : activity;
  if (!SaysAudience(said)) return Audience::kUnknown;
  Audience audience = Audience::kDirect;
  for (const std::string_view key : {"to", "cc"}) {
    ForEach(said[key], [&audience](JsonValue each) {
      if (IsPublic(each.text())) audience = Audience::kPublic;
      const bool is_followers = each.text().ends_with("/followers");
      if (is_followers && audience == Audience::kDirect) audience = Audience::kFollowers;
    });
  }
  return audience;
}

Audience AudienceOf(JsonValue status) {
  const std::string_view visibility = status["visibility"].text();
  if (visibility == "public" || visibility == "unlisted") return Audience::kPublic;
  if (visibility == "private") return Audience::kFollowers;
  return visibility == "direct" ? Audience::kDirect : Audience::kUnknown;
}

void SetMastodonAccount(JsonValue actor_or_account, ExportContext& context) {
  const JsonValue& account = actor_or_account;
  const bool is_actor = account["preferredUsername"].exists();
  const std::string_view name = account[is_actor ? "preferredUsername" : "username"].text();
  const std::string_view url = AddressOf(account["url"]);
  const std::string_view address = is_actor ? account["id"].text() : url;
  if (name.empty()) return;
  context.account = HandleOf(name, address.empty() ? url : address);
  context.account_name = account[is_actor ? "name" : "display_name"].text();
  context.account_url = url.empty() ? address : url;
}

void TakeNote(JsonValue object, JsonValue activity, RecordPost& made) {
  Post& post = made.post();
  post.id = made.Keep(object["id"].text());
  post.url = made.Keep(AddressOf(object["url"]));
  const JsonValue conversation = object["conversation"];
  post.thread = made.Keep((conversation.is_string() ? conversation : object["context"]).text());
  post.visibility = VisibilityOf(AudienceOf(object, activity));
  if (!AddressOf(object["inReplyTo"]).empty()) post.kind = PostKind::kReply;
  const JsonValue published = object["published"];
  made.SetPublished(
      ParseIsoTime((published.is_string() ? published : activity["published"]).text()));
  const std::string_view author = AddressOf(object["attributedTo"]);
  SetAccount(HandleOf(author.empty() ? AddressOf(activity["actor"]) : author), made);

  made.AddTexts(FieldKind::kTitle, object, "name");
  made.AddTexts(FieldKind::kWarning, object, "summary");
  made.AddHtmls(FieldKind::kText, object, "content");
  TakeTranslations(object, made);
  ForEach(object["attachment"], [&made](JsonValue attachment) {
    made.AddMedia(1);
    made.AddTexts(FieldKind::kAltText, attachment, "name");
  });
  for (const std::string_view key : {"oneOf", "anyOf"}) {
    ForEach(object[key],
            [&made](JsonValue option) { made.AddTexts(FieldKind::kPollOption, option, "name"); });
  }
  ForEach(object["location"],
          [&made](JsonValue place) { made.AddTexts(FieldKind::kPlace, place, "name"); });
}

void TakeStatus(JsonValue status, RecordPost& made) {
  Post& post = made.post();
  post.id = made.Keep(status["id"].text());
  post.url = made.Keep(status["url"].text());
  post.language = made.Keep(status["language"].text());
  post.visibility = VisibilityOf(AudienceOf(status));
  if (!status["in_reply_to_id"].text().empty()) post.kind = PostKind::kReply;
  made.SetPublished(ParseIsoTime(status["created_at"].text()));
  SetAccount(HandleOf(status["account"]["username"].text(), status["account"]["url"].text()), made);

  made.AddTexts(FieldKind::kWarning, status, "spoiler_text");
  made.AddHtmls(FieldKind::kText, status, "content");
  for (const JsonValue& media : status["media_attachments"].elements()) {
    made.AddMedia(1);
    made.AddTexts(FieldKind::kAltText, media, "description");
  }
  for (const JsonValue& option : status["poll"]["options"].elements()) {
    made.AddTexts(FieldKind::kPollOption, option, "title");
  }
}

void TakeActor(JsonValue actor, RecordPost& made) {
  Post& post = made.post();
  const std::string_view id = actor["id"].text();
  post.id = made.Keep(id);
  post.url = made.Keep(AddressOf(actor["url"]));
  post.visibility = Visibility::kPublic;
  post.published = ParseIsoTime(actor["published"].text());
  SetAccount(HandleOf(actor["preferredUsername"].text(), id), made);
  made.AddHtmls(FieldKind::kText, actor, "summary");
  made.AddTexts(FieldKind::kOther, actor, "name");
  TakeProperties(actor["attachment"], made);
}

void TakeAccount(JsonValue account, RecordPost& made) {
  Post& post = made.post();
  const std::string_view url = account["url"].text();
  post.id = made.Keep(account["id"].text());
  post.url = made.Keep(url);
  post.visibility = Visibility::kPublic;
  post.published = ParseIsoTime(account["created_at"].text());
  SetAccount(HandleOf(account["username"].text(), url), made);
  made.AddHtmls(FieldKind::kText, account, "note");
  made.AddTexts(FieldKind::kOther, account, "display_name");
  TakeProperties(account["fields"], made);
}

}  // namespace gatepost
