#pragma once

// Structs of the C API that the caller may have compiled with an older or a newer header. Their
// first member, struct_size, says which.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>

#include "c/guard.h"

namespace gatepost::c {

// The size that each struct had when it was first published: no caller has a smaller one. Never
// changes; when a member is added, say offsetof the first one that was.
template <class T>
inline constexpr size_t kFirstSize = sizeof(T);

template <>
inline constexpr size_t kFirstSize<gatepost_options> = offsetof(gatepost_options, cache_folder);

// A size over this is no size: the caller did not set it.
inline constexpr uint32_t kMaxSize = 4096;

template <class T>
concept VersionedStruct = std::is_trivially_copyable_v<T> && offsetof(T, struct_size) == 0 &&
                          std::is_same_v<decltype(T::struct_size), uint32_t>;

template <VersionedStruct T>
[[nodiscard]] Status CheckSize(const T* theirs, const char* name) {
  if (theirs == nullptr) return BadArgument(std::string(name) + " is NULL.");
  const uint32_t size = theirs->struct_size;
  if (size >= kFirstSize<T> && size <= kMaxSize) return {};
  return BadArgument(std::string(name) + "->struct_size is " + std::to_string(size) +
                     ": set it to sizeof the struct, " + std::to_string(sizeof(T)) + ".");
}

// What the caller's struct says; members that it does not have are 0.
template <VersionedStruct T>
[[nodiscard]] Result<T> Read(const T* theirs, const char* name) {
  if (Status status = CheckSize(theirs, name); !status) return Fail(status.error());
  T ours = {};
  std::memcpy(&ours, theirs, std::min<size_t>(theirs->struct_size, sizeof(T)));
  const std::span bytes(reinterpret_cast<const char*>(theirs), theirs->struct_size);
  const bool is_newer = bytes.size() > sizeof(T) &&
                        std::ranges::any_of(bytes.subspan(sizeof(T)), [](char c) { return c; });
  if (is_newer) {
    return BadArgument(std::string(name) +
                       " asks for something that only a newer Gatepost can do.");
  }
  return ours;
}

// Fills the caller's struct, whose size was checked, as far as it goes; what it has beyond ours
// becomes 0.
template <VersionedStruct T>
void Write(T ours, T* theirs) {
  const uint32_t size = theirs->struct_size;
  ours.struct_size = size;
  const size_t known = std::min<size_t>(size, sizeof(T));
  std::memcpy(theirs, &ours, known);
  std::memset(reinterpret_cast<char*>(theirs) + known, 0, size - known);
}

}  // namespace gatepost::c
