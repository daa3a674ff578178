#include "post/line_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/system_error.h"

namespace gatepost {
namespace {

constexpr size_t kReadBytes = 64 << 10;

}  // namespace

// What has been read and not yet given out is `pending`; for a file it stands in `buffer`.
struct LineSource::State {
  std::string name;
  int descriptor = -1;  // -1: text in memory
  bool owns_descriptor = false;
  bool is_at_end = false;
  uint64_t max_line_bytes = 0;
  uint64_t lines = 0;
  std::string buffer;
  std::string_view pending;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (owns_descriptor && descriptor >= 0) ::close(descriptor);
  }

  // Reads more behind what is pending.
  Status Fill() {
    buffer.erase(0, static_cast<size_t>(pending.data() - buffer.data()));
    const size_t used = pending.size();
    buffer.resize(used + kReadBytes);
    ssize_t got = 0;
    do {
      got = ::read(descriptor, buffer.data() + used, kReadBytes);
    } while (got < 0 && errno == EINTR);
    if (got < 0) return Fail(Unreadable(errno, name));
    is_at_end = got == 0;
    pending = std::string_view(buffer).substr(0, used + static_cast<size_t>(got));
    return {};
  }

  // The line that is the first `size` bytes of what is pending, and its end, if it has one.
  Line Take(size_t size) {
    Line line;
    line.number = ++lines;
    line.bytes = std::min(size + 1, pending.size());
    line.text = pending.substr(0, size);
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    line.end = pending.substr(line.text.size(), line.bytes - line.text.size());
    pending.remove_prefix(line.bytes);
    line.is_too_long = line.text.size() > max_line_bytes;
    if (line.is_too_long) line.text = {};
    return line;
  }

  // Passes over a line of which more than the limit is pending, and no end.
  Result<std::optional<Line>> SkipLongLine() {
    Line line;
    line.number = ++lines;
    line.is_too_long = true;
    char last = 0;  // of what was passed over
    for (;;) {
      const size_t end = pending.find('\n');
      const size_t size = end == std::string_view::npos ? pending.size() : end + 1;
      line.bytes += size;
      if (end != std::string_view::npos) {
        line.end = (size > 1 ? pending[size - 2] : last) == '\r' ? "\r\n" : "\n";
      }
      if (size > 0) last = pending[size - 1];
      pending.remove_prefix(size);
      if (end != std::string_view::npos || is_at_end) return line;
      if (Status filled = Fill(); !filled) return Fail(filled.error());
    }
  }
};

LineSource::LineSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
LineSource::~LineSource() = default;
LineSource::LineSource(LineSource&&) noexcept = default;
LineSource& LineSource::operator=(LineSource&&) noexcept = default;

Result<LineSource> LineSource::Open(const std::string& path, uint64_t max_line_bytes) {
  auto state = std::make_unique<State>();
  const bool is_standard_input = path == "-";
  state->name = is_standard_input ? "standard input" : path;
  state->max_line_bytes = max_line_bytes;
  state->owns_descriptor = !is_standard_input;
  state->descriptor = is_standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (state->descriptor < 0 || ::fstat(state->descriptor, &status) != 0) {
    return Fail(Unreadable(errno, state->name));
  }
  if (S_ISDIR(status.st_mode)) return Fail(Unreadable(EISDIR, state->name));
  state->pending = std::string_view(state->buffer);
  return LineSource(std::move(state));
}

LineSource LineSource::Over(std::string_view text, uint64_t max_line_bytes) {
  auto state = std::make_unique<State>();
  state->max_line_bytes = max_line_bytes;
  state->is_at_end = true;
  state->pending = text;
  return LineSource(std::move(state));
}

bool LineSource::HasLine() const { return state_->pending.find('\n') != std::string_view::npos; }

Result<std::optional<Line>> LineSource::Next() {
  State& state = *state_;
  size_t searched = 0;
  for (;;) {
    const size_t end = state.pending.find('\n', searched);
    if (end != std::string_view::npos) return state.Take(end);
    if (state.is_at_end) {
      if (state.pending.empty()) return std::nullopt;
      return state.Take(state.pending.size());
    }
    searched = state.pending.size();
    if (searched > state.max_line_bytes + 1) return state.SkipLongLine();  // one more may be a \r
    if (Status filled = state.Fill(); !filled) return Fail(filled.error());
  }
}

}  // namespace gatepost
