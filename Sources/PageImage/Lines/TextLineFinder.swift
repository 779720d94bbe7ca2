package import PageModel

/// What `TextLineFinder` found; pixels.
package struct FoundLines {
    /// Boxes of pieces of lines, top to bottom, then left to right.
    package var lines: [PixelBox]
    /// Those of them whose ink the detection model passed over.
    package var undetected: Set<PixelBox>
    /// Height of most of the page's characters.
    package var characterHeight: Double
    /// Boxes of the ink taken for text.
    package var text: [PixelBox]
    /// Part of the ink that they hold, specks and the edges of the sheet aside; 1 where there is none.
    package var textShare: Double

    package init(
        lines: [PixelBox], undetected: Set<PixelBox>, characterHeight: Double, text: [PixelBox], textShare: Double
    ) {
        self.lines = lines
        self.undetected = undetected
        self.characterHeight = characterHeight
        self.text = text
        self.textShare = textShare
    }
}

/// Finds the lines of text in a picture of which the ruling lines have been taken out.
///
/// Bottom up, so that it needs neither columns nor a grid: bodies of characters that stand side by side make a piece of
/// a line, small strokes and punctuation join the piece beside them. A ruling line between two pieces parts them.
package struct TextLineFinder {
    /// Ratios count in the height of the text of the page or the piece; lengths in points.
    package struct Settings: Hashable, Sendable {
        /// Smallest side of ink that is no speck.
        package var speck = 0.45
        /// Least part of the square of that side that ink of a text covers.
        package var speckFill = 0.6
        /// Ink this much of the way from the darkness of the page's text to the paper is a watermark, the back of the
        /// sheet or what a seal left.
        package var faint = 0.5
        /// Largest side of a speck of noise, and how many alone make a page noisy.
        package var largestSpeck = 0.22
        package var noisySpecks = 6
        /// Least side of a decimal point.
        package var leastPoint = 0.12
        /// Least height of a comma, and how far it reaches above the foot of its line.
        package var leastComma = 0.18
        package var commaRise = 0.25
        /// Greatest height of the lower part of a semicolon.
        package var largestMark = 0.36
        /// Characters of this height are looked for; larger ink is a picture, smaller is punctuation.
        package var characterHeight = 4.0...42.0
        /// Ink higher than the largest characters by this factor is no row of them.
        package var largestHeight = 2.5
        /// Height of the characters of a page that shows none, in points.
        package var usualHeight = 10.0
        /// Least height of the body of a character.
        package var body = 0.5
        /// Common part of the y ranges of two neighbours in a line.
        package var sameLine = 0.5
        /// Widest gap between neighbours in a line.
        package var gap = 0.85
        /// Widest gap between the upper and the lower part of one character, and its greatest height.
        package var partGap = 0.3
        package var partHeight = 1.2
        /// How far a small stroke may lie above or below its line.
        package var strokeReach = 0.3
        /// Higher pieces are several lines that touch.
        package var tall = 1.75
        /// Pieces of a line count as no larger than `tallNeighbour` and no smaller than `lowNeighbour`, and together are no
        /// higher than `lineHeight`.
        package var tallNeighbour = 1.6
        package var lowNeighbour = 0.8
        package var lineHeight = 1.5
        /// Common part of the x ranges of the upper and the lower part of one character.
        package var partOverlap = 0.5
        /// Distance of the lines in a piece that holds several.
        package var pitch = 1.35
        /// Smaller pieces are no line.
        package var smallestPiece = 0.3
        /// Where a dot is punctuation.
        package var dots = Dots()
        /// Long thin ink is what was left of a line.
        package var remnantLength = 2.5
        package var remnantThickness = 0.12

        package init() {}
    }

    /// Where a dot stands that is a decimal point, a comma or part of a colon; in heights of the page's text unless a
    /// setting says otherwise.
    package struct Dots: Hashable, Sendable {
        /// Specks with no other ink within this stand alone.
        package var alone = 0.8
        /// How far around a dot its character is looked for.
        package var reach = 1.2
        /// How far below the foot of its character a dot may stand.
        package var below = 0.25
        /// Widest paper between a character and the dot behind it; with a bracket's own paper.
        package var behind = 1.1
        /// Widest paper in front of a low dot, and how high it stands, in heights of the character.
        package var lowGap = 0.35
        package var lowRise = 0.25
        /// Widest paper in front of a comma.
        package var commaGap = 0.4
        /// Widest paper in front of a point at the end of a line, and how far it stands off the line's foot.
        package var endGap = 0.25
        package var endError = 0.06
        /// Widest paper behind a point within a figure.
        package var nextGap = 0.7
        /// How far the dots of a colon stand out of line, and how high both are together.
        package var twinError = 0.1
        package var twinHeight = 0.8

        package init() {}
    }

    package let settings: Settings
    package let pointsPerPixel: Double

    package init(settings: Settings, pointsPerPixel: Double) {
        self.settings = settings
        self.pointsPerPixel = pointsPerPixel
    }

    /// - Parameters:
    ///   - ink: Of the picture.
    ///   - rulings: In the picture's space, points.
    ///   - areas: Where a detection model saw text; what lies outside makes lines of its own. nil when none looked.
    package func lines(
        in image: GrayImage, ink: InkMask, rulings: [RulingLine], areas: TextAreas? = nil
    ) -> FoundLines {
        let parts = ink.components(of: image).filter { !isSpeck($0) && !touchesEdge($0, of: ink) }
        let all = withoutFaint(parts.filter(hasSizeOfText))
        let em = commonHeight(of: areas.map { areas in all.filter { areas.hold($0.box) } } ?? all)
        let kept = withoutNoise(all.filter { !isRemnant($0, em: em) }, em: em)
        let walls = RulingWalls(rulings, pointsPerPixel: pointsPerPixel)
        let groups = [true, false].map { isSeen in
            lines(of: kept.filter { (areas?.hold($0.box) ?? true) == isSeen }, em: em, ink: ink, walls: walls)
        }
        let area = { (parts: [InkComponent]) in parts.reduce(0) { $0 + $1.area } }
        return FoundLines(
            lines: groups.flatMap { $0 }.sorted { ($0.y0, $0.x0) < ($1.y0, $1.x0) }, undetected: Set(groups[1]),
            characterHeight: em, text: kept.map(\.box),
            textShare: parts.isEmpty ? 1 : Double(area(kept)) / Double(area(parts)))
    }

    private func lines(of parts: [InkComponent], em: Double, ink: InkMask, walls: RulingWalls) -> [PixelBox] {
        guard !parts.isEmpty else { return [] }
        let bodies = parts.filter { Double($0.height) >= settings.body * em }.map(\.box)
        let small = parts.filter { Double($0.height) < settings.body * em }.map(\.box)
        var pieces = joinedSideways(bodies, em: em, walls: walls)
        pieces = attached(small, to: pieces, em: em, walls: walls)
        pieces = joinedUpwards(pieces, em: em, walls: walls)
        pieces = joinedSideways(pieces, em: em, walls: walls)
        return parted(pieces, em: em, ink: ink, bodies: bodies)
            .filter { Double(max($0.width, $0.height)) >= settings.smallestPiece * em }
    }

    private func joinedSideways(_ boxes: [PixelBox], em: Double, walls: RulingWalls) -> [PixelBox] {
        merged(boxes, reach: Int(2 * em)) { left, right in
            let height = min(left.height, right.height)
            guard Double(left.overlapY(right)) >= settings.sameLine * Double(height) else { return false }
            let size = min(Double(max(left.height, right.height)), settings.tallNeighbour * em)
            guard Double(-left.overlapX(right)) <= settings.gap * max(size, settings.lowNeighbour * em) else {
                return false
            }
            guard
                Double(left.union(right).height) <= settings.lineHeight
                    * max(em, Double(max(left.height, right.height)))
            else {
                return false
            }
            return !walls.part(left, right)
        }
    }

    /// Upper and lower halves of characters, and pieces of one line that noise or a cut left apart.
    private func joinedUpwards(_ boxes: [PixelBox], em: Double, walls: RulingWalls) -> [PixelBox] {
        merged(boxes, reach: Int(em)) { first, second in
            let width = min(first.width, second.width)
            guard Double(first.overlapX(second)) >= settings.partOverlap * Double(width) else { return false }
            guard Double(-first.overlapY(second)) <= settings.partGap * em else { return false }
            guard Double(first.union(second).height) <= settings.partHeight * em else { return false }
            return !walls.part(first, second)
        }
    }

    /// Puts each small stroke to the piece on whose line it lies; strokes without one make pieces of their own.
    private func attached(
        _ small: [PixelBox], to pieces: [PixelBox], em: Double, walls: RulingWalls
    ) -> [PixelBox] {
        var result = pieces
        var loose: [PixelBox] = []
        let index = BoxIndex(pieces, side: max(16, Int(2 * em)))
        for stroke in small {
            var best: (place: Int, distance: Double)?
            for place in index.near(stroke, reach: Int(settings.gap * em) + 1) {
                let piece = pieces[place]
                let reach = settings.strokeReach * min(em, Double(piece.height))
                guard Double(stroke.midY) >= Double(piece.y0) - reach, Double(stroke.midY) <= Double(piece.y1) + reach,
                    Double(-piece.overlapX(stroke)) <= settings.gap * em,
                    Double(piece.union(stroke).height) <= settings.lineHeight * max(em, Double(piece.height))
                else { continue }
                let distance =
                    Double(max(0, -piece.overlapX(stroke))) + 2
                    * abs(
                        Double(stroke.midY) - min(max(Double(stroke.midY), Double(piece.y0)), Double(piece.y1)))
                if distance < best?.distance ?? .infinity, !walls.part(piece, stroke) { best = (place, distance) }
            }
            if let best { result[best.place] = result[best.place].union(stroke) } else { loose.append(stroke) }
        }
        return result + joinedSideways(joinedUpwards(loose, em: em, walls: walls), em: em, walls: walls)
    }

    /// Joins what belongs together, over and over until nothing more does.
    private func merged(
        _ boxes: [PixelBox], reach: Int, belongs: (PixelBox, PixelBox) -> Bool
    ) -> [PixelBox] {
        var boxes = boxes
        while true {
            let index = BoxIndex(boxes, side: max(16, reach))
            var sets = DisjointSets(count: boxes.count)
            var joined = boxes
            var changed = false
            for place in boxes.indices {
                for other in index.near(boxes[place], reach: reach) where other > place {
                    let (a, b) = (sets.root(of: place), sets.root(of: other))
                    guard a != b, belongs(boxes[place], boxes[other]), belongs(joined[a], joined[b]) else { continue }
                    sets.attach(b, to: a)
                    joined[a] = joined[a].union(joined[b])
                    changed = true
                }
            }
            guard changed else { return boxes }
            boxes = joined.indices.filter { sets.isRoot($0) }.map { joined[$0] }
        }
    }

    /// Cuts pieces that hold several lines which touch: much higher than the characters in them.
    private func parted(_ pieces: [PixelBox], em: Double, ink: InkMask, bodies: [PixelBox]) -> [PixelBox] {
        let index = BoxIndex(bodies, side: max(16, Int(2 * em)))
        return pieces.flatMap { piece -> [PixelBox] in
            guard Double(piece.height) > settings.tall * em, Double(piece.width) > em else { return [piece] }
            let heights = index.near(piece, reach: 0).map { bodies[$0].height }.sorted()
            guard let common = heights.isEmpty ? nil : heights[heights.count * 3 / 4],
                Double(piece.height) > settings.tall * Double(common)
            else { return [piece] }
            return parted(piece, em: em, ink: ink)
        }
    }

    /// Cuts a piece at its emptiest rows.
    private func parted(_ box: PixelBox, em: Double, ink: InkMask) -> [PixelBox] {
        let counts = (box.y0..<box.y1).map { y in
            (box.x0..<box.x1).reduce(into: 0) { $0 += ink.isInk[y * ink.width + $1] ? 1 : 0 }
        }
        let lineCount = max(2, Int((Double(box.height) / (settings.pitch * em)).rounded()))
        let pitch = box.height / lineCount
        var cuts = [0]
        for line in 1..<lineCount {
            let middle = line * pitch
            let window = max(1, pitch / 3)
            let range = max(1, middle - window)..<min(counts.count - 1, middle + window)
            guard let cut = range.min(by: { (counts[$0], abs($0 - middle)) < (counts[$1], abs($1 - middle)) }) else {
                continue
            }
            cuts.append(cut)
        }
        cuts.append(box.height)
        return zip(cuts, cuts.dropFirst()).map {
            PixelBox(x0: box.x0, y0: box.y0 + $0, x1: box.x1, y1: box.y0 + $1)
        }
    }
}
