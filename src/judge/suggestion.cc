#include "judge/suggestion.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "judge/cluster.h"

namespace gatepost {
namespace {

bool IsReadableAscii(char byte) {
  const auto value = static_cast<uint8_t>(byte);
  return value != 0 && value < 0x80;
}

void AppendReadable(std::string_view bytes, std::string& out) {
  for (size_t at = 0; at < bytes.size();) {
    const std::string_view left = bytes.substr(at);
    const auto readable =
        std::find_if_not(left.begin(), left.end(), IsReadableAscii) - left.begin();
    out += left.substr(0, static_cast<size_t>(readable));
    at += static_cast<size_t>(readable);
    if (at == bytes.size()) break;
    const CodePoint point = DecodeUtf8(bytes, at);
    AppendUtf8(point.value == 0 ? U' ' : point.value, out);
    at += point.size;
  }
}

}  // namespace

std::string MakeSafe(std::string_view original, FieldIndex field, std::span<const Finding> findings,
                     const SafeRules& rules) {
  std::vector<const Finding*> all;
  for (const Finding& finding : findings) all.push_back(&finding);
  std::string safe;
  uint32_t at = 0;
  for (const Cluster& cluster : ClustersIn(field, all)) {
    if (cluster.gravest->action < rules.least) continue;
    AppendReadable(Cut(original, {at, cluster.span.begin}), safe);
    safe += rules.channel.patterns[cluster.gravest->pattern.number()].replacement;
    at = cluster.span.end;
  }
  AppendReadable(original.substr(at), safe);
  return safe;
}

}  // namespace gatepost
