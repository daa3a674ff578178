#include "post/member_role.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("Names are known however they are written", "[post][member_role]") {
  const MemberRole text{MemberUse::kField, FieldKind::kText};
  CHECK(RoleNamed("text") == text);
  CHECK(RoleNamed("Full_Text") == text);
  CHECK(RoleNamed(" Share Commentary ") == text);
  CHECK(RoleNamed("alt text") == MemberRole{MemberUse::kField, FieldKind::kAltText});
  CHECK(RoleNamed("link (OGmetaUrl)") == MemberRole{MemberUse::kField, FieldKind::kLink});
  CHECK(RoleNamed("postAtSpecificTime (YYYY-MM-DD HH:mm:ss)") == MemberRole{MemberUse::kPublished});
  CHECK(RoleNamed("created_at") == MemberRole{MemberUse::kPublished});
}

TEST_CASE("Other names are not", "[post][member_role]") {
  CHECK_FALSE(RoleNamed(""));
  CHECK_FALSE(RoleNamed("(text)"));
  CHECK_FALSE(RoleNamed("shoe size"));
  CHECK_FALSE(RoleNamed("téxt"));
}
