// Any bytes as requests, one after the other: the parser stands up to them, takes the same requests
// from them however they are cut, and what it takes can be written again as the same request.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "http/request_parser.h"

using namespace gatepost;

namespace {

constexpr uint32_t kMaxHeaderBytes = 512;
constexpr uint64_t kMaxBodyBytes = 1024;
using Outcome = RequestParser::Outcome;

void Require(bool is_so, const char* what) {
  if (is_so) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

struct Taken {
  Method method = Method::kGet;
  std::string target, content_type, authorization, origin, body;
  bool keeps_alive = false;
  size_t end = 0;  // in all bytes

  bool operator==(const Taken&) const = default;
};

// The sizes of the pieces that bytes come in.
class Cuts {
 public:
  // `most` is 1 at least.
  Cuts(size_t most, uint32_t seed) : most_(most), state_(seed) {}
  size_t Next() {
    state_ = state_ * 1664525 + 1013904223;  // Numerical Recipes, 7.1
    return 1 + (state_ >> 8) % most_;
  }

 private:
  size_t most_;
  uint32_t state_;
};

Taken TakenFrom(const RequestJob& job, size_t end) {
  const Request& request = job.head.request;
  Require(request.path == "*" || request.path.starts_with('/'), "a path is one");
  Require(job.body.size() <= kMaxBodyBytes, "a body keeps its limit");
  Require(job.head.is_chunked || job.body.size() == job.head.content_length,
          "a body is as long as its head says");
  std::string target(request.path);
  if (!request.query.empty()) target.append("?").append(request.query);
  return {request.method,
          std::move(target),
          std::string(request.content_type),
          std::string(request.authorization),
          std::string(request.origin),
          job.body,
          job.head.keeps_alive,
          end};
}

// Until the bytes end, or one is refused.
std::vector<Taken> RequestsOf(std::string_view bytes, Cuts cuts) {
  std::vector<Taken> requests;
  RequestParser parser(kMaxHeaderBytes);
  ByteBudget budget(UINT64_MAX);
  RequestJob job(budget);
  size_t taken = 0;
  size_t come = 0;
  for (;;) {
    // Of exactly its size, so that a read beyond it is seen.
    const std::vector<char> piece(bytes.begin() + taken, bytes.begin() + come);
    const auto [outcome, size] = parser.Read({piece.data(), piece.size()}, job);
    Require(size <= piece.size(), "no more is taken than there is");
    taken += size;
    if (outcome == Outcome::kHead) {
      if (job.head.content_length > kMaxBodyBytes) return requests;
      parser.AllowBody(kMaxBodyBytes);
    } else if (outcome == Outcome::kWhole) {
      requests.push_back(TakenFrom(job, taken));
      job.Clear();
      parser.BeginNext();
    } else if (outcome != Outcome::kMore || come == bytes.size()) {
      return requests;
    } else {
      Require(come - taken <= kMaxHeaderBytes, "what waits has a limit");
      come = std::min(come + cuts.Next(), bytes.size());
    }
  }
}

std::string Written(const Taken& request) {
  constexpr const char* kMethods[] = {"GET", "HEAD", "POST", "OPTIONS", "PUT"};
  std::string text = kMethods[static_cast<size_t>(request.method)];
  text.append(" ").append(request.target).append(" HTTP/1.1\r\nHost: x\r\n");
  text.append("Content-Type: ").append(request.content_type);
  text.append("\r\nAuthorization: ").append(request.authorization);
  text.append("\r\nOrigin: ").append(request.origin);
  if (!request.keeps_alive) text.append("\r\nConnection: close");
  text.append("\r\nContent-Length: ").append(std::to_string(request.body.size()));
  return text.append("\r\n\r\n").append(request.body);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  const std::vector<Taken> requests = RequestsOf(bytes, Cuts(1, 0));
  for (const size_t most : {3U, 40U, 1U << 20}) {
    Require(RequestsOf(bytes, Cuts(most, static_cast<uint32_t>(size))) == requests,
            "requests are the same however they are cut");
  }
  for (Taken request : requests) {
    const std::string text = Written(request);
    if (text.size() - request.body.size() > kMaxHeaderBytes) continue;
    request.end = text.size();
    Require(RequestsOf(text, Cuts(40, 1)) == std::vector<Taken>{request},
            "a request can be written again");
  }
  return 0;
}
