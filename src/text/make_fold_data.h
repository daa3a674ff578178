#pragma once

// The parts of the fold that no Unicode property states, checked by hand. Rows of one kind stand
// together.

#include <cstdint>

#include "text/code_point_tables.h"
#include "text/skeleton.h"

namespace gatepost {

// Letters of other scripts that a reader takes for the Latin letter, in the same case. Nearly all
// are confusable by UTS #39 (confusables.txt). Left out are letters like a digit (З is not 3) and
// small letters like a Latin capital (в is not B). Precomposed forms follow from their base letter.
struct LookAlike {
  char32_t letter;
  const char* latin;
};

// clang-format off
inline constexpr LookAlike kLookAlikes[] = {
    // Greek
    {0x037F, "J"}, {0x0391, "A"}, {0x0392, "B"}, {0x0395, "E"}, {0x0396, "Z"}, {0x0397, "H"},
    {0x0399, "I"}, {0x039A, "K"}, {0x039C, "M"}, {0x039D, "N"}, {0x039F, "O"}, {0x03A1, "P"},
    {0x03A4, "T"}, {0x03A5, "Y"}, {0x03A7, "X"}, {0x03B1, "a"}, {0x03B3, "y"}, {0x03B7, "n"},
    {0x03B9, "i"}, {0x03BA, "k"}, {0x03BC, "u"}, {0x03BD, "v"}, {0x03BF, "o"}, {0x03C1, "p"},
    {0x03C3, "o"}, {0x03C4, "t"}, {0x03C5, "u"}, {0x03C7, "x"}, {0x03C9, "w"}, {0x03DC, "F"},
    {0x03F2, "c"}, {0x03F3, "j"}, {0x03F9, "C"}, {0x03FA, "M"},
    // Coptic
    {0x2C8E, "H"}, {0x2C92, "I"}, {0x2C94, "K"}, {0x2C98, "M"}, {0x2C9A, "N"}, {0x2C9E, "O"},
    {0x2C9F, "o"}, {0x2CA2, "P"}, {0x2CA3, "p"}, {0x2CA4, "C"}, {0x2CA5, "c"}, {0x2CA6, "T"},
    {0x2CA8, "Y"}, {0x2CAC, "X"},
    // Cyrillic
    {0x0405, "S"}, {0x0406, "I"}, {0x0408, "J"}, {0x0410, "A"}, {0x0412, "B"}, {0x0415, "E"},
    {0x041A, "K"}, {0x041C, "M"}, {0x041D, "H"}, {0x041E, "O"}, {0x0420, "P"}, {0x0421, "C"},
    {0x0422, "T"}, {0x0423, "Y"}, {0x0425, "X"}, {0x0430, "a"}, {0x0433, "r"}, {0x0435, "e"},
    {0x043A, "k"}, {0x043E, "o"}, {0x0440, "p"}, {0x0441, "c"}, {0x0443, "y"}, {0x0445, "x"},
    {0x0455, "s"}, {0x0456, "i"}, {0x0458, "j"}, {0x0474, "V"}, {0x0475, "v"}, {0x049A, "K"},
    {0x049B, "k"}, {0x04A2, "H"}, {0x04AA, "C"}, {0x04AB, "c"}, {0x04AE, "Y"}, {0x04AF, "y"},
    {0x04B2, "X"}, {0x04B3, "x"}, {0x04BB, "h"}, {0x04BD, "e"}, {0x04C0, "I"}, {0x04CF, "l"},
    {0x04D4, "AE"}, {0x04D5, "ae"}, {0x0501, "d"}, {0x050C, "G"}, {0x051A, "Q"}, {0x051B, "q"},
    {0x051C, "W"}, {0x051D, "w"},
    // Armenian
    {0x053C, "L"}, {0x054D, "U"}, {0x054F, "S"}, {0x0555, "O"}, {0x0563, "q"}, {0x0566, "q"},
    {0x0570, "h"}, {0x0575, "j"}, {0x0578, "n"}, {0x057C, "n"}, {0x057D, "u"}, {0x0581, "g"},
    {0x0585, "o"},
    // Cherokee
    {0x13A0, "D"}, {0x13A1, "R"}, {0x13A2, "T"}, {0x13A5, "i"}, {0x13A9, "Y"}, {0x13AA, "A"},
    {0x13AB, "J"}, {0x13AC, "E"}, {0x13B3, "W"}, {0x13B7, "M"}, {0x13BB, "H"}, {0x13BD, "Y"},
    {0x13C0, "G"}, {0x13C2, "h"}, {0x13C3, "Z"}, {0x13CF, "b"}, {0x13D2, "R"}, {0x13D4, "W"},
    {0x13D5, "S"}, {0x13D9, "V"}, {0x13DA, "S"}, {0x13DE, "L"}, {0x13DF, "C"}, {0x13E2, "P"},
    {0x13E6, "K"}, {0x13E7, "d"}, {0x13F3, "G"}, {0x13F4, "B"}, {0xAB75, "i"}, {0xAB83, "w"},
    {0xAB93, "z"}, {0xABA9, "v"}, {0xABAA, "s"}, {0xABAF, "c"},
    // Canadian syllabics, as generators of fancy text use them
    {0x142F, "V"}, {0x144C, "U"}, {0x144E, "N"}, {0x1455, "C"}, {0x146B, "q"}, {0x146D, "P"},
    {0x146F, "d"}, {0x1472, "b"}, {0x148D, "J"}, {0x14AA, "L"}, {0x1515, "S"}, {0x157C, "H"},
    {0x1587, "R"}, {0x15AF, "b"}, {0x15B4, "F"}, {0x15C5, "A"}, {0x15DE, "D"}, {0x15E9, "A"},
    {0x15EA, "D"}, {0x15EF, "W"}, {0x15F0, "M"}, {0x15F7, "B"}, {0x166D, "X"}, {0x166E, "x"},
    // Lisu, whose letters are Latin capitals
    {0xA4D0, "B"}, {0xA4D1, "P"}, {0xA4D3, "D"}, {0xA4D4, "T"}, {0xA4D6, "G"}, {0xA4D7, "K"},
    {0xA4D9, "J"}, {0xA4DA, "C"}, {0xA4DC, "Z"}, {0xA4DD, "F"}, {0xA4DF, "M"}, {0xA4E0, "N"},
    {0xA4E1, "L"}, {0xA4E2, "S"}, {0xA4E3, "R"}, {0xA4E6, "V"}, {0xA4E7, "H"}, {0xA4EA, "W"},
    {0xA4EB, "X"}, {0xA4EC, "Y"}, {0xA4EE, "A"}, {0xA4F0, "E"}, {0xA4F2, "I"}, {0xA4F3, "O"},
    {0xA4F4, "U"},
    // Latin letters that Latin-ASCII leaves alone
    {0x0251, "a"}, {0x0263, "y"}, {0x0269, "i"}, {0x2C6D, "A"}, {0xA78B, "'"}, {0xA78C, "'"},
};
// clang-format on

// Letters in circles, brackets and squares: 26 from `first` on. NFKC folds some of them, some with
// their brackets.
struct LetterRow {
  char32_t first;
  char letter;
};

inline constexpr LetterRow kLetterRows[] = {
    {0x249C, 'a'},                   // parenthesised
    {0x24B6, 'A'},                   // circled
    {0x24D0, 'a'},  {0x1CCD6, 'A'},  // outlined, Unicode 16
    {0x1F110, 'A'},                  // parenthesised
    {0x1F130, 'A'},                  // squared
    {0x1F150, 'A'},                  // negative circled
    {0x1F170, 'A'},                  // negative squared
};

// Decimal digits that Unicode 16 and 17 added (DerivedNumericType.txt), ten from `zero` on: an
// older ICU does not know them.
inline constexpr char32_t kNewDecimalZeros[] = {
    0x10D40,  // Garay
    0x116D0,  // Myanmar Pao
    0x116DA,  // Myanmar Eastern Pwo Karen
    0x11BF0,  // Sunuwar
    0x11DE0,  // Tolong Siki
    0x16130,  // Gurung Khema
    0x16D70,  // Kirat Rai
    0x1CCF0,  // outlined
    0x1E5F1,  // Ol Onal
};

// Numeric_Type=Digit: `count` digits from `first` on, the first of them `digit`.
struct DigitRow {
  char32_t first;
  char digit;
  uint8_t count;
  MarkedDigit kind;
};

inline constexpr DigitRow kDigitRows[] = {
    {0x00B2, '2', 2, MarkedDigit::kSuperscript},
    {0x00B9, '1', 1, MarkedDigit::kSuperscript},
    {0x2070, '0', 1, MarkedDigit::kSuperscript},
    {0x2074, '4', 6, MarkedDigit::kSuperscript},
    {0x2080, '0', 10, MarkedDigit::kSubscript},
    {0x2460, '1', 9, MarkedDigit::kEnclosed},    // circled
    {0x2474, '1', 9, MarkedDigit::kEnclosed},    // parenthesised
    {0x2488, '1', 9, MarkedDigit::kEnclosed},    // with a full stop
    {0x24EA, '0', 1, MarkedDigit::kEnclosed},    // circled
    {0x24F5, '1', 9, MarkedDigit::kEnclosed},    // double circled
    {0x24FF, '0', 1, MarkedDigit::kEnclosed},    // negative circled
    {0x2776, '1', 9, MarkedDigit::kEnclosed},    // dingbat negative circled
    {0x2780, '1', 9, MarkedDigit::kEnclosed},    // dingbat circled sans-serif
    {0x278A, '1', 9, MarkedDigit::kEnclosed},    // dingbat negative circled sans-serif
    {0x1F100, '0', 1, MarkedDigit::kEnclosed},   // with a full stop
    {0x1F101, '0', 10, MarkedDigit::kEnclosed},  // with a comma
    {0x1F10B, '0', 1, MarkedDigit::kEnclosed},   // dingbat circled sans-serif
    {0x1F10C, '0', 1, MarkedDigit::kEnclosed},   // dingbat negative circled sans-serif
};

// Symbols and punctuation, each code point of a row folding to the same bytes; "" vanishes.
struct SymbolRow {
  char32_t first, last;
  const char* as;
};

inline constexpr char kTelephone[] = {kTelephoneMark, '\0'};
inline constexpr char kMail[] = {kMailMark, '\0'};
inline constexpr char kHouse[] = {kHouseMark, '\0'};
inline constexpr char kSymbol[] = {kSymbolMark, '\0'};

// clang-format off
inline constexpr SymbolRow kSymbolRows[] = {
    {0x0085, 0x0085, "\n"},
    {0x2800, 0x2800, " "},  // a Braille cell without dots
    {0xFFF9, 0xFFFB, ""},  // interlinear annotation: invisible, though not default-ignorable
    // dashes that lack the Dash property
    {0x02D7, 0x02D7, "-"}, {0x2043, 0x2043, "-"}, {0x2500, 0x2501, "-"}, {0x2796, 0x2796, "-"},
    // quotes, primes, apostrophes
    {0x00B4, 0x00B4, "'"}, {0x02B9, 0x02B9, "'"}, {0x02BA, 0x02BA, "\""}, {0x02BB, 0x02BF, "'"},
    {0x02C8, 0x02C8, "'"}, {0x02CA, 0x02CA, "'"}, {0x02EE, 0x02EE, "\""}, {0x055A, 0x055A, "'"},
    {0x05F3, 0x05F3, "'"}, {0x05F4, 0x05F4, "\""}, {0x07F4, 0x07F5, "'"}, {0x2018, 0x201B, "'"},
    {0x201C, 0x201F, "\""}, {0x2032, 0x2032, "'"}, {0x2033, 0x2034, "\""}, {0x2035, 0x2035, "'"},
    {0x2036, 0x2037, "\""}, {0x2039, 0x203A, "'"}, {0x2057, 0x2057, "\""}, {0x275B, 0x275C, "'"},
    {0x275D, 0x275E, "\""}, {0x275F, 0x275F, "'"}, {0x2760, 0x2760, "\""}, {0xFF07, 0xFF07, "'"},
    // degrees
    {0x00B0, 0x00B0, "o"}, {0x02DA, 0x02DA, "o"},
    // stops, separators, operators
    {0x00B7, 0x00B7, "."}, {0x2027, 0x2027, "."}, {0x2219, 0x2219, "."}, {0x22C5, 0x22C5, "."},
    {0x2E31, 0x2E31, "."}, {0x30FB, 0x30FB, "."}, {0x06D4, 0x06D4, "."}, {0x066B, 0x066B, "."},
    {0x060C, 0x060C, ","}, {0x066C, 0x066C, ","}, {0x061B, 0x061B, ";"}, {0x061F, 0x061F, "?"},
    {0x066A, 0x066A, "%"}, {0x066D, 0x066D, "*"}, {0x2217, 0x2217, "*"}, {0x00D7, 0x00D7, "x"},
    {0x0589, 0x0589, ":"}, {0x05C3, 0x05C3, ":"}, {0x2236, 0x2236, ":"}, {0xA789, 0xA789, ":"},
    {0x29F5, 0x29F5, "\\"}, {0x29F8, 0x29F8, "/"}, {0x27CB, 0x27CB, "/"}, {0x2795, 0x2795, "+"},
    {0x223C, 0x223C, "~"}, {0x27E8, 0x27E8, "<"}, {0x27E9, 0x27E9, ">"}, {0x300A, 0x300A, "<"},
    {0x300B, 0x300B, ">"}, {0x3010, 0x3010, "["}, {0x3011, 0x3011, "]"},
    // Emoji and marks that stand against a word without belonging to it: NFKC makes letters of them
    {0x2120, 0x2120, kSymbol}, {0x2122, 0x2122, kSymbol}, {0x2139, 0x2139, kSymbol},
    {0x1F16A, 0x1F16C, kSymbol}, {0x1F18F, 0x1F1AC, kSymbol},
    {0x1F51F, 0x1F51F, "10"},  // keycap ten
    // telephones, pagers, faxes
    {0x2121, 0x2121, kTelephone}, {0x260E, 0x260F, kTelephone}, {0x2706, 0x2706, kTelephone},
    {0x1F4DE, 0x1F4E0, kTelephone}, {0x1F4F1, 0x1F4F2, kTelephone}, {0x1F57B, 0x1F581, kTelephone},
    // envelopes, letter boxes
    {0x2709, 0x2709, kMail}, {0x1F4E7, 0x1F4E9, kMail}, {0x1F4EA, 0x1F4EE, kMail},
    {0x1F48C, 0x1F48C, kMail}, {0x1F582, 0x1F586, kMail},
    // houses
    {0x2302, 0x2302, kHouse}, {0x1F3D8, 0x1F3D8, kHouse}, {0x1F3DA, 0x1F3DA, kHouse},
    {0x1F3E0, 0x1F3E1, kHouse}, {0x1F6D6, 0x1F6D6, kHouse},
};
// clang-format on

}  // namespace gatepost
