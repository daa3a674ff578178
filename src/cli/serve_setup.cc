#include "cli/serve_setup.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <thread>
#include <utility>

#include "cli/choice.h"
#include "cli/commands.h"
#include "http/listening.h"
#include "pattern/load_policy.h"
#include "pattern/pattern_reader.h"

namespace gatepost {
namespace {

using service::LogRequests;

constexpr uint32_t kMaxThreads = 1024;
constexpr uint32_t kMaxConnections = 1'000'000;
constexpr uint32_t kMaxQueued = 1'000'000;
constexpr uint64_t kDefaultMaxBody = 1 << 20;
constexpr uint64_t kMaxBody = 1 << 28;
constexpr int64_t kMaxMilliseconds = 24L * 60 * 60 * 1000;

void AddListening(CLI::App& command, ServeSetup& setup) {
  command
      .add_option("--listen", setup.listen,
                  "Where to listen, as [::1]:8470; may be given again [127.0.0.1:8470]")
      ->type_name("ADDRESS:PORT")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  command.add_option("--unix", setup.unix_sockets, "Unix socket to listen at; may be given again")
      ->type_name("FILE")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  command
      .add_option("--tokens", setup.tokens,
                  "File of the tokens that clients must have; see 'gatepost serve token'")
      ->type_name("FILE");
  command
      .add_option("--tls-certificate", setup.certificate,
                  "Certificate to serve HTTPS with, in PEM, the chain behind it")
      ->type_name("FILE");
  command.add_option("--tls-key", setup.certificate_key, "The certificate's private key, in PEM")
      ->type_name("FILE");
  command.add_flag("--insecure-http", setup.has_tls_in_front,
                   "Listen beyond this machine without TLS, because something in front does it");
}

void AddChecking(CLI::App& command, ServeSetup& setup) {
  AddPolicyOptions(command, setup.policy, setup.channel);
  AddPatternsOption(command, setup.patterns);
  command
      .add_option("--key-file", setup.key_file,
                  "Key for fingerprints, which tokens with that right are given; without it the "
                  "policy's")
      ->type_name("FILE");
  command.add_flag("--no-watch", setup.is_unwatched,
                   "Reload on SIGHUP alone, not when patterns, policy, tokens or keys change");
  AddChoice<LogRequests>(
      command, {"--log", "Requests that are logged; never their texts [errors]"}, setup.log,
      {{"none", LogRequests::kNone}, {"errors", LogRequests::kErrors}, {"all", LogRequests::kAll}});
}

void AddNumber(CLI::App& command, const OptionText& text, uint32_t& target, uint32_t most) {
  command.add_option(text.name, target, text.help)
      ->type_name("N")
      ->check(CLI::Range(1U, most).description(""));
}

void AddTime(CLI::App& command, const OptionText& text, HttpLimits::Duration& target) {
  const auto set = [&target](int64_t milliseconds) { target = HttpLimits::Duration(milliseconds); };
  command
      .add_option_function<int64_t>(text.name, set,
                                    text.help + " [" + std::to_string(target.count()) + "]")
      ->type_name("MS")
      ->check(CLI::Range(int64_t{1}, kMaxMilliseconds).description(""));
}

void AddLimits(CLI::App& command, ServeSetup& setup) {
  HttpLimits& limits = setup.limits;
  command
      .add_option("-j,--threads", setup.threads, "Threads that answer; 0 is one for each core [0]")
      ->type_name("N")
      ->check(CLI::Range(0U, kMaxThreads).description(""));
  command
      .add_option("--max-body", setup.max_body,
                  "Largest body of a check; a batch may have several times that [1MiB]")
      ->type_name("SIZE");
  AddNumber(command, {"--max-connections", "Connections open at a time; others get 503 [4096]"},
            limits.max_connections, kMaxConnections);
  AddNumber(command, {"--max-queued", "Requests that may wait for a thread; others get 503 [256]"},
            limits.max_queued, kMaxQueued);
  command
      .add_option("--max-queued-bytes", setup.max_queued_bytes,
                  "How much the bodies of those that wait may be together [64MiB]")
      ->type_name("SIZE");
  AddTime(command,
          {"--check-time",
           "Milliseconds for a check; what is not looked at by then makes it incomplete"},
          limits.check_time);
  AddTime(command, {"--header-time", "Milliseconds in which a request's header must come"},
          limits.header_time);
  AddTime(command, {"--body-time", "Milliseconds in which its body must come"}, limits.body_time);
  AddTime(command, {"--reply-time", "Milliseconds in which the answer must be taken"},
          limits.reply_time);
  AddTime(command, {"--idle-time", "Milliseconds that a connection may wait between requests"},
          limits.idle_time);
  AddTime(command, {"--drain-time", "Milliseconds for requests under way, once stopped"},
          limits.drain_time);
}

Result<std::vector<Endpoint>> EndpointsOf(const ServeSetup& setup) {
  std::vector<Endpoint> endpoints;
  for (const std::string& text : setup.listen) {
    Result<Endpoint> endpoint = ParseEndpoint(text);
    if (!endpoint) return Fail(endpoint.error());
    endpoints.push_back(std::move(*endpoint));
  }
  for (const std::string& path : setup.unix_sockets) endpoints.push_back(Endpoint::Unix(path));
  if (endpoints.empty()) {
    endpoints.push_back(Endpoint::Tcp("127.0.0.1", kDefaultPort));
  }
  return endpoints;
}

std::vector<std::filesystem::path> FoldersOf(const ServeSetup& setup) {
  if (setup.patterns.empty()) return {BundledPatterns() / "uk"};
  std::vector<std::filesystem::path> folders;
  for (const std::string& name : setup.patterns) folders.push_back(PatternFolderAt(name));
  return folders;
}

std::vector<std::filesystem::path> SourcesOf(const ServeSetup& setup, const Policy& policy) {
  std::vector<std::filesystem::path> sources;
  for (const std::filesystem::path& folder : FoldersOf(setup)) {
    sources.push_back(folder);
    sources.push_back(ListsOf(folder).path);
  }
  const std::string& key_file = setup.key_file.empty() ? policy.key_file : setup.key_file;
  for (const std::string& file : {setup.policy, key_file, setup.tokens}) {
    if (!file.empty()) sources.emplace_back(file);
  }
  return sources;
}

tl::unexpected<std::vector<Error>> Failed(Error error) {
  return tl::make_unexpected(std::vector<Error>{std::move(error)});
}

Error NoSuchChannel(const std::string& channel, const Policy& policy) {
  return {ErrorCode::kUsage,
          "policy \"" + policy.name + "\" has no channel \"" + channel +
              "\": name one that it has, or leave --channel out.",
          {}};
}

}  // namespace

void AddServeOptions(CLI::App& command, ServeSetup& setup) {
  AddListening(command, setup);
  AddChecking(command, setup);
  AddLimits(command, setup);
}

Result<HttpOptions> HttpOptionsOf(const ServeSetup& setup) {
  if (setup.certificate.empty() != setup.certificate_key.empty()) {
    return Fail(ErrorCode::kUsage, "--tls-certificate and --tls-key are given together.");
  }
  Result<std::vector<Endpoint>> endpoints = EndpointsOf(setup);
  if (!endpoints) return Fail(endpoints.error());
  const bool has_tls = !setup.certificate.empty();
  const Protection protection{!setup.tokens.empty(), has_tls, setup.has_tls_in_front};
  if (Status status = CheckProtection(*endpoints, protection); !status) {
    return Fail(status.error());
  }
  HttpOptions options;
  options.endpoints = std::move(*endpoints);
  options.tls = {setup.certificate, setup.certificate_key};
  options.threads =
      setup.threads == 0 ? std::max(std::thread::hardware_concurrency(), 1U) : setup.threads;
  options.limits = setup.limits;
  if (!setup.max_queued_bytes.empty()) {
    const Result<uint64_t> size = ParseSize(setup.max_queued_bytes, UINT32_MAX);
    if (!size) return Fail(size.error());
    options.limits.max_queued_bytes = *size;
  }
  return options;
}

Result<uint64_t> MaxBodyOf(const ServeSetup& setup) {
  if (setup.max_body.empty()) return kDefaultMaxBody;
  return ParseSize(setup.max_body, kMaxBody);
}

tl::expected<service::Loaded, std::vector<Error>> LoadServed(const ServeSetup& setup,
                                                             Proofs proofs) {
  auto set = LoadPatterns(setup.patterns, proofs);
  if (!set) return tl::make_unexpected(std::move(set.error()));
  auto policy = LoadPolicy(setup.policy, (*set)->patterns());
  if (!policy) return tl::make_unexpected(std::move(policy.error()));
  if (!setup.channel.empty() && !policy->channels.contains(setup.channel)) {
    return Failed(NoSuchChannel(setup.channel, *policy));
  }
  auto keyring = LoadKeyring(setup.key_file, *policy);
  if (!keyring) return Failed(keyring.error());
  service::Loaded loaded;
  if (!setup.tokens.empty()) {
    Result<service::TokenBook> tokens = service::TokenBook::Load(setup.tokens);
    if (!tokens) return Failed(tokens.error());
    loaded.tokens = std::make_shared<const service::TokenBook>(std::move(*tokens));
  }
  loaded.sources = SourcesOf(setup, *policy);
  ScanOptions options{kDefaultMaxPostBytes, setup.channel, Today(), true};
  options.keyring = std::move(*keyring);
  loaded.parts = {std::move(*set), std::move(*policy), std::move(options)};
  return loaded;
}

}  // namespace gatepost
