#include "base/json_strings.h"

#include <algorithm>

#include "base/json_writer.h"

namespace gatepost {
namespace {

// Just behind the closing quotation mark of the string that is open at `at`.
size_t EndOfString(std::string_view json, size_t at) {
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2U : 1U;
  return std::min(at + 1, json.size());
}

}  // namespace

void AppendWithStrings(std::string_view json, std::span<const NewJsonString> strings,
                       std::string& out) {
  uint32_t number = 0;
  size_t copied = 0;
  for (const NewJsonString& next : strings) {
    size_t begin = json.find('"', copied);
    for (; begin != std::string_view::npos && number < next.number; ++number) {
      begin = json.find('"', EndOfString(json, begin + 1));
    }
    if (begin == std::string_view::npos) break;
    out += json.substr(copied, begin - copied);
    JsonWriter(out).String(next.text);
    copied = EndOfString(json, begin + 1);
    ++number;
  }
  out += json.substr(copied);
}

}  // namespace gatepost
