#pragma once

// A text of a client that knows no posts.

#include <string>
#include <string_view>

#include "base/language.h"
#include "judge/verdict.h"
#include "service/call.h"

namespace gatepost::service {

// Scans one text with the gate in use, and counts its verdict. Advice is in that language.
struct TextCheck {
  std::string_view text;
  std::string_view language = {};  // of the text, as the client names it
  bool was_repaired = false;       // something of it was no Unicode, and became U+FFFD
  Language voice = Language::kEnglish;
};
[[nodiscard]] Verdict CheckText(Call& call, const TextCheck& check);

// Why not all of the post was looked at; empty if all was. Never holds any of it.
[[nodiscard]] std::string WhyIncomplete(const Verdict& verdict, Language language);

}  // namespace gatepost::service
