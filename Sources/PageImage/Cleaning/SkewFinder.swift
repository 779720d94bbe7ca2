internal import Glibc

/// Measures how far a scanned page lies askew.
package struct SkewFinder {
    package struct Settings: Hashable, Sendable {
        /// Largest angle looked for, in degrees either way.
        package var largest = 4.0
        package var coarseStep = 0.25
        package var fineStep = 0.03
        /// A smaller angle is not worth turning the picture.
        package var smallest = 0.04
        /// Most pixels of ink that are looked at.
        package var samples = 60_000

        package init() {}
    }

    package let settings: Settings

    package init(settings: Settings) {
        self.settings = settings
    }

    /// - Returns: Degrees by which the page's rows fall to the right (clockwise); 0 when there is nothing to go by.
    /// - Note: Rows of text and ruling lines give the sharpest row profile when the page is straight (Postl 1986).
    package func angle(of ink: InkMask) -> Double {
        let points = points(of: ink)
        guard points.count >= 200 else { return 0 }
        let reach = Double(ink.width) * tan(settings.largest * .pi / 180)
        let bins = ink.height + 2 * Int(reach) + 4
        var profile = [Int32](repeating: 0, count: bins)
        func sharpness(_ degrees: Double) -> Double {
            for index in profile.indices { profile[index] = 0 }
            let slope = Float(tan(degrees * .pi / 180))
            let offset = Float(reach) + 2
            for point in points {
                profile[Int(Float(point.y) - slope * Float(point.x) + offset)] += 1
            }
            var sum = 0.0
            for index in 1..<bins {
                let step = Double(profile[index] - profile[index - 1])
                sum += step * step
            }
            return sum
        }
        func best(around middle: Double, reach: Double, step: Double) -> Double {
            var found = (angle: middle, score: sharpness(middle))
            var angle = middle - reach
            while angle <= middle + reach + step / 2 {
                if abs(angle) <= settings.largest {
                    let score = sharpness(angle)
                    if score > found.score { found = (angle, score) }
                }
                angle += step
            }
            return found.angle
        }
        let coarse = best(around: 0, reach: settings.largest, step: settings.coarseStep)
        let fine = best(around: coarse, reach: settings.coarseStep, step: settings.fineStep)
        return abs(fine) < settings.smallest ? 0 : fine
    }

    private func points(of ink: InkMask) -> [(x: Int32, y: Int32)] {
        // Ink whose pixel above is paper: the upper edge of strokes says as much as the whole and costs less.
        var points: [(x: Int32, y: Int32)] = []
        for y in 1..<max(1, ink.height) {
            for x in 0..<ink.width where ink.isInk[y * ink.width + x] && !ink.isInk[(y - 1) * ink.width + x] {
                points.append((Int32(x), Int32(y)))
            }
        }
        guard points.count > settings.samples else { return points }
        let stride = (points.count + settings.samples - 1) / settings.samples
        return points.indices.lazy.filter { $0 % stride == 0 }.map { points[$0] }
    }
}
