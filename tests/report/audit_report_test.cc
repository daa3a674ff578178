#include "report/audit_report.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "report/audit_report_of.h"

using namespace gatepost;

namespace {

constexpr AuditReportFormat kAllFormats[] = {AuditReportFormat::kText,  AuditReportFormat::kJson,
                                             AuditReportFormat::kJsonl, AuditReportFormat::kCsv,
                                             AuditReportFormat::kSarif, AuditReportFormat::kJunit,
                                             AuditReportFormat::kHtml};

// What somebody who writes posts could name themselves, their post and its address.
FakeStore HostileStore() {
  const std::string hostile =
      "</title><script>alert(1)</script>'\" onload=x &amp; ]]> \x1b[31m\xE2\x80\xAE=1+1\xff\x01";
  FakeStore store = SampleStore();
  for (FakeStore::Post& post : store.posts) {
    post.post.account = hostile;
    post.post.post_id = hostile;
    post.post.url = "javascript:alert(1)//https://" + hostile;
    post.post.path = hostile;
    for (AuditFinding& finding : post.findings) {
      finding.masked += hostile;
      finding.advice += hostile;
      finding.reasons = hostile;
    }
  }
  for (AuditInput& input : store.inputs) input.name += hostile;
  for (AuditFile& file : store.files) file.account = hostile;
  for (Decision& decision : store.decisions) decision.reason = hostile;
  for (AuditProblem& problem : store.problems) problem.path = hostile;
  return store;
}

// As much as a council's archive may come to.
FakeStore LargeStore() {
  FakeStore store = SampleStore();
  constexpr std::string_view kNames[] = {"Email address",
                                         "Postal address",
                                         "Date of birth",
                                         "Sort code",
                                         "Vehicle mark",
                                         "Passport number",
                                         "Driving licence number issued in Great Britain",
                                         "National Insurance number"};
  constexpr std::string_view kSeverities[] = {"critical", "high", "medium", "low"};
  for (int i = 0; i < 1500; ++i) {
    const int month = i % 34;
    const std::string of_year = std::to_string(month % 12 + 1);
    const std::string day = std::to_string(2022 + month / 12) + (of_year.size() < 2 ? "-0" : "-") +
                            of_year + "-1" + std::to_string(i % 9);
    AuditFinding finding = SamplePhoneFinding(1000 + i * 7 % 611);
    const auto name = static_cast<size_t>(i * i % 8);
    finding.pattern = "uk.identifier_" + std::to_string(name);
    finding.name = kNames[name];
    finding.severity = kSeverities[name % 4];
    FakeStore::Post post{SamplePost(1000 + i, 2, day), {finding}};
    post.post.account = "@department-of-housing-" + std::to_string(i % 7 * 3);
    store.posts.push_back(post);
    if (i < 34) {
      store.tallies.push_back(
          {post.post.account, "mastodon", day.substr(0, 7), 2311, 3'200'000, {}});
    }
  }
  for (uint32_t i = 0; i < 60; ++i) {
    store.problems.push_back({2,
                              "",
                              "",
                              {ProblemKind::kUnread,
                               "line_too_long",
                               "The line is too long. Raise the limit.",
                               {"", i, 0}}});
  }
  return store;
}

}  // namespace

TEST_CASE("Every format goes by its name", "[report][audit_report]") {
  for (const AuditReportFormat format : kAllFormats) {
    CHECK(AuditReportFormatOf(NameOf(format)) == format);
  }
  CHECK_FALSE(AuditReportFormatOf("xml").has_value());
}

TEST_CASE("What the store fails with, a report fails with", "[report][audit_report]") {
  FakeStore store = SampleStore();
  store.failure = {ErrorCode::kUnreadable, "the file is damaged", {}};
  for (const AuditReportFormat format : kAllFormats) {
    const auto status = WriteAuditReport(format, store, SampleReportOptions(),
                                         [](std::string& /*chunk*/) { return Status(); });
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().message == "the file is damaged");
  }
}

TEST_CASE("What the caller's function fails with, a report fails with", "[report][audit_report]") {
  const FakeStore store = SampleStore();
  for (const AuditReportFormat format : kAllFormats) {
    const auto status = WriteAuditReport(
        format, store, SampleReportOptions(),
        [](std::string& /*chunk*/) -> Status { return Fail(ErrorCode::kUnreadable, "full"); });
    REQUIRE_FALSE(status.has_value());
    CHECK(status.error().message == "full");
  }
}

TEST_CASE("A report goes through the findings twice and hands itself on in chunks",
          "[report][audit_report]") {
  FakeStore store = SampleStore();
  for (int i = 0; i < 2000; ++i) {
    store.posts.push_back({SamplePost(100 + i, 2, "2025-01-05"), {SampleNhsFinding(100 + i)}});
  }
  for (const AuditReportFormat format : kAllFormats) {
    CAPTURE(NameOf(format));
    store.passes = 0;
    size_t largest = 0;
    const auto status =
        WriteAuditReport(format, store, SampleReportOptions(), [&](std::string& chunk) {
          largest = std::max(largest, chunk.size());
          return Status();
        });
    REQUIRE(status.has_value());
    CHECK(store.passes == 2);
    CHECK(largest < 600'000);
  }
}

TEST_CASE("Texts of posts are in no report that was not asked for them", "[report][audit_report]") {
  FakeStore store = SampleStore();
  for (FakeStore::Post& post : store.posts) post.post.text = "a text\nof two lines <b>";
  AuditReportOptions options = SampleReportOptions();
  for (const AuditReportFormat format : kAllFormats) {
    CAPTURE(NameOf(format));
    options.shows_texts = false;
    CHECK_FALSE(Contains(AuditReportOf(format, store, options), "of two lines"));
    options.shows_texts = true;
    const bool can_show = format == AuditReportFormat::kJson ||
                          format == AuditReportFormat::kJsonl || format == AuditReportFormat::kHtml;
    CHECK(Contains(AuditReportOf(format, store, options), "of two lines") == can_show);
  }
}

TEST_CASE("No report hands on what acts where it is shown", "[report][audit_report]") {
  const FakeStore store = HostileStore();
  for (const AuditReportFormat format : kAllFormats) {
    CAPTURE(NameOf(format));
    const std::string report = AuditReportOf(format, store);
    CHECK_FALSE(Contains(report, "\x1b"));
    CHECK_FALSE(Contains(report, "\x01"));
    CHECK_FALSE(Contains(report, "\xE2\x80\xAE"));
    CHECK_FALSE(Contains(report, "\xff"));
  }
}

TEST_CASE("An audit of nothing is reported in every format", "[report][audit_report]") {
  const FakeStore store;
  for (const AuditReportFormat format : kAllFormats) {
    CAPTURE(NameOf(format));
    CHECK_FALSE(AuditReportOf(format, store).empty());
  }
}

// For the checks by other programs, and for looking at: GATEPOST_REPORT_SAMPLES names a folder.
TEST_CASE("Samples of all formats are written where they are asked for", "[.][report_samples]") {
  const char* folder = std::getenv("GATEPOST_REPORT_SAMPLES");
  REQUIRE(folder != nullptr);
  std::filesystem::create_directories(folder);
  const auto write = [&](const std::string& name, const FakeStore& store) {
    for (const AuditReportFormat format : kAllFormats) {
      const std::string path = std::string(folder) + "/" + name + "." + std::string(NameOf(format));
      std::ofstream(path, std::ios::binary) << AuditReportOf(format, store);
    }
  };
  write("sample", SampleStore());
  write("hostile", HostileStore());
  write("empty", FakeStore());
  write("large", LargeStore());
}

TEST_CASE("Names and owners of accounts stand in every format, as text", "[report][audit_report]") {
  const AccountBook book = SampleAccounts();
  AuditReportOptions options = SampleReportOptions();
  for (const AuditReportFormat format : kAllFormats) {
    CAPTURE(NameOf(format));
    options.accounts = nullptr;
    const std::string without = AuditReportOf(format, SampleStore(), options);
    options.accounts = &book;
    const std::string with = AuditReportOf(format, SampleStore(), options);
    CHECK_FALSE(Contains(without, "Comms"));
    CHECK(CountOf(with, "Comms") > 0);
    const bool is_markup =
        format == AuditReportFormat::kHtml || format == AuditReportFormat::kJunit;
    CHECK(CountOf(with, "Comms") ==
          CountOf(with, is_markup ? "Ambridge &lt;Council&gt;, owner Comms" : "Comms"));
  }
}

TEST_CASE("Exposure by account says whose the accounts are", "[report][audit_report]") {
  const AccountBook book = SampleAccounts();
  AuditReportOptions options = SampleReportOptions();
  options.accounts = &book;
  options.by = AuditReportBy::kAccount;
  options.width = 200;
  CHECK(Contains(AuditReportOf(AuditReportFormat::kText, SampleStore(), options),
                 "Ambridge <Council>, owner Comms, comms@…\n"));
  CHECK(Contains(AuditReportOf(AuditReportFormat::kHtml, SampleStore(), options),
                 "<bdi>@council (x)</bdi><br><span class=\"whose\"><bdi>Ambridge"));
  CHECK(Contains(
      AuditReportOf(AuditReportFormat::kJson, SampleStore(), options),
      R"("account":"@council","account_name":"Ambridge <Council>","account_owner":"Comms",)"
      R"("account_email":"comms@example.org","posts":298)"));
}

TEST_CASE("What a closed account published counts as no longer public", "[report][audit_report]") {
  const AccountBook book = SampleAccounts();
  AuditReportOptions options = SampleReportOptions();
  CHECK(Contains(AuditReportOf(AuditReportFormat::kJsonl, SampleStore(), options),
                 R"("open_by_still_public":{"yes":2,"no":0,"unknown":2})"));
  options.accounts = &book;
  const std::string report = AuditReportOf(AuditReportFormat::kJsonl, SampleStore(), options);
  CHECK(Contains(report, R"("open_by_still_public":{"yes":0,"no":2,"unknown":2})"));
  CHECK(Contains(report, R"("still_public_source":"the file of accounts")"));
}
