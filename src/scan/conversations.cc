#include "scan/conversations.h"

#include <utility>

#include "base/digest.h"

namespace gatepost {
namespace {

// The thread of its source, in at most so many bytes.
std::string KeyOf(const Post& post) {
  std::string key(post.source);
  key.append(1, '\0').append(post.thread);
  if (key.size() <= kMaxKeptId) return key;
  Sha256 digest;
  digest.Add(post.source);
  digest.Add(post.thread);
  return digest.HexDigest();
}

}  // namespace

void Conversations::Turn::Begin() {
  if (!is_begun_) conversations_.turns_.Wait(number_);
  is_begun_ = true;
}

EarlierEvidence Conversations::Turn::Recall(const Post& post) {
  Begin();
  return conversations_.Recall(post);
}

void Conversations::Turn::Remember(const Post& post, Evidence evidence) {
  conversations_.Remember(post, std::move(evidence));
}

EarlierEvidence Conversations::Turn::Meet(const Post& post, Evidence evidence) {
  EarlierEvidence earlier = Recall(post);
  Remember(post, std::move(evidence));
  return earlier;
}

void Conversations::Turn::Pass() {
  if (!is_passed_) conversations_.turns_.Pass(number_);
  is_passed_ = true;
}

EarlierEvidence Conversations::Recall(const Post& post) {
  EarlierEvidence earlier;
  if (post.thread.empty()) return earlier;
  const auto found = threads_.find(KeyOf(post));
  if (found == threads_.end()) return earlier;
  Thread& thread = found->second;
  ++thread.posts;
  const auto is_far = [&thread](const Remembered& first) {
    return thread.posts - first.posts > kMaxPostsBack || thread.bytes - first.bytes > kMaxBytesBack;
  };
  size_t far = 0;
  while (far < thread.remembered.size() && is_far(thread.remembered[far])) ++far;
  for (auto each = thread.remembered.rbegin(); each != thread.remembered.rend(); ++each) {
    if (is_far(*each)) break;
    earlier.push_back(each->evidence);
  }
  for (; far > 0; --far) ForgetFirst(found);
  return earlier;
}

void Conversations::Remember(const Post& post, Evidence evidence) {
  if (post.thread.empty()) return;
  std::string key = KeyOf(post);
  const auto found = threads_.find(key);
  if (found != threads_.end()) found->second.bytes += BytesOf(post);
  if (evidence.empty()) return;
  const auto thread = found != threads_.end() ? found : threads_.try_emplace(std::move(key)).first;
  const auto& [posts, bytes, remembered] = thread->second;
  thread->second.remembered.push_back(
      {posts, bytes, next_age_, std::make_shared<const Evidence>(std::move(evidence))});
  by_age_.emplace(next_age_++, thread);
  if (by_age_.size() > kMaxRememberedPosts) ForgetFirst(by_age_.begin()->second);
}

void Conversations::ForgetFirst(Threads::iterator thread) {
  auto& remembered = thread->second.remembered;
  by_age_.erase(remembered.front().age);
  remembered.pop_front();
  if (remembered.empty()) threads_.erase(thread);
}

}  // namespace gatepost
