#include "validate/name_words.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

struct List {
  const char* file;
  NameList list;
};

// The words, below the lines that say where they are from.
std::vector<std::string> WordsOf(const List& list) {
  std::ifstream file(std::filesystem::path(GATEPOST_SOURCE_DIR) / "patterns/lists" / list.file);
  std::vector<std::string> words;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with('#')) words.push_back(line);
  }
  return words;
}

List AnyList() {
  return GENERATE(List{"first-names.txt", kFirstNameList}, List{"surnames.txt", kSurnameList},
                  List{"common-words.txt", kCommonWordList},
                  List{"never-names.txt", kNeverNameList});
}

TEST_CASE("the lists are sorted, in small letters, each word once", "[validate][name_words]") {
  const std::vector<std::string> words = WordsOf(AnyList());
  CHECK(words.size() > 500);
  CHECK(std::adjacent_find(words.begin(), words.end(), std::greater_equal<>()) == words.end());
  for (const std::string& word : words) {
    CAPTURE(word);
    REQUIRE_FALSE(word.empty());
    REQUIRE(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos);
  }
}

TEST_CASE("every word of a list is found in it, and only there", "[validate][name_words]") {
  const List list = AnyList();
  const std::vector<std::string> words = WordsOf(list);
  for (const std::string& word : words) {
    CAPTURE(word);
    REQUIRE((NameListsOf(word) & list.list) != 0);
    const std::string longer = word + "x";
    const bool is_longer = std::binary_search(words.begin(), words.end(), longer);
    REQUIRE(((NameListsOf(longer) & list.list) != 0) == is_longer);
    const std::string shorter = word.substr(1);
    const bool is_shorter = std::binary_search(words.begin(), words.end(), shorter);
    REQUIRE(((NameListsOf(shorter) & list.list) != 0) == is_shorter);
  }
}

TEST_CASE("what is no word is in no list", "[validate][name_words]") {
  const char* const other =
      GENERATE("", "zzz", "Ann", "an-n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
  CHECK(NameListsOf(other) == 0);
}

}  // namespace
}  // namespace gatepost
