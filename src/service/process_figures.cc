#include "service/process_figures.h"

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <system_error>

namespace gatepost::service {
namespace {

// The fields of /proc/self/stat behind the program's name, which may hold anything; the first of
// them is field 3 of proc(5).
std::optional<std::istringstream> FieldsOfStat() {
  std::ifstream file("/proc/self/stat");
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  const size_t end = line.rfind(')');
  if (end == std::string::npos) return std::nullopt;
  return std::istringstream(line.substr(end + 1));
}

// "btime" of /proc/stat: when the machine was started.
double BootSeconds() {
  std::ifstream file("/proc/stat");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("btime ")) return std::stod(line.substr(6));
  }
  return 0;
}

uint64_t CountDescriptors() {
  std::error_code error;
  const std::filesystem::directory_iterator entries("/proc/self/fd", error);
  if (error) return 0;
  const auto count = std::distance(begin(entries), end(entries));
  return static_cast<uint64_t>(count) - 1;  // one of them reads the folder
}

}  // namespace

std::optional<ProcessFigures> ReadProcessFigures() {
  constexpr int kUserTicks = 14;
  constexpr int kStartTicks = 22;
  constexpr int kResidentPages = 24;
  std::optional<std::istringstream> fields = FieldsOfStat();
  if (!fields) return std::nullopt;
  const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  ProcessFigures figures;
  std::string field;
  for (int i = 3; i <= kResidentPages && *fields >> field; ++i) {
    if (i == kUserTicks || i == kUserTicks + 1) figures.cpu_seconds += std::stod(field) / ticks;
    if (i == kStartTicks) figures.start_seconds = BootSeconds() + std::stod(field) / ticks;
    if (i == kResidentPages) {
      figures.resident_bytes = std::stoull(field) * static_cast<uint64_t>(::sysconf(_SC_PAGESIZE));
    }
  }
  figures.open_descriptors = CountDescriptors();
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) figures.max_descriptors = limit.rlim_cur;
  return figures;
}

}  // namespace gatepost::service
