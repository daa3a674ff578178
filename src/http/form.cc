#include "http/form.h"

#include <algorithm>

#include "base/hex.h"

namespace gatepost {

std::string DecodedForm(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = text[i] == '%' ? HexByteAt(text, i + 1) : std::nullopt;
    if (byte) {
      decoded += static_cast<char>(*byte);
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

FormMember TakeMember(std::string_view& form) {
  const size_t end = std::min(form.find('&'), form.size());
  const std::string_view member = form.substr(0, end);
  form.remove_prefix(std::min(end + 1, form.size()));
  const size_t equals = std::min(member.find('='), member.size());
  return {member.substr(0, equals), member.substr(std::min(equals + 1, member.size()))};
}

std::optional<std::string> FormValue(std::string_view form, std::string_view name) {
  while (!form.empty()) {
    const FormMember member = TakeMember(form);
    if (member.name == name) return DecodedForm(member.value);
  }
  return std::nullopt;
}

}  // namespace gatepost
