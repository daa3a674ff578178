#include "post/member_role.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace gatepost {
namespace {

struct NamedRole {
  std::string_view name;
  MemberRole role;
};

constexpr MemberRole kText{MemberUse::kField, FieldKind::kText};
constexpr MemberRole kTitle{MemberUse::kField, FieldKind::kTitle};
constexpr MemberRole kAltText{MemberUse::kField, FieldKind::kAltText};
constexpr MemberRole kLink{MemberUse::kField, FieldKind::kLink};
constexpr MemberRole kComment{MemberUse::kField, FieldKind::kComment};
constexpr MemberRole kPlace{MemberUse::kField, FieldKind::kPlace};
constexpr MemberRole kWarning{MemberUse::kField, FieldKind::kWarning};
constexpr MemberRole kId{MemberUse::kId};
constexpr MemberRole kAccount{MemberUse::kAccount};
constexpr MemberRole kChannel{MemberUse::kChannel};
constexpr MemberRole kLanguage{MemberUse::kLanguage};
constexpr MemberRole kThread{MemberUse::kThread};
constexpr MemberRole kPublished{MemberUse::kPublished};
constexpr MemberRole kUrl{MemberUse::kUrl};

// clang-format off: a row a meaning
constexpr std::array kRoles = std::to_array<NamedRole>({
    {"text", kText},
    {"post", kText},
    {"posttext", kText},
    {"message", kText},
    {"messagetext", kText},
    {"content", kText},
    {"contenttext", kText},
    {"contenthtml", kText},
    {"caption", kText},
    {"body", kText},
    {"bodytext", kText},
    {"status", kText},
    {"statustext", kText},
    {"tweet", kText},
    {"tweettext", kText},
    {"comment", kText},
    {"commenttext", kText},
    {"sharecommentary", kText},
    {"commentary", kText},
    {"fulltext", kText},
    {"selftext", kText},
    {"copy", kText},
    {"postcopy", kText},
    {"description", kText},
    {"summary", kText},
    {"excerpt", kText},
    {"postmessage", kText},
    {"postcontent", kText},
    {"title", kTitle},
    {"headline", kTitle},
    {"subject", kTitle},
    {"posttitle", kTitle},
    {"alt", kAltText},
    {"alttext", kAltText},
    {"alttexts", kAltText},
    {"imagealt", kAltText},
    {"imagealttext", kAltText},
    {"imagedescription", kAltText},
    {"link", kLink},
    {"links", kLink},
    {"url", kLink},
    {"uri", kLink},
    {"href", kLink},
    {"sharedurl", kLink},
    {"mediaurl", kLink},
    {"mediaurls", kLink},
    {"imageurl", kLink},
    {"imageurls", kLink},
    {"gifurl", kLink},
    {"videourl", kLink},
    {"videourls", kLink},
    {"linkurl", kLink},
    {"website", kLink},
    {"permalink", kUrl},
    {"posturl", kUrl},
    {"postlink", kUrl},
    {"sharelink", kUrl},
    {"tweeturl", kUrl},
    {"permalinkurl", kUrl},
    {"firstcomment", kComment},
    {"place", kPlace},
    {"location", kPlace},
    {"placename", kPlace},
    {"contentwarning", kWarning},
    {"spoilertext", kWarning},
    {"warning", kWarning},
    {"id", kId},
    {"postid", kId},
    {"tweetid", kId},
    {"commentid", kId},
    {"messageid", kId},
    {"statusid", kId},
    {"idstr", kId},
    {"author", kAccount},
    {"account", kAccount},
    {"user", kAccount},
    {"username", kAccount},
    {"screenname", kAccount},
    {"handle", kAccount},
    {"accountname", kAccount},
    {"profile", kAccount},
    {"channel", kChannel},
    {"channelid", kChannel},
    {"platform", kChannel},
    {"platforms", kChannel},
    {"network", kChannel},
    {"networks", kChannel},
    {"subreddit", kChannel},
    {"language", kLanguage},
    {"lang", kLanguage},
    {"locale", kLanguage},
    {"thread", kThread},
    {"threadid", kThread},
    {"conversationid", kThread},
    {"date", kPublished},
    {"time", kPublished},
    {"datetime", kPublished},
    {"dateandtime", kPublished},
    {"timestamp", kPublished},
    {"created", kPublished},
    {"createdat", kPublished},
    {"createdtime", kPublished},
    {"createdutc", kPublished},
    {"published", kPublished},
    {"publishedat", kPublished},
    {"publishdate", kPublished},
    {"publishtime", kPublished},
    {"publisheddate", kPublished},
    {"scheduledate", kPublished},
    {"scheduledat", kPublished},
    {"scheduledfor", kPublished},
    {"scheduleddate", kPublished},
    {"scheduledtime", kPublished},
    {"scheduletime", kPublished},
    {"posttime", kPublished},
    {"postdate", kPublished},
    {"postingtime", kPublished},
    {"postatspecifictime", kPublished},
    {"creationtimestamp", kPublished},
    {"commentcreatetimestamp", kPublished},
    {"postcreatetimestamp", kPublished},
});
// clang-format on

}  // namespace

std::string PlainName(std::string_view name) {
  name = name.substr(0, name.find_first_of("(["));
  std::string plain;
  for (const char c : name) {
    if (IsAlphanumeric(c) || static_cast<unsigned char>(c) >= 0x80) plain += Lower(c);
  }
  return plain;
}

std::optional<MemberRole> RoleNamed(std::string_view name) {
  constexpr size_t kLongestName = 100;
  if (name.size() > kLongestName) return std::nullopt;
  const auto known = std::ranges::find(kRoles, PlainName(name), &NamedRole::name);
  if (known == kRoles.end()) return std::nullopt;
  return known->role;
}

std::string_view Post::*PlainMember(MemberUse use) {
  switch (use) {
    case MemberUse::kId:
      return &Post::id;
    case MemberUse::kAccount:
      return &Post::account;
    case MemberUse::kChannel:
      return &Post::channel;
    case MemberUse::kLanguage:
      return &Post::language;
    case MemberUse::kThread:
      return &Post::thread;
    case MemberUse::kUrl:
      return &Post::url;
    case MemberUse::kField:
    case MemberUse::kPublished:
      return nullptr;
  }
  return nullptr;
}

}  // namespace gatepost
