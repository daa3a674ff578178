#pragma once

// Names and values of query strings and of application/x-www-form-urlencoded bodies.

#include <optional>
#include <string>
#include <string_view>

namespace gatepost {

// Undoes "+" and percent-encoding; what is no encoding stays as it is.
[[nodiscard]] std::string DecodedForm(std::string_view text);

// One "name=value", as it is written.
struct FormMember {
  std::string_view name;
  std::string_view value;
};
// Takes the first member off the form, which is not empty.
[[nodiscard]] FormMember TakeMember(std::string_view& form);

// The value of the first member of that name, which is written plainly; nullopt: there is none. A
// name without "=" has the value "".
[[nodiscard]] std::optional<std::string> FormValue(std::string_view form, std::string_view name);

}  // namespace gatepost
