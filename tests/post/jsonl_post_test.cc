#include "post/jsonl_post.h"

#include <string>
#include <vector>

#include "catch.h"

using namespace gatepost;

namespace {

const SourcePlace kLine17{"posts.jsonl", 17, 0};

// A copy of what a post says that outlives the reader: "text[0]=Hello" a field, "unread bad_json" a
// problem.
struct Read {
  explicit Read(std::string_view line) {
    const Post& post = reader.Read(line, kLine17);
    for (const Field& field : post.fields) {
      fields.push_back(std::string(NameOf(field.kind)) + "[" + std::to_string(field.nth) +
                       "]=" + std::string(field.text));
    }
    for (const Problem& problem : post.problems) {
      const bool is_unread = problem.kind == ProblemKind::kUnread;
      problems.push_back((is_unread ? "unread " : "note ") + problem.code);
    }
    copy = post;
  }

  JsonlPostReader reader;
  Post copy;  // borrows `reader`
  std::vector<std::string> fields;
  std::vector<std::string> problems;
};

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("A record with a text alone is a whole post", "[post][jsonl_post]") {
  const Read read(R"({"text":"Hello"})");
  CHECK(read.fields == List{"text[0]=Hello"});
  CHECK(read.problems.empty());
  CHECK(read.copy.kind == PostKind::kOwn);
  CHECK_FALSE(read.copy.published);
}

TEST_CASE("Every member of the record is read", "[post][jsonl_post]") {
  const Read read(
      R"({"id":"17","source":"x","account":"@council","channel":"news","kind":"reply",)"
      R"("language":"cy",)"
      R"("url":"https://example.com/17","thread":"t9","published":"2024-05-01T09:30:00Z",)"
      R"("media":2,)"
      R"("text":"Hello","likes":3})");
  CHECK(read.problems.empty());
  CHECK(read.copy.id == "17");
  CHECK(read.copy.source == "x");
  CHECK(read.copy.account == "@council");
  CHECK(read.copy.channel == "news");
  CHECK(read.copy.kind == PostKind::kReply);
  CHECK(read.copy.language == "cy");
  CHECK(read.copy.url == "https://example.com/17");
  CHECK(read.copy.thread == "t9");
  REQUIRE(read.copy.published);
  CHECK(read.copy.published->time_since_epoch().count() == 1714555800);
  CHECK(read.copy.media == 2);
  CHECK(read.fields == List{"text[0]=Hello"});
}

TEST_CASE("Fields are told apart by kind and numbered within it", "[post][jsonl_post]") {
  const Read read(R"({"text":"body","fields":[{"kind":"alt_text","text":"first"},{"text":"second",)"
                  R"("kind":"alt_text"},)"
                  R"({"kind":"warning","text":"careful"},{"text":"more"}],"title":"head"})");
  CHECK(read.fields == List{"text[0]=body", "alt_text[0]=first", "alt_text[1]=second",
                            "warning[0]=careful", "text[1]=more", "title[0]=head"});
  CHECK(read.problems.empty());
}

TEST_CASE("Of a text given twice both are scanned", "[post][jsonl_post]") {
  CHECK(Read(R"({"text":"clean","text":"leak"})").fields == List{"text[0]=clean", "text[1]=leak"});
  CHECK(Read(R"({"fields":[{"text":"a","kind":"link","text":"b"}]})").fields ==
        List{"link[0]=a", "link[1]=b"});
  CHECK(Read(R"({"fields":[{"text":"a"}],"fields":[{"text":"b"}]})").fields ==
        List{"text[0]=a", "text[1]=b"});
}

TEST_CASE("A field of a kind that is not known is scanned as other, with a note",
          "[post][jsonl_post]") {
  const Read read(R"({"fields":[{"kind":"signature","text":"a"}]})");
  CHECK(read.fields == List{"other[0]=a"});
  CHECK(read.problems == List{"note unknown_field_kind"});
}

TEST_CASE("A kind of field that is not a string is an unread problem, and its text is scanned",
          "[post][jsonl_post]") {
  const std::string kind = GENERATE("7", "true", "[\"b\"]", "{\"b\":\"c\"}");
  CAPTURE(kind);
  const Read read(R"({"fields":[{"kind":)" + kind + R"(,"text":"a"}]})");
  CHECK(read.fields == List{"other[0]=a"});
  CHECK(read.problems == List{"unread bad_field"});
  CHECK(Read(R"({"fields":[{"kind":null,"text":"a"}]})").problems.empty());
}

TEST_CASE("Texts beyond 10,000 are told, wherever they stand, and those before are kept",
          "[post][jsonl_post]") {
  const auto record = [](int entries, const std::string& more) {
    std::string line = R"({"text":"first","fields":[{"text":"a"})";
    for (int i = 1; i < entries; ++i) line += R"(,{"kind":"link","text":"b"})";
    return line + more;
  };
  const Read full(record(9'999, "]}"));
  CHECK(full.problems.empty());
  CHECK(full.fields.size() == 10'000);
  CHECK(full.fields.back() == "link[9997]=b");

  const std::string more =
      GENERATE(R"(,{"text":"c"}]})", R"(],"alt_text":"c"})", R"(],"media":[{"alt":"c"}]})");
  CAPTURE(more);
  const Read over(record(9'999, more));
  CHECK(over.problems == List{"unread too_many_fields"});
  CHECK(over.copy.problems[0].message ==
        "the post has more than 10000 texts, and those after them were not looked at. Split it.");
  CHECK(over.fields == full.fields);
}

TEST_CASE("An id may be a number, however long", "[post][jsonl_post]") {
  CHECK(Read(R"({"id":17,"text":""})").copy.id == "17");
  CHECK(Read(R"({"id":1234567890123456789012,"text":""})").copy.id == "1234567890123456789012");
}

TEST_CASE("The time may be ISO 8601 or seconds; another is a note", "[post][jsonl_post]") {
  CHECK(Read(R"({"published":1714555800,"text":""})").copy.published->time_since_epoch().count() ==
        1714555800);
  CHECK(Read(R"({"published":"2024-05-01","text":""})").copy.published);
  const std::string bad = GENERATE("\"yesterday\"", "true", "{\"a\":1}", "[1]", "17145558000000");
  CAPTURE(bad);
  const Read read("{\"published\":" + bad + ",\"text\":\"a\"}");
  CHECK_FALSE(read.copy.published);
  CHECK(read.problems == List{"note bad_published"});
  CHECK(read.fields == List{"text[0]=a"});
}

TEST_CASE("Media are counted, whatever they are", "[post][jsonl_post]") {
  CHECK(Read(R"({"media":["a",{"b":[1,2]},[3,4],null],"text":""})").copy.media == 4);
  CHECK(Read(R"({"media":[],"text":""})").copy.media == 0);
  CHECK(Read(R"({"media":99999,"text":""})").copy.media == 65535);
  const std::string bad = GENERATE("-1", "1.5", "\"2\"", "{}", "false");
  CAPTURE(bad);
  const Read read("{\"media\":" + bad + ",\"text\":\"\"}");
  CHECK(read.copy.media == 0);
  CHECK(read.problems == List{"note bad_member"});
}

TEST_CASE("The alternative texts of media are scanned", "[post][jsonl_post]") {
  const Read read(R"({"media":[{"url":"u","description":"a","meta":{"alt":"deep"}},"b",)"
                  R"({"alt":"c"},[{"alt":"nested"}],{"alt_text":null}],"alt_text":"d","text":""})");
  CHECK(read.fields == List{"alt_text[0]=a", "alt_text[1]=c", "alt_text[2]=d", "text[0]="});
  CHECK(read.copy.media == 5);
  CHECK(read.problems.empty());
}

TEST_CASE("An alternative text of media that is not a string is an unread problem",
          "[post][jsonl_post]") {
  const std::string value = GENERATE("17", "true", "[\"a\"]", "{\"en\":\"a\"}");
  CAPTURE(value);
  const Read read("{\"media\":[{\"alt\":" + value + "},2],\"text\":\"a\"}");
  CHECK(read.problems == List{"unread bad_field"});
  CHECK(read.copy.media == 2);
}

TEST_CASE("The texts of media do not stand in for the post's own", "[post][jsonl_post]") {
  CHECK(Read(R"({"body":"a","media":[{"alt":"b"}]})").problems == List{"unread no_text"});
}

TEST_CASE("Members that cannot be used are notes, and the post is scanned", "[post][jsonl_post]") {
  CHECK(Read(R"({"kind":"quote","text":"a"})").problems == List{"note unknown_kind"});
  CHECK(Read(R"({"kind":7,"text":"a"})").problems == List{"note unknown_kind"});
  CHECK(Read(R"({"id":{"a":1},"text":"a"})").problems == List{"note bad_member"});
  CHECK(Read(R"({"url":true,"text":"a"})").problems == List{"note bad_member"});
}

TEST_CASE("Of other members given twice the last counts, with a note", "[post][jsonl_post]") {
  const Read read(R"({"channel":"intranet","channel":"x","text":"a"})");
  CHECK(read.copy.channel == "x");
  CHECK(read.problems == List{"note duplicate_member"});
}

TEST_CASE("A text that is not a string is an unread problem", "[post][jsonl_post]") {
  const std::string value = GENERATE("17", "true", "[\"a\"]", "{\"a\":\"b\"}");
  CAPTURE(value);
  CHECK(Read("{\"text\":" + value + "}").problems == List{"unread bad_field"});
  CHECK(Read("{\"alt_text\":" + value + ",\"text\":\"a\"}").problems == List{"unread bad_field"});
  CHECK(Read("{\"fields\":[{\"text\":" + value + "},{\"text\":\"a\"}]}").problems.front() ==
        "unread bad_field");
}

TEST_CASE("What stands where fields should is an unread problem, and the other fields are read",
          "[post][jsonl_post]") {
  const std::string entry =
      GENERATE("\"a\"", "17", "[{\"text\":\"hidden\"}]", "{}", "{\"kind\":\"link\"}",
               "{\"text\":\"x\",\"more\":\"y\"}", "null");
  CAPTURE(entry);
  const Read read("{\"fields\":[" + entry + ",{\"kind\":\"alt_text\",\"text\":\"b\"}]}");
  CHECK(read.problems == List{"unread bad_field"});
  CHECK(read.fields.back() == "alt_text[0]=b");

  CHECK(Read(R"({"fields":{"text":"a"},"text":"b"})").problems == List{"unread bad_field"});
  CHECK(Read(R"({"fields":"a","text":"b"})").problems == List{"unread bad_field"});
}

TEST_CASE("A record without any text is an unread problem, unless it says that it has none",
          "[post][jsonl_post]") {
  CHECK(Read(R"({})").problems == List{"unread no_text"});
  CHECK(Read(R"({"id":1,"body":"a"})").problems == List{"unread no_text"});
  CHECK(Read(R"({"text":null})").problems == List{"unread no_text"});
  CHECK(Read(R"({"text":""})").problems.empty());
  CHECK(Read(R"({"fields":[]})").problems.empty());
  CHECK(Read(R"({"text":"a","alt_text":null})").problems.empty());
}

TEST_CASE("A record with a note and without text still says that its text is missing",
          "[post][jsonl_post]") {
  CHECK(Read(R"({"kind":"quote"})").problems == List{"note unknown_kind", "unread no_text"});
}

TEST_CASE("A line that is no JSON is an unread problem that names line and column",
          "[post][jsonl_post]") {
  const Read read(R"({"id":"17","text":"a","media":tru})");
  REQUIRE(read.problems == List{"unread bad_json"});
  CHECK(read.copy.problems[0].where == SourcePlace{"posts.jsonl", 17, 31});
  CHECK(read.copy.problems[0].message ==
        "the line is not valid JSON. Check commas, quotation marks and brackets at this place.");
}

TEST_CASE("What was read before a fault is kept", "[post][jsonl_post]") {
  const Read read(
      R"({"id":"17","fields":[{"kind":"link","text":"a"},{"kind":"alt_text","text":"b" "c"}]})");
  CHECK(read.copy.id == "17");
  CHECK(read.fields == List{"link[0]=a", "alt_text[0]=b"});
  CHECK(read.problems == List{"unread bad_json"});
}

TEST_CASE("JSON that is no object is an unread problem", "[post][jsonl_post]") {
  const std::string line = GENERATE("[]", "[{\"text\":\"a\"}]", "\"text\"", "17", "true", "null");
  CAPTURE(line);
  const Read read(line);
  CHECK(read.problems == List{"unread bad_json"});
  CHECK(read.fields.empty());
}

TEST_CASE("Invalid UTF-8 and lone surrogates are replaced, scanned and told",
          "[post][jsonl_post]") {
  const Read invalid("{\"text\":\"a\xFFz\"}");
  CHECK(invalid.fields == List{"text[0]=a\uFFFDz"});
  CHECK(invalid.problems == List{"unread invalid_utf8"});
  CHECK(invalid.copy.problems[0].where == kLine17);
  const Read surrogate(R"({"text":"a\ud83dz"})");
  CHECK(surrogate.fields == List{"text[0]=a\uFFFDz"});
  CHECK(surrogate.problems == List{"unread invalid_utf8"});
}

TEST_CASE("NUL and other control characters stay in the text", "[post][jsonl_post]") {
  const std::string with_nul("a\0z", 3);
  CHECK(Read(R"({"text":"a\u0000z"})").fields == List{"text[0]=" + with_nul});
  CHECK(Read(R"({"text":"a\u0000z"})").problems.empty());
  const Read raw("{\"text\":\"a\tz\"}");
  CHECK(raw.fields == List{"text[0]=a\tz"});
  CHECK(raw.problems == List{"note raw_control"});
}

TEST_CASE("A fault repeated in one record is told once", "[post][jsonl_post]") {
  std::string line = "{\"fields\":[1";
  for (int i = 0; i < 10'000; ++i) line += ",1";
  CHECK(Read(line + "]}").problems == List{"unread bad_field"});
}

TEST_CASE("No message holds what stands in the record", "[post][jsonl_post]") {
  const std::string leak = "07700 900123";
  for (const char* record :
       {R"({"kind":"LEAK","published":"LEAK","media":"LEAK","LEAK":1,"text":1})",
        R"({"fields":[{"kind":"LEAK","text":{"LEAK":"LEAK"}},"LEAK"]})",
        R"({"media":[{"alt":["LEAK"],"LEAK":1}],"fields":[{"kind":["LEAK"],"text":""}]})",
        R"({"text":"LEAK" LEAK})", R"("LEAK")", R"({"id":["LEAK"],"text":""})"}) {
    std::string line = record;
    for (size_t at = line.find("LEAK"); at != line.npos; at = line.find("LEAK")) {
      line.replace(at, 4, leak);
    }
    const Read read(line);
    CAPTURE(line);
    REQUIRE_FALSE(read.copy.problems.empty());
    for (const Problem& problem : read.copy.problems) {
      CHECK(problem.message.find("07700") == problem.message.npos);
    }
  }
}

TEST_CASE("Nothing of one line is left in the next", "[post][jsonl_post]") {
  JsonlPostReader reader;
  (void)reader.Read(R"({"id":"1","kind":"reply","media":3,"text":"a","fields":[{"text":1}]})",
                    kLine17);
  const Post& post = reader.Read(R"({"text":"b"})", kLine17);
  CHECK(post.id.empty());
  CHECK(post.kind == PostKind::kOwn);
  CHECK(post.media == 0);
  CHECK(post.problems.empty());
  REQUIRE(post.fields.size() == 1);
  CHECK(post.fields[0].text == "b");
  CHECK(post.fields[0].nth == 0);
}
