#pragma once

// What in a text asks for a second look, so that ordinary prose does not pay for one.

#include <string_view>

namespace gatepost {

// For each kind of look whether something asks for it. No look finds anything in a text in which
// nothing asks for it, but for values so short or so odd that no pattern has them; many find
// nothing where something does.
struct SecondLookCues {
  bool encoded = false;  // a sign that encodings begin with, and a digit, letter or # behind it
  // Number words in a row: three, or two distinctive ones beside digits, noughts or another.
  bool digit_words = false;
  bool sign_words = false;   // "dot" as a word, a sign in brackets, an @ before a space
  bool look_alikes = false;  // a letter that looks like a digit beside one
  bool joins = false;  // six characters apart; digits with a line break or an odd sign between

  [[nodiscard]] bool any() const {
    return encoded || digit_words || sign_words || look_alikes || joins;
  }
};

// Of a skeleton's text. One pass.
[[nodiscard]] SecondLookCues CuesIn(std::string_view text);

}  // namespace gatepost
