// Any bytes fold to a 7-bit skeleton whose spans lead back to originals that fold to them again.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/offsets.h"
#include "text/skeleton.h"

namespace {

using gatepost::Span;

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckSpan(const gatepost::Skeleton& skeleton, Span span) {
  const std::string_view original = skeleton.original();
  const Span back = skeleton.ToOriginal(span);
  Require(back.begin < back.end && back.end <= original.size());
  Require(gatepost::GraphemeBegin(original, back.begin) == back.begin);
  Require(gatepost::GraphemeEnd(original, back.end) == back.end);
  const std::string again = gatepost::Folded(Cut(original, back));
  Require(again.find(Cut(skeleton.text(), span)) != std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string original(data, data + size);
  std::string text;
  std::vector<gatepost::OffsetEdit> edits;
  const gatepost::FoldReport report = gatepost::Fold(original, text, edits);
  for (const char c : text) Require(c > 0);
  Require(report.has_invalid_utf8 == !gatepost::IsValidUtf8(original));
  Require(report.has_nul == (original.find('\0') != std::string::npos));

  const gatepost::Skeleton skeleton(text, original, edits, gatepost::PostIndex(0),
                                    gatepost::FieldIndex(0), gatepost::View::kPlain);
  Span last;
  const auto length = static_cast<uint32_t>(text.size());
  for (uint32_t at = 0; at < length; ++at) {
    const Span back = skeleton.ToOriginal({at, at + 1});
    Require(back.begin >= last.begin && back.end >= last.end);
    last = back;
    CheckSpan(skeleton, {at, at + 1});
    CheckSpan(skeleton, {at / 2, at + 1});
  }
  gatepost::OffsetCounter counter(original);
  const gatepost::SpanUnits units = counter.Units({0, static_cast<uint32_t>(size)});
  Require(units.codepoints.end <= units.utf16.end && units.utf16.end <= size);
  Require(gatepost::DisplayWidth(original) <= 2 * units.codepoints.end);
  return 0;
}
