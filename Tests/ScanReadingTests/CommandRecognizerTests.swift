import Foundation
import PDFText
import PageImage
import PageModel
import Testing

@testable import ScanReading

@Suite struct CommandRecognizerTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "worker-\(UUID().uuidString)")
    private let picture = GrayImage(width: 40, height: 10, pixels: [UInt8](repeating: 255, count: 400))

    /// A worker whose script finds in `marker` a path of its own.
    private func recognizer(_ script: String, seconds: Double = 20) throws -> CommandRecognizer {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "a worker.py").path
        let start = "import json, sys, os, time\nmarker = sys.argv[1]\n"
        try Data((start + script).utf8).write(to: URL(filePath: path))
        return try CommandRecognizer(
            commandLine: "python3 '\(path)' \"\(folder.appending(path: "marker").path)\"", seconds: seconds)
    }

    private func cleanUp() { try? FileManager.default.removeItem(at: folder) }

    @Test func workerThatDiesOnceIsStartedAgain() throws {
        defer { cleanUp() }
        let recognizer = try recognizer(
            """
            for line in sys.stdin:
                request = json.loads(line)
                if request["id"] == 2 and not os.path.exists(marker):
                    open(marker, "w").close()
                    sys.exit(1)
                text = "第%d行 %dx%d" % (request["id"], request["width"], request["height"])
                print(json.dumps({"id": request["id"], "text": text, "confidence": 0.5}), flush=True)
            """)
        let readings = try recognizer.read([picture, picture, picture])
        #expect(readings.map(\.text) == ["第1行 40x10", "第2行 40x10", "第3行 40x10"])
        #expect(readings.map(\.confidence) == [0.5, 0.5, 0.5])
        #expect(readings[0].characters.last?.end == 40)
    }

    @Test func charactersAndEmptyTextsAreTaken() throws {
        defer { cleanUp() }
        let recognizer = try recognizer(
            """
            for line in sys.stdin:
                id = json.loads(line)["id"]
                answer = {"id": id, "text": ""}
                if id == 1:
                    answer["text"] = "95"
                    answer["characters"] = [{"text": "9", "confidence": 0.9, "start": 1, "end": 7},
                                            {"text": "5", "confidence": 0.4, "start": 8, "end": 13.5}]
                print(json.dumps(answer), flush=True)
            """)
        let readings = try recognizer.read([picture, picture])
        #expect(readings[0].characters.map(\.start) == [1, 8])
        #expect(readings[0].confidence == 0.4)
        #expect(readings[1] == .empty)
    }

    /// What is outside of the picture cannot be looked at by any repair.
    @Test func placesOutsideOfThePictureAreItsEdges() throws {
        defer { cleanUp() }
        let recognizer = try recognizer(
            """
            for line in sys.stdin:
                id = json.loads(line)["id"]
                places = [(-1e300, 5), (5, 1e300), (30, 2)]
                print(json.dumps({"id": id, "text": "9.5", "characters": [
                    {"text": c, "start": s, "end": e} for c, (s, e) in zip("9.5", places)]}), flush=True)
            """)
        let reading = try recognizer.read([picture])[0]
        #expect(reading.characters.map(\.start) == [0, 5, 30])
        #expect(reading.characters.map(\.end) == [5, 40, 30])
        let line = ReadLine(reading: reading, crop: picture, em: 8)
        #expect(ReadingRepairs.all(OCRSettings(), knowsPlaces: false).applied(to: [line]).count == 1)
    }

    @Test(arguments: [
        ("sys.exit(1)", OCRError.Code.failed), ("print('hello', flush=True)\ntime.sleep(60)", .failed),
        ("time.sleep(60)", .timeout),
    ])
    func badWorkersAreErrors(script: String, code: OCRError.Code) throws {
        defer { cleanUp() }
        let recognizer = try recognizer(script, seconds: 2)
        let error = #expect(throws: OCRError.self) { _ = try recognizer.read([picture]) }
        #expect(error?.code == code)
    }

    @Test func programThatIsNotThereIsMissing() throws {
        let recognizer = try CommandRecognizer(commandLine: "/no/such/program")
        let error = #expect(throws: OCRError.self) { _ = try recognizer.read([picture]) }
        #expect(error?.code == .missing)
    }

    @Test func openQuotationMarkIsAnError() {
        #expect(throws: OCRError.self) { _ = try CommandRecognizer(commandLine: "reader 'a b") }
    }

    @Test func exampleOfTheGuideReads() throws {
        let page = try PrintedPage("approval-2025.chromium.pdf", dpi: 300)
        let line = try #require(page.lines.first { $0.text == "主管部门及代码" || $0.text == "项目名称" })
        let path = PrintedPage.root.appending(path: "docs/examples/ocr-worker.py").path
        let reading = try #require(
            try CommandRecognizer(commandLine: "python3 '\(path)'").read([page.picture(of: line.box)]).first)
        #expect(reading.text.contains(line.text.prefix(2)))
    }
}
