// Workers, and scanning with them.

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string_view>

#include "c/guard.h"
#include "c/handles.h"
#include "c/versioned.h"

namespace gatepost::c {
namespace {

// Posts handed to the scanner at a time: enough of short ones to fill its own batches.
constexpr size_t kPostsPerCall = 1024;

// Posts laid end to end: one more offset than posts.
struct LaidPosts {
  const char* data;
  std::span<const uint64_t> offsets;

  [[nodiscard]] size_t count() const { return offsets.size() - 1; }
  [[nodiscard]] std::string_view operator[](size_t i) const {
    if (offsets[i] == offsets[i + 1]) return {};
    return {data + offsets[i], offsets[i + 1] - offsets[i]};
  }
};

// Holds the worker for one call.
class Busy {
 public:
  explicit Busy(gatepost_worker& worker)
      : worker_(worker), is_mine_(!worker.is_busy.test_and_set(std::memory_order_acquire)) {}
  ~Busy() {
    if (is_mine_) worker_.is_busy.clear(std::memory_order_release);
  }
  Busy(const Busy&) = delete;
  Busy& operator=(const Busy&) = delete;
  [[nodiscard]] bool is_mine() const { return is_mine_; }

 private:
  gatepost_worker& worker_;
  bool is_mine_;
};

Status CheckHandles(const gatepost_scanner* scanner, const gatepost_worker* worker) {
  if (scanner == nullptr) return BadArgument("scanner is NULL.");
  if (worker == nullptr) return BadArgument("worker is NULL.");
  if (worker->scanner != scanner->scanner) return BadArgument("worker is one of another scanner.");
  return {};
}

Result<LaidPosts> Laid(const char* data, const uint64_t* offsets, uint64_t count) {
  static constexpr std::array<uint64_t, 1> kNone = {0};
  if (count == 0) return LaidPosts{nullptr, kNone};
  if (count > std::numeric_limits<uint32_t>::max()) {
    return Fail(ErrorCode::kTooLarge, "there are " + std::to_string(count) +
                                          " posts: scan at most 4294967295 in one call.");
  }
  if (offsets == nullptr) return BadArgument("offsets is NULL.");
  const std::span<const uint64_t> all(offsets, count + 1);
  const auto descent = std::ranges::adjacent_find(all, std::ranges::greater());
  if (descent != all.end()) {
    return BadArgument("offsets[" + std::to_string(descent - all.begin() + 1) +
                       "] is below the one before it.");
  }
  if (data == nullptr && all.front() != all.back()) return BadArgument("data is NULL.");
  // No array in memory is larger; a size beyond it is most often a negative number.
  if (all.back() > static_cast<uint64_t>(std::numeric_limits<ptrdiff_t>::max())) {
    return BadArgument("the last offset is " + std::to_string(all.back()) +
                       ": no data is so large.");
  }
  return LaidPosts{data, all};
}

void ScanPosts(const LaidPosts& laid, gatepost_worker& worker) {
  worker.columns.Clear();
  for (size_t first = 0; first < laid.count(); first += kPostsPerCall) {
    const size_t count = std::min(kPostsPerCall, laid.count() - first);
    if (worker.posts.size() < count) worker.posts.resize(count);
    for (size_t i = 0; i < count; ++i) {
      worker.posts[i].fields.resize(1);
      worker.posts[i].fields.front().text = laid[first + i];
    }
    worker.scanner->Scan(std::span(worker.posts).first(count), worker.worker, worker.columns);
  }
}

}  // namespace
}  // namespace gatepost::c

using gatepost::Status;
using gatepost::c::BadArgument;
using gatepost::c::Guarded;

gatepost_code gatepost_worker_new(const gatepost_scanner* scanner, gatepost_worker** worker,
                                  gatepost_error** error) {
  return Guarded(error, [&]() -> Status {
    if (worker == nullptr) return BadArgument("worker is NULL.");
    *worker = nullptr;
    if (scanner == nullptr) return BadArgument("scanner is NULL.");
    *worker = std::make_unique<gatepost_worker>(*scanner).release();
    return {};
  });
}

void gatepost_worker_free(gatepost_worker* worker) {
  const std::unique_ptr<gatepost_worker> freed(worker);
}

gatepost_code gatepost_scan(const gatepost_scanner* scanner, gatepost_worker* worker,
                            const char* text, uint64_t size, gatepost_columns* columns,
                            gatepost_error** error) {
  const std::array<uint64_t, 2> offsets = {0, size};
  return gatepost_scan_batch(scanner, worker, text, offsets.data(), 1, columns, error);
}

gatepost_code gatepost_scan_batch(const gatepost_scanner* scanner, gatepost_worker* worker,
                                  const char* data, const uint64_t* offsets, uint64_t count,
                                  gatepost_columns* columns, gatepost_error** error) {
  return Guarded(error, [&]() -> Status {
    if (Status status = gatepost::c::CheckHandles(scanner, worker); !status) return status;
    if (Status status = gatepost::c::CheckSize(columns, "columns"); !status) return status;
    const auto laid = gatepost::c::Laid(data, offsets, count);
    if (!laid) return Fail(laid.error());
    const gatepost::c::Busy busy(*worker);
    if (!busy.is_mine()) {
      return BadArgument("another call is using the worker: make one for each thread.");
    }
    gatepost::c::ScanPosts(*laid, *worker);
    gatepost::c::Write(worker->columns.View(), columns);
    return {};
  });
}
