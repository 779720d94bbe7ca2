internal import PageImage
internal import PageModel

/// Lines side by side on one picture, which the recognition model reads in one run.
///
/// The model takes as long for paper as for text, and most cells of a table are shorter than the shortest picture that
/// it reads well: alone they would be mostly padding.
struct LineStrip {
    struct Place {
        let line: PreparedLine
        /// Where the line begins on the strip, in pixels; a multiple of the model's step.
        let start: Int
    }

    private(set) var places: [Place]
    /// Of the picture: one of the widths that the model is prepared for.
    let width: Int
    private let settings: PPOCRSettings

    /// One line alone.
    init(_ line: PreparedLine, settings: PPOCRSettings) {
        self.init(line, width: line.width, settings: settings)
    }

    private init(_ line: PreparedLine, width: Int, settings: PPOCRSettings) {
        places = [Place(line: line, start: 0)]
        self.width = settings.widths.first { $0 >= width } ?? line.width
        self.settings = settings
    }

    /// Puts lines on few strips: the widest first, each on the first strip that has room; the narrowest stay alone.
    static func packed(_ lines: [PreparedLine], settings: PPOCRSettings) -> [LineStrip] {
        var strips: [LineStrip] = []
        var rest = lines.reduce(0) { $0 + settings.share(of: $1.width) }
        for line in lines.sorted(by: { ($1.width, $0.index) < ($0.width, $1.index) }) {
            if line.width < settings.narrowestInStrips {
                strips.append(LineStrip(line, settings: settings))
            } else if let open = strips.firstIndex(where: { $0.end + line.width <= $0.width }) {
                strips[open].places.append(Place(line: line, start: strips[open].end))
            } else {
                // What is left may fit on less than a whole strip.
                let width = max(line.width, min(rest, settings.stripWidth))
                strips.append(LineStrip(line, width: width, settings: settings))
            }
            rest -= settings.share(of: line.width)
        }
        return strips
    }

    /// Behind the last line and the gap after it.
    private var end: Int { places.last.map { $0.start + settings.share(of: $0.line.width) } ?? 0 }

    /// Writes the picture as the model wants it: three equal colours of -1 (black) to 1 (white), 0 for the padding.
    func fill(_ target: UnsafeMutableBufferPointer<Float>) {
        let height = settings.lineHeight
        let plane = height * width
        let used = places.last.map { $0.start + $0.line.width } ?? 0
        for row in 0..<height {
            for position in (row * width)..<(row * width + used) { target[position] = 1 }
            for position in (row * width + used)..<((row + 1) * width) { target[position] = 0 }
        }
        for place in places {
            let part = UnsafeMutableBufferPointer(rebasing: target[place.start..<plane])
            place.line.fill(part, height: height, rowLength: width)
        }
        for copy in 1..<3 {
            for position in 0..<plane { target[copy * plane + position] = target[position] }
        }
    }
}

extension PPOCRSettings {
    /// What a line takes of a strip, with the gap behind it.
    fileprivate func share(of width: Int) -> Int { (width + gap + step - 1) / step * step }
}
