// From records to what a store is given, through the whole scanner.

#include "audit/audit_job.h"

#include <array>
#include <cstdint>

#include "audit/sample_format.h"
#include "base/secret.h"
#include "sample_patterns.h"
#include "scan/scan_text.h"

using namespace gatepost;

namespace {

constexpr const char* kPolicy = R"(
[category.sample]
review = 50
block = 90
[[combination]]
name = "area with number"
all = [{pattern = "t.area"}, {pattern = "t.number"}]
action = "block"
advice = "Leave one out."
)";

std::vector<Pattern> Patterns() {
  return {SamplePattern("t.number",
                        "edges = \"number\"\ncanonical = \"digits\"\n"
                        "[[variant]]\nregex = '''\\d{3}[ -]?\\d{3}'''\nbase = 80"),
          SamplePattern("t.area", "[[variant]]\nregex = '''zz\\d'''\nbase = 20")};
}

class Chunks final : public ChunkSink {
 public:
  Status Accept(int64_t input, const ChunkOutcome& chunk) override {
    inputs.push_back(input);
    chunks.push_back(chunk);
    return {};
  }
  std::vector<int64_t> inputs;
  std::vector<ChunkOutcome> chunks;
};

// An audit of one file.
class Jobs {
 public:
  explicit Jobs(bool keeps_text = false) : scanner_(Patterns(), kPolicy) {
    secret_.fill(7);
    tools.secret = secret_;
    tools.keeps_text = keeps_text;
    tools.workers.resize(1);
    auto file = std::make_shared<OpenFile>();
    file->input = "a.zip";
    file->path = "data/posts.txt";
    file->place = "a.zip: data/posts.txt";
    file->format = &format_;
    file->context = &context;
    file_ = file;
  }

  // The outcome of these records, the chunk of that number.
  const ChunkOutcome& Run(const std::vector<std::string>& records, bool is_kept = false) {
    RecordBatch batch;
    for (const std::string& bytes : records) {
      batch.Add(file_, {bytes, record_, 0, static_cast<uint32_t>(record_ + 1), bytes == "large"});
      ++record_;
    }
    AuditJob job(tools, sink, {5, "hash", number_, number_, is_kept}, conversations_,
                 std::move(batch));
    ++number_;
    CHECK(job.bytes() > 0);
    job.Run(0);
    REQUIRE(job.Deliver());
    return sink.chunks.empty() ? none_ : sink.chunks.back();
  }

 private:
  std::array<uint8_t, SecretKey::kSize> secret_{};
  SampleScanner scanner_;
  SampleFormat format_;

 public:
  ExportContext context;
  AuditTools tools{scanner_.scanner()};
  Chunks sink;

 private:
  std::shared_ptr<const OpenFile> file_;
  std::shared_ptr<Conversations> conversations_ = std::make_shared<Conversations>();
  uint64_t record_ = 0;
  uint64_t number_ = 0;
  ChunkOutcome none_;
};

}  // namespace

TEST_CASE("Records become posts with their findings and where they stand", "[audit][audit_job]") {
  Jobs jobs;
  jobs.context.account = "AmbridgeBC";
  const ChunkOutcome& chunk = jobs.Run({"1|nothing", "2|ring 123 456", "3|zz1 and 654321"});
  CHECK(jobs.sink.inputs == std::vector<int64_t>{5});
  CHECK(chunk.number == 0);
  CHECK_FALSE(chunk.has_threads);
  REQUIRE(chunk.posts.size() == 3);
  CHECK(chunk.posts[0].findings.empty());
  CHECK(chunk.posts[0].post.verdict == "pass");
  CHECK(chunk.posts[0].post.source == "sample");
  CHECK(chunk.posts[0].post.account == "AmbridgeBC");
  CHECK(chunk.posts[0].bytes == 7);

  const PostOutcome& found = chunk.posts[1];
  CHECK(found.post.post_id == "2");
  CHECK(found.post.path == "data/posts.txt");
  CHECK(found.post.record == 1);
  CHECK(found.post.line == 2);
  CHECK(found.post.ref.size() == 12);
  CHECK(found.post.text.empty());
  CHECK(found.post.verdict == "review");
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].pattern == "t.number");
  CHECK((found.findings[0].bytes.begin == 5 && found.findings[0].bytes.end == 12));
  CHECK(found.findings[0].text_line == 1);
  CHECK(found.findings[0].text_column == 6);
  CHECK_THAT(found.findings[0].reasons, ContainsSubstring("\"points\":80"));

  const PostOutcome& combined = chunk.posts[2];
  CHECK(combined.post.verdict == "block");
  REQUIRE(combined.findings.size() == 3);
  CHECK(combined.findings[2].pattern == "policy.combination");
  CHECK(combined.findings[2].name == "area with number");
  CHECK(combined.findings[2].advice == "Leave one out.");
  CHECK(combined.key.post != found.key.post);
  CHECK(combined.post.ref != found.post.ref);
}

TEST_CASE("What cannot be read of a record is a problem of its post, and counts for itself",
          "[audit][audit_job]") {
  Jobs jobs;
  const ChunkOutcome& chunk = jobs.Run({"broken", "large", "broken"});
  REQUIRE(chunk.posts.size() == 3);
  for (size_t i = 0; i < 3; ++i) {
    CAPTURE(i);
    const PostOutcome& post = chunk.posts[i];
    CHECK(post.post.verdict == "incomplete");
    REQUIRE(post.problems.size() == 1);
    CHECK(post.problems[0].path == "data/posts.txt");
    CHECK(post.problems[0].problem.where ==
          SourcePlace{"a.zip: data/posts.txt", static_cast<uint32_t>(i + 1), 0});
  }
  CHECK(chunk.posts[1].problems[0].problem.code == "post_too_large");
  // Nothing says that the two are the same post.
  CHECK(chunk.posts[0].key.post != chunk.posts[2].key.post);
}

TEST_CASE("Records that give no post are noted once for each reason", "[audit][audit_job]") {
  Jobs jobs;
  const ChunkOutcome& chunk = jobs.Run({"like", "private", "1|text", "like"});
  CHECK(chunk.posts.size() == 1);
  REQUIRE(chunk.problems.size() == 2);
  CHECK(chunk.problems[0].problem.code == "not_a_post");
  CHECK(chunk.problems[0].count == 2);
  CHECK(chunk.problems[1].problem.code == "private_messages");
  CHECK(chunk.problems[1].problem.where.line == 2);
  for (const AuditProblem& problem : chunk.problems) {
    CHECK(problem.problem.kind == ProblemKind::kNote);
  }
}

TEST_CASE("A text is kept where it is asked for, of posts with findings", "[audit][audit_job]") {
  Jobs jobs(true);
  const ChunkOutcome& chunk = jobs.Run({"1|nothing", "2|ring \"123 456\""});
  CHECK(chunk.posts[0].post.text.empty());
  CHECK(chunk.posts[1].post.text == R"([{"field":"text","text":"ring \"123 456\""}])");
}

TEST_CASE("A chunk that is kept is scanned for the chunks behind it, and not delivered",
          "[audit][audit_job]") {
  Jobs jobs;
  jobs.Run({"1|ring 123 456", "like", "broken"}, true);
  CHECK(jobs.sink.chunks.empty());
  CHECK(jobs.Run({"2|ring 123 456"}).number == 1);
  CHECK(jobs.sink.chunks.size() == 1);
}
