#include "base/result.h"

namespace gatepost {

std::string SourcePlace::ToString() const {
  std::string text = file;
  if (line == 0) return text;
  if (!text.empty()) text += ':';
  text += std::to_string(line);
  if (column != 0) text += ':' + std::to_string(column);
  return text;
}

std::string Error::ToString() const {
  const std::string place = where.ToString();
  return place.empty() ? message : place + ": " + message;
}

}  // namespace gatepost
