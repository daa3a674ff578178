#include "service/token_book.h"

#include <filesystem>
#include <fstream>

#include "catch.h"
#include "folder_path.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

// SHA-256 of "abc", as FIPS 180-2 gives it.
const std::string kDigestOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

std::string Book(const std::string& lines) { return std::string(kTokenFileHeader) + lines; }

}  // namespace

TEST_CASE("a token is known by its digest, with its name and rights", "[service][token_book]") {
  const auto book = TokenBook::Parse(
      Book("# of the intranet\n\n  token intranet check,metrics " + kDigestOfAbc + "  \r\n"),
      "tokens");
  REQUIRE(book.has_value());
  CHECK(book->size() == 1);
  const Client* client = book->ClientOf("abc");
  REQUIRE(client != nullptr);
  CHECK(client->name == "intranet");
  CHECK(client->rights.Has(Right::kCheck));
  CHECK(client->rights.Has(Right::kMetrics));
  CHECK_FALSE(client->rights.Has(Right::kFingerprints));
  CHECK(book->ClientOf("abcd") == nullptr);
  CHECK(book->ClientOf("") == nullptr);
  CHECK(book->ClientOf(kDigestOfAbc) == nullptr);
}

TEST_CASE("a line that is no token is refused with its number", "[service][token_book]") {
  const std::string line = GENERATE_COPY(
      as<std::string>{}, "token intranet check", "token intranet " + kDigestOfAbc,
      "token a b " + kDigestOfAbc, "token two words check " + kDigestOfAbc,
      "toke intranet check " + kDigestOfAbc, "token intranet check " + kDigestOfAbc.substr(1),
      "token intranet check, x" + kDigestOfAbc, "token in/ranet check " + kDigestOfAbc,
      "token intranet check z" + kDigestOfAbc.substr(1));
  CAPTURE(line);
  const auto book = TokenBook::Parse(Book("#\n" + line + "\n"), "tokens");
  REQUIRE_FALSE(book.has_value());
  CHECK(book.error().where.ToString() == "tokens:3");
  CHECK(book.error().message.find(kDigestOfAbc) == std::string::npos);
}

TEST_CASE("names and digests are each of one token", "[service][token_book]") {
  const std::string other(kDigestOfAbc.rbegin(), kDigestOfAbc.rend());
  const std::string first = "token intranet check " + kDigestOfAbc + "\n";
  CHECK_FALSE(TokenBook::Parse(Book(first + "token intranet check " + other), "t").has_value());
  CHECK_FALSE(TokenBook::Parse(Book(first + "token b check " + kDigestOfAbc), "t").has_value());
  CHECK(TokenBook::Parse(Book(first + "token b check " + other), "t").has_value());
}

TEST_CASE("what is made anew is another token each time, and its line is read",
          "[service][token_book]") {
  const Result<std::string> one = MakeToken();
  const Result<std::string> two = MakeToken();
  REQUIRE(one.has_value());
  REQUIRE(two.has_value());
  CHECK(*one != *two);
  CHECK(one->size() == 67);
  const Result<std::string> line = TokenLine("a.b-c_1", "fingerprints", *one);
  REQUIRE(line.has_value());
  CHECK(line->find(*one) == std::string::npos);
  const auto book = TokenBook::Parse(Book(*line), "tokens");
  REQUIRE(book.has_value());
  REQUIRE(book->ClientOf(*one) != nullptr);
  CHECK(book->ClientOf(*one)->rights.Has(Right::kFingerprints));
  CHECK(book->ClientOf(*two) == nullptr);
}

TEST_CASE("a file that others can write is refused", "[service][token_book]") {
  const FolderPath folder("token_book");
  std::filesystem::create_directories(folder.path());
  const std::filesystem::path file = folder.path() / "tokens";
  std::ofstream(file) << kTokenFileHeader;
  using std::filesystem::perms;
  std::filesystem::permissions(file, perms::owner_read | perms::owner_write | perms::group_read);
  CHECK(TokenBook::Load(file.string()).has_value());
  std::filesystem::permissions(file, perms::group_write, std::filesystem::perm_options::add);
  const auto book = TokenBook::Load(file.string());
  REQUIRE_FALSE(book.has_value());
  CHECK_THAT(book.error().message, ContainsSubstring("chmod go-w"));
}
