#include "report/audit_post_words.h"

#include <algorithm>

#include "base/ascii.h"
#include "report/audit_words.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

bool IsPlainInShell(char c) {
  return IsAlphanumeric(c) || std::string_view("_-./:@%+=,").find(c) != std::string_view::npos;
}

}  // namespace

std::string ValueInWords(std::string_view name, std::string_view masked) {
  std::string words(name);
  if (!masked.empty()) words.append("  ").append(masked);
  return Printable(words);
}

std::string FileInWords(const AuditPost& post, std::string_view input) {
  std::string words(input);
  if (!post.path.empty()) words += ": " + post.path;
  if (post.line > 0) words += ":" + std::to_string(post.line);
  return Printable(words);
}

std::string PostInWords(const AuditPost& post) {
  std::string words = AccountInWords(post.source, post.account);
  words += ", " + PublishedInWords(post.published);
  if (!post.url.empty()) {
    words += ", " + post.url;
  } else if (!post.post_id.empty()) {
    words += ", post " + post.post_id;
  }
  return Printable(words);
}

std::string PostInWords(const AuditPost& post, std::string_view input) {
  const bool is_named = !post.url.empty() || !post.post_id.empty();
  return PostInWords(post) + (is_named ? "" : ", " + FileInWords(post, input));
}

void WritePostMembers(const AuditPost& post, std::string_view input, JsonWriter& json) {
  json.Member("ref", post.ref).Member("input", input).Member("file", post.path);
  json.Member("record", JsonNumber(post.record)).Member("line", int64_t{post.line});
  json.Member("source", post.source).Member("account", post.account).Member("id", post.post_id);
  json.Member("url", post.url).Key("published");
  if (post.published) {
    json.String(IsoTime(*post.published));
  } else {
    json.Null();
  }
  json.Member("still_public", NameOf(post.visibility));
  json.Member("visibility_source", post.visibility_source);
}

void WriteValueMembers(const AuditFinding& finding, JsonWriter& json) {
  json.Member("pattern", finding.pattern).Member("name", finding.name);
  json.Member("severity", finding.severity).Member("action", finding.action);
  json.Member("masked", finding.masked).Member("fingerprint", finding.fingerprint);
}

std::string ShellArgument(std::string_view argument) {
  if (!argument.empty() && std::ranges::all_of(argument, IsPlainInShell)) {
    return std::string(argument);
  }
  std::string quoted = "'";
  for (const char c : argument) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

}  // namespace gatepost
