import Testing

@testable import Bulk
@testable import Pipeline

@Suite struct ShownTextTests {
    @Test func controlsAreShownAsEscapes() {
        #expect("a\u{1B}[2Jb\nc\u{9B}d".shown == "a\\x1B[2Jb\\x0Ac\\x9Bd")
        #expect("x\u{202E}fdp.\u{2066}\u{2028}".shown == "x\\u{202E}fdp.\\u{2066}\\u{2028}")
        #expect("绩效 目标表.pdf".shown == "绩效 目标表.pdf")
        #expect("{\"a\":\"\u{202E}\u{85}\"}".shownJSON == "{\"a\":\"\\u202e\\u0085\"}")
    }

    @Test func namesThatDifferStayTwo() {
        let bytes = Array("x-".utf8) + [0xBC] + Array(".pdf".utf8)
        #expect(InputPath.name(of: bytes) == "x-\\xBC.pdf")
        #expect(InputPath.name(of: Array("x-\\xBC.pdf".utf8)) == "x-\\x5CxBC.pdf")
        #expect(InputPath.name(of: [0x5C, 0x78, 0x35, 0x43, 0xBC]) == "\\x5Cx5C\\xBC")
        #expect(InputPath.name(of: Array("a\\b.pdf".utf8)) == "a\\b.pdf")
    }

    @Test func aFileNameDoesNotReachTheTerminal() throws {
        let folder = try TemporaryFolder()
        try folder.write(.init("no PDF".utf8), as: "a\u{1B}[2J\nb\u{202E}.pdf")
        let run = try Program.run(["convert", folder.path, "--out", folder.path("out"), "--jobs", "1"])
        #expect(run.text.contains("a\\x1B[2J\\x0Ab\\u{202E}.pdf"))
        let status = try Program.run(["status", folder.path("out"), "--list", "failed"])
        for text in [run.text, status.text] {
            #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        }
        for option in ["--ocr", "--format", "--method"] {
            let usage = try Program.run(["tables", "a", option, "x\u{1B}]0;y\u{7}\u{202E}"])
            #expect(!usage.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(usage.text)")
        }
        let tables = try Program.run(["tables", folder.path("gone\u{1B}]0;x\u{7}.pdf")])
        #expect(!tables.text.unicodeScalars.contains("\u{1B}"))
    }
}
