internal import PageModel

/// The order of raised and lowered text that stands one above the other: 0.50 with +0.04 over -0.03.
struct StackedScripts {
    let settings: TableSettings.Joining

    /// The fragments of one line with each raised text whole before the lowered text below it.
    ///
    /// - Parameter line: From left to right.
    func ordered(_ line: [TextFragment]) -> [TextFragment] {
        guard let size = line.map(\.style.size).max() else { return line }
        let isSmall = line.map { $0.style.size < settings.scriptSize * size }
        guard isSmall.contains(true) else { return line }
        let main = zip(line, isSmall).filter { !$0.1 }.map(\.0.box.midY).sorted()
        let middle = main[main.count / 2]
        var result: [TextFragment] = []
        var scripts: [TextFragment] = []
        for (fragment, small) in zip(line, isSmall) {
            if small {
                scripts.append(fragment)
            } else {
                result += parted(scripts, at: middle) + [fragment]
                scripts = []
            }
        }
        return result + parted(scripts, at: middle)
    }

    private func parted(_ scripts: [TextFragment], at middle: Double) -> [TextFragment] {
        let raised = scripts.filter { $0.box.midY < middle }
        let lowered = scripts.filter { $0.box.midY >= middle }
        guard let upper = raised.map(\.box).union, let lower = lowered.map(\.box).union,
            upper.horizontalOverlap(lower) >= settings.stackedOverlap * min(upper.width, lower.width)
        else { return scripts }
        return raised + lowered
    }
}
