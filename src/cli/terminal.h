#pragma once

// What is known of the terminal, if there is one.

#include <cstdint>
#include <string>

namespace gatepost {

enum class ColourChoice : uint8_t { kAuto, kAlways, kNever };

[[nodiscard]] bool IsTerminal(int descriptor);
// kAuto: on a terminal, unless NO_COLOR is set or TERM is "dumb".
[[nodiscard]] bool UsesColour(ColourChoice choice, int descriptor);
// Columns of the terminal on `descriptor`, 80 if it is none.
[[nodiscard]] uint32_t TerminalWidth(int descriptor);

}  // namespace gatepost
