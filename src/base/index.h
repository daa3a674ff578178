#pragma once

// Numbers that stand for a thing in a list, typed so that one list's number is never used in
// another.

#include <compare>
#include <cstddef>
#include <cstdint>

namespace gatepost {

template <class Tag, class Rep = uint32_t>
struct Index {
  Rep value = 0;

  constexpr Index() = default;
  constexpr explicit Index(size_t number) : value(static_cast<Rep>(number)) {}
  [[nodiscard]] constexpr size_t number() const { return value; }
  friend constexpr auto operator<=>(Index, Index) = default;
};

using PatternIndex = Index<struct PatternTag, uint16_t>;  // in PatternSet::patterns()
using VariantIndex = Index<struct VariantTag, uint16_t>;  // in Pattern::variants
using PostIndex = Index<struct PostTag>;                  // in the span of posts being scanned
using FieldIndex = Index<struct FieldTag>;                // in Post::fields
using SkeletonIndex = Index<struct SkeletonTag>;          // in SkeletonBatch

}  // namespace gatepost
