#include "post/x_part_name.h"

#include <algorithm>

namespace gatepost {
namespace {

bool Skip(std::string_view wanted, std::string_view& text) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(wanted.size());
  return true;
}

}  // namespace

std::string_view XPartName(std::string_view begin) {
  begin.remove_prefix(std::min(begin.find_first_not_of(" \t\r\n"), begin.size()));
  Skip("window.", begin);
  if (begin.starts_with(kXManifest)) return kXManifest;
  if (!Skip("YTD.", begin)) return {};
  const size_t end = begin.find_first_of(".= \t\r\n");
  if (end == std::string_view::npos || !begin.substr(end).starts_with(".part")) return {};
  return begin.substr(0, end);
}

}  // namespace gatepost
