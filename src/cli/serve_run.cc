#include "cli/serve_run.h"

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/loading.h"
#include "cli/message.h"
#include "cli/service_signals.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "http/http_server.h"
#include "http/listening.h"
#include "service/reload_thread.h"
#include "service/service.h"

namespace gatepost {
namespace {

service::LogForm FormOfLog() {
  return IsTerminal(STDERR_FILENO) ? service::LogForm::kText : service::LogForm::kJson;
}

std::vector<std::filesystem::path> CertificateFiles(const ServeSetup& setup) {
  if (setup.certificate.empty()) return {};
  return {setup.certificate, setup.certificate_key};
}

// All that serves, in the order in which it may go.
class RunningService {
 public:
  RunningService(const ServeSetup& setup, service::Loaded loaded, uint64_t max_body_bytes)
      : setup_(setup),
        log_(STDERR_FILENO, setup.log, FormOfLog()),
        gate_(std::make_shared<const service::Gate>(loaded.parts)),
        tokens_(loaded.tokens == nullptr ? nullptr
                                         : std::make_unique<service::CurrentTokens>(loaded.tokens)),
        service_({gate_, state_, metrics_, log_, tokens_.get(), max_body_bytes}),
        name_(service::NameOf(loaded.parts)),
        reloader_(ReloaderPartsOf(), std::move(loaded)) {}

  Status Open(HttpOptions options) {
    has_tls_ = !options.tls.certificate.empty();
    auto server = HttpServer::Open(std::move(options), service_);
    if (!server) return Fail(server.error());
    server_ = std::move(*server);
    metrics_.SetServer([this] { return server_->counts(); });
    const auto watching = setup_.is_unwatched ? service::ReloadThread::Watching::kNo
                                              : service::ReloadThread::Watching::kYes;
    auto reloads = service::ReloadThread::Start(reloader_, log_, watching);
    if (!reloads) return Fail(reloads.error());
    reloads_ = std::move(*reloads);
    return {};
  }

  void Run(ServiceSignals& signals) {
    TellStart();
    std::thread server([this] { server_->Run(); });
    while (signals.Next() == ServiceSignals::Wish::kReload) reloads_->Ask();
    log_.TellEvent("info", "stopping", "answering what is under way");
    signals.LetEnd();
    server_->Stop();
    server.join();
    TellEnd();
  }

 private:
  void TellEnd() {
    const uint64_t cut_off = server_->counts().connections_open;
    if (cut_off == 0) {
      log_.TellEvent("info", "stopped", "all that was under way is answered");
    } else {
      log_.TellEvent("warning", "stopped",
                     "connections cut off as --drain-time was up: " + std::to_string(cut_off));
    }
  }

  service::ReloaderParts ReloaderPartsOf() {
    return {.load = [this] { return LoadServed(setup_, Proofs::kNeeded); },
            .now = Now,
            .renew_others = [this] { return server_->ReloadCertificate(); },
            .others = CertificateFiles(setup_),
            .gate = gate_,
            .tokens = tokens_.get(),
            .state = state_,
            .metrics = metrics_,
            .log = log_};
  }

  void TellStart() {
    log_.TellEvent("info", "started", "gatepost " + ProgramVersion() + " with " + name_);
    for (const Endpoint& endpoint : server_->endpoints()) {
      log_.TellEvent("info", "listening", UrlOf(endpoint, has_tls_));
    }
    if (FormOfLog() == service::LogForm::kText) {
      PrintNote("open that address in a browser to check a draft; Ctrl-C ends the service.");
    }
  }

  const ServeSetup& setup_;
  service::RequestLog log_;
  service::ReloadState state_;
  service::Metrics metrics_;
  service::CurrentGate gate_;
  std::unique_ptr<service::CurrentTokens> tokens_;  // nullptr: none are needed
  service::Service service_;
  std::string name_;  // of what it started with
  service::Reloader reloader_;
  bool has_tls_ = false;
  std::unique_ptr<HttpServer> server_;
  std::unique_ptr<service::ReloadThread> reloads_;
};

}  // namespace

ExitCode RunService(const ServeSetup& setup) {
  ServiceSignals signals;
  Result<HttpOptions> options = HttpOptionsOf(setup);
  if (!options) return PrintError(options.error()), ExitCode::kCannotRun;
  const Result<uint64_t> max_body_bytes = MaxBodyOf(setup);
  if (!max_body_bytes) return PrintError(max_body_bytes.error()), ExitCode::kCannotRun;
  auto loaded = LoadServed(setup, Proofs::kNotNeeded);
  if (!loaded) return PrintErrors(loaded.error()), ExitCode::kCannotRun;
  RunningService running(setup, std::move(*loaded), *max_body_bytes);
  if (Status status = running.Open(std::move(*options)); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  running.Run(signals);
  return ExitCode::kClean;
}

}  // namespace gatepost
