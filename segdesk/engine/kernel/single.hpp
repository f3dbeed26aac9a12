// Exact single linkage by a minimum spanning tree: Borůvka's over the tree of boxes, or Prim's by scanning.
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

// Prim's: from the tree so far to the nearest point outside, looking at all that are left each time.
SEGDESK_CLONES inline std::vector<Merge> prim(Tree tree, int count, const Progress& progress) {
    const int width = tree.width;
    // The points left lie without gaps: `ids`, and beside each how far from the tree it is and from whom.
    std::vector<int> ids, from(tree.ids.size(), NONE);
    for (int slot = 0; slot < tree.slots(); ++slot) {
        if (tree.ids[slot] == NONE) continue;
        const int place = static_cast<int>(ids.size());
        for (int k = 0; k < width; ++k) tree.at(place)[k * LANES] = tree.at(slot)[k * LANES];
        ids.push_back(tree.ids[slot]);
    }
    Doubles unknown = tree.sizes[0];
    for (int l = 0; l < LANES; ++l) unknown[l] = UNKNOWN;
    Many<Doubles> nearest(tree.sizes.size(), unknown);
    std::vector<double> at(width);
    std::vector<Merge> merges;
    for (int taken = 0, last = count - 1;; --last) {
        const int current = ids[taken];
        for (int k = 0; k < width; ++k) {
            at[k] = tree.at(taken)[k * LANES];
            tree.at(taken)[k * LANES] = tree.at(last)[k * LANES];
            tree.at(last)[k * LANES] = FAR_AWAY;
        }
        nearest[taken / LANES][taken % LANES] = nearest[last / LANES][last % LANES];
        nearest[last / LANES][last % LANES] = FAR_AWAY;
        ids[taken] = ids[last], from[taken] = from[last];
        if (last == 0) return merges;
        double least = FAR_AWAY;
        for (int block = 0; block <= (last - 1) / LANES; ++block) {
            const Doubles* column = tree.points.data() + static_cast<std::size_t>(block) * width;
            Doubles even = unknown - unknown, odd = even;
            int k = 0;
            for (; k + 1 < width; k += 2) {
                const Doubles a = column[k] - at[k], b = column[k + 1] - at[k + 1];
                even = even + a * a;
                odd = odd + b * b;
            }
            if (k < width) {
                const Doubles a = column[k] - at[k];
                even = even + a * a;
            }
            // Half the square, as Ward's distance between two single points is.
            const Doubles distances = (even + odd) * 0.5;
            for (int l = 0; l < LANES; ++l) {
                const int place = block * LANES + l;
                if (distances[l] < nearest[block][l]) nearest[block][l] = distances[l], from[place] = current;
                if (place < last && nearest[block][l] < least) least = nearest[block][l], taken = place;
            }
        }
        merges.push_back({least, from[taken], ids[taken]});
        progress(merges.size());
    }
}

// A search through boxes that looks at more than this share of the points costs more than Prim's part in it.
constexpr double PRIM_SHARE = 0.05;

inline std::vector<Merge> single(const Points& points, int threads, const Progress& progress, Effort& effort) {
    Tree tree = plant(points, threads);
    const int count = static_cast<int>(points.items.size());
    const std::size_t step = std::max<std::size_t>(1, tree.ids.size() / MEASURED);
    Query query(points.width);
    std::size_t searches = 0;
    for (std::size_t slot = 0; slot < tree.ids.size(); slot += step) {
        if (tree.ids[slot] == NONE) continue;
        query.aim(tree, static_cast<int>(slot), tree.ids[slot]);
        find_nearest(tree, query);
        ++searches;
    }
    effort.visited = std::min(1.0, static_cast<double>(query.points) / (static_cast<double>(searches) * count));
    effort.scanned = effort.visited > PRIM_SHARE;
    if (effort.scanned) return prim(std::move(tree), count, progress);
    return boruvka(tree, count, threads, progress);
}

}  // namespace segdesk
