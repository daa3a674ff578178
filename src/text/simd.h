#pragma once

// Which extensions the processor has that the fast ways through a text take, and how a function
// says that it takes them.

#if defined(__x86_64__)

// Intel from Haswell, AMD from Excavator on.
#define GATEPOST_AVX2 __attribute__((target("avx2,popcnt")))
// Intel from Ice Lake, AMD from Zen 4 on.
#define GATEPOST_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))

namespace gatepost {

[[nodiscard]] inline bool HasAvx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
}
[[nodiscard]] inline bool HasAvx512() {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") &&
         __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("popcnt");
}

}  // namespace gatepost

#endif
