#include "post/json_array_cutter.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace gatepost;

namespace {

using List = std::vector<std::string>;

constexpr uint64_t kMaxBytes = 1 << 20;
const JsonArrayOptions kRoot{{}, false, kMaxBytes};
const JsonArrayOptions kAssigned{{}, true, kMaxBytes};
const JsonArrayOptions kStatuses{{"account", "statuses"}, false, kMaxBytes};

struct Outcome {
  List records;
  std::vector<Record> places;  // without bytes
  std::string error;
  uint32_t error_line = 0;
};

Outcome CutOf(std::string_view text, const JsonArrayOptions& options, size_t block = 64 << 10) {
  Outcome cut;
  const auto source = SourceOver(text, block);
  const auto cutter = CutJsonArray(*source, options);
  while (true) {
    const Result<std::optional<Record>> record = cutter->Next();
    if (!record) {
      CHECK(record.error().code == ErrorCode::kSyntax);
      cut.error = record.error().message;
      cut.error_line = record.error().where.line;
      CHECK(cutter->Next().error().message == cut.error);
      return cut;
    }
    if (!*record) {
      CHECK_FALSE(cutter->Next().value());
      return cut;
    }
    CHECK((*record)->number == cut.records.size());
    if (!(*record)->is_too_large) {
      CHECK(text.substr((*record)->offset, (*record)->bytes.size()) == (*record)->bytes);
    }
    cut.records.emplace_back((*record)->bytes);
    cut.places.push_back(**record);
    cut.places.back().bytes = {};
  }
}

List RecordsOf(std::string_view text, const JsonArrayOptions& options) {
  const Outcome cut = CutOf(text, options);
  CHECK(cut.error.empty());
  return cut.records;
}

// Brackets and quotation marks in strings, runs of backslashes of both lengths, values of every
// type, and nesting.
const std::string kAwkward =
    R"([{"a":"}]{[\"","b":["\\",{"c":"\\\""}]} , "st]r\\", -1.5e3,true,[[[]]],)"
    "\n{\"long\":\"" +
    std::string(150, '\\') + std::string(70, ']') + R"("},{}])";
const List kAwkwardRecords{R"({"a":"}]{[\"","b":["\\",{"c":"\\\""}]})",
                           R"("st]r\\")",
                           "-1.5e3",
                           "true",
                           "[[[]]]",
                           "{\"long\":\"" + std::string(150, '\\') + std::string(70, ']') + "\"}",
                           "{}"};

}  // namespace

TEST_CASE("The elements of a root array are its records, as they are written",
          "[post][json_array_cutter]") {
  CHECK(RecordsOf(kAwkward, kRoot) == kAwkwardRecords);
  CHECK(RecordsOf("[]", kRoot).empty());
  CHECK(RecordsOf(" [ \n ] \n", kRoot).empty());
}

TEST_CASE("Blocks of every size give the same records", "[post][json_array_cutter]") {
  const std::string text = "window.YTD.tweets.part0 = " + kAwkward + ";\n";
  for (size_t block = 1; block <= text.size(); ++block) {
    CAPTURE(block);
    const Outcome cut = CutOf(text, kAssigned, block);
    CHECK(cut.error.empty());
    CHECK(cut.records == kAwkwardRecords);
  }
}

TEST_CASE("A document cut off at any byte gives the records before, and says so",
          "[post][json_array_cutter]") {
  const std::string text = R"({"x":[1,"]"],"statuses":)" + kAwkward + R"(,"y":{"z":"}"}})";
  for (size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    const Outcome cut = CutOf(text.substr(0, size), kStatuses, 1 + size % 70);
    CHECK(cut.error.starts_with("is not whole: it breaks off "));
    REQUIRE(cut.records.size() <= kAwkwardRecords.size());
    for (size_t i = 0; i < cut.records.size(); ++i) CHECK(cut.records[i] == kAwkwardRecords[i]);
  }
  CHECK(RecordsOf(text, kStatuses) == kAwkwardRecords);
}

TEST_CASE("An array may stand behind an assignment, written in any of the known ways",
          "[post][json_array_cutter]") {
  const std::string text =
      GENERATE("window.YTD.tweets.part0 = [{}]", "window.YTD.tweets.part0=[{}];",
               "YTD.tweets.part12 =\n[{}] ;\n", "[{}]", "  window.YTD.x.part0 = \r\n[ {} ]\r\n");
  CAPTURE(text);
  CHECK(RecordsOf(text, kAssigned) == List{"{}"});
  CHECK(RecordsOf("window.YTD.tweets.part0 = [ ]", kAssigned).empty());
}

TEST_CASE("Records stand in members of the root object that are asked for, in any order",
          "[post][json_array_cutter]") {
  CHECK(RecordsOf(R"({"statuses":[{"id":1},2],"account":{"id":3}})", kStatuses) ==
        List{R"({"id":1})", "2", R"({"id":3})"});
  CHECK(RecordsOf(R"({"a":{"statuses":[1]},"account" : {"b":"}"} , "favourites":[2],"n":7})",
                  kStatuses) == List{R"({"b":"}"})"});
  CHECK(RecordsOf(R"({"statuses":[1],"statuses":[2],"account":null})", kStatuses) ==
        List{"1", "2"});
  CHECK(RecordsOf("[1]", kStatuses) == List{"1"});
  CHECK(RecordsOf(R"({"statuses":[]})", kStatuses).empty());
  const std::string long_name(5000, 'a');
  CHECK(RecordsOf("{\"" + long_name + "\":1,\"statuses\":[2]}", kStatuses) == List{"2"});
}

TEST_CASE("A document without the array is an error that names what was looked for",
          "[post][json_array_cutter]") {
  CHECK(CutOf(R"({"favourites":[1]})", kStatuses).error ==
        "holds no list of posts called \"account\" or \"statuses\".");
  CHECK(CutOf(R"({"statuses":"none"})", kStatuses).error ==
        "holds no list of posts called \"account\" or \"statuses\".");
  CHECK(CutOf("{}", kRoot).error == "holds no list of posts.");
  CHECK(CutOf("17", kRoot).error == "is not a JSON array or object.");
  CHECK(CutOf("window.YTD.tweets.part0 = 17", kAssigned).error == "is not a JSON array or object.");
  CHECK(CutOf("nothing", kAssigned).error ==
        "is not whole: it has no \"=\" with posts behind it. Copy or download it again.");
  CHECK(CutOf("window.YTD.tweets.part0 = ", kAssigned).error ==
        "is not whole: it breaks off before its list. Copy or download it again.");
}

TEST_CASE("What follows after the end is an error, and the records are given",
          "[post][json_array_cutter]") {
  const std::string rest = GENERATE("[1]", "}", "x", ";");
  CAPTURE(rest);
  const Outcome cut = CutOf("[1,\n2]\n" + rest, kRoot);
  CHECK(cut.records == List{"1", "2"});
  CHECK(cut.error == "is not valid JSON: something follows after its end.");
  CHECK(cut.error_line == 3);
}

TEST_CASE("Damage between records stops the cut where it stands", "[post][json_array_cutter]") {
  const std::string bad = GENERATE("[1,2,\n}]", "[1,2,\n:3]", "{\"statuses\":[1,2],\n17}",
                                   "{\"statuses\":[1,2],\n\"a\" 17}");
  CAPTURE(bad);
  const Outcome cut = CutOf(bad, kStatuses);
  CHECK(cut.records == List{"1", "2"});
  CHECK(cut.error.starts_with("is not valid JSON: "));
  CHECK(cut.error_line == 2);
}

TEST_CASE("A record over the limit is told and not held, and those around it are given",
          "[post][json_array_cutter]") {
  const JsonArrayOptions options{{}, false, 10};
  const std::string text = R"([{"a":12345},{"b":1234},{"c":123456789012345},4])";
  for (size_t block = 1; block <= text.size(); ++block) {
    const Outcome cut = CutOf(text, options, block);
    CHECK(cut.records == List{"", R"({"b":1234})", "", "4"});
    REQUIRE(cut.places.size() == 4);
    CHECK(cut.places[0].is_too_large);
    CHECK_FALSE(cut.places[1].is_too_large);
    CHECK(cut.places[2].is_too_large);
  }
}

TEST_CASE("Where all members are taken, nothing of a root object is passed over",
          "[post][json_array_cutter]") {
  const JsonArrayOptions all{.keys = {}, .max_record_bytes = 1 << 20, .takes_all_members = true};
  CHECK(RecordsOf(R"({"name":"Album","photos":[{"a":1},2],"cover":{"b":1},"n":7,"none":[]})",
                  all) == List{"\"Album\"", "{\"a\":1}", "2", "{\"b\":1}", "7"});
  CHECK(RecordsOf("{}", all).empty());
}

TEST_CASE("Records say where they stand", "[post][json_array_cutter]") {
  const Outcome cut = CutOf("[\n {\"a\":\n1},\n\n {}]", kRoot, 3);
  REQUIRE(cut.places.size() == 2);
  CHECK(cut.places[0].offset == 3);
  CHECK(cut.places[0].line == 2);
  CHECK(cut.places[1].offset == 15);
  CHECK(cut.places[1].line == 5);
}

TEST_CASE("Nesting of any depth is one record", "[post][json_array_cutter]") {
  constexpr size_t kDepth = 400'000;
  const std::string deep = std::string(kDepth, '[') + std::string(kDepth, ']');
  CHECK(RecordsOf("[" + deep + "]", kRoot) == List{deep});
  CHECK(RecordsOf(R"({"a":)" + deep + R"(,"statuses":[1]})", kStatuses) == List{"1"});
}

TEST_CASE("A source that fails midway fails the cut with its own error",
          "[post][json_array_cutter]") {
  class Failing final : public ByteSource {
   public:
    Result<std::string_view> Next() override {
      if (is_first_) {
        is_first_ = false;
        return std::string_view("[1,{\"a\":");
      }
      return Fail(ErrorCode::kUnreadable, "the disk is gone");
    }

   private:
    bool is_first_ = true;
  };
  Failing source;
  const auto cutter = CutJsonArray(source, kRoot);
  CHECK((*cutter->Next())->bytes == "1");
  CHECK(cutter->Next().error().message == "the disk is gone");
  CHECK(cutter->Next().error().message == "the disk is gone");
}
