internal import PageModel

/// Finds watermarks in full ink that only their repetition tells from text: the same words in the same place of the next
/// page, over whatever stands there.
///
/// Needs the runs of another page, which is read only where a page gives reason to.
struct RepeatedWatermarks {
    /// A text that lies across something.
    struct Suspect {
        /// Of the run.
        var index: Int
        /// Over text or along a rule, and not only across rules: as long words in narrow cells are.
        var isOutOfPlace: Bool
    }

    /// The runs of one page, and which of them may be watermarks.
    struct Page {
        let runs: [TextRun]
        let suspects: [Suspect]
    }

    private let settings: Watermarks.Settings

    init(settings: Watermarks.Settings) { self.settings = settings }

    /// - Parameter runs: With those marked that their own page tells to be watermarks.
    func page(_ runs: [TextRun], _ graphics: PageGraphics) -> Page {
        guard let common = Watermarks.commonSize(of: runs) else { return Page(runs: runs, suspects: []) }
        let large = runs.indices.filter { index in
            let run = runs[index]
            return !run.isDecoration && run.glyphs.count >= settings.shortest
                && run.style.size >= settings.repeatedSize * common
        }
        guard !large.isEmpty, large.count <= settings.mostSuspects else { return Page(runs: runs, suspects: []) }
        let crossings = Crossings(graphics.rulings, runs: runs, settings: settings)
        let suspects = large.compactMap { index -> Suspect? in
            let isOutOfPlace =
                crossings.isStruckThrough(runs[index]) || crossings.runsThroughOthers(runs[index], at: index)
            guard isOutOfPlace || crossings.cross(runs[index], at: index) else { return nil }
            return Suspect(index: index, isOutOfPlace: isOutOfPlace)
        }
        return Page(runs: runs, suspects: suspects)
    }

    /// The runs of a page, with those marked that stand in the same place of another.
    func marked(_ page: Page, besides other: Page) -> [TextRun] {
        var runs = page.runs
        for suspect in page.suspects {
            let run = page.runs[suspect.index]
            guard
                let twin = other.suspects.first(where: { isSame(run, other.runs[$0.index]) }),
                suspect.isOutOfPlace || twin.isOutOfPlace
            else { continue }
            runs[suspect.index].isDecoration = true
        }
        return runs
    }

    private func isSame(_ one: TextRun, _ other: TextRun) -> Bool {
        one.style == other.style && one.rotation == other.rotation && one.glyphs.count == other.glyphs.count
            && zip(one.glyphs, other.glyphs).allSatisfy { one, other in
                one.scalar == other.scalar
                    && max(abs(one.box.midX - other.box.midX), abs(one.box.midY - other.box.midY))
                        <= settings.samePlace
            }
    }
}
