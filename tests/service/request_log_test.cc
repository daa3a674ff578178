#include "service/request_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>

#include "catch.h"
#include "http/file_descriptor.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

// What is written into one end can be read at the other, without waiting.
struct Pipe {
  Pipe() {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    out = FileDescriptor(ends[0]);
    in = FileDescriptor(ends[1]);
    REQUIRE(::fcntl(out.get(), F_SETFL, O_NONBLOCK) == 0);
  }
  std::string Read() const {
    std::array<char, 4096> bytes{};
    const ssize_t size = ::read(out.get(), bytes.data(), bytes.size());
    return size < 0 ? "" : std::string(bytes.data(), static_cast<size_t>(size));
  }
  FileDescriptor out;
  FileDescriptor in;
};

Response Answer(int status) {
  Response response;
  response.status = status;
  response.body = "{\"text\":\"Ring 07700 900123\"}";
  response.route = "/v1/check";
  response.verdict = "block";
  response.client = "intranet";
  return response;
}

}  // namespace

TEST_CASE("a request is a line of JSON without anything of its text", "[service][request_log]") {
  const Pipe pipe;
  RequestLog log(pipe.in.get(), LogRequests::kAll);
  log.TellRequest("POST", Answer(200), {std::chrono::microseconds(1500), 280, false});
  const std::string line = pipe.Read();
  CHECK_THAT(line, ContainsSubstring(
                       R"("level":"info","event":"request","method":"POST","route":"/v1/check",)"
                       R"("status":200,"verdict":"block","token":"intranet","bytes_in":280,)"
                       R"("bytes_out":28,"milliseconds":1.500})"
                       "\n"));
  CHECK(line.starts_with(R"({"time":"20)"));
  CHECK(line.find("07700") == std::string::npos);
}

TEST_CASE("only what is asked for is logged", "[service][request_log]") {
  const Pipe pipe;
  RequestLog none(pipe.in.get(), LogRequests::kNone);
  none.TellRequest("POST", Answer(500), {});
  CHECK(pipe.Read().empty());
  RequestLog errors(pipe.in.get(), LogRequests::kErrors);
  errors.TellRequest("POST", Answer(422), {});
  CHECK(pipe.Read().empty());
  errors.TellRequest("POST", Answer(503), {});
  CHECK_THAT(pipe.Read(), ContainsSubstring(R"("level":"warning")"));
  errors.TellRequest("POST", Answer(200), {{}, 0, true});
  CHECK_THAT(pipe.Read(), ContainsSubstring(R"("late":true)"));
}

TEST_CASE("events are JSON, or sentences for a person", "[service][request_log]") {
  const Pipe pipe;
  RequestLog(pipe.in.get(), LogRequests::kNone).TellEvent("error", "reload", "a \"quote\"");
  CHECK_THAT(pipe.Read(),
             ContainsSubstring(R"("level":"error","event":"reload","message":"a \"quote\""})"
                               "\n"));
  RequestLog(pipe.in.get(), LogRequests::kNone, LogForm::kText)
      .TellEvent("error", "reload", "a \"quote\"");
  CHECK(pipe.Read() == "gatepost: reload: a \"quote\"\n");
}

TEST_CASE("answers do not wait for whoever reads the log", "[service][request_log]") {
  const Pipe pipe;
  RequestLog log(pipe.in.get(), LogRequests::kAll);
  for (int i = 0; i < 10'000; ++i) log.TellRequest("POST", Answer(200), {});  // fills the pipe
  std::string read;
  for (std::string more = pipe.Read(); !more.empty(); more = pipe.Read()) read += more;
  CHECK(read.size() > 4096);
  CHECK(read.ends_with("}\n"));
}
