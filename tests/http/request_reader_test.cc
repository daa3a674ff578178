#include "http/request_reader.h"

#include <cstring>
#include <string>

#include "catch.h"
#include "http/http_client.h"
#include "http/sample_answerer.h"

using namespace gatepost;

namespace {

using Step = RequestReader::Step;

struct Reading {
  Step Read(std::string_view bytes) {
    std::memcpy(in.Room(bytes.size()).data(), bytes.data(), bytes.size());
    in.Add(bytes.size());
    return reader.Read(in, job);
  }

  SampleAnswerer answerer;
  HttpLimits limits;
  RequestReader reader{answerer, limits};
  ReadBuffer in;
  ByteBudget budget{1'000'000};
  RequestJob job{budget};
};

}  // namespace

TEST_CASE("line ends before a request are passed over however they come",
          "[http][request_reader]") {
  Reading reading;
  for (const char* part : {"\r", "\n", "\r\n\r", "\n"}) {
    CAPTURE(part);
    CHECK(reading.Read(part) == Step::kMore);
  }
  CHECK(reading.in.empty());
  CHECK(reading.Read("\r\n" + GetOf("/asked")) == Step::kWhole);
  CHECK(reading.job.head.request.path == "/asked");
}

TEST_CASE("what only begins like a line end is refused", "[http][request_reader]") {
  Reading reading;
  CHECK(reading.Read("\r") == Step::kMore);
  CHECK(reading.Read(GetOf("/asked")) == Step::kRefused);
  CHECK(reading.reader.refusal() == Refusal::kBadRequest);
}
