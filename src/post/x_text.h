#pragma once

// How archives of X write down texts and times. A text has its links shortened and '&', '<' and '>'
// escaped as in HTML.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_tree.h"
#include "base/post.h"

namespace gatepost {

// Borrows the JSON.
struct XLink {
  std::string_view shortened;  // "https://t.co/…", as it stands in the text
  std::string_view target;
};

// Of `urls`, an array as it stands in tweets, long posts or messages, sorted for XText. Those
// without a target are left out.
[[nodiscard]] std::vector<XLink> XLinksOf(JsonValue urls);

// The text with each shortened link replaced by its target, and the rest of it unescaped. The links
// are sorted.
[[nodiscard]] std::string XText(std::string_view escaped, std::span<const XLink> links);

// What stands before the "…" with which a long post's beginning ends, maybe with a link to the
// whole behind it; nullopt for a text that does not end so, and for a repost.
[[nodiscard]] std::optional<std::string_view> BeginOfCutOff(std::string_view escaped);

// A text of somebody else, reposted: "RT @user: …".
[[nodiscard]] bool IsXRepost(std::string_view text);

// "Wed May 01 09:30:00 +0000 2024", or ISO 8601. nullopt for anything else, and for years before
// there was a Twitter, which archives hold by mistake.
[[nodiscard]] std::optional<Time> ParseXTime(std::string_view text);

}  // namespace gatepost
