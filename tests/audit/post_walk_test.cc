#include "audit/post_walk.h"

#include <string>
#include <vector>

#include "base/temporary_folder.h"
#include "catch.h"
#include "scan/scanner.h"

namespace gatepost {
namespace {

constexpr const char* kPosts =
    "{\"id\":\"1\",\"account\":\"AmbridgeBC\",\"text\":\"one\"}\n"
    "{\"id\":\"2\",\"account\":\"AmbridgeBC\",\"text\":\"two\"}\n";

PostWalkOptions Options() {
  PostWalkOptions options;
  options.read.max_post_bytes = kDefaultMaxPostBytes;
  return options;
}

}  // namespace

TEST_CASE("every post of the inputs is given, with where it stands", "[audit][post_walk]") {
  const TemporaryFolder folder;
  folder.Write("a.jsonl", kPosts);
  folder.Write("b.jsonl", "{\"id\":\"3\",\"text\":\"three\"}\n");
  std::vector<std::string> posts;
  const auto summary =
      WalkPosts({folder.path().string()}, Options(), [&](const WalkedPost& walked) -> Status {
        posts.push_back(std::string(walked.post.id) + "/" + std::to_string(walked.record) + "/" +
                        std::to_string(walked.post.line));
        CHECK(walked.path.empty());
        CHECK(walked.input.starts_with(folder.path().string()));
        CHECK_FALSE(walked.post.fields.empty());
        return {};
      });
  REQUIRE(summary);
  CHECK(posts == std::vector<std::string>{"1/0/1", "2/1/2", "3/0/1"});
  CHECK(summary->inputs == 2);
  CHECK(summary->posts == 3);
  CHECK_FALSE(summary->has_unread);
}

TEST_CASE("a failure of who takes the posts ends the walk", "[audit][post_walk]") {
  const TemporaryFolder folder;
  const std::string path = folder.Write("a.jsonl", kPosts);
  int taken = 0;
  const auto summary = WalkPosts({path, path}, Options(), [&](const WalkedPost&) -> Status {
    ++taken;
    return Fail(ErrorCode::kInternal, "enough");
  });
  REQUIRE_FALSE(summary);
  CHECK(summary.error().message == "enough");
  CHECK(taken == 1);
}

TEST_CASE("what cannot be read is a problem, and the rest is read", "[audit][post_walk]") {
  const TemporaryFolder folder;
  const std::string good = folder.Write("a.jsonl", kPosts);
  const std::string unknown = folder.Write("b.bin", std::string("\x01\x02\x00\x03", 4));
  const std::string missing = folder.path() / "missing.zip";
  const auto summary = WalkPosts({missing, unknown, good}, Options(),
                                 [](const WalkedPost&) -> Status { return {}; });
  REQUIRE(summary);
  CHECK(summary->posts == 2);
  CHECK(summary->has_unread);
  CHECK(summary->problems.size() >= 2);
}

TEST_CASE("a post that is broken or too large is a problem", "[audit][post_walk]") {
  const TemporaryFolder folder;
  const std::string path =
      folder.Write("a.jsonl", std::string(kPosts) + "{\"id\":\"3\",\"text\":\"" +
                                  std::string(4000, 'a') + "\"}\n");
  PostWalkOptions options = Options();
  options.read.max_post_bytes = 16;
  const auto summary = WalkPosts({path}, options, [](const WalkedPost&) -> Status { return {}; });
  REQUIRE(summary);
  CHECK(summary->has_unread);
  CHECK_FALSE(summary->problems.empty());
}

}  // namespace gatepost
