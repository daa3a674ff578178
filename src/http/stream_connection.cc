#include "http/stream_connection.h"

#include <openssl/ssl.h>

#include <array>
#include <memory>
#include <type_traits>
#include <utility>

#include "http/io_loop.h"
// Behind <utility>, which Asio 1.74 wants.
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>

namespace gatepost {
namespace {

using boost::system::error_code;
using Socket =
    net::basic_stream_socket<net::generic::stream_protocol, net::io_context::executor_type>;
using TlsStream = net::ssl::stream<Socket>;

Socket& SocketOf(Socket& stream) { return stream; }
Socket& SocketOf(TlsStream& stream) { return stream.next_layer(); }

template <class Stream>
class StreamConnection final : public Connection {
 public:
  template <class... Arguments>
  StreamConnection(IoLoop& loop, Welcome welcome, Arguments&&... stream)
      : Connection(loop, welcome), stream_(std::forward<Arguments>(stream)...) {}

  void Begin(FileDescriptor socket) {
    // The protocol is of no account for a socket that is connected.
    SocketOf(stream_).assign(net::generic::stream_protocol(AF_INET, 0), socket.get(), ignored_);
    if (ignored_) return;
    (void)socket.Release();
    SocketOf(stream_).non_blocking(true, ignored_);
    if constexpr (kIsTls) {
      stream_.async_handshake(net::ssl::stream_base::server,
                              [this, self = shared_from_this()](const error_code& error) {
                                error ? Close() : OnWelcomed();
                              });
    } else {
      OnWelcomed();
    }
  }

 private:
  static constexpr bool kIsTls = std::is_same_v<Stream, TlsStream>;

  void StartRead(std::span<char> room) override {
    stream_.async_read_some(net::buffer(room.data(), room.size()),
                            [this, self = shared_from_this()](
                                const error_code& error, size_t size) { OnRead(!error, size); });
  }
  void CancelRead() override { SocketOf(stream_).cancel(ignored_); }

  bool StartSend(std::string_view head, std::string_view body) override {
    size_t sent = 0;
    if constexpr (!kIsTls) {  // nearly always all of it goes, without a turn of the loop
      sent = stream_.write_some(Pieces(head, body, 0), ignored_);
      if (sent == head.size() + body.size()) return true;
    }
    net::async_write(stream_, Pieces(head, body, sent),
                     [this, self = shared_from_this()](const error_code& error, size_t /*size*/) {
                       OnSent(!error);
                     });
    return false;
  }

  void StartShutdown() override {
    if constexpr (kIsTls) {
      stream_.async_shutdown(
          [this, self = shared_from_this()](const error_code& /*error*/) { ShutDownSocket(); });
    } else {
      ShutDownSocket();
    }
  }
  void ShutDownSocket() {
    SocketOf(stream_).shutdown(net::socket_base::shutdown_send, ignored_);
    OnShutDown();
  }

  bool HasUnread() override { return SocketOf(stream_).available(ignored_) > 0; }
  void CloseSocket() override { SocketOf(stream_).close(ignored_); }

  // Without the first `sent` bytes.
  static std::array<net::const_buffer, 2> Pieces(std::string_view head, std::string_view body,
                                                 size_t sent) {
    const size_t of_head = std::min(sent, head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(sent - of_head);
    return {net::buffer(head), net::buffer(body)};
  }

  Stream stream_;
  error_code ignored_;  // of what may fail, as it is found out later
};

}  // namespace

void BeginConnection(IoLoop& loop, FileDescriptor socket, const TlsContext& tls, Welcome welcome) {
  if (tls == nullptr) {
    std::make_shared<StreamConnection<Socket>>(loop, welcome, loop.context().get_executor())
        ->Begin(std::move(socket));
    return;
  }
  SSL_CTX_up_ref(tls.get());  // the next line's to free
  net::ssl::context context(tls.get());
  std::make_shared<StreamConnection<TlsStream>>(loop, welcome, loop.context().get_executor(),
                                                context)
      ->Begin(std::move(socket));
}

}  // namespace gatepost
