#pragma once

// What posts have given away in each conversation, so that a name in one post and a street in the
// next are seen together.
//
//   Conversations conversations;
//   Conversations::Turn turn(conversations, 0);  // the first of the calls that share them
//   scanner.Scan(posts, worker, turn, sink);

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "base/post.h"
#include "judge/evidence.h"
#include "scan/turns.h"

namespace gatepost {

// How far back a post is seen together with those before it in its thread: by posts of the thread,
// and by the bytes of those between them.
inline constexpr uint64_t kMaxPostsBack = 50;
inline constexpr uint64_t kMaxBytesBack = 64 << 10;
// Posts remembered, of all threads together; the oldest are forgotten first.
inline constexpr size_t kMaxRememberedPosts = 50'000;

// Posts of one thread are those of one Post::source that name it in Post::thread; a post that
// names none stands alone.
// Only what a combination of the policy could need is remembered. Thread-safe: what posts meet
// depends on the order of the turns alone.
class Conversations {
 public:
  // One call to Scan among those that share these conversations, numbered from 0 without gaps in
  // the order of their posts. Each must come, on whatever thread: later ones wait for it.
  class Turn {
   public:
    Turn(Conversations& conversations, uint64_t number)
        : conversations_(conversations), number_(number) {}
    ~Turn() { Pass(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    // Waits for the turns before, the first time; so do Recall and Meet. None after Pass().
    void Begin();
    // What the posts before this one have given away in its thread.
    [[nodiscard]] EarlierEvidence Recall(const Post& post);
    // Adds what this one gives away, for those after it; after its Recall.
    void Remember(const Post& post, Evidence evidence);
    // Both.
    [[nodiscard]] EarlierEvidence Meet(const Post& post, Evidence evidence);
    // There are no more posts: the next turn may begin.
    void Pass();

   private:
    Conversations& conversations_;
    uint64_t number_;
    bool is_begun_ = false;
    bool is_passed_ = false;
  };

 private:
  // A post of which there is evidence.
  struct Remembered {
    uint64_t posts = 0;  // of the thread since it was first remembered, up to this one
    uint64_t bytes = 0;  // the same
    uint64_t age = 0;    // its key in by_age_
    std::shared_ptr<const Evidence> evidence;
  };
  struct Thread {
    uint64_t posts = 0;
    uint64_t bytes = 0;
    std::deque<Remembered> remembered;  // the oldest first; never empty between posts
  };
  using Threads = std::map<std::string, Thread, std::less<>>;

  EarlierEvidence Recall(const Post& post);
  void Remember(const Post& post, Evidence evidence);
  void ForgetFirst(Threads::iterator thread);

  Turns turns_;
  // What follows belongs to whose turn it is.
  Threads threads_;                               // those of which something is remembered
  std::map<uint64_t, Threads::iterator> by_age_;  // of every remembered post, its thread
  uint64_t next_age_ = 0;
};

}  // namespace gatepost
