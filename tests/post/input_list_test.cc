// ListInputs: the files that a path stands for.

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/temporary_folder.h"
#include "catch.h"
#include "post/input_walk.h"

using namespace gatepost;

namespace {

using Lines = std::vector<std::string>;

class ListRecorder final : public InputListVisitor {
 public:
  explicit ListRecorder(const std::filesystem::path& root) : prefix_(root.string() + "/") {}
  Status OnInput(const InputFile& file) override {
    lines.push_back(Within(file.path) + " " + std::to_string(file.bytes));
    return {};
  }
  Status OnProblem(Problem problem) override {
    const std::string kind = problem.kind == ProblemKind::kUnread ? "unread " : "note ";
    lines.push_back(kind + problem.code + " " + Within(problem.where.file));
    return {};
  }
  Lines lines;

 private:
  [[nodiscard]] std::string Within(const std::string& path) const {
    return path.starts_with(prefix_) ? path.substr(prefix_.size()) : path;
  }
  std::string prefix_;
};

Lines ListOf(const TemporaryFolder& folder, const std::string& path) {
  ListRecorder recorder(folder.path());
  REQUIRE(ListInputs(path, recorder));
  return recorder.lines;
}

}  // namespace

TEST_CASE("A file is listed as it is named, and so is standard input", "[post][input_list]") {
  const TemporaryFolder folder;
  CHECK(ListOf(folder, folder.Write("a", "12345").string()) == Lines{"a 5"});
  CHECK(ListOf(folder, "-") == Lines{"- 0"});
}

TEST_CASE("A folder's files are listed by name, those of its folders among them",
          "[post][input_list]") {
  const TemporaryFolder folder;
  for (const char* name : {"b", "b.d", "é", ".git"}) {
    std::filesystem::create_directory(folder.path() / name);
  }
  for (const char* name : {"z", "B", "b/2", "b/10", "b.d/x", "é/y", ".DS_Store", ".git/config"}) {
    folder.Write(name, "1");
  }
  const Lines expected = {
      ".DS_Store 1", "note input_git .git", "B 1", "b/10 1", "b/2 1", "b.d/x 1", "z 1", "é/y 1"};
  CHECK(ListOf(folder, folder.path().string()) == expected);
  CHECK(ListOf(folder, folder.path().string() + "/") == expected);
}

TEST_CASE("Links in folders are not followed, and a link that is named is", "[post][input_list]") {
  const TemporaryFolder folder;
  folder.Write("a", "1");
  std::filesystem::create_directory(folder.path() / "inner");
  std::filesystem::create_symlink("../a", folder.path() / "inner/file");
  std::filesystem::create_directory_symlink("..", folder.path() / "inner/folder");
  std::filesystem::create_symlink("absent", folder.path() / "inner/nowhere");
  CHECK(ListOf(folder, (folder.path() / "inner").string()) ==
        Lines{"note input_link inner/file", "note input_link inner/folder",
              "note input_link inner/nowhere"});
  CHECK(ListOf(folder, (folder.path() / "inner/file").string()) == Lines{"inner/file 1"});
  CHECK(ListOf(folder, (folder.path() / "inner/nowhere").string()) ==
        Lines{"unread input_unreadable inner/nowhere"});
}

TEST_CASE("Pipes in folders are passed over", "[post][input_list]") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  CHECK(ListOf(folder, folder.path().string()) == Lines{"note input_special pipe"});
}

TEST_CASE("What is not there or may not be read is told of", "[post][input_list]") {
  const TemporaryFolder folder;
  CHECK(ListOf(folder, (folder.path() / "absent").string()) ==
        Lines{"unread input_unreadable absent"});
  if (::geteuid() == 0) return;  // who may read everything
  folder.Write("a", "1");
  std::filesystem::create_directory(folder.path() / "b");
  ::chmod((folder.path() / "a").c_str(), 0);
  ::chmod((folder.path() / "b").c_str(), 0);
  CHECK(ListOf(folder, folder.path().string()) ==
        Lines{"unread input_unreadable a", "unread input_unreadable b"});
  ::chmod((folder.path() / "b").c_str(), 0700);
}
