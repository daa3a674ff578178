#include "audit/term_search.h"

#include <string>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

bool Finds(const SearchTerms& terms, std::string_view text, std::string_view account = "") {
  const Result<TermSearch> search = TermSearch::Of(terms);
  REQUIRE(search);
  Post post;
  post.account = account;
  post.fields.push_back({FieldKind::kText, 0, text, nullptr});
  return !search->In(post).empty();
}

const SearchTerms kName{{"Edna Fictional"}, {}, {}};
const SearchTerms kHandle{{}, {"@Edna_F"}, {}};
const SearchTerms kAddress{{}, {}, {"12 Example Street, Ambridge"}};

}  // namespace

TEST_CASE("a name is found in any case, with accents, initials or its last word first",
          "[audit][term_search]") {
  for (const char* text :
       {"Thanks to Edna Fictional for the photo", "EDNA FICTIONAL", "E Fictional", "E. Fictional",
        "Fictional, Edna", "Fictional E", "Edna\nFictional", "Édna  Fictionål!",
        "Edna Fictional's garden", "#Edna #Fictional"}) {
    CAPTURE(text);
    CHECK(Finds(kName, text));
  }
}

TEST_CASE("a name is not found in parts of words, or apart", "[audit][term_search]") {
  for (const char* text : {"Edna", "Fictional", "Edna Fictionally", "Redna Fictional",
                           "Edna and Fictional", "Ed Fictional", "F Edna"}) {
    CAPTURE(text);
    CHECK_FALSE(Finds(kName, text));
  }
}

TEST_CASE("an apostrophe in a name may be written in any way or left out", "[audit][term_search]") {
  const SearchTerms terms{{"Pat O'Example"}, {}, {}};
  CHECK(Finds(terms, "pat o\u2019example"));
  CHECK(Finds(terms, "Pat OExample"));
}

TEST_CASE("a handle is found with its @ and without, and as the account of a post",
          "[audit][term_search]") {
  CHECK(Finds(kHandle, "well said @edna_f!"));
  CHECK(Finds(kHandle, "https://social.example.org/Edna_F/17"));
  CHECK(Finds(kHandle, "nothing", "@EDNA_F"));
  CHECK_FALSE(Finds(kHandle, "@edna_fi"));
  CHECK_FALSE(Finds(kHandle, "@redna_f"));
  CHECK_FALSE(Finds(kHandle, "edna f"));
}

TEST_CASE("an address is found over lines, punctuation and abbreviations", "[audit][term_search]") {
  CHECK(Finds(kAddress, "at 12, Example St.\nAmbridge"));
  CHECK(Finds(kAddress, "12 EXAMPLE STREET AMBRIDGE"));
  CHECK_FALSE(Finds(kAddress, "112 Example Street, Ambridge"));
  CHECK_FALSE(Finds(kAddress, "12 Example Road, Ambridge"));
}

TEST_CASE("a post says which terms it has, in any of its fields", "[audit][term_search]") {
  const auto search =
      TermSearch::Of({{"Edna Fictional", "Pat Example"}, {"edna_f"}, {"1 The Mews"}});
  REQUIRE(search);
  CHECK(search->labels() == std::vector<std::string>{"name 1", "name 2", "handle 1", "address 1"});
  Post post;
  post.fields.push_back({FieldKind::kText, 0, "by pat example", nullptr});
  post.fields.push_back({FieldKind::kAltText, 0, "@edna_f at 1 the mews", nullptr});
  CHECK(search->In(post) == std::vector<size_t>{1, 2, 3});
}

TEST_CASE("a term without letters that can be compared is refused by its place, not its text",
          "[audit][term_search]") {
  const auto none = TermSearch::Of({{"Edna Fictional", "…"}, {}, {}});
  REQUIRE_FALSE(none);
  CHECK(none.error().message.starts_with("name 2 has no letters or digits"));
  CHECK_FALSE(TermSearch::Of({{}, {"@"}, {}}));
  CHECK_FALSE(TermSearch::Of({{}, {}, {"山田"}}));
}

}  // namespace gatepost
