#pragma once

// Gatepost's C++ API: finds personal data in posts before they are published.
//
// Patterns and a policy are read once and make a Scanner, which is const and shared by all threads;
// every thread scans with a Worker of its own. Each post gets a Verdict: what to do with it,
// whether all of it could be looked at, and the findings with their places, scores and reasons.
// What fails is returned, never thrown: a tl::expected, most often Result<T>, with an Error for
// people. Posts, fields and spans are views of the caller's text.
//
// What is here may change with every version; the C API (c/gatepost_c.h) may not. Users link
// gatepost::gatepost of the CMake package, or gatepost-cpp of pkg-config; docs/c-api.md shows both.
// A whole program, which is given the folder of installed patterns:
//
//   #include <gatepost/gatepost.h>
//
//   #include <iostream>
//   #include <utility>
//   #include <vector>
//
//   class Printer final : public gatepost::VerdictSink {
//    public:
//     void Accept(const gatepost::Post&, gatepost::Verdict verdict) override {
//       std::cout << verdict.word() << '\n';
//       for (const gatepost::Finding& finding : verdict.findings) {
//         const gatepost::Span span = finding.places.front().span;
//         std::cout << span.begin << '-' << span.end << ' ' << finding.masked << '\n';
//       }
//     }
//   };
//
//   int main(int argc, char** argv) {
//     if (argc != 2) return 2;
//     const auto set = gatepost::PatternSet::Load({argv[1]});
//     if (!set) {
//       for (const gatepost::Error& error : set.error()) std::cerr << error.ToString() << '\n';
//       return 2;
//     }
//     auto policy = gatepost::LoadPolicy("", (*set)->patterns());  // the default policy
//     if (!policy) return 2;
//     const std::chrono::sys_days today = std::chrono::year(2026) / 3 / 31;
//     const gatepost::Scanner scanner(*set, std::move(*policy), {.as_of = today});
//
//     gatepost::Worker worker(scanner);
//     gatepost::Post post;
//     post.fields.push_back({.text = "Ring 07700 900123"});
//     Printer printer;
//     scanner.Scan({&post, 1}, worker, printer);  // block, then 5-17 ***** ****23
//   }

#include "base/fingerprint.h"
#include "base/key_file.h"
#include "base/post.h"
#include "base/problem.h"
#include "base/result.h"
#include "judge/verdict.h"
#include "pattern/load_policy.h"
#include "pattern/policy.h"
#include "scan/scanner.h"
#include "set/pattern_set.h"
