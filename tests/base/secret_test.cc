#include "base/secret.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <utility>

#include "catch.h"

using namespace gatepost;

TEST_CASE("A key's bytes are wiped from its memory when it goes", "[base][secret]") {
  alignas(SecretKey) std::array<std::byte, sizeof(SecretKey)> memory{};
  auto* key = new (memory.data()) SecretKey;
  key->bytes.fill(0xA5);
  const auto is_secret = [](std::byte byte) { return byte == std::byte{0xA5}; };
  REQUIRE(std::count_if(memory.begin(), memory.end(), is_secret) == SecretKey::kSize);
  key->~SecretKey();
  CHECK(std::none_of(memory.begin(), memory.end(), is_secret));
}

TEST_CASE("A secret text keeps its place in memory while it grows, to the last of its room",
          "[base][secret]") {
  SecretText text(10);
  text.Append("01234");
  const char* const begin = text.view().data();
  REQUIRE(text.room().size() == 5);
  std::fill(text.room().begin(), text.room().end(), 'x');
  text.Grow(3);
  text.Append("yz");
  CHECK(text.view() == "01234xxxyz");
  CHECK(text.room().empty());
  CHECK(text.view().data() == begin);
}

TEST_CASE("A secret text that is moved copies nothing", "[base][secret]") {
  SecretText text(10);
  text.Append("01234");
  const char* const begin = text.view().data();
  SecretText moved(std::move(text));
  CHECK(moved.view().data() == begin);
  SecretText assigned(3);
  assigned = std::move(moved);
  CHECK(assigned.view() == "01234");
  CHECK(assigned.view().data() == begin);
}
