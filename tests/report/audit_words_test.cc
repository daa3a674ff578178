#include "report/audit_words.h"

#include "report/audit_report_of.h"

using namespace gatepost;

TEST_CASE("Times are written for programs and for people", "[report][audit_words]") {
  const Time time = SampleTime("2024-05-01");
  CHECK(IsoTime(time) == "2024-05-01T09:30:00Z");
  CHECK(TimeInWords(time) == "1 May 2024, 09:30 UTC");
  CHECK(PublishedInWords(time) == "1 May 2024");
  CHECK(PublishedInWords({}) == "no date");
  CHECK(PeriodInWords(time, time) == "1 May 2024");
  CHECK(PeriodInWords(time, SampleTime("2024-06-03")) == "1 May 2024 to 3 June 2024");
  CHECK(PeriodInWords({}, time).empty());
  CHECK(IsoTime(Time(std::chrono::seconds(-1))) == "1969-12-31T23:59:59Z");
}

TEST_CASE("Months are written in words", "[report][audit_words]") {
  CHECK(MonthInWords("2024-05") == "May 2024");
  CHECK(MonthInWords("0999-12") == "December 999");
  CHECK(MonthInWords("") == "no date");
  CHECK(MonthInWords("2024-13") == "no date");
}

TEST_CASE("Large numbers are grouped", "[report][audit_words]") {
  CHECK(Grouped(0) == "0");
  CHECK(Grouped(999) == "999");
  CHECK(Grouped(1000) == "1,000");
  CHECK(Grouped(1234567) == "1,234,567");
  CHECK(GroupedCount(1, "post") == "1 post");
  CHECK(GroupedCount(12345, "match") == "12,345 matches");
  CHECK(BytesInWords(1) == "1 byte");
  CHECK(BytesInWords(999) == "999 bytes");
  CHECK(BytesInWords(1000) == "1.0 KB");
  CHECK(BytesInWords(999'999) == "1.0 MB");
  CHECK(BytesInWords(44'500'000) == "44.5 MB");
  CHECK(RateInWords({}) == "-");
  CHECK(RateInWords(15.04) == "15.0");
}

TEST_CASE("Fields and accounts are named", "[report][audit_words]") {
  CHECK(FieldInWords(FieldKind::kText, 0) == "text");
  CHECK(FieldInWords(FieldKind::kAltText, 1) == "alt_text 2");
  CHECK(AccountInWords("x", "@council") == "@council (x)");
  CHECK(AccountInWords("", "@council") == "@council");
  CHECK(AccountInWords("x", "") == "x");
  CHECK(AccountInWords("", "") == "no account named");
  CHECK(KnownAccountInWords(nullptr).empty());
  const Account known{"Ambridge Council", "Comms", "comms@example.org", Visibility::kUnknown, {}};
  CHECK(KnownAccountInWords(&known) == "Ambridge Council, owner Comms, comms@example.org");
  const Account owned{"", "Comms", "", Visibility::kUnknown, {}};
  CHECK(KnownAccountInWords(&owned) == "owner Comms");
}

TEST_CASE("Only addresses of the web may be links", "[report][audit_words]") {
  CHECK(IsWebAddress("https://example.org/1"));
  CHECK(IsWebAddress("HTTP://example.org"));
  for (const char* url : {"", "https://", "example.org", "javascript:alert(1)//https://example.org",
                          "javascript://example.org/%0aalert(1)", "data:text/html,x",
                          "file:///etc/passwd", " https://example.org", "https://example.org/ x",
                          "https://example.org/\n", "at://example.org/1"}) {
    CAPTURE(url);
    CHECK_FALSE(IsWebAddress(url));
  }
}
