// Eight numbers at a time, and work shared among threads. Nothing here knows of clusters.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

// On Linux the hot loops are compiled for three generations of processors and the right one is taken at
// start. All give the same bits: lanes never mix, and -ffp-contract=off forbids fused multiply-adds.
#if !defined(__x86_64__) || !defined(__linux__) || defined(SEGDESK_ONE_TARGET)
#define SEGDESK_CLONES
#elif defined(__clang__) || __GNUC__ < 12
#define SEGDESK_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define SEGDESK_CLONES __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#endif

#if defined(__GNUC__)
#define SEGDESK_INLINE inline __attribute__((always_inline))
#else
#define SEGDESK_INLINE __forceinline
#endif

namespace segdesk {

constexpr int LANES = 8;

#if defined(__GNUC__)
// How vectors are passed to functions changes with the processor; all that pass them are inlined.
#pragma GCC diagnostic ignored "-Wpsabi"
typedef double Quad __attribute__((vector_size(4 * sizeof(double))));
typedef float Floats __attribute__((vector_size(LANES * sizeof(float))));

// Two halves, as AVX2 has registers for: GCC moves the halves of one large vector about number by number.
struct alignas(LANES * sizeof(double)) Doubles {
    Quad half[2];
    SEGDESK_INLINE double& operator[](int l) { return reinterpret_cast<double*>(half)[l]; }
    SEGDESK_INLINE double operator[](int l) const { return reinterpret_cast<const double*>(half)[l]; }
};
#define SEGDESK_OPERATOR(op)                                                                         \
    SEGDESK_INLINE Doubles operator op(const Doubles& a, const Doubles& b) {                         \
        return {{a.half[0] op b.half[0], a.half[1] op b.half[1]}};                                   \
    }                                                                                                \
    SEGDESK_INLINE Doubles operator op(const Doubles& a, double b) {                                 \
        return {{a.half[0] op b, a.half[1] op b}};                                                   \
    }                                                                                                \
    SEGDESK_INLINE Doubles operator op(double a, const Doubles& b) {                                 \
        return {{a op b.half[0], a op b.half[1]}};                                                   \
    }
SEGDESK_OPERATOR(+)
SEGDESK_OPERATOR(-)
SEGDESK_OPERATOR(*)
SEGDESK_OPERATOR(/)
#undef SEGDESK_OPERATOR

template <class Vector>
SEGDESK_INLINE Vector larger(const Vector& a, const Vector& b) { return a > b ? a : b; }
#else
template <class T>
struct alignas(LANES * sizeof(T)) Vector {
    T lane[LANES];
    SEGDESK_INLINE T& operator[](int l) { return lane[l]; }
    SEGDESK_INLINE T operator[](int l) const { return lane[l]; }
};
#define SEGDESK_OPERATOR(op)                                                                         \
    template <class T>                                                                               \
    SEGDESK_INLINE Vector<T> operator op(Vector<T> a, const Vector<T>& b) {                          \
        for (int l = 0; l < LANES; ++l) a.lane[l] = a.lane[l] op b.lane[l];                          \
        return a;                                                                                    \
    }                                                                                                \
    template <class T>                                                                               \
    SEGDESK_INLINE Vector<T> operator op(Vector<T> a, T b) {                                         \
        for (int l = 0; l < LANES; ++l) a.lane[l] = a.lane[l] op b;                                  \
        return a;                                                                                    \
    }                                                                                                \
    template <class T>                                                                               \
    SEGDESK_INLINE Vector<T> operator op(T a, Vector<T> b) {                                         \
        for (int l = 0; l < LANES; ++l) b.lane[l] = a op b.lane[l];                                  \
        return b;                                                                                    \
    }
SEGDESK_OPERATOR(+)
SEGDESK_OPERATOR(-)
SEGDESK_OPERATOR(*)
SEGDESK_OPERATOR(/)
#undef SEGDESK_OPERATOR
using Doubles = Vector<double>;
using Floats = Vector<float>;

template <class T>
SEGDESK_INLINE Vector<T> larger(Vector<T> a, const Vector<T>& b) {
    for (int l = 0; l < LANES; ++l) a.lane[l] = std::max(a.lane[l], b.lane[l]);
    return a;
}
#endif

// Vectors where every generation of processors may expect them: GCC aligns one by the oldest, loads it by
// the newest.
template <class T>
struct Aligned {
    using value_type = T;
    static constexpr std::align_val_t WHERE{LANES * sizeof(double)};
    Aligned() = default;
    template <class Other>
    Aligned(const Aligned<Other>&) {}
    T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), WHERE)); }
    void deallocate(T* memory, std::size_t) { ::operator delete(memory, WHERE); }
    bool operator==(const Aligned&) const { return true; }
    bool operator!=(const Aligned&) const { return false; }
};
template <class T>
using Many = std::vector<T, Aligned<T>>;

// Calls body(worker, begin, end) for pieces of 0 .. count - 1. Which worker takes which piece is left to
// chance, so a body may write only what belongs to its piece or its worker.
template <class Body>
void in_parallel(int threads, std::size_t count, std::size_t piece, const Body& body) {
    const std::size_t pieces = (count + piece - 1) / piece;
    // Starting a thread takes as long as a few searches.
    const int workers = static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(threads), pieces / 2));
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex guard;
    const auto work = [&](int worker) {
        try {
            for (std::size_t p = next++; p < pieces; p = next++)
                body(worker, p * piece, std::min(count, (p + 1) * piece));
        } catch (...) {
            const std::lock_guard<std::mutex> lock(guard);
            failure = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    for (int worker = 1; worker < workers; ++worker) others.emplace_back(work, worker);
    work(0);
    for (std::thread& other : others) other.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace segdesk
