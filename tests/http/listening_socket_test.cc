#include "http/listening_socket.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "folder_path.h"
#include "http/running_server.h"

using namespace gatepost;
namespace fs = std::filesystem;

TEST_CASE("one server has endpoints of all kinds", "[http][listening_socket]") {
  const FolderPath folder("sockets");
  fs::create_directory(folder.path());
  const std::string path = folder.path() / "socket";
  {
    HttpOptions options;
    options.endpoints = {Endpoint::Tcp("127.0.0.1", 0), Endpoint::Tcp("::1", 0),
                         Endpoint::Unix(path)};
    RunningServer server(std::move(options));
    for (size_t i = 0; i < 3; ++i) {
      CAPTURE(i);
      CHECK(server.Connect(i).Ask(PostOf("/echo", "text")).body == "text");
    }
    CHECK(server.endpoint(0).port != 0);
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0660);
  }
  CHECK_FALSE(fs::exists(path));
}

TEST_CASE("the socket of a dead server is replaced, that of a live one is not",
          "[http][listening_socket]") {
  const FolderPath folder("stale_socket");
  fs::create_directory(folder.path());
  const Endpoint endpoint = Endpoint::Unix(folder.path() / "socket");
  {
    auto dead = ListeningSocket::Open(endpoint);
    REQUIRE(dead);
    // As if it had been killed: its file stays.
    fs::rename(endpoint.host, endpoint.host + ".kept");
  }
  fs::rename(endpoint.host + ".kept", endpoint.host);
  auto live = ListeningSocket::Open(endpoint);
  REQUIRE(live);
  const auto second = ListeningSocket::Open(endpoint);
  REQUIRE_FALSE(second);
  CHECK(second.error().ToString() == endpoint.host +
                                         ": cannot listen there: address already in use. Stop the "
                                         "server that does, or choose another address.");
  CHECK(fs::exists(endpoint.host));
}

TEST_CASE("a file that is no socket is left alone", "[http][listening_socket]") {
  const FolderPath folder("no_socket");
  fs::create_directory(folder.path());
  const std::string path = folder.path() / "file";
  std::ofstream(path) << "text";
  const auto socket = ListeningSocket::Open(Endpoint::Unix(path));
  REQUIRE_FALSE(socket);
  CHECK(socket.error().ToString() == path + ": is there and is no socket. Choose another path.");
  CHECK(fs::file_size(path) == 4);
}

TEST_CASE("an address that cannot be listened at is told", "[http][listening_socket]") {
  const auto name = ListeningSocket::Open(Endpoint::Tcp("localhost", 0));
  REQUIRE_FALSE(name);
  CHECK(name.error().ToString() == "localhost: is no IP address. Give one, like 127.0.0.1 or ::1.");
  const auto taken = ListeningSocket::Open(Endpoint::Tcp("127.0.0.1", 0));
  REQUIRE(taken);
  const auto again = ListeningSocket::Open(taken->endpoint());
  REQUIRE_FALSE(again);
  CHECK_THAT(again.error().ToString(), ContainsSubstring("address already in use"));
  CHECK_FALSE(ListeningSocket::Open(Endpoint::Unix(std::string(200, 'a'))));
  const auto nowhere = ListeningSocket::Open(Endpoint::Unix("no-such-folder/socket"));
  REQUIRE_FALSE(nowhere);
  CHECK_THAT(nowhere.error().ToString(), ContainsSubstring("Choose a path in a folder that is"));
}
