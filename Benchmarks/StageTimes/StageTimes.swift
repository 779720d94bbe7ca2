import Foundation
import Normalize
import PDFText
import PageModel
import Pipeline
import TableRecon

/// Prints the CPU time that each stage takes for the given PDFs, all in this process: a Markdown table.
///
///     swift run -c release stage-times PDF… [ROUNDS]
@main
enum StageTimes {
    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let rounds = arguments.last.flatMap(Int.init) ?? 3
        if arguments.last.flatMap(Int.init) != nil { arguments.removeLast() }
        var times: [[Double]] = [[], [], []]
        var pages = 0
        for _ in 0..<rounds {
            var sums = [0.0, 0.0, 0.0]
            pages = 0
            for file in arguments { pages += try measure(.path(file), into: &sums) }
            for stage in sums.indices { times[stage].append(sums[stage]) }
        }
        print("| stage | CPU ms | a page |\n|---|---:|---:|")
        for (name, all) in zip(["text", "tables", "forms"], times) {
            let median = all.sorted()[all.count / 2] * 1000
            print("| \(name) | \(median.rounded(to: 0)) | \((median / Double(max(pages, 1))).rounded(to: 2)) |")
        }
        print("\n\(pages) pages, medians of \(rounds) rounds.")
    }

    /// Takes one document through the stages and adds the seconds of each; a file that cannot be read counts for none.
    private static func measure(_ file: InputFile, into sums: inout [Double]) throws -> Int {
        var last = now()
        func lap(_ stage: Int) {
            let time = now()
            sums[stage] += time - last
            last = time
        }
        guard let document = try? SourceDocument(file: file.read(), name: file.name, password: nil) else { return 0 }
        let finder = TableFinder()
        var tracker = ContinuationTracker()
        var assembler = FormAssembler(dictionary: .builtIn)
        for number in 1...document.pageCount {
            let page = try document.page(number).content
            lap(0)
            let layout = tracker.link(finder.layout(of: page))
            lap(1)
            _ = assembler.consume(layout)
            lap(2)
        }
        _ = assembler.finish()
        lap(2)
        return document.pageCount
    }

    /// The CPU time of this process so far, in seconds.
    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Double {
    fileprivate func rounded(to digits: Int) -> String { String(format: "%.\(digits)f", self) }
}
