#include "post/input_walk.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "base/temporary_folder.h"
#include "catch.h"
#include "post/input_hash.h"
#include "post/make_archive.h"
#include "post/walk_recorder.h"

using namespace gatepost;

namespace {

const std::vector<Member> kExport = {{"data/tweets.js", "window.YTD.tweets.part0 = []"},
                                     {"data/readme.txt", "Call 07700 900123"},
                                     {"media/empty", ""}};
const Lines kExportFiles = {"data/tweets.js=window.YTD.tweets.part0 = []",
                            "data/readme.txt=Call 07700 900123", "media/empty="};

// A pipe that holds the bytes, as a path to open; less than what a pipe takes at once.
class FilledPipe {
 public:
  explicit FilledPipe(const std::string& bytes) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    REQUIRE(::write(ends[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    ::close(ends[1]);
    end_ = ends[0];
  }
  ~FilledPipe() { ::close(end_); }
  FilledPipe(const FilledPipe&) = delete;
  FilledPipe& operator=(const FilledPipe&) = delete;
  [[nodiscard]] std::string path() const { return "/dev/fd/" + std::to_string(end_); }

 private:
  int end_ = -1;
};

class Refuser final : public WalkVisitor {
 public:
  Status OnFile(FoundFile& /*file*/) override {
    ++visits;
    return Fail(ErrorCode::kInternal, "enough");
  }
  Status OnProblem(Problem /*problem*/) override { return {}; }
  int visits = 0;
};

}  // namespace

TEST_CASE("A plain file is visited as it is, without a path", "[post][input_walk]") {
  CHECK(WalkOf("Call 07700 900123").files == Lines{"=Call 07700 900123"});
  CHECK(WalkOf("").files == Lines{"="});
  const std::string large(3'000'000, 'x');
  CHECK(WalkOf(large).files == Lines{"=" + large});
}

TEST_CASE("A packed file is told by its content, and visited without a path",
          "[post][input_walk]") {
  const std::string filter = GENERATE("gzip", "zstd", "xz", "bzip2");
  const std::string content = GENERATE(std::string(), std::string("Call 07700 900123"),
                                       std::string(3'000'000, 'x') + "end");
  CAPTURE(filter, content.size());
  const WalkRecorder walk = WalkOf(Packed(content, filter));
  CHECK(walk.files == Lines{"=" + content});
  CHECK(walk.problems.empty());
}

TEST_CASE("Packed files one after the other are read as one", "[post][input_walk]") {
  const std::string filter = GENERATE("gzip", "zstd", "xz", "bzip2");
  CAPTURE(filter);
  const WalkRecorder walk = WalkOf(Packed("first ", filter) + Packed("second", filter));
  CHECK(walk.files == Lines{"=first second"});
  CHECK(walk.problems.empty());
}

TEST_CASE("What follows a packed file and is none is told of", "[post][input_walk]") {
  const std::string filter = GENERATE("gzip", "zstd", "xz", "bzip2");
  CAPTURE(filter);
  const WalkRecorder walk = WalkOf(Packed("first ", filter) + "Call 07700 900123, will you?");
  // liblzma gives nothing of a block that it does not come to the end of.
  CHECK(walk.files == (filter == "xz" ? Lines{} : Lines{"=first "}));
  CHECK(walk.problems == Lines{"unread archive_damaged "});
}

TEST_CASE("NULs after a gzip file are what tapes and blocks are filled with",
          "[post][input_walk]") {
  CHECK(WalkOf(Packed("first", "gzip") + std::string(5000, '\0')).problems.empty());
}

TEST_CASE("A frame of zstd with a window of 2 GiB is read", "[post][input_walk]") {
  WalkRecorder walk;
  const std::string path = GATEPOST_SOURCE_DIR "/tests/post/samples/reddit/RC_sample.zst";
  REQUIRE(WalkInput(path, {}, walk));
  REQUIRE(walk.files.size() == 1);
  CHECK(walk.files[0].starts_with("={"));
  CHECK(walk.problems.empty());
}

TEST_CASE("A window of 2 GiB within an archive is refused, and told of", "[post][input_walk]") {
  std::ifstream file(GATEPOST_SOURCE_DIR "/tests/post/samples/reddit/RC_sample.zst");
  std::stringstream bytes;
  bytes << file.rdbuf();
  const WalkRecorder walk = WalkOf(MakeArchive({{"RC.zst", bytes.str()}, {"b", "text"}}));
  CHECK(walk.files == Lines{"b=text"});
  CHECK(walk.problems == Lines{"unread archive_unsupported RC.zst"});
}

TEST_CASE("The files of an archive are visited in its order", "[post][input_walk]") {
  const std::string format = GENERATE("zip", "ustar", "pax", "gnutar");
  const std::string filter = GENERATE("none", "gzip", "zstd", "xz", "bzip2");
  CAPTURE(format, filter);
  const WalkRecorder walk = WalkOf(MakeArchive(kExport, {format, filter, ""}));
  CHECK(walk.files == kExportFiles);
  CHECK(walk.problems.empty());
}

TEST_CASE("An archive in a pipe is read as a file is, and hashed", "[post][input_walk]") {
  const std::string format = GENERATE("zip", "pax");
  const std::string bytes = MakeArchive(kExport, {format, "none", ""});
  const FilledPipe pipe(bytes);
  WalkRecorder walk;
  walk.max_bytes = GENERATE(size_t{0}, size_t{1'000'000});  // also what nobody wants is hashed
  const auto summary = WalkInput(pipe.path(), {}, walk);
  REQUIRE(summary);
  CHECK(summary->bytes == bytes.size());
  const TemporaryFolder folder;
  CHECK(summary->hash == *HashInput(folder.Write("input", bytes).string()));
  CHECK(walk.files.size() == 3);
  CHECK(walk.problems.empty());
}

TEST_CASE("Archives in archives are walked, and their names joined", "[post][input_walk]") {
  const std::string inner = MakeArchive({{"data/x.js", "x"}});
  const std::string tar = MakeArchive({{"y.txt", "y"}}, {"pax", "gzip", ""});
  const WalkRecorder walk = WalkOf(
      MakeArchive({{"inner.zip", inner}, {"inner.tar.gz", tar}, {"z.gz", Packed("z", "gzip")}},
                  {GENERATE("zip", "ustar"), "none", ""}));
  CHECK(walk.files == Lines{"inner.zip/data/x.js=x", "inner.tar.gz/y.txt=y", "z.gz=z"});
  CHECK(walk.problems.empty());
}

TEST_CASE("A visitor that leaves a file unread still sees the others", "[post][input_walk]") {
  const std::string half(300'000, 'x');
  const std::string inner = MakeArchive({{"a", half}, {"b", half}}, {"ustar", "gzip", ""});
  const std::string format = GENERATE("zip", "ustar");
  const std::string bytes =
      MakeArchive({{"1", half}, {"2", inner}, {"3", half}}, {format, "none", ""});
  const TemporaryFolder folder;
  WalkRecorder walk;
  walk.max_bytes = 0;
  REQUIRE(WalkInput(folder.Write("input", bytes).string(), {}, walk));
  CHECK(walk.files == Lines{"1=", "2/a=", "2/b=", "3="});
  CHECK(walk.problems.empty());
}

TEST_CASE("What a visitor fails with ends the walk", "[post][input_walk]") {
  const TemporaryFolder folder;
  Refuser refuser;
  const auto walked = WalkInput(folder.Write("input", MakeArchive(kExport)).string(), {}, refuser);
  REQUIRE_FALSE(walked);
  CHECK(walked.error().message == "enough");
  CHECK(refuser.visits == 1);
}

TEST_CASE("An input that cannot be opened is an error", "[post][input_walk]") {
  const TemporaryFolder folder;
  WalkRecorder walk;
  const auto absent = WalkInput((folder.path() / "absent").string(), {}, walk);
  REQUIRE_FALSE(absent);
  CHECK(absent.error().code == ErrorCode::kUnreadable);
  CHECK_FALSE(WalkInput(folder.path().string(), {}, walk));
}

TEST_CASE("Text in an archive is given as UTF-8, and what was guessed is told",
          "[post][input_walk]") {
  const WalkRecorder walk = WalkOf(MakeArchive({{"utf8",
                                                 "\xEF\xBB\xBF"
                                                 "one"},
                                                {"utf16", std::string("\xFF\xFEt\0w\0o\0", 8)},
                                                {"1252",
                                                 "caf\xE9 \x80"
                                                 "5"}}));
  CHECK(walk.files == Lines{"utf8=one", "utf16=two", "1252=café €5"});
  CHECK(walk.problems == Lines{"note read_as_windows_1252 1252"});
}

TEST_CASE("Names that lead elsewhere, or are no UTF-8, are cleaned", "[post][input_walk]") {
  const std::vector<Member> members = {{"/etc/passwd", "1"}, {"../../up", "2"},
                                       {"a/./b//c", "3"},    {"ll\xC5\xB5n.txt", "4"},
                                       {"caf\x82.txt", "5"}, {"tab\there", "6"}};
  const WalkRecorder zip = WalkOf(MakeArchive(members));
  CHECK(zip.files == Lines{"etc/passwd=1", "up=2", "a/b/c=3", "llŵn.txt=4", "café.txt=5",
                           "tab\xEF\xBF\xBDhere=6"});
  const WalkRecorder tar = WalkOf(MakeArchive(members, {"gnutar", "none", ""}));
  CHECK(tar.files == Lines{"etc/passwd=1", "up=2", "a/b/c=3", "llŵn.txt=4", "caf\xEF\xBF\xBD.txt=5",
                           "tab\xEF\xBF\xBDhere=6"});
}

TEST_CASE("Files of one name are all visited", "[post][input_walk]") {
  const std::string format = GENERATE("zip", "ustar");
  const WalkRecorder walk = WalkOf(MakeArchive({{"a", "1"}, {"a", "2"}}, {format, "none", ""}));
  CHECK(walk.files == Lines{"a=1", "a=2"});
}

TEST_CASE("Folders are passed over, links and devices with a note", "[post][input_walk]") {
  using Type = Member::Type;
  const WalkRecorder walk = WalkOf(MakeArchive({{"folder", "", Type::kFolder},
                                                {"folder/a", "1"},
                                                {"soft", "/etc/passwd", Type::kLink},
                                                {"hard", "folder/a", Type::kHardLink},
                                                {"pipe", "", Type::kPipe}},
                                               {"ustar", "none", ""}));
  CHECK(walk.files == Lines{"folder/a=1"});
  CHECK(walk.problems ==
        Lines{"note archive_link soft", "note archive_link hard", "note archive_special pipe"});
}

TEST_CASE("An archive that holds nothing is a note", "[post][input_walk]") {
  const std::string format = GENERATE("zip", "ustar");
  const WalkRecorder walk = WalkOf(MakeArchive({}, {format, "none", ""}));
  CHECK(walk.files.empty());
  CHECK(walk.problems == Lines{"note archive_empty "});
}

TEST_CASE("An encrypted file of an archive is told of, and the others read", "[post][input_walk]") {
  const std::string method = GENERATE("traditional", "aes128", "aes256");
  const std::string secret = MakeArchive(kExport, {"zip", "none", "zip:encryption=" + method});
  const Lines problems = {"unread archive_encrypted data/tweets.js",
                          "unread archive_encrypted data/readme.txt"};
  const WalkRecorder walk = WalkOf(secret);
  CHECK(walk.problems == problems);
  CHECK(walk.files == Lines{"media/empty="});
}

TEST_CASE("An archive in too many others is passed over, and told of", "[post][input_walk]") {
  const std::string one = MakeArchive({{"a", "1"}});
  const std::string two = MakeArchive({{"one.zip", one}}, {"ustar", "gzip", ""});
  const std::string three = MakeArchive({{"two.tgz", two}, {"b", "2"}});
  WalkLimits limits;
  limits.max_depth = 3;
  CHECK(WalkOf(three, limits).files == Lines{"two.tgz/one.zip/a=1", "b=2"});
  limits.max_depth = 2;
  const WalkRecorder walk = WalkOf(three, limits);
  CHECK(walk.files == Lines{"b=2"});
  CHECK(walk.problems == Lines{"unread archive_depth two.tgz/one.zip"});
  CHECK_THAT(walk.last_message, ContainsSubstring("--max-depth"));
}

TEST_CASE("A file that is packed over and over is an archive in many others",
          "[post][input_walk]") {
  std::string bytes = "text";
  for (int i = 0; i < 5; ++i) bytes = Packed(bytes, "gzip");
  CHECK(WalkOf(bytes).problems == Lines{"unread archive_depth "});
}

TEST_CASE("The walk ends at the limit of entries", "[post][input_walk]") {
  WalkLimits limits;
  limits.max_entries = 2;
  const WalkRecorder walk =
      WalkOf(MakeArchive(kExport, {GENERATE("zip", "ustar"), "none", ""}), limits);
  CHECK(walk.files.size() == 2);
  CHECK(walk.problems == Lines{"unread archive_entries "});
  CHECK_THAT(walk.last_message, ContainsSubstring("--max-entries"));
}

TEST_CASE("The walk ends at the limit of unpacked bytes", "[post][input_walk]") {
  WalkLimits limits;
  limits.max_bytes = 1'000'000;
  const std::string large(2'000'000, 'x');
  const std::string bytes =
      GENERATE_COPY(Packed(large, "gzip"), Packed(large, "zstd"), Packed(large, "xz"),
                    Packed(large, "bzip2"), MakeArchive({{"a", large}, {"b", "1"}}),
                    MakeArchive({{"a", large}, {"b", "1"}}, {"ustar", "gzip", ""}),
                    MakeArchive({{"a.zip", MakeArchive({{"a", large}})}, {"b", "1"}}));
  const WalkRecorder walk = WalkOf(bytes, limits);
  CHECK(walk.files.size() == 1);
  REQUIRE(walk.problems.size() == 1);
  CHECK(walk.problems[0].starts_with("unread archive_bytes"));
  CHECK_THAT(walk.last_message, ContainsSubstring("--max-unpacked"));
}

TEST_CASE("What unpacks to far more than its size is left after a while", "[post][input_walk]") {
  const std::string zeros(80 << 20, '\0');
  const std::string bomb = GENERATE_COPY(
      Packed(zeros, "gzip"), Packed(zeros, "zstd"), MakeArchive({{"bomb", zeros}}),
      MakeArchive({{"bomb.zip", MakeArchive({{"bomb", zeros}})}}, {"ustar", "none", ""}));
  WalkLimits limits;
  limits.max_ratio = 100;
  const WalkRecorder walk = WalkOf(bomb, limits);
  CAPTURE(walk.problems);
  REQUIRE(walk.problems.size() == 1);
  CHECK(walk.problems[0].starts_with("unread archive_ratio"));
  CHECK_THAT(walk.last_message, ContainsSubstring("--max-ratio"));
  limits.max_ratio = 1'000'000;
  CHECK(WalkOf(bomb, limits).problems.empty());
}

TEST_CASE("A single deflate bomb is left by default, and no export is", "[post][input_walk]") {
  // Half as dense as deflate can be.
  const std::string bomb = Packed(std::string(79 << 20, '\0') + Noise(64 << 10), "gzip");
  CHECK(bomb.size() > (size_t{79} << 20) / 1000);
  const WalkRecorder walk = WalkOf(bomb);
  REQUIRE(walk.problems.size() == 1);
  CHECK(walk.problems[0].starts_with("unread archive_ratio"));
  // One text again and again, with other ids.
  std::string alike;
  for (int i = 0; alike.size() < (size_t{80} << 20); ++i) {
    alike += "{\"id\":\"" + std::to_string(500'000'000 + i) +
             "\",\"text\":\"Bins are collected on Tuesday.\"}\n";
  }
  CHECK(WalkOf(Packed(alike, "gzip")).problems.empty());
}

TEST_CASE("Bytes that nobody reads of a stream count as well", "[post][input_walk]") {
  const std::string zeros(80 << 20, '\0');
  // Too large to be held, so that the zip within is read as a stream.
  const std::string zip = MakeArchive({{"bomb", zeros}, {"noise", Noise(40 << 20)}, {"b", "1"}});
  const std::string tar = MakeArchive({{"a.zip", zip}}, {"ustar", "none", ""});
  const TemporaryFolder folder;
  WalkRecorder walk;
  walk.max_bytes = 0;
  WalkLimits limits;
  REQUIRE(WalkInput(folder.Write("input", tar).string(), limits, walk));
  CHECK(walk.files == Lines{"a.zip/bomb=", "a.zip/noise=", "a.zip/b="});
  CHECK(walk.problems.empty());
  WalkRecorder limited;
  limited.max_bytes = 0;
  limits.max_bytes = 70 << 20;
  REQUIRE(WalkInput(folder.Write("input", tar).string(), limits, limited));
  CHECK(limited.files == Lines{"a.zip/bomb="});
  CHECK(limited.has_unread);
}

TEST_CASE("An archive of nothing but notes does not tell of them without end",
          "[post][input_walk]") {
  std::vector<Member> links;
  for (int i = 0; i < 1100; ++i) {
    links.push_back({std::to_string(i), "elsewhere", Member::Type::kLink});
  }
  const WalkRecorder walk = WalkOf(MakeArchive(links, {"ustar", "none", ""}));
  REQUIRE(walk.problems.size() == 1001);
  CHECK(walk.problems.back() == "note more_problems ");
}

TEST_CASE("A walk tells where in the input it has come to", "[post][input_walk]") {
  class Positions final : public WalkRecorder {
   public:
    void OnPosition(uint64_t bytes) override { positions.push_back(bytes); }
    std::vector<uint64_t> positions;
  };
  const std::string noise = Noise(3 << 20);
  const std::string bytes = GENERATE_COPY(std::string(noise), Packed(noise, "gzip"),
                                          MakeArchive({{"a", noise}, {"b", noise}}));
  const MemoryFile file(bytes);
  Positions walk;
  REQUIRE(WalkInput(file.path(), {}, walk));
  REQUIRE(walk.positions.size() > 3);
  CHECK(*std::ranges::max_element(walk.positions) == bytes.size());
  const bool has_half = std::ranges::any_of(walk.positions, [&](uint64_t position) {
    return position > bytes.size() / 4 && position < bytes.size() / 4 * 3;
  });
  CHECK(has_half);
}
