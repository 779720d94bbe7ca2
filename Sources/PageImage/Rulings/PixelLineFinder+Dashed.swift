internal import PageModel

extension PixelLineFinder {
    /// Finds rows of at least `dashCount` dashes of one length at one distance.
    package func addDashed(of row: Int, _ thin: [Bool], _ ink: InkMask, to pieces: inout [Piece]) {
        let width = ink.width
        let base = row * width
        let longest = max(1, Int(settings.dashLength / pointsPerPixel))
        let widest = max(1, Int(settings.dashGap / pointsPerPixel))
        var dashes: [Range<Int>] = []
        func end() {
            defer { dashes.removeAll(keepingCapacity: true) }
            guard dashes.count >= settings.dashCount, let first = dashes.first, let last = dashes.last,
                Double(last.upperBound - first.lowerBound) * pointsPerPixel >= settings.shortestDashed,
                isEven(dashes.map(\.count)),
                isEven(zip(dashes, dashes.dropFirst()).map { $1.lowerBound - $0.upperBound }),
                isAlone(first.lowerBound..<last.upperBound, row, ink)
            else { return }
            pieces.append(
                Piece(row: row, start: first.lowerBound, end: last.upperBound, gaps: 0, isDashed: true))
        }
        thin.withUnsafeBufferPointer { thin in
            var x = 0
            while x < width {
                guard thin[base + x] else {
                    x += 1
                    continue
                }
                let start = x
                while x < width, thin[base + x] { x += 1 }
                if x - start > longest {
                    end()
                } else {
                    if let last = dashes.last, start - last.upperBound > widest { end() }
                    dashes.append(start..<x)
                }
            }
        }
        end()
    }

    /// Whether there is little ink close above and below: strokes of characters have others beside them.
    private func isAlone(_ span: Range<Int>, _ row: Int, _ ink: InkMask) -> Bool {
        let distance = max(2, Int((settings.dashedMargin / pointsPerPixel).rounded()))
        return [row - distance - 1, row - distance, row + distance, row + distance + 1].allSatisfy { other in
            guard other >= 0, other < ink.height else { return true }
            let count = ink.isInk[(other * ink.width + span.lowerBound)..<(other * ink.width + span.upperBound)].count {
                $0
            }
            return Double(count) <= settings.dashedInkBeside * Double(span.count)
        }
    }

    private func isEven(_ lengths: [Int]) -> Bool {
        let median = lengths.sorted()[lengths.count / 2]
        let even = lengths.count { abs($0 - median) <= 1 + median / 8 }
        return Double(even) >= settings.dashEvenness * Double(lengths.count)
    }
}
