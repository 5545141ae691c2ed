/// A perfect hash by displacement (Pagh 1999; Belazzougui, Botelho and Dietzfelbinger 2009): keys fall into buckets, and
/// each bucket has a seed with which its keys fall into slots that no others have. A look-up reads one seed and one slot,
/// and never searches.
enum DisplacedHash {
  /// How full the slots are, and how many keys a bucket has on average.
  private static let load = 0.96
  private static let bucketSize = 4.0

  /// The slot of each key, and the seeds of the buckets.
  struct Placement {
    var seeds: [UInt16]
    var slots: [Int]
    var slotCount: Int
  }

  /// Places keys by their hashes, which must all differ.
  ///
  /// - Complexity: O(keys), expected.
  static func place(_ hashes: [UInt64]) -> Placement {
    let slotCount = Int(Double(hashes.count) / load) + 4
    let bucketCount = Int(Double(hashes.count) / bucketSize) + 1
    var buckets = [[Int]](repeating: [], count: bucketCount)
    for (number, hash) in hashes.enumerated() { buckets[BoundaryLayout.bucket(hash, bucketCount)].append(number) }
    var seeds = [UInt16](repeating: 0, count: bucketCount)
    var slots = [Int](repeating: 0, count: hashes.count)
    var isTaken = [Bool](repeating: false, count: slotCount)
    // Large buckets first, while there is room.
    let order = buckets.indices.sorted { (buckets[$1].count, $0) < (buckets[$0].count, $1) }
    for bucket in order where !buckets[bucket].isEmpty {
      var seed: UInt16 = 0
      while true {
        let places = buckets[bucket].map { BoundaryLayout.slot(hashes[$0], seed: seed, slotCount) }
        if Set(places).count == places.count, !places.contains(where: { isTaken[$0] }) {
          for (key, place) in zip(buckets[bucket], places) {
            slots[key] = place
            isTaken[place] = true
          }
          seeds[bucket] = seed
          break
        }
        precondition(seed < .max, "two keys have one hash")
        seed += 1
      }
    }
    return Placement(seeds: seeds, slots: slots, slotCount: slotCount)
  }
}
