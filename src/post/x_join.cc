#include "post/x_join.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace gatepost {
namespace {

// What is over one of these is not joined, and so is read where it stands.
constexpr size_t kMaxLongTexts = 20'000;
constexpr size_t kMaxTextBytes = 64 << 10;  // with its links; a long post has 25,000 characters
constexpr size_t kMaxBeginnings = 1'000'000;
constexpr size_t kMaxPerSecond = 16;

constexpr size_t kIdDigits = 20;  // of 64 bits

bool IsId(std::string_view id) { return !id.empty() && id.size() <= kIdDigits; }

size_t BytesOf(const LongText& text) {
  size_t bytes = text.text.size();
  for (const std::string& link : text.links) bytes += link.size() + sizeof(link);
  return bytes;
}

std::string SecondOf(Time published) {
  return std::to_string(published.time_since_epoch().count()) + " ";
}

// In the order of the numbers within a second.
std::string KeyOf(Time published, std::string_view id) {
  std::string key = SecondOf(published);
  key.append(kIdDigits - std::min(id.size(), kIdDigits), '0');
  return key.append(id);
}

const std::string& KeyIn(const std::string& key) { return key; }
const std::string& KeyIn(const std::pair<const std::string, LongText>& entry) {
  return entry.first;
}

// How many of that second come before `key`; nullopt if it is not among the first ones.
template <class Keys>
std::optional<size_t> RankIn(const Keys& keys, const std::string& second, const std::string& key) {
  auto at = keys.lower_bound(second);
  for (size_t rank = 0; rank < kMaxPerSecond && at != keys.end(); ++rank, ++at) {
    if (KeyIn(*at) == key) return rank;
    if (KeyIn(*at) > key) break;
  }
  return std::nullopt;
}

// The entry of that rank in the second, or the end.
template <class Keys>
auto AtRank(const Keys& keys, const std::string& second, size_t rank) {
  auto at = keys.lower_bound(second);
  for (; rank > 0 && at != keys.end(); --rank) ++at;
  return at != keys.end() && KeyIn(*at).starts_with(second) ? at : keys.end();
}

}  // namespace

void AddXLongText(Time published, std::string_view id, LongText text, ExportContext& context) {
  if (!IsId(id) || BytesOf(text) > kMaxTextBytes) return;
  if (context.long_texts.size() >= kMaxLongTexts) return;
  context.long_texts.emplace(KeyOf(published, id), std::move(text));
}

void AddXBeginning(Time published, std::string_view id, ExportContext& context) {
  if (!IsId(id) || context.joined.size() >= kMaxBeginnings) return;
  context.joined.insert(KeyOf(published, id));
}

const LongText* XLongTextOf(Time published, std::string_view id, const ExportContext& context) {
  const std::string second = SecondOf(published);
  const auto rank = RankIn(context.joined, second, KeyOf(published, id));
  if (!rank) return nullptr;
  const auto found = AtRank(context.long_texts, second, *rank);
  return found == context.long_texts.end() ? nullptr : &found->second;
}

bool IsXLongTextJoined(Time published, std::string_view id, std::string_view text,
                       const ExportContext& context) {
  const std::string key = KeyOf(published, id);
  const auto kept = context.long_texts.find(key);
  if (kept == context.long_texts.end() || kept->second.text != text) return false;
  const std::string second = SecondOf(published);
  const auto rank = RankIn(context.long_texts, second, key);
  return rank && AtRank(context.joined, second, *rank) != context.joined.end();
}

}  // namespace gatepost
