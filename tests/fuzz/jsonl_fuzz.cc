// Any bytes as a line of JSONL: the reader stands up to them and says so when something could not
// be read. And any bytes written as a JSON string read back as they were.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "post/jsonl_post.h"

using namespace gatepost;

namespace {

void Require(bool is_so, const char* what) {
  if (is_so) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void CheckPost(std::string_view line) {
  JsonlPostReader reader;
  const Post& post = reader.Read(line, {"fuzz.jsonl", 1, 0});
  bool has_unread = false;
  for (const Problem& problem : post.problems) {
    has_unread = has_unread || problem.kind == ProblemKind::kUnread;
    Require(IsValidUtf8(problem.message), "messages are UTF-8");
  }
  for (const Field& field : post.fields) {
    Require(IsValidUtf8(field.text), "what comes out of JSON is UTF-8");
  }
  Require(IsValidUtf8(line) || has_unread, "what is lost is told");
}

// The one string of a document.
class OneString : public JsonHandler {
 public:
  void OnKey(std::string_view /*key*/) override { Fail(); }
  void OnString(std::string_view value) override { text = value; }
  void OnNumber(std::string_view /*literal*/) override { Fail(); }
  void OnBool(bool /*value*/) override { Fail(); }
  void OnNull() override { Fail(); }
  void OnBeginObject() override { Fail(); }
  void OnEndObject() override { Fail(); }
  void OnBeginArray() override {}
  void OnEndArray() override {}

  std::string text;

 private:
  static void Fail() { Require(false, "a string is read as a string"); }
};

std::string WithReplacements(std::string_view bytes) {
  std::string text;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint point = DecodeUtf8(bytes, at);
    AppendUtf8(point.value, text);
    at += point.size;
  }
  return text;
}

void CheckRoundTrip(std::string_view bytes) {
  std::string json;
  JsonWriter(json).BeginArray().String(bytes).EndArray();
  JsonReader reader;
  OneString handler;
  const auto outcome = reader.Read(json, handler);
  Require(outcome.has_value(), "what is written is JSON");
  Require(!outcome->was_repaired && !outcome->had_raw_controls, "and needs no repair");
  Require(handler.text == WithReplacements(bytes), "and reads back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  CheckPost(bytes);
  CheckRoundTrip(bytes);
  return 0;
}
