// SegDesk's compiled kernel: exact Ward and exact single linkage in linear memory. The one file that is compiled;
// it includes lanes.hpp (eight numbers at a time, threads), tree.hpp (boxes and searches), ward.hpp, single.hpp.
//
// Ward.  Merging A and B adds  D(A, B) = a·b/(a+b) · |c_A - c_B|²  to the sum of squares within clusters,
// where a and b are sizes (sums of weights) and c centroids. Centroids and sizes are all that is kept. SciPy's
// height is sqrt(2 D), which between two single rows is their distance.
//
// Why pairs can merge out of order.  D is reducible: if nothing is nearer to A than B, nor to B than A, then
// for every other C   D(A ∪ B, C) >= min(D(A, C), D(B, C)).   Hence a merger of reciprocal nearest neighbours
// brings nobody a nearer neighbour than he had, all pairs of reciprocal nearest neighbours may merge in one
// round, and sorted by height the merges are those of the greedy algorithm (Bruynooghe 1978; Murtagh 1983;
// Müllner 2011, arXiv:1109.2378). It also follows that a nearest neighbour once found stays the nearest until
// it is merged itself, and that its distance stays a lower bound even then. So a cluster is searched for once
// when it is made, and again only when its neighbour is gone and its bound is within the threshold that
// the rounds have reached (the median of the bounds).
//
// The bound of a box.  D grows with the sizes, so between a cluster of size s and anything in a box whose
// smallest size is m it is at least  s·m/(s+m) · distance(c, box)². Boxes are kept in float, rounded outwards,
// and a bound is lowered by what float sums can be wrong by; distances and centroids are in double.
//
// Ties.  Of equally near neighbours the one with the smallest id is taken, clusters having larger ids than
// all before them: then the cached neighbour is the one that a new search would find. On tied data the
// tree is one of several correct ones. Rounding may make a merger lower than what it is made of by a few
// units in the last place: its height is then raised to theirs, so that heights are monotone.
//
// Same rows are merged first, at height 0, and count as one weighted point. Nothing depends on the number of
// threads: each search's result doesn't depend on the others of its round.
//
// Single linkage is the minimum spanning tree, sorted (Gower & Ross 1969): by Borůvka's rounds on the same
// tree. All sizes are 1 there, so D is half the squared distance and the heights are the same formula.
//
// Where boxes tell little, as among many independent columns, searches would look at most points anyway. A
// sample of the first ones measures that, and then points are looked at block by block, for several searches
// together, or by Prim's algorithm: the same distances by the same sums, so the same tree.
#include <pybind11/functional.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <chrono>
#include <cstring>

#include "single.hpp"

namespace py = pybind11;

namespace segdesk {
namespace {

using Matrix = py::array_t<double, py::array::c_style | py::array::forcecast>;

// At most so often is progress reported.
constexpr std::chrono::milliseconds PAUSE{100};

// Groups equal rows. The distinct points come in the order of their first rows.
struct Distinct {
    Points points;
    std::vector<int> row;       // of each point: its first
    std::vector<Merge> copies;  // merges of rows with their first
};

std::uint64_t hash_row(const double* row, int width) {
    std::uint64_t hash = 0;
    for (int k = 0; k < width; ++k) {
        const double value = row[k] + 0.0;  // -0.0 is 0.0
        std::uint64_t bits;
        std::memcpy(&bits, &value, sizeof bits);
        hash = (hash ^ bits) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    return hash;
}

Distinct group_rows(const double* matrix, const double* weights, int rows, int width) {
    std::vector<std::pair<std::uint64_t, int>> order(rows);
    double largest = 0.0;
    for (int i = 0; i < rows; ++i) {
        const double* row = matrix + static_cast<std::size_t>(i) * width;
        order[i] = {hash_row(row, width), i};
        for (int k = 0; k < width; ++k) largest = std::max(largest, std::fabs(row[k]));
    }
    std::sort(order.begin(), order.end());
    std::vector<int> first(rows);
    const auto same = [&](int a, int b) {
        const double* p = matrix + static_cast<std::size_t>(a) * width;
        return std::equal(p, p + width, matrix + static_cast<std::size_t>(b) * width);
    };
    for (std::size_t i = 0; i < order.size(); ++i) {
        const int row = order[i].second;
        first[row] = row;
        // Different rows of the same hash may lie between two equal ones.
        for (std::size_t j = i; j-- > 0 && order[j].first == order[i].first;)
            if (same(order[j].second, row)) {
                first[row] = first[order[j].second];
                break;
            }
    }
    Distinct distinct{{{}, width, 1.0}, {}, {}};
    if (largest > 0.0) distinct.points.scale = std::ldexp(1.0, -std::ilogb(largest));
    std::vector<int> id(rows);
    for (int i = 0; i < rows; ++i) {
        const double weight = weights ? weights[i] : 1.0;
        if (first[i] == i) {
            id[i] = static_cast<int>(distinct.row.size());
            distinct.row.push_back(i);
            distinct.points.items.push_back({matrix + static_cast<std::size_t>(i) * width, weight, id[i]});
        } else {
            distinct.points.items[id[first[i]]].size += weight;
            distinct.copies.push_back({0.0, first[i], i});
        }
    }
    return distinct;
}

// SciPy's linkage: two nodes, their height, rows below; `rows + i` is the node of merge i.
void write_linkage(std::vector<Merge>& merges, int rows, double scale, double* out) {
    const auto lower = [](const Merge& a, const Merge& b) { return a.distance < b.distance; };
    std::stable_sort(merges.begin(), merges.end(), lower);
    Components components(rows);
    std::vector<int> node(rows), size(rows, 1);
    for (int i = 0; i < rows; ++i) node[i] = i;
    for (std::size_t i = 0; i < merges.size(); ++i, out += 4) {
        const int a = components.of(merges[i].first), b = components.of(merges[i].second);
        components.join(a, b);
        const int made = components.of(a);
        out[0] = std::min(node[a], node[b]);
        out[1] = std::max(node[a], node[b]);
        out[2] = std::sqrt(2.0 * merges[i].distance) / scale;
        size[made] = size[a] + size[b];
        out[3] = size[made];
        node[made] = rows + static_cast<int>(i);
    }
}

// Calls back from the thread that called, holding Python's lock, and not too often.
Progress reporter(const py::object& callback, std::size_t before) {
    if (callback.is_none()) return [](std::size_t) {};
    auto last = std::make_shared<std::chrono::steady_clock::time_point>();
    return [&callback, before, last](std::size_t done) {
        const auto now = std::chrono::steady_clock::now();
        if (now - *last < PAUSE) return;
        *last = now;
        const py::gil_scoped_acquire locked;
        callback(before + done);
    };
}

template <class Method>
py::tuple run(const Matrix& matrix, const double* weights, const py::object& callback, const Method& method) {
    const int rows = static_cast<int>(matrix.shape(0)), width = static_cast<int>(matrix.shape(1));
    py::array_t<double> linkage({static_cast<py::ssize_t>(rows - 1), static_cast<py::ssize_t>(4)});
    double* out = linkage.mutable_data();
    Effort effort;
    {
        const py::gil_scoped_release unlocked;
        Distinct distinct = group_rows(matrix.data(), weights, rows, width);
        std::vector<Merge> merges = std::move(distinct.copies);
        if (distinct.row.size() > 1) {
            const Progress progress = reporter(callback, merges.size());
            for (const Merge& merge : method(distinct.points, progress, effort))
                merges.push_back({merge.distance, distinct.row[merge.first], distinct.row[merge.second]});
        }
        if (!effort.refused) write_linkage(merges, rows, distinct.points.scale, out);
    }
    if (effort.refused) return py::make_tuple(py::none(), effort.visited, effort.scanned);
    return py::make_tuple(linkage, effort.visited, effort.scanned);
}

py::tuple run_ward(const Matrix& matrix, const py::object& weights, int threads, bool may_scan,
                   const py::object& callback) {
    const Matrix given = weights.is_none() ? Matrix(0) : weights.cast<Matrix>();
    const double* each = weights.is_none() ? nullptr : given.data();
    return run(matrix, each, callback, [&](const Points& points, const Progress& progress, Effort& effort) {
        // Whoever is quicker than a scan isn't where he would have to look at every copy, too.
        const bool few = 2 * points.items.size() < static_cast<std::size_t>(matrix.shape(0));
        Ward ward(points, threads, may_scan || few, progress);
        std::vector<Merge> merges = ward.run();
        effort = ward.effort();
        return merges;
    });
}

py::tuple run_single(const Matrix& matrix, int threads, const py::object& callback) {
    return run(matrix, nullptr, callback, [&](Points& points, const Progress& progress, Effort& effort) {
        for (Item& item : points.items) item.size = 1.0;
        return single(points, threads, progress, effort);
    });
}

}  // namespace
}  // namespace segdesk

PYBIND11_MODULE(_kernel, module) {
    module.def("ward", &segdesk::run_ward, py::arg("points"), py::arg("weights"), py::arg("threads"),
               py::arg("may_scan"), py::arg("progress"));
    module.def("single", &segdesk::run_single, py::arg("points"), py::arg("threads"), py::arg("progress"));
}
