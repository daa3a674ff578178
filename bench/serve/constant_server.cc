// What our HTTP server costs by itself: answers everything with the same body.
//
//   constant_server THREADS BODY-FILE     prints its port, and serves until it is killed

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "http/http_server.h"

namespace gatepost {
namespace {

class ConstantAnswerer final : public Answerer {
 public:
  explicit ConstantAnswerer(std::string body) : body_(std::move(body)) {}

  [[nodiscard]] std::unique_ptr<AnswerWorker> MakeWorker() const override {
    return std::make_unique<AnswerWorker>();
  }
  [[nodiscard]] Admission Admit(const Request& /*head*/, Response& /*response*/) const override {
    return {true, 1 << 20};
  }
  void Answer(const Request& /*request*/, AnswerWorker& /*worker*/,
              Response& response) const override {
    response.body = body_;
  }
  void AnswerLate(const Request& /*request*/, Response& response) const override {
    response.status = 503;
  }
  void Refuse(Refusal /*refusal*/, const Request& /*head*/, Response& response) const override {
    response.status = 503;
  }
  void Tell(const Request& /*request*/, const Response& /*response*/, const Exchange& /*exchange*/,
            AnswerWorker* /*worker*/) const override {}

 private:
  const std::string body_;
};

std::string ReadAll(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int Serve(size_t threads, std::string body) {
  const ConstantAnswerer answerer(std::move(body));
  HttpOptions options;
  options.endpoints = {Endpoint::Tcp("127.0.0.1", 0)};
  options.threads = threads;
  const auto server = HttpServer::Open(std::move(options), answerer);
  if (!server) {
    std::fprintf(stderr, "constant_server: %s\n", server.error().ToString().c_str());
    return 2;
  }
  std::printf("%d\n", (*server)->endpoints().front().port);
  std::fflush(stdout);
  (*server)->Run();
  return 0;
}

}  // namespace
}  // namespace gatepost

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: constant_server THREADS BODY-FILE\n", stderr);
    return 2;
  }
  return gatepost::Serve(static_cast<size_t>(std::atoi(argv[1])), gatepost::ReadAll(argv[2]));
}
