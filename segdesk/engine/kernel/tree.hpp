// A tree of boxes over weighted points, and the search for the nearest neighbour in it.
//
// Points lie in blocks of eight, one column of eight numbers after the other, so that eight distances are
// computed at once; likewise the eight boxes below a node. Pieces are split at the mean of the column that
// explains most: splits at the middle of the range never part one-hot columns.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "lanes.hpp"

namespace segdesk {

constexpr int NONE = -1;
constexpr double FAR_AWAY = std::numeric_limits<double>::infinity();
constexpr float FAR_BOX = std::numeric_limits<float>::infinity();
// Above any distance, so that a first neighbour is always nearer, and below an empty lane's.
constexpr double UNKNOWN = std::numeric_limits<double>::max();
// Of boxes: above any distance but that to an empty lane.
constexpr double FARTHEST = 1e38;
// As many points as tell the best column well enough.
constexpr int SAMPLED = 256;
// Columns after which it is worth a look whether the rest can be left out.
constexpr int STRIDE = 16;

// A point to be put into the tree, and where its numbers lie.
struct Item {
    const double* at;
    double size;
    int id;
};

struct Tree {
    int width = 0;
    Many<Doubles> points;             // block, column
    Many<Doubles> sizes;              // block
    std::vector<int> ids;                    // slot = 8 * block + lane; NONE where empty
    Many<Floats> boxes;               // node, column, {low, high}
    Many<Floats> least;               // node: the smallest size in each box
    std::vector<int> children;               // 8 * node + lane: a node, a block as ~block, or EMPTY
    std::vector<int> node_parent, block_parent;  // 8 * node + lane, of the box above
    std::vector<double> centre;              // boxes are relative to it, where float is finest
    // For single linkage only: the component of each slot; of each box, where it holds one alone.
    std::vector<int> tags, box_tags;

    int blocks() const { return static_cast<int>(sizes.size()); }
    int slots() const { return static_cast<int>(ids.size()); }
    // Coordinates of a slot's point are LANES apart.
    double* at(int slot) {
        return reinterpret_cast<double*>(points.data() + static_cast<std::size_t>(slot / LANES) * width) + slot % LANES;
    }
    const double* at(int slot) const { return const_cast<Tree*>(this)->at(slot); }
    double& size(int slot) { return reinterpret_cast<double*>(sizes.data())[slot]; }
    double size(int slot) const { return reinterpret_cast<const double*>(sizes.data())[slot]; }
};

constexpr int EMPTY = std::numeric_limits<int>::max();

struct Shape {
    std::vector<std::array<int, LANES>> children;
    std::vector<std::pair<int, int>> blocks;
};

// What `split` sums up, by column.
struct Sums {
    std::vector<double> mean, gaps, over;
    explicit Sums(int width) : mean(width), gaps(width), over(width) {}
};

// Finds the column whose mean parts items begin .. end - 1 best, and that mean.
inline std::pair<int, double> best_column(const std::vector<Item>& items, int begin, int end, Sums& sums) {
    const int width = static_cast<int>(sums.mean.size()), step = std::max(1, (end - begin) / SAMPLED);
    const double* origin = items[begin].at;
    double *mean = sums.mean.data(), *gaps = sums.gaps.data(), *over = sums.over.data();
    for (std::vector<double>* each : {&sums.mean, &sums.gaps, &sums.over}) std::fill(each->begin(), each->end(), 0.0);
    int seen = 0;
    for (int i = begin; i < end; i += step, ++seen)
        for (int k = 0; k < width; ++k) mean[k] += items[i].at[k] - origin[k];
    for (int k = 0; k < width; ++k) mean[k] /= seen;
    for (int i = begin; i < end; i += step)
        for (int k = 0; k < width; ++k) {
            const double gap = items[i].at[k] - origin[k] - mean[k];
            gaps[k] += std::fabs(gap);
            over[k] += gap >= 0.0 ? 1.0 : 0.0;
        }
    int best = 0;
    double most = -1.0;
    for (int k = 0; k < width; ++k) {
        // The sum of squares between the two parts, told by the mean absolute deviation.
        const double between = over[k] < seen ? gaps[k] * gaps[k] / (over[k] * (seen - over[k])) : 0.0;
        if (between > most) most = between, best = k;
    }
    return {best, origin[best] + mean[best]};
}

// Parts items begin .. end - 1 in two; gives where the second part begins.
inline int split(std::vector<Item>& items, int begin, int end, Sums& sums) {
    const int count = end - begin;
    const auto [column, mean] = best_column(items, begin, end, sums);
    const auto value = [column = column](const Item& item) { return item.at[column]; };
    const auto first = items.begin() + begin, last = items.begin() + end;
    const auto middle = std::partition(first, last, [&, mean = mean](const Item& item) { return value(item) < mean; });
    const bool parted = middle != first && middle != last;
    if (parted && count > 2 * LANES) return static_cast<int>(middle - items.begin());
    // Two blocks' worth, or points that the sample sees no difference in: fill whole blocks.
    const int half = count > 2 * LANES ? count / 2 : LANES;
    std::nth_element(first, first + half, last, [&](const Item& a, const Item& b) {
        return std::make_pair(value(a), a.id) < std::make_pair(value(b), b.id);
    });
    return begin + half;
}

// Parts items begin .. end - 1 in up to eight pieces, the largest of them again and again, until each fits
// below a node of one level less: so few nodes have empty lanes.
inline std::vector<std::pair<int, int>> pieces_of(std::vector<Item>& items, int begin, int end, int width) {
    Sums sums(width);
    int fitting = LANES;
    while (fitting < (end - begin + LANES - 1) / LANES) fitting *= LANES;
    std::vector<std::pair<int, int>> pieces{{begin, end}};
    while (pieces.size() < LANES) {
        const auto fewer = [](const auto& a, const auto& b) { return a.second - a.first < b.second - b.first; };
        auto& largest = *std::max_element(pieces.begin(), pieces.end(), fewer);
        if (largest.second - largest.first <= fitting) break;
        const std::pair<int, int> right{split(items, largest.first, largest.second, sums), largest.second};
        largest.second = right.first;
        pieces.push_back(right);
    }
    return pieces;
}

// Grows the tree of items begin .. end - 1; gives its root, a node or a block as ~block.
inline int grow(std::vector<Item>& items, int begin, int end, int width, Shape& shape) {
    if (end - begin <= LANES) {
        shape.blocks.emplace_back(begin, end);
        return ~(static_cast<int>(shape.blocks.size()) - 1);
    }
    const std::size_t node = shape.children.size();
    shape.children.emplace_back();
    shape.children[node].fill(EMPTY);
    int lane = 0;
    for (const auto& [first, last] : pieces_of(items, begin, end, width)) {
        const int child = grow(items, first, last, width, shape);
        shape.children[node][lane++] = child;
    }
    return static_cast<int>(node);
}

// The same for all items, the root's pieces shared among threads and put together in their order.
inline Shape grow_all(std::vector<Item>& items, int width, int threads) {
    const auto pieces = pieces_of(items, 0, static_cast<int>(items.size()), width);
    std::vector<Shape> parts(pieces.size());
    std::vector<int> roots(pieces.size());
    in_parallel(threads, pieces.size(), 1, [&](int, std::size_t begin, std::size_t end) {
        for (std::size_t p = begin; p < end; ++p)
            roots[p] = grow(items, pieces[p].first, pieces[p].second, width, parts[p]);
    });
    Shape whole;
    whole.children.emplace_back();
    whole.children[0].fill(EMPTY);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const int nodes = static_cast<int>(whole.children.size()), blocks = static_cast<int>(whole.blocks.size());
        const auto moved = [&](int child) { return child == EMPTY ? EMPTY : child < 0 ? child - blocks : child + nodes; };
        whole.children[0][p] = moved(roots[p]);
        for (const auto& children : parts[p].children) {
            whole.children.push_back(children);
            for (int& child : whole.children.back()) child = moved(child);
        }
        whole.blocks.insert(whole.blocks.end(), parts[p].blocks.begin(), parts[p].blocks.end());
    }
    return whole;
}

// Outwards to the next float and one more, so that a box in float never leaves out a point in double.
SEGDESK_INLINE float below(double x) {
    const float f = static_cast<float>(x);
    return f - std::fabs(f) * 2.5e-7f - 1e-37f;
}
SEGDESK_INLINE float above(double x) {
    const float f = static_cast<float>(x);
    return f + std::fabs(f) * 2.5e-7f + 1e-37f;
}

struct Box {
    std::vector<float> low, high;
    float least = 1.0f;
    explicit Box(int width) : low(width), high(width) {}
    void clear() {
        std::fill(low.begin(), low.end(), FAR_BOX);
        std::fill(high.begin(), high.end(), -FAR_BOX);
        least = std::numeric_limits<float>::max();
    }
};

inline void measure_block(const Tree& tree, int block, Box& box) {
    box.clear();
    for (int slot = block * LANES; slot < (block + 1) * LANES; ++slot) {
        if (tree.ids[slot] == NONE) continue;
        const double* point = tree.at(slot);
        box.least = std::min(box.least, below(tree.size(slot)));
        for (int k = 0; k < tree.width; ++k) {
            const double x = point[k * LANES] - tree.centre[k];
            box.low[k] = std::min(box.low[k], below(x));
            box.high[k] = std::max(box.high[k], above(x));
        }
    }
}

inline void measure_node(const Tree& tree, int node, Box& box) {
    box.clear();
    const Floats* bounds = tree.boxes.data() + static_cast<std::size_t>(node) * tree.width * 2;
    for (int k = 0; k < tree.width; ++k)
        for (int l = 0; l < LANES; ++l) {
            box.low[k] = std::min(box.low[k], bounds[2 * k][l]);
            box.high[k] = std::max(box.high[k], bounds[2 * k + 1][l]);
        }
    for (int l = 0; l < LANES; ++l) box.least = std::min(box.least, tree.least[node][l]);
}

// Writes a box into its place in the node above; tells whether that changed anything.
inline bool store(Tree& tree, int place, const Box& box) {
    const int node = place / LANES, lane = place % LANES;
    Floats* bounds = tree.boxes.data() + static_cast<std::size_t>(node) * tree.width * 2;
    bool changed = tree.least[node][lane] != box.least;
    tree.least[node][lane] = box.least;
    for (int k = 0; k < tree.width; ++k, bounds += 2) {
        changed |= bounds[0][lane] != box.low[k] || bounds[1][lane] != box.high[k];
        bounds[0][lane] = box.low[k];
        bounds[1][lane] = box.high[k];
    }
    return changed;
}

// Fits the boxes above a block to what is in it now.
inline void refit(Tree& tree, int block, Box& box) {
    measure_block(tree, block, box);
    for (int place = tree.block_parent[block]; place != NONE && store(tree, place, box);) {
        measure_node(tree, place / LANES, box);
        place = tree.node_parent[place / LANES];
    }
}

// Builds the tree of points whose numbers already are as the tree wants them, but for `scale` and `order`.
inline Tree build(std::vector<Item>& items, std::vector<double> centre, int threads, double scale = 1.0,
                  const std::vector<int>* order = nullptr) {
    const int width = static_cast<int>(centre.size());
    const Shape shape = grow_all(items, width, threads);
    const std::size_t nodes = shape.children.size(), blocks = shape.blocks.size();
    Tree tree;
    tree.width = width;
    tree.centre = std::move(centre);
    Doubles vacant, one;
    Floats none, low, high;
    for (int l = 0; l < LANES; ++l) {
        vacant[l] = FAR_AWAY, one[l] = 1.0;
        none[l] = std::numeric_limits<float>::max(), low[l] = FAR_BOX, high[l] = -FAR_BOX;
    }
    tree.points.assign(blocks * width, vacant);
    tree.sizes.assign(blocks, one);
    tree.ids.assign(blocks * LANES, NONE);
    tree.boxes.resize(nodes * width * 2);
    for (std::size_t i = 0; i < tree.boxes.size(); i += 2) tree.boxes[i] = low, tree.boxes[i + 1] = high;
    tree.least.assign(nodes, none);
    tree.node_parent.assign(nodes, NONE);
    tree.block_parent.assign(blocks, NONE);
    for (std::size_t node = 0; node < nodes; ++node)
        for (int lane = 0; lane < LANES; ++lane) {
            const int child = shape.children[node][lane], place = static_cast<int>(node) * LANES + lane;
            tree.children.push_back(child);
            if (child < 0) tree.block_parent[~child] = place;
            else if (child != EMPTY) tree.node_parent[child] = place;
        }
    in_parallel(threads, blocks, 64, [&](int, std::size_t begin, std::size_t end) {
        Box box(width);
        for (std::size_t block = begin; block < end; ++block) {
            int slot = static_cast<int>(block) * LANES;
            for (int i = shape.blocks[block].first; i < shape.blocks[block].second; ++i, ++slot) {
                double* to = tree.at(slot);
                for (int k = 0; k < width; ++k) to[k * LANES] = items[i].at[order ? (*order)[k] : k] * scale;
                tree.ids[slot] = items[i].id;
                tree.size(slot) = items[i].size;
            }
        }
    });
    // A node at a time, since the lanes of a vector can't be written by several threads.
    in_parallel(threads, nodes, 16, [&](int, std::size_t begin, std::size_t end) {
        Box box(width);
        for (std::size_t place = begin * LANES; place < end * LANES; ++place) {
            if (tree.children[place] >= 0) continue;
            measure_block(tree, ~tree.children[place], box);
            store(tree, static_cast<int>(place), box);
        }
    });
    Box box(width);
    // Children come after their parents.
    for (std::size_t node = nodes; --node > 0;) {
        measure_node(tree, static_cast<int>(node), box);
        store(tree, tree.node_parent[node], box);
    }
    return tree;
}

// Distinct points with their weights, as they come from outside.
struct Points {
    std::vector<Item> items;  // by id
    int width;
    double scale;  // a power of two, so that squares neither overflow nor vanish
};

// Builds the tree of such points. Columns that vary most come first, so that sums show early what is far.
inline Tree plant(const Points& points, int threads) {
    const std::size_t width = static_cast<std::size_t>(points.width);
    const double share = 1.0 / static_cast<double>(points.items.size());
    std::vector<double> mean(width, 0.0), spread(width, 0.0), centre;
    for (const Item& item : points.items)
        for (std::size_t k = 0; k < width; ++k) mean[k] += item.at[k] * points.scale * share;
    for (const Item& item : points.items)
        for (std::size_t k = 0; k < width; ++k) {
            const double gap = item.at[k] * points.scale - mean[k];
            spread[k] += gap * gap * share;
        }
    std::vector<int> order(width);
    for (std::size_t k = 0; k < width; ++k) order[k] = static_cast<int>(k);
    // As floats, since in which order rows are summed shows in the last bits of a double.
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return static_cast<float>(spread[a]) > static_cast<float>(spread[b]);
    });
    for (const int k : order) centre.push_back(mean[k]);
    std::vector<Item> items = points.items;
    return build(items, std::move(centre), threads, points.scale, &order);
}

// A node, or a block as ~block, to be looked into.
struct Pending {
    float bound;
    int child;
};

// What is looked for, the nearest found so far, and scratch space: each worker has its own.
struct Query {
    std::vector<double> at;
    std::vector<float> low, high;  // the same, as floats below and above
    std::vector<Pending> pending;
    double size = 1.0;
    int own = NONE;  // not a neighbour of itself
    double best = UNKNOWN;
    int found = NONE;
    std::uint64_t points = 0;  // looked at, over all searches
    explicit Query(int width) : at(width), low(width), high(width), pending(LANES * LANES) {}

    void aim(const Tree& tree, int slot, int self) {
        const double* point = tree.at(slot);
        for (int k = 0; k < tree.width; ++k) {
            at[k] = point[k * LANES];
            low[k] = below(at[k] - tree.centre[k]);
            high[k] = above(at[k] - tree.centre[k]);
        }
        size = tree.size(slot);
        own = self;
        best = UNKNOWN;
        found = NONE;
    }
};

// Ward's distance to one point. Sums in the order of `scan`, so that both give the same bits.
inline double ward_distance(const Tree& tree, int slot, const Query& query) {
    const double* point = tree.at(slot);
    double even = 0.0, odd = 0.0;
    for (int k = 0; k < tree.width; ++k) {
        const double gap = point[k * LANES] - query.at[k];
        (k % 2 ? odd : even) += gap * gap;
    }
    const double size = tree.size(slot);
    return (even + odd) * (query.size * size / (query.size + size));
}

SEGDESK_INLINE bool any_within(const Doubles& distances, double limit) {
    bool any = false;
    for (int l = 0; l < LANES; ++l) any |= distances[l] <= limit;
    return any;
}

// Keeps the nearest of a block's eight. Of equally near ones the smallest id: see the note on ties.
SEGDESK_INLINE void keep_nearest(const Tree& tree, int block, const Doubles& distances, Query& query) {
    const std::vector<int>& tags = tree.tags.empty() ? tree.ids : tree.tags;
    for (int l = 0; l < LANES; ++l) {
        if (!(distances[l] <= query.best)) continue;
        const int slot = block * LANES + l, id = tree.ids[slot];
        if (tags[slot] == query.own || (distances[l] == query.best && id >= query.found && query.found != NONE)) continue;
        query.best = distances[l];
        query.found = id;
    }
}

// Ward's distances from some points to the eight of a block: several at a time load each column once.
template <int COUNT>
SEGDESK_INLINE void scan(const Tree& tree, int block, Query* queries) {
    const Doubles* column = tree.points.data() + static_cast<std::size_t>(block) * tree.width;
    const Doubles size = tree.sizes[block];
    const double* at[COUNT];
    Doubles weight[COUNT], even[COUNT], odd[COUNT];
    for (int q = 0; q < COUNT; ++q) {
        at[q] = queries[q].at.data();
        weight[q] = queries[q].size * size / (queries[q].size + size);
        even[q] = odd[q] = size - size;
        queries[q].points += LANES;
    }
    for (int k = 0; k < tree.width;) {
        const int stop = tree.width - k < 2 * STRIDE ? tree.width : k + STRIDE;
        for (; k + 1 < stop; k += 2)
            for (int q = 0; q < COUNT; ++q) {
                const Doubles a = column[k] - at[q][k], b = column[k + 1] - at[q][k + 1];
                even[q] = even[q] + a * a;
                odd[q] = odd[q] + b * b;
            }
        if (k < stop) {
            for (int q = 0; q < COUNT; ++q) {
                const Doubles a = column[k] - at[q][k];
                even[q] = even[q] + a * a;
            }
            ++k;
        }
        if (k == tree.width) break;
        bool any = false;
        for (int q = 0; q < COUNT; ++q) any |= any_within((even[q] + odd[q]) * weight[q], queries[q].best);
        if (!any) return;
    }
    for (int q = 0; q < COUNT; ++q) keep_nearest(tree, block, (even[q] + odd[q]) * weight[q], queries[q]);
}

// Lower bounds of Ward's distance to anything in each of a node's eight boxes.
SEGDESK_INLINE Floats lower_bounds(const Tree& tree, int node, const Query& query) {
    const Floats* box = tree.boxes.data() + static_cast<std::size_t>(node) * tree.width * 2;
    const float *low = query.low.data(), *high = query.high.data();
    const float size = below(query.size);
    const Floats least = tree.least[node], weight = size * (least / (size + least));
    const Floats zero = weight - weight;
    Floats even = zero, odd = zero;
    int k = 0;
    for (; k + 1 < tree.width; k += 2, box += 4) {
        const Floats a = larger(larger(box[0] - high[k], low[k] - box[1]), zero);
        const Floats b = larger(larger(box[2] - high[k + 1], low[k + 1] - box[3]), zero);
        even = even + a * a;
        odd = odd + b * b;
    }
    if (k < tree.width) {
        const Floats a = larger(larger(box[0] - high[k], low[k] - box[1]), zero);
        even = even + a * a;
    }
    return (even + odd) * weight;
}

// Adds the boxes below a node that may hold something nearer; gives how many. The nearest comes last.
SEGDESK_INLINE int add_pending(const Tree& tree, int node, const Query& query, double safe, Pending* to) {
    const Floats bounds = lower_bounds(tree, node, query);
    const float limit = above(std::min(query.best / safe, FARTHEST));
    const int* children = tree.children.data() + static_cast<std::size_t>(node) * LANES;
    const int* tags = tree.box_tags.empty() ? nullptr : tree.box_tags.data() + static_cast<std::size_t>(node) * LANES;
    int count = 0;
    // Without a branch, as nobody can foretell which boxes these are.
    for (int lane = 0; lane < LANES; ++lane) {
        to[count] = {bounds[lane], children[lane]};
        count += bounds[lane] <= limit && !(tags && tags[lane] == query.own);
    }
    for (int i = 0; i < count; ++i) {
        const Pending added = to[i];
        int place = i;
        for (; place > 0 && to[place - 1].bound < added.bound; --place) to[place] = to[place - 1];
        to[place] = added;
    }
    return count;
}

// The nearest neighbour by Ward's distance among all but `query.own`; `query.best` may hold a bound already.
SEGDESK_CLONES inline void find_nearest(const Tree& tree, Query& query) {
    // What a sum of `width` rounded floats can be too large by.
    const double safe = 1.0 - (tree.width + 16) * 2.5e-7;
    std::vector<Pending>& pending = query.pending;
    pending[0] = {0.0f, 0};
    for (std::size_t count = 1; count > 0;) {
        const Pending next = pending[--count];
        if (next.bound * safe > query.best) continue;
        if (next.child < 0) {
            scan<1>(tree, ~next.child, &query);
            continue;
        }
        if (count + LANES > pending.size()) pending.resize(2 * pending.size());
        count += add_pending(tree, next.child, query, safe, pending.data() + count);
    }
}

// As many searches as fill the registers when they look at every point together.
constexpr int TOGETHER = 4;

// The same by looking at every point, for one search or TOGETHER: faster where boxes tell little.
SEGDESK_CLONES inline void find_nearest_by_scan(const Tree& tree, Query* queries, int count) {
    if (count == TOGETHER)
        for (int block = 0; block < tree.blocks(); ++block) scan<TOGETHER>(tree, block, queries);
    else
        for (int q = 0; q < count; ++q)
            for (int block = 0; block < tree.blocks(); ++block) scan<1>(tree, block, queries + q);
}

}  // namespace segdesk
