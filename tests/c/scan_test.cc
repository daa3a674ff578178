#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include "c/c_scanner.h"

namespace gatepost::c {
namespace {

const std::string kPhone = "07700 900123";

// A scanner with a worker of it.
struct Scanning {
  explicit Scanning(const gatepost_options& options = SampleOptions())
      : scanner(Opened(options)), worker(WorkerOf(scanner)) {}

  gatepost_columns Scan(const std::string& text) {
    REQUIRE(gatepost_scan(scanner.get(), worker.get(), text.data(), text.size(), &columns,
                          nullptr) == GATEPOST_OK);
    return columns;
  }

  Outcome ScanBatch(const std::string& data, const std::vector<uint64_t>& offsets) {
    return OutcomeOf([&](auto** error) {
      return gatepost_scan_batch(scanner.get(), worker.get(), data.data(), offsets.data(),
                                 offsets.size() - 1, &columns, error);
    });
  }

  ScannerHandle scanner;
  WorkerHandle worker;
  gatepost_columns columns = NewColumns();
};

TEST_CASE("places of a batch count from each post's own begin", "[c][scan]") {
  Scanning scanning;
  // The first offset need not be 0, a post may be empty, and none reaches into the next.
  const std::string data = "xx07700" + kPhone + " a " + kPhone;
  const uint64_t end = data.size();
  REQUIRE(scanning.ScanBatch(data, {2, 7, 7, 19, end}).code == GATEPOST_OK);
  const gatepost_columns& found = scanning.columns;
  REQUIRE(found.post_count == 4);
  REQUIRE(found.finding_count == 2);
  CHECK(found.finding_post[0] == 2);
  CHECK(found.finding_begin[0] == 0);
  CHECK(found.finding_end[0] == 12);
  CHECK(found.finding_post[1] == 3);
  CHECK(found.finding_begin[1] == 3);
  CHECK(found.finding_end[1] == 15);
  CHECK(found.finding_action[0] == GATEPOST_BLOCK);
  CHECK(found.post_action[1] == GATEPOST_PASS);
  CHECK(found.post_complete[1] == 1);
}

TEST_CASE("posts keep their numbers beyond what is handed to the scanner at a time", "[c][scan]") {
  Scanning scanning;
  constexpr uint32_t kPosts = 5000;
  std::string data;
  std::vector<uint64_t> offsets = {0};
  for (uint32_t i = 0; i < kPosts; ++i) {
    data += i % 1000 == 999 ? kPhone : "fine";
    offsets.push_back(data.size());
  }
  REQUIRE(scanning.ScanBatch(data, offsets).code == GATEPOST_OK);
  REQUIRE(scanning.columns.post_count == kPosts);
  REQUIRE(scanning.columns.finding_count == kPosts / 1000);
  for (uint32_t i = 0; i < kPosts / 1000; ++i) {
    CHECK(scanning.columns.finding_post[i] == i * 1000 + 999);
  }
}

TEST_CASE("no posts are no work, whatever the pointers", "[c][scan]") {
  Scanning scanning;
  gatepost_columns columns = NewColumns();
  REQUIRE(gatepost_scan_batch(scanning.scanner.get(), scanning.worker.get(), nullptr, nullptr, 0,
                              &columns, nullptr) == GATEPOST_OK);
  CHECK(columns.post_count == 0);
  REQUIRE(gatepost_scan(scanning.scanner.get(), scanning.worker.get(), nullptr, 0, &columns,
                        nullptr) == GATEPOST_OK);
  CHECK(columns.post_count == 1);
  CHECK(columns.post_action[0] == GATEPOST_PASS);
}

TEST_CASE("offsets that no posts can have are refused, and the columns stay", "[c][scan]") {
  Scanning scanning;
  const Outcome down = scanning.ScanBatch("abc", {0, 3, 2});
  CHECK(down.code == GATEPOST_INVALID_ARGUMENT);
  CHECK(down.text == "offsets[2] is below the one before it.");
  const Outcome negative = scanning.ScanBatch("abc", {0, std::numeric_limits<uint64_t>::max()});
  CHECK(negative.code == GATEPOST_INVALID_ARGUMENT);
  const uint64_t offset = 0;
  const Outcome many = OutcomeOf([&](auto** error) {
    return gatepost_scan_batch(scanning.scanner.get(), scanning.worker.get(), "", &offset,
                               uint64_t{1} << 32, &scanning.columns, error);
  });
  CHECK(many.code == GATEPOST_TOO_LARGE);
  CHECK(scanning.columns.post_action == nullptr);
}

// More data than 32 bits can count. Only the pages that are written to take memory.
struct SparseData {
  explicit SparseData(size_t its_size)
      : size(its_size),
        bytes(mmap(nullptr, size, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)) {
    REQUIRE(bytes != MAP_FAILED);
  }
  ~SparseData() { munmap(bytes, size); }
  SparseData(const SparseData&) = delete;
  SparseData& operator=(const SparseData&) = delete;
  [[nodiscard]] char* begin() const { return static_cast<char*>(bytes); }

  size_t size;
  void* bytes;
};

TEST_CASE("posts beyond 4 GiB of data are scanned, and one of that size is not looked at",
          "[c][scan]") {
  Scanning scanning;
  const uint64_t huge = uint64_t{5} << 30;
  const SparseData data(huge + 2 * kPhone.size());
  std::ranges::copy(kPhone, data.begin());
  std::ranges::copy(kPhone, data.begin() + kPhone.size() + huge);
  const uint64_t offsets[] = {0, 12, 12 + huge, 24 + huge};
  gatepost_columns found = NewColumns();
  REQUIRE(gatepost_scan_batch(scanning.scanner.get(), scanning.worker.get(), data.begin(), offsets,
                              3, &found, nullptr) == GATEPOST_OK);
  REQUIRE(found.finding_count == 2);
  CHECK(found.finding_post[0] == 0);
  CHECK(found.finding_post[1] == 2);
  CHECK(found.finding_begin[1] == 0);
  CHECK(found.finding_end[1] == 12);
  CHECK(found.post_complete[0] == 1);
  CHECK(found.post_complete[1] == 0);
  CHECK(found.post_complete[2] == 1);
  REQUIRE(found.problem_count == 1);
  CHECK(found.problem_post[0] == 1);
  CHECK(found.problem_kind[0] == GATEPOST_UNREAD);
  CHECK(found.problem_code[0] == std::string("post_too_large"));
}

TEST_CASE("the limit of the options is the one that holds", "[c][scan]") {
  gatepost_options options = SampleOptions();
  options.max_post_bytes = 12;
  Scanning scanning(options);
  CHECK(scanning.Scan(kPhone).post_complete[0] == 1);
  CHECK(scanning.Scan(kPhone + ".").post_complete[0] == 0);
}

TEST_CASE("invalid UTF-8 is scanned around and makes the post incomplete", "[c][scan]") {
  Scanning scanning;
  const gatepost_columns found = scanning.Scan("\xFF\n" + kPhone + "\xE9");
  CHECK(found.post_complete[0] == 0);
  CHECK(found.finding_count == 1);
  REQUIRE(found.problem_count == 1);
  CHECK(found.problem_code[0] == std::string("invalid_utf8"));
  CHECK(std::string(found.problem_text[0]).find("UTF-8") != std::string::npos);
  CHECK(found.problem_line[0] == 1);
  CHECK(found.problem_column[0] == 1);
}

TEST_CASE("nothing is written beyond the size that the columns state", "[c][scan]") {
  struct {
    gatepost_columns today;
    uint64_t after;
  } room = {NewColumns(), 42};
  Scanning scanning;
  REQUIRE(gatepost_scan(scanning.scanner.get(), scanning.worker.get(), kPhone.data(), kPhone.size(),
                        &room.today, nullptr) == GATEPOST_OK);
  CHECK(room.today.finding_count == 1);
  CHECK(room.after == 42);
  CHECK(room.today.struct_size == sizeof(gatepost_columns));
}

TEST_CASE("the policy's rules for the channel hold", "[c][scan]") {
  gatepost_options options = SampleOptions();
  const std::string policy = GATEPOST_SOURCE_DIR "/tests/c/report_only.toml";
  options.policy_file = policy.c_str();
  CHECK(Scanning(options).Scan(kPhone).post_action[0] == GATEPOST_BLOCK);
  options.channel = "quiet";
  Scanning quiet(options);
  const gatepost_columns found = quiet.Scan(kPhone);
  CHECK(found.post_action[0] == GATEPOST_PASS);
  CHECK(found.post_would_be[0] == GATEPOST_BLOCK);
}

TEST_CASE("official contacts hold up to the day that the policy names", "[c][scan]") {
  gatepost_options options = SampleOptions();
  const std::string policy = GATEPOST_SOURCE_DIR "/tests/c/report_only.toml";
  options.policy_file = policy.c_str();
  CHECK(Scanning(options).Scan("07700 900999").post_action[0] == GATEPOST_PASS);
  options.as_of_month = 4;
  options.as_of_day = 1;
  CHECK(Scanning(options).Scan("07700 900999").post_action[0] == GATEPOST_BLOCK);
}

TEST_CASE("a worker scans for its own scanner alone", "[c][worker]") {
  const Scanning mine;
  const Scanning other;
  gatepost_columns columns = NewColumns();
  const Outcome outcome = OutcomeOf([&](auto** error) {
    return gatepost_scan(mine.scanner.get(), other.worker.get(), "a", 1, &columns, error);
  });
  CHECK(outcome.code == GATEPOST_INVALID_ARGUMENT);
  CHECK(outcome.text == "worker is one of another scanner.");
}

TEST_CASE("a worker and its columns outlive the handle of the scanner", "[c][worker]") {
  Scanning scanning;
  const gatepost_columns found = scanning.Scan(kPhone);
  scanning.scanner.reset();
  CHECK(found.finding_end[0] == 12);
}

TEST_CASE("threads with a worker each share a scanner", "[c][worker]") {
  constexpr int kThreads = 4;
  const ScannerHandle scanner = Opened();
  std::vector<uint64_t> findings(kThreads);
  std::vector<std::thread> threads;
  for (size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&scanner, &mine = findings[i]] {
      gatepost_worker* made = nullptr;
      if (gatepost_worker_new(scanner.get(), &made, nullptr) != GATEPOST_OK) return;
      const WorkerHandle worker(made);
      for (int round = 0; round < 50; ++round) {
        gatepost_columns columns = NewColumns();
        if (gatepost_scan(scanner.get(), worker.get(), kPhone.data(), kPhone.size(), &columns,
                          nullptr) == GATEPOST_OK) {
          mine += columns.finding_count;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(findings == std::vector<uint64_t>(kThreads, 50));
}

TEST_CASE("calls that share a worker are served or refused, never mixed", "[c][worker]") {
  Scanning scanning;
  std::string text;
  for (int i = 0; i < 200; ++i) text += kPhone + " and ";
  struct Counts {
    int served = 0, refused = 0, other = 0;
  };
  std::vector<Counts> counts(4);
  std::vector<std::thread> threads;
  for (Counts& mine : counts) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) {
        gatepost_columns columns = NewColumns();
        const gatepost_code code = gatepost_scan(scanning.scanner.get(), scanning.worker.get(),
                                                 text.data(), text.size(), &columns, nullptr);
        const bool is_right = code == GATEPOST_OK && columns.finding_count == 200;
        ++(is_right ? mine.served : code == GATEPOST_INVALID_ARGUMENT ? mine.refused : mine.other);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  int served = 0;
  for (const Counts& each : counts) {
    CHECK(each.other == 0);
    served += each.served;
  }
  CHECK(served > 0);
}

}  // namespace
}  // namespace gatepost::c
