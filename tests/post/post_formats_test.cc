#include "post/post_formats.h"

#include <set>
#include <string>

#include "catch.h"
#include "read_with.h"

using namespace gatepost;

namespace {

std::string FormatOfText(std::string_view path, std::string_view text) {
  const KnownFile known = FormatOf({path, text, true});
  return known.format == nullptr ? "none" : std::string(known.format->name());
}

std::string FormatOfSample(const std::string& path) { return FormatOfText(path, SampleText(path)); }

}  // namespace

TEST_CASE("Every file is of the format that says most about it", "[post][post_formats]") {
  CHECK(FormatOfSample("facebook/comments_and_reactions/comments.json") == "facebook");
  CHECK(FormatOfSample("instagram/your_instagram_activity/media/posts_1.json") == "instagram");
  CHECK(FormatOfSample("linkedin/Shares.csv") == "csv");
  CHECK(FormatOfSample("schedulers/hootsuite_bulk.csv") == "csv");
  CHECK(FormatOfSample("reddit/RC_sample.ndjson") == "jsonl");
  CHECK(FormatOfSample("static-site/content/posts/2024-05-01-bins.md") == "markdown");
  CHECK(FormatOfText("-", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n") == "jsonl");
  CHECK(FormatOfText("settings.json", "{\n \"a\": \"b\"\n}") == "json");
  CHECK(FormatOfText("-", "id,text\n1,Hello\n") == "csv");
  CHECK(FormatOfText("-", "<!doctype html><p>Hello") == "html");
  CHECK(FormatOfText("-", "Dear all,\n") == "text");
  CHECK(FormatOfText("broken.json", "{ not JSON") == "text");
  CHECK(FormatOfText("-", "%PDF-1.7\n\xE2\xE3\xCF\xD3\n") == "none");
  CHECK(FormatOfText("-", "") == "none");
}

TEST_CASE("Formats have names of their own", "[post][post_formats]") {
  std::set<std::string_view> names;
  for (const PostFormat* format : AllPostFormats()) {
    CHECK(names.insert(format->name()).second);
    CHECK_FALSE(format->title().empty());
  }
}
