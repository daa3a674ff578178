#include "base/system_error.h"

#include <cerrno>
#include <system_error>

namespace gatepost {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

std::string MessageOf(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return "there is no such file. Check the name.";
    case EISDIR:
      return "is a folder. Name the files in it.";
    case EACCES:
    case EPERM:
      return "may not be read: " + ReasonOf(error_number) + ". Give Gatepost the right to read it.";
    default:
      return "cannot be read: " + ReasonOf(error_number) + ". Put that right and try again.";
  }
}

}  // namespace

std::string ReasonOf(int error_number) {
  std::string reason = std::generic_category().message(error_number);
  const bool is_word = reason.size() > 1 && IsUpper(reason[0]) && IsLower(reason[1]);  // no "RPC"
  if (is_word) reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
  return reason;
}

Error Unreadable(int error_number, const std::string& name) {
  return {ErrorCode::kUnreadable, MessageOf(error_number), {name}};
}

}  // namespace gatepost
