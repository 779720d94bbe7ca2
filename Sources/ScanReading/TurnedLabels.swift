internal import PageImage
internal import PageModel

/// Finds labels that stand upright on a page of lying text because they were turned by a right angle.
///
/// Their characters are found one below the other, and a recogniser may well read each of them; only as a line do they
/// tell which way they run.
struct TurnedLabels {
    /// Lengths in the height of the page's characters.
    struct Settings: Hashable, Sendable {
        /// Width of a label, and its least length.
        var width = 0.5...1.6
        var length = 1.8
        /// Widest paper between two characters of a label.
        var gap = 0.7
        /// Part of the narrower of two characters that lies under the other one.
        var overlap = 0.5
        /// Nothing else stands so near beside a label, unless a ruling line parts them.
        var free = 0.6
        /// Paper around a label's picture.
        var margin = 0.12
        /// Mean confidence with which a label reads as a line, and with which characters read that stand upright.
        var confidence = 0.9
        /// Part of its characters that are ideographs: lone figures and dashes below each other are none.
        var ideographs = 0.6
        /// Room that an ideograph takes along a label.
        var pitch = 0.6...1.6
    }

    /// A label with what it says.
    struct Label {
        /// Places among the page's lines of what it was found as.
        var pieces: [Int]
        var box: PixelBox
        /// How it is turned clockwise in the upright picture.
        var turn: QuarterTurn
        /// Places of characters count from where it begins.
        var reading: LineReading
    }

    let settings: Settings
    let page: PagePicture

    /// - Parameter readings: Of the page's lines, in their order.
    func labels(
        readings: [LineReading], recognizer: any LineRecognizer
    ) throws(OCRError) -> [Label] {
        let stacks = stacks()
        guard !stacks.isEmpty else { return [] }
        var labels = try read(stacks, turned: .counterclockwise, by: recognizer)
        // Characters that stand upright read well: only what does not may be turned the other way.
        let others = stacks.filter { stack in
            !labels.contains { $0.pieces == stack }
                && stack.reduce(0) { $0 + readings[$1].meanConfidence } < settings.confidence * Double(stack.count)
        }
        labels += try read(others, turned: .clockwise, by: recognizer)
        return labels
    }

    private func read(
        _ stacks: [[Int]], turned turn: QuarterTurn, by recognizer: any LineRecognizer
    ) throws(OCRError) -> [Label] {
        let boxes = stacks.map { box(of: $0) }
        let margin = Int((settings.margin * page.characterHeight).rounded(.up))
        let crops = boxes.map { box in
            let wider = PixelBox(
                x0: box.x0 - margin, y0: box.y0 - margin, x1: box.x1 + margin, y1: box.y1 + margin)
            return page.image.cropped(to: wider).stretched().turned(turn.undone)
        }
        return zip(zip(stacks, boxes), try recognizer.read(crops)).compactMap { place, reading in
            guard isLabel(reading, length: Double(place.1.height)) else { return nil }
            var reading = reading
            for index in reading.characters.indices {
                reading.characters[index].start -= Double(margin)
                reading.characters[index].end -= Double(margin)
            }
            return Label(pieces: place.0, box: place.1, turn: turn, reading: reading)
        }
    }

    private func isLabel(_ reading: LineReading, length: Double) -> Bool {
        let count = Double(reading.characters.count)
        return count >= 2 && reading.meanConfidence >= settings.confidence
            && Double(reading.characters.count { $0.scalar.isIdeograph }) >= settings.ideographs * count
            && settings.pitch.contains(length / count / page.characterHeight)
    }

    // MARK: Stacks

    /// Places of pieces that stand close below each other with nothing beside them, from top to bottom.
    func stacks() -> [[Int]] {
        let em = page.characterHeight
        let lines = page.lines
        let narrow = lines.indices.filter { Double(lines[$0].width) <= settings.width.upperBound * em }
            .sorted { (lines[$0].y0, lines[$0].x0) < (lines[$1].y0, lines[$1].x0) }
        let walls = RulingWalls(page.rulings, pointsPerPixel: page.pointsPerPixel)
        var stacks: [[Int]] = []
        for place in narrow {
            let box = lines[place]
            let open = stacks.indices.first { index in
                guard let last = stacks[index].last else { return false }
                return follows(box, lines[last]) && !walls.part(lines[last], box)
            }
            if let open { stacks[open].append(place) } else { stacks.append([place]) }
        }
        return stacks.filter { stack in
            let box = box(of: stack)
            guard settings.width.contains(Double(box.width) / em), Double(box.height) >= settings.length * em else {
                return false
            }
            let free = Int(settings.free * em)
            return !lines.indices.contains { other in
                !stack.contains(other) && lines[other].overlapY(box) > 0 && -lines[other].overlapX(box) < free
                    && !walls.part(lines[other], box)
            }
        }
    }

    private func follows(_ box: PixelBox, _ last: PixelBox) -> Bool {
        Double(box.overlapX(last)) >= settings.overlap * Double(min(box.width, last.width))
            && Double(box.y0 - last.y1) <= settings.gap * page.characterHeight
    }

    private func box(of stack: [Int]) -> PixelBox {
        stack.dropFirst().reduce(page.lines[stack[0]]) { $0.union(page.lines[$1]) }
    }
}
