#pragma once

// Connections over sockets, with and without TLS.

#include "http/connection.h"
#include "http/file_descriptor.h"

namespace gatepost {

// Serves it on the loop's thread, where this is called. It has been counted as open.
// `tls` is nullptr for a plain one.
void BeginConnection(IoLoop& loop, FileDescriptor socket, const TlsContext& tls, Welcome welcome);

}  // namespace gatepost
