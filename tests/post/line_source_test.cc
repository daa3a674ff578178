#include "post/line_source.h"

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"

using namespace gatepost;

namespace {

// "1:text/5" = line 1 is "text" and takes 5 bytes of the input; "2:TOO LONG/900".
std::vector<std::string> LinesOf(LineSource source) {
  std::vector<std::string> lines;
  for (;;) {
    const auto next = source.Next();
    REQUIRE(next);
    if (!*next) return lines;
    const Line& line = **next;
    const std::string text = line.is_too_long ? "TOO LONG" : std::string(line.text);
    lines.push_back(std::to_string(line.number) + ":" + text + "/" + std::to_string(line.bytes));
  }
}

// A file for one test, removed at its end.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& content) {
    path_ = (std::filesystem::temp_directory_path() / "gatepost-lines-XXXXXX").string();
    const int descriptor = ::mkstemp(path_.data());
    REQUIRE(descriptor >= 0);
    ::close(descriptor);
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~TemporaryFile() { ::unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Both ways of reading give the same lines; the file is read in several parts where it is long.
std::vector<std::string> LinesOf(const std::string& content, uint64_t limit) {
  const TemporaryFile file(content);
  auto source = LineSource::Open(file.path(), limit);
  REQUIRE(source);
  const std::vector<std::string> of_file = LinesOf(std::move(*source));
  const std::vector<std::string> of_memory = LinesOf(LineSource::Over(content, limit));
  CHECK(of_file == of_memory);
  return of_file;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Lines come without their ends, numbered and measured", "[post][line_source]") {
  CHECK(LinesOf("ab\ncd\n", 100) == Lines{"1:ab/3", "2:cd/3"});
  CHECK(LinesOf("ab\r\ncd", 100) == Lines{"1:ab/4", "2:cd/2"});
  CHECK(LinesOf("\n\nx\n", 100) == Lines{"1:/1", "2:/1", "3:x/2"});
  CHECK(LinesOf("a\rb\r\r\n", 100) == Lines{"1:a\rb\r/6"});
  CHECK(LinesOf("", 100).empty());
  CHECK(LinesOf(std::string("a\0b\n", 4), 100) == Lines{"1:" + std::string("a\0b", 3) + "/4"});
}

TEST_CASE("A line over the limit is passed over whole, and the next is read",
          "[post][line_source]") {
  CHECK(LinesOf("12345\n123456\n1\n", 5) == Lines{"1:12345/6", "2:TOO LONG/7", "3:1/2"});
  CHECK(LinesOf("12345\r\n123456\r\n", 5) == Lines{"1:12345/7", "2:TOO LONG/8"});
  CHECK(LinesOf("123456", 5) == Lines{"1:TOO LONG/6"});
}

TEST_CASE("A line over the limit may be longer than what is read at once", "[post][line_source]") {
  const std::string large(300'000, 'x');
  CHECK(LinesOf("a\n" + large + "\nb\n" + large, 1000) ==
        Lines{"1:a/2", "2:TOO LONG/300001", "3:b/2", "4:TOO LONG/300000"});
}

TEST_CASE("Lines that end at and near the limits of reads are whole", "[post][line_source]") {
  const size_t length = GENERATE(as<size_t>(), 65'534, 65'535, 65'536, 65'537, 131'072, 200'000);
  CAPTURE(length);
  const std::string large(length, 'x');
  const std::string size = std::to_string(length + 1);
  CHECK(LinesOf(large + "\n" + large + "\nend", 1 << 20) ==
        Lines{"1:" + large + "/" + size, "2:" + large + "/" + size, "3:end/3"});
}

TEST_CASE("A line of exactly the limit is read although a carriage return follows it",
          "[post][line_source]") {
  const std::string large(70'000, 'x');
  CHECK(LinesOf(large + "\r\nend", 70'000) == Lines{"1:" + large + "/70002", "2:end/3"});
}

TEST_CASE("What cannot be opened is an error that says what to do", "[post][line_source]") {
  const auto missing = LineSource::Open("/nowhere/posts.jsonl", 100);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kUnreadable);
  CHECK(missing.error().ToString() ==
        "/nowhere/posts.jsonl: there is no such file. Check the name.");
  const auto folder = LineSource::Open("/", 100);
  REQUIRE_FALSE(folder);
  CHECK(folder.error().ToString() == "/: is a folder. Name the files in it.");
}

TEST_CASE("a line that is too long keeps its end", "[post][line_source]") {
  const std::string end = GENERATE("\n", "\r\n");
  const size_t size = GENERATE(size_t{11}, size_t{65535}, size_t{65536}, size_t{200000});
  const TemporaryFile file(std::string(size, 'a') + end + "b");
  auto source = LineSource::Open(file.path(), 10);
  REQUIRE(source);
  const auto line = source->Next();
  REQUIRE(*line);
  CHECK((*line)->is_too_long);
  CHECK((*line)->end == end);
}

TEST_CASE("lines with their ends are the input, byte for byte", "[post][line_source]") {
  const std::string content = GENERATE(as<std::string>(), "", "a", "a\n", "a\r\n\r\n\n", "a\rb\r",
                                       "\r", "\xEF\xBB\xBF{}\r\n \t\nlast\r\n");
  LineSource source = LineSource::Over(content, 100);
  std::string together;
  for (auto next = source.Next(); *next; next = source.Next()) {
    together.append((*next)->text).append((*next)->end);
  }
  CHECK(together == content);
}
