import Bulk
import Foundation
import Pipeline
import ScanReading
import Testing

extension Bulk {
    /// What a worker that was taken over can and cannot do, on this kernel and on those that have less.
    @Suite struct SandboxTests {
        let folder: TemporaryFolder

        init() throws { folder = try TemporaryFolder() }

        /// Kernels by what they lack.
        private static let kernels = ["none", "landlock", "seccomp", "landlock,seccomp"]

        private static let oldKernel = URL(filePath: Program.path).deletingLastPathComponent()
            .appending(path: "old-kernel").path()

        private static let isWhole = Sandbox.landlockVersion > 0 && Sandbox.kernelFiltersCalls

        /// A program that runs zhibiao on a kernel that lacks something, as a user or as root.
        private func wrapper(lacking kernel: String, asUser: Bool) throws -> String {
            let drop = asUser && getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
            let name = "zhibiao-\(kernel)-\(asUser)"
            try folder.write(
                Data("#!/bin/sh\nexec \(drop)\(Self.oldKernel) \(kernel) \(Program.path) \"$@\"\n".utf8), as: name)
            chmod(folder.path(name), 0o755)
            return folder.path(name)
        }

        private func run(_ arguments: [String], lacking kernel: String, asUser: Bool = false) throws -> (Int32, String)
        {
            let program = try wrapper(lacking: kernel, asUser: asUser)
            let run = try Program.run(arguments, shell: "shift 0; exec '\(program)' \"$@\"")
            return (run.status, run.text)
        }

        /// The names of what went through; nil where this kernel, or this user, cannot tell.
        private func holes(lacking kernel: String, asUser: Bool) throws -> Set<String>? {
            guard asUser || getuid() == 0 else { return nil }
            let (_, text) = try run(["doctor"], lacking: kernel, asUser: asUser)
            // Where the program itself can't be reached by others there is nothing to see.
            guard let line = text.split(separator: "\n").first(where: { $0.contains(" things and ") }) else {
                return nil
            }
            return Set(SandboxProbe.names.filter { line.contains(": \($0)") || line.contains(", \($0)") })
        }

        private static let page = Corpus.root.appending(path: "docs/security.md")

        /// The tables of docs/security.md are what workers have tried; `UPDATE_GOLDEN=1` writes them anew.
        @Test(.enabled(if: isWhole, "This kernel lacks something itself"))
        func thePageTellsWhatWasTried() throws {
            let columns = try [true, false].flatMap { user in
                try Self.kernels.map { try holes(lacking: $0, asUser: user) }
            }
            try compare(columns, withTableBelow: "| tried | user |")
        }

        @Test(.enabled(if: isWhole, "This kernel lacks something itself"))
        func thePageTellsWhatOlderLandlocksLetThrough() throws {
            let columns = try Self.olderLandlocks.map { try holes(lacking: "landlock=\($0),seccomp", asUser: true) }
            try compare(columns, withTableBelow: "| tried, without seccomp |")
        }

        private static let olderLandlocks = 1...6

        /// The system calls that an older Landlock does not look at are on no list of the filter.
        @Test(.enabled(if: isWhole, "This kernel lacks something itself"), arguments: olderLandlocks)
        func anOlderLandlockLetsNothingThrough(version: Int) throws {
            for user in [true, false] {
                guard let holes = try holes(lacking: "landlock=\(version)", asUser: user) else { continue }
                #expect(holes.isEmpty)
            }
            let (status, text) = try run(
                ["tables", GoodForm.path, "--require-sandbox"], lacking: "landlock=\(version)")
            #expect(status == 0 && !text.contains("The sandbox is not whole"))
        }

        private func compare(_ columns: [Set<String>?], withTableBelow mark: String) throws {
            let text = try String(contentsOf: Self.page, encoding: .utf8)
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let start = try #require(lines.firstIndex { $0.hasPrefix(mark) }) + 2
            for (row, name) in SandboxProbe.names.enumerated() {
                var cells = start + row < lines.count ? lines[start + row].split(separator: "|").map(String.init) : []
                cells = cells.map { $0.trimmingCharacters(in: .whitespaces) }
                let isRow = cells.first == name && cells.count == columns.count + 1
                let old = isRow ? Array(cells.dropFirst()) : [String](repeating: "?", count: columns.count)
                let new = zip(columns, old).map { holes, old in
                    holes.map { $0.contains(name) ? "**yes**" : "no" } ?? old
                }
                #expect(isRow && old == new, "\(name): the page says \(old), tried was \(new)")
                let line = "| \(([name] + new).joined(separator: " | ")) |"
                if isRow { lines[start + row] = line } else { lines.insert(line, at: start + row) }
            }
            guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil else { return }
            try lines.joined(separator: "\n").write(to: Self.page, atomically: true, encoding: .utf8)
        }

        @Test(.enabled(if: isWhole, "This kernel lacks something itself"), arguments: [OCRMode.auto, .never])
        func nothingGoesThrough(ocr: OCRMode) throws {
            let probe = try #require(try Doctor(program: Program.path, ocr: ocr).probe())
            #expect(probe.open.isEmpty)
            #expect(Sandbox(rawValue: probe.sandbox).isSuperset(of: .whole))
        }

        /// Where no engine has to be read that only root can read, root is given up.
        @Test(.enabled(if: getuid() == 0, "Only the root user can be given up"))
        func rootIsGivenUp() throws {
            let probe = try #require(try Doctor(program: Program.path, ocr: .never).probe())
            #expect(Sandbox(rawValue: probe.sandbox).contains(.otherUser))
        }

        @Test(.enabled(if: isWhole, "This kernel lacks something itself"), arguments: kernels)
        func aKernelWithLessIsToldOfOnce(kernel: String) throws {
            let input = try folder.addDocuments(3)
            let (status, text) = try run(
                ["convert", input, "--out", folder.path("out"), "--jobs", "2"], lacking: kernel)
            #expect(status == 0)
            #expect(text.ranges(of: "The sandbox is not whole").count == (kernel == "none" ? 0 : 1))
            #expect(try BulkResult.lines(BulkResult.files(of: folder.path("out"))[.forms]).count == 3)
            let one = try run(["tables", GoodForm.path], lacking: kernel)
            #expect(one.0 == 0 && one.1.contains("The sandbox is not whole") == (kernel != "none"))
        }

        @Test(.enabled(if: isWhole, "This kernel lacks something itself"), arguments: kernels)
        func aWholeSandboxCanBeAskedFor(kernel: String) throws {
            let input = try folder.addDocuments(1)
            let commands = [
                ["convert", input, "--out", folder.path("out")], ["convert", GoodForm.path], ["tables", GoodForm.path],
                ["runs", GoodForm.path], ["inspect", GoodForm.path, "--out", folder.path("a.html")], ["doctor"],
            ]
            for command in commands {
                let (status, text) = try run(command + ["--require-sandbox"], lacking: kernel)
                #expect(status == (kernel == "none" ? 0 : 1), "\(command[0]) \(text)")
            }
            #expect(FileManager.default.fileExists(atPath: folder.path("out/forms.jsonl")) == (kernel == "none"))
        }

        @Test func doctorSaysWhatIsMissing() throws {
            #expect(try run(["doctor"], lacking: "landlock").1.contains("read every file that you may read"))
            #expect(try run(["doctor"], lacking: "seccomp").1.contains("open sockets, start programs"))
            for (version, isMissing) in [(2, true), (3, false)] {
                let text = try run(["doctor"], lacking: "landlock=\(version),seccomp").1
                #expect(text.contains("landlock      version \(version)"))
                #expect(text.contains("empty every file that you may change") == isMissing)
            }
        }

        @Test func noOptionWeakensTheSandbox() throws {
            for command in ["convert", "tables", "runs", "inspect"] {
                let help = try Program.run([command, "--help"]).text
                #expect(!help.contains("in-process") && !help.contains("without a sandbox"))
            }
        }

        /// While a page hangs, so that there is something to look at.
        private func withHangingWorker(
            _ arguments: [String], environment: [String: String], _ body: (_ run: Int32, _ worker: Int32) throws -> Void
        ) throws {
            let process = try Program.start(
                arguments, environment: environment.merging(["ZHIBIAO_FAULTS": "5:1:loop"]) { $1 })
            defer {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            for _ in 0..<200 {
                usleep(20_000)
                let run = process.processIdentifier
                let children = try? String(contentsOfFile: "/proc/\(run)/task/\(run)/children", encoding: .utf8)
                guard let worker = children?.split(separator: " ").first.flatMap({ Int32($0) }),
                    let name = try? String(contentsOfFile: "/proc/\(worker)/comm", encoding: .utf8),
                    name.hasPrefix("zhibiao-worker")
                else { continue }
                usleep(300_000)
                // A worker that was only asked what the kernel gives has ended by now.
                guard FileManager.default.fileExists(atPath: "/proc/\(worker)/environ") else { continue }
                return try body(run, worker)
            }
            Issue.record("No worker was seen.")
        }

        /// A killed run cannot end its workers, and a worker that hangs does not see that its run is gone.
        @Test(arguments: ["convert", "tables"], [OCRMode.auto, .never])
        func aHangingWorkerEndsWithItsRun(command: String, ocr: OCRMode) throws {
            let document = Corpus.path("approval-2025.two-per-page.chromium.pdf")
            let arguments = [command, document, "--ocr", ocr.rawValue]
            let place = command == "convert" ? ["--out", folder.path("out")] : []
            // An engine that only root can read: the worker tries to be another user, and stays root.
            try FileManager.default.createDirectory(
                atPath: folder.path("models"), withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
            let environment = ["TESSDATA_PREFIX": folder.path("models")]
            try withHangingWorker(arguments + place, environment: environment) { run, worker in
                kill(run, SIGKILL)
                for _ in 0..<100 where kill(worker, 0) == 0 { usleep(20_000) }
                #expect(kill(worker, 0) != 0)
                kill(worker, SIGKILL)
            }
        }

        @Test(arguments: ["convert", "tables"])
        func theWorkerHasNothingOfTheRun(command: String) throws {
            // One of its two pages hangs.
            let document = Corpus.path("approval-2025.two-per-page.chromium.pdf")
            let arguments = [command, document] + (command == "convert" ? ["--out", folder.path("out")] : [])
            let environment = ["ZHIBIAO_PASSWORD": "open-sesame", "SOME_TOKEN": "open-sesame"]
            try withHangingWorker(arguments, environment: environment) { run, worker in
                for process in [run, worker] {
                    let variables = try Data(contentsOf: URL(filePath: "/proc/\(process)/environ"))
                    #expect(variables.range(of: Data("ZHIBIAO_PASSWORD=open".utf8)) == nil)
                    if process == worker { #expect(variables.range(of: Data("open-sesame".utf8)) == nil) }
                }
                #expect(getsid(worker) == worker)
                let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(worker)/fd").compactMap {
                    Int($0)
                }
                // Three standard ones, two connections, the document.
                #expect(open.allSatisfy { $0 <= 5 }, "\(open)")
                let status = try String(contentsOfFile: "/proc/\(worker)/status", encoding: .utf8)
                for name in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"] {
                    #expect(status.contains("\(name):\t0000000000000000"), "\(name)")
                }
                #expect(status.contains("NoNewPrivs:\t1") && status.contains("Seccomp:\t2"))
                let limits = try String(contentsOfFile: "/proc/\(worker)/limits", encoding: .utf8)
                #expect(limits.replacing(" ", with: "").contains("Maxfilesize00bytes"))
            }
        }
    }
}
