// A server that speaks TLS.

#include <openssl/ssl.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <string>

#include "folder_path.h"
#include "http/running_server.h"
#include "http/sample_certificate.h"

using namespace gatepost;
namespace fs = std::filesystem;

namespace {

// A client over one connection.
class TlsClient {
 public:
  TlsClient(const Endpoint& endpoint, int version)
      : client_(endpoint), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free) {
    SSL_CTX_set_min_proto_version(context_.get(), version);
    SSL_CTX_set_max_proto_version(context_.get(), version);
    SSL_CTX_set_security_level(context_.get(), 0);  // tries old versions too
    ssl_.reset(SSL_new(context_.get()));
    ::signal(SIGPIPE, SIG_IGN);  // when the server closes before all is sent
    SSL_set_fd(ssl_.get(), client_.socket());
    is_connected_ = SSL_connect(ssl_.get()) == 1;
  }
  [[nodiscard]] bool is_connected() const { return is_connected_; }
  // All until the server has no more to say.
  std::string Ask(const std::string& bytes) {
    SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
    std::string all;
    char part[4096];
    for (int size = 0; (size = SSL_read(ssl_.get(), part, sizeof(part))) > 0;) {
      all.append(part, static_cast<size_t>(size));
    }
    ends_well_ = SSL_get_error(ssl_.get(), 0) == SSL_ERROR_ZERO_RETURN;
    return all;
  }
  // The last answer's end was the server's will, not cut off.
  [[nodiscard]] bool ends_well() const { return ends_well_; }
  // The name that the certificate is for.
  [[nodiscard]] std::string Name() const {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        SSL_get1_peer_certificate(ssl_.get()), X509_free);
    char name[64] = {};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name,
                              sizeof(name));
    return name;
  }

 private:
  HttpClient client_;
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> ssl_{nullptr, SSL_free};
  bool is_connected_ = false;
  bool ends_well_ = false;
};

HttpOptions TlsOptions(const fs::path& folder) {
  fs::create_directory(folder);
  WriteSampleCertificate("a.example.org", folder / "certificate.pem", folder / "key.pem");
  HttpOptions options;
  options.tls = {folder / "certificate.pem", folder / "key.pem"};
  return options;
}

const std::string kLastRequest = GetOf("/asked", "Connection: close\r\n");

}  // namespace

TEST_CASE("a server speaks TLS 1.2 and 1.3, and nothing older", "[http][tls]") {
  const FolderPath folder("tls");
  RunningServer server(TlsOptions(folder.path()));
  const int version = GENERATE(TLS1_2_VERSION, TLS1_3_VERSION);
  TlsClient client(server.endpoint(), version);
  REQUIRE(client.is_connected());
  const std::string text = client.Ask(PostOf("/echo", std::string(50'000, 'x')) + kLastRequest);
  CHECK_THAT(text, ContainsSubstring(std::string(50'000, 'x') + "HTTP/1.1 200 OK"));
  CHECK(text.ends_with("/asked? "));
  CHECK(client.ends_well());
  CHECK_FALSE(TlsClient(server.endpoint(), TLS1_1_VERSION).is_connected());
}

TEST_CASE("a large answer comes whole over TLS", "[http][tls]") {
  const FolderPath folder("tls_large");
  RunningServer server(TlsOptions(folder.path()));
  TlsClient client(server.endpoint(), TLS1_3_VERSION);
  const std::string text = client.Ask(GetOf("/large", "Connection: close\r\n"));
  CHECK(text.ends_with("\r\n\r\n" + server.answerer.large()));
}

TEST_CASE("a refused request is answered over TLS although its body is not read", "[http][tls]") {
  const FolderPath folder("tls_refused");
  RunningServer server(TlsOptions(folder.path()));
  TlsClient client(server.endpoint(), TLS1_3_VERSION);
  const std::string text = client.Ask(PostOf("/echo", std::string(3'000'000, 'x')));
  CHECK(text.starts_with("HTTP/1.1 413 "));
  CHECK(text.ends_with("refused"));
  CHECK(client.ends_well());
}

TEST_CASE("a request that does not come in time is answered over TLS", "[http][tls]") {
  const FolderPath folder("tls_slow");
  HttpOptions options = TlsOptions(folder.path());
  options.limits.body_time = std::chrono::milliseconds(30);
  RunningServer server(std::move(options));
  TlsClient client(server.endpoint(), TLS1_3_VERSION);
  CHECK(client.Ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab")
            .starts_with("HTTP/1.1 408 "));
  CHECK(client.ends_well());
}

TEST_CASE("a client that does not speak TLS is turned away", "[http][tls]") {
  const FolderPath folder("tls_plain");
  RunningServer server(TlsOptions(folder.path()));
  CHECK(server.Ask(GetOf("/asked")).status == 0);
  CHECK(TlsClient(server.endpoint(), TLS1_3_VERSION).is_connected());
}

TEST_CASE("a client that never begins TLS is given up", "[http][tls]") {
  const FolderPath folder("tls_silent");
  HttpOptions options = TlsOptions(folder.path());
  options.limits.header_time = std::chrono::milliseconds(30);
  RunningServer server(std::move(options));
  CHECK(server.Connect().IsClosed());
}

TEST_CASE("a certificate is replaced by a good one only", "[http][tls]") {
  const FolderPath folder("tls_reload");
  RunningServer server(TlsOptions(folder.path()));
  WriteSampleCertificate("b.example.org", folder.path() / "certificate.pem",
                         folder.path() / "other.pem");
  const Status status = server.server().ReloadCertificate();  // its key is another
  REQUIRE_FALSE(status);
  CHECK(status.error().ToString() ==
        (folder.path() / "key.pem").string() +
            ": is not the key of the certificate. Give that key in PEM, without a password.");
  CHECK(TlsClient(server.endpoint(), TLS1_3_VERSION).Name() == "a.example.org");
  fs::rename(folder.path() / "other.pem", folder.path() / "key.pem");
  REQUIRE(server.server().ReloadCertificate());
  CHECK(TlsClient(server.endpoint(), TLS1_3_VERSION).Name() == "b.example.org");
}

TEST_CASE("a certificate that cannot be used is told", "[http][tls]") {
  const FolderPath folder("tls_bad");
  const SampleAnswerer answerer;
  HttpOptions options = TlsOptions(folder.path());
  options.endpoints = {Endpoint::Tcp("127.0.0.1", 0)};
  std::ofstream(options.tls.certificate) << "no certificate";
  const auto server = HttpServer::Open(options, answerer);
  REQUIRE_FALSE(server);
  CHECK(server.error().ToString() ==
        options.tls.certificate +
            ": holds no certificate that can be used. Give the chain in PEM, the server's own "
            "first.");
  fs::remove(options.tls.certificate);
  CHECK_FALSE(HttpServer::Open(options, answerer));
}
