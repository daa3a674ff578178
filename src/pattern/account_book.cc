#include "pattern/account_book.h"

#include <tuple>

#include "base/ascii.h"
#include "pattern/toml_limits.h"
#include "pattern/toml_reader.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;

std::string KeyOf(std::string_view source, std::string_view handle) {
  if (handle.starts_with('@')) handle.remove_prefix(1);
  std::string key = InLowerCase(source);
  if (!key.empty()) key += ':';
  return key + InLowerCase(handle);
}

// "x:AmbridgeBC", or a handle alone. Handles of Mastodon have no colon either.
std::string KeyOf(std::string_view written) {
  const size_t colon = written.find(':');
  if (colon == std::string_view::npos) return KeyOf("", written);
  return KeyOf(written.substr(0, colon), written.substr(colon + 1));
}

// true, false or "unknown".
Visibility ReadPublic(TableReader& table, ErrorLog& log) {
  const TomlValue* value = table.Find("public");
  if (value == nullptr) return Visibility::kUnknown;
  if (value->kind == Kind::kBool) return value->boolean ? Visibility::kPublic : Visibility::kGone;
  if (value->kind != Kind::kString || value->string != "unknown") {
    log.Add(value->where, "`public` must be true, false or \"unknown\".");
  }
  return Visibility::kUnknown;
}

// Members come in the order of their keys.
const SourcePlace& LaterOf(const SourcePlace& a, const SourcePlace& b) {
  return std::tie(a.line, a.column) < std::tie(b.line, b.column) ? b : a;
}

Account ReadAccount(const TomlMember& member, ErrorLog& log) {
  TableReader table(member.value, log);
  Account account;
  account.name = table.Line("name");
  account.owner = table.Line("owner");
  account.email = table.Line("email");
  account.visibility = ReadPublic(table, log);
  account.where = member.where;
  table.Finish();
  return account;
}

}  // namespace

Result<AccountBook> AccountBook::Parse(std::string_view toml, const std::string& file_name) {
  const Result<TomlValue> root = ParseToml(toml, file_name);
  if (!root) return Fail(root.error());
  ErrorLog log(ErrorCode::kInvalidPolicy);
  TableReader table(*root, log);
  table.Require({"account"});
  AccountBook book;
  for (const TomlMember* member : table.NamedTables("account")) {
    const std::string key = KeyOf(member->key);
    if (key.empty() || key.ends_with(':') || key.starts_with(':')) {
      log.Add(member->where,
              "an account is named by its platform and handle. Write them in quotes, as "
              "[account.\"x:AmbridgeBC\"].");
    }
    const auto [other, is_new] = book.accounts_.emplace(key, ReadAccount(*member, log));
    if (!is_new) {
      log.Add(LaterOf(other->second.where, member->where),
              "this account stands in the file twice. Leave one out.");
    }
  }
  table.Finish();
  if (log.first()) return Fail(*log.first());
  return book;
}

Result<AccountBook> AccountBook::Read(const std::string& path) {
  if (path.empty()) return AccountBook();
  const Result<std::string> content = ReadTomlFile(path);
  if (!content) return Fail(content.error());
  return Parse(*content, path);
}

const Account* AccountBook::Find(std::string_view source, std::string_view handle) const {
  if (accounts_.empty() || handle.empty()) return nullptr;
  auto found = accounts_.find(KeyOf(source, handle));
  if (found == accounts_.end()) found = accounts_.find(KeyOf("", handle));
  return found == accounts_.end() ? nullptr : &found->second;
}

Visibility AccountBook::VisibilityOf(Visibility of_post, std::string_view source,
                                     std::string_view handle) const {
  const Account* account = Find(source, handle);
  if (account != nullptr && account->visibility == Visibility::kGone) return Visibility::kGone;
  if (of_post != Visibility::kUnknown || account == nullptr) return of_post;
  return account->visibility;
}

}  // namespace gatepost
