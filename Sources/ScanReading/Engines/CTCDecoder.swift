internal import PageImage
internal import PageModel

/// Turns the output of a recognition model into characters.
///
/// The model looks at a line in steps of equal width from left to right and gives for each the probability of every
/// character and of the blank, which stands between characters. A character may last for several steps; two equal
/// ones have a blank between them (connectionist temporal classification, Graves et al. 2006).
struct CTCDecoder {
    /// Class 0 is the blank, the others stand in the order of the model.
    let characters: [Unicode.Scalar]
    /// Classes that are another one in disguise; their probabilities are added to the other's.
    var disguises: [(class: Int, true: Int)] = []
    var leastAlternative: Float
    var mostAlternatives: Int
    /// What is likelier than this where nothing is likelier still is told as faint.
    var leastFaint: Float = 0.1

    /// - Parameters:
    ///   - steps: Probabilities, `classes` for each step.
    ///   - pixelsPerStep: Of the picture in whose pixels positions are told.
    ///   - offset: Where the first step begins in that picture.
    ///   - extent: From the left to the right end of that picture.
    ///   - reach: Half the width of the widest character, in the same pixels.
    func decode(
        _ steps: UnsafeBufferPointer<Float>, classes: Int, pixelsPerStep: Double, offset: Double,
        extent: ClosedRange<Double>, reach: Double
    ) -> LineReading {
        var readings: [CharacterReading] = []
        var centers: [Double] = []
        var spot: Spot?
        /// Each with the number of characters before it.
        var faint: [(spot: Spot, place: Int)] = []
        func close() {
            guard let found = spot, found.class <= characters.count else { return }
            let row = UnsafeBufferPointer(rebasing: steps[(found.peak * classes)..<((found.peak + 1) * classes)])
            readings.append(
                CharacterReading(
                    scalar: characters[found.class - 1], confidence: Double(min(found.probability, 1)), start: 0,
                    end: 0, alternatives: alternatives(in: row, besides: found)))
            centers.append(offset + Double(found.first + found.last + 1) / 2 * pixelsPerStep)
        }
        for step in 0..<(steps.count / classes) {
            let row = UnsafeBufferPointer(rebasing: steps[(step * classes)..<((step + 1) * classes)])
            let (best, probability) = likeliest(in: row)
            if var current = spot, current.class == best {
                current.last = step
                if probability > current.probability { (current.peak, current.probability) = (step, probability) }
                spot = current
            } else {
                close()
                spot = nil
                if best > 0 {
                    spot = Spot(class: best, first: step, last: step, peak: step, probability: probability)
                }
            }
            if best == 0, probability <= 1 - leastFaint, let seen = faintSpot(at: step, in: row) {
                // Steps side by side that show the same are one place.
                if var last = faint.last?.spot, last.class == seen.class, last.last == step - 1 {
                    last.last = step
                    if seen.probability > last.probability { (last.peak, last.probability) = (step, seen.probability) }
                    faint[faint.count - 1].spot = last
                } else {
                    faint.append((seen, readings.count))
                }
            }
        }
        close()
        // Pictures are cut to their text: a space at an end is the paper around it.
        let leading = readings.prefix { $0.scalar == " " }.count
        let trailing = readings.dropFirst(leading).reversed().prefix { $0.scalar == " " }.count
        readings = Array(readings.dropFirst(leading).dropLast(trailing))
        centers = Array(centers.dropFirst(leading).dropLast(trailing))
        for index in readings.indices {
            let center = centers[index]
            let before = index > 0 ? (centers[index - 1] + center) / 2 : extent.lowerBound
            let after = index + 1 < centers.count ? (centers[index + 1] + center) / 2 : extent.upperBound
            readings[index].start = min(max(before, center - reach, extent.lowerBound), extent.upperBound)
            readings[index].end = min(max(min(after, center + reach), readings[index].start), extent.upperBound)
        }
        let seen = faint.compactMap { spot, place -> CharacterReading? in
            let scalar = characters[spot.class - 1]
            // A character begins and ends faintly.
            let next = min(max(place - leading, 0), readings.count)
            let neighbours = readings[max(0, next - 1)..<min(readings.count, next + 1)]
            guard !neighbours.contains(where: { $0.scalar == scalar }) else { return nil }
            let middle = offset + (Double(spot.peak) + 0.5) * pixelsPerStep
            return CharacterReading(
                scalar: scalar, confidence: Double(spot.probability), start: middle, end: middle)
        }
        return LineReading(characters: readings, faint: seen)
    }

    /// The likeliest character of a step that shows none, if it is likely enough.
    private func faintSpot(at step: Int, in row: UnsafeBufferPointer<Float>) -> Spot? {
        var best = 0
        for index in 1..<min(row.count, characters.count + 1) where best == 0 || row[index] > row[best] { best = index }
        guard best > 0 else { return nil }
        best = disguises.first { $0.class == best }?.true ?? best
        let probability = revealed(best, row)
        guard probability >= leastFaint else { return nil }
        return Spot(class: best, first: step, last: step, peak: step, probability: probability)
    }

    /// The steps that show one character.
    private struct Spot {
        var `class`: Int
        var first: Int
        var last: Int
        /// Where it is likeliest.
        var peak: Int
        var probability: Float
    }

    private func alternatives(
        in row: UnsafeBufferPointer<Float>, besides spot: Spot
    ) -> [CharacterReading.Alternative] {
        // The probabilities of a step add up to 1: what is left bounds each of the others.
        guard 1 - spot.probability >= leastAlternative else { return [] }
        var others: [(class: Int, probability: Float)] = []
        for index in 1..<min(row.count, characters.count + 1) where row[index] >= leastAlternative {
            guard index != spot.class, !disguises.contains(where: { $0.class == index }) else { continue }
            others.append((index, revealed(index, row)))
        }
        others.sort { ($1.probability, $0.class) < ($0.probability, $1.class) }
        return others.prefix(mostAlternatives).map { other in
            CharacterReading.Alternative(
                scalar: characters[other.class - 1], probability: Double(min(other.probability, 1)))
        }
    }

    /// What has more than half of the probability is the likeliest without a look at the rest.
    private static let majority: Float = 0.5

    private func likeliest(in row: UnsafeBufferPointer<Float>) -> (Int, Float) {
        if row[0] > Self.majority { return (0, row[0]) }
        var best = 0
        var probability = row[0]
        for index in 1..<row.count where row[index] > probability {
            best = index
            probability = row[index]
            if probability > Self.majority { break }
        }
        best = disguises.first { $0.class == best }?.true ?? best
        return (best, best == 0 ? probability : revealed(best, row))
    }

    /// The probability of a class with that of its disguises.
    private func revealed(_ index: Int, _ row: UnsafeBufferPointer<Float>) -> Float {
        var sum = row[index]
        for disguise in disguises where disguise.true == index { sum += row[disguise.class] }
        return sum
    }
}
