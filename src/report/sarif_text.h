#pragma once

// Strings as SARIF 2.1.0 wants them.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html

#include <string>
#include <string_view>

namespace gatepost {

// A message's text (3.11.3, 3.11.5, 3.11.6): one line in which nothing is a placeholder or a link.
[[nodiscard]] std::string SarifMessage(std::string_view text);

// A valid URI reference (RFC 3986) for the file at `path` within the input at `name`; relative to
// where the audit ran if the input's name is, else with the scheme "file".
[[nodiscard]] std::string SarifUri(std::string_view name, std::string_view path);

}  // namespace gatepost
