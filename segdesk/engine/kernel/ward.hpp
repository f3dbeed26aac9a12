// Exact Ward by rounds of reciprocal nearest neighbours, in linear memory. kernel.cpp has the mathematics.
#pragma once

#include <functional>
#include <memory>

#include "tree.hpp"

namespace segdesk {

// Two clusters that merge, each told by one of its points, and Ward's distance between them.
struct Merge {
    double distance;
    int first, second;
};

using Progress = std::function<void(std::size_t)>;


// What a run tells about itself besides its merges.
struct Effort {
    double visited = 0.0;  // share of the points that a search looks at, measured on a sample
    bool scanned = false;  // whether boxes told too little and every point was looked at
    bool refused = false;  // whether it was not, because the caller knows a quicker way
};

// Searches whose cost is measured before the choice between boxes and scanning: at most one of so many.
constexpr std::size_t MEASURED = 512, ONE_OF = 40;
// A search through boxes that looks at more than this share of the points costs more than a scan.
constexpr double SCAN_SHARE = 0.2;
// Searches handed to a thread at a time.
constexpr std::size_t PIECE = 32;
// The tree is built anew when no more than this share of its points is left ...
constexpr double LEFT = 0.7;
// ... unless it is small anyway.
constexpr int FEW = 64;

class Ward {
public:
    // `may_scan` is false where somebody else is quicker than a scan: then a run that would need one ends empty.
    Ward(const Points& points, int threads, bool may_scan, const Progress& progress)
        : threads_(threads), count_(static_cast<int>(points.items.size())), may_scan_(may_scan), progress_(progress) {
        const std::size_t most = 2 * static_cast<std::size_t>(count_);
        slot_.assign(most, NONE);
        nearest_.assign(most, NONE);
        into_.assign(most, NONE);
        bound_.assign(most, 0.0);
        point_.resize(most);
        for (int id = 0; id < count_; ++id) point_[id] = id;
        tree_ = plant(points, threads);
        workers_.assign(static_cast<std::size_t>(threads) * TOGETHER, Query(points.width));
        locate();
    }

    std::vector<Merge> run() {
        merges_.reserve(count_ - 1);
        alive_ = built_ = made_ = count_;
        find_first();
        if (effort_.refused) return {};
        while (alive_ > 1) {
            if (playing_.empty()) raise_threshold();
            find_stale();
            merge(reciprocal_pairs());
            progress_(merges_.size());
            if (alive_ < LEFT * built_ && alive_ > FEW) rebuild();
        }
        return std::move(merges_);
    }

    const Effort& effort() const { return effort_; }

private:
    void locate() {
        for (int slot = 0; slot < tree_.slots(); ++slot)
            if (tree_.ids[slot] != NONE) slot_[tree_.ids[slot]] = slot;
    }

    void aim(Query& query, int id) const {
        query.aim(tree_, slot_[id], id);
        if (nearest_[id] != NONE) {
            // What the old neighbour has become is near, too, so the search can leave out more.
            int heir = nearest_[id];
            while (into_[heir] != NONE) heir = into_[heir];
            query.best = ward_distance(tree_, slot_[heir], query);
            query.found = heir;
        }
    }

    void search_all(const std::vector<int>& ids) {
        const int together = effort_.scanned ? TOGETHER : 1;
        in_parallel(threads_, ids.size(), PIECE, [&](int worker, std::size_t begin, std::size_t end) {
            Query* queries = workers_.data() + static_cast<std::size_t>(worker) * TOGETHER;
            for (std::size_t i = begin; i < end; i += together) {
                const int count = static_cast<int>(std::min<std::size_t>(together, end - i));
                for (int q = 0; q < count; ++q) aim(queries[q], ids[i + q]);
                if (effort_.scanned) find_nearest_by_scan(tree_, queries, count);
                else find_nearest(tree_, *queries);
                for (int q = 0; q < count; ++q) keep(queries[q], ids[i + q]);
            }
        });
    }

    void keep(const Query& query, int id) {
        nearest_[id] = query.found;
        // A distance never falls below an earlier bound but by rounding.
        bound_[id] = std::max(bound_[id], query.best);
    }

    // Everybody's nearest neighbour, and whether boxes help to find it.
    void find_first() {
        std::vector<int> sample, rest;
        const std::size_t step = std::max<std::size_t>(ONE_OF, static_cast<std::size_t>(count_) / MEASURED);
        std::size_t i = 0;
        for (const int id : tree_.ids)
            if (id != NONE) (i++ % step ? rest : sample).push_back(id);
        search_all(sample);
        std::uint64_t points = 0;
        for (const Query& query : workers_) points += query.points;
        effort_.visited = std::min(1.0, static_cast<double>(points) / (static_cast<double>(sample.size()) * count_));
        effort_.scanned = effort_.visited > SCAN_SHARE;
        effort_.refused = effort_.scanned && !may_scan_;
        if (!effort_.refused) search_all(rest);
    }

    // Lets the nearer half of the clusters play: those whose neighbour may be within the new threshold.
    void raise_threshold() {
        std::vector<double> bounds;
        for (const int id : tree_.ids)
            if (id != NONE) bounds.push_back(bound_[id]);
        const auto middle = bounds.begin() + (bounds.size() > FEW ? bounds.size() / 2 : bounds.size() - 1);
        std::nth_element(bounds.begin(), middle, bounds.end());
        threshold_ = *middle;
        for (const int id : tree_.ids)
            if (id != NONE && bound_[id] <= threshold_) playing_.push_back(id);
    }

    void find_stale() {
        std::vector<int> stale;
        for (const int id : playing_)
            if (nearest_[id] == NONE || slot_[nearest_[id]] == NONE) stale.push_back(id);
        // Searches that follow each other then look into the same boxes.
        std::sort(stale.begin(), stale.end(), [&](int a, int b) { return slot_[a] < slot_[b]; });
        search_all(stale);
    }

    std::vector<std::pair<int, int>> reciprocal_pairs() const {
        std::vector<std::pair<int, int>> pairs;
        int least = NONE;
        for (const int id : playing_) {
            if (bound_[id] > threshold_) continue;
            if (id < nearest_[id] && nearest_[nearest_[id]] == id) pairs.emplace_back(id, nearest_[id]);
            if (least == NONE || bound_[id] < bound_[least]) least = id;
        }
        // Rounding among ties can close a ring without a pair; the least of all distances is a pair anyway.
        if (pairs.empty() && least != NONE) pairs.emplace_back(std::minmax(least, nearest_[least]));
        return pairs;
    }

    void merge(const std::vector<std::pair<int, int>>& pairs) {
        Box box(tree_.width);
        const int first = made_;
        for (const auto& [a, b] : pairs) merge_pair(a, b, box);
        alive_ -= static_cast<int>(pairs.size());
        playing_.erase(std::remove_if(playing_.begin(), playing_.end(),
                                      [&](int id) { return slot_[id] == NONE || bound_[id] > threshold_; }),
                       playing_.end());
        for (int id = first; id < made_; ++id) playing_.push_back(id);
    }

    void merge_pair(int a, int b, Box& box) {
        const int made = made_++;
        const double height = std::max(bound_[a], bound_[b]);
        merges_.push_back({height, point_[a], point_[b]});
        // The heavier moves less, so its place in the tree stays a good one.
        const bool a_stays = tree_.size(slot_[a]) >= tree_.size(slot_[b]);
        const int stays = slot_[a_stays ? a : b], leaves = slot_[a_stays ? b : a];
        const double heavy = tree_.size(stays), light = tree_.size(leaves);
        double *to = tree_.at(stays), *from = tree_.at(leaves);
        for (int k = 0; k < tree_.width; ++k) {
            to[k * LANES] = (heavy * to[k * LANES] + light * from[k * LANES]) / (heavy + light);
            from[k * LANES] = FAR_AWAY;
        }
        tree_.size(stays) = heavy + light;
        tree_.size(leaves) = 1.0;
        tree_.ids[stays] = made;
        tree_.ids[leaves] = NONE;
        slot_[a] = slot_[b] = NONE;
        slot_[made] = stays;
        into_[a] = into_[b] = made;
        point_[made] = point_[a];
        // Reducibility: nothing is nearer to the two together than to the nearer of them.
        bound_[made] = height;
        if (effort_.scanned) return;
        refit(tree_, stays / LANES, box);
        if (leaves / LANES != stays / LANES) refit(tree_, leaves / LANES, box);
    }

    void rebuild() {
        const std::size_t width = static_cast<std::size_t>(tree_.width);
        std::vector<double> points, centre = std::move(tree_.centre);
        points.reserve(alive_ * width);
        std::vector<Item> items;
        for (int slot = 0; slot < tree_.slots(); ++slot) {
            if (tree_.ids[slot] == NONE) continue;
            items.push_back({points.data() + points.size(), tree_.size(slot), tree_.ids[slot]});
            for (std::size_t k = 0; k < width; ++k) points.push_back(tree_.at(slot)[k * LANES]);
        }
        // The old tree goes before the new one comes, so that there is room for it.
        tree_ = {};
        tree_ = build(items, std::move(centre), threads_);
        locate();
        built_ = alive_;
    }

    Tree tree_;
    int threads_, count_, alive_ = 0, built_ = 0, made_ = 0;
    bool may_scan_;
    double threshold_ = 0.0;
    Effort effort_;
    // By id: points first, then clusters in the order in which they are made.
    std::vector<int> slot_;      // where it lies in the tree; NONE once merged
    std::vector<int> nearest_;   // as found last, or NONE; stale once that one is merged
    std::vector<int> into_;      // what it was merged into
    std::vector<double> bound_;  // no neighbour is nearer; exact while the nearest isn't merged
    std::vector<int> point_;     // one of its points
    std::vector<int> playing_;   // whose bound is within the threshold
    std::vector<Merge> merges_;
    std::vector<Query> workers_;  // TOGETHER for each thread
    const Progress& progress_;
};

}  // namespace segdesk
