#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "audit/value_search.h"
#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/message.h"
#include "cli/rescan.h"
#include "report/search_report.h"

namespace gatepost {
namespace {

constexpr size_t kChunkBytes = 64 << 10;

// As typed.
struct FindOptions {
  std::string store;
  ValueSetup values;
  RescanSetup rescan;
  AnswerSetup answer;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost audit find council.db --value-file - --key-file council.key\n"
    "  gatepost audit find council.db --value-file request.txt --policy council.toml -f json\n"
    "  gatepost audit find --rescan archive.zip --name \"Edna Fictional\" --handle edna_f\n"
    "\n"
    "For requests of people about their own data: each line is a value, a phone number, an e-mail\n"
    "address, an NHS number or a postcode, as anybody would write it. The answer lists all posts\n"
    "that hold it, names values by their lines alone, and says what was not searched. Names,\n"
    "handles and addresses in words are in no store: --rescan reads the posts themselves.\n"
    "\n"
    "Exit status: 0 all was searched, and nothing found; 1 found; 2 could not run; 3 nothing "
    "found,\n"
    "but not all could be searched.\n";

class Find {
 public:
  Find(const FindOptions& options, Output& output)
      : options_(options),
        output_(output),
        report_(options.answer.format == AnswerSetup::Format::kJson
                    ? MakeSearchReportJson()
                    : MakeSearchReportText(LayoutOf(options.answer.colour, output))) {}

  Status Search(const Store& store, const ValueParts& parts, ValueSearch& search) {
    Result<SearchCoverage> coverage = CoverageOf(store, parts.set->hash());
    if (!coverage) return Fail(coverage.error());
    report_->Begin(out_);
    const Status status = store.ForEachFinding({}, [&](const FindingInPost& found) -> Status {
      coverage->Add(found.finding, search);
      const std::vector<uint32_t>* lines = search.LinesOf(found.finding);
      if (lines == nullptr) return {};
      ++summary_.hits;
      report_->AddHit(found, *lines, out_);
      return out_.size() < kChunkBytes ? Status() : output_.Write(out_);
    });
    if (!status) return status;
    summary_.store = options_.store;
    summary_.set_name = parts.set->name();
    summary_.set_hash = parts.set->hash();
    summary_.key_id = parts.keyring->current().id();
    summary_.values = search.values();
    summary_.unknown_lines = search.unknown_lines();
    summary_.patterns.assign(search.patterns().begin(), search.patterns().end());
    summary_.coverage = std::move(*coverage);
    report_->End(summary_, out_);
    return output_.Write(out_);
  }

  [[nodiscard]] ExitCode exit_code() const {
    if (summary_.hits > 0) return ExitCode::kFound;
    const bool is_complete = summary_.coverage.is_complete() && summary_.unknown_lines.empty();
    return is_complete ? ExitCode::kClean : ExitCode::kIncomplete;
  }

 private:
  const FindOptions& options_;
  Output& output_;
  std::unique_ptr<SearchReport> report_;
  SearchSummary summary_;
  std::string out_;
};

// What is asked of a store and what of the posts are two answers.
Status CheckQuestion(const FindOptions& options) {
  const bool asks_store = !options.values.value_file.empty();
  const bool asks_posts = !options.rescan.inputs.empty();
  if (asks_store && asks_posts) {
    return Fail(ErrorCode::kUsage,
                "--value-file asks the store, and --rescan the posts: ask one after the other.");
  }
  if (asks_posts) return {};
  if (!asks_store) {
    return Fail(ErrorCode::kUsage,
                "give the values to look for with --value-file, or read posts for names with "
                "--rescan.");
  }
  if (options.store.empty()) return Fail(ErrorCode::kUsage, "name the store to look in.");
  return {};
}

ExitCode FindValues(const FindOptions& options) {
  const auto parts = LoadValueParts(options.values);
  if (!parts) return PrintErrors(parts.error()), ExitCode::kCannotRun;
  const auto store = SqliteStore::Open(options.store, SqliteStore::Access::kRead);
  if (!store) return PrintError(store.error()), ExitCode::kCannotRun;
  const Result<std::string> lines = ReadLinesOf(options.values.value_file);
  if (!lines) return PrintError(lines.error()), ExitCode::kCannotRun;
  ValueSearch search(parts->set, parts->keyring);
  search.AddLines(*lines);
  Result<Output> output = Output::Open(options.answer.output);
  if (!output) return PrintError(output.error()), ExitCode::kCannotRun;
  Find find(options, *output);
  Status status = find.Search(**store, *parts, search);
  if (status) status = output->Close();
  return status ? find.exit_code() : ExitAfter(status);
}

ExitCode FindData(const FindOptions& options) {
  if (const Status status = CheckQuestion(options); !status) return ExitAfter(status);
  return options.rescan.inputs.empty() ? FindValues(options)
                                       : Rescan(options.rescan, options.answer);
}

}  // namespace

void AddAuditFindCommand(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* command = audit.add_subcommand("find", "Find the posts that hold somebody's data");
  auto options = std::make_shared<FindOptions>();
  command->add_option("store", options->store, "The store of an audit; none with --rescan")
      ->type_name("FILE");
  AddValueOptions(*command, options->values);
  AddRescanOptions(*command, options->rescan);
  AddAnswerOptions(*command, options->answer);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = FindData(*options); });
}

}  // namespace gatepost
