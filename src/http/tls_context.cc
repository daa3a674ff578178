#include "http/tls_context.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <cstdint>

#include "base/file.h"

namespace gatepost {
namespace {

constexpr uint64_t kMaxFileBytes = 1 << 20;

// In place of OpenSSL's, which would ask at the terminal.
int RefusePassword(char* /*buffer*/, int /*size*/, int /*is_writing*/, void* /*data*/) { return 0; }

Status CheckReadable(const std::string& path) {
  const auto text = ReadFile(path, kMaxFileBytes);
  if (!text) return Fail(text.error());
  return {};
}

Status UseFiles(const TlsFiles& files, SSL_CTX& context) {
  for (const std::string* path : {&files.certificate, &files.key}) {
    if (Status status = CheckReadable(*path); !status) return status;
  }
  if (SSL_CTX_use_certificate_chain_file(&context, files.certificate.c_str()) != 1) {
    return Fail(
        ErrorCode::kSyntax,
        "holds no certificate that can be used. Give the chain in PEM, the server's own first.",
        {files.certificate});
  }
  if (SSL_CTX_use_PrivateKey_file(&context, files.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(&context) != 1) {
    return Fail(ErrorCode::kSyntax,
                "is not the key of the certificate. Give that key in PEM, without a password.",
                {files.key});
  }
  return {};
}

}  // namespace

Result<TlsContext> LoadTlsContext(const TlsFiles& files) {
  TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (context == nullptr) {
    return Fail(ErrorCode::kInternal, "OpenSSL does not start. Check that it is installed whole.");
  }
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                         SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS);  // of idle connections
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
  SSL_CTX_set_default_passwd_cb(context.get(), RefusePassword);
  const Status status = UseFiles(files, *context);
  ERR_clear_error();
  if (!status) return Fail(status.error());
  return context;
}

}  // namespace gatepost
