#include "match/hyperscan_database.h"

#include <string>
#include <utility>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

using Hits = std::vector<std::pair<uint32_t, uint32_t>>;

class KeepHits final : public ExpressionSink {
 public:
  void Accept(uint32_t expression, uint32_t end) override { hits.emplace_back(expression, end); }
  Hits hits;
};

HyperscanDatabase Compiled(const std::vector<std::string>& expressions) {
  auto database = HyperscanDatabase::Compile(expressions);
  if (!database) FAIL(database.error().message);
  return std::move(*database);
}

Hits HitsIn(const HyperscanDatabase& database, std::string_view text) {
  KeepHits sink;
  REQUIRE(database.Scan(text, database.NewScratch().get(), sink).has_value());
  return sink.hits;
}

TEST_CASE("a scan gives every end of every expression", "[match][hyperscan_database]") {
  const HyperscanDatabase database = Compiled({"[Aa]b", "[0-9][ .]{0,2}[0-9]"});
  CHECK(HitsIn(database, "xAb ab aB") == Hits{{0, 3}, {0, 6}});
  CHECK(HitsIn(database, "123") == Hits{{1, 2}, {1, 3}});
  CHECK(HitsIn(database, "1. 2") == Hits{{1, 4}});
  CHECK(HitsIn(database, std::string_view("1\0002", 3)).empty());
  CHECK(HitsIn(database, "").empty());
}

TEST_CASE("a database is the same after a way through bytes", "[match][hyperscan_database]") {
  const auto bytes = Compiled({"[Aa]b"}).Serialise();
  REQUIRE(bytes.has_value());
  const auto again = HyperscanDatabase::Deserialise(*bytes);
  REQUIRE(again.has_value());
  CHECK(HitsIn(*again, "ab") == Hits{{0, 2}});
  CHECK_FALSE(HyperscanDatabase::Deserialise("").has_value());
  CHECK_FALSE(HyperscanDatabase::Deserialise(bytes->substr(1)).has_value());
}

TEST_CASE("an expression that does not compile is an error that says why",
          "[match][hyperscan_database]") {
  const auto database = HyperscanDatabase::Compile({"ok", "[0-9"});
  REQUIRE_FALSE(database.has_value());
  CHECK_THAT(database.error().message, ContainsSubstring("cannot compile"));
}

TEST_CASE("a scan without scratch fails", "[match][hyperscan_database]") {
  KeepHits sink;
  CHECK_FALSE(Compiled({"ab"}).Scan("ab", nullptr, sink).has_value());
}

// Scans again, with the scratch that the scan it is called from uses.
class ScanAgain final : public ExpressionSink {
 public:
  ScanAgain(const HyperscanDatabase& database, hs_scratch* scratch)
      : database_(database), scratch_(scratch) {}
  void Accept(uint32_t, uint32_t) override {
    KeepHits sink;
    has_failed = !database_.Scan("ab", scratch_, sink);
  }
  bool has_failed = false;

 private:
  const HyperscanDatabase& database_;
  hs_scratch* scratch_;
};

TEST_CASE("a scan with a scratch in use fails", "[match][hyperscan_database]") {
  const HyperscanDatabase database = Compiled({"ab"});
  const HyperscanScratch scratch = database.NewScratch();
  ScanAgain sink(database, scratch.get());
  CHECK(database.Scan("ab", scratch.get(), sink).has_value());
  CHECK(sink.has_failed);
}

}  // namespace
}  // namespace gatepost
