#pragma once

// What a column of a table or a member of a JSON object is for, guessed from its name: "Share
// Commentary" and "full_text" are texts, "postAtSpecificTime (YYYY-MM-DD HH:mm:ss)" is a time.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/post.h"

namespace gatepost {

enum class MemberUse : uint8_t {
  kField,  // a text, of `kind`
  kId,
  kAccount,
  kChannel,
  kLanguage,
  kThread,
  kPublished,
  kUrl,  // the post's own address: a link as well
};

struct MemberRole {
  MemberUse use = MemberUse::kField;
  FieldKind kind = FieldKind::kOther;
  friend bool operator==(const MemberRole&, const MemberRole&) = default;
};

// Upper case, spaces and signs in the name, and what follows in brackets, mean nothing. nullopt for
// a name that is not known.
[[nodiscard]] std::optional<MemberRole> RoleNamed(std::string_view name);

// The name as it is looked up: "sharecommentary".
[[nodiscard]] std::string PlainName(std::string_view name);

// Where it is kept in a post what is of that use; nullptr of those that are not plain texts.
[[nodiscard]] std::string_view Post::*PlainMember(MemberUse use);

}  // namespace gatepost
