#include "scan/ordered_pool.h"

#include <atomic>
#include <functional>
#include <new>
#include <set>
#include <string>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

class TestJob final : public Job {
 public:
  struct Steps {
    std::function<void(size_t)> run = [](size_t) {};
    std::function<Status()> deliver = [] { return Status{}; };
    uint64_t bytes = 0;
  };
  explicit TestJob(Steps steps) : steps_(std::move(steps)) {}
  void Run(size_t worker) override { steps_.run(worker); }
  Status Deliver() override { return steps_.deliver(); }
  [[nodiscard]] uint64_t bytes() const override { return steps_.bytes; }

 private:
  Steps steps_;
};

std::unique_ptr<Job> JobOf(TestJob::Steps steps) {
  return std::make_unique<TestJob>(std::move(steps));
}

// Takes a time that depends on the number, without sleeping.
void Spin(size_t number) {
  std::atomic<size_t> turns = number * 7919 % 4001;
  while (turns.load() > 0) --turns;
}

TEST_CASE("jobs are delivered in the order in which they were added", "[scan][ordered_pool]") {
  const size_t threads = GENERATE(1U, 2U, 5U);
  std::vector<size_t> delivered;
  OrderedPool pool(threads);
  for (size_t i = 0; i < 500; ++i) {
    REQUIRE(pool.Add(JobOf({.run = [i](size_t) { Spin(i); },
                            .deliver = [&delivered, i]() -> Status {
                              delivered.push_back(i);
                              return {};
                            }})));
  }
  REQUIRE(pool.Finish());
  REQUIRE(delivered.size() == 500);
  for (size_t i = 0; i < delivered.size(); ++i) CHECK(delivered[i] == i);
}

TEST_CASE("no two jobs use one worker at once, and no worker is beyond the threads",
          "[scan][ordered_pool]") {
  constexpr size_t kThreads = 3;
  std::vector<std::atomic<int>> users(kThreads);
  std::atomic<bool> is_shared = false;
  OrderedPool pool(kThreads);
  for (size_t i = 0; i < 300; ++i) {
    REQUIRE(pool.Add(JobOf({.run = [&users, &is_shared, i](size_t worker) {
      if (users.at(worker)++ != 0) is_shared = true;
      Spin(i);
      --users[worker];
    }})));
  }
  REQUIRE(pool.Finish());
  CHECK_FALSE(is_shared);
}

TEST_CASE("jobs that are not delivered are bounded in number and bytes", "[scan][ordered_pool]") {
  constexpr size_t kThreads = 2;
  const uint64_t bytes = GENERATE(uint64_t{0}, kMaxBytesUnderWay / 3, 2 * kMaxBytesUnderWay);
  std::atomic<size_t> under_way = 0;
  size_t most = 0;
  OrderedPool pool(kThreads);
  for (size_t i = 0; i < 200; ++i) {
    REQUIRE(pool.Add(JobOf({.run = [i](size_t) { Spin(i); },
                            .deliver = [&under_way]() -> Status {
                              --under_way;
                              return {};
                            },
                            .bytes = bytes})));
    most = std::max<size_t>(most, ++under_way);
  }
  REQUIRE(pool.Finish());
  // One more than may be under way: it is counted down by its delivery, before the pool does.
  const size_t allowed = bytes == 0                  ? kMaxJobsPerThread * kThreads
                         : bytes > kMaxBytesUnderWay ? 1
                                                     : 3;
  CHECK(most <= allowed + 1);
}

TEST_CASE("after a delivery that fails nothing more is delivered, and all calls tell of it",
          "[scan][ordered_pool]") {
  const size_t threads = GENERATE(1U, 2U, 5U);
  size_t delivered = 0;
  OrderedPool pool(threads);
  Status last;
  for (size_t i = 0; i < 200; ++i) {
    last = pool.Add(JobOf({.deliver = [&delivered, i]() -> Status {
      ++delivered;
      if (i == 20) return Fail(ErrorCode::kUnreadable, "the disk is full.");
      return {};
    }}));
  }
  const Status finished = pool.Finish();
  REQUIRE_FALSE(finished);
  CHECK(finished.error().message == "the disk is full.");
  CHECK_FALSE(last);
  CHECK(delivered == 21);
}

TEST_CASE("what a job throws is thrown to whoever adds or waits, and nothing is delivered after it",
          "[scan][ordered_pool]") {
  const size_t threads = GENERATE(1U, 2U, 5U);
  const bool throws_in_run = GENERATE(true, false);
  size_t delivered = 0;
  OrderedPool pool(threads);
  const auto add_and_finish = [&] {
    for (size_t i = 0; i < 200; ++i) {
      static_cast<void>(pool.Add(JobOf({.run =
                                            [=](size_t) {
                                              if (throws_in_run && i == 20) throw std::bad_alloc();
                                            },
                                        .deliver = [&delivered, throws_in_run, i]() -> Status {
                                          if (!throws_in_run && i == 20) throw std::bad_alloc();
                                          ++delivered;
                                          return {};
                                        }})));
    }
    static_cast<void>(pool.Finish());
  };
  CHECK_THROWS_AS(add_and_finish(), std::bad_alloc);
  CHECK(delivered <= 20);
}

TEST_CASE("a pool may be left with work undone", "[scan][ordered_pool]") {
  std::atomic<size_t> run = 0;
  {
    OrderedPool pool(2);
    for (size_t i = 0; i < 10; ++i) {
      REQUIRE(pool.Add(JobOf({.run = [&run, i](size_t) {
        Spin(i);
        ++run;
      }})));
    }
  }
  CHECK(run <= 10);
  OrderedPool unused(4);
  CHECK(unused.Finish());
}

}  // namespace
}  // namespace gatepost
