#include "validate/email.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("mailboxes at domain names are accepted", "[validate][email]") {
  const std::string value =
      GENERATE("joe.bloggs@example.com", "x@example.org", "o'neil+bins@mail.example.co.uk",
               "_jo_@example.net", "JO@EXAMPLE.COM", "a-b@c-d.example", "1@2.example",
               "jo@xn--80ak6aa92e.example", "jo@example.xn--p1ai", "jo@example.zip");
  CAPTURE(value);
  CHECK(IsEmailAddress(value));
  CHECK(IsEmailAddress("@" + value));  // an account of the Fediverse
}

TEST_CASE("words in brackets stand for the signs of a mailbox", "[validate][email]") {
  const std::string value = GENERATE("jo(at)example.com", "jo[AT]example[dot]com",
                                     "jo.b{at}mail(dot)example.org", "kate(at)date.example");
  CAPTURE(value);
  CHECK(IsEmailAddress(value));
}

TEST_CASE("words without brackets stand for no sign", "[validate][email]") {
  const std::string value =
      GENERATE("joatexample.com", "jo(at example.com", "(at)example.com", "jo(at)", "jo(at)example",
               "jo(at)jo(at)example.com", "at", "(at)", "jo(dot)example.com");
  CAPTURE(value);
  CHECK_FALSE(IsEmailAddress(value));
}

TEST_CASE("file names with an @ are no mailboxes", "[validate][email]") {
  const std::string value =
      GENERATE("icon@2x.png", "ICON@2X.PNG", "logo@3x.svg", "notes@home.docx", "jquery@3.min.js",
               "clip@night.wav", "poster@A3.psd", "main@2.ts");
  CAPTURE(value);
  CHECK_FALSE(IsEmailAddress(value));
}

TEST_CASE("an address without a domain name is refused", "[validate][email]") {
  const std::string value =
      GENERATE("", "@", "jo", "jo@", "@example.com", "jo@localhost", "react@18.2.0", "jo@192.0.2.1",
               "jo@example.c", "jo@example.c0m");
  CAPTURE(value);
  CHECK_FALSE(IsEmailAddress(value));
}

TEST_CASE("empty parts, stray hyphens and foreign characters are refused", "[validate][email]") {
  const std::string value =
      GENERATE(".jo@example.com", "jo.@example.com", "jo..b@example.com", "jo@.example.com",
               "jo@example..com", "jo@example.com.", "jo@-example.com", "jo@example-.com",
               "jo b@example.com", "jo@exa mple.com", "jo@exa_mple.com", "jo@b@example.com",
               "@@example.com");
  CAPTURE(value);
  CHECK_FALSE(IsEmailAddress(value));
}

TEST_CASE("the limits of RFC 5321 hold", "[validate][email]") {
  const std::string label(63, 'a');
  CHECK(IsEmailAddress(std::string(64, 'a') + "@example.com"));
  CHECK_FALSE(IsEmailAddress(std::string(65, 'a') + "@example.com"));
  CHECK(IsEmailAddress("jo@" + label + ".com"));
  CHECK_FALSE(IsEmailAddress("jo@" + label + "a.com"));
  const std::string domain = label + "." + label + "." + label + ".";  // 192
  CHECK(IsEmailAddress("jo@" + domain + label.substr(0, 59) + ".com"));
  CHECK_FALSE(IsEmailAddress("jo@" + domain + label.substr(0, 60) + ".com"));
}

}  // namespace
}  // namespace gatepost
