// docs/pattern.schema.json serves editors; it must know the keys that the reader knows.

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/json_reader.h"
#include "catch.h"
#include "pattern/key_order.h"
#include "pattern/pattern_schema.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

using Keys = std::set<std::string>;

// Collects the members of every object named "properties", by the name of the object it stands in
// ("" for the root).
class PropertyCollector : public JsonHandler {
 public:
  void OnKey(std::string_view key) override {
    key_ = key;
    if (path_.size() >= 2 && path_.back() == "properties")
      keys_[path_[path_.size() - 2]].insert(key_);
  }
  void OnString(std::string_view) override {}
  void OnNumber(std::string_view) override {}
  void OnBool(bool) override {}
  void OnNull() override {}
  void OnBeginObject() override { Enter(); }
  void OnEndObject() override { path_.pop_back(); }
  void OnBeginArray() override { Enter(); }
  void OnEndArray() override { path_.pop_back(); }

  [[nodiscard]] const std::map<std::string, Keys>& keys() const { return keys_; }

 private:
  void Enter() {
    path_.push_back(key_);
    key_.clear();
  }

  std::string key_;
  std::vector<std::string> path_;
  std::map<std::string, Keys> keys_;
};

// What the reader says it knows where `toml` has the unknown key `colour`.
Keys KnownKeys(const std::string& toml) {
  const Result<Pattern> pattern = ParsePattern(toml, "badge.toml", kTestLists);
  REQUIRE_FALSE(pattern);
  const std::string& message = pattern.error().message;
  const std::string intro = "unknown key `colour`. Known here: ";
  CAPTURE(message);
  REQUIRE(message.starts_with(intro));
  std::istringstream words(message.substr(intro.size()));
  Keys keys;
  for (std::string word; words >> word;) keys.insert(word.substr(0, word.size() - 1));
  return keys;
}

}  // namespace

TEST_CASE("the schema that is built in is the one in docs, byte for byte", "[pattern][schema]") {
  const Result<std::string> file =
      ReadFile(GATEPOST_SOURCE_DIR "/docs/pattern.schema.json", 1 << 20);
  REQUIRE(file);
  CHECK(PatternSchemaJson() == *file);
}

TEST_CASE("the settled layout has a place for just the keys of the schema",
          "[pattern][key_order]") {
  PropertyCollector collector;
  JsonReader reader;
  REQUIRE(reader.Read(PatternSchemaJson(), collector));
  for (const auto& [table, keys] : collector.keys()) {
    CAPTURE(table);
    const auto order = KeysInOrder(table == "sum" ? "validate" : table);
    CHECK(order.size() == keys.size());
    CHECK(Keys(order.begin(), order.end()) == keys);
  }
  CHECK(KeysInOrder("colour").empty());
}

TEST_CASE("the editors' schema has just the keys that the reader knows",
          "[pattern][pattern_reader]") {
  const Result<std::string> schema =
      ReadFile(GATEPOST_SOURCE_DIR "/docs/pattern.schema.json", 1 << 20);
  REQUIRE(schema);
  PropertyCollector collector;
  JsonReader reader;
  REQUIRE(reader.Read(*schema, collector));
  const std::string unknown = "colour = 1\n";
  const std::string sum = "validate = { colour = 1, weights = [1], modulus = 10, check = \"r\" }\n";
  const std::map<std::string, Keys> known{
      {"", KnownKeys(BadgeWith(unknown))},
      {"variant", KnownKeys(BadgeWith("", "[[variant]]\n" + unknown))},
      {"context", KnownKeys(BadgeWith("", "[context]\n" + unknown))},
      {"within", KnownKeys(BadgeWith(
                     "", "[context]\nnear = [\"a\"]\npoints = 1\nwithin = { colour = 1 }\n"))},
      {"companion", KnownKeys(BadgeWith("", "[companion]\n" + unknown))},
      {"weights", KnownKeys(BadgeWith("", "[weights]\n" + unknown))},
      {"value", KnownKeys(BadgeWith("", "[[value]]\n" + unknown))},
      {"match", KnownKeys(BadgeWith("", "[[match]]\n" + unknown))},
      {"no_match", KnownKeys(BadgeWith("", "[[no_match]]\n" + unknown))},
      {"sum", KnownKeys(BadgeWith(sum))},
      {"cy", KnownKeys(Replaced(kBadgeToml, "[cy]\n", "[cy]\n" + unknown))},
  };
  CHECK(collector.keys() == known);
}

}  // namespace gatepost
