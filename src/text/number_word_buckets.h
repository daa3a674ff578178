#pragma once

// The first letters of number words that hardly any other word begins with, in buckets of one bit
// each, told by two small tables of 16 a letter: a processor looks 32 or 64 bytes up at once.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatepost {

// A bucket holds the words that begin with one letter of each of its three sets.
struct Bucket {
  std::string_view first, second, third;
};
inline constexpr auto kBuckets = std::to_array<Bucket>({
    {"zeo", "eih", "rg ,.-*"},  // zero, eight, oh (a line break has the * of its lower case)
    {"sf", "ei13", "vxf"},      // seven, six, five, fifty
    {"t", "w", "oe"},           // two, twenty
    {"tcd", "hw", "rwyb"},      // three, chwech, dwy, dwbl
    {"fdn", "oa", "u"},         // four, double, nought, dau
    {"ns", "a", "wi"},          // naw, saith
    {"wp", "yue", "tmd"},       // wyth, pump, pedwar
    {"n", "i", "n"},            // nine
});

using ByteTable = std::array<uint8_t, 16>;

// By the low and by the high half of a byte which buckets (of their nth letter) it may be in; both
// together may say yes to a byte that is none, the same one everywhere.
struct HalfTables {
  ByteTable low{};
  ByteTable high{};
};

constexpr HalfTables TablesOf(std::string_view Bucket::*letters) {
  HalfTables tables;
  for (size_t i = 0; i < kBuckets.size(); ++i) {
    for (const char c : kBuckets[i].*letters) {
      const auto byte = static_cast<uint8_t>(c);
      tables.low[byte & 15U] = static_cast<uint8_t>(tables.low[byte & 15U] | (1U << i));
      tables.high[byte >> 4U] = static_cast<uint8_t>(tables.high[byte >> 4U] | (1U << i));
    }
  }
  return tables;
}
inline constexpr HalfTables kFirstLetters = TablesOf(&Bucket::first);
inline constexpr HalfTables kSecondLetters = TablesOf(&Bucket::second);
inline constexpr HalfTables kThirdLetters = TablesOf(&Bucket::third);

// As bytes are compared: a letter in lower case, digits as they are.
inline constexpr uint8_t kCaseBit = 0x20;

constexpr uint8_t BucketsOf(const HalfTables& tables, char c) {
  const auto byte = static_cast<uint8_t>(static_cast<uint8_t>(c) | kCaseBit);
  return tables.low[byte & 15U] & tables.high[byte >> 4U];
}

}  // namespace gatepost
