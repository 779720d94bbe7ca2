internal import PageModel

/// Which ink of a page is text, and which is noise, dirt or what is left of a line.
extension TextLineFinder {
    package func isSpeck(_ part: InkComponent) -> Bool {
        let speck = settings.speck / pointsPerPixel
        return Double(max(part.width, part.height)) < speck || Double(part.area) < speck * speck * settings.speckFill
    }

    /// Whether the ink is what the scanner saw beside the sheet.
    package func touchesEdge(_ part: InkComponent, of ink: InkMask) -> Bool {
        part.box.x0 <= 1 || part.box.y0 <= 1 || part.box.x1 >= ink.width - 1 || part.box.y1 >= ink.height - 1
    }

    package func hasSizeOfText(_ part: InkComponent) -> Bool {
        let largest = settings.characterHeight.upperBound / pointsPerPixel
        return Double(part.height) <= settings.largestHeight * largest
            && Double(min(part.width, part.height)) <= largest
    }

    /// The height of the page's characters: the median of those large enough, each counted by its area.
    package func commonHeight(of parts: [InkComponent]) -> Double {
        let least = settings.characterHeight.lowerBound / pointsPerPixel
        let most = settings.characterHeight.upperBound / pointsPerPixel
        let sides = parts.filter { part in
            let side = Double(max(part.width, part.height))
            return side >= least && side <= most && part.width < 3 * part.height && part.height < 3 * part.width
        }.map { (side: max($0.width, $0.height), area: $0.area) }.sorted { $0.side < $1.side }
        guard !sides.isEmpty else { return settings.usualHeight / pointsPerPixel }
        // The upper part of the distribution: whole characters, not their halves.
        var left = sides.reduce(0) { $0 + $1.area } * 6 / 10
        for part in sides {
            left -= part.area
            if left <= 0 { return Double(part.side) }
        }
        return Double(sides[sides.count - 1].side)
    }

    /// Drops what is much fainter than most text.
    package func withoutFaint(_ parts: [InkComponent]) -> [InkComponent] {
        let byDarkness = parts.sorted { $0.level < $1.level }
        var left = parts.reduce(0) { $0 + $1.area } / 2
        guard
            let common = byDarkness.first(where: { part in
                left -= part.area
                return left <= 0
            })?.level
        else { return parts }
        let limit = common + settings.faint * (255 - common)
        let small = settings.characterHeight.lowerBound / pointsPerPixel
        // Blur makes points, commas and thin strokes such as 一 faint.
        return parts.filter { $0.level <= limit || Double(min($0.width, $0.height)) < small / 2 }
    }

    /// Drops the specks of a noisy scan; their size is measured where they stand alone.
    package func withoutNoise(_ parts: [InkComponent], em: Double) -> [InkComponent] {
        let boxes = parts.map(\.box)
        let index = BoxIndex(boxes, side: max(16, Int(em)))
        let small = parts.indices.filter {
            Double(max(parts[$0].width, parts[$0].height)) <= settings.largestSpeck * em
        }
        let alone = small.filter { place in index.near(boxes[place], reach: Int(settings.dots.alone * em)).count == 1 }
        guard alone.count >= settings.noisySpecks else { return parts }
        let sides = alone.map { max(parts[$0].width, parts[$0].height) }.sorted()
        let noise = sides[sides.count * 19 / 20] + 1
        let dropped = Set(
            small.filter { place in
                max(parts[place].width, parts[place].height) <= noise
                    && !isPunctuation(boxes[place], at: place, boxes: boxes, index: index, em: em)
            })
        return parts.indices.filter { !dropped.contains($0) }.map { parts[$0] }
    }

    /// Whether a dot stands where a decimal point or a colon would: behind a character, and low or over another dot. At
    /// the end of a line it must stand close, as low as the character, and be as large as a point.
    private func isPunctuation(_ dot: PixelBox, at place: Int, boxes: [PixelBox], index: BoxIndex, em: Double) -> Bool {
        let dots = settings.dots
        var follows = false
        var isLow = false
        var hasNext = false
        var hasTwin = false
        var isPoint = false
        for other in index.near(dot, reach: Int(dots.reach * em)) where other != place {
            let box = boxes[other]
            if Double(box.height) >= settings.body * em {
                let above = Double(box.y1 - dot.midY)
                guard above >= -dots.below * em, above <= Double(box.height) else { continue }
                // The dots of a colon stand in the middle of their place, behind a bracket with paper of its own.
                if box.x1 <= dot.x0 + 1, Double(dot.x0 - box.x1) <= dots.behind * em {
                    follows = true
                    if Double(dot.x0 - box.x1) <= dots.lowGap * em, above <= dots.lowRise * Double(box.height) {
                        isLow = true
                    }
                    if Double(dot.x0 - box.x1) <= dots.commaGap * em, isComma(dot, on: box, em: em) { isPoint = true }
                    if Double(dot.x0 - box.x1) <= dots.endGap * em,
                        abs(Double(box.y1 - dot.y1)) <= max(1, dots.endError * em),
                        Double(min(dot.width, dot.height)) >= settings.leastPoint * em
                    {
                        isPoint = true
                    }
                }
                if box.x0 >= dot.x1 - 1, Double(box.x0 - dot.x1) <= dots.nextGap * em { hasNext = true }
            } else if Double(box.height) <= settings.largestMark * em,
                abs(Double(box.midX - dot.midX)) <= dots.twinError * em,
                Double(max(box.y1, dot.y1) - min(box.y0, dot.y0)) <= dots.twinHeight * em
            {
                hasTwin = true
            }
        }
        return follows && (hasTwin || isPoint || isLow && hasNext)
    }

    /// A stroke higher than wide that hangs from the line on which the character stands.
    private func isComma(_ dot: PixelBox, on character: PixelBox, em: Double) -> Bool {
        dot.height > dot.width && Double(dot.height) >= settings.leastComma * em
            && dot.y1 >= character.y1 && Double(character.y1 - dot.y0) <= settings.commaRise * em
    }

    package func isRemnant(_ part: InkComponent, em: Double) -> Bool {
        let length = Double(max(part.width, part.height))
        let thickness = Double(part.area) / length
        return length >= settings.remnantLength * em && thickness <= max(2, settings.remnantThickness * em)
    }
}
