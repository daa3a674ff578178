// Sends one request again and again over connections that are kept, and looks at each answer: it
// must be the expected one to the byte. One thread.
//
//   http_load PORT PATH BODY-FILE ANSWER-FILE CONNECTIONS RATE SECONDS
//
// RATE is in requests a second, and their times count from when they were to be sent, so that a
// server that stalls is not asked less; 0 sends the next when the last is answered. Prints a line
// of JSON: answers, wrong ones, lost ones, times in microseconds.

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

std::string ReadAll(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Connection {
  int socket = -1;
  Clock::time_point due;
  std::string answer;  // as much as has come
};

struct Counts {
  uint64_t wrong = 0;
  uint64_t lost = 0;
  std::vector<uint32_t> microseconds;
};

class Load {
 public:
  Load(uint16_t port, std::string request, std::string answer, size_t connections, double rate)
      : request_(std::move(request)),
        answer_(std::move(answer)),
        interval_(rate > 0 ? 1e9 / rate : 0),
        connections_(connections) {
    for (size_t i = 0; i < connections; ++i) {
      Connect(port, connections_[i]);
      Watch(connections_[i].socket, i);
      idle_.push_back(i);
    }
    if (interval_ > 0) Watch(timer_, kTimer);
  }

  void Run(std::chrono::seconds at_most) {
    start_ = Clock::now();
    end_ = start_ + at_most;
    // What is under way at the end is waited for.
    while (Clock::now() < end_ || idle_.size() < connections_.size()) {
      if (Clock::now() > end_ + kPatience) break;
      SendDue();
      WaitForEvents();
    }
    counts_.lost += connections_.size() - idle_.size();
  }

  void Print() {
    auto& times = counts_.microseconds;
    std::sort(times.begin(), times.end());
    const auto at = [&times](double share) {
      if (times.empty()) return 0U;
      return times[static_cast<size_t>(share * static_cast<double>(times.size() - 1))];
    };
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    std::printf(
        "{\"answers\":%zu,\"wrong\":%llu,\"lost\":%llu,\"per_second\":%.0f,\"p50\":%u,"
        "\"p99\":%u,\"max\":%u}\n",
        times.size(), static_cast<unsigned long long>(counts_.wrong),
        static_cast<unsigned long long>(counts_.lost), static_cast<double>(times.size()) / seconds,
        at(0.5), at(0.99), at(1));
  }

 private:
  static constexpr uint64_t kTimer = UINT64_MAX;
  static constexpr std::chrono::seconds kPatience{10};

  static void Connect(uint16_t port, Connection& connection) {
    connection.socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connection.socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) {
      std::perror("http_load: connect");
      std::exit(2);
    }
    const int on = 1;
    ::setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    ::fcntl(connection.socket, F_SETFL, O_NONBLOCK);
  }
  void Watch(int descriptor, uint64_t data) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = data;
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event);
  }

  [[nodiscard]] Clock::time_point DueOf(uint64_t nth) const {
    return start_ +
           std::chrono::nanoseconds(static_cast<int64_t>(static_cast<double>(nth) * interval_));
  }

  void SendDue() {
    while (!idle_.empty()) {
      const auto now = Clock::now();
      const auto due = interval_ > 0 ? DueOf(sent_) : now;
      if (due >= end_ || now >= end_) return;
      if (due > now) return SetTimer(due);
      Connection& connection = connections_[idle_.back()];
      idle_.pop_back();
      ++sent_;
      connection.due = due;
      connection.answer.clear();
      // Requests are far smaller than a socket's buffer.
      (void)!::send(connection.socket, request_.data(), request_.size(), MSG_NOSIGNAL);
    }
  }

  void SetTimer(Clock::time_point due) const {
    const auto since = due.time_since_epoch();
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since);
    itimerspec when{};
    when.it_value.tv_sec = seconds.count();
    when.it_value.tv_nsec = (since - seconds).count();
    ::timerfd_settime(timer_, TFD_TIMER_ABSTIME, &when, nullptr);
  }

  void WaitForEvents() {
    epoll_event events[64];
    const int count = ::epoll_wait(epoll_, events, 64, 100);
    for (int i = 0; i < count; ++i) {
      if (events[i].data.u64 == kTimer) {
        uint64_t ignored = 0;
        (void)!::read(timer_, &ignored, sizeof(ignored));
      } else {
        Read(events[i].data.u64);
      }
    }
  }

  void Read(size_t nth) {
    Connection& connection = connections_[nth];
    char bytes[16 << 10];
    const ssize_t size = ::recv(connection.socket, bytes, sizeof(bytes), 0);
    if (size <= 0) {
      ::epoll_ctl(epoll_, EPOLL_CTL_DEL, connection.socket, nullptr);
      return;  // never idle again: lost
    }
    connection.answer.append(bytes, static_cast<size_t>(size));
    const size_t head = connection.answer.find("\r\n\r\n");
    if (head == std::string::npos || connection.answer.size() < head + 4 + LengthOf(connection)) {
      return;
    }
    const auto took = Clock::now() - connection.due;
    counts_.microseconds.push_back(
        static_cast<uint32_t>(std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
    const std::string_view answer = connection.answer;
    if (!answer.starts_with("HTTP/1.1 200 ") || answer.substr(head + 4) != answer_) {
      ++counts_.wrong;
    }
    idle_.push_back(nth);
  }

  static size_t LengthOf(const Connection& connection) {
    constexpr std::string_view kName = "\r\nContent-Length: ";
    const size_t at = connection.answer.find(kName);
    if (at == std::string::npos) return 0;
    return std::strtoul(connection.answer.c_str() + at + kName.size(), nullptr, 10);
  }

  const std::string request_;
  const std::string answer_;
  const double interval_;  // nanoseconds; 0: none
  std::vector<Connection> connections_;
  std::vector<size_t> idle_;
  uint64_t sent_ = 0;
  Counts counts_;
  Clock::time_point start_;
  Clock::time_point end_;
  const int epoll_ = ::epoll_create1(0);
  const int timer_ = ::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 8) {
    std::fputs("usage: http_load PORT PATH BODY-FILE ANSWER-FILE CONNECTIONS RATE SECONDS\n",
               stderr);
    return 2;
  }
  const std::string body = ReadAll(argv[3]);
  const std::string request = "POST " + std::string(argv[2]) +
                              " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                              "Content-Length: " +
                              std::to_string(body.size()) + "\r\n\r\n" + body;
  Load load(static_cast<uint16_t>(std::atoi(argv[1])), request, ReadAll(argv[4]),
            std::strtoul(argv[5], nullptr, 10), std::strtod(argv[6], nullptr));
  load.Run(std::chrono::seconds(std::atoi(argv[7])));
  load.Print();
  return 0;
}
