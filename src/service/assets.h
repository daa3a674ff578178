#pragma once

// The pages and the description of the API, built into the program.

#include <span>
#include <string_view>

namespace gatepost::service {

struct Asset {
  std::string_view path;  // where it is served: "/page.css"
  std::string_view type;
  std::string_view content;
};

[[nodiscard]] std::span<const Asset> Assets();

}  // namespace gatepost::service
