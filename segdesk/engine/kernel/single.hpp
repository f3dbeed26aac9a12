// Exact single linkage: Borůvka's minimum spanning tree over the tree of boxes, or Prim's by scanning.
#pragma once

#include "ward.hpp"

namespace segdesk {

class Components {
public:
    explicit Components(int count) : parent_(count) {
        for (int i = 0; i < count; ++i) parent_[i] = i;
    }
    int of(int i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    bool join(int a, int b) {
        a = of(a), b = of(b);
        parent_[std::max(a, b)] = std::min(a, b);
        return a != b;
    }

private:
    std::vector<int> parent_;
};

// Tells the tree which component each point and each box belongs to.
inline void tag(Tree& tree, Components& components) {
    constexpr int MIXED = -2;
    tree.tags.assign(tree.ids.size(), NONE);
    tree.box_tags.assign(tree.children.size(), MIXED);
    for (int slot = 0; slot < tree.slots(); ++slot)
        if (tree.ids[slot] != NONE) tree.tags[slot] = components.of(tree.ids[slot]);
    for (std::size_t place = tree.children.size(); place-- > 0;) {
        const int child = tree.children[place];
        if (child == EMPTY) continue;
        // Children come after their parents, so their tags are known.
        const std::vector<int>& below = child < 0 ? tree.tags : tree.box_tags;
        const std::size_t first = static_cast<std::size_t>(child < 0 ? ~child : child) * LANES;
        int common = below[first];
        for (std::size_t i = first; i < first + LANES; ++i) {
            const bool vacant = child < 0 ? tree.ids[i] == NONE : tree.children[i] == EMPTY;
            if (!vacant && below[i] != common) common = MIXED;
        }
        tree.box_tags[place] = common;
    }
}

// Each round joins every component to its nearest other one. Among equal distances the smallest pair of ids
// counts, so all components follow one order of the edges and no ring can close.
inline std::vector<Merge> boruvka(Tree& tree, int count, int threads, const Progress& progress) {
    std::vector<Merge> merges;
    Components components(count);
    std::vector<int> candidate(count, NONE), order;
    std::vector<double> bound(count, 0.0);
    for (const int id : tree.ids)
        if (id != NONE) order.push_back(id);
    std::vector<int> slot(count);
    for (int s = 0; s < tree.slots(); ++s)
        if (tree.ids[s] != NONE) slot[tree.ids[s]] = s;
    std::vector<Query> workers(threads, Query(tree.width));
    std::vector<std::atomic<double>> best(count);
    while (static_cast<int>(merges.size()) < count - 1) {
        tag(tree, components);
        std::vector<int> stale;
        for (auto& b : best) b = UNKNOWN;
        for (const int id : order) {
            const int own = components.of(id);
            if (candidate[id] == NONE || components.of(candidate[id]) == own) stale.push_back(id);
            else if (bound[id] < best[own]) best[own] = bound[id];
        }
        in_parallel(threads, stale.size(), PIECE, [&](int worker, std::size_t begin, std::size_t end) {
            Query& query = workers[worker];
            for (std::size_t i = begin; i < end; ++i) {
                const int id = stale[i], own = tree.tags[slot[id]];
                double limit = best[own].load(std::memory_order_relaxed);
                candidate[id] = NONE;
                if (bound[id] > limit) continue;
                query.aim(tree, slot[id], own);
                query.best = limit;
                find_nearest(tree, query);
                bound[id] = query.best;
                candidate[id] = query.found;
                while (query.best < limit && !best[own].compare_exchange_weak(limit, query.best)) {}
            }
        });
        std::vector<std::pair<int, int>> edge(count, {NONE, NONE});
        for (const int id : order) {
            const int own = tree.tags[slot[id]];
            if (candidate[id] == NONE || bound[id] != best[own]) continue;
            const std::pair<int, int> pair = std::minmax(id, candidate[id]);
            if (edge[own].first == NONE || pair < edge[own]) edge[own] = pair;
        }
        for (int own = 0; own < count; ++own)
            if (edge[own].first != NONE && components.join(edge[own].first, edge[own].second))
                merges.push_back({best[own], edge[own].first, edge[own].second});
        progress(merges.size());
    }
    return merges;
}

inline std::vector<Merge> single(const Points& points, int threads, const Progress& progress) {
    std::vector<Item> items = points.items;
    Tree tree = build(items, points.width, mean_of(points), points.scale, threads);
    return boruvka(tree, static_cast<int>(points.items.size()), threads, progress);
}

}  // namespace segdesk
