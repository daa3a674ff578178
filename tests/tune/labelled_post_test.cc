#include "tune/labelled_post.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

const SourcePlace kWhere{"corpus.jsonl", 7, 0};

std::string MessageFor(const std::string& members) {
  LabelledPostReader reader;
  const Status status = reader.Read("{\"text\":\"Siân, 01632 960001\"," + members + "}", kWhere);
  return status ? "" : status.error().ToString();
}

TEST_CASE("labels are places of the post's fields, in bytes", "[tune][labelled_post]") {
  LabelledPostReader reader;
  const Status status = reader.Read(
      R"({"text":"Siân, 01632 960001","fields":[{"kind":"alt_text","text":"a@example.com"}],)"
      R"("language":"cy","split":"held","origin":"by hand","hard_negative":"","group":"look like-1.a_b",)"
      R"("labels":[{"pattern":"uk.phone","also":["uk.fax"],"begin":7,"end":19},)"
      R"({"pattern":"uk.email","field":"alt_text","nth":0,"begin":0,"end":13,"optional":true}]})",
      kWhere);
  if (!status) FAIL(status.error().ToString());
  const LabelledPost& post = reader.post();
  REQUIRE(post.labels.size() == 2);
  CHECK(post.labels[0].pattern == "uk.phone");
  CHECK(Cut(post.post.fields[0].text, post.labels[0].place.span) == "01632 960001");
  CHECK_FALSE(post.labels[0].is_optional);
  CHECK(post.labels[0].also == std::vector<std::string>{"uk.fax"});
  CHECK(post.labels[1].also.empty());
  CHECK(post.post.fields[post.labels[1].place.field.number()].text == "a@example.com");
  CHECK(post.labels[1].is_optional);
  CHECK(post.split == Split::kHeld);
  CHECK(post.origin == "by hand");
  CHECK(post.post.language == "cy");
  CHECK(post.group == "look like-1.a_b");
}

TEST_CASE("nothing of one line is left for the next", "[tune][labelled_post]") {
  LabelledPostReader reader;
  REQUIRE(reader.Read(R"({"text":"a","split":"held","origin":"o","hard_negative":"h","group":"g",)"
                      R"("labels":[{"pattern":"a.p","begin":0,"end":1}]})",
                      kWhere));
  REQUIRE(reader.Read(R"({"text":"b","labels":[]})", kWhere));
  CHECK(reader.post().labels.empty());
  CHECK(reader.post().split == Split::kNone);
  CHECK(reader.post().origin.empty());
  CHECK(reader.post().hard_negative.empty());
  CHECK(reader.post().group.empty());
}

TEST_CASE("what cannot be measured is refused with its line", "[tune][labelled_post]") {
  struct Row {
    const char* members;
    const char* message;
  };
  const auto row = GENERATE(values<Row>({
      {R"("id":"1")", "has no \"labels\""},
      {R"("labels":{})", "\"labels\" is not written as it should be"},
      {R"("labels":null)", "\"labels\" is not written as it should be"},
      {R"("labels":[{"pattern":"a.p","also":["p"],"begin":0,"end":1}])", "has no ids"},
      {R"("labels":[{"pattern":"a.p","also":"a.q","begin":0,"end":1}])", "something else in it"},
      {R"("labels":[{"pattern":"a.p","also":[["a.q"]],"begin":0,"end":1}])", "something else"},
      {R"("labels":[],"group":7)", "\"group\" is not written as it should be"},
      {R"("labels":[],"group":"a\tb")", "\"group\" is no name"},
      {R"("labels":[],"labels":[])", "\"labels\" is given twice"},
      {R"("labels":[7])", "a label is an object"},
      {R"("labels":[[]])", "a label is an object"},
      {R"("labels":[{"pattern":"a.p","begin":0,"end":1,"why":"x"}])", "a label is an object"},
      {R"("labels":[{"pattern":"a.p","begin":0,"end":1,"nth":{}}])", "a label is an object"},
      {R"("labels":[{"pattern":"a.p","begin":-1,"end":1}])", "a label is an object"},
      {R"("labels":[{"pattern":"a.p","begin":0,"end":1.5}])", "a label is an object"},
      {R"("labels":[{"begin":0,"end":1}])", "no \"pattern\""},
      {R"("labels":[{"pattern":"07700 900123","begin":0,"end":1}])", "is no id"},
      {R"("labels":[{"pattern":"a.p","begin":0}])", "no \"begin\" or no \"end\""},
      {R"("labels":[{"pattern":"a.p","begin":1,"end":1}])", "is empty or reaches beyond"},
      {R"("labels":[{"pattern":"a.p","begin":1,"end":20}])", "is empty or reaches beyond"},
      {R"("labels":[{"pattern":"a.p","begin":3,"end":5}])", "within a character"},
      {R"("labels":[{"pattern":"a.p","nth":1,"begin":0,"end":1}])",
       "a field that the post has not"},
      {R"("labels":[{"pattern":"a.p","begin":0,"end":1},{"pattern":"a.p","begin":0,"end":1}])",
       "two labels of one pattern"},
      {R"("labels":[],"split":"test")", "neither train nor held"},
      {R"("labels":[],"split":["held"])", "\"split\" is not written as it should be"},
      {R"("labels":[],"language":"en GB")", "no language tag"},
      {R"("labels":[],"title":7)", "is not a string"},
  }));
  CAPTURE(row.members);
  CHECK_THAT(MessageFor(row.members), ContainsSubstring("corpus.jsonl:7: "));
  CHECK_THAT(MessageFor(row.members), ContainsSubstring(row.message));
}

TEST_CASE("a line that is no post is refused", "[tune][labelled_post]") {
  LabelledPostReader reader;
  CHECK_FALSE(reader.Read("{", kWhere));
  CHECK_FALSE(reader.Read("[]", kWhere));
  CHECK_FALSE(reader.Read(R"({"labels":[]})", kWhere));
}

}  // namespace
}  // namespace gatepost
