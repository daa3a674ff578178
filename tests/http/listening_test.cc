#include "http/listening.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("an address is read with its port or without, and written the same way",
          "[http][listening]") {
  const auto [text, written] = GENERATE(table<std::string, std::string>({
      {"127.0.0.1:8080", "127.0.0.1:8080"},
      {"127.0.0.1", "127.0.0.1:8470"},
      {"localhost:0", "127.0.0.1:0"},
      {"[::1]:8470", "[::1]:8470"},
      {"[::1]", "[::1]:8470"},
      {"::1", "[::1]:8470"},
      {"0.0.0.0:65535", "0.0.0.0:65535"},
  }));
  CAPTURE(text);
  const Result<Endpoint> endpoint = ParseEndpoint(text);
  REQUIRE(endpoint.has_value());
  CHECK(TextOf(*endpoint) == written);
  CHECK(UrlOf(*endpoint, false) == "http://" + written);
  CHECK(UrlOf(*endpoint, true) == "https://" + written);
}

TEST_CASE("what is no address is refused, names of hosts too", "[http][listening]") {
  const std::string text =
      GENERATE("", ":8470", "example.org:80", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536",
               "127.0.0.1:-1", "[::1", "[::1]8470", "127.1:80", "256.0.0.1:80", "*:80");
  CAPTURE(text);
  const Result<Endpoint> endpoint = ParseEndpoint(text);
  REQUIRE_FALSE(endpoint.has_value());
  CHECK(endpoint.error().code == ErrorCode::kUsage);
}

TEST_CASE("beyond this machine a service listens only with tokens, and with TLS in it or before it",
          "[http][listening]") {
  const std::vector<Endpoint> open = {Endpoint::Tcp("127.0.0.1", 1), Endpoint::Tcp("0.0.0.0", 1)};
  CHECK_THAT(CheckProtection(open, {}).error().message, ContainsSubstring("--tokens FILE"));
  CHECK_THAT(CheckProtection(open, {.has_tls = true}).error().message,
             ContainsSubstring("--tokens FILE"));
  CHECK_THAT(CheckProtection(open, {.has_tokens = true}).error().message,
             ContainsSubstring("--insecure-http"));
  CHECK(CheckProtection(open, {.has_tokens = true, .has_tls = true}));
  CHECK(CheckProtection(open, {.has_tokens = true, .has_tls_in_front = true}));
}

TEST_CASE("loopback and unix sockets need no protection", "[http][listening]") {
  CHECK(CheckProtection({Endpoint::Tcp("127.0.0.1", 1), Endpoint::Tcp("127.8.0.1", 1),
                         Endpoint::Tcp("::1", 1), Endpoint::Unix("/run/gatepost/socket")},
                        {}));
  for (const char* address : {"::", "192.0.2.1", "2001:db8::1"}) {
    CAPTURE(address);
    CHECK_FALSE(CheckProtection({Endpoint::Tcp(address, 1)}, {}));
  }
}
