#include "pattern/account_book.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

constexpr const char* kToml = R"([account."x:AmbridgeBC"]
name = "Ambridge Borough Council"
owner = "Communications"
email = "comms@example.org"
public = true

[account."mastodon:@parks@example.org"]
owner = "Parks"
public = false

[account.library]
name = "Ambridge Library"
public = "unknown"
)";

AccountBook Parsed(const std::string& toml) {
  Result<AccountBook> book = AccountBook::Parse(toml, "accounts.toml");
  INFO((book ? std::string() : book.error().ToString()));
  REQUIRE(book);
  return *std::move(book);
}

std::string MessageFor(const std::string& toml) {
  const Result<AccountBook> book = AccountBook::Parse(toml, "accounts.toml");
  return book ? "(accepted)" : book.error().ToString();
}

}  // namespace

TEST_CASE("an account is found by its platform and handle, in any case and with its @",
          "[pattern][account_book]") {
  const AccountBook book = Parsed(kToml);
  CHECK(book.size() == 3);
  const Account* council = book.Find("x", "@ambridgebc");
  REQUIRE(council != nullptr);
  CHECK(council->name == "Ambridge Borough Council");
  CHECK(council->owner == "Communications");
  CHECK(council->email == "comms@example.org");
  CHECK(council->visibility == Visibility::kPublic);
  CHECK(book.Find("mastodon", "parks@example.org")->owner == "Parks");
  CHECK(book.Find("facebook", "AmbridgeBC") == nullptr);
  CHECK(book.Find("x", "") == nullptr);
  CHECK(AccountBook().Find("x", "ambridgebc") == nullptr);
}

TEST_CASE("a handle without a platform is that of every platform", "[pattern][account_book]") {
  const AccountBook book = Parsed(kToml);
  CHECK(book.Find("facebook", "Library")->name == "Ambridge Library");
  CHECK(book.Find("", "library") == book.Find("x", "@LIBRARY"));
}

TEST_CASE("what a post says of being public goes before its account, but not before a closed one",
          "[pattern][account_book]") {
  const AccountBook book = Parsed(kToml);
  CHECK(book.VisibilityOf(Visibility::kUnknown, "x", "AmbridgeBC") == Visibility::kPublic);
  CHECK(book.VisibilityOf(Visibility::kGone, "x", "AmbridgeBC") == Visibility::kGone);
  CHECK(book.VisibilityOf(Visibility::kPublic, "mastodon", "parks@example.org") ==
        Visibility::kGone);
  CHECK(book.VisibilityOf(Visibility::kUnknown, "x", "library") == Visibility::kUnknown);
  CHECK(book.VisibilityOf(Visibility::kPublic, "x", "nobody") == Visibility::kPublic);
}

TEST_CASE("a faulty file of accounts is told what is wrong and where", "[pattern][account_book]") {
  CHECK(MessageFor("") == "accounts.toml:1:1: `account` is missing here. Add it.");
  CHECK(MessageFor("[account.a]\nowners = \"Parks\"\n") ==
        "accounts.toml:2:1: unknown key `owners`. Did you mean `owner`?");
  CHECK(MessageFor("[account.a]\npublic = \"maybe\"\n") ==
        "accounts.toml:2:10: `public` must be true, false or \"unknown\".");
  CHECK(MessageFor("[account.\"x:A\"]\n[account.\"X:@a\"]\n") ==
        "accounts.toml:2:10: this account stands in the file twice. Leave one out.");
  CHECK(MessageFor("[account.\"x:\"]\n") ==
        "accounts.toml:1:10: an account is named by its platform and handle. Write them in quotes, "
        "as [account.\"x:AmbridgeBC\"].");
  CHECK(MessageFor("[accounts.a]\n") ==
        "accounts.toml:1:2: unknown key `accounts`. Did you mean `account`?");
  CHECK(MessageFor("account = 1\n") ==
        "accounts.toml:1:11: `account` must be a table, not an integer.");
}

TEST_CASE("without a file of accounts the book is empty", "[pattern][account_book]") {
  const Result<AccountBook> book = AccountBook::Read("");
  REQUIRE(book);
  CHECK(book->size() == 0);
  CHECK_FALSE(AccountBook::Read("no/such/accounts.toml"));
}

}  // namespace gatepost
