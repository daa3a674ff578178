#pragma once

// E-mail addresses: shapes that a bounded regex cannot rule out.

#include <string_view>

namespace gatepost {

// A mailbox at a domain name (RFC 5321, 4.1.2, without quoted mailboxes and address literals): no
// part between dots is empty, labels have 1 to 63 characters and no hyphen at their ends, the last
// label has letters only or begins with xn--, and it is no file extension: "icon@2x.png" is a
// picture. One @ may stand in front: "@jo@mastodon.example" is an account of the Fediverse, told
// from a mailbox by its variant. Words in brackets may stand for its signs:
// "jo(at)example[dot]com".
[[nodiscard]] bool IsEmailAddress(std::string_view value);

}  // namespace gatepost
