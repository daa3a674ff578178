#pragma once

// What a server needs to speak TLS.

#include <memory>
#include <string>

#include "base/result.h"

struct ssl_ctx_st;  // OpenSSL's SSL_CTX

namespace gatepost {

// PEM files. TLS 1.2 and later.
struct TlsFiles {
  std::string certificate;  // the chain, the server's own first; empty: no TLS
  std::string key;
};

// Shared by the connections that were begun with it.
using TlsContext = std::shared_ptr<ssl_ctx_st>;

// Errors name the file and say what to do.
[[nodiscard]] Result<TlsContext> LoadTlsContext(const TlsFiles& files);

}  // namespace gatepost
