#pragma once

// A certificate that is its own authority, good for a day.

#include <filesystem>
#include <string>

namespace gatepost {

// In PEM, with its key.
void WriteSampleCertificate(const std::string& name, const std::filesystem::path& to,
                            const std::filesystem::path& key_to);

}  // namespace gatepost
