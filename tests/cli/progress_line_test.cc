#include "cli/progress_line.h"

#include "catch.h"

namespace gatepost {
namespace {

AuditProgress HalfRead() {
  AuditProgress progress;
  progress.posts = 12'345;
  progress.text_bytes = 100'000'000;
  progress.findings = 1;
  progress.surveyed_bytes = 2'000'000'000;
  progress.input_bytes = 1'000'000'000;
  progress.input_bytes_total = 2'000'000'000;
  progress.inputs = progress.inputs_total = 1;
  return progress;
}

}  // namespace

TEST_CASE("progress within one large input is told with the time that is left",
          "[cli][progress_line]") {
  CHECK(ProgressLine().Of(HalfRead(), 10) ==
        "12,345 posts, 10.0 MB of text a second, 1 finding, 50 %, 0:10 left");
  CHECK(ProgressLine().Of(HalfRead(), 3725).ends_with("50 %, 1:02:05 left"));
}

TEST_CASE("the time that a survey took is no time of reading", "[cli][progress_line]") {
  ProgressLine line;
  AuditProgress surveyed;
  surveyed.surveyed_bytes = 120'000'000;
  CHECK(line.Of(surveyed, 60) == "looking through the inputs: 120.0 MB");
  CHECK(line.Of(HalfRead(), 70).ends_with("10.0 MB of text a second, 1 finding, 50 %, 0:10 left"));
}

TEST_CASE("a time left is not guessed from little", "[cli][progress_line]") {
  CHECK(ProgressLine().Of(HalfRead(), 1).ends_with("1 finding"));
  AuditProgress progress = HalfRead();
  progress.input_bytes = 1'000'000;
  CHECK(ProgressLine().Of(progress, 10).ends_with("1 finding"));
  progress.input_bytes_total = 0;  // of a pipe
  CHECK(ProgressLine().Of(progress, 10).ends_with("1 finding"));
}

TEST_CASE("of several inputs the one that is read is told", "[cli][progress_line]") {
  AuditProgress progress = HalfRead();
  progress.inputs = 2;
  progress.inputs_total = 3;
  CHECK(ProgressLine().Of(progress, 1).ends_with(", input 2 of 3"));
}

}  // namespace gatepost
