import Bulk
import Foundation
import Normalize
import Pipeline

/// A worker that a document has taken over: it speaks the protocol, and breaks it in the way that the password names.
@main struct HostileWorker {
    private let attack: String
    private let job: WorkerJob
    private var sha256 = ""

    static func main() throws {
        var reader = FrameReader()
        let setup = try JSONDecoder().decode(WorkerSetup.self, from: Data(receive(&reader).payload))
        var worker = HostileWorker(attack: setup.conversion.password ?? "", job: setup.job)
        worker.beReady()
        while true {
            guard let order = WorkerOrder(payload: try receive(&reader).payload) else { exit(1) }
            worker.sha256 = order.sha256
            worker.answer()
        }
    }

    private init(attack: String, job: WorkerJob) { (self.attack, self.job) = (attack, job) }

    // MARK: The protocol

    private static func receive(_ reader: inout FrameReader) throws -> Frame {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let frame = try reader.next() { return frame }
            let count = read(3, &chunk, chunk.count)
            guard count > 0 else { exit(0) }
            reader.append(chunk[..<count])
        }
    }

    private func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(4, $0.baseAddress, $0.count) }
            guard count > 0 else { exit(0) }
            rest = rest.dropFirst(count)
        }
    }

    private func send(_ kind: Frame.Kind, _ payload: [UInt8] = []) { send(Frame(kind, payload).bytes) }

    private func send(_ kind: Frame.Kind, text: String) { send(kind, Array(text.utf8)) }

    private func page(_ number: UInt32, _ stage: String) {
        var payload: [UInt8] = []
        payload.append(littleEndian: number)
        send(.page, payload + Array(stage.utf8))
    }

    private func forever(_ body: () -> Void) -> Never { while true { body() } }

    private func hang() -> Never { forever { sleep(1000) } }

    private func done(pages: UInt32 = 1, forms: UInt32, indicators: Int, isLast: UInt8 = 0, failures: String = "") {
        var payload: [UInt8] = []
        for figure in [pages, forms, UInt32(clamping: indicators)] { payload.append(littleEndian: figure) }
        send(.done, payload + [isLast] + Array(failures.utf8))
    }

    // MARK: What an honest worker would send

    /// The lines of a form of this document, with their tags.
    private func lines(of sha256: String) -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let path = root.appending(path: "corpus/targets-2025-form2.weasyprint.pdf").standardizedFileURL.path()
        var lines: [String] = []
        _ = try? DocumentConverter(options: ConvertOptions()).convert(.path(path)) { form, _, ordinal in
            let document = DocumentIdentity(file: "", sha256: sha256)
            lines.append("F\(form.json(in: document, ordinal: ordinal))\n")
            lines += form.indicatorLines(in: document, ordinal: ordinal).map { "I\($0)\n" }
        }
        return lines
    }

    private func table(rows: String = "1", columns: String = "1", cells: String? = nil) -> String {
        let cell =
            "{\"row\":0,\"column\":0,\"row_span\":1,\"column_span\":1,\"bbox\":[0,0,1,1],\"text\":\"\",\"confidence\":1}"
        return "T{\"file\":\"\",\"page\":1,\"bbox\":[0,0,1,1],\"rows\":\(rows),\"columns\":\(columns),"
            + "\"header_rows\":0,\"method\":\"lattice\",\"text_source\":\"embedded\",\"confidence\":1,"
            + "\"continues\":null,\"cells\":[\(cells ?? cell)]}\n"
    }

    // MARK: Attacks

    private func beReady() {
        switch attack {
        case "ready late": hang()
        case "ready endless": forever { send([UInt8](repeating: 0x7A, count: 1 << 16)) }
        case "ready no figure": send(.ready, text: "all")
        case "ready below zero": send(.ready, text: "-1")
        case "ready too long": send(.ready, [UInt8](repeating: 0x31, count: 1000))
        case "ready another": send(.lines, text: "F{}\n")
        case "ready dead": exit(0)
        default: send(.ready, text: String(Sandbox.whole.rawValue))
        }
        if attack == "ready twice" { send(.ready, text: "63") }
    }

    private func answer() {
        attackFrames()
        attackPages()
        page(1, "text")
        page(1, "normalize")
        if job != .records { return answerWithTables() }
        let whole = lines(of: sha256)
        attackLines(whole)
        send(.lines, text: whole.joined())
        attackResults(whole.count - 1)
        done(forms: 1, indicators: whole.count - 1)
        if attack == "idle talk" { send(.lines, text: whole[0]) }
        if attack == "done twice" { done(forms: 1, indicators: whole.count - 1) }
    }

    private func attackFrames() {
        var frame = Frame(.page, [1, 0, 0, 0] + Array("text".utf8)).bytes
        switch attack {
        case "frame mark": frame[0] ^= 1
        case "frame kind": frame[2] = 99
        case "frame kind to worker": frame = Frame(.setup, []).bytes
        case "frame version": frame[3] = 1
        case "frame length": frame[7] = 0x7F
        case "frame checksum": frame[8] ^= 1
        case "frame payload": frame[12] ^= 1
        case "frame half":
            send(Array(frame.prefix(7)))
            exit(0)
        case "frame slow":
            forever {
                send([frame[0]])
                sleep(100)
            }
        case "frame never whole":
            send(Array(Frame(.lines, [UInt8](repeating: 1, count: 1 << 20)).bytes.prefix(1000)))
            hang()
        default: return
        }
        send(frame)
        hang()
    }

    private func attackPages() {
        switch attack {
        case "page zero": page(0, "text")
        case "page beyond reason": page(.max, "text")
        case "page back":
            page(5, "text")
            page(4, "text")
        case "page twice":
            page(1, "text")
            page(1, "text")
        case "page stage open": page(1, "open")
        case "page stage unknown": page(1, "fly")
        case "page short": send(.page, [1, 0])
        case "page long": send(.page, [UInt8](repeating: 1, count: 100))
        case "page endless":
            var number: UInt32 = 0
            forever {
                number += 1
                page(number, "text")
            }
        case "errors endless": forever { FileHandle.standardError.write(Data(count: 1 << 16)) }
        case "lines empty endless": forever { send(.lines) }
        case "markup": send(.markup, text: "<p>")
        case "problem": send(.problem, text: "{\"message\":\"a\",\"isLoss\":true}")
        default: return
        }
        hang()
    }

    /// Lines that are wrong in one place; nil where the attack is another one.
    private func line(of whole: [String]) -> String? {
        let (form, row) = (whole[0], whole[1])
        func altered(_ old: String, _ new: String) -> String { form.replacing(old, with: new, maxReplacements: 1) }
        switch attack {
        case "line empty": return "\n"
        case "line only tag": return "F\n"
        case "line tag": return "X{}\n"
        case "line tag of table": return table()
        case "line no JSON": return "F{nothing}\n"
        case "line array": return "F[]\n"
        case "line two values": return form.dropLast() + "{}\n"
        case "line key missing": return altered("\"contact\":", "\"department\":")
        case "line key unknown": return altered("\"contact\":", "\"pilot\":")
        case "line key twice": return altered("{\"form_id\":", "{\"contact\":null,\"form_id\":")
        case "line kind": return altered("\"fiscal_year\":", "\"fiscal_year\":\"x\",\"remark\":")
        case "line integer": return altered("\"indicator_count\":", "\"indicator_count\":99999999999999999999,\"x\":")
        case "line figure": return altered("\"total_weight\":", "\"total_weight\":1e999,\"x\":")
        case "line long figure":
            return altered("\"total_weight\":", "\"total_weight\":\(String(repeating: "9", count: 500)),\"x\":")
        case "line word": return altered("\"form_kind\":\"", "\"form_kind\":\"not_")
        case "line control": return altered("\"form_id\":\"", "\"form_id\":\"\u{1}")
        case "line escape": return altered("\"form_id\":\"", "\"form_id\":\"\\x")
        case "line other file": return altered("\"source\":{\"file\":\"", "\"source\":{\"file\":\"other.pdf")
        case "line original": return altered("\"duplicate_of\":null", "\"duplicate_of\":\"other.pdf\"")
        case "line no file": return altered("\"source\":{\"file\":\"\",", "\"source\":{")
        case "line other document": return self.lines(of: String(repeating: "0", count: 64)).joined()
        case "line other hash":
            return altered("\"sha256\":\"\(sha256)\"", "\"sha256\":\"\(String(repeating: "0", count: 64))\"")
        case "line other form": return altered("-f1\"", "-f2\"")
        // A review may leave rows out, but none comes before another that it follows.
        case "line other row": return form + row.replacing("-r1\"", with: "-r2\"") + row
        case "line row first": return row
        case "line form twice": return form + form
        default: return nil
        }
    }

    private func attackLines(_ whole: [String]) {
        if let lines = line(of: whole) {
            send(.lines, text: lines)
            hang()
        }
        switch attack {
        case "line bytes":
            send(.lines, Array("F{\"form_id\":\"".utf8) + [0xC3, 0x28] + Array("\"}\n".utf8))
            hang()
        case "line endless": forever { send(.lines, [UInt8](repeating: 0x46, count: 1 << 20)) }
        case "lines endless":
            var number = 0
            forever {
                number += 1
                send(.lines, text: whole[0].replacing("-f1\"", with: "-f\(number)\""))
            }
        case "line without end":
            send(.lines, text: whole.joined() + "F{")
            done(forms: 1, indicators: whole.count - 1)
            hang()
        default: return
        }
    }

    private func attackResults(_ rows: Int) {
        let fault = { (code: String, message: String) in
            "{\"code\":\"\(code)\",\"message\":\"\(message)\",\"stage\":\"text\"}"
        }
        switch attack {
        case "done pages": done(pages: .max, forms: 1, indicators: rows)
        case "done one page more": done(pages: 2, forms: 1, indicators: rows)
        case "done cut off": send(.done, [1, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0])
        case "done last": done(forms: 1, indicators: rows, isLast: 2)
        case "done forms": done(forms: .max, indicators: rows)
        case "done rows": done(forms: 1, indicators: .max)
        case "done code": done(forms: 1, indicators: rows, failures: "[\(fault("pwned", ""))]")
        case "done stage":
            done(forms: 1, indicators: rows, failures: "[{\"code\":\"crashed\",\"message\":\"\",\"stage\":\"x\"}]")
        case "done message":
            done(
                forms: 1, indicators: rows,
                failures: "[\(fault("no_text", String(repeating: "x", count: 100_000)))]")
        case "done failures":
            let many = [String](repeating: fault("no_text", ""), count: 20_000).joined(separator: ",")
            done(forms: 1, indicators: rows, failures: "[\(many)]")
        case "done no JSON": done(forms: 1, indicators: rows, failures: "{")
        case "done nothing": send(.done)
        default: return
        }
        hang()
    }

    private func answerWithTables() {
        switch attack {
        case "table huge": send(.lines, text: table(rows: "999999999", columns: "999999999"))
        case "table hole": send(.lines, text: table(rows: "2"))
        case "table overlap":
            let cell =
                "{\"row\":0,\"column\":0,\"row_span\":1,\"column_span\":1,\"bbox\":[0,0,1,1],\"text\":\"\",\"confidence\":1}"
            send(.lines, text: table(columns: "2", cells: "\(cell),\(cell)"))
        case "table outside":
            send(
                .lines,
                text: table(
                    cells: "{\"row\":7,\"column\":0,\"row_span\":1,\"column_span\":1,\"bbox\":[0,0,1,1],\"text\":\"\","
                        + "\"confidence\":1}"))
        case "table other file": send(.lines, text: table().replacing("\"file\":\"\"", with: "\"file\":\"x\""))
        case "table figure": send(.lines, text: table(rows: "9999999999"))
        case "table is a form": send(.lines, text: lines(of: sha256)[0])
        case "problems endless": forever { send(.problem, text: "{\"message\":\"a\",\"isLoss\":true}") }
        case "problem long":
            send(.problem, text: "{\"message\":\"\(String(repeating: "x", count: 60_000))\",\"isLoss\":true}")
        case "problem no JSON": send(.problem, text: "{")
        case "markup in tables": send(.markup, text: "<p>")
        case "markup endless": forever { send(.markup, [UInt8](repeating: 0x20, count: 1 << 20)) }
        default: send(.lines, text: table())
        }
        done(forms: 0, indicators: 0)
    }
}
