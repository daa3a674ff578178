#include "base/hex.h"

#include <array>
#include <cstdint>

#include "catch.h"

using namespace gatepost;

TEST_CASE("Every byte is two digits, and comes back from them", "[base][hex]") {
  for (unsigned value = 0; value < 256; ++value) {
    const std::array<uint8_t, 1> byte = {static_cast<uint8_t>(value)};
    const std::string text = HexText(byte);
    CHECK(text == std::string{HexOf(byte[0])[0], HexOf(byte[0])[1]});
    std::array<uint8_t, 1> read{};
    REQUIRE(ReadHex(text, read));
    CHECK(read == byte);
  }
  CHECK(HexText(std::array<uint8_t, 3>{0x00, 0x7f, 0xff}) == "007fff");
}

TEST_CASE("Only lower-case digits, exactly as many as wanted, are read", "[base][hex]") {
  const std::string text = GENERATE("", "00ff1", "00ff1g", "00FF11", "00ff1 ", "00ff1122", "0x0f1");
  CAPTURE(text);
  std::array<uint8_t, 3> bytes{};
  CHECK_FALSE(ReadHex(text, bytes));
}
